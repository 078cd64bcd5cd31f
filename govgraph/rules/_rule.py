"""What a rule is, how one is declared, and how all of them are found."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from govgraph.findings import Hit, Severity

Ask = Callable[[Any, Any], str | None]
"""Says why a rule cannot be asked of its subject; None where it can."""

SECTIONS = ("Why it matters", "Flagged", "Clean", "How to fix")


class Subject(StrEnum):
    """What a rule is asked of."""

    GRAPH = "a structure"
    CHANGE = "two structures"
    LEDGER = "waivers and baseline"


class Options(BaseModel):
    """The settings of a rule. A misspelt one is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One question that can be put to a subject: a function with a code, a name and a weight."""

    code: str
    name: str
    severity: Severity
    asks: Ask
    options: type[Options]
    check: Callable[[Any, Any], Iterator[Hit]]
    of: Subject = Subject.GRAPH

    @property
    def family(self) -> str:
        """The letters of the code: the question that a reader asks."""
        return self.code.rstrip("0123456789")

    def is_called(self, code: str) -> bool:
        """Whether a code, the beginning of one, or a name as a user types it means this rule."""
        return self.code.startswith(code.upper()) or self.name == code

    @property
    def summary(self) -> str:
        """The first paragraph of the docstring."""
        return inspect.cleandoc(self.check.__doc__ or "").partition("\n\n")[0].replace("\n", " ")

    def section(self, title: str) -> str:
        """The text under one heading of the docstring, as it stands."""
        lines = inspect.cleandoc(self.check.__doc__ or "").splitlines()
        start = lines.index(f"{title}:") + 1
        body = []
        for line in lines[start:]:
            if line and not line.startswith(" "):
                break
            body.append(line)
        return inspect.cleandoc("\n".join(body))


def rule(
    *,
    code: str,
    name: str,
    severity: Severity,
    asks: Ask,
    options: type[Options] = Options,
    of: Subject = Subject.GRAPH,
) -> Callable[[Callable[..., Iterator[Hit]]], Rule]:
    """Declare a rule: its code, its name (the fault, in kebab-case), its weight, when it can be asked, and of what."""

    def declared(check: Callable[..., Iterator[Hit]]) -> Rule:
        return Rule(code=code, name=name, severity=severity, asks=asks, options=options, check=check, of=of)

    return declared


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this folder, in the order of their codes."""
    package = importlib.import_module("govgraph.rules")
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(package.__path__):
        if module.name.startswith("_"):
            continue
        for value in vars(importlib.import_module(f"govgraph.rules.{module.name}")).values():
            if isinstance(value, Rule):
                if value.code in found:
                    raise ValueError(f"two rules have the code {value.code}")
                found[value.code] = value
    return tuple(found[code] for code in sorted(found))
