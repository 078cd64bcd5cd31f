"""A rule as SARIF describes it, for whoever reads a result and asks what it means."""

from typing import Any

from govgraph.report.plain_line import one_line
from govgraph.rules import FAMILIES, SECTIONS, Rule

_EXAMPLES = ("Flagged", "Clean")


def descriptor(rule: Rule) -> dict[str, Any]:
    """A `reportingDescriptor`: what the rule asks, why, its examples, what to do, and how heavy it is by itself."""
    sections = {title: rule.section(title) for title in SECTIONS}
    pages = [f"**{title}**\n\n{_fenced(text) if title in _EXAMPLES else text}" for title, text in sections.items()]
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {one_line(sections['Why it matters'])}"},
        "help": {
            "text": "\n\n".join(f"{title}:\n{text}" for title, text in sections.items()),
            "markdown": "\n\n".join(pages),
        },
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": ["governance", rule.family, FAMILIES[rule.family]]},
    }


def _fenced(text: str) -> str:
    return f"```text\n{text}\n```"
