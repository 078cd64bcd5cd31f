"""What is accepted: a baseline of known findings, and what waivers and baseline did in one run."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Annotated, NamedTuple, Self

from pydantic import Field, PrivateAttr

from govgraph.findings.finding import Finding, KnownFinding, Waiver, covers, with_status
from govgraph.findings.weight import Certainty, FindingStatus
from govgraph.graph.kernels import grouped
from govgraph.model import Place, Places
from govgraph.model.faults import Loc
from govgraph.model.scalars import Text, one_or_more
from govgraph.model.statement import Record


class Entry(Record):
    """One finding that is known."""

    noun = "entry"
    key: Annotated[Text, Field(description="The key of the finding.")]
    certainty: Annotated[Certainty, Field(description="Whether the file stated it, or was silent.")]
    each: Annotated[
        tuple[Text, ...], one_or_more(str), Field(description="What it was about or made of, where that is several.")
    ] = ()

    @property
    def code(self) -> str:
        """The code of the rule that found it."""
        return self.key.partition(":")[0]


class Baseline(Record):
    """Known findings, by key. Wording, severity and lines are not part of it, so it outlives them."""

    noun = "baseline"
    govgraph: Annotated[int, Field(description="The version of this format: 1.")] = 1
    findings: Annotated[tuple[Entry, ...], Field(description="The findings that are known.")] = ()

    _places: Places | None = PrivateAttr(default=None)

    def placed(self, places: Places) -> Self:
        """A copy with a way to find where in its file each entry stands."""
        copy = self.model_copy()
        copy._places = places  # noqa: SLF001 - another of this class
        return copy

    def place(self, path: Loc) -> Place | None:
        """Where an entry stands in its file."""
        return self._places.find(path) if self._places else None

    def known(self) -> dict[str, KnownFinding]:
        """What is known, by key."""
        return {entry.key: KnownFinding(entry.certainty, frozenset(entry.each)) for entry in self.findings}

    def without_mended(self, findings: Iterable[Finding], was_checked: Callable[[str], bool]) -> "Baseline":
        """What is not mended of it. Of the codes that were not checked nobody knows: they are kept whole."""
        present = {finding.key: set(finding.each) for finding in findings}
        kept = []
        for entry in self.findings:
            if not was_checked(entry.code):
                kept.append(entry)
            elif entry.key in present:
                each = tuple(item for item in entry.each if item in present[entry.key])
                kept.append(entry.model_copy(update={"each": each}))
        return Baseline(findings=tuple(kept))

    @staticmethod
    def from_findings(findings: Iterable[Finding]) -> "Baseline":
        """The baseline that knows these findings."""
        entries = {item.key: Entry(key=item.key, certainty=item.certainty, each=item.each) for item in findings}
        return Baseline(findings=tuple(entries[key] for key in sorted(entries)))


class Lapsed(NamedTuple):
    """A waiver that holds no longer, its number among the waivers, and why, as the end of a sentence."""

    waiver: Waiver
    number: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """The findings of one run, with its waivers and its baseline.

    Args:
        findings: what the rules found.
        waivers: as the settings hold them.
        baseline: what was known already; None where none was named.
        checked: the codes of the rules that were asked; of the others nobody knows what a waiver covers.
        of_changes: the codes of the rules about changes: what is not stated any more is a loss like any other.
        whole: whether every group of people was asked about.
        names: the names of bodies, by id.
        themes: the names of themes, by id.
        today: the day on which waivers must hold.
        places: where the settings state what they state.

    """

    findings: Sequence[Finding]
    waivers: Sequence[Waiver] = ()
    baseline: Baseline | None = None
    checked: frozenset[str] = frozenset()
    of_changes: frozenset[str] = frozenset()
    whole: bool = True
    names: Mapping[str, str]
    themes: Mapping[str, str]
    today: date
    places: Places | None = None

    def name(self, body: str) -> str:
        """The name of a body; the id in quotes where there is none."""
        return self.names.get(body) or f"'{body}'"

    def theme(self, theme: str) -> str:
        """The name of a theme; the id in quotes where there is none."""
        return self.themes.get(theme) or f"'{theme}'"

    def subject_names(self, finding: Finding) -> list[str]:
        """The names of all bodies or themes that a finding is about together."""
        return [self.name(subject) if finding.affects else self.theme(subject) for subject in finding.together]

    def of(self, code: str) -> list[Finding]:
        """The findings of one rule."""
        return self._by_code.get(code, [])

    def place(self, path: Loc) -> Place | None:
        """Where a waiver stands, or an entry of the baseline; the path of that begins with `baseline`."""
        if path[:1] == ("baseline",):
            return self.baseline.place(path[1:]) if self.baseline else None
        return self.places.find(path) if self.places else None

    def with_decisions(self) -> tuple[Finding, ...]:
        """The findings, each with the waiver that covers it, and marked where the baseline knows it."""
        known = self.baseline.known() if self.baseline else None
        decided = []
        for finding in self.findings:
            covering = (waiver for waiver in self._valid.get(finding.code, ()) if self._covers(waiver, finding))
            marked, is_new = finding, finding.status is FindingStatus.NEW
            if known is not None and (finding.status is None or (is_new and covers(known, finding))):
                name = self.name if finding.affects else self.theme
                marked = with_status(known, finding, FindingStatus.BASELINE, name)
            decided.append(replace(marked, waiver=next(covering, None)))
        return tuple(decided)

    def mark_new(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings about waivers and baseline themselves: new, where anything is marked so at all."""
        marked = self.baseline is not None or any(finding.status is not None for finding in self.findings)
        return tuple(replace(finding, status=FindingStatus.NEW if marked else None) for finding in findings)

    @property
    def lapsed_waivers(self) -> list[Lapsed]:
        """The waivers of rules that were asked whose last day is past, or cannot be read."""
        reasons = enumerate(waiver.lapsed(self.today) for waiver in self.waivers)
        lapsed = [Lapsed(self.waivers[number], number, reason) for number, reason in reasons if reason]
        return [waiver for waiver in lapsed if waiver.waiver.code in self.checked]

    def unused_waivers(self) -> list[tuple[Waiver, int]]:
        """The waivers that hold and cover no finding, though their rules were asked, each with its number."""
        return [
            (waiver, number)
            for number, waiver in enumerate(self.waivers)
            if self.whole
            and waiver.code in self.checked
            and waiver.lapsed(self.today) is None
            and not any(self._covers(waiver, finding) for finding in self._by_code.get(waiver.code, ()))
        ]

    def outdated_entries(self) -> list[tuple[Entry, int]]:
        """The entries of the baseline that know more than there is, each with its number.

        Either the finding is gone, or it is about fewer things; `each` of such an entry is then what is mended.
        """
        if self.baseline is None or not self.whole:
            return []
        present = {finding.key: set(finding.each) for finding in self.findings}
        outdated = []
        for number, entry in enumerate(self.baseline.findings):
            mended = tuple(item for item in entry.each if item not in present.get(entry.key, ()))
            if entry.code in self.checked and (entry.key not in present or mended):
                outdated.append((entry.model_copy(update={"each": mended}), number))
        return outdated

    def _covers(self, waiver: Waiver, finding: Finding) -> bool:
        """Whether a waiver covers a finding of its code: never a fact where only a silence was accepted."""
        as_certain = waiver.certainty is finding.certainty or finding.code in self.of_changes
        return as_certain and _is_about(waiver, finding)

    @cached_property
    def _by_code(self) -> dict[str, list[Finding]]:
        return grouped((finding.code, finding) for finding in self.findings)

    @cached_property
    def _valid(self) -> dict[str, list[Waiver]]:
        return grouped((waiver.code, waiver) for waiver in self.waivers if waiver.lapsed(self.today) is None)


def _is_about(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver of the code of a finding is for its bodies, its people and its theme too."""
    if waiver.constituency not in (None, finding.constituency):
        return False
    if finding.together:  # bodies or themes
        return set(waiver.bodies if finding.affects else waiver.about).issuperset(finding.together)
    if set(waiver.bodies) != set(finding.bodies):
        return False
    named = (finding.about,) if finding.about is not None else finding.parts
    return not waiver.about or set(waiver.about).issuperset(named)
