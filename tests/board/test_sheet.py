"""What one body does: a page that a family understands, that says what nobody knows, and never a false "none"."""

import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from hypothesis import given
from texts import Text, grades, names_masked, sentences, word_count, words_to_avoid

import govgraph
from board.reading import DRAFT, of_docx, of_html, of_markdown, of_pdf, section, squeezed, structure, tags
from browser import Opener, axe_violations, has_tags, printed
from chance import examples
from govgraph.board.blocks import Box, Bullets, Figure
from govgraph.board.sheet import Sheet
from govgraph.board.sheet_subject import Subject
from govgraph.model import Activity, Structure
from govgraph.model.faults import InputError
from render.hostile import PERSON, TEXTS, hostile
from structures import drawn

STRATEGIC, WELLBEING = "0-25 SEND Strategic Board", "Shropshire Health and Wellbeing Board"
LONGEST = 25
"""So many words has a sentence at most, a name being one."""


@cache
def partnership() -> Structure:
    """A partnership board of a county, with a forum that co-chairs it, and young people who are consulted."""
    seats = [
        {"holder": "forum", "on_behalf_of": "parents", "role": "co-chair", "votes": True, "person": "Ada Quill"},
        {"holder": "director", "as": "director of children's services", "role": "co-chair", "votes": True},
        {"holder": "icb", "votes": True},
        {"holder": "schools", "as": "headteacher"},
        {"on_behalf_of": "parents", "vacant": True},
        {"role": "observer", "as": "NHS England"},
    ]
    bodies: dict[str, dict[str, Any]] = {
        "board": {
            "name": "SEND and AP Partnership Board",
            "kind": "partnership",
            "level": "strategic",
            "does": ["decides", "monitors"],
            "purpose": "To agree the local area SEND strategy",
            "decisions": ["The joint budget", "The work plan"],
            "meets": "every two months",
            "quorum": "Half the members, one from the forum",
            "review_by": "2025-05",
            "membership": "complete",
            "reports_to": ["director", "icb"],
            "scrutinised_by": "scrutiny",
            "consulted": [{"constituency": "young", "on": "the strategy"}],
            "contacts": [{"for": "young", "title": "Participation Officer", "person": "Bo Marsh"}],
            "seats": seats,
            "monitors": "adulthood",
        },
        "director": {"name": "Director of Children's Services", "kind": "post", "reports_to": "cabinet"},
        "cabinet": {"name": "Cabinet", "kind": "committee", "part_of": "council"},
        "council": {
            "name": "Wendle County Council",
            "kind": "organisation",
            "accountable_to": "the electors of Wendle",
        },
        "icb": {"name": "Wendle Integrated Care Board", "kind": "organisation", "accountable_to": "NHS England"},
        "scrutiny": {"name": "Children's Scrutiny Committee", "kind": "committee", "part_of": "council"},
        "forum": {"name": "Parent Carer Forum", "kind": "forum"},
        "advisory": {"name": "Young People's Advisory Group", "kind": "forum"},
        "schools": {"name": "Schools Forum", "kind": "forum"},
        "quality": {
            "name": "Plan Quality Workstream",
            "kind": "workstream",
            "reports_to": "board",
            "seats": [{"on_behalf_of": "young", "holder": "advisory"}, {"role": "chair", "vacant": True}],
        },
    }
    return Structure.model_validate(
        {
            "title": "Wendle's SEND governance",
            "as_of": "2026-03-01",
            "source": "terms",
            "sources": {
                "terms": {"title": "Terms of reference", "publisher": "Wendle County Council", "date": "2023-03"}
            },
            "constituencies": {
                "young": {"name": "Young people", "represented_by": "advisory"},
                "parents": {"name": "Parent carers", "represented_by": "forum"},
            },
            "themes": {"adulthood": {"name": "Preparing for adulthood"}},
            "bodies": bodies,
        }
    )


def silent(**stated: Any) -> Structure:
    """A board of which the file says nothing but its name, beside another."""
    return Structure.model_validate(
        {
            "constituencies": {"parents": {"name": "Parent carers"}, "young": {"name": "Young people"}},
            "bodies": {"b": {"name": "The Board", "kind": "board", **stated}, "c": {"name": "Other", "kind": "board"}},
        }
    )


@cache
def made(which: str) -> Sheet:
    """One of the sheets that most tests look at."""
    if which in (STRATEGIC, WELLBEING):
        return govgraph.sheet(structure(DRAFT), which)
    if which == "silent":
        return govgraph.sheet(silent(), "b", as_of="2026-03-01")
    return govgraph.sheet(partnership(), which)


SHEETS = (STRATEGIC, WELLBEING, "board", "quality", "cabinet", "silent")
each_sheet = pytest.mark.parametrize("which", SHEETS)


def said(of: Sheet, title: str) -> str:
    """All that a section says."""
    return " ".join(section(of, title))


def test_the_draft_of_shropshire_has_a_board_that_is_only_proposed() -> None:
    of = made(STRATEGIC)
    assert of.title == "What the 0-25 SEND Strategic Board does"
    assert of.subtitle.startswith("As at 3 July 2020.")
    assert "The board is proposed. It is not in place yet." in said(of, "What the board is for")
    assert said(of, "Who is heard there") == (
        "Parent carers: The file does not say whether they take part in the board. The file shows no seat for them "
        "above or below the board. PACC speaks for them."
    )
    assert said(of, "Who the board answers to") == (
        "The board reports to the Shropshire Health and Wellbeing Board. The Shropshire Health and Wellbeing Board "
        "answers to Shropshire Council, which answers to the electors of the county. The board is scrutinised by the "
        "People's Overview Committee and the CCG Governing Body."
    )
    assert said(of, "How to reach the board").endswith("Ask the Shropshire Health and Wellbeing Board.")
    assert not [block for block in of.blocks if isinstance(block, Box)]


def test_the_wellbeing_board_of_the_draft_has_no_seat_for_parent_carers() -> None:
    of = made(WELLBEING)
    (box,) = (block for block in of.blocks if isinstance(block, Box))
    assert box.title == "What is wrong"
    assert [text.split(".")[0] for text in box.texts] == [f"Parent carers have no seat on the {WELLBEING}"]
    assert said(of, "Who is heard there").startswith(
        "Parent carers have no seat on the board, and the file shows no other way for them to take part."
    )
    assert "The file does not say who scrutinises the board." in said(of, "Who the board answers to")


def test_a_partnership_board_says_who_sits_there_who_is_heard_and_to_whom_it_answers() -> None:
    of = made("board")
    assert of.title == "What the SEND and AP Partnership Board does"
    assert said(of, "What the board is for") == "To agree the local area SEND strategy."
    assert section(of, "Who chairs the board and who sits on it") == [
        "The board has five seats. One of these is vacant.",
        "Co-chairs:",
        "the Parent Carer Forum (for parent carers, with a vote); and the Director of Children's Services "
        "(with a vote).",
        "Members with a vote:",
        "the Wendle Integrated Care Board.",
        "Members, vote not stated:",
        "the Schools Forum (headteacher).",
        "Vacant:",
        "a place for parent carers.",
        "In the room, without a seat:",
        "NHS England (observer).",
    ]
    assert section(of, "Who is heard there") == [
        "Young people",
        "have a contact there: Participation Officer. They are consulted by the board on the strategy. They have "
        "no seat. The nearest place where they sit or attend is the Plan Quality Workstream, below the board. The "
        "Young People's Advisory Group speaks for them.",
        "Parent carers",
        "co-chair the board, with a vote. Their seat is held by the Parent Carer Forum. One of their seats is vacant.",
    ]
    assert said(of, "Who the board answers to") == (
        "The board reports to the Director of Children's Services and the Wendle Integrated Care Board. The file does "
        "not say which of them has the final say. The Director of Children's Services answers to Cabinet, which "
        "answers to Wendle County Council, which answers to the electors of Wendle. The Wendle Integrated Care Board "
        "answers to NHS England. The board is scrutinised by the Children's Scrutiny Committee."
    )
    assert said(of, "What the board decides and deals with") == (
        "The board makes decisions and monitors progress. What the board decides: The joint budget; The work plan. "
        "The board monitors “Preparing for adulthood”."
    )
    assert "How often the board meets: every two months." in said(of, "When the board meets")
    assert said(of, "How to reach the board") == "The contact for young people is Participation Officer."
    assert "Terms of reference (Wendle County Council, March 2023)." in said(of, "Where this comes from")
    assert "Made with govgraph." in said(of, "Where this comes from")


def test_where_lines_fork_each_is_followed() -> None:
    assert said(made("quality"), "Who the workstream answers to").startswith(
        "The workstream reports to the SEND and AP Partnership Board. The SEND and AP Partnership Board answers to the "
        "Director of Children's Services and the Wendle Integrated Care Board. The Director of Children's Services "
        "answers to Cabinet,"
    )


def test_a_vacant_chair_is_named() -> None:
    of = made("quality")
    assert section(of, "Who chairs the workstream and who sits on it")[0] == (
        "The seat of the chair is vacant. The file lists two seats on the workstream. There may be more. One of these "
        "is vacant."
    )


def test_a_ring_has_nobody_at_the_top() -> None:
    ring = silent(reports_to="c")
    ring = ring.with_relation("c", "reports_to", "b")
    assert "There the line turns back on itself" in said(govgraph.sheet(ring, "b"), "Who the board answers to")


@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
def test_what_is_not_stated_is_said_as_such_and_never_as_none(form: str) -> None:
    of = made("silent")
    text = " ".join(of.texts)
    for what in (
        "what the board is for",
        "who chairs the board, or who sits on it",
        "whether they take part in the board",
        "who the board answers to",
        "who scrutinises the board",
        "what the board decides or deals with",
        "how often the board meets",
        "how to reach the board",
    ):
        assert f"The file does not say {what}." in text
        assert squeezed(f"The file does not say {what}.") in squeezed(shown(of, form))
    assert not re.search(r"\b(?:have no seat|has no seats|nobody|none)\b", text, re.IGNORECASE)


def shown(of: Sheet, form: str) -> str:
    """What somebody reads of it in a format."""
    written = of.rendered(f"x.{form}")
    if isinstance(written, str):
        return of_html(written) if form == "html" else of_markdown(written)
    return of_pdf(written, of.title) if form == "pdf" else of_docx(written)


def test_a_complete_list_makes_a_missing_seat_and_a_missing_line_facts() -> None:
    of = govgraph.sheet(silent(membership="complete", lines="complete"), "b", as_of="2026-03-01")
    text = " ".join(of.texts)
    assert "The file says that the board has no seats." in text
    assert "Parent carers have no seat on the board, and the file shows no other way for them to take part." in text
    assert "The board answers to nobody: the file lists every line." in text
    assert "Nobody scrutinises the board: the file lists every line." in text


def test_questions_come_with_who_may_know_and_are_five_at_most() -> None:
    of = govgraph.sheet(silent(seats=[{"on_behalf_of": "parents"}], statutory="cabinet", nation="england"), "b")
    questions = section(of, "What the file does not say")
    assert questions[0].startswith("Ask the ")
    assert sum(text.count("?") for text in questions) == 5
    assert [text for text in questions if re.fullmatch(r"There (is|are) \w+ more questions?\.", text)]


def test_what_the_file_says_in_its_own_words_is_not_asked_again() -> None:
    assert "must be present" not in " ".join(made("board").texts)


@pytest.mark.parametrize(
    ("seats", "sentence"),
    [
        ([{"votes": True}], "have a seat on the board, with a vote."),
        ([{"votes": False}], "have a seat on the board, without a vote."),
        ([{}], "have a seat on the board. The file does not say whether they have a vote there."),
        ([{"count": 3, "votes": True}], "have three seats on the board, each with a vote."),
        ([{"votes": True}, {"votes": False}], "have two seats on the board, one of them with a vote."),
        ([{"several": True}], "have several seats on the board."),
        ([{"role": "chair"}], "chair the board."),
        ([{"vacant": True}], "have a vacant seat on the board: nobody speaks for them there now."),
        ([{"role": "attendee"}], "attend the board. The file does not say whether they have a seat."),
        ([{"votes": True, "status": "proposed"}], "have a seat on the board, with a vote (proposed)."),
    ],
)
def test_each_way_of_taking_part_is_a_sentence(seats: list[dict[str, Any]], sentence: str) -> None:
    board = silent(seats=[{"on_behalf_of": "parents", **seat} for seat in seats])
    heard = section(govgraph.sheet(board, "b", as_of="2026-03-01"), "Who is heard there")
    assert heard[0] == "Parent carers"
    assert heard[1].startswith(sentence)


def test_an_entry_for_several_bodies_and_a_name_without_a_kind_are_spoken_of_as_they_are() -> None:
    groups = silent(name="Task and Finish groups", kind="working_group", several=True)
    of = govgraph.sheet(groups, "b", as_of="2026-03-01")
    assert of.title == "What the Task and Finish groups do"
    assert "The file does not say who each working group answers to." in of.texts
    assert "The file does not say how often Cabinet meets." in made("cabinet").texts


def test_an_address_of_the_body_is_given_in_short() -> None:
    of = govgraph.sheet(silent(terms="https://www.example.org/terms/"), "b", as_of="2026-03-01")
    assert said(of, "How to reach the board").endswith("Its terms of reference are here: example.org/terms")


def test_names_of_people_are_there_only_where_they_are_asked_for() -> None:
    for form in ("html", "docx", "pdf", "md"):
        assert "Quill" not in shown(made("board"), form)
        assert "Marsh" not in shown(made("board"), form)
    named = " ".join(govgraph.sheet(partnership(), "board", with_names=True).texts)
    assert "Ada Quill (the Parent Carer Forum, for parent carers, with a vote)" in named
    assert "The contact for young people is Bo Marsh (Participation Officer)." in named


@each_sheet
def test_it_is_one_page_of_a4_in_pdf_and_in_a_browser(which: str, opened: Opener) -> None:
    of = made(which)
    (page,) = pypdf.PdfReader(io.BytesIO(of.pdf())).pages
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (595, 842)
    with opened(of.html()) as seen:
        assert len(pypdf.PdfReader(io.BytesIO(printed(seen.page))).pages) == 1


def test_it_is_one_page_in_word(office: Callable[[Path, str], Path], tmp_path: Path) -> None:
    for number, which in enumerate(SHEETS):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(made(which).docx())
        assert len(pypdf.PdfReader(io.BytesIO(office(path, "pdf").read_bytes())).pages) == 1, which


@each_sheet
def test_its_sentences_are_short_plain_and_without_codes_or_keys(which: str) -> None:
    of = made(which)
    without_names = names_masked([structure(DRAFT), partnership(), silent()])
    texts = [text for block in of.blocks if not isinstance(block, Figure) for text in _spoken(block)]
    for text in texts:
        for sentence in sentences(without_names(text)):
            assert word_count(sentence) <= LONGEST, sentence
        assert words_to_avoid(text) == []
        assert not re.search(r"\b[A-Z]{3}\d{3}\b|\w_\w|`", text), text
    whole = without_names(" ".join(text for text in texts if text.endswith((".", "?"))))
    assert grades([Text(which, "message", whole)])[0] <= 9


def _spoken(block: Any) -> tuple[str, ...]:
    """The texts of a block, a point of a list with the words it begins with."""
    from govgraph.board.blocks import texts_of

    if isinstance(block, Bullets):
        return tuple(f"{item.lead} {item.text}" for item in block.items)
    return texts_of(block)


def test_every_activity_has_words() -> None:
    for activity in Activity:
        of = govgraph.sheet(silent(does=activity.value), "b", as_of="2026-03-01")
        assert re.match(r"The board \w+s (out )?\w+\.", said(of, "What the board decides and deals with")), activity


def test_the_picture_shows_the_body_and_what_is_one_step_away_with_a_text_for_those_who_cannot_see_it() -> None:
    (figure,) = (block for block in made(WELLBEING).blocks if isinstance(block, Figure))
    for name in (WELLBEING, "Shropshire Council"):
        assert name in figure.picture.alt
    assert "EHC" not in figure.picture.alt
    html = made(WELLBEING).html()
    assert [attributes["alt"] for tag, attributes in tags(html) if tag == "img"] == [figure.picture.alt]
    ((diagram,),) = (figure.picture.diagrams,)
    assert "Shropshire Council" in diagram.text
    assert "PACC" not in diagram.text


def test_a_long_sheet_leaves_out_the_picture() -> None:
    of = govgraph.sheet(silent(purpose="To agree on what is to be done. " * 120), "b", as_of="2026-03-01")
    assert not [block for block in of.blocks if isinstance(block, Figure)]


def test_a_word_document_has_headings_and_a_frame() -> None:
    document = docx.Document(io.BytesIO(made(WELLBEING).docx()))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None]
    assert styles[:3] == ["Title", "Subtitle", "Heading 1"]
    framed = [paragraph.text for paragraph in document.paragraphs if paragraph._p.xpath("./w:pPr/w:pBdr")]
    assert framed[0] == "What is wrong"
    assert len(framed) == 2


def test_a_pdf_is_tagged_and_says_that_it_conforms_to_pdf_ua() -> None:
    catalogue: Any = pypdf.PdfReader(io.BytesIO(made(WELLBEING).pdf())).root_object
    assert catalogue["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalogue["/Metadata"].get_object().get_data()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_asked_for(opened: Opener, width: int, dark: bool) -> None:
    with opened(made(WELLBEING).html(), width=width, dark=dark) as seen:
        assert axe_violations(seen.page) == []
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
        assert (seen.requests, seen.complaints, seen.dialogs) == ([], [], [])
        assert has_tags(printed(seen.page))


@pytest.mark.parametrize("text", ["script", "link", "quote", "entity", "emoji", "long", "braces", "backslash"])
def test_hostile_texts_stay_texts(text: str, opened: Opener) -> None:
    of = govgraph.sheet(hostile(TEXTS[text], seat=True), "top", as_of="2020-09-01")
    assert PERSON not in " ".join(of.texts)
    for form in ("docx", "html", "md"):
        assert squeezed(of.title) in squeezed(shown(of, form))
    assert of.pdf().startswith(b"%PDF-")
    with opened(of.html()) as seen:
        assert (seen.requests, seen.complaints, seen.dialogs) == ([], [], [])


@examples(50, few=15)
@given(drawn)
def test_any_body_has_a_sheet_that_speaks_in_whole_sentences(data: dict[str, Any]) -> None:
    stated = Structure.model_validate(data)
    of = govgraph.sheet(stated, "anchor")
    for body in govgraph.GovernanceGraph(stated).bodies:
        of = govgraph.sheet(stated, body)
        heard = section(of, "Who is heard there")
        assert len(heard) == 2 * len(stated.constituencies)
        assert all(text.endswith((".", ":")) or text in ("Parents", "Young people") for text in heard)


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "md"])
def test_it_is_the_same_twice(form: str) -> None:
    again = govgraph.sheet(structure(DRAFT), WELLBEING)
    assert again.rendered(f"x.{form}") == made(WELLBEING).rendered(f"x.{form}")


def test_a_body_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError, match=r"There is no body 'nobody'\."):
        govgraph.sheet(silent(), "nobody")
    with pytest.raises(InputError, match=r"The Board is not in place on 2026-03-01"):
        govgraph.sheet(silent(until="2025"), "b", as_of="2026-03-01")


def test_the_noun_of_a_body_is_the_last_word_of_its_name_or_its_kind() -> None:
    nouns = {"Quality Board": "the board", "Schools' Voice": "the panel", "The Cabinet": "the Cabinet", "PACC": "PACC"}
    for name, noun in nouns.items():
        run = govgraph.check(silent(name=name, kind="panel"), as_of="2026-03-01")
        from govgraph.board.context import Context
        from govgraph.policy import Settings

        context = Context.of(run, govgraph.GovernanceGraph(run.structure, "2026-03-01"), Settings.model_construct())
        assert Subject(context, "b").noun == noun
