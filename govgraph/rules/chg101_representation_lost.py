"""CHG101: people who took part in a body, and take less part, or none, after the change."""

from collections.abc import Iterator

from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import Change, Participation, Standing, Weakened
from govgraph.rules._changed import of_people_before, was, why_gone
from govgraph.rules._rule import Options, Subject, rule
from govgraph.rules._words import names

_TOOK_PART = {
    Participation.INFORMED: "were kept informed by",
    Participation.CONSULTED: "were consulted by",
    Participation.CONTACT: "had a contact on",
    Participation.ATTENDS: "attended",
    Participation.MEMBER: "had a seat on",
    Participation.VOTING_MEMBER: "had a seat with a vote on",
    Participation.CHAIR: "chaired, or shared the chair of,",
}
_TAKE_PART = {
    Participation.INFORMED: "are only kept informed",
    Participation.CONSULTED: "are only consulted",
    Participation.CONTACT: "have a contact only",
    Participation.ATTENDS: "attend only",
    Participation.MEMBER: "have a seat without a vote",
    Participation.VOTING_MEMBER: "have a seat with a vote, and not the chair",
}


@rule(
    code="CHG101",
    name="representation-lost",
    severity=Severity.ERROR,
    asks=of_people_before,
    of=Subject.CHANGE,
)
def representation_lost(change: Change, options: Options) -> Iterator[Hit]:
    """A group of people took part in a body, and after the change takes less part in it, or none.

    Why it matters:
        A seat once won is easily lost in a redrawing: two boards are merged, a list of members is written anew, and
        nobody decided that parent carers should go. A vote or a chair that becomes a place in attendance is the
        same loss in small steps.

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
        people = change.before.structure.constituencies[who].name
        lost = f" Before, they took part in {names(change.before, bodies)}." if bodies else ""
        stated = who in change.after.structure.constituencies
        not_named = "is not asked about any more (check: false)" if stated else "is not named any more"
        again = "Take out `check: false`" if stated else f"Name {people} among the constituencies again"
        yield Hit(
            bodies=(),
            affects=bodies,
            constituency=who,
            certainty=Certainty.of(stated=stated),
            message=f"A group of people who should be heard {not_named}: {people}.{lost}",
            fix=f"{again}, so that it can be asked where they are heard.",
            at=("constituencies", who) if stated else ("constituencies",),
        )
    for loss in _one_a_body(change):
        yield _hit(change, loss)


def _one_a_body(change: Change) -> list[Weakened]:
    """The losses, one for each body and group now: of several bodies that became one, the greatest."""
    found: dict[tuple[str, str], Weakened] = {}
    for loss in change.weakened():
        key = (loss.now or loss.body, loss.constituency)
        if key not in found or found[key].was.level < loss.was.level:
            found[key] = loss
    return list(found.values())


def _hit(change: Change, loss: Weakened) -> Hit:
    people = change.after.structure.constituencies[loss.constituency].name
    message = f"Before, {people} {_TOOK_PART[loss.was.level]} {change.before.name(loss.body)}."
    ways = was(way.step for way in (*loss.was.seats, *loss.was.lesser_ways))
    if loss.now is None or loss.standing is None:
        gone = change.before.name(loss.body)
        return Hit(
            bodies=(loss.body,),
            constituency=loss.constituency,
            certainty=Certainty.of(stated=change.is_stated_gone(loss.body)),
            message=f"{message} It {why_gone(change, loss.body)}.",
            witness=ways,
            fix=f"Say with `replaces` which body does now what {gone} did, and give {people} the same part in it.",
        )
    standing = loss.standing
    now = [way.step for way in (*standing.seats, *standing.vacant, *standing.unfilled, *standing.lesser_ways)]
    return Hit(
        bodies=(loss.now,),
        constituency=loss.constituency,
        certainty=_certainty(loss),
        message=f"{message} {_now(change, loss, loss.standing)}",
        witness=[*ways, *now],
        fix=f"Give {people} on {change.after.name(loss.now)} the part that they had; or tell them first, and say with "
        "a waiver why it is taken away.",
    )


def _certainty(loss: Weakened) -> Certainty:
    """A fact where the seats of the body are all told, and none leaves open what they had."""
    now = loss.standing
    if now is None or not now.gap_is_stated:
        return Certainty.NOT_STATED
    votes_matter = loss.was.level >= Participation.VOTING_MEMBER > now.level
    return Certainty.of(stated=not (votes_matter and any(seat.part.votes is None for seat in now.seats)))


def _now(change: Change, loss: Weakened, now: Standing) -> str:
    """How they take part now, as far as it is stated."""
    name = change.after.name(loss.now or loss.body)
    same = name == change.before.name(loss.body)
    they = "Now they" if same else f"On {name}, which stands for it now, they"
    stated = _certainty(loss) is Certainty.STATED
    why = ""
    if not now.has_seat and now.vacant:
        why = " The seat that is theirs is vacant."
    elif not now.has_seat and now.unfilled:
        why = " The body that holds the seat is not in force."
    if now.level is Participation.NONE:
        open_ended = "" if stated else " Who else sits on it is not stated (membership)."
        return f"{they} {'take no part in it' if stated else 'are not stated to take part in it'}.{why}{open_ended}"
    open_ended = "" if stated else " Whether they have more is not stated."
    how = _TAKE_PART[now.level]
    if now.level is Participation.MEMBER and not all(seat.part.votes is False for seat in now.seats):
        how = "have a seat, and whether it has a vote is not stated"
    return f"{they} {how}.{why}{open_ended}"
