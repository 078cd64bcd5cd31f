"""What a line of text is by its wording alone: a heading, an item with its mark, a number of a clause."""

import re
from typing import NamedTuple

MOST_HEADING_WORDS = 12
_MOST_HEADING_LENGTH = 100
_BULLET = re.compile(r"(?:[•●◦▪▫■□○⁃∙·‣➢➤►✓✔\uf0b7\uf0a7\uf0d8\uf076§]\s*|[-–—*+]\s+|o\s+(?=\S))(?=\S)")
"""Bullets of word processors; the private ones are those of the fonts Symbol and Wingdings."""
_NUMBER = re.compile(
    r"(?P<number>(?:[0-9]{1,2}(?:\.[0-9]{1,2}){1,4}\.?|[0-9]{1,2}[.)])|\((?:[0-9]{1,2}|[a-z]{1,2}|[ivx]{1,5})\)"
    r"|(?:[a-zA-Z]|[ivx]{1,5})[.)])\s+(?=\S)"
)
_SENTENCE_END = tuple(".;,!?")
_CUT_OFF = re.compile(r"\b(?:a|an|the|and|or|of|to|by|for|in|on|at|with|from)$", re.IGNORECASE)
_SECTION = re.compile(r"(?:section|part|appendix|annex|schedule|article|chapter)\s+\w{1,4}\s*[:.–—-]\s*", re.IGNORECASE)
_VERBS = re.compile(
    r"\b(?:is|are|was|were|be|will|shall|must|may|can|should|would|has|have|had|do|does|include[sd]?|including|"
    r"comprises?|consists?|follow(?:s|ing)|it|they|we)\b",
    re.IGNORECASE,
)
"""Words of a sentence that leads up to a list: no heading has them, but for questions."""
_QUESTION = re.compile(r"(?:what|who|how|why|when|where|which)\b.*\?$", re.IGNORECASE)
_KEY_AND_VALUE = re.compile(r"[^:]{2,40}:\s+\S")
_CONTENTS = re.compile(r".*?(?:\.\s?|…\s?|_\s?){5,}\s*[0-9]{1,3}")
CONTENTS_LEFT_OUT = "The table of contents is left out."


class Mark(NamedTuple):
    """The mark before an item or a clause, and the text behind it."""

    number: str
    """`4.2`, `(a)`; empty of a bullet."""
    text: str
    """Without the mark."""

    @property
    def depth(self) -> int:
        """How deep a number of digits goes: 1 of `4.`, 2 of `4.2`; 0 of letters and bullets."""
        digits = re.findall(r"[0-9]+", self.number)
        return 0 if not digits or self.number.startswith("(") or self.number.endswith(")") else len(digits)


def mark_of(line: str) -> Mark | None:
    """The mark that a line begins with; None where it begins with none."""
    if found := _BULLET.match(line):
        return Mark("", line[found.end() :])
    if found := _NUMBER.match(line):
        return Mark(found["number"], line[found.end() :])
    return None


def is_line_of_contents(line: str) -> bool:
    """Whether a line is one of a table of contents: `Purpose ........ 3`."""
    return bool(_CONTENTS.fullmatch(line))


def is_like_heading(text: str) -> bool:
    """Whether a line of text, without its number, is worded as a heading is: short, and no sentence."""
    text = _SECTION.sub("", text, count=1) or text
    words = text.split()
    if not words or len(words) > MOST_HEADING_WORDS or len(text) > _MOST_HEADING_LENGTH or "|" in text:
        return False
    if _QUESTION.match(text):
        return True
    first = next((letter for letter in text if letter.isalnum()), "")
    if not (first.isupper() or first.isdigit()) or not any(letter.isalpha() for letter in text):
        return False
    if text.endswith(":"):
        return len(words) <= MOST_HEADING_WORDS // 2 and not _VERBS.search(text)
    return not (text.endswith(_SENTENCE_END) or _CUT_OFF.search(text) or _KEY_AND_VALUE.match(text))


def is_upper_case(text: str) -> bool:
    """Whether a line is set in capitals throughout, and is more than an abbreviation."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > len("HWBSC") and all(letter.isupper() for letter in letters)


def is_upper_case_heading(text: str) -> bool:
    """Whether a line in capitals is a heading."""
    return is_upper_case(text) and len(text.split()) <= MOST_HEADING_WORDS and not text.endswith(_SENTENCE_END)
