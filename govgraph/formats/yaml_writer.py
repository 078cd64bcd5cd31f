"""A structure as YAML that reads like terms of reference and differs by lines."""

from typing import Any

import yaml

from govgraph.formats.plain_data import plain_structure
from govgraph.formats.sheets.columns import CellType, plain_columns
from govgraph.model import Structure
from govgraph.model.fields import shapes
from govgraph.model.statement import Record

_WIDTH = 110
_MAX_FLOW_WIDTH = 90
"""Letters; a record that is longer is written over several lines."""


class _Date(str):
    """A date: written as it is, without quotes."""


class _FlowMapping(dict[str, Any]):
    """A record on one line."""


class _FlowSequence(list[Any]):
    """A list on one line."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - no & and * are read
        return True


def _represent_text(dumper: Any, text: str) -> Any:
    lines = text.split("\n")
    plain = all(line.isprintable() for line in lines)
    # Line by line only where nothing needs quotes; what cannot be seen, or ends lines elsewhere, is written as escapes.
    as_lines = plain and len(lines) > 1 and all(line == line.strip() for line in lines) and bool(lines[0] and lines[-1])
    style = "|" if as_lines else None if plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_date(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar(dumper.resolve(yaml.ScalarNode, text, (True, False)), str(text))


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(_Date, _represent_date)
_Dumper.add_representer(
    _FlowMapping, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)
)
_Dumper.add_representer(
    _FlowSequence, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)
)


def rendered(structure: Structure, *, with_names: bool = True) -> str:
    """The text of the file."""
    data = _formatted_record(Structure, plain_structure(structure, with_names=with_names), top=True)
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text


def _formatted_record(model: type[Record], data: dict[str, Any], *, top: bool = False) -> dict[str, Any]:
    """The data of a record: dates bare, what is short on one line."""
    dates = {column.path[0] for column in plain_columns(model) if column.cell_type is CellType.DATE}
    found: dict[str, Any] = {}
    for key, value in data.items():
        shape = shapes(model).get(key)
        if key in dates:
            found[key] = _Date(value)
        elif shape is None or shape.model is None:
            found[key] = _FlowSequence(value) if isinstance(value, list) and _is_short(value) else value
        elif shape.by_id:
            found[key] = {name: _formatted_record(shape.model, entry, top=True) for name, entry in value.items()}
        elif isinstance(value, list):
            found[key] = _record_list(shape.model, value)
        else:
            found[key] = _scalar(shape.model, value)
    return found if top or not _is_short(found) else _FlowMapping(found)


def _scalar(model: type[Record], value: Any) -> Any:
    return _formatted_record(model, value) if isinstance(value, dict) else value


def _record_list(model: type[Record], values: list[Any]) -> Any:
    """Records in a list; one or more short forms as such."""
    if all(isinstance(value, str) for value in values) and _is_short(values):
        return values[0] if len(values) == 1 else _FlowSequence(values)
    return [_scalar(model, value) for value in values]


def _is_short(value: Any) -> bool:
    """Whether a value can stand on one line."""
    text = str(value)
    return len(text) <= _MAX_FLOW_WIDTH and "\\n" not in text
