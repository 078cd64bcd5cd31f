"""A structure as the W3C's Organization Ontology (ORG) in Turtle. What it has no place for is said."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from govgraph.exporters.defaults import spread
from govgraph.exporters.exporter import Exported, Exporter
from govgraph.exporters.left_out import left_out, settings_left_out
from govgraph.importers.turtle import DCT, FOAF, ORG, PREFIXES, RDF, SCHEMA, SKOS
from govgraph.language import listed, plural
from govgraph.model import Body, Kind, Role, Seat, Status, Structure
from govgraph.model.capacities import Capacity
from govgraph.model.faults import input_error
from govgraph.model.statement import Relation, Statement

_TAKEN = ("part_of", "reports_to", "replaces", "seats")
_FIELDS = frozenset({"name", "kind", "other_names", "purpose", "note", "from_", "until", "status"})
_NOT_YET = frozenset({Status.PROPOSED, Status.AGREED})
_OF_SEATS = {
    "on_behalf_of": "the group of people it speaks for",
    "votes": "votes",
    "independent": "whether its holder is independent",
    "appointed_by": "who appoints to it",
    "count": "how many seats alike it stands for",
    "several": "that it stands for several",
    "from_": "when it begins",
    "note": "its note",
    "source": "its source",
}
_WRITTEN = ("org", "skos", "foaf", "dct", "rdf", "schema")

Triple = tuple[str, str, str]
"""What a fact is about, what it says, and the value, as Turtle writes them."""


def render(structure: Structure, with_names: bool) -> Exported:
    """A structure as a Turtle file."""
    try:
        import rdflib  # noqa: F401 - what writes texts; only these files need it
    except ModuleNotFoundError:
        raise input_error("To write Turtle, install what it takes: pip install 'govgraph[exchange]'.") from None
    structure = spread(structure)
    bodies = {key: body for key, body in structure.bodies.items() if _is_there(body)}
    writer = _Writer(bodies, with_names=with_names)
    text = "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in _WRITTEN)
    content = f"{text}\n{_grouped(writer.facts())}"
    return Exported(content.encode(), tuple(_notices(structure, bodies, writer)))


def _is_there(body: Body) -> bool:
    """Whether a body can be written: ORG has no word for one that is only proposed, or that ended on no known day."""
    return body.status not in _NOT_YET and not (body.status is Status.ENDED and body.until is None)


def _is_in_place(statement: Statement) -> bool:
    return statement.status in (None, Status.IN_PLACE, Status.UNDER_REVIEW) and statement.until is None


class _Writer:
    def __init__(self, bodies: dict[str, Body], *, with_names: bool) -> None:
        self._bodies, self._with_names = bodies, with_names
        self._people: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        self.without_member = 0
        """Seats of which no holder is written."""
        self.like_roles: list[str] = []
        """Capacities that are not written."""

    def facts(self) -> Iterator[Triple]:
        """Every fact, those about one thing together."""
        for key, body in self._bodies.items():
            yield from self._body(key, body)
            for number, seat in enumerate(body.seats, 1):
                yield from self._seat(key, number, seat)
            yield from self._change(key, body)
        for kind in dict.fromkeys(body.kind for body in self._bodies.values()):
            yield _local(f"kind:{kind.value}"), _name(RDF, "type"), _name(SKOS, "Concept")
            yield _local(f"kind:{kind.value}"), _name(SKOS, "prefLabel"), _text(kind.words)
        for label, role in self._roles.items():
            yield role, _name(RDF, "type"), _name(ORG, "Role")
            yield role, _name(SKOS, "prefLabel"), _text(label)
        for person, own in self._people.items():
            yield own, _name(RDF, "type"), _name(FOAF, "Person")
            yield own, _name(FOAF, "name"), _text(person)

    def _body(self, key: str, body: Body) -> Iterator[Triple]:
        own = _local(key)
        is_post = body.kind is Kind.POST
        yield own, _name(RDF, "type"), _name(ORG, "Post" if is_post else "Organization")
        yield own, _name(ORG, "classification"), _local(f"kind:{body.kind.value}")
        yield own, _name(SKOS, "prefLabel"), _text(body.name)
        for name in body.other_names:
            yield own, _name(SKOS, "altLabel"), _text(name)
        for address, text in (
            (_name(ORG, "purpose"), body.purpose),
            (_name(DCT, "description"), body.note),
            (_name(SCHEMA, "foundingDate"), body.from_),
            (_name(SCHEMA, "dissolutionDate"), body.until),
        ):
            if text:
                yield own, address, _text(text)
        for other in self._ends(body.part_of):
            yield own, _name(ORG, "postIn" if is_post else "subOrganizationOf"), _local(other)
        for other in self._ends(body.reports_to):
            yield own, _name(ORG, "reportsTo"), _local(other)

    def _ends(self, relations: Iterable[Relation]) -> list[str]:
        """The bodies at the ends of relations that are in place."""
        return [each.to for each in relations if _is_in_place(each) and each.to in self._bodies]

    def _seat(self, key: str, number: int, seat: Seat) -> Iterator[Triple]:
        """The membership that a seat is; none where nobody is named who holds it."""
        holder = _local(seat.holder) if seat.holder in self._bodies else None
        person = seat.person if self._with_names else None
        if not _is_in_place(seat):
            return
        if seat.vacant or (holder is None and person is None):
            self.without_member += seat.count
            return
        if holder is None:
            holder = self._people.setdefault(str(person), _local(f"person:{len(self._people) + 1}"))
        own = _local(f"{key}:seat:{number}")
        yield own, _name(RDF, "type"), _name(ORG, "Membership")
        yield own, _name(ORG, "organization"), _local(key)
        yield own, _name(ORG, "member"), holder
        for label in ([seat.role.words] if seat.role_is_stated else []) + self._capacities(seat):
            yield own, _name(ORG, "role"), self._roles.setdefault(label, _local(f"role:{len(self._roles) + 1}"))

    def _capacities(self, seat: Seat) -> list[str]:
        """The capacities of a seat, in words; one that is the word for a role would come back as that role."""
        known = {capacity.value: capacity.words for capacity in Capacity}
        labels = [known.get(text, text) for text in seat.as_]
        self.like_roles += [label for label in labels if Role.parse(label) is not None]
        return [label for label in labels if Role.parse(label) is None]

    def _change(self, key: str, body: Body) -> Iterator[Triple]:
        """The events by which a body took the place of others, one for each."""
        for number, other in enumerate(self._ends(body.replaces), 1):
            own = _local(f"{key}:change:{number}")
            yield own, _name(RDF, "type"), _name(ORG, "ChangeEvent")
            yield own, _name(ORG, "originalOrganization"), _local(other)
            yield own, _name(ORG, "resultingOrganization"), _local(key)


def _local(key: str) -> str:
    """The address of something within the file."""
    return f"<#{key}>"


def _name(space: str, key: str) -> str:
    prefix = next(prefix for prefix in _WRITTEN if PREFIXES[prefix] == space)
    return f"{prefix}:{key}"


def _text(text: str) -> str:
    from rdflib import Literal  # as above

    return Literal(text).n3()


def _grouped(facts: Iterable[Triple]) -> str:
    """Facts as Turtle: what is about one thing is one statement."""
    parts: list[str] = []
    before = None
    for about, says, value in facts:
        parts.append(
            f" ;\n    {says} {value}" if about == before else f"{' .' if parts else ''}\n{about} {says} {value}"
        )
        before = about
    return "".join([*parts, " .\n"] if parts else [])


def _notices(structure: Structure, bodies: dict[str, Body], writer: _Writer) -> Iterator[str]:
    yield from left_out(structure, "ORG", taken=_TAKEN, fields=_FIELDS)
    yield from settings_left_out(structure, "ORG")
    gone = [body.name for key, body in structure.bodies.items() if key not in bodies]
    if gone:
        yield f"ORG cannot say that a body is proposed, or ended on a day that is not known. Left out: {_names(gone)}."
    yield from _seat_notices(structure, writer)
    relations = [each for body in structure.bodies.values() for key in _TAKEN[:3] for each in body.relations(key)]
    ended = sum(not _is_in_place(each) for each in relations)
    if ended:
        yield f"Left out, because they ended or are not in place: {plural(ended, 'relation')}."
    if any(each.model_fields_set - {"to", "source", "status"} for each in relations):
        yield "ORG holds which two bodies a relation joins, and nothing else about it."
    reviewed = [body.name for body in bodies.values() if body.status is Status.UNDER_REVIEW]
    if reviewed:
        yield f"ORG cannot say that these are under review: {_names(reviewed)}."


def _seat_notices(structure: Structure, writer: _Writer) -> Iterator[str]:
    seats = [seat for body in structure.bodies.values() for seat in body.seats]
    lost = Counter(words for seat in seats for key, words in _OF_SEATS.items() if _states(seat, key))
    if lost:
        yield f"ORG has no place for this of a seat: {listed(list(lost))}."
    ended = sum(not _is_in_place(seat) for seat in seats)
    if ended:
        yield f"Left out, because they ended or are not in place: {plural(ended, 'seat')}."
    if writer.without_member:
        yield f"Left out, because ORG needs to know who holds each: {plural(writer.without_member, 'seat')}."
    if writer.like_roles:
        shown = _names(list(dict.fromkeys(writer.like_roles)))
        yield f"Capacities that are words for roles are left out, since ORG has one place for both: {shown}."
    if any(seat.holder and seat.person for seat in seats):
        yield "Where a seat names a body and a person, the body is written."


def _states(seat: Seat, key: str) -> bool:
    return bool(getattr(seat, key) != Seat.model_fields[key].default)


def _names(names: Sequence[str]) -> str:
    return listed(names[:10], len(names), most=10)


EXPORTER = Exporter("W3C ORG in Turtle", (".ttl",), render)
