"""What a rule rests on: law, guidance, a code; where and when it applies, and when its words were last read."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govgraph.findings.weight import Severity
from govgraph.language import day, listed
from govgraph.model import Nation


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


LAW_OF = "This applies in {where} only."
"""What is added where the file does not say in which nation a body is."""


class Seen(StrEnum):
    """Where the words of a source were read, when they were last looked up."""

    SOURCE = "at the source"
    """On the page of the publisher, or in a copy of it."""
    QUOTED = "on a page that quotes it"
    NOT_FOUND = "not found again"


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
        territory: the nations in which it applies; empty: wherever the structure is, as for a rule of one's own.
        checked: the day on which its words were last read; None where nobody has.
        seen: where they were read then.
        leaves_open: what a breach of the rule does not prove, in a sentence.

    """

    title: str
    section: str
    address: str
    basis: Basis
    from_: date | None = None
    until: date | None = None
    territory: frozenset[Nation] = frozenset()
    checked: date | None = None
    seen: Seen | None = None
    leaves_open: str = ""

    def __str__(self) -> str:
        """`Health and Social Care Act 2012, section 194(2) (law)`."""
        return f"{self.title}, {self.section} ({self.basis})"

    def why_not_on(self, when: date) -> str | None:
        """Why it says nothing of a day; None where it applies."""
        if self.from_ is not None and when < self.from_:
            return f"{self.title}, {self.section}, applies only from {day(self.from_)}."
        if self.until is not None and when > self.until:
            return f"{self.title}, {self.section}, applied only until {day(self.until)}."
        return None

    @property
    def where(self) -> str:
        """Where it applies, in words: `England and Wales`; empty where that is everywhere."""
        return listed([nation.words for nation in Nation if nation in self.territory])

    @property
    def why_not_there(self) -> str:
        """Why it says nothing of bodies that are all in other nations."""
        return f"{self.title}, {self.section}, applies only in {self.where}, where the file has no such body."
