"""SET101: waivers that cover no finding."""

from collections.abc import Iterator

from govgraph.findings import LISTED, Finding, Hit, Severity
from govgraph.findings.ledger import Ledger
from govgraph.rules._accepted import described, of_waivers
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import listed


@rule(code="SET101", name="waiver-without-finding", severity=Severity.ERROR, asks=of_waivers)
def waiver_without_finding(ledger: Ledger, options: Options) -> Iterator[Hit]:
    """A waiver accepts a finding that is not there.

    Why it matters:
        What it was written for is mended, or it is misspelt and never covered anything. Left where it is, it would
        hide the same finding when it comes back, and nobody would see it come.

    Flagged:
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers] --> board
        waived: REP101 board

    Clean:
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers] --> group
        waived: REP101 board

    How to fix:
        Delete the waiver; or correct its code and its bodies, if it was meant for a finding that is still there.
    """
    for waiver, number in ledger.idle():
        there = ledger.of(waiver.code)
        told = list(dict.fromkeys(_told(ledger, finding) for finding in there))
        about = f" The findings of {waiver.code} are about: {'; '.join(told[:LISTED])}." if told else ""
        meant = f" One that is there: {_as_written(ledger, there[0])}." if there else ""
        yield Hit(
            bodies=waiver.bodies,
            constituency=waiver.constituency,
            about=waiver.code,
            message=f"{described(ledger, waiver, number)} covers no finding.{about}",
            fix="Delete it; or correct its code and its bodies: they are written by their ids, and must be those of "
            f"the finding, no more and no fewer; where it is silent on many together, all of them.{meant}",
            at=("waivers", number),
        )


def _told(ledger: Ledger, finding: Finding) -> str:
    """What a finding is about, for people."""
    told = [ledger.name(one) for one in finding.bodies or finding.together]
    return listed(told or [ledger.name(finding.about or "")])


def _as_written(ledger: Ledger, finding: Finding) -> str:
    """What a waiver states to cover a finding: only here a person needs ids."""
    bodies = [one for one in (*finding.bodies, *finding.together) if one in ledger.names]
    themes = [one for one in (finding.about, *finding.together) if one is not None and one not in ledger.names]
    stated = [f"{key} = {_list(ids)}" for key, ids in (("bodies", bodies), ("about", themes)) if ids]
    stated += [f'constituency = "{finding.constituency}"'] if finding.constituency else []
    return ", ".join(stated)


def _list(ids: list[str]) -> str:
    return "[" + ", ".join(f'"{one}"' for one in ids) + "]"
