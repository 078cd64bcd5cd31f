"""What a finding says, as data: sentences with gaps, and the bodies, people, themes and numbers that fill them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal, Protocol, Self

from govgraph import language
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure

_GAP = re.compile(r"\{(\w+)\}(?=([.?])?)|\[(?:(\w+):)?([^\[\]|]*)\|([^\[\]|]*)\]")
"""A gap, `{body}`, with the sign after it that ends a sentence; or words that agree in number with one, `[is|are]`."""


@dataclass(frozen=True, slots=True)
class Part:
    """What fills a gap of a sentence: plain words."""

    words: str

    @property
    def several(self) -> bool:
        """Whether a verb that goes with it is plural."""
        return False

    def text(self, *, ends_sentence: bool) -> str:  # noqa: ARG002 - lists use it
        """How it reads in running text."""
        return self.words


@dataclass(frozen=True, slots=True)
class Field(Part):
    """A field of the file, by its key: `appointed_by`. Formats show it as the reader's file names it."""

    def text(self, *, ends_sentence: bool) -> str:  # noqa: ARG002 - as above
        """The key."""
        return f"`{self.words}`"


@dataclass(frozen=True, slots=True)
class Count(Part):
    """A number, with what is counted where that is given: `two seats`."""

    number: int = 0

    @property
    def several(self) -> bool:
        """Whether it is not one."""
        return self.number != 1


@dataclass(frozen=True, slots=True)
class Names(Part):
    """Things that have ids and names: what makes two messages alike but for what they are about."""

    words: str = ""
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    count: int = 0
    """How many there are, where the list is cut."""
    section: ClassVar[Literal["bodies", "constituencies", "themes"]] = "bodies"
    """The section of a structure that holds them."""

    @classmethod
    def of(cls, source: GovernanceGraph | Structure, ids: str | Sequence[str], total: int | None = None) -> Self:
        """Those of a graph or a structure that have these ids; `total` where the list is cut already."""
        keys, names = _named(getattr(_structure(source), cls.section), ids)
        return cls("", keys, names, len(keys) if total is None else total)

    @property
    def several(self) -> bool:
        """Whether there are several."""
        return self.count != 1

    def merged(self, others: Iterable["Names"]) -> "Names":
        """One with all that are in these, each once, in their order."""
        pairs = dict(zip(self.ids, self.names, strict=True))
        for other in others:
            pairs |= dict(zip(other.ids, other.names, strict=True))
        return replace(self, ids=tuple(pairs), names=tuple(pairs.values()), count=len(pairs))


@dataclass(frozen=True, slots=True)
class Bodies(Names):
    """Bodies of the structure, in the order in which they are listed."""

    stands_for_several: bool = False
    """Whether the only one is an entry that stands for several bodies."""

    @classmethod
    def of(cls, source: GovernanceGraph | Structure, ids: str | Sequence[str], total: int | None = None) -> Self:
        """Bodies of a graph or a structure; `total` where the list is cut already."""
        part = super(Bodies, cls).of(source, ids, total)
        known = _structure(source).bodies.get(part.ids[0]) if len(part.ids) == 1 else None
        return replace(part, stands_for_several=known is not None and known.several)

    @property
    def several(self) -> bool:
        """Whether there are several, or one entry that stands for several."""
        return self.count != 1 or self.stands_for_several

    def text(self, *, ends_sentence: bool) -> str:
        """`the Board`; `A, the Board and C`; of three or more that end the sentence, `three bodies: A, Board and C`."""
        if self.count >= _COUNTED and ends_sentence:
            return _listed(self, "bodies")
        return _listed(replace(self, names=tuple(map(language.with_the, self.names))), "")


@dataclass(frozen=True, slots=True)
class People(Names):
    """Groups of people who should be heard. A group is always many."""

    section: ClassVar[Literal["bodies", "constituencies", "themes"]] = "constituencies"

    @property
    def several(self) -> bool:
        """Always: `parent carers have`."""
        return True

    def text(self, *, ends_sentence: bool) -> str:  # noqa: ARG002 - as above
        """In small letters, as in running text: `parent carers and young people`."""
        return language.listed([language.lower_group(name) for name in self.names[: language.LISTED]], self.count)


@dataclass(frozen=True, slots=True)
class Themes(Names):
    """Weaknesses, priorities and concerns; their names may hold commas."""

    section: ClassVar[Literal["bodies", "constituencies", "themes"]] = "themes"

    def text(self, *, ends_sentence: bool) -> str:
        """In quotation marks: `“Exclusions”`; several that end the sentence as `three themes: ...`."""
        quoted = replace(self, names=tuple(f"“{name}”" for name in self.names))
        return quoted.names[0] if self.count == 1 else _listed(quoted, "themes" if ends_sentence else "")


def _listed(names: Names, noun: str) -> str:
    comma = not isinstance(names, Themes) and any(", " in name for name in names.names)
    text = language.listed(list(names.names[: language.LISTED]), names.count, between="; " if comma else ", ")
    counted = noun and names.count >= _COUNTED
    return f"{language.number_words(names.count)} {noun}: {text}" if counted else text


_COUNTED = 3
"""From so many on, a list that ends a sentence says how many there are."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with gaps, and what fills them.

    Args:
        template: `{people} [has|have] no seat on {body}.` Words in square brackets agree with the gap before them, or
            with the one that is named: `[body:it is|they are]`.
        parts: what fills each gap, by name.

    """

    template: str
    parts: Mapping[str, Part] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.template, tuple(sorted(self.parts.items(), key=lambda pair: pair[0]))))

    def text(self, show: Callable[[Part, str], str]) -> str:
        """The sentence; `show` gives each part, with its plain words, as a format shows it."""
        last: Part | None = None

        def fill(match: re.Match[str]) -> str:
            nonlocal last
            gap, stop, agrees, singular, plural = match.groups()
            if gap is not None:
                last = self.parts[gap]
                return show(last, last.text(ends_sentence=stop is not None))
            part = self.parts[agrees] if agrees else last
            return plural if part is not None and part.several else singular

        return language.capitalised(_GAP.sub(fill, self.template))


def _plain(_: Part, words: str) -> str:
    return words


class Message(str):
    """Running text, and the sentences that it is made of; empty where there are none. `&` puts two in a row."""

    sentences: tuple[Sentence, ...]

    def __new__(cls, *sentences: Sentence) -> "Message":
        """The message that these sentences make."""
        message = super().__new__(cls, " ".join(sentence.text(_plain) for sentence in sentences))
        message.sentences = sentences
        return message

    def __and__(self, other: "Message") -> "Message":
        return Message(*self.sentences, *other.sentences) if self and other else self or other

    def shown(self, show: Callable[[Part, str], str]) -> str:
        """The same text, where `show` gives each part, with its plain words, as a format shows it."""
        return " ".join(sentence.text(show) for sentence in self.sentences)

    @property
    def first(self) -> "Message":
        """The first sentence alone: what matters most."""
        return Message(*self.sentences[:1])

    @property
    def templates(self) -> tuple[str, ...]:
        """The sentences without what fills them."""
        return tuple(sentence.template for sentence in self.sentences)

    @property
    def parts(self) -> tuple[tuple[str, Part], ...]:
        """What fills the gaps of all sentences, each with the name of its gap."""
        return tuple(pair for sentence in self.sentences for pair in sentence.parts.items())

    def mapped(self, change: Callable[[str, Part], Part]) -> "Message":
        """The same sentences with other parts in their gaps."""
        return Message(
            *(
                Sentence(sentence.template, {name: change(name, part) for name, part in sentence.parts.items()})
                for sentence in self.sentences
            )
        )


NOTHING = Message()


def say(template: str, **parts: Part | str | int) -> Message:
    """One sentence as a message: `say("{people} [has|have] no seat on {body}.", people=..., body=...)`."""
    return Message(Sentence(template, {name: _as_part(part) for name, part in parts.items()}))


def message_of(text: str) -> Message:
    """A message as it is; a finished text, as rules of somebody's own may give it, is one sentence without gaps."""
    if isinstance(text, Message):
        return text
    return say("{text}", text=text) if text else NOTHING


def joined(messages: Iterable[Message]) -> Message:
    """One message of several."""
    return Message(*(sentence for message in messages for sentence in message.sentences))


def _as_part(part: Part | str | int) -> Part:
    if isinstance(part, int):
        return Count(language.number_words(part), part)
    return Part(part) if isinstance(part, str) else part


def counted(number: int, singular: str, plural: str = "") -> Count:
    """A number with its noun, `two seats`; words that agree with it may follow."""
    noun = singular if number == 1 else plural or f"{singular}s"
    return Count(f"{language.number_words(number)} {noun}", number)


class _Named(Protocol):
    @property
    def name(self) -> str: ...


def _named(entries: Mapping[str, _Named], ids: str | Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids, and the names of what they stand for; an id where the structure does not have it."""
    keys = (ids,) if isinstance(ids, str) else tuple(ids)
    return keys, tuple(entries[key].name if key in entries else key for key in keys)


def _structure(source: GovernanceGraph | Structure) -> Structure:
    return source if isinstance(source, Structure) else source.structure
