"""On what a rule rests: the law, guidance or practice that it asks for, and from when until when that applies."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govgraph.findings.finding import Severity


class Basis(StrEnum):
    """How binding a source is, most binding first."""

    LAW = "law"
    STATUTORY_GUIDANCE = "statutory guidance"
    CODE = "code"
    PRACTICE = "practice"

    @property
    def severity(self) -> Severity:
        """How much a breach weighs."""
        return {Basis.LAW: Severity.ERROR, Basis.STATUTORY_GUIDANCE: Severity.WARNING}.get(self, Severity.NOTE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Authority:
    """A source that a rule rests on.

    Args:
        title: what it is called: `Health and Social Care Act 2012`.
        section: where in it: `section 194(2)`.
        address: where to read it.
        basis: how binding it is.
        from_: the first day on which it applies; None where no rule needs to know.
        until: the last day.
        leaves_open: what a breach of the rule does not prove, in a sentence.

    """

    title: str
    section: str
    address: str
    basis: Basis
    from_: date | None = None
    until: date | None = None
    leaves_open: str = ""

    def __str__(self) -> str:
        """`Health and Social Care Act 2012, section 194(2) (law)`."""
        return f"{self.title}, {self.section} ({self.basis})"

    def why_not_on(self, day: date) -> str | None:
        """Why it says nothing of a day; None where it applies."""
        if self.from_ is not None and day < self.from_:
            return f"It rests on {self.title}, {self.section}, which applies from {_day(self.from_)}."
        if self.until is not None and day > self.until:
            return f"It rests on {self.title}, {self.section}, which applied until {_day(self.until)}."
        return None


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
