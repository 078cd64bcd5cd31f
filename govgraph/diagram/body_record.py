"""All that is known of one body: the accessible name of its box, its row in the table, its details."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from govgraph.diagram.seat_words import Chair, chair_of, until
from govgraph.graph import ExternalAccountability, GovernanceGraph, Step, Tie, Trace
from govgraph.language import capitalised, plural_verb
from govgraph.model import Contact, Seat, Status, relation_keys
from govgraph.render import membership, participation, statements, trace

_MAX_NAMES = 8
"""A list in a sentence names so many bodies, and then says how many more."""
_MAX_SENTENCES = 40
"""The details list so many sentences, and then say how many more."""


class ParticipationText(NamedTuple):
    """How a group takes part in a body: the id of the group, its name, and its part."""

    group: str
    name: str
    part: participation.Part


class BodyRecord(NamedTuple):
    """A body in plain sentences and names."""

    name: str
    kind: str
    kind_beside_name: str
    """The same without the word that the name holds already: `strategic` of the SEND Partnership Board."""
    status: str
    until: str
    """Its last day, where the file has one."""
    chair: Chair | None
    """Who chairs or leads it, as far as the file says."""
    answers_outside: tuple[str, ...]
    """Its accountability to somebody who is no body of the file; of a governance body also that it is to nobody."""
    relations: tuple[str, ...]
    """Its relations without those in `accountability`."""
    incoming: tuple[str, ...]
    """The relations that others have to it."""
    participation: tuple[ParticipationText, ...]
    facts: tuple[tuple[str, str], ...]
    """What else is stated, each with its label."""
    presences: tuple[str, ...]
    trace_parts: tuple[trace.TraceText, ...]
    accountability: str
    """To whom it answers, in one sentence, also where that is nobody or not stated."""

    @property
    def accessible_name(self) -> str:
        """The name of its box for a screen reader: what it is, its relations, which groups take part."""
        head = ", ".join(filter(None, (self.name, self.kind, self.status, self.until)))
        chair = [self.chair.words] if self.chair is not None else []
        parts = [f"{group.name}: {group.part.words}" for group in self.participation]
        sentences = (self.accountability, *self.relations, *self.incoming, *chair, *parts)
        return " ".join([f"{head}.", *(f"{capitalised(sentence)}." for sentence in sentences)])


def body_record(graph: GovernanceGraph, traced: Trace, *, with_names: bool) -> BodyRecord:
    """The record of a traced body in one graph, with the names of people only where they are asked for."""
    body = traced.body
    stated = graph.body(body)
    kind = stated.kind.value.replace("_", " ")
    beside_kind = [*(level.value for level in stated.level), *(["several bodies"] if stated.several else [])]
    status = graph.status(body)
    outside = tuple(_outside(graph, leaving) for leaving in graph.accountability.exits_from(body))
    lines = [*_ties(graph, body, lines=True), *outside]
    in_box = outside
    if not outside and not graph.accountability.steps_from(body):
        complete = graph.lines_are_complete(body)
        lines.append(
            "answers to nobody: the file lists all its lines"
            if complete
            else "the file does not say to whom it answers"
        )
        in_box = ("answers to nobody" if complete else "who it answers to: not stated",) if stated.governs else ()
    return BodyRecord(
        name=stated.name,
        kind=", ".join((kind, *beside_kind)),
        kind_beside_name=", ".join(beside_kind if _holds(stated.name, kind) else (kind, *beside_kind)),
        status="" if status is Status.IN_PLACE else status.words,
        until=until(stated),
        chair=chair_of(graph, body, with_names=with_names),
        answers_outside=in_box,
        relations=tuple(_ties(graph, body, lines=False)),
        incoming=tuple(_incoming(graph, body)),
        participation=tuple(_participation(graph, body)),
        facts=tuple(_facts(graph, body)),
        presences=tuple(_limited(list(_presences(graph, body, with_names=with_names)), _MAX_SENTENCES)),
        accountability="; ".join(lines),
        trace_parts=tuple(_shortened(part) for part in trace.trace_texts(traced)),
    )


def _holds(name: str, kind: str) -> bool:
    """Whether a name has the word for a kind in it: `Task & Finish Groups` that for a task and finish group."""
    plain = " ".join(re.sub(r"[-‐‑–/]", " ", name.casefold().replace("&", " and ")).split())
    return re.search(rf"\b{kind}s?\b", plain) is not None


def _presences(graph: GovernanceGraph, body: str, *, with_names: bool) -> Iterator[str]:
    for presence in graph.voice.presences_on(body):
        sentence = statements.evidence_line(graph.structure, presence.step)
        part = presence.part
        if isinstance(part, Contact) and (part.title or part.post):
            sentence += f": {', '.join(filter(None, (part.title, part.post)))}"
        if with_names and isinstance(part, Seat | Contact) and part.person:
            sentence += f": {part.person}"
        if isinstance(part, Seat | Contact) and part.vacant and presence.relation != "vacant_seat_on":
            sentence += "; vacant"
        if isinstance(part, Seat) and part.holder and graph.exclusion_reason(part.holder) is not None:
            sentence += f"; {graph.name(part.holder)} is not in place then"
        yield sentence


def _ties(graph: GovernanceGraph, body: str, *, lines: bool) -> Iterator[str]:
    """The relations of a body: its lines of accountability, or the others."""
    own = [tie for tie in graph.ties_of(body) if tie.body == body]
    for words, suffix, ties in _by_relation(graph, own):
        if relation_keys()[ties[0].relation].line is lines:
            yield f"{words} {_names(graph, {tie.to for tie in ties})}{suffix}"


def _incoming(graph: GovernanceGraph, body: str) -> Iterator[str]:
    ties = [tie for tie in graph.ties_of(body) if tie.to == body and tie.body != body]
    for words, suffix, alike in _by_relation(graph, ties):
        others = {tie.body for tie in alike}
        subject = "these" if len(others) > 1 else "this"
        yield f"{_names(graph, others)}: {subject} {plural_verb(words, len(others))} it{suffix}"


def _by_relation(graph: GovernanceGraph, ties: list[Tie]) -> Iterator[tuple[str, str, list[Tie]]]:
    """The ties of each relation, status and rank, with the words of the relation, and those in brackets."""
    for key, mark in relation_keys().items():
        of_relation = [tie for tie in ties if tie.relation == key]
        for status in sorted({_all_marks(graph, tie) for tie in of_relation}):
            alike = [tie for tie in of_relation if _all_marks(graph, tie) == status]
            yield mark.words, f" ({status})" if status else "", alike


def tie_marks(graph: GovernanceGraph, tie: Tie | ExternalAccountability) -> str:
    """The status of a relation, where it is less settled than the body that states it, the rank of a line, its end."""
    settled = tie.status in (Status.IN_PLACE, Status.UNDER_REVIEW, graph.status(tie.body))
    is_line = isinstance(tie, ExternalAccountability) or relation_keys()[tie.relation].line
    return ", ".join(filter(None, ("" if settled else tie.status.words, tie.how if is_line else "", _end(graph, tie))))


def _end(graph: GovernanceGraph, tie: Tie | ExternalAccountability) -> str:
    """The last day of a relation, where one is stated."""
    _, body, key, number = tie.at
    stated = graph.body(str(body))
    statements_of = stated.accountable_to if key == "accountable_to" else stated.relations(str(key))
    return until(statements_of[int(number)])


def _all_marks(graph: GovernanceGraph, tie: Tie) -> str:
    """The same, and of an appointment to which role it is: too long for the label of an arrow."""
    return ", ".join(filter(None, (tie_marks(graph, tie), tie.how if tie.relation == "appoints" else "")))


def _outside(graph: GovernanceGraph, leaving: ExternalAccountability) -> str:
    marks = tie_marks(graph, leaving)
    return f"accountable to {leaving.to}{f' ({marks})' if marks else ''}"


def _names(graph: GovernanceGraph, bodies: set[str]) -> str:
    return ", ".join(_limited([graph.name(body) for body in graph.in_order(bodies)], _MAX_NAMES))


def _limited(texts: list[str], most: int) -> list[str]:
    return texts if len(texts) <= most else [*texts[:most], f"and {len(texts) - most:,} more"]


def _shortened(part: trace.TraceText) -> trace.TraceText:
    rest = len(part.sentences) - _MAX_SENTENCES
    if rest <= 0:
        return part
    more = (0, f"and {rest:,} more steps; `govgraph trace` shows all.")
    return part._replace(sentences=(*part.sentences[:_MAX_SENTENCES], more))


def _participation(graph: GovernanceGraph, body: str) -> Iterator[ParticipationText]:
    asked_about = set(graph.constituencies)
    for group in (group for group in graph.structure.constituencies if group in asked_about):
        standing = graph.voice.standing(body, group)
        stated = (standing.level, standing.vacant, standing.unfilled, standing.absent, standing.vacant_contacts)
        if graph.body(body).governs or any(stated):
            part = participation.part(standing, graph.status(body))
            yield ParticipationText(group, graph.structure.constituencies[group].name, part)


def _facts(graph: GovernanceGraph, body: str) -> Iterator[tuple[str, str]]:
    stated = graph.body(body)
    days = (("from", stated.from_), ("until", stated.until))
    for label, text in (
        ("Also called", ", ".join(stated.other_names)),
        ("Nation", stated.nation and stated.nation.words),
        ("Purpose", stated.purpose),
        ("What it does", ", ".join(function.value for function in stated.does)),
        ("What it deals with", ", ".join(matter.words for matter in stated.covers)),
        ("What it decides", "; ".join(stated.decisions)),
        ("Meets", stated.meets),
        ("Quorum", stated.quorum),
        ("Substitutes", membership.substitutes(stated)),
        ("Rules on members", membership.limits_on_members(graph, body)),
        ("To be reviewed by", stated.review_by),
        ("In place", " ".join(f"{word} {day}" for word, day in days if day)),
        ("Replaces", ", ".join(graph.name(relation.to) for relation in stated.replaces)),
        ("Responsible for", _themes(graph, body, graph.owners)),
        ("Monitors", _themes(graph, body, graph.monitors)),
        ("Source", statements.source(graph.structure, graph.source_of(body))),
        ("Note", stated.note),
    ):
        if text:
            yield label, text


def _themes(graph: GovernanceGraph, body: str, steps_to: Callable[[str], Iterable[Step]]) -> str:
    themes = graph.structure.themes.items()
    return "; ".join(stated.name for key, stated in themes if any(step.start == body for step in steps_to(key)))
