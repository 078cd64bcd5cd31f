"""What no single value shows: ids that are not there or stand twice, and statements that contradict one another."""

from collections.abc import Iterator, Sequence
from datetime import date

from pydantic import ValidationError

from govgraph.model import Body, Seat, Status, Structure, TakingPart, first_day, last_day
from govgraph.model.faults import Fault, InputError, nearest
from govgraph.model.place import Path, written_place
from govgraph.model.scalars import shown
from govgraph.model.shape import references, shapes, used_ids
from govgraph.model.statement import Statement
from govgraph.read.document import Document

_NAMESPACES = {key: shape.model.noun for key, shape in shapes(Structure).items() if shape.by_id and shape.model}
_ONCE = ("title", "as_of")


def cross_faults(parts: Sequence[tuple[Document, Structure]], *, whole: bool) -> Iterator[Fault]:
    """Faults between the statements of a structure, whichever files they stand in.

    `whole` is false where some file could not be read: then no id can be called unknown.
    """
    yield from _collisions(parts)
    if whole:
        yield from _unknown_ids([document for document, _ in parts])
        if not any(document.data.get("bodies") for document, _ in parts):
            yield parts[0][0].fault((), parts[0][0].wording.no_bodies)
    yield from _contradictions(parts)


def assert_sound(structure: Structure) -> None:
    """Raise InputError where a structure made in code names what is not there, or contradicts itself."""
    document = Document(None, data=structure.model_dump(mode="json", by_alias=True, exclude_unset=True))
    faults = list(cross_faults([(document, structure)], whole=True))
    if faults:
        raise InputError(faults)


def _section(document: Document, key: str) -> dict[str, object]:
    section = document.data.get(key)
    return section if isinstance(section, dict) else {}


def _collisions(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    if len(parts) == 1:
        return
    for key in _ONCE:
        stated = [document for document, _ in parts if document.data.get(key)]
        for document in stated[1:]:
            yield document.fault((key,), f"{key} stands in {stated[0].path} already; state it in one file only.")
    for key, noun in _NAMESPACES.items():
        first: dict[str, Document] = {}
        for document, _ in parts:
            for name in _section(document, key):
                if name in first:
                    message = f"The {noun} '{name}' stands in {_where(first[name], (key, name))}, already."
                    yield document.fault((key, name), message)
                else:
                    first[name] = document


def _where(document: Document, path: Path) -> str:
    at = document.fault(path, "")
    return f"{at.path}, line {at.line}" if at.sheet is None else written_place(*at[:3], at.sheet)


def _unknown_ids(documents: Sequence[Document]) -> Iterator[Fault]:
    known = {key: {name for document in documents for name in _section(document, key)} for key in _NAMESPACES}
    used: dict[str, set[str]] = {}
    for document in documents:
        used_ids(Structure, document.data, used)
    if all(names <= known[namespace] for namespace, names in used.items()):
        return
    for document in documents:
        for path, namespace, name in references(Structure, document.data):
            if name not in known[namespace]:
                noun = _NAMESPACES[namespace]
                message = f"There is no {noun} {shown(name)}.{_hint(name, namespace, known, documents)}"
                if "replaces" in path:
                    message = f"There is no {noun} {shown(name)}. What is replaced stays there, with status: ended."
                yield document.fault(path, message, value=True)


def _hint(name: str, namespace: str, known: dict[str, set[str]], documents: Sequence[Document]) -> str:
    """What was probably meant: a name instead of an id, several ids without brackets, or a slip of the pen."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) > 1 and all(part in known[namespace] for part in parts):
        return f" For several, write [{', '.join(parts)}]."
    for document in documents:
        for key, entry in _section(document, namespace).items():
            if isinstance(entry, dict) and str(entry.get("name", "")).casefold() == name.casefold():
                return f" Write its id: '{key}'."
    return nearest(name, sorted(known[namespace]))


def _contradictions(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    """A seat and a stated absence of one constituency, both of the same status, with a day in common."""
    represents: dict[str, set[str]] = {}
    for document, _ in parts:
        for name, entry in _section(document, "constituencies").items():
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
    for name, entry in _section(document, "bodies").items():
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
