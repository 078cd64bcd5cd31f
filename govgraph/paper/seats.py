"""Every stated seat and contact, never with a name of a person."""

from collections.abc import Iterator

from govgraph.graph import GovernanceGraph
from govgraph.model import Contact, Seat
from govgraph.paper.blocks import Block, Heading, Table
from govgraph.paper.naming import Names, settled

_OPEN = "not stated"


def seats(graph: GovernanceGraph, names: Names) -> Iterator[Block]:
    """Two tables, whole, so that every seat and every contact that was counted can be found."""
    sitting, contacts = [], []
    people = graph.structure.constituencies
    for body in graph.bodies:
        for one in graph.voice.everybody_on(body):
            beside = "" if one.status is graph.status(body) else settled(one.status)
            where = names.of(body)
            if isinstance(one.part, Seat):
                seat = one.part
                holder = names.graph.name(seat.holder) if seat.holder else "vacant" if seat.vacant else _OPEN
                vote = "no" if seat.role.attends_only else {True: "yes", False: "no", None: _OPEN}[seat.votes]
                who = people[seat.on_behalf_of].name if seat.on_behalf_of else _OPEN
                vacant = " (vacant)" if seat.vacant and seat.holder else ""
                sitting.append((where, who, f"{holder}{vacant}", f"{seat.role.words}{beside}", vote))
            elif isinstance(one.part, Contact):
                contact = one.part
                senior = {True: "yes", False: "no", None: _OPEN}[contact.senior]
                post = f"{contact.post or _OPEN}{' (vacant)' if contact.vacant else ''}"
                contacts.append((where, people[contact.for_].name, f"{contact.title or _OPEN}{beside}", post, senior))
    if sitting:
        yield Heading(2, "Every stated seat")
        yield Table("Seats, and places in attendance", ("Body", "For whom", "Held by", "Role", "Vote"), tuple(sitting))
    if contacts:
        yield Heading(2, "Every stated contact")
        yield Table("Contacts, which are no seats", ("Body", "For whom", "Title", "Post", "Senior"), tuple(contacts))
