"""How rules on changes speak of the part that people have in a body: seats, vacant or not, votes, contacts."""

from collections.abc import Sequence

from govgraph.graph import Participation, Presence, Standing, seat_count
from govgraph.language import listed, number_words
from govgraph.model import Role, Seat

_Seats = Sequence[Presence[Seat]]

LESSER_PART = {Participation.INFORMED: "kept informed by", Participation.CONSULTED: "consulted by"}
"""What people `were`, `are only` or are `no longer`."""


def lost_part(was: Standing, now: Standing | None) -> str:
    """What is lost, before the name of the body: of several losses the heaviest, and a seat before its vote."""
    level, votes = (now.level, now.votes) if now else (Participation.NONE, 0)
    lost = [
        (was.level in LESSER_PART, f"no longer be {LESSER_PART.get(was.level)}"),
        (was.level is Participation.ATTENDS and level < was.level, _no_attendance(was)),
        (has_fewer_seats(was, now), f"lose {_lost_seats(was, now)} on"),
        (was.votes and not votes, f"lose {_vote(was)} on"),
        (is_number_open(was, now), f"lose some of their {number_words(was.seat_count)} seats on"),
        (is_chair_lost(was, now), f"lose {_vacant(was)}{_chair(was)} of"),
        (votes < was.votes, f"lose {_lost_votes(was, votes)} on"),
        (now and was.has_own_holder and not now.has_own_holder, "lose the seat that their own body held on"),
        (was.level is Participation.CONTACT and level < was.level, f"lose their {_vacant_contact(was)}contact on"),
        (now and contact_votes(was) and not contact_votes(now), "lose the vote of their contact on"),
    ]
    return next((words for is_lost, words in lost if is_lost), "lose their senior contact on")


def lost_with_a_seat(was: Standing, now: Standing, *, with_votes: bool) -> list[str]:
    """What goes with one of several seats and is more than that seat: the chair, and votes where they are asked for."""
    if not now.seats or not has_fewer_seats(was, now):
        return []
    votes = was.votes - now.votes if with_votes else 0
    lost = [_chair(was)] if is_chair_lost(was, now) and not are_roles_open(now) else []
    if votes > was.seat_count - now.seat_count or (votes and not now.votes):
        lost.append(
            _lost_votes(was, now.votes) if now.votes else "its vote" if _votes_are_vacant(was) else "their vote"
        )
    return lost


def has_fewer_seats(was: Standing, now: Standing | None) -> bool:
    """Whether people have fewer seats than they had, as far as the file says how many these are."""
    if now is None or not now.seats:
        return bool(was.seats)
    return not is_several(now) and now.seat_count < was.seat_count + is_several(was)


def is_number_open(was: Standing, now: Standing | None) -> bool:
    """Whether people had a number of seats, and the file does not say how many they have now."""
    return now is not None and is_several(now) and not is_several(was)


def is_several(standing: Standing) -> bool:
    """Whether people have seats of which the file does not say how many they are."""
    return any(seat.part.several for seat in standing.seats)


def is_chair_lost(was: Standing, now: Standing | None) -> bool:
    """Whether people chaired the body, and do not now."""
    return was.level is Participation.CHAIR and (now is None or now.level < was.level)


def are_roles_open(standing: Standing) -> bool:
    """Whether a seat of theirs does not say in which role it is held, so that it may be the chair."""
    return any(not seat.part.role_is_stated for seat in standing.seats)


def contact_votes(standing: Standing) -> bool:
    """Whether a contact of theirs has a vote."""
    return any(contact.part.votes for contact in standing.contacts)


def _lost_seats(was: Standing, now: Standing | None) -> str:
    had, has = was.seat_count, now.seat_count if now else 0
    vacant, vacant_now = (seat_count(_vacant_ones(side.seats)) if side else 0 for side in (was, now))
    if is_several(was):
        return "all but one of their seats" if has == 1 else "some of their seats" if has else "their seats"
    lost = number_words(had - has)
    if not has:
        noun = "vacant seat" if vacant == had else "seat"
        return f"their {noun}" if had == 1 else f"their {lost} {noun}s"
    if vacant - vacant_now == had - has:
        return "a vacant seat" if had - has == 1 else f"{lost} vacant seats"
    return f"{lost} of their {number_words(had)} seats"


def _lost_votes(was: Standing, votes: int) -> str:
    return f"{number_words(was.votes - votes)} of their {number_words(was.votes)} votes"


def _vote(was: Standing) -> str:
    return "the vote of a vacant seat" if _votes_are_vacant(was) else "their vote"


def _votes_are_vacant(was: Standing) -> bool:
    return all(seat.part.vacant for seat in was.seats if seat.part.votes)


def _no_attendance(was: Standing) -> str:
    vacant = all(place.part.vacant for place in was.attends)
    return "lose their vacant place in attendance on" if vacant else "no longer attend"


def _vacant(was: Standing) -> str:
    return "the vacancy of " if all(seat.part.vacant for seat in was.seats if seat.part.role.chairs) else ""


def _vacant_contact(was: Standing) -> str:
    return "vacant " if all(contact.part.vacant for contact in was.contacts) else ""


def earlier_part(was: Standing) -> str:
    """How people took part in a body, before its name."""
    if was.level is Participation.ATTENDS:
        return "attended"
    return f"were {LESSER_PART[was.level]}" if was.level in LESSER_PART else f"had {holding(was)} on"


def part_now(now: Standing, *, stated: bool, have: str = "have", one: str = "a") -> str:
    """How people take part now, as far as the file says, and why a seat of theirs does not count."""
    if now.seats:
        return f"they {have} {holding(now, one)}"
    why = "their seat is vacant" if now.vacant else "the body that would hold their seat is not in place"
    why = why if now.vacant or now.unfilled else ""
    if now.level is Participation.NONE:
        nothing = f"they {have} no seat, and the file shows no other part for them"
        return why or (nothing if stated else "the file shows no part for them")
    part = "only attend" if now.level is Participation.ATTENDS else f"only have {holding(now)}"
    if now.level in LESSER_PART:
        part = f"are only {LESSER_PART[now.level].removesuffix(' by')}"
    return f"they {part}, and {why}" if why else f"they {part}"


def holding(standing: Standing, one: str = "a") -> str:
    """The seats that people have, or the contact, and their votes as far as stated; empty where they have neither.

    `one`: how a single seat is counted, `a` or `one`.
    """
    vacant = _vacant_ones(standing.seats)
    filled = [seat for seat in standing.seats if not seat.part.vacant]
    if standing.seats:
        return listed([_seats(seats, kind, one) for seats, kind in ((filled, ""), (vacant, "vacant ")) if seats])
    if standing.level is not Participation.CONTACT:
        return ""
    contacts = [contact.part for contact in standing.contacts]
    senior = "senior " if any(contact.senior for contact in contacts) else ""
    vote = " with a vote" if any(contact.votes for contact in contacts) else ""
    return f"a {_vacant_contact(standing)}{senior}contact{vote}"


def _seats(seats: _Seats, vacant: str, one: str) -> str:
    """Seats that are all filled, or all vacant: `two seats with votes, one of them the chair`."""
    number, votes = seat_count(seats), seat_count([seat for seat in seats if seat.part.votes])
    several = any(seat.part.several for seat in seats)
    chairs = [seat for seat in seats if seat.part.role.chairs]
    if number == 1 and not several:
        held = f"{one} {vacant}seat" if not chairs else _chairs(seats)
        held += ", which is vacant," if chairs and vacant else ""
        vote = " with a vote" if votes else " without a vote" if seats[0].part.votes is False else ""
        return f"{held}{vote}".removesuffix(",")
    held = f"{'several' if several else number_words(number)} {vacant}seats"
    if not votes:
        held += " without a vote" if all(seat.part.votes is False for seat in seats) else ""
    else:
        some = "some" if several else number_words(votes)
        held += " with votes" if votes == number else f", {some} of them with a vote"
    return f"{held}, among them {_chairs(chairs)}" if chairs else held


def _chair(was: Standing) -> str:
    return _chairs(was.seats)


def _chairs(seats: _Seats) -> str:
    return "the chair" if any(seat.part.role is Role.CHAIR for seat in seats) else "a share of the chair"


def _vacant_ones(seats: _Seats) -> list[Presence[Seat]]:
    return [seat for seat in seats if seat.part.vacant]
