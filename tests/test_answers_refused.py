"""Answers that say nothing, that name people, or that contradict the file or one another: none becomes a fact."""

from typing import Any

import pytest

import govgraph
from govgraph.answers import record, rows_of_bytes
from govgraph.model import Structure

FILE = """
as_of: 2026-01-01
constituencies: {parents: {name: Parent carers, represented_by: forum}}
themes: {waits: {name: Waiting times}, plans: {name: Plans}}
bodies:
  council: {name: The Council, kind: organisation, accountable_to: the electors}
  board:
    name: The Board
    kind: board
    reports_to: council
    part_of: council
    scrutinised_by: panel
    monitors: plans
    responsible_for: plans
    statutory: cabinet
    quorum: three members
    seats: [{person: Dr Zephyrine Quill, role: chair}, {as: councillor}]
  panel: {name: Panel, kind: panel}
  group: {name: Task Group, kind: task_and_finish_group, until: 2027-03-31}
  old: {name: Old Board, kind: board, until: 2020-01-01}
  forum: {name: See Hear Forum, kind: forum}
"""


def answered(*rows: tuple[str, ...]) -> Structure:
    """The structure with answers: key, about, answer and perhaps source."""
    names = ("key", "about", "answer", "source")
    return govgraph.answer(govgraph.read_text(FILE), [dict(zip(names, row, strict=False)) for row in rows])


def refused(*rows: tuple[str, ...]) -> list[str]:
    """The faults of answers, none of which is recorded."""
    with pytest.raises(govgraph.InputError) as error:
        answered(*rows)
    return [str(fault) for fault in error.value.faults]


NOT_KNOWN = [
    "don't know",
    "I don’t know, sorry.",
    "not sure",
    "We do not know yet",
    "?",
    "N/A",
    "None known",
    "TBC; tbc",
]


@pytest.mark.parametrize("answer", NOT_KNOWN)
@pytest.mark.parametrize("key", ["chair", "members", "reports_to", "quorum"])
def test_what_is_not_known_is_no_answer(key: str, answer: str) -> None:
    assert refused((key, "Panel", answer)) == ["No question is answered: fill in the column “Answer”."]


def test_what_is_not_known_of_some_stays_open_for_these() -> None:
    found = answered(("chair", "Panel; Task Group", "Panel: lay member; Task Group: don't know"))
    assert [len(found.bodies[key].seats) for key in ("panel", "group")] == [1, 0]
    text = b"Key,About,Answer\nchair,Panel,lay member\nchair,Task Group,Task Group: ?\n"
    recorded = record(govgraph.read_text(FILE), rows_of_bytes(text, "a.csv"))
    assert (recorded.answered, recorded.left_empty) == (1, 1)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("see minutes", "“see minutes” says where the answer is. Write the answer itself, and that document under"),
        ("Please ask the clerk", "says where the answer is."),
        ("as per terms of reference", "says where the answer is."),
        ("#NAME?", "“#NAME?” is a formula, or an error of the spreadsheet. Write the answer as text."),
        ("=A1", "“=A1” is a formula, or an error of the spreadsheet."),
        ("lay member; ?", "“?” is no answer. Leave it out, and end a list that is not complete with “and others”."),
        ('"Board; lay member', "has a quotation mark without a partner. For a name with “;”, copy the row"),
        ("x", "“x” does not say who it is. Write a post or a body."),
        ("yes", "“yes” does not say who it is. Write a post or a body."),
    ],
)
@pytest.mark.parametrize("key", ["chair", "members", "reports_to"])
def test_words_that_name_nobody_are_refused(key: str, answer: str, why: str) -> None:
    (fault,) = refused((key, "Panel", answer))
    assert fault.startswith("2: Answer: ")
    assert why in fault


def test_a_body_may_be_called_like_words_that_say_nothing() -> None:
    assert answered(("chair", "Panel", "See Hear Forum")).bodies["panel"].seats[0].holder == "forum"


@pytest.mark.parametrize("answer", ["Zephyrine Quill", "cllr zephyrine quill", "Cllr Jones", "Mrs. Jones"])
@pytest.mark.parametrize("key", ["chair", "members", "reports_to", "quorum"])
def test_names_of_people_are_refused_and_not_repeated(key: str, answer: str) -> None:
    why = "This names a person. Write the post or the body instead."
    assert refused((key, "Panel", answer)) == [f"2: Answer: {why}"]
    assert refused((key, "Panel", "councillor", f"Email of {answer}, May 2026")) == [f"2: Source: {why}"]


def test_a_source_that_is_not_known_is_none() -> None:
    assert list(answered(("chair", "Panel", "lay member", "?")).sources) == ["answers-to-the-questions-of-govgraph"]


@pytest.mark.parametrize(
    ("key", "about", "answer", "why"),
    [
        ("reports_to", "The Board", "nobody", "The file says that The Board reports to The Council"),
        ("scrutinisers", "The Board", "nobody", "The file says that The Board is scrutinised by Panel."),
        ("parts", "The Council", "nobody", "The file says that the parts of The Council are The Board."),
        ("owner", "Plans", "nobody", "The file says that it is the responsibility of The Board."),
        ("monitor", "Plans", "nobody", "The file says that it is monitored by The Board."),
        (
            "spokesbody",
            "Parent carers",
            "nobody",
            "The file says that Parent carers are represented by See Hear Forum.",
        ),
        ("last_day", "Task Group", "2030", "The file says that Task Group ends on 31 March 2027. Correct that first."),
        ("legal_form", "The Board", "schools forum", "The file says that The Board is a cabinet. Correct that first."),
        ("reports_to", "Panel", "Old Board", "Old Board has ended. Write the name of a body that is in place."),
        ("owner", "Waiting times", "Old Board", "Old Board has ended."),
        ("scrutinisers", "Panel", "Panel", "The answer names Panel itself. Write the name of another body."),
        ("part_of", "Panel", "Panel", "The answer names Panel itself."),
        ("successor", "Panel", "Panel", "The answer names Panel itself."),
        ("contact", "Panel", "SEND Champion, senior", "The file lists no contact on Panel."),
        ("votes", "The Board", "yes; no", "“no” contradicts another part of this answer."),
        ("votes", "The Board", "councillor: yes; councillor: no", "“councillor: no” contradicts another part"),
        ("reports_to", "Panel", "The Board; nobody", "“nobody” does not go with other names."),
        ("members", "Panel", "0 councillors", "“0 councillors” does not say who sits there."),
        ("members", "Panel", "councillors", "“councillors” may be any number of seats. Write how many, as in “two"),
    ],
)
def test_what_the_file_says_otherwise_is_refused(key: str, about: str, answer: str, why: str) -> None:
    assert f"2: Answer: {why}" in refused((key, about, answer))[0]


def test_nobody_else_leaves_what_the_file_says() -> None:
    board = answered(("also_reports_to", "The Board", "nobody else"), ("also_scrutinised_by", "The Board", "nobody"))
    note = board.bodies["board"].note
    assert note == (
        "It reports to nobody else: Answers to the questions of govgraph. "
        "Nobody else scrutinises it: Answers to the questions of govgraph."
    )


def test_a_quorum_that_is_answered_anew_keeps_its_words() -> None:
    board = answered(("quorum", "The Board", "three councillors", "Minutes")).bodies["board"]
    assert (board.quorum, board.note) == ("three councillors", "Quorum (before: “three members”): Minutes.")


@pytest.mark.parametrize("members", ["councillor; lay member", "nobody"])
@pytest.mark.parametrize(("key", "answer"), [("chair", "officer"), ("votes", "officer: yes")])
def test_who_is_not_among_all_members_neither_chairs_nor_votes(members: str, key: str, answer: str) -> None:
    faults = refused((key, "Panel", answer), ("members", "Panel", members))
    assert faults == ["2: Answer: Another answer lists all seats on Panel, and not this one. Correct one."]


def test_somebody_where_another_row_says_nobody_is_refused() -> None:
    rows = [("reports_to", "Panel", "nobody"), ("also_reports_to", "Panel", "The Board")]
    faults = refused(*rows, ("scrutinisers", "Panel", "nobody"))
    assert faults == ["3: Answer: Row 2 says “nobody”. Correct one of the two."]


def seats(*rows: tuple[str, ...]) -> list[dict[str, Any]]:
    """The seats on the panel."""
    stated = answered(*rows).bodies["panel"].seats
    return [
        seat.model_dump(mode="json", by_alias=True, include=seat.model_fields_set - {"source", "note"})
        for seat in stated
    ]


@pytest.mark.parametrize(
    "answer",
    ["two councillors", "2 x councillors", "2x councillors", "councillors x 2", "councillors (2)", "councillors (x2)"],
)
def test_numbers_of_seats_as_people_write_them(answer: str) -> None:
    assert seats(("members", "Panel", answer)) == [{"as": ["councillor"]}] * 2


def test_the_chair_is_one_of_several_alike() -> None:
    rows = [
        ("members", "Panel", "two councillors"),
        ("chair", "Panel", "councillor"),
        ("votes", "Panel", "councillors: no"),
    ]
    assert seats(*rows) == [
        {"as": ["councillor"], "role": "chair", "votes": False},
        {"as": ["councillor"], "votes": False},
    ]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Key,About,Answer,answer\n", ["a.csv:1: There is more than one column “Answer”. Keep one."]),
        (
            "Key,About,Answer\nremit,Panel,decides, strategic\nchair,Panel,lay member,,\nchair,Panel,x,y\n",
            [
                f"a.csv:{row}: This row has more cells than the first. Put a text that holds “,” in quotation marks."
                for row in (2, 4)
            ],
        ),
        (
            'Key;About;Answer\nchair;"Panel\nBoard";Pr\ufffdsident\nchair;Pan\u200bel;x\n',
            [
                "a.csv:2: Answer: A letter was lost here (“\ufffd”). Write it again.",
                "a.csv:3: About: A character that cannot be seen is here (U+200B); delete it.",
            ],
        ),
    ],
    ids=["a column twice", "cells too many", "letters"],
)
def test_each_broken_row_of_a_table_is_named(text: str, faults: list[str]) -> None:
    with pytest.raises(govgraph.InputError) as error:
        rows_of_bytes(text.encode(), "a.csv")
    assert [str(fault) for fault in error.value.faults] == faults
