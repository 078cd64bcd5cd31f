"""A structure as Popolo: bodies as organizations, seats as memberships. What it has no place for is said."""

import json
from collections.abc import Iterator
from typing import Any

from govgraph.exporters.defaults import spread
from govgraph.exporters.exporter import Exported, Exporter
from govgraph.exporters.left_out import left_out, settings_left_out
from govgraph.importers.contents import Ids
from govgraph.language import listed, plural
from govgraph.model import Body, Seat, Structure

_FIELDS = frozenset({"name", "kind", "other_names", "purpose", "from_", "until"})
_OF_SEATS = {
    "on_behalf_of": "the group of people a seat speaks for",
    "votes": "votes",
    "independent": "whether its holder is independent",
    "appointed_by": "who appoints to it",
    "status": "its status",
    "note": "its note",
    "source": "its source",
    "several": "that it stands for several whose number is not known",
}
_MOST_ALIKE = 200
"""Seats alike that are written one by one; of more, one."""


def render(structure: Structure, with_names: bool) -> Exported:
    """A structure as a Popolo file."""
    structure = spread(structure)
    people: dict[str, str] = {}
    ids = Ids()
    organizations = [_organization(key, body) for key, body in structure.bodies.items()]
    posts: dict[tuple[str, str], str] = {}
    memberships: list[dict[str, Any]] = []
    for key, body in structure.bodies.items():
        for seat in body.seats:
            memberships.extend(_memberships(key, seat, posts, people, ids, with_names=with_names))
    content = {
        "organizations": organizations,
        "posts": [{"id": post, "organization_id": body, "label": label} for (body, label), post in posts.items()],
        "persons": [{"id": key, "name": name} for name, key in people.items()],
        "memberships": memberships,
    }
    text = json.dumps({key: value for key, value in content.items() if value}, ensure_ascii=False, indent=2)
    return Exported(f"{text}\n".encode(), tuple(_notices(structure)))


def _organization(key: str, body: Body) -> dict[str, Any]:
    stated = {
        "id": key,
        "name": body.name,
        "classification": body.kind.words,
        "other_names": [{"name": name} for name in body.other_names],
        "description": body.purpose,
        "founding_date": body.from_,
        "dissolution_date": body.until,
        "parent_id": body.part_of[0].to if body.part_of else None,
    }
    return {field: value for field, value in stated.items() if value}


def _memberships(
    key: str, seat: Seat, posts: dict[tuple[str, str], str], people: dict[str, str], ids: Ids, *, with_names: bool
) -> Iterator[dict[str, Any]]:
    """The memberships that a seat is: none where it is vacant, and as many as it stands for."""
    if seat.vacant:
        return
    label = "; ".join(seat.as_)
    person = seat.person if with_names else None
    if label and (key, label) not in posts:
        posts[key, label] = ids.new(f"{key} {label}", "post")
    if person and person not in people:
        people[person] = f"person-{len(people) + 1}"
    stated = {
        "organization_id": key,
        "person_id": people[person] if person else None,
        "post_id": posts.get((key, label)),
        "role": seat.role.words if seat.role_is_stated else None,
        "on_behalf_of_id": seat.holder,
        "start_date": seat.from_,
        "end_date": seat.until,
    }
    for _ in range(seat.count if seat.count <= _MOST_ALIKE else 1):
        yield {field: value for field, value in stated.items() if value}


def _notices(structure: Structure) -> Iterator[str]:
    yield from left_out(structure, "Popolo", taken={"seats", "part_of"}, fields=_FIELDS)
    yield from settings_left_out(structure, "Popolo")
    bodies = structure.bodies.values()
    seats = [seat for body in bodies for seat in body.seats]
    lost = [words for field, words in _OF_SEATS.items() if any(_states(seat, field) for seat in seats)]
    if lost:
        yield f"Popolo has no place for this of a seat: {listed(lost)}."
    vacant = sum(seat.count for seat in seats if seat.vacant)
    if vacant:
        yield f"{plural(vacant, 'vacant seat is', 'vacant seats are')} left out: a membership has a member."
    several = [body.name for body in bodies if len(body.part_of) > 1]
    if several:
        yield f"Popolo has room for one parent, so these are part of the first of several only: {listed(several)}."
    if any(line.model_fields_set - {"to", "source"} for body in bodies for line in body.part_of):
        yield "Popolo says that a body is part of another, and nothing more of that line."
    capacities = sum(len(seat.as_) > 1 for seat in seats)
    if capacities:
        yield f"{plural(capacities, 'seat has', 'seats have')} several capacities, which become one post."
    if any(seat.count > 1 for seat in seats):
        yield "Seats alike are written one by one, so they come back as seats of their own."


def _states(seat: Seat, field: str) -> bool:
    return bool(getattr(seat, field) != Seat.model_fields[field].default)


EXPORTER = Exporter("Popolo", (".popolo.json",), render)
