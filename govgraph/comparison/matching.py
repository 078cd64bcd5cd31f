"""The findings of two structures side by side: which are new, which were there, which are gone, and why."""

from collections.abc import Iterable, Sequence
from itertools import islice, product
from typing import NamedTuple

from govgraph.comparison.succession import Succession
from govgraph.findings import Finding, FindingStatus, Gone, GoneReason, KnownFinding, key_of, with_status

_SPLITS = 64
"""How many ways are followed where several bodies of one finding were each split in several."""


class MatchedFindings(NamedTuple):
    """The findings after, each new or kept, and those of before that are gone."""

    after: tuple[Finding, ...]
    gone: tuple[Gone, ...]


def match_findings(
    before: Sequence[Finding], after: Sequence[Finding], succession: Succession, asked: Iterable[str], people: set[str]
) -> MatchedFindings:
    """Tell apart what is new and what was there, by key: a finding about a body is one about its heirs.

    A finding that was only not stated, and is a fact now, is new. `asked` are the codes of the rules that could be
    asked after, `people` the groups that they were asked for: of anything else it is not known whether it is gone.
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
    codes = set(asked)
    # A silence on many takes the place of nothing: what nobody knew of them before is only known of more.
    new = [finding for finding in marked if finding.status is FindingStatus.NEW and not finding.together]
    affected = {(body, finding.constituency) for finding in new for body in (*finding.bodies, *finding.affects)}
    gone = (Gone(finding, _reason(finding, succession, codes, people, affected)) for finding in lost)
    return MatchedFindings(tuple(marked), tuple(gone))


def _reason(
    finding: Finding, succession: Succession, asked: set[str], people: set[str], affected: set[tuple[str, str | None]]
) -> GoneReason:
    who = _people_after(finding, succession)
    if finding.code not in asked or (finding.constituency is not None and who not in people):
        return GoneReason.NOT_ASKED
    bodies = finding.bodies or (finding.together if finding.affects else ())
    heirs = [succession.heirs(body) for body in bodies]
    if not all(heirs):
        return GoneReason.BODY_GONE
    if any((heir, who) in affected for several in heirs for heir in several):
        return GoneReason.OTHERWISE
    return GoneReason.NO_LONGER_FOUND


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
