"""The findings of two structures side by side: which are new, which were there, which are gone, and why."""

from collections.abc import Iterable, Sequence
from itertools import islice, product
from typing import NamedTuple

from govgraph.findings import Finding, FindingStatus, Gone, GoneBecause, Known, beside, key_of
from govgraph.graph.succession import Succession

_SPLITS = 64
"""How many ways are followed where several bodies of one finding were each split in several."""


class Parted(NamedTuple):
    """The findings after, each new or kept, and those of before that are gone."""

    after: tuple[Finding, ...]
    gone: tuple[Gone, ...]


def part(
    before: Sequence[Finding], after: Sequence[Finding], succession: Succession, asked: Iterable[str], people: set[str]
) -> Parted:
    """Tell apart what is new and what was there, by key: a finding about a body is one about its heirs.

    A finding that was only not stated, and is a fact now, is new. `asked` are the codes of the rules that could be
    asked after, `people` the groups that they were asked for: of anything else it is not known whether it is gone.
    """
    known: dict[str, Known] = {}
    keys = {finding.key: _keys(finding, succession) for finding in before}
    for finding in before:
        each = {heir for one in finding.together for heir in _heirs(finding, one, succession)} | set(finding.parts)
        for key in keys[finding.key]:
            known[key] = Known(finding.certainty, frozenset(each)).joined(known.get(key))
    told = tuple(
        beside(known, one, FindingStatus.KEPT, succession.body_name if one.affects else succession.theme_name)
        for one in after
    )
    there = {finding.key for finding in after}
    lost = [finding for finding in before if there.isdisjoint(keys[finding.key])]
    codes, fresh = set(asked), _bodies_of_new(told)
    return Parted(told, tuple(Gone(one, _why(one, succession, codes, people, fresh)) for one in lost))


def _bodies_of_new(findings: Iterable[Finding]) -> set[tuple[str, str | None]]:
    """The bodies of new findings, each with the group of people, or None.

    A silence on many takes the place of nothing: what nobody knew of them before is only known of more.
    """
    new = (finding for finding in findings if finding.status is FindingStatus.NEW and not finding.together)
    return {(body, finding.constituency) for finding in new for body in (*finding.bodies, *finding.affects)}


def _why(
    finding: Finding, succession: Succession, asked: set[str], people: set[str], fresh: set[tuple[str, str | None]]
) -> GoneBecause:
    who = _people_after(finding, succession)
    if finding.code not in asked or (finding.constituency is not None and who not in people):
        return GoneBecause.NOT_ASKED
    bodies = finding.bodies or (finding.together if finding.affects else ())
    heirs = [succession.heirs(body) for body in bodies]
    if not all(heirs):
        return GoneBecause.BODY_GONE
    if any((heir, who) in fresh for several in heirs for heir in several):
        return GoneBecause.OTHERWISE
    return GoneBecause.NO_LONGER_FOUND


def _keys(finding: Finding, succession: Succession) -> set[str]:
    """The keys that the finding would have after: its own, with each body for which another stands replaced by that."""
    heirs = [succession.heirs(body) or (body,) for body in finding.bodies]
    who = _people_after(finding, succession) or finding.constituency
    return {key_of(finding.code, bodies, who, finding.about) for bodies in islice(product(*heirs), _SPLITS)}


def _heirs(finding: Finding, one: str, succession: Succession) -> tuple[str, ...]:
    """What stands for one of the bodies, or else of the themes, of which a finding tells together."""
    return succession.heirs(one) or (one,) if finding.affects else (succession.theme(one) or one,)


def _people_after(finding: Finding, succession: Succession) -> str | None:
    return succession.constituency(finding.constituency) if finding.constituency is not None else None
