"""A tree of HTML to pieces of text: walked without recursion, so that no page is too deep."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from govgraph.drafting.documents.pieces import Piece, RawCell, TableBuilder
from govgraph.drafting.documents.runs import Runs
from govgraph.drafting.passages import BlockKind

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import PageElement

_LEFT_OUT = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "meta", "link", "select", "option", "datalist"}
    | {"textarea", "input", "audio", "video", "map"}
)
_MENUS = frozenset({"nav", "footer", "aside", "menu", "dialog"})
_MENU_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "menubar"}
)
_MENU_CLASS = re.compile(
    r"(?:^|[-_])(?:cookie|cookies|breadcrumb|breadcrumbs|skip-?links?|skip-to-content)(?:$|[-_])", re.IGNORECASE
)
_UNSEEN_CLASS = frozenset(
    {"visually-hidden", "sr-only", "govuk-visually-hidden", "screen-reader-text", "visuallyhidden"}
)
_UNSEEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_PICTURES = frozenset({"img", "svg", "picture", "canvas"})
_STRUCK = frozenset({"s", "del", "strike"})
_FRAMES = frozenset({"iframe", "frame", "object", "embed"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "address", "blockquote", "pre", "center", "fieldset", "legend"}
    | {"figure", "figcaption", "form", "hr", "details", "summary", "ul", "ol", "dl", "li", "dt", "dd", "table"}
    | {"caption", "thead", "tbody", "tfoot", "tr", "td", "th", "body", "html", "hgroup", "search", *_HEADINGS}
)
_STRONG = frozenset({"strong", "b", "u", "summary"})
_PARTS = frozenset({"main", "article", "section"})
_LISTS = frozenset({"ul", "ol"})
_CELLS_OF = {"table": frozenset({"td", "th"}), "dl": frozenset({"dt", "dd"})}
_LOOKED_AT = 100
_FOOTNOTE_LINK = re.compile(r"#(?:.*(?:foot|end)note|fn|_ftn|_edn)", re.IGNORECASE)


_ENDED_BY_NEXT = frozenset({"p", "li"})
"""Tags that few pages end: the next of its kind ends it, or a block does, though it stands inside of it in the tree."""


def _ends(name: str, left_out: str) -> bool:
    """Whether a tag ends one that is left out, so that it is not left out itself."""
    return name == left_out or (left_out == "p" and name in _BLOCKS)


class _OpenTable(NamedTuple):
    builder: TableBuilder
    number: int
    cells: frozenset[str]
    """The names of the tags that are its cells."""
    lists: int
    """How many lists are open around it."""
    sinks: int
    """How many sinks there are while none of its cells is open."""


class TreeReader:
    """Walks through a tree, and gathers its pieces."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.menus = self.hidden = self.pictures = self.frames = self.struck = 0
        self._sinks = [self.pieces]
        self._tables: list[_OpenTable] = []
        self._table_count = 0
        self._lists = 0
        self._heading: list[int] = []
        self._is_item = False
        self._runs = Runs()
        self._line = ""

    def read(self, root: "Tag") -> None:
        """Gather what the tree below a tag says."""
        from bs4.element import CData, NavigableString, Tag

        open_tags: list[tuple[Tag, Iterator[PageElement], str]] = [(root, iter(root.children), "")]
        while open_tags:
            tag, children, skipped = open_tags[-1]
            child = next(children, None)
            if child is None:
                open_tags.pop()
                if not skipped:
                    self._end(tag.name)
            elif isinstance(child, Tag):
                if skipped and not _ends(child.name, skipped):
                    open_tags.append((child, iter(child.children), skipped))
                    continue
                if skipped:  # and has ended, though the tree goes on
                    open_tags[-1] = (tag, children, "")
                if not self._is_left_out(child):
                    self._start(child, child.name)
                    open_tags.append((child, iter(child.children), ""))
                elif child.name in _ENDED_BY_NEXT:
                    open_tags.append((child, iter(child.children), child.name))
            elif not skipped and type(child) in (NavigableString, CData):  # no comment, no declaration
                self._runs.add(str(child))
        self._flush()

    def _is_left_out(self, tag: "Tag") -> bool:
        name = tag.name
        if name in _LEFT_OUT or (name == "button" and not self._heading):
            return True
        if name in _PICTURES:
            self.pictures += 1
            return True
        if name in _STRUCK:
            self.struck += 1
            return True
        if name in _FRAMES:
            self.frames += 1
            return True
        if not tag.attrs and name not in _MENUS:
            return False
        if _is_menu(tag):
            self.menus += _has_words(tag)
            return True
        if _is_hidden(tag):
            self.hidden += _has_words(tag)
            return True
        return (name == "a" and bool(_FOOTNOTE_LINK.match(str(tag.get("href", ""))))) and len(_beginning(tag)) < 6  # noqa: PLR2004

    def _start(self, tag: "Tag", name: str) -> None:
        if name == "br":
            self._runs.break_line()
            return
        if name in _STRONG:
            self._runs.strong += 1
        if name not in _BLOCKS:
            return
        self._flush()
        self._line = str(tag.get("data-line") or self._line)
        if name in _HEADINGS:
            self._heading.append(_HEADINGS[name])
        elif name in _LISTS:
            self._lists += 1
        elif name == "li":
            self._is_item = True
        elif name in _CELLS_OF:
            self._open_table(name)
        elif name == "tr" and self._tables and "td" in self._tables[-1].cells:
            self._close_cell()
            self._tables[-1].builder.add_row()
        elif self._tables and name in self._tables[-1].cells:
            self._open_cell(tag, name)

    def _end(self, name: str) -> None:
        if name in _BLOCKS:
            self._flush()
        if name in _STRONG:
            self._runs.strong -= 1
        elif name in _HEADINGS:
            self._heading.pop()
        elif name in _LISTS:
            self._lists -= 1
        elif name == "li":
            self._is_item = False
        elif name in _CELLS_OF:
            self._close_table()
        elif self._tables and name in self._tables[-1].cells:
            self._close_cell()

    def _open_table(self, name: str) -> None:
        self._table_count += 1
        self._sinks.append([])  # what stands in a table outside of its cells
        self._tables.append(
            _OpenTable(TableBuilder(), self._table_count, _CELLS_OF[name], self._lists, len(self._sinks))
        )
        self._lists, self._is_item = 0, False

    def _close_table(self) -> None:
        self._close_cell()
        table = self._tables.pop()
        self._lists = table.lists
        self._sinks[-2].extend(self._sinks.pop())
        self._sinks[-1].extend(table.builder.pieces(table.number))

    def _open_cell(self, tag: "Tag", name: str) -> None:
        self._close_cell()
        builder = self._tables[-1].builder
        line = f"line {self._line}" if self._line else ""
        cell = RawCell(name == "th", _span(tag, "colspan"), _span(tag, "rowspan"), line)
        if name == "dt" or not builder.rows:
            builder.add_row()
        elif name == "dd" and len(builder.rows[-1]) > 1:
            key = builder.rows[-1][0]
            builder.add_row()
            builder.add_cell(key)
        builder.add_cell(cell)
        self._sinks.append(cell.pieces)

    def _close_cell(self) -> None:
        """End the cell that is open in the innermost table, where one is: not every page says where a cell ends."""
        if len(self._sinks) > self._tables[-1].sinks:
            self._flush()
            self._sinks.pop()

    def _flush(self) -> None:
        place = f"line {self._line}" if self._line else ""
        for text, is_strong, is_line in self._runs.take():
            if self._heading:
                piece = Piece(BlockKind.HEADING, text, self._heading[-1], place=place)
            elif self._is_item or is_line:
                piece = Piece(BlockKind.ITEM, text, max(self._lists - 1, 0), is_strong, place)
                self._is_item = False
            else:
                piece = Piece(BlockKind.PARAGRAPH, text, 0, is_strong, place)
            self._sinks[-1].append(piece)


def _has_words(tag: "Tag") -> bool:
    return any(letter.isalpha() for letter in _beginning(tag))


def _beginning(tag: "Tag") -> str:
    return "".join(str(part) for part in _first_parts(tag) if isinstance(part, str))


def _first_parts(tag: "Tag") -> "list[PageElement]":
    """What a tag begins with: where tags are in one another, to look at all of each would take too long."""
    parts: list[PageElement] = []
    waiting = [iter(tag.children)]
    while waiting and len(parts) < _LOOKED_AT:
        part = next(waiting[-1], None)
        if part is None:
            waiting.pop()
            continue
        parts.append(part)
        if hasattr(part, "children"):
            waiting.append(iter(part.children))
    return parts


def _is_menu(tag: "Tag") -> bool:
    if tag.name in _MENUS or tag.get("role") in _MENU_ROLES:
        return True
    if tag.name == "header":
        names = [parent.name for parent in islice(tag.parents, _LOOKED_AT)]
        has_title = any(getattr(part, "name", None) == "h1" for part in _first_parts(tag))
        return not has_title and _PARTS.isdisjoint(names)
    return any(_MENU_CLASS.search(name) for name in _names(tag))


def _names(tag: "Tag") -> list[str]:
    return [*filter(None, tag.get_attribute_list("class")), str(tag.get("id") or "")]


def _is_hidden(tag: "Tag") -> bool:
    if tag.has_attr("hidden") and tag.get("hidden") != "until-found":
        return True
    if tag.get("aria-hidden") == "true" or _UNSEEN_STYLE.search(str(tag.get("style") or "")):
        return True
    return not _UNSEEN_CLASS.isdisjoint(_names(tag))


def _span(tag: "Tag", attribute: str) -> int:
    value = str(tag.get(attribute) or "1").strip()
    return min(max(int(value), 1), 1_000) if value.isascii() and value.isdigit() and len(value) < 9 else 1  # noqa: PLR2004
