"""How reports speak of dates, statuses, sources and steps of evidence."""

from datetime import date

from govgraph.findings import Step
from govgraph.model import SourceRef, Status, Structure, View, relation_keys

VIEWS = {
    View.IN_PLACE: "what is in place",
    View.AGREED: "what is in place or agreed",
    View.PROPOSED: "what is in place, agreed or proposed",
}

_BESIDE_RELATIONS = {
    "accountable_to": "is accountable to",
    "sits_on": "sits on",
    "attends": "attends",
    "contact_for": "has a contact on",
    "consulted_by": "is consulted by",
    "informed_by": "is informed by",
    "absent_from": "is stated to have no seat on",
}


def day(when: date) -> str:
    """`1 September 2020`."""
    return f"{when.day} {when:%B %Y}"


def source(structure: Structure, reference: SourceRef | None) -> str:
    """The title of a source and the place in it; `no source given` where there is none."""
    if reference is None:
        return "no source given"
    title = structure.sources[reference.id].title
    return f"{title}, {reference.where}" if reference.where else title


def step(structure: Structure, one: Step) -> str:
    """A step of evidence as a line: `The Board reports to the Council (proposed; Minutes, item 4)`."""
    settled = "" if one.status is Status.IN_PLACE else f"{one.status.words}; "
    return f"{step_words(structure, one)} ({settled}{source(structure, one.source)})"


def step_words(structure: Structure, one: Step) -> str:
    """A step of evidence in words, without its source."""
    relations = relation_keys()
    words = relations[one.relation].words if one.relation in relations else _BESIDE_RELATIONS[one.relation]
    end = one.end if one.relation == "accountable_to" else structure.bodies[one.end].name
    start = "Somebody not named"
    if one.start in structure.bodies:
        start = structure.bodies[one.start].name
    elif one.start in structure.constituencies:
        start = f"Group of people “{structure.constituencies[one.start].name}”"
    return f"{start} {words} {end}"
