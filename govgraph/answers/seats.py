"""Answers about seats and contacts: who sits on a body, in which capacity, who chairs it, who votes."""

import re
from collections.abc import Sequence
from typing import Any

from govgraph.answers.draft import OTHERS, USE_WAIVER, Draft, RefusedError, is_nobody, nearest_word, truth
from govgraph.answers.seat_numbers import Unnamed
from govgraph.answers.seat_words import (
    IN_BRACKETS,
    QUALITIES,
    SeatWords,
    has_identity,
    is_held_so,
    may_be,
    seat_text,
    seat_words,
    seats_on,
    split_seats,
)
from govgraph.language import listed, plural
from govgraph.model import Capacity, Completeness, Role, Seat
from govgraph.model.capacities import MAY_SPEAK_FOR_PEOPLE, OF_PEOPLE, parse_capacity
from govgraph.model.scalars import plain_name

_ABSENT = re.compile(r"^(?:nobody|no one|no-one|none)\s+(?:from|for)\s+(?:the\s+)?(?P<who>\S.*)$", re.IGNORECASE)


def members(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """All seats, or some of them and `and others`; or `complete`, or who has none there."""
    parts = split_seats(draft, parts)
    plain = [plain_name(part).rstrip(".") for part in parts]
    has_others = plain[-1] in OTHERS
    seats = [part for part, words in zip(parts, plain, strict=True) if words not in OTHERS and words != "complete"]
    absent = [match["who"] for part in seats if (match := _ABSENT.match(part))]
    seats = [] if is_nobody(seats) else [part for part in seats if not _ABSENT.match(part)]
    items = [seat_words(draft, part) for part in seats]
    if has_others and not seats and not absent:
        raise RefusedError("Name who sits there before “and others”.")
    left = _record_seats(draft, body, items)
    is_whole = "complete" in plain or (not has_others and (bool(items) or not absent))
    if is_whole and "complete" not in plain and left.unnamed:
        others = listed([seat_text(draft, seat) for seat in left.unnamed])
        raise RefusedError(
            f"The file also lists {others} on {draft.name(body)}. Name that too, or end with “and others”."
        )
    for text in absent:
        _record_absence(draft, body, text)
    if is_whole:
        draft.set("bodies", body, "All seats are listed", membership=Completeness.COMPLETE)
        if "complete" not in plain:
            left.record_numbers(draft, body)
            draft.listed.add(body)


def chair(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The body or post that chairs, or `nobody`."""
    chairs = [seat for _, seat in seats_on(draft, body) if seat.role.chairs]
    is_vacant = is_nobody(parts) or [plain_name(part) for part in parts] == ["vacant"]
    items = [] if is_vacant else [seat_words(draft, part) for part in parts]
    if chairs:  # perhaps by an answer of the same table
        agree = [
            seat.vacant if is_vacant else any(is_held_so(draft, seat, item.who) for item in items) for seat in chairs
        ]
        if not all(agree):
            who = listed([seat_text(draft, seat) for seat in chairs])
            raise RefusedError(f"The file, or another answer, gives {draft.name(body)} another chair: {who}.")
        return
    is_whole = (draft.structure.bodies[body].membership or draft.structure.membership) is Completeness.COMPLETE
    if is_vacant and not is_whole:
        draft.seat(body, role=Role.CHAIR, vacant=True)
    elif is_vacant:  # a list of all seats says so by itself, once it says in which role each is held
        for number, seat in seats_on(draft, body):
            if not seat.role_is_stated:
                draft.amend(body, "seats", number, "Nobody chairs", role=Role.MEMBER.value)
    for item in items:
        role = item.qualities.get("role") or (Role.CHAIR if len(items) == 1 else Role.CO_CHAIR)
        if not role.chairs:
            raise RefusedError(f"“{item.text}” does not chair.")
        same = [number for number, seat in seats_on(draft, body) if is_held_so(draft, seat, item.who)]
        fields = {**item.qualities, "role": role}
        seats = draft.structure.bodies[body].seats
        without_role = [number for number in same if not seats[number].role_is_stated]
        # Of several councillors whom only their number tells apart, any may be the chair.
        if without_role and (len(same) == 1 or not any(seats[number].person for number in same)):
            draft.amend(body, "seats", draft.take_out(body, without_role[0], 1), "Who chairs", **fields)
        else:
            draft.seat(body, **item.who, **fields)


def votes(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """`yes` or `no` for all seats left open, or for some of them: `councillor: yes`."""
    left_open = [(n, seat) for n, seat in seats_on(draft, body) if seat.votes is None and not seat.role.attends_only]
    answered: dict[int, bool] = {}
    for part in parts:
        who, _, word = part.rpartition(":")
        has_vote = truth(word)
        if has_vote is None:
            raise RefusedError(f"“{part}” is not understood: write “yes” or “no”, or “councillor: yes”.")
        all_say_so = all(seat.votes is has_vote for _, seat in seats_on(draft, body) if not seat.role.attends_only)
        if not who and not left_open and not (seats_on(draft, body) and all_say_so):
            name = draft.name(body)
            raise RefusedError(f"The file lists no seat on {name} that leaves this open. Answer who sits there.")
        chosen, item = left_open, None
        if who:
            item = seat_words(draft, who, several=True)
            chosen = [(number, seat) for number, seat in left_open if may_be(draft, seat, item)]
        for number, _ in chosen:
            if answered.setdefault(number, has_vote) is not has_vote:
                raise RefusedError(f"“{part}” contradicts another part of this answer. Correct one of the two.")
            draft.amend(body, "seats", number, "Vote", votes=has_vote)
        if item is not None and not chosen:
            known = [seat for _, seat in seats_on(draft, body) if is_held_so(draft, seat, item.who)]
            if any(seat.votes is not None and seat.votes is not has_vote for seat in known):
                raise RefusedError(f"The file says otherwise of {item.text}.")
            if not known:
                draft.seat(body, **item.who, **{**item.qualities, "votes": has_vote})


def capacities(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The capacity of each seat that leaves it open, in their order."""
    left_open = draft.graph.voice.membership(body).open if body in draft.graph.bodies else ()
    if not left_open:
        raise RefusedError(f"The file lists no seat on {draft.name(body)} that leaves its capacity open.")
    found = [_capacity(part) for part in parts]
    if len(found) == 1:
        found *= len(left_open)
    if len(found) != len(left_open):
        seats = plural(len(left_open), "seat")
        each = "; ".join(seat_text(draft, seat.part) for seat in left_open)
        raise RefusedError(
            f"{draft.name(body)} has {seats} without a capacity that govgraph knows, in this order: {each}. "
            f"The answer has {plural(len(found), 'part')}."
        )
    for seat, capacity in zip(left_open, found, strict=True):
        before = listed(seat.part.as_)
        what = f"Capacity (before: “{before}”)" if before else "Capacity"
        draft.amend(body, "seats", seat.number, what, **{"as": [capacity.value]})


def appointers(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The body that appoints to the seats of people."""
    if len(parts) != 1:
        raise RefusedError("Write one body.")
    appointer = draft.body(parts[0])
    groups = draft.structure.constituencies.values()
    speakers = {speaker for group in groups for speaker in group.represented_by}
    left_open = [
        number
        for number, seat in seats_on(draft, body)
        if seat.appointed_by is None
        and not seat.role.attends_only
        and (seat.on_behalf_of is not None or seat.holder in speakers)
    ]
    if not left_open:
        raise RefusedError(f"The file lists no seat for people on {draft.name(body)} that leaves this open.")
    for number in left_open:
        draft.amend(body, "seats", number, "Who appoints", appointed_by=appointer)


def speaks_for(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The group for which those seats on a body speak that are held by a parent carer or young person.

    Where there is none of these, it is the seats of others who may speak for a group, such as unpaid carers.
    """
    group = draft.find("constituencies", parts[0]) if len(parts) == 1 else None
    if group is None:
        raise RefusedError("Write one group of people by its name.")
    unassigned = [(number, seat) for number, seat in seats_on(draft, body) if seat.on_behalf_of is None]
    left_open = [number for number, seat in unassigned if seat.capacities & OF_PEOPLE]
    left_open = left_open or [number for number, seat in unassigned if seat.capacities & MAY_SPEAK_FOR_PEOPLE]
    if not left_open:
        raise RefusedError(f"The file lists no seat on {draft.name(body)} that leaves this open.")
    for number in left_open:
        draft.amend(body, "seats", number, "For whom it speaks", on_behalf_of=group)


def taking_part(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """Which group takes part, and how: `Parent carers (consulted)`."""
    if is_nobody(parts):
        raise RefusedError(f"A structure cannot say that nobody else takes part. {USE_WAIVER}.")
    for part in parts:
        match = IN_BRACKETS.match(part)
        group = draft.find("constituencies", match["who"]) if match else None
        how = plain_name(match["words"]) if match else ""
        if group is None or how not in ("attends", "consulted", "informed", "contact"):
            raise RefusedError(
                f"“{part}” is not understood. Write a group of people, and in brackets one of “attends”, “contact”, "
                "“consulted” and “informed”."
            )
        if how == "attends":
            draft.seat(body, on_behalf_of=group, role=Role.ATTENDEE)
        elif how == "contact":
            draft.contact(body, group)
        else:
            draft.relate(body, how, group)


_CONTACT_WORDS: dict[str, dict[str, Any]] = {
    "senior": {"senior": True},
    "not senior": {"senior": False},
    "junior": {"senior": False},
    **{word: stated for word, stated in QUALITIES.items() if "votes" in stated or "vacant" in stated},
}


def contact(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """What the contact is called, how senior it is, and whether it votes: `SEND Champion, senior, no vote`."""
    stated: dict[str, Any] = {}
    for word in re.split(r"[,;]", ";".join(parts)):
        fields = _CONTACT_WORDS.get(plain_name(word))
        if fields is None and "title" in stated:
            raise RefusedError(
                f"“{word.strip()}” is not understood: write “senior”, “not senior”, “vote” or “no vote”."
            )
        stated |= {"title": word.strip()} if fields is None else fields
    contacts = draft.structure.bodies[body].contacts
    if not contacts:
        raise RefusedError(f"The file lists no contact on {draft.name(body)}. Answer who takes part there.")
    for number, known_contact in enumerate(contacts):
        is_named = known_contact.title or known_contact.post or known_contact.person
        known = known_contact.model_fields_set | ({"title"} if is_named else set())
        left_open = {name: value for name, value in stated.items() if name not in known}
        if left_open:
            draft.amend(body, "contacts", number, "The contact", **left_open)


def seats_for(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """Who is there for those of whom the question speaks, as a member or in attendance."""
    if is_nobody(parts):
        raise RefusedError(f"A structure cannot say that nobody is there for them. {USE_WAIVER}.")
    _record_seats(draft, body, [seat_words(draft, part) for part in split_seats(draft, parts)])


def _record_seats(draft: Draft, body: str, items: Sequence[SeatWords]) -> Unnamed:
    """Add the seats that the file does not list yet, complete those that it does; return those that no item names."""
    stated = [(number, seat) for number, seat in seats_on(draft, body)]
    left = Unnamed(stated)
    for item in items:
        number = item.number
        while number:
            same = [key for key, seat in left.seats.items() if may_be(draft, seat, item)]
            if not same:
                draft.seat(body, **item.who, **item.qualities)
                number -= 1
                continue
            first = min(same, key=lambda key: _likeness(draft, left.seats[key], item))
            seat, named = left.seats[first], left.name(first, number)
            _complete(draft, body, first, seat, item, named)
            number -= named
    return left


def _likeness(draft: Draft, seat: Seat, item: SeatWords) -> tuple[bool, bool]:
    """The less, the more likely it is the same seat: of several councillors one is the chair."""
    return seat.role is not item.role, not is_held_so(draft, seat, item.who)


def _complete(draft: Draft, body: str, number: int, seat: Seat, item: SeatWords, named: int) -> None:
    """State of a seat what the answer adds to it; of an entry for several, of so many of them."""
    new = {
        name: value
        for name, value in item.qualities.items()
        if name not in seat.model_fields_set and getattr(seat, name) != value
    }
    if not has_identity(seat):
        draft.assert_not_absent(body, seat.model_copy(update=item.who))
    if not has_identity(seat) or ("on_behalf_of" in item.who and not draft.spoken_for(seat)):
        new |= {("as" if name == "as_" else name): value for name, value in item.who.items()}
    if new:
        whose = number if seat.several else draft.take_out(body, number, named)
        draft.amend(body, "seats", whose, "Completed", **new)


def _record_absence(draft: Draft, body: str, text: str) -> None:
    group = draft.find("constituencies", text)
    if group is None:
        hint = draft.hint("constituencies", text)
        raise RefusedError(f"There is no group of people “{text}” in the file.{hint}")
    if any(group in draft.spoken_for(seat) for _, seat in seats_on(draft, body) if not seat.role.attends_only):
        raise RefusedError(f"The file lists a seat for {draft.structure.constituencies[group].name} there.")
    draft.relate(body, "without", group)


def _capacity(part: str) -> Capacity:
    """A capacity that rules know. Raises RefusedError for others."""
    words = part.rpartition(":")[2].strip()
    capacity = parse_capacity(words)
    if capacity is None:
        near = nearest_word(words, [known.words for known in Capacity])
        hint = near or " Write the one that comes nearest, or leave it empty."
        raise RefusedError(f"govgraph knows no capacity “{words}”.{hint}")
    return capacity
