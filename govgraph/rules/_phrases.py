"""What rules of all families share: when they can be asked, steps of evidence, lawful ways to ask for a seat."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from govgraph.findings import Certainty, Hit, Waiver
from govgraph.graph import Excluded, ExclusionReason, ExternalAccountability, GovernanceGraph, Step
from govgraph.language import LISTED, listed
from govgraph.model import StatutoryForm, relation_keys
from govgraph.model.faults import Loc

if TYPE_CHECKING:
    from govgraph.comparison.comparison import Comparison
    from govgraph.findings.ledger import Ledger


def names(graph: GovernanceGraph, bodies: Sequence[str], total: int | None = None) -> str:
    """The names of bodies in a row; of a long row the first twenty, and how many more."""
    count = len(bodies) if total is None else total
    return listed([graph.name(body) for body in bodies[:LISTED]], count)


def numbered(words: Iterable[str]) -> tuple[str, ...]:
    """Words as the parts of a finding; a repeated one has its number from the second time on: `officer (2)`."""
    counts: dict[str, int] = {}
    parts = []
    for word in words:
        counts[word] = counts.get(word, 0) + 1
        parts.append(word if counts[word] == 1 else f"{word} ({counts[word]})")
    return tuple(parts)


def lower_first(sentence: str) -> str:
    """A sentence with a small letter at its beginning, to follow a colon."""
    return f"{sentence[0].lower()}{sentence[1:]}"


def plain_name(name: str) -> str:
    """A name without capitals and accents, with `and` for `&`."""
    plain = name.casefold().replace("&", " and ")
    if plain.isascii():
        return plain
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def is_singular(graph: GovernanceGraph, bodies: Sequence[str]) -> bool:
    """Whether a sentence speaks of one: `it is`. An entry that stands for several bodies is many: `they are`."""
    return len(bodies) == 1 and not graph.body(bodies[0]).several


def step_text(graph: GovernanceGraph, step: Step) -> str:
    """A line as a sentence without its full stop: `The Board reports to the Council`."""
    relation = relation_keys().get(step.relation)
    start = graph.name(step.start) if step.start in graph.structure.bodies else str(step.start)
    return f"{start} {relation.words} {graph.name(step.end)}" if relation else f"{start} is accountable to {step.end}"


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
    """How to ask for a seat for people on one of these bodies; on those that only councillors form, for a hearing.

    It never asks for a vote that the law keeps from them.
    """
    where = names(graph, bodies) if len(bodies) == 1 else f"one of {names(graph, bodies)}"
    if any(seats_councillors_alone(graph, body) for body in bodies):
        return f"Ask that {who} may attend {where}, speak and see the papers (only councillors sit there)"
    vote = "with a vote where law and constitution allow"
    if any(keeps_its_votes(graph, body) for body in bodies):
        vote = (
            "as a co-opted member without a vote (the law gives votes there to councillors, unless an exemption or a "
            "scheme of the council says otherwise)"
        )
    return f"Ask for a seat on {where} for {who}, {vote}"


def complete_list(graph: GovernanceGraph, body: str, content: Literal["lines", "parts", "seats"]) -> Step:
    """The evidence that what is missing is a fact of the file: the list of it is stated to be complete."""
    return Step(None, f"all_{content}_listed", body, graph.status(body), graph.source_of(body))


def not_a_line(graph: GovernanceGraph, bodies: Iterable[str]) -> str:
    """Sentences on what ties bodies upward without being a line: scrutiny, oversight, excluded lines."""
    sentences: list[str] = []
    for body in bodies:
        steps, excluded = graph.accountability.other_ties_of(body)
        sentences += [f" {step_text(graph, step)}, but that is no line of accountability." for step in steps]
        sentences += [
            f" It is stated that {step_text(graph, line.tie.step)}, but {_reason(graph, line)}." for line in excluded
        ]
        if len(sentences) >= LISTED:
            break
    return "".join(sentences[:LISTED])


def _reason(graph: GovernanceGraph, line: Excluded) -> str:
    if line.because is None or isinstance(line.tie, ExternalAccountability):
        return f"that line is {line.reason}" if line.reason is not ExclusionReason.ENDED else "that line has ended"
    verb = {ExclusionReason.ENDED: "has ended", ExclusionReason.NOT_BEGUN: "has not begun"}
    return f"{graph.name(line.because)} {verb.get(line.reason, f'is {line.reason}')}"


def silence_hit(
    bodies: Sequence[str],
    *,
    message: str,
    fix: str,
    witness: Iterable[Step] = (),
    witness_count: int | None = None,
    constituency: str | None = None,
    at: Loc | None = None,
) -> Hit:
    """That the file is silent alike on all these bodies; in a comparison, each of them counts on its own."""
    return Hit(
        bodies=(),
        affects=tuple(bodies),
        together=tuple(bodies),
        constituency=constituency,
        certainty=Certainty.NOT_STATED,
        message=message,
        witness=witness,
        witness_count=witness_count,
        fix=fix,
        at=at or ("bodies", bodies[0]),
    )


def of_any_body(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about every body."""
    return None if graph.bodies else "No body is in force at this date and in this view."


def of_governance_bodies(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about boards, committees, groups and their kind."""
    return None if graph.governance_bodies else "No governance body is in force at this date and in this view."


def of_accountable_bodies(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about governance bodies and posts on a line."""
    return None if graph.answerable else "No governance body, and no post on a line, is in force."


def of_bodies_on_a_line(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about lines of accountability."""
    return None if graph.accountability.bodies_on_lines() else "No line of accountability is stated."


def of_lines_ended_or_not(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about lines of accountability, those that have ended too."""
    lines = graph.accountability.bodies_on_lines() or graph.history.bodies_on_lines()
    return None if lines else "No line of accountability is stated."


def of_authorities(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about lines that lead to an authority outside the structure."""
    if graph.accountability.authorities():
        return of_accountable_bodies(graph, _)
    return "No body states to whom it answers outside the structure (accountable_to), so none can be cut off from it."


def of_people(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about groups of people who should be heard, on whichever body."""
    if not graph.structure.constituencies:
        return "The file names no constituency (a group of people who should be heard)."
    if not graph.constituencies:
        return "Every constituency in the file states check: false."
    return of_governance_bodies(graph, _)


def of_waivers(ledger: "Ledger", _: Any) -> str | None:
    """For rules about waivers."""
    return None if ledger.waivers else "The settings hold no waiver."


def of_a_baseline(ledger: "Ledger", _: Any) -> str | None:
    """For rules about the baseline."""
    return None if ledger.baseline is not None else "No baseline is named."


def waiver_text(ledger: "Ledger", waiver: Waiver, number: int) -> str:
    """A waiver, as a message speaks of it."""
    about = f" about {listed([ledger.name(body) for body in waiver.bodies])}" if waiver.bodies else ""
    about += f" on {listed([ledger.theme(theme) for theme in waiver.about])}" if waiver.about else ""
    about += f" for '{waiver.constituency}'" if waiver.constituency else ""
    return f"The {_ordinal(number + 1)} waiver, of {waiver.code}{about} (owner: {waiver.owner})"


def _ordinal(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"


_WHY_NOT_THERE = {
    ExclusionReason.ENDED: "has ended",
    ExclusionReason.NOT_BEGUN: "has not begun yet",
    ExclusionReason.PROPOSED: "is only proposed now",
    ExclusionReason.AGREED: "is agreed but not in place",
    None: "is there no more under this id",
}


def of_any_change(change: "Comparison", _: Any) -> str | None:
    """For rules about whatever was there before."""
    return None if change.before.bodies else "No body was in force in the structure before."


def of_people_before(change: "Comparison", _: Any) -> str | None:
    """For rules about those who were heard before."""
    if not change.before.constituencies:
        return "The structure before names no constituency (a group of people who should be heard) to ask about."
    return of_any_change(change, _)


def of_themes_before(change: "Comparison", _: Any) -> str | None:
    """For rules about what was to be owned by someone."""
    return None if change.before.structure.themes else "The structure before names no theme."


def earlier_steps(steps: Iterable[Step]) -> list[Step]:
    """Steps of evidence, marked as what the structure before states."""
    return [step._replace(before=True) for step in steps]


def why_gone(change: "Comparison", body: str) -> str:
    """That a body is not there any more, as far as the files after state it: the end of a sentence."""
    why = "does not stand in the file any more"
    if change.is_stated_gone(body):
        why = _WHY_NOT_THERE[change.after.exclusion_reason(body)]
    return f"{why}, and nothing is stated to replace it"
