"""What a rule is, which question its family asks, how one is declared, and the book that holds all of them."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict

from govgraph.findings import Authority, Hit, Severity


class Subject(StrEnum):
    """What a rule is asked of."""

    GRAPH = "a structure"
    CHANGE = "two structures"
    LEDGER = "waivers and baseline"


FAMILIES = {
    "CHG": "What would the change take away?",
    "ACC": "Who answers to whom?",
    "REP": "Who is heard, and where?",
    "OVR": "Who looks at what is decided?",
    "THM": "Who owns what must be done?",
    "MAN": "Is each body able to do its work?",
    "LAW": "What does the law ask for?",
    "X": "What do your own rules ask for?",
    "DAT": "Can the record be relied on?",
    "SET": "Do waivers and baseline still fit?",
}
_SUBJECTS = {"CHG": Subject.CHANGE, "SET": Subject.LEDGER}


def family_of(code: str) -> str:
    """The letters of a code, without the name of the package that it comes from: `CHG` of CHG101 and of KENT-CHG201."""
    return code.rpartition("-")[2].rstrip("0123456789")


def subject_of(family: str) -> Subject:
    """Of what the rules of a family are asked: of one structure, where nothing else is said."""
    return _SUBJECTS.get(family, Subject.GRAPH)


AppliesTo = Callable[[Any, Any], str | None]
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
    applies_to: AppliesTo
    options: type[Options]
    check: Callable[[Any, Any], Iterator[Hit]]
    authority: Authority | None = None
    """What it rests on, where that is a law, guidance or a code; it is asked only while that applies."""
    on_request: bool = False
    """Nobody expects it to be asked unless something is set for it: else it is told of only where it was selected."""

    @property
    def family(self) -> str:
        """The letters of the code: the question that a reader asks."""
        return family_of(self.code)

    @property
    def of(self) -> Subject:
        """Of what it is asked."""
        return subject_of(self.family)

    def matches(self, code: str) -> bool:
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
    applies_to: AppliesTo,
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
            applies_to=applies_to,
            options=options,
            check=check,
            authority=authority,
            on_request=on_request,
        )

    return declared


class Rulebook:
    """All rules that can be asked: those of govgraph, which are loaded when they are needed, and others.

    Args:
        load: gives govgraph's own rules of one kind of subject.
        others: rules from other packages or files.

    """

    def __init__(self, load: Callable[[Subject], Iterable[Rule]], others: Iterable[Rule] = ()) -> None:
        self._load = load
        self._others = tuple(others)

    def of(self, subject: Subject) -> tuple[Rule, ...]:
        """The rules that are asked of one kind of subject, in the order of their codes; no other is loaded."""
        others = (rule for rule in self._others if rule.of is subject)
        return tuple(sorted((*self._load(subject), *others), key=lambda rule: rule.code))

    def __iter__(self) -> Iterator[Rule]:
        """Every rule, in the order of their codes."""
        return iter(sorted((rule for kind in Subject for rule in self.of(kind)), key=lambda rule: rule.code))

    def find(self, code: str) -> Rule | None:
        """The rule with this code."""
        return next((rule for rule in self if rule.code == code), None)

    def codes(self, *subjects: Subject) -> frozenset[str]:
        """The codes of the rules that are asked of these kinds of subject."""
        return frozenset(rule.code for subject in subjects for rule in self.of(subject))
