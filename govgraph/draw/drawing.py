"""A drawing: what `draw` gives, ready to be written as a page, a picture or a paper."""

from collections.abc import Callable
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from govgraph.draw.focus import focused
from govgraph.draw.frames import Frames
from govgraph.draw.painting import paint
from govgraph.draw.scene import Scene
from govgraph.model.faults import inform, one_of

if TYPE_CHECKING:
    from govgraph.draw.layout import Layout
    from govgraph.draw.view import View


class Drawing:
    """A structure, or two laid over one another, laid out once.

    Args:
        frames: the days, each with its graph, the graph before, and what the rules found.
        focus: draw this body, by its id, and what is at most `steps` relations or seats away from it.
        with_names: also tell the names of people.
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
        whole = paint(frames, with_names=with_names)
        self.scene: Scene = focused(whole, focus, steps) if focus is not None else whole

    @property
    def title(self) -> str:
        """What is drawn."""
        from govgraph.draw.alternative import title  # noqa: PLC0415 - only where something is drawn

        return title(self.scene)

    @cached_property
    def layout(self) -> "Layout":
        """Where everything stands. Needs the extra `draw`."""
        from govgraph.draw.layout import lay_out  # noqa: PLC0415

        return lay_out(self.scene)

    @cached_property
    def view(self) -> "View":
        """What templates draw."""
        from govgraph.draw.view import View  # noqa: PLC0415

        return View(self.scene, self.layout)

    def html(self) -> str:
        """The page: one file that asks nobody for anything."""
        from govgraph.draw.page import page  # noqa: PLC0415 - only where a page is written

        return page(self)

    def svg(self) -> str:
        """The picture with title, key, date and sources inside, and a text alternative."""
        from govgraph.draw.picture import picture  # noqa: PLC0415

        return picture(self.view)

    def png(self) -> bytes:
        """The same picture in pixels."""
        from govgraph.draw.paper import to_png  # noqa: PLC0415
        from govgraph.draw.picture import alternative  # noqa: PLC0415

        return to_png(self.svg(), alternative(self.view), self.title)

    def pdf(self) -> bytes:
        """The same picture as a tagged PDF."""
        from govgraph.draw.paper import to_pdf  # noqa: PLC0415
        from govgraph.draw.picture import alternative  # noqa: PLC0415

        return to_pdf(self.svg(), self.title, alternative(self.view), self.frames.main.day)

    def mermaid(self) -> str:
        """The bodies and lines as a Mermaid diagram. Raises InputError where they are too many for one."""
        from govgraph.draw import mermaid  # noqa: PLC0415

        if self.frames.main.before is not None:
            raise inform(
                "Mermaid shows one structure, not what changes. Draw another format (.html, .svg, .png, .pdf), or use "
                "`govgraph check --against BEFORE --format markdown`, which has a Mermaid diagram before and one after."
            )
        graph = self.frames.main.after
        bodies = [body for body in graph.bodies if body in self.scene.boxes]
        drawn = mermaid.draw(graph, bodies, {})
        if drawn is None:
            raise inform(
                f"{len(bodies):,} bodies with their names are too much for Mermaid: at most {mermaid.MOST_BODIES} "
                f"bodies and {mermaid.MOST_CHARACTERS:,} characters. "
                "Draw one body's surroundings (focus), or another format."
            )
        return f"{drawn}\n"

    def rendered(self, path: str) -> str | bytes:
        """The drawing in the format that the end of a file's name asks for. Raises InputError for another."""
        ways: dict[str, Callable[[], str | bytes]] = {
            "html": self.html,
            "svg": self.svg,
            "png": self.png,
            "pdf": self.pdf,
            "mmd": self.mermaid,
        }
        form = PurePath(path).suffix.lstrip(".").lower()
        if form not in ways:
            ends = one_of([f".{one}" for one in ways])
            raise inform(f"'{path}' does not say what to draw: its name must end in {ends}.")
        try:
            return ways[form]()
        except ModuleNotFoundError as error:
            raise inform(
                f"Drawing needs {error.name}, which is not installed. Install it with `pip install 'govgraph[draw]'`."
            ) from error

    def __repr__(self) -> str:
        """In short: what is drawn."""
        return f"<Drawing: {self.title}>"

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        from govgraph.draw.notebook import drawing  # noqa: PLC0415

        return drawing(self)
