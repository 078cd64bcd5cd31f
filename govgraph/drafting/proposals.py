"""What was found in documents, as proposals: each once, with the sentence that says so; differences as questions."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from govgraph.drafting.attributes import FoundAttribute
from govgraph.drafting.glossary import Entry, Glossary
from govgraph.drafting.lines import Line
from govgraph.drafting.relations import FoundRelation
from govgraph.drafting.seat_texts import FoundSeat
from govgraph.drafting.themes import FoundTheme
from govgraph.model.proposal import HAS_A_SEAT, IS_A, IS_A_GROUP, IS_A_THEME, IS_ALSO_CALLED, Proposal

_Item = TypeVar("_Item")


@dataclass
class Found:
    """All that was found in some documents."""

    relations: list[FoundRelation] = field(default_factory=list)
    seats: list[FoundSeat] = field(default_factory=list)
    attributes: list[FoundAttribute] = field(default_factory=list)
    themes: list[FoundTheme] = field(default_factory=list)

    def by_body(self) -> dict[str, "Found"]:
        """What was found, body by body."""
        parts: dict[str, Found] = {}
        for relation in self.relations:
            parts.setdefault(relation.body, Found()).relations.append(relation)
        for seat in self.seats:
            parts.setdefault(seat.body, Found()).seats.append(seat)
        for attribute in self.attributes:
            parts.setdefault(attribute.body, Found()).attributes.append(attribute)
        for theme in self.themes:
            parts.setdefault(theme.body, Found()).themes.append(theme)
        return parts

    def bodies(self) -> set[str]:
        """The bodies of which something is said, or which stand at the other end of it."""
        return {
            *(key for one in self.relations for key in (one.body, one.other)),
            *(key for one in self.seats for key in (one.body, one.holder)),
            *(one.body for one in self.attributes),
            *(one.body for one in self.themes),
        } - {""}


def proposals_of(found: Found, glossary: Glossary, known: frozenset[str] = frozenset()) -> list[Proposal]:
    """The proposals, body after body in the order in which documents name them.

    Args:
        found: what was found.
        glossary: the bodies.
        known: bodies that the structure has already; they are not proposed again.

    """
    said_of = found.bodies()
    entries = [entry for entry in glossary.entries.values() if _is_proposed(entry, glossary, entry.key in said_of)]
    names = {key: glossary.entries[key].name for key in known if key in glossary.entries}
    names |= {entry.key: entry.name for entry in entries}
    made = [
        _of_line(seat.line, body=seat.group, what=IS_A_GROUP)
        for seat in _first_by((seat for seat in found.seats if seat.group), lambda seat: seat.group)
    ]
    made += [
        _of_line(one.line, body=one.theme, what=IS_A_THEME) for one in _first_by(found.themes, lambda one: one.theme)
    ]
    parts = found.by_body()
    for entry in entries:
        if entry.key not in known:
            made += _body_rows(entry)
        made += _rows_said_of(entry, parts.get(entry.key, Found()), names)
    return made


def _rows_said_of(entry: Entry, found: Found, names: dict[str, str]) -> Iterator[Proposal]:
    """What was found of a body: its fields, its relations, its themes and its seats."""
    yield from _attribute_rows(entry, found.attributes)
    yield from _relation_rows(entry, found.relations, names)
    for one in _first_by(found.themes, lambda one: (one.words, one.theme)):
        yield _of_line(one.line, body=entry.name, what=one.words, value=one.theme)
    yield from _seat_rows(entry, found.seats, names)


def _first_by(items: Iterable[_Item], key: Callable[[_Item], Hashable]) -> list[_Item]:
    """The first of those items that are the same by a key."""
    first: dict[Hashable, _Item] = {}
    for item in items:
        first.setdefault(key(item), item)
    return list(first.values())


def _is_proposed(entry: Entry, glossary: Glossary, has_part: bool) -> bool:
    """Whether a body is proposed: one that is named as such, or of which something is said (`has_part`)."""
    name = entry.name
    if entry.is_listed:
        return True
    if glossary.normal(name + "s") in glossary.sets or entry.key in glossary.sets:
        return False
    if name[0].islower() and entry.kind == "organisation":
        return False  # `the local authority` names none
    if entry.several:
        return has_part and len(name.split()) > 1
    return has_part or (entry.is_named and entry.named is not None)


def _body_rows(entry: Entry) -> Iterator[Proposal]:
    """That it is a body, of which kind, and its other names."""
    where = entry.named
    place = {} if where is None else {"says": where.sentence, "document": where.document, "where": where.where}
    yield Proposal(body=entry.name, what=IS_A, value=entry.kind, **place)
    for name in _other_names(entry):
        yield Proposal(body=entry.name, what=IS_ALSO_CALLED, value=name, **place)


def _of_line(line: Line, **stated: object) -> Proposal:
    return Proposal.model_validate({**stated, "says": line.text, "document": line.document, "where": line.where})


def _other_names(entry: Entry) -> list[str]:
    """Other names that say more than other capitals or an article would."""
    seen = {_plain(entry.name)}
    others = []
    for name in entry.names:
        if _plain(name) not in seen:
            seen.add(_plain(name))
            others.append(name)
    return others


def _plain(name: str) -> str:
    return "".join(sign for sign in name.lower() if sign.isalnum())


def _attribute_rows(entry: Entry, attributes: Sequence[FoundAttribute]) -> Iterator[Proposal]:
    for column, same in groupby(sorted(attributes, key=lambda one: one.column), key=lambda one: one.column):
        values = _first_by(same, lambda one: one.value.lower())
        question = _difference(values) if len(values) > 1 else None
        for one in values:
            yield _of_line(one.line, body=entry.name, what=column, value=one.value, question=question)


def _difference(values: Sequence[FoundAttribute]) -> str:
    """The question where several things are said of one field: side by side, each with its document."""
    documents = {one.line.document for one in values}
    parts = [
        f"{one.line.document} says “{one.value}”" if len(documents) > 1 else f"“{one.value}” ({one.line.where})"
        for one in values
    ]
    return "; ".join(parts) + ". Which is right?"


def _relation_rows(entry: Entry, relations: Sequence[FoundRelation], names: dict[str, str]) -> Iterator[Proposal]:
    own = [one for one in relations if one.outside or one.other in names]
    surest_first = sorted(own, key=lambda one: one.question is not None)
    for one in _first_by(surest_first, lambda one: (one.words, one.other, one.outside)):
        value = names.get(one.other) or one.outside
        yield _of_line(one.line, body=entry.name, what=one.words, value=value, question=one.question)


def _seat_rows(entry: Entry, seats: Sequence[FoundSeat], names: dict[str, str]) -> Iterator[Proposal]:
    for one in _without_repeats(seats):
        stated = {
            "holder": names.get(one.holder),
            "on_behalf_of": one.group or None,
            "as": one.post or None,
            "role": one.role,
            "votes": one.votes,
            "count": one.count,
            "several": one.several and one.count is None,
        }
        given = {key: value for key, value in stated.items() if value not in (None, False) or key == "votes"}
        yield _of_line(one.line, body=entry.name, what=HAS_A_SEAT, **given)


def _without_repeats(seats: Iterable[FoundSeat]) -> list[FoundSeat]:
    """Seats of a body without those that another sentence of the documents says again, with less."""
    kept: list[FoundSeat] = []
    filed: dict[Hashable, list[int]] = {}
    """Where in `kept` seats stand, by what they have in common with those that say the same."""
    for seat in seats:
        alike = sorted({place for mark in _marks_of_same(seat) for place in filed.get(mark, ())})
        place = next((place for place in alike if _is_again(seat, kept[place])), len(kept))
        if place == len(kept):
            kept.append(seat)
        elif _weight(seat) > _weight(kept[place]):
            kept[place] = seat
        else:
            continue
        for mark in _marks(seat, has_post=bool(seat.post)):
            filed.setdefault(mark, []).append(place)
    return kept


def _marks(seat: FoundSeat, *, has_post: bool) -> Iterator[Hashable]:
    """What a seat has in common with one that says the same, and that has a post or has none."""
    yield seat.line.where, seat.line.text
    if seat.post:
        yield "post", seat.post.lower()
    if seat.holder:
        yield "holder", seat.holder, has_post
    if seat.group:
        yield "group", seat.group, has_post


def _marks_of_same(seat: FoundSeat) -> Iterator[Hashable]:
    """The marks of those that may say the same as a seat: one with another post does not."""
    yield from _marks(seat, has_post=False)
    if not seat.post:
        yield from _marks(seat, has_post=True)


def _is_again(seat: FoundSeat, other: FoundSeat) -> bool:
    if seat.line.text == other.line.text and seat.line.where == other.line.where:
        return (seat.holder, seat.group, seat.post, seat.role) == (other.holder, other.group, other.post, other.role)
    if seat.post and other.post and _plain(seat.post) != _plain(other.post):
        return False
    same = [(seat.holder, other.holder), (seat.group, other.group), (seat.post.lower(), other.post.lower())]
    agrees = all(one == two or not one or not two for one, two in same)
    return agrees and any(one and one == two for one, two in same)


def _weight(seat: FoundSeat) -> int:
    """How much is known of a seat."""
    known = (seat.holder, seat.group, seat.post, seat.role, seat.count, seat.votes is not None)
    return sum(map(bool, known))
