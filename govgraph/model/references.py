"""What no single value shows: ids that name nothing, with what was probably meant, or that stand twice."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import get_origin

from govgraph.language import either_of
from govgraph.model.contradictions import NO_ANSWER, answers_inside, answers_to_nobody, contradictions
from govgraph.model.faults import Fault, FaultList, Hints, InputError, Loc, format_place
from govgraph.model.fields import model_at, references, shapes, used_ids
from govgraph.model.name_lists import names_in
from govgraph.model.scalars import as_list, loose_name, plain_name, quoted
from govgraph.model.structure import Structure
from govgraph.model.validation import Document

_NOUNS = {key: shape.model.noun for key, shape in shapes(Structure).items() if shape.by_id and shape.model}

_LINES = {"reports_to", "part_of"}
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
    def _titles(self) -> dict[str, list[str]]:
        """What each entry is called: its name or title first, then its other names."""
        entries = (item for document in self._documents for item in document.section(self._namespace).items())
        return {key: list(_names(entry)) for key, entry in entries}

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """Ids by what is called so, as names are compared."""
        named: dict[str, list[str]] = {}
        for key, names in self._titles.items():
            for name in {loose_name(name) for name in names}:
                named.setdefault(name, []).append(key)
        return named

    def meant(self, text: str) -> list[str]:
        """The ids of the entries that a text may mean by a name, or as an id."""
        return [text] if text in self.ids else self._named.get(loose_name(text), [])

    def _only_one(self, text: str) -> str | None:
        meant = self.meant(text)
        return meant[0] if len(meant) == 1 else None

    def hint(self, name: str, document: Document, path: Loc) -> str:
        """What was probably meant: a name instead of an id, several ids without brackets, or a slip of the pen."""
        meant = self.meant(name)
        if len(meant) > 1:
            return f" {document.wording.one_of({key: self._titles[key][0] for key in meant})}"
        if meant:
            return f" Write its id: '{meant[0]}'."
        several, others = names_in(name.strip("[]"), self._only_one)
        several_fit = _takes_a_list(document, path) or document.wording.takes_several(path)
        if len(several) > 1 and not others:
            return f" {document.wording.several(several, many=several_fit)}"
        if "holder" in path and plain_name(name) in _NOBODY:
            return f" {document.wording.vacant}"
        names = {} if self._hints.spent else document.wording.names(self._titles)
        near = self._spoken_for(name) or self._hints.nearest(name, names)
        return near or f" {self._remedy(document, path)}".rstrip()

    def _spoken_for(self, name: str) -> str:
        """The constituencies that were probably meant by the body that speaks for them; empty where none were."""
        if self._namespace != "constituencies" or self._hints.spent:
            return ""
        bodies = set(self._bodies.meant(name))
        titles = [
            quoted(entry.get("name", key))
            for document in self._documents
            for key, entry in document.section("constituencies").items()
            if isinstance(entry, dict) and bodies.intersection(map(str, as_list(entry.get("represented_by"))))
        ]
        return f" It is a body, and speaks for a group. Did you mean {either_of(titles)}?" if titles else ""

    @cached_property
    def _bodies(self) -> "_Space":
        return _Space("bodies", self._documents)

    def _remedy(self, document: Document, path: Loc) -> str:
        """What to do where nothing like the name is there."""
        say = document.wording
        is_line = self._namespace == "bodies" and _LINES.intersection(path[2:3])
        outside = f"If it is outside this structure, use {say.relation('accountable_to')}." if is_line else ""
        return f"{say.missing(self._namespace)} {outside}".strip()


def _names(entry: object) -> Iterator[str]:
    if isinstance(entry, dict):
        for value in (entry.get("name"), entry.get("title"), *as_list(entry.get("other_names"))):
            if isinstance(value, str) and value.strip():
                yield value


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


_ONCE = ("title", "as_of", "post_16_providers", "church_schools")


def cross_faults(
    parts: Sequence[tuple[Document, Structure]], *, whole: bool, may_be_draft: bool = False
) -> Iterator[Fault]:
    """Faults between the statements of a structure, whichever files they stand in.

    `whole` is false where some file could not be read: then no id can be called unknown. With `may_be_draft`, a
    structure may hold a draft and nothing else.
    """
    yield from _collisions(parts)
    documents = [document for document, _ in parts]
    if whole:
        yield from unknown_ids(documents)
        if not (may_be_draft and any(document.data.get("draft") for document in documents)):
            yield from _no_bodies(documents)
    yield from contradictions(parts)
    yield from answers_inside(parts)
    yield from answers_to_nobody(parts)


def assert_sound(structure: Structure) -> None:
    """Raise InputError where a structure made in code names what is not there, or contradicts itself."""
    document = Document(None, data=structure.model_dump(mode="json", by_alias=True, exclude_unset=True))
    faults = FaultList(cross_faults([(document, structure)], whole=True, may_be_draft=True))
    if faults:
        raise InputError(faults)


def _no_bodies(documents: Sequence[Document]) -> Iterator[Fault]:
    if any(document.data.get("bodies") for document in documents):
        return
    draft = next((document for document in documents if document.data.get("draft")), None)
    first = draft or documents[0]
    where, why = (("draft", 0, "confirmed"), first.wording.not_confirmed) if draft else ((), first.wording.no_bodies)
    if draft is not None and draft.faults:
        return  # what is confirmed could not be stated
    fault = first.fault(where, why)
    if fault.sheet is None or all(other.sheet != fault.sheet for other in first.faults):
        yield fault  # else its sheet has a fault already from which this follows


def _collisions(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    if len(parts) == 1:
        return
    for key in _ONCE:
        stated = [document for document, _ in parts if document.data.get(key) not in (None, "", [])]
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
