"""Several names in one text: which bodies it names, and what a file is told that writes them as one."""

from pathlib import Path

import openpyxl
import pytest

import govgraph
from govgraph.model.name_lists import names_in

BODIES = """
  council: {name: Wendle County Council, kind: organisation, other_names: [WCC], accountable_to: the electors}
  cabinet: {name: The Cabinet, kind: committee, part_of: council}
  director: {name: Director of Children's Services, kind: post, reports_to: cabinet}
  icb: {name: Wendle Integrated Care Board, kind: organisation, other_names: [ICB], accountable_to: NHS England}
  hwb: {name: Health and Wellbeing Board, kind: committee, part_of: council}
  scrutiny: {name: "Children's Overview & Scrutiny Committee", kind: committee, part_of: council}
"""
NAMES = {"board": "b", "council": "c", "health and wellbeing board": "hwb", "audit, risk and assurance group": "arag"}


def board(accountable_to: str, key: str = "accountable_to") -> str:
    """A structure with a board that answers to somebody in one text."""
    return f'bodies:{BODIES}  b: {{name: SEND Board, kind: board, {key}: "{accountable_to}"}}\n'


def refusal(text: str) -> str:
    """Why a structure is refused."""
    with pytest.raises(govgraph.InputError) as error:
        govgraph.read_text(text)
    assert len(error.value.faults) == 1
    return error.value.faults[0].message


@pytest.mark.parametrize(
    ("text", "known", "others"),
    [
        ("Board", ("b",), ()),
        ("Board and Council", ("b", "c"), ()),
        ("Health and Wellbeing Board and Council", ("hwb", "c"), ()),
        ("Audit, Risk and Assurance Group, Board", ("arag", "b"), ()),
        ("Council (Board)", ("c", "b"), ()),
        ("Council (and Board)", ("c", "b"), ()),
        ("Council (Board, Health and Wellbeing Board)", ("c", "b", "hwb"), ()),
        ("Health and Wellbeing Board (HWB)", ("hwb",), ()),
        ("Board (of the county)", (), ("Board (of the county)",)),
        ("(Board)", ("b",), ()),
        ("Board, Board", ("b",), ()),
        ("Board and the electors", ("b",), ("the electors",)),
        ("the members of the Board", (), ("the members of the Board",)),
        ("Board, jointly", ("b",), ()),
        ("", (), ()),
        (", ; and", (), ()),
    ],
)
def test_which_names_a_text_holds(text: str, known: tuple[str, ...], others: tuple[str, ...]) -> None:
    assert names_in(text, lambda name: NAMES.get(name.casefold().removeprefix("the "))) == (known, others)


def test_very_long_texts_are_no_lists_of_names() -> None:
    known, others = names_in(", ".join(["x"] * 500), NAMES.get)
    assert (known, len(others)) == ((), 40)


@pytest.mark.parametrize(
    "text",
    [
        "Director of Children's Services, Wendle Integrated Care Board",
        "Director of Children's Services and Wendle Integrated Care Board",
        "Director of Children's Services & the ICB",
        "Director of Children’s Services / ICB",
        "director of childrens services; icb",
        "Director of Children's Services\\nICB",
        "1. Director of Children's Services\\n2. ICB",
        "both the Director of Children's Services and the ICB (jointly)",
        "Director of Children's Services (and ICB)",
        "Director of Children's Services (DCS), Wendle Integrated Care Board (ICB)",
        "Director of Children's Services – ICB",
        "Directer of Children's Services, Wendle Integrated Care Bord",
    ],
)
def test_two_bodies_in_one_text_are_a_fault_that_names_both(text: str) -> None:
    message = refusal(board(text))
    names = "Director of Children's Services; Wendle Integrated Care Board"
    assert f"names two bodies of this structure ({names}), but accountable_to is for those outside it." in message
    assert "Use reports_to or part_of for each of them. For several, write [director, icb]." in message


@pytest.mark.parametrize("text", ["Health & Wellbeing Board", "the Health and Wellbeing Board", "hwb", "ICB."])
def test_one_body_is_a_fault_as_before(text: str) -> None:
    assert "Use reports_to or part_of." in refusal(board(text))


@pytest.mark.parametrize(
    ("text", "inside", "rest"),
    [
        ("Health and Wellbeing Board and NHS England", "Health and Wellbeing Board", "NHS England"),
        ("the electors, Children's Overview and Scrutiny Committee", "Children's Overview", "the electors"),
        ("Director of Finance, Wendle County Council", "Wendle County Council", "Director of Finance"),
    ],
)
def test_a_body_beside_others_is_a_fault_that_says_what_to_keep(text: str, inside: str, rest: str) -> None:
    message = refusal(board(text))
    assert f"names a body of this structure ({inside}" in message
    assert f"Keep accountable_to for the rest ({rest})." in message
    assert message.endswith("If all of it is one name, list that as a body too.")


def test_a_name_that_is_listed_as_a_body_is_one() -> None:
    post = '  post: {name: "Director of Finance, Wendle County Council", kind: post, reports_to: council}\n'
    text = board("post", "reports_to") + post
    assert govgraph.read_text(text).bodies["b"].reports_to[0].to == "post"
    assert "(Director of Finance, Wendle County Council)" in refusal(
        board("Director of Finance, Wendle County Council") + post
    )


@pytest.mark.parametrize(
    "text",
    [
        "the voters of the district",
        "the members in general meeting",
        "the electors and the Secretary of State for Health and Social Care",
        "Ofsted, CQC and NHS England",
        "the members of the Cabinet",
        "Health and Wellbeing Board (of the county)",
        "Health Board",
    ],
)
def test_those_outside_end_a_line(text: str) -> None:
    structure = govgraph.read_text(board(text)).at("2026-03-01")
    (end,) = govgraph.trace(structure, "b").leaves
    assert end.to == text
    assert not govgraph.trace(structure, "b").stops


@pytest.mark.parametrize("key", ["reports_to", "part_of", "scrutinised_by", "advises"])
@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the Cabinet & the ICB", "cabinet, icb"),
        ("Health and Wellbeing Board and Children's Overview & Scrutiny Committee", "hwb, scrutiny"),
        ("cabinet and icb", "cabinet, icb"),
    ],
)
def test_two_bodies_as_one_under_other_keys_are_told_too(key: str, text: str, ids: str) -> None:
    assert refusal(board(text, key)).endswith(f" For several, write [{ids}].")


def test_in_a_workbook_the_fault_names_the_cell_and_says_what_to_write(tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    workbook = openpyxl.Workbook()
    bodies = workbook.active
    assert bodies is not None
    bodies.title = "Bodies"
    for row in (("Name", "Kind"), ("The Board", "board"), ("Cabinet", "committee"), ("ICB", "organisation")):
        bodies.append(row)
    relations = workbook.create_sheet("Relations")
    relations.append(("From", "Relation", "To"))
    relations.append(("The Board", "is accountable to", "Cabinet, ICB"))
    workbook.save(book)
    with pytest.raises(govgraph.InputError) as error:
        govgraph.read(book)
    (fault,) = error.value.faults
    assert (fault.sheet, fault.line, fault.column) == ("Relations", 2, 3)
    assert fault.message == (
        "'Cabinet, ICB' names two bodies of this structure (Cabinet; ICB), but 'is accountable to' is for those "
        "outside it. Use 'reports to' or 'is part of' for each of them. Several may stand in this cell, with "
        "commas between them. If all of it is one name, list that as a body too."
    )


def test_what_if_is_refused_as_a_file_is() -> None:
    changed = govgraph.read_text(board("the electors")).with_relation("b", "accountable_to", "Cabinet and ICB")
    with pytest.raises(govgraph.InputError, match="names two bodies of this structure"):
        govgraph.check(changed)


@pytest.mark.parametrize("key", ["reports_to", "part_of", "accountable_to"])
def test_a_line_leads_or_is_joint(key: str) -> None:
    to = "the public" if key == "accountable_to" else "council"
    text = f"bodies:{BODIES}  b: {{name: B, kind: board, {key}: {{to: {to}, lead: true, jointly: true}}}}\n"
    assert "is marked as the leading line and as a joint one; keep only one of the two." in refusal(text)


def test_only_lines_are_joint() -> None:
    text = f"bodies:{BODIES}  b: {{name: B, kind: board, advises: {{to: council, jointly: true}}}}\n"
    assert "'jointly' is not a key of a relation." in refusal(text)


def test_the_name_of_a_body_comes_before_the_other_name_of_another() -> None:
    bodies = BODIES.replace("name: The Cabinet", "name: The Cabinet, other_names: [Health Board]").replace(
        "name: Health and Wellbeing Board", "name: Health Board"
    )
    message = refusal(f"bodies:{bodies}  b: {{name: SEND Board, kind: board, accountable_to: Health Board}}\n")
    assert message.startswith("'Health Board' is a body of this structure (Health Board), ")
    turned = "".join(reversed(bodies.splitlines(keepends=True)[1:]))
    assert (
        refusal(f"bodies:\n{turned}  b: {{name: SEND Board, kind: board, accountable_to: Health Board}}\n") == message
    )
