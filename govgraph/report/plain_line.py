"""Text from a file as one line that begins nothing, ends nothing, and can be written anywhere."""

import re

from govgraph.findings import Finding
from govgraph.model.place import written_place
from govgraph.read import Fault

_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text with each run of white space, line ends of every kind among them, as one space.

    What cannot be written as UTF-8, or steers a terminal, is shown as U+FFFD: paths may hold it, though names may not.
    """
    return " ".join(_NO_TEXT.sub("\ufffd", text).split())


def advice(finding: Finding) -> str:
    """What to do about a finding, on one line."""
    return f"What to do: {one_line(finding.fix)}"


def fault_place(fault: Fault) -> str:
    """Where a fault stands, as compilers and spreadsheets write it; empty where it has no place."""
    return one_line(written_place(fault.path, fault.line, fault.column, fault.sheet))
