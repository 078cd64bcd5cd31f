"""What somebody types who has only read the README: it is understood, or the message says what to write instead."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from formats.test_other_words import filled

import govgraph
from govgraph.model import Structure
from govgraph.model.faults import InputError

Rows = list[dict[str, Any]]

BODIES: Rows = [
    {"Name": "Wendle County Council", "Kind": "County council", "Other names": "WCC, the Council"},
    {"Name": "Cabinet", "Kind": "committee", "Statutory": "Cabinet"},
    {"Name": "Director of Children's Services", "Kind": "post", "Other names": "DCS"},
    {"Name": "SEND and AP Partnership Board", "Kind": "partnership", "Other names": "Partnership Board"},
    {"Name": "Parent Carer Forum", "Kind": "parent carer forum", "Other names": "PCF"},
    {"Name": "Wendle ICB", "Kind": "NHS body", "Other names": "ICB", "Status": "live"},
]
PEOPLE: Rows = [
    {"Name": "Parent carers", "Represented by": "PCF"},
    {"Name": "Young people"},
]
WAITS: Rows = [{"Name": "Waits", "Raised by": "Parent carers"}]


def read(path: Path, **more: Rows) -> Structure:
    rows = {"Bodies": BODIES + more.pop("Bodies", []), "Constituencies": PEOPLE, "Themes": WAITS}
    return govgraph.read(filled(path / "x.xlsx", rows | more))


def refused(path: Path, **more: Rows) -> list[str]:
    with pytest.raises(InputError) as error:
        read(path, **more)
    return [str(fault).split(": ", 1)[1] for fault in error.value.faults]


def notices(structure: Structure) -> list[str]:
    return [str(notice).split(": ", 1)[1] for notice in structure.notices]


def relation(words: str, to: str, start: str = "Partnership Board") -> Rows:
    return [{"From": start, "Relation": words, "To": to}]


def test_other_names_with_commas_are_several_where_they_are_used_so(tmp_path: Path) -> None:
    structure = read(tmp_path, Relations=relation("reports to", "Council"))
    council = structure.bodies["wendle-county-council"]
    assert council.other_names == ("WCC", "the Council")
    assert [line.to for line in structure.bodies["send-and-ap-partnership-board"].reports_to] == [
        "wendle-county-council"
    ]
    assert notices(structure)[0] == "Bodies!D3: 'WCC, the Council' is read as two names, parted by commas."


def test_another_name_may_hold_a_comma(tmp_path: Path) -> None:
    structure = read(tmp_path, Relations=relation("reports to", "Wendle County Council"))
    assert structure.bodies["wendle-county-council"].other_names == ("WCC, the Council",)
    assert not any("parted" in line for line in notices(structure))


def test_a_part_of_other_names_comes_after_every_name(tmp_path: Path) -> None:
    town: Rows = [{"Name": "The Council", "Kind": "council"}]
    structure = read(tmp_path, Bodies=town, Relations=relation("reports to", "the Council"))
    assert [line.to for line in structure.bodies["send-and-ap-partnership-board"].reports_to] == ["the-council"]
    assert structure.bodies["wendle-county-council"].other_names == ("WCC, the Council",)


def test_a_part_of_two_lists_of_names_means_neither(tmp_path: Path) -> None:
    town: Rows = [{"Name": "Wendle Town Council", "Kind": "council", "Other names": "WTC, the Council"}]
    (line,) = refused(tmp_path, Bodies=town, Relations=relation("reports to", "the Council"))
    assert line.startswith("Relations!C3: There is no body 'the Council'. Did you mean 'Wendle ")


@pytest.mark.parametrize("words", ["jointly reports to", "reports jointly to", "Jointly reports to"])
def test_jointly_in_the_words_of_a_line_is_taken_as_stated(words: str, tmp_path: Path) -> None:
    structure = read(tmp_path, Relations=relation(words, "DCS, ICB"))
    lines = structure.bodies["send-and-ap-partnership-board"].reports_to
    assert [(line.to, line.jointly) for line in lines] == [
        ("director-of-childrens-services", True),
        ("wendle-icb", True),
    ]
    assert f"Relations!B3: “{words}” is read as “reports to”, with yes under Jointly." in notices(structure)


def test_what_cannot_be_joint_is_not_taken_so(tmp_path: Path) -> None:
    (line,) = refused(tmp_path, Relations=relation("jointly advises", "DCS, ICB"))
    assert line.startswith("Relations!B3: Relation should be reports to, ")


@pytest.mark.parametrize(
    ("words", "key", "turned"),
    [
        ("executive of", "part_of", False),
        ("inspects", "overseen_by", True),
        ("is regulated by", "overseen_by", False),
    ],
)
def test_words_for_relations_of_bodies(words: str, key: str, turned: bool, tmp_path: Path) -> None:
    structure = read(tmp_path, Relations=relation(words, "ICB", "Cabinet"))
    start, end = ("wendle-icb", "cabinet") if turned else ("cabinet", "wendle-icb")
    assert [line.to for line in getattr(structure.bodies[start], key)] == [end]


@pytest.mark.parametrize("words", ["owns", "is the owner of", "leads on"])
def test_who_owns_a_theme_is_responsible_for_it(words: str, tmp_path: Path) -> None:
    structure = read(tmp_path, Relations=relation(words, "waits"))
    assert [duty.theme for duty in structure.bodies["send-and-ap-partnership-board"].responsible_for] == ["waits"]


@pytest.mark.parametrize("to", ["Cabinet and DCS", "Cabinet / DCS", "Cabinet & DCS"])
@pytest.mark.parametrize("words", ["reports to", "scrutinises"])
def test_several_names_without_commas_are_refused_with_what_to_write(words: str, to: str, tmp_path: Path) -> None:
    (line,) = refused(tmp_path, Relations=relation(words, to))
    assert line.endswith("Several may stand in this cell, with commas between them.")


def test_under_from_a_cell_takes_one(tmp_path: Path) -> None:
    (line,) = refused(tmp_path, Relations=relation("reports to", "DCS", "Cabinet and ICB"))
    assert line.endswith("Only one can stand in this cell: write a row for each.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("parents", "Did you mean 'Parent carers'?"),
        ("YP", "Did you mean 'Young people'?"),
        ("Children and young people", "Did you mean 'Young people'?"),
        ("PCF", "It is a body, and speaks for a group. Did you mean 'Parent carers'?"),
        ("Carers of adults", "If it is not a typing mistake, add a row for it on the sheet Constituencies."),
    ],
)
def test_who_is_meant_is_suggested(text: str, said: str, tmp_path: Path) -> None:
    (line,) = refused(tmp_path, Seats=[{"Body": "Cabinet", "On behalf of": text}])
    assert line == f"Seats!B3: There is no constituency '{text}'. {said}"


@pytest.mark.parametrize(
    ("sheet", "row", "end"),
    [
        ("Bodies", {"Name": "B", "Kind": "Cabinet"}, "not 'Cabinet'. 'Cabinet' goes under Statutory."),
        ("Bodies", {"Name": "B", "Kind": "partnership board"}, "Did you mean 'partnership'?"),
        ("Bodies", {"Name": "B", "Kind": "board", "Level": "decides"}, "not 'decides'. 'decides' goes under Does."),
        (
            "Bodies",
            {"Name": "B", "Kind": "board", "Statutory": "Regional Partnership Board"},
            "not 'Regional Partnership Board'. If it is none of these, leave the cell empty.",
        ),
        # An empty status means that it is in place.
        ("Bodies", {"Name": "B", "Kind": "board", "Status": "planned"}, "or ended, not 'planned'."),
        ("Seats", {"Body": "Cabinet", "Role": "Cllr"}, "not 'Cllr'. 'Cllr' goes under In the capacity of."),
        ("Seats", {"Body": "Cabinet", "Votes": "Voting"}, "Votes should be yes or no, not 'Voting'."),
    ],
)
def test_what_stands_in_the_wrong_column_is_told_the_right_one(
    sheet: str, row: dict[str, Any], end: str, tmp_path: Path
) -> None:
    (line,) = refused(tmp_path, **{sheet: [row]})
    assert line.endswith(end)


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("C of E rep", "church_representative"),
        ("Church in Wales representative", "church_representative"),
        ("Parent governor rep.", "parent_governor"),
        ("Third sector rep", "voluntary_sector"),
        ("Sales rep", "Sales rep"),
    ],
)
def test_a_rep_is_a_representative(text: str, capacity: str, tmp_path: Path) -> None:
    structure = read(tmp_path, Seats=[{"Body": "Cabinet", "In the capacity of": text}])
    assert structure.bodies["cabinet"].seats[0].as_ == (capacity,)


def test_nations_are_offered_as_they_are_written(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(filled(tmp_path / "x.xlsx", {}))
    lists = {one.formula1 for one in book["Settings"].data_validations.dataValidation}
    assert '"England,Wales,Scotland,Northern Ireland,elsewhere"' in lists
