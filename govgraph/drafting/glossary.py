"""The bodies that documents name: one entry for all names of a body, its short names, and bodies that a list gives."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.drafting.initials import SMALL, capitals_in, initials_of, spelt_out
from govgraph.drafting.lexicon import abbreviations, nouns, words_of
from govgraph.drafting.mentions import Mention, MentionReader
from govgraph.drafting.sentences import words
from govgraph.model.scalars import loose_name

_DEFINED = re.compile(r"\((?:the |hereafter |“|\"|‘|')*([A-Z][A-Za-z&]{1,9})[”\"’']*\)")
_NAME = r"[A-Z][\w’'&-]*(?: (?:(?:and|of|for|&) )?[A-Z][\w’'&-]*)+"
_HOLDS = re.compile(
    r"(?:represented (?:by|through)|(?:co-)?chairs? of|representatives? (?:of|from)|members? (?:of|from)|nominated by"
    r"|delegates? (?:of|from))"
    rf" (?:the )?(?P<name>{_NAME})(?: \((?P<short>[A-Z]{{2,8}})\))?"
)
_NOT_FIRST = frozenset({"director", "head", "chair", "chief", "cabinet", "each", "all", "any", "this", "these"})
_BRACKETS = re.compile(r"\([^)]{0,200}\)")
_ARTICLE = re.compile(r"^(?:the|a|an|our)\s+")
_WRITTEN_AS_ONE = (
    ("sub committee", "subcommittee"),
    ("sub group", "subgroup"),
    ("well being", "wellbeing"),
    ("work stream", "workstream"),
)


class Named(NamedTuple):
    """Where a body is first named: the sentence that does so, word for word, and its place."""

    document: str
    where: str
    sentence: str


@dataclass
class Entry:
    """A body as documents name it."""

    key: str
    kind: str
    names: Counter[str] = field(default_factory=Counter)
    named: Named | None = None
    is_named: bool = False
    """Whether it is proposed wherever it is named, and not only where something is said of it."""
    is_listed: bool = False
    """Whether a list gives it, under words for several bodies."""
    several: bool = False
    known_as: str | None = None
    """The name that a structure has for it already."""
    is_headed: bool = False
    """Whether a heading names it."""

    @property
    def name(self) -> str:
        """The name by which it is proposed: the fullest with capitals that is not all capitals; else the first."""
        if self.known_as is not None:
            return self.known_as
        return max(self.names, key=lambda name: (_looks_like_a_name(name), len(name.split()), self.names[name]))


def _looks_like_a_name(name: str) -> int:
    if name.isupper():
        return 0
    return 2 if name.rsplit(maxsplit=1)[-1][0].isupper() else 1


class Glossary:
    """The bodies of some documents, by their names."""

    def __init__(self) -> None:
        self.expansions: dict[str, str] = {}
        """Long forms by the short forms that stand for them, in small letters: `send`."""
        self.entries: dict[str, Entry] = {}
        self.others: set[str] = set()
        """Names of organisations without a noun, known by where they stand: `represented by Loud and Clear`."""
        self.defined: dict[tuple[str, str], str] = {}
        """What a document calls in short: by its name and the noun the body that is meant by `the Committee`."""
        self.sets: dict[str, list[str]] = {}
        """Bodies that a list gives, by the noun and by the words that name them all together."""
        self._keys: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}
        """The names of each key: the other way round."""
        self.reader = MentionReader()
        self._normal: dict[str, str] = {}

    def know(self, bodies: Iterable[tuple[str, str, Sequence[str]]]) -> frozenset[str]:
        """Take up bodies that a structure has: the name of each, its kind, and its other names. Gives their keys."""
        known = set()
        for name, kind, others in bodies:
            entry = self._new(name, kind)
            entry.known_as = entry.known_as or name
            known.add(entry.key)
            for other in others:
                entry.names[other] += 0
                if self.normal(other) not in self._keys:
                    self._let_mean(other, entry.key)
        return frozenset(known)

    def define(self, text: str) -> None:
        """Take up what short forms a text explains: `Special Educational Needs and Disabilities (SEND)`."""
        for match in _DEFINED.finditer(text):
            short = match.group(1)
            long_form = spelt_out(short, text[: match.start()])
            if long_form:
                self.expansions.setdefault(short.lower(), loose_name(long_form))
                self._normal.clear()

    def find_others(self, text: str) -> None:
        """Take up names without a noun that stand where only a body can: `two members of Loud and Clear`."""
        for match in _HOLDS.finditer(text):
            name = match.group("name").strip()
            if len(name.split()) > 1 and not _names_body(name) and name.split()[0].lower() not in _NOT_FIRST:
                found = {name, match.group("short") or name}
                self.others |= found
                self.reader.short_names |= found

    def normal(self, name: str) -> str:
        """A name as names are compared: small letters, no brackets, long forms by their short forms."""
        if name not in self._normal:
            self._normal[name] = self._normalised(name)
        return self._normal[name]

    def _normalised(self, name: str) -> str:
        plain = _BRACKETS.sub(" ", name).replace("’s", "").replace("'s", "")
        plain = _ARTICLE.sub("", loose_name(plain))
        for parted, joined in _WRITTEN_AS_ONE:
            plain = plain.replace(parted, joined)
        for short, spelt in self.expansions.items():
            rest = plain.replace(spelt, short)
            if rest != plain and len(rest.split()) > 1:
                plain = rest
        return " ".join(plain.split())

    def add(self, mention: Mention, named: Named, *, is_real: bool = True) -> str | None:
        """Take up a mention that names a body; the key of its body.

        A body that is only named where it is denied or hoped for (`is_real` is false) is not proposed for that.
        """
        if mention.points or not mention.name:
            return None
        key = self.find(mention.name)
        if key is None:
            if mention.noun is None and not (_is_known(mention.name) or mention.name in self.others):
                return None
            kind = mention.noun.kind if mention.noun is not None else "organisation"
            key = self._new(mention.name, kind).key
        entry = self.entries[key]
        entry.names[mention.name] += 1
        entry.several = entry.several or mention.is_plural
        governs = mention.noun is not None and mention.noun.is_named and not mention.is_plural
        entry.is_named = entry.is_named or (governs and is_real and not mention.belongs)
        if entry.named is None:
            entry.named = named
        if mention.alias:
            self._take_alias(entry, mention.alias, named.document)
        return key

    def add_listed(self, name: str, noun_kind: str, named: Named) -> str:
        """Take up a body that is an item of a list of bodies."""
        key = self.find(name)
        entry = self.entries[key] if key is not None else self._new(name, noun_kind)
        entry.names[name] += 1
        entry.named = entry.named or named
        entry.is_listed = entry.is_named = True
        return entry.key

    def find(self, name: str) -> str | None:
        """The key of the body that a name means."""
        return self._keys.get(self.normal(name))

    def add_to_set(self, name: str, key: str) -> None:
        """Note that words for several bodies, or the place of a list, mean a body too."""
        members = self.sets.setdefault(name, [])
        if key not in members:
            members.append(key)

    def share_set(self, name: str, other: str) -> None:
        """Let another name mean the bodies that a name for several means, those that follow too."""
        self.sets.setdefault(other, self.sets.setdefault(name, []))

    def head(self, key: str) -> None:
        """Note that a body has a heading of its own, and is proposed wherever it is named."""
        self.entries[key].is_named = self.entries[key].is_headed = True

    def _new(self, name: str, kind: str) -> Entry:
        key = self.normal(name)
        entry = self.entries.setdefault(key, Entry(key, kind))
        entry.names[name] += 0
        self._let_mean(name, key)
        return entry

    def _let_mean(self, name: str, key: str) -> None:
        self._keys[self.normal(name)] = key
        self._names.setdefault(key, []).append(self.normal(name))

    def _take_alias(self, entry: Entry, alias: str, document: str) -> None:
        noun = nouns().get(alias.lower().removeprefix("the "))
        if noun is not None:
            self.defined.setdefault((document, noun.lemma), entry.key)  # “the Board” is a word of this document only
            return
        if alias.isupper() or len(alias.split()) == 1:
            self.reader.short_names.add(alias)
        elif not _names_body(alias):
            return
        entry.names[alias] += 0
        other = self.find(alias)
        if other is None:
            self._let_mean(alias, entry.key)
        elif other != entry.key and self._may_be_one(other, entry.key):
            self._join(other, entry.key)
        elif other != entry.key:
            self.defined[document, alias.lower()] = entry.key  # two areas have an ICB: each document means its own

    def _may_be_one(self, other: str, key: str) -> bool:
        """Whether two bodies with one short name may be one: the name of one is the end of the other's."""
        one, two = (self._spelt(each) for each in (other, key))
        return one.endswith(two) or two.endswith(one) or not one.count(" ")

    def settle(self, texts: Iterable[str]) -> None:
        """Join the names that mean one body, once all documents are read: initials, and names without their place."""
        self._settle_initials({short for text in texts for short in capitals_in(text)})
        longer: dict[str, list[str]] = {}
        for key in self.entries:
            parts = self._spelt(key).split()
            for start in range(1, len(parts) - 1):  # a noun alone names nothing
                longer.setdefault(" ".join(parts[start:]), []).append(key)
        for key in sorted(self.entries, key=len):
            there = (other for other in longer.get(self._spelt(key), ()) if other in self.entries)
            fuller = [other for other in there if self._is_fuller(other, key)]
            if len(fuller) == 1:
                self._join(key, fuller[0])

    def _settle_initials(self, capitals: set[str]) -> None:
        """Let short names mean the body of whose name they are the initials, where that is one only."""
        by_initials: dict[str, set[str]] = {}
        for key, entry in self.entries.items():
            for initials in initials_of(entry.names):
                by_initials.setdefault(initials, set()).add(key)
        for short in sorted(capitals):
            keys = by_initials.get(short.replace("&", "").lower(), set())
            if len(keys) == 1 and self.find(short) is None:
                entry = self.entries[next(iter(keys))]
                entry.names[short] += 0
                self.reader.short_names.add(short)
                self._let_mean(short, entry.key)

    def _spelt(self, key: str) -> str:
        """A name with the long forms of its short ones."""
        return " ".join(self.expansions.get(word, word) for word in key.split())

    def _is_fuller(self, longer: str, key: str) -> bool:
        """Whether a name that ends in another has a place before it: `Wendle Health and Wellbeing Board`."""
        before = self._spelt(longer)[: -len(self._spelt(key)) - 1].split()
        entry = self.entries[longer]
        written = {word.text for name in entry.names for word in words(name)}
        no_place = words_of("bodies", "modifiers")
        return all(
            word in SMALL
            or word == "nhs"
            or (word.capitalize() in written and word not in no_place and word not in self.expansions)
            for word in before
        )

    def _join(self, key: str, into: str) -> None:
        if key == into or key not in self.entries:
            return
        entry, target = self.entries.pop(key), self.entries[into]
        target.names.update(entry.names)
        target.named = target.named or entry.named
        target.is_named = target.is_named or entry.is_named
        target.is_listed = target.is_listed or entry.is_listed
        target.is_headed = target.is_headed or entry.is_headed
        target.known_as = target.known_as or entry.known_as
        for name in self._names.pop(key, ()):
            if self._keys[name] == key:
                self._keys[name] = into
                self._names[into].append(name)
        for members in self.sets.values():
            members[:] = [into if member == key else member for member in members]

    def of_noun(self, noun: str) -> list[str]:
        """The bodies whose names begin with a noun of several words, where there are several: `Boards of Studies`."""
        found = [key for key in self.entries if key.startswith(noun + " ")] if " " in noun else []
        return found if len(found) > 1 else []

    def headed(self, noun: str) -> list[str]:
        """The bodies of a noun that have headings of their own, where there are several: `each committee`."""
        found = [key for key, entry in self.entries.items() if entry.is_headed and key.endswith(noun.replace("-", ""))]
        return found if len(found) > 1 else []

    def place(self, key: str) -> str:
        """The key of an entry after names were joined."""
        return self._keys.get(key, key)


def _is_known(name: str) -> bool:
    return name.lower().split()[0] in words_of("bodies", "branches") or name.lower() in words_of(
        "bodies", "organisations"
    )


def _names_body(alias: str) -> bool:
    last = words(alias)[-1].lower
    return last in nouns() or last in abbreviations()
