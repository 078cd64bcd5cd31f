"""The picture: one SVG for papers and slides, with title, day, legend and sources inside, and its text alternative."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from govgraph import language
from govgraph.diagram import style
from govgraph.diagram.legend import MARGIN, SIZES, TextLine, css_rules, height, legend, place_legend, text_lines
from govgraph.diagram.page_findings import report_of_drawn
from govgraph.diagram.scene import Box, Link, Scene
from govgraph.diagram.style import font_face
from govgraph.diagram.view import View, asset, environment, texts_in
from govgraph.findings import AsOf
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
        sentences.append(f"Compared with {named}, as at {language.day(moment.before.as_of)}.")
    if moment.report is not None and moment.report.only_for:
        sentences.append(verdict.only_for(moment.report))
    past_their_end = verdict.task_groups_past_their_end(moment.after)
    if past_their_end and not view.scene.scope:
        sentences.append(f"Not drawn: {language.listed(past_their_end)}.")
    return " ".join(filter(None, (*sentences, view.scene.scope, moment.silence)))


def text_alternative(view: View) -> str:
    """The drawing as a text of some 2,000 characters at most: what is wrong, what is drawn, how much is left out."""
    boxes = [box for box in view.scene.boxes.values() if box.shown & view.initial_mask]
    links = [link for link in view.scene.links if link.shown & view.initial_mask and link.relation not in style.SEATS]
    tied = {body for link in links for body in (link.start, link.end)}
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
        f"{language.plural(len(boxes), 'body', 'bodies')} and {language.plural(len(links), 'line')} between them.",
        *(f"{heading}: {_names(view, listed)}." for heading, listed in lists.items() if listed),
        *_participation(view, boxes),
    ]
    return _with_lines(view, " ".join(filter(None, sentences)), links)[:_MAX_TEXT]


def _participation(view: View, boxes: Sequence[Box]) -> Iterator[str]:
    """For each group that the drawing shows, its part in each body."""
    for group, name in view.scene.groups.items():
        by_part: dict[str, list[Box]] = {}
        for box in boxes if group in view.visible_groups else ():
            part = box.parts[group].at(view.scene.frames.initial) if group in box.parts else None
            if part is not None:
                by_part.setdefault(part.words, []).append(box)
        for words, bodies in by_part.items():
            yield f"{_shortened(name, _MAX_NAME)}, {words}: {_names(view, bodies)}."


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
        change = " (new)" if link.new & view.initial_mask else " (gone after)" if link.gone & view.initial_mask else ""
        longer = f"{text} {start} {style.words(link.relation)} {end}{change}."
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


_MIN_WIDTH = 700
"""A short diagram gets as much, so that the sections of its legend stand beside one another."""
_TITLE_SIZES = (21.0, 34.0)
_TITLE_SHARE = 1 / 60
"""The title grows with the picture, because a wide one is shown smaller."""
_MAX_LINES = 3
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_CSS = """
.gg .quiet, .gg .source { fill: #474d56; }
.gg .heading { stroke: #1b1b1b; stroke-width: .3; }
.gg .rule { fill: none; stroke: #b4bcc6; stroke-width: 1; }
.gg .half > .shape { stroke-width: 2.6; }
"""


class _FrameView(View):
    """A view of one frame alone: of everything in it what stands there, and nothing that is hidden."""

    def __init__(self, view: View) -> None:
        scene = view.scene
        boxes = {body: box for body, box in scene.boxes.items() if box.shown & view.initial_mask}
        links = tuple(
            link for link in scene.links if link.shown & view.initial_mask and link.relation not in style.SEATS
        )
        super().__init__(replace(scene, boxes=boxes, links=links), view.layout)

    def data(self, frames: int) -> Markup:  # noqa: ARG002
        """Nothing: no script reads it."""
        return Markup("")

    @property
    def links(self) -> list[dict[str, Any]]:
        """Every line but the seats, with the label that it has here."""
        return [_without_hidden(link, "labels") for link in super().links]

    @property
    def boxes(self) -> list[dict[str, Any]]:
        """Every body, with what stands in it."""
        return [_without_hidden(box, "texts", "rows", "marks") for box in super().boxes]


def _without_hidden(element: dict[str, Any], *lists: str) -> dict[str, Any]:
    return {**element, **{name: [part for part in element[name] if not part["off"]] for name in lists}}


def picture(view: View) -> str:
    """The picture of what is shown first, as a standalone SVG."""
    wide = max(_MIN_WIDTH, view.width)
    head = _head(view, wide)
    at = (round((wide - view.width) / 2), round(head[-1].y + head[-1].size / 2))
    rule = at[1] + view.height + MARGIN / 2
    placed = place_legend(legend(view, view.initial_mask, view.visible_groups), rule + MARGIN / 2, wide)
    bottom = placed.height + MARGIN * 3 / 4
    sources = text_lines(_sources(view, wide - 2 * MARGIN), "source", MARGIN, bottom + MARGIN / 3)
    svg = (
        environment()
        .get_template("picture.svg.j2")
        .render(
            view=_FrameView(view),
            interactive=False,
            titles=True,
            title=drawing_title(view.scene),
            alternative=text_alternative(view),
            style=_style(view, [*head, *placed.texts, *sources]),
            width=wide,
            height=round(bottom + MARGIN / 3 + height(sources) + MARGIN),
            margin=MARGIN,
            at=at,
            head=head,
            rules=(rule, bottom),
            samples=placed.samples,
            texts=(*placed.texts, *sources),
        )
    )
    return _NOT_IN_XML.sub("", svg)


def _head(view: View, wide: float) -> list[TextLine]:
    """The title, and under it the day and the view."""
    smallest, largest = _TITLE_SIZES
    size = round(min(max(smallest, wide * _TITLE_SHARE), largest))
    room = wide - 2 * MARGIN
    title = style.wrapped(drawing_title(view.scene), size, room, _MAX_LINES)
    title_lines = text_lines(title, "title", MARGIN, MARGIN, size)
    subtitle = style.wrapped(drawing_subtitle(view), SIZES["quiet"], room, 2 * _MAX_LINES)
    return [*title_lines, *text_lines(subtitle, "quiet", MARGIN, MARGIN + height(title_lines) + 2)]


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
    return Markup("\n".join(css))  # noqa: S704 - holds no data
