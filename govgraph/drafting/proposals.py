"""What was found in documents, as proposals: each once, with the sentence that says so; differences as questions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from govgraph.drafting.attributes import FoundAttribute
from govgraph.drafting.glossary import Entry, Glossary, Named
from govgraph.drafting.lines import Line
from govgraph.drafting.relations import FoundRelation
from govgraph.drafting.seats import FoundSeat
from govgraph.drafting.themes import FoundTheme
from govgraph.model.proposal import Proposal


@dataclass
class Found:
    """All that was found in some documents."""

    relations: list[FoundRelation] = field(default_factory=list)
    seats: list[FoundSeat] = field(default_factory=list)
    attributes: list[FoundAttribute] = field(default_factory=list)
    themes: list[FoundTheme] = field(default_factory=list)

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
    entries = [entry for key, entry in glossary.entries.items() if _is_proposed(key, entry, found, glossary)]
    names = {entry.key: entry.name for entry in entries} | {
        key: glossary.entries[key].name for key in known if key in glossary.entries
    }
    made: list[Proposal] = [_group_row(name, seat) for name, seat in _groups(found.seats)]
    made += [_theme_row(one) for one in _first_by(found.themes, lambda one: one.theme)]
    for entry in entries:
        if entry.key not in known:
            made.append(_body_row(entry, glossary.expansions))
            made += [_row(entry.name, "is also called", name, entry.named) for name in _other_names(entry)]
        made += _attribute_rows(entry, found.attributes)
        made += _relation_rows(entry, found.relations, names)
        made += [
            _of_line(one.line, body=entry.name, what=one.words, value=one.theme)
            for one in _first_by(found.themes, lambda one: (one.body, one.words, one.theme))
            if one.body == entry.key
        ]
        made += _seat_rows(entry, found.seats, names)
    return made


def _first_by(items: Iterable, key) -> list:  # type: ignore[no-untyped-def, type-arg]
    first: dict = {}  # type: ignore[type-arg]
    for item in items:
        first.setdefault(key(item), item)
    return list(first.values())


def _is_proposed(key: str, entry: Entry, found: Found, glossary: Glossary) -> bool:
    has_part = key in found.bodies()
    written = entry.name
    if entry.is_listed:
        return True
    if glossary.normal(written + "s") in glossary.sets or key in glossary.sets:
        return False
    if written[0].islower() and entry.kind == "organisation":
        return False  # `the local authority` names none
    if entry.several:
        return has_part and len(written.split()) > 1
    if entry.named is None and not has_part:
        return False
    return entry.is_named or has_part


def _body_row(entry: Entry, expansions: dict[str, str]) -> Proposal:
    question = None
    return _row(entry.name, "is a", entry.kind, entry.named, question)


def _row(body: str, what: str, value: str, named: Named | None, question: str | None = None) -> Proposal:
    place = {} if named is None else {"says": named.sentence, "document": named.document, "where": named.where}
    return Proposal(body=body, what=what, value=value, question=question, **place)


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


def _groups(seats: Sequence[FoundSeat]) -> Iterator[tuple[str, FoundSeat]]:
    for seat in _first_by((seat for seat in seats if seat.group), lambda seat: seat.group):
        yield seat.group, seat


def _group_row(name: str, seat: FoundSeat) -> Proposal:
    return _of_line(seat.line, body=name, what="is a group of people")


def _theme_row(one: FoundTheme) -> Proposal:
    return _of_line(one.line, body=one.theme, what="is a theme")


def _attribute_rows(entry: Entry, attributes: Sequence[FoundAttribute]) -> Iterator[Proposal]:
    own = [one for one in attributes if one.body == entry.key]
    for column, same in groupby(sorted(own, key=lambda one: one.column), key=lambda one: one.column):
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
    own = [one for one in relations if one.body == entry.key and (one.outside or one.other in names)]
    for one in _first_by(own, lambda one: (one.words, one.other, one.outside)):
        yield _of_line(one.line, body=entry.name, what=one.words, value=names.get(one.other) or one.outside)


def _seat_rows(entry: Entry, seats: Sequence[FoundSeat], names: dict[str, str]) -> Iterator[Proposal]:
    for one in _without_repeats([seat for seat in seats if seat.body == entry.key]):
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
        yield _of_line(one.line, body=entry.name, what="has a seat", **given)


def _without_repeats(seats: Sequence[FoundSeat]) -> list[FoundSeat]:
    """Seats without those that another sentence of the documents says again, with less."""
    kept: list[FoundSeat] = []
    for seat in seats:
        place = next((number for number, other in enumerate(kept) if _is_again(seat, other)), None)
        if place is None:
            kept.append(seat)
        elif _weight(seat) > _weight(kept[place]):
            kept[place] = seat
    return kept


def _is_again(seat: FoundSeat, other: FoundSeat) -> bool:
    if seat.line.text == other.line.text and seat.line.where == other.line.where:
        return (seat.holder, seat.group, seat.post, seat.role) == (other.holder, other.group, other.post, other.role)
    if seat.post and other.post and _plain(seat.post) != _plain(other.post):
        return False
    same = [(seat.holder, other.holder), (seat.group, other.group), (seat.post.lower(), other.post.lower())]
    agrees = all(one == two or not one or not two for one, two in same)
    return agrees and any(one and one == two for one, two in same)


def _weight(seat: FoundSeat) -> int:
    return sum(bool(value) for value in (seat.holder, seat.group, seat.post, seat.role, seat.count)) + (
        seat.votes is not None
    )
