"""The scene of a drawing from its frames: what stands in which of them, with its texts there."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from operator import itemgetter

from govgraph.diagram import style
from govgraph.diagram.body_record import BodyRecord, body_record, tie_marks
from govgraph.diagram.frames import Frame, Frames, Side, Variants
from govgraph.diagram.scene import Box, BoxText, FindingMark, Link, Scene, SceneFinding
from govgraph.findings import Certainty, Finding
from govgraph.graph import ConstituencyVoice, GovernanceGraph, Trace, trace
from govgraph.model import Seat
from govgraph.model.scalars import plain_name
from govgraph.render.participation import Part
from govgraph.render.verdict import GONE


def build_scene(frames: Frames, *, with_names: bool = False) -> Scene:
    """The scene of all frames: each body, link and finding once, with the frames in which it stands."""
    return _SceneBuilder(frames, with_names=with_names).scene()


def body_key(frames: Frames, body: str, *, old: bool) -> str:
    """The id under which a body is drawn; an id that both structures use is the newer's, unless `old` says not."""
    taken = not old and body in frames.main.after.structure.bodies
    return body if taken else frames.renamed.get(body, body)


class _SceneBuilder:
    def __init__(self, frames: Frames, *, with_names: bool) -> None:
        self.frames = frames
        self.with_names = with_names
        self.boxes: dict[str, Box] = {}
        self.links: dict[tuple[str, str, str], Link] = {}
        self.findings: dict[tuple[object, ...], SceneFinding] = {}
        self.records: dict[tuple[int, str], tuple[Trace, BodyRecord]] = {}

    def scene(self) -> Scene:
        self._add_links()
        self._add_findings()
        for frame in self.frames.all:
            for key, (graph, body) in self._bodies(frame).items():
                box = self.boxes.setdefault(key, Box(key=key))
                box.shown |= 1 << frame.number
                box.kinds.add(graph.body(body).kind, 1 << frame.number)
                box.levels.update(graph.body(body).level)
        for box in self.boxes.values():
            box.new, box.gone = self._changed_frames(box.shown)
        for frame in self.frames.all:
            for key, (graph, body) in self._bodies(frame).items():
                self._fill(frame, self.boxes[key], graph, body)
        for box in self.boxes.values():
            box.name = (box.texts.at(self.frames.initial) or list(box.texts)[-1]).name
        ordered = sorted(self.boxes.values(), key=lambda box: (box.name.casefold(), box.name, box.key))
        for number, box in enumerate(ordered):
            box.number = number
        return Scene(
            frames=self.frames,
            boxes={box.key: box for box in ordered},
            links=tuple(self.links.values()),
            findings=tuple(self.findings.values()),
            groups=self._groups(),
        )

    def _groups(self) -> dict[str, str]:
        """The groups of people of all graphs with their names, in the order of these."""
        names = {
            self._group_key(graph, group): graph.structure.constituencies[group].name
            for moment in self.frames.moments
            for graph in filter(None, (moment.before, moment.after))
            for group in graph.constituencies
        }
        return dict(sorted(names.items(), key=itemgetter(1)))

    def _group_key(self, graph: GovernanceGraph, group: str) -> str:
        """The id of a group in the newer structure, where that has a group of its name under another id."""
        known = self.frames.main.after.structure.constituencies
        if graph is self.frames.main.after or group in known:
            return group
        name = plain_name(graph.structure.constituencies[group].name)
        return next((key for key, constituency in known.items() if plain_name(constituency.name) == name), group)

    def _bodies(self, frame: Frame) -> dict[str, tuple[GovernanceGraph, str]]:
        """The bodies of a frame by their keys, each with its graph: the newer one, where two have it."""
        return {
            self.frames.box_key(graph, body): (graph, body) for graph in reversed(frame.graphs) for body in graph.bodies
        }

    def _add_links(self) -> None:
        for frame in self.frames.all:
            for graph in frame.graphs:
                for start, relation, end, status in self._ties(graph):
                    new = Link(number=len(self.links), start=start, relation=relation, end=end)
                    link = self.links.setdefault((start, relation, end), new)
                    if not link.shown >> frame.number & 1:  # of two graphs the newer counts
                        link.statuses.add(status, 1 << frame.number)
                    link.shown |= 1 << frame.number
        for link in self.links.values():
            link.new, link.gone = self._changed_frames(link.shown)

    def _ties(self, graph: GovernanceGraph) -> Iterator[tuple[str, str, str, str]]:
        """Relations and seats between bodies, each with what is written at it: its status, the rank of a line."""
        key = self.frames.box_key
        for tie in graph.ties:
            yield key(graph, tie.body), tie.relation, key(graph, tie.to), tie_marks(graph, tie)
        there = set(graph.bodies)
        for body in graph.bodies:
            for presence in graph.voice.presences_on(body):
                step = presence.step
                vacant = isinstance(presence.part, Seat) and presence.part.vacant
                if step.relation in style.SEATS and not step.people and not vacant and step.start in there:
                    yield key(graph, step.start), step.relation, key(graph, body), ""

    def _changed_frames(self, shown: int) -> tuple[int, int]:
        """The frames in which something is new, and in which it is gone, from those in which it stands."""
        new = gone = 0
        for moment in self.frames.moments:
            before, after = (self.frames.mask(moment, side) & shown for side in (Side.BEFORE, Side.AFTER))
            if moment.before is not None and bool(before) != bool(after):
                sides = self.frames.mask(moment, Side.BOTH, Side.AFTER if after else Side.BEFORE)
                new, gone = (new | sides, gone) if after else (new, gone | sides)
        return new, gone

    def _add_findings(self) -> None:
        for moment in self.frames.moments:
            for finding in moment.report_before.findings if moment.report_before else ():
                self._add_finding(finding, self.frames.mask(moment, Side.BEFORE), before=True)
            report = moment.report
            for finding in report.findings if report else ():
                self._add_finding(finding, self.frames.mask(moment, Side.AFTER, Side.BOTH))
            for finding, why in report.against.gone if report and report.against else ():
                self._add_finding(finding, self.frames.mask(moment, Side.BOTH), GONE[why])

    def _add_finding(self, finding: Finding, frames: int, gone: str = "", *, before: bool = False) -> None:
        where = gone or ("before" if before else "")
        key = (finding.key, finding.message, finding.severity, finding.certainty, finding.witness, where)
        if key not in self.findings:
            bodies = tuple(self._body_key(body, old=bool(where)) for body in finding.bodies)
            self.findings[key] = SceneFinding(
                number=len(self.findings), finding=finding, bodies=bodies, gone=gone, before=before
            )
        self.findings[key].shown |= frames

    def _body_key(self, body: str, *, old: bool) -> str:
        return body_key(self.frames, body, old=old)

    @cached_property
    def _findings_of(self) -> dict[str, list[SceneFinding]]:
        """The findings that set marks, by body: those that are there, and that no waiver covers."""
        by_body: dict[str, list[SceneFinding]] = {}
        for item in self.findings.values():
            for body in item.bodies if item.finding.waiver is None and not item.gone else ():
                by_body.setdefault(body, []).append(item)
        return by_body

    def _fill(self, frame: Frame, box: Box, graph: GovernanceGraph, body: str) -> None:
        bit = 1 << frame.number
        traced, record = self._record(graph, body)
        change = self._change(frame, box)
        details = (record.kind, *filter(None, (record.status, change)), *record.answers_outside)
        box.texts.add(BoxText(record.name, details), bit)
        box.records.add(record, bit)
        old_parts = self._parts_before(frame, box)
        for group, part in self._parts(graph, record).items():
            old = old_parts.get(group, part)
            shown = part if old == part else part._replace(words=f"{part.words} (before: {old.words})")
            box.parts.setdefault(group, Variants()).add(shown, bit)
        sentences = [record.accessible_name, *([f"{change.capitalize()}."] if change else [])]
        mark = _mark([item for item in self._findings_of.get(box.key, ()) if item.shown & bit])
        if mark is not None:
            box.marks.add(mark, bit)
            sentences.append(f"{mark.total} finding{'' if mark.total == 1 else 's'}.")
        box.accessible_names.add(" ".join(sentences), bit)
        for voice in traced.voices:
            path = self._voice_path(graph, body, voice)
            if path:
                box.voices.setdefault(self._group_key(graph, voice.constituency), Variants()).add(path, bit)

    def _parts(self, graph: GovernanceGraph, record: BodyRecord) -> dict[str, Part]:
        return {self._group_key(graph, item.group): item.part for item in record.participation}

    def _parts_before(self, frame: Frame, box: Box) -> dict[str, Part]:
        """The part that each group took before, where a frame shows both; else nothing."""
        before = frame.moment.before
        body = self._keys_before[frame.moment.day].get(box.key) if frame.side is Side.BOTH else None
        return self._parts(before, self._record(before, body)[1]) if before and body else {}

    @cached_property
    def _keys_before(self) -> dict[date, dict[str, str]]:
        """The bodies before, by the ids under which they are drawn, by day."""
        graphs = {moment.day: moment.before for moment in self.frames.moments if moment.before is not None}
        return {day: {self.frames.box_key(graph, body): body for body in graph.bodies} for day, graph in graphs.items()}

    def _record(self, graph: GovernanceGraph, body: str) -> tuple[Trace, BodyRecord]:
        key = (id(graph), body)
        if key not in self.records:
            traced = trace(graph, body)
            self.records[key] = (traced, body_record(graph, traced, with_names=self.with_names))
        return self.records[key]

    def _change(self, frame: Frame, box: Box) -> str:
        bit = 1 << frame.number
        if box.new & bit:
            return "new"
        if box.gone & bit:
            return "gone after"
        return "changed" if box.key in self._changed[frame.moment.day] else ""

    @cached_property
    def _changed(self) -> dict[date, set[str]]:
        """The bodies of which some statement differs, by day."""
        against = {item.day: item.report.against if item.report else None for item in self.frames.moments}
        return {
            day: {self._body_key(change.body, old=False) for change in base.changes if change.body} if base else set()
            for day, base in against.items()
        }

    def _voice_path(self, graph: GovernanceGraph, body: str, voice: ConstituencyVoice) -> tuple[int, ...]:
        """The links along which the voice of a group reaches a body, or comes nearest to it."""
        on = body if voice.standing.has_seat or voice.standing.attends else voice.nearest_below
        steps = list(voice.way_up) if on != body else []
        if on is not None:
            standing = graph.voice.standing(on, voice.constituency)
            steps += [presence.step for presence in (*standing.seats, *standing.attends)]
        key = self.frames.box_key
        ties = [
            (key(graph, step.start), step.relation, key(graph, step.end))
            for step in steps
            if step.start is not None and not step.people
        ]
        return tuple(dict.fromkeys(self.links[tie].number for tie in ties if tie in self.links))


def _mark(items: list[SceneFinding]) -> FindingMark | None:
    if not items:
        return None
    gravest = min((item.finding.severity for item in items), key=lambda severity: severity.rank)
    stated = any(item.finding.severity is gravest and item.finding.certainty is Certainty.STATED for item in items)
    return FindingMark(gravest, len(items), stated)
