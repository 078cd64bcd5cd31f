"""Everything that the desk writes, in memory: what the command writes, letter for letter, from what is open."""

import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

from govgraph.board.blocks import Figure
from govgraph.board.paper import Paper
from govgraph.desk.file_names import file_name, stem_of
from govgraph.desk.own_tables import MOST_NAMED, WORKBOOK
from govgraph.desk.protocol import Kind, Written
from govgraph.engine import Run
from govgraph.formats import Base
from govgraph.formats.files import format_of
from govgraph.formats.sheets.layout import LEFT_OUT
from govgraph.formats.written_mark import marked
from govgraph.language import capitalised, number_words, plural_verb
from govgraph.model import Structure
from govgraph.model.content import named_people
from govgraph.model.faults import input_error
from govgraph.pipeline import check
from govgraph.showing import draw, paper, sheet


@dataclass(frozen=True)
class _Open:
    """What is open, as `written` takes it."""

    structure: Structure
    run: Run | None
    opened: Structure | None
    name: str
    body: str

    @property
    def report(self) -> Run:
        """The report on it. Raises InputError where nothing could be checked."""
        return check(self.structure) if self.run is None else self.run

    @property
    def report_alone(self) -> Run:
        """The report on it as it is, compared with nothing."""
        return self.report if self.opened is None else check(self.structure)

    @property
    def name_before(self) -> str:
        """What was opened is called so, which may have been saved under another name since."""
        return self.name if self.run is None or self.run.against is None else self.run.against.base

    @cached_property
    def paper(self) -> Paper:
        """The paper on it as it is."""
        return paper(self.structure)


@dataclass(frozen=True)
class _Output:
    """A kind of file: what it is called, and how it is made."""

    what: str
    """What stands in its name; nothing where it is the structure itself."""
    ending: str
    type: str
    make: Callable[[_Open], str | bytes]
    note: Callable[[_Open], str] = lambda _: ""
    """What to know of it; may be empty."""


def written(
    kind: Kind, structure: Structure, run: Run | None, opened: Structure | None, name: str, body: str = ""
) -> Written:
    """A file of some kind of what is open. Names of people are in those alone that hold the structure itself.

    Args:
        kind: what is written.
        structure: what is open.
        run: its report, made against `opened` where that is given; None where nothing could be checked.
        opened: what was opened, where something was changed since.
        name: what the open file is called.
        body: the id of the body that a sheet is about.

    Raises InputError where there is nothing of the kind to write.

    """
    output = _OUTPUTS[kind]
    is_open = _Open(structure, run, opened, name, body)
    content, note = output.make(is_open), output.note(is_open)
    what = f"{output.what} {structure.bodies[body].name}" if kind == "sheet" else output.what
    called = file_name(stem_of(name), what, output.ending)
    if output.ending in _MARKED and isinstance(content, str):
        content = marked(content, called).decode()  # so that the command knows its own file again
    made = Written(
        name=called,
        type=output.type,
        content=content if isinstance(content, str) else b64encode(content).decode("ascii"),
        is_base64=isinstance(content, bytes),
    )
    if note:
        made["note"] = note
    return made


def _workbook(of: _Open) -> bytes:
    from govgraph.formats.sheets.workbook_writer import rendered  # takes a while to load

    return rendered(of.structure)


def _yaml(of: _Open) -> str:
    from govgraph.formats.yaml import rendered  # only where it is written

    return rendered(of.structure)


def _json(of: _Open) -> str:
    from govgraph.formats.json import rendered  # only where it is written

    return rendered(of.structure)


def _page(of: _Open) -> str:
    return draw(of.structure).html()


def _comparison(of: _Open) -> str:
    if of.opened is None:
        raise input_error("Nothing has changed since the file was opened, so there is nothing to compare.")
    return draw(of.structure, against=Base(of.name_before, of.opened)).html()


def _svg(of: _Open) -> str:
    return draw(of.structure).svg()


def _paper(of: _Open) -> str:
    return of.paper.html()


def _paper_blocks(of: _Open) -> str:
    from govgraph.board import plain  # only where it is written

    return json.dumps(plain.render(of.paper), ensure_ascii=False)


def _questions(of: _Open, form: str) -> str:
    from govgraph.render.questions import render  # only where they are written

    return render(of.report_alone, form)


def _report(of: _Open) -> str:
    from govgraph.render.json import render  # only where it is written

    return render(of.report)


def _sheet(of: _Open) -> str:
    if of.body not in of.structure.bodies:
        raise input_error("Choose the body that the sheet is about.")
    return sheet(of.structure, of.body).html()


def _names_note(of: _Open) -> str:
    return names_note(of.structure)


def names_note(structure: Structure) -> str:
    """That a file holds names of people; empty where it holds none."""
    people = len(named_people(structure))
    names = "the name of one person" if people == 1 else f"the names of {people:,} people"
    return f"It holds {names}: personal data." if people else ""


def _workbook_note(of: _Open) -> str:
    """What of a person's own workbook is not in the one that is written; and that it holds names."""
    left_out = [notice.message for notice in of.structure.notices if notice.message.endswith(LEFT_OUT)]
    sentences = left_out[:MOST_NAMED]
    rest = len(left_out) - len(sentences)
    if rest:
        sentences.append(f"{capitalised(number_words(rest))} more {plural_verb('is', rest)} {LEFT_OUT}")
    if format_of(of.name) == "workbook":
        sentences.append("Colours, formulas and comments of your own are not kept.")
    return " ".join(filter(None, [*sentences, _names_note(of)]))


def _yaml_note(of: _Open) -> str:
    comments = "Comments of your own are not kept." if format_of(of.name) == "yaml" else ""
    return " ".join(filter(None, [comments, _names_note(of)]))


def _paper_note(of: _Open) -> str:
    """Where the page shows a picture that nobody could read once it is printed."""
    shown, fitting = (
        any(isinstance(block, Figure) for block in each.blocks) for each in (of.paper, of.paper.on_pages())
    )
    return "The letters of the picture would be too small on a page." if shown and not fitting else ""


STRUCTURE: tuple[Kind, ...] = ("workbook", "yaml", "json")
"""The kinds that hold what is open itself, which may state nothing yet."""
_MARKED = (".html", ".svg")
_JSON, _HTML, _MARKDOWN, _CSV = "application/json", "text/html", "text/markdown", "text/csv"
_OUTPUTS: dict[Kind, _Output] = {
    "workbook": _Output("", ".xlsx", WORKBOOK, _workbook, _workbook_note),
    "yaml": _Output("", ".yaml", "application/yaml", _yaml, _yaml_note),
    "json": _Output("", ".json", _JSON, _json, _names_note),
    "page": _Output("page", ".html", _HTML, _page),
    "comparison": _Output("comparison", ".html", _HTML, _comparison),
    "svg": _Output("picture", ".svg", "image/svg+xml", _svg),
    "paper": _Output("paper", ".html", _HTML, _paper, _paper_note),
    "paper-blocks": _Output("paper", ".docx", _JSON, _paper_blocks),
    "questions": _Output("questions", ".md", _MARKDOWN, partial(_questions, form="markdown")),
    "questions-table": _Output("questions", ".csv", _CSV, partial(_questions, form="csv")),
    "report": _Output("report", ".json", _JSON, _report),
    "sheet": _Output("about", ".html", _HTML, _sheet),
}
