"""What is said once: findings of one rule with one remedy are one item, groups of people alike together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govgraph.findings.finding import Finding
from govgraph.findings.message import Bodies, Message, Names, Part, People
from govgraph.graph.kernels import grouped


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """Findings that are told together, in their order.

    Args:
        findings: each of them; one at least.
        message: what is wrong, with all of their bodies and groups of people.
        fix: what to do, once for all.

    """

    findings: tuple[Finding, ...]
    message: Message
    fix: Message

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
        return tuple(dict.fromkeys(one.constituency for one in self.findings if one.constituency is not None))


def items(findings: Iterable[Finding]) -> tuple[Item, ...]:
    """The findings as items, each where its first finding stands."""
    found = [Item(findings=(finding,), message=finding.message, fix=finding.fix) for finding in findings]
    return tuple(_merged(_merged(found, People), Bodies))


def _merged(found: Iterable[Item], kind: type[Names]) -> Iterator[Item]:
    """Items that are alike but for what one gap of this kind holds, made one."""
    for alike in grouped((_signature(item, kind), item) for item in found).values():
        yield alike[0] if len(alike) == 1 else _one(alike, kind)


def _signature(item: Item, kind: type[Names]) -> tuple[object, ...]:
    """What two items must share to be one: all that they say, but for the gaps of the kind that are about the item."""
    first, subject = item.first, _subject(item, kind)
    said: list[object] = [item] if not subject else []
    for message in (item.message, item.fix):
        said += [message.templates, *((name, _but(part, kind, subject)) for name, part in message.parts)]
    about = item.constituencies if kind is Bodies else item.bodies
    same = (first.code, first.severity, first.certainty, first.is_question, first.status, first.about, first.authority)
    return (*same, about, *said)


def _subject(item: Item, kind: type[Names]) -> tuple[str, ...]:
    """The ids that a gap of the kind may hold to be merged: the body or bodies, the people that the item is about."""
    if kind is People:
        return item.constituencies
    return item.bodies if all(len(finding.bodies) == 1 for finding in item.findings) else ()


def _but(part: Part, kind: type[Names], subject: tuple[str, ...]) -> object:
    return "" if isinstance(part, kind) and part.ids == subject else part


def _one(alike: list[Item], kind: type[Names]) -> Item:
    first, subject = alike[0], _subject(alike[0], kind)

    def merge(message: Message, others: list[Message]) -> Message:
        at = {id(part): number for number, (_, part) in enumerate(message.parts)}

        def change(_: str, part: Part) -> Part:
            if not isinstance(part, kind) or part.ids != subject:
                return part
            same = (other.parts[at[id(part)]][1] for other in others)
            return part.merged(one for one in same if isinstance(one, kind))

        return message.mapped(change)

    return Item(
        findings=tuple(finding for item in alike for finding in item.findings),
        message=merge(first.message, [item.message for item in alike[1:]]),
        fix=merge(first.fix, [item.fix for item in alike[1:]]),
    )
