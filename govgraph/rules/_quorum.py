"""What a quorum asks for, read from its text; what is not understood for certain is not read at all."""

import re
from fractions import Fraction
from math import ceil
from typing import Literal, NamedTuple

from govgraph.model import OF_THE_AUTHORITY, OF_THE_EXECUTIVE, Capacity
from govgraph.model.vocabulary import parse_capacity
from govgraph.rules._statute import HEALTH_POSTS

Among = Capacity | Literal["NHS"]
"""In which capacity some of those present must sit there; `NHS` stands for each capacity of the health service."""
_OF_THE_NHS = frozenset(
    {Capacity.INTEGRATED_CARE_BOARD, Capacity.CLINICAL_COMMISSIONING_GROUP, Capacity.NHS_TRUST, Capacity.PRIMARY_CARE}
)
_OFFICERS = frozenset(
    {
        Capacity.OFFICER,
        Capacity.CHIEF_EXECUTIVE,
        Capacity.DIRECTOR_OF_CHILDRENS_SERVICES,
        Capacity.DIRECTOR_OF_ADULT_SERVICES,
        Capacity.DIRECTOR_OF_PUBLIC_HEALTH,
        Capacity.CHIEF_FINANCE_OFFICER,
        Capacity.ACCOUNTABLE_OFFICER,
        Capacity.SEND_LEAD,
    }
)
_FROM_OUTSIDE = frozenset({Capacity.LAY_MEMBER, Capacity.INDEPENDENT_PERSON, Capacity.NON_EXECUTIVE_MEMBER})
_MEANT: dict[Among, frozenset[Capacity]] = {
    "NHS": _OF_THE_NHS,
    Capacity.COUNCILLOR: OF_THE_AUTHORITY,
    Capacity.EXECUTIVE_MEMBER: OF_THE_EXECUTIVE,
}
_PERHAPS: dict[Among, frozenset[Capacity]] = {
    "NHS": HEALTH_POSTS,
    Capacity.OFFICER: _OFFICERS,
    Capacity.LOCAL_AUTHORITY: _OFFICERS | OF_THE_AUTHORITY,
    **dict.fromkeys(_FROM_OUTSIDE, _FROM_OUTSIDE),
    **dict.fromkeys(_OF_THE_NHS, HEALTH_POSTS),
}
NUMBERS = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
]
_SHARES = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "two thirds": Fraction(2, 3),
    "three quarters": Fraction(3, 4),
}
_NUMBER = rf"\d{{1,3}}|{'|'.join(NUMBERS)}"
_AT_LEAST = r"(?:at least |a minimum of )?"
_OF_ALL = r"(?: of (?:(?:the|its) )?(?:members|membership))?"
_MEMBERS = re.compile(rf"{_AT_LEAST}(?P<number>{_NUMBER})(?:(?: of (?:the|its))? members?)?", re.ASCII)
_SHARE = re.compile(
    rf"{_AT_LEAST}(?:(?:one |an? )?(?P<share>half|third|quarter|fifth)|(?P<plural>two thirds|three quarters)){_OF_ALL}"
)
_PERCENT = re.compile(rf"{_AT_LEAST}(?P<percent>\d{{1,3}}) ?(?:%|per cent|percent){_OF_ALL}", re.ASCII)
_THEN = re.compile(r",? (?:among them|including|to include|of whom|with at least|with) ")
_BETWEEN = re.compile(r",? and |, ")
_PART = re.compile(
    rf"{_AT_LEAST}(?P<number>an?|the|{_NUMBER})(?: (?:is|are|must be|shall be)(?: an?)?)? (?P<who>.+)", re.ASCII
)


class Quorum(NamedTuple):
    """How many members must be present, and how many of them in which capacity."""

    members: int
    among: tuple[tuple[int, Among], ...] = ()
    share: Fraction | None = None
    """Where a share of all members is asked for; `members` is 0 then."""

    def size(self, seats: int) -> int:
        """How many members must be present where there are so many seats: a share is rounded up, and never nobody."""
        return self.members if self.share is None else max(1, ceil(self.share * seats))


def meant_by(who: Among) -> frozenset[Capacity]:
    """The capacities whose holders are meant: a councillor is meant also where a member of the cabinet sits there."""
    return _MEANT.get(who) or frozenset({Capacity(who)})


def perhaps_meant_by(who: Among) -> frozenset[Capacity]:
    """The capacities whose holders may be meant too: whether a director is an officer, the text does not say."""
    return _PERHAPS.get(who, frozenset()) - meant_by(who)


def read_quorum(text: str) -> Quorum | None:
    """The quorum that a text means: `seven members, among them one councillor`; None where it is not understood."""
    head, *tail = _THEN.split(" ".join(re.sub(r"[-‐‑]", " ", text).casefold().split()).rstrip("."), maxsplit=1)
    quorum = _members(head.rstrip(","))
    if quorum is None or not tail:
        return quorum
    parts = [_part(part) for part in _BETWEEN.split(tail[0])]
    among = tuple(part for part in parts if part is not None)
    # A capacity that occurs twice may mean two persons or one: only a reader can tell.
    if len(among) < len(parts) or len({who for _, who in among}) < len(among):
        return None
    return quorum._replace(among=among)


def _members(text: str) -> Quorum | None:
    if match := _MEMBERS.fullmatch(text):
        number = _number(match["number"])
        return Quorum(number) if number else None
    if match := _SHARE.fullmatch(text):
        return Quorum(0, share=_SHARES[match["share"] or match["plural"]])
    if match := _PERCENT.fullmatch(text):
        percent = int(match["percent"])
        return Quorum(0, share=Fraction(percent, 100)) if 0 < percent <= 100 else None  # noqa: PLR2004
    return None


def _number(word: str) -> int:
    if word in ("a", "an", "the"):
        return 1
    return int(word) if word.isdigit() else NUMBERS.index(word) + 1


def _part(text: str) -> tuple[int, Among] | None:
    match = _PART.fullmatch(text)
    if match is None:
        return None
    number = _number(match["number"])
    who = _who(match["who"], several=number > 1)
    return (number, who) if number and who is not None else None


def _who(text: str, *, several: bool) -> Among | None:
    """A capacity, as such or as `representative of`; the plural only where several are asked for."""
    ends = "s?" if several else ""
    short = re.sub(rf"(?<=.) (?:member|representative){ends}$", "", text)
    short = re.sub(rf"^(?:member|representative){ends} (?:of|from) (?:the )?", "", short)
    forms = [text, short]
    if several:
        forms += [form.removesuffix("s") for form in forms]
    for form in forms:
        if form == "nhs":
            return "NHS"
        known = parse_capacity(form)
        if known is not None:
            return known
    return None
