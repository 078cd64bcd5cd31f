"""What a rule is, how one is declared, and how all of them are found."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from govgraph.findings import Authority, Hit, Severity
from govgraph.rules._families import Subject, subject_of

Ask = Callable[[Any, Any], str | None]
"""Says why a rule cannot be asked of its subject; None where it can."""

SECTIONS = ("Why it matters", "Flagged", "Clean", "How to fix")


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
    authority: Authority | None = None
    """What it rests on, where that is a law, guidance or a code; it is asked only while that applies."""
    on_request: bool = False
    """Nobody expects it to be asked unless something is set for it: else it is told of only where it was selected."""

    @property
    def family(self) -> str:
        """The letters of the code: the question that a reader asks."""
        return self.code.rstrip("0123456789")

    @property
    def of(self) -> Subject:
        """Of what it is asked."""
        return subject_of(self.family)

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
    authority: Authority | None = None,
    on_request: bool = False,
) -> Callable[[Callable[..., Iterator[Hit]]], Rule]:
    """Declare a rule: its code, its name (the fault, in kebab-case), its weight, when it can be asked, its source."""

    def declared(check: Callable[..., Iterator[Hit]]) -> Rule:
        return Rule(
            code=code,
            name=name,
            severity=severity,
            asks=asks,
            options=options,
            check=check,
            authority=authority,
            on_request=on_request,
        )

    return declared


_own: dict[str, Rule] = {}
"""Rules of somebody's own, by code: those that were loaded into this program."""


def register(rules: Iterable[Rule]) -> None:
    """Ask these too from now on, of each structure."""
    _own.update({rule.code: rule for rule in rules})


def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of their codes."""
    return tuple(sorted((rule for kind in Subject for rule in rules_of(kind)), key=lambda rule: rule.code))


def rules_of(kind: Subject) -> tuple[Rule, ...]:
    """The rules that are asked of one kind of subject, in the order of their codes; no other is loaded."""
    if kind is not Subject.GRAPH or not _own:
        return _rules_here(kind)
    return tuple(sorted((*_rules_here(kind), *_own.values()), key=lambda rule: rule.code))


@cache
def _rules_here(kind: Subject) -> tuple[Rule, ...]:
    """Those of this folder."""
    package = importlib.import_module("govgraph.rules")
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(package.__path__):
        family = module.name.partition("_")[0].rstrip("0123456789").upper()
        if not family or subject_of(family) is not kind:
            continue
        for value in vars(importlib.import_module(f"govgraph.rules.{module.name}")).values():
            if isinstance(value, Rule):
                if value.code in found:
                    raise ValueError(f"two rules have the code {value.code}")
                found[value.code] = value
    return tuple(found[code] for code in sorted(found))
