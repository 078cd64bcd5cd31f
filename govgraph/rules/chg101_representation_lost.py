"""CHG101: people who took part in a body, and take less part, or none, after the change."""

from collections.abc import Iterator

from govgraph.comparison.comparison import Comparison, Weakened
from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Lack, Message, People, Severity, say
from govgraph.findings.message import NOTHING
from govgraph.graph import Participation, Standing, Step
from govgraph.language import listed, number_words
from govgraph.model import Role
from govgraph.rules._phrases import earlier_steps, of_any_change, why_gone
from govgraph.rules._representation import gap_evidence

_LESSER_PART = {Participation.INFORMED: "kept informed by", Participation.CONSULTED: "consulted by"}
"""What people `were`, `are only` or are `no longer`."""


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
        and a champion who is no longer a senior decision maker.

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
    together: dict[tuple[str, str], list[Weakened]] = {}
    for loss in change.weakened():
        together.setdefault((loss.now or loss.body, loss.constituency), []).append(loss)
    for losses in together.values():  # several bodies may have become one
        yield _hit(change, losses)


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


def _hit(change: Comparison, losses: list[Weakened]) -> Hit:
    """A group of people that takes less part in a body, or in one that is gone; of several bodies made one, in each."""
    first = losses[0]
    people = People.of(change.after, first.constituency)
    ways = earlier_steps(step for loss in losses for step in _ways(loss.was))
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
            & say(f"{{body}} {why_gone(change, first.body)}{nothing}.", body=gone),
            witness=ways,
            fix=say(ask, people=people, body=gone) & explain,
        )
    lacks = _lacks(change, losses, first.now, first.standing)
    ask = "Ask {body} to give {people} the part that they had before, as far as the law and its rules allow."
    return Hit(
        bodies=(first.now,),
        constituency=first.constituency,
        lacks=lacks,
        message=_loss(change, losses, people, stated=not lacks),
        witness=[*ways, *_ways(first.standing), *gap_evidence(change.after, first.now, first.standing)],
        fix=say(ask, body=Bodies.of(change.after, first.now), people=people) & explain,
    )


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
    return lacks


def _loss(change: Comparison, losses: list[Weakened], people: People, *, stated: bool) -> Message:
    """What people lose, what they had, and what they have now. Where the file leaves it open, they `may` lose it."""
    first, standing = losses[0], losses[0].standing
    was = Bodies.of(change.before, [loss.body for loss in losses])
    body = was if first.now is None else Bodies.of(change.after, first.now)
    takes_over = "" if set(body.names) == set(was.names) else " as {body} [takes|take] over"
    what = _lost_part(first.was, standing) if len(losses) == 1 else "lose part of what they had on"
    may = "may " if not stated else "" if what.startswith("lose") else "can "
    message = say(f"{{people}} {may}{what} {{was}}{takes_over}.", people=people, was=was, body=body)
    now = _now(standing, stated=stated) if standing else ""
    if len(losses) > 1:
        had = listed([f"{_earlier_part(loss.was)} {{was{number}}}" for number, loss in enumerate(losses)])
        bodies = {f"was{number}": Bodies.of(change.before, loss.body) for number, loss in enumerate(losses)}
        message &= say(f"Before, they {had}.", **bodies) & say(f"Now {now}.")
    elif (holding := _holding(first.was)) and not (standing and holding == _holding(standing)):
        message &= say(f"Before, they had {holding}{f'; now {now}' if now else ''}.")
    elif first.level and not holding:
        message &= say(f"Now {now}.")
    if standing and standing.seats and any(loss.was.has_own_holder for loss in losses) and not standing.has_own_holder:
        message &= say("The file no longer shows a body that speaks for them in a seat there.")
    return message


def _lost_part(was: Standing, now: Standing | None) -> str:
    """What is lost, before the name of the body: of several losses the heaviest."""
    level, seats, votes = (now.level, len(now.seats), now.votes) if now else (Participation.NONE, 0, 0)
    had, voted = len(was.seats), _contact_votes(was)
    of_all = f"their {number_words(had)} seats"
    lost = [
        (was.level in _LESSER_PART, f"no longer be {_LESSER_PART.get(was.level)}"),
        (was.level is Participation.ATTENDS and level < was.level, "no longer attend"),
        (had and not seats, f"lose {of_all if had > 1 else 'their seat'} on"),
        (was.votes and not votes, "lose their vote on"),
        (was.level is Participation.CHAIR and level < was.level, f"lose {_chair(was)} of"),
        (seats < had, f"lose {number_words(had - seats)} of {of_all} on"),
        (votes < was.votes, f"lose {number_words(was.votes - votes)} of their {number_words(was.votes)} votes on"),
        (now and was.has_own_holder and not now.has_own_holder, "lose the seat that their own body held on"),
        (was.level is Participation.CONTACT and level < was.level, "lose their contact on"),
        (now and voted and not _contact_votes(now), "lose the vote of their contact on"),
    ]
    return next((words for is_lost, words in lost if is_lost), "lose their senior contact on")


def _contact_votes(standing: Standing) -> bool:
    return any(contact.part.votes for contact in standing.contacts)


def _earlier_part(was: Standing) -> str:
    """How people took part in a body, before its name."""
    if was.level is Participation.ATTENDS:
        return "attended"
    return f"were {_LESSER_PART[was.level]}" if was.level in _LESSER_PART else f"had {_holding(was)} on"


def _now(now: Standing, *, stated: bool) -> str:
    """How people take part now, as far as the file says, and why a seat of theirs does not count."""
    if now.seats:
        return f"they have {_holding(now)}"
    why = "their seat is vacant" if now.vacant else "the body that would hold their seat is not in place"
    why = why if now.vacant or now.unfilled else ""
    if now.level is Participation.NONE:
        nothing = "they have no seat, and the file shows no other part for them"
        return why or (nothing if stated else "the file shows no part for them")
    part = "only attend" if now.level is Participation.ATTENDS else f"only have {_holding(now)}"
    if now.level in _LESSER_PART:
        part = f"are only {_LESSER_PART[now.level].removesuffix(' by')}"
    return f"they {part}, and {why}" if why else f"they {part}"


def _holding(standing: Standing) -> str:
    """The seats that people have, or the contact, and their votes as far as stated; empty where they have neither."""
    seats, contacts = standing.seats, [contact.part for contact in standing.contacts]
    if not seats:
        senior = "senior " if any(contact.senior for contact in contacts) else ""
        vote = " with a vote" if any(contact.votes for contact in contacts) else ""
        return f"a {senior}contact{vote}" if standing.level is Participation.CONTACT else ""
    held, chairs = f"{number_words(len(seats))} seats", standing.level is Participation.CHAIR
    held = _chair(standing) if chairs else "a seat" if len(seats) == 1 else held
    if not standing.votes:
        return f"{held} without a vote" if all(seat.part.votes is False for seat in seats) else held
    if chairs or len(seats) == 1:
        return f"{held} with a vote"
    some = f"{held}, {number_words(standing.votes)} of them with a vote"
    return f"{held} with votes" if standing.votes == len(seats) else some


def _chair(standing: Standing) -> str:
    return "the chair" if any(seat.part.role is Role.CHAIR for seat in standing.seats) else "a share of the chair"
