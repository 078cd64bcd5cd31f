"""What words mean that name nothing (`the Board`, `this group`, `it`): by heading, document and what came before."""

from dataclasses import dataclass, field

from govgraph.drafting.glossary import Entry, Glossary
from govgraph.drafting.lexicon import Noun
from govgraph.drafting.mentions import Mention

_RECENT = 12
_PRONOUNS = frozenset({"it", "they", "them", "each"})
_ANY = frozenset({"a", "an", "any", "another"})
_SOME = frozenset({"other", "some", "any", "no", "such", "another"})
"""Before words for several bodies these say that not all are meant, and not which."""


@dataclass
class Context:
    """What was said before a sentence, as far as it decides what its words mean."""

    glossary: Glossary
    document: str = ""
    """The name of the document."""
    document_body: str | None = None
    """The body that the document is about."""
    section_body: str | None = None
    """The body that the section is about: the nearest heading above that names one."""
    subject: list[str] = field(default_factory=list)
    """Of what the sentence before spoke."""
    recent: list[str] = field(default_factory=list)
    """The bodies that were named before, the last one last."""
    _known_fitting: dict[str, list[str]] = field(default_factory=dict, init=False, repr=False)

    @property
    def own(self) -> list[str]:
        """The body that is spoken of where nothing else is named."""
        if self.section_body is not None:
            return [self.section_body]
        return [self.document_body] if self.document_body else list(self.subject)

    def keys(self, mention: Mention) -> list[str]:
        """The bodies that a mention means; none where that is not clear."""
        if mention.name in _PRONOUNS:
            return list(self.subject) or self.own
        if mention.points and mention.noun is not None:
            return self._pointed(mention, mention.noun)
        if mention.is_plural and mention.noun is not None:
            if " " not in mention.name and mention.determiner in _SOME:
                return []
            members = self._several(mention, mention.noun)
            if members is not None:
                return list(members)
        own = self.glossary.defined.get((self.document, mention.name.lower()))
        key = own or self.glossary.find(mention.name)
        return [key] if key is not None else []

    def saw(self, keys: list[str]) -> None:
        """Note that bodies were named."""
        self.recent = [*(key for key in self.recent if key not in keys), *keys][-_RECENT:]

    def _several(self, mention: Mention, noun: Noun) -> list[str] | None:
        """The bodies that words for several mean: those of a list, or of that noun."""
        glossary = self.glossary
        for name in (glossary.normal(mention.name), noun.lemma):
            if name in glossary.sets:
                return glossary.sets[name]
        if found := glossary.of_noun(noun.lemma):
            return found
        if " " in mention.name or mention.determiner not in ("all", "each", "the", "these"):
            return None
        return [key for key in glossary.headed(noun.lemma) if key != self.document_body] or None

    def _pointed(self, mention: Mention, noun: Noun) -> list[str]:
        """The bodies that a noun alone means: `the Board`."""
        if mention.determiner in ("each", "every", "all"):
            members = self.glossary.sets.get(noun.lemma) or self.glossary.headed(noun.lemma)
            return [key for key in members if key != self.document_body]
        if mention.determiner in _ANY or (not mention.determiner and mention.name[0].islower()):
            return []
        named = self.glossary.find(mention.name)
        if named is not None:
            return [named]
        key = self._candidate(noun)
        if key is not None:
            return [key]
        own = self.glossary.entries.get(self.section_body or self.document_body or "")
        if own is not None and noun.lemma in ("company", "charity", "club") and own.kind == "organisation":
            return [own.key]  # `the company`, under the heading of Wendle Enterprises Limited
        fitting = self._fitting(noun.lemma)
        return list(fitting) if len(fitting) == 1 else []

    def _candidate(self, noun: Noun) -> str | None:
        """The body that is nearest among those that a noun alone may mean."""
        defined = self.glossary.defined.get((self.document, noun.lemma))
        # “The Board” in the terms of reference of a board is this one, whichever other was named last.
        candidates = (self.section_body, defined, self.document_body, *self.subject[:1], *reversed(self.recent))
        for key in candidates:
            if key is not None:
                place = self.glossary.place(key)
                if _is_a(self.glossary.entries.get(place), noun.lemma):
                    return place
        return None

    def _fitting(self, noun: str) -> list[str]:
        """The bodies that are named everywhere and may be meant by a noun alone."""
        if noun not in self._known_fitting:
            entries = self.glossary.entries.values()
            self._known_fitting[noun] = [entry.key for entry in entries if entry.is_named and _is_a(entry, noun)]
        return self._known_fitting[noun]


def _is_a(entry: Entry | None, noun: str) -> bool:
    """Whether a body may be meant by its noun alone: `the Group` by `Working Group`."""
    if entry is None:
        return False
    lemma = noun.replace("sub-", "").replace("sub", "")
    ends = (noun, lemma, "sub-" + noun, "sub" + noun, "sub-" + lemma)
    return any(name.endswith(ends) for full in entry.names for name in (full.lower(), full.lower().split(" of ")[0]))
