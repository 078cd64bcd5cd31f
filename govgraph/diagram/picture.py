"""The picture: one SVG for papers and slides that says what is wrong, with legend and sources inside, and as text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from math import ceil
from typing import Any, NamedTuple

from markupsafe import Markup

from govgraph import language
from govgraph.diagram import style, tokens
from govgraph.diagram.composition import Composition, Diagram, Words, fitted, natural
from govgraph.diagram.composition import bare as bare_diagram
from govgraph.diagram.legend import SIZES, TextLine, css_rules, legend
from govgraph.diagram.page_findings import report_of_drawn
from govgraph.diagram.scene import Box, Link, Scene
from govgraph.diagram.seat_words import ChairState
from govgraph.diagram.sizes import Size, canvases, too_small
from govgraph.diagram.style import font_face
from govgraph.diagram.view import View, asset, environment, texts_in
from govgraph.findings import AsOf, Severity
from govgraph.model import Source
from govgraph.render import statements, verdict
from govgraph.render.headline import headline, problems_and_questions

_MAX_TEXT = 2_000
"""So many characters at most: a screen reader reads such a text in one go."""
_MAX_NAME = 90
_MAX_HEADLINE = 700
_MAX_NAMES = 6
"""A list names so many bodies, and then says how many more."""


def drawing_title(scene: Scene) -> str:
    """The title of the structure that is drawn."""
    return statements.title(scene.frames.main.after.structure)


def drawing_subtitle(view: View) -> str:
    """The day and the view, what it is compared with, and what is left out."""
    moment = view.scene.frames.initial.moment
    today = moment.report is not None and moment.report.as_of_is is AsOf.TODAY
    chosen = ", the day on which this was drawn, because the file has no date of its own" if today else ""
    sentences = [f"As at {language.day(moment.day)}{chosen}: {statements.VIEWS[moment.after.view]}."]
    if moment.before is not None:
        earlier = " ".join((moment.before.structure.title or "").split())
        named = earlier if earlier not in ("", drawing_title(view.scene)) else "the structure before"
        other_day = f", as at {language.day(moment.before.as_of)}" if moment.before.as_of != moment.day else ""
        sentences.append(f"Compared with {named}{other_day}.")
    if moment.report is not None and moment.report.only_for:
        sentences.append(verdict.only_for(moment.report))
    past_their_end = verdict.task_groups_past_their_end(moment.after)
    if past_their_end and not view.scene.scope:
        sentences.append(f"Not drawn: {language.listed(past_their_end)}.")
    return " ".join(filter(None, (*sentences, view.scene.scope, moment.silence)))


def text_alternative(view: View) -> str:
    """The drawing as a text of some 2,000 characters at most: what is wrong, what is drawn, how much is left out."""
    boxes = [box for box in view.scene.boxes.values() if box.shown & view.initial_mask]
    links = sorted((link for link in view.scene.links if link.shown & view.initial_mask), key=lambda link: link.is_seat)
    lines = [link for link in links if not link.is_seat]
    tied = {body for link in links if link.is_drawn for body in (link.start, link.end)}
    lower = {link.start for link in links if style.is_line(link.relation) and link.start != link.end}
    upper = {link.end for link in links if style.is_line(link.relation)}
    lists = {
        "New": [box for box in boxes if box.new & view.initial_mask],
        "Gone after": [box for box in boxes if box.gone & view.initial_mask],
        "At the top, with nothing above": [box for box in boxes if box.key in upper and box.key not in lower],
        "Without a line to any other": [box for box in boxes if box.key not in tied],
    }
    sentences = [
        _shortened(drawing_subtitle(view), 4 * _MAX_NAME),
        _findings(view),
        f"{language.plural(len(boxes), 'body', 'bodies')} and {language.plural(len(lines), 'line')} between them.",
        *(f"{heading}: {_names(view, listed)}." for heading, listed in lists.items() if listed),
        *_participation(view, boxes),
        *_chairs(view, boxes),
    ]
    return _with_lines(view, " ".join(filter(None, sentences)), links)[:_MAX_TEXT]


def _participation(view: View, boxes: Sequence[Box]) -> Iterator[str]:
    """For each group that the drawing shows, its part in each body."""
    for group, name in view.scene.groups.items():
        by_part: dict[str, list[Box]] = {}
        for box in boxes:
            part = box.parts[group].at(view.scene.frames.initial) if group in box.parts else None
            if part is not None:
                by_part.setdefault(part.words, []).append(box)
        for words, bodies in by_part.items():
            yield f"{_shortened(name, _MAX_NAME)}, {words}: {_names(view, bodies)}."


def _chairs(view: View, boxes: Sequence[Box]) -> Iterator[str]:
    """Who chairs each body of which the drawing says so, empty chairs first."""
    chairs = [(box, chair) for box in boxes if (chair := box.chairs.at(view.scene.frames.initial)) is not None]
    chairs.sort(key=lambda pair: pair[1].state is ChairState.FILLED)
    for box, chair in chairs[:_MAX_NAMES]:
        yield f"{_name(view, box)}: {_shortened(chair.words, _MAX_NAME)}."
    if len(chairs) > _MAX_NAMES:
        yield f"And who chairs {language.plural(len(chairs) - _MAX_NAMES, 'other body', 'other bodies')}."


def _findings(view: View) -> str:
    """What is wrong with what is drawn, the counts, and how many findings are waived."""
    whole = view.scene.frames.initial.moment.report
    if whole is None:
        return ""
    report = report_of_drawn(view.scene, whole)
    waived = len(report.waived)
    are_waived = f"{language.plural(waived, 'finding is', 'findings are')} waived." if waived else ""
    said = (_shortened(headline(report), _MAX_HEADLINE), problems_and_questions(report), are_waived)
    return " ".join(filter(None, said))


def _with_lines(view: View, text: str, links: Sequence[Link]) -> str:
    """The text with as many lines in words as there is room for, and how many more there are."""
    text = _shortened(text, _MAX_TEXT - _MAX_NAME)
    for number, link in enumerate(links):
        start, end = (_name(view, view.scene.boxes[body]) for body in (link.start, link.end))
        labels = ", ".join(label for label, frames in link.labels() if frames & view.initial_mask)
        longer = f"{text} {start} {style.words(link.relation)} {end}{f' ({labels})' if labels else ''}."
        if len(longer) > _MAX_TEXT - _MAX_NAME:
            return f"{text} And {language.plural(len(links) - number, 'more line')} that this text has no room for."
        text = longer
    return text.strip()


def _names(view: View, boxes: Sequence[Box]) -> str:
    names = [_name(view, box) for box in boxes]
    more = [f"and {len(names) - _MAX_NAMES:,} more"] if len(names) > _MAX_NAMES else []
    return ", ".join((*names[:_MAX_NAMES], *more))


def _name(view: View, box: Box) -> str:
    text = box.texts.at(view.scene.frames.initial) or next(iter(box.texts))
    return _shortened(" ".join(text.name.split()), _MAX_NAME)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"


_MAX_LINES = 3
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_CSS = """
.gg .title, .gg .headline, .gg .heading { font-weight: bold; }
.gg .quiet, .gg .source { fill: var(--gg-soft); }
.gg .rule { fill: none; stroke: var(--gg-edge); stroke-width: .7; }
.gg .bar { fill: var(--gg-wrong); }
"""


class _FrameView(View):
    """A view of one frame alone: of everything in it what stands there, and nothing that is hidden."""

    def __init__(self, view: View) -> None:
        scene = view.scene
        boxes = {body: box for body, box in scene.boxes.items() if box.shown & view.initial_mask}
        links = tuple(link for link in scene.links if link.shown & view.initial_mask and link.is_drawn)
        frames = tuple(frame for frame in view.layout.organisations if frame.body in boxes)
        super().__init__(replace(scene, boxes=boxes, links=links), view.layout._replace(organisations=frames))

    def data(self, frames: int) -> Markup:  # noqa: ARG002
        """Nothing: no script reads it."""
        return Markup("")

    @cached_property
    def links(self) -> list[dict[str, Any]]:
        """Every line that is drawn, with the label that it has here."""
        return [_without_hidden(link) for link in super().links]

    @cached_property
    def boxes(self) -> list[dict[str, Any]]:
        """Every body, with what stands in it."""
        return [_without_hidden(box) for box in super().boxes]

    @property
    def lists(self) -> list[dict[str, Any]]:
        """The lists of like siblings, each with the heading that it has here."""
        return [_without_hidden(frame) for frame in super().lists if _is_shown(frame)]

    @property
    def organisations(self) -> list[dict[str, Any]]:
        """The frames of organisations of which something stands here."""
        return [_without_hidden(frame) for frame in super().organisations if _is_shown(frame)]


def _without_hidden(element: dict[str, Any]) -> dict[str, Any]:
    """A part of the drawing without those of its parts that are in other frames."""
    return {name: list(filter(_is_shown, part)) if isinstance(part, list) else part for name, part in element.items()}


def _is_shown(part: Any) -> bool:
    return not (isinstance(part, dict) and part.get("off"))


def picture(view: View, size: Size | None = None, *, transparent: bool = False, bare: bool = False) -> str:
    """The picture of what is shown first, as a standalone SVG: as large as it is drawn, or at a size.

    `bare` is the diagram alone, as large as it is drawn.
    """
    width, height, shown_as, composed = _bare(view) if bare else _composed(view, size)
    svg = (
        environment()
        .get_template("picture.svg.j2")
        .render(
            view=_FrameView(view),
            interactive=False,
            titles=True,
            title=drawing_title(view.scene),
            alternative=text_alternative(view),
            style=_style(view, [*composed.head.lines, *composed.texts]),
            width=width,
            height=height,
            shown_as=shown_as,
            transparent=transparent,
            composed=composed,
        )
    )
    return _NOT_IN_XML.sub("", svg)


def sides(view: View, size: Size | None) -> tuple[int, int]:
    """How wide and high the picture is, in px."""
    composed = _composed(view, size)
    return composed.width, composed.height


def size_warning(view: View, size: Size) -> str:
    """A sentence that says so where a picture of this size has letters too small to read, or nothing."""
    return too_small(size, smallest_letter(view, size))


def smallest_letter(view: View, size: Size | None) -> float:
    """The height in px of the smallest letter of a picture: as large as it is drawn, or at a size."""
    composed = _composed(view, size).composition
    return composed.zoom * min(composed.scale * _FrameView(view).smallest_letter, *SIZES.values())


class _Composed(NamedTuple):
    """A composition, its sides in px, and those that the SVG states."""

    width: int
    height: int
    shown_as: tuple[str, str]
    composition: Composition


def _composed(view: View, size: Size | None) -> _Composed:
    words = _words(view)
    if size is None:
        composed = natural(words, _diagram(view))
        width, height = round(composed.width), round(composed.height)
        return _Composed(width, height, (str(width), str(height)), composed)
    options = [(fitted(words, canvas, _diagram(view)), canvas) for canvas in canvases(size)]
    composed, canvas = max(options, key=lambda option: option[0].zoom * option[0].scale)
    height = canvas.height if canvas.is_full else min(canvas.height, ceil(composed.height * composed.zoom))
    return _Composed(canvas.width, height, canvas.sides(height), composed)


def _bare(view: View) -> _Composed:
    sides = str(view.width), str(view.height)
    return _Composed(view.width, view.height, sides, bare_diagram(_diagram(view)))


def _diagram(view: View) -> Diagram:
    layout = view.layout
    left = min(layout.middle[body][0] - shape.width / 2 for body, shape in layout.shapes.items())
    return Diagram(view.width, view.height, left)


def _words(view: View) -> Words:
    """The texts around the diagram."""
    whole = view.scene.frames.initial.moment.report
    report = None if whole is None else report_of_drawn(view.scene, whole)
    return Words(
        title=drawing_title(view.scene),
        headline="" if report is None else str(headline(report)),
        is_wrong=report is not None and any(item.first.severity is not Severity.NOTE for item in report.facts),
        subtitle=drawing_subtitle(view),
        legend=legend(view, view.initial_mask),
        sources=lambda room: _sources(view, room),
    )


def _sources(view: View, room: float) -> list[str]:
    """The documents from which it is taken, on a few lines; what has no room there is counted."""
    moment = view.scene.frames.initial.moment
    graphs = filter(None, (moment.after, moment.before))
    documents = [_document(source) for graph in graphs for source in graph.structure.sources.values()]
    # Each leaves room for the count of the others.
    size = SIZES["source"]
    texts = list(dict.fromkeys(" ".join(style.wrapped(text, size, room * 0.9, _MAX_LINES - 1)) for text in documents))
    for number in range(len(texts), 0, -1):
        more = f"; and {len(texts) - number:,} more" if number < len(texts) else ""
        heading = "Source: " if len(texts) == 1 else "Sources: "
        lines = style.wrapped(f"{heading}{'; '.join(texts[:number])}{more}.", size, room, _MAX_LINES + 1)
        if len(lines) <= _MAX_LINES:
            return lines
    return ["No source is given."]


def _document(source: Source) -> str:
    """A source by title, publisher and date."""
    details = ", ".join(filter(None, (source.publisher, language.partial_date(source.date or ""))))
    return " ".join(f"{source.title} ({details})".split() if details else source.title.split())


def _style(view: View, texts: Sequence[TextLine]) -> Markup:
    css = (font_face((*texts_in(view), *(line.text for line in texts))), asset("diagram.css"), *css_rules(texts), _CSS)
    return Markup(tokens.literal("\n".join(css)))  # noqa: S704 - holds no data
