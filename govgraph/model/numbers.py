"""Numbers as people write them: whole numbers, and shares of a membership, each as an exact fraction."""

import re
from fractions import Fraction
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field

from govgraph.language import NUMBER_WORDS
from govgraph.model.scalars import Text, quoted, refuse

_DIGITS = re.compile(r"\d{1,4}", re.ASCII)
_PARTS_OF_ONE = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_FEW = "|".join(NUMBER_WORDS[:9])
_FRACTION = re.compile(rf"(?:(?P<top>{_FEW}|an?) )?(?P<part>{'|'.join(_PARTS_OF_ONE)})(?P<s>s)?")
_FIGURES = re.compile(r"(\d{1,3}) ?/ ?(\d{1,3})", re.ASCII)
_DECIMAL = re.compile(r"0?\.\d{1,4}", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,4})?) ?(?:%|per ?cent)", re.ASCII)


def parse_number(text: str) -> int | None:
    """The whole number that a text means: `4` or `four`; None where it means none."""
    plain = text.strip().casefold()
    if _DIGITS.fullmatch(plain):
        return int(plain)
    return NUMBER_WORDS.index(plain) + 1 if plain in NUMBER_WORDS else None


def parse_fraction(text: str) -> Fraction | None:
    """The fraction that a text means, up to all: `half`, `two fifths`, `1/3`, `40 per cent`; None for any other."""
    plain = " ".join(text.replace("-", " ").casefold().split())
    value: Fraction | None = None
    if match := _FRACTION.fullmatch(plain):
        top = match["top"]
        several = top in NUMBER_WORDS[1:]
        if bool(match["s"]) is several:
            value = Fraction(NUMBER_WORDS.index(top) + 1 if several and top else 1, _PARTS_OF_ONE[match["part"]])
    elif match := _FIGURES.fullmatch(plain):
        value = Fraction(int(match[1]), int(match[2])) if int(match[2]) else None
    elif match := _PERCENT.fullmatch(plain):
        value = Fraction(match[1]) / 100
    elif _DECIMAL.fullmatch(plain):
        value = Fraction(f"0{plain.removeprefix('0')}")
    return value if value is not None and 0 < value <= 1 else None


class Share(NamedTuple):
    """A share of a membership: at least so much, or at most; `strict` where exactly so much does not do."""

    bound: Fraction
    at_most: bool = False
    strict: bool = False

    def met_by(self, part: Fraction) -> bool:
        """Whether a part of the whole is such a share."""
        if part == self.bound:
            return not self.strict
        return (part < self.bound) is self.at_most

    @property
    def words(self) -> str:
        """The share as a person says it: `at least two thirds`, `more than half`."""
        most, least = ("less than", "more than") if self.strict else ("at most", "at least")
        if self.bound == 1 and not self.at_most:
            return "all"
        return f"{most if self.at_most else least} {fraction_words(self.bound)}"


def fraction_words(value: Fraction) -> str:
    """A fraction as a person says it: `two thirds`, `45%`, `3/17`."""
    name = next((name for name, parts in _PARTS_OF_ONE.items() if parts == value.denominator), None)
    if value == 1:
        return "all"
    if name is not None:
        top = NUMBER_WORDS[value.numerator - 1]
        return name if name == "half" else f"{top} {name}{'s' if value.numerator > 1 else ''}"
    percent = value * 100
    return f"{percent}%" if percent.denominator == 1 else str(value)


_BOUNDS = (
    (("at least", "no less than", "not less than", "no fewer than", "not fewer than", "a minimum of"), (False, False)),
    (("more than", "over"), (False, True)),
    (("at most", "no more than", "not more than", "up to", "a maximum of", "not over"), (True, False)),
    (("less than", "fewer than", "under"), (True, True)),
)
_OF_ALL = re.compile(
    r" of (?:(?:the|its|all) )*(?:members|membership|seats|places)$| (?:the|its) (?:members|membership)$"
)
_MAJORITY = re.compile(r"(?:an? )?(?:simple )?majority")
_MINORITY = re.compile(r"(?:an? )?minority")


def parse_share(text: str) -> Share | None:
    """The share that a text means: `at least half`, `a majority of its members`, `all`; None where it means none.

    A share without `at least` or `at most` means at least so much.
    """
    plain = _OF_ALL.sub("", " ".join(text.casefold().split()).rstrip("."))
    if _MAJORITY.fullmatch(plain):
        return Share(Fraction(1, 2), strict=True)
    if plain == "all":
        return Share(Fraction(1))
    if _MINORITY.fullmatch(plain):
        return Share(Fraction(1, 2), at_most=True, strict=True)
    plain, at_most, strict = _direction(plain)
    bound = parse_fraction(plain)
    return Share(bound, at_most, strict) if bound is not None and not (strict and bound == 1) else None


def _direction(plain: str) -> tuple[str, bool, bool]:
    """The text without the words that say whether it is the least or the most; whether the most; whether strictly."""
    for beginnings, (at_most, strict) in _BOUNDS:
        for beginning in beginnings:
            if plain.startswith(f"{beginning} "):
                return plain.removeprefix(f"{beginning} "), at_most, strict
    for ending, at_most in ((" or more", False), (" or fewer", True), (" or less", True)):
        if plain.endswith(ending):
            return plain.removesuffix(ending), at_most, False
    return plain, False, False


def _number(value: object) -> object:
    number = parse_number(value) if isinstance(value, str) else value
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise refuse(f"should be a whole number such as 4, not {quoted(value)}")
    return number


def _positive(number: int) -> int:
    if number < 1:
        raise refuse("should be 1 or more; leave it out if there is none")
    return number


def _share(text: str) -> str:
    if parse_share(text) is None:
        examples = "“half”, “at least two thirds”, “more than 50%”, “at most a third”"
        raise refuse(f"should be a share such as {examples}, not {quoted(text)}")
    return text


class Number:
    """Marks a value as a whole number that people write."""


_INPUT = Annotated[int, Field(ge=0)] | Annotated[str, Field(pattern=r"^\d{1,4}$")]
WholeNumber = Annotated[int, BeforeValidator(_number, json_schema_input_type=_INPUT), Number()]
PositiveNumber = Annotated[WholeNumber, AfterValidator(_positive)]
ShareText = Annotated[Text, AfterValidator(_share)]
