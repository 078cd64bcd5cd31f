"""SET101: waivers that cover no finding."""

from collections.abc import Iterator, Sequence

from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Finding, Hit, Severity, say
from govgraph.findings.ledger import Ledger
from govgraph.findings.message import NOTHING
from govgraph.language import LISTED, listed
from govgraph.rules._waivers import of_waivers, waiver_text


@rule(code="SET101", name="waiver-without-finding", severity=Severity.ERROR, applies_to=of_waivers)
def waiver_without_finding(ledger: Ledger, options: Options) -> Iterator[Hit]:
    """A waiver accepts a finding that is not there.

    Why it matters:
        What it was written for is mended, or it is misspelt and never covered anything. If it stays, it would hide the
        same finding when that comes back, and nobody would notice.

    Flagged:
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers] --> board
        waived: REP101 board

    Clean:
        board: board, strategic, membership complete
        forum -- sits_on[parent-carers] --> group
        waived: REP101 board

    How to fix:
        Delete the waiver. If it was meant for a finding that is still there, correct its code and its bodies.
    """
    for waiver, number in ledger.unused_waivers():
        findings = ledger.of(waiver.code)
        message = say("{waiver} covers no finding.", waiver=waiver_text(ledger, waiver, number))
        example = NOTHING
        if findings:
            subjects = "; ".join([*dict.fromkeys(_subject(ledger, finding) for finding in findings)][:LISTED])
            message &= say("The findings of {code} are about {subjects}.", code=waiver.code, subjects=subjects)
            example = say("This one would cover a finding: {example}.", example=_as_written(findings[0]))
        yield Hit(
            bodies=waiver.bodies,
            constituency=waiver.constituency,
            about=waiver.code,
            message=message,
            fix=say("Delete it, or correct its code and its bodies: they are written by their ids.")
            & say("They must be the bodies of the finding, no more and no fewer.")
            & say("Where a finding says that the file is silent on many bodies, name all of them.")
            & say("A waiver of such a finding also needs the certainty not_stated.")
            & example,
            at=("waivers", number),
        )


def _subject(ledger: Ledger, finding: Finding) -> str:
    """What a finding is about, for people."""
    bodies = [ledger.name(body) for body in finding.bodies] or ledger.subject_names(finding)
    return listed(bodies or [ledger.theme(finding.about or "")])


def _as_written(finding: Finding) -> str:
    """What a waiver states to cover a finding: only here a person needs ids."""
    bodies = finding.bodies or (finding.together if finding.affects else ())
    themes = (finding.about,) if finding.about is not None else () if finding.affects else finding.together
    stated = [f"{key} = {_toml_list(ids)}" for key, ids in (("bodies", bodies), ("about", themes)) if ids]
    stated += [f'constituency = "{finding.constituency}"'] if finding.constituency else []
    stated += ['certainty = "not_stated"'] if finding.certainty is Certainty.NOT_STATED else []
    return ", ".join(stated)


def _toml_list(ids: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{key}"' for key in ids) + "]"
