"""The findings of two structures side by side: which are new, which were there, which are gone, and why."""

from collections.abc import Iterable, Sequence
from itertools import islice, product
from typing import NamedTuple

from govgraph.comparison.changes import deletes_only
from govgraph.comparison.succession import Succession
from govgraph.findings import Certainty, Finding, FindingStatus, Gone, GoneReason, KnownFinding, key_of, with_status
from govgraph.graph.kernels import grouped
from govgraph.model import Change

_SPLITS = 64
"""How many ways are followed where several bodies of one finding were each split in several."""


class MatchedFindings(NamedTuple):
    """The findings after, each new or kept, those of before that are gone, and those that are only questions now."""

    after: tuple[Finding, ...]
    gone: tuple[Gone, ...]
    no_longer_stated: tuple[Finding, ...]


def match_findings(
    before: Sequence[Finding],
    after: Sequence[Finding],
    succession: Succession,
    changed: Iterable[Change],
    asked: Iterable[str],
    people: set[str],
) -> MatchedFindings:
    """Tell apart what is new and what was there, by key: a finding about a body is one about its heirs.

    A finding that was only not stated, and is a fact now, is new. `changed` is what differs; `asked` are the codes of
    the rules that could be asked after, `people` the groups that they were asked for: of anything else it is not known
    whether it is gone.
    """
    known: dict[str, KnownFinding] = {}
    keys = {finding.key: _keys(finding, succession) for finding in before}
    for finding in before:
        heirs = (_heirs(finding, subject, succession) for subject in finding.together)
        each = frozenset(finding.parts).union(*heirs)
        for key in keys[finding.key]:
            known[key] = KnownFinding(finding.certainty, each).merged_with(known.get(key))
    marked = []
    for finding in after:
        name = succession.body_name if finding.affects else succession.theme_name
        marked.append(with_status(known, finding, FindingStatus.KEPT, name))
    present = {finding.key for finding in after}
    lost = [finding for finding in before if present.isdisjoint(keys[finding.key])]
    # A silence on many takes the place of nothing: what nobody knew of them before is only known of more.
    new = [finding for finding in marked if finding.status is FindingStatus.NEW and not finding.together]
    affected = {(body, finding.constituency) for finding in new for body in (*finding.bodies, *finding.affects)}
    open_now = _Open(succession, after)
    why = _Reasons(succession, set(asked), people, affected, _deletes(changed))
    no_longer_stated = tuple(finding for finding in before if open_now.has(finding, keys[finding.key]))
    opened = {finding.key for finding in no_longer_stated}
    gone = (Gone(item, GoneReason.NOT_STATED if item.key in opened else why.of(item)) for item in lost)
    return MatchedFindings(tuple(marked), tuple(gone), no_longer_stated)


class _Open:
    """What the rules leave open after: the questions, by their key and by what they ask about."""

    def __init__(self, succession: Succession, after: Sequence[Finding]) -> None:
        self._succession = succession
        questions = [finding for finding in after if finding.is_question]
        self._keys = {finding.key for finding in questions}
        self._facts = {finding.key for finding in after if not finding.is_question}
        self._about = grouped(
            ((finding.code, finding.constituency, subject), finding.about)
            for finding in questions
            for subject in (*finding.bodies, *finding.together, *filter(None, [finding.about]))
        )

    def has(self, finding: Finding, keys: set[str]) -> bool:
        """Whether a finding that was a fact is a question now."""
        if finding.certainty is not Certainty.STATED or not self._facts.isdisjoint(keys):
            return False
        if not self._keys.isdisjoint(keys):
            return True
        who = _people_after(finding, self._succession)
        subjects = [heir for body in finding.bodies for heir in self._succession.heirs(body)]
        about = self._succession.about(finding.about)
        if not finding.bodies and about is not None:
            subjects = [about]
        asked = {other for subject in subjects for other in self._about.get((finding.code, who, subject), ())}
        # Of one body a rule may find several things: a question about another of them is none about this.
        return bool(asked) and (about is None or not asked.isdisjoint({None, about}))


class _Reasons(NamedTuple):
    """Why findings are gone: what was asked after, of whom, what is new there, and where the change only deletes."""

    succession: Succession
    asked: set[str]
    people: set[str]
    affected: set[tuple[str, str | None]]
    deletes: dict[str, bool]

    def of(self, finding: Finding) -> GoneReason:
        """Why this one is gone, though it is no question now."""
        who = _people_after(finding, self.succession)
        if finding.code not in self.asked or (finding.constituency is not None and who not in self.people):
            return GoneReason.NOT_ASKED
        bodies = finding.bodies or (finding.together if finding.affects else ())
        heirs = [self.succession.heirs(body) for body in bodies]
        if not all(heirs):
            return GoneReason.BODY_GONE
        if any((heir, who) in self.affected for several in heirs for heir in several):
            return GoneReason.OTHERWISE
        if self._is_deleted(finding):
            return GoneReason.DELETED
        return GoneReason.NO_LONGER_FOUND

    def _is_deleted(self, finding: Finding) -> bool:
        """Whether something was deleted of the bodies that it is about or rests on, and nothing else has changed."""
        ends = (end for step in finding.witness for end in (step.start, step.end) if end is not None)
        bodies = {*finding.bodies, *finding.affects, *ends}
        heirs = (heir for body in bodies for heir in self.succession.heirs(body) or (body,))
        changed = [self.deletes[heir] for heir in heirs if heir in self.deletes]
        return bool(changed) and all(changed)


def _deletes(changed: Iterable[Change]) -> dict[str, bool]:
    """The bodies that have changed, and whether that only takes away what was stated of each."""
    of_bodies = grouped((change.body, change) for change in changed if change.body is not None)
    return {body: deletes_only(parts) for body, parts in of_bodies.items()}


def _keys(finding: Finding, succession: Succession) -> set[str]:
    """The keys that the finding would have after: its own, with each body for which another stands replaced by that."""
    heirs = [succession.heirs(body) or (body,) for body in finding.bodies]
    who = _people_after(finding, succession) or finding.constituency
    return {key_of(finding.code, bodies, who, finding.about) for bodies in islice(product(*heirs), _SPLITS)}


def _heirs(finding: Finding, subject: str, succession: Succession) -> tuple[str, ...]:
    """What stands after for a body, or else a theme, that a finding is about together with others."""
    return succession.heirs(subject) or (subject,) if finding.affects else (succession.theme(subject) or subject,)


def _people_after(finding: Finding, succession: Succession) -> str | None:
    return succession.constituency(finding.constituency) if finding.constituency is not None else None
