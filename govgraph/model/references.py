"""What no single value shows: ids that name nothing, with what was probably meant, or that stand twice."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import get_origin

from govgraph.model.contradictions import NO_ANSWER, answers_inside, answers_to_nobody, contradictions
from govgraph.model.faults import Fault, FaultList, Hints, InputError, Loc, format_place
from govgraph.model.fields import model_at, references, shapes, used_ids
from govgraph.model.scalars import plain_name, quoted
from govgraph.model.structure import Structure
from govgraph.model.validation import Document

_NOUNS = {key: shape.model.noun for key, shape in shapes(Structure).items() if shape.by_id and shape.model}

_APART = re.compile(r"[,;&/\n]| and ")
_NOBODY = NO_ANSWER | {"vacant", "vacancy", "vacant seat", "empty", "unfilled", "to be appointed"}


def unknown_ids(documents: Sequence[Document]) -> Iterator[Fault]:
    """Faults for what stands where an id should, and is none."""
    spaces = {key: _Space(key, documents) for key in _NOUNS}
    used: dict[str, set[str]] = {}
    for document in documents:
        used_ids(Structure, document.data, used)
    if all(names <= spaces[namespace].ids for namespace, names in used.items()):
        return
    for document in documents:
        for path, namespace, name in references(Structure, document.data):
            if name not in spaces[namespace].ids:
                stays = document.wording.replaced
                hint = f" {stays}" if "replaces" in path else spaces[namespace].hint(name, document, path)
                yield document.fault(path, f"There is no {_NOUNS[namespace]} {quoted(name)}.{hint}", value=True)


class _Space:
    """The entries of one section of all documents."""

    def __init__(self, namespace: str, documents: Sequence[Document]) -> None:
        self._namespace = namespace
        self._documents = documents
        self._hints = Hints()
        self.ids = {name for document in documents for name in document.section(namespace)}

    @cached_property
    def _named(self) -> dict[str, str]:
        """Ids by what is called so: the id itself, or a name as people write it."""
        named = {name: name for name in self.ids}
        for document in self._documents:
            for key, entry in document.section(self._namespace).items():
                if isinstance(entry, dict):
                    named.setdefault(plain_name(str(entry.get("name", ""))), key)
        return named

    @cached_property
    def _titles(self) -> dict[str, str]:
        """Ids by the names that their entries have."""
        entries = (item for document in self._documents for item in document.section(self._namespace).items())
        return {str(entry["name"]): key for key, entry in entries if isinstance(entry, dict) and entry.get("name")}

    def hint(self, name: str, document: Document, path: Loc) -> str:
        """What was probably meant: a name instead of an id, several ids without brackets, or a slip of the pen."""
        if plain_name(name) in self._named:
            return f" Write its id: '{self._named[plain_name(name)]}'."
        parts = [part.strip() for part in _APART.split(name.strip("[]"))]
        ids = [self._named[plain_name(part)] for part in parts if plain_name(part) in self._named]
        if len(parts) > 1 and len(ids) == len(parts):
            return f" {document.wording.several(ids, many=_takes_a_list(document, path))}"
        if "holder" in path and plain_name(name) in _NOBODY:
            return f" {document.wording.vacant}"
        names = [] if self._hints.spent else document.wording.names(self.ids, self._titles)
        near = self._hints.nearest(name, names)
        return near or f" {document.wording.missing(self._namespace)}".rstrip()


def _takes_a_list(document: Document, path: Loc) -> bool:
    """Whether several may stand where a path leads: under its key, or, of a record in short form, where it stands."""
    data = document.data
    for number, step in enumerate(path):
        if isinstance(data, str):
            path = path[:number]
            break
        data = data[step]
    steps = [number for number, step in enumerate(path) if isinstance(step, str)]
    key, owner = path[steps[-1]], model_at(Structure, path[: steps[-1]])
    field = next((field for name, field in owner.model_fields.items() if (field.alias or name) == key), None)
    return field is not None and get_origin(field.annotation) is tuple


_ONCE = ("title", "as_of")


def cross_faults(parts: Sequence[tuple[Document, Structure]], *, whole: bool) -> Iterator[Fault]:
    """Faults between the statements of a structure, whichever files they stand in.

    `whole` is false where some file could not be read: then no id can be called unknown.
    """
    yield from _collisions(parts)
    if whole:
        yield from unknown_ids([document for document, _ in parts])
        yield from _no_bodies([document for document, _ in parts])
    yield from contradictions(parts)
    yield from answers_inside(parts)
    yield from answers_to_nobody(parts)


def assert_sound(structure: Structure) -> None:
    """Raise InputError where a structure made in code names what is not there, or contradicts itself."""
    document = Document(None, data=structure.model_dump(mode="json", by_alias=True, exclude_unset=True))
    faults = FaultList(cross_faults([(document, structure)], whole=True))
    if faults:
        raise InputError(faults)


def _no_bodies(documents: Sequence[Document]) -> Iterator[Fault]:
    if any(document.data.get("bodies") for document in documents):
        return
    first = documents[0]
    fault = first.fault((), first.wording.no_bodies)
    if fault.sheet is None or all(other.sheet != fault.sheet for other in first.faults):
        yield fault  # else its sheet has a fault already from which this follows


def _collisions(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    if len(parts) == 1:
        return
    for key in _ONCE:
        stated = [document for document, _ in parts if document.data.get(key)]
        for document in stated[1:]:
            yield document.fault((key,), f"{key} is in {stated[0].path} already; write it in one file only.")
    for key, noun in _NOUNS.items():
        first: dict[str, Document] = {}
        for document, _ in parts:
            for name in document.section(key):
                if name in first:
                    message = f"The {noun} '{name}' is in {_where(first[name], (key, name))}, already."
                    yield document.fault((key, name), message)
                else:
                    first[name] = document


def _where(document: Document, path: Loc) -> str:
    at = document.fault(path, "")
    return f"{at.path}, line {at.line}" if at.sheet is None else format_place(*at[:3], at.sheet)
