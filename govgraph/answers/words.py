"""Words that answer nothing: `don't know`, `see the minutes`, an error of a spreadsheet, the name of a person."""

import re
from collections.abc import Iterable

from govgraph.model.contradictions import NO_ANSWER
from govgraph.model.scalars import plain_name

_UNANSWERED = (NO_ANSWER - {"no", "nobody", "none"}) | {
    *("as yet unknown", "i have no idea", "no answer", "no idea", "no information", "none known", "not agreed yet"),
    *("not available", "not decided yet", "not recorded", "not sure", "not yet agreed", "not yet decided"),
    *("not yet known", "pending", "unknown at present", "unsure"),
}
"""What people write where they do not know."""
_NOT_KNOWN = re.compile(
    r"(?:sorry,? )?(?:i(?:'m| am)? |we(?:'re| are)? )?(?:(?:do not|don't|dont|cannot|can't|could not|couldn't) "
    r"(?:know|say|tell|remember|find)\b.*|(?:not sure|unsure|not certain)\b.*)"
)
_ELSEWHERE = re.compile(
    r"(?:please |pls )?(?:as (?:above|before|in|per|stated)|ask|attached|check with|cf|ditto|refer to|same as|see|"
    r"to follow)\b.*"
)
_SPREADSHEET_ERROR = re.compile(r"#(?:#+|n/a|name\?|ref!|value!|div/0!|null!|num!|spill!|calc!)|err:\d+", re.IGNORECASE)
_MARKS = frozenset({"yes", "y", "true", "false", "x", "ok", "✓", "✔", "☑", "done"})
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Cllr|Dr|Prof|Rev)\b\.?"
_TITLE_AND_NAME = re.compile(rf"\b{_TITLES}\s+[A-Z]")
_TITLE = re.compile(rf"{_TITLES}\s+", re.IGNORECASE)
LOST_LETTER = "\ufffd"
"""What programs write in place of a letter that they could not read."""


def says_nothing(text: str) -> bool:
    """Whether somebody writes only that the answer is not known."""
    plain = plain_name(text).strip(" .!()[]")
    return plain in _UNANSWERED or _NOT_KNOWN.fullmatch(plain) is not None


def is_mark(text: str) -> bool:
    """Whether somebody ticks a question that asks for a name."""
    return plain_name(text).strip(" .!") in _MARKS


def why_no_answer(text: str) -> str | None:
    """Why a part of an answer cannot be recorded as it is; None where it can."""
    plain = plain_name(text)
    if text.count('"') % 2:
        return f"“{text}” has a quotation mark without a partner. For a name with “;”, copy the row and shorten About."
    if _SPREADSHEET_ERROR.fullmatch(plain) or plain.startswith("="):
        return f"“{text}” is a formula, or an error of the spreadsheet. Write the answer as text."
    if says_nothing(text):
        return f"“{text}” is no answer. Leave it out, and end a list that is not complete with “and others”."
    if _ELSEWHERE.fullmatch(plain):
        return f"“{text}” says where the answer is. Write the answer itself, and that document under “Source”."
    return None


def names_person(text: str, people: re.Pattern[str] | None) -> bool:
    """Whether a text holds the name of one of these people, or a title and a name: `Cllr Jones`."""
    is_known = people is not None and people.search(plain_name(text)) is not None
    return is_known or _TITLE_AND_NAME.search(text) is not None


def pattern_of_people(people: Iterable[str | None]) -> re.Pattern[str] | None:
    """What finds the full names of people in a text; one word alone may also be an everyday word."""
    plain = {plain_name(_TITLE.sub("", name)) for name in people if name}
    names = "|".join(re.escape(name) for name in sorted(plain) if " " in name)
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None
