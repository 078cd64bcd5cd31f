"""Ids that name nothing, and what was probably meant."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import get_origin

from govgraph.model import Structure
from govgraph.model.called import plain_name
from govgraph.model.faults import Fault, Hints
from govgraph.model.place import Path
from govgraph.model.scalars import shown
from govgraph.model.shape import model_at, references, shapes, used_ids
from govgraph.read.answers import says_nothing
from govgraph.read.document import Document

_NAMESPACES = {key: shape.model.noun for key, shape in shapes(Structure).items() if shape.by_id and shape.model}
_APART = re.compile(r"[,;&/\n]| and ")
_NOBODY = says_nothing | {"vacant", "vacancy", "vacant seat", "empty", "unfilled", "to be appointed"}


def unknown_ids(documents: Sequence[Document]) -> Iterator[Fault]:
    """Faults for what stands where an id should, and is none."""
    spaces = {key: _Space(key, documents) for key in _NAMESPACES}
    used: dict[str, set[str]] = {}
    for document in documents:
        used_ids(Structure, document.data, used)
    if all(names <= spaces[namespace].ids for namespace, names in used.items()):
        return
    for document in documents:
        for path, namespace, name in references(Structure, document.data):
            if name not in spaces[namespace].ids:
                if "replaces" in path:
                    hint = " What is replaced stays there, with status: ended."
                else:
                    hint = spaces[namespace].hint(name, document, path)
                message = f"There is no {_NAMESPACES[namespace]} {shown(name)}.{hint}"
                yield document.fault(path, message, value=True)


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
        entries = ((key, entry) for one in self._documents for key, entry in one.section(self._namespace).items())
        return {str(entry["name"]): key for key, entry in entries if isinstance(entry, dict) and entry.get("name")}

    def hint(self, name: str, document: Document, path: Path) -> str:
        """What was probably meant: a name instead of an id, several ids without brackets, or a slip of the pen."""
        if plain_name(name) in self._named:
            return f" Write its id: '{self._named[plain_name(name)]}'."
        parts = [part.strip() for part in _APART.split(name.strip("[]"))]
        ids = [self._named[plain_name(part)] for part in parts if plain_name(part) in self._named]
        if len(parts) > 1 and len(ids) == len(parts):
            return f" {document.wording.several(ids, many=_takes_many(document, path))}"
        if "holder" in path and plain_name(name) in _NOBODY:
            return f" {document.wording.vacant}"
        names = [] if self._hints.spent else document.wording.names(self.ids, self._titles)
        near = self._hints.nearest(name, names)
        return near or f" {document.wording.missing(self._namespace)}".rstrip()


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
