"""What bodies are there for: who answers for which theme, and who decides what."""

from collections.abc import Iterable, Iterator

from govgraph import words
from govgraph.findings import Step
from govgraph.graph import GovernanceGraph
from govgraph.model import Body, Status, relation_keys
from govgraph.paper.blocks import Block, Heading, Paragraph, table
from govgraph.words.plain import in_a_row

_NOBODY = "nobody stated"
_OPEN = "not stated"
_SETTLED = (Status.IN_PLACE, Status.UNDER_REVIEW)


def themes(graph: GovernanceGraph) -> Iterator[Block]:
    """Who answers for each theme, and who monitors it, where themes are named."""
    named = graph.structure.themes
    if not named:
        return
    raised = any(theme.raised_by for theme in named.values())
    header = ["Theme", "Answers for it", "Monitors it", *(["Raised by"] if raised else [])]
    people = graph.structure.constituencies
    rows = []
    for key, theme in named.items():
        row = [theme.name, _whose(graph, graph.owners(key)), _whose(graph, graph.monitors(key))]
        if raised:
            row.append(in_a_row([people[who].name for who in theme.raised_by]) or _OPEN)
        rows.append(row)
    yield Heading(1, "Who answers for what")
    yield Paragraph(
        "A theme is what somebody must answer for: a weakness, a priority or a concern. "
        f"{_owned(sum(bool(graph.owners(key)) for key in named), len(named))}"
    )
    yield table(f"Themes, as of {words.day(graph.as_of)}", header, rows, "themes")


def _owned(owned: int, of: int) -> str:
    if owned == of:
        return "For each of these, somebody is stated to answer."
    if not owned:
        return "For none of these is anybody stated to answer."
    return f"For {of - owned:,} of these {of:,}, nobody is stated to answer."


def _whose(graph: GovernanceGraph, steps: Iterable[Step]) -> str:
    told = [f"{graph.name(str(one.start))}{_settled(one.status)}" for one in steps]
    return in_a_row(list(dict.fromkeys(told))) or _NOBODY


def _settled(status: Status) -> str:
    return "" if status in _SETTLED else f" ({status.words})"


def decisions(graph: GovernanceGraph) -> Iterator[Block]:
    """The functions and decisions map: what each body does and decides, as far as any body states that."""
    bodies = [body for body in graph.bodies if _states_some(graph.body(body))]
    if not bodies:
        return
    columns = [
        ("Body", [graph.name(body) for body in bodies]),
        ("What it does", [in_a_row([one.value for one in graph.body(body).does]) or _OPEN for body in bodies]),
        ("What it decides", ["; ".join(graph.body(body).decisions) or _OPEN for body in bodies]),
        ("Answers to", [_above(graph, body) for body in bodies]),
        ("Delegates to", [_tied(graph, body, "delegates_to") for body in bodies]),
        ("Quorum", [graph.body(body).quorum or "" for body in bodies]),
    ]
    always = ("Body", "What it does", "What it decides", "Answers to")
    columns = [(head, cells) for head, cells in columns if head in always or any(cells)]
    rows = zip(*([cell or _OPEN for cell in cells] for _, cells in columns), strict=True)
    yield Heading(1, "Who decides what")
    yield Paragraph(_silent(graph, bodies))
    caption = f"Functions and decisions, as of {words.day(graph.as_of)}"
    yield table(caption, [head for head, _ in columns], list(rows), "bodies")


def _states_some(body: Body) -> bool:
    return bool(body.decisions or body.does or body.quorum or body.delegates_to)


def _silent(graph: GovernanceGraph, bodies: list[str]) -> str:
    """What the table cannot tell: which governance bodies leave out what they decide, or all of it."""
    governing = graph.governance_bodies
    silent = [body for body in governing if not graph.body(body).decisions]
    missing = [body for body in governing if not _states_some(graph.body(body))]
    of = words.many(len(bodies), "body", "bodies")
    told = f"Of {of} it is stated what {'it does' if len(bodies) == 1 else 'they do'}, or how something is decided."
    if len(silent) == len(governing):
        told += " Of none is it stated what it decides."
    elif silent:
        told += f" What they decide is not stated of {in_a_row([graph.name(body) for body in silent])}."
    if missing:
        told += f" Nothing of the kind is stated of {in_a_row([graph.name(body) for body in missing])}."
    return told


def _above(graph: GovernanceGraph, body: str) -> str:
    lines = [tied for key, mark in relation_keys().items() if mark.line for tied in [_tied(graph, body, key)] if tied]
    lines += [leaving.to for leaving in graph.accountability.leaves_at(body)]
    if lines:
        return "; ".join(lines)
    return "nobody: the list is stated to be complete" if graph.lines_are_complete(body) else _OPEN


def _tied(graph: GovernanceGraph, body: str, key: str) -> str:
    """The bodies to which one has ties of a kind, those less settled than it marked."""
    own = [tie for tie in graph.ties_of(body) if tie.body == body and tie.relation == key]
    told = [graph.name(tie.to) + ("" if tie.status is graph.status(body) else _settled(tie.status)) for tie in own]
    return in_a_row(list(dict.fromkeys(told)))
