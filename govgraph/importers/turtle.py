"""RDF in Turtle as plain facts in the order of the file. Nothing that it names is fetched."""

import logging
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from govgraph.formats.files import decoded
from govgraph.importers.contents import refused, within_size

BASE = "https://file.invalid/"
"""Against which relative addresses are read; no such host can be."""
ORG = "http://www.w3.org/ns/org#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
FOAF = "http://xmlns.com/foaf/0.1/"
DCT = "http://purl.org/dc/terms/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "http://schema.org/"
OWL = "http://www.w3.org/2002/07/owl#"
PREFIXES = {
    "org": ORG,
    "skos": SKOS,
    "foaf": FOAF,
    "dct": DCT,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "owl": OWL,
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "prov": "http://www.w3.org/ns/prov#",
}
_MOST_FACTS = 2_000_000
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_DOCTYPE = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Thing(NamedTuple):
    """What a fact is about, or says: an address, something without one, or a text."""

    value: str
    is_text: bool = False
    language: str = ""
    is_blank: bool = False

    @property
    def local(self) -> str:
        """The last part of an address."""
        return re.split(r"[#/:]", self.value.rstrip("#/"))[-1]

    @property
    def shown(self) -> str:
        """An address as a person reads it: without the part that only stands for the file."""
        return self.value.removeprefix(BASE)


Facts = dict[Thing, dict[str, list[Thing]]]
"""By what they are about and by the address of what they say of it; in the order of the file."""


class _TooManyError(Exception):
    pass


def parse_turtle(path: str, data: bytes) -> Facts:
    """The facts of a Turtle file. Raises InputError where it is none, or holds a document type in a text."""
    text = decoded(within_size(path, data), path)
    plain = _ESCAPED.sub(lambda found: _sign(found[1] or found[2]), text)
    if _DOCTYPE.search(plain):
        # The library takes texts of XML apart, where a document type could grow without end.
        raise refused(
            path, "A text in this file has a document type (DTD), which can grow without end; the file is not read."
        )
    try:
        from rdflib import Graph  # only these files need it
    except ModuleNotFoundError:
        raise refused(path, "To read Turtle, install what it takes: pip install 'govgraph[exchange]'.") from None
    facts: dict[Thing, dict[str, list[Thing]]] = defaultdict(lambda: defaultdict(list))
    things = _Things()
    number = 0

    class InOrder(Graph):
        """Keeps facts in the order in which they stand in the file."""

        def add(self, triple: Any) -> Any:
            nonlocal number
            number += 1
            if number > _MOST_FACTS:
                raise _TooManyError
            about, says, value = triple
            facts[things(about)][str(says)].append(things(value))
            return self

    try:
        with _quiet():
            InOrder().parse(data=text, format="turtle", publicID=BASE)
    except _TooManyError:
        raise refused(path, f"The file states more than {_MOST_FACTS // 1_000_000} million facts.") from None
    except RecursionError:
        raise refused(path, "The file is nested too deep to be read.") from None
    except Exception as error:  # the library fails in many ways on what is no Turtle
        lines = getattr(error, "lines", None)
        line = lines + 1 if isinstance(lines, int) else None
        raise refused(path, "This is not sound Turtle.", line, 1 if line else None) from None
    return {about: dict(said) for about, said in facts.items()}


def _sign(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number <= _LAST_SIGN else ""


_LAST_SIGN = 0x10FFFF


class _Things:
    """Makes things of the library's nodes, one of each address: most stand in a file many times."""

    def __init__(self) -> None:
        from rdflib import BNode, Literal  # as above

        self._blank, self._text = BNode, Literal
        self._known: dict[Any, Thing] = {}

    def __call__(self, node: Any) -> Thing:
        if isinstance(node, self._text):
            return Thing(str(node), True, (node.language or "").lower())
        found = self._known.get(node)
        if found is None:
            found = self._known[node] = Thing(str(node), is_blank=isinstance(node, self._blank))
        return found


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what the library logs of addresses and numbers that are not sound: those are taken as they stand."""
    log = logging.getLogger("rdflib.term")
    held, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = held


def short_name(address: str) -> str:
    """The address of a property as it is written in Turtle: `org:hasSite`."""
    for prefix, space in PREFIXES.items():
        if address.startswith(space):
            return f"{prefix}:{address.removeprefix(space)}"
    return address
