"""What a structure looks like: one body told whole, who takes part where, a drawing, a paper for the board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from govgraph.findings import Report
from govgraph.graph import GovernanceGraph, Trace
from govgraph.graph import trace as trace_in
from govgraph.graph.people import the_same_people
from govgraph.model import Structure, View
from govgraph.model.called import body_called, constituencies_called
from govgraph.model.faults import inform
from govgraph.pipeline import AS_THEY_ARE, NothingCheckedError, build, check
from govgraph.read import Base
from govgraph.settings import Settings
from govgraph.words import ParticipationTable
from govgraph.words.measuring import Measures

MAX_GROUPS = 50
"""The most groups of people whose part in each body a picture or a paper shows."""

if TYPE_CHECKING:
    from govgraph.draw.drawing import Drawing
    from govgraph.draw.frames import Moment
    from govgraph.paper.paper import Paper


def trace(structure: Structure, body: str, *, as_of: date | str | None = None, view: View | str | None = None) -> Trace:
    """The line of accountability of one body, and how the voice of each constituency reaches it.

    `body` is an id, a name or another name. Raises InputError where no body, or more than one, is called so.

    >>> import govgraph
    >>> structure = govgraph.read_text("bodies: {board: {name: The Board, kind: board, reports_to: council}, "
    ...     "council: {name: The Council, kind: organisation, accountable_to: the electors}}")
    >>> [step.end for step in govgraph.trace(structure, "The Board", as_of="2022-07-01").steps]
    ['council']
    """
    graph = build(structure, as_of=as_of, view=view)
    found = body_called(structure, body)
    if found not in graph.bodies:
        raise inform(f"{structure.bodies[found].name} is not in force on {graph.as_of} in the view '{graph.view}'.")
    return trace_in(graph, found)


def participation(
    structure: Structure,
    *,
    as_of: date | str | None = None,
    view: View | str | None = None,
    only_for: Sequence[str] = (),
) -> ParticipationTable:
    """How each group of people takes part in each governance body; see `check` for the arguments.

    >>> import govgraph
    >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
    >>> table = govgraph.participation(govgraph.read_text(text), as_of="2022-07-01")
    >>> [(row.body, row.constituency, row.part.words) for row in table.rows()]
    [('board', 'parents', 'not stated')]
    """
    return ParticipationTable(build(structure, as_of=as_of, view=view, constituencies=only_for or None))


def measures(
    structure: Structure,
    *,
    as_of: date | str | None = None,
    view: View | str | None = None,
    only_for: Sequence[str] = (),
) -> Measures:
    """A structure in numbers: votes and voting power, steps to the nearest seat, span and shape; see `check`.

    >>> import govgraph
    >>> text = "bodies: {board: {name: The Board, kind: board, reports_to: c}, c: {name: C, kind: organisation}}"
    >>> govgraph.measures(govgraph.read_text(text), as_of="2022-07-01").shape.layers
    2
    """
    return Measures(build(structure, as_of=as_of, view=view, constituencies=only_for or None))


def draw(  # noqa: PLR0913 - a front door too
    structure: Structure,
    settings: Settings = AS_THEY_ARE,
    *,
    against: Base | Structure | None = None,
    as_of: date | str | None = None,
    view: View | str | None = None,
    only_for: Sequence[str] = (),
    focus: str | None = None,
    steps: int = 1,
    with_names: bool = False,
) -> "Drawing":
    """A structure as a drawing, with what the rules find, on every day on which something in it changes.

    `focus` is an id or a name: then only that body is drawn, and what is at most `steps` relations or seats away. See
    `check` for the other arguments. Names of people are told only where `with_names` asks for them. Laying out and
    writing need the extra `draw`.

    >>> import govgraph
    >>> drawing = govgraph.draw(govgraph.read_text("bodies: {board: {name: The Board, kind: board}}"))
    >>> "The Board" in drawing.svg()
    True
    """
    from govgraph.draw.days import days_of_change  # noqa: PLC0415 - `trace` needs none of what draws
    from govgraph.draw.drawing import Drawing  # noqa: PLC0415
    from govgraph.draw.frames import Frames  # noqa: PLC0415

    look = _Looking(structure, settings, against, view or structure.looked_at, only_for)
    body = None if focus is None else body_called(structure, focus)
    main = look.at(as_of)
    _refuse_many_groups(main.after)
    if not main.after.bodies:
        raise inform(f"There is nothing to draw: no body is in force on {main.day} in the view '{main.after.view}'.")
    if body is not None and body not in main.after.bodies:
        raise inform(f"{structure.bodies[body].name} is not in force on {main.day} in the view '{main.after.view}'.")
    days, left_out = days_of_change(filter(None, (structure, look.base)), main.after.view, main.day)
    frames = Frames([main if day == main.day else look.at(day) for day in days], days.index(main.day))
    return Drawing(frames, focus=body, steps=steps, with_names=with_names, days_left_out=left_out)


def paper(
    structure: Structure,
    settings: Settings = AS_THEY_ARE,
    *,
    against: Base | Structure | None = None,
    as_of: date | str | None = None,
    view: View | str | None = None,
    only_for: Sequence[str] = (),
    with_names: bool = False,
) -> "Paper":
    """A board paper: the verdict in three sentences, what to do, what was found and how we know, who takes part where.

    See `check` for the arguments. Names of people are told only where `with_names` asks for them. What can be written
    of it needs extras: `word` for Word, `pdf` for PDF, `draw` for HTML.

    >>> import govgraph
    >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
    >>> paper = govgraph.paper(govgraph.read_text(text), as_of="2022-07-01")
    >>> "No seat on The Board is stated for Parent carers" in paper.markdown()
    True
    """
    from govgraph.draw.drawing import Drawing  # noqa: PLC0415 - `trace` needs none of what draws and writes
    from govgraph.draw.frames import Frames, moment_of  # noqa: PLC0415
    from govgraph.paper.content import paper_of  # noqa: PLC0415

    report = check(structure, settings, against=against, as_of=as_of, view=view, only_for=only_for)
    moment = moment_of(report)
    _refuse_many_groups(moment.after)
    drawing = Drawing(Frames([moment]), with_names=with_names)
    return paper_of(report, drawing, settings, with_names=with_names)


def _refuse_many_groups(graph: GovernanceGraph) -> None:
    """Raise InputError where nobody could read who takes part, and drawing it would fill all memory."""
    groups = len(graph.constituencies)
    if groups > MAX_GROUPS:
        raise inform(
            f"The file has {groups:,} groups of people. A picture or a paper can show at most {MAX_GROUPS}: choose "
            "the groups to show with --for."
        )


@dataclass(frozen=True)
class _Looking:
    """What stays the same while a structure is looked at day by day."""

    structure: Structure
    settings: Settings
    against: Base | Structure | None
    view: View | str
    only_for: Sequence[str]

    @property
    def base(self) -> Structure | None:
        """The structure before."""
        return self.against.structure if isinstance(self.against, Base) else self.against

    def at(self, day: date | str | None) -> "Moment":
        """One day: both structures then, and what the rules find in each."""
        from govgraph.draw.frames import Moment  # noqa: PLC0415

        report, silence = self._asked(self.structure, day, self.settings, self.against, self.only_for)
        chosen = constituencies_called(self.structure, self.only_for or self.settings.constituencies)
        after = build(self.structure, as_of=day, view=self.view, constituencies=chosen or None)
        if self.base is None:
            return Moment(day=after.as_of, after=after, report=report, silence=silence)
        people = the_same_people(self.base, after)
        own = self.settings.model_copy(update={"waivers": (), "constituencies": people or ()})  # those are of the draft
        report_before, silence_before = self._asked(self.base, day, own)
        return Moment(
            day=after.as_of,
            after=after,
            before=build(self.base, as_of=day, view=self.view, constituencies=people),
            report=report,
            silence=silence,
            report_before=report_before,
            silence_before=silence_before,
        )

    def _asked(
        self,
        of: Structure,
        day: date | str | None,
        settings: Settings,
        against: Base | Structure | None = None,
        only_for: Sequence[str] = (),
    ) -> tuple[Report | None, str]:
        """What the rules find; None, and why, where nothing could be asked."""
        try:
            return check(of, settings, against=against, as_of=day, view=self.view, only_for=only_for), ""
        except NothingCheckedError as error:
            return None, str(error)
