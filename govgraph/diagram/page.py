"""The page: one file for everyone, offline. The diagram first, then the findings, a table of everything, sources."""

import base64
import hashlib
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable
from itertools import product
from math import ceil
from typing import Any, NamedTuple

from markupsafe import Markup

from govgraph import language
from govgraph.diagram import style, tokens
from govgraph.diagram.frames import Variants
from govgraph.diagram.layout.blocks import SiblingList
from govgraph.diagram.layout.layout import Layout
from govgraph.diagram.layout.organisations import OrganisationFrame
from govgraph.diagram.legend import legend
from govgraph.diagram.page_findings import PageFindings
from govgraph.diagram.page_script import page_script
from govgraph.diagram.page_text import PageText
from govgraph.diagram.picture import drawing_title
from govgraph.diagram.scene import Box, Link
from govgraph.diagram.sizes import MM
from govgraph.diagram.view import View, asset, environment, texts_in


def page_data(view: View, findings: PageFindings) -> dict[str, Any]:
    """The bodies, links, findings and frames around bodies by their numbers, as data for the script."""
    scene = view.scene
    return {
        "sides": [side.value for side in scene.frames.sides],
        "first": scene.frames.initial.number,
        "letter": view.smallest_letter,
        "bodies": [_body(view, box) for box in scene.boxes.values()],
        "links": [
            {
                "from": scene.boxes[link.start].number,
                "to": scene.boxes[link.end].number,
                "relation": link.relation,
                "line": style.is_line(link.relation),
                "seat": link.is_seat,
                "drawn": link.is_drawn,
                "groups": [view.group_numbers[group] for group in link.groups],
                **_masks(link),
            }
            for link in scene.links
        ],
        "facts": _about(view, ((notice.bodies, shown) for notice, shown in findings.facts.items())),
        "questions": _about(view, ((question.bodies, shown) for question, shown in findings.questions.items())),
        "found": [
            {
                "code": item.finding.code,
                "severity": item.finding.severity.value,
                "question": item.finding.is_question,
                "shown": f"{item.shown:x}",
                "bodies": [box.number for box in scene.boxes_of(item.bodies)],
                "waived": item.finding.waiver is not None,
                "gone": bool(item.gone),
            }
            for item in scene.findings
        ],
        "lists": [_enclosure(view, one) for one in view.layout.lists],
        "organisations": [_enclosure(view, one) for one in view.layout.organisations],
    }


def _about(view: View, entries: Iterable[tuple[tuple[str, ...], int]]) -> list[dict[str, Any]]:
    numbers = {key: box.number for key, box in view.scene.boxes.items()}
    return [
        {"bodies": [numbers[key] for key in keys if key in numbers], "shown": f"{shown:x}"} for keys, shown in entries
    ]


def _enclosure(view: View, frame: SiblingList | OrganisationFrame) -> dict[str, Any]:
    left, right, top, bottom = frame.rectangle
    members = [box.number for box in view.scene.boxes_of(frame.members)]
    return {"at": [left, top, right, bottom], "members": members}


def _body(view: View, box: Box) -> dict[str, Any]:
    shape = view.layout.shapes[box.key]
    numbers = view.group_numbers
    names = [text.name for text in box.texts]
    kinds = [kind.value.replace("_", " ") for kind in box.kinds]
    others = [text for record in box.records for label, text in record.facts if label == "Also called"]
    return {
        "key": box.key,
        "name": box.name,
        "search": _search_text(" ".join(dict.fromkeys([*names, *others, *kinds]))),
        "kinds": _variants(box.kinds),
        "at": [*view.layout.middle[box.key], shape.width, shape.height],
        **_masks(box),
        "above": [above.number for above in view.scene.boxes_of(view.layout.above.get(box.key, ()))],
        "spoken": _variants(box.accessible_names) if len(box.accessible_names) > 1 else [],
        "parts": {
            str(numbers[group]): [[f"{shown:x}", part.amount.value] for part, shown in parts.items()]
            for group, parts in box.parts.items()
        },
        "voices": {str(numbers[group]): _variants(paths) for group, paths in box.voices.items()},
    }


def _masks(item: Box | Link) -> dict[str, str]:
    return {"shown": f"{item.shown:x}", "new": f"{item.new:x}", "gone": f"{item.gone:x}"}


def _search_text(text: str) -> str:
    """Text as it is searched: without accents and capitals, as the script makes of what is typed."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def _variants(variants: Variants[Any]) -> list[list[Any]]:
    return [[f"{shown:x}", content] for content, shown in variants.items()]


_MARGINS = 28 * MM
_HEADING = 90.0
_READABLE = 0.62
"""Below this scale the smallest letters are less than 5 points high."""
_SCALE = 0.72
_OVERLAP = 20.0
_PAPERS = {"a4-portrait": (210, 297), "a4-landscape": (297, 210), "a3-portrait": (297, 420), "a3-landscape": (420, 297)}


class Sheet(NamedTuple):
    """One part of a diagram: its corner and size in the diagram, and its number among how many."""

    x: float
    y: float
    width: float
    height: float
    number: int
    total: int


def sheets(layout: Layout) -> dict[str, list[Sheet]]:
    """For each paper, the sheets over which a diagram is cut; none where it can be read on one.

    Sheets overlap by a little more than the largest box, so that every box is whole on some sheet.
    """
    widest = max(shape.width for shape in layout.shapes.values()) + _OVERLAP
    highest = max(shape.height for shape in layout.shapes.values()) + _OVERLAP
    cut = {}
    for paper, (across, down) in _PAPERS.items():
        room = (across * MM - _MARGINS, down * MM - _MARGINS - _HEADING)
        is_readable = min(room[0] / layout.width, room[1] / layout.height) >= _READABLE
        width, height = room[0] / _SCALE, room[1] / _SCALE
        xs, ys = _starts(layout.width, width, widest), _starts(layout.height, height, highest)
        cut[paper] = [
            Sheet(round(x, 1), round(y, 1), round(width, 1), round(height, 1), number, len(xs) * len(ys))
            for number, (y, x) in enumerate(product(ys, xs), 1)
            if not is_readable
        ]
    return cut


def _starts(whole: float, part: float, overlap: float) -> list[float]:
    """Where the parts begin over which a length is cut."""
    step = max(part - overlap, part / 3)
    return [number * step for number in range(1 if whole <= part else 1 + ceil((whole - part) / step))]


_VIS = "lib/vis-9.1.2/vis-network.min.js"


def page(view: View, days_left_out: int = 0) -> str:
    """The whole page as text. It may load nothing, and only its own two scripts may run in it."""
    look, css, script, vis = _look(view), _css(view), page_script(), _shipped_vis()
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; font-src data:; "
        f"style-src {_hash(look)} {_hash(css)}; script-src {_hash(script)} {_hash(vis)}"
    )
    parts = _parts(view, PageText(view, days_left_out))
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            **parts,
            is_page=True,
            policy=policy,
            look=Markup(look),  # noqa: S704 - no data in it
            style=Markup(css),  # noqa: S704 - holds no data but the title, escaped letter by letter
            script=Markup(script),  # noqa: S704 - no data in it
            # Unpacked only where somebody asks for it: it is three times as large as all else together.
            vis=base64.b64encode(_gzipped(vis)).decode(),
            data=page_data(view, parts["page"].findings),
            sheets=sheets(view.layout),
        )
    )


def _gzipped(text: str) -> bytes:
    """A text packed as gzip: by zlib itself, for Python's own header is another in each version."""
    packer = zlib.compressobj(9, wbits=31)
    return packer.compress(text.encode()) + packer.flush()


class DiagramSection(NamedTuple):
    """The diagram of the page with its tools, its key and the details of bodies, for another page to hold."""

    html: str
    data: str
    """What the script needs, as JSON."""
    look: str
    """How the diagram looks, as CSS: the font with the letters that are drawn, the colours."""


def diagram_section(view: View, letters: str = "") -> DiagramSection:
    """The diagram of the page with its tools, without what stands before and after it.

    Its font has these letters beside those that are drawn.
    """
    parts = _parts(view, PageText(view, 0))
    html = environment().get_template("diagram_section.html.j2").render(**parts, is_page=False)
    return DiagramSection(html, json.dumps(page_data(view, parts["page"].findings)), _look(view, letters))


def _parts(view: View, text: PageText) -> dict[str, Any]:
    """What the parts of the templates take that a page has in common with the diagram alone."""
    sections = legend(view, view.scene.frames.full_mask, seats=True)
    return {"page": text, "view": view, "legend_sections": sections, "interactive": True, "titles": True}


def _look(view: View, letters: str = "") -> str:
    """How the diagram looks, by itself: a copied picture of it takes this alone."""
    return "\n".join((style.font_face([*texts_in(view), letters]), tokens.css_variables(), asset("diagram.css")))


def _css(view: View) -> str:
    # The script sets the day anew where a slider moves it.
    root = f':root {{ --day: "{language.day(view.scene.frames.main.day)}"; }}'
    pages = 'var(--day) ", page " counter(page) " of " counter(pages)'
    title = _css_string(drawing_title(view.scene))
    footer = f'@page {{ @bottom-left {{ content: "{title}"; }} @bottom-right {{ content: {pages}; }} }}'
    return "\n".join((asset("page.css"), root, footer))


def _css_string(text: str) -> str:
    """Text as a string of CSS that nothing can end: a letter that is not plain as a number, and the space after it."""
    return re.sub("[^A-Za-z0-9 ]", lambda match: f"\\{ord(match[0]):06x} ", text)


def _shipped_vis() -> str:
    """The script of vis-network, out of pyvis's wheel; pyvis itself is not imported: that takes half a second."""
    return (style.package_folder("pyvis") / _VIS).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
