"""CHG101: people who took part in a body, and take less part, or none, after the change."""

from collections.abc import Iterator

from govgraph.findings import Certainty, Hit, Severity, Step
from govgraph.graph import Participation, Standing
from govgraph.graph.comparison import Comparison, Weakened
from govgraph.rules._changed import of_people_before, was, why_gone
from govgraph.rules._heard import how_we_know
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import listed, names

_TOOK_PART = {
    Participation.INFORMED: "were kept informed by",
    Participation.CONSULTED: "were consulted by",
    Participation.ATTENDS: "attended",
    Participation.MEMBER: "had a seat on",
    Participation.VOTING_MEMBER: "had a seat with a vote on",
}
_TAKE_PART = {
    Participation.INFORMED: "are only kept informed",
    Participation.CONSULTED: "are only consulted",
    Participation.ATTENDS: "attend only",
}


@rule(
    code="CHG101",
    name="representation-lost",
    severity=Severity.ERROR,
    asks=of_people_before,
)
def representation_lost(change: Comparison, options: Options) -> Iterator[Hit]:
    """A group of people took part in a body, and after the change takes less part in it, or none.

    Why it matters:
        A seat once won is easily lost in a redrawing: two boards are merged, a list of members is written anew, and
        nobody decided that parent carers should go. A vote or a chair that becomes a place in attendance is the
        same loss in small steps; so is one seat where there were two, a seat that somebody else fills on their behalf,
        and a champion who is no senior decision maker any more.

    Flagged:
        board: board, strategic
        before: forum -- sits_on[parent-carers, voting] --> board
        after: forum -- sits_on[parent-carers, non-voting] --> board

    Clean:
        board: board, strategic
        before: forum -- sits_on[parent-carers, voting] --> board
        after: forum -- sits_on[parent-carers, chair, voting] --> board

    How to fix:
        Keep the seat, with its vote, in the new structure; where a body is replaced, give its successor the seat. If
        the change is meant, say so to those concerned first, and waive this finding with the reason.
    """
    for who, bodies in change.dropped_people():
        yield _dropped(change, who, bodies)
    together: dict[tuple[str, str], list[Weakened]] = {}
    for loss in change.weakened():
        together.setdefault((loss.now or loss.body, loss.constituency), []).append(loss)
    for losses in together.values():  # several bodies may have become one
        yield _hit(change, losses)


def _dropped(change: Comparison, who: str, bodies: tuple[str, ...]) -> Hit:
    """A group of people of which nothing is asked any more."""
    people = change.before.structure.constituencies[who].name
    stated = who in change.after.structure.constituencies
    what = "is not asked about any more (check: false)" if stated else "is not named any more"
    again = f"Ask about {people} again (check)" if stated else f"Name {people} among the constituencies again"
    took_part = f" Before, they took part in {names(change.before, bodies)}." if bodies else ""
    ways = (way for body in bodies for way in _ways(change.before.voice.standing(body, who)))
    return Hit(
        bodies=(),
        affects=bodies,
        constituency=who,
        certainty=Certainty.of(stated=stated),
        message=f"A group of people who should be heard {what}: {people}.{took_part}",
        witness=was(ways),
        fix=f"{again}, so that it can be asked where they are heard.",
        at=("constituencies", who) if stated else ("constituencies",),
    )


def _ways(standing: Standing) -> list[Step]:
    """How a group of people takes part in a body: seats first."""
    found = (*standing.seats, *standing.vacant, *standing.unfilled, *standing.lesser_ways)
    return [way.step for way in found]


def _hit(change: Comparison, losses: list[Weakened]) -> Hit:
    """A group of people that takes less part in a body, or in one that is gone; of several bodies made one, in each."""
    first = losses[0]
    people = change.after.structure.constituencies[first.constituency].name
    took = [f"{_took_part(loss.was)} {change.before.name(loss.body)}" for loss in losses]
    message = f"Before, {people} {listed(took)}."
    ways = was(step for loss in losses for step in _ways(loss.was))
    if first.now is None or first.standing is None:
        gone = change.before.name(first.body)
        return Hit(
            bodies=(first.body,),
            constituency=first.constituency,
            certainty=Certainty.of(stated=change.is_stated_gone(first.body)),
            message=f"{message} {gone} {why_gone(change, first.body)}.",
            witness=ways,
            fix=f"Where another body does now what {gone} did, name it as its successor (replaces), and give "
            f"{people} the same part in it. Otherwise tell them first, and record why it is taken away (waiver).",
        )
    certainty = _certainty(losses)
    find_out = f"Find out who takes part in {change.after.name(first.now)} now, and state it. If it is so: "
    keep = f"give {people} on {change.after.name(first.now)} the part that they had; or tell them first, and record "
    keep += "why it is taken away (waiver)."
    return Hit(
        bodies=(first.now,),
        constituency=first.constituency,
        certainty=certainty,
        message=f"{message} {_now(change, losses, first.standing)}",
        witness=[*ways, *_ways(first.standing), *how_we_know(change.after, first.now, first.standing)],
        fix=f"{keep[0].upper()}{keep[1:]}" if certainty is Certainty.STATED else f"{find_out}{keep}",
    )


def _took_part(was: Standing) -> str:
    if was.level is Participation.CHAIR:
        return f"had the chair, or a share of it,{' and a vote' if was.has_vote else ''} on"
    if len(was.seats) > 1:
        votes = f", {was.votes} of them with a vote," if was.votes else ""
        return f"had {len(was.seats)} seats{votes} on"
    if was.level is Participation.CONTACT:
        return f"had a contact{_of_contact(was)} on"
    return _TOOK_PART[was.level]


def _of_contact(standing: Standing) -> str:
    """Whether a contact is senior, and votes, where it is stated to."""
    told = [word for word, key in (("senior", "senior"), ("with a vote", "votes")) if _any_contact(standing, key)]
    return f" ({' and '.join(told)})" if told else ""


def _any_contact(standing: Standing, key: str) -> bool:
    return any(getattr(contact.part, key) for contact in standing.contacts)


def _certainty(losses: list[Weakened]) -> Certainty:
    """A fact where a seat is gone, the seats of the body are all told, and none leaves open what they had.

    Of contacts, of who attends and of who is consulted, no list is ever stated to be whole.
    """
    now = losses[0].standing
    if now is None or not now.gap_is_stated or not any(loss.was.has_seat for loss in losses):
        return Certainty.NOT_STATED
    voted = any(loss.was.votes for loss in losses) and sum(loss.was.votes for loss in losses) > now.votes
    held = any(loss.was.holds_its_own for loss in losses) and not now.holds_its_own
    is_open = (voted and any(seat.part.votes is None for seat in now.seats)) or (
        held and any(seat.part.holder is None for seat in now.seats)
    )
    return Certainty.of(stated=not is_open)


def _now(change: Comparison, losses: list[Weakened], now: Standing) -> str:
    """How they take part now, as far as it is stated."""
    first = losses[0]
    name = change.after.name(first.now or first.body)
    same = all(name == change.before.name(loss.body) for loss in losses)
    they = "Now they" if same else f"On {name}, which stands for {'it' if len(losses) == 1 else 'them'} now, they"
    stated = _certainty(losses) is Certainty.STATED
    why = ""
    if not now.has_seat and now.vacant:
        why = " The seat that is theirs is vacant."
    elif not now.has_seat and now.unfilled:
        why = " The body that holds the seat is not in force."
    elif now.has_seat and any(loss.was.holds_its_own for loss in losses) and not now.holds_its_own:
        why = " No body that speaks for them is stated to hold it."
    if now.level is Participation.NONE:
        if stated:
            return f"{they} have no seat{' on it' if same else ''}, and no other part in it is stated.{why}"
        silent = "" if now.gap_is_stated else " Who else sits on it is not stated (membership)."
        return f"{they} are not stated to take part in it.{why}{silent}"
    return f"{they} {_take_part(now)}.{why}{'' if stated else ' Whether they have more is not stated.'}"


def _take_part(now: Standing) -> str:
    if now.level is Participation.CONTACT:
        return f"have a contact only{_of_contact(now)}"
    if now.level not in (Participation.CHAIR, Participation.MEMBER, Participation.VOTING_MEMBER):
        return _TAKE_PART[now.level]
    if now.level is Participation.CHAIR:
        seat = "the chair, or a share of it,"
    else:
        seat = "a seat" if len(now.seats) == 1 else f"{len(now.seats)} seats"
    if now.votes:
        return f"have {seat} with a vote" if len(now.seats) == 1 else f"have {seat}, {now.votes} of them with a vote"
    if now.seats and all(one.part.votes is False for one in now.seats):
        return f"have {seat} without a vote"
    return f"have {seat} and are not stated to have a vote"
