"""What rules of all families share: when they can be asked, steps of evidence, silences, lines in words."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from govgraph.engine import Options
from govgraph.findings import Bodies, Hit, Lack, Message, say
from govgraph.findings.message import NOTHING, Part, joined
from govgraph.graph import Excluded, ExclusionReason, ExternalAccountability, GovernanceGraph, Step
from govgraph.graph.kernels import grouped
from govgraph.language import LISTED, plural_verb
from govgraph.model import Completeness, Status, relation_keys
from govgraph.model.faults import Loc

if TYPE_CHECKING:
    from govgraph.comparison.comparison import Comparison


def numbered(words: Iterable[str]) -> tuple[str, ...]:
    """Words as the parts of a finding; a repeated one has its number from the second time on: `officer (2)`."""
    counts: dict[str, int] = {}
    parts = []
    for word in words:
        counts[word] = counts.get(word, 0) + 1
        parts.append(word if counts[word] == 1 else f"{word} ({counts[word]})")
    return tuple(parts)


def unaccented(name: str) -> str:
    """A name without capitals and accents, with `and` for `&`."""
    plain = name.casefold().replace("&", " and ")
    if plain.isascii():
        return plain
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def step_text(
    graph: GovernanceGraph, step: Step, template: str = "{start} {does} {end}.", ends: Sequence[str] = (), **parts: Part
) -> Message:
    """A line as a sentence, `The Board reports to the Council.`, or in another one around `{start} {does} {end}`.

    `ends`: all bodies to which such lines lead, where there are several.
    """
    relation = relation_keys().get(step.relation)
    words = relation.words if relation else "is accountable to"
    return say(
        template.replace("{does}", f"[{words}|{plural_verb(words, 2)}]"),
        start=Bodies.of(graph, str(step.start)),
        end=Bodies.of(graph, ends or step.end) if relation else Part(step.end),
        **parts,
    )


def complete_list(graph: GovernanceGraph, body: str, content: Literal["lines", "parts", "seats"]) -> Step:
    """The evidence that what is missing is a fact of the file: the list of it is stated to be complete."""
    return Step(None, f"all_{content}_listed", body, graph.status(body), graph.source_of(body))


def complete_bodies(graph: GovernanceGraph, key: str, content: Literal["owners", "monitors", "speakers"]) -> list[Step]:
    """The evidence that a theme has no other owners or monitors, people no other bodies that speak for them; or none.

    There is one only where the file says that these are all.
    """
    structure = graph.structure
    entry = structure.constituencies[key] if content == "speakers" else structure.themes[key]
    if getattr(entry, content) is not Completeness.COMPLETE:
        return []
    return [Step(None, f"all_{content}_listed", key, Status.IN_PLACE, entry.source or structure.source)]


def not_a_line(graph: GovernanceGraph, bodies: Iterable[str]) -> Message:
    """What leads upward from bodies without being a line of accountability: scrutiny, oversight, excluded lines."""
    sentences: list[Message] = []
    for body in bodies:
        steps, excluded = graph.accountability.other_ties_of(body)
        alike = grouped((step.relation, step) for step in steps).values()
        sentences += [step_text(graph, same[0], ends=[step.end for step in same]) for same in alike]
        if steps:
            sentences.append(say("Scrutiny and oversight are not lines of accountability."))
        sentences += [excluded_text(graph, line) for line in excluded]
        if len(sentences) >= LISTED:
            break
    return joined(dict.fromkeys(sentences[:LISTED]))


_NOT_IN_PLACE = {
    ExclusionReason.ENDED: "has ended",
    ExclusionReason.NOT_BEGUN: "has not begun yet",
    ExclusionReason.PROPOSED: "is only proposed",
    ExclusionReason.AGREED: "is agreed but not yet in place",
}
_LEFT_OUT = ", and left out of this view"


def not_in_place(reason: ExclusionReason, *, singular: bool = True) -> str:
    """Why something does not count, as the end of a sentence: `has ended`, or of several `have ended`."""
    why = _NOT_IN_PLACE[reason] if singular else plural_verb(_NOT_IN_PLACE[reason], 2)
    return f"{why}{_LEFT_OUT}" if reason in (ExclusionReason.PROPOSED, ExclusionReason.AGREED) else why


def _not_in_place(reason: ExclusionReason) -> str:
    """The same in a template, for one and for several, and whatever the view."""
    why = _NOT_IN_PLACE[reason]
    return f"[{why}|{plural_verb(why, 2)}]"


def excluded_text(graph: GovernanceGraph, line: Excluded) -> Message:
    """A line that the file has, and why it does not count on this day or in this view."""
    body = None if isinstance(line.tie, ExternalAccountability) else line.because
    return step_text(
        graph,
        line.tie.step,
        f"The file says that {{start}} {{does}} {{end}}, but {{what}} {_not_in_place(line.reason)}.",
        what=Part("that") if body is None else Bodies.of(graph, body),
    )


def answering_to(graph: GovernanceGraph, others: Sequence[str], bodies: Sequence[str]) -> Message:
    """Who else answers to bodies; nothing where nobody does."""
    if not others:
        return NOTHING
    fact = "{others} [answers|answer] to {bodies}, directly or through others."
    return say(fact, others=Bodies.of(graph, others), bodies=Bodies.of(graph, bodies))


def ask_who_holds(graph: GovernanceGraph, bodies: Sequence[str], when: str = "") -> Message:
    """How to find somebody to whom bodies answer; `when`: ` from now on`."""
    ask = f"Ask those who set up {{body}} who should hold [body:it|them] to account{when}."
    return say(ask, body=Bodies.of(graph, bodies))


def silence_hit(
    *lacks: Lack,
    bodies: tuple[str, ...] = (),
    message: Message = NOTHING,
    witness: Iterable[Step] = (),
    witness_count: int | None = None,
    constituency: str | None = None,
    at: Loc | None = None,
) -> Hit:
    """What the file leaves open alike of these bodies, or of all of the first lack; each counts on its own."""
    bodies = bodies or lacks[0].about.ids
    return Hit(
        bodies=(),
        affects=bodies,
        together=bodies,
        constituency=constituency,
        message=message,
        lacks=lacks,
        witness=witness,
        witness_count=witness_count,
        at=at or ("bodies", bodies[0]),
    )


def of_any_body(graph: GovernanceGraph, options: Options) -> str | None:
    """For rules about every body."""
    return None if graph.bodies else "No body is in place on this date and in this view."


def of_governance_bodies(graph: GovernanceGraph, options: Options) -> str | None:
    """For rules about boards, committees, groups and their kind."""
    reason = "No board, committee or group is in place on this date and in this view."
    return None if graph.governance_bodies else reason


def of_accountable_bodies(graph: GovernanceGraph, options: Options) -> str | None:
    """For rules about governance bodies and posts on a line."""
    return None if graph.answerable else "No board, committee or group, and no post on a line, is in place."


def of_bodies_on_a_line(graph: GovernanceGraph, options: Options) -> str | None:
    """For rules about lines of accountability."""
    return None if graph.accountability.bodies_on_lines() else "The file shows no line of accountability."


def of_lines_ended_or_not(graph: GovernanceGraph, options: Options) -> str | None:
    """For rules about lines of accountability, those that have ended too."""
    lines = graph.accountability.bodies_on_lines() or graph.history.bodies_on_lines()
    return None if lines else "The file shows no line of accountability."


def of_authorities(graph: GovernanceGraph, options: Options) -> str | None:
    """For rules about lines that lead to an authority outside the structure."""
    if graph.accountability.authorities():
        return of_accountable_bodies(graph, options)
    return "The file names nobody outside the structure to whom a body answers, so no body can be cut off from them."


def of_people(graph: GovernanceGraph, options: Options) -> str | None:
    """For rules about groups of people who should be heard, on whichever body."""
    if not graph.structure.constituencies:
        return "The file names no group of people who should be heard."
    if not graph.constituencies:
        return "Every group of people in the file is left out of the checks."
    return of_governance_bodies(graph, options)


def of_any_change(change: "Comparison", options: Options) -> str | None:
    """For rules about whatever was there before."""
    return None if change.before.bodies else "The structure before has no body in place."


def earlier_steps(steps: Iterable[Step]) -> list[Step]:
    """Steps of evidence, marked as what the structure before states."""
    return [step._replace(before=True) for step in steps]


def why_gone(change: "Comparison", body: str) -> str:
    """That a body is not there any more, as far as the files after say: what follows `{body}` in a sentence."""
    reason = change.after.exclusion_reason(body) if change.is_stated_gone(body) else None
    return _not_in_place(reason) if reason else "[is|are] no longer in the file"
