"""ModernGov's XML: the committees of a council, and those on which one person sits.

The web service answers `GetCommittees` and `GetCommitteesByUser`. It has the names of bodies, the heading under which
each stands, and whether it has ended. It does not say what a body is part of or answers to, so none of that is stated.
"""

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from govgraph.importers.contents import clean, in_order, local_name, parse_xml, partial_date, refused
from govgraph.importers.gathering import Gathering
from govgraph.importers.importer import Imported, Importer
from govgraph.importers.kinds import kind_in_heading, kind_in_name, kind_of_name
from govgraph.model.vocabulary import Role

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MARKS = (b"committeetitle", b"committeescount", b"councillorsbyward", b"membercount", b"getmeeting", b"meetingid")
_PERSON = ("fullusername", "membername", "fullname", "username", "name")
_ROLE = ("role", "rolename", "roledescription", "memberrole", "committeerole", "membertitle")
_FROM, _UNTIL = ("startdate", "memberstartdate", "datefrom"), ("enddate", "memberenddate", "dateto")
_PARTY = ("politicalpartytitle", "politicalparty")
_COUNCILLOR = re.compile(r"^(?:councillor|cllr)\b\.?\s*", re.IGNORECASE)
_TIMES_ENCODED = 3


class _Committee(NamedTuple):
    """An entry of the answer, as it stands there."""

    key: str
    title: str
    category: str
    has_ended: bool
    element: "Element"


def recognises(path: str, data: bytes) -> bool:  # noqa: ARG001 - the bytes say it
    """Whether it is an answer of ModernGov's web service."""
    start = data[:20_000].lower()
    return any(mark in start for mark in _MARKS)


def read(path: str, data: bytes) -> Imported:
    """The bodies of an answer, and the seats of the person whom it is about. Raises InputError."""
    root = _unwrapped(path, parse_xml(path, data))
    committees = [found for element in root.iter() if local_name(element) == "committee" for found in _entry(element)]
    if not committees:
        raise refused(path, _why_none(root))
    gathering = Gathering(path)
    seen: dict[str, _Committee] = {}
    again = []
    for committee in committees:
        if committee.key in seen:
            again.append(committee.title)
            continue
        seen[committee.key] = committee
        _add_body(gathering, committee)
    _say_what_was_read(gathering, list(seen.values()), again)
    _add_seats(gathering, root, list(seen.values()))
    return gathering.imported()


def _unwrapped(path: str, root: "Element", depth: int = 2) -> "Element":
    """The answer itself, where it was sent as text within a `string` element."""
    text = (root.text or "").strip()
    if len(root) == 0 and text.startswith("<") and depth:
        text = re.sub(r"^<\?xml[^>]*\?>", "", text)
        return _unwrapped(path, parse_xml(path, text.encode("utf-8", "replace")), depth - 1)
    return root


def _why_none(root: "Element") -> str:
    names = {local_name(element) for element in root.iter()}
    if "attendee" in names or "agendaitem" in names:
        return (
            "This is ModernGov's record of a meeting: it says who came, and not who sits on the committee. Save the "
            "answer of GetCommittees instead."
        )
    if names & {"councillor", "member", "meeting"}:
        return "This answer of ModernGov names no committee. Save the answer of GetCommittees instead."
    return "ModernGov's answer holds no committees."


def _texts(element: "Element") -> dict[str, str]:
    """The text of each child by its name; entities in it may be encoded twice, or more often."""
    return {local_name(child): decoded_twice(child.text) for child in element}


def decoded_twice(text: str | None) -> str:
    """A text whose entities were encoded again after they were encoded: `Children&amp;#39;s` is `Children's`."""
    found = text or ""
    for _ in range(_TIMES_ENCODED):
        found = html.unescape(found)
    return clean(found)


def _entry(element: "Element") -> list[_Committee]:
    texts = _texts(element)
    title = texts.get("committeetitle", "")
    if not title:
        return []
    ended = "true" in (texts.get("committeedeleted", "").lower(), texts.get("committeeexpired", "").lower())
    key = texts.get("committeeid") or title
    return [_Committee(key, title, texts.get("committeecategory", ""), ended, element)]


def _add_body(gathering: Gathering, committee: _Committee) -> None:
    where = f"committee {committee.key}"
    status = "ended" if committee.has_ended else None
    kind = kind_in_name(committee.title) or kind_in_heading(committee.category)
    note = f"Heading in ModernGov: {committee.category}" if committee.category else None
    if kind is not None:
        gathering.add_body(committee.key, committee.title, kind, where, status=status, note=note)
        return
    heading = f"lists it under '{committee.category}'" if committee.category else "does not say"
    question = f"What kind of body is {committee.title}? ModernGov {heading}."
    guess = kind_of_name(committee.title)
    gathering.propose_body(
        committee.key, committee.title, guess, where, says=committee.title, question=question, status=status
    )


def _say_what_was_read(gathering: Gathering, committees: list[_Committee], again: list[str]) -> None:
    by_name = [each.title for each in committees if kind_in_name(each.title)]
    by_heading = [each.title for each in committees if not kind_in_name(each.title) and kind_in_heading(each.category)]
    unknown = [each.title for each in committees if not kind_in_name(each.title) and not kind_in_heading(each.category)]
    gathering.notice_of(by_name, "The kind of each of these is taken from its name: {}.")
    gathering.notice_of(by_heading, "The kind of each of these is taken from the heading under which it stands: {}.")
    gathering.notice_of(unknown, "ModernGov does not say what kind of body each of these is: {}.")
    gathering.notice_of([each.title for each in committees if each.has_ended], "Marked in ModernGov as ended: {}.")
    gathering.notice_of(again, "These stand twice in the answer, and are taken once: {}.")
    gathering.notice(
        "ModernGov does not say what a body is part of, to whom it answers, or for whom its members speak. So the file "
        "does not either."
    )


def _add_seats(gathering: Gathering, root: "Element", committees: list[_Committee]) -> None:
    """A seat on each committee, where the answer is about one person; it is not said where it is not."""
    answer = next((local_name(each) for each in root.iter() if "committees" in local_name(each)), "")
    texts = [_texts(each) for each in root.iter() if local_name(each) in _HOLDERS]
    about = next((found for found in texts if _first(found, _PERSON)), {})
    roles = [each for each in committees if _first(_texts(each.element), _ROLE)]
    if not about and not roles and "user" not in answer:
        return
    name = _first(about, _PERSON)
    capacity = "councillor" if _COUNCILLOR.match(name) or _first(about, _PARTY) else None
    person = _COUNCILLOR.sub("", name)
    strange = {_seat(gathering, each, person, capacity) for each in committees} - {""}
    if not person:
        gathering.notice("The answer does not name the person whose committees these are: the seats have no name.")
    if capacity is None:
        gathering.notice("The answer does not say that the person is a councillor: the seats have no capacity.")
    gathering.notice_of(sorted(strange), "These roles are none that govgraph knows, and are taken as posts: {}.")


_HOLDERS = ("user", "member", "councillor", "committees", "usercommittees", "committeesbyuser", "getcommitteesbyuser")
"""The elements whose own children may name the person."""


def _first(texts: dict[str, str], names: tuple[str, ...]) -> str:
    return next((texts[name] for name in names if texts.get(name)), "")


def _seat(gathering: Gathering, committee: _Committee, person: str, capacity: str | None) -> str:
    """Add the person's seat on a committee, and return the words of its role where they are none that is known."""
    texts = _texts(committee.element)
    words = _first(texts, _ROLE)
    role = Role.parse(words) if words else None
    post = words if words and role is None else ""
    begins, ends = partial_date(_first(texts, _FROM)), partial_date(_first(texts, _UNTIL))
    seat = {
        "role": role.value if role else None,
        "as": [each for each in (capacity, post) if each],
        "person": person,
        "from": begins,
        "until": ends if in_order(begins, ends) else None,
    }
    gathering.seat(committee.key, seat, f"committee {committee.key}")
    return post


IMPORTER = Importer("ModernGov's XML", (".xml",), recognises, read)
