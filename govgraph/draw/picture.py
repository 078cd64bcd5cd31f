"""The picture: one SVG for papers and slides, with title, day, key and sources inside, and its text alternative."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from govgraph import words
from govgraph.draw import lettering, look
from govgraph.draw.alternative import about, alternative, title
from govgraph.draw.key import key
from govgraph.draw.page_data import texts_in
from govgraph.draw.placing import MARGIN, Text, block, broken, height, place_key, rules_of_css
from govgraph.draw.templating import environment, own
from govgraph.draw.view import View
from govgraph.model import Source, Structure, first_day

__all__ = ["alternative", "picture"]

_NARROWEST = 700
"""A short diagram gets as much, so that its key stands beside and not below itself."""
_TITLE = (21.0, 34.0)
_WIDE = 1 / 60
"""The title grows with the picture, because a wide one is shown smaller."""
_MOST_LINES = 3
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CSS = """
.gg .quiet, .gg .source { fill: #474d56; }
.gg .heading { stroke: #1b1b1b; stroke-width: .3; }
.gg .rule { fill: none; stroke: #b4bcc6; stroke-width: 1; }
.gg .half > .shape { stroke-width: 2.6; }
"""


class _Still(View):
    """A view of one frame alone: of everything in it what stands there, and nothing that is hidden."""

    def __init__(self, view: View) -> None:
        scene = view.scene
        boxes = {body: box for body, box in scene.boxes.items() if box.shown & view.first}
        links = tuple(one for one in scene.links if one.shown & view.first and one.relation not in look.SEATS)
        super().__init__(replace(scene, boxes=boxes, links=links), view.layout)

    def data(self, frames: int) -> Markup:  # noqa: ARG002
        """Nothing: no script reads it."""
        return Markup("")

    @property
    def links(self) -> list[dict[str, Any]]:
        """Every line but the seats, with the word that it has here."""
        return [_standing(one, "words") for one in super().links]

    @property
    def boxes(self) -> list[dict[str, Any]]:
        """Every body, with what stands in it."""
        return [_standing(box, "faces", "rows", "marks") for box in super().boxes]


def _standing(one: dict[str, Any], *varying: str) -> dict[str, Any]:
    return {**one, **{name: [part for part in one[name] if not part["off"]] for name in varying}}


def picture(view: View) -> str:
    """The picture of what is shown first, as a standalone SVG."""
    wide = max(_NARROWEST, view.width)
    top = _head(view, wide)
    at = (round((wide - view.width) / 2), round(top[-1].y + top[-1].size / 2))
    rule = at[1] + view.height + MARGIN / 2
    placed = place_key(key(view, view.first, view.groups_shown), rule + MARGIN / 2, wide)
    low = placed.low + MARGIN * 3 / 4
    foot = block(_sources(view, wide - 2 * MARGIN), "source", MARGIN, low + MARGIN / 3)
    texts = (*top, *placed.texts, *foot)
    drawn = (
        environment()
        .get_template("picture.svg.j2")
        .render(
            view=_Still(view),
            interactive=False,
            titles=True,
            title=title(view.scene),
            alternative=alternative(view),
            style=_style(view, texts),
            width=wide,
            height=round(low + MARGIN / 3 + height(foot) + MARGIN),
            margin=MARGIN,
            at=at,
            about=top,
            rules=(rule, low),
            samples=placed.samples,
            told=(*placed.texts, *foot),
        )
    )
    return _NOT_IN_XML.sub("", drawn)


def _head(view: View, wide: float) -> list[Text]:
    """The title, and under it the day and the view."""
    size = round(min(max(_TITLE[0], wide * _WIDE), _TITLE[1]))
    room = wide - 2 * MARGIN
    named = block(lettering.wrapped(title(view.scene), size, room, _MOST_LINES), "title", MARGIN, MARGIN, size)
    under = block(broken(about(view), "quiet", room, 2 * _MOST_LINES), "quiet", MARGIN, MARGIN + height(named) + 2)
    return [*named, *under]


def _sources(view: View, room: float) -> list[str]:
    """The documents from which it is taken, on a few lines; what has no room there is counted."""
    moment = view.scene.frames.first.moment
    graphs = filter(None, (moment.after, moment.before))
    told = list(dict.fromkeys(_short(one, room) for graph in graphs for one in _documents(graph.structure)))
    for number in range(len(told), 0, -1):
        more = f"; and {len(told) - number:,} more" if number < len(told) else ""
        head = "Source: " if len(told) == 1 else "Sources: "
        lines = broken(f"{head}{'; '.join(told[:number])}{more}.", "source", room, _MOST_LINES + 1)
        if len(lines) <= _MOST_LINES:
            return lines
    return ["No source is given."]


def _documents(structure: Structure) -> Iterator[str]:
    for source in structure.sources.values():
        beside = ", ".join(filter(None, (source.publisher, _day(source))))
        yield " ".join(f"{source.title} ({beside})".split()) if beside else " ".join(source.title.split())


def _day(source: Source) -> str:
    """The date of a source as a person says it, as exactly as it is stated."""
    if source.date is None or source.date.count("-") == 0:
        return source.date or ""
    day = first_day(source.date)
    return words.day(day) if source.date.count("-") > 1 else f"{day:%B %Y}"


def _short(told: str, room: float) -> str:
    """A source that leaves room for the count of the others."""
    return " ".join(broken(told, "source", room * 0.9, _MOST_LINES - 1))


def _style(view: View, texts: Iterable[Text]) -> Markup:
    texts = list(texts)
    font = lettering.embedded((*texts_in(view), *(text.text for text in texts)))
    face = f'@font-face {{ font-family: "DejaVu Sans"; src: url({font}) format("woff"); }}'
    return Markup("\n".join((face, own("diagram.css"), *rules_of_css(texts), _CSS)))  # noqa: S704 - holds no data
