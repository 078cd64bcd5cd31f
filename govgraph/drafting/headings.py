"""Which body a heading names, which one a document is about, and where a reader finds a block."""

import re

from govgraph.drafting.glossary import Glossary
from govgraph.drafting.lexicon import words_of
from govgraph.drafting.passages import Block, BlockKind, DocumentText
from govgraph.drafting.sentences import words

COUNTED = re.compile(r"^\s*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|\d+(?:\.\d+)*\.?|[•–-])\s+")
"""The number, letter or sign with which a paragraph or an item begins: `2.1`, `(a)`."""
_DASHES = ("-", "–", ":", "—")


def where_of(block: Block, heading: str) -> str:
    """The place of a block, as a reader finds it: `page 2, under “Membership”`."""
    return f"{block.place}, under “{heading}”" if heading and block.kind is not BlockKind.HEADING else block.place


def heading_body(text: str, glossary: Glossary) -> str | None:
    """The body that a heading names; where it names two, the one that governs, or the last behind a dash."""
    read = glossary.reader.read(text)
    named = {
        mention.first: key
        for mention in read.mentions
        if not mention.is_plural and (key := glossary.find(mention.name)) is not None
    }
    if len(set(named.values())) < 2:  # noqa: PLR2004 - one, or none
        return next(iter(named.values()), None)
    governing = {key for key in named.values() if glossary.entries[key].is_named}
    if len(governing) == 1:
        return governing.pop()
    last = max(named)
    is_parted = read.words[last - 1].text in _DASHES  # `Wendle Health and Wellbeing Board - SEND Sub-Committee`
    return named[last] if is_parted else None


def document_body(document: DocumentText, glossary: Glossary) -> str | None:
    """The body that a document is about: that of its title, or of its first heading, or of its first lines."""
    texts = [document.title or ""] + [block.text for block in document.blocks[:4] if block.kind is BlockKind.HEADING]
    opening = " ".join(block.text for block in document.blocks[:3]).lower()
    if "terms of reference" in opening or "constitution" in opening:
        texts += [block.text for block in document.blocks[:6]]
    bodies = (heading_body(text, glossary) for text in texts if text)
    return next((body for body in bodies if body is not None and glossary.entries[body].is_named), None)


def is_membership_heading(text: str) -> bool:
    """Whether a heading, or the words that introduce a list, say that those follow who sit on a body."""
    plain = " ".join(word.lower for word in words(text) if word.text[0].isalpha())
    known = words_of("seats", "headings")
    return plain in known or any(plain.endswith(" " + word) or plain.startswith(word + " ") for word in known)
