"""A finding: which rule, about whom, how sure, why, where, and what to do."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from govgraph.findings.certainty import Certainty
from govgraph.findings.waiver import Waiver
from govgraph.model import Place, SourceRef, Status
from govgraph.model.place import Path

if TYPE_CHECKING:
    from govgraph.findings.authority import Authority

LISTED = 20
"""How many names or steps a list in a finding holds; the count beside it is exact."""

_LONG_KEY = 200


class Severity(StrEnum):
    """How much a finding weighs, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def softer(self) -> "Severity":
        """One severity down; a note stays a note."""
        return Severity.WARNING if self is Severity.ERROR else Severity.NOTE

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)


class FindingStatus(StrEnum):
    """What is known of a finding beside the structure it was found in."""

    NEW = "new"
    KEPT = "kept"
    """The structure that it is compared with has it too."""
    BASELINE = "baseline"
    """The baseline has it."""


class Step(NamedTuple):
    """One step of evidence: who, in which relation, to whom, how settled, and where that is stated.

    `start` and `end` are ids of bodies; `start` is that of a constituency where `people` is true, and None where it
    is not stated; `end` is text for `accountable_to`. `before` is true where the structure before states it; `how` says
    in which way: `co-chair, with a vote`.
    """

    start: str | None
    relation: str
    end: str
    status: Status
    source: SourceRef | None
    people: bool = False
    before: bool = False
    how: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """What a rule yields: it knows nothing of severity, files, formats or other rules.

    Args:
        bodies: ids of the bodies it is about, in the order of their names.
        message: what is wrong and how we know, with names and without ids.
        fix: what to do.
        witness: the evidence; `witness_count` where the list is already cut.
        affects: ids of the bodies that suffer by it; `affects_count` where the list is already cut.
        about: what it is about beside bodies and people: the id of a theme, the code of a rule.
        together: ids of the bodies or themes on which the file is silent alike, told in one; each counts on its own
            where findings are waived, known or compared.
        parts: what it is made of, in words, where one more is another fault: the members who are lacking, the votes.
        at: the element at fault, as a path in the structure; left out: the first body.

    """

    bodies: tuple[str, ...]
    message: str
    fix: str
    witness: Iterable[Step] = ()
    witness_count: int | None = None
    affects: tuple[str, ...] = ()
    affects_count: int | None = None
    constituency: str | None = None
    about: str | None = None
    together: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    certainty: Certainty = Certainty.STATED
    at: Path | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A hit with its rule's code, its weight, its place in the file, and a key that outlives rewording.

    `status` is None where nothing was compared; `waiver` is the one that covers it.
    """

    code: str
    name: str
    severity: Severity
    certainty: Certainty
    bodies: tuple[str, ...]
    affects: tuple[str, ...]
    affects_count: int
    constituency: str | None
    about: str | None
    together: tuple[str, ...]
    parts: tuple[str, ...]
    message: str
    fix: str
    witness: tuple[Step, ...]
    witness_count: int
    location: Place | None
    status: FindingStatus | None = None
    waiver: Waiver | None = None
    authority: "Authority | None" = None

    @property
    def key(self) -> str:
        """What makes it this finding and no other; see `key_of`."""
        return key_of(self.code, self.bodies, self.constituency, self.about)

    @property
    def each(self) -> tuple[str, ...]:
        """What counts on its own in it where findings are known or compared."""
        return (*self.together, *self.parts)

    @property
    def counts(self) -> bool:
        """Whether it can turn a run red: it is new, or nothing was compared, and no waiver covers it."""
        return self.waiver is None and self.status in (None, FindingStatus.NEW)


def key_of(code: str, bodies: Iterable[str], constituency: str | None, about: str | None = None) -> str:
    """The key of a finding: made of code, bodies, people and theme, never of words or lines."""
    key = ":".join([code, "+".join(sorted(bodies)), *filter(None, (constituency, about))])
    if len(key) <= _LONG_KEY:
        return key
    from hashlib import sha256  # noqa: PLC0415 - few keys are so long

    return f"{code}:{sha256(key.encode()).hexdigest()}"


class Known(NamedTuple):
    """What is known of a finding by its key: how certain it was, and what it was about or made of."""

    certainty: Certainty
    each: frozenset[str] = frozenset()

    def joined(self, other: "Known | None") -> "Known":
        """What is known from this and another finding that has come to have the same key."""
        if other is None:
            return self
        return Known(min(self.certainty, other.certainty, key=list(Certainty).index), self.each | other.each)


def covers(known: Mapping[str, Known], finding: Finding) -> bool:
    """Whether known findings hold this one.

    It has its key; it was not only a silence of the file where it is a fact now; and, where it is made of several
    things, each of them is known.
    """
    one = known.get(finding.key)
    if one is None or not one.each.issuperset(finding.each):
        return False
    return one.certainty is Certainty.STATED or finding.certainty is Certainty.NOT_STATED


def beside(known: Mapping[str, Known], finding: Finding, status: FindingStatus, name: Callable[[str], str]) -> Finding:
    """The finding, with this status where known ones hold it, and else as new.

    Where only some of what it is about or made of is new, it says what.
    """
    if covers(known, finding):
        return replace(finding, status=status)
    before = known[finding.key].each if finding.key in known else frozenset()
    fresh = [name(one) for one in finding.together if one not in before]
    fresh += [one for one in finding.parts if one not in before]
    fresh = fresh if len(fresh) < len(finding.each) else []
    more = f"; and {len(fresh) - LISTED} more" if len(fresh) > LISTED else ""
    told = f" New here: {'; '.join(fresh[:LISTED])}{more}." if fresh else ""
    return replace(finding, status=FindingStatus.NEW, message=finding.message + told)
