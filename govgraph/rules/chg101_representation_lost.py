"""CHG101: people who took part in a body, and take less part, or none, after the change."""

from collections.abc import Iterator

from govgraph.comparison.comparison import Comparison, Weakened
from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import Participation, Standing, Step
from govgraph.language import capitalised, listed
from govgraph.rules._phrases import earlier_steps, names, of_people_before, why_gone
from govgraph.rules._representation import gap_evidence

_EARLIER_PART = {
    Participation.INFORMED: "were kept informed by",
    Participation.CONSULTED: "were consulted by",
    Participation.ATTENDS: "attended",
    Participation.MEMBER: "had a seat on",
    Participation.VOTING_MEMBER: "had a seat with a vote on",
}
_PART_NOW = {
    Participation.INFORMED: "are only kept informed",
    Participation.CONSULTED: "are only consulted",
    Participation.ATTENDS: "attend only",
}


@rule(code="CHG101", name="representation-lost", severity=Severity.ERROR, applies_to=of_people_before)
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
    for constituency, bodies in change.dropped_constituencies():
        yield _dropped(change, constituency, bodies)
    together: dict[tuple[str, str], list[Weakened]] = {}
    for loss in change.weakened():
        together.setdefault((loss.now or loss.body, loss.constituency), []).append(loss)
    for losses in together.values():  # several bodies may have become one
        yield _hit(change, losses)


def _dropped(change: Comparison, constituency: str, bodies: tuple[str, ...]) -> Hit:
    """The finding on a group of people that is not asked about any more."""
    people = change.before.structure.constituencies[constituency].name
    what, again = "is not named any more", f"Name {people} among the constituencies again"
    stated = constituency in change.after.structure.constituencies
    if stated:
        what, again = "is not asked about any more (check: false)", f"Ask about {people} again (check)"
    took_part = f" Before, they took part in {names(change.before, bodies)}." if bodies else ""
    ways = (way for body in bodies for way in _ways(change.before.voice.standing(body, constituency)))
    return Hit(
        bodies=(),
        affects=bodies,
        constituency=constituency,
        certainty=Certainty.of(stated=stated),
        message=f"A group of people who should be heard {what}: {people}.{took_part}",
        witness=earlier_steps(ways),
        fix=f"{again}, so that it can be asked where they are heard.",
        at=("constituencies", constituency) if stated else ("constituencies",),
    )


def _ways(standing: Standing) -> list[Step]:
    """How a group of people takes part in a body: seats first."""
    ways = (*standing.seats, *standing.vacant, *standing.unfilled, *standing.lesser_ways)
    return [way.step for way in ways]


def _hit(change: Comparison, losses: list[Weakened]) -> Hit:
    """A group of people that takes less part in a body, or in one that is gone; of several bodies made one, in each."""
    first = losses[0]
    people = change.after.structure.constituencies[first.constituency].name
    parts = [f"{_earlier_part(loss.was)} {change.before.name(loss.body)}" for loss in losses]
    message = f"Before, {people} {listed(parts)}."
    ways = earlier_steps(step for loss in losses for step in _ways(loss.was))
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
    certainty, where = _certainty(losses), change.after.name(first.now)
    fix = f"give {people} on {where} the part that they had; or tell them first, and record why it is taken away "
    fix += "(waiver)."
    if certainty is not Certainty.STATED:
        fix = f"Find out who takes part in {where} now, and state it. If it is so: {fix}"
    return Hit(
        bodies=(first.now,),
        constituency=first.constituency,
        certainty=certainty,
        message=f"{message} {_now(change, losses, first.standing, stated=certainty is Certainty.STATED)}",
        witness=[*ways, *_ways(first.standing), *gap_evidence(change.after, first.now, first.standing)],
        fix=capitalised(fix),
    )


def _earlier_part(was: Standing) -> str:
    if was.level is Participation.CHAIR:
        return f"had the chair, or a share of it,{' and a vote' if was.has_vote else ''} on"
    if len(was.seats) > 1:
        votes = f", {was.votes} of them with a vote," if was.votes else ""
        return f"had {len(was.seats)} seats{votes} on"
    if was.level is Participation.CONTACT:
        return f"had a contact{_contact_qualities(was)} on"
    return _EARLIER_PART[was.level]


def _contact_qualities(standing: Standing) -> str:
    """Whether a contact is senior, and votes, where it is stated to."""
    contacts = [contact.part for contact in standing.contacts]
    qualities = ["senior"] if any(contact.senior for contact in contacts) else []
    qualities += ["with a vote"] if any(contact.votes for contact in contacts) else []
    return f" ({' and '.join(qualities)})" if qualities else ""


def _certainty(losses: list[Weakened]) -> Certainty:
    """A fact where a seat is gone, the seats of the body are all stated, and none leaves open what they had.

    Of contacts, of who attends and of who is consulted, no list is ever stated to be whole.
    """
    now = losses[0].standing
    if now is None or not now.gap_is_stated or not any(loss.was.has_seat for loss in losses):
        return Certainty.NOT_STATED
    voted = any(loss.was.votes for loss in losses) and sum(loss.was.votes for loss in losses) > now.votes
    held = any(loss.was.has_own_holder for loss in losses) and not now.has_own_holder
    is_open = (voted and any(seat.part.votes is None for seat in now.seats)) or (
        held and any(seat.part.holder is None for seat in now.seats)
    )
    return Certainty.of(stated=not is_open)


def _now(change: Comparison, losses: list[Weakened], now: Standing, *, stated: bool) -> str:
    """How they take part now, as far as it is stated."""
    first = losses[0]
    name = change.after.name(first.now or first.body)
    same = all(name == change.before.name(loss.body) for loss in losses)
    they = "Now they" if same else f"On {name}, which stands for {'it' if len(losses) == 1 else 'them'} now, they"
    why = ""
    if not now.has_seat and now.vacant:
        why = " The seat that is theirs is vacant."
    elif not now.has_seat and now.unfilled:
        why = " The body that holds the seat is not in force."
    elif now.has_seat and any(loss.was.has_own_holder for loss in losses) and not now.has_own_holder:
        why = " No body that speaks for them is stated to hold it."
    if now.level is Participation.NONE:
        if stated:
            return f"{they} have no seat{' on it' if same else ''}, and no other part in it is stated.{why}"
        silent = "" if now.gap_is_stated else " Who else sits on it is not stated (membership)."
        return f"{they} are not stated to take part in it.{why}{silent}"
    return f"{they} {_part_now(now)}.{why}{'' if stated else ' Whether they have more is not stated.'}"


def _part_now(now: Standing) -> str:
    if now.level is Participation.CONTACT:
        return f"have a contact only{_contact_qualities(now)}"
    if now.level not in (Participation.CHAIR, Participation.MEMBER, Participation.VOTING_MEMBER):
        return _PART_NOW[now.level]
    seat = "a seat" if len(now.seats) == 1 else f"{len(now.seats)} seats"
    if now.level is Participation.CHAIR:
        seat = "the chair, or a share of it,"
    if now.votes:
        return f"have {seat} with a vote" if len(now.seats) == 1 else f"have {seat}, {now.votes} of them with a vote"
    if now.seats and all(held.part.votes is False for held in now.seats):
        return f"have {seat} without a vote"
    return f"have {seat} and are not stated to have a vote"
