"""CHG101: people who took part in a body, and take less part, or none, after the change."""

from collections.abc import Iterable, Iterator

from govgraph.comparison.comparison import Comparison, Weakened
from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Lack, Message, People, Severity, say
from govgraph.findings.aspects import requests
from govgraph.findings.message import NOTHING
from govgraph.graph import Scope, Standing, Step
from govgraph.language import day, listed
from govgraph.rules._participation import (
    are_roles_open,
    earlier_part,
    has_fewer_seats,
    holding,
    is_chair_lost,
    is_number_open,
    lost_part,
    lost_with_a_seat,
    part_now,
)
from govgraph.rules._phrases import earlier_steps, of_any_change, why_gone
from govgraph.rules._representation import BodyStanding, gap_evidence, not_yet

_Losses = dict[tuple[str, str], list[Weakened]]
"""By the body there now, or else the one that is gone, and the group of people: several bodies may have become one."""


def _of_people_before(change: Comparison, options: Options) -> str | None:
    if not change.before.constituencies:
        return "The structure before names no group of people who should be heard."
    return of_any_change(change, options)


@rule(code="CHG101", name="representation-lost", severity=Severity.ERROR, applies_to=_of_people_before)
def representation_lost(change: Comparison, options: Options) -> Iterator[Hit]:
    """A group of people took part in a body, and after the change takes less part in it, or none.

    Why it matters:
        A seat once won is easily lost in a redrawing: two boards are merged, a list of members is written anew, and
        nobody decided that parent carers should go. A vote or a chair that becomes a place in attendance is the
        same loss in small steps. So is one seat where there were two, a seat that somebody else fills on their behalf,
        and a champion who is no longer a senior decision maker. A vacant seat is still their place, and so is one that
        begins later: to delete it is to take it away.

    Flagged:
        board: board, strategic
        before: forum -- sits_on[parent-carers, voting] --> board
        after: forum -- sits_on[parent-carers, non-voting] --> board

    Clean:
        board: board, strategic
        before: forum -- sits_on[parent-carers, voting] --> board
        after: forum -- sits_on[parent-carers, chair, voting] --> board

    How to fix:
        Ask those who plan the change to keep the seat, with its vote; where a body is replaced, to keep it on the body
        that takes over. If the loss is meant, explain it to those concerned first, and waive this finding with the
        reason.
    """
    for constituency, bodies in change.dropped_constituencies():
        yield _dropped(change, constituency, bodies)
    taken, later = _together(change.weakened()), _together(change.weakened_later())
    losses = {**later, **_together(change.weakened_entitlements()), **taken}
    for key, of_part in losses.items():
        yield _hit(change, of_part, later[key] if key in later and key in taken else [])


def _together(losses: Iterable[Weakened]) -> _Losses:
    """The losses of each group of people on each body; of those that begin later, the first."""
    together: _Losses = {}
    for loss in losses:
        known = together.setdefault((loss.now or loss.body, loss.constituency), [])
        if not known or known[0].begins == loss.begins:
            known.append(loss)
    return together


def _dropped(change: Comparison, constituency: str, bodies: tuple[str, ...]) -> Hit:
    """The finding on a group of people that the checks leave out now."""
    people = People.of(change.before, constituency)
    stated = constituency in change.after.structure.constituencies
    message = say("{people} are no longer named among the people who should be heard.", people=people)
    if stated:
        message = say("{people} are now left out of the checks on who is heard.", people=people)
    if bodies:
        message &= say("Before, they took part in {bodies}.", bodies=Bodies.of(change.before, bodies))
    fix = say("Check again where {people} are heard, or explain to them why not.", people=people)
    ways = (way for body in bodies for way in _ways(change.before.voice.standing(body, constituency)))
    return Hit(
        bodies=(),
        affects=bodies,
        constituency=constituency,
        lacks=[] if stated else [Aspect.STILL_HEARD.of(change.before, constituency)],
        message=message,
        witness=earlier_steps(ways),
        fix=fix if stated else NOTHING,
        at=("constituencies", constituency) if stated else ("constituencies",),
    )


def _ways(standing: Standing) -> list[Step]:
    """How a group of people takes part in a body: seats first."""
    ways = (*standing.seats, *standing.vacant, *standing.unfilled, *standing.lesser_ways)
    return [way.step for way in ways]


def _hit(change: Comparison, losses: list[Weakened], later: list[Weakened]) -> Hit:
    """A group of people that takes less part in a body, or in one that is gone; of several bodies made one, in each.

    `later`: what was to begin there later, beside what they had.
    """
    first = losses[0]
    people = People.of(change.after, first.constituency)
    ways = earlier_steps(step for loss in (*losses, *later) for step in _ways(loss.was))
    explain = say("If the loss is meant, explain it to {people} first, and record the reason.", people=people)
    if first.now is None or first.standing is None:
        gone, stated = Bodies.of(change.before, first.body), change.is_stated_gone(first.body)
        nothing = ", and the file names nothing in [body:its|their] place" if stated else ""
        ask = "Ask those who plan the change to give {people} the same part in the body that takes over from {body}."
        return Hit(
            bodies=(first.body,),
            constituency=first.constituency,
            lacks=[] if stated else [Aspect.SUCCESSOR.of(change.before, first.body)],
            message=_loss(change, losses, people, stated=stated)
            & _to_come(later)
            & say(f"{{body}} {why_gone(change, first.body)}{nothing}.", body=gone),
            witness=ways,
            fix=say(ask, people=people, body=gone) & explain,
        )
    now = BodyStanding(first.now, first.constituency, Scope.IN, first.standing)
    lacks = _lacks(change, losses, first.now, first.standing)
    is_fact = not lacks or (len(losses) == 1 and _is_certain(first.was, first.standing))
    ask = "Ask {body} to give {people} the part that they had before, as far as the law and its rules allow."
    return Hit(
        bodies=(first.now,),
        constituency=first.constituency,
        lacks=[] if is_fact else lacks,
        message=_loss(change, losses, people, stated=is_fact)
        & (_may_also_lose(lacks) if is_fact else NOTHING)
        & _to_come(later)
        & not_yet(first.standing.pending),
        witness=[*ways, *_ways(first.standing), *gap_evidence(change.after, now)],
        fix=(requests(lacks) if is_fact else NOTHING)
        & say(ask, body=Bodies.of(change.after, first.now), people=people)
        & explain,
    )


def _may_also_lose(lacks: list[Lack]) -> Message:
    """What people may lose beside a seat that they certainly lose."""
    open_now = {lack.aspect for lack in lacks}
    parts = [(Aspect.CHAIR, "the chair"), (Aspect.VOTES, "their vote")]
    lost = listed([words for aspect, words in parts if aspect in open_now])
    return say(f"They may also lose {lost} there.") if lost else NOTHING


def _is_certain(was: Standing, now: Standing) -> bool:
    """Whether people certainly have fewer seats or votes on a body, whatever else is open."""
    has_fewer_votes = now.votes < was.votes and all(seat.part.votes is not None for seat in now.seats)
    return now.gap_is_stated and (has_fewer_seats(was, now) or has_fewer_votes)


def _lacks(change: Comparison, losses: list[Weakened], body: str, now: Standing) -> list[Lack]:
    """What would settle it: none where a seat is gone, all seats are listed, and none leaves open what they had.

    Of contacts, of who attends and of who is consulted, no list is ever stated to be whole.
    """
    if not any(loss.was.has_seat for loss in losses):
        return [Aspect.TAKING_PART.of(change.after, body)]
    voted = any(loss.was.votes for loss in losses) and sum(loss.was.votes for loss in losses) > now.votes
    held = any(loss.was.has_own_holder for loss in losses) and not now.has_own_holder
    lacks = []
    if not now.gap_is_stated or (held and any(seat.part.holder is None for seat in now.seats)):
        lacks.append(Aspect.MEMBERS.of(change.after, body))
    if voted and any(seat.part.votes is None for seat in now.seats):
        lacks.append(Aspect.VOTES.of(change.after, body))
    if any(is_number_open(loss.was, now) for loss in losses):
        lacks.append(Aspect.SEAT_NUMBERS.of(change.after, body))
    if len(losses) == 1 and _is_chair_open(change, losses[0].was, body, now):
        lacks.append(Aspect.CHAIR.of(change.after, body))
    return lacks


def _is_chair_open(change: Comparison, was: Standing, body: str, now: Standing) -> bool:
    """Whether people chaired the body, and a seat of theirs may be the chair still: no seat there is said to be it."""
    return is_chair_lost(was, now) and are_roles_open(now) and not change.after.voice.membership(body).chairs


def _loss(change: Comparison, losses: list[Weakened], people: People, *, stated: bool) -> Message:
    """What people lose, what they had, and what they have now. Where the file leaves it open, they `may` lose it."""
    first, standing = losses[0], losses[0].standing
    was = Bodies.of(change.before, [loss.body for loss in losses])
    body = was if first.now is None else Bodies.of(change.after, first.now)
    takes_over = "" if set(body.names) == set(was.names) else " as {body} [takes|take] over"
    takes_over += f" from {day(first.begins)}" if first.begins else ""
    what = lost_part(first.was, standing) if len(losses) == 1 else "lose part of what they had on"
    with_votes = not stated or not _leaves_votes_open(first)
    alone = standing if len(losses) == 1 else None
    beside = lost_with_a_seat(first.was, alone, with_votes=with_votes) if alone else []
    beside_it = f", and with it {listed(beside)}" if beside else ""
    may = "may " if not stated else "" if what.startswith("lose") else "can "
    message = say(f"{{people}} {may}{what} {{was}}{takes_over}{beside_it}.", people=people, was=was, body=body)
    return message & _before_and_now(change, losses, stated=stated)


def _leaves_votes_open(loss: Weakened) -> bool:
    return loss.standing is not None and any(seat.part.votes is None for seat in loss.standing.seats)


def _before_and_now(change: Comparison, losses: list[Weakened], *, stated: bool) -> Message:
    """What people had in which body, or were to have, and what they have now."""
    first, standing = losses[0], losses[0].standing
    have, had = ("are to have", "were to have") if first.begins else ("have", "had")
    one = "one" if standing and standing.seats and has_fewer_seats(first.was, standing) else "a"
    now, message = part_now(standing, stated=stated, have=have, one=one) if standing else "", NOTHING
    if len(losses) > 1:
        had = listed([f"{earlier_part(loss.was)} {{was{number}}}" for number, loss in enumerate(losses)])
        bodies = {f"was{number}": Bodies.of(change.before, loss.body) for number, loss in enumerate(losses)}
        message = say(f"Before, they {had}.", **bodies) & say(f"Now {now}.")
    elif (held := holding(first.was)) and not (standing and held == holding(standing)):
        message = say(f"Before, they {had} {held}{f'; now {now}' if now else ''}.")
    elif first.level and not held:
        message = say(f"Now {now}.")
    if standing and standing.seats and any(loss.was.has_own_holder for loss in losses) and not standing.has_own_holder:
        message &= say("The file no longer shows a body that speaks for them in a seat there.")
    return message


def _to_come(later: list[Weakened]) -> Message:
    """What people were to have later, beside what they had."""
    if not later or later[0].begins is None or not (held := holding(later[0].was)):
        return NOTHING
    return say(f"From {day(later[0].begins)}, they were to have {held}.")
