"""The scene of a drawing from its frames: what stands in which of them, with its texts there."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from govgraph.diagram import style
from govgraph.diagram.body_record import BodyRecord, ParticipationText, body_record, tie_marks
from govgraph.diagram.frames import Frame, Frames, Side, Variants
from govgraph.diagram.scene import (
    Box,
    BoxText,
    Change,
    GroupPart,
    Link,
    Scene,
    draw_seats,
)
from govgraph.diagram.scene_findings import Found, FoundOnBodies, body_key, fact_mark, scene_findings
from govgraph.diagram.seat_words import Chair, roles_together, seats_held
from govgraph.graph import ConstituencyVoice, GovernanceGraph, Presence, Standing, Trace, trace
from govgraph.graph.kernels import grouped
from govgraph.language import plural
from govgraph.model import Seat
from govgraph.model.scalars import plain_name

Records = dict[GovernanceGraph, dict[str, tuple[Trace, BodyRecord]]]
"""The bodies of graphs in words, as far as they were asked for."""


def build_scene(frames: Frames, *, with_names: bool = False, records: Records | None = None) -> Scene:
    """The scene of all frames: each body, link and finding once, with the frames in which it stands.

    `records` is filled with the records of bodies; those that are in it already are not made again.
    """
    return _SceneBuilder(frames, {} if records is None else records, with_names=with_names).scene()


class _Tie(NamedTuple):
    """A relation, or the seats of one body on another, as it is drawn."""

    start: str
    relation: str
    end: str
    words: str
    groups: tuple[str, ...] = ()


class _SceneBuilder:
    def __init__(self, frames: Frames, records: Records, *, with_names: bool) -> None:
        self.frames = frames
        self.with_names = with_names
        self.boxes: dict[str, Box] = {}
        self.links: dict[tuple[str, str, str], Link] = {}
        self.records = records
        self.found = FoundOnBodies(frames)

    def scene(self) -> Scene:
        self._add_links()
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
        draw_seats(self.boxes, self.links.values())
        ordered = sorted(self.boxes.values(), key=lambda box: (box.name.casefold(), box.name, box.key))
        for number, box in enumerate(ordered):
            box.number = number
        return Scene(
            frames=self.frames,
            boxes={box.key: box for box in ordered},
            links=tuple(self.links.values()),
            findings=scene_findings(self.frames),
            groups=self._groups,
        )

    @cached_property
    def _groups(self) -> dict[str, str]:
        """The groups of people of all graphs with their names, in the order of their files."""
        names: dict[str, str] = {}
        for moment in (self.frames.main, *self.frames.moments):
            for graph in filter(None, (moment.after, moment.before)):
                asked_about = set(graph.constituencies)
                for group, stated in graph.structure.constituencies.items():
                    if group in asked_about:
                        names.setdefault(self._group_key(graph, group), stated.name)
        return names

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
                for tie in self._ties(graph):
                    new = Link(number=len(self.links), start=tie.start, relation=tie.relation, end=tie.end)
                    link = self.links.setdefault((tie.start, tie.relation, tie.end), new)
                    if not link.shown >> frame.number & 1:  # of two graphs the newer counts
                        link.statuses.add(tie.words, 1 << frame.number)
                    link.shown |= 1 << frame.number
                    link.groups = tuple(group for group in self._groups if group in {*link.groups, *tie.groups})
        for link in self.links.values():
            link.new, link.gone = self._changed_frames(link.shown)

    def _ties(self, graph: GovernanceGraph) -> Iterator[_Tie]:
        """Relations and seats between bodies, each with what is written at it: its status, rank or role, its end."""
        key = self.frames.box_key
        for tie in graph.ties:
            yield _Tie(key(graph, tie.body), tie.relation, key(graph, tie.to), tie_marks(graph, tie))
        there = set(graph.bodies)
        for body in graph.bodies:
            together = roles_together(graph.voice.membership(body))
            held = (seat for seat in graph.voice.members_and_attendees(body) if seat.part.holder in there)
            for holder, seats in grouped((str(seat.part.holder), seat) for seat in held).items():
                sits = any(not seat.part.role.attends_only for seat in seats)
                statuses = [seat.status for seat in seats]
                words = seats_held([seat.part for seat in seats], graph.status(body), statuses, together)
                relation = "sits_on" if sits else "attends"
                yield _Tie(key(graph, holder), relation, key(graph, body), words, self._spoken_for(graph, seats))

    def _spoken_for(self, graph: GovernanceGraph, seats: Iterable[Presence[Seat]]) -> tuple[str, ...]:
        """The groups of people on whose behalf seats are held: those they name, else those the holder speaks for."""
        people = graph.structure.constituencies.items()
        own = {
            group
            for seat in seats
            for group, stated in people
            if group == seat.part.on_behalf_of
            or (seat.part.on_behalf_of is None and seat.part.holder in stated.represented_by)
        }
        return tuple(self._group_key(graph, group) for group in own)

    def _changed_frames(self, shown: int) -> tuple[int, int]:
        """The frames in which something is new, and in which it is gone, from those in which it stands."""
        new = gone = 0
        for moment in self.frames.moments:
            before, after = (self.frames.mask(moment, side) & shown for side in (Side.BEFORE, Side.AFTER))
            if moment.before is not None and bool(before) != bool(after):
                sides = self.frames.mask(moment, Side.BOTH, Side.AFTER if after else Side.BEFORE)
                new, gone = (new | sides, gone) if after else (new, gone | sides)
        return new, gone

    def _fill(self, frame: Frame, box: Box, graph: GovernanceGraph, body: str) -> None:
        bit = 1 << frame.number
        traced, record = self._record(graph, body)
        change = self._change(frame, box)
        about = (record.kind_beside_name, record.status, record.until, change)
        box.texts.add(BoxText(record.name, (*filter(None, about), *record.answers_outside)), bit)
        box.records.add(record, bit)
        found = self.found.on(frame, box.key)
        for group, part in self._parts(frame, box, (graph, body), found).items():
            box.parts.setdefault(group, Variants()).add(part, bit)
        sentences = [record.accessible_name, *([f"{change.capitalize()}."] if change else [])]
        chair = self._chair(frame, box, record)
        if chair is not None:
            box.chairs.add(chair, bit)
        if found.facts:
            box.facts.add(fact_mark(found.facts), bit)
            sentences.append(f"{plural(len(found.facts), 'problem')}.")
        if found.questions:
            box.questions.add(found.questions, bit)
            sentences.append(f"{plural(found.questions, 'question')} the file does not answer.")
        box.accessible_names.add(" ".join(sentences), bit)
        for voice in traced.voices:
            path = self._voice_path(graph, body, voice)
            if path:
                box.voices.setdefault(self._group_key(graph, voice.constituency), Variants()).add(path, bit)

    def _parts(self, frame: Frame, box: Box, stated: tuple[GovernanceGraph, str], found: Found) -> dict[str, GroupPart]:
        """The part that each group takes; where a frame shows both structures also what it was, if that differs."""
        graph, body = stated
        wrong = self._groups_wronged(box, found, old=frame.side is Side.BEFORE)
        earlier = self._stated_before(frame, box)
        old_parts = self._participation(*earlier) if earlier else ()
        known = {self._group_key(earlier[0], old.group): old for old in old_parts} if earlier else {}
        parts = {}
        for item in self._participation(graph, body):
            group = self._group_key(graph, item.group)
            words, change = item.part.words, Change.NONE
            old = known.get(group, item)
            if earlier and old.part != item.part:
                words = f"{words} (before: {old.part.words})"
                sides = ((earlier, old.group), (stated, item.group))
                change = _group_change(*(side[0].voice.standing(side[1], who) for side, who in sides))
            parts[group] = GroupPart(words, item.part.amount, group in wrong, change)
        return parts

    def _chair(self, frame: Frame, box: Box, record: BodyRecord) -> Chair | None:
        """Who chairs a body; where a frame shows both structures also who did, if that differs."""
        earlier = self._stated_before(frame, box)
        old = self._record(*earlier)[1].chair if earlier else record.chair
        if record.chair is None or old is None or old == record.chair:
            return record.chair
        return record.chair._replace(words=f"{record.chair.words} (before: {old.words.rpartition(': ')[2]})")

    def _groups_wronged(self, box: Box, found: Found, *, old: bool) -> set[str]:
        """The groups that facts about a body name, by the ids under which they are drawn."""
        moment = self.frames.main
        graph = moment.before if old and moment.before is not None else moment.after
        findings = (finding for item in found.facts for finding in item.findings)
        about = (each for each in findings if box.key in {body_key(self.frames, body, old=old) for body in each.bodies})
        return {self._group_key(graph, each.constituency) for each in about if each.constituency is not None}

    def _participation(self, graph: GovernanceGraph, body: str) -> tuple[ParticipationText, ...]:
        return self._record(graph, body)[1].participation

    def _stated_before(self, frame: Frame, box: Box) -> tuple[GovernanceGraph, str] | None:
        """The structure before and the body in it, where a frame shows both; else nothing."""
        before = frame.moment.before
        body = self._keys_before[frame.moment.day].get(box.key) if frame.side is Side.BOTH else None
        return (before, body) if before is not None and body is not None else None

    @cached_property
    def _keys_before(self) -> dict[date, dict[str, str]]:
        """The bodies before, by the ids under which they are drawn, by day."""
        graphs = {moment.day: moment.before for moment in self.frames.moments if moment.before is not None}
        return {day: {self.frames.box_key(graph, body): body for body in graph.bodies} for day, graph in graphs.items()}

    def _record(self, graph: GovernanceGraph, body: str) -> tuple[Trace, BodyRecord]:
        known = self.records.setdefault(graph, {})
        if body not in known:
            traced = trace(graph, body)
            known[body] = (traced, body_record(graph, traced, with_names=self.with_names))
        return known[body]

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
            day: {body_key(self.frames, change.body, old=False) for change in base.changes if change.body}
            if base
            else set()
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
        # Who sits on a body and attends it has one link for both.
        ties = [
            (key(graph, step.start), relation, key(graph, step.end))
            for step in steps
            if step.start is not None and not step.people
            for relation in (style.SEATS if step.relation in style.SEATS else (step.relation,))
        ]
        return tuple(dict.fromkeys(self.links[tie].number for tie in ties if tie in self.links))


def _group_change(before: Standing, after: Standing) -> Change:
    """Whether a group takes less part than before, or more; a change that is neither is none."""
    if after.is_less_than(before):
        return Change.LOSS
    return Change.GAIN if before.is_less_than(after) else Change.NONE
