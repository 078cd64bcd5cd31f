"""What documents say of a body itself: how often it meets, its quorum, its review, its purpose, its level."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govgraph.drafting.labels import labelled
from govgraph.drafting.lines import Line
from govgraph.drafting.passages import BlockKind


class FoundAttribute(NamedTuple):
    """A field of a body, by the header of its column on the sheet Bodies."""

    body: str
    column: str
    value: str
    line: Line


_OFTEN = (
    r"(?:at least |a minimum of |no (?:fewer|less) than |not less than |normally |usually |approximately )*"
    r"(?:(?:once|twice|\w+ times|\d+ times|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) meetings)"
    r" (?:a|per|each|every|in each|in an?|during each) (?:\w+ )?(?:year|month|term|quarter|annum|session|week)"
    r"|(?:bi-?monthly|monthly|quarterly|weekly|fortnightly|annually|termly|half[- ]termly|half[- ]yearly|bi-?annually)"
    r"|every (?:\w+ ){0,2}(?:weeks?|months?|quarters?|terms?|fortnight)"
    r"|each (?:month|term|quarter|year|week)"
    r"|on a (?:monthly|quarterly|termly|bi-?monthly|weekly) basis)"
)
_MEETS = re.compile(
    rf"\b(?:meets?|convenes?|meetings? (?:\w+ ){{0,3}}(?:held|place)|hold)\b[^.;]{{0,60}}?\b({_OFTEN}(?: (?:a|per|each) \w+)?)",
    re.IGNORECASE,
)
_QUORUM = re.compile(
    r"\b(?:quorum(?:\b[^.;]{0,60}?\b(?:is|be|are|consists? of|as)| of)\s+(?P<what>[^.;]+)"
    r"|(?P<form>[^.;,]{3,60}?)\s+(?:shall |will )?(?:form|constitute|make|be)s? a quorum|quorate (?:if|when|with|where|unless)\s+(?P<other>[^.;]+))",
    re.IGNORECASE,
)
_MONTHS = "January February March April May June July August September October November December".split()
_DAY = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({'|'.join(_MONTHS)}) (20\d\d)\b")
_REVIEW = re.compile(r"\breview(?:ed)?\b[^.;]{0,50}?\b(?:by|in|on|before|due|date|:)\s*(.*)$", re.IGNORECASE)
_AGREED = re.compile(r"\b(?:approved|agreed|adopted|last|ratified)\b", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:purpose|aim|role) (?:of [^.;:]{0,80}? )?(?:is|are) (?:to )?(?P<what>[^.;:]{12,})", re.IGNORECASE
)
_LEVEL = re.compile(r"\b(strategic|operational|advisory)\b", re.IGNORECASE)
_ADVISORY = re.compile(r"\b(?:is|are|be|acts? as) an? (?:purely )?advisory\b|\badvisory (?:body|only)\b", re.IGNORECASE)
_WORKS_AT = re.compile(r"\b(?:works?|operates?|acts?) at an? (strategic|operational) level\b", re.IGNORECASE)


def attributes_in(line: Line) -> Iterator[FoundAttribute]:
    """The fields of a body that a sentence states; of its own section's where it names none."""
    body = _body(line)
    if body is None or line.block.kind is BlockKind.HEADING:
        return
    label = labelled(line)
    if label is not None and label.use in ("Quorum", "Meets", "Purpose", "Review by"):
        yield from of_label(line, body, label.use, label.value)
        return
    text = line.text
    if (match := _MEETS.search(text)) and not _denied(line):
        yield FoundAttribute(body, "Meets", match.group(1).strip(), line)
    if (match := _QUORUM.search(text)) and not _denied(line, only=("not", "no")):
        value = (match.group("what") or match.group("form") or match.group("other")).strip(" ,:")
        if re.search(
            r"\d|one|two|three|four|five|six|seven|eight|half|third|quarter|majority|per ?cent|%", value, re.I
        ):
            yield FoundAttribute(body, "Quorum", value, line)
    match = _REVIEW.search(text)
    if match and (day := _DAY.search(match.group(1))) and not _AGREED.search(match.group(1)[: day.start()]):
        yield FoundAttribute(body, "Review by", _date(day), line)
    if match := _PURPOSE.search(text):
        yield FoundAttribute(body, "Purpose", match.group("what").strip(), line)
    if match := _WORKS_AT.search(text):
        yield FoundAttribute(body, "Level", match.group(1).lower(), line)
    elif _ADVISORY.search(text) and not _denied(line):
        yield FoundAttribute(body, "Level", "advisory", line)


def of_label(line: Line, body: str, column: str, value: str) -> Iterator[FoundAttribute]:
    """The field that stands after a label: `Quorum: three members`."""
    if column == "Review by":
        day = _DAY.search(value)
        if day is not None and not _AGREED.search(value[: day.start()]):
            yield FoundAttribute(body, column, _date(day), line)
    elif column != "Meets" or re.search(_OFTEN, value, re.IGNORECASE):
        yield FoundAttribute(body, column, value.rstrip("."), line)


def _denied(line: Line, only: tuple[str, ...] = ("not", "no", "may", "if", "cannot")) -> bool:
    return bool(set(only) & set(line.lower))


def _body(line: Line) -> str | None:
    subject = line.subject or (line.lead.subject if line.lead is not None else [])
    keys = subject or line.own
    return keys[0] if len(keys) == 1 else None


def _date(match: re.Match[str]) -> str:
    month = f"{match.group(3)}-{_MONTHS.index(match.group(2)) + 1:02}"
    return f"{month}-{int(match.group(1)):02}" if match.group(1) else month


_COLUMNS = (("Meets", r"meet|frequency"), ("Purpose", r"purpose|remit|role|function"), ("Quorum", r"quorum"))


def attributes_of_rows(rows: Sequence[Line]) -> Iterator[FoundAttribute]:
    """The fields of the bodies of a table of bodies, by the headers of its columns."""
    for cell in rows:
        if not cell.block.headers or cell.text != cell.block.cells[0] or not cell.mentions or not cell.keys[0]:
            continue
        if cell.keys[0] == cell.own or cell.mentions[0].first > 1 or cell.mentions[0].points:
            continue
        for header, text in zip(cell.block.headers[1:], cell.block.cells[1:], strict=False):
            column = next((name for name, pattern in _COLUMNS if re.search(pattern, header.lower())), None)
            if column is not None and text:
                line = next((one for one in rows if one.block is cell.block and one.text == text), cell)
                yield FoundAttribute(cell.keys[0][0], column, text, line)
