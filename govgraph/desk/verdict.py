"""A report as the page shows it beside the tables: facts, what is known and gone, questions, each with what to do."""

from collections.abc import Iterable, Iterator, Sequence

from govgraph.answers import RECORDINGS
from govgraph.desk import protocol
from govgraph.desk.answering import can_be_recorded, choices
from govgraph.desk.places import Places
from govgraph.desk.what_ifs import named, what_ifs
from govgraph.engine import Run
from govgraph.findings import Aspect, Finding, FindingStatus, GoneReason, Item, Question
from govgraph.findings.items import items
from govgraph.language import capitalised
from govgraph.render import statements, verdict
from govgraph.render.headline import headline
from govgraph.render.questions import about_names

_ON_SEATS = (Aspect.MEMBERS, Aspect.TAKING_PART)
"""What is open of bodies on which people may have no seat."""


def verdict_of(run: Run, places: Places) -> protocol.Verdict:
    """What is wrong, what to do about it and how we know; against what was opened where something was changed."""
    kept = (finding for finding in run.with_status(FindingStatus.KEPT) if not finding.is_question)
    return {
        "headline": str(headline(run.standing)),
        "about": verdict.looked_at(run),
        "facts": _facts(run, run.facts, places),
        "known": _facts(run, sorted(items(kept), key=lambda item: item.first.severity.rank), places),
        "gone": _gone(run),
        "questions": [_question(run, question) for question in run.standing.questions],
        "not_checked": [f"{codes}: {why}" for codes, why in verdict.not_checked(run)],
    }


def _facts(run: Run, found: Iterable[Item], places: Places | None) -> list[protocol.Fact]:
    facts: list[protocol.Fact] = []
    taken: dict[str, int] = {}
    for item in found:
        number = taken[item.first.key] = taken.get(item.first.key, 0) + 1
        key = item.first.key if number == 1 else f"{item.first.key}#{number}"
        facts.append(_fact(run, item, key, places))
    return facts


def _fact(run: Run, item: Item, key: str, places: Places | None) -> protocol.Fact:
    """A fact of what is open; without places one of what was opened."""
    first = item.first
    based_on = f"{first.authority}: {statements.short_address(first.authority.address)}" if first.authority else ""
    return {
        "key": key,
        "findings": [f"{finding.key} {part}".strip() for finding in item.findings for part in finding.each or ("",)],
        "severity": first.severity.value,
        "label": first.severity.value.capitalize(),
        "new": first.status is FindingStatus.NEW,
        "message": str(item.message),
        "fix": str(item.fix),
        "evidence": _evidence(run, item) if places else [],
        "places": places.of(run, item) if places else [],
        "based_on": based_on,
        "rule": f"{first.code} {first.name}",
        "bodies": _bodies(run, item.bodies),
        "what_ifs": what_ifs(run, item.findings) if places else [],
    }


def _evidence(run: Run, item: Item) -> list[str]:
    lines = statements.evidence_lines(run, item.witness, item.bodies, run.structure.source)
    return [*lines, f"and {item.unlisted_steps:,} more steps"] if item.unlisted_steps > 0 else lines


def _bodies(run: Run, ids: Iterable[str]) -> list[protocol.Named]:
    return [*named((body, run.name(body)) for body in ids)]


def _gone(run: Run) -> list[protocol.Fact]:
    """The facts of what was opened that are none any more, each reason apart."""
    return [fact for title, findings in verdict.gone_by_reason(run) for fact in _gone_for(run, title, findings)]


def _gone_for(run: Run, title: str, findings: Sequence[Finding]) -> Iterator[protocol.Fact]:
    facts = _facts(run, items(finding for finding in findings if not finding.is_question), None)
    why = "" if title == verdict.GONE[GoneReason.NO_LONGER_FOUND] else f"{title}."
    return ({**fact, "fix": why} for fact in facts)


def _question(run: Run, question: Question) -> protocol.Question:
    aspect = question.aspect
    is_other = aspect is Aspect.OTHER
    return {
        "key": aspect.value,
        "about": [*about_names(run, question)],
        "message": " ".join(map(str, (question.message, *question.hints))),
        "who_knows": "" if is_other else capitalised(aspect.wording.who_knows),
        "how": RECORDINGS[aspect].hint,
        "choices": choices(run, question) if can_be_recorded(question) else [],
        "can_be_recorded": can_be_recorded(question),
        "bodies": _bodies(run, question.bodies),
        "what_ifs": what_ifs(run, question.settles) if aspect in _ON_SEATS else [],
    }
