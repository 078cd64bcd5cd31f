"""Each structure is built and judged once for a day and a view, whatever is made of it."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import govgraph
from govgraph.engine import Rule, running
from govgraph.formats import read, read_text
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure
from govgraph.render import markdown
from govgraph.rules import rulebook
from helpers import FIXTURES

MERGED = FIXTURES / "changes" / "boards-merged"
DATES = "".join(f", b{year}: {{name: B{year}, kind: board, from: {year}-05-01}}" for year in range(2020, 2024))
DATED = f"{{as_of: 2019-01-01, bodies: {{board: {{name: The Board, kind: board}}{DATES}}}}}"
ON_A_GRAPH = sum(rule.of.name == "GRAPH" for rule in rulebook())
ON_A_CHANGE = sum(rule.of.name == "CHANGE" for rule in rulebook())


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many graphs were built, and how many rules run."""
    counts: Counter[str] = Counter()
    build, run = GovernanceGraph.__init__, running.run

    def built(self: GovernanceGraph, *args: Any, **options: Any) -> None:
        counts["graphs"] += 1
        build(self, *args, **options)

    def ran(rule: Rule, *args: Any) -> running.Outcome:
        counts["rules"] += 1
        return run(rule, *args)

    monkeypatch.setattr(GovernanceGraph, "__init__", built)
    monkeypatch.setattr(running, "run", ran)
    return counts


def before() -> Structure:
    return read(str(MERGED / "before.yaml"))


def after() -> Structure:
    return read(str(MERGED / "after.yaml"))


@pytest.mark.parametrize(
    ("work", "days", "structures"),
    [
        pytest.param(lambda: govgraph.check(after()), 1, 1, id="check"),
        pytest.param(lambda: govgraph.check(after(), against=before()), 1, 2, id="check against"),
        pytest.param(lambda: markdown.render(govgraph.compare(before(), after())), 1, 2, id="markdown"),
        pytest.param(lambda: govgraph.compare(before(), after())._repr_html_(), 1, 2, id="notebook"),
        pytest.param(lambda: govgraph.paper(after(), against=before()).markdown(), 1, 2, id="paper"),
        pytest.param(lambda: govgraph.draw(read_text(DATED)).html(), 5, 1, id="page of five days"),
        pytest.param(
            lambda: govgraph.draw(read_text(DATED), against=read_text(DATED).without("b2020")).html(),
            5,
            2,
            id="page of five days, compared",
        ),
    ],
)
def test_each_structure_is_built_and_judged_once_a_day(
    work: Callable[[], object], days: int, structures: int, done: Counter[str]
) -> None:
    work()
    assert done["graphs"] == days * structures
    assert done["rules"] == days * (structures * ON_A_GRAPH + (structures - 1) * ON_A_CHANGE)
