"""What bodies are there for: who answers for which theme, and who decides what."""

from collections.abc import Iterable, Iterator

from govgraph import words
from govgraph.findings import Step
from govgraph.graph import GovernanceGraph
from govgraph.model import Body, relation_keys
from govgraph.paper.blocks import Block, Heading, Paragraph, table
from govgraph.paper.naming import SETTLED, Names, settled
from govgraph.words.plain import in_a_row

_NOBODY = "nobody stated"
_OPEN = "not stated"
_BLANK = "–"
_ACROSS = 5
"""So many bodies go side by side; more are told in further tables."""


def themes(graph: GovernanceGraph, names: Names) -> Iterator[Block]:
    """Who answers for each theme, and who monitors it, where themes are named."""
    named = graph.structure.themes
    if not named:
        return
    raised = any(theme.raised_by for theme in named.values())
    header = ["Theme", "Answers for it", "Monitors it", *(["Raised by"] if raised else [])]
    people = graph.structure.constituencies
    rows = []
    for key, theme in named.items():
        row = [theme.name, _whose(names, graph.owners(key)), _whose(names, graph.monitors(key))]
        if raised:
            row.append(in_a_row([people[who].name for who in theme.raised_by]) or _OPEN)
        rows.append(row)
    yield Heading(1, "Who answers for what")
    yield Paragraph(f"A theme is what somebody must answer for: a weakness, a priority or a concern. {_owned(graph)}")
    yield table(f"Themes, as of {words.day(graph.as_of)}", header, rows, "themes")
    yield from _coverage(graph, names)


def _coverage(graph: GovernanceGraph, names: Names) -> Iterator[Block]:
    """Themes down, bodies across: who answers, who leads, who monitors; nothing where neither is stated."""
    cells: dict[tuple[str, str], list[str]] = {}
    for theme in graph.structure.themes:
        for duty in graph.duties.there("responsible_for", theme):
            cells.setdefault((theme, duty.body), []).append("leads" if duty.stated.lead else "answers")
        for duty in graph.duties.there("monitors", theme):
            cells.setdefault((theme, duty.body), []).append("monitors")
    bodies = graph.in_order({body for _, body in cells})
    parts = [bodies[at : at + _ACROSS] for at in range(0, len(bodies), _ACROSS)]
    for number, across in enumerate(parts, 1):
        which = f" ({number} of {len(parts)})" if len(parts) > 1 else ""
        rows = [
            (theme.name, *(" and ".join(cells.get((key, body), [])) or _BLANK for body in across))
            for key, theme in graph.structure.themes.items()
        ]
        yield table(
            f"Which body answers for, or monitors, which theme{which}",
            ("Theme", *map(names.of, across)),
            rows,
            "themes",
        )


def _owned(graph: GovernanceGraph) -> str:
    """How many themes somebody answers for, and for how many only somebody who is not in place yet."""
    owners = [graph.owners(key) for key in graph.structure.themes]
    waiting = sum(bool(one) and all(_is_waiting(graph, step) for step in one) for one in owners)
    nobody, of = sum(not one for one in owners), len(owners)
    if nobody == of:
        return "For none of these is anybody stated to answer."
    told = f"For {nobody:,} of these {of:,}, nobody is stated to answer." if nobody else ""
    if waiting:
        who = "Whoever answers for" if nobody else "Somebody is stated to answer for each of these; for"
        told += f" {who} {waiting:,} of them {'is' if nobody else 'that is'} only proposed or agreed."
    return told.strip() or "For each of these, somebody is stated to answer."


def _is_waiting(graph: GovernanceGraph, step: Step) -> bool:
    return step.status not in SETTLED or graph.status(str(step.start)) not in SETTLED


def _whose(names: Names, steps: Iterable[Step]) -> str:
    told = []
    for one in steps:
        body = str(one.start)
        own = names.graph.status(body)
        told.append(names.of(body) + ("" if one.status is own else settled(one.status)))
    return in_a_row(list(dict.fromkeys(told))) or _NOBODY


def decisions(graph: GovernanceGraph, names: Names) -> Iterator[Block]:
    """The functions and decisions map: what each body does and decides, as far as any body states that."""
    bodies = list(
        graph.in_order({*graph.governance_bodies, *filter(lambda one: _states_some(graph.body(one)), graph.bodies)})
    )
    if not bodies:
        return
    columns = [
        ("Body", [names.of(body) for body in bodies]),
        ("What it does", [in_a_row([one.value for one in graph.body(body).does]) or _OPEN for body in bodies]),
        ("What it decides", ["; ".join(graph.body(body).decisions) or _OPEN for body in bodies]),
        ("Answers to", [_above(graph, names, body) for body in bodies]),
        ("Delegates to", [_tied(graph, names, body, "delegates_to") for body in bodies]),
        ("Quorum", [graph.body(body).quorum or "" for body in bodies]),
    ]
    always = ("Body", "What it does", "What it decides", "Answers to")
    columns = [(head, cells) for head, cells in columns if head in always or any(cells)]
    rows = zip(*([cell or _OPEN for cell in cells] for _, cells in columns), strict=True)
    yield Heading(1, "Who decides what, and who answers to whom")
    yield Paragraph(_silent(graph, names, bodies))
    caption = f"Functions and decisions, as of {words.day(graph.as_of)}"
    yield table(caption, [head for head, _ in columns], list(rows), "bodies")


def _states_some(body: Body) -> bool:
    return bool(body.decisions or body.does or body.quorum or body.delegates_to)


def _silent(graph: GovernanceGraph, names: Names, bodies: list[str]) -> str:
    """Of how many bodies of the table it is stated what they decide, and of which it is not."""
    silent = [body for body in bodies if not graph.body(body).decisions]
    if len(silent) == len(bodies):
        return "What they decide is stated for none of these bodies; the table tells what is stated beside that."
    if not silent:
        return "What it decides is stated for each of these bodies."
    told = f"What they decide is stated for {len(bodies) - len(silent):,} of these {len(bodies):,} bodies."
    return f"{told} It is not stated for {in_a_row([names.of(body) for body in silent])}."


def _above(graph: GovernanceGraph, names: Names, body: str) -> str:
    lines = [
        tied for key, mark in relation_keys().items() if mark.line for tied in [_tied(graph, names, body, key)] if tied
    ]
    lines += [leaving.to for leaving in graph.accountability.leaves_at(body)]
    if lines:
        return "; ".join(lines)
    return "nobody: the list is stated to be complete" if graph.lines_are_complete(body) else _OPEN


def _tied(graph: GovernanceGraph, names: Names, body: str, key: str) -> str:
    """The bodies to which one has ties of a kind, those less settled than it marked."""
    own = [tie for tie in graph.ties_of(body) if tie.body == body and tie.relation == key]
    told = []
    for tie in own:
        is_told = tie.status in (graph.status(body), graph.status(tie.to))
        told.append(names.of(tie.to) + ("" if is_told else settled(tie.status)))
    return in_a_row(list(dict.fromkeys(told)))
