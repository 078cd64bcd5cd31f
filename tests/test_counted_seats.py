"""Entries that stand for several seats: what they state, how they are counted, shown, asked about and written."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

import govgraph
from govgraph.diagram.body_record import body_record
from govgraph.findings import Aspect
from govgraph.formats.structure_files import write
from govgraph.graph import seat_count, seat_count_is_known
from govgraph.graph.measures import blocks
from govgraph.graph.tracing import trace
from govgraph.model import Structure
from govgraph.model.faults import InputError
from helpers import findings, graph

TEXT = """
membership: complete
constituencies: {parents: {name: Parent carers, represented_by: forum}}
sources: {terms: {title: Terms of reference}}
bodies:
  forum: {name: Parent Forum, kind: organisation}
  council: {name: The Council, kind: organisation, appoints: {to: board, role: chair, removes: yes}}
  board:
    name: The Board
    kind: board
    reports_to: council
    escalates_to: council
    substitutes: yes
    substitutes_limit: one for each member
    seats:
    - {as: non_executive_member, count: 4, votes: yes}
    - {as: councillor, role: chair, votes: yes}
    - {on_behalf_of: parents, holder: forum, count: 2, votes: yes}
    - {on_behalf_of: parents, vacant: yes, count: 2}
    composition:
    - {on_behalf_of: parents, share: at least half, source: {id: terms, where: section 3}}
    - {as: [councillor, lay member], at_least: 1, at_most: 3}
"""


@pytest.fixture
def structure() -> Structure:
    return govgraph.read_text(TEXT).at("2026-01-01")


def seat(text: str) -> str:
    """What a seat of this text is refused with."""
    with pytest.raises(InputError) as refused:
        govgraph.read_text(f"bodies: {{board: {{name: The Board, kind: board, seats: [{{{text}}}]}}}}")
    return refused.value.faults[0].message


def rule(text: str) -> str:
    """What a rule on members of this text is refused with."""
    people = "constituencies: {parents: {name: Parents}}"
    with pytest.raises(InputError) as refused:
        govgraph.read_text(f"{{{people}, bodies: {{board: {{name: B, kind: board, composition: [{{{text}}}]}}}}}}")
    return refused.value.faults[0].message


def test_an_old_seat_is_one() -> None:
    (one,) = govgraph.read_text("bodies: {b: {name: B, kind: board, seats: [{as: officer}]}}").bodies["b"].seats
    assert (one.count, one.several) == (1, False)


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "many", "yes", "'4 or 5'"])
def test_a_number_of_seats_is_a_whole_number(number: str) -> None:
    assert seat(f"count: {number}").startswith("count should be ")


def test_what_several_seats_cannot_be() -> None:
    assert seat("count: 4, several: yes") == (
        "This seat stands for 4 seats and for a number that is not known; keep one of the two."
    )
    for several in ("count: 2", "several: yes"):
        assert seat(f"{several}, person: Somebody") == (
            "This seat stands for several seats, but names one person; give that person a seat of their own."
        )


def test_what_a_rule_on_members_must_say() -> None:
    assert rule("on_behalf_of: parents").endswith("give the least number, the greatest number or the share.")
    assert rule("as: officer, at_least: 3, at_most: 2") == (
        "This rule on members asks for at least 3 and at most 2; change one of the two."
    )
    assert "names a constituency and capacities" in rule("as: officer, on_behalf_of: parents, at_least: 1")
    assert "does not say of whom" in rule("share: half")
    assert rule("as: officer, share: a lot").startswith("share should be a share such as “half”, ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("church_schools: [neither, RC]", "church_schools has neither beside a church; keep only one of the two."),
        (
            "nation: ireland",
            "nation should be england, wales, scotland, northern_ireland or elsewhere, not 'ireland'.",
        ),
    ],
)
def test_what_is_no_church_or_nation(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        govgraph.read_text(f"{{{text}, bodies: {{board: {{name: The Board, kind: board}}}}}}")
    assert [fault.message for fault in error.value.faults] == [message]


def test_other_words_for_nations() -> None:
    for text, nation in (("Cymru", "wales"), ("N. Ireland", "northern_ireland")):
        read = govgraph.read_text(f"{{nation: {text}, bodies: {{board: {{name: The Board, kind: board}}}}}}")
        assert read.nation == nation


def test_messages_name_keys_as_the_file_has_them() -> None:
    def message(text: str) -> str:
        with pytest.raises(InputError) as error:
            govgraph.read_text(f"bodies: {{board: {{name: The Board, kind: board, {text}}}}}")
        return error.value.faults[0].message

    assert message("composition: half") == (
        "composition should be a mapping such as {on_behalf_of: ..., as: ...}, not 'half'."
    )
    assert message("appoints: {to: board, jointly: true}") == "'jointly' is not a key of an appointment."


def test_a_share_that_excel_made_a_date_is_one_fault(tmp_path: Path, structure: Structure) -> None:
    """Excel makes a day of 1/2; that the rule then has no share follows from it."""
    path = tmp_path / "board.xlsx"
    write(structure, path)
    book = openpyxl.load_workbook(path)
    sheet = book["Composition"]
    column = [cell.value for cell in sheet[1]].index("Share") + 1
    sheet.cell(2, column).value = date(2026, 2, 1)
    book.save(path)
    with pytest.raises(InputError) as error:
        govgraph.read(path)
    assert [fault.message for fault in error.value.faults] == [
        "Share holds a date or a time where text is meant; format the cell as text, and write it again."
    ]


def test_the_page_says_what_a_body_deals_with_and_where_it_is() -> None:
    text = "bodies: {osc: {name: OSC, kind: committee, covers: [health, crime and disorder], nation: N Ireland}}"
    of = govgraph.GovernanceGraph(govgraph.read_text(text))
    facts = dict(body_record(of, trace(of, "osc"), with_names=False).facts)
    assert (facts["What it deals with"], facts["Nation"]) == ("health, crime and disorder", "Northern Ireland")


def test_seats_are_counted_as_many(structure: Structure) -> None:
    of = govgraph.GovernanceGraph(structure)
    seats = of.voice.membership("board").seats
    assert (len(seats), seat_count(seats), seat_count_is_known(seats)) == (4, 9, True)
    assert of.count_seats() == 9
    standing = of.voice.standing("board", "parents")
    assert (standing.seat_count, standing.votes, seat_count(standing.vacant)) == (2, 2, 2)


def test_a_number_that_is_not_known_is_one_at_least() -> None:
    seats = graph("somebody -- sits_on[as officer, several] --> board").voice.membership("board").seats
    assert (seat_count(seats), seat_count_is_known(seats)) == (1, False)


def test_fewer_seats_of_one_entry_are_less() -> None:
    def standing(number: str) -> object:
        return graph(f"somebody -- sits_on[parents{number}] --> board").voice.standing("board", "parents")

    one, two, several = standing(""), standing(", count 2"), standing(", several")
    assert one.is_less_than(two)  # type: ignore[attr-defined]
    assert not two.is_less_than(one)  # type: ignore[attr-defined]
    assert not several.is_less_than(two)  # type: ignore[attr-defined]


def test_votes_of_an_entry_are_not_one_block_unless_somebody_holds_them(structure: Structure) -> None:
    found = sorted(
        (block.constituencies, block.holder, block.seats, block.votes)
        for block in blocks(govgraph.GovernanceGraph(structure))
    )
    assert found == [((), None, 1, 1)] * 5 + [(("parents",), None, 2, 2)]


def test_no_power_is_counted_where_a_number_is_not_known() -> None:
    lines = "board: board, membership complete\nsomebody -- sits_on[as officer, voting, several] --> board"
    assert [block.banzhaf for block in blocks(graph(lines))] == [None]


def test_a_trace_shows_them(structure: Structure) -> None:
    sentences = govgraph.trace(structure, "The Board").to_frame()["sentence"].to_list()
    for sentence in (
        "The Board escalates to The Council (no source given)",
        "The Council appoints to The Board: the chair, and can remove them (no source given)",
        "The Board must have at least half of the members for Parent carers (Terms of reference, section 3)",
        "The Board must have at least one member and at most three members as councillor or lay member "
        "(no source given)",
        "Substitutes: allowed; one for each member",
        "Parent carers: a vacant seat on The Board, two of these (no source given)",
    ):
        assert sentence in sentences


def test_no_line_of_accountability_runs_along_them(structure: Structure) -> None:
    without = structure.without_relation("The Board", "reports_to", "The Council")
    of = govgraph.GovernanceGraph(without)
    assert of.accountability.steps_from("board") == []
    assert [finding.bodies for finding in findings("ACC101", without)] == [("board",)]


@pytest.mark.parametrize("name", ["x.yaml", "x.json", "x.xlsx", "folder"])
def test_all_of_it_is_written_and_read_again(structure: Structure, tmp_path: Path, name: str) -> None:
    write(structure, str(tmp_path / name))
    again = govgraph.read(str(tmp_path / name))
    assert again.bodies == structure.bodies


OPEN = """
membership: complete
bodies:
  board:
    name: The Board
    kind: board
    quorum: five
    seats: [{as: officer, several: yes}, {as: councillor, count: 4}, {as: lay member, several: yes}]
"""


def answered(key: str, answer: str, text: str = OPEN) -> list[tuple[str, int, bool, str]]:
    """The seats on the board once a question is answered: capacity, number, whether that is open, role."""
    row = {"key": key, "about": "The Board", "answer": answer, "source": "Minutes"}
    seats = govgraph.answer(govgraph.read_text(text), [row]).bodies["board"].seats
    return [(one.as_[0], one.count, one.several, one.role.value) for one in seats]


def refused(key: str, answer: str) -> str:
    """Why an answer is refused."""
    with pytest.raises(InputError) as error:
        answered(key, answer)
    return str(error.value)


def test_the_number_is_asked_for_and_can_be_answered() -> None:
    alone = OPEN.replace("{as: councillor, count: 4}, ", "")
    (finding,) = findings("MAN106", govgraph.read_text(alone))
    assert [lack.aspect for lack in finding.lacks] == [Aspect.SEAT_NUMBERS]
    assert finding.lacks[0].question.startswith("How many seats are there on the Board where ")
    settled = answered("seat_numbers", "three; 2")
    assert settled == [
        ("officer", 3, False, "member"),
        ("councillor", 4, False, "member"),
        ("lay_member", 2, False, "member"),
    ]


def test_answers_that_give_no_numbers() -> None:
    assert "Write 2 numbers, one for each of these: officer; lay member." in refused("seat_numbers", "3")
    assert "“some” is not a number of seats." in refused("seat_numbers", "3; some")


def test_an_answer_that_lists_all_seats_gives_their_numbers() -> None:
    assert answered("members", "two officers; four councillors; lay member") == [
        ("officer", 2, False, "member"),
        ("councillor", 4, False, "member"),
        ("lay_member", 1, False, "member"),
    ]
    assert "The file also lists councillor" in refused("members", "two officers; three councillors; lay member")


def test_an_answer_about_one_of_several_makes_an_entry_of_its_own() -> None:
    assert answered("chair", "councillor") == [
        ("officer", 1, True, "member"),
        ("councillor", 3, False, "member"),
        ("lay_member", 1, True, "member"),
        ("councillor", 1, False, "chair"),
    ]
    found = answered("members", "two officers; councillor (chair); three councillors; lay member")
    assert ("councillor", 1, False, "chair") in found
    assert ("councillor", 3, False, "member") in found
