"""X101: what somebody requires of bodies beside the rules that govgraph has, and whether they keep to it."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, model_validator

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Message, People, Severity, say
from govgraph.findings.message import NOTHING, Part
from govgraph.graph import GovernanceGraph, Scope
from govgraph.language import either_of, listed
from govgraph.model import Activity, Body, Kind, Level, Role, Seat, StatutoryForm
from govgraph.model.capacities import parse_capacity
from govgraph.model.scalars import Text, Truth, one_or_more, refuse_whole
from govgraph.model.statement import Record


class Which(Record):
    """Which bodies a requirement is about: those that have one of the words that are given, under every key given."""

    noun = "choice of bodies"
    level: Annotated[tuple[Level, ...], one_or_more(Level), Field(description="At which level they work.")] = ()
    does: Annotated[tuple[Activity, ...], one_or_more(Activity), Field(description="What they do.")] = ()
    kind: Annotated[tuple[Kind, ...], one_or_more(Kind), Field(description="What they are.")] = ()
    statutory: Annotated[
        tuple[StatutoryForm, ...], one_or_more(StatutoryForm), Field(description="Which statutory form they have.")
    ] = ()
    named: Annotated[tuple[Text, ...], one_or_more(str), Field(description="By name or id.")] = ()

    def is_express(self, key: str, body: Body) -> bool:
        """Whether it means a body by its name, its kind or its form, and not only as one of the governance bodies."""
        return key in self.named or body.kind in self.kind or body.statutory in self.statutory

    def scope(self, key: str, body: Body) -> Scope:
        """Whether a body is meant; not stated where what it leaves out decides.

        A body that states no statutory form is not meant by one: most bodies have none, and DAT104 finds those whose
        names are those of a form.
        """
        if (self.kind and body.kind not in self.kind) or (self.named and key not in self.named):
            return Scope.OUT
        if self.statutory and body.statutory not in self.statutory:
            return Scope.OUT
        pairs = ((self.level, set(body.level)), (self.does, set(body.does)))
        stated = [(set(wanted), has) for wanted, has in pairs if wanted]
        if any(has and not wanted & has for wanted, has in stated):
            return Scope.OUT
        return Scope.IN if all(has for _, has in stated) else Scope.NOT_STATED


class WantedSeat(Record):
    """The seat that each of those bodies is to have."""

    noun = "required seat"
    on_behalf_of: Annotated[Text | None, Field(description="For which group of people, by id or name.")] = None
    as_: Annotated[Text | None, Field(alias="as", description="In which capacity.")] = None
    role: Annotated[tuple[Role, ...], one_or_more(Role), Field(description="In one of these roles.")] = ()
    votes: Annotated[Truth, Field(description="True where it must vote.")] = False

    @model_validator(mode="after")
    def _of_somebody(self) -> "WantedSeat":
        if not (self.on_behalf_of or self.as_ or self.role):
            raise refuse_whole("does not say whose seat it is; add on_behalf_of, as, or role")
        if any(role.attends_only for role in self.role):
            raise refuse_whole("names a role that attends and holds no seat")
        return self


class Requirement(Record):
    """A seat that bodies of some sort must have, with the reason, which is printed."""

    noun = "requirement"
    bodies: Annotated[Which, Field(description="Which bodies.")]
    seat: Annotated[WantedSeat, Field(description="The seat that each of them is to have.")]
    because: Annotated[Text, Field(description="Why. It is printed.")]

    @property
    def key(self) -> str:
        """What makes it this requirement, and outlives another reason: `level=strategic;on_behalf_of=parents;votes`."""
        bodies, seat = (
            part.model_dump(mode="json", by_alias=True, exclude_defaults=True) for part in (self.bodies, self.seat)
        )
        keys = []
        for name, value in (*bodies.items(), *seat.items()):
            text = "+".join(sorted(value)) if isinstance(value, list) else str(value)
            keys.append(name if value is True else f"{name}={text}")
        return ";".join(keys)


class RequirementOptions(Options):
    """What is required: the tables `require` of the settings."""

    requirements: tuple[Requirement, ...] = ()


def _of_requirements(graph: GovernanceGraph, options: RequirementOptions) -> str | None:
    if not options.requirements:
        return "The settings require nothing (require)."
    if any(_bodies_meant(graph, required) for required in options.requirements):
        return None
    return "No body in place is one of which the settings require anything (require)."


def _bodies_meant(graph: GovernanceGraph, required: Requirement) -> list[tuple[str, Scope]]:
    """The bodies that are meant, or may be: governance bodies, and others where they are meant expressly."""
    which, bodies = required.bodies, ((key, graph.body(key)) for key in graph.bodies)
    scopes = ((key, which.scope(key, body)) for key, body in bodies if body.governs or which.is_express(key, body))
    return [(key, scope) for key, scope in scopes if scope is not Scope.OUT]


@rule(
    code="X101",
    name="requirement-not-met",
    severity=Severity.ERROR,
    applies_to=_of_requirements,
    options=RequirementOptions,
    on_request=True,
)
def requirement_not_met(graph: GovernanceGraph, options: RequirementOptions) -> Iterator[Hit]:
    """A body lacks a seat that the settings require of it.

    Why it matters:
        A council, a partnership or a forum may have agreed more than law and guidance ask for. What was agreed is
        worth something only if somebody sees where it is not kept.

    Flagged:
        require: level = "strategic" | on_behalf_of = "parent-carers", votes = true
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers, non-voting] --> board

    Clean:
        require: level = "strategic" | on_behalf_of = "parent-carers", votes = true
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers, voting] --> board

    How to fix:
        Ask the body for the seat, and say why it is required. Where the law does not allow it a vote, or the agreement
        has changed, change the requirement.
    """
    for required in options.requirements:
        for body, scope in _bodies_meant(graph, required):
            hit = _hit(graph, required, body, scope)
            if hit is not None:
                yield hit


def _hit(graph: GovernanceGraph, required: Requirement, body: str, scope: Scope) -> Hit | None:
    membership, wanted = graph.voice.membership(body), required.seat
    seats, seats_complete = membership.filled, membership.complete
    if wanted.on_behalf_of is not None:
        standing = graph.voice.standing(body, wanted.on_behalf_of)
        seats, seats_complete = standing.seats, standing.gap_is_stated
    answers = [_answers(wanted, seat.part) for seat in seats]
    if any(_fits(given) for given in answers):
        return None
    open_aspects = [] if seats_complete else [Aspect.MEMBERS]
    open_aspects += [aspect for given in answers if _fits(given) is None for aspect, it_is in given if it_is is None]
    open_aspects += [] if scope is Scope.IN else [Aspect.REMIT]
    where = Bodies.of(graph, body)
    message = _message(graph, wanted, where, "should have a" if open_aspects else "[has|have] no")
    fix = say("Ask {body} for it, as far as the law and its rules allow.", body=where)
    fix &= say("Where they do not allow it, change the requirement.")
    vacant = [seat.part for seat in membership.seats if seat.part.vacant and _fits(_answers(wanted, seat.part))]
    if vacant and wanted.on_behalf_of is None:
        message &= say("The seat is vacant.")
        fix = say("Ask {body} to have the vacant seat filled.", body=where)
    why = say("The settings require it, for this reason: {because}.", because=required.because.rstrip("."))
    return Hit(
        bodies=(body,),
        constituency=wanted.on_behalf_of,
        about=required.key,
        lacks=[aspect.of(graph, body) for aspect in dict.fromkeys(open_aspects)],
        message=message & why,
        witness=[seat.step for seat in seats],
        fix=NOTHING if open_aspects else fix,
    )


def _answers(wanted: WantedSeat, seat: Seat) -> list[tuple[Aspect, bool | None]]:
    """Whether a seat is in each way the one that is wanted, with what would show it; None where it leaves that out."""
    answers: list[tuple[Aspect, bool | None]] = [(Aspect.MEMBERS, seat.role in wanted.role if wanted.role else True)]
    answers.append((Aspect.VOTES, seat.votes if wanted.votes else True))
    if wanted.as_ is not None:
        known = parse_capacity(wanted.as_)
        is_it = wanted.as_ in seat.as_ or (known is not None and known in seat.capacities)
        answers.append((Aspect.CAPACITIES, is_it or (False if seat.capacity_is_known else None)))
    return answers


def _fits(answers: list[tuple[Aspect, bool | None]]) -> bool | None:
    """Whether a seat is the one that is wanted; None where what it leaves out decides."""
    given = [answer for _, answer in answers]
    return False if False in given else None if None in given else True


def _message(graph: GovernanceGraph, wanted: WantedSeat, body: Bodies, has: str) -> Message:
    """`The Board has no voting seat for parent carers, held as chair.`."""
    parts: dict[str, Part] = {"body": body}
    text = f"{{body}} {has} {'voting seat' if wanted.votes else 'seat'}"
    if wanted.on_behalf_of is not None:
        parts["people"] = People.of(graph, wanted.on_behalf_of)
        text += " for {people}"
    capacity = parse_capacity(wanted.as_) if wanted.as_ else None
    held = [capacity.words if capacity else wanted.as_] if wanted.as_ else []
    held += [either_of([role.words for role in wanted.role])] if wanted.role else []
    if held:
        parts["held"] = Part(listed(held))
        text += f"{',' if wanted.on_behalf_of else ''} held as {{held}}"
    return say(f"{text}.", **parts)
