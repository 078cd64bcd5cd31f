"""How reports speak of dates, statuses, sources and steps of evidence."""

from govgraph.findings import Report
from govgraph.graph import Step
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


def title(structure: Structure) -> str:
    """What a structure is called, on one line."""
    return " ".join((structure.title or "A governance structure without a title").split())


def source(structure: Structure, reference: SourceRef | None) -> str:
    """The title of a source and the place in it; `no source given` where there is none."""
    if reference is None:
        return "no source given"
    title = structure.sources[reference.id].title
    return f"{title}, {reference.where}" if reference.where else title


def evidence(report: Report, step: Step) -> str:
    """A step of evidence as a report tells it: with `Before:` where the structure before states it."""
    line = evidence_line(report.stated_in(before=step.before), step)
    return f"Before: {line}" if step.before else line


def evidence_line(structure: Structure, step: Step) -> str:
    """A step of evidence as a line: `The Board reports to the Council (proposed; Minutes, item 4)`."""
    status = "" if step.status is Status.IN_PLACE else f"{step.status.words}; "
    how = f", {step.how}" if step.how else ""
    return f"{evidence_words(structure, step)}{how} ({status}{source(structure, step.source)})"


def evidence_words(structure: Structure, step: Step) -> str:
    """A step of evidence in words, without its source."""
    if step.relation in _FOR_THEMES and step.start is not None:
        return f"{structure.bodies[step.start].name} {_FOR_THEMES[step.relation]}: {structure.themes[step.end].name}"
    end = step.end if step.relation == "accountable_to" else structure.bodies[step.end].name
    if step.relation in _LISTED:
        return f"The list of the {_LISTED[step.relation]} {end} is stated to be complete"
    if step.people and step.start is not None:
        return f"{structure.constituencies[step.start].name}: {_FOR_PEOPLE[step.relation]} {end}"
    start = structure.bodies[step.start].name if step.start in structure.bodies else "Somebody not named"
    relations = relation_keys()
    words = relations[step.relation].words if step.relation in relations else _BESIDE_RELATIONS[step.relation]
    return f"{start} {words} {end}"
