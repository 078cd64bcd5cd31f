"""Who sits on a body, as sentences, lists and tables state it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from govgraph.drafting.ends import IT, ends_after, ends_before, meant_by_it
from govgraph.drafting.labels import labelled
from govgraph.drafting.lexicon import groups, table, words_of
from govgraph.drafting.lines import Line, is_membership_heading
from govgraph.drafting.passages import BlockKind
from govgraph.drafting.phrases import Match, Phrase, matches, parsed
from govgraph.drafting.relations import is_unsure
from govgraph.model.vocabulary import Role


class FoundSeat(NamedTuple):
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


class _Cue(NamedTuple):
    use: str
    phrase: Phrase


@cache
def _cues() -> tuple[_Cue, ...]:
    seats = table("seats")
    uses = {use: seats[use] for use in ("members", "sits_on", "speaks_for", "has", "attends")}
    uses |= {role: seats["roles"][role] for role in seats["roles"]}
    return tuple(_Cue(use, parsed(text)) for use, texts in uses.items() for text in texts)


def seats_in(line: Line) -> Iterator[FoundSeat]:
    """The seats that a sentence, an item or a row states."""
    if line.block.kind is BlockKind.ROW:
        return
    if line.block.kind is BlockKind.ITEM and (owners := _list_owner(line)):
        lead = line.lead.text if line.lead is not None else line.heading
        role, votes = role_and_votes(lead)
        for body in owners:
            yield from seats_of_text(line, body, line.text, (role, votes), whole=True)
        return
    label = labelled(line)
    if label is not None:
        yield from seats_of_label(line, label.use, label.value)
        return
    names = line.names
    used: set[str] = set()
    for cue in _cues():
        if cue.use in used:
            continue
        for match in matches(cue.phrase, line.lower, names):
            if is_unsure(line, match.start, match.end) and cue.use != "attends":
                continue
            seats = list(_by_cue(cue.use, match, line))
            if seats:
                used.add(cue.use)
                yield from seats
                break


_NOT_VOTING = "no_vote"


def seats_of_label(line: Line, use: str, value: str) -> Iterator[FoundSeat]:
    """The seats that stand after a label: `Chair: Treasurer`, `In attendance: Director of Finance`."""
    roles = {role.value for role in Role} - {"member"}
    owners = (line.subject if line.block.kind is BlockKind.ITEM else None) or line.own
    if not (use in roles or use in ("members", _NOT_VOTING)) or len(owners) != 1:
        return
    role = Role(use) if use in roles else None
    votes = False if use == _NOT_VOTING else None
    if is_unsure(line, len(line.words), len(line.words)) or re.search(r"\belected\b|\bto be\b", value):
        return
    one = role is not None and (role.chairs or role in (Role.VICE_CHAIR, Role.LEAD)) and role is not Role.CO_CHAIR
    value = _up_to_next_clause(value, is_role=one)
    for part in [value] if one else re.split(r"\s*;\s*", value):
        found = list(seats_of_text(line, owners[0], part, (role, votes), whole=one))
        yield from found[:1] if one else found


def _list_owner(line: Line) -> list[str]:
    """The body of whose members a list is; empty where the list is of something else."""
    lead = line.lead
    if lead is None:
        return list(line.own[:1]) if is_membership_heading(line.heading) else []
    if re.search(r"\b(?:not|never|may|cannot|could|might)\b(?! vot)", lead.text.lower()):
        return []
    if lead.block.kind is BlockKind.HEADING:
        return list(line.own[:1]) if is_membership_heading(lead.text) else []
    names = lead.names
    for cue in _cues():
        if cue.use != "members":
            continue
        for match in matches(cue.phrase, lead.lower, names):
            if _list_begins(lead, match):
                return _owners(match, lead)
    plain = lead.text.rstrip(" :")
    if is_membership_heading(plain) or (is_membership_heading(line.heading) and _MEMBERS.search(plain)):
        return list((lead.subject or lead.own)[:1])
    return []


_MEMBERS = re.compile(r"\b(?:members?|membership|partners|attendees|representatives|following)\b", re.IGNORECASE)


def _list_begins(lead: Line, match: Match) -> bool:
    """Whether nothing but small words stands between a phrase and the colon before a list."""
    rest = [word for word in lead.lower[match.slots["LIST"][0] :] if word[0].isalpha()]
    return len(rest) <= 3  # noqa: PLR2004 - `the following members`


def _owners(match: Match, line: Line) -> list[str]:
    if "A" not in match.slots:
        return list((line.lead.subject if line.lead else None) or line.own)
    first, last = match.slots["A"]
    found = ends_before(line, last) if first < 0 else ends_after(line, first, last)
    return meant_by_it(line, first, []) if found == [IT] else found


def _by_cue(use: str, match: Match, line: Line) -> Iterator[FoundSeat]:
    if use == "speaks_for":
        yield from _spoken_for(match, line)
        return
    owners = _owners(match, line)
    first, last = match.slots["LIST"]
    part = _text_between(line, first, last) if first >= 0 else _text_before(line, last)
    if not owners or not part:
        return
    role = None if use in ("members", "sits_on", "has", "attends") else Role(use)
    votes = False if re.search(r"\bnot vote|\bno vote", line.text) else None
    if use == "attends":
        role = role_and_votes(line.text)[0] or Role.ATTENDEE
    if use == "sits_on":
        role = Role.ATTENDEE if "attend" in " ".join(line.lower[match.start : match.end]) else None
    part = _up_to_next_clause(part, is_role=use not in ("members", "sits_on", "has", "attends"))
    if {"not", "no", "nobody"} & set(part.lower().split()) or (use == "has" and not _is_short_post(part)):
        return
    for body in owners:
        found = list(seats_of_text(line, body, part, (role, votes), whole=_is_whole(use)))
        yield from (found[:1] if role in (Role.CHAIR, Role.VICE_CHAIR, Role.LEAD) else found)


def _is_whole(use: str) -> bool:
    """Whether what a phrase leads to is one seat: a chair is one, members and those who chair together are several."""
    return use not in ("members", "sits_on", "co_chair", "attends")


def _is_short_post(part: str) -> bool:
    most = 10
    words_there = part.split()
    return len(words_there) <= most and _has_post(" ".join(words_there[:6]))


_NEXT_CLAUSE = re.compile(
    r",? (?:who|which|whose|where|when|while|whilst|so that|in order)\b.*$|, (?:with|to|as|appointed|supported)\b.*$"
)
_NEXT_VERB = re.compile(
    r",? and (?:\w+ly )?(?:reports?|meets?|is|are|has|have|will|shall|provides?|oversees?|makes?|advises?|monitors?)\b.*$"
)
_EARLIER_CLAUSE = re.compile(r"^.*\b(?:is|are|was|were|has|have|will|meets?)\b.*?, and ")
_AUXILIARY = re.compile(r"(?:\s+(?:will|shall|would|must|should|may|also|normally|usually|is|are|be|then|each))+$")


def _up_to_next_clause(part: str, *, is_role: bool) -> str:
    """Who sits there, without what is said of something else after it."""
    part = _NEXT_VERB.sub("", part)
    if is_role:
        part = _NEXT_CLAUSE.sub("", part)
    else:
        part = re.sub(r",? (?:who|which|so that|in order)\b[^,;]*", "", part)
        part = re.sub(r",? (?:of whom|\w+ of (?:them|whom))\b.*$", "", part)
    return _AUXILIARY.sub("", part)


def _text_between(line: Line, first: int, last: int) -> str:
    until = last if last >= 0 else len(line.words)
    if first >= until:
        return ""
    return line.text[line.words[first].start : line.words[until - 1].end]


def _text_before(line: Line, last: int) -> str:
    if last <= 0:
        return ""
    first = max((place + 1 for place in range(last) if line.lower[place] in (";", ":")), default=line.begin)
    part = _text_between(line, first, last) if first < last else ""
    return _EARLIER_CLAUSE.sub("", part)


def _spoken_for(match: Match, line: Line) -> Iterator[FoundSeat]:
    bodies = _owners(match, line)
    holders = (
        ends_after(line, *match.slots["H"]) if match.slots["H"][0] >= 0 else ends_before(line, match.slots["H"][1])
    )
    first, last = match.slots["G"]
    part = _text_before(line, last)[-60:] if first < 0 else _text_between(line, first, last)
    group = group_in(part)
    if group:
        for body in bodies:
            for holder in holders:
                if holder not in (body, IT):
                    yield FoundSeat(body, line, holder=holder, group=group)


_SPLIT = re.compile(
    r"\s*(?:;|,(?!\s*(?:Director|Head|Manager)\b)|\band\b|\btogether with\b|\bas well as\b|\bplus\b)\s*"
)
_COUNT = re.compile(r"^(?:up to |at least )?(\d{1,2}|[a-z]+)\s+(?:x\s+|\(\d+\)\s*)?", re.IGNORECASE)
_REPRESENTS = re.compile(
    r"\brepresent(?:ing|ative|atives|ation)\b|\bnominee|\bnominated by\b|\bon behalf of\b|\bdelegate", re.IGNORECASE
)
_MOST_WORDS = 18


def seats_of_text(
    line: Line, body: str, text: str, stated: tuple[Role | None, bool | None], *, whole: bool
) -> Iterator[FoundSeat]:
    """The seats that a text names, which says who sits there.

    Args:
        line: the sentence, or the item, in which the text stands.
        body: the body on which they sit.
        text: who sits there.
        stated: the role and the vote that all of them have.
        whole: whether all of the text is one seat, as an item of a list is; else several are parted by commas.

    """
    parts = [text] if whole else _parts(line, text)
    joint = stated[0] in (Role.CO_CHAIR, Role.CO_LEAD)
    for part in parts:
        holders = [key for key in _holders(line, part) if key != body]
        if whole and len(holders) > 1 and (joint or not _is_one_post(part)):
            for holder in holders:
                yield _seat(line, body, part, holder, stated)
            continue
        yield from filter(None, [_checked(_seat(line, body, part, holders[0] if holders else "", stated), part)])


def _parts(line: Line, text: str) -> list[str]:
    """A text that names several, parted: names of bodies and of groups are never cut in two."""
    kept = [line.text[line.words[m.first].start : line.words[m.last].end] for m in line.mentions]
    kept += [match.group() for word in groups() for match in re.finditer(rf"\b{re.escape(word)}\b", text, re.I)]
    hidden = text
    for number, name in enumerate(sorted(set(kept), key=len, reverse=True)):
        hidden = hidden.replace(name, f"\x00{number}\x01")
    names = sorted(set(kept), key=len, reverse=True)

    def shown(part: str) -> str:
        for _ in range(3):
            part = re.sub(r"\x00(\d+)\x01", lambda match: names[int(match.group(1))], part)
        return part

    parts = [shown(part).strip(" .,:") for part in _SPLIT.split(hidden) if part.strip(" .,:")]
    whole: list[str] = []
    for part in parts:
        if whole and not (_holders(line, part) or group_in(part) or _has_post(part)):
            between = text[text.find(whole[-1]) + len(whole[-1]) : text.find(part)]
            whole[-1] += between + part  # `Heads of Service across Health, Education and Social Care`
        else:
            whole.append(part)
    return whole


def _is_one_post(part: str) -> bool:
    return not re.search(r"\bfrom\b|\brepresent", part)


def _holders(line: Line, part: str) -> list[str]:
    """The bodies that a part of a sentence names."""
    found: list[str] = []
    offset = line.text.find(part)
    for mention, keys in zip(line.mentions, line.keys, strict=True):
        start, end = line.words[mention.first].start, line.words[mention.last].end
        if offset <= start and end <= offset + len(part) and not mention.points:
            if mention.is_plural or mention.name[0].islower() and mention.noun is None:
                continue
            if mention.belongs and not _REPRESENTS.search(part):
                continue
            if re.search(r"\bacross (?:the |all )?$", line.text[:start]):
                continue  # leaders from across a partnership are of its members
            found += [key for key in keys if key not in found]
    return found


def group_in(text: str) -> str:
    """The group of people that a text names; empty where it names none."""
    plain = " ".join(text.lower().replace("’", "'").split())
    for word, name in groups().items():
        if re.search(rf"(?<![\w'-]){re.escape(word)}(?![\w'-])", plain):
            return name
    return ""


def role_and_votes(text: str) -> tuple[Role | None, bool | None]:
    """The role, and the vote, that a heading or words in brackets say."""
    plain = " ".join(text.lower().replace("‑", "-").split())
    role = next((role for pattern, role in _ROLES if re.search(pattern, plain)), None)
    if re.search(r"\bnon[- ]?voting\b|\bwithout (?:a )?vot|\bno vot", plain):
        return role, False
    return role, True if re.search(r"\bvoting\b|\bwith (?:a )?vote\b", plain) else None


_ROLES = (
    (r"\bin attendance\b|\battendees?\b", Role.ATTENDEE),
    (r"\bobservers?\b", Role.OBSERVER),
    (r"\badvis[eo]rs?\b(?! board| group| panel)", Role.ADVISER),
    (r"\b(?:vice|deputy)[- ]chair", Role.VICE_CHAIR),
    (r"\bco-?chair|\bjoint chair", Role.CO_CHAIR),
    (r"\(\s*(?:independent |the )?chair(?:man|person|woman)?\s*\)|^(?:independent )?chair(?:man|person)?$", Role.CHAIR),
    (r"\bchair(?:man|person|woman)?\s*[):]|[-–:,]\s*chair(?:man|person|woman)?$", Role.CHAIR),
)


def _seat(line: Line, body: str, part: str, holder: str, stated: tuple[Role | None, bool | None]) -> FoundSeat:
    role, votes = stated
    own_role, own_votes = role_and_votes(" ".join(re.findall(r"\([^)]*\)", part)) or part)
    role = own_role or role
    votes = own_votes if own_votes is not None else votes
    plain = re.sub(r"\s*\([^)]*\)", "", part)
    plain = re.sub(r",? (?:one|two|at least one) of whom\b.*$", "", plain)
    plain = re.sub(r"^(?:the|a|an|our)\s+", "", plain.strip(" .,:;–-"), flags=re.IGNORECASE)
    count, several, plain = _counted(plain)
    group = group_in(plain)
    post = "" if _says_only_holder(line, plain, holder) else plain
    if group and _REPRESENTS.search(plain):
        post = "" if len(plain.split()) <= 4 else post  # noqa: PLR2004 - `parent carer representatives`
    elif group and not holder and not _has_post(plain):
        post = ""
    elif group and _has_post(plain) and not _REPRESENTS.search(plain) and not _is_of_group(plain):
        group = ""
    return FoundSeat(body, line, holder, group, post, role, votes, count, several)


def _is_of_group(plain: str) -> bool:
    """Whether a post is that of one of the group: a parent governor, a student member, an expert by experience."""
    return bool(re.search(r"\b(?:governors?|members?|trustees?|advis[eo]rs?|reps?)\b", plain, re.IGNORECASE))


def _counted(text: str) -> tuple[int | None, bool, str]:
    match = _COUNT.match(text)
    if match is not None:
        word = match.group(1).lower()
        number = int(word) if word.isdigit() else table("seats")["numbers"].get(word)
        if number and number > 0:
            limit = text.lower().startswith(("up to", "at least"))
            return (None if limit or number == 1 else number), limit, text[match.end() :]
    return None, bool(re.match(r"[\w/ -]*\b(?:representatives|members of|governors|members)\b", text)), text


def _says_only_holder(line: Line, plain: str, holder: str) -> bool:
    """Whether a text names a body, and nothing but that one of it sits there."""
    if not holder:
        return False
    rest = plain
    for mention, keys in zip(line.mentions, line.keys, strict=True):
        if holder in keys:
            rest = rest.replace(line.text[line.words[mention.first].start : line.words[mention.last].end], " ")
            rest = rest.replace(mention.name, " ")
    left = [word for word in re.findall(r"[A-Za-z]+", rest.lower()) if len(word) > 1]
    small = {"representative", "representatives", "representing", "from", "of", "the", "members", "member", "including"}
    return all(
        word in small | {"senior", "leaders", "across", "nominated", "by", "for", "local", "one"} for word in left
    )


def _has_post(text: str) -> bool:
    there = {word.lower() for word in re.findall(r"[A-Za-z-]+", text)}
    return bool({*there, *(word.removesuffix("s") for word in there)} & words_of("seats", "posts"))


def _checked(seat: FoundSeat, part: str) -> FoundSeat | None:
    """A seat of which enough is known to propose it."""
    if len(part.split()) > _MOST_WORDS:
        return None
    if seat.holder or seat.group:
        return seat
    return seat if seat.post and _has_post(seat.post) and len(seat.post.split()) <= 12 else None  # noqa: PLR2004


_COLUMNS = (
    ("votes", r"\bvot"),
    ("role", r"^role(?: on| in)?|position|capacity on|^role$"),
    ("holder", r"organi[sz]ation|representing|agency|sector|nominated by|body|partner|constituency"),
    ("post", r"^member|post|title|job|designation|membership|who|attendee|governor|trustee|name|category"),
    ("count", r"number|^no\.?$|places|seats"),
)


def seats_of_rows(rows: Sequence[Line]) -> Iterator[FoundSeat]:
    """The seats of a table of members: one a row. `rows` are its cells, each a line with its own mentions."""
    for cells in _by_row(rows).values():
        yield from _row_seat(cells)


def _row_seat(cells: Sequence[Line]) -> Iterator[FoundSeat]:
    first = cells[0]
    headers = [header.lower().strip() for header in first.block.headers]
    if (
        not headers
        or not first.own
        or any(map(_CHAIRED.search, headers))
        or not (is_membership_heading(first.heading) or _is_member_table(headers))
    ):
        return
    use: dict[str, str] = {}
    for header, text in zip(headers, first.block.cells, strict=False):
        kind = next((kind for kind, pattern in _COLUMNS if re.search(pattern, header)), None)
        if kind is not None and text.strip() and (kind not in use or kind == "post"):
            use.setdefault(kind, text.strip())
    post, holder_text = use.get("post", ""), use.get("holder", "")
    if not post and not holder_text:
        return
    role, votes = role_and_votes(first.heading)
    own = Role.parse(use["role"]) if "role" in use else None
    role = own or role_and_votes(use.get("role", ""))[0] or role
    if "votes" in use:
        plain = use["votes"].lower()
        votes = (
            False if plain.startswith(("n", "✗", "✘")) else True if plain.startswith(("y", "v", "✓", "✔")) else votes
        )
    line = next((cell for cell in cells if cell.text == (post or holder_text)), first)
    body = first.own[0]
    for seat in seats_of_text(line, body, line.text, (role, votes), whole=True):
        found = seat
        if post and holder_text and not seat.holder:
            other = next((cell for cell in cells if cell.text == holder_text), None)
            holders = [key for keys in (other.keys if other is not None else []) for key in keys if key != body]
            found = seat._replace(holder=holders[0] if holders else "", group=seat.group or group_in(holder_text))
        if "count" in use and use["count"].isdigit() and int(use["count"]) > 1:
            found = found._replace(count=int(use["count"]))
        yield found
        break
    else:
        if post:
            yield FoundSeat(body, line, post=post, role=role, votes=votes)


def _is_member_table(headers: Sequence[str]) -> bool:
    kinds = {kind for header in headers for kind, pattern in _COLUMNS if re.search(pattern, header)}
    return len(kinds) > 1 and bool({"post", "holder"} & kinds) and bool({"votes", "role", "holder"} & kinds)


_CHAIRED = re.compile(r"^chair|chaired by|^led by|^lead")


def seats_of_group_rows(rows: Sequence[Line]) -> Iterator[FoundSeat]:
    """Who chairs the bodies of a table of bodies: one a row, under a header that says who chairs."""
    for cells in _by_row(rows).values():
        headers = [header.lower() for header in cells[0].block.headers]
        yield from _members_of_row(cells, headers)
        column = next((place for place, header in enumerate(headers) if _CHAIRED.search(header)), None)
        body = cells[0].keys[0] if cells[0].mentions and cells[0].keys[0] else []
        if column is None or column >= len(cells[0].block.cells) or not body:
            continue
        text = cells[0].block.cells[column]
        line = next((cell for cell in cells if cell.text == text), None)
        if line is None:
            continue
        joint = bool(re.search(r"joint|co-?chair", text, re.IGNORECASE))
        role = (Role.CO_CHAIR if joint else Role.LEAD if headers[column].startswith("l") else Role.CHAIR, None)
        found = list(seats_of_text(line, body[0], re.sub(r"\s*\([^)]*\)", "", text), role, whole=not joint))
        yield from found if joint else found[:1]


def _members_of_row(cells: Sequence[Line], headers: Sequence[str]) -> Iterator[FoundSeat]:
    """Who sits on the body of a row, under a header that says so."""
    body = cells[0].keys[0] if cells[0].mentions and cells[0].keys[0] else []
    for header, text in zip(headers[1:], cells[0].block.cells[1:], strict=False):
        line = next((cell for cell in cells[1:] if cell.text == text or text.startswith(cell.text)), None)
        if body and line is not None and re.search(r"^(?:other )?members|membership|composition", header):
            yield from seats_of_text(line, body[0], text, (None, None), whole=False)


def _by_row(rows: Sequence[Line]) -> dict[str, list[Line]]:
    by_row: dict[str, list[Line]] = {}
    for cell in rows:
        by_row.setdefault(f"{cell.block.table} {cell.block.place}", []).append(cell)
    return by_row
