"""The sheet Draft: how it is written, how it looks, and that every row of it reads back as it was."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govgraph
from chance import examples
from formats.texts import NASTY, is_text
from formats.workbooks import workbook
from govgraph.formats.sheets.layout import WORDS, draft_fields, draft_ties, sheets
from govgraph.formats.sheets.workbook_writer import rendered, template
from govgraph.formats.structure_files import read_draft
from govgraph.model import Role, Structure
from govgraph.model.faults import InputError
from govgraph.model.proposal import Confirmed, Proposal, proposal_sentence

FORMS = ("x.yaml", "x.json", "x.xlsx", "folder")
texts = st.sampled_from([text for text in NASTY if is_text(text)])
proposals = st.builds(
    lambda stated: Proposal.model_validate({key: value for key, value in stated.items() if value not in (None, [])}),
    st.fixed_dictionaries(
        {"body": texts},
        optional={
            "confirmed": st.sampled_from(["no", None]),
            "as": st.lists(texts, max_size=2),
            "role": st.sampled_from([role.value for role in Role]),
            "votes": st.booleans(),
            "count": st.integers(1, 20),
            "several": st.booleans(),
            **dict.fromkeys(
                ("proposal", "says", "document", "where", "question", "what", "value", "holder", "on_behalf_of"), texts
            ),
        },
    ),
)
BOARD = {"bodies": {"board": {"name": "Board", "kind": "board"}}}
ONE = Proposal(says="It is a panel.", document="x.docx", body="Panel", what="is a", value="panel").with_sentence()


@pytest.mark.parametrize("form", FORMS)
@given(draft=st.lists(proposals, min_size=1, max_size=4), is_alone=st.booleans())
@examples(60, few=12)
def test_every_row_reads_back_as_it_was(form: str, draft: list[Proposal], is_alone: bool) -> None:
    structure = Structure.model_validate({**({} if is_alone else BOARD), "draft": draft})
    with TemporaryDirectory() as name:
        path = Path(name) / form
        govgraph.write(structure, path)
        again = read_draft(path)
    assert again.model_dump() == structure.model_dump()


def test_a_workbook_without_a_draft_has_no_such_sheet() -> None:
    for data in (rendered(Structure.model_validate(BOARD)), template()):
        names = openpyxl.load_workbook(BytesIO(data)).sheetnames
        assert names == ["Read me", *(sheet.name for sheet in sheets().values()), WORDS]


def test_a_draft_is_what_opens_and_is_fit_to_be_confirmed() -> None:
    book = openpyxl.load_workbook(BytesIO(rendered(Structure(draft=(ONE,)))))
    sheet = book["Draft"]
    assert book.sheetnames[:3] == ["Draft", "Read me", "Bodies"]
    assert book.active == sheet
    assert [cell.value for cell in sheet[1]] == [
        *("Confirmed", "Proposal", "The document says", "Document", "Where", "Question", "Body", "What", "Value"),
        *("Holder", "On behalf of", "As", "Role", "Votes", "Number", "Several"),
    ]
    row = [sheet[cell].value for cell in ("A2", "B2", "C2", "G2", "H2", "I2")]
    assert row == [None, "The Panel is a panel.", "It is a panel.", "Panel", "is a", "panel"]
    assert sheet["C2"].alignment.wrap_text
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:P501"
    lists = {str(each.sqref): str(each.formula1) for each in sheet.data_validations.dataValidation}
    assert lists["A2:A501"] == '"yes,no,change"'
    assert lists["H2:H501"].startswith(f"'{WORDS}'!")
    colours = [rule.formula[0] for area in sheet.conditional_formatting for rule in area.rules]
    assert colours == [f'$A2="{answer.value}"' for answer in (Confirmed.YES, Confirmed.NO, Confirmed.CHANGE)]
    read_me = [cell.value for cell in book["Read me"]["A"]]
    assert any("Nothing in it counts until you confirm it." in str(line) for line in read_me)


def test_what_is_offered_is_all_that_can_be_drafted() -> None:
    book = openpyxl.load_workbook(BytesIO(rendered(Structure(draft=(ONE,)))))
    (column,) = [column for column in book[WORDS].iter_cols(values_only=True) if column[0] == "What"]
    offered = [str(word) for word in column[1:] if word]
    relations = [tie.words for tie in draft_ties().values()]
    headers = [column.header for column in draft_fields().values()]
    others = ["is a", "is also called", "has a seat", "is a group of people", "is a theme", "is the same body as"]
    assert sorted(offered) == sorted([*relations, *headers, *others])
    assert {"reports to", "appoints to", "Meets", "Quorum", "Review by"} <= set(offered)
    assert not {"has no seat for", "Membership", "Lines", "Parts", "Name", "Source"} & set(offered)


def test_what_is_confirmed_leaves_the_draft(tmp_path: Path) -> None:
    other = Proposal(body="Forum", what="is a", value="forum").with_sentence()
    structure = Structure.model_validate(
        {**BOARD, "draft": [ONE.model_copy(update={"confirmed": Confirmed.YES}), other]}
    )
    govgraph.write(structure, tmp_path / "x.xlsx")
    read = govgraph.read(tmp_path / "x.xlsx")
    govgraph.write(read, tmp_path / "y.xlsx")
    again = govgraph.read(tmp_path / "y.xlsx")
    assert list(again.bodies) == ["board", "panel"]
    assert again.draft == (other,)
    assert again.model_dump() == read.model_dump()


def test_the_drafts_of_several_files_stay(tmp_path: Path) -> None:
    for number, name in enumerate(("a.yaml", "b.yaml")):
        body = {f"b{number}": {"name": f"Board {number}", "kind": "board"}}
        govgraph.write(Structure.model_validate({"bodies": body, "draft": [ONE]}), tmp_path / name)
    assert govgraph.read(tmp_path / "a.yaml", tmp_path / "b.yaml").draft == (ONE, ONE)


def test_sheets_of_other_names_are_no_draft(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["x"]]
    bodies: list[list[Any]] = [["Name", "Kind"], ["Board", "board"]]
    structure = govgraph.read(workbook(tmp_path / "x.xlsx", {"Bodies": bodies, "Draft letter": rows}))
    assert any("'Draft letter' is not one that govgraph reads" in str(notice) for notice in structure.notices)
    with pytest.raises(InputError, match=r"There is no sheet 'Drafts'\. Did you mean 'Draft'\?"):
        govgraph.read(workbook(tmp_path / "y.xlsx", {"Bodies": bodies, "Drafts": rows}))
    with pytest.raises(InputError, match="There is no column Confirmed: every proposal needs it"):
        govgraph.read(workbook(tmp_path / "z.xlsx", {"Bodies": bodies, "Draft": [["Body", "What"], ["x", "y"]]}))


def test_a_day_that_is_typed_into_a_row_is_a_day(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        from datetime import date

        book["Draft"]["D2"] = date(2026, 3, 1)

    rows: list[list[Any]] = [["Confirmed", "Body", "What", "Value"], ["yes", "Board", "Review by", None]]
    sheets_of: dict[str, list[list[Any]]] = {"Bodies": [["Name", "Kind"], ["Board", "board"]], "Draft": rows}
    structure = govgraph.read(workbook(tmp_path / "x.xlsx", sheets_of, spoil))
    assert structure.bodies["board"].review_by == "2026-03-01"


def test_the_sentences_of_proposals() -> None:
    for stated, sentence in (
        (
            {"body": "Schools Forum", "what": "is a", "value": "advisory panel"},
            "The Schools Forum is an advisory panel.",
        ),
        ({"body": "Cabinet", "what": "is also called", "value": "Executive"}, "Cabinet is also called Executive."),
        ({"body": "Cabinet", "what": "Meets", "value": "every month"}, "Cabinet, meets: every month."),
        (
            {"body": "Cabinet", "what": None, "value": "Board"},
            "Cabinet and the Board are connected, but it is not known how.",
        ),
        ({"body": "Parents", "what": "is a group of people"}, "Parents: a group of people."),
        (
            {"body": "Board", "what": "has a seat", "holder": "Schools Forum", "as": ["headteacher"], "role": "chair"},
            "The Board has a seat, held by the Schools Forum, as headteacher, in the role of chair.",
        ),
        (
            {"body": "Board", "what": "has a seat", "on_behalf_of": "Parents", "count": 2, "votes": False},
            "The Board has two seats, on behalf of Parents, without a vote.",
        ),
        ({"body": "Board", "what": "has a seat", "several": True}, "The Board has several seats."),
        (
            {"body": "Board", "what": "appoints to", "value": "Panel", "role": "chair"},
            "The Board appoints to the Panel, role: chair.",
        ),
    ):
        assert proposal_sentence(Proposal.model_validate(stated)) == sentence
