"""The report of one run: what was looked at, what was found, what could not be asked."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self

from govgraph import display
from govgraph.findings.finding import Finding
from govgraph.findings.items import Item, items
from govgraph.findings.questions import Question, questions
from govgraph.findings.weight import Certainty, FindingStatus, Severity
from govgraph.model import Change, Structure, Successor, View
from govgraph.model.change import DecisionChange

if TYPE_CHECKING:
    import pandas as pd


_STATED = Certainty.STATED


def not_confirmed(structure: Structure) -> int:
    """How many proposals in the draft of a structure nobody has answered: it says nothing of what they propose."""
    return sum(proposal.confirmed is None for proposal in structure.draft)


class AsOf(StrEnum):
    """Who chose the date that was looked at."""

    ASKED = "asked"
    FILE = "file"
    TODAY = "today"


@dataclass(frozen=True, kw_only=True, slots=True)
class NotChecked:
    """A rule that could not be asked, and why; `elsewhere` where its law applies only in other nations."""

    code: str
    reason: str
    elsewhere: bool = False


class GoneReason(StrEnum):
    """Why a finding of the structure before is not one of the structure after."""

    NO_LONGER_FOUND = "no_longer_found"
    OTHERWISE = "otherwise"
    """Something new is found of the same body: what was wrong has changed, and need not be mended."""
    NOT_STATED = "not_stated"
    """The file leaves open now what made it a fact, and it is a question: nothing was mended."""
    DELETED = "deleted"
    """Of its bodies the change only deletes what the file said: that may mend it, or only hide it."""
    BODY_GONE = "body_gone"
    """The body is gone without an heir: nothing was mended."""
    NOT_ASKED = "not_asked"
    """Its rule, or its group of people, could not be asked about: nothing is known of it."""


class Gone(NamedTuple):
    """A finding of the structure before that the structure after has not."""

    finding: Finding
    reason: GoneReason


@dataclass(frozen=True, kw_only=True, slots=True)
class Against:
    """The structure that a report compares with, and what has changed since.

    Args:
        base: how a person names it: a path, `git:origin/main`.
        files: the files that were read of a revision, where they are not those that were named.
        decisions: the files of settings, baseline and own rules that are not what they were at the revision.
        decides: whether the settings, baseline and own rules of the base were asked, and not those of the change.
        structure: what it states; None where there was nothing at that revision.
        as_of: the day at which it was looked at.
        changes: every statement that differs.
        heirs: bodies that stand for others under another id.
        removed: ids of the bodies that are not there any more and for which none stands.
        gone: findings that it has and the newer structure has not, each with the reason.
        no_longer_stated: facts that it states, and that are questions in the newer structure.

    """

    base: str
    files: tuple[str, ...] = ()
    decisions: tuple[DecisionChange, ...] = ()
    decides: bool = False
    structure: Structure | None = None
    as_of: date | None = None
    changes: tuple[Change, ...] = ()
    heirs: tuple[Successor, ...] = ()
    removed: tuple[str, ...] = ()
    gone: tuple[Gone, ...] = ()
    no_longer_stated: tuple[Finding, ...] = ()

    def gone_for(self, reason: GoneReason) -> tuple[Finding, ...]:
        """The findings that are gone for one reason."""
        return tuple(gone.finding for gone in self.gone if gone.reason is reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """The answer to one `check`.

    Args:
        structure: what was read.
        as_of: the day that was looked at, and who chose it (`as_of_is`).
        bodies, relations, seats: counts of the graph at that day and in that view.
        findings: sorted by severity, code and names.
        not_checked: the rules that could not be asked.
        asked: the codes of the rules that were.
        left_out: how many rules were not selected, or ignored.
        only_for: the constituencies that were chosen, where not all were.
        whole: false where they were chosen for this run alone.
        fail_on: the lightest finding that turns the run red; None: none does.
        settings: the path of the file of settings; None where there was none.
        against: what it was compared with.
        law_read_on: the day on which the law was last read that was asked of; None where none was.

    """

    structure: Structure
    as_of: date
    as_of_is: AsOf
    view: View
    bodies: int
    relations: int
    seats: int
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    asked: tuple[str, ...]
    left_out: int = 0
    only_for: tuple[str, ...] = ()
    whole: bool = True
    fail_on: Severity | None = Severity.ERROR
    settings: str | None = None
    against: Against | None = None
    law_read_on: date | None = None

    def with_status(self, *statuses: FindingStatus | None) -> tuple[Finding, ...]:
        """The findings of these statuses that no waiver covers."""
        return tuple(finding for finding in self.findings if finding.status in statuses and finding.waiver is None)

    @property
    def counted(self) -> tuple[Finding, ...]:
        """The findings that can turn the run red: all, or the new ones, less those that are waived."""
        return tuple(finding for finding in self.findings if finding.counts)

    @property
    def facts(self) -> tuple[Item, ...]:
        """What the file states that is wrong and counts, said once: the heaviest first, and what is stated first."""
        found = items(finding for finding in self.counted if not finding.is_question)
        return tuple(sorted(found, key=lambda item: (item.first.severity.rank, item.first.certainty is not _STATED)))

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the file leaves open of what counts: the heaviest first."""
        return questions(self.counted)

    @property
    def standing(self) -> "Report":
        """The report with all that is so: also what was so before, or is known from a baseline, counts in it."""
        return replace(self, findings=tuple(replace(finding, status=None) for finding in self.findings))

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that a waiver covers."""
        return tuple(finding for finding in self.findings if finding.waiver is not None)

    @property
    def compares(self) -> bool:
        """Whether there was a structure to compare with."""
        return self.against is not None and self.against.structure is not None

    @property
    def asked_elsewhere(self) -> int:
        """How many rules could not be asked because their law applies only in other nations."""
        return sum(unasked.elsewhere for unasked in self.not_checked)

    def is_red(self, finding: Finding) -> bool:
        """Whether this finding turns the run red."""
        return finding.counts and self.fail_on is not None and finding.severity.rank <= self.fail_on.rank

    @property
    def fails(self) -> bool:
        """Whether anything turns the run red."""
        return any(self.is_red(finding) for finding in self.findings)

    def summary(self) -> dict[str, int]:
        """How many findings of each severity, how many of them rest on silence; how many are waived, apart.

        Where something was compared, or a baseline named: how many are new, kept, gone, or in the baseline.
        """
        standing = [finding for finding in self.findings if finding.waiver is None]
        severities = Counter(finding.severity for finding in standing)
        counts = {severity.value: severities[severity] for severity in Severity}
        silent = sum(finding.certainty is Certainty.NOT_STATED for finding in standing)
        statuses = Counter(finding.status for finding in standing)
        compared = {status.value: statuses[status] for status in FindingStatus if statuses.get(status)}
        if self.against is not None:
            gone = sum(gone.reason is not GoneReason.NOT_ASKED for gone in self.against.gone)
            compared = {"new": 0, "kept": 0, "gone": gone, **compared}
        return {**counts, "not_stated": silent, "waived": len(self.waived), **compared}

    def name(self, body: str) -> str:
        """The name of a body: of this structure, else of the one before; its id where neither has it."""
        return self.entry_name("bodies", body)

    def with_paths_from(self, folder: PurePath) -> Self:
        """A copy with the paths of its findings as they are from a folder, where they are in it."""
        findings = tuple(_with_path_from(folder, finding) for finding in self.findings)
        if self.against is None:
            return replace(self, findings=findings)
        gone = tuple(gone._replace(finding=_with_path_from(folder, gone.finding)) for gone in self.against.gone)
        open_now = tuple(_with_path_from(folder, finding) for finding in self.against.no_longer_stated)
        against = replace(self.against, gone=gone, no_longer_stated=open_now)
        return replace(self, findings=findings, against=against)

    def order(self, finding: Finding) -> tuple[Any, ...]:
        """By what findings are sorted: severity, code, names."""
        names = [self.name(body) for body in finding.bodies]
        who = self.constituency_name(finding.constituency) if finding.constituency else ""
        return finding.severity.rank, finding.code, [name.casefold() for name in names], names, who, finding.key

    def constituency_name(self, constituency: str) -> str:
        """The name of a group of people: of this structure, else of the one before; its id where neither has it."""
        return self.entry_name("constituencies", constituency)

    def name_before(self, body: str) -> str:
        """The name of a body in the structure before, else in this."""
        structures = reversed(self._structures)
        return next((structure.bodies[body].name for structure in structures if body in structure.bodies), body)

    def entry_name(self, section: str, key: str) -> str:
        """The name, or the title, of an entry of `bodies`, `themes`, `sources` or `constituencies`."""
        for structure in self._structures:
            entry = getattr(structure, section).get(key)
            if entry is not None:
                return str(entry.title if section == "sources" else entry.name)
        return key

    def stated_in(self, *, before: bool) -> Structure:
        """The structure that states a step of evidence."""
        return self._structures[-1] if before else self.structure

    def to_frame(self, what: Literal["findings", "questions", "changes", "gone"] = "findings") -> "pd.DataFrame":
        """The findings as a table of pandas, heaviest first.

        Or `questions`, what the file leaves open: the question, what it is about, who may know, the severity of the
        heaviest finding that the answer would settle, and how many findings it would settle.

        Of a comparison also `changes`, what differs between the two (but for sources and notes), and `gone`, findings
        of the structure before that are not found any more, each with the reason. Needs the extra `notebook`. Raises
        InputError where nothing was compared.

        >>> import govgraph
        >>> structure = govgraph.read_text("bodies: {board: {name: The Board, kind: board}}").at("2022-07-01")
        >>> found = govgraph.check(structure).to_frame()
        >>> found[["severity", "certainty", "bodies"]].iloc[0].to_list()
        ['note', 'not stated', 'The Board']
        >>> list(govgraph.check(structure).to_frame("questions"))
        ['question', 'about', 'who may know', 'severity', 'settles']
        >>> more = structure.with_body("council", name="The Council", kind="organisation")
        >>> govgraph.compare(structure, more).to_frame("changes").to_dict("records")
        [{'about': 'The Council', 'change': 'added', 'what': 'body (organisation)'}]
        """
        return display.frame(self, what)

    def __repr__(self) -> str:
        """In short: how many findings, of which weight, on which day."""
        counts = ", ".join(f"{word.replace('_', ' ')}: {number}" for word, number in self.summary().items())
        return f"<Report as of {self.as_of}; {counts}>"

    def __str__(self) -> str:
        """The report as text, as `print` shows it."""
        return display.text(self)

    def _repr_html_(self) -> str:
        """How a notebook shows it: in words and drawn, by a module that is loaded only when a notebook asks."""
        return display.html(self)

    @property
    def _structures(self) -> tuple[Structure, ...]:
        before = self.against.structure if self.against is not None else None
        return (self.structure,) if before is None else (self.structure, before)


def _with_path_from(folder: PurePath, finding: Finding) -> Finding:
    location = finding.location
    if location is None:
        return finding
    path = PurePath(location.path)
    path = path.relative_to(folder) if path.is_relative_to(folder) else path
    return replace(finding, location=location._replace(path=path.as_posix()))
