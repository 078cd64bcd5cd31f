"""What servers need of findings and faults: texts that differ from one another, and a file to show each at."""

from collections.abc import Iterable
from pathlib import PurePath

from govgraph.findings import Finding, key_of
from govgraph.read import Fault
from govgraph.read.git_program import PREFIX


def told_apart(texts: Iterable[str]) -> list[str]:
    """The texts, those that were there already with a number: `a`, `b`, `a (2)`.

    Servers take two findings with one fingerprint, or two tests with one name, for the same, and drop one of them.
    """
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    apart = []
    for text in texts:
        told = text
        while told in taken:
            numbers[text] = numbers.get(text, 1) + 1
            told = f"{text} ({numbers[text]})"
        taken.add(told)
        apart.append(told)
    return apart


def slashed(path: str) -> str:
    """A path as servers write it: with slashes, and without `./` before it."""
    return PurePath(path).as_posix()


def some_path(findings: Iterable[Finding]) -> str | None:
    """The path of the first finding that has one, for those that have none: servers refuse a finding without a file."""
    return next((slashed(one.location.path) for one in findings if one.location is not None), None)


def as_servers_know_it(fault: Fault) -> Fault:
    """The fault; of one at a revision a server has no file, so that its place becomes part of what is said."""
    if fault.path is not None and fault.path.startswith(PREFIX):
        return Fault(None, None, None, str(fault))
    return fault


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """What servers know findings by from one run to the next, each another.

    Of a silence on many bodies, all are in it: on one more it must be a new finding there too.
    """
    return told_apart(
        key_of(f"{one.code}:silent", one.together, one.constituency) if one.together else one.key for one in findings
    )
