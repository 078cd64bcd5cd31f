"""What must hold for every structure: names and order of ids do not matter, seats never harm, silence never acquits."""

import copy
import json
import random
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from govgraph.findings import Report
from govgraph.formats import read
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure, View
from govgraph.model.faults import InputError
from govgraph.pipeline import check
from govgraph.render import json as as_json
from renaming import new_ids, shuffled, with_ids
from structures import DAY, everything

OPTIONAL = ("without", "membership", "lines", "votes", "level", "does", "accountable_to", "source")


def report_of(data: dict[str, Any]) -> Report:
    return check(Structure.model_validate(data))


def as_data(report: Report, back: dict[str, str]) -> dict[str, Any]:
    """The JSON of a report with ids put back, and without what may differ: places, and keys, which become numbers."""
    told = json.loads(as_json.render(report))
    numbers: dict[str, int] = {}
    for number, one in enumerate(told["findings"]):
        numbers.setdefault(one["key"], number)
    for question in told["questions"]:
        question["settles"] = [numbers[key] for key in question["settles"]]
    for group in told["groups"]:
        group["findings"] = [numbers[key] for key in group["findings"]]

    def mapped(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: mapped(item) for key, item in value.items() if key not in ("key", "location")}
        if isinstance(value, list):
            return [mapped(item) for item in value]
        return back.get(value, value) if isinstance(value, str) else value

    result: dict[str, Any] = mapped(told)
    return result


@examples(150)
@given(everything, st.randoms(use_true_random=False))
def test_ids_and_order_of_bodies_and_keys_change_nothing(data: dict[str, Any], chance: random.Random) -> None:
    ids = new_ids(data, chance)
    other = shuffled(with_ids(data, ids), chance)
    back = {new: old for (_, old), new in ids.items()}
    assert as_data(report_of(other), back) == as_data(report_of(data), {})


@examples(25)
@given(everything, st.randoms(use_true_random=False))
def test_how_it_is_split_over_files_changes_nothing(data: dict[str, Any], chance: random.Random) -> None:
    import tempfile

    names = list(data["bodies"])
    chance.shuffle(names)
    half = len(names) // 2
    parts = [
        {**data, "bodies": {name: data["bodies"][name] for name in names[half:]}},
        {"bodies": {name: data["bodies"][name] for name in names[:half]}},
    ]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.json" for number in range(2)]
        for path, part in zip(paths, parts, strict=True):
            path.write_text(json.dumps(part), encoding="utf-8")
        together = check(read(*paths))
        assert as_data(together, {}) == as_data(check(read(*reversed(paths))), {})
    assert as_data(together, {}) == as_data(report_of(data), {})


@examples(150)
@given(everything, st.data())
def test_adding_a_seat_never_adds_a_rep101(data: dict[str, Any], more: st.DataObject) -> None:
    before = {one.key for one in report_of(data).findings if one.code == "REP101"}
    # a seat where an absence is stated is a contradiction, which is refused
    body = more.draw(st.sampled_from(sorted(key for key, one in data["bodies"].items() if "without" not in one)))
    seat = {"on_behalf_of": more.draw(st.sampled_from(["parents", "young"])), "status": "proposed"}
    changed = copy.deepcopy(data)
    changed["bodies"][body].setdefault("seats", []).append(seat)
    assert {one.key for one in report_of(changed).findings if one.code == "REP101"} <= before


@given(everything)
def test_a_view_only_adds(data: dict[str, Any]) -> None:
    graphs = [GovernanceGraph(Structure.model_validate(data), DAY, view) for view in View]
    for less, more in pairwise(graphs):
        assert set(less.bodies) <= set(more.bodies)
        assert set(less.ties) <= set(more.ties)
        assert less.count_seats() <= more.count_seats()


def leave_out(data: dict[str, Any], field: str, chance: random.Random) -> dict[str, Any] | None:
    """The data without one occurrence of a field; None where it does not stand anywhere."""
    changed = copy.deepcopy(data)
    places = []
    for entry in changed["bodies"].values():
        records = [entry, *(part for value in entry.values() if isinstance(value, list) for part in value)]
        places += [record for record in records if isinstance(record, dict) and field in record]
    if not places:
        return None
    del chance.choice(places)[field]
    return changed


def told(report: Report) -> set[str]:
    return {finding.key for finding in report.findings}


@pytest.mark.parametrize("field", OPTIONAL)
@examples(100)
@given(data=everything, chance=st.randoms(use_true_random=False))
def test_leaving_out_never_turns_a_finding_into_a_pass(field: str, data: dict[str, Any], chance: random.Random) -> None:
    changed = leave_out(data, field, chance)
    if changed is None:
        return
    before, after = report_of(data), report_of(changed)
    lost = {finding.key: finding for finding in before.findings if finding.key not in told(after)}
    for finding in lost.values():
        if finding.code == "REP106":
            # A body that may now be in scope stands between the two: the stop is told there.
            pairs = [one.bodies for one in after.findings if one.code == "REP106"]
            assert any(finding.bodies[0] == above or finding.bodies[1] == below for above, below in pairs)
        elif any(one.code == finding.code and set(finding.bodies) <= set(one.affects) for one in after.findings):
            pass  # of many bodies on which the file is silent one finding tells
        else:
            # Without `accountable_to` the line stops: what was said of its quality becomes ACC101, or, where it was the
            # only tie of the body, ACC108 of that body. Nobody asks that of an organisation, or once it has ended.
            assert field == "accountable_to"
            assert finding.code.startswith("ACC")
            in_place = set(GovernanceGraph(after.structure, after.as_of, after.view).bodies)
            about = in_place.intersection([*finding.bodies, *finding.affects])
            governing = {body for body in about if after.structure.bodies[body].governs}
            unattached = {body for one in after.findings if one.code == "ACC108" for body in one.bodies}
            assert any(one.code == "ACC101" for one in after.findings) or governing <= unattached


def test_what_is_left_out_is_never_more_certain() -> None:
    chance = random.Random(1)
    for path in (Path(__file__).parents[1] / "fixtures").glob("*/structure.yaml"):
        from renaming import plain

        data = plain(read(path))
        certain = {one.key for one in report_of(data).findings if one.certainty == "stated"}
        for field in OPTIONAL:
            changed = leave_out(data, field, chance)
            if changed is not None:
                assert {one.key for one in report_of(changed).findings if one.certainty == "stated"} <= certain


def test_contradictions_are_refused_wherever_they_meet(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(
        "constituencies: {p: {name: P, represented_by: f}}\n"
        "bodies:\n"
        "  a: {name: A, kind: board, without: p, seats: [{holder: f, from: 2030}, {holder: f, status: proposed}]}\n"
        "  f: {name: F, kind: forum}\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError, match="but its seat 1 is theirs at the same time"):
        read(path)
