"""A structure as YAML that reads like terms of reference and differs by lines."""

from typing import Any

import yaml

from govgraph.model import Structure
from govgraph.model.shape import shapes
from govgraph.model.statement import Record
from govgraph.sheets.columns import Holds, plain_columns
from govgraph.write.plain import plain

_WIDTH = 110
_SHORT = 90
"""Letters; a record that is longer is written over several lines."""


class _Date(str):
    """A date: written as it is, without quotes."""


class _Flow(dict[str, Any]):
    """A record on one line."""


class _Line(list[Any]):
    """A list on one line."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - no & and * are read
        return True


def _text(dumper: Any, text: str) -> Any:
    lines = text.split("\n")
    plain = all(line.isprintable() for line in lines)
    # Line by line only where nothing needs quotes; what cannot be seen, or ends lines elsewhere, is written as escapes.
    as_lines = plain and len(lines) > 1 and all(line == line.strip() for line in lines) and bool(lines[0] and lines[-1])
    style = "|" if as_lines else None if plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _date(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar(dumper.resolve(yaml.ScalarNode, text, (True, False)), str(text))


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Date, _date)
_Dumper.add_representer(
    _Flow, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)
)
_Dumper.add_representer(
    _Line, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)
)


def rendered(structure: Structure, *, with_names: bool = True) -> str:
    """The text of the file."""
    data = _laid_out(Structure, plain(structure, with_names=with_names), top=True)
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text


def _laid_out(model: type[Record], data: dict[str, Any], *, top: bool = False) -> dict[str, Any]:
    """The data of a record: dates bare, what is short on one line."""
    dates = {column.path[0] for column in plain_columns(model) if column.holds is Holds.DATE}
    found: dict[str, Any] = {}
    for key, value in data.items():
        shape = shapes(model).get(key)
        if key in dates:
            found[key] = _Date(value)
        elif shape is None or shape.model is None:
            found[key] = _Line(value) if isinstance(value, list) and _is_short(value) else value
        elif shape.by_id:
            found[key] = {name: _laid_out(shape.model, entry, top=True) for name, entry in value.items()}
        elif isinstance(value, list):
            found[key] = _several(shape.model, value)
        else:
            found[key] = _one(shape.model, value)
    return found if top or not _is_short(found) else _Flow(found)


def _one(model: type[Record], value: Any) -> Any:
    return _laid_out(model, value) if isinstance(value, dict) else value


def _several(model: type[Record], values: list[Any]) -> Any:
    """Records in a list; one or more short forms as such."""
    if all(isinstance(value, str) for value in values) and _is_short(values):
        return values[0] if len(values) == 1 else _Line(values)
    return [_one(model, value) for value in values]


def _is_short(value: Any) -> bool:
    """Whether a value can stand on one line."""
    text = str(value)
    return len(text) <= _SHORT and "\\n" not in text
