"""Plain data to models, and what the model refuses told in plain sentences with their places."""

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from govgraph.model.faults import Fault, FaultList, nearest, one_of
from govgraph.model.place import Path
from govgraph.model.scalars import shown
from govgraph.model.shape import model_at, shapes
from govgraph.model.statement import Record, keys_of
from govgraph.read.document import Document, Wording

Whole = TypeVar("Whole", bound=Record)


def validated(document: Document, model: type[Whole], faults: FaultList) -> Whole | None:
    """What one document states, as a record of the model; None, with its faults added, where it states none.

    What a document states rightly beside its faults is still looked at by the checks across files.
    """
    if document.broken:
        return None
    if not isinstance(document.data, dict):
        faults.append(
            document.fault(
                (),
                f"A {model.noun} is a mapping ({list(model.model_fields)[-1]}: ...), not " + _what(document.data) + ".",
            )
        )
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


def _what(data: object) -> str:
    return shown(data) if isinstance(data, list | dict) else f"the text {shown(data)}"


def _follows_from_unread(document: Document, detail: ErrorDetails) -> bool:
    """Whether an error is about a part that could not be read, and has its own fault."""
    path: Path = tuple(detail["loc"])
    if any(path[:steps] in document.unread for steps in range(len(path) + 1)):
        return True
    return detail["type"] == "missing" and (*path[:-1], "<<") in document.unread


def _fault(document: Document, root: type[Record], detail: ErrorDetails) -> Fault:
    path: Path = tuple(detail["loc"])
    sentence, at_value = _SENTENCES.get(detail["type"], _other)(document.wording, root, path, detail)
    if path and path[-1] == "[key]":
        path = path[:-1]
    return document.fault(path, sentence, value=at_value)


def _named_by_id(root: type[Record]) -> set[type[Record] | None]:
    return {shape.model for shape in shapes(root).values() if shape.by_id}


def _missing(say: Wording, root: type[Record], path: Path, _: ErrorDetails) -> tuple[str, bool]:
    model = model_at(root, path[:-1])
    owner = f"The {model.noun} '{path[-2]}'" if model in _named_by_id(root) else f"This {model.noun}"
    choice = [say.choice(word) for word in _choices(model, str(path[-1]))]
    return (
        f"{owner} has no {say.key(path)}; {say.add(root, path)}{f' with {one_of(choice)}' if choice else ''}.",
        False,
    )


def _unknown_key(_say: Wording, root: type[Record], path: Path, detail: ErrorDetails) -> tuple[str, bool]:
    key, value = str(path[-1]), detail["input"]
    model = model_at(root, path[:-1])
    if value is None and (" " in key or not key.isidentifier()):
        return (
            f"{shown(key)} is not a key of a {model.noun}. If it belongs to the text before it, a comma has cut "
            'the text in two: put the whole text in quotes (name: "Bath, Wells and Frome").',
            False,
        )
    return f"{shown(key)} is not a key of a {model.noun}.{nearest(key, sorted(keys_of(model)))}", False


def _choice(say: Wording, root: type[Record], path: Path, detail: ErrorDetails) -> tuple[str, bool]:
    model = model_at(root, path)
    # Of a mapping the words belong to its values: the key of the model stands further up.
    known = (_choices(model, step) for step in reversed(path) if isinstance(step, str))
    choices = [say.choice(word) for word in next(filter(None, known), [])]
    value = detail["input"]
    near = nearest(value, choices) if isinstance(value, str) else ""
    return f"{say.key(path)} should be {one_of(choices)}, not {shown(value)}.{near}", True


def _choices(model: type[Record], key: str) -> list[str]:
    """The words that a key allows, where it allows only some."""
    for name, field in model.model_fields.items():
        if (field.alias or name) == key:
            todo: list[Any] = [field.annotation]
            while todo:
                hint = todo.pop()
                if isinstance(hint, type) and issubclass(hint, Enum):
                    return [member.value for member in hint]
                todo.extend(getattr(hint, "__args__", ()))
    return []


def _text(say: Wording, _root: type[Record], path: Path, detail: ErrorDetails) -> tuple[str, bool]:
    value = detail["input"]
    if isinstance(value, bool):
        return f"{say.key(path)} should be text: put {str(value).lower()} in quotes.", True
    if value is None:
        return f"An item under {say.key(path)} is empty: write it out, or delete it.", True
    return f"{say.key(path)} should be text, not {shown(value)}.", True


def _id(_say: Wording, _root: type[Record], _path: Path, detail: ErrorDetails) -> tuple[str, bool]:
    value = str(detail["input"])
    return (
        f"{shown(value)} cannot be an id: use small letters, digits and hyphens, beginning with a letter or digit, "
        "64 at the most (health-and-wellbeing-board).",
        False,
    )


def _mapping(say: Wording, root: type[Record], path: Path, detail: ErrorDetails) -> tuple[str, bool]:
    model = model_at(root, path)
    value = detail["input"]
    if value is None:
        if model in _named_by_id(root) and path[-1:] != (0,):
            return f"The {model.noun} {shown(path[-1])} is empty: say what it is, or delete it.", False
        return f"An item under {say.key(path)} is empty: write it out, or delete it.", True
    required = [field.alias or name for name, field in model.model_fields.items() if field.is_required()]
    own = [name for name in model.__annotations__ if name in model.model_fields]
    example = ", ".join(root.assigned(key) for key in required or own[:2])
    return f"{say.key(path)} should be a mapping such as {{{example}}}, not {shown(value)}.", True


def _by_id(say: Wording, _root: type[Record], path: Path, detail: ErrorDetails) -> tuple[str, bool]:
    return (
        f"{say.key(path)} should be a mapping, with an id before each entry, not {shown(detail['input'])}.",
        True,
    )


def _plain(say: Wording, _root: type[Record], path: Path, detail: ErrorDetails) -> tuple[str, bool]:
    return f"{say.key(path)} {detail['msg']}.", True


def _whole(_say: Wording, root: type[Record], path: Path, detail: ErrorDetails) -> tuple[str, bool]:
    return f"This {model_at(root, path).noun} {detail['msg']}.", False


def _other(say: Wording, _root: type[Record], path: Path, detail: ErrorDetails) -> tuple[str, bool]:
    return f"{say.key(path)} cannot be read: {detail['msg'].lower()}.", True


_SENTENCES: dict[str, Callable[[Wording, type[Record], Path, ErrorDetails], tuple[str, bool]]] = {
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
    "whole": _whole,
}
