"""X101: bodies without a seat that the settings require."""

from collections.abc import Iterator, Sequence

from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Membership, Presence, Scope
from govgraph.model import Seat
from govgraph.model.forms import capacity_called
from govgraph.rules._requirement import Requirement, WantedSeat
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import listed


class RequirementOptions(Options):
    """What is required: the tables `require` of the settings."""

    requirements: tuple[Requirement, ...] = ()


def _of_requirements(graph: GovernanceGraph, options: RequirementOptions) -> str | None:
    if not options.requirements:
        return "Nothing is required in the settings (require)."
    if any(_asked(graph, one) for one in options.requirements):
        return None
    return "No body in force is one of which the settings require anything (require)."


def _asked(graph: GovernanceGraph, required: Requirement) -> list[tuple[str, Scope]]:
    """The bodies that are meant, or may be: governance bodies, and others where they are meant expressly."""
    stated = ((body, graph.body(body)) for body in graph.bodies)
    which = required.bodies
    scopes = ((body, which.scope(body, one)) for body, one in stated if one.governs or which.is_express(body, one))
    return [(body, scope) for body, scope in scopes if scope is not Scope.OUT]


@rule(
    code="X101",
    name="requirement-not-met",
    severity=Severity.ERROR,
    asks=_of_requirements,
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
        for body, scope in _asked(graph, required):
            hit = _hit(graph, required, body, scope)
            if hit is not None:
                yield hit


def _hit(graph: GovernanceGraph, required: Requirement, body: str, scope: Scope) -> Hit | None:
    membership = graph.voice.membership(body)
    seats = _of_whom(graph, required.seat, membership)
    fits = [_fits(required.seat, seat.part) for seat in seats]
    if True in fits:
        return None
    name, seat = graph.name(body), _in_words(graph, required.seat)
    stated = scope is Scope.IN and None not in fits and _is_told(graph, required.seat, membership)
    what = f"{name} has no {seat}" if stated else f"Whether {name} has a {seat} is not stated"
    may = "" if scope is Scope.IN else " Whether it is one of the bodies meant is not stated either."
    vacant = any(seat.part.vacant and _fits(required.seat, seat.part) for seat in membership.seats)
    ask = f"Ask for it on {name}, as far as law and constitution allow; where they do not, change the requirement."
    if vacant and required.seat.on_behalf_of is None:
        what, ask = f"{what}: it is vacant", f"Ask whoever appoints to {name} to fill the seat."
    return Hit(
        bodies=(body,),
        constituency=required.seat.on_behalf_of,
        about=required.key,
        certainty=Certainty.of(stated=stated),
        message=f"{what}, and the settings require it: {required.because.rstrip('.')}.{may}",
        witness=[one.step for one in seats],
        fix=ask if stated else f"Find out who sits on {name}, and state it. If it has none: {ask[0].lower()}{ask[1:]}",
    )


def _of_whom(graph: GovernanceGraph, wanted: WantedSeat, membership: Membership) -> Sequence[Presence[Seat]]:
    """The filled seats of whom it is about."""
    if wanted.on_behalf_of is None:
        return membership.filled
    return graph.voice.standing(membership.body, wanted.on_behalf_of).seats


def _fits(wanted: WantedSeat, seat: Seat) -> bool | None:
    """Whether a seat is the one that is wanted; None where what it leaves out decides."""
    answers = [seat.role in wanted.role if wanted.role else True, seat.votes if wanted.votes else True]
    if wanted.as_ is not None:
        known = capacity_called(wanted.as_)
        is_it = wanted.as_ in seat.as_ or (known is not None and known in seat.capacities)
        answers.append(is_it or (False if seat.capacity_is_known else None))
    return False if False in answers else None if None in answers else True


def _is_told(graph: GovernanceGraph, wanted: WantedSeat, membership: Membership) -> bool:
    """Whether a seat that is not stated is a fact of the file."""
    if wanted.on_behalf_of is not None:
        return graph.voice.standing(membership.body, wanted.on_behalf_of).gap_is_stated
    return membership.complete


def _in_words(graph: GovernanceGraph, wanted: WantedSeat) -> str:
    """`voting seat for Parent carers, as chair`."""
    told = "voting seat" if wanted.votes else "seat"
    if wanted.on_behalf_of is not None:
        told += f" for {graph.structure.constituencies[wanted.on_behalf_of].name}"
    capacity = capacity_called(wanted.as_) if wanted.as_ else None
    held = [capacity.words if capacity else wanted.as_] if wanted.as_ else []
    held += [listed([role.words for role in wanted.role], last="or")] if wanted.role else []
    return f"{told}, held as {listed(held)}" if held else told
