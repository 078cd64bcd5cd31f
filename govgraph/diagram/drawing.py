"""A drawing, ready to be written as a page, a picture or a paper."""

from collections.abc import Callable
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from govgraph import display
from govgraph.diagram.frames import Frames
from govgraph.diagram.scene import focused
from govgraph.diagram.scene_builder import build_scene
from govgraph.language import either_of
from govgraph.model.faults import input_error

if TYPE_CHECKING:
    from govgraph.diagram.layout import Layout
    from govgraph.diagram.view import View


class Drawing:
    """A structure, or two laid over one another, laid out once.

    Args:
        frames: the days, each with its graph, the graph before, and what the rules found.
        focus: the id of a body: only it is drawn, and what is at most `steps` relations or seats away from it.
        with_names: whether names of people are shown.
        days_left_out: how many more days there are on which something changes.

    """

    def __init__(
        self,
        frames: Frames,
        *,
        focus: str | None = None,
        steps: int = 1,
        with_names: bool = False,
        days_left_out: int = 0,
    ) -> None:
        self.frames = frames
        self.days_left_out = days_left_out
        whole = build_scene(frames, with_names=with_names)
        self.scene = whole if focus is None else focused(whole, focus, steps)

    @property
    def title(self) -> str:
        """The title of the structure that is drawn."""
        from govgraph.diagram.picture import drawing_title  # only where something is drawn

        return drawing_title(self.scene)

    @cached_property
    def layout(self) -> "Layout":
        """Where everything stands. Raises ModuleNotFoundError without the extra `draw`."""
        from govgraph.diagram.layout import lay_out

        return lay_out(self.scene)

    @cached_property
    def view(self) -> "View":
        """The scene with its layout, as templates take them."""
        from govgraph.diagram.view import View

        return View(self.scene, self.layout)

    def html(self) -> str:
        """The page: one file that loads nothing."""
        from govgraph.diagram.page import page  # only where a page is written

        return page(self.view, self.days_left_out)

    def svg(self) -> str:
        """The picture with title, legend, date and sources inside, and a text alternative."""
        from govgraph.diagram.picture import picture

        return picture(self.view)

    def png(self) -> bytes:
        """The picture in pixels."""
        from govgraph.diagram.picture import text_alternative
        from govgraph.diagram.typeset import to_png

        return to_png(self.svg(), text_alternative(self.view), self.title)

    def pdf(self) -> bytes:
        """The picture as a tagged PDF."""
        from govgraph.diagram.picture import text_alternative
        from govgraph.diagram.typeset import to_pdf

        return to_pdf(self.svg(), self.title, text_alternative(self.view), self.frames.main.day)

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

    def rendered(self, path: str) -> str | bytes:
        """The drawing in the format that the end of a file's name asks for. Raises InputError for another."""
        formats: dict[str, Callable[[], str | bytes]] = {
            ".html": self.html,
            ".svg": self.svg,
            ".png": self.png,
            ".pdf": self.pdf,
            ".mmd": self.mermaid,
        }
        suffix = PurePath(path).suffix.lower()
        if suffix not in formats:
            raise input_error(f"'{path}' does not say what to draw: its name must end in {either_of(list(formats))}.")
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
