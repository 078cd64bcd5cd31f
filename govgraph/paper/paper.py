"""A paper: what `govgraph.paper` gives, ready to be written as Word, PDF, Markdown or HTML."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from govgraph.model.faults import inform, one_of
from govgraph.paper.blocks import Block, Figure, Paragraph


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A board paper as plain data: title, what stands below it, its day, its blocks in the order of reading."""

    title: str
    subtitle: str
    day: date
    blocks: tuple[Block, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in it, in the order of reading."""
        return (self.title, self.subtitle, *(text for block in self.blocks for text in block.texts))

    def docx(self, template: str | None = None) -> bytes:
        """A Word document; on the styles, headers, footers and page of a template, where one is named."""
        from govgraph.paper.docx import render  # noqa: PLC0415 - only where it is written

        return render(self._on_pages(), template)

    def pdf(self) -> bytes:
        """A tagged PDF."""
        from govgraph.paper.pdf import render  # noqa: PLC0415

        return render(self._on_pages())

    def html(self) -> str:
        """One page that asks nobody for anything."""
        from govgraph.paper.html import render  # noqa: PLC0415

        return render(self)

    def markdown(self) -> str:
        """Markdown, with the diagram in Mermaid."""
        from govgraph.paper.markdown import render  # noqa: PLC0415

        return render(self)

    def rendered(self, path: str, template: str | None = None) -> str | bytes:
        """The paper in the format that the end of a file's name asks for.

        Raises InputError for another end, for a template that cannot be used, and where an extra is not installed.
        """
        ways: dict[str, tuple[str, Callable[[], str | bytes]]] = {
            "docx": ("word", lambda: self.docx(template)),
            "pdf": ("pdf", self.pdf),
            "html": ("draw", self.html),
            "md": ("draw", self.markdown),
        }
        form = PurePath(path).suffix.lstrip(".").lower()
        if form not in ways:
            ends = one_of([f".{one}" for one in ways])
            raise inform(f"'{path}' does not say what to write: its name must end in {ends}.")
        if template is not None and form != "docx":
            raise inform(f"A template is for Word documents: the name of the paper must end in .docx, not .{form}.")
        extra, write = ways[form]
        try:
            return write()
        except ModuleNotFoundError as error:
            raise inform(
                f"This paper needs {error.name}, which is not installed. Install it with "
                f"`pip install 'govgraph[{extra}]'`."
            ) from error

    def _on_pages(self) -> "Paper":
        from govgraph.paper.fitting import on_pages  # noqa: PLC0415

        return replace(self, blocks=tuple(on_pages(self.blocks)))

    def __repr__(self) -> str:
        """In short: what it is about."""
        return f"<Paper: {self.title}; {self.subtitle}>"

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        from govgraph.paper.html import body  # noqa: PLC0415

        try:
            return body(self)
        except ModuleNotFoundError as error:
            said = f"The diagram needs {error.name}: pip install 'govgraph[draw]'."
            blocks = (Paragraph(said) if isinstance(block, Figure) else block for block in self.blocks)
            return body(replace(self, blocks=tuple(blocks)))
