"""Findings as GitLab Code Quality: a list that GitLab compares with that of the target branch by itself."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from govgraph.findings import Certainty, Report, Severity
from govgraph.model.faults import Fault
from govgraph.render import verdict
from govgraph.render.servers import deduplicate_texts, fallback_path, fingerprints, one_line, posix_path, server_path

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_NO_FILE = "govgraph"


def render(report: Report) -> str:
    """Every finding but those that are waived; what was there before stays, as it is in the target branch too."""
    findings = [finding for finding in report.findings if finding.waiver is None]
    elsewhere = fallback_path(report.findings) or _NO_FILE
    decided = [
        _issue(
            description=one_line(sentence),
            check_name="settings-changed",
            key=f"settings-changed:{changed.path}:{changed.how}:{'+'.join(changed.keys)}",
            severity="minor",
            path=posix_path(changed.path),
            line=None,
        )
        for changed, sentence in verdict.decisions_of(report)
    ]
    return _dump(
        decided
        + [
            _issue(
                description=("" if finding.certainty is Certainty.STATED else "Not stated: ")
                + one_line(finding.message),
                check_name=finding.code,
                key=key,
                severity=_SEVERITIES[finding.severity],
                path=posix_path(finding.location.path) if finding.location else elsewhere,
                line=finding.location.line if finding.location else None,
            )
            for finding, key in zip(findings, fingerprints(findings), strict=True)
        ]
    )


def render_faults(faults: Sequence[Fault]) -> str:
    """What kept the run from a verdict, as issues that nothing outweighs."""
    faults = [server_path(fault) for fault in faults]
    elsewhere = next((posix_path(fault.path) for fault in faults if fault.path), _NO_FILE)
    return _dump(
        _issue(
            description=f"Could not check: {one_line(fault.message)}",
            check_name="could-not-check",
            key=key,
            severity="blocker",
            path=posix_path(fault.path) if fault.path else elsewhere,
            line=fault.line,
        )
        for fault, key in zip(faults, deduplicate_texts(str(fault) for fault in faults), strict=True)
    )


def _issue(
    *, description: str, check_name: str, key: str, severity: str, path: str, line: int | None
) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": check_name,
        "fingerprint": sha256(key.encode(errors="surrogateescape")).hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line or 1}},
    }


def _dump(issues: Iterable[dict[str, Any]]) -> str:
    # Names stay escaped as \uXXXX: a reader need not know in which encoding the file was written.
    return json.dumps(list(issues), indent=2) + "\n"
