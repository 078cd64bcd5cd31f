"""From documents to a draft of a structure, in which a person has everything to confirm."""

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from govgraph.drafting.documents import read_document_text
from govgraph.drafting.engine import propose
from govgraph.drafting.passages import DocumentText
from govgraph.drafting.readers import reader_named, rows_of, word_for_word
from govgraph.formats.files import read_content
from govgraph.model import Body, Structure, relation_keys
from govgraph.model.capacities import parse_capacity
from govgraph.model.faults import Fault, collect_faults, input_error
from govgraph.model.proposal import HAS_A_SEAT, Proposal
from govgraph.model.vocabulary import Role

MAX_DOCUMENT = 50_000_000
"""Bytes; a larger document is refused."""


def draft(*paths: str | os.PathLike[str], known: Structure | None = None, readers: Sequence[str] = ()) -> Structure:
    """A draft of the structure that documents describe: what they seem to state, each with the sentence that says so.

    It states nothing: its proposals are in `structure.draft`, until a person confirms them in the file that `write`
    makes of it. Word, PDF, HTML, Markdown and text are read. Raises InputError with every fault of every document.

    Args:
        paths: the documents; a body that several name is proposed once.
        known: the structure so far. What it states already is not proposed; where a document differs, that is asked.
        readers: names of readers of installed packages, whose rows are added where they quote the documents.

    >>> import govgraph
    >>> drafted = govgraph.draft("terms.txt")
    >>> [row.proposal for row in drafted.draft][:2]
    ['The SEND Strategic Board is a board.', 'The SEND Strategic Board, meets: every month.']
    >>> drafted.draft[1].says
    'The Board meets every month.'

    """
    if not paths:
        raise input_error("No document was named.")
    named = [os.fspath(path) for path in paths]
    _refuse_one_name_twice(named)
    documents = collect_faults(*(lambda path=path: _document(path) for path in named))
    more: list[Proposal] = []
    notices: list[Fault] = []
    for name in readers:
        reader = reader_named(name)
        for path, document in zip(named, documents, strict=True):
            rows, dropped = rows_of(name, reader, document)
            more += rows
            notices += [Fault(path, None, None, why) for why in dropped]
    drafted = draft_of_texts(documents, known, more)
    return drafted.placed(None, (*drafted.notices, *notices))


def draft_of_texts(
    documents: Sequence[DocumentText], known: Structure | None = None, more: Sequence[Proposal] = ()
) -> Structure:
    """A draft of documents that are read already; with further rows of which the documents have the sentences."""
    structure = known if known is not None else Structure(bodies={})
    rows = [*word_for_word(propose(documents, known), documents), *more]
    asked = _asked(_unknown(rows, structure), structure)
    copy = structure.model_copy(update={"draft": (*structure.draft, *(row.with_sentence() for row in asked))})
    left_out = (Fault(document.name, None, None, why) for document in documents for why in document.left_out)
    return copy.placed(None, (*structure.notices, *left_out))


def _document(path: str) -> DocumentText:
    return read_document_text(path, read_content(path, MAX_DOCUMENT))


def _refuse_one_name_twice(paths: Sequence[str]) -> None:
    """Each sentence is told with the name of its document: two of one name could not be told apart."""
    names = sorted(Path(path).name for path in paths)
    for name, same in groupby(names):
        if len(list(same)) > 1:
            raise input_error(f"Two documents are called {name}: give one of them another name.")


def _unknown(rows: Sequence[Proposal], structure: Structure) -> Iterator[Proposal]:
    """The rows that say what a structure does not state yet, nor has in its draft."""
    stated, seats = set(_stated(structure)), _seats(structure)
    seen = {_content(row) for row in structure.draft}
    for row in rows:
        content = _content(row)
        is_stated = (_plain(row.body), row.what or "", _plain(row.value)) in stated
        if content in seen or is_stated or _has_seat(row, seats.get(_plain(row.body), ())):
            continue
        seen.add(content)
        yield row


class _Seat(NamedTuple):
    """A seat as rows can say it: names of its holder and of its group, its capacities, its role."""

    holders: frozenset[str]
    groups: frozenset[str]
    capacities: frozenset[str]
    role: Role


def _seats(structure: Structure) -> dict[str, list[_Seat]]:
    """The seats that a structure states, by every name of their bodies."""
    found: dict[str, list[_Seat]] = {}
    for body in structure.bodies.values():
        seats = []
        for seat in body.seats:
            holder = structure.bodies.get(seat.holder or "")
            group = structure.constituencies.get(seat.on_behalf_of or "")
            holders = (holder.name, *holder.other_names) if holder is not None else ()
            capacities = frozenset(map(_capacity, seat.as_))
            groups = frozenset({_plain(group.name)} if group is not None else ())
            seats.append(_Seat(frozenset(map(_plain, holders)), groups, capacities, seat.role))
        found |= {_plain(name): seats for name in (body.name, *body.other_names)}
    return found


def _has_seat(row: Proposal, seats: Sequence[_Seat]) -> bool:
    """Whether a seat that a row proposes is stated: nothing that it says of it differs, and something is the same."""
    if row.what != HAS_A_SEAT:
        return False
    holder, group, capacities = _plain(row.holder), _plain(row.on_behalf_of), frozenset(map(_capacity, row.as_))
    for seat in seats:
        differs = (
            (holder and seat.holders and holder not in seat.holders)
            or (group and seat.groups and group not in seat.groups)
            or (capacities and seat.capacities and not capacities & seat.capacities)
            or (row.role is not None and row.role != seat.role)
        )
        same = holder in seat.holders or group in seat.groups or capacities & seat.capacities
        if same and not differs:
            return True
    return False


def _capacity(text: str) -> str:
    known = parse_capacity(text)
    return known.value if known is not None else _plain(text)


def _content(row: Proposal) -> tuple[object, ...]:
    """What a row proposes, whatever document says it."""
    seat = (_plain(row.holder), _plain(row.on_behalf_of), tuple(map(_plain, row.as_)), row.role, row.votes, row.count)
    return _plain(row.body), row.what, _plain(row.value), seat


def _stated(structure: Structure) -> Iterator[tuple[str, str, str]]:
    """What a structure states, as far as rows can say it: the relations and the names of its bodies."""
    bodies = structure.bodies
    for body in bodies.values():
        names = [body.name, *body.other_names]
        for name in names:
            yield from ((_plain(name), "is also called", _plain(other)) for other in names)
            yield _plain(name), "is a", _plain(body.kind.words)
            for key, mark in relation_keys().items():
                for relation in body.relations(key):
                    other = bodies.get(relation.to)
                    for told in (other.name, *other.other_names) if other is not None else (relation.to,):
                        yield _plain(name), mark.words, _plain(told)
    for group in structure.constituencies.values():
        yield _plain(group.name), "is a group of people", ""
    for theme in structure.themes.values():
        yield _plain(theme.name), "is a theme", ""


def _plain(text: str | None) -> str:
    return " ".join((text or "").lower().split())


_FIELDS = {"Meets": "meets", "Quorum": "quorum", "Review by": "review_by", "Purpose": "purpose", "Level": "level"}
"""The columns of Bodies that documents fill, by the names of their fields."""


def _asked(rows: Iterator[Proposal], structure: Structure) -> Iterator[Proposal]:
    """Rows with a question where the structure, or another document, says something else; without what is stated."""
    found = list(rows)
    bodies = {_plain(name): body for body in structure.bodies.values() for name in (body.name, *body.other_names)}
    chairs: dict[str, list[Proposal]] = {}
    for row in found:
        if row.what == HAS_A_SEAT and row.role is not None and row.role.chairs:
            chairs.setdefault(_plain(row.body), []).append(row)
    for row in found:
        body = bodies.get(_plain(row.body))
        stated = _field(body, row.what)
        if stated and _plain(row.value) in {_plain(part) for part in stated.split(", ")} | {_plain(stated)}:
            continue
        if stated:
            why = f"The structure so far says “{stated}”. Which is right?"
            yield row.model_copy(update={"question": why})
            continue
        yield _with_other_chairs(row, chairs.get(_plain(row.body), ()))


def _field(body: Body | None, column: str | None) -> str:
    """What a body states in a column; empty where it states nothing."""
    value = getattr(body, _FIELDS.get(column or "", ""), None) if body is not None else None
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")


def _with_other_chairs(row: Proposal, chairs: Sequence[Proposal]) -> Proposal:
    """A row that says who chairs, with a question where another document says that somebody else does."""
    others = [one for one in chairs if one.document != row.document and _content(one) != _content(row)]
    if row not in chairs or not others:
        return row
    said = [f"{one.document} says “{_who(one)}”" for one in (row, *others)]
    return row.model_copy(update={"question": f"Who chairs: {'; '.join(said)}. Which is right?"})


def _who(row: Proposal) -> str:
    return ", ".join(filter(None, (*row.as_, row.holder, row.on_behalf_of))) or "the chair"
