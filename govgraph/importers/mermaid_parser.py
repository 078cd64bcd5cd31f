"""The language of Mermaid's flowcharts: nodes with their texts, subgraphs, and the links between them."""

import re
from bisect import bisect_left
from typing import NamedTuple

from govgraph.importers.labels import plain_text
from govgraph.model.faults import Fault, FaultList, InputError
from govgraph.model.scalars import quoted


class Node(NamedTuple):
    """A node, or a subgraph with a title."""

    key: str
    text: str
    """What it shows; lines are kept."""
    line: int
    inside: str | None
    """The key of the subgraph with a title around it."""
    is_hexagon: bool = False


class Link(NamedTuple):
    """A link between two nodes."""

    start: str
    end: str
    label: str
    heads: int
    line: int


class Flowchart(NamedTuple):
    """What a flowchart shows."""

    nodes: dict[str, Node]
    links: list[Link]


_MOST_LINKS = 200_000
"""`A & B --> C & D` makes four of one line: a short text could make millions."""
_HEADER = re.compile(
    r"\s*(?:graph|flowchart(?:-elk)?)\b[ \t]*(?:TB|TD|BT|RL|LR|[<>v^])?[ \t]*(?:;|\n|$)", re.IGNORECASE
)
_BLANK = re.compile(r"[\s;]*")
_SPACE = re.compile(r"\s*")
_TITLE = re.compile(r"subgraph(?:[ \t]+|(?=\n|;|$))", re.IGNORECASE)
_END = re.compile(r"end\b(?=[ \t]*(?:;|\n|$))", re.IGNORECASE)
# One letter in brackets, so that the word is not taken for the library of the command line.
_IGNORED = re.compile(
    r"accDescr\s*\{[^}]*\}|(?:direction|style|linkStyle|classDef|class|cli[c]k|href|accTitle|accDescr)\b[^\n;]*"
)
_ID = re.compile(r"[^\W]+(?:[-./](?=[^\W])[^\W]+)*")
_CLASS = re.compile(r"\s*:::[\w-]+")
_AND = re.compile(r"\s*&\s*")
_ATTRIBUTES = re.compile(r"@\{(?P<inner>(?:\"[^\"]*\"|'[^']*'|[^}\"'])*)\}")
_LABEL = re.compile(r"\blabel\s*:\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<plain>[^,}\n]+))")
_EDGE_ID = re.compile(r"[ \t]*[\w-]+@(?=[<xo]?[-=~])")
_INVISIBLE = re.compile(r"\s*~{3,}\s*")
_LINKS = (
    re.compile(r"\s*(?P<from>[<xo])?--+(?P<to>[->xo](?![-]))(?=.)", re.DOTALL),
    re.compile(r"\s*(?P<from>[<xo])?==+(?P<to>[=>xo](?![=]))(?=.)", re.DOTALL),
    re.compile(r"\s*(?P<from>[<xo])?-\.+-(?P<to>[>xo]?)(?=.)", re.DOTALL),
)
_TEXT_LINKS = (
    re.compile(r"\s*(?P<from>[<xo])?--\s*(?P<text>\"[^\"]*\"|(?:(?!--)[^\n|])+?)\s*--+(?P<to>[->xo])"),
    re.compile(r"\s*(?P<from>[<xo])?==\s*(?P<text>\"[^\"]*\"|(?:(?!==)[^\n|])+?)\s*==+(?P<to>[=>xo])"),
    re.compile(r"\s*(?P<from>[<xo])?-\.\s*(?P<text>\"[^\"]*\"|(?:(?!\.-)[^\n|])+?)\s*\.+-(?P<to>[>xo]?)"),
)
_PIPED = re.compile(r"\s*\|(?P<text>\"[^\"]*\"|[^|]*)\|")
_HEXAGON = "{{"
_SHAPES = (
    ("(((", (")))",)),
    ("((", ("))",)),
    ("([", ("])",)),
    ("[[", ("]]",)),
    ("[(", (")]",)),
    ("[/", ("/]", "\\]")),
    ("[\\", ("\\]", "/]")),
    (_HEXAGON, ("}}",)),
    ("{", ("}",)),
    ("(", (")",)),
    ("[", ("]",)),
    (">", ("]",)),
)
"""How a shape begins, and how it may end; the longest first."""
_ENTITY = re.compile(r"#(\d+|[a-zA-Z]\w*);")


class FlowchartParser:
    """Reads one flowchart."""

    def __init__(self, path: str, text: str, lines_before: int = 0) -> None:
        self._path, self._text, self._lines_before = path, text, lines_before
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._nodes: dict[str, Node] = {}
        self._links: list[Link] = []
        self._around: list[str | None] = []
        self._faults = FaultList()
        self._place = 0

    def parsed(self) -> Flowchart:
        """What the flowchart shows. Raises InputError with a fault for each statement that is none."""
        header = _HEADER.match(self._text)
        self._place = header.end() if header else 0
        if header is None:
            self._refuse("A flowchart begins with 'graph' or 'flowchart' and a direction, as in: flowchart TD.")
            self._to_next_line()
        while self._skip(_BLANK) and self._place < len(self._text):
            self._read_statement()
        if self._faults:
            raise InputError(self._faults)
        return Flowchart(self._nodes, self._links)

    def _read_statement(self) -> None:
        if self._skip(_IGNORED):
            return
        if self._skip(_END):
            if self._around:
                self._around.pop()
        elif self._skip(_TITLE):
            self._read_subgraph()
        elif not self._read_chain():
            line = self._text[self._place :].partition("\n")[0]
            self._refuse(f"This is not part of a flowchart: {quoted(line.strip())}.")
            self._to_next_line()

    def _read_subgraph(self) -> None:
        """`subgraph one [The title]`, `subgraph The title`, or one without a title, which shows nothing."""
        line, inside = self._line(), self._inside()
        start = self._place
        key = self._matched(_ID)
        self._skip(re.compile(r"[ \t]*"))
        text = self._shape_text() if key else None
        if text is None:
            self._place = start
            rest = re.compile(r"\"[^\"]*\"|[^\n;]*").match(self._text, start)
            title = rest[0] if rest else ""
            self._place = start + len(title)
            key = text = _shown(title)
        if text:
            self._nodes[str(key)] = Node(str(key), text, line, inside)
        self._around.append(str(key) if text else None)

    def _read_chain(self) -> bool:
        """Nodes, and the links between them: `A & B --> C -- text --> D`; False where there is something else."""
        start, group = self._place, self._read_group()
        if not group:
            return False
        while True:
            line = self._line()
            if self._skip(_INVISIBLE):
                group = self._read_group() or group
                continue
            link = self._read_link()
            if link is None:
                break
            following = self._read_group()
            if not following:
                self._place = start
                return False
            self._join(group, following, link, line)
            group = following
        rest = re.compile(r"[ \t]*(?=[;\n]|$)").match(self._text, self._place)
        if rest is None:
            self._place = start
        return rest is not None

    def _join(self, group: list[str], following: list[str], link: tuple[str, str, str], line: int) -> None:
        at_start, label, at_end = link
        if len(self._links) + len(group) * len(following) > _MOST_LINKS:
            raise InputError([Fault(self._path, line, 1, f"The flowchart has more than {_MOST_LINKS:,} links.")])
        heads = bool(at_start) + bool(at_end)
        for first in group:
            for second in following:
                ends = (second, first) if at_start and not at_end else (first, second)
                self._links.append(Link(*ends, label, heads, line))

    def _read_group(self) -> list[str]:
        found: list[str] = []
        while True:
            self._skip(_SPACE)
            key = self._read_node()
            if key is None:
                return found
            found.append(key)
            if not self._skip(_AND):
                return found

    def _read_node(self) -> str | None:
        line = self._line()
        key = self._matched(_ID)
        if key is None:
            return None
        is_hexagon = self._text.startswith(_HEXAGON, self._place)
        attributes = _ATTRIBUTES.match(self._text, self._place)
        if attributes:
            self._place = attributes.end()
            label = _LABEL.search(attributes["inner"])
            text = _shown(next(filter(None, label.groups()), "")) if label else None
        else:
            text = self._shape_text()
        self._skip(_CLASS)
        before = self._nodes.get(key)
        if before is None:
            self._nodes[key] = Node(key, text or key, line, self._inside(), is_hexagon)
        elif text:
            self._nodes[key] = before._replace(text=text, line=line, is_hexagon=is_hexagon)
        return key

    def _inside(self) -> str | None:
        return next((key for key in reversed(self._around) if key is not None), None)

    def _shape_text(self) -> str | None:
        """The text of the shape that begins here; None where none does."""
        for opening, closings in _SHAPES:
            if self._text.startswith(opening, self._place):
                inner = self._place + len(opening)
                found = re.compile(r"\s*\"([^\"]*)\"\s*").match(self._text, inner)
                if found and self._text.startswith(closings, found.end()):
                    closing = next(end for end in closings if self._text.startswith(end, found.end()))
                    self._place = found.end() + len(closing)
                    return _shown(found[1])
                ends = [(self._text.find(closing, inner), closing) for closing in closings]
                ends = sorted(each for each in ends if each[0] >= 0)
                if ends:
                    self._place = ends[0][0] + len(ends[0][1])
                    return _shown(self._text[inner : ends[0][0]])
        return None

    def _read_link(self) -> tuple[str, str, str] | None:
        """The link that begins here: what stands at its start, its label, what stands at its end."""
        self._skip(_EDGE_ID)
        for pattern in (*_LINKS, *_TEXT_LINKS):
            found = pattern.match(self._text, self._place)
            if found is None:
                continue
            self._place = found.end()
            parts = found.groupdict()
            label = parts.get("text") or ""
            piped = _PIPED.match(self._text, self._place)
            if piped:
                self._place = piped.end()
                label = piped["text"]
            return parts["from"] or "", " ".join(_shown(label).split()), (parts["to"] or "").strip("-=")
        return None

    def _matched(self, pattern: re.Pattern[str]) -> str | None:
        found = pattern.match(self._text, self._place)
        if found is None:
            return None
        self._place = found.end()
        return found[0]

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        return self._matched(pattern) is not None

    def _line(self) -> int:
        """The line of the file at which the next thing stands."""
        blank = _SPACE.match(self._text, self._place)
        place = blank.end() if blank else self._place
        return bisect_left(self._ends, place) + 1 + self._lines_before

    def _refuse(self, sentence: str) -> None:
        self._faults.append(Fault(self._path, self._line(), 1, sentence))

    def _to_next_line(self) -> None:
        end = self._text.find("\n", self._place)
        self._place = len(self._text) if end < 0 else end


def _shown(text: str) -> str:
    """A text as the drawing shows it: without quotes, signs as they are, lines as lines, no Markdown."""
    bare = text.strip()
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        bare = bare[1:-1].strip()
    if len(bare) > 1 and bare[0] == bare[-1] == "`":
        bare = re.sub(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)", "", bare[1:-1])
    html = _ENTITY.sub(lambda found: f"&#{found[1]};" if found[1].isdigit() else f"&{found[1]};", bare)
    return plain_text(html.replace("\\n", "<br/>").replace("\n", "<br/>"))
