"""The sheets: one for each section of a structure, one for relations, seats and contacts each, one for settings."""

from functools import cache
from typing import NamedTuple

from govgraph.model import Body, Structure, relation_keys
from govgraph.model.shape import shapes
from govgraph.model.statement import Record, SourceRef, Statement
from govgraph.sheets.columns import Column, Holds, folded, header_of, keys_in_order, plain_columns

READ_ME = "Read me"
SETTINGS = "Settings"
MEANING = ("meaning",)
"""The way to a column of Settings that is there for whoever fills it in."""
RELATIONS = "Relations"
BODIES = "Bodies"
IGNORED = "(ignore)"
"""A sheet or a column with this in its name is left alone, as in Kumu."""
EXAMPLE = "e.g."
"""How the first filled cell of a row begins that is an example, and states nothing."""

_WORDS = {
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
}
"""What Kumu calls sheets and columns. `Type` is Kind on one of its sheets and Relation on the other."""

_ID = Column((), "Id", Holds.ID, description="A short name without spaces, by which other sheets mean this one.")
_BODY = Column(
    ("body",), "Body", Holds.REFERENCE, refers="bodies", description="The body on which it is.", required=True
)

_DIRECTION = Column(("direction",), "Direction", Holds.TEXT, offered=False)
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
    model: type[Record] | None = None


@cache
def ties() -> dict[str, Tie]:
    """The keys of a body whose records have a short form, in the order of the model: each is a row of Relations."""
    marked = relation_keys()
    found = {}
    for key in keys_in_order(Body):
        model = _records(key)
        if model is not None and model.shorthand:
            words = marked[key].words if key in marked else _WORDS[key]
            to = next(column for column in plain_columns(model) if column.path == (model.shorthand,))
            found[key] = Tie(key, words, model, to)
    return found


def _records(key: str) -> type[Record] | None:
    """The model of the records under a key of a body; None where it holds none, or a source."""
    shape = shapes(Body).get(key)
    return shape.model if shape is not None and shape.model not in (None, SourceRef) else None


@cache
def sheets() -> dict[str, Sheet]:
    """All sheets by section, in the order in which a workbook has them."""
    whole = [("bodies", Body)]
    whole += [(key, shape.model) for key, shape in shapes(Structure).items() if shape.by_id and shape.model]  # type: ignore[misc]
    by_id = {key: _by_id(key, model) for key, model in whole}
    of_bodies = [_of_body(key) for key in keys_in_order(Body) if _records(key) and key not in ties()]
    order = [by_id.pop("bodies"), _relations(), *of_bodies, *reversed(by_id.values()), _settings()]
    return {sheet.section: sheet for sheet in order}


def _by_id(key: str, model: type[Record]) -> Sheet:
    columns = (_ID, *plain_columns(model))
    if model is Body:
        columns += tuple(_short_form(tie) for tie in ties().values())
    return Sheet(header_of(key), key, columns, model.noun, model)


def _short_form(tie: Tie) -> Column:
    """A column of Bodies for a tie that somebody states beside the body: `Reports to`, with one id or several."""
    return Column((tie.key,), header_of(tie.key), tie.to.holds, many=True, refers=tie.to.refers, offered=False)


def _of_body(key: str) -> Sheet:
    model = _records(key)
    assert model is not None  # noqa: S101 - asked for its records only
    return Sheet(header_of(key), key, (_BODY, *plain_columns(model)), model.noun, model)


def _relations() -> Sheet:
    words = tuple(tie.words for tie in ties().values())
    first = (
        Column(("body",), "From", Holds.REFERENCE, refers="bodies", required=True, description="The body it is about."),
        Column(("tie",), "Relation", Holds.WORD, words=words, required=True, description="How the two are tied."),
        Column(
            ("to",),
            "To",
            Holds.TEXT,
            required=True,
            description="The other body, by its id or name; for 'is accountable to' in words; for 'has no seat for', "
            "'consults' and 'keeps informed' a constituency; for 'is responsible for' and 'monitors' a theme.",
        ),
    )
    rest = [column for tie in ties().values() for column in plain_columns(tie.model) if column != tie.to]
    rest.sort(key=lambda column: column.path[0] in keys_in_order(Statement))  # stable: what only some ties have, first
    by_path = {column.path: column for column in reversed(rest)}
    return Sheet(RELATIONS, "relations", (*first, *reversed(by_path.values()), _DIRECTION), "relation")


def _settings() -> Sheet:
    columns = (
        Column(("setting",), "Setting", Holds.TEXT, required=True, description="What is set, for the whole file."),
        Column(("value",), "Value", Holds.TEXT, needed=True, description="Leave it empty where nothing is stated."),
        Column(MEANING, "Meaning", Holds.TEXT, description="For you; it is not read."),
    )
    return Sheet(SETTINGS, "settings", columns, "setting")


def setting_called(name: str) -> Column | None:
    """The setting that a name means: what a file says for all of itself."""
    wanted = folded(name)
    known = plain_columns(Structure)
    return next((column for column in known if wanted in (folded(column.header), folded(str(column.path[0])))), None)


def sheet_called(name: str) -> Sheet | None:
    """The sheet that a name means, however it is written: `BODIES`, `bodies`, `Elements`."""
    wanted = folded(name)
    return next((sheet for sheet in sheets().values() if folded(sheet.name) == _ALIASES.get(wanted, wanted)), None)


def column_called(sheet: Sheet, header: str) -> Column | None:
    """The column that a header means: its own, the key itself, or Kumu's name for it."""
    wanted = folded(header)
    if wanted == "type":
        wanted = {"bodies": "kind", "relations": "relation"}.get(sheet.section, wanted)
    wanted = _ALIASES.get(wanted, wanted)
    by_header = (column for column in sheet.columns if folded(column.header) == wanted)
    by_key = (column for column in sheet.columns if column.path and folded(str(column.path[-1])) == wanted)
    return next(by_header, None) or next((one for one in by_key if one.path[-1] != "id"), None)
