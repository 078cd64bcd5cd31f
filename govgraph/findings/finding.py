"""A finding: which rule, resting on what, about whom, how sure, why, where, and what to do."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, Field, model_validator

from govgraph.findings.aspects import Lack
from govgraph.findings.authority import Authority
from govgraph.findings.message import NOTHING, Message, say
from govgraph.findings.weight import Certainty, FindingStatus, Severity
from govgraph.graph import Step
from govgraph.language import listed
from govgraph.model import Place, first_day, last_day
from govgraph.model.faults import Loc
from govgraph.model.scalars import Text, one_or_more, refuse_whole
from govgraph.model.statement import Record


def _as_written(value: object) -> str:
    """A date as text: one that nobody can read does not refuse the settings, but makes the waiver a lapsed one."""
    return value.isoformat() if isinstance(value, date) else str(value)


class Waiver(Record):
    """Accepts the findings of one rule about just these bodies, for a reason that is printed.

    Where the file is silent on many bodies or themes together, it must name all of them, and may name more.
    """

    noun = "waiver"
    code: Annotated[Text, Field(description="The code of a rule: CHG101.")]
    bodies: Annotated[
        tuple[Text, ...], one_or_more(str), Field(description="The ids of the bodies, just as the finding names them.")
    ] = ()
    constituency: Annotated[Text | None, Field(description="Only for this group of people.")] = None
    about: Annotated[
        tuple[Text, ...],
        one_or_more(str),
        Field(description="Only for these themes, by their ids; or only for these parts of a finding, in its words."),
    ] = ()
    certainty: Annotated[
        Certainty, Field(description="not_stated where it accepts that the file is silent; else it accepts a fact.")
    ] = Certainty.STATED
    reason: Annotated[Text, Field(description="Why the finding is accepted. It is printed.")]
    owner: Annotated[Text, Field(description="Who answers for that.")]
    until: Annotated[
        str | None, BeforeValidator(_as_written), Field(description="The last day on which it holds: 2026-12-31.")
    ] = None

    @model_validator(mode="after")
    def _about_something(self) -> "Waiver":
        if not (self.bodies or self.constituency or self.about):
            raise refuse_whole("does not say what it covers; add the bodies of the finding")
        return self

    def lapsed(self, today: date) -> str | None:
        """Why it holds no longer, as the end of a sentence; None where it holds."""
        if self.until is None:
            return None
        try:
            first_day(self.until)
            last = last_day(self.until)
        except ValueError:
            return f"its end date, '{self.until}', is not a date such as 2026-12-31"
        return f"it ended on {self.until}" if last < today else None


_LONG_KEY = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """What a rule yields: it knows nothing of severity, files, formats or other rules.

    Args:
        bodies: ids of the bodies it is about, in the order of their names.
        message: what the file states that is wrong; where something is lacking, the facts that it states, or nothing.
        fix: what to do about it.
        lacks: what the file would have to say to settle it: then it is a question, and no fact.
        witness: the evidence; `witness_count` where the list is already cut.
        affects: ids of the bodies that suffer by it; `affects_count` where the list is already cut.
        about: what else it is about: the id of a theme, the code of a rule.
        together: ids of the bodies or themes on which the file is silent alike; each counts on its own where findings
            are waived, known or compared.
        parts: what it is made of, in words, where one more is another fault: the members who are lacking, the votes.
        at: the element at fault, as a path in the structure; left out: the first body.

    """

    bodies: tuple[str, ...]
    message: str = NOTHING
    fix: str = NOTHING
    lacks: Iterable[Lack] = ()
    witness: Iterable[Step] = ()
    witness_count: int | None = None
    affects: tuple[str, ...] = ()
    affects_count: int | None = None
    constituency: str | None = None
    about: str | None = None
    together: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    certainty: Certainty = Certainty.STATED
    at: Loc | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A hit with its rule's code, its weight, its place in the file, and a key that outlives rewording.

    `status` is None where nothing was compared; `waiver` is the one that covers it. `lacks` is what the file would have
    to say to settle it; `is_question` where that leaves open whether anything is wrong. A loss between two structures
    is none: what is not stated any more was stated.
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
    message: Message
    fix: Message
    lacks: tuple[Lack, ...] = ()
    is_question: bool = False
    witness: tuple[Step, ...]
    witness_count: int
    location: Place | None
    status: FindingStatus | None = None
    waiver: Waiver | None = None
    authority: Authority | None = None

    @property
    def key(self) -> str:
        """What makes it this finding and no other: code, bodies, people and theme, never words or lines."""
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
    from hashlib import sha256  # few keys are so long

    return f"{code}:{sha256(key.encode()).hexdigest()}"


class KnownFinding(NamedTuple):
    """What is known of a finding by its key: how certain it was, and what it was about or made of."""

    certainty: Certainty
    each: frozenset[str] = frozenset()

    def merged_with(self, other: "KnownFinding | None") -> "KnownFinding":
        """What is known from this and another finding of one key."""
        if other is None:
            return self
        return KnownFinding(min(self.certainty, other.certainty, key=list(Certainty).index), self.each | other.each)


def covers(known: Mapping[str, KnownFinding], finding: Finding) -> bool:
    """Whether known findings hold this one.

    It has its key; it was not only a silence of the file where it is a fact now; and, where it is made of several
    things, each of them is known.
    """
    match = known.get(finding.key)
    if match is None or not match.each.issuperset(finding.each):
        return False
    return match.certainty is Certainty.STATED or finding.certainty is Certainty.NOT_STATED


def with_status(
    known: Mapping[str, KnownFinding], finding: Finding, status: FindingStatus, name: Callable[[str], str]
) -> Finding:
    """The finding, with this status where known ones hold it, and else as new.

    Where only some of what it is about or made of is new, it says what.
    """
    if covers(known, finding):
        return replace(finding, status=status)
    before = known[finding.key].each if finding.key in known else frozenset()
    new = [name(subject) for subject in finding.together if subject not in before]
    new += [part for part in finding.parts if part not in before]
    message = finding.message
    if 0 < len(new) < len(finding.each):
        message &= say("New here: {new}.", new=listed(new))
    return replace(finding, status=FindingStatus.NEW, message=message)
