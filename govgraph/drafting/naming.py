"""Which bodies documents name, and by which names: in their sentences, their headings and their lists."""

from collections import Counter
from collections.abc import Iterator, Sequence

from govgraph.drafting.certainty import is_unreal
from govgraph.drafting.glossary import Glossary, Named
from govgraph.drafting.headings import COUNTED, document_body, where_of
from govgraph.drafting.lexicon import words_of
from govgraph.drafting.lists import name_listed
from govgraph.drafting.mentions import Mention
from govgraph.drafting.passages import Block, BlockKind, DocumentText
from govgraph.drafting.phrases import BE
from govgraph.drafting.post_names import name_posts
from govgraph.drafting.sentences import Word, sentences_of

_NEAR = 3
"""So many words before a description are looked at: `as the statutory integrated care board`."""
_OFTEN = 3
"""So often has a document a noun alone before it is the name of a body."""


def name_everything(documents: Sequence[DocumentText], glossary: Glossary) -> None:
    """Let a glossary know all bodies that documents name, and the names that mean the same."""
    for document in documents:
        for block in document.blocks:
            glossary.define(block.text)
            glossary.find_others(block.text)
    for document in documents:
        _name_bodies(document, glossary, again=False)
    glossary.settle(block.text for document in documents for block in document.blocks)
    for document in documents:
        _name_bodies(document, glossary, again=True)
    for document in documents:
        _name_by_noun(document, glossary)
    for document in documents:
        name_listed(document, glossary)


def _name_bodies(document: DocumentText, glossary: Glossary, *, again: bool) -> None:
    """Take up the bodies of the sentences of a document; `again` those of the short names that were found since."""
    heading = ""
    for block in document.blocks:
        is_heading = block.kind is BlockKind.HEADING
        heading = block.text if is_heading else heading
        for sentence in sentences_of(block):
            read = glossary.reader.read(sentence)
            named = Named(document.name, where_of(block, heading), sentence)
            is_real = is_heading or not is_unreal(sentence)
            if not again:
                name_posts(sentence, glossary, named)
            for mention in read.mentions:
                if (again and mention.noun is not None) or _is_predicate(read.words, mention):
                    continue
                plain = mention._replace(belongs=False) if is_heading else mention
                key = glossary.add(plain, named, is_real=is_real)
                if key is not None and is_heading:
                    glossary.entries[key].is_headed = True


def _is_predicate(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a description in small letters only says what something is: `it is the strategic board for ...`."""
    if not mention.name[0].islower():
        return False
    before = words[max(mention.first - _NEAR, 0) : mention.first]
    return mention.determiner in ("a", "an") or any(word.lower in BE or word.lower == "as" for word in before)


def _name_by_noun(document: DocumentText, glossary: Glossary) -> None:
    """Take up bodies that have only their noun for a name: as a heading, or often: `Council`, `The Senate`."""
    often = {noun for noun, times in _lone_nouns(document, glossary).items() if times >= _OFTEN and noun != "board"}
    for block in document.blocks:
        for mention, noun, text in _nouns_of(block, often, glossary):
            if not _is_known_by_its_noun(document, noun, glossary):
                plain = mention._replace(name=mention.name.capitalize(), points=False)
                key = glossary.add(plain, Named(document.name, block.place, text))
                if key is not None:
                    glossary.head(key)


def _lone_nouns(document: DocumentText, glossary: Glossary) -> Counter[str]:
    """How often a document has only a noun with a capital for a body."""
    return Counter(
        mention.noun.lemma
        for block in document.blocks
        for sentence in sentences_of(block)
        for mention in glossary.reader.read_plainly(sentence).mentions
        if mention.points and mention.noun is not None and mention.name[0].isupper() and not mention.is_plural
    )


def _nouns_of(block: Block, often: set[str], glossary: Glossary) -> Iterator[tuple[Mention, str, str]]:
    """The nouns alone that are the name of a body in a block, each with its lemma and its sentence."""
    is_heading = block.kind is BlockKind.HEADING
    text = COUNTED.sub("", block.text) if is_heading else next(sentences_of(block), "")
    read = glossary.reader.read_plainly(text)
    for mention in read.mentions:
        if not mention.points or mention.noun is None or mention.noun.lemma not in words_of("bodies", "alone"):
            continue
        around = (*read.words[: mention.first], *read.words[mention.last + 1 :])
        is_whole = is_heading and all(word.lower == "the" for word in around)
        if is_whole or (mention.noun.lemma in often and mention.name[0].isupper()):
            yield mention, mention.noun.lemma, text


def _is_known_by_its_noun(document: DocumentText, noun: str, glossary: Glossary) -> bool:
    """Whether a document means a body with a longer name by a noun alone."""
    own = document_body(document, glossary)
    if (document.name, noun) in glossary.defined or (own is not None and own.endswith(noun)):
        return True
    return any(entry.is_headed and key.endswith(" " + noun) for key, entry in glossary.entries.items())
