"""The sheets of a workbook: one for each section, one for relations, seats, contacts and settings, with examples."""

from functools import cache
from typing import NamedTuple

from govgraph.formats.plain_data import record_models
from govgraph.formats.sheets.columns import CellType, Column, header_of, normalized, plain_columns
from govgraph.model import Body, Statement, Structure, relation_keys
from govgraph.model.fields import keys_in_order, shapes
from govgraph.model.proposal import HAS_A_SEAT, IS_A, IS_A_GROUP, IS_A_THEME, IS_ALSO_CALLED, IS_THE_SAME_BODY, Proposal
from govgraph.model.relation_words import parse_relation
from govgraph.model.statement import Record

READ_ME = "Read me"
WORDS = "Words"
"""A sheet with the words from which drop-downs choose, where they are too many for a cell's own list."""
SETTINGS = "Settings"
MEANING = ("meaning",)
"""The way to a column of Settings that is there for whoever fills it in."""
RELATIONS = "Relations"
BODIES = "Bodies"
DRAFT = "draft"
"""The section of what documents seem to say. Its sheet is written only where there is something in it."""
IGNORED = "(ignore)"
"""A sheet or a column with this in its name is left alone, as in Kumu."""
LEFT_OUT = "left out."
"""How each notice ends of what nobody reads, so that it is not written again either."""
EXAMPLE = "e.g."
"""How the first filled cell of a row begins that is an example, and states nothing."""

_TIE_WORDS = {
    "accountable_to": "is accountable to",
    "without": "has no seat for",
    "consulted": "consults",
    "informed": "keeps informed",
    "responsible_for": "is responsible for",
    "monitors": "monitors",
}
"""How a row of Relations says a tie that is not one between bodies."""

_ALIASES = {
    "elements": "bodies",
    "connections": "relations",
    "label": "name",
    "description": "note",
    normalized("in_force_from"): "in place from",
    normalized("in_force_until"): "in place until",
}
"""What Kumu, and older workbooks of ours, call sheets and columns.

`Type` is Kind on one of Kumu's sheets and Relation on the other.
"""

_ID = Column(
    (), "Id", CellType.ID, description="A short name without spaces. Other sheets can use it to name this row."
)
_BODY = Column(
    ("body",),
    "Body",
    CellType.REFERENCE,
    refers_to="bodies",
    description="The body on which it is.",
    required=True,
)

_DIRECTION = Column(("direction",), "Direction", CellType.TEXT, is_written=False)
"""A column of Kumu's, which says whether a relation goes one way."""


class Tie(NamedTuple):
    """A kind of row on the sheet Relations: the key of the body that it fills, and the records there."""

    key: str
    words: str
    model: type[Record]
    to: Column
    """What stands under To: a body, a theme, a constituency, or words."""


class Sheet(NamedTuple):
    """A sheet: its name, the section of the structure or the key of a body that it fills, and its columns."""

    name: str
    section: str
    columns: tuple[Column, ...]
    noun: str


@cache
def ties() -> dict[str, Tie]:
    """The keys of a body whose records have a short form, in the order of the model: each is a row of Relations."""
    marked = relation_keys()
    found = {}
    for key in keys_in_order(Body):
        model = record_models().get(key)
        if model is not None and model.shorthand:
            words = marked[key].words if key in marked else _TIE_WORDS[key]
            to = next(column for column in plain_columns(model) if column.path == (model.shorthand,))
            found[key] = Tie(key, words, model, to)
    return found


@cache
def sheets() -> dict[str, Sheet]:
    """The sheets that state something by section, in the order in which a workbook has them."""
    sections = {key: shape.model for key, shape in shapes(Structure).items() if shape.by_id and shape.model}
    by_id = {key: _record_sheet(key, model, _ID) for key, model in sections.items()}
    bodies = by_id.pop("bodies")
    bodies = bodies._replace(columns=(*bodies.columns, *map(_short_form_column, ties().values())))
    models = {key: record_models()[key] for key in keys_in_order(Body) if key in record_models() and key not in ties()}
    of_bodies = [_record_sheet(key, model, _BODY) for key, model in models.items()]
    order = [bodies, _relations_sheet(), *of_bodies, *reversed(by_id.values()), _settings_sheet()]
    return {sheet.section: sheet for sheet in order}


def _record_sheet(key: str, model: type[Record], first: Column) -> Sheet:
    return Sheet(header_of(key), key, (first, *plain_columns(model)), model.noun)


def _short_form_column(tie: Tie) -> Column:
    """A column of Bodies for a tie that is stated with the body itself: `Reports to`, with one id or several."""
    return Column(
        (tie.key,), header_of(tie.key), tie.to.cell_type, is_list=True, refers_to=tie.to.refers_to, is_written=False
    )


def _relations_sheet() -> Sheet:
    words = tuple(tie.words for tie in ties().values())
    first = (
        Column(
            ("body",),
            "From",
            CellType.REFERENCE,
            refers_to="bodies",
            required=True,
            description="The body that it is about.",
        ),
        Column(
            ("tie",),
            "Relation",
            CellType.WORD,
            words=words,
            required=True,
            description="How the first body relates to the second.",
        ),
        Column(
            ("to",),
            "To",
            CellType.TEXT,
            required=True,
            description="The other body, by its name or Id. Put commas between several. After 'is accountable to': "
            "words. After 'has no seat for', 'consults' and 'keeps informed': a constituency. "
            "After 'is responsible for' and 'monitors': a theme.",
        ),
    )
    rest = [column for tie in ties().values() for column in plain_columns(tie.model) if column != tie.to]
    rest.sort(key=lambda column: column.path[0] in keys_in_order(Statement))  # stable: what only some ties have, first
    by_path = {column.path: column for column in reversed(rest)}
    return Sheet(RELATIONS, "relations", (*first, *reversed(by_path.values()), _DIRECTION), "relation")


def _settings_sheet() -> Sheet:
    columns = (
        Column(("setting",), "Setting", CellType.TEXT, required=True, description="What is set for the whole file."),
        Column(("value",), "Value", CellType.TEXT, must_exist=True, description="Leave it empty if you do not know."),
        Column(MEANING, "Meaning", CellType.TEXT, description="For you; it is not read."),
    )
    return Sheet(SETTINGS, "settings", columns, "setting")


_NEVER_DRAFTED = ("without", "membership", "lines", "parts")
"""Keys of a body by which it says that people are absent, or that a list is complete: no document is read so."""


@cache
def all_sheets() -> dict[str, Sheet]:
    """The same with that of a draft, which a workbook has only as long as there is something to confirm."""
    return {**sheets(), DRAFT: _draft_sheet()}


def _draft_sheet() -> Sheet:
    of_bodies = (column.header for column in draft_fields().values())
    words = (IS_A, IS_ALSO_CALLED, HAS_A_SEAT, *(tie.words for tie in draft_ties().values()), *of_bodies)
    offered = (*words, IS_A_GROUP, IS_A_THEME, IS_THE_SAME_BODY)
    columns = []
    for column in plain_columns(Proposal):
        # A row without these says nothing, but a person fills in only the answer.
        is_needed = column.path in (("confirmed",), ("body",))
        words = offered if column.path == ("what",) else column.words
        columns.append(column._replace(required=False, must_exist=is_needed, words=words))
    return Sheet(header_of(DRAFT), DRAFT, tuple(columns), Proposal.noun)


def draft_ties() -> dict[str, Tie]:
    """The relations that a row of a draft may propose: all but that people have no seat."""
    return {key: tie for key, tie in ties().items() if key not in _NEVER_DRAFTED}


def draft_fields() -> dict[str, Column]:
    """The columns of Bodies that a row of a draft may propose, by their keys: those that hold no name, and no list."""
    others = ("name", "kind", "other_names", *_NEVER_DRAFTED)
    plain = (column for column in sheets()["bodies"].columns if column.is_written and len(column.path) == 1)
    return {str(column.path[0]): column for column in plain if column.path[0] not in others}


def find_setting(name: str) -> Column | None:
    """The setting that a name means: what a file says for all of itself."""
    wanted = normalized(name)
    known = plain_columns(Structure)
    return next(
        (column for column in known if wanted in (normalized(column.header), normalized(str(column.path[0])))), None
    )


def find_sheet(name: str) -> Sheet | None:
    """The sheet that a name means, however it is written: `BODIES`, `bodies`, `Elements`."""
    wanted = normalized(name)
    return next(
        (sheet for sheet in all_sheets().values() if normalized(sheet.name) == _ALIASES.get(wanted, wanted)), None
    )


def find_column(sheet: Sheet, header: str) -> Column | None:
    """The column that a header means: its own, the key itself, or Kumu's name for it."""
    wanted = normalized(header)
    if wanted == "type":
        wanted = {"bodies": "kind", "relations": "relation"}.get(sheet.section, wanted)
    wanted = _ALIASES.get(wanted, wanted)
    by_header = (column for column in sheet.columns if normalized(column.header) == wanted)
    by_key = (column for column in sheet.columns if column.path and normalized(str(column.path[-1])) == wanted)
    found = next(by_header, None) or next((column for column in by_key if column.path[-1] != "id"), None)
    return found or _column_of_a_relation(sheet, header)


def _column_of_a_relation(sheet: Sheet, header: str) -> Column | None:
    """The column of Bodies for a relation that its header says in other words: `Reports into`."""
    reading = parse_relation(header) if sheet.section == "bodies" else None
    if reading is None or reading.turned:
        return None
    return next((column for column in sheet.columns if column.path == (reading.key,)), None)
