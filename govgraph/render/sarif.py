"""Findings as SARIF 2.1.0, the standard that code scanning and editors read, with the rules that they rest on."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from govgraph.engine import FAMILIES, SECTIONS, Rule, Run
from govgraph.findings import Finding, FindingStatus, GoneReason, Report
from govgraph.model.faults import Fault
from govgraph.render import verdict
from govgraph.render.servers import advice, fallback_path, fingerprints, one_line, posix_path, server_path

_EXAMPLES = ("Flagged", "Clean")


def descriptor(rule: Rule) -> dict[str, Any]:
    """A `reportingDescriptor`: what the rule asks, why, its examples, what to do, and how heavy it is by itself."""
    sections = {title: rule.section(title) for title in SECTIONS}
    shown = {title: f"```text\n{text}\n```" if title in _EXAMPLES else text for title, text in sections.items()}
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {one_line(sections['Why it matters'])}"},
        "help": {
            "text": "\n\n".join(f"{title}:\n{text}" for title, text in sections.items()),
            "markdown": "\n\n".join(f"**{title}**\n\n{text}" for title, text in shown.items()),
        },
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": ["governance", rule.family, FAMILIES[rule.family]]},
    }


FINGERPRINT = "govgraph/v1"
"""The name of the fingerprint: another way of making keys takes another."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_COULD_NOT_CHECK = 2
_OLD = (FindingStatus.KEPT, FindingStatus.BASELINE)


def render(report: Run) -> str:
    """One run: the rules that were asked, and every finding, those that are gone or waived marked as such."""
    findings = [*report.findings, *_absent(report)]
    codes = {*report.asked, *(finding.code for finding in findings)}
    rules = [rule for rule in report.rules if rule.code in codes]
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    elsewhere = fallback_path(report.findings)
    results = []
    for finding, key, state in zip(findings, fingerprints(findings), _states(report), strict=True):
        result = {
            "ruleId": finding.code,
            "ruleIndex": numbers[finding.code],
            "level": finding.severity.value,
            "message": _message(one_line(finding.message), advice(finding)),
            "locations": _finding_locations(report, finding, elsewhere),
            "partialFingerprints": {FINGERPRINT: key},
            "baselineState": state,
            "suppressions": _suppressions(finding),
            "properties": {
                "certainty": finding.certainty.value,
                "bodies": list(finding.bodies),
                **({"constituency": finding.constituency} if finding.constituency is not None else {}),
                **({"about": finding.about} if finding.about is not None else {}),
            },
        }
        results.append({name: value for name, value in result.items() if value is not None})
    notes = [_notification("warning", "settings-changed", sentence) for _, sentence in verdict.decisions_of(report)]
    notes += [_notification("note", unasked.code, unasked.reason) for unasked in report.not_checked]
    unasked = report.against.gone_for(GoneReason.NOT_ASKED) if report.against else ()
    notes += [
        _notification("note", finding.code, f"Found before, and no longer asked about: {finding.message}")
        for finding in unasked
    ]
    invocation = {"executionSuccessful": True, "toolConfigurationNotifications": notes}
    return _dump([descriptor(rule) for rule in rules], invocation, results)


def render_faults(faults: Sequence[Fault]) -> str:
    """A run that was not carried out: no result, and a notification for each fault."""
    notifications = [
        {
            **_notification("error", "could-not-check", fault.message),
            "locations": _locations(posix_path(fault.path), fault.line, fault.column) if fault.path else [],
        }
        for fault in map(server_path, faults)
    ]
    invocation = {
        "executionSuccessful": False,
        "exitCode": _COULD_NOT_CHECK,
        "toolExecutionNotifications": notifications,
    }
    return _dump([], invocation, [])


def _states(report: Report) -> list[str | None]:
    """The state of each finding beside what was there before, then of those that are gone; none without a before."""
    compared = report.against is not None or any(finding.status for finding in report.findings)
    now = [("unchanged" if finding.status in _OLD else "new") if compared else None for finding in report.findings]
    return [*now, *("absent" for _ in _absent(report))]


def _absent(report: Report) -> list[Finding]:
    """The findings that are gone; not those that were not asked about, of which nothing is known."""
    gone = report.against.gone if report.against else ()
    return [entry.finding for entry in gone if entry.reason is not GoneReason.NOT_ASKED]


def _suppressions(finding: Finding) -> list[dict[str, str]] | None:
    if finding.waiver is None:
        return None
    return [{"kind": "external", "status": "accepted", "justification": one_line(verdict.acceptance(finding.waiver))}]


def _finding_locations(report: Report, finding: Finding, elsewhere: str | None) -> list[dict[str, Any]]:
    where = finding.location
    if where is None:
        return _locations(elsewhere, None, None) if elsewhere else []
    # What is gone may stand in a revision (`git:main:board.yaml`): of that, servers know the file.
    path = where.path.removeprefix(f"{report.against.base}:") if report.against else where.path
    return _locations(posix_path(path), where.line, where.column)


def _locations(path: str, line: int | None, column: int | None) -> list[dict[str, Any]]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if line is not None:
        physical["region"] = {"startLine": line, **({"startColumn": column} if column is not None else {})}
    return [{"physicalLocation": physical}]


def _uri(path: str) -> str:
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path, errors="surrogateescape")


def _message(*lines: str) -> dict[str, str]:
    # Readers make a link of `[text](address)`; of a name in the file, they must not.
    return {"text": "\n".join(lines).replace("](", "] (")}


def _notification(level: str, code: str, message: str) -> dict[str, Any]:
    return {"descriptor": {"id": code}, "level": level, "message": _message(one_line(message))}


def _dump(rules: list[dict[str, Any]], invocation: dict[str, Any], results: list[dict[str, Any]]) -> str:
    driver = {"name": "govgraph", "version": version("govgraph"), "rules": rules}
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    # Names stay escaped as \uXXXX: a reader need not know in which encoding the file was written.
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"
