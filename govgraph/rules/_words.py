"""How rules speak: names in a row, counts, steps of evidence."""

from collections.abc import Iterable, Sequence

from govgraph.findings import LISTED, Step
from govgraph.graph import Aside, AsideReason, Exit, GovernanceGraph
from govgraph.model import StatutoryForm, relation_keys


def listed(words: Sequence[str], total: int | None = None, last: str = "and") -> str:
    """`A, B and C`; beyond twenty, how many more."""
    total = len(words) if total is None else total
    shown = list(words[:LISTED])
    if total > len(shown):
        shown.append(f"{total - len(shown)} more")
    return f" {last} ".join(filter(None, [", ".join(shown[:-1]), shown[-1]])) if shown else ""


def names(graph: GovernanceGraph, bodies: Sequence[str], total: int | None = None) -> str:
    """The names of bodies in a row; of a long row the first twenty, and how many more."""
    count = len(bodies) if total is None else total
    return listed([graph.name(body) for body in bodies[:LISTED]], count)


def counted(number: int, one: str, many: str) -> str:
    """`1 other body`, `2 other bodies`."""
    return f"{number:,} {one if number == 1 else many}"


def numbered(words: Iterable[str]) -> tuple[str, ...]:
    """Words as the parts of a finding; of several alike, each after the first with its number: `officer (2)`."""
    seen: dict[str, int] = {}
    found = []
    for told in words:
        seen[told] = seen.get(told, 0) + 1
        found.append(told if seen[told] == 1 else f"{told} ({seen[told]})")
    return tuple(found)


def is_one(graph: GovernanceGraph, bodies: Sequence[str]) -> bool:
    """Whether a sentence speaks of one: `it is`. An entry that stands for several bodies is many: `they are`."""
    return len(bodies) == 1 and not graph.body(bodies[0]).several


def said(graph: GovernanceGraph, step: Step) -> str:
    """A line as a sentence without its full stop: `The Board reports to the Council`."""
    words = relation_keys()[step.relation].words if step.relation in relation_keys() else "is accountable to"
    start = graph.name(step.start) if step.start in graph.structure.bodies else str(step.start)
    end = graph.name(step.end) if step.relation in relation_keys() else step.end
    return f"{start} {words} {end}"


_OF_COUNCILLORS_ALONE = (StatutoryForm.CABINET, StatutoryForm.FULL_COUNCIL)
_VOTES_OF_COUNCILLORS = (
    StatutoryForm.COUNCIL_COMMITTEE,
    StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE,
    *_OF_COUNCILLORS_ALONE,
)


def keeps_its_votes(graph: GovernanceGraph, body: str) -> bool:
    """Whether the law gives votes on a body to councillors, unless an exemption or a scheme says otherwise.

    Local Government and Housing Act 1989, section 13; Local Government Act 2000, section 9FA(4) and (5).
    """
    return graph.body(body).statutory in _VOTES_OF_COUNCILLORS


def seats_councillors_alone(graph: GovernanceGraph, body: str) -> bool:
    """Whether only councillors may sit on a body: a cabinet or a full council."""
    return graph.body(body).statutory in _OF_COUNCILLORS_ALONE


def ask_for_a_seat(graph: GovernanceGraph, who: str, *bodies: str) -> str:
    """How to ask for a seat for people on one of these bodies; on those that only councillors form, for a hearing."""
    where = names(graph, bodies) if len(bodies) == 1 else f"one of {names(graph, bodies)}"
    if any(seats_councillors_alone(graph, body) for body in bodies):
        return f"Ask that {who} may attend {where}, speak and see the papers (only councillors sit there)"
    return f"Ask for a seat on {where} for {who}, {as_law_allows(graph, *bodies)}"


def as_law_allows(graph: GovernanceGraph, *bodies: str) -> str:
    """How to ask for a seat for people on bodies: never for a vote that the law keeps from them."""
    if any(keeps_its_votes(graph, body) for body in bodies):
        return (
            "as a co-opted member without a vote (the law gives votes there to councillors, unless an exemption or a "
            "scheme of the council says otherwise)"
        )
    return "with a vote where law and constitution allow"


def lines_listed(graph: GovernanceGraph, body: str) -> Step:
    """The evidence that a missing line is a fact of the file: the list of the body's lines is stated to be whole."""
    return Step(None, "all_lines_listed", body, graph.status(body), graph.source_of(body))


def not_a_line(graph: GovernanceGraph, bodies: Iterable[str]) -> str:
    """Sentences on what ties bodies upward without being a line: scrutiny, oversight, lines kept aside."""
    found: list[str] = []
    for body in bodies:
        watched, aside = graph.accountability.only_ties_of(body)
        found.extend(f"{said(graph, step)}, but that is no line of accountability." for step in watched)
        found.extend(f"It is stated that {said(graph, kept.tie.step)}, but {_reason(graph, kept)}." for kept in aside)
        if len(found) >= LISTED:
            break
    return "".join(f" {sentence}" for sentence in found[:LISTED])


def _reason(graph: GovernanceGraph, kept: Aside) -> str:
    if kept.because is None or isinstance(kept.tie, Exit):
        return f"that line is {kept.reason}" if kept.reason is not AsideReason.ENDED else "that line has ended"
    verb = {AsideReason.ENDED: "has ended", AsideReason.NOT_BEGUN: "has not begun"}
    return f"{graph.name(kept.because)} {verb.get(kept.reason, f'is {kept.reason}')}"
