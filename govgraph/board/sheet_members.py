"""Who chairs a body and who sits on it, in words: seats that are alike together, vacant ones by name."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govgraph.board.blocks import Block, Bullets, Heading, Item, Paragraph
from govgraph.board.sheet_subject import Subject
from govgraph.board.wording import status_mark
from govgraph.graph import Presence, seat_count, seat_count_is_known
from govgraph.graph.kernels import grouped
from govgraph.language import capitalised, listed, number_words, plural_verb
from govgraph.model import Capacity, Role, Seat
from govgraph.render import membership

_ANY_VOTE = {True: "Members with a vote", False: "Members without a vote", None: "Members, vote not stated"}


def members_section(subject: Subject) -> Iterator[Block]:
    """The chair, how many seats there are, and who holds them."""
    yield Heading(1, f"Who chairs {subject.noun} and who sits on it")
    yield Paragraph(" ".join([*_chair(subject), *_number_of_seats(subject), *_rules(subject)]))
    lists = tuple(_lists(subject))
    if lists:
        yield Bullets(lists)


def _chair(subject: Subject) -> Iterator[str]:
    """A sentence where nobody is listed as the chair, or the chair is vacant."""
    members = subject.graph.voice.membership(subject.body)
    if any(seat.part.role.chairs and not seat.part.vacant for seat in members.seats):
        return
    if members.chairs:
        several = seat_count(members.chairs) > 1
        words = "The seats of the chairs are" if several else f"The seat of the {members.chairs[0].part.role.words} is"
        yield f"{words} vacant."
    elif members.complete and members.seats and all(seat.part.role_is_stated for seat in members.seats):
        yield f"The file lists every seat on {subject.noun}, and none is for a chair."
    elif members.seats or members.complete:
        yield f"The file does not say who chairs {subject.noun}."


def _number_of_seats(subject: Subject) -> Iterator[str]:
    members = subject.graph.voice.membership(subject.body)
    number = seat_count(members.seats)
    vacant = seat_count(seat for seat in members.seats if seat.part.vacant)
    if not number:
        none = f"The file says that {subject.noun} has no seats."
        yield none if members.complete else f"The file does not say who chairs {subject.noun}, or who sits on it."
        return
    seats = f"{number_words(number)} seat{'' if number == 1 else 's'}"
    seats = seats if seat_count_is_known(members.seats) else f"at least {seats}"
    if members.complete:
        yield f"{subject.capitalised_noun} has {seats}."
    else:
        yield f"The file lists {seats} on {subject.noun}. There may be more."
    if vacant and number > 1:
        yield f"{capitalised(number_words(vacant))} of these {plural_verb('is', vacant)} vacant."


def _rules(subject: Subject) -> Iterator[str]:
    """What its members must be by its own rules."""
    limits = membership.limits_on_members(subject.graph, subject.body)
    if limits:
        yield f"{subject.capitalised_noun} must have {limits}."


def _lists(subject: Subject) -> Iterator[Item]:
    """Each kind of seat, with all who hold one."""
    everybody = subject.graph.voice.members_and_attendees(subject.body)
    seats = [seat for seat in everybody if not seat.part.role.attends_only]
    filled = [seat for seat in seats if not seat.part.vacant]
    chairs = [seat for seat in filled if seat.part.role.chairs]
    if chairs:
        yield Item(_holders(subject, chairs, with_vote=True), f"{_chair_word(chairs)}:")
    by_vote = grouped((seat.part.votes, seat) for seat in filled if not seat.part.role.chairs)
    for votes, lead in _ANY_VOTE.items():
        if votes in by_vote:
            yield Item(_holders(subject, by_vote[votes]), f"{lead}:")
    vacant = [seat for seat in seats if seat.part.vacant]
    if vacant:
        yield Item(_holders(subject, vacant, with_vote=True), "Vacant:")
    attending = [seat for seat in everybody if seat.part.role.attends_only]
    if attending:
        yield Item(_holders(subject, attending), "In the room, without a seat:")


def _chair_word(chairs: list[Presence[Seat]]) -> str:
    several = seat_count(chairs) > 1
    together = all(seat.part.role is Role.CO_CHAIR for seat in chairs) or several
    return f"{'Co-chair' if together else 'Chair'}{'s' if several else ''}"


class _Holder(NamedTuple):
    """Who holds a seat, and what else there is to say of it."""

    who: str
    details: tuple[str, ...]


def _holders(subject: Subject, seats: Iterable[Presence[Seat]], *, with_vote: bool = False) -> str:
    """Those who hold some seats, alike ones together: `councillor (three seats)`."""
    alike = grouped((_holder(subject, seat, with_vote=with_vote), seat) for seat in seats)
    texts = [_text(holder, each) for holder, each in alike.items()]
    return f"{listed(texts, between='; ' if any(',' in text for text in texts) else ', ')}."


def _text(holder: _Holder, seats: list[Presence[Seat]]) -> str:
    number = seat_count(seats)
    counted = [f"{number_words(number)} seats"] if number > 1 else []
    counted = counted if seat_count_is_known(seats) else ["several seats"]
    details = ", ".join([*counted, *holder.details])
    return f"{holder.who} ({details})" if details else holder.who


def _holder(subject: Subject, presence: Presence[Seat], *, with_vote: bool) -> _Holder:
    seat = presence.part
    names = [seat.person] if seat.person and subject.with_names else []
    names += [subject.name(seat.holder)] if seat.holder is not None else []
    capacity = _capacity(seat)
    names += [capacity] if capacity and capacity.casefold() not in {_bare(name) for name in names} else []
    role = [seat.role.words] if _shows_role(seat) else []
    group = [f"for {subject.group(seat.on_behalf_of)}"] if seat.on_behalf_of is not None else []
    vote = {True: ["with a vote"], False: ["without a vote"], None: []}[seat.votes] if with_vote else []
    mark = status_mark(presence.status)[2:-1] if presence.status is not subject.status else ""
    if not names:
        names = [f"a place {group.pop()}" if group else role.pop() if role else "somebody whom the file does not name"]
    return _Holder(names[0], tuple(filter(None, (*names[1:], *role, *group, *vote, mark))))


def _shows_role(seat: Seat) -> bool:
    """Whether its role says more than the list in which it is."""
    return seat.role is not Role.MEMBER and (seat.vacant or not seat.role.chairs)


def _capacity(seat: Seat) -> str:
    """In which capacity it is held, as a person says it."""
    terms = {capacity.value: capacity.words for capacity in Capacity}
    return " and ".join(terms.get(text, text) for text in seat.as_)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")
