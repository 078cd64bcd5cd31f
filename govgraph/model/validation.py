"""Plain data to models: what a reader hands on, and what the model refuses, in plain sentences with their places."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from govgraph.language import either_of, with_article
from govgraph.model.faults import Fault, FaultList, Loc, Place, nearest
from govgraph.model.fields import allowed_words, keys_for_word, model_at, shapes
from govgraph.model.relation_words import parse_relation
from govgraph.model.scalars import quoted, unless_unknown
from govgraph.model.statement import Record, keys_of

_ALIKE = 0.72
"""How like a word of the vocabulary a text must be that is taken for a slip: another form of the law, or nation, is
none."""
_MAY_HAVE_NONE = frozenset({"statutory", "level", "does"})
"""Keys that say nothing where they are left out; of others that means something: no status is `in place`."""
MAX_DEPTH = 50
"""A structure needs seven levels; what is deeper than this is no structure."""


class Marks(Protocol):
    """Positions of the parts of one document, as (line, column) counted from 1."""

    def position(self, path: Loc, *, value: bool = False) -> tuple[int, int]:
        """Where the part at the path, or the nearest part around it, begins: its key, or its value."""

    def sheet(self, path: Loc) -> str | None:  # noqa: ARG002 - a text has none
        """The sheet of a workbook on which that is; None in a text."""
        return None

    def covers(self, path: Loc) -> bool:
        """Whether the document has a part at this path."""


class Wording:
    """How faults speak of what is in a document: here as its text has it."""

    no_bodies = "No body is named: a structure needs bodies."
    not_confirmed = "Nothing of this draft is confirmed, so it states nothing yet: add confirmed: yes to what is right."

    def key(self, path: Loc) -> str:
        """What the key is called to which a path leads."""
        return next((str(step) for step in reversed(path) if isinstance(step, str)), "structure")

    def add(self, model: type[Record], path: Loc) -> str:
        """What to do about a key that is missing from a document whose records are of the model."""
        return f"add '{model.assigned(path[-1])}'"

    def choice(self, word: str) -> str:
        """How a word of the vocabulary is written."""
        return word

    def relation(self, key: str) -> str:
        """How a relation is written."""
        return key

    def takes_several(self, path: Loc) -> bool:  # noqa: ARG002 - only a cell takes more than its key does
        """Whether several ids may stand at a path of which the key takes one."""
        return False

    def several(self, ids: Sequence[str], *, many: bool) -> str:
        """What to do where several ids stand as one."""
        return f"For several, write [{', '.join(ids)}]." if many else "Only one can stand here."

    truths = "true or false (or yes or no)"
    no_choice = "If it is none of these, leave it out."
    vacant = "If nobody fills the seat, leave out its holder, and write vacant: true."
    replaced = "Keep a body that was replaced in the file, with status: ended."

    def names(self, titles: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """What may have been meant where an id is expected, with what is suggested; `titles` has the names by id.

        In a text that is the id, with the name after it.
        """
        shown = {key: f"'{key}'" + (f" ({names[0]})" if names else "") for key, names in sorted(titles.items())}
        return {name: shown[key] for key, names in titles.items() for name in names} | shown

    def one_of(self, named: Mapping[str, str]) -> str:
        """Which to write where a name may mean several; `named` has the names by id."""
        ids = either_of([f"'{key}' for {name}" for key, name in named.items()])
        return f"Write the id: {ids}."

    def missing(self, namespace: str) -> str:  # noqa: ARG002 - somebody who writes text sees where
        """What to do where an entry of a name space is not there, and nothing like it."""
        return ""


@dataclass
class Document:
    """One file as read, before anything is made of it."""

    path: str | None
    data: Any = None
    marks: Marks | None = None
    faults: list[Fault] = field(default_factory=FaultList)
    unread: set[Loc] = field(default_factory=set)
    """Parts that could not be read and have their own fault: whatever else is wrong there follows from it.

    A merge key stands here too: what the mapping around it lacks, it may have held.
    """
    notices: list[Fault] = field(default_factory=FaultList)
    """What was left out of what is read, or how something was understood: reported, and no fault."""
    wording: Wording = field(default_factory=Wording)
    broken: bool = False
    """True where the text is so wrong that nothing can be said of the rest."""
    tables: Sequence[Any] = ()
    """Of a workbook or a folder its tables of cells, until the structure is made."""

    def section(self, key: str) -> dict[str, object]:
        """The entries of one section by id; none where there is no such section, or it is none."""
        section = self.data.get(key) if isinstance(self.data, dict) else None
        return section if isinstance(section, dict) else {}

    def fault(self, path: Loc, message: str, *, value: bool = False) -> Fault:
        """A fault at the part of this document that the path names."""
        if self.marks is None:
            return Fault(self.path, None, None, message)
        return Fault(self.path, *self.marks.position(path, value=value), message, self.marks.sheet(path))


class DocumentPlaces:
    """The places of a structure that was read from one file or several."""

    def __init__(self, documents: list[Document]) -> None:
        self._documents = documents

    def find(self, path: Loc) -> Place | None:
        """The place of the statement in the file that holds its body."""
        for document in self._documents:
            if document.path is not None and document.marks and document.marks.covers(path[:2]):
                return Place(document.path, *document.marks.position(path), document.marks.sheet(path))
        return None


Whole = TypeVar("Whole", bound=Record)


def validated(document: Document, model: type[Whole], faults: FaultList) -> Whole | None:
    """What one document states, as a record of the model; None, with its faults added, where it states none.

    What a document states rightly beside its faults is still looked at by the checks across files.
    """
    if document.broken:
        return None
    if not isinstance(document.data, dict):
        is_node = isinstance(document.data, list | dict)
        what = quoted(document.data) if is_node else f"the text {quoted(document.data)}"
        message = f"A {model.noun} is a mapping ({list(model.model_fields)[-1]}: ...), not {what}."
        faults.append(document.fault((), message))
        document.broken = True
        return None
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=False):
            if _follows_from_unread(document, detail):
                continue
            if faults.is_full:
                faults.further += 1
            else:
                faults.append(_fault(document, model, detail))
    return cast("Whole", model.model_construct())


def _follows_from_unread(document: Document, detail: ErrorDetails) -> bool:
    """Whether an error is about a part that could not be read, and has its own fault."""
    path: Loc = tuple(detail["loc"])
    if any(path[:steps] in document.unread for steps in range(len(path) + 1)):
        return True
    if detail["type"] == "whole" and any(unread[:-1] == path for unread in document.unread):
        return True
    return detail["type"] == "missing" and (*path[:-1], "<<") in document.unread


def _fault(document: Document, root: type[Record], detail: ErrorDetails) -> Fault:
    path: Loc = tuple(detail["loc"])
    sentence, at_value = _SENTENCES.get(detail["type"], _other)(document.wording, root, path, detail)
    if path and path[-1] == "[key]":
        path = path[:-1]
    return document.fault(path, sentence, value=at_value)


def _named_by_id(root: type[Record]) -> set[type[Record] | None]:
    return {shape.model for shape in shapes(root).values() if shape.by_id}


def _missing(say: Wording, root: type[Record], path: Loc, _: ErrorDetails) -> tuple[str, bool]:
    model = model_at(root, path[:-1])
    owner = f"The {model.noun} '{path[-2]}'" if model in _named_by_id(root) else f"This {model.noun}"
    choice = [say.choice(word) for word in allowed_words(model, str(path[-1]))]
    words = f" with {either_of(choice)}" if choice else ""
    return f"{owner} has no {say.key(path)}; {say.add(root, path)}{words}.", False


def _unknown_key(_say: Wording, root: type[Record], path: Loc, detail: ErrorDetails) -> tuple[str, bool]:
    key, value = str(path[-1]), detail["input"]
    model = model_at(root, path[:-1])
    if value is None and (" " in key or not key.isidentifier()):
        hint = " If it belongs to the text before it, a comma has cut the text in two: put the whole text in quotes "
        hint += '(name: "Bath, Wells and Frome").'
    else:
        hint = _relation_hint(key, path) if model.noun == "body" else ""
        hint = hint or nearest(key, sorted(keys_of(model)))
    return f"{quoted(key)} is not a key of {with_article(model.noun)}.{hint}", False


def _relation_hint(key: str, path: Loc) -> str:
    """What to write for a relation in other words; on which body, where they say it from its other end."""
    reading = parse_relation(key)
    if reading is None:
        return ""
    if not reading.turned:
        return f" Write {reading.key}."
    return f" Write it on the other body: {{{reading.key}: {path[-2] if len(path) > 1 else '...'}}}."


def _choice(say: Wording, root: type[Record], path: Loc, detail: ErrorDetails) -> tuple[str, bool]:
    model = model_at(root, path)
    # Of a mapping the words belong to its values: the key of the model stands further up.
    known = (allowed_words(model, step) for step in reversed(path) if isinstance(step, str))
    choices = [say.choice(word) for word in next(filter(None, known), [])]
    value = detail["input"]
    needed = {field.alias or name for name, field in model.model_fields.items() if field.is_required()}
    may_be_left_out = not needed.intersection(path[-1:])
    unknown = unless_unknown(value) if may_be_left_out else ""
    near = nearest(value, choices, _ALIKE) if isinstance(value, str) and not unknown else ""
    elsewhere = [say.key((*path[:-1], key)) for key in keys_for_word(model, value)] if isinstance(value, str) else []
    near = near or (f" {quoted(value)} goes under {either_of(elsewhere)}." if elsewhere else "")
    remedy = near or (f" {say.no_choice}" if _MAY_HAVE_NONE.intersection(path) and not unknown else "")
    return f"{say.key(path)} should be {either_of(choices)}, not {quoted(value)}{unknown}.{remedy}", True


def _text(say: Wording, _root: type[Record], path: Loc, detail: ErrorDetails) -> tuple[str, bool]:
    value = detail["input"]
    if isinstance(value, bool):
        return f"{say.key(path)} should be text: put {str(value).lower()} in quotes.", True
    if value is None:
        return f"An item under {say.key(path)} is empty: write it out, or delete it.", True
    return f"{say.key(path)} should be text, not {quoted(value)}.", True


def _id(_say: Wording, _root: type[Record], _path: Loc, detail: ErrorDetails) -> tuple[str, bool]:
    form = "use small letters, digits and hyphens, beginning with a letter or digit, 64 at the most"
    return f"{quoted(str(detail['input']))} cannot be an id: {form} (health-and-wellbeing-board).", False


def _mapping(say: Wording, root: type[Record], path: Loc, detail: ErrorDetails) -> tuple[str, bool]:
    model = model_at(root, path)
    value = detail["input"]
    if value is None:
        if model in _named_by_id(root) and path[-1:] != (0,):
            return f"The {model.noun} {quoted(path[-1])} is empty: say what it is, or delete it.", False
        return f"An item under {say.key(path)} is empty: write it out, or delete it.", True
    required = [field.alias or name for name, field in model.model_fields.items() if field.is_required()]
    fields = model.model_fields
    own = [fields[name].alias or name for name in model.__annotations__ if name in fields]
    example = ", ".join(root.assigned(key) for key in required or own[:2])
    return f"{say.key(path)} should be a mapping such as {{{example}}}, not {quoted(value)}.", True


def _by_id(say: Wording, _root: type[Record], path: Loc, detail: ErrorDetails) -> tuple[str, bool]:
    return f"{say.key(path)} should be a mapping, with an id before each entry, not {quoted(detail['input'])}.", True


def _plain(say: Wording, _root: type[Record], path: Loc, detail: ErrorDetails) -> tuple[str, bool]:
    return f"{say.key(path)} {detail['msg']}.", True


def _truth(say: Wording, _root: type[Record], path: Loc, detail: ErrorDetails) -> tuple[str, bool]:
    return f"{say.key(path)} should be {say.truths}, {detail['msg']}.", True


def _whole(_say: Wording, root: type[Record], path: Loc, detail: ErrorDetails) -> tuple[str, bool]:
    return f"This {model_at(root, path).noun} {detail['msg']}.", False


def _other(say: Wording, _root: type[Record], path: Loc, detail: ErrorDetails) -> tuple[str, bool]:
    return f"{say.key(path)} cannot be read: {detail['msg'].lower()}.", True


_SENTENCES: dict[str, Callable[[Wording, type[Record], Loc, ErrorDetails], tuple[str, bool]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "enum": _choice,
    "string_type": _text,
    "string_unicode": _text,
    "string_pattern_mismatch": _id,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "dict_type": _by_id,
    "plain": _plain,
    "truth": _truth,
    "whole": _whole,
}
