"""Findings as JUnit XML: what turns the run red is a test that failed, the rest passed or was skipped."""

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from govgraph.engine import Run
from govgraph.findings import Finding, FindingStatus, Report
from govgraph.model import Place
from govgraph.model.faults import Fault
from govgraph.render import statements, verdict
from govgraph.render.servers import advice, deduplicate_texts, fault_place, one_line

_SUITE = "govgraph"
# XML 1.0 knows no other characters, and has no way to write them.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_COUNTED = {FindingStatus.KEPT: "There before the change too", FindingStatus.BASELINE: "Known from the baseline"}


def render(report: Run) -> str:
    """A test for each finding, for each rule that found nothing, and for each rule that could not be asked."""
    classes = {rule.code: f"{rule.code} {rule.name}" for rule in report.rules}
    named = deduplicate_texts(f"{finding.code} {_about(report, finding)}" for finding in report.findings)
    cases = []
    for finding, name in zip(report.findings, named, strict=True):
        case = _case(f"{finding.code} {finding.name}", name.removeprefix(f"{finding.code} "), finding.location)
        _outcome(report, finding, case)
        cases.append(case)
    for changed, sentence in verdict.decisions_of(report):
        case = _case("settings-changed", changed.path)
        _add(case, "system-out", one_line(sentence))
        cases.append(case)
    found = {finding.code for finding in report.findings}
    cases += [_case(classes[code], "nothing found") for code in report.asked if code not in found]
    for unasked in report.not_checked:
        case = _case(classes[unasked.code], "not checked")
        _add(case, "skipped", message=one_line(unasked.reason))
        cases.append(case)
    return _whole(cases)


def render_faults(faults: Sequence[Fault]) -> str:
    """What kept the run from a verdict: a test with an error for each fault."""
    cases = []
    for fault, name in zip(faults, deduplicate_texts(fault_place(fault) or "the run" for fault in faults), strict=True):
        case = _case("could-not-check", name, fault)
        message = one_line(fault.message)
        _add(case, "error", message, type="could-not-check", message=message)
        cases.append(case)
    return _whole(cases)


def _about(report: Report, finding: Finding) -> str:
    """The names of the bodies, and in brackets those of the people and the theme."""
    details = [report.constituency_name(finding.constituency)] if finding.constituency else []
    details += [report.entry_name("themes", finding.about)] if finding.about else []
    bodies = one_line(", ".join(map(report.name, finding.bodies)))
    people = one_line("; ".join(details))
    if bodies and people:
        return f"{bodies} ({people})"
    return bodies or people or finding.name


def _outcome(report: Report, finding: Finding, case: ET.Element) -> None:
    message = one_line(finding.message)
    if finding.waiver is not None:
        _add(case, "skipped", message=f"waived by {one_line(verdict.acceptance(finding.waiver))}")
    elif report.is_red(finding):
        lines = [message, *_details(report, finding)]
        _add(case, "failure", "\n".join(lines), type=finding.severity.value, message=message)
    else:
        why = _NOT_COUNTED.get(finding.status) if finding.status else None
        head = f"{why}, and not counted.\n" if why else ""
        lines = [f"{verdict.label(finding)}: {message}", *_details(report, finding)]
        _add(case, "system-out", head + "\n".join(lines))


def _details(report: Report, finding: Finding) -> Iterator[str]:
    """What to do, how we know, and where: a line each."""
    yield advice(finding)
    for step in finding.witness:
        yield f"How we know: {one_line(statements.evidence_lines(report, [step])[0])}"
    if finding.witness_count > len(finding.witness):
        yield f"and {finding.witness_count - len(finding.witness):,} more steps"
    if finding.location is not None:
        yield f"Where: {one_line(str(finding.location))}"


def _case(classname: str, name: str, place: Place | Fault | None = None) -> ET.Element:
    case = ET.Element("testcase", {"classname": _legal(classname), "name": _legal(name)})
    if place is not None and place.path is not None:
        case.set("file", _legal(place.path))
    if place is not None and place.line is not None:
        case.set("line", str(place.line))
    return case


def _add(case: ET.Element, tag: str, text: str | None = None, **attributes: str) -> None:
    child = ET.SubElement(case, tag, {key: _legal(value) for key, value in attributes.items()})
    child.text = _legal(text) if text is not None else None


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)


def _whole(cases: Sequence[ET.Element]) -> str:
    """The document, with its counts."""
    counts = {"tests": str(len(cases))}
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        counts[key] = str(sum(case.find(tag) is not None for case in cases))
    root = ET.Element("testsuites", {"name": _SUITE, **counts})
    ET.SubElement(root, "testsuite", {"name": _SUITE, **counts}).extend(cases)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
