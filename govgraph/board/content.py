"""What stands in a paper, section by section, and what the board is asked to do: the remedies, each once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govgraph import language
from govgraph.board.appendix import appendix
from govgraph.board.blocks import Block, Bullets, Heading, Item, Paragraph, change_texts, one_line
from govgraph.board.changes_section import changes_section
from govgraph.board.findings_section import (
    RECORD,
    FindingGroup,
    PaperFindings,
    by_weight,
    findings_section,
    is_about_waivers,
)
from govgraph.board.paper import Paper
from govgraph.board.scope import choices_of, scope_section
from govgraph.board.structure_section import (
    decisions_section,
    diagram_section,
    members_by_name,
    participation_section,
    seats_section,
    themes_section,
)
from govgraph.board.summary import summary
from govgraph.board.wording import BodyNames
from govgraph.engine import Run
from govgraph.graph import GovernanceGraph
from govgraph.model.faults import input_error
from govgraph.model.scalars import quoted
from govgraph.policy import Settings
from govgraph.render import statements

if TYPE_CHECKING:
    from govgraph.diagram.drawing import Drawing

_MOST_REQUESTS = 30


def recommendations_section(found: PaperFindings) -> Iterator[Block]:
    """The remedies, each once, heaviest first: what is for the board, then what is for whoever keeps the file."""
    groups = by_weight([group for group in found.groups if not is_about_waivers(group.family)])
    board = [group for group in groups if not _is_for_the_keeper(group)]
    if board:
        yield Heading(1, "What we ask the board to do")
        yield from _requests(found, board)
    keeper = [group for group in groups if _is_for_the_keeper(group)]
    if keeper:
        yield Heading(2 if board else 1, "For whoever keeps the file")
        yield from _requests(found, keeper)


def _is_for_the_keeper(group: FindingGroup) -> bool:
    """Whether a remedy is done in the file: about its record, or a group of people that it no longer names."""
    finding = group.finding
    return group.family == RECORD or (not finding.bodies and finding.constituency is not None)


def _requests(found: PaperFindings, groups: list[FindingGroup]) -> Iterator[Block]:
    """A request for each remedy; those about the very same bodies stand together, so that these are named once."""
    same_fix: dict[str, list[FindingGroup]] = {}
    for group in groups:
        same_fix.setdefault(group.fix if len(group.findings) == 1 else f"{group.fix}{group.first}", []).append(group)
    requests: dict[str | int, Item] = {}
    for number, alike in enumerate(same_fix.values()):
        request = _recommendation(found, alike)
        key = request.lead or number
        text = f"{requests[key].text} {language.capitalised(request.text)}" if key in requests else request.text
        requests[key] = Item(text, request.lead)
    yield Bullets(tuple(requests.values())[:_MOST_REQUESTS])
    rest = len(requests) - _MOST_REQUESTS
    if rest > 0:
        yield Paragraph(f"and {language.plural(rest, 'more request')} of no more weight than these.")


def _recommendation(found: PaperFindings, groups: list[FindingGroup]) -> Item:
    first = groups[0]
    which = found.reference(number for group in groups for number in group.numbers)
    if len(first.findings) == 1:
        who = first.finding.constituency and found.report.constituency_name(first.finding.constituency)
        lead = f"{who}:" if who and not first.finding.bodies and who not in first.fix else ""
        return Item(f"{first.fix} ({which})", lead)
    return Item(f"{first.fix[:1].lower()}{first.fix[1:]} ({which})", lead=f"{found.body_list(first)}:")


MOST_LETTERS = 1_000_000
"""About 400 pages. To set twenty times as many as a PDF takes gigabytes of memory."""


def paper_of(report: Run, drawing: "Drawing", settings: Settings, *, with_names: bool = False) -> Paper:
    """The paper on one report, with its drawing; names of people only where `with_names` asks for them.

    Raises InputError for more text than anybody reads.
    """
    graph = drawing.frames.main.after
    blocks = tuple(
        change_texts(block, one_line) for block in _blocks(report, graph, drawing, settings, with_names=with_names)
    )
    paper = Paper(
        title=one_line(statements.title(report.structure)),
        subtitle="A paper for the board: what was found, and what it is asked to do. "
        f"As of {language.day(report.as_of)}.",
        day=report.as_of,
        blocks=blocks,
    )
    letters = sum(map(len, paper.texts))
    if letters > MOST_LETTERS:
        bodies = report.structure.bodies.values()
        longest = max((text for body in bodies for text in (body.name, body.note or "")), key=len, default="")
        raise input_error(
            f"This paper would have {letters:,} letters; {MOST_LETTERS:,} are the most. Shorten long names and notes. "
            f"The longest has {len(longest):,} letters: {quoted(longest)}."
        )
    return paper


def _blocks(
    report: Run, graph: GovernanceGraph, drawing: "Drawing", settings: Settings, *, with_names: bool
) -> Iterator[Block]:
    found = PaperFindings(report, None, BodyNames(report, graph), choices_of(report, graph, settings))
    yield from scope_section(report, found.choices)
    yield from summary(found, graph)
    yield from changes_section(found)
    yield from recommendations_section(found)
    yield from findings_section(found)
    yield from participation_section(graph, found.body_names)
    yield from seats_section(graph, found.body_names)
    if with_names:
        yield from members_by_name(graph)
    yield from themes_section(graph, found.body_names)
    yield from decisions_section(graph, found.body_names)
    yield from diagram_section(graph, drawing, found.body_names)
    yield from appendix(found, graph)
