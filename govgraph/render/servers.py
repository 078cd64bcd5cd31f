"""What servers need of findings and faults: single lines, texts that differ, a file to show each at."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from govgraph.findings import Finding, key_of
from govgraph.formats.git_objects import PREFIX
from govgraph.model.faults import Fault, format_place

_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text with each run of white space, line ends of every kind among them, as one space.

    What cannot be written as UTF-8, or steers a terminal, is shown as U+FFFD: paths may hold it, though names may not.
    """
    return " ".join(_NO_TEXT.sub("\ufffd", text).split())


def advice(finding: Finding) -> str:
    """What to do about a finding, on one line."""
    return f"What to do: {one_line(finding.fix)}" if finding.fix else ""


def fault_place(fault: Fault) -> str:
    """Where a fault stands, as compilers and spreadsheets write it; empty where it has no place."""
    return one_line(format_place(fault.path, fault.line, fault.column, fault.sheet))


def deduplicate_texts(texts: Iterable[str]) -> list[str]:
    """The texts, those that were there already with a number: `a`, `b`, `a (2)`.

    Servers take two findings with one fingerprint, or two tests with one name, for the same, and drop one of them.
    """
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    apart = []
    for text in texts:
        name = text
        while name in taken:
            numbers[text] = numbers.get(text, 1) + 1
            name = f"{text} ({numbers[text]})"
        taken.add(name)
        apart.append(name)
    return apart


def posix_path(path: str) -> str:
    """A path as servers write it: with slashes, and without `./` before it."""
    return PurePath(path).as_posix()


def fallback_path(findings: Iterable[Finding]) -> str | None:
    """The path of the first finding that has one, for those that have none: servers refuse a finding without a file."""
    return next((posix_path(finding.location.path) for finding in findings if finding.location is not None), None)


def server_path(fault: Fault) -> Fault:
    """The fault; of one at a revision a server has no file, so that its place becomes part of what is said."""
    if fault.path is not None and fault.path.startswith(PREFIX):
        return Fault(None, None, None, str(fault))
    return fault


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """What servers know findings by from one run to the next, each another.

    Of a silence on many bodies, all are in it: on one more it must be a new finding there too.
    """
    return deduplicate_texts(
        key_of(f"{finding.code}:silent", finding.together, finding.constituency) if finding.together else finding.key
        for finding in findings
    )
