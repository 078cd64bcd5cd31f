"""A drawing, ready to be written as a page, a picture or a paper."""

from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING

from govgraph import display
from govgraph.diagram.frames import Frames
from govgraph.diagram.scene import focused
from govgraph.diagram.scene_builder import build_scene
from govgraph.diagram.sizes import Size, canvases, size_named
from govgraph.language import either_of
from govgraph.model.faults import input_error

if TYPE_CHECKING:
    from govgraph.diagram.layout.layout import Layout
    from govgraph.diagram.view import View

_SIZED = (".svg", ".png", ".pdf")
_TRANSPARENT = (".svg", ".png")


class Drawing:
    """A structure, or two laid over one another, laid out once for each size.

    Args:
        frames: the days, each with its graph, the graph before, and what the rules found.
        focus: the id of a body: only it is drawn, and what is at most `steps` relations or seats away from it.
        with_names: whether names of people are shown.
        days_left_out: how many more days there are on which something changes.
        organisation_frames: whether a frame stands around the bodies of one organisation.

    """

    def __init__(
        self,
        frames: Frames,
        *,
        focus: str | None = None,
        steps: int = 1,
        with_names: bool = False,
        days_left_out: int = 0,
        organisation_frames: bool = False,
    ) -> None:
        self.frames = frames
        self.days_left_out = days_left_out
        self.organisation_frames = organisation_frames
        self._views: dict[tuple[float, float] | None, View] = {}
        whole = build_scene(frames, with_names=with_names)
        self.scene = whole if focus is None else focused(whole, focus, steps)

    @property
    def title(self) -> str:
        """The title of the structure that is drawn."""
        from govgraph.diagram.picture import drawing_title  # only where something is drawn

        return drawing_title(self.scene)

    @property
    def layout(self) -> "Layout":
        """Where everything stands. Raises ModuleNotFoundError without the extra `draw`."""
        return self.view.layout

    @property
    def view(self) -> "View":
        """The scene with its layout, as templates take them."""
        return self._view(None)

    def _view(self, size: Size | None) -> "View":
        """The scene laid out for a size, or for a screen."""
        room = None if size is None else canvases(size)[0].diagram
        if room not in self._views:
            from govgraph.diagram.layout.layout import lay_out
            from govgraph.diagram.view import View

            self._views[room] = View(self.scene, lay_out(self.scene, frames=self.organisation_frames, sheet=room))
        return self._views[room]

    def html(self) -> str:
        """The page: one file that loads nothing."""
        from govgraph.diagram.page import page  # only where a page is written

        return page(self.view, self.days_left_out)

    def svg(self, size: str | None = None, *, transparent: bool = False, bare: bool = False) -> str:
        """The picture with title, headline, legend, date and sources inside, and a text alternative.

        Args:
            size: where it is used: `slide` (16 to 9), `a4` (a column of an A4 page) or `poster` (A1). Without a size it
                is as large as it needs.
            transparent: whether it has no ground of its own.
            bare: whether it is the diagram alone, without any text around it. Then it has no size.

        Raises InputError where there is no such size.

        """
        from govgraph.diagram.picture import picture

        chosen = None if bare else self._size(size)
        return picture(self._view(chosen), chosen, transparent=transparent, bare=bare)

    def png(self, size: str | None = None, *, transparent: bool = False, bare: bool = False) -> bytes:
        """The picture in pixels; see `svg`."""
        from govgraph.diagram.picture import text_alternative
        from govgraph.diagram.sizes import resolution
        from govgraph.diagram.typeset import to_png

        svg, chosen = self.svg(size, transparent=transparent, bare=bare), None if bare else self._size(size)
        return to_png(svg, text_alternative(self.view), self.title, None if chosen is None else resolution(chosen))

    def pdf(self, size: str | None = None) -> bytes:
        """The picture as a tagged PDF; see `svg`."""
        from govgraph.diagram.picture import text_alternative
        from govgraph.diagram.typeset import to_pdf

        return to_pdf(self.svg(size), self.title, text_alternative(self.view), self.frames.main.day)

    def sides(self, size: str | None = None) -> tuple[int, int]:
        """How wide and high the picture is, in px; see `svg`."""
        from govgraph.diagram.picture import sides

        chosen = self._size(size)
        return sides(self._view(chosen), chosen)

    def smallest_letter(self, size: str | None = None) -> float:
        """The height in px of the smallest letter of the picture; see `svg`."""
        from govgraph.diagram.picture import smallest_letter

        chosen = self._size(size)
        return smallest_letter(self._view(chosen), chosen)

    def size_warning(self, size: str) -> str:
        """A sentence that says so where a picture of this size has letters too small to read, or nothing."""
        from govgraph.diagram.picture import size_warning

        return size_warning(self._view(size_named(size)), size_named(size))

    @staticmethod
    def _size(name: str | None) -> Size | None:
        return None if name is None else size_named(name)

    def mermaid(self) -> str:
        """The bodies and lines as a Mermaid diagram. Raises InputError where they are too many for one."""
        from govgraph.render import mermaid

        if self.frames.main.before is not None:
            raise input_error(
                "Mermaid shows one structure, not what changes. Draw another format (.html, .svg, .png, .pdf), or use "
                "`govgraph check --against BEFORE --format markdown`, which has a Mermaid diagram before and one after."
            )
        graph = self.frames.main.after
        bodies = [body for body in graph.bodies if body in self.scene.boxes]
        text = mermaid.draw(graph, bodies, {})
        if text is None:
            raise input_error(
                f"{len(bodies):,} bodies with their names are too much for Mermaid: at most {mermaid.MOST_BODIES} "
                f"bodies and {mermaid.MOST_CHARACTERS:,} characters. "
                "Draw one body's surroundings (focus), or another format."
            )
        return f"{text}\n"

    def rendered(self, path: str, size: str | None = None, *, transparent: bool = False) -> str | bytes:
        """The drawing in the format that the end of a file's name asks for; see `svg`.

        Raises InputError for another format, and for one that has no size or no ground.
        """
        formats: dict[str, Callable[[], str | bytes]] = {
            ".html": self.html,
            ".svg": lambda: self.svg(size, transparent=transparent),
            ".png": lambda: self.png(size, transparent=transparent),
            ".pdf": lambda: self.pdf(size),
            ".mmd": self.mermaid,
        }
        suffix = PurePath(path).suffix.lower()
        if suffix not in formats:
            raise input_error(f"'{path}' does not say what to draw: its name must end in {either_of(list(formats))}.")
        if size is not None and suffix not in _SIZED:
            raise input_error(f"Only a picture has a size: end the name of the file in {either_of(list(_SIZED))}.")
        if transparent and suffix not in _TRANSPARENT:
            named = either_of(list(_TRANSPARENT))
            raise input_error(f"Only a picture can be transparent: end the name of the file in {named}.")
        try:
            return formats[suffix]()
        except ModuleNotFoundError as error:
            raise input_error(
                f"Drawing needs {error.name}, which is not installed. Install it with `pip install 'govgraph[draw]'`."
            ) from error

    def __repr__(self) -> str:
        """The title in angle brackets."""
        return f"<Drawing: {self.title}>"

    def _repr_html_(self) -> str:
        """HTML for a notebook."""
        return display.html(self)
