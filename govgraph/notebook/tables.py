"""Structures, reports and answers as tables of pandas: names in the cells, columns in an order that stays."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import singledispatch
from typing import TYPE_CHECKING, Any, get_args

from govgraph.engine import FAMILIES, family_of
from govgraph.findings import Aspect, Finding, Question, Report
from govgraph.formats.sheets.layout import ties
from govgraph.graph import Trace
from govgraph.language import either_of
from govgraph.model import Body, Completeness, Contact, Role, Seat, Statement, Status, Structure
from govgraph.model.change import PERSONAL
from govgraph.model.faults import input_error, nearest
from govgraph.model.fields import shapes
from govgraph.model.statement import Record
from govgraph.render.changes import change_rows
from govgraph.render.measures import Cell, MeasureTable
from govgraph.render.participation import ParticipationTable
from govgraph.render.statements import source
from govgraph.render.trace import trace_texts
from govgraph.render.verdict import GONE

if TYPE_CHECKING:
    import pandas as pd

TEXT, TRUTH, NUMBER, SHARE = "string", "boolean", "Int64", "Float64"
"""The types of columns. Each can say that something is not stated."""

TableRow = Sequence[Any]

Index = tuple[str, Sequence[str]]
"""The name of an index, and a label for each row."""


def table(columns: Mapping[str, str], rows: Iterable[TableRow], index: Index | None = None) -> "pd.DataFrame":
    """A table with these columns, each of its type, also where there are no rows; they may have labels.

    Raises ModuleNotFoundError that says what to install where pandas is missing.
    """
    try:
        import pandas as pd  # heavy, and only notebooks ask for it
    except ModuleNotFoundError:
        message = "Tables need pandas, which is not installed: pip install 'govgraph[notebook]'"
        raise ModuleNotFoundError(message, name="pandas") from None
    filled = list(rows)
    labels = None if index is None else pd.Index(list[str](index[1]), name=index[0], dtype="object")
    data = {
        name: pd.Series([row[number] for row in filled], dtype=kind, index=labels)
        for number, (name, kind) in enumerate(columns.items())
    }
    return pd.DataFrame(data, index=labels)


@singledispatch
def frame(shown: object, *_: Any, **__: Any) -> "pd.DataFrame":
    """A table of pandas. Raises TypeError for what has none."""
    raise TypeError(f"govgraph has no table of {type(shown).__name__}.")


@frame.register(Trace)
def _of_trace(trace: Trace) -> "pd.DataFrame":
    """A row for each sentence about a body, with the part that it belongs to."""
    rows = ((part.title, sentence) for part in trace_texts(trace) for _, sentence in part.sentences)
    return table({"part": TEXT, "sentence": TEXT}, rows)


@frame.register(ParticipationTable)
def _of_participation(shown: ParticipationTable, *, long: bool) -> "pd.DataFrame":
    """Who takes part where: a row for each body, or with `long` one for each body and group of people."""
    graph = shown.graph
    names = {group: graph.structure.constituencies[group].name for group in shown.constituencies}
    if not long:
        # Two groups may have one name; each keeps its column.
        count = Counter(names.values())
        headings = {group: name if count[name] == 1 else f"{name} ({group})" for group, name in names.items()}
        rows = ((shown.level(body), *(shown.row(body, group).part.words for group in names)) for body in shown.bodies)
        columns = {"level": TEXT, **dict.fromkeys(headings.values(), TEXT)}
        return table(columns, rows, ("body", [graph.name(body) for body in shown.bodies]))
    columns = {"body": TEXT, "level": TEXT, "people": TEXT, "part": TEXT, "amount": TEXT, "scale": TEXT, "rank": NUMBER}
    long_rows = (
        (
            graph.name(row.body),
            shown.level(row.body),
            names[row.constituency],
            row.part.words,
            row.part.amount.value,
            row.scale.words,
            int(row.scale),
        )
        for row in shown.rows()
    )
    return table(columns, long_rows)


@frame.register(MeasureTable)
def _of_measures(measures: MeasureTable) -> "pd.DataFrame":
    """A table of numbers; where a number is not stated, the cell is empty."""
    columns = {name: _dtype([row[place] for row in measures.rows]) for place, name in enumerate(measures.header)}
    return table(columns, measures.rows)


def _dtype(cells: list[Cell]) -> str:
    if any(isinstance(cell, str) for cell in cells):
        return TEXT
    return SHARE if any(isinstance(cell, float) for cell in cells) else NUMBER


_FINDING = ("severity", "certainty", "question", "bodies", "people", "message", "what to do", "rule", "status")
_QUESTION = {"question": TEXT, "about": TEXT, "who may know": TEXT, "severity": TEXT, "settles": NUMBER}
_TABLES = ("findings", "questions", "changes", "gone")


@frame.register(Report)
def _of_report(report: Report, what: str) -> "pd.DataFrame":
    """The findings, questions, changes or findings that are gone of a report. Raises InputError for another table."""
    _check_table(what, _TABLES)
    if what == "questions":
        return table(_QUESTION, (_question_cells(report, question) for question in report.questions))
    columns: Sequence[str]
    rows: Iterable[TableRow]
    if what == "findings":
        columns, rows = _FINDING, (_finding_cells(report, finding) for finding in report.findings)
    elif report.against is None or report.against.structure is None:
        raise input_error("This report compares with nothing. Use govgraph.compare(before, after).")
    elif what == "gone":
        gone = report.against.gone
        columns, rows = (*_FINDING, "why"), ((*_finding_cells(report, finding), GONE[why]) for finding, why in gone)
    else:
        columns = ("about", "change", "what")
        rows = ((change.subject, change.kind.value, change.what) for change in change_rows(report))
    return table(dict.fromkeys(columns, TEXT), rows)


def _question_cells(report: Report, question: Question) -> TableRow:
    """The cells of a question; one that a rule of somebody's own asks is about the bodies of its finding."""
    own = question.aspect is Aspect.OTHER
    bodies = dict.fromkeys(body for finding in question.settles for body in finding.bodies)
    about = map(report.name, bodies) if own else question.about.names
    return (
        question.message,
        "; ".join(about),
        None if own else question.aspect.wording.who_knows,
        question.severity.value,
        len(question.settles),
    )


def _check_table(name: str, known: Sequence[str]) -> None:
    if name not in known:
        raise input_error(f"There is no table '{name}'; it should be {either_of(known)}.{nearest(str(name), known)}")


def _finding_cells(report: Report, finding: Finding) -> tuple[str | None, ...]:
    status = "waived" if finding.waiver else finding.status and finding.status.value
    return (
        finding.severity.value,
        finding.certainty.value.replace("_", " "),
        FAMILIES[family_of(finding.code)],
        "; ".join(map(report.name, finding.bodies)),
        report.constituency_name(finding.constituency) if finding.constituency else None,
        finding.message,
        finding.fix,
        finding.code,
        status,
    )


_LAST = ("status", "from", "until", "source", "note")
"""What every statement has stands after what it states."""
_COMPLETENESS = ("membership", "lines")


@frame.register(Structure)
def _of_structure(structure: Structure, section: str, *, with_names: bool) -> "pd.DataFrame":
    """One section of a structure, with the names of people if asked. Raises InputError for one that is not there."""
    of_bodies: dict[str, type[Statement]] = {"seats": Seat, "contacts": Contact}
    by_id = {key: shape.model for key, shape in shapes(Structure).items() if shape.by_id and shape.model}
    _check_table(section, ["bodies", *of_bodies, "relations", *(key for key in by_id if key != "bodies")])
    if section == "relations":
        columns = {"body": TEXT, "relation": TEXT, "to": TEXT, "on": TEXT, "lead": TRUTH, **dict.fromkeys(_LAST, TEXT)}
        return table(columns, _relation_rows(structure))
    model = of_bodies.get(section) or by_id[section]
    keys = [key for key in _columns(model) if section not in of_bodies or with_names or key not in PERSONAL]
    if section in of_bodies:
        rows = (
            (body.name, *_record_cells(structure, statement, keys, body))
            for body in structure.bodies.values()
            for statement in getattr(body, section)
        )
        return table({"body": TEXT, **_types(model, keys)}, rows)
    entries = getattr(structure, section)
    cells = (
        _record_cells(structure, entry, keys, entry if section == "bodies" else None) for entry in entries.values()
    )
    return table(_types(model, keys), cells, ("id", list(entries)))


def _relation_rows(structure: Structure) -> Iterator[TableRow]:
    """A row for each row of the sheet Relations of a workbook, in the words of that."""
    for body in structure.bodies.values():
        for tie in ties().values():
            keys = [str(tie.model.shorthand), "on", "lead", *_LAST]
            for relation in getattr(body, tie.key):
                to, *rest = _record_cells(structure, relation, keys, body)
                yield (body.name, tie.words, to, *rest)


def _columns(model: type[Record]) -> list[str]:
    """The keys of a record that hold one value or plain ones: its own as in the model, then the common ones."""
    records = {key for key, shape in shapes(model).items() if shape.model}
    keys = [field.alias or name for name, field in model.model_fields.items()]
    own = [key for key in keys if key not in records and key not in _LAST]
    return [*own, *(key for key in _LAST if key in keys)]


def _types(model: type[Record], columns: list[str]) -> dict[str, str]:
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    return {key.replace("_", " "): _type(fields[key].annotation) for key in columns}


def _type(hint: Any) -> str:
    if _is_truth(hint):
        return TRUTH
    return NUMBER if int in (hint, *get_args(hint)) else TEXT


def _is_truth(hint: Any) -> bool:
    return hint is bool or any(map(_is_truth, get_args(hint)))


def _record_cells(structure: Structure, record: Record, keys: list[str], body: Body | None) -> TableRow:
    """The cells of a record, in words; what its body or its file says for it holds for it."""
    refers = {key: shape.refers for key, shape in shapes(type(record)).items() if shape.refers}
    names = {field.alias or name: name for name, field in type(record).model_fields.items()}

    def cell(key: str) -> Any:
        own = getattr(record, names[key]) if key in names else None
        if key == "source":
            return source(structure, own or (body.source if body else None) or structure.source)
        if key == "status":
            return _words(own or (body.status if body else None) or structure.status or Status.IN_PLACE)
        if key in _COMPLETENESS:
            return _words(own or getattr(structure, key) or Completeness.PARTIAL)
        return _words(_names(structure, refers[key], own) if key in refers else own)

    return [cell(key) for key in keys]


def _names(structure: Structure, section: str, value: Any) -> Any:
    """The names of entries, by their ids; the id of an entry that is not there."""
    if isinstance(value, tuple):
        return tuple(_names(structure, section, key) for key in value)
    entry = getattr(structure, section).get(value)
    return getattr(entry, "title" if section == "sources" else "name", value)


def _words(value: Any) -> Any:
    """A value in words; None where there is none."""
    if isinstance(value, tuple):
        return "; ".join(str(_words(item)) for item in value) or None
    if isinstance(value, Role | Status):
        return value.words
    return value.value.replace("_", " ") if isinstance(value, Enum) else value
