"""The sentences of documents, each with its mentions, what they mean, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from govgraph.drafting.context import Context
from govgraph.drafting.glossary import Glossary
from govgraph.drafting.headings import COUNTED, document_body, heading_body, where_of
from govgraph.drafting.lexicon import words_of
from govgraph.drafting.lists import list_key
from govgraph.drafting.mentions import Mention
from govgraph.drafting.passages import Block, BlockKind, DocumentText
from govgraph.drafting.sentences import Word, sentences_of


@dataclass
class Line:
    """A sentence, or an item of a list, with all that its words mean."""

    document: str
    where: str
    text: str
    block: Block
    words: list[Word]
    mentions: list[Mention]
    heading: str = ""
    """The nearest heading above."""
    own: list[str] = field(default_factory=list)
    """The body of the section, or of the sentences before."""
    document_body: str | None = None
    """The body that the document is about."""
    keys: list[list[str]] = field(default_factory=list)
    """The bodies that each mention means."""
    subject: list[str] = field(default_factory=list)
    """The bodies of which it speaks."""
    lead: "Line | None" = None
    """The sentence that introduces the list in which this is an item."""

    @cached_property
    def inside(self) -> frozenset[int]:
        """The places of its words that are within names of bodies. `a sub-group` is no name."""
        return frozenset(
            place
            for mention in self.mentions
            if not (mention.points and mention.name[0].islower() and mention.determiner in ("a", "an", "", "another"))
            for place in range(mention.first, mention.last + 1)
        )

    @cached_property
    def begin(self) -> int:
        """The place of its first word after a number or a letter that counts it: `2.1`, `(a)`."""
        counted = COUNTED.match(self.text)
        return sum(word.end <= counted.end() for word in self.words) if counted is not None else 0

    @cached_property
    def lower(self) -> list[str]:
        """Its words in small letters."""
        return [word.lower for word in self.words]

    @cached_property
    def lower_but_may(self) -> list[str]:
        """The same without the month of May, which is no `may`."""
        return ["" if word.text == "May" and place else word.lower for place, word in enumerate(self.words)]

    @cached_property
    def mention_from(self) -> dict[int, int]:
        """The numbers of its mentions by the place of their first word."""
        return {mention.first: number for number, mention in enumerate(self.mentions)}

    @cached_property
    def mention_to(self) -> dict[int, int]:
        """The numbers of its mentions by the place of their last word."""
        return {mention.last: number for number, mention in enumerate(self.mentions)}

    @property
    def spoken_of(self) -> list[str]:
        """The bodies that are meant where it names none: of the words that introduce its list, else of its section."""
        return list(self.lead.subject if self.lead and self.lead.subject else self.own)

    def text_between(self, first: int, last: int) -> str:
        """Its text from a place up to another; to its end where that is -1."""
        until = last if last >= 0 else len(self.words)
        return self.text[self.words[first].start : self.words[until - 1].end] if first < until else ""

    def place_at(self, offset: int) -> int:
        """The place of its first word that begins at an offset of its text, or after it."""
        return sum(word.start < offset for word in self.words)

    def text_of(self, mention: Mention) -> str:
        """The text of a mention, with a short name in brackets that belongs to it."""
        return self.text[self.words[mention.first].start : self.words[mention.last].end]


@dataclass
class _Section:
    level: int
    text: str
    body: str | None


class _Reader:
    """Reads a document from its first block to its last, and keeps what the next sentence may lean on."""

    def __init__(self, document: DocumentText, glossary: Glossary) -> None:
        self.document, self.glossary = document, glossary
        self.context = Context(glossary, document.name, document_body=document_body(document, glossary))
        self.sections: list[_Section] = []
        self.lead: Line | None = None
        """The sentence that may introduce a list."""

    def read(self, block: Block) -> Iterator[Line]:
        """The sentences of the next block."""
        if block.kind is BlockKind.HEADING:
            self._open_section(block)
        self.context.section_body = next((one.body for one in reversed(self.sections) if one.body), None)
        if block.kind is BlockKind.ROW:
            yield from self._row(block)
            return
        line = None
        for sentence in sentences_of(block):
            line = self._line(block, sentence)
            if block.kind is BlockKind.ITEM:
                line.lead = self.lead
                line.subject = line.subject or (self.lead.subject if self.lead is not None else [])
            yield line
        if line is not None and block.kind is not BlockKind.ITEM:
            introduces = block.kind is BlockKind.HEADING or line.text.rstrip().endswith(":")
            self.lead = line if introduces else None

    def _open_section(self, block: Block) -> None:
        self.sections = [section for section in self.sections if section.level < block.level]
        body = heading_body(block.text, self.glossary)
        if body is not None and self.context.document_body and not self.glossary.entries[body].is_named:
            body = None  # an organisation in a heading: what follows is of the body that the document is about
        self.sections.append(_Section(block.level, block.text, body))
        if body is not None:
            self.context.subject = []

    def _row(self, block: Block) -> Iterator[Line]:
        """The cells of a row; those behind the name of a body are said of it."""
        row_body: list[str] = []
        for cell in sentences_of(block):
            line = self._line(block, cell)
            if row_body:
                line.own, line.subject = row_body, line.subject or row_body
            elif line.text == block.cells[0] and line.mentions and _is_whole(line):
                row_body = list(line.keys[0])
            yield line

    def _line(self, block: Block, sentence: str) -> Line:
        """A sentence with what its words mean; the context then knows what it has named."""
        context, heading = self.context, self.sections[-1].text if self.sections else ""
        read = self.glossary.reader.read(sentence)
        line = Line(
            self.document.name,
            where_of(block, heading),
            sentence,
            block,
            read.words,
            read.mentions,
            heading=heading,
            own=context.own,
            document_body=context.document_body,
        )
        listed = self.glossary.sets.get(list_key(self.document, block), [])
        for mention in line.mentions:
            keys = self._keys(mention, line, listed)
            line.keys.append(keys)
            if keys and not mention.points:
                context.saw(keys)
        line.subject = _subject(line)
        if block.kind not in (BlockKind.ITEM, BlockKind.ROW) and line.subject:
            context.subject = line.subject
        return line

    def _keys(self, mention: Mention, line: Line, listed: list[str]) -> list[str]:
        """The bodies that a mention means: those that its block lists, where it stands for these."""
        if listed:
            introduces = line.text.rstrip().endswith(":") or "following" in line.lower
            if mention.name == "each" or (mention.is_plural and (introduces or " " not in mention.name)):
                return list(listed)
        elif line.block.kind is BlockKind.HEADING and mention.is_plural:
            return []  # `Committees of the Senate` says which follow, not which came before
        return self.context.keys(mention)


def read_lines(document: DocumentText, glossary: Glossary) -> Iterator[Line]:
    """The sentences of a document in its order, with what their words mean."""
    reader = _Reader(document, glossary)
    for block in document.blocks:
        yield from reader.read(block)


def _is_whole(line: Line) -> bool:
    """Whether a cell is the name of a body, and nothing else."""
    mention = line.mentions[0]
    return len(line.keys[0]) == 1 and mention.first <= 1 and mention.last >= len(line.words) - 2 and not mention.belongs


def _subject(line: Line) -> list[str]:
    """The bodies of which a sentence speaks: its first mention, with nothing but small words before it."""
    if not line.mentions:
        return []
    before = line.lower[: line.mentions[0].first]
    small = words_of("wording", "before_subjects")
    if all(word in small or not word[0].isalpha() for word in before) or "," in before[-2:]:
        return _joined(line)
    # “The work is overseen by a Board which ...”: what follows speaks of the Board.
    for mention, keys in zip(line.mentions, line.keys, strict=True):
        is_agent = "by" in line.lower[max(mention.first - 2, 0) : mention.first]
        is_name = mention.noun is not None and mention.noun.is_named and not (mention.points or mention.belongs)
        if is_agent and is_name and keys:
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
