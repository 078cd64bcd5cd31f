"""What a paper says before its annex: which sentences, in which order; and what is in none: ids, codes, commands."""

import random
import re
import zlib

import pytest
from hypothesis import given

from board.reading import CHAMPIONS, DRAFT, change, headings, made, section, structure, table
from chance import examples
from govgraph.board.blocks import Bullets, Figure, Heading, Paragraph, Table, texts_of
from govgraph.board.paper import Paper
from govgraph.board.problems import MOST_REQUESTS
from govgraph.board.structure_tables import MOST_BODIES
from govgraph.engine.arrows import from_arrows
from govgraph.model import Structure
from govgraph.model.faults import InputError
from govgraph.pipeline import NothingCheckedError, check
from govgraph.policy import Settings
from govgraph.render.headline import headline
from govgraph.rules import rulebook
from govgraph.showing import paper
from helpers import DAY, FIXTURES
from renaming import new_ids, plain, with_ids
from render.hostile import PERSON, TEXTS, hostile
from structures import everything

SINGLE = sorted(path.parent.name for path in FIXTURES.glob("*/structure.yaml"))
CHANGES = sorted(path.parent.name for path in FIXTURES.glob("changes/*/after.yaml"))
PAIRS = [*((name, None) for name in SINGLE), *((f"changes/{name}/after", f"changes/{name}/before") for name in CHANGES)]
CODES = re.compile(r"\b(?:" + "|".join(rule.code for rule in rulebook()) + r")\b")
COMMANDS = re.compile(r"--[a-z]|`|\bgovgraph (?:check|draw|diff)\b|\.ya?ml|\.json|git:")
ADDRESSES = re.compile(r"https?://|\?view=|/data\.x")
ASKED = "What the board is asked to decide"
OPEN = "What the file does not say"


def every_paper() -> list[Paper]:
    return [made(name, before) for name, before in PAIRS]


def before_the_annex(of: Paper) -> list[str]:
    end = next(n for n, block in enumerate(of.blocks) if isinstance(block, Heading) and block.text == "Annex")
    return [text for block in of.blocks[:end] for text in texts_of(block)]


def requests(of: Paper) -> list[str]:
    """Every request to the board, also those in the annex."""
    return [item.text for block in of.blocks if isinstance(block, Bullets) and block.start for item in block.items]


def test_the_sections_of_the_draft_are_in_their_order() -> None:
    assert headings(made(DRAFT)) == ["Summary", "What is wrong", ASKED, OPEN, "Sources", "The structure", "Annex"]
    assert headings(made(DRAFT), 2) == ["Who takes part where", "How it was checked"]


def test_a_comparison_says_what_changes_after_the_summary() -> None:
    assert headings(change("boards-merged"))[:4] == ["Summary", "What changes", "What is new and wrong", ASKED]


def test_the_title_block_is_filled_in_or_left_blank() -> None:
    block = table(made(DRAFT), "About this paper")
    assert block.header == ("Board", "Meeting", "Date", "Author", "Purpose")
    assert block.rows == (("……", "……", "……", "……", "To decide"),)
    of = paper(structure(DRAFT), board="The Board", meeting="Spring", date="1 May", author="The clerk")
    assert table(of, "About this paper").rows == (("The Board", "Spring", "1 May", "The clerk", "To decide"),)


def test_without_problems_there_is_nothing_to_decide() -> None:
    of = made("suffolk-2021")
    assert table(of, "About this paper").rows[0][-1] == "To note"
    assert "What is wrong" not in headings(of)
    assert "What the board is asked to do" in headings(of)


def test_title_and_day_are_at_the_top() -> None:
    of = made(DRAFT)
    assert of.title == "Shropshire's SEND governance, as drafted in July 2020"
    assert of.subtitle == "As at 3 July 2020: what is in place, agreed or proposed."
    today = paper(Structure.model_validate({"bodies": {"a": {"name": "A Board", "kind": "board"}}}))
    assert ", the day on which this paper was made: " in today.subtitle
    assert made(CHAMPIONS, DRAFT).subtitle.endswith(f"Compared with {of.title}, as at 3 July 2020.")
    assert "Compared with the structure before, as at" in change("boards-merged").subtitle


@pytest.mark.parametrize(("name", "before"), PAIRS)
def test_the_summary_is_the_headline_of_every_other_format(name: str, before: str | None) -> None:
    report = check(structure(name), against=structure(before) if before else None)
    if not any(problem.first.code.startswith("DAT") for problem in report.facts):
        assert _unmarked(section(made(name, before), "Summary")[0]) == headline(report)


def _unmarked(text: str) -> str:
    """A sentence without the marks of what is only proposed."""
    return text.replace(" (proposed)", "").replace(" (agreed)", "")


def test_a_problem_says_what_is_wrong_and_how_we_know() -> None:
    assert section(made(DRAFT), "What is wrong") == [
        "1.",
        "Parent carers have no seat on three bodies: CCG Governing Body, People's Overview Committee and Shropshire "
        "Health and Wellbeing Board. The file shows no other way for them to take part.",
        "How we know:",
        "Parent carers: no seat on CCG Governing Body, People's Overview Committee and Shropshire Health and Wellbeing "
        "Board (Shropshire's Written Statement of Action - First Steps, paragraph 5).",
    ]


def test_a_problem_says_on_what_law_it_is_based() -> None:
    found = section(made("wellbeing-board-without-two-members"), "What is wrong")
    (based,) = {found[at + 1] for at, text in enumerate(found) if text == "Based on:"}
    assert based.startswith("Health and Social Care Act 2012, section 194")
    assert "(law), legislation.gov.uk/ukpga/2012/7/" in based


@pytest.mark.parametrize(("name", "before"), PAIRS)
def test_every_problem_is_in_the_paper_once(name: str, before: str | None) -> None:
    report = check(structure(name), against=structure(before) if before else None)
    of = made(name, before)
    titles = ("What is wrong", "What is new and wrong", "For the person who keeps the file")
    told = [_unmarked(text) for title in titles for text in section(of, title)]
    for problem in report.facts:
        assert problem.message
        assert sum(text == problem.message or text.startswith(f"{problem.message} ") for text in told) == 1


@pytest.mark.parametrize(("name", "before"), PAIRS)
def test_every_question_is_a_row_of_one_table(name: str, before: str | None) -> None:
    report = check(structure(name), against=structure(before) if before else None)
    tables = [block for block in made(name, before).blocks if isinstance(block, Table) and block.header[0] == "No."]
    rows = [row for block in tables for row in block.rows]
    assert len(tables) == bool(report.questions)
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(report.questions) + 1)]
    for row, question in zip(rows, report.questions, strict=True):
        assert all(name in row[1] for name in question.about.names[:20])
        assert row[2].endswith("?")
        assert row[3] == question.aspect.wording.who_knows


def test_questions_speak_of_these_bodies_and_the_column_beside_them_names_these() -> None:
    rows = {row[2]: row[1] for row in table(made(DRAFT), "Questions").rows}
    assert rows["When do these bodies end?"] == "Task and Finish groups"
    assert rows["Who do these bodies report to?"] == (
        "SEND Partnership Board; Shropshire Clinical Commissioning Group; Task and Finish groups"
    )
    assert "Who is responsible for these themes?" in rows
    bodies = {"board": {"name": "The Board", "kind": "board", "level": "strategic", "does": "decides"}}
    one = Structure.model_validate({"constituencies": {"p": {"name": "Parents"}}, "bodies": bodies})
    assert ("The Board", "Who sits on this body?") in [
        row[1:3] for row in table(paper(one, as_of=DAY), "Questions").rows
    ]


def test_requests_on_problems_come_first_then_the_questions_by_who_may_know() -> None:
    first, *others = section(made(DRAFT), ASKED)
    assert first.startswith(
        "The board is asked to ask the CCG Governing Body, the People's Overview Committee and the Shropshire Health "
        "and Wellbeing Board for a seat for parent carers, with a vote"
    )
    assert [re.sub(r".*answered by (.*?)[,:] .*", r"\1", text) for text in others] == [
        "the secretary or clerk of each body",
        "the scrutiny officer of the council",
        "the officer who leads on the plan",
    ]
    assert (
        "The board is asked to have question 5 answered by the scrutiny officer of the council: who scrutinises"
        in (others[1])
    )


@pytest.mark.parametrize(("name", "before"), PAIRS)
def test_every_request_can_be_minuted_as_it_is(name: str, before: str | None) -> None:
    of = made(name, before)
    asked = requests(of)
    assert len(asked) == len(set(asked))
    for text in asked:
        assert re.match(r"The board is asked to [a-z]", text), text
        first = text.split(". ")[0]
        assert not re.search(r"\b(?:find out who|end or extend|ask) (?:it|them|they)\b", first), text
    shown = [text for text in before_the_annex(of) if text in asked]
    assert len(shown) <= MOST_REQUESTS


def many_problems(number: int) -> Structure:
    """As many task groups whose end has passed, each of which is another problem."""
    groups = {
        f"g{one}": {"name": f"Group {one}", "kind": "task_and_finish_group", "until": f"2019-01-{one + 1:02}"}
        for one in range(number)
    }
    groups |= {
        f"b{one}": {"name": f"Board {one}", "kind": "board", "review_by": f"2019-0{one + 1}"} for one in range(9)
    }
    return Structure.model_validate({"bodies": groups})


def test_of_many_requests_seven_are_before_the_annex_and_the_others_in_it() -> None:
    of = paper(many_problems(3), as_of=DAY)
    asked = section(of, ASKED)
    assert len(asked) == MOST_REQUESTS + 1
    assert "questions" in asked[MOST_REQUESTS - 1]
    assert "answered by those who may know" in asked[MOST_REQUESTS - 1]
    rest = section(of, "What else the board is asked to decide")
    assert asked[-1] == f"The annex has {'one' if len(rest) == 1 else _words(len(rest))} more requests."
    assert len(requests(of)) == MOST_REQUESTS + len(rest)
    starts = [block.start for block in of.blocks if isinstance(block, Bullets) and block.start]
    assert starts == [1, MOST_REQUESTS + 1]


def _words(number: int) -> str:
    from govgraph.language import number_words

    return number_words(number)


def test_sources_have_short_addresses() -> None:
    for of in every_paper():
        assert [text for text in of.texts if ADDRESSES.search(text)] == []
    assert any("legislation.gov.uk/ukpga/1972/70" in text for text in section(made(DRAFT), "Sources"))


def test_a_loss_is_a_problem_and_the_annex_lists_the_changes() -> None:
    of = change("boards-merged")
    (_, loss, how, evidence) = section(of, "What is new and wrong")
    assert loss.startswith("Young people lose their seat on the Preparation for Adulthood Board")
    assert (how, evidence[:8]) == ("How we know:", "Before: ")
    summary, heir = section(of, "What changes")
    assert "added: 2 relations" in summary.lower()
    assert heir == "Preparation for Adulthood Board is replaced by Children's SEND Board, as the file states."


def test_a_change_is_in_the_annex_with_what_happened_and_what_replaced_what() -> None:
    of = change("replaced-well", full=True)
    assert "SEND Board is replaced by Inclusion Board, as the file states." in section(of, "What changes")
    rows = table(of, "What has changed").rows
    assert ("SEND Delivery Group", "removed", "reports to SEND Board") in rows
    assert ("SEND Board", "changed", "status: not stated → ended") in rows


def test_a_short_annex_cuts_a_long_list_of_changes_and_a_full_one_does_not() -> None:
    before, after = "shropshire-before-2020", DRAFT
    short, full = (table(made(after, before, full=full), "What has changed") for full in (False, True))
    assert len(short.rows) < len(full.rows)
    assert short.note == f"and {len(full.rows) - len(short.rows)} more changes that are not listed here."
    assert full.note == ""


def unlike_words(name: str) -> Structure:
    """A fixture whose every id is made of letters and digits that no word has; the same one each time."""
    data = plain(structure(name))
    ids = {key: f"zq{zlib.crc32(repr(key).encode())}" for key in new_ids(data, random.Random(0))}
    return Structure.model_validate(with_ids(data, ids))


@pytest.mark.parametrize(("name", "before"), PAIRS)
def test_no_id_is_in_any_paper(name: str, before: str | None) -> None:
    day = structure(name).as_of or DAY
    of = paper(unlike_words(name), against=unlike_words(before) if before else None, as_of=day, full_annex=True)
    assert [text for text in of.texts if re.search(r"zq\d", text)] == []


def test_no_paper_has_codes_but_a_full_annex_and_none_asks_anybody_to_type() -> None:
    for of in every_paper():
        assert [text for text in of.texts if CODES.search(text) or COMMANDS.search(text)] == []
    for name, before in PAIRS:
        full = made(name, before, full=True)
        assert [text for text in before_the_annex(full) if CODES.search(text)] == []
        assert [text for text in full.texts if COMMANDS.search(text)] == []


def test_names_of_people_are_in_a_paper_only_where_somebody_asks_for_them() -> None:
    one = hostile("Board")
    assert PERSON not in " ".join(paper(one, as_of=DAY, full_annex=True, measures=True).texts)
    told = paper(one, as_of=DAY, with_names=True)
    assert PERSON in section(told, "By name")


def test_a_large_structure_is_cut_and_says_by_how_much() -> None:
    bodies = {
        f"b{number}": {"name": f"Board {number:03}", "kind": "board", "level": "strategic", "does": "decides"}
        for number in range(500)
    }
    one = Structure.model_validate({"constituencies": {"p": {"name": "Parents"}}, "bodies": bodies})
    of = paper(one, as_of=DAY)
    assert section(of, "Who takes part where")[-1] == "and 440 more bodies that are not listed here."
    assert any(row[1].endswith("; and 480 more") for row in table(of, "Questions").rows)
    assert not any(isinstance(block, Figure) for block in of.blocks)
    assert len(bodies) > MOST_BODIES
    assert sum(map(len, of.texts)) < 50_000


def test_where_there_is_no_verdict_there_is_no_paper() -> None:
    with pytest.raises(NothingCheckedError):
        paper(Structure.model_validate({"bodies": {"a": {"name": "A", "kind": "board", "until": "1900"}}}), as_of=DAY)
    with pytest.raises(InputError, match="nobody"):
        paper(structure(DRAFT), only_for=["nobody"])


def test_a_single_organisation_is_a_short_paper() -> None:
    of = paper(Structure.model_validate({"bodies": {"a": {"name": "A Council", "kind": "organisation"}}}), as_of=DAY)
    assert "Who takes part where" not in headings(of, 2)
    assert section(of, "Sources") == ["The file behind this paper names no source."]


def test_where_nothing_is_found_the_summary_says_how_far_that_holds() -> None:
    of = paper(from_arrows("board -- reports_to --> top\nboard: board"), Settings(select=["ACC102"]), as_of=DAY)
    told = " ".join(section(of, "Summary"))
    assert "The file names no group of people who should be heard, so this paper does not say who is heard." in told
    assert re.search(r"\d+ checks were left out by choice; the annex names them\.", told)
    assert "ACC101" in section(of, "Annex")
    assert ASKED not in headings(of)
    assert "What is wrong" not in headings(of)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_texts_stay_on_their_line(text: str) -> None:
    of = paper(hostile(text), against=hostile(text, seat=True), as_of=DAY, full_annex=True, meeting=text)
    assert all("\n" not in one and "\u2028" not in one and "\r" not in one for one in of.texts)


@given(everything)
@examples(30)
def test_any_structure_has_a_summary_and_every_problem_and_question(data: dict[str, object]) -> None:
    one = Structure.model_validate(data)
    try:
        of = paper(one)
    except NothingCheckedError:
        return
    report = check(one)
    assert section(of, "Summary")
    assert headings(of)[-1] == "Annex"
    rows = [row for block in of.blocks if isinstance(block, Table) and block.header[0] == "No." for row in block.rows]
    assert len(rows) == min(len(report.questions), 60)
    assert all(re.match("The board is asked to ", text) for text in requests(of))


def test_blocks_know_their_texts() -> None:
    of = made(CHAMPIONS, DRAFT, full=True)
    assert all(isinstance(block, Heading | Paragraph | Bullets | Table | Figure) for block in of.blocks)
    assert all(text for text in of.texts)


def test_bodies_that_are_called_alike_are_told_apart_in_every_request() -> None:
    board = {"name": "a", "kind": "board", "level": "strategic", "does": "decides", "membership": "complete"}
    other = {**board, "level": "operational"}
    data = {"constituencies": {"p": {"name": "Parents"}}, "bodies": {"one": board, "two": other}}
    of = paper(Structure.model_validate(data), Settings(select=["REP101"]), as_of=DAY)
    (asked,) = section(of, ASKED)
    assert "a (strategic board)" in asked
    assert "a (operational board)" in asked
