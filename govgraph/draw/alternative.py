"""A drawing in words: its title, the day and the view, and the text that stands for it where it cannot be seen."""

from collections.abc import Iterator, Sequence

from govgraph import words
from govgraph.draw import look
from govgraph.draw.scene import Box, Link, Scene
from govgraph.draw.view import View
from govgraph.findings import AsOf, Certainty, Severity

_LONG = 2_000
"""So many characters at most: a screen reader reads such a text in one go."""
_NAME = 90
_FEW = 6
"""A list names so many bodies, and then says how many more."""


def title(scene: Scene) -> str:
    """What is drawn."""
    return words.title(scene.frames.main.after.structure)


def about(view: View) -> str:
    """The day and the view, what it is compared with, and what is left out."""
    moment = view.scene.frames.first.moment
    today = moment.report is not None and moment.report.as_of_is is AsOf.TODAY
    chosen = " (the day on which this was drawn, because the file states none)" if today else ""
    told = [f"As of {words.day(moment.day)}{chosen}, looking at {words.VIEWS[moment.after.view]}."]
    if moment.before is not None:
        earlier = " ".join((moment.before.structure.title or "").split())
        named = earlier if earlier not in ("", title(view.scene)) else "the structure before"
        told.append(f"Compared with {named}, as of {words.day(moment.before.as_of)}.")
    if moment.report is not None and moment.report.only_for:
        told.append(words.only_for(moment.report))
    return " ".join(filter(None, (*told, view.scene.only, moment.silence)))


def alternative(view: View) -> str:
    """The drawing as a text of some 2,000 characters at most, which says how much it leaves out."""
    boxes = [box for box in view.scene.boxes.values() if box.shown & view.first]
    links = [link for link in view.scene.links if link.shown & view.first and link.relation not in look.SEATS]
    size = f"{words.many(len(boxes), 'body', 'bodies')} and {words.many(len(links), 'line')} between them."
    told = [
        _short(about(view), 4 * _NAME),
        size,
        *_turned(view, boxes),
        *_top(view, boxes, links),
        *_people(view, boxes),
    ]
    return _with_lines(view, " ".join((*told, _findings(view))), links)[:_LONG]


def _top(view: View, boxes: Sequence[Box], links: Sequence[Link]) -> Iterator[str]:
    """Who stands at the top: with something below it, and nothing above; and who is tied to nobody."""
    tied = {body for link in links for body in (link.start, link.end)}
    lower = {link.start for link in links if look.carries(link.relation) and link.start != link.end}
    upper = {link.end for link in links if look.carries(link.relation)}
    top = [box for box in boxes if box.key in upper and box.key not in lower]
    alone = [box for box in boxes if box.key not in tied]
    if top:
        yield f"At the top, with nothing above: {_names(view, top)}."
    if alone:
        yield f"Without a line to any other: {_names(view, alone)}."


def _turned(view: View, boxes: Sequence[Box]) -> Iterator[str]:
    """Which bodies are new, and which are gone."""
    for head, found in (
        ("New", [box for box in boxes if box.new & view.first]),
        ("Gone after", [box for box in boxes if box.gone & view.first]),
    ):
        if found:
            yield f"{head}: {_names(view, found)}."


def _people(view: View, boxes: Sequence[Box]) -> Iterator[str]:
    """For each group that the drawing shows, its part in each body."""
    for group, who in view.scene.people.items():
        found: dict[str, list[Box]] = {}
        for box in boxes if group in view.groups_shown else ():
            part = box.parts[group].at(view.scene.frames.first) if group in box.parts else None
            if part is not None:
                found.setdefault(part.words, []).append(box)
        for said, bodies in found.items():
            yield f"{_short(who, _NAME)}, {said}: {_names(view, bodies)}."


def _findings(view: View) -> str:
    moment = view.scene.frames.first.moment
    shown = [one for one in view.scene.found if one.shown & view.first and not one.gone]
    found = [one.finding for one in shown if one.finding.waiver is None]
    waived = f" {words.many(len(shown) - len(found), 'finding')} waived." if len(shown) > len(found) else ""
    if not found and moment.report is None:
        return ""
    if not found:
        what = "Of what is drawn nothing" if view.scene.only else "Nothing"
        return f"{what} {'else ' if waived else ''}was found by the rules that were asked.{waived}"
    counts = [(sum(one.severity is weight for one in found), weight.value) for weight in Severity]
    told = ", ".join(words.many(number, weight) for number, weight in counts if number)
    silent = sum(one.certainty is Certainty.NOT_STATED for one in found)
    rests = f", {silent:,} of them because something is not stated" if silent else ""
    return f"Findings: {told}{rests}.{waived}"


def _with_lines(view: View, text: str, links: Sequence[Link]) -> str:
    """The text with as many lines in words as there is room for, and how many more there are."""
    text = _short(text, _LONG - _NAME)
    for number, link in enumerate(links):
        names = [_name(view, view.scene.boxes[body]) for body in (link.start, link.end)]
        word = " (new)" if link.new & view.first else " (gone after)" if link.gone & view.first else ""
        longer = f"{text} {names[0]} {look.words(link.relation)} {names[1]}{word}."
        if len(longer) > _LONG - _NAME:
            return f"{text} And {words.many(len(links) - number, 'more line')} that this text has no room for."
        text = longer
    return text.strip()


def _names(view: View, boxes: Sequence[Box]) -> str:
    names = [_name(view, box) for box in boxes]
    more = [f"and {len(names) - _FEW:,} more"] if len(names) > _FEW else []
    return ", ".join((*names[:_FEW], *more))


def _name(view: View, box: Box) -> str:
    face = box.faces.at(view.scene.frames.first) or box.faces.contents[0]
    return _short(" ".join(face.name.split()), _NAME)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"
