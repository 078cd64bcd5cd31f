"""The bodies that lists and tables of bodies give: `The workstreams are:`, and what follows."""

import re
from dataclasses import dataclass

from govgraph.drafting.glossary import Glossary, Named
from govgraph.drafting.headings import COUNTED, where_of
from govgraph.drafting.lexicon import words_of
from govgraph.drafting.mentions import Mention
from govgraph.drafting.passages import Block, BlockKind, DocumentText
from govgraph.drafting.sentences import sentences

_MOST_WORDS = 16
"""An item of more words is no name."""
_MOST_AFTER = 8
"""So many words stand at most between the words for several bodies and the end of their sentence."""
_SAID_OF_BODIES = re.compile(r"chair|meet|frequency|purpose|remit|role|reports|lead")


@dataclass
class _List:
    """The list of bodies that was begun last: with which words, and how."""

    lead: Mention | None = None
    """The words for several bodies that introduce it; None where the block before introduces none."""
    place: str = ""
    """By what the glossary knows its items: see `list_key`."""
    is_of_heading: bool = False
    is_direct: bool = False
    """Whether its items follow a colon: any of them names a body."""
    level: int = 0
    """Of a heading that begins it, the level: lower headings are its items."""


def list_key(document: DocumentText, block: Block) -> str:
    """By what a glossary knows the items of the list that a block introduces."""
    return f"{document.name} {block.place}"


def name_listed(document: DocumentText, glossary: Glossary) -> None:
    """Take up the items of the lists of bodies of a document."""
    current = _List()
    heading = ""
    for block in document.blocks:
        header = _group_header(block, glossary)
        current.lead = current.lead or header
        if current.lead is not None and (header is not None or _is_item(block, current, glossary)):
            named = Named(document.name, where_of(block, heading), block.text)
            _take_item(block, current.lead, current, named, glossary)
        else:
            current = _after(block, current, list_key(document, block), glossary)
        heading = block.text if block.kind is BlockKind.HEADING else heading


def _is_item(block: Block, current: _List, glossary: Glossary) -> bool:
    """Whether a block is an item of the list that was begun."""
    if block.kind is BlockKind.HEADING:
        return 0 < current.level < block.level
    return block.kind is BlockKind.ITEM or _is_row_of_body(block, glossary)


def _take_item(block: Block, lead: Mention, current: _List, named: Named, glossary: Glossary) -> None:
    """Take up the body that an item gives, as one of those of its list."""
    may_be_any = current.is_direct and block.kind is BlockKind.ITEM
    key = _listed_body(block, lead, glossary, named, may_be_any=may_be_any)
    if key is None:
        return
    for name in (glossary.normal(lead.name), lead.noun.lemma if lead.noun else "", current.place):
        glossary.add_to_set(name, key)


def _after(block: Block, current: _List, key: str, glossary: Glossary) -> _List:
    """The list that a block begins, or goes on with: a paragraph below its heading stands for the list too."""
    lead = _list_lead(block, glossary)
    is_heading = block.kind is BlockKind.HEADING
    if lead is not None or is_heading or current.lead is None or not current.is_of_heading:
        is_direct = block.text.rstrip().endswith(":") and not is_heading
        return _List(lead, key, is_heading, is_direct, block.level if is_heading and lead is not None else 0)
    if block.kind is BlockKind.PARAGRAPH:
        glossary.share_set(current.place, key)
    return current


def _group_header(block: Block, glossary: Glossary) -> Mention | None:
    """The noun in the header of a table whose rows are bodies: `Sub-group`, with chairs or meetings beside it."""
    if block.kind is not BlockKind.ROW or len(block.headers) < 2 or not block.headers[0]:  # noqa: PLR2004
        return None
    if not _SAID_OF_BODIES.search(" ".join(block.headers[1:]).lower()):
        return None
    for mention in glossary.reader.read_plainly(block.headers[0]).mentions:
        if mention.noun is not None and mention.noun.is_named:
            return mention._replace(noun=mention.noun._replace(is_plural=True))
    return None


def _is_row_of_body(block: Block, glossary: Glossary) -> bool:
    """Whether a row of a table without headers says something of a body, which its first cell names."""
    if block.kind is not BlockKind.ROW or block.headers or len(block.cells) < 2:  # noqa: PLR2004
        return False
    read = glossary.reader.read_plainly(block.cells[0])
    first = next((one for one in read.mentions if not one.points and not one.is_plural), None)
    return first is not None and first.first <= 1 and first.last == len(read.words) - 1


def _list_lead(block: Block, glossary: Glossary) -> Mention | None:
    """The words for several bodies with which a block introduces a list of them."""
    text = _introduction(block)
    read = glossary.reader.read_plainly(text)
    plural = [mention for mention in read.mentions if mention.is_plural and not mention.belongs]
    if not plural or plural[-1].noun is None or not plural[-1].noun.is_named:
        return None
    lead = plural[-1]
    after = [word.lower for word in read.words[lead.last + 1 :]]
    if block.kind is BlockKind.HEADING:
        return lead if not after or after[0] == "of" else None
    before = {word.lower for word in read.words[max(lead.first - 2, 0) : lead.first + 1]}
    has_verb = not words_of("wording", "list_verbs").isdisjoint(after[:4]) and len(after) <= _MOST_AFTER
    has_number = not words_of("wording", "list_numbers").isdisjoint(before)
    return lead if not after or after == [":"] or has_verb or has_number else None


def _introduction(block: Block) -> str:
    """The sentence of a block that may introduce a list: its last with a colon, else one with `following`."""
    parts = list(sentences(block.text))
    if parts and (parts[-1].endswith(":") or block.kind is BlockKind.HEADING):
        return parts[-1]
    return next((part for part in parts if "following" in part.lower()), "")


def _listed_body(block: Block, lead: Mention, glossary: Glossary, named: Named, *, may_be_any: bool) -> str | None:
    """The body that an item of a list gives: one that it names, or, where any text may name one, the item itself."""
    text = (block.cells[0] if block.kind is BlockKind.ROW else block.text).strip().rstrip(".;,")
    text = re.sub(r";? and$", "", COUNTED.sub("", text, count=1)).strip()
    read = glossary.reader.read(text)
    for mention in read.mentions:
        if not mention.points and not mention.is_plural and mention.first <= 1:
            is_whole = mention.last >= len(read.words) - 1
            return glossary.add(mention, named) if is_whole or block.kind is BlockKind.ITEM else None
    name = text.split(":")[0].strip()
    if not may_be_any or lead.noun is None or not name or not name[0].isupper():
        return None
    if len(name.split()) > _MOST_WORDS or "." in name:
        return None
    return glossary.add_listed(name, lead.noun.kind, named)
