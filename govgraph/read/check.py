"""What no single value shows: ids that are not there or stand twice, and statements that contradict one another."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_origin

from pydantic import ValidationError

from govgraph.model import Body, Seat, Status, Structure, TakingPart, first_day, last_day
from govgraph.model.called import plain_name
from govgraph.model.faults import Fault, InputError, nearest
from govgraph.model.place import Path, written_place
from govgraph.model.scalars import shown
from govgraph.model.shape import model_at, references, shapes, used_ids
from govgraph.model.statement import Statement
from govgraph.read.document import Document

_NAMESPACES = {key: shape.model.noun for key, shape in shapes(Structure).items() if shape.by_id and shape.model}
_APART = re.compile(r"[,;&/\n]| and ")
_ONCE = ("title", "as_of")
_NOT_STATED = frozenset(
    (
        "",
        "-",
        "--",
        "---",
        "0",
        "?",
        "??",
        "???",
        "n.a",
        "n/a",
        "na",
        "nil",
        "no",
        "nobody",
        "none",
        "not applicable",
        "not known",
        "not stated",
        "null",
        "tba",
        "tbc",
        "tbd",
        "to be agreed",
        "to be confirmed",
        "unclear",
        "unknown",
    )
)
"""What people write where they have nothing to say."""


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
    yield from _answers_inside(parts)
    yield from _answers_to_nobody(parts)


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
                message = f"There is no {noun} {shown(name)}.{_hint(name, namespace, known, document, documents, path)}"
                if "replaces" in path:
                    message = f"There is no {noun} {shown(name)}. What is replaced stays there, with status: ended."
                yield document.fault(path, message, value=True)


def _hint(
    name: str,
    namespace: str,
    known: dict[str, set[str]],
    document: Document,
    documents: Sequence[Document],
    path: Path,
) -> str:
    """What was probably meant: a name instead of an id, several ids without brackets, or a slip of the pen."""
    named = {name: name for name in known[namespace]}
    for one in documents:
        for key, entry in _section(one, namespace).items():
            if isinstance(entry, dict):
                named.setdefault(plain_name(str(entry.get("name", ""))), key)
    if plain_name(name) in named:
        return f" Write its id: '{named[plain_name(name)]}'."
    parts = [part.strip() for part in _APART.split(name.strip("[]"))]
    ids = [named[plain_name(part)] for part in parts if plain_name(part) in named]
    if len(parts) > 1 and len(ids) == len(parts):
        return f" {document.wording.several(ids, many=_takes_many(document, path))}"
    return nearest(name, sorted(known[namespace])) or f" {document.wording.missing(namespace)}".rstrip()


def _takes_many(document: Document, path: Path) -> bool:
    """Whether several may stand where a path leads: under its key, or, of a record in short form, where it stands."""
    data = document.data
    for number, step in enumerate(path):
        if isinstance(data, str):
            path = path[:number]
            break
        data = data[step]
    steps = [number for number, step in enumerate(path) if isinstance(step, str)]
    key, owner = path[steps[-1]], model_at(Structure, path[: steps[-1]])
    field = next((one for name, one in owner.model_fields.items() if (one.alias or name) == key), None)
    return field is not None and get_origin(field.annotation) is tuple


def _answers_to_nobody(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    """Bodies said to be accountable to what only says that nothing is known of it: it would count as an answer."""
    for document, structure in parts:
        for name, body in structure.bodies.items():
            for number, one in enumerate(body.accountable_to):
                if plain_name(one.to).strip(" .()[]'\"") in _NOT_STATED:
                    path = ("bodies", name, "accountable_to", number)
                    yield document.fault(path, f"{shown(one.to)} names nobody; leave empty what is not stated.")


def _answers_inside(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    """Bodies said to be accountable to somebody outside the structure, by a name that is a body of it."""
    said = [
        (document, ("bodies", name, "accountable_to", number), one.to)
        for document, structure in parts
        for name, body in structure.bodies.items()
        for number, one in enumerate(body.accountable_to)
    ]
    wanted = {text.casefold() for *_, text in said}
    found: dict[str, str] = {}
    for _, structure in parts:
        for key, body in structure.bodies.items():
            for name in (key, body.name, *body.other_names):
                if name.casefold() in wanted:
                    found.setdefault(name.casefold(), body.name)
    for document, path, text in said:
        if text.casefold() in found:
            say = document.wording.relation
            why = (
                f"{shown(text)} is a body of this structure ({found[text.casefold()]}), and {say('accountable_to')} is "
                f"for whoever stands outside it. Use {say('reports_to')} or {say('part_of')}."
            )
            yield document.fault(path, why)


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
