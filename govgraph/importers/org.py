"""The W3C's Organization Ontology (ORG) in Turtle: organisations, their units, posts, members and predecessors."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from govgraph.importers.contents import clean, partial_date, refused
from govgraph.importers.gathering import Gathering
from govgraph.importers.importer import Imported, Importer
from govgraph.importers.kinds import kind_in_name, kind_of_name
from govgraph.importers.org_seats import OrgSeats
from govgraph.importers.proposals import unnamed_tie
from govgraph.importers.turtle import (
    BASE,
    DCT,
    FOAF,
    ORG,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    Facts,
    Thing,
    parse_turtle,
    short_name,
)
from govgraph.language import plural
from govgraph.model.vocabulary import Kind

_TYPE = f"{RDF}type"
LABELS = (f"{SKOS}prefLabel", f"{RDFS}label", f"{FOAF}name", f"{DCT}title", f"{SCHEMA}name")
_ORGANISATIONS = {
    f"{ORG}FormalOrganization": Kind.ORGANISATION,
    f"{ORG}OrganizationalCollaboration": Kind.PARTNERSHIP,
    f"{ORG}Organization": Kind.ORGANISATION,
    f"{ORG}OrganizationalUnit": None,
}
"""The classes of bodies, with the kind that each says where nothing else does; the closest first."""
_POST = f"{ORG}Post"
_PART_OF = (f"{ORG}subOrganizationOf", f"{ORG}unitOf", f"{ORG}postIn")
_HAS_PART = (f"{ORG}hasSubOrganization", f"{ORG}hasUnit", f"{ORG}hasPost")
_REPORTS = f"{ORG}reportsTo"
_LINKED = f"{ORG}linkedTo"
_CLASSIFIED = f"{ORG}classification"
_OF_EVENTS = ((f"{ORG}originalOrganization", f"{ORG}resultingOrganization"), (f"{ORG}changedBy", f"{ORG}resultedFrom"))
_STATED = {
    f"{ORG}purpose": "purpose",
    f"{DCT}description": "note",
    f"{SCHEMA}foundingDate": "from_",
    f"{SCHEMA}dissolutionDate": "until",
}
_READ = frozenset(
    {_TYPE, f"{SKOS}altLabel", _REPORTS, _LINKED, _CLASSIFIED, *LABELS, *_PART_OF, *_HAS_PART, *_OF_EVENTS[1], *_STATED}
)


def _recognises(name: str, data: bytes) -> bool:
    return name.lower().endswith(IMPORTER.endings) and ORG.encode() in data


def _read(path: str, data: bytes) -> Imported:
    facts = parse_turtle(path, data)
    https = {f"{SCHEMA}{key}" for key in ("name", "foundingDate", "dissolutionDate")}
    for said in facts.values():  # schema.org has two addresses, which mean the same
        for key in https:
            same = said.pop(key.replace("http:", "https:"), [])
            if same:
                said.setdefault(key, []).extend(same)
    return _Organisations(path, facts).imported()


class _Organisations:
    def __init__(self, path: str, facts: Facts) -> None:
        self._path, self._facts = path, facts
        self._gathering = Gathering(path)
        self._bodies = self._found()
        self._by_name: list[str] = []
        self._nameless = 0
        self._missing: dict[str, None] = {}
        self._tied: set[tuple[Thing, str, Thing]] = set()

    def _found(self) -> dict[Thing, None]:
        """What is a body: what the file says to be one, or part of one; and posts that report, or are reported to."""
        found: dict[Thing, None] = {}
        reports = [(about, other) for about, said in self._facts.items() for other in said.get(_REPORTS, ())]
        reporting = {end for ends in reports for end in ends}
        within = [
            (about, other)
            for about, said in self._facts.items()
            for key in (*_PART_OF[:2], *_HAS_PART[:2])
            for other in said.get(key, ())
        ]
        tied = {end for ends in within for end in ends}
        for about, said in self._facts.items():
            types = {each.value for each in said.get(_TYPE, ())}
            if _POST in types:
                is_body = about in reporting or self._kind_written(about) is Kind.POST
            else:
                is_body = bool(types & _ORGANISATIONS.keys()) or about in tied
            if is_body:
                found[about] = None
        return found

    def imported(self) -> Imported:
        """What the file states, and the draft of the rest."""
        for thing in self._bodies:
            self._add(thing)
        if not any(each.value in self._gathering for each in self._bodies):
            raise refused(self._path, "The file names no organisation, so there is nothing to read.")
        for thing in self._bodies:
            if thing.value in self._gathering:
                self._relate(thing)
        self._replace()
        self._gathering.notice_of(self._by_name, "The kind of each of these is taken from its name: {}.")
        reports = sum(bool(said.get(_REPORTS)) for about, said in self._facts.items() if about not in self._bodies)
        if reports:
            self._gathering.notice(f"Who reports to whom is left out for {plural(reports, 'person', 'people')}.")
        if self._nameless:
            self._gathering.notice(f"Organisations without a name are left out: {self._nameless:,}.")
        self._gathering.notice_of(list(self._missing), "These are named, but the file does not describe them: {}.")
        seats = OrgSeats(self._facts, self._gathering, self._bodies, self.name)
        seats.add_all()
        keys = (key for thing in self._bodies for key, values in self._facts.get(thing, {}).items() if values)
        unread = [short_name(key) for key in dict.fromkeys(keys) if key not in _READ | seats.READ]
        self._gathering.notice_of(unread, "These properties of organisations are left out: {}.")
        return self._gathering.imported()

    def _add(self, thing: Thing) -> None:
        said = self._facts[thing]
        name, others = self._names(thing)
        if not name:
            self._nameless += 1
            return
        stated: dict[str, object] = {"other_names": others}
        for key, field in _STATED.items():
            texts = [each for each in said.get(key, ()) if each.is_text]
            text = clean(_preferred(texts)[0].value) if texts else ""
            stated[field] = partial_date(text) if field in ("from_", "until") else text
        kind = self._kind(thing, name)
        where = thing.shown if not thing.is_blank else f"the entry '{name}'"
        if kind is not None:
            own_id = thing.value.removeprefix(f"{BASE}#") if thing.value.startswith(f"{BASE}#") else ""
            self._gathering.add_body(thing.value, name, kind, where, wanted_id=own_id, **stated)
            return
        question = f"What is {name}? The file says only that it is a unit of an organisation."
        self._gathering.propose_body(
            thing.value, name, kind_of_name(name), where, says=name, question=question, **stated
        )

    def name(self, thing: Thing) -> str:
        """What something is called, in English where there is English; empty where it has no name."""
        return self._names(thing)[0]

    def _names(self, thing: Thing) -> tuple[str, list[str]]:
        """The name of something and its other names, other languages among them."""
        said = self._facts.get(thing, {})
        labels = [each for key in LABELS for each in _preferred(said.get(key, ()))]
        others = [*labels[1:], *(each for each in said.get(f"{SKOS}altLabel", ()) if each.is_text)]
        name = clean(labels[0].value) if labels else ""
        texts = dict.fromkeys(clean(each.value) for each in others)
        return name, [text for text in texts if text and text != name]

    def _kind_written(self, thing: Thing) -> Kind | None:
        """The kind that the classification of something says."""
        for each in self._facts.get(thing, {}).get(_CLASSIFIED, ()):
            kind = Kind.parse(each.value if each.is_text else self.name(each) or each.local)
            if kind is not None:
                return kind
        return None

    def _kind(self, thing: Thing, name: str) -> Kind | None:
        written = self._kind_written(thing)
        types = {each.value for each in self._facts.get(thing, {}).get(_TYPE, ())}
        if written is not None or _POST in types:
            return written or Kind.POST
        if f"{ORG}FormalOrganization" in types:
            return Kind.ORGANISATION
        by_name = kind_in_name(name)
        if by_name is not None:
            self._by_name.append(name)
            return by_name
        return next((kind for known, kind in _ORGANISATIONS.items() if known in types), None)

    def _relate(self, thing: Thing) -> None:
        said, key = self._facts[thing], thing.value
        where = thing.shown if not thing.is_blank else f"the entry '{self._gathering.name(key)}'"
        for part, whole in (
            *((thing, each) for name in _PART_OF for each in said.get(name, ())),
            *((each, thing) for name in _HAS_PART for each in said.get(name, ())),
        ):
            is_seat = _POST in {each.value for each in self._facts.get(part, {}).get(_TYPE, ())}
            if part in self._bodies or not is_seat:
                self._tie(part, "part_of", whole, where)
        for other in said.get(_REPORTS, ()):
            self._tie(thing, "reports_to", other, where)
        for other in said.get(_LINKED, ()):
            if other.value in self._gathering:
                names = self._gathering.name(key), self._gathering.name(other.value)
                row = {"document": self._gathering.document, "says": "org:linkedTo", "where": where}
                question = f"The file links {names[0]} with {names[1]}. How are they related?"
                self._gathering.draft.append(unnamed_tie(*names, row, question))

    def _tie(self, thing: Thing, relation: str, other: Thing, where: str) -> None:
        ends = thing, other
        if (thing, relation, other) in self._tied:
            return  # both ends may state it: it counts once
        if all(each.value in self._gathering for each in ends) and thing != other:
            self._tied.add((thing, relation, other))
            self._gathering.relate(thing.value, relation, other.value, where)
        else:
            self._missing.update({each.shown: None for each in ends if each.value not in self._gathering})

    def _replace(self) -> None:
        """What replaced what, of each event that changed one organisation into others, or several into one."""
        unclear = []
        for before, after in self._events():
            gone, new = dict.fromkeys(before), dict.fromkeys(after)
            if not gone or not new or gone.keys() & new.keys() or min(len(gone), len(new)) > 1:
                unclear += [self.name(each) or each.shown for each in (*gone, *new)]
                continue
            for body in new:
                for other in gone:
                    self._tie(body, "replaces", other, body.shown)
        sentence = "The file does not say which of these replaced which: {}."
        self._gathering.notice_of(list(dict.fromkeys(unclear)), sentence)

    def _events(self) -> Iterator[tuple[list[Thing], list[Thing]]]:
        found: dict[Thing, tuple[list[Thing], list[Thing]]] = defaultdict(lambda: ([], []))
        for about, said in self._facts.items():
            for place in (0, 1):
                found_here = said.get(_OF_EVENTS[0][place], ())
                if found_here:
                    found[about][place].extend(found_here)
                for event in said.get(_OF_EVENTS[1][place], ()):
                    found[event][place].append(about)
        yield from found.values()


def _preferred(labels: Iterable[Thing]) -> list[Thing]:
    """Texts with the one in English first, then those of no language, then others."""
    texts = [each for each in labels if each.is_text and clean(each.value)]

    def rank(label: Thing) -> int:
        if label.language == "en":
            return 0
        return 1 if label.language.startswith("en-") else 3 if label.language else 2

    return sorted(texts, key=rank)


IMPORTER = Importer("W3C ORG in Turtle", (".ttl", ".turtle"), _recognises, _read)
