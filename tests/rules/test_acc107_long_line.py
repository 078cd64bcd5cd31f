"""ACC107: how many steps it takes to whoever stands at the end."""

import time
from itertools import pairwise
from typing import Any

from govgraph.graph import GovernanceGraph
from govgraph.model import Structure
from govgraph.rules.acc107_long_line import LongOptions, long_line
from helpers import bodies, findings, found, why_not_asked

NEVER_SILENT = "It counts the steps of stated lines; a line that stops short is told of by ACC101, and is no shorter."
TOP = "g -- accountable_to --> the electors\n"


def chain(*names: str) -> str:
    return "".join(f"{low} -- reports_to --> {high}\n" for low, high in pairwise(names))


def test_six_steps_are_too_many_and_five_are_not() -> None:
    (finding,) = findings("ACC107", TOP + chain(*"abcdefg"))
    assert (finding.bodies, finding.certainty, finding.severity) == (("a",), "stated", "note")
    assert finding.message == "A is six steps below G, where its shortest line ends. This check allows five steps."
    assert finding.fix == (
        "Ask the council whether every body between A and G adds something. If not, ask for A to report to a body "
        "further up."
    )
    assert (len(finding.witness), finding.witness_count) == (6, 6)
    assert found("ACC107", TOP + chain(*"bcdefg")) == []


def test_only_the_lower_end_is_told() -> None:
    assert bodies("ACC107", TOP + chain(*"tabcdefg")) == [("t",)]
    assert bodies("ACC107", TOP + chain(*"abcdefg") + chain("z", "b")) == [("a",), ("z",)]


def test_a_body_is_told_where_those_below_have_a_short_line_of_their_own() -> None:
    assert bodies("ACC107", TOP + chain(*"tabcdefg") + "t -- reports_to --> g") == [("a",)]


def test_the_shortest_line_counts() -> None:
    assert bodies("ACC107", TOP + chain(*"abcdefg") + "c -- part_of --> g") == []
    assert bodies("ACC107", TOP + chain(*"abcdefg") + "c -- part_of[until 2020-08-31] --> g") == [("a",)]
    assert bodies("ACC107", TOP + chain(*"abcdefg") + "c -- accountable_to --> the parents") == []


def test_a_line_that_stops_short_has_an_end_too() -> None:
    assert bodies("ACC107", chain(*"abcdefg")) == [("a",)]


def test_at_a_ring_that_leads_nowhere_the_line_ends() -> None:
    assert bodies("ACC107", chain(*"abcdefgf")) == []
    assert bodies("ACC107", chain(*"tabcdefgf")) == [("t",)]


def test_a_ring_at_the_lower_end_hides_nothing() -> None:
    assert bodies("ACC107", TOP + chain(*"tsabcdefg") + chain("s", "t")) == [("t",)]


def test_bodies_of_other_kinds_are_steps_and_are_not_told() -> None:
    assert bodies("ACC107", TOP + chain(*"abcdefg") + "c: organisation") == [("a",)]
    assert bodies("ACC107", TOP + chain("y", "x", *"abcdefg") + "x: service\ny: post\n") == [("a",)]


def test_how_many_are_too_many_can_be_set() -> None:
    (finding,) = findings("ACC107", chain(*"abc"), settings={"options": {"ACC107": {"most": 1}}})
    assert finding.bodies == ("a",)
    assert finding.message == "A is two steps below C, where its shortest line ends. This check allows one step."


def test_without_any_line_it_is_not_asked() -> None:
    assert why_not_asked("ACC107", "a -- advises --> b") == "The file shows no line of accountability."
    assert why_not_asked("ACC107", "a: service\na -- accountable_to --> all") == (
        "No board, committee or group is in place on this date and in this view."
    )


def long_chain(length: int) -> GovernanceGraph:
    stated: dict[str, Any] = {
        f"b{number:06}": {"name": f"Board {number:06}", "kind": "board", "reports_to": f"b{number + 1:06}"}
        for number in range(length)
    }
    stated[f"b{length:06}"] = {"name": "The top", "kind": "board", "accountable_to": "all"}
    graph = GovernanceGraph(Structure.model_validate({"bodies": stated}), "2020-09-01")
    assert graph.accountability.has_line("b000000")  # what all rules ask is found once, before
    return graph


def seconds(graph: GovernanceGraph) -> float:
    start = time.perf_counter()
    (hit,) = long_line.check(graph, LongOptions())
    assert hit.bodies == ("b000000",)
    return time.perf_counter() - start


def test_a_long_chain_is_told_once_and_costs_no_more_than_its_length() -> None:
    assert seconds(long_chain(20_000)) < 2
