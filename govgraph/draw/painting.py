"""From frames to a scene: what stands in which of them, and what is said of it there."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from govgraph.draw import look
from govgraph.draw.frames import Frame, Frames, Moment, Side, Varying
from govgraph.draw.scene import Box, Face, Found, Link, Mark, Scene
from govgraph.draw.telling import Record, Teller, unsettled
from govgraph.findings import Certainty, Finding
from govgraph.graph import GovernanceGraph, Trace, trace
from govgraph.model import Seat
from govgraph.model.called import plain_name
from govgraph.words import GONE, Part

Seen = tuple[GovernanceGraph, str]
"""A body as one graph has it."""


def paint(frames: Frames, *, with_names: bool = False) -> Scene:
    """The scene of all frames: each body, link and finding once, with the frames in which it stands."""
    return _Painter(frames, Teller(with_names=with_names)).scene()


class _Painter:
    def __init__(self, frames: Frames, teller: Teller) -> None:
        self.frames = frames
        self.teller = teller
        self.boxes: dict[str, Box] = {}
        self.links: dict[tuple[str, str, str], Link] = {}
        self.found: dict[tuple[object, ...], Found] = {}
        self.told: dict[tuple[int, str], tuple[Trace, Record]] = {}

    def scene(self) -> Scene:
        self._find_links()
        self._find_findings()
        for frame in self.frames.all:
            for key, seen in self._bodies(frame).items():
                self._add(frame, key, seen)
        for box in self.boxes.values():
            box.new, box.gone = self._turned(box.shown)
        for frame in self.frames.all:
            for key, seen in self._bodies(frame).items():
                self._fill(frame, self.boxes[key], seen)
        for box in self.boxes.values():
            box.name = (box.faces.at(self.frames.first) or box.faces.contents[-1]).name
        ordered = sorted(self.boxes.values(), key=lambda box: (box.name.casefold(), box.name, box.key))
        for number, box in enumerate(ordered):
            box.number = number
        return Scene(
            frames=self.frames,
            boxes={box.key: box for box in ordered},
            links=tuple(self.links.values()),
            found=tuple(self.found.values()),
            people={group: self.people[group] for group in sorted(self.people, key=self.people.__getitem__)},
        )

    @cached_property
    def people(self) -> dict[str, str]:
        found = {}
        for moment in self.frames.moments:
            for graph in filter(None, (moment.before, moment.after)):
                for group in graph.constituencies:
                    found[self._group(graph, group)] = graph.structure.constituencies[group].name
        return found

    def _group(self, graph: GovernanceGraph, group: str) -> str:
        """The id of a group after, for one that has the same name under another id before."""
        if graph is self.frames.main.after or group in self.frames.main.after.structure.constituencies:
            return group
        name = plain_name(graph.structure.constituencies[group].name)
        known = self.frames.main.after.structure.constituencies.items()
        return next((key for key, one in known if plain_name(one.name) == name), group)

    def _bodies(self, frame: Frame) -> dict[str, Seen]:
        """The bodies of a frame; where two graphs have one, the newer tells of it."""
        return {
            self.frames.key(graph, body): (graph, body) for graph in reversed(frame.graphs) for body in graph.bodies
        }

    def _add(self, frame: Frame, key: str, seen: Seen) -> None:
        graph, body = seen
        if key not in self.boxes:
            self.boxes[key] = Box(key=key)
        stated, box = graph.body(body), self.boxes[key]
        box.shown |= 1 << frame.number
        box.kinds.add(stated.kind, 1 << frame.number)
        box.levels.update(stated.level)

    def _find_links(self) -> None:
        for frame in self.frames.all:
            for graph in frame.graphs:
                for start, relation, end, settled in self._ties(graph):
                    name = (start, relation, end)
                    if name not in self.links:
                        self.links[name] = Link(number=len(self.links), start=start, relation=relation, end=end)
                    if not self.links[name].shown >> frame.number & 1:  # of two graphs the newer tells
                        self.links[name].settled.add(settled, 1 << frame.number)
                    self.links[name].shown |= 1 << frame.number
        for link in self.links.values():
            link.new, link.gone = self._turned(link.shown)

    def _ties(self, graph: GovernanceGraph) -> Iterator[tuple[str, str, str, str]]:
        """Relations and seats between bodies, each with how settled it is, where that is less than its body."""
        for tie in graph.ties:
            settled = unsettled(graph, tie)
            yield self.frames.key(graph, tie.body), tie.relation, self.frames.key(graph, tie.to), settled
        there = set(graph.bodies)
        for body in graph.bodies:
            for presence in graph.voice.everybody_on(body):
                step = presence.step
                vacant = isinstance(presence.part, Seat) and presence.part.vacant
                if step.relation in look.SEATS and not step.people and not vacant and step.start in there:
                    yield self.frames.key(graph, step.start), step.relation, self.frames.key(graph, body), ""

    def _turned(self, shown: int) -> tuple[int, int]:
        """The frames in which something is new, and in which it is gone, from those in which it stands."""
        new = gone = 0
        for moment in self.frames.moments:
            before, after = (self.frames.of(moment, side) & shown for side in (Side.BEFORE, Side.AFTER))
            if moment.before is not None and bool(before) != bool(after):
                sides = self.frames.of(moment, Side.BOTH, Side.AFTER if after else Side.BEFORE)
                new, gone = (new | sides, gone) if after else (new, gone | sides)
        return new, gone

    def _find_findings(self) -> None:
        for moment in self.frames.moments:
            if moment.report_before is not None:
                for finding in moment.report_before.findings:
                    self._find(finding, self.frames.of(moment, Side.BEFORE), before=True)
            report = moment.report
            if report is None:
                continue
            for finding in report.findings:
                self._find(finding, self.frames.of(moment, Side.AFTER, Side.BOTH))
            for one in report.against.gone if report.against else ():
                self._find(one.finding, self.frames.of(moment, Side.BOTH), GONE[one.why])

    def _find(self, finding: Finding, frames: int, gone: str = "", *, before: bool = False) -> None:
        where = gone or ("before" if before else "")
        name = (finding.key, finding.message, finding.severity, finding.certainty, finding.witness, where)
        if name not in self.found:
            old = bool(gone) or before
            bodies = tuple(self._key(body, old=old) for body in finding.bodies)
            self.found[name] = Found(number=len(self.found), finding=finding, bodies=bodies, gone=gone, before=before)
        self.found[name].shown |= frames

    def _key(self, body: str, *, old: bool) -> str:
        """Under which id a body is drawn; an id that both structures use is the newer's, unless `old` says not."""
        taken = not old and body in self.frames.main.after.structure.bodies
        return body if taken else self.frames.renamed.get(body, body)

    @cached_property
    def _found_of(self) -> dict[str, list[Found]]:
        found: dict[str, list[Found]] = {}
        for one in self.found.values():
            for body in one.bodies:
                found.setdefault(body, []).append(one)
        return found

    def _fill(self, frame: Frame, box: Box, seen: Seen) -> None:
        bit = 1 << frame.number
        traced, record = self._tell(seen)
        word = self._word(frame, box)
        under = (record.kind, *filter(None, (record.status, word)), *record.leaves)
        box.faces.add(Face(record.name, under), bit)
        box.records.add(record, bit)
        parts = {self._group(seen[0], one.group): one.part for one in record.heard}
        was = self._parts_before(frame, box)
        for group, part in parts.items():
            old = was.get(group, part)
            told = part if old == part else part._replace(words=f"{part.words} (before: {old.words})")
            box.parts.setdefault(group, Varying()).add(told, bit)
        mark = _mark(one for one in self._found_of.get(box.key, ()) if one.shown & bit and _weighs(one))
        if mark is not None:
            box.marks.add(mark, bit)
        counted = f"{mark.number} finding{'' if mark.number == 1 else 's'}." if mark else ""
        box.spoken.add(" ".join(filter(None, (record.spoken, f"{word.capitalize()}." if word else "", counted))), bit)
        for heard in traced.heard:
            ways = self._ways(seen[0], traced.body, heard.constituency, traced)
            if ways:
                box.voices.setdefault(self._group(seen[0], heard.constituency), Varying()).add(ways, bit)

    def _parts_before(self, frame: Frame, box: Box) -> dict[str, Part]:
        """The part that each group took before, where a frame shows both; else nothing."""
        before = frame.moment.before
        if before is None or frame.side is not Side.BOTH:
            return {}
        old = self._ids_before[frame.moment.day].get(box.key)
        if old is None:
            return {}
        _, record = self._tell((before, old))
        return {self._group(before, one.group): one.part for one in record.heard}

    @cached_property
    def _ids_before(self) -> dict[date, dict[str, str]]:
        """The bodies before, by the ids under which they are drawn, by day."""
        graphs = {moment.day: moment.before for moment in self.frames.moments if moment.before is not None}
        return {day: {self.frames.key(graph, body): body for body in graph.bodies} for day, graph in graphs.items()}

    def _tell(self, seen: Seen) -> tuple[Trace, Record]:
        graph, body = seen
        name = (id(graph), body)
        if name not in self.told:
            traced = trace(graph, body)
            self.told[name] = (traced, self.teller.record(graph, traced))
        return self.told[name]

    def _word(self, frame: Frame, box: Box) -> str:
        bit = 1 << frame.number
        if box.new & bit:
            return "new"
        if box.gone & bit:
            return "gone after"
        return "changed" if self._is_changed(frame.moment, box.key) else ""

    def _is_changed(self, moment: Moment, key: str) -> bool:
        return key in self._changed.get(moment.day, ())

    @cached_property
    def _changed(self) -> dict[date, set[str]]:
        """The bodies of which some statement differs, by day."""
        found: dict[date, set[str]] = {}
        for moment in self.frames.moments:
            against = moment.report.against if moment.report else None
            bodies = {change.body for change in against.changes if change.body} if against else set()
            found[moment.day] = {self._key(body, old=False) for body in bodies}
        return found

    def _ways(self, graph: GovernanceGraph, body: str, group: str, traced: Trace) -> tuple[int, ...]:
        """The links along which the voice of a group reaches a body, or comes nearest to it."""
        heard = next(one for one in traced.heard if one.constituency == group)
        on = body if heard.standing.has_seat or heard.standing.attends else heard.nearest_below
        steps = list(heard.way_up) if on != body else []
        if on is not None:
            standing = graph.voice.standing(on, group)
            steps += [presence.step for presence in (*standing.seats, *standing.attends)]
        key = self.frames.key
        names = [
            (key(graph, step.start), step.relation, key(graph, step.end))
            for step in steps
            if step.start is not None and not step.people
        ]
        return tuple(dict.fromkeys(self.links[name].number for name in names if name in self.links))


def _weighs(found: Found) -> bool:
    """Whether a finding sets a mark: it is there, and no waiver covers it."""
    return found.finding.waiver is None and not found.gone


def _mark(found: Iterable[Found]) -> Mark | None:
    ordered = sorted(found, key=lambda one: one.finding.severity.rank)
    if not ordered:
        return None
    heaviest = ordered[0].finding.severity
    alike = [one for one in ordered if one.finding.severity is heaviest]
    stated = any(one.finding.certainty is Certainty.STATED for one in alike)
    return Mark(heaviest, len(ordered), stated)
