"""Structures, reports and answers as tables: names in the cells, columns that stay, nobody's name unless asked for."""

import builtins
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

import govgraph
from govgraph.engine import Rule
from govgraph.engine.rulebook import Options
from govgraph.findings import Certainty, Hit, Severity
from govgraph.formats import read
from govgraph.graph import GovernanceGraph, Participation
from govgraph.model import Structure
from govgraph.model.faults import InputError
from govgraph.policy import Settings
from govgraph.render.trace import trace_texts
from helpers import FIXTURES
from render.hostile import PERSON, TEXTS, hostile

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
CHAMPIONS = FIXTURES / "shropshire-draft-2020-champions" / "structure.yaml"
BEFORE = FIXTURES / "shropshire-before-2020" / "structure.yaml"
SECTIONS = ["bodies", "seats", "contacts", "relations", "themes", "sources", "constituencies"]
EMPTY = "bodies: {board: {name: The Board, kind: board}}"


def test_bodies_are_told_with_what_holds_for_them() -> None:
    bodies = read(DRAFT).to_frame()
    board = bodies.loc["strategic-board"]
    assert board["name"] == "0-25 SEND Strategic Board"
    assert board["level"] == "strategic"
    # The file says that whatever states no status is proposed, and that all is from one source.
    assert board["status"] == "proposed"
    assert board["source"] == "Shropshire's Written Statement of Action - First Steps, paragraph 4"
    assert bodies.loc["council", "status"] == "in place"
    assert bodies.loc["task-and-finish-groups", "kind"] == "task and finish group"
    assert bodies["does"].isna().loc["strategic-board"], "what it does is not stated"
    assert bodies["several"].dtype == "boolean"


def test_seats_name_bodies_and_people() -> None:
    seats = read(BEFORE).to_frame("seats")
    attends = seats[(seats["holder"] == "PACC") & (seats["role"] == "attendee")]
    assert attends["body"].to_list() == ["Shropshire SEND 0-25 Strategic Board"]
    assert attends["status"].to_list() == ["under review"], "as its body is"
    assert seats["votes"].dtype == "boolean"
    assert seats["votes"].isna().all(), "whether any of them votes is not stated"


def test_relations_hold_everything_that_leads_somewhere() -> None:
    relations = read(DRAFT).to_frame("relations")
    told = {(row.body, row.relation, row.to) for row in relations.itertuples()}
    assert ("0-25 SEND Strategic Board", "reports to", "Shropshire Health and Wellbeing Board") in told
    assert ("0-25 SEND Strategic Board", "is scrutinised by", "People's Overview Committee") in told
    assert ("Shropshire Council", "is accountable to", "the electors of the county") in told
    assert ("CCG Governing Body", "has no seat for", "Parent carers") in told
    theme = "Waiting times for speech and language therapy"
    assert (f"Workstream on {theme[0].lower()}{theme[1:]}", "is responsible for", theme) in told


def test_other_sections_are_listed_under_their_ids() -> None:
    structure = read(DRAFT)
    assert structure.to_frame("constituencies").loc["parent-carers", "represented by"] == "PACC"
    assert structure.to_frame("sources").loc["hsca-2012", "title"] == "Health and Social Care Act 2012"
    assert structure.to_frame("themes").index.to_list() == list(structure.themes)


@pytest.mark.parametrize("section", SECTIONS)
def test_columns_stay_whatever_is_stated(section: Any) -> None:
    full, empty = read(BEFORE).to_frame(section), govgraph.read_text(EMPTY).to_frame(section)
    assert list(full.columns) == list(empty.columns)
    assert full.dtypes.to_dict() == empty.dtypes.to_dict()
    assert len(empty) == (section == "bodies")


def test_every_section_of_the_model_has_a_table() -> None:
    with pytest.raises(InputError) as caught:
        read(DRAFT).to_frame("seat")  # type: ignore[arg-type]  # no section is called so
    assert set(re.findall(r"[a-z]+", str(caught.value).split("should be")[1].split(".")[0])) - {"or"} == set(SECTIONS)
    assert "Did you mean 'seats'?" in str(caught.value)


@pytest.mark.parametrize("section", ["seats", "contacts"])
def test_nobody_is_named_unless_somebody_asks(section: Any) -> None:
    structure = Structure.model_validate(
        {
            "constituencies": {"parents": {"name": "Parents"}},
            "bodies": {
                "board": {
                    "name": "Board",
                    "kind": "board",
                    "seats": [{"on_behalf_of": "parents", "person": PERSON}],
                    "contacts": [{"for": "parents", "person": PERSON}],
                }
            },
        }
    )
    assert PERSON not in structure.to_frame(section).to_csv()
    assert structure.to_frame(section, with_names=True)["person"].to_list() == [PERSON]


def test_findings_are_told_with_names() -> None:
    report = govgraph.check(read(DRAFT))
    found = report.to_frame()
    assert list(found.columns) == [
        "severity",
        "certainty",
        "question",
        "bodies",
        "people",
        "message",
        "what to do",
        "rule",
        "status",
    ]
    assert found["message"].to_list() == [one.message for one in report.findings]
    errors = found[found["severity"] == "error"]
    assert errors["bodies"].to_list() == [
        "CCG Governing Body",
        "People's Overview Committee",
        "Shropshire Health and Wellbeing Board",
    ]
    assert set(errors["certainty"]) == {"stated"}
    assert set(errors["question"]) == {"Who is heard, and where?"}
    assert set(errors["people"]) == {"Parent carers"}
    assert found["status"].isna().all(), "nothing was compared"


def test_questions_are_listed_with_what_they_are_about_and_who_may_know() -> None:
    report = govgraph.check(read(DRAFT))
    asked = report.to_frame("questions")
    assert list(asked.columns) == ["question", "about", "who may know", "severity", "settles"]
    assert asked["question"].to_list() == [one.message for one in report.questions]
    assert asked["settles"].to_list() == [len(one.settles) for one in report.questions]
    assert asked["settles"].dtype == "Int64"
    chairs = asked[asked["question"].str.startswith("Who chairs")].iloc[0]
    assert chairs["about"].split("; ")[:2] == ["0-25 SEND Strategic Board", "CCG Governing Body"]
    assert chairs["who may know"] == "The secretary or clerk of the body"
    assert list(govgraph.check(read(CHAMPIONS)).to_frame("questions").dtypes) == list(asked.dtypes)


def test_a_question_of_a_rule_of_ones_own_is_about_the_bodies_of_its_finding() -> None:
    def open_question(graph: GovernanceGraph, _: Options) -> Iterator[Hit]:
        for body in graph.bodies:
            yield Hit(bodies=(body,), message="How often does it meet?", certainty=Certainty.NOT_STATED)

    rule = Rule(
        code="X201",
        name="meetings",
        severity=Severity.WARNING,
        applies_to=lambda *_: None,
        options=Options,
        check=open_question,
    )
    report = govgraph.check(govgraph.read_text(EMPTY), Settings(select=["X201"]), as_of=date(2020, 1, 1), rules=[rule])
    (asked,) = report.to_frame("questions").fillna("").to_dict("records")
    assert asked == {
        "question": "How often does it meet?",
        "about": "The Board",
        "who may know": "",
        "severity": "note",
        "settles": 1,
    }


def test_a_comparison_tells_what_changed_and_what_is_gone() -> None:
    report = govgraph.compare(read(DRAFT), read(CHAMPIONS))
    changes = report.to_frame("changes")
    added = changes[changes["change"] == "added"]
    assert added["about"].to_list() == [
        "CCG Governing Body",
        "People's Overview Committee",
        "Shropshire Health and Wellbeing Board",
    ]
    assert all(what.startswith("contact for Parent carers (SEND Champion)") for what in added["what"])
    gone = report.to_frame("gone")
    assert gone["rule"].to_list() == ["REP101"] * 3
    assert all("something else is found" in why for why in gone["why"])
    assert set(report.to_frame()["status"].dropna()) == {"new", "kept"}


def test_a_report_that_compares_nothing_says_so() -> None:
    for what in ("changes", "gone"):
        with pytest.raises(InputError, match="compares with nothing"):
            govgraph.check(read(DRAFT)).to_frame(what)
    with pytest.raises(InputError, match="Did you mean 'changes'"):
        govgraph.check(read(DRAFT)).to_frame("change")  # type: ignore[arg-type]  # no table is called so


def test_a_comparison_without_changes_has_columns() -> None:
    report = govgraph.compare(read(DRAFT), read(DRAFT))
    assert list(report.to_frame("changes").columns) == ["about", "change", "what"]
    assert report.to_frame("changes").empty
    assert report.to_frame("gone").empty


def test_a_trace_is_a_row_for_each_sentence() -> None:
    trace = govgraph.trace(read(DRAFT), "Workstream on exclusions")
    frame = trace.to_frame()
    assert frame["sentence"].to_list() == [sentence for part in trace_texts(trace) for _, sentence in part.sentences]
    answers = frame[frame["part"] == "To whom it answers"]["sentence"].to_list()
    assert answers[-1] == "The file does not say who holds SEND Partnership Board to account."


def test_participation_is_a_row_for_each_body() -> None:
    table = govgraph.participation(read(BEFORE))
    wide = table.to_frame()
    assert list(wide.columns) == ["level", "Parent carers"]
    assert list(wide.loc["Shropshire SEND 0-25 Strategic Board"]) == ["strategic", "attends; seat not stated"]
    assert wide.loc["Shropshire Children's Trust", "Parent carers"] == "not stated"
    long = table.to_frame(long=True).set_index("body")
    assert long.loc["Shropshire SEND 0-25 Strategic Board", "amount"] == "less than a seat"
    assert long.loc["Shropshire SEND 0-25 Strategic Board", "rank"] == Participation.ATTENDS
    # The scale cannot tell silence from absence; the amount can.
    assert list(long.loc["Shropshire Children's Trust", ["scale", "amount"]]) == ["none", "not stated"]


def test_groups_of_one_name_keep_their_columns() -> None:
    text = "{constituencies: {a: {name: Parents}, b: {name: Parents}}, bodies: {board: {name: Board, kind: board}}}"
    table = govgraph.participation(govgraph.read_text(text), as_of=date(2020, 1, 1))
    assert list(table.to_frame().columns) == ["level", "Parents (a)", "Parents (b)"]


def test_no_body_is_an_empty_table() -> None:
    text = "{constituencies: {a: {name: Parents}}, bodies: {council: {name: Council, kind: organisation}}}"
    table = govgraph.participation(govgraph.read_text(text), as_of="2020-01-01")
    assert list(table.to_frame().columns) == ["level", "Parents"]
    assert table.to_frame().empty
    assert table.to_frame(long=True).empty


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_texts_come_through_whole(text: str) -> None:
    assert text in hostile(text).to_frame()["name"].to_list()


def test_what_to_install_is_said_where_pandas_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pandas(name: str, *more: Any) -> Any:
        if name == "pandas":
            raise ModuleNotFoundError("No module named 'pandas'", name="pandas")
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'govgraph\[notebook\]'"):
        govgraph.read_text(EMPTY).to_frame()
