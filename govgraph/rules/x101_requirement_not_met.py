"""X101: what somebody requires of bodies beside the rules that govgraph has, and whether it is met."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, model_validator

from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Scope
from govgraph.language import listed
from govgraph.model import Activity, Body, Kind, Level, Role, Seat, StatutoryForm
from govgraph.model.scalars import Text, Truth, one_or_more, refuse_whole
from govgraph.model.statement import Record
from govgraph.model.vocabulary import parse_capacity
from govgraph.rules._phrases import lower_first


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
        return "Nothing is required in the settings (require)."
    if any(_bodies_meant(graph, required) for required in options.requirements):
        return None
    return "No body in force is one of which the settings require anything (require)."


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
        Ask for the seat, and say why it is required. Where the law keeps a vote from whoever is to hold it, or the
        agreement has changed, change the requirement.
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
    fits = [_fits(wanted, seat.part) for seat in seats]
    if True in fits:
        return None
    name, words = graph.name(body), _in_words(graph, wanted)
    stated = scope is Scope.IN and None not in fits and seats_complete
    lack = f"{name} has no {words}" if stated else f"Whether {name} has a {words} is not stated"
    may = "" if scope is Scope.IN else " Whether it is one of the bodies meant is not stated either."
    ask = f"Ask for it on {name}, as far as law and constitution allow; where they do not, change the requirement."
    if wanted.on_behalf_of is None and any(seat.part.vacant and _fits(wanted, seat.part) for seat in membership.seats):
        lack, ask = f"{lack}: it is vacant", f"Ask whoever appoints to {name} to fill the seat."
    return Hit(
        bodies=(body,),
        constituency=wanted.on_behalf_of,
        about=required.key,
        certainty=Certainty.of(stated=stated),
        message=f"{lack}, and the settings require it: {required.because.rstrip('.')}.{may}",
        witness=[seat.step for seat in seats],
        fix=ask if stated else f"Find out who sits on {name}, and state it. If it has none: {lower_first(ask)}",
    )


def _fits(wanted: WantedSeat, seat: Seat) -> bool | None:
    """Whether a seat is the one that is wanted; None where what it leaves out decides."""
    answers = [seat.role in wanted.role if wanted.role else True, seat.votes if wanted.votes else True]
    if wanted.as_ is not None:
        known = parse_capacity(wanted.as_)
        is_it = wanted.as_ in seat.as_ or (known is not None and known in seat.capacities)
        answers.append(is_it or (False if seat.capacity_is_known else None))
    return False if False in answers else None if None in answers else True


def _in_words(graph: GovernanceGraph, wanted: WantedSeat) -> str:
    """`voting seat for Parent carers, as chair`."""
    text = "voting seat" if wanted.votes else "seat"
    if wanted.on_behalf_of is not None:
        text += f" for {graph.structure.constituencies[wanted.on_behalf_of].name}"
    held = []
    if wanted.as_:
        capacity = parse_capacity(wanted.as_)
        held.append(capacity.words if capacity else wanted.as_)
    if wanted.role:
        held.append(listed([role.words for role in wanted.role], last="or"))
    return f"{text}, held as {listed(held)}" if held else text
