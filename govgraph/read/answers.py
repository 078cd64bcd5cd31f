"""Whom a body is said to answer to outside the structure: faults where that is nobody, or a body inside."""

from collections import Counter
from collections.abc import Iterator, Sequence

from govgraph.model import Structure
from govgraph.model.called import plain_name
from govgraph.model.faults import MANY_NAMES, Fault
from govgraph.model.scalars import shown
from govgraph.read.document import Document

says_nothing = frozenset(
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


_NEAR, _SLIP, _SHORT = 0.92, 3, 8
"""How like a body's name a text must be to mean it, by how many letters it may differ, how long it must be at least."""


def answers_to_nobody(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    """Bodies said to be accountable to what only says that nothing is known of it: it would count as an answer."""
    for document, structure in parts:
        for name, body in structure.bodies.items():
            for number, one in enumerate(body.accountable_to):
                if plain_name(one.to).strip(" .()[]'\"") in says_nothing:
                    path = ("bodies", name, "accountable_to", number, "to")
                    yield document.fault(
                        path, f"{shown(one.to)} names nobody; leave empty what is not stated.", value=True
                    )


def answers_inside(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    """Bodies said to be accountable to somebody outside the structure, by a name that is a body of it, or nearly is."""
    names = {
        _plain(name): body.name
        for _, structure in parts
        for key, body in structure.bodies.items()
        for name in (key, *body.other_names, body.name)
    }
    known = _Known(names)
    for document, structure in parts:
        for key, body in structure.bodies.items():
            for number, one in enumerate(body.accountable_to):
                inside = known.meant(one.to)
                if inside is not None:
                    why = _why_inside(document, one.to, inside, exactly=_plain(one.to) in names)
                    yield document.fault(("bodies", key, "accountable_to", number, "to"), why, value=True)


def _why_inside(document: Document, text: str, inside: str, *, exactly: bool) -> str:
    say = document.wording.relation
    is_it = "is" if exactly else "reads like"
    otherwise = "" if exactly else "; or, if somebody else is meant, say more of them: (of the county)"
    return (
        f"{shown(text)} {is_it} a body of this structure ({inside}), and {say('accountable_to')} is for whoever stands "
        f"outside it. Use {say('reports_to')} or {say('part_of')}{otherwise}."
    )


class _Known:
    """The names of the bodies, and which of them a text means."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self._told: dict[str, str | None] = {}

    def meant(self, text: str) -> str | None:
        """The name of the body that a text means or nearly means; None where it means none."""
        wanted = _plain(text)
        if wanted not in self._told:
            self._told[wanted] = self._names.get(wanted) or self._near(wanted)
        return self._told[wanted]

    def _near(self, wanted: str) -> str | None:
        if len(wanted) < _SHORT or len(self._told) > MANY_NAMES:
            return None
        alike = [name for name in self._names if abs(len(name) - len(wanted)) <= _SLIP and _share(name, wanted)]
        if not alike:
            return None
        from difflib import get_close_matches  # noqa: PLC0415 - few bodies answer outside

        near = get_close_matches(wanted, alike, n=1, cutoff=_NEAR)
        return self._names[near[0]] if near else None


def _share(one: str, other: str) -> bool:
    """Whether two texts have nearly the same letters, in whatever order: few have, and few need the closer look."""
    return (Counter(one) & Counter(other)).total() * 2 >= _NEAR * (len(one) + len(other))


def _plain(name: str) -> str:
    return plain_name(name).removeprefix("the ")
