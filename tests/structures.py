"""Random structures with a little of everything, as hypothesis draws them."""

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from chance import IS_LONG
from corpus import corpus
from govgraph.model import Activity, Kind, Level, Matter, Nation, Role, Status, relation_keys

DAY = "2020-06-15"

statuses = st.sampled_from([one.value for one in Status])
stated = st.fixed_dictionaries(
    {},
    optional={
        "status": statuses,
        "from": st.sampled_from(["2019", "2020-06-15", "2021"]),
        "until": st.sampled_from(["2021-12", "2020-06-15", "2020-06-14"]),
        "source": st.sampled_from(["s1", "s2"]),
    },
).filter(lambda one: one.get("from", "2019") <= one.get("until", "2022"))
nations = st.sampled_from([one.value for one in Nation])
roles = st.sampled_from([one.value for one in Role])
limits: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [{"at_least": 1}, {"at_most": 2}, {"share": "at least half"}, {"share": "at most a third"}]
)
sometimes: st.SearchStrategy[dict[str, Any]] = st.one_of(st.just({}), st.just({}), stated)


@st.composite
def structures(draw: st.DrawFn) -> dict[str, Any]:
    """The data of a structure, with a little of everything."""
    size = draw(st.integers(1, 7))
    ids = [f"b{number}" for number in range(size)]
    body, people = st.sampled_from(ids), st.sampled_from(["parents", "young"])

    def some(kind: st.SearchStrategy[dict[str, Any]], most: int = 2) -> list[dict[str, Any]]:
        return [{**one, **draw(sometimes)} for one in draw(st.lists(kind, max_size=most))]

    seat: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
        {},
        optional={
            "on_behalf_of": people,
            "holder": body,
            "votes": st.booleans(),
            "vacant": st.booleans(),
            "role": roles,
            "count": st.integers(2, 3),
            "several": st.just(True),
        },
    )
    seat = seat.filter(lambda one: not ("count" in one and "several" in one))
    seat = seat.filter(lambda one: not (one.get("votes") and Role(one.get("role", "member")).attends_only))
    whose = st.one_of(st.fixed_dictionaries({"on_behalf_of": people}), st.just({"as": ["councillor"]}))
    composition = st.tuples(whose, limits).map(lambda parts: {**parts[0], **parts[1]})
    tie: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({"to": body})
    ranks = st.sampled_from([{}, {}, {"lead": True}, {"jointly": True}])
    line = st.tuples(tie, ranks).map(lambda parts: {**parts[0], **parts[1]})
    appointment = st.fixed_dictionaries({"to": body}, optional={"role": roles, "removes": st.booleans()})
    ties = {"reports_to": line, "part_of": line, "appoints": appointment}
    contact = st.fixed_dictionaries(
        {"for": people}, optional={"title": st.just("Champion"), "senior": st.booleans(), "votes": st.booleans()}
    )
    bodies = {}
    for number, key in enumerate(ids):
        entry: dict[str, Any] = {
            "name": f"Body {number}",
            "kind": draw(st.sampled_from([one.value for one in Kind] + ["board"] * 8)),
            "level": draw(st.lists(st.sampled_from([one.value for one in Level]), max_size=1)),
            "does": draw(st.lists(st.sampled_from([one.value for one in Activity]), max_size=2)),
            **draw(sometimes),
        }
        for relation in relation_keys():
            entry[relation] = some(ties.get(relation, tie), 2 if relation == "reports_to" else 1)
        if draw(st.booleans()):
            entry["accountable_to"] = some(st.just({"to": "all"}), 1)
        entry["seats"] = some(seat)
        entry["composition"] = some(composition, 2)
        entry["contacts"] = some(contact, 1)
        for part in ("without", "consulted", "informed"):
            entry[part] = some(st.fixed_dictionaries({"constituency": people}), 1)
        for whole in ("membership", "lines"):
            if draw(st.booleans()):
                entry[whole] = draw(st.sampled_from(["complete", "partial"]))
        if draw(st.booleans()):
            entry["covers"] = draw(st.lists(st.sampled_from([one.value for one in Matter]), min_size=1, max_size=2))
        entry |= draw(
            st.sampled_from([{}, {}, {"substitutes": False}, {"substitutes": True, "substitutes_limit": "one"}])
        )
        if draw(st.integers(0, 3)) == 0:
            entry["nation"] = draw(nations)
        bodies[key] = {name: value for name, value in entry.items() if value not in ([], {})}
    nation = {"nation": draw(nations)} if draw(st.booleans()) else {}
    bodies["anchor"] = {"name": "Anchor", "kind": "organisation"}  # always there, so that something can be asked
    return {
        "as_of": DAY,
        **nation,
        "sources": {"s1": {"title": "One"}, "s2": {"title": "Two"}},
        "constituencies": {
            "parents": {"name": "Parents", "represented_by": draw(st.lists(body, max_size=1))},
            "young": {"name": "Young people"},
        },
        "bodies": bodies,
    }


def without_contradictions(data: dict[str, Any]) -> dict[str, Any]:
    """A seat and an absence at the same time are refused; where they meet, the absence goes."""
    for entry in data["bodies"].values():
        if entry.get("seats"):
            entry.pop("without", None)
    return data


drawn = structures().map(without_contradictions)
everything = drawn if IS_LONG else st.sampled_from(corpus()).map(deepcopy)
"""Any of them in `make test-long`; in `make test` one of those that are kept, which takes no time to draw."""
