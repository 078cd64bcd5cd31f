"""What is shown once: findings of one rule with one remedy are one item, groups of people alike together."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from govgraph.findings.finding import Finding
from govgraph.findings.message import Bodies, Count, Message, Names, Part, People, Sentence, Themes
from govgraph.graph import Step
from govgraph.graph.kernels import grouped


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """Findings that are shown together, in their order.

    Args:
        findings: each of them; one at least.
        message: what is wrong, with all of their bodies and groups of people.
        fix: what to do, once for all.

    """

    findings: tuple[Finding, ...]
    message: Message
    fix: Message

    @classmethod
    def of(cls, finding: Finding) -> "Item":
        """A finding for itself."""
        return cls(findings=(finding,), message=finding.message, fix=finding.fix)

    @property
    def first(self) -> Finding:
        """The first of them: they share its code, weight, certainty and authority."""
        return self.findings[0]

    @property
    def bodies(self) -> tuple[str, ...]:
        """The ids of all bodies that they are about, each once."""
        return tuple(dict.fromkeys(body for finding in self.findings for body in finding.bodies))

    @property
    def constituencies(self) -> tuple[str, ...]:
        """The ids of all groups of people that they are about, each once."""
        groups = (finding.constituency for finding in self.findings)
        return tuple(dict.fromkeys(group for group in groups if group is not None))

    @property
    def witness(self) -> tuple[Step, ...]:
        """The evidence of all of them, as far as it is listed; a step as often as one of them has it."""
        steps = Counter[Step]()
        for finding in self.findings:
            steps |= Counter(finding.witness)
        return tuple(steps.elements())

    @property
    def unlisted_steps(self) -> int:
        """How many steps of evidence there are beyond those that are listed."""
        return sum(finding.witness_count - len(finding.witness) for finding in self.findings)


def items(findings: Iterable[Finding]) -> tuple[Item, ...]:
    """The findings as items, each where its first finding stands."""
    return tuple(_merged(_merged(_merged(map(Item.of, findings), People), Bodies), Themes))


def _merged(separate: Iterable[Item], kind: type[Names]) -> Iterator[Item]:
    """Items that are alike but for what one gap of this kind holds, made one."""
    for alike in grouped((_signature(item, kind), item) for item in separate).values():
        yield alike[0] if len(alike) == 1 else _merge(alike, kind)


def _signature(item: Item, kind: type[Names]) -> tuple[object, ...]:
    """What two items must share to be one: all their content, but for the gaps of the kind that are about the item."""
    first, subject = item.first, _subject(item, kind)
    content: list[object] = [item] if not subject else []
    for message in (_common(item.message), _common(item.fix)):
        content += [message.templates, *((name, _masked(part, kind, subject)) for name, part in message.parts)]
    about = [of_kind for other, of_kind in _SUBJECTS.items() if other is not kind]
    same = (first.code, first.severity, first.certainty, first.is_question, first.status, first.authority)
    return (*same, *(ids(item) for ids in about), *content)


def _subject(item: Item, kind: type[Names]) -> tuple[str, ...]:
    """The ids that a gap of the kind may hold to be merged: the body or bodies, the people that the item is about."""
    if kind is Bodies and any(len(finding.bodies) != 1 for finding in item.findings):
        return ()
    return _SUBJECTS[kind](item)


def _abouts(item: Item) -> tuple[str, ...]:
    """The ids of the themes, or of whatever else beside bodies and people, that the item is about."""
    return tuple(dict.fromkeys(finding.about for finding in item.findings if finding.about is not None))


_SUBJECTS: dict[type[Names], Callable[[Item], tuple[str, ...]]] = {
    Bodies: lambda item: item.bodies,
    People: lambda item: item.constituencies,
    Themes: _abouts,
}


def _masked(part: Part, kind: type[Names], subject: tuple[str, ...]) -> object:
    return "" if isinstance(part, kind) and part.ids == subject else part


def _merge(alike: list[Item], kind: type[Names]) -> Item:
    first, subject = alike[0], _subject(alike[0], kind)

    def merge(message: Message, others: list[Message]) -> Message:
        at = {id(part): number for number, (_, part) in enumerate(message.parts)}

        def change(_: str, part: Part) -> Part:
            if not isinstance(part, kind) or part.ids != subject:
                return part
            same = (other.parts[at[id(part)]][1] for other in others)
            return part.merged(names for names in same if isinstance(names, kind))

        return message.mapped(change)

    def merged(key: str) -> Message:
        return merge(_common(getattr(first, key)), [_common(getattr(item, key)) for item in alike[1:]])

    return Item(
        findings=tuple(finding for item in alike for finding in item.findings),
        message=merged("message") & _special(item.message for item in alike),
        fix=merged("fix").mapped(_each) & _special(item.fix for item in alike),
    )


SPECIAL = "only"
"""The gap of a sentence that holds of one body or group alone and names it: items that are alike else are one."""


def _common(message: Message) -> Message:
    """A message or a remedy without what holds of one body or group alone."""
    return Message(*(sentence for sentence in message.sentences if SPECIAL not in sentence.parts))


def _special(messages: Iterable[Message]) -> Message:
    """What holds of single bodies or groups in some messages or remedies; what is alike but for them is said once."""
    sentences = (sentence for message in messages for sentence in message.sentences if SPECIAL in sentence.parts)
    alike = grouped((_beside_special(sentence), sentence) for sentence in dict.fromkeys(sentences))
    return Message(*map(_as_one, alike.values()))


def _beside_special(sentence: Sentence) -> tuple[object, ...]:
    others = ((name, part) for name, part in sentence.parts.items() if name != SPECIAL)
    return (sentence.template, *sorted(others, key=lambda pair: pair[0]))


def _as_one(alike: list[Sentence]) -> Sentence:
    """Sentences that differ only in whom they hold of, as one of all of them."""
    first, *others = alike
    part, same = first.parts[SPECIAL], [sentence.parts[SPECIAL] for sentence in others]
    if isinstance(part, Names):
        part = part.merged(names for names in same if isinstance(names, Names))
    return replace(first, parts={**first.parts, SPECIAL: part})


def _each(_: str, part: Part) -> Part:
    """Very many bodies by their number alone, where the message beside it names them."""
    many = isinstance(part, Bodies) and part.count > _NAMED
    return Count(f"each of these {part.count:,} bodies", part.count) if many and isinstance(part, Bodies) else part


_NAMED = 7
"""So many bodies a remedy names."""
