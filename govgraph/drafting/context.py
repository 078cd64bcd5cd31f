"""What words mean that name nothing: `the Board`, `this group`, `it`, `members` - by heading, document and what came before."""

from dataclasses import dataclass, field

from govgraph.drafting.glossary import Entry, Glossary
from govgraph.drafting.mentions import Mention

_RECENT = 12
PRONOUNS = frozenset({"it", "they", "them", "each"})


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

    @property
    def own(self) -> list[str]:
        """The body that is spoken of where nothing else is named."""
        if self.section_body is not None:
            return [self.section_body]
        return [self.document_body] if self.document_body else list(self.subject)

    def keys(self, mention: Mention) -> list[str]:
        """The bodies that a mention means; none where that is not clear."""
        glossary = self.glossary
        if mention.name in PRONOUNS:
            return list(self.subject) or self.own
        if mention.points and mention.noun is not None:
            return self._pointed(mention)
        if (
            mention.is_plural
            and len(mention.name.split()) == 1
            and mention.determiner in ("other", "some", "any", "no", "such", "another")
        ):
            return []
        if mention.is_plural:
            members = glossary.sets.get(glossary.normal(mention.name))
            if members is None:
                members = glossary.sets.get(mention.noun.lemma if mention.noun else "")
            if members is None and mention.noun is not None:
                members = glossary.of_noun(mention.noun.lemma) or None
            if members is None and mention.noun is not None and mention.determiner in ("all", "each", "the", "these"):
                members = self.glossary.headed(mention.noun.lemma) if len(mention.name.split()) == 1 else None
                members = [key for key in members or () if key != self.document_body] or None
            if members is not None:
                return list(members)
        key = glossary.find(mention.name)
        return [key] if key is not None else []

    def saw(self, keys: list[str]) -> None:
        """Note that bodies were named."""
        self.recent = [*(key for key in self.recent if key not in keys), *keys][-_RECENT:]

    def _pointed(self, mention: Mention) -> list[str]:
        noun = mention.noun
        assert noun is not None  # noqa: S101 - asked before
        if mention.determiner in ("each", "every", "all"):
            members = self.glossary.sets.get(noun.lemma) or self.glossary.headed(noun.lemma)
            return [key for key in members if key != self.document_body]
        if mention.determiner in ("a", "an", "any", "another", "each", "every"):
            return []
        if mention.determiner == "" and mention.name[0].islower():
            return []
        own = self.glossary.find(mention.name)
        if own is not None:
            return [own]
        defined = self.glossary.defined.get((self.document, noun.lemma))
        # “The Board” in the terms of reference of a board is this one, whichever other was named last.
        candidates = [self.section_body, defined, self.document_body, *self.subject[:1], *reversed(self.recent)]
        for key in candidates:
            if key is not None and _is_a(self.glossary.entries.get(self.glossary.place(key)), noun.lemma):
                return [self.glossary.place(key)]
        own = self.glossary.entries.get(self.section_body or self.document_body or "")
        if own is not None and noun.lemma in ("company", "charity", "club") and own.kind == "organisation":
            return [own.key]  # `the company`, under the heading of Wendle Enterprises Limited
        fitting = [key for key, entry in self.glossary.entries.items() if entry.is_named and _is_a(entry, noun.lemma)]
        return fitting if len(fitting) == 1 else []


def _is_a(entry: Entry | None, noun: str) -> bool:
    """Whether a body may be meant by its noun alone: `the Group` by `Working Group`."""
    if entry is None:
        return False
    lemma = noun.replace("sub-", "").replace("sub", "") if noun != "subject" else noun
    ends = {noun, lemma, "sub-" + noun, "sub" + noun, "sub-" + lemma}
    lowered = [name.lower().split(" of ")[0] for name in entry.names]
    full = [name.lower() for name in entry.names]
    return any(name.endswith(tuple(ends)) for name in (*lowered, *full))
