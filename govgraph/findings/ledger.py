"""What waivers and baseline did in one run: which finding each covers, which cover none, which hold no longer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from govgraph.findings.baseline import Baseline, Entry
from govgraph.findings.finding import Finding, FindingStatus, beside, covers
from govgraph.findings.waiver import Waiver
from govgraph.model import Place, Places
from govgraph.model.place import Path


class Lapsed(NamedTuple):
    """A waiver that holds no longer, its number among the waivers, and why."""

    waiver: Waiver
    number: int
    why: str


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """The waivers and the baseline beside the findings of one run.

    Args:
        findings: what the rules found.
        waivers: as the settings hold them.
        baseline: what was known already; None where none was named.
        judged: the codes of the rules that were asked; of the others nobody knows what a waiver covers.
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
    judged: frozenset[str] = frozenset()
    of_changes: frozenset[str] = frozenset()
    whole: bool = True
    names: Mapping[str, str]
    themes: Mapping[str, str]
    today: date
    places: Places | None = None

    def name(self, body: str) -> str:
        """The name of a body; what a waiver calls one that is nowhere, in quotes."""
        return self.names.get(body) or f"'{body}'"

    def theme(self, theme: str) -> str:
        """The name of a theme; what a waiver calls one that is nowhere, in quotes."""
        return self.themes.get(theme) or f"'{theme}'"

    def all_of(self, finding: Finding) -> list[str]:
        """The names of all bodies or themes that a finding tells of together."""
        return [self.name(one) if finding.affects else self.theme(one) for one in finding.together]

    def of(self, code: str) -> list[Finding]:
        """The findings of one rule."""
        return self._by_code.get(code, [])

    def place(self, path: Path) -> Place | None:
        """Where a waiver stands, or an entry of the baseline; the path of that begins with `baseline`."""
        if path[:1] == ("baseline",):
            return self.baseline.place(path[1:]) if self.baseline else None
        return self.places.find(path) if self.places else None

    def settled(self) -> tuple[Finding, ...]:
        """The findings, each with the waiver that covers it, and marked where the baseline knows it."""
        known = self.baseline.known() if self.baseline else None
        settled = []
        for finding in self.findings:
            one, new = finding, finding.status is FindingStatus.NEW
            if known is not None and (finding.status is None or (new and covers(known, finding))):
                one = beside(known, finding, FindingStatus.BASELINE, self.name if finding.affects else self.theme)
            settled.append(replace(one, waiver=self._waiver_of(finding)))
        return tuple(settled)

    def fresh(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings about waivers and baseline themselves: new, where anything is marked so at all."""
        marked = self.baseline is not None or any(finding.status is not None for finding in self.findings)
        return tuple(replace(finding, status=FindingStatus.NEW if marked else None) for finding in findings)

    @cached_property
    def lapsed(self) -> list[Lapsed]:
        """The waivers of rules that were asked whose last day is past, or cannot be read."""
        return [one for one in self._past if one.waiver.code in self.judged]

    @cached_property
    def _past(self) -> list[Lapsed]:
        found = ((waiver, number, waiver.lapsed(self.today)) for number, waiver in enumerate(self.waivers))
        return [Lapsed(waiver, number, why) for waiver, number, why in found if why]

    def idle(self) -> list[tuple[Waiver, int]]:
        """The waivers that hold and cover no finding, though somebody looked, each with its number."""
        lapsed = {one.number for one in self._past}
        return [
            (waiver, number)
            for number, waiver in enumerate(self.waivers)
            if number not in lapsed
            and self.whole
            and waiver.code in self.judged
            and not any(self._covers(waiver, one) for one in self._by_code.get(waiver.code, ()))
        ]

    def outdated(self) -> list[tuple[Entry, int]]:
        """The entries of the baseline that know more than there is, each with its number.

        Either the finding is gone, or it is about fewer things; `each` of such an entry is then what is mended.
        """
        if self.baseline is None or not self.whole:
            return []
        there = {finding.key: set(finding.each) for finding in self.findings}
        found = []
        for number, entry in enumerate(self.baseline.findings):
            mended = tuple(one for one in entry.each if one not in there.get(entry.key, ()))
            if entry.code in self.judged and (entry.key not in there or mended):
                found.append((entry.model_copy(update={"each": mended}), number))
        return found

    def _waiver_of(self, finding: Finding) -> Waiver | None:
        return next((one for one in self._holding.get(finding.code, ()) if self._covers(one, finding)), None)

    def _covers(self, waiver: Waiver, finding: Finding) -> bool:
        """Whether a waiver covers a finding of its code: never a fact where only a silence was accepted."""
        as_certain = waiver.certainty is finding.certainty or finding.code in self.of_changes
        return as_certain and _is_about(waiver, finding)

    @cached_property
    def _by_code(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.code, []).append(finding)
        return found

    @cached_property
    def _holding(self) -> dict[str, list[Waiver]]:
        lapsed = {one.number for one in self._past}
        found: dict[str, list[Waiver]] = {}
        for number, waiver in enumerate(self.waivers):
            if number not in lapsed:
                found.setdefault(waiver.code, []).append(waiver)
        return found


def _is_about(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver of the code of a finding is for its bodies, its people and its theme too."""
    if waiver.constituency not in (None, finding.constituency):
        return False
    if finding.together:  # of bodies, and else of themes
        return set(waiver.bodies if finding.affects else waiver.about).issuperset(finding.together)
    if set(waiver.bodies) != set(finding.bodies):
        return False
    named = (finding.about,) if finding.about is not None else finding.parts
    return not waiver.about or set(waiver.about).issuperset(named)
