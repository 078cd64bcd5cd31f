"""What a structure looks like: one body told whole, who takes part where, a drawing, a paper for the board."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from govgraph.engine import Rule
from govgraph.formats import Base
from govgraph.graph import GovernanceGraph, Trace
from govgraph.graph import trace as trace_in
from govgraph.model import Structure, View
from govgraph.model.content import resolve_body
from govgraph.model.faults import input_error
from govgraph.pipeline import AS_THEY_ARE, NothingCheckedError, build, check
from govgraph.policy import Settings
from govgraph.render.measures import Measures
from govgraph.render.participation import ParticipationTable

if TYPE_CHECKING:
    from govgraph.board.paper import Paper
    from govgraph.board.sheet import Sheet
    from govgraph.diagram.drawing import Drawing

MAX_GROUPS = 50
"""The most groups of people whose part in each body a picture or a paper shows."""


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
    found = resolve_body(structure, body)
    _refuse_absent(graph, found)
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
    rules: Iterable[Rule] = (),
    focus: str | None = None,
    steps: int = 1,
    with_names: bool = False,
    frames: bool = False,
) -> "Drawing":
    """A structure as a drawing, with what the rules find, on every day on which something in it changes.

    `focus` is an id or a name: then only that body is drawn, and what is at most `steps` relations or seats away.
    `frames` sets a frame around the bodies of each organisation. See `check` for the other arguments. Names of people
    are told only where `with_names` asks for them. Laying out and writing need the extra `draw`.

    >>> import govgraph
    >>> drawing = govgraph.draw(govgraph.read_text("bodies: {board: {name: The Board, kind: board}}"))
    >>> "The Board" in drawing.svg()
    True
    """
    from govgraph.diagram.drawing import Drawing
    from govgraph.diagram.frames import Frames, Moment, days_of_change

    body = None if focus is None else resolve_body(structure, focus)

    def on(day: date | str | None) -> Moment:
        options: dict[str, Any] = {"against": against, "view": view, "only_for": only_for, "rules": rules}
        try:
            return Moment.of(check(structure, settings, as_of=day, **options))
        except NothingCheckedError as error:
            return Moment.of(error.run)

    main = on(as_of)
    _refuse_many_groups(main.after)
    if not main.after.bodies:
        raise input_error(
            f"There is nothing to draw: no body is in place on {main.day} in the view '{main.after.view}'."
        )
    if body is not None:
        _refuse_absent(main.after, body)
    base = against.structure if isinstance(against, Base) else against
    days, left_out = days_of_change(filter(None, (structure, base)), main.after.view, main.day)
    moments = Frames([main if day == main.day else on(day) for day in days], days.index(main.day))
    return Drawing(
        moments, focus=body, steps=steps, with_names=with_names, days_left_out=left_out, organisation_frames=frames
    )


def paper(  # noqa: PLR0913 - a front door too
    structure: Structure,
    settings: Settings = AS_THEY_ARE,
    *,
    against: Base | Structure | None = None,
    as_of: date | str | None = None,
    view: View | str | None = None,
    only_for: Sequence[str] = (),
    rules: Iterable[Rule] = (),
    board: str = "",
    meeting: str = "",
    date: str = "",
    author: str = "",
    full_annex: bool = False,
    measures: bool = False,
    with_names: bool = False,
) -> "Paper":
    """A board paper: what matters most, what is wrong, what the board is asked to decide, what the file does not say.

    See `check` for the arguments. `board`, `meeting`, `date` and `author` fill the title block, which else has blanks.
    The annex shows who takes part where, and how it was checked. `full_annex` adds every finding, every change and the
    tables of the structure, `measures` the structure in numbers. Names of people are in it only with `with_names`. What
    can be written of it needs extras: `word` for Word, `pdf` for PDF, `draw` for HTML.

    >>> import govgraph
    >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
    >>> paper = govgraph.paper(govgraph.read_text(text), as_of="2022-07-01", meeting="Spring meeting")
    >>> "Who sits on this body?" in paper.markdown()
    True
    """
    from govgraph.board.annex import AnnexOptions
    from govgraph.board.content import paper_of
    from govgraph.board.summary import TitleBlock
    from govgraph.diagram.drawing import Drawing  # `trace` needs none of what draws and writes
    from govgraph.diagram.frames import Frames, Moment

    run = check(structure, settings, against=against, as_of=as_of, view=view, only_for=only_for, rules=rules)
    moment = Moment.of(run)
    _refuse_many_groups(moment.after)
    drawing = Drawing(Frames([moment]), with_names=with_names)
    given = TitleBlock(board=board, meeting=meeting, date=date, author=author)
    options = AnnexOptions(full=full_annex, measures=measures, with_names=with_names)
    return paper_of(run, drawing, settings, given, options)


def sheet(
    structure: Structure,
    body: str,
    settings: Settings = AS_THEY_ARE,
    *,
    as_of: date | str | None = None,
    view: View | str | None = None,
    only_for: Sequence[str] = (),
    rules: Iterable[Rule] = (),
    with_names: bool = False,
) -> "Sheet":
    """What one body does, on one page for families: who sits there, who is heard, to whom it answers, how to reach it.

    `body` is an id, a name or another name; see `check` for the other arguments. Names of people are in it only with
    `with_names`. What can be written of it needs extras: `word` for Word, `pdf` for PDF, `draw` for HTML.

    >>> import govgraph
    >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
    >>> sheet = govgraph.sheet(govgraph.read_text(text), "The Board", as_of="2022-07-01")
    >>> sheet.title
    'What the Board does'
    """
    from govgraph.board.context import Context
    from govgraph.board.sheet import sheet_of
    from govgraph.diagram.drawing import Drawing  # `trace` needs none of what draws and writes
    from govgraph.diagram.frames import Frames, Moment

    found = resolve_body(structure, body)
    try:
        run = check(structure, settings, as_of=as_of, view=view, only_for=only_for, rules=rules)
    except NothingCheckedError as error:
        run = error.run
    moment = Moment.of(run)
    _refuse_many_groups(moment.after)
    _refuse_absent(moment.after, found)
    drawing = Drawing(Frames([moment]), focus=found, with_names=with_names)
    return sheet_of(Context.of(run, moment.after, settings), drawing, found, with_names=with_names)


def _refuse_absent(graph: GovernanceGraph, body: str) -> None:
    """Raise InputError where a body is not there on the day and in the view that are looked at."""
    if body not in graph.bodies:
        raise input_error(f"{graph.name(body)} is not in place on {graph.as_of} in the view '{graph.view}'.")


def _refuse_many_groups(graph: GovernanceGraph) -> None:
    """Raise InputError where nobody could read who takes part, and drawing it would fill all memory."""
    groups = len(graph.constituencies)
    if groups > MAX_GROUPS:
        raise input_error(
            f"The file has {groups:,} groups of people. A picture or a paper can show at most {MAX_GROUPS}: choose "
            "the groups to show with --for."
        )
