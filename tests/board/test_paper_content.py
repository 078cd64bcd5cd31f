"""What stands in a paper: which sentences, in which order; and what stands in none: ids, codes, commands, names."""

import random
import re
import zlib

import pytest
from hypothesis import given

from board.reading import CHAMPIONS, DRAFT, change, made, section, structure
from chance import examples
from govgraph.board.blocks import MOST_ROWS, Bullets, Figure, Heading, Paragraph, Table, texts_of
from govgraph.board.findings_section import reference
from govgraph.board.paper import Paper
from govgraph.board.structure_section import MOST_BODIES
from govgraph.board.wording import plain_words
from govgraph.engine import Subject
from govgraph.engine.arrows import from_arrows
from govgraph.findings import FindingStatus
from govgraph.model import Structure
from govgraph.model.faults import InputError
from govgraph.pipeline import NothingCheckedError, check
from govgraph.policy import Settings
from govgraph.rules import rulebook
from govgraph.showing import paper
from helpers import DAY, FIXTURES
from renaming import new_ids, plain, with_ids
from render.hostile import PERSON, TEXTS, hostile, waived
from structures import everything

SINGLE = sorted(path.parent.name for path in FIXTURES.glob("*/structure.yaml"))
CHANGES = sorted(path.parent.name for path in FIXTURES.glob("changes/*/after.yaml"))
CODES = re.compile(r"\b(?:" + "|".join(rule.code for rule in rulebook()) + r")\b")
COMMANDS = re.compile(r"--[a-z]|`|\bgovgraph (?:check|draw|diff)\b|\.ya?ml|\.json|git:")
TOP = ("CCG Governing Body", "People's Overview Committee", "Shropshire Health and Wellbeing Board")


def every_paper() -> list[Paper]:
    return [*map(made, SINGLE), *map(change, CHANGES)]


def before_the_appendix(of: Paper) -> list[str]:
    end = next(n for n, block in enumerate(of.blocks) if isinstance(block, Heading) and block.text == "Appendix")
    return [text for block in of.blocks[:end] for text in texts_of(block)]


def headings(of: Paper, level: int = 1) -> list[str]:
    return [block.text for block in of.blocks if isinstance(block, Heading) and block.level == level]


def test_the_sections_of_the_draft_stand_in_their_order() -> None:
    assert headings(made(DRAFT)) == [
        "What was looked at",
        "Summary",
        "What we ask the board to do",
        "The findings",
        "Who takes part where",
        "Who answers for what",
        "Who decides what, and who answers to whom",
        "The structure as a diagram",
        "Appendix",
    ]


def test_the_verdict_on_the_draft_is_three_sentences_that_name_every_body_at_the_top() -> None:
    not_asked = len(check(structure(DRAFT)).not_checked)
    assert section(made(DRAFT), "Summary") == [
        "What was found.",
        "There are 26 findings to settle: 3 errors, 10 warnings and 13 notes; 3 are facts that the file states, and 23 "
        "are questions on which it is silent.",
        "What matters most.",
        "No seat is held for Parent carers on CCG Governing Body, People's Overview Committee or Shropshire Health and "
        "Wellbeing Board.",
        "What is not stated.",
        "23 findings rest on silence of the file, so the board is asked to find out before it judges: 3 under “Who "
        "answers to whom?”, 5 under “Who is heard, and where?”, 5 under “Who looks at what is decided?”, 5 under “Who "
        "owns what must be done?”, 3 under “Is each body able to do its work?” and 2 under “What does the law ask "
        f"for?”; {not_asked} rules had nothing in the file to ask about, and the appendix tells why.",
        "What is not in place yet.",
        "6 of the 12 bodies and 7 of the 10 ties are only proposed: what this paper says of them holds only if they "
        "come about.",
    ]


def test_what_was_looked_at_says_which_day_and_who_chose_it() -> None:
    assert section(made(DRAFT), "What was looked at")[0] == (
        "Shropshire's SEND governance, as drafted in July 2020, as of 3 July 2020 (the day that its file states). This "
        "paper looks at what is in place, agreed or proposed: 12 bodies, 10 ties between them and no stated seat."
    )
    asked = paper(structure(DRAFT), as_of="2020-08-01", view="in_place")
    assert "as of 1 August 2020 (the day that was asked for). This paper looks at what is in place:" in asked.texts[3]
    today = paper(Structure.model_validate({"bodies": {"a": {"name": "A Board", "kind": "board"}}}))
    assert "the day on which this paper was made, because its file states none" in today.texts[3]


def test_what_the_board_is_asked_names_each_remedy_once_with_its_bodies_heaviest_first() -> None:
    asked = section(made(DRAFT), "What we ask the board to do")
    assert asked[:2] == [
        "CCG Governing Body, People's Overview Committee and Shropshire Health and Wellbeing Board:",
        "ask for a seat on each of them for Parent carers, with a vote where law and constitution allow; where they "
        "keep it to its own members, ask for co-option, or to attend and see the papers. (Findings 4 to 6)",
    ]
    assert sum("find out who scrutinises each of them" in text for text in asked) == 1
    assert any(text.endswith("(Findings 12 to 16)") for text in asked)


def test_a_finding_says_what_is_wrong_how_we_know_and_what_to_do() -> None:
    found = section(made(DRAFT), "The findings")
    at = found.index("Finding 4 (error).")
    assert found[at : at + 4] == [
        "Finding 4 (error).",
        "No seat on CCG Governing Body is held for Parent carers; no other way of taking part in it is stated.",
        "How we know:",
        "Parent carers: stated to have no seat on CCG Governing Body (Shropshire's Written Statement of Action - First "
        "Steps, paragraph 5)",
    ]
    assert "What to do (Findings 4 to 6):" in found
    silent = found.index("How we know (Findings 7 to 11):")
    assert found[silent + 1] == "The file does not say. It may be so, or not."


def test_silence_is_told_of_those_alone_for_which_there_is_no_evidence() -> None:
    found = section(made("lancashire-2025"), "The findings")
    at = found.index("Finding 1 (warning, not stated).")
    assert [text for text in found[at : at + 10] if text.startswith(("How", "What"))] == [
        "How we know:",
        "How we know:",
        "What to do (Findings 1 and 2):",
    ]


def test_keys_of_the_file_do_not_reach_the_reader() -> None:
    found = " ".join(section(made(DRAFT), "The findings"))
    assert "The file does not state who else sits on it or whether it is a body on which people" in found
    assert "(membership)" not in found
    assert "(level and does)" not in found


def test_brackets_that_belong_to_a_name_stay() -> None:
    text = "name (level): board, strategic, decides, membership complete\nforum -- sits_on[parent-carers] --> other"
    data = from_arrows(text.replace("name (level)", "named")).model_dump(exclude_unset=True, by_alias=True)
    data["bodies"]["named"]["name"] = "Board (level)"
    told = " ".join(paper(Structure.model_validate(data), as_of=DAY).texts)
    assert "No seat on Board (level) is held for" in told


def _unmarked(text: str) -> str:
    """A sentence without the marks of what is only proposed."""
    return text.replace(" (proposed)", "").replace(" (agreed)", "")


@pytest.mark.parametrize("name", SINGLE)
def test_every_finding_that_counts_is_told_once(name: str) -> None:
    of = structure(name)
    told = section(made(name), "The findings")
    numbers = [text for text in told if text.startswith("Finding ")]
    report = check(of)
    assert len(numbers) == len(report.counted)
    assert [int(re.findall(r"\d+", one)[0]) for one in numbers] == list(range(1, len(numbers) + 1))
    for finding in report.counted:
        message = plain_words(report, finding.message)
        assert [_unmarked(text) for text in told].count(_unmarked(message)) == 1, message


@pytest.mark.parametrize("name", CHANGES)
def test_in_a_comparison_every_new_kept_and_gone_finding_is_told(name: str) -> None:
    of = change(name)
    report = check(structure(f"changes/{name}/after"), against=structure(f"changes/{name}/before"))
    told = [text for text in section(of, "The findings") if text.startswith("Finding ")]
    assert len(told) == len(report.counted)
    changes = section(of, "What changes")
    assert report.against is not None
    beside = [*report.with_status(FindingStatus.KEPT), *(one.finding for one in report.against.gone)]
    assert sum(bool(re.match(r"(?:Error|Warning|Note)(?:, not stated)?\.$", text)) for text in changes) == len(beside)


def test_what_was_there_before_stays_in_the_verdict() -> None:
    before, after = (structure(f"changes/replaced-well/{when}") for when in ("before", "after"))
    asked = len(check(after, against=before).asked)
    assert section(change("replaced-well"), "Summary") == [
        "What was found.",
        f"Nothing new was found by the {asked} rules that were asked; not counted: 5 that were there before (2 errors "
        "and 3 notes).",
        "What matters most.",
        "No new fault was found; there before, and still so: no seat is held for Young people on "
        "Inclusion Board or Joint Scrutiny Committee.",
        "What is not stated.",
        "Could not be asked: “What does the law ask for?” (No body in force states its statutory form, so what the law "
        "asks of such bodies was not asked); 12 rules had nothing in the file to ask about, and the appendix tells "
        "why.",
    ]


def test_a_change_is_told_with_what_happened_and_what_replaced_what() -> None:
    changes = section(change("replaced-well"), "What changes")
    assert "SEND Board is replaced by Inclusion Board, as is stated." in changes
    table = next(
        block for block in change("replaced-well").blocks if isinstance(block, Table) and block.header[0] == "About"
    )
    assert ("SEND Delivery Group", "removed", "reports to SEND Board") in table.rows
    assert ("SEND Board", "changed", "status: in place → ended") in table.rows


def test_the_verdict_on_a_loss_is_one_sentence() -> None:
    told = section(change("boards-merged"), "Summary")[3]
    assert told == (
        "Before, Young people had a seat with a vote on Preparation for Adulthood Board – on Children's SEND Board, "
        "which stands for it now, they have no seat, and no other part in it is stated; there before, and still so: no "
        "seat is held for Young people on Children's Scrutiny Committee or Children's SEND Board."
    )


def test_where_all_is_silence_the_verdict_is_no_praise() -> None:
    told = section(made("suffolk-2021"), "Summary")
    assert told[1].endswith("all of them questions on which the file is silent.")
    assert told[3].startswith(
        "The file states no fault; not stated, and so to find out first: no seat is stated for Parent carers on"
    )
    assert "; could not be asked: " in told[5]


def test_where_nothing_is_found_the_verdict_says_how_far_that_holds() -> None:
    of = paper(from_arrows("board -- reports_to --> top\nboard: board"), Settings(select=["ACC102"]), as_of=DAY)
    told = section(of, "Summary")
    others = [rule for rule in rulebook() if rule.of is Subject.GRAPH and rule.code != "ACC102" and not rule.on_request]
    assert told[1] == (
        f"Of what was asked, nothing was found by the 1 rule that was asked; {len(others)} rules were left out by "
        "choice (see the appendix)."
    )
    assert told[3] == (
        "Of what was asked, the file states no fault; that holds only for what it tells, and for what could be asked."
    )
    assert told[5].startswith("Who is heard could not be asked, because the file names no group of people")
    assert "ACC101" in section(of, "Appendix")
    assert "What we ask the board to do" not in headings(of)
    assert "The findings" not in headings(of)


def unlike_words(name: str) -> Structure:
    """A fixture whose every id is made of letters and digits that no word has; the same one each time."""
    data = plain(structure(name))
    ids = {key: f"zq{zlib.crc32(repr(key).encode())}" for key in new_ids(data, random.Random(0))}
    return Structure.model_validate(with_ids(data, ids))


@pytest.mark.parametrize(
    ("name", "before"),
    [*((name, None) for name in SINGLE), *((f"changes/{name}/after", f"changes/{name}/before") for name in CHANGES)],
)
def test_no_id_stands_in_any_paper(name: str, before: str | None) -> None:
    of = paper(unlike_words(name), against=unlike_words(before) if before else None, as_of=structure(name).as_of or DAY)
    assert [text for text in of.texts if re.search(r"zq\d", text)] == []


def test_codes_stand_in_the_appendix_alone_and_no_paper_tells_anybody_to_type() -> None:
    for of in every_paper():
        assert [text for text in before_the_appendix(of) if CODES.search(text)] == []
        assert [text for text in of.texts if COMMANDS.search(text)] == []
    assert "ACC101" in section(made(DRAFT), "Appendix")


def test_who_takes_part_where_is_a_table_of_bodies_and_groups() -> None:
    table = next(
        block for block in made(DRAFT).blocks if isinstance(block, Table) and block.caption.startswith("Who takes part")
    )
    assert table.header == ("Body", "Level", "Parent carers")
    assert {row[0] for row in table.rows if row[2] == "no seat"} == set(TOP)
    assert ("0-25 SEND Strategic Board (proposed)", "strategic", "not stated") in table.rows


def test_many_groups_are_told_in_several_tables() -> None:
    people = {f"g{number}": {"name": f"Group {number}"} for number in range(9)}
    one = Structure.model_validate(
        {"constituencies": people, "bodies": {"a": {"name": "Board", "kind": "board", "level": "strategic"}}}
    )
    tables = [block for block in paper(one, as_of=DAY).blocks if isinstance(block, Table)]
    parts = [table for table in tables if table.caption.startswith("Who takes part")]
    assert [table.caption[-8:] for table in parts] == ["(1 of 3)", "(2 of 3)", "(3 of 3)"]
    assert [name for table in parts for name in table.header[2:]] == [f"Group {number}" for number in range(9)]


def test_themes_say_who_answers_for_them_and_who_monitors_them() -> None:
    table = next(block for block in made(DRAFT).blocks if isinstance(block, Table) and block.header[0] == "Theme")
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Exclusions of children and young people with a plan or SEND support"] == (
        "Workstream on exclusions (proposed)",
        "nobody stated",
    )
    assert rows["Health services' part in the area's SEND action plan"] == ("nobody stated", "nobody stated")
    assert "For 3 of these 6, nobody is stated to answer." in section(made(DRAFT), "Who answers for what")[0]


def test_the_map_of_decisions_has_what_bodies_state() -> None:
    one = Structure.model_validate(
        {
            "bodies": {
                "council": {"name": "Council", "kind": "organisation", "accountable_to": "the electors"},
                "board": {
                    "name": "Board",
                    "kind": "board",
                    "does": ["decides", "commissions"],
                    "decisions": ["How the grant is shared", "Who chairs"],
                    "quorum": "Five, two of them from health",
                    "reports_to": "council",
                    "delegates_to": {"to": "group", "status": "proposed"},
                },
                "group": {"name": "Group", "kind": "working_group"},
            }
        }
    )
    of = paper(one, as_of=DAY)
    table = next(block for block in of.blocks if isinstance(block, Table) and block.caption.startswith("Functions"))
    assert table.header == ("Body", "What it does", "What it decides", "Answers to", "Delegates to", "Quorum")
    assert table.rows == (
        (
            "Board",
            "decides and commissions",
            "How the grant is shared; Who chairs",
            "Council",
            "Group (proposed)",
            "Five, two of them from health",
        ),
        ("Group", *["not stated"] * 5),
    )
    assert section(of, "Who decides what, and who answers to whom")[0].endswith("It is not stated for Group.")


def test_a_waiver_is_told_with_its_reason_and_owner() -> None:
    of = paper(structure(DRAFT), Settings(waivers=[{**waived("REP101", "people-overview"), "until": "2999-03-01"}]))
    table = next(block for block in of.blocks if isinstance(block, Table) and block.caption == "Accepted findings")
    assert table.rows == (
        (
            "No seat on People's Overview Committee is held for Parent carers; no other way of taking part in it is "
            "stated.",
            "The law keeps it to members.",
            "The clerk, until 1 March 2999",
        ),
    )
    assert "; not counted: 1 accepted (1 error)." in section(of, "Summary")[1]
    assert section(of, "Summary")[3].endswith(
        "; accepted, and still so: no seat is held for Parent carers on People's Overview Committee."
    )


def test_a_waiver_that_fits_nothing_is_told_without_ids() -> None:
    of = paper(structure(DRAFT), Settings(waivers=[waived("REP103", "people-overview")]))
    assert any(text.startswith("Finding 27 (") for text in section(of, "Appendix"))
    assert "people-overview" not in " ".join(of.texts)
    assert [text for text in before_the_appendix(of) if CODES.search(text)] == []


def test_names_of_people_are_told_only_where_they_are_asked_for() -> None:
    one = hostile("Board")
    assert PERSON not in " ".join(paper(one, as_of=DAY).texts)
    told = paper(one, as_of=DAY, with_names=True)
    assert PERSON in section(told, "Who takes part where")
    assert "By name" in headings(told, 2)


def test_a_large_structure_is_cut_and_says_by_how_much() -> None:
    bodies = {
        f"b{number}": {"name": f"Board {number:03}", "kind": "board", "level": "strategic", "does": "decides"}
        for number in range(500)
    }
    one = Structure.model_validate({"constituencies": {"p": {"name": "Parents"}}, "bodies": bodies})
    of = paper(one, as_of=DAY)
    told = section(of, "Who takes part where")
    assert told[-1] == f"and {500 - MOST_ROWS} more bodies, for which a paper has no room."
    assert any("and 480 more:" in text for text in section(of, "What we ask the board to do"))
    assert "and 440 more findings on this question, for which a paper has no room." in section(of, "The findings")
    assert not any(isinstance(block, Figure) for block in of.blocks)
    assert len(bodies) > MOST_BODIES
    assert sum(map(len, of.texts)) < 150_000


def test_where_there_is_no_verdict_there_is_no_paper() -> None:
    with pytest.raises(NothingCheckedError):
        paper(Structure.model_validate({"bodies": {"a": {"name": "A", "kind": "board", "until": "1900"}}}), as_of=DAY)
    with pytest.raises(InputError, match="nobody"):
        paper(structure(DRAFT), only_for=["nobody"])


def test_a_single_organisation_is_a_short_paper() -> None:
    of = paper(Structure.model_validate({"bodies": {"a": {"name": "A Council", "kind": "organisation"}}}), as_of=DAY)
    assert headings(of)[:2] == ["What was looked at", "Summary"]
    assert "Who takes part where" not in headings(of)
    assert "No source is given for any of it." in of.texts


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_texts_stay_on_their_line(text: str) -> None:
    of = paper(hostile(text), against=hostile(text, seat=True), as_of=DAY)
    assert all("\n" not in one and "\u2028" not in one and "\r" not in one for one in of.texts)


@given(everything)
@examples(30)
def test_any_structure_has_three_sentences_and_every_finding_once(data: dict[str, object]) -> None:
    one = Structure.model_validate(data)
    try:
        of = paper(one)
    except NothingCheckedError:
        return
    told = section(of, "Summary")
    assert told[::2][:3] == ["What was found.", "What matters most.", "What is not stated."]
    assert told[::2][3:] in ([], ["What is not in place yet."])
    numbers = [text for text in section(of, "The findings") if re.match(r"Finding \d+ \(", text)]
    assert len(numbers) == len(check(one).counted)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [([], ""), ([3], "Finding 3"), ([1, 2], "Findings 1 and 2"), ([3, 2, 1, 7], "Findings 1 to 3 and 7")],
)
def test_findings_are_named_in_runs(numbers: list[int], told: str) -> None:
    assert reference(numbers) == told


def test_blocks_know_their_texts() -> None:
    of = made(CHAMPIONS, DRAFT)
    assert all(isinstance(block, Heading | Paragraph | Bullets | Table | Figure) for block in of.blocks)
    assert all(text for text in of.texts)


def test_a_heavier_question_is_not_hidden_behind_a_lighter_fact() -> None:
    bodies = {"board": {"name": "Board", "kind": "board"}, "group": {"name": "Group", "kind": "panel"}}
    of = paper(
        Structure.model_validate(
            {"bodies": {**bodies, "sub": {"name": "Sub", "kind": "workstream", "reports_to": "board"}}}
        ),
        as_of=DAY,
    )
    told = section(of, "Summary")[3]
    assert told == (
        "Not stated, and so to find out first: the file does not state to whom Board answers; of less weight, but a "
        "fact: no source is given for Board, and the same for Group and Sub."
    )


def test_bodies_that_are_called_alike_are_told_one_by_one() -> None:
    board = {"name": "a", "kind": "board", "level": "strategic", "membership": "complete"}
    data = {"constituencies": {"p": {"name": "Parents"}}, "bodies": {"one": board, "two": board}}
    of = paper(Structure.model_validate(data), Settings(select=["REP101"]), as_of=DAY)
    asked = section(of, "What we ask the board to do")
    assert [text[:31] for text in asked] == ["Ask for a seat on a for Parents"]
    assert asked[0].endswith("(Findings 1 and 2)")
