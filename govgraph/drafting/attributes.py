"""What documents say of a body itself: how often it meets, its quorum, its review, its purpose, its level."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govgraph.drafting.labels import columns_of, labelled
from govgraph.drafting.lexicon import nouns
from govgraph.drafting.lines import Line
from govgraph.drafting.passages import BlockKind


class FoundAttribute(NamedTuple):
    """A field of a body, by the header of its column on the sheet Bodies."""

    body: str
    column: str
    value: str
    line: Line


_OFTEN = (
    r"(?:at least |a minimum of |no (?:fewer|less) than |not less than |normally |usually |approximately ){0,3}"
    r"(?:(?:once|twice|\w+ times|\d+ times|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) meetings)"
    r" (?:a|per|each|every|in each|in an?|during each) (?:\w+ )?(?:year|month|term|quarter|annum|session|week)"
    r"|(?:bi-?monthly|monthly|quarterly|weekly|fortnightly|annually|termly|half[- ]termly|half[- ]yearly|bi-?annually)"
    r"|every (?:\w+ ){0,2}(?:weeks?|months?|quarters?|terms?|fortnight)"
    r"|each (?:month|term|quarter|year|week)"
    r"|on a (?:monthly|quarterly|termly|bi-?monthly|weekly) basis)"
)
_MEETS = re.compile(
    r"\b(?:meets?|convenes?|meetings? (?:\w+ ){0,3}(?:held|place)|hold)\b[^.;]{0,60}?"
    rf"\b({_OFTEN}(?: (?:a|per|each) \w+)?)",
    re.IGNORECASE,
)
_QUORUM = re.compile(
    r"\b(?:quorum(?:\b[^.;]{0,60}?\b(?:is|be|are|consists? of|as)| of)\s+(?P<what>[^.;]+)"
    r"|(?P<form>[^.;,]{3,60}?)\s+(?:shall |will )?(?:form|constitute|make|be)s? a quorum"
    r"|quorate (?:if|when|with|where|unless)\s+(?P<other>[^.;]+))",
    re.IGNORECASE,
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBER = re.compile(
    r"\d|one|two|three|four|five|six|seven|eight|half|third|quarter|majority|per ?cent|%", re.IGNORECASE
)
_HOW_OFTEN = re.compile(_OFTEN, re.IGNORECASE)
_DAY = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({'|'.join(_MONTHS)}) (20\d\d)\b")
_REVIEW = re.compile(r"\breview(?:ed)?\b[^.;]{0,50}?\b(?:by|in|on|before|due|date|:)\s*(.*)$", re.IGNORECASE)
_AGREED = re.compile(r"\b(?:approved|agreed|adopted|last|ratified)\b", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:purpose|aim|role) (?:of [^.;:]{0,80}? )?(?:is|are) (?:to )?(?P<what>[^.;:]{12,})", re.IGNORECASE
)
_ADVISORY = re.compile(r"\b(?:is|are|be|acts? as) an? (?:purely )?advisory\b|\badvisory (?:body|only)\b", re.IGNORECASE)
_WORKS_AT = re.compile(r"\b(?:works?|operates?|acts?) at an? (strategic|operational) level\b", re.IGNORECASE)


def attributes_in(line: Line) -> Iterator[FoundAttribute]:
    """The fields of a body that a sentence states; of its own section's where it names none."""
    body = _body(line)
    if body is None or line.block.kind is BlockKind.HEADING:
        return
    label = labelled(line)
    if label is not None and _is_column(label.use):
        yield from of_label(line, body, label.use, label.value)
        return
    text = line.text
    if (match := _MEETS.search(text)) and not _denied(line):
        yield FoundAttribute(body, "Meets", match.group(1).strip(), line)
    if (match := _QUORUM.search(text)) and not _denied(line, only=("not", "no")):
        value = (match.group("what") or match.group("form") or match.group("other")).strip(" ,:")
        if _NUMBER.search(value):
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


def of_label(line: Line, body: str, use: str, value: str) -> Iterator[FoundAttribute]:
    """The field that stands after a label that is of one: `Quorum: three members`."""
    if use == "Review by":
        day = _DAY.search(value)
        if day is not None and not _AGREED.search(value[: day.start()]):
            yield FoundAttribute(body, use, _date(day), line)
    elif _is_column(use) and (use != "Meets" or _HOW_OFTEN.search(value)):
        yield FoundAttribute(body, use, value.rstrip("."), line)


def _is_column(use: str) -> bool:
    """Whether a label is of a column of Bodies, and not of a role or a relation: these are in small letters."""
    return use[0].isupper()


def _denied(line: Line, only: tuple[str, ...] = ("not", "no", "may", "if", "cannot")) -> bool:
    return bool(set(only) & set(line.lower))


def _body(line: Line) -> str | None:
    subject = line.subject or (line.lead.subject if line.lead is not None else [])
    keys = subject or line.own
    return keys[0] if len(keys) == 1 else None


def _date(match: re.Match[str]) -> str:
    month = f"{match.group(3)}-{_MONTHS.index(match.group(2)) + 1:02}"
    return f"{month}-{int(match.group(1)):02}" if match.group(1) else month


def attributes_of_rows(rows: Sequence[Sequence[Line]]) -> Iterator[FoundAttribute]:
    """The fields of the bodies of a table of bodies, by the headers of its columns."""
    for row in rows:
        cell = row[0]
        if not cell.block.headers or cell.text != cell.block.cells[0] or not cell.mentions or not cell.keys[0]:
            continue
        if cell.keys[0] == cell.own or cell.mentions[0].first > 1 or cell.mentions[0].points:
            continue
        if not _is_of_bodies(cell.block.headers[0]):
            continue  # a table of members: what stands there is said of their seats
        for header, text in zip(cell.block.headers[1:], cell.block.cells[1:], strict=False):
            columns = columns_of(header, "body_columns")
            if columns and text:
                line = next((one for one in row if one.text == text), cell)
                yield FoundAttribute(cell.keys[0][0], columns[0], text, line)


def _is_of_bodies(header: str) -> bool:
    """Whether the rows under a header are bodies: `Group`, `Sub-committee`, `Name`."""
    words = header.lower().replace("-", " ").split()
    is_noun = bool(nouns().keys() & {*words, "-".join(words)})
    return is_noun or bool({"name", "meeting", "body"} & set(words[-1:]))
