"""The sentences of documents, each with its mentions, what they mean, and where it stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from govgraph.drafting.context import Context
from govgraph.drafting.glossary import Glossary, Named
from govgraph.drafting.lexicon import words_of
from govgraph.drafting.mentions import Mention, find_mentions
from govgraph.drafting.passages import Block, BlockKind, DocumentText
from govgraph.drafting.phrases import BE
from govgraph.drafting.sentences import Word, sentences, words


_COUNTED = re.compile(r"^\s*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|\d+(?:\.\d+)*\.?|[•–-])\s+")


@dataclass
class Line:
    """A sentence, or an item of a list, with all that its words mean."""

    document: str
    where: str
    text: str
    block: Block
    words: list[Word]
    mentions: list[Mention]
    keys: list[list[str]] = field(default_factory=list)
    """The bodies that each mention means."""
    own: list[str] = field(default_factory=list)
    """The body of the section, or of the sentences before."""
    document_body: str | None = None
    """The body that the document is about."""
    lead: "Line | None" = None
    """The sentence that introduces the list in which this is an item."""
    heading: str = ""
    """The nearest heading above."""
    subject: list[str] = field(default_factory=list)

    @property
    def names(self) -> list[tuple[int, int]]:
        """Where names of bodies stand: the first and the last word of each. `a sub-group` is none."""
        return [
            (mention.first, mention.last)
            for mention in self.mentions
            if not (mention.points and mention.name[0].islower() and mention.determiner in ("a", "an", "", "another"))
        ]

    @property
    def begin(self) -> int:
        """The place of its first word after a number or a letter that counts it: `2.1`, `(a)`."""
        counted = _COUNTED.match(self.text)
        return sum(word.end <= counted.end() for word in self.words) if counted is not None else 0

    @property
    def lower(self) -> list[str]:
        """Its words in small letters."""
        return [word.lower for word in self.words]


@dataclass
class _Section:
    level: int
    text: str
    body: str | None


def where_of(block: Block, heading: str) -> str:
    """The place of a block, as a reader finds it: `page 2, under “Membership”`."""
    return f"{block.place}, under “{heading}”" if heading and block.kind is not BlockKind.HEADING else block.place


def name_everything(documents: Sequence[DocumentText], glossary: Glossary) -> None:
    """Let a glossary know all bodies that documents name, and the names that mean the same."""
    for document in documents:
        for block in document.blocks:
            glossary.define(block.text)
            glossary.find_others(block.text)
    for again in (False, True):  # the second time with the short names that the first has found
        for document in documents:
            _name_bodies(document, glossary, again=again)
        if not again:
            glossary.settle(block.text for document in documents for block in document.blocks)
    for document in documents:
        _name_headings(document, glossary)
    for document in documents:
        _take_lists(document, glossary)


def _name_bodies(document: DocumentText, glossary: Glossary, *, again: bool) -> None:
    heading = ""
    for block in document.blocks:
        heading = block.text if block.kind is BlockKind.HEADING else heading
        for sentence in _sentences_of(block):
            found = words(sentence)
            named = Named(document.name, where_of(block, heading), sentence)
            for mention in find_mentions(found, sentence, glossary.short_names):
                if (not again or mention.noun is None) and not _is_predicate(found, mention):
                    is_heading = block.kind is BlockKind.HEADING
                    plain = mention._replace(belongs=False) if is_heading else mention
                    key = glossary.add(plain, named, is_real=is_heading or not _UNREAL.search(sentence))
                    if key is not None and is_heading:
                        glossary.entries[key].is_headed = True


_UNREAL = re.compile(
    r"\bnot\b|\bneither\b|\bno longer\b|\b(?:hopes?|intends?|plans?|proposes?|expects?) to\b|\bproposed\b"
    r"|\bmay (?:also )?(?:be |set up|establish|appoint|create|form|ask|invite|from time)|\bif (?:one|it|they|any)\b"
)
"""How sentences deny, or speak of what is not there yet: what they name is not proposed for that."""


def _is_predicate(found: Sequence[Word], mention: Mention) -> bool:
    """Whether a description in small letters only says what something is: `it is the strategic board for ...`."""
    if mention.name[0].islower() and mention.determiner in ("a", "an"):
        return True
    return mention.name[0].islower() and any(
        word.lower in BE or word.lower == "as" for word in found[max(mention.first - 2, 0) : mention.first]
    )


def _sentences_of(block: Block) -> Iterator[str]:
    if block.kind is BlockKind.ROW:
        yield from filter(None, block.cells)
    elif block.kind is BlockKind.HEADING:
        yield block.text
    else:
        yield from sentences(block.text)


_OFTEN = 3


def _lone_nouns(document: DocumentText) -> Counter[str]:
    """How often a document has only a noun with a capital for a body: `Council`, `the Senate`."""
    return Counter(
        mention.noun.lemma
        for block in document.blocks
        for sentence in _sentences_of(block)
        for mention in find_mentions(words(sentence), sentence)
        if mention.points and mention.noun is not None and mention.name[0].isupper() and not mention.is_plural
    )


def _name_headings(document: DocumentText, glossary: Glossary) -> None:
    """Take up bodies that have only their noun for a name, as headings have them: `Council`, `The Senate`."""
    often = {noun for noun, times in _lone_nouns(document).items() if times >= _OFTEN and noun != "board"}
    for block in document.blocks:
        is_heading = block.kind is BlockKind.HEADING
        text = _COUNTED.sub("", block.text) if is_heading else next(_sentences_of(block), "")
        found = words(text)
        for mention in find_mentions(found, text):
            is_whole = all(word.lower == "the" for word in (*found[: mention.first], *found[mention.last + 1 :]))
            is_whole = is_whole and is_heading
            is_often = mention.noun is not None and mention.noun.lemma in often and mention.name[0].isupper()
            if (is_whole or is_often) and mention.points and mention.noun is not None and mention.noun.lemma in _ALONE:
                plain = mention._replace(name=mention.name.capitalize(), points=False)
                if not _is_known_by_its_noun(document, mention.noun.lemma, glossary):
                    key = glossary.add(plain, Named(document.name, block.place, text))
                    if key is not None:
                        glossary.entries[key].is_named = glossary.entries[key].is_headed = True


_ALONE = frozenset({"council", "court", "senate", "assembly", "board", "cabinet", "executive", "trustees"})


def _is_known_by_its_noun(document: DocumentText, noun: str, glossary: Glossary) -> bool:
    """Whether a document means a body with a longer name by a noun alone."""
    own = _document_body(document, glossary)
    if (document.name, noun) in glossary.defined or (own is not None and own.endswith(noun)):
        return True
    return any(key.endswith(" " + noun) and entry.is_headed for key, entry in glossary.entries.items())


_LISTS = frozenset(
    {"are", "include", "following", "is", "comprise", "namely", "these", "includes", "be", "established"}
)
_NUMBERS = frozenset("two three four five six seven eight nine ten several".split())
_MOST_WORDS = 16


def list_key(document: DocumentText, block: Block) -> str:
    """By what a glossary knows the items of the list that a block introduces."""
    return f"{document.name} {block.place}"


def _take_lists(document: DocumentText, glossary: Glossary) -> None:
    """Take up the items of lists of bodies: `The workstreams are:`, and what follows."""
    lead: tuple[Mention, str] | None = None
    heading = place = ""
    is_of_heading, is_direct, level = False, False, 0
    for block in document.blocks:
        if block.kind is BlockKind.ROW and (header := _group_header(block)) is not None:
            lead = lead or (header, header.name)
        is_item = block.kind is BlockKind.ITEM or _group_header(block) is not None or _is_row_of_body(block)
        is_item = is_item or (level > 0 and block.kind is BlockKind.HEADING and block.level > level)
        if is_item and lead is not None:
            mention, wording = lead
            named = Named(document.name, where_of(block, heading), block.text)
            key = _listed_body(block, mention, glossary, named, may_be_any=is_direct and block.kind is BlockKind.ITEM)
            if key is not None:
                names = (glossary.normal(wording), mention.noun.lemma if mention.noun else "", place)
                for name in names:
                    members = glossary.sets.setdefault(name, [])
                    if key not in members:
                        members.append(key)
            heading = block.text if block.kind is BlockKind.HEADING else heading
            continue
        heading = block.text if block.kind is BlockKind.HEADING else heading
        own = _list_lead(block)
        if own is not None or block.kind is BlockKind.HEADING or lead is None or not is_of_heading:
            lead, place = own, list_key(document, block)
            is_of_heading = block.kind is BlockKind.HEADING
            is_direct = block.text.rstrip().endswith(":") and not is_of_heading
            level = block.level if is_of_heading and own is not None else 0
        elif block.kind is BlockKind.PARAGRAPH and lead is not None:
            glossary.sets.setdefault(list_key(document, block), glossary.sets.setdefault(place, []))


def _group_header(block: Block) -> Mention | None:
    """The noun in the header of a table whose rows are bodies: `Sub-group`, with chairs or meetings beside it."""
    if block.kind is not BlockKind.ROW or len(block.headers) < 2 or not block.headers[0]:  # noqa: PLR2004
        return None
    others = " ".join(block.headers[1:]).lower()
    found = words(block.headers[0])
    mentions = [one for one in find_mentions(found, block.headers[0]) if one.noun is not None and one.noun.is_named]
    if not mentions or not re.search(r"chair|meet|frequency|purpose|remit|role|reports|lead", others):
        return None
    noun = mentions[0].noun
    assert noun is not None  # noqa: S101 - asked before
    return mentions[0]._replace(noun=noun._replace(is_plural=True))


def _is_row_of_body(block: Block) -> bool:
    """Whether a row of a table without headers says something of a body, which its first cell names."""
    if block.kind is not BlockKind.ROW or block.headers or len(block.cells) < 2:  # noqa: PLR2004
        return False
    found = words(block.cells[0])
    mentions = [one for one in find_mentions(found, block.cells[0]) if not one.points and not one.is_plural]
    return bool(mentions) and mentions[0].first <= 1 and mentions[0].last == len(found) - 1


def _list_lead(block: Block) -> tuple[Mention, str] | None:
    """The words for several bodies with which a block introduces a list of them."""
    *_, last = list(sentences(block.text)) or [""]
    follows = next((one for one in sentences(block.text) if "following" in one.lower()), "")
    last = last if last.endswith(":") or block.kind is BlockKind.HEADING else follows
    if not last:
        return None
    found = words(last)
    plural = [mention for mention in find_mentions(found, last) if mention.is_plural and not mention.belongs]
    if not plural or plural[-1].noun is None or not plural[-1].noun.is_named:
        return None
    after = [word.lower for word in found[plural[-1].last + 1 :]]
    before = {word.lower for word in found[max(plural[-1].first - 2, 0) : plural[-1].first + 1]}
    is_list = not after or after == [":"] or bool(_LISTS & set(after[:4]) and len(after) <= 8)  # noqa: PLR2004
    is_list = is_list or bool(before & (_NUMBERS | {"following", "these"}))
    if block.kind is BlockKind.HEADING:
        is_list = not after or after[0] == "of"
    return (plural[-1], plural[-1].name) if is_list else None


def _listed_body(block: Block, lead: Mention, glossary: Glossary, named: Named, *, may_be_any: bool) -> str | None:
    """The body that an item of a list gives: one that it names, or, where any text may name one, the item itself."""
    text = (block.cells[0] if block.kind is BlockKind.ROW else block.text).strip().rstrip(".;,")
    text = re.sub(r";? and$", "", _COUNTED.sub("", text, count=1)).strip()
    found = words(text)
    for mention in find_mentions(found, text, glossary.short_names):
        if not mention.points and not mention.is_plural and mention.first <= 1:
            is_whole = mention.last >= len(found) - 1
            return glossary.add(mention, named) if is_whole or block.kind is BlockKind.ITEM else None
    if not may_be_any:
        return None
    name = text.split(":")[0].strip()
    if not 0 < len(name.split()) <= _MOST_WORDS or not name[0].isupper() or "." in name:
        return None
    assert lead.noun is not None  # noqa: S101 - a plural has its noun
    return glossary.add_listed(name, lead.noun.kind, named)


def read_lines(document: DocumentText, glossary: Glossary) -> Iterator[Line]:
    """The sentences of a document in its order, with what their words mean."""
    context = Context(glossary, document.name, document_body=_document_body(document, glossary))
    sections: list[_Section] = []
    lead: Line | None = None
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            sections = [section for section in sections if section.level < block.level]
            body = _heading_body(block.text, glossary)
            if body is not None and context.document_body and not glossary.entries[body].is_named:
                body = None  # an organisation in a heading: what follows is of the body that the document is about
            sections.append(_Section(block.level, block.text, body))
            if body is not None:
                context.subject = []
        context.section_body = next((section.body for section in reversed(sections) if section.body), None)
        heading = sections[-1].text if sections else ""
        line = None
        row_body: list[str] = []
        for sentence in _sentences_of(block):
            line = _line(document, block, sentence, heading, context)
            if block.kind is BlockKind.ROW:
                if row_body:
                    line.own, line.subject = row_body, line.subject or row_body
                elif line.text == block.cells[0] and line.mentions and _is_whole(line):
                    row_body = list(line.keys[0])
            if block.kind is BlockKind.ITEM:
                line.lead = lead
                line.subject = line.subject or (lead.subject if lead is not None else [])
            yield line
        if line is not None and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            lead = line if line.text.rstrip().endswith(":") or block.kind is BlockKind.HEADING else None


def _is_whole(line: Line) -> bool:
    """Whether a cell is the name of a body, and nothing else."""
    mention = line.mentions[0]
    return len(line.keys[0]) == 1 and mention.first <= 1 and mention.last >= len(line.words) - 2 and not mention.belongs


def _line(document: DocumentText, block: Block, sentence: str, heading: str, context: Context) -> Line:
    found = words(sentence)
    mentions = find_mentions(found, sentence, context.glossary.short_names)
    line = Line(document.name, where_of(block, heading), sentence, block, found, mentions, heading=heading)
    line.own, line.document_body = context.own, context.document_body
    listed = context.glossary.sets.get(list_key(document, block), [])
    for mention in mentions:
        introduces = sentence.rstrip().endswith(":") or "following" in line.lower
        stands_for_list = mention.name == "each" or (mention.is_plural and (introduces or " " not in mention.name))
        keys = list(listed) if listed and stands_for_list else context.keys(mention)
        if block.kind is BlockKind.HEADING and mention.is_plural and not listed:
            keys = []  # `Committees of the Senate` says which follow, not which came before
        line.keys.append(keys)
        if keys and not mention.points:
            context.saw(keys)
    line.subject = _subject(line)
    if block.kind not in (BlockKind.ITEM, BlockKind.ROW) and line.subject:
        context.subject = line.subject
    return line


_BEFORE_SUBJECT = frozenset(
    "the a an this that our each every both work decisions and of it in addition to for purpose role membership following are there is "
    "remit aim members chair minutes quorum responsibilities functions duties".split()
)


def _subject(line: Line) -> list[str]:
    """The bodies of which a sentence speaks: its first mention, with nothing but small words before it."""
    if not line.mentions:
        return []
    first = line.mentions[0]
    before = line.lower[: first.first]
    if all(word in _BEFORE_SUBJECT or not word[0].isalpha() for word in before) or "," in before[-2:]:
        return _joined(line)
    # “The work is overseen by a Board which ...”: what follows speaks of the Board.
    for mention, keys in zip(line.mentions, line.keys, strict=True):
        is_agent = "by" in line.lower[max(mention.first - 2, 0) : mention.first]
        if (
            is_agent
            and keys
            and not mention.points
            and mention.noun is not None
            and mention.noun.is_named
            and not mention.belongs
        ):
            return list(keys)
    return []


def _joined(line: Line) -> list[str]:
    """The bodies of the first mention of a sentence, and of those that are joined to it."""
    found = list(line.keys[0])
    for before, after, keys in zip(line.mentions, line.mentions[1:], line.keys[1:], strict=False):
        between = set(line.lower[before.last + 1 : after.first])
        if before.belongs or not between or not between <= {"and", ",", "the", "&"}:
            break
        found += [key for key in keys if key not in found]
    return found


def _heading_body(text: str, glossary: Glossary) -> str | None:
    found = words(text)
    mentions = [one for one in find_mentions(found, text, glossary.short_names) if not one.is_plural]
    named = {one.first: key for one in mentions if (key := glossary.find(one.name)) is not None}
    if len(set(named.values())) < 2:  # noqa: PLR2004 - one, or none
        return next(iter(named.values()), None)
    governing = {key for key in named.values() if glossary.entries[key].is_named}
    if len(governing) == 1:
        return governing.pop()
    last = max(named)
    is_parted = found[last - 1].text in ("-", "–", ":", "—")  # `Wendle Health and Wellbeing Board - SEND Sub-Committee`
    return named[last] if is_parted else None


def _document_body(document: DocumentText, glossary: Glossary) -> str | None:
    """The body that a document is about: that of its title, or of its first heading, or of its first lines."""
    texts = [document.title or ""] + [block.text for block in document.blocks[:4] if block.kind is BlockKind.HEADING]
    for text in texts:
        body = _heading_body(text, glossary) if text else None
        if body is not None and glossary.entries[body].is_named:
            return body
    opening = " ".join(block.text for block in document.blocks[:3]).lower()
    if "terms of reference" in opening or "constitution" in opening:
        for block in document.blocks[:6]:
            body = _heading_body(block.text, glossary)
            if body is not None and glossary.entries[body].is_named:
                return body
    return None


def is_membership_heading(text: str) -> bool:
    """Whether a heading, or the words that introduce a list, say that those follow who sit on a body."""
    plain = " ".join(word.lower for word in words(text) if word.text[0].isalpha())
    known = words_of("seats", "headings")
    return plain in known or any(plain.endswith(" " + word) or plain.startswith(word + " ") for word in known)
