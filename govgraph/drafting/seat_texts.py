"""What a text says of who sits on a body: of one seat, or of several that it lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from govgraph.drafting.lexicon import groups, table, words_of
from govgraph.drafting.lines import Line
from govgraph.drafting.mentions import Mention
from govgraph.model.vocabulary import Role


@dataclass(frozen=True)
class FoundSeat:
    """A seat, or several alike, that a document states on a body."""

    body: str
    line: Line
    holder: str = ""
    """The key of the body that fills it."""
    group: str = ""
    """The group of people for which it speaks."""
    post: str = ""
    """The capacity in which it is held, or the post, in the words of the document."""
    role: Role | None = None
    votes: bool | None = None
    count: int | None = None
    several: bool = False


Stated = tuple[Role | None, bool | None]
"""The role, and the vote, that all seats of a text have."""

_SPLIT = re.compile(
    r"\s*(?:;|,(?!\s*(?:Director|Head|Manager)\b)|\band\b|\btogether with\b|\bas well as\b|\bplus\b)\s*"
)
_COUNT = re.compile(r"^(?:up to |at least )?(\d{1,2}|[a-z]+)\s+(?:x\s+|\(\d+\)\s*)?", re.IGNORECASE)
_SEVERAL = re.compile(r"[\w/ -]*\b(?:representatives|members of|governors|members)\b")
_REPRESENTS = re.compile(
    r"\brepresent(?:ing|ative|atives|ation)\b|\bnominee|\bnominated by\b|\bon behalf of\b|\bdelegate", re.IGNORECASE
)
_ACROSS = re.compile(r"\bacross (?:the |all )?$")
_LONGEST_ACROSS = 20
_NOT_ONE_POST = re.compile(r"\bfrom\b|\brepresent")
_OF_GROUP = (
    r"(?:governors?|members?|trustees?|advis[eo]rs?|reps?|co-leads?|champions?|forums?|groups?|councils?|panels?|networks?"
    r"|associations?)\b"
)
"""What follows the words for a group where one of it is meant: a parent governor, the parent carer forum."""
_BRACKETS = re.compile(r"\([^)]{0,200}\)")
_WITH_BRACKETS = re.compile(r"\s*\([^)]{0,200}\)")
_OF_WHOM = re.compile(r",? (?:one|two|at least one) of whom\b.*$")
_ARTICLE = re.compile(r"^(?:the|a|an|our)\s+", re.IGNORECASE)
_NO_VOTE = re.compile(r"\bnon[- ]?voting\b|\bwithout (?:a )?vot|\bno vot")
_VOTE = re.compile(r"\bvoting\b|\bwith (?:a )?vote\b")
_ROLES = (
    (re.compile(r"\(\s*joint lead\s*\)|\(\s*co-?lead\s*\)"), Role.CO_LEAD),
    (re.compile(r"\(\s*lead\s*\)"), Role.LEAD),
    (re.compile(r"\bin attendance\b|\battendees?\b"), Role.ATTENDEE),
    (re.compile(r"\bobservers?\b"), Role.OBSERVER),
    (re.compile(r"\badvis[eo]rs?\b(?! board| group| panel)"), Role.ADVISER),
    (re.compile(r"\b(?:vice|deputy)[- ]chair"), Role.VICE_CHAIR),
    (re.compile(r"\bco-?chair|\bjoint chair"), Role.CO_CHAIR),
    (
        re.compile(
            r"\(\s*(?:independent |the )?chair(?:man|person|woman)?\s*\)|^(?:independent )?chair(?:man|person)?$"
            r"|\bchair(?:man|person|woman)?\s*[):]|[-–:,]\s*chair(?:man|person|woman)?$"
        ),
        Role.CHAIR,
    ),
)
_HIDDEN = re.compile(r"\x00(\d{1,6})\x01")
_AROUND = " .,:"
_MOST_WORDS, _MOST_POST_WORDS, _MOST_GROUP_WORDS = 18, 12, 4


def seats_of_text(line: Line, body: str, text: str, stated: Stated, *, whole: bool) -> Iterator[FoundSeat]:
    """The seats that a text names, which says who sits there.

    Args:
        line: the sentence, or the item, in which the text stands.
        body: the body on which they sit.
        text: who sits there.
        stated: the role and the vote that all of them have.
        whole: whether all of the text is one seat, as an item of a list is; else several are parted by commas.

    """
    is_joint = stated[0] in (Role.CO_CHAIR, Role.CO_LEAD)
    for part in [text] if whole else _parts(line, text):
        holders = [key for key in _holders(line, part) if key != body]
        if whole and len(holders) > 1 and (is_joint or _NOT_ONE_POST.search(part)):
            yield from (_seat(line, body, part, holder, stated) for holder in holders)
            continue
        seat = _seat(line, body, part, holders[0] if holders else "", stated)
        if _is_known_enough(seat, part):
            yield seat


class _GroupWords(NamedTuple):
    """Words that documents have for a group of people, and how they are looked for."""

    words: str
    group: str
    anywhere: re.Pattern[str]
    alone: re.Pattern[str]
    """Not within words with hyphens or apostrophes."""


@cache
def _group_words() -> tuple[_GroupWords, ...]:
    return tuple(
        _GroupWords(
            word,
            name,
            re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE),
            re.compile(rf"(?<![\w'-]){re.escape(word)}(?![\w'-])"),
        )
        for word, name in groups().items()
    )


def _parts(line: Line, text: str) -> list[str]:
    """A text that names several, parted: names of bodies and of groups are never cut in two."""
    lower = text.lower()
    names = {line.text_of(mention) for mention in line.mentions}
    for known in _group_words():
        if known.words in lower:
            names.update(match.group() for match in known.anywhere.finditer(text))
    whole: list[str] = []
    for part in _split(text, sorted(names, key=lambda name: (-len(name), name))):
        if whole and not (_holders(line, part) or group_in(part) or has_post(part)):
            between = text[text.find(whole[-1]) + len(whole[-1]) : text.find(part)]
            whole[-1] += between + part  # `Heads of Service across Health, Education and Social Care`
        else:
            whole.append(part)
    return whole


def _split(text: str, names: Sequence[str]) -> Iterator[str]:
    """The parts of a text between its commas and small words, but for those within names."""
    for number, name in enumerate(names):
        text = text.replace(name, f"\x00{number}\x01")

    def shown(match: re.Match[str]) -> str:
        number = int(match.group(1))
        return names[number] if number < len(names) else match.group()

    for hidden in _SPLIT.split(text):
        part = hidden
        for _ in range(3):  # names may stand within names
            part = _HIDDEN.sub(shown, part)
        if part := part.strip(_AROUND):
            yield part


def _holders(line: Line, part: str) -> list[str]:
    """The bodies that a part of a sentence names."""
    found: list[str] = []
    offset = line.text.find(part)
    for mention, keys in zip(line.mentions, line.keys, strict=True):
        start, end = line.words[mention.first].start, line.words[mention.last].end
        if offset <= start and end <= offset + len(part) and _may_hold(line, mention, part):
            found += [key for key in keys if key not in found]
    return found


def _may_hold(line: Line, mention: Mention, part: str) -> bool:
    """Whether a body that a part of a sentence names may fill the seat of which it speaks."""
    if mention.points or mention.is_plural or (mention.noun is None and mention.name[0].islower()):
        return False
    if mention.belongs and not _REPRESENTS.search(part):
        return False
    start = line.words[mention.first].start
    # Leaders from across a partnership are of its members.
    return not _ACROSS.search(line.text[max(start - _LONGEST_ACROSS, 0) : start])


def group_in(text: str) -> str:
    """The group of people that a text names; empty where it names none."""
    plain = " ".join(text.lower().replace("’", "'").split())
    return next((one.group for one in _group_words() if one.words in plain and one.alone.search(plain)), "")


def role_and_votes(text: str) -> Stated:
    """The role, and the vote, that a heading or words in brackets say."""
    plain = " ".join(text.lower().replace("‑", "-").split())
    role = next((role for pattern, role in _ROLES if pattern.search(plain)), None)
    return role, False if _NO_VOTE.search(plain) else True if _VOTE.search(plain) else None


def _seat(line: Line, body: str, part: str, holder: str, stated: Stated) -> FoundSeat:
    """The seat of which a part of a text speaks, with its role, its vote, its group and its post."""
    role, votes = role_and_votes(" ".join(_BRACKETS.findall(part)) or part)
    plain = _OF_WHOM.sub("", _WITH_BRACKETS.sub("", part))
    count, several, plain = _counted(_ARTICLE.sub("", plain.strip(_AROUND + ";–-")))
    group, post = _group_and_post(plain, has_holder=bool(holder))
    return FoundSeat(
        body,
        line,
        holder,
        group,
        "" if holder and _says_only_holder(line, plain, holder) else post,
        role or stated[0],
        votes if votes is not None else stated[1],
        count,
        several,
    )


def _group_and_post(plain: str, *, has_holder: bool) -> tuple[str, str]:
    """The group for which a seat speaks, and its post; a post may itself be what is said of the group."""
    group = group_in(plain)
    if not group:
        return "", plain
    if _REPRESENTS.search(plain):
        is_short = len(plain.split()) <= _MOST_GROUP_WORDS  # `parent carer representatives`
        return group, "" if is_short else plain
    if not has_post(plain):
        return group, plain if has_holder else ""
    # A parent governor is one of the parents; a Cabinet Member for Children and Young People speaks for nobody.
    is_of_group = re.search(rf"\b(?:{_any_group()})s? {_OF_GROUP}", plain, re.IGNORECASE) is not None
    return group if is_of_group or group == "Service users" else "", plain


def _counted(text: str) -> tuple[int | None, bool, str]:
    """How many seats a text says, whether there are several whose number it does not say, and the rest of it."""
    match = _COUNT.match(text)
    if match is not None:
        word = match.group(1).lower()
        number = int(word) if word.isdigit() else table("seats")["numbers"].get(word, 0)
        if number:
            is_limit = text.lower().startswith(("up to", "at least"))
            return (None if is_limit or number == 1 else number), is_limit, text[match.end() :]
    return None, _SEVERAL.match(text) is not None, text


@cache
def _any_group() -> str:
    """The words for every group of people, as a choice of a pattern."""
    return "|".join(map(re.escape, groups()))


def _says_only_holder(line: Line, plain: str, holder: str) -> bool:
    """Whether a text names the body that holds a seat, and nothing but that one of it sits there."""
    for mention, keys in zip(line.mentions, line.keys, strict=True):
        if holder in keys:
            plain = plain.replace(line.text_of(mention), " ").replace(mention.name, " ")
    plain = re.sub(rf",? on behalf of (?:the )?(?:{_any_group()})", " ", plain, flags=re.IGNORECASE)
    small = words_of("wording", "one_of_it")
    return all(word in small for word in re.findall(r"[a-z]{2,}", plain.lower()))


def has_post(text: str) -> bool:
    """Whether a text has a word by which posts are named: `Director of Finance`."""
    there = {word.lower() for word in re.findall(r"[A-Za-z-]+", text)}
    return not words_of("seats", "posts").isdisjoint({*there, *(word.removesuffix("s") for word in there)})


_BARE_ROLE = re.compile(r"(?:(?:co-|joint |vice-|deputy )?(?:chairs?|leads?)|members?)")


def _is_known_enough(seat: FoundSeat, part: str) -> bool:
    """Whether enough is known of a seat to propose it."""
    if len(part.split()) > _MOST_WORDS:
        return False
    is_post = seat.post and has_post(seat.post) and len(seat.post.split()) <= _MOST_POST_WORDS
    is_post = is_post and _BARE_ROLE.fullmatch(seat.post.lower()) is None  # `two co-chairs` are no others
    return bool(seat.holder or seat.group or is_post)
