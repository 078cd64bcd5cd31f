"""What the reports of a drawing say: each finding once, with its frames, and of each body its facts and questions."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from govgraph.diagram.frames import Frame, Frames, Moment, Side
from govgraph.diagram.scene import FactMark, SceneFinding
from govgraph.engine import family_of
from govgraph.findings import Finding, Item
from govgraph.graph.kernels import grouped
from govgraph.render.verdict import GONE


def body_key(frames: Frames, body: str, *, old: bool) -> str:
    """The id under which a body is drawn; an id that both structures use is the newer's, unless `old` says not."""
    taken = not old and body in frames.main.after.structure.bodies
    return body if taken else frames.renamed.get(body, body)


class _Entry(NamedTuple):
    """A finding as a report has it, and the frames in which it is shown."""

    finding: Finding
    shown: int
    gone: str = ""
    before: bool = False


def scene_findings(frames: Frames) -> tuple[SceneFinding, ...]:
    """Every finding of the reports, and those that are gone: each once, with the frames in which it is shown."""
    found: dict[tuple[object, ...], SceneFinding] = {}
    for finding, shown, gone, before in _entries(frames):
        where = gone or ("before" if before else "")
        key = (finding.key, finding.message, finding.severity, finding.certainty, finding.witness, where)
        if key not in found:
            bodies = tuple(body_key(frames, body, old=bool(where)) for body in finding.bodies)
            found[key] = SceneFinding(number=len(found), finding=finding, bodies=bodies, gone=gone, before=before)
        found[key].shown |= shown
    return tuple(found.values())


def _entries(frames: Frames) -> Iterator[_Entry]:
    for moment in frames.moments:
        for finding in moment.report_before.findings if moment.report_before else ():
            yield _Entry(finding, frames.mask(moment, Side.BEFORE), before=True)
        report = moment.report
        for finding in report.findings if report else ():
            yield _Entry(finding, frames.mask(moment, Side.AFTER, Side.BOTH))
        for finding, why in report.against.gone if report and report.against else ():
            yield _Entry(finding, frames.mask(moment, Side.BOTH), GONE[why])


class Found(NamedTuple):
    """What a report says of one body: the facts, and how many questions it does not answer."""

    facts: list[Item]
    questions: int


_NOTHING = Found([], 0)


class FoundOnBodies:
    """What the reports say of each body, by the id under which it is drawn."""

    def __init__(self, frames: Frames) -> None:
        self._frames = frames
        self._found: dict[tuple[date, bool], dict[str, Found]] = {
            (moment.day, before): self._by_body(moment, before=before)
            for moment in frames.moments
            for before in (False, True)
        }

    def on(self, frame: Frame, body: str) -> Found:
        """What the report of a frame says of a body: of two structures laid over one another that of the newer."""
        return self._found[frame.moment.day, frame.side is Side.BEFORE].get(body, _NOTHING)

    def _by_body(self, moment: Moment, *, before: bool) -> dict[str, Found]:
        judged = moment.report_before if before else moment.report
        if judged is None:
            return {}
        report = judged.standing  # what was wrong before and still is, is no better for that
        key = partial(body_key, self._frames, old=before)
        facts = grouped((key(body), item) for item in report.facts for body in item.bodies)
        asked = grouped((key(body), question) for question in report.questions for body in question.bodies)
        return {body: Found(facts.get(body, []), len(asked.get(body, ()))) for body in {*facts, *asked}}


def fact_mark(facts: list[Item]) -> FactMark:
    """The mark that facts put on a body: that of the gravest, and how many they are."""
    gravest = min((item.first.severity for item in facts), key=lambda severity: severity.rank)
    is_loss = any(family_of(item.first.code) == "CHG" for item in facts if item.first.severity is gravest)
    return FactMark(gravest, len(facts), is_loss)
