"""Popolo, the JSON of parliaments and councils: organizations, memberships, posts and persons.

An organization on whose behalf somebody is a member is one that fills the seat. It is never a group of people.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from govgraph.importers.contents import clean, in_order, json_or_none, parse_json, partial_date, refused
from govgraph.importers.gathering import Gathering, names_of
from govgraph.importers.importer import Imported, Importer
from govgraph.importers.kinds import kind_of_name
from govgraph.language import plural
from govgraph.model.vocabulary import Kind, Role

_PARTY = ("party", "political party", "faction", "parliamentary group", "political group")
_NOT_TAKEN = ("contact_details", "identifiers", "image", "area_id", "area", "geometry", "sources", "founder")
_SECTIONS = ("areas", "events", "legislative_periods", "motions", "votes", "speeches")
_NO_BODY = "These are no organizations of the file, and their memberships are left out: {}."
_HELD = "A member on behalf of an organization is read as a seat that it holds. These hold seats: {}."
_ENGLISH, _BOTH = "en", " / "

Entry = Mapping[str, Any]


def recognises(path: str, data: bytes) -> bool:  # noqa: ARG001 - the bytes say it
    """Whether it holds organizations or memberships as Popolo has them."""
    held = json_or_none(data)
    if not isinstance(held, dict):
        return False
    organizations, memberships = _entries(held, "organizations"), _entries(held, "memberships")
    return any("name" in each for each in organizations) or any("organization_id" in each for each in memberships)


def read(path: str, data: bytes) -> Imported:
    """The organizations as bodies, and the memberships as seats on them. Raises InputError."""
    held = parse_json(path, data)
    if not isinstance(held, dict) or not _entries(held, "organizations"):
        raise refused(path, "This Popolo file names no organizations, so there are no bodies in it.")
    return _Reader(path, held).read()


def _entries(held: Entry, section: str) -> list[Entry]:
    entries = held.get(section)
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def _localised(entry: Entry, field: str) -> tuple[str, list[str]]:
    """A text in English where it is given in several languages, and the texts in the others."""
    extra = entry.get("extra")
    values = extra.get("localised_values") if isinstance(extra, dict) else None
    texts = values.get(field) if isinstance(values, dict) else None
    if not isinstance(texts, dict):
        return clean(entry.get(field)), []
    english = clean(texts.get(_ENGLISH)) or clean(entry.get(field))
    return english, [other for key, text in texts.items() if key != _ENGLISH and (other := clean(text))]


class _Reader:
    """Reads one file; what cannot be taken is counted on the way, and said at the end."""

    def __init__(self, path: str, held: Entry) -> None:
        self._held = held
        self._gathering = Gathering(path)
        self._parties: dict[str, str] = {}
        self._people = {key: _name_of_person(each) for each in _entries(held, "persons") if (key := _id(each))}
        self._posts = {key: each for each in _entries(held, "posts") if (key := _id(each))}
        self._lost: dict[str, list[str]] = {}
        self._unnamed: set[str] = set()

    def read(self) -> Imported:
        """All that the file states."""
        organizations = _entries(self._held, "organizations")
        for number, organization in enumerate(organizations, 1):
            self._add_organization(organization, number)
        for organization in organizations:
            self._relate(organization)
        memberships = _entries(self._held, "memberships")
        for number, membership in enumerate(memberships, 1):
            self._add_membership(membership, number)
        self._say_what_was_lost(organizations)
        return self._gathering.imported(clean(self._held.get("title")) or None)

    def _lose(self, sentence: str, name: str) -> None:
        self._lost.setdefault(sentence, []).append(name)

    def _add_organization(self, entry: Entry, number: int) -> None:
        name, others = _localised(entry, "name")
        key = _id(entry) or name
        if not name:
            self._lose("These organizations have no name, and are left out: {}.", key or f"number {number}")
        elif key in self._gathering or key in self._parties:
            self._lose("These ids stand twice, and the first entry is taken: {}.", key)
        elif clean(entry.get("classification")).lower() in _PARTY:
            self._parties[key] = name
        else:
            self._add_body(entry, key, name, others)

    def _add_body(self, entry: Entry, key: str, name: str, others: list[str]) -> None:
        classification = clean(entry.get("classification"))
        kind = Kind.parse(classification) if classification else None
        where = f"organization {key}"
        begins, ends = self._days(entry, ("founding_date", "dissolution_date"), name)
        stated = {
            "other_names": _other_names(entry, name, others),
            "from_": begins,
            "until": ends,
            "purpose": _localised(entry, "description")[0],
        }
        if kind is not None:
            self._gathering.add_body(key, name, kind, where, wanted_id=key, **stated)
            return
        heading = f"calls it '{classification}'" if classification else "does not say"
        question = f"What kind of body is {name}? The file {heading}."
        guess = kind_of_name(name)
        self._gathering.propose_body(key, name, guess, where, says=classification or name, question=question, **stated)

    def _days(self, entry: Entry, fields: tuple[str, str], name: str) -> tuple[str | None, str | None]:
        begins, ends = (self._date(entry, field, name) for field in fields)
        if in_order(begins, ends):
            return begins, ends
        self._lose("Of these something ends before it begins, and its days are left out: {}.", name)
        return None, None

    def _date(self, entry: Entry, field: str, name: str) -> str | None:
        written = entry.get(field)
        found = partial_date(written)
        if written and not found:
            self._lose("These have a date that is none, which is left out: {}.", f"{name} ('{clean(written)}')")
        return found

    def _relate(self, entry: Entry) -> None:
        key, parent = _id(entry) or _localised(entry, "name")[0], _reference(entry, "parent")
        if not parent or key not in self._gathering:
            return
        name = self._gathering.name(key)
        if parent == key:
            self._lose("These are said to be their own parents, which is left out: {}.", name)
        elif parent not in self._gathering:
            self._lose("The parents of these are not among the organizations, so no line is stated: {}.", name)
        else:
            self._gathering.relate(key, "part_of", parent, f"organization {key}")

    def _add_membership(self, entry: Entry, number: int) -> None:
        where = f"membership {number}"  # its id may hold the name of a person
        post = self._posts.get(_reference(entry, "post"), {})
        body = _reference(entry, "organization") or _reference(post, "organization")
        if body in self._parties:
            self._lose("Members of parties are left out; these are the parties: {}.", self._parties[body])
        elif body not in self._gathering:
            self._lose(_NO_BODY, body or "none")
        else:
            self._gathering.seat(body, self._seat(entry, post, body), where)

    def _seat(self, entry: Entry, post: Entry, body: str) -> dict[str, Any]:
        words, capacities = _localised(entry, "role")[0], [clean(post.get("label")) or clean(post.get("role"))]
        role = Role.parse(words) if words else None
        if words and role is None:
            capacities.append(words)
        name = self._gathering.name(body)
        begins, ends = self._days(entry, ("start_date", "end_date"), name)
        return {
            "role": role.value if role else None,
            "as": list(dict.fromkeys(filter(None, capacities))),
            "person": self._person(entry),
            "holder": self._holder(entry, body),
            "from": begins,
            "until": ends,
        }

    def _person(self, entry: Entry) -> str | None:
        person = entry.get("person")
        own = _name_of_person(person) if isinstance(person, dict) else ""
        key = _reference(entry, "person")
        name = own or self._people.get(key, "")
        if key and not name:
            self._unnamed.add(key)
        return name or None

    def _holder(self, entry: Entry, body: str) -> str | None:
        """The organization that fills the seat; a party fills none."""
        key = _reference(entry, "on_behalf_of") or _reference(entry, "member")
        if not key or key == body:
            return None
        if key in self._gathering:
            self._lose(_HELD, self._gathering.name(key))
            return key
        party = self._parties.get(key)
        sentence = (
            "A party is no group of people to be heard, so the seats do not say that they are held for: {}."
            if party
            else "Members are there on behalf of these, which are no organizations of the file: {}."
        )
        self._lose(sentence, party or key)
        return None

    def _say_what_was_lost(self, organizations: Iterable[Entry]) -> None:
        for sentence, names in self._lost.items():
            self._gathering.notice(sentence.format(names_of(dict.fromkeys(names))))
        if self._unnamed:
            members = plural(len(self._unnamed), "member")
            self._gathering.notice(f"The file does not hold the names of {members}, so their seats have none.")
        fields = dict.fromkeys(field for each in organizations for field in _NOT_TAKEN if each.get(field))
        if fields:
            self._gathering.notice(f"Of organizations these are not taken: {names_of(fields)}.")
        sections = [f"{section} ({len(found):,})" for section in _SECTIONS if (found := _entries(self._held, section))]
        if sections:
            self._gathering.notice(f"These parts of the file are not taken: {names_of(sections)}.")
        idle = self._posts.keys() - {_reference(each, "post") for each in _entries(self._held, "memberships")}
        if idle:
            what = plural(len(idle), "post")
            self._gathering.notice(f"{what} without a member: the file does not say that nobody holds it.")
        if any(each.get("description") for each in organizations):
            self._gathering.notice("The description of an organization is read as its purpose.")


def _id(entry: Entry) -> str:
    return clean(entry.get("id"))


def _reference(entry: Entry, field: str) -> str:
    """The id under `field_id`, or of the entry that stands under `field` itself."""
    whole = entry.get(field)
    return clean(entry.get(f"{field}_id")) or (_id(whole) if isinstance(whole, dict) else "")


def _other_names(entry: Entry, name: str, others: list[str]) -> list[str]:
    """The names in other languages, and those that the file lists. A name that joins two languages is none."""
    listed = entry.get("other_names")
    entries = [clean(each.get("name")) for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    whole = clean(entry.get("name"))
    joined = others and {name, *others} == set(whole.split(_BOTH))
    return [each for each in dict.fromkeys([*others, *entries, "" if joined else whole]) if each and each != name]


def _name_of_person(entry: Entry) -> str:
    """The name of a person: as it stands, else the main one of several."""
    name = clean(entry.get("name"))
    if name:
        return name
    others = [each for each in _as_list(entry.get("other_names")) if isinstance(each, dict)]
    main = next((each for each in others if each.get("note") == "Main"), others[0] if others else {})
    parts = (clean(main.get(part)) for part in ("given_name", "family_name"))
    return clean(main.get("name")) or " ".join(filter(None, parts))


def _as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


IMPORTER = Importer("Popolo", (".json",), recognises, read)
