"""`diff` shows what each side states, in text and JSON: a value, the other value, or that it is not stated."""

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from comparison.stated import FORMS, Case, cases, data_with, shown, written

from govgraph.comparison.changes import normalise
from govgraph.formats import read
from govgraph.model import Completeness, Status, Structure
from govgraph.pipeline import compare
from govgraph.render import json as as_json
from govgraph.render import text
from helpers import govgraph, mostly_long

ALL = cases()
OF_THE_FILE = ("status", "membership", "lines")
"""What a file says for all of itself shows in its bodies."""
TAKEN_AS = {"status": Status.IN_PLACE, "membership": Completeness.PARTIAL, "lines": Completeness.PARTIAL}
UNLISTED = ("sources",)
"""Text leaves these out, and says how many."""


def meaning(case: Case, value: Any) -> Any:
    """How a value is taken where it is looked at; a default where none is stated."""
    if value is None and case.key in OF_THE_FILE:
        return TAKEN_AS[case.key]
    return case.default if value is None else value


def stated(change: dict[str, Any], side: str, key: str) -> Any:
    """What a side of a change states, whether it is a record or the value of a key."""
    value = change[side]
    return value.get(key) if isinstance(value, dict) else value


def words(value: Any) -> str:
    return shown(value) or "not stated"


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case.id, marks=pytest.mark.long if number % 4 else ()) for number, case in enumerate(ALL)],
)
def test_three_by_three(case: Case) -> None:
    for before, after in product(case.states, repeat=2):
        one, other = (Structure.model_validate(data_with([(case, value)])) for value in (before, after))
        report = compare(one, other, as_of="2020-01-15")
        data = json.loads(as_json.render(report))
        lines = " ".join(text.render(report, every_change=True, width=10_000).split())
        transition = f"{case.key.replace('_', ' ')}: {words(before)} → {words(after)}".casefold()
        if meaning(case, before) == meaning(case, after):
            assert data["changes"] == [], transition
            assert "The two state the same." in lines
            continue
        where = case.section == "settings" and case.key in OF_THE_FILE
        assert len(data["changes"]) == (2 if where else 1), transition
        for change in data["changes"]:
            assert stated(change, "before", case.key) == before
            assert stated(change, "after", case.key) == after
        # Names, such as those of nations, have capitals.
        assert (transition in lines.casefold()) == (case.section not in UNLISTED), lines


@pytest.mark.parametrize(
    ("key", "before", "after", "expected"),
    [
        ("nation", "northern_ireland", "wales", "nation: Northern Ireland → Wales"),
        ("church_schools", ["church_of_england"], ["neither"], "church schools: Church of England → neither"),
    ],
)
def test_names_are_shown_as_names(key: str, before: object, after: object, expected: str) -> None:
    bodies = {"b": {"name": "B", "kind": "board"}}
    one, other = (Structure.model_validate({key: value, "bodies": bodies}) for value in (before, after))
    assert expected in " ".join(text.render(compare(one, other), every_change=True, width=1000).split())


def test_what_a_body_covers_is_shown_in_words() -> None:
    one, other = (
        Structure.model_validate({"bodies": {"b": {"name": "B", "kind": "board", "covers": covers}}})
        for covers in (["crime_and_disorder", "health"], ["other_matters"])
    )
    lines = " ".join(text.render(compare(one, other), every_change=True, width=1000).split())
    assert "covers: crime and disorder, health → other matters" in lines


def test_every_kind_of_key_has_its_case() -> None:
    ids = {case.id for case in ALL}
    assert {"seats.votes", "seats.vacant", "seats.role", "contacts.senior", "reports_to.lead"} <= ids
    assert {"bodies.several", "bodies.membership", "bodies.level", "bodies.does", "bodies.review_by"} <= ids
    assert {"bodies.lines", "bodies.parts", "bodies.status", "constituencies.check", "monitors.until"} <= ids


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("form", FORMS)
def test_every_form_states_the_same(form: str, number: int, tmp_path: Path) -> None:
    # An entry that is open-ended has no last day, and a line that leads is not a joint one.
    apart = ("bodies.until", *(case.id for case in ALL if case.key == "jointly"))
    stated_together = [case for case in ALL if case.id not in apart or not number]
    data = data_with([(case, case.states[number]) for case in stated_together])
    expected = normalise(Structure.model_validate(data))
    assert normalise(read(written(data, form, tmp_path / "structure"))) == expected


def seat(**values: Any) -> dict[str, Any]:
    data = data_with([])
    data["bodies"]["b"]["seats"] = [{"on_behalf_of": "p", **values}]
    return data


CHAIR = seat(role="co_chair", votes=True)
OBSERVERS = {
    "no": seat(role="observer", votes=False),
    "not stated": seat(role="observer"),
}


@pytest.mark.parametrize("votes", OBSERVERS)
@pytest.mark.parametrize("form", mostly_long(["yaml", *FORMS], "yaml", "xlsx"))
def test_the_vote_of_an_observer_is_as_the_file_states_it(form: str, votes: str, tmp_path: Path) -> None:
    chair = written(CHAIR, form, tmp_path / "chair")
    observer = written(OBSERVERS[votes], form, tmp_path / "observer")
    for one, other, transition in (
        (chair, observer, f"(role: co chair → observer; votes: yes → {votes})"),
        (observer, chair, f"(role: observer → co chair; votes: {votes} → yes)"),
    ):
        assert transition in " ".join(govgraph("diff", one, other).stdout.split())
        (change,) = json.loads(govgraph("diff", one, other, "--format", "json").stdout)["changes"]
        sides = (change["before"], change["after"])
        assert {side["role"]: side.get("votes") for side in sides} == {
            "co_chair": True,
            "observer": False if votes == "no" else None,
        }


def test_from_one_form_to_another_is_no_change(tmp_path: Path) -> None:
    data = OBSERVERS["no"]
    paths = [written(data, form, tmp_path / form) for form in ("yaml", *FORMS)]
    for path in paths[1:]:
        assert "The two state the same." in govgraph("diff", paths[0], path).stdout


def test_a_default_that_is_stated_shows_beside_what_has_changed() -> None:
    before, after = seat(votes=True, vacant=False, role="member"), seat(votes=False)
    report = compare(Structure.model_validate(before), Structure.model_validate(after))
    lines = " ".join(text.render(report, every_change=True).split())
    assert "(role: member → not stated; vacant: no → not stated; votes: yes → no)" in lines


def test_a_status_of_its_own_is_not_that_of_its_body() -> None:
    """What a record states has not changed where only its body has; what it leaves out has changed with its body."""
    for own in ({"status": "agreed"}, {}):
        before, after = seat(votes=True, **own), seat(votes=True, **own)
        before["bodies"]["b"]["status"], after["bodies"]["b"]["status"] = "agreed", "proposed"
        report = compare(Structure.model_validate(before), Structure.model_validate(after))
        assert report.against is not None
        assert [change.path for change in report.against.changes] == [("bodies", "b", "status")]


def test_a_status_written_out_in_a_body_of_another_status_is_a_change() -> None:
    before, after = seat(votes=True), seat(votes=True, status="agreed")
    before["bodies"]["b"]["status"], after["bodies"]["b"]["status"] = "agreed", "proposed"
    report = compare(Structure.model_validate(before), Structure.model_validate(after))
    lines = " ".join(text.render(report, every_change=True).split())
    assert "(status: not stated → agreed)" in lines
    assert "status: agreed → proposed" in lines


def test_of_equal_seats_the_one_that_is_written_otherwise_goes() -> None:
    before, after = seat(), seat()
    before["bodies"]["b"]["seats"] = [{"on_behalf_of": "p", "role": "member"}, {"on_behalf_of": "p"}]
    report = compare(Structure.model_validate(before), Structure.model_validate(after))
    assert report.against is not None
    (change,) = report.against.changes
    assert (change.kind, change.before) == ("removed", {"on_behalf_of": "p", "role": "member"})


def test_a_vote_that_begins_later_is_a_second_seat() -> None:
    before, after = seat(votes=False), seat()
    after["bodies"]["b"]["seats"] = [
        {"on_behalf_of": "p", "votes": False, "until": "2026-08-31"},
        {"on_behalf_of": "p", "votes": True, "from": "2026-09-01"},
    ]
    report = compare(Structure.model_validate(before), Structure.model_validate(after))
    lines = " ".join(text.render(report, every_change=True).split())
    assert "added: seat for Parents, with a vote (from 2026-09-01)" in lines
    assert "changed: seat for Parents (until: not stated → 2026-08-31)" in lines


def test_a_vacant_contact_says_so() -> None:
    before, after = data_with([]), data_with([])
    after["bodies"]["b"]["contacts"] = [{"for": "p", "vacant": True}]
    report = compare(Structure.model_validate(before), Structure.model_validate(after))
    assert "added: vacant contact for Parents" in text.render(report, every_change=True)
