"""What a quorum asks for, read from its text; what is not understood for certain is not read at all."""

import re
from enum import Enum
from math import ceil, floor
from typing import Literal, NamedTuple

from govgraph.language import NUMBER_WORDS
from govgraph.model import OF_THE_AUTHORITY, OF_THE_EXECUTIVE, Capacity
from govgraph.model.capacities import DIRECTORS_OF_THE_AUTHORITY, parse_capacity
from govgraph.model.numbers import Share, parse_share
from govgraph.rules._statute import HEALTH_POSTS

Among = Capacity | Literal["NHS"]
"""In which capacity some of those present must sit there; `NHS` stands for each capacity of the health service."""
_OF_THE_NHS = frozenset(
    {Capacity.INTEGRATED_CARE_BOARD, Capacity.CLINICAL_COMMISSIONING_GROUP, Capacity.NHS_TRUST, Capacity.PRIMARY_CARE}
)
_OFFICERS = DIRECTORS_OF_THE_AUTHORITY | {
    Capacity.OFFICER,
    Capacity.CHIEF_EXECUTIVE,
    Capacity.CHIEF_FINANCE_OFFICER,
    Capacity.ACCOUNTABLE_OFFICER,
    Capacity.SEND_LEAD,
}
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
_NUMBER = rf"\d{{1,3}}|{'|'.join(NUMBER_WORDS)}"
_AT_LEAST = r"(?:at least |(?:a )?minimum of |not less than |no fewer than )?"
_MEMBERS = re.compile(
    rf"{_AT_LEAST}(?P<number>{_NUMBER})(?:(?: of (?:the|its|all))?(?P<voting> voting)? members?)?", re.ASCII
)
_OF_WHOM = re.compile(
    r"(?P<share>.+?)(?: of (?:the |its |all )*| (?:the|its) )"
    r"(?P<total>total |whole |full |entire )?(?P<voting>voting )?"
    r"(?P<what>members|membership|number of members|seats|places)"
    r"(?: of the (?:board|committee|forum|group|panel|partnership|body))?"
)
_MUST_BE_PRESENT = re.compile(
    r" (?:(?:must|shall|should|need to|have to|to) be|are) (?:present|in attendance)(?: at (?:a|any|each|the) meeting)?"
)
"""What every quorum says. `present` alone may mean a share of those who came, which is no quorum."""
_THEN = re.compile(r",? (?:among them|including|to include|of whom|with at least|with) ")
_BETWEEN = re.compile(r",? and |, ")
_PART = re.compile(
    rf"{_AT_LEAST}(?P<number>an?|the|{_NUMBER})(?: (?:is|are|must be|shall be)(?: an?)?)? (?P<who>.+)", re.ASCII
)


class ShareOf(Enum):
    """Of whom a quorum is a share."""

    MEMBERS = "members"
    """Those who are members now: nobody is a member in a vacant place."""
    PLACES = "places"
    """All places, vacant ones too."""
    TOTAL = "total"
    """The total or whole membership: texts leave open whether that counts vacant places."""


class Quorum(NamedTuple):
    """How many members must be present, and how many of them in which capacity."""

    members: int
    among: tuple[tuple[int, Among], ...] = ()
    share: Share | None = None
    """Where a share of the members is asked for; `members` is 0 then."""
    share_of: ShareOf = ShareOf.MEMBERS
    """Of whom it is a share."""
    voting: bool = False
    """Whether only members with a vote count."""

    def size(self, number: int) -> int:
        """How many must be present where there are so many: a share is rounded up, and never nobody."""
        if self.share is None:
            return self.members
        least = floor(self.share.bound * number) + 1 if self.share.strict else ceil(self.share.bound * number)
        return max(1, least)


def meant_by(who: Among) -> frozenset[Capacity]:
    """The capacities whose holders are meant: a councillor is meant also where a member of the cabinet sits there."""
    return _MEANT.get(who) or frozenset({Capacity(who)})


def perhaps_meant_by(who: Among) -> frozenset[Capacity]:
    """The capacities whose holders may be meant too: whether a director is an officer, the text does not say."""
    return _PERHAPS.get(who, frozenset()) - meant_by(who)


def read_quorum(text: str) -> Quorum | None:
    """The quorum that a text means: `seven members, among them one councillor`; None where it is not understood."""
    plain = " ".join(re.sub(r"[-‐‑]", " ", text).casefold().split()).rstrip(".")
    head, *tail = _THEN.split(_MUST_BE_PRESENT.sub("", plain), maxsplit=1)
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
        return Quorum(number, voting=bool(match["voting"])) if number else None
    voting, share_of = False, ShareOf.MEMBERS
    if match := _OF_WHOM.fullmatch(text):
        text, voting = match["share"], bool(match["voting"])
        is_places = match["what"] in ("seats", "places")
        total = bool(match["total"]) or match["what"] == "number of members"
        share_of = ShareOf.PLACES if is_places else ShareOf.TOTAL if total else ShareOf.MEMBERS
    share = parse_share(text)
    # A quorum has no greatest number.
    if share is None or share.at_most:
        return None
    return Quorum(0, share=share, share_of=share_of, voting=voting)


def _number(word: str) -> int:
    if word in ("a", "an", "the"):
        return 1
    return int(word) if word.isdigit() else NUMBER_WORDS.index(word) + 1


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
