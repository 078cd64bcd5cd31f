"""A draft at the desk: nothing counts before it is confirmed, and what is confirmed is what the command reads then."""

from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govgraph
from chance import examples
from desk.drafts import (
    BOARD,
    CABINET,
    FORUM,
    GROUP,
    MINUTES,
    MONTHLY,
    NAME,
    PANEL,
    PROPOSED,
    QUARTERLY,
    QUESTION,
    REPORTS,
    SEAT,
    TERMS,
    TIE,
    Confirming,
    workbook,
)
from desk.sessions import data, saved
from govgraph.desk.protocol import Kind, RowAnswer
from govgraph.desk.session import Session
from govgraph.formats.structure_files import read_draft
from govgraph.model.faults import InputError
from helpers import ROOT
from helpers import govgraph as command

TEXTS = ROOT / "tests" / "drafting" / "texts"


@pytest.fixture
def page() -> Confirming:
    return Confirming.of(workbook())


def sentences(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [fault.message for fault in error.value.faults]


def test_a_draft_of_which_nothing_is_confirmed_opens_and_states_nothing(page: Confirming) -> None:
    assert page.state["faults"] == []
    assert page.state["bodies"] == page.state["groups"] == []
    assert page.state["verdict"] is None
    assert page.answers() == {}
    assert [each["about"] for each in page.draft["proposals"]][:2] == ["Parent carers", "Elm Board"]
    board = page.proposal(BOARD)
    assert (board["message"], board["says"]) == ("The Elm Board is a board.", "Terms of reference of the Elm Board.")
    assert (board["document"], board["place"]) == (TERMS, "paragraph 2")
    with pytest.raises(InputError, match="Nothing is confirmed yet"):
        page.session.picture()
    with pytest.raises(InputError, match="Nothing is confirmed yet"):
        page.session.write("paper")


def test_yes_makes_a_statement_with_its_source_and_undo_takes_it_back(page: Confirming) -> None:
    page.confirm(BOARD)
    body = page.structure.bodies["elm-board"]
    assert (body.name, body.kind.words) == ("Elm Board", "board")
    assert body.source is not None
    assert body.source.where == "paragraph 2"
    assert page.structure.sources[body.source.id].title == TERMS
    assert page.is_judged()
    assert page.state["undo"] == "yes to “The Elm Board is a board”"
    page.undo()
    assert page.answers() == {}
    assert page.state["bodies"] == []
    page.redo()
    assert page.answers() == {BOARD: "yes"}


def test_a_relation_says_first_which_bodies_it_confirms(page: Confirming) -> None:
    with pytest.raises(InputError) as error:
        page.confirm(REPORTS)
    assert sentences(error) == ["This also confirms that the Elm Board is a board and that Cabinet is a committee."]
    assert page.session.undo()["undo"] is None
    page.confirm(REPORTS, others=True)
    assert page.answers() == {BOARD: "yes", REPORTS: "yes", CABINET: "yes"}
    assert [line.to for line in page.structure.bodies["elm-board"].reports_to] == ["cabinet"]
    page.undo()
    assert page.answers() == {}


def test_a_seat_needs_its_body_its_holder_and_the_people_it_speaks_for(page: Confirming) -> None:
    page.confirm(SEAT, others=True)
    assert {*page.answers()} == {SEAT, BOARD, FORUM, GROUP}
    (seat,) = page.structure.bodies["elm-board"].seats
    assert (seat.holder, seat.on_behalf_of) == ("elm-forum", "parent-carers")


def test_a_body_may_be_named_by_its_other_name(page: Confirming) -> None:
    page.confirm(REPORTS, others=True, Body="the Partnership")
    assert page.answers() == {BOARD: "yes", NAME: "yes", CABINET: "yes", REPORTS: "change"}
    assert page.structure.bodies["elm-board"].other_names == ("the Partnership",)


def test_what_is_confirmed_is_not_taken_from_under_another(page: Confirming) -> None:
    page.confirm(REPORTS, others=True)
    with pytest.raises(InputError) as error:
        page.confirm(CABINET, answer="no")
    assert sentences(error) == ["This also takes back what you confirmed: the Elm Board reports to Cabinet."]
    page.confirm(CABINET, answer="no", others=True)
    assert page.answers() == {BOARD: "yes", CABINET: "no"}
    assert [*page.structure.bodies] == ["elm-board"]


def test_no_is_kept_and_can_be_taken_back(page: Confirming) -> None:
    page.confirm(PANEL, answer="no")
    assert page.answers() == {PANEL: "no"}
    page.confirm(PANEL, answer="")
    assert page.answers() == {}
    assert page.state["undo"] == "taking back the answer to “The Finance Panel is a panel”"


def test_a_correction_is_one_step_and_says_what_was_proposed(page: Confirming) -> None:
    page.confirm(BOARD, Value="committee")
    assert page.answers() == {BOARD: "change"}
    assert page.structure.bodies["elm-board"].kind.words == "committee"
    assert page.proposal(BOARD)["message"] == "The Elm Board is a committee."
    assert page.proposal(BOARD)["proposed"] == "The Elm Board is a board."
    page.confirm(BOARD, Value="board")
    assert page.answers() == {BOARD: "yes"}
    assert page.proposal(BOARD)["proposed"] == ""
    page.undo()
    page.undo()
    assert page.proposal(BOARD)["message"] == "The Elm Board is a board."


def test_a_tie_of_a_kind_not_stated_waits_for_its_relation(page: Confirming) -> None:
    with pytest.raises(InputError) as error:
        page.confirm(TIE, others=True)
    assert "choose how under What" in sentences(error)[0]
    assert page.answers() == {}
    page.confirm(TIE, others=True, What="is scrutinised by")
    assert {*page.answers()} == {BOARD, PANEL, TIE}
    assert [line.to for line in page.structure.bodies["elm-board"].scrutinised_by] == ["finance-panel"]


def test_rows_that_differ_stand_beside_each_other_and_only_one_is_right(page: Confirming) -> None:
    assert page.proposal(MONTHLY)["beside"] == [QUARTERLY]
    assert page.proposal(QUARTERLY)["beside"] == [MONTHLY]
    assert page.proposal(QUARTERLY)["question"] == QUESTION
    assert page.proposal(QUARTERLY)["document"] == MINUTES
    page.confirm(MONTHLY, others=True)
    with pytest.raises(InputError, match="keep one of the two"):
        page.confirm(QUARTERLY)
    assert page.answers() == {BOARD: "yes", MONTHLY: "yes"}
    answers: list[RowAnswer] = [{"row": QUARTERLY, "answer": "yes"}, {"row": MONTHLY, "answer": "no"}]
    page.act({"do": "confirm", "answers": answers, "cells": {}, "others": False})
    assert page.structure.bodies["elm-board"].meets == "every quarter"


def test_many_are_answered_in_one_step(page: Confirming) -> None:
    page.confirm(BOARD, NAME, REPORTS, SEAT, others=True)
    assert {*page.answers()} == {BOARD, NAME, REPORTS, SEAT, CABINET, FORUM, GROUP}
    assert page.state["undo"] == "yes to 4 proposals about the Elm Board"
    page.undo()
    assert page.answers() == {}


@pytest.mark.parametrize(
    ("rows", "cells", "why"),
    [
        ((), {}, "Choose a proposal"),
        ((99,), {}, "no such row"),
        ((BOARD, CABINET), {"Value": "board"}, "one proposal at a time"),
        ((BOARD,), {"Colour": "red"}, "no column Colour"),
        ((BOARD,), {"Value": "x" * 40_000}, "No cell holds more"),
        ((BOARD,), {"Value": "bored"}, "bored"),
        ((SEAT,), {"Role": "nonsense"}, "nonsense"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    page: Confirming, rows: tuple[int, ...], cells: dict[str, str], why: str
) -> None:
    with pytest.raises(InputError, match=why):
        page.confirm(*rows, others=True, **cells)
    assert page.session.undo()["undo"] is None


def test_what_is_offered_is_what_the_sheets_offer(page: Confirming) -> None:
    page.confirm(BOARD)
    names = page.draft["names"]
    assert {"Elm Board", "Cabinet", "Elm Forum", "Finance Panel"} == {*names["bodies"]}
    assert names["constituencies"] == ["Parent carers"]
    whats = {what["words"]: what for what in page.draft["whats"]}
    assert "has no seat for" not in whats
    assert {"Membership", "Lines", "Parts"}.isdisjoint(whats)
    assert whats["reports to"]["names"] == "bodies"
    assert whats["consults"]["names"] == "constituencies"
    headers = [column["header"] for column in page.tables["draft"]["columns"]]
    taken = [headers[place] for place in whats["has a seat"]["columns"]]
    assert taken == ["Holder", "On behalf of", "As", "Role", "Votes", "Number", "Several"]


def test_the_workbook_keeps_the_draft_and_the_command_reads_the_same(page: Confirming, tmp_path: Path) -> None:
    page.confirm(SEAT, others=True)
    page.confirm(PANEL, answer="no")
    page.confirm(MONTHLY, Value="every six weeks")
    (tmp_path / "saved.xlsx").write_bytes(b64decode(page.session.write("workbook")["content"]))
    again = Confirming.of(tmp_path / "saved.xlsx")
    assert again.answers() == page.answers() == {**dict.fromkeys((GROUP, BOARD, SEAT, FORUM), "yes"), **ANSWERED}
    assert data(govgraph.read(tmp_path / "saved.xlsx")) == data(page.structure)
    ran = command("check", "saved.xlsx", folder=tmp_path)
    assert ran.returncode in (0, 1)
    assert "Not confirmed, so left out: 5 proposals on the sheet Draft" in ran.stderr
    assert "Finance Panel" not in ran.stderr


ANSWERED = {PANEL: "no", MONTHLY: "change"}


FORMS: tuple[Kind, ...] = ("yaml", "json")


@pytest.mark.parametrize("kind", FORMS)
def test_other_forms_keep_what_is_open(page: Confirming, kind: Kind, tmp_path: Path) -> None:
    page.confirm(REPORTS, others=True)
    made = page.session.write(kind)
    (tmp_path / f"saved.{kind}").write_text(made["content"], encoding="utf-8")
    assert data(read_draft(tmp_path / f"saved.{kind}")) == data(page.structure)
    again = Confirming.of(tmp_path / f"saved.{kind}")
    assert len(again.draft["proposals"]) == len(PROPOSED) - 3
    again.confirm(0)
    assert [*again.structure.constituencies] == ["parent-carers"]


def test_a_draft_that_states_nothing_is_kept_in_every_form(page: Confirming, tmp_path: Path) -> None:
    for kind in FORMS:
        made = page.session.write(kind)
        (tmp_path / f"saved.{kind}").write_text(made["content"], encoding="utf-8")
        assert data(read_draft(tmp_path / f"saved.{kind}")) == data(page.structure)


def test_a_seat_that_is_tried_and_an_answer_leave_the_draft_as_it_is(page: Confirming) -> None:
    page.confirm(SEAT, others=True)
    before = page.answers()
    page.act({"do": "seat", "body": "elm-forum", "group": "parent-carers"})
    assert page.answers() == before
    page.act({"do": "seat", "body": "elm-board", "group": "parent-carers"})
    assert page.answers() == before
    assert [seat.on_behalf_of for seat in page.structure.bodies["elm-board"].seats] == ["parent-carers"] * 2
    assert data(saved(page.session)) == data(page.structure)


def test_a_new_name_is_that_of_the_proposals_too(page: Confirming) -> None:
    page.act({"do": "add", "section": "bodies", "cells": {"Name": "Cabinet", "Kind": "committee"}})
    page.confirm(REPORTS, others=True)
    page.set("bodies", 0, "Name", "The Executive")
    assert page.proposal(REPORTS)["message"] == "The Elm Board reports to the Executive."
    assert page.answers()[REPORTS] == "yes"
    assert page.state["faults"] == []


def test_a_file_without_a_draft_has_nothing_to_confirm() -> None:
    assert Session().example("starter")["draft"] is None
    assert Session().blank()["draft"] is None


@given(
    st.lists(
        st.tuples(st.sampled_from(range(len(PROPOSED))), st.sampled_from(["yes", "yes", "no", ""]), st.booleans()),
        max_size=12,
    )
)
@examples(100, few=15)
def test_whatever_is_answered_is_read_from_the_saved_workbook_and_undone(steps: list[tuple[int, str, bool]]) -> None:
    page = Confirming.of(workbook())
    made = 0
    for row, answer, others in steps:
        before = page.answers()
        try:
            page.confirm(row, answer=answer, others=others)
        except InputError:
            assert page.session.undo()["revision"]  # still there
            page.session.redo()
            continue
        made += 1
        assert page.answers().get(row, "") == answer
        if not others:
            assert {key for key in {*before, *page.answers()} if before.get(key) != page.answers().get(key)} <= {row}
    confirmed = [PROPOSED[row] for row, answer in page.answers().items() if answer == "yes"]
    structure = page.structure
    names = {*(body.name for body in structure.bodies.values())}
    assert names == {row["body"] for row in confirmed if row.get("what") == "is a"}
    assert sum(len(body.seats) for body in structure.bodies.values()) == sum(
        row.get("what") == "has a seat" for row in confirmed
    )
    book = b64decode(page.session.write("workbook")["content"])
    again = Confirming.of(("saved.xlsx", book))
    assert data(again.structure) == data(structure)
    for _ in range(made):
        page.undo()
    assert page.answers() == {}


@pytest.mark.parametrize(
    "name", ["harrowdale_send_ap_board_tor.md", "eastmoor_hwb_tor.txt", "calderbrook_sab_constitution.html"]
)
def test_a_document_is_drafted_as_the_command_drafts_it(name: str, tmp_path: Path) -> None:
    page = Confirming.of(TEXTS / name)
    assert page.state["name"] == f"{Path(name).stem}.xlsx"
    assert page.answers() == {}
    ran = command("draft", str(TEXTS / name), "-o", "draft.xlsx", folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    drafted = read_draft(tmp_path / "draft.xlsx").draft
    assert [each["message"] for each in page.draft["proposals"]] == [row.proposal for row in drafted]
    assert [each["says"] for each in page.draft["proposals"]] == [row.says for row in drafted]


def test_a_document_is_drafted_beside_what_a_file_states() -> None:
    known = ("known.yaml", b"bodies: {cabinet: {name: Cabinet, kind: committee}}\n")
    text = ("elm.txt", b"Terms of reference of the Elm Board\n\nThe Elm Board reports to Cabinet.\n")
    page = Confirming.of(known, text)
    assert page.state["name"] == "known.xlsx"
    assert [body["id"] for body in page.state["bodies"]] == ["cabinet"]
    assert "The Elm Board reports to Cabinet." in [each["message"] for each in page.draft["proposals"]]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("x.pdf", b"%PDF-1.7", "The desk cannot read a PDF."),
        ("x.doc", b"anything", "This is an old Word document: save it as Word"),
        ("x.docx", b"anything", "This is not a Word document"),
        ("x.txt", b"Nothing here.", "Nothing new was found in x.txt"),
        ("x.txt", b"", "holds no text"),
    ],
)
def test_documents_that_cannot_be_drafted_are_refused_in_a_sentence(name: str, content: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        Session().open([(name, content)])
