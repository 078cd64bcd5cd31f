"""Statements that cannot both be true: a seat and its absence, an answer to nobody or to bodies inside."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pydantic import ValidationError

from govgraph.language import number_words
from govgraph.model.absences import contradicts
from govgraph.model.body import Body, TakingPart
from govgraph.model.faults import MANY_NAMES, Fault
from govgraph.model.name_lists import names_in
from govgraph.model.scalars import loose_name, plain_name, quoted
from govgraph.model.structure import Structure
from govgraph.model.validation import Document
from govgraph.model.vocabulary import Status

NO_ANSWER = frozenset(
    {"", "-", "--", "---", "0", "?", "??", "???", "n.a", "n/a", "na", "nil", "no", "nobody", "none", "null"}
    | {"not applicable", "not known", "not stated", "tba", "tbc", "tbd", "to be agreed", "to be confirmed"}
    | {"unclear", "unknown"}
)
"""What people write where they have nothing to say."""

_NEAR, _SLIP, _SHORT = 0.92, 3, 8
"""How like a body's name a text must be to mean it, by how many letters it may differ, how long it must be at least."""


def answers_to_nobody(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    """Bodies said to be accountable to what only says that nothing is known of it: it would count as an answer."""
    for document, structure in parts:
        for name, body in structure.bodies.items():
            for number, stated in enumerate(body.accountable_to):
                if plain_name(stated.to).strip(" .()[]'\"") in NO_ANSWER:
                    path = ("bodies", name, "accountable_to", number, "to")
                    message = f"{quoted(stated.to)} names nobody; leave it empty until you know."
                    yield document.fault(path, message, value=True)


def answers_inside(parts: Sequence[tuple[Document, Structure]]) -> Iterator[Fault]:
    """Bodies said to be accountable to somebody outside the structure, by names of which some are bodies of it."""
    bodies = {key: body for _, structure in parts for key, body in structure.bodies.items()}
    titles = {key: body.name for key, body in bodies.items()}
    matcher = _NameMatcher(bodies)
    for document, structure in parts:
        for key, body in structure.bodies.items():
            for number, stated in enumerate(body.accountable_to):
                inside, others = names_in(stated.to, matcher.match)
                if others:  # among others, what is an id or nearly a name may be theirs
                    inside, others = names_in(stated.to, matcher.exact)
                if inside:
                    path = ("bodies", key, "accountable_to", number, "to")
                    if len(inside) == 1 and not others:
                        exactly = matcher.is_name(stated.to)
                        message = _inside_message(document, stated.to, titles[inside[0]], exactly=exactly)
                    else:
                        message = _several_message(document, stated.to, {body: titles[body] for body in inside}, others)
                    yield document.fault(path, message, value=True)


def _inside_message(document: Document, text: str, inside: str, *, exactly: bool) -> str:
    say = document.wording.relation
    is_it = "is" if exactly else "is almost the name of"
    otherwise = "" if exactly else " If you mean somebody else, say more of them: (of the county)."
    return (
        f"{quoted(text)} {is_it} a body of this structure ({inside}), but {say('accountable_to')} is for those outside "
        f"it. Use {say('reports_to')} or {say('part_of')}.{otherwise}"
    )


def _several_message(document: Document, text: str, inside: dict[str, str], others: Sequence[str]) -> str:
    """What is wrong where one text names several: each is a line of its own, and which ends where must be clear."""
    say = document.wording.relation
    names = "; ".join(inside.values())
    bodies = "a body" if len(inside) == 1 else f"{number_words(len(inside))} bodies"
    each = names if len(inside) == 1 else "each of them"
    remedy = f"Use {say('reports_to')} or {say('part_of')} for {each}."
    if len(inside) > 1:
        remedy += f" {document.wording.several(list(inside), many=True)}"
    if others:
        remedy += f" Keep {say('accountable_to')} for the rest ({'; '.join(others)})."
    return (
        f"{quoted(text)} names {bodies} of this structure ({names}){' and others' if others else ''}, but "
        f"{say('accountable_to')} is for those outside it. {remedy} If all of it is one name, list that as a body too."
    )


class _NameMatcher:
    """The names of the bodies, each with its id, and which of them a text means."""

    def __init__(self, bodies: Mapping[str, Body]) -> None:
        self._ids = set(bodies)
        self._called = {loose_name(name): key for key, body in bodies.items() for name in body.other_names}
        self._called |= {loose_name(body.name): key for key, body in bodies.items()}
        self._names = {**{loose_name(key): key for key in bodies}, **self._called}
        self._matches: dict[str, str | None] = {}

    def match(self, text: str) -> str | None:
        """The id of the body that a text means or nearly means; None where it means none."""
        wanted = loose_name(text)
        if wanted not in self._matches:
            self._matches[wanted] = self._names.get(wanted) or self._near(wanted)
        return self._matches[wanted]

    def is_name(self, text: str) -> bool:
        """Whether a text is a name or an id, and not only nearly so."""
        return any(loose_name(part.strip(" .")) in self._names for part in (text, text.partition("(")[0]))

    def exact(self, text: str) -> str | None:
        """The id of the body whose name a text is, or the text itself where it is an id; None where it is neither."""
        return text if text in self._ids else self._called.get(loose_name(text))

    def _near(self, wanted: str) -> str | None:
        if len(wanted) < _SHORT or len(self._matches) > MANY_NAMES:
            return None
        alike = [name for name in self._names if abs(len(name) - len(wanted)) <= _SLIP and _share_letters(name, wanted)]
        if not alike:
            return None
        from difflib import get_close_matches  # few bodies answer outside

        near = get_close_matches(wanted, alike, n=1, cutoff=_NEAR)
        return self._names[near[0]] if near else None


def _share_letters(name: str, other: str) -> bool:
    """Whether two texts have nearly the same letters, in whatever order: few have, and few need the closer look."""
    return (Counter(name) & Counter(other)).total() * 2 >= _NEAR * (len(name) + len(other))


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
                    message = (
                        f"{body.name} is said to have no seat for '{absence.constituency}', but its seat {seat + 1} "
                    )
                    message += "is theirs at the same time; one of the two is wrong."
                    yield document.fault(("bodies", name, "without", number), message)


def _bodies_stating_absence(document: Document, structure: Structure) -> Iterator[tuple[str, Body]]:
    if structure.bodies:
        yield from ((name, body) for name, body in structure.bodies.items() if body.without and body.seats)
        return
    for name, entry in document.section("bodies").items():
        if isinstance(entry, dict) and entry.get("without") and entry.get("seats"):
            try:
                yield name, Body.model_validate(entry)
            except ValidationError:
                continue  # its own faults are known already


def _seat_against(absence: TakingPart, body: Body, default: Status, represents: dict[str, set[str]]) -> int | None:
    for number, seat in enumerate(body.seats):
        spoken_for = {seat.on_behalf_of} if seat.on_behalf_of else represents.get(seat.holder or "", set())
        if contradicts(seat, absence, default, spoken_for):
            return number
    return None
