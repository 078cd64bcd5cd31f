"""What the board is asked to do: the remedies, each once."""

from collections.abc import Iterator

from govgraph import words
from govgraph.paper.blocks import Block, Bullets, Heading, Item, Paragraph
from govgraph.paper.found import RECORD, Found, Group, by_weight, family_of, of_the_record

_MOST_ASKS = 30


def asked(found: Found) -> Iterator[Block]:
    """The remedies, each once, heaviest first: what is for the board, then what is for whoever keeps the file."""
    groups = by_weight([one for one in found.groups if not of_the_record(family_of(one.finding))])
    board = [one for one in groups if not _is_for_the_keeper(one)]
    if board:
        yield Heading(1, "What we ask the board to do")
        yield from _requests(found, board)
    keeper = [one for one in groups if _is_for_the_keeper(one)]
    if keeper:
        yield Heading(2 if board else 1, "For whoever keeps the file")
        yield from _requests(found, keeper)


def _is_for_the_keeper(group: Group) -> bool:
    """Whether a remedy is done in the file: about its record, or a group of people that it no longer names."""
    finding = group.finding
    return family_of(finding) == RECORD or (not finding.bodies and finding.constituency is not None)


def _requests(found: Found, groups: list[Group]) -> Iterator[Block]:
    requests = _of_the_same_bodies([_ask(found, one) for one in _together(groups)])
    yield Bullets(tuple(requests[:_MOST_ASKS]))
    rest = len(requests) - _MOST_ASKS
    if rest > 0:
        yield Paragraph(f"and {words.many(rest, 'more request')} of no more weight than these.")


def _together(groups: list[Group]) -> list[list[Group]]:
    """Groups with the very same remedy are one request."""
    same: dict[str, list[Group]] = {}
    for one in groups:
        same.setdefault(one.fix if len(one.findings) == 1 else f"{one.fix}{one.first}", []).append(one)
    return list(same.values())


def _of_the_same_bodies(requests: list[Item]) -> list[Item]:
    """What is asked about the very same bodies stands together, so that they are named once."""
    found: list[Item] = []
    for one in requests:
        at = next((place for place, other in enumerate(found) if one.lead and other.lead == one.lead), None)
        if at is None:
            found.append(one)
        else:
            found[at] = Item(f"{found[at].text} {one.text[:1].upper()}{one.text[1:]}", one.lead)
    return found


def _ask(found: Found, groups: list[Group]) -> Item:
    first = groups[0]
    which = found.reference(number for one in groups for number in one.numbers)
    if len(first.findings) == 1:
        who = first.finding.constituency and found.report.constituency_name(first.finding.constituency)
        lead = f"{who}:" if who and not first.finding.bodies and who not in first.fix else ""
        return Item(f"{first.fix} ({which})", lead)
    return Item(f"{first.fix[:1].lower()}{first.fix[1:]} ({which})", lead=f"{found.names(first)}:")
