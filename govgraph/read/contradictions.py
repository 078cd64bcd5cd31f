"""Statements that cannot both be true: a seat, and that a group has none."""

from collections.abc import Iterator, Sequence
from datetime import date

from pydantic import ValidationError

from govgraph.model import Body, Seat, Status, Structure, TakingPart, first_day, last_day
from govgraph.model.faults import Fault
from govgraph.model.statement import Statement
from govgraph.read.document import Document


def contradictions(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    """A seat and a stated absence of one constituency, both of the same status, with a day in common."""
    represents: dict[str, set[str]] = {}
    for document, _ in parts:
        for name, entry in document.section("constituencies").items():
            holders = entry.get("represented_by") if isinstance(entry, dict) else None
            for holder in holders if isinstance(holders, list) else [holders]:
                represents.setdefault(str(holder), set()).add(name)
    for document, structure in parts:
        for name, body in _bodies_stating_absence(document, structure):
            default = body.status or structure.status or Status.IN_PLACE
            for number, absence in enumerate(body.without):
                seat = _seat_against(absence, body, default, represents)
                if seat is not None:
                    yield document.fault(
                        ("bodies", name, "without", number),
                        f"The body '{name}' is stated to be without '{absence.constituency}', and seat "
                        f"{seat + 1} on it is theirs at the same time; one of the two is wrong.",
                    )


def _bodies_stating_absence(document: Document, structure: Structure) -> Iterator[tuple[str, Body]]:
    if structure.bodies:
        yield from ((name, body) for name, body in structure.bodies.items() if body.without and body.seats)
        return
    for name, entry in document.section("bodies").items():
        if isinstance(entry, dict) and entry.get("without") and entry.get("seats"):
            try:
                yield name, Body.model_validate(entry)
            except ValidationError:
                continue  # its own faults are told already


def _seat_against(absence: TakingPart, body: Body, default: Status, represents: dict[str, set[str]]) -> int | None:
    for number, seat in enumerate(body.seats):
        if seat.role.attends_only or absence.constituency not in _spoken_for(seat, represents):
            continue
        if (seat.status or default) == (absence.status or default) and _share_a_day(seat, absence):
            return number
    return None


def _spoken_for(seat: Seat, represents: dict[str, set[str]]) -> set[str]:
    return {seat.on_behalf_of} if seat.on_behalf_of else represents.get(seat.holder or "", set())


def _share_a_day(one: Statement, other: Statement) -> bool:
    begins = max(first_day(part.from_) if part.from_ else date.min for part in (one, other))
    ends = min(last_day(part.until) if part.until else date.max for part in (one, other))
    return begins <= ends
