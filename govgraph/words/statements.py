"""How reports speak of dates, statuses, sources and steps of evidence."""

from datetime import date

from govgraph.findings import Report, Step
from govgraph.model import SourceRef, Status, Structure, View, relation_keys

VIEWS = {
    View.IN_PLACE: "what is in place",
    View.AGREED: "what is in place or agreed",
    View.PROPOSED: "what is in place, agreed or proposed",
}

_BESIDE_RELATIONS = {
    "accountable_to": "is accountable to",
    "sits_on": "sits on",
    "vacant_seat_on": "holds a vacant seat on",
    "attends": "attends",
}
_LISTED = {"all_seats_listed": "seats on", "all_lines_listed": "lines of", "all_parts_listed": "parts of"}
_FOR_THEMES = {"responsible_for": "answers for", "monitors": "monitors"}
_FOR_PEOPLE = {
    "sits_on": "a seat on",
    "vacant_seat_on": "a vacant seat on",
    "attends": "a place in attendance at",
    "contact_for": "a contact on",
    "consulted_by": "consulted by",
    "informed_by": "kept informed by",
    "absent_from": "stated to have no seat on",
}


def day(when: date) -> str:
    """`1 September 2020`."""
    return f"{when.day} {when:%B %Y}"


def title(structure: Structure) -> str:
    """What a structure is called, on one line."""
    return " ".join((structure.title or "A governance structure without a title").split())


def source(structure: Structure, reference: SourceRef | None) -> str:
    """The title of a source and the place in it; `no source given` where there is none."""
    if reference is None:
        return "no source given"
    title = structure.sources[reference.id].title
    return f"{title}, {reference.where}" if reference.where else title


def evidence(report: Report, one: Step) -> str:
    """A step of evidence as a report tells it: with `Before:` where the structure before states it."""
    said = step(report.stated_in(before=one.before), one)
    return f"Before: {said}" if one.before else said


def step(structure: Structure, one: Step) -> str:
    """A step of evidence as a line: `The Board reports to the Council (proposed; Minutes, item 4)`."""
    settled = "" if one.status is Status.IN_PLACE else f"{one.status.words}; "
    how = f", {one.how}" if one.how else ""
    return f"{step_words(structure, one)}{how} ({settled}{source(structure, one.source)})"


def step_words(structure: Structure, one: Step) -> str:
    """A step of evidence in words, without its source."""
    if one.relation in _FOR_THEMES and one.start is not None:
        return f"{structure.bodies[one.start].name} {_FOR_THEMES[one.relation]}: {structure.themes[one.end].name}"
    end = one.end if one.relation == "accountable_to" else structure.bodies[one.end].name
    if one.relation in _LISTED:
        return f"The list of the {_LISTED[one.relation]} {end} is stated to be complete"
    if one.people and one.start is not None:
        return f"{structure.constituencies[one.start].name}: {_FOR_PEOPLE[one.relation]} {end}"
    start = structure.bodies[one.start].name if one.start in structure.bodies else "Somebody not named"
    relations = relation_keys()
    words = relations[one.relation].words if one.relation in relations else _BESIDE_RELATIONS[one.relation]
    return f"{start} {words} {end}"
