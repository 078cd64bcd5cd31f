"""Several files, one structure: what a file says for all of itself is written into its own statements."""

from collections.abc import Sequence
from typing import Any, TypeVar

from govgraph.model import Structure
from govgraph.model.statement import Record

Entry = TypeVar("Entry", bound=Record)


def merged(parts: Sequence[Structure]) -> Structure:
    """One structure of what the files state. Their ids are known not to collide."""
    if len(parts) == 1:
        return parts[0]
    together: dict[str, Any] = {"title": None, "as_of": None}
    for part in parts:
        together = {key: together[key] or getattr(part, key) for key in together}
    together["note"] = "\n".join(part.note for part in parts if part.note) or None
    for key in ("sources", "constituencies", "themes"):
        together[key] = {
            name: _with_defaults(entry, part) for part in parts for name, entry in getattr(part, key).items()
        }
    together["bodies"] = {name: _with_defaults(body, part) for part in parts for name, body in part.bodies.items()}
    return Structure.model_construct(**together)


def _with_defaults(entry: Entry, part: Structure) -> Entry:
    defaults = {key: getattr(part, key) for key in ("status", "membership", "lines", "source")}
    own = {key for key in type(entry).model_fields if getattr(entry, key) is None}
    return entry.model_copy(update={key: value for key, value in defaults.items() if value is not None and key in own})
