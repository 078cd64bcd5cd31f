"""The single values of the model: text, ids, truth, dates. Each refuses what it is not in one plain sentence."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

# C0 and C1 controls (tab and line ends are text), bidi controls, zero-width joiners of nothing, surrogates and
# non-characters: none of them can be seen in a name, each can make it lie.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)
ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
_PARTIAL_DATE = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$", re.ASCII)
_QUOTED = 60
_NOT_KNOWN = frozenset(
    {"", "-", "?", "??", "n/a", "na", "not known", "unknown", "not stated", "not sure", "unclear", "tba", "tbc", "tbd"}
)
_FULL_DATE = re.compile(r"^\d{4}-\d\d-\d\d$", re.ASCII)
_TRUTH = {"true": True, "yes": True, "y": True, "false": False, "no": False, "n": False}


def refuse(sentence: str) -> PydanticCustomError:
    """An error of one value: how the sentence that the user reads goes on after the name of its key."""
    return PydanticCustomError("plain", "{sentence}", {"sentence": sentence})


def refuse_whole(sentence: str) -> PydanticCustomError:
    """An error of a record as a whole: how the sentence goes on after `This seat`."""
    return PydanticCustomError("whole", "{sentence}", {"sentence": sentence})


def _text(value: str) -> str:
    found = UNSEEN.search(value)
    if found:
        raise refuse(f"holds a character that cannot be seen (U+{ord(found.group()):04X}); delete it")
    if value.isspace():
        raise refuse("holds nothing but spaces; write it out, or leave it out")
    return value


def _truth(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _TRUTH:
        return _TRUTH[value.lower()]
    rest = f"not {quoted(value)}{unless_unknown(value)}"
    raise PydanticCustomError("truth", "{rest}", {"rest": rest})  # which words it should be, the document says


def unless_unknown(value: object) -> str:
    """What to do about a value that only says that nothing is known: the end of a sentence; empty for any other."""
    is_unknown = isinstance(value, str) and plain_name(value).strip(" .") in _NOT_KNOWN
    return "; leave it empty until you know" if is_unknown else ""


def quoted(value: object) -> str:
    """A value as an error message quotes it: short, in quotes, with nothing unseen in it."""
    if isinstance(value, dict):
        return "a mapping (key: value)"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None:
        return "nothing"
    text = str(value) if not isinstance(value, bool) else str(value).lower()
    text = UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text).replace("\n", " ")
    return f"'{text[: _QUOTED - 3]}...'" if len(text) > _QUOTED else f"'{text}'"


def _partial_date(value: object) -> object:
    _parts(value)
    return value


def _full_date(value: object) -> object:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _FULL_DATE.match(value):
        raise refuse(f"should be a full day such as 2020-07-03, not {quoted(value)}")
    return first_day(value)


def _parts(text: object) -> tuple[int, int | None, int | None]:
    match = _PARTIAL_DATE.match(text) if isinstance(text, str) else None
    if match is None:
        raise refuse(f"should be a date (2020-07-03, 2020-07 or 2020), not {quoted(text)}")
    year, month, day = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise refuse(f"names a day that does not exist: {text}") from None
    return first.year, first.month if month else None, first.day if day else None


def first_day(text: str) -> date:
    """The first day of a date as written: `2017` gives 1 January 2017, `2017-04` gives 1 April.

    Raises a pydantic error with a plain sentence where the text is no date.
    """
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day of a date as written: `2017` gives 31 December 2017, `2017-04` gives 30 April.

    Raises a pydantic error with a plain sentence where the text is no date.
    """
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def as_list(value: object) -> list[Any] | tuple[Any, ...]:
    """One value stands for a list of one."""
    return value if isinstance(value, list | tuple) else [value]


class Refers(NamedTuple):
    """Marks a text as an id that must be there: the key of the structure that holds it."""

    to: str


def one_or_more(element: Any) -> Callable[[object], object]:
    """The validator of a list-valued key, with the JSON Schema of both forms."""
    return BeforeValidator(as_list, json_schema_input_type=element | list[element])  # type: ignore[return-value]


Text = Annotated[str, AfterValidator(_text)]
Id = Annotated[str, Field(pattern=ID_PATTERN)]
Truth = Annotated[bool, BeforeValidator(_truth, json_schema_input_type=bool | Literal["yes", "no"])]
PartialDate = Annotated[
    str,
    BeforeValidator(_partial_date, json_schema_input_type=Annotated[str, Field(pattern=_PARTIAL_DATE.pattern)] | int),
]
FullDate = Annotated[
    date,
    BeforeValidator(_full_date, json_schema_input_type=Annotated[str, Field(pattern=_FULL_DATE.pattern)]),
]
BodyId = Annotated[Text, Refers("bodies")]
ConstituencyId = Annotated[Text, Refers("constituencies")]
ThemeId = Annotated[Text, Refers("themes")]
SourceId = Annotated[Text, Refers("sources")]

# What word processors make of an apostrophe, quotation marks and hyphens.
_TYPED = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2013", "''\"\"---")


def plain_name(name: str) -> str:
    """A name as it is compared: however its letters are coded, in whatever capitals, spaces, apostrophes and dashes."""
    return " ".join(unicodedata.normalize("NFC", name).translate(_TYPED).casefold().split())


_SIGNS = re.compile(r"[\s_!#%*,./:;?@\\\[\](){}|\-\u2010-\u2015\u2026\u2022\u00b7\u00ab\u00bb]+")
_AFTER_A_LETTER = re.compile(r"(?<=[^\W\d_])\.")
"""A full stop of `N.H.S.`, and not of `Group 1.1`."""
_ARTICLE = re.compile(r"^(?:the|an?) (?=.)")


def loose_name(name: str) -> str:
    """A name as it is compared where none is the same: without article, apostrophes and signs, `&` as `and`.

    `Children's Overview & Scrutiny Committee` is `childrens overview and scrutiny committee`.
    """
    plain = plain_name(unicodedata.normalize("NFKC", name)).replace("'", "").replace("&", " and ")
    return _ARTICLE.sub("", _SIGNS.sub(" ", _AFTER_A_LETTER.sub("", plain)).strip()) or plain_name(name)
