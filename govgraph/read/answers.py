"""Whom a body is said to answer to outside the structure: faults where that is nobody, or a body inside."""

from collections.abc import Iterator, Sequence

from govgraph.model import Structure
from govgraph.model.called import plain_name
from govgraph.model.faults import Fault
from govgraph.model.scalars import shown
from govgraph.read.document import Document

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


def answers_to_nobody(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    """Bodies said to be accountable to what only says that nothing is known of it: it would count as an answer."""
    for document, structure in parts:
        for name, body in structure.bodies.items():
            for number, one in enumerate(body.accountable_to):
                if plain_name(one.to).strip(" .()[]'\"") in _NOT_STATED:
                    path = ("bodies", name, "accountable_to", number)
                    yield document.fault(path, f"{shown(one.to)} names nobody; leave empty what is not stated.")


def answers_inside(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
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
