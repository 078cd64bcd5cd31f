"""Who is a member of an organisation, as ORG states it: memberships, posts, and members without more."""

from collections.abc import Callable, Container, Iterator
from typing import Any

from govgraph.importers.contents import clean
from govgraph.importers.gathering import Gathering
from govgraph.importers.turtle import FOAF, ORG, RDF, Facts, Thing
from govgraph.model.vocabulary import Role

_TYPE = f"{RDF}type"
_MEMBER, _ORGANISATION = f"{ORG}member", f"{ORG}organization"
_HELD_BY, _HOLDS = f"{ORG}heldBy", f"{ORG}holds"
_POST_IN, _HAS_POST = f"{ORG}postIn", f"{ORG}hasPost"
_HAS_MEMBERSHIP = f"{ORG}hasMembership"


class OrgSeats:
    """Adds seats to the bodies of a file."""

    READ = frozenset({f"{ORG}hasMember", f"{ORG}memberOf", _HAS_POST, _POST_IN, _HELD_BY, _HAS_MEMBERSHIP, _HOLDS})
    """What it reads of organisations."""

    def __init__(
        self, facts: Facts, gathering: Gathering, bodies: Container[Thing], name: Callable[[Thing], str]
    ) -> None:
        self._facts, self._gathering, self._bodies, self._name = facts, gathering, bodies, name
        self._during = 0
        self._lost: list[str] = []

    def add_all(self) -> None:
        """Add every seat, and say what could not be taken."""
        for key, seat, where in (*self._memberships(), *self._posts(), *self._plain_members()):
            if key.value in self._gathering:
                self._gathering.seat(key.value, seat, where)
            else:
                self._lost.append(key.shown)
        sentence = "These have members or posts, but the file does not describe them: {}."
        self._gathering.notice_of(list(dict.fromkeys(self._lost)), sentence)
        if self._during:
            self._gathering.notice(f"When memberships begin and end is left out: {self._during:,}.")

    def _memberships(self) -> Iterator[tuple[Thing, dict[str, Any], str]]:
        """The seats that a membership states, with the role in which each is held."""
        members = {
            membership: about for about, said in self._facts.items() for membership in said.get(_HAS_MEMBERSHIP, ())
        }
        for about, said in self._facts.items():
            is_one = any(each.value == f"{ORG}Membership" for each in said.get(_TYPE, ())) or _ORGANISATION in said
            if not is_one:
                continue
            self._during += bool(said.get(f"{ORG}memberDuring"))
            member = next(iter(said.get(_MEMBER, ())), members.get(about))
            for body in said.get(_ORGANISATION, ()):
                seat = {**self._holder(member), **self._roles(said.get(f"{ORG}role", ()))}
                yield body, seat, self._where(about, body)

    def _posts(self) -> Iterator[tuple[Thing, dict[str, Any], str]]:
        """The seats that posts are: those that report to nothing, and to which nothing reports."""
        holders = {post: about for about, said in self._facts.items() for post in said.get(_HOLDS, ())}
        within: dict[Thing, dict[Thing, None]] = {}
        for about, said in self._facts.items():
            for body in said.get(_POST_IN, ()):
                within.setdefault(about, {})[body] = None
            for post in said.get(_HAS_POST, ()):
                within.setdefault(post, {})[about] = None
        for post, bodies in within.items():
            if post in self._bodies:
                continue
            holder = next(iter(self._facts.get(post, {}).get(_HELD_BY, ())), holders.get(post))
            title = self._name(post)
            role = Role.parse(title) if title else None
            held = {"role": role.value} if role is not None else {"as": [title]} if title else {}
            for body in bodies:
                yield body, {**self._holder(holder), **held}, self._where(post, body)

    def _plain_members(self) -> Iterator[tuple[Thing, dict[str, Any], str]]:
        """The seats of members of which nothing more is stated."""
        pairs: dict[tuple[Thing, Thing], None] = {}
        for about, said in self._facts.items():
            pairs.update(dict.fromkeys((about, member) for member in said.get(f"{ORG}hasMember", ())))
            pairs.update(dict.fromkeys((body, about) for body in said.get(f"{ORG}memberOf", ())))
        for body, member in pairs:
            yield body, self._holder(member), self._where(body, body)

    def _holder(self, member: Thing | None) -> dict[str, Any]:
        """Who holds a seat: a body of the file, or a person."""
        if member is None:
            return {}
        if member.value in self._gathering:
            return {"holder": member.value}
        said = self._facts.get(member, {})
        given = [
            clean(next(iter(said.get(f"{FOAF}{key}", ())), Thing("")).value) for key in ("givenName", "familyName")
        ]
        name = self._name(member) or " ".join(filter(None, given))
        return {"person": name} if name else {}

    def _roles(self, roles: Any) -> dict[str, Any]:
        names = [each.value if each.is_text else self._name(each) or each.local for each in roles]
        known = [role for role in map(Role.parse, names) if role is not None]
        other = [clean(name) for name in names if Role.parse(name) is None]
        seat: dict[str, Any] = {"as": list(dict.fromkeys(filter(None, other)))}
        return {**seat, "role": known[0].value} if known else seat

    def _where(self, thing: Thing, body: Thing) -> str:
        return thing.shown if not thing.is_blank else f"members of {self._name(body) or body.shown}"
