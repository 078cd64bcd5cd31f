"""The bodies that documents name: one entry for all names of a body, its short names, and bodies that a list gives."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.drafting.lexicon import abbreviations, nouns, words_of
from govgraph.drafting.mentions import Mention
from govgraph.drafting.sentences import words
from govgraph.model.scalars import loose_name

_DEFINED = re.compile(r"\((?:the |hereafter |“|\"|‘|')*([A-Z][A-Za-z&]{1,9})[”\"’']*\)")
_NAME = r"[A-Z][\w’'&-]*(?: (?:(?:and|of|for|&) )?[A-Z][\w’'&-]*)+"
_HOLDS = re.compile(
    rf"(?:represented (?:by|through)|(?:co-)?chairs? of|representatives? (?:of|from)|members? (?:of|from)|nominated by|delegates? (?:of|from))"
    rf" (?:the )?(?P<name>{_NAME})(?: \((?P<short>[A-Z]{{2,8}})\))?"
)
_NOT_FIRST = frozenset({"director", "head", "chair", "chief", "cabinet", "each", "all", "any", "this", "these"})
_INITIAL = re.compile(r"[A-Za-z]+")
_SMALL = frozenset({"and", "of", "for", "the", "in", "on", "with", "to", "a"})


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
    short: list[str] = field(default_factory=list)
    """Short names that a document gives it in brackets."""
    named: Named | None = None
    is_named: bool = False
    """Whether it is proposed wherever it is named, and not only where something is said of it."""
    is_listed: bool = False
    """Whether a list gives it, under words for several bodies."""
    several: bool = False
    is_headed: bool = False
    """Whether a heading names it."""

    @property
    def name(self) -> str:
        """The name by which it is proposed: the fullest with capitals that is not all capitals; else the first."""
        return max(self.names, key=lambda name: (_looks_like_a_name(name), len(name.split()), self.names[name]))


def _looks_like_a_name(name: str) -> int:
    if name.isupper():
        return 0
    return 2 if name.split()[-1][0].isupper() else 1


class Glossary:
    """The bodies of some documents, by their names."""

    def __init__(self, known: Iterable[tuple[str, str, Sequence[str]]] = ()) -> None:
        """Begin with bodies that are known: the name of each, its kind, and its other names."""
        self.expansions: dict[str, str] = {}
        """Long forms by the short forms that stand for them, in small letters: `send`."""
        self.entries: dict[str, Entry] = {}
        self._keys: dict[str, str] = {}
        self.others: set[str] = set()
        """Names of organisations without a noun, known by where they stand: `represented by Loud and Clear`."""
        self.defined: dict[tuple[str, str], str] = {}
        """What a document calls in short: by its name and the noun the body that is meant by `the Committee`."""
        self.sets: dict[str, list[str]] = {}
        """Bodies that a list gives, by the noun and by the words that name them all together."""
        for name, kind, others in known:
            entry = self._new(name, kind)
            for other in others:
                entry.names[other] += 0
                self._keys.setdefault(self.normal(other), entry.key)

    def define(self, text: str) -> None:
        """Take up what short forms a text explains: `Special Educational Needs and Disabilities (SEND)`."""
        for match in _DEFINED.finditer(text):
            short = match.group(1)
            long_form = _spelt_out(short, text[: match.start()])
            if long_form:
                self.expansions.setdefault(short.lower(), loose_name(long_form))

    def find_others(self, text: str) -> None:
        """Take up names without a noun that stand where only a body can: `two members of Loud and Clear`."""
        for match in _HOLDS.finditer(text):
            name = match.group("name").strip()
            if len(name.split()) > 1 and not _names_body(name) and name.split()[0].lower() not in _NOT_FIRST:
                self.others.add(name)
                if match.group("short"):
                    self.others.add(match.group("short"))

    def normal(self, name: str) -> str:
        """A name as names are compared: small letters, no brackets, long forms by their short forms."""
        plain = re.sub(r"\([^)]*\)", " ", name).replace("’s", "").replace("'s", "")
        plain = re.sub(r"^(?:the|a|an|our)\s+", "", loose_name(plain))
        plain = plain.replace("sub committee", "subcommittee").replace("sub group", "subgroup")
        plain = plain.replace("well being", "wellbeing").replace("work stream", "workstream")
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

    @property
    def short_names(self) -> frozenset[str]:
        """The short names of bodies that are looked for as they stand."""
        return frozenset(name for entry in self.entries.values() for name in entry.short) | self.others

    def _new(self, name: str, kind: str) -> Entry:
        key = self.normal(name)
        entry = self.entries.setdefault(key, Entry(key, kind))
        entry.names[name] += 0
        self._keys[key] = key
        return entry

    def _take_alias(self, entry: Entry, alias: str, document: str) -> None:
        noun = nouns().get(alias.lower().removeprefix("the "))
        if noun is not None:
            self.defined.setdefault((document, noun.lemma), entry.key)  # “the Board” is a word of this document only
            return
        if alias.isupper() or len(alias.split()) == 1:
            if alias not in entry.short:
                entry.short.append(alias)
        elif not _names_body(alias):
            return
        entry.names[alias] += 0
        other = self._keys.setdefault(self.normal(alias), entry.key)
        if other != entry.key:
            self._join(other, entry.key)

    def settle(self, texts: Iterable[str]) -> None:
        """Join the names that mean one body, once all documents are read: initials, and names without their place."""
        for short in sorted({word for text in texts for word in _capitals(text)}):
            if self.find(short) is None:
                keys = {key for key, entry in self.entries.items() if _initials_fit(short, entry)}
                if len(keys) == 1:
                    entry = self.entries[keys.pop()]
                    entry.short.append(short)
                    entry.names[short] += 0
                    self._keys[self.normal(short)] = entry.key
        for key in sorted(self.entries, key=len):
            longer = [other for other in self.entries if other != key and self._is_fuller(other, key)]
            if len(longer) == 1:
                self._join(key, longer[0])

    def _is_fuller(self, longer: str, key: str) -> bool:
        """Whether a name is another with a place before it: `Lancashire Health and Wellbeing Board`."""
        if not longer.endswith(" " + key) or len(key.split()) < 2:  # noqa: PLR2004 - a noun alone names nothing
            return False
        before = longer[: -len(key) - 1].split()
        entry = self.entries[longer]
        written = {word.text for name in entry.names for word in words(name)}
        return all(
            word in _SMALL
            or (
                word.capitalize() in written
                and word not in words_of("bodies", "modifiers")
                and word not in self.expansions
            )
            or word == "nhs"
            for word in before
        )

    def _join(self, key: str, into: str) -> None:
        if key == into or key not in self.entries:
            return
        entry, target = self.entries.pop(key), self.entries[into]
        target.names.update(entry.names)
        target.short += [name for name in entry.short if name not in target.short]
        target.named = min(filter(None, (target.named, entry.named)), key=lambda one: 0, default=None)
        target.is_named = target.is_named or entry.is_named
        target.is_listed = target.is_listed or entry.is_listed
        target.is_headed = target.is_headed or entry.is_headed
        self._keys = {name: into if own == key else own for name, own in self._keys.items()}
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


def _spelt_out(short: str, before: str) -> str:
    """The words before brackets whose initials are the short form in them; empty where there are none."""
    found = words(before)[-20:]
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for start in range(len(found) - 1, -1, -1):
        part = [word for word in found[start:] if word.text[0].isalpha()]
        initials = [word.lower[0] for word in part if word.lower not in _SMALL]
        if len(part) > 1 and initials == letters and found[start].lower not in _SMALL:
            return before[found[start].start : found[-1].end]
        with_small = [word.lower[0] for word in part]
        if len(part) > 1 and with_small == letters:
            return before[found[start].start : found[-1].end]
    return ""


def _capitals(text: str) -> Iterator[str]:
    for match in re.finditer(r"\b[A-Z][A-Z&]{1,6}\b", text):
        yield match.group()


def _initials_fit(short: str, entry: Entry) -> bool:
    """Whether the initials of one of a body's names are a short name."""
    wanted = [letter.lower() for letter in short if letter.isalpha()]
    for name in entry.names:
        parts = _INITIAL.findall(name.replace("’s", "").replace("'s", ""))
        main = [part[0].lower() for part in parts if part.lower() not in _SMALL]
        if len(parts) > 1 and wanted in (main, [part[0].lower() for part in parts]):
            return True
    return False


def _is_known(name: str) -> bool:
    return name.lower().split()[0] == "healthwatch" or name.lower() in words_of("bodies", "organisations")


def _names_body(alias: str) -> bool:
    last = words(alias)[-1].lower
    return last in nouns() or last in abbreviations()
