"""govgraph reads a governance structure as a graph, asks it questions, and reports what is wrong and how it knows.

structure = govgraph.read("structure.yaml")
report = govgraph.check(structure)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from govgraph import display

if TYPE_CHECKING:
    from govgraph.answers import answer
    from govgraph.drafting.draft import draft
    from govgraph.findings import Finding, Report
    from govgraph.formats import read, read_text
    from govgraph.formats.structure_files import write
    from govgraph.graph import GovernanceGraph
    from govgraph.model import Structure
    from govgraph.model.faults import InputError
    from govgraph.pipeline import check, compare
    from govgraph.policy import Settings, read_settings
    from govgraph.rules._own_rules import load_rules
    from govgraph.showing import draw, measures, paper, participation, sheet, trace

__version__ = "0.1.0"

_HOMES = {
    "Finding": "findings",
    "GovernanceGraph": "graph",
    "InputError": "model.faults",
    "Report": "findings",
    "Settings": "policy",
    "Structure": "model",
    "answer": "answers",
    "check": "pipeline",
    "compare": "pipeline",
    "draft": "drafting.draft",
    "draw": "showing",
    "load_rules": "rules._own_rules",
    "measures": "showing",
    "paper": "showing",
    "participation": "showing",
    "read": "formats",
    "read_settings": "policy",
    "read_text": "formats",
    "sheet": "showing",
    "trace": "showing",
    "write": "formats.structure_files",
}
"""Where each public name is defined: `govgraph --help` loads none of them."""

__all__ = [
    "Finding",
    "GovernanceGraph",
    "InputError",
    "Report",
    "Settings",
    "Structure",
    "answer",
    "check",
    "compare",
    "draft",
    "draw",
    "load_rules",
    "measures",
    "paper",
    "participation",
    "read",
    "read_settings",
    "read_text",
    "sheet",
    "trace",
    "write",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'govgraph' has no attribute '{name}'")
    return getattr(import_module(f"govgraph.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """What a notebook completes: the public names."""
    return [*__all__, "__version__"]


display.register(lambda: import_module("govgraph.notebook"))
