"""Random structures with a little of everything, as hypothesis draws them."""

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from chance import IS_LONG
from corpus import corpus
from govgraph.model import Activity, Kind, Level, Role, Status, relation_keys

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
            "role": st.sampled_from([one.value for one in Role]),
        },
    )
    seat = seat.filter(lambda one: not (one.get("votes") and Role(one.get("role", "member")).attends_only))
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
            entry[relation] = some(st.fixed_dictionaries({"to": body}), 2 if relation == "reports_to" else 1)
        if draw(st.booleans()):
            entry["accountable_to"] = some(st.just({"to": "all"}), 1)
        entry["seats"] = some(seat)
        entry["contacts"] = some(contact, 1)
        for part in ("without", "consulted", "informed"):
            entry[part] = some(st.fixed_dictionaries({"constituency": people}), 1)
        for whole in ("membership", "lines"):
            if draw(st.booleans()):
                entry[whole] = draw(st.sampled_from(["complete", "partial"]))
        bodies[key] = {name: value for name, value in entry.items() if value not in ([], {})}
    bodies["anchor"] = {"name": "Anchor", "kind": "organisation"}  # always there, so that something can be asked
    return {
        "as_of": DAY,
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
