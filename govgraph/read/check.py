"""What no single value shows: ids that are not there or stand twice, and statements that contradict one another."""

from collections.abc import Iterator, Sequence

from govgraph.model import Structure
from govgraph.model.faults import Fault, FaultList, InputError
from govgraph.model.place import Path, written_place
from govgraph.model.shape import shapes
from govgraph.read.answers import answers_inside, answers_to_nobody
from govgraph.read.contradictions import contradictions
from govgraph.read.document import Document
from govgraph.read.unknown import unknown_ids

_NAMESPACES = {key: shape.model.noun for key, shape in shapes(Structure).items() if shape.by_id and shape.model}
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
            yield document.fault((key,), f"{key} stands in {stated[0].path} already; state it in one file only.")
    for key, noun in _NAMESPACES.items():
        first: dict[str, Document] = {}
        for document, _ in parts:
            for name in document.section(key):
                if name in first:
                    message = f"The {noun} '{name}' stands in {_where(first[name], (key, name))}, already."
                    yield document.fault((key, name), message)
                else:
                    first[name] = document


def _where(document: Document, path: Path) -> str:
    at = document.fault(path, "")
    return f"{at.path}, line {at.line}" if at.sheet is None else written_place(*at[:3], at.sheet)
