"""The styles of a document: those it has, found under whatever spelling, and those it lacks, made."""

from functools import cache
from typing import Any

_SIZES = {"Title": 20, "Subtitle": 12, "Heading 1": 15, "Heading 2": 13, "Heading 3": 11, "Caption": 10}
_OUTLINED = {"Heading 1": "0", "Heading 2": "1", "Heading 3": "2"}
_INK = "1B1B1B"
_FONT = "Arial"


class Styles:
    """Finds styles by the names that Word itself gives them, in whatever language it shows them.

    Args:
        document: the document.
        is_own: whether it is our own, whose styles may be changed to look as the house does.

    """

    def __init__(self, document: Any, *, is_own: bool) -> None:
        self._document = document
        self._styles = document.styles
        self.paragraph = cache(self._paragraph)
        self.has_bullets = self._bulleted()
        if is_own:
            self._set_our_look()

    @property
    def table(self) -> Any | None:
        """A style for tables; None where there is none with lines: then a table draws its own."""
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - the extra `word`, only where Word is written

        return self._find("Table Grid", WD_STYLE_TYPE.TABLE)

    def _paragraph(self, name: str) -> Any:
        """A style for paragraphs: the document's own, else one that is made."""
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - the extra `word`, only where Word is written

        kind = WD_STYLE_TYPE.PARAGRAPH
        if name == "Normal":
            return self._find(name, kind) or self._styles.default(kind) or self._made(name)
        return self._find(name, kind) or self._made(name)

    def _find(self, name: str, kind: Any) -> Any | None:
        alike = (one for one in self._styles if one.type == kind and one.name is not None)
        return next((one for one in alike if one.name.casefold() == name.casefold()), None)

    def _made(self, name: str) -> Any:
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - the extra `word`, only where Word is written
        from docx.shared import Cm, Pt  # noqa: PLC0415

        from govgraph.paper.docx_parts import element  # noqa: PLC0415

        free = name if name not in {one.name for one in self._styles} else f"Paper {name}"  # another kind has the name
        style = self._styles.add_style(free, WD_STYLE_TYPE.PARAGRAPH, builtin=free == name)
        style.base_style = self._styles.default(WD_STYLE_TYPE.PARAGRAPH)
        style.hidden, style.unhide_when_used, style.quick_style = False, False, True
        if name in _SIZES:
            style.font.size, style.font.bold = Pt(_SIZES[name]), True
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12), Pt(6)
        if name in _OUTLINED:
            style.paragraph_format.keep_with_next = True
            style.element.get_or_add_pPr().append(element("w:outlineLvl", val=_OUTLINED[name]))
        if name == "List Bullet":
            style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Cm(0.6), Cm(-0.4)
        return style

    def _bulleted(self) -> bool:
        """Whether the style of lists brings its bullets; else they are written."""
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - the extra `word`, only where Word is written

        style = self._find("List Bullet", WD_STYLE_TYPE.PARAGRAPH)
        return style is not None and any(one.tag.endswith("}numPr") for one in style.element.iter())

    def _set_our_look(self) -> None:
        from docx.shared import Pt, RGBColor  # noqa: PLC0415 - the extra `word`, only where Word is written

        normal = self.paragraph("Normal")
        normal.font.size, normal.paragraph_format.space_after = Pt(10.5), Pt(6)
        _letter(normal)
        for name, size in _SIZES.items():
            style = self.paragraph(name)
            style.font.size, style.font.color.rgb, style.font.italic = Pt(size), RGBColor.from_string(_INK), False
            style.font.bold = name != "Subtitle"
            _letter(style)
        self.paragraph("List Bullet").paragraph_format.space_after = Pt(3)


def _letter(style: Any) -> None:
    """Set a style in our font, also where the theme of the document names another."""
    style.font.name = _FONT
    for fonts in [one for one in style.element.iter() if one.tag.endswith("}rFonts")]:
        for key in [one for one in fonts.attrib if one.endswith("Theme")]:
            del fonts.attrib[key]
    properties = style.element.rPr
    for spacing in [one for one in properties if one.tag.endswith("}spacing")]:
        properties.remove(spacing)
