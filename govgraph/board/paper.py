"""A paper: what `govgraph.paper` gives, ready to be written as Word, PDF, Markdown or HTML."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import ClassVar

from govgraph.board.blocks import Content, Figure, Paragraph
from govgraph.language import either_of
from govgraph.model.faults import input_error


@dataclass(frozen=True, kw_only=True)
class Paper(Content):
    """A board paper, which writes itself in each format."""

    noun: ClassVar[str] = "paper"
    """What a message calls it."""

    def docx(self, template: str | None = None) -> bytes:
        """A Word document; on the styles, headers, footers and page of a template, where one is named."""
        from govgraph.board.docx import render  # only where it is written

        return render(self.on_pages(), template)

    def pdf(self) -> bytes:
        """A tagged PDF."""
        from govgraph.board.pdf import render

        return render(self.on_pages())

    def html(self) -> str:
        """One page that asks nobody for anything."""
        from govgraph.board.html import render

        return render(self)

    def markdown(self) -> str:
        """Markdown, with the diagram in Mermaid."""
        from govgraph.board.markdown import render

        return render(self)

    def rendered(self, path: str, template: str | None = None) -> str | bytes:
        """The paper in the format that the end of a file's name asks for.

        Raises InputError for another end, for a template that cannot be used, and where an extra is not installed.
        """
        writers: dict[str, tuple[str, Callable[[], str | bytes]]] = {
            "docx": ("word", lambda: self.docx(template)),
            "pdf": ("pdf", self.pdf),
            "html": ("draw", self.html),
            "md": ("draw", self.markdown),
        }
        form = PurePath(path).suffix.lstrip(".").lower()
        if form not in writers:
            endings = either_of([f".{ending}" for ending in writers])
            raise input_error(f"'{path}' does not say what to write: its name must end in {endings}.")
        if template is not None and form != "docx":
            raise input_error(
                f"A template is for Word documents: the name of the {self.noun} must end in .docx, not .{form}."
            )
        extra, write = writers[form]
        try:
            return write()
        except ModuleNotFoundError as error:
            raise input_error(
                f"This {self.noun} needs {error.name}, which is not installed. Install it with "
                f"`pip install 'govgraph[{extra}]'`."
            ) from error

    def on_pages(self) -> "Paper":
        """The same paper with tables in the place of pictures that no page shows large enough."""
        from govgraph.board.fitting import fit_to_pages

        return replace(self, blocks=tuple(fit_to_pages(self.blocks)))

    def __repr__(self) -> str:
        """Title and subtitle in angle brackets."""
        return f"<{self.noun.capitalize()}: {self.title}; {self.subtitle}>"

    def _repr_html_(self) -> str:
        """HTML for a notebook; where the extra `draw` is not installed, without the diagram."""
        from govgraph.board.html import body

        try:
            return body(self)
        except ModuleNotFoundError as error:
            message = f"The diagram needs {error.name}: pip install 'govgraph[draw]'."
            blocks = (Paragraph(message) if isinstance(block, Figure) else block for block in self.blocks)
            return body(replace(self, blocks=tuple(blocks)))
