"""The picture of the desk: the diagram of the board-pack page, drawn from the report that is there already."""

from dataclasses import replace
from string import printable

from govgraph.desk.protocol import Picture
from govgraph.diagram.frames import Frames, Moment
from govgraph.diagram.layout.again import Laid, lay_out_again
from govgraph.diagram.layout.layout import MAX_LINKS, lay_out
from govgraph.diagram.page import diagram_section
from govgraph.diagram.scene_builder import Records, build_scene
from govgraph.diagram.view import View, texts_in
from govgraph.engine import Run
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure
from govgraph.model.faults import InputError, input_error
from govgraph.pipeline import build
from govgraph.showing import MAX_GROUPS

_USUAL_LETTERS = frozenset(filter(str.isprintable, printable))
"""Letters that every picture has in its font, so that the font is the same from one picture to the next."""
_MAX_BODIES = 600
"""So many bodies can be drawn anew after each edit; to draw more would keep everything else waiting."""


class Sketch:
    """The picture of what is open, drawn again and again: what was drawn before stays where it is, as far as it can."""

    def __init__(self) -> None:
        self._laid: Laid | None = None
        self._opened: GovernanceGraph | None = None
        self._records: Records = {}
        self._letters = _USUAL_LETTERS

    def forget(self) -> None:
        """Let the next picture be laid out anew."""
        self._laid = None

    def draw(self, structure: Structure, run: Run | None, opened: Structure | None, revision: int) -> Picture:
        """The picture of a structure on the day of its report.

        Args:
            structure: what is drawn.
            run: its report, made against `opened` where that is given; None where nothing could be checked.
            opened: what was opened, where something was changed since: the picture then shows what is new and gone.
            revision: the number of the state that it shows.

        Raises InputError where there is nothing to draw, or more than anybody could read.

        """
        moment = self._with_known_graph(_moment(structure, run, opened))
        _refuse_too_much(moment)
        if not moment.after.bodies and not (moment.before and moment.before.bodies):
            raise input_error(f"There is nothing to draw yet: no body is in place on {moment.day}.")
        scene = build_scene(Frames([moment]), records=self._records)
        if len(scene.links) > MAX_LINKS:
            raise _too_much(f"{len(scene.links):,} relations and seats", MAX_LINKS)
        self._records = {graph: known for graph, known in self._records.items() if graph is self._opened}
        layout = lay_out(scene) if self._laid is None else lay_out_again(scene, self._laid)
        self._laid = Laid(scene, layout)
        view = View(scene, layout)
        self._letters |= {letter for text in texts_in(view) for letter in text}
        section = diagram_section(view, "".join(sorted(self._letters)))
        return Picture(
            revision=revision,
            html=section.html,
            data=section.data,
            look=section.look,
            compared=moment.before is not None,
        )

    def _with_known_graph(self, moment: Moment) -> Moment:
        """The day, with the graph of what was opened that was drawn before, if it is the same: its words are there."""
        graph, known = moment.before or moment.after, self._opened
        if known is None or not _are_alike(graph, known):
            self._opened = graph
            return moment
        return replace(moment, after=known) if moment.before is None else replace(moment, before=known)


def _are_alike(graph: GovernanceGraph, other: GovernanceGraph) -> bool:
    """Whether two graphs look in the same way at the very same structure."""
    ways = ((one.as_of, one.view, one.constituencies) for one in (graph, other))
    return graph.structure is other.structure and next(ways) == next(ways)


def picture_of(structure: Structure, run: Run | None, opened: Structure | None, revision: int) -> Picture:
    """The picture of a structure, laid out anew; see `Sketch.draw`."""
    return Sketch().draw(structure, run, opened, revision)


def _refuse_too_much(moment: Moment) -> None:
    """Raise InputError where there are more bodies or groups than anybody could see in a picture, or wait for."""
    for number, most, noun in (
        (len(moment.after.bodies), _MAX_BODIES, "bodies"),
        (len(moment.after.constituencies), MAX_GROUPS, "groups of people"),
    ):
        if number > most:
            raise _too_much(f"{number:,} {noun}", most)


def _too_much(what: str, most: int) -> InputError:
    return input_error(f"{what} are too many for the picture, which shows at most {most:,}. The tables show them all.")


def _moment(structure: Structure, run: Run | None, opened: Structure | None) -> Moment:
    """The day that is drawn: that of the report, or of the structure itself where nothing could be checked."""
    if run is not None:
        return Moment.of(run)
    graph = build(structure)
    before = None if opened is None else build(opened, as_of=graph.as_of, view=graph.view)
    return Moment(day=graph.as_of, after=graph, before=before, silence="Nothing could be checked.")
