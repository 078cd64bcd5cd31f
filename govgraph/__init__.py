"""govgraph reads a governance structure as a graph, asks it questions, and reports what is wrong and how it knows.

structure = govgraph.read("structure.yaml")
report = govgraph.check(structure)
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govgraph.findings import Finding, Report
    from govgraph.graph import GovernanceGraph
    from govgraph.model import Structure
    from govgraph.pipeline import check, compare
    from govgraph.read import InputError, read, read_text
    from govgraph.rules._own import load_rules
    from govgraph.settings import Settings, read_settings
    from govgraph.showing import draw, measures, paper, participation, trace
    from govgraph.write import write

__all__ = [
    "Finding",
    "GovernanceGraph",
    "InputError",
    "Report",
    "Settings",
    "Structure",
    "check",
    "compare",
    "draw",
    "load_rules",
    "measures",
    "paper",
    "participation",
    "read",
    "read_settings",
    "read_text",
    "trace",
    "write",
]

_ROOMS = {
    "Finding": "findings",
    "GovernanceGraph": "graph",
    "InputError": "read",
    "Report": "findings",
    "Structure": "model",
    "Settings": "settings",
    "check": "pipeline",
    "compare": "pipeline",
    "draw": "showing",
    "load_rules": "rules._own",
    "measures": "showing",
    "paper": "showing",
    "participation": "showing",
    "read": "read",
    "read_settings": "settings",
    "read_text": "read",
    "trace": "showing",
    "write": "write",
}


def __getattr__(name: str) -> Any:
    """Fetch a public name from its room when it is first used: `govgraph --help` needs none of them."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'govgraph' has no attribute '{name}'")
    return getattr(import_module(f"govgraph.{_ROOMS[name]}"), name)


class _FrontDoor(ModuleType):
    """The package, in which a public name is never a room: `govgraph.read` stays the function.

    Python sets a room as an attribute of its package when it is imported, and `read`, `draw` and `paper` name both.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _ROOMS:
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _FrontDoor
