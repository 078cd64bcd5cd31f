"""Mermaid flowcharts: as people write them, as govgraph draws them, and within Markdown."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govgraph
from chance import examples
from govgraph.graph import GovernanceGraph
from govgraph.importers import importer_for, importer_named
from govgraph.importers.reading import import_document
from govgraph.model import relation_keys
from govgraph.render import mermaid
from importers.confirming import confirmed
from importers.importing import drafted, imported, notices, refusals
from structures import everything


def rows(*lines: str) -> list[tuple[Any, ...]]:
    return drafted(imported("mermaid", "a.mmd", "\n".join(("flowchart TD", *lines))))


def ties(*lines: str) -> list[tuple[Any, ...]]:
    return [row for row in rows(*lines) if row[1] != "is a"]


def test_a_flowchart_states_nothing() -> None:
    structure = imported("mermaid", "map.mmd", "graph LR\n  A[SEND Board] -->|reports to| B(Schools Forum)\n")
    assert structure.bodies == {}
    assert drafted(structure) == [
        ("SEND Board", "is a", "board"),
        ("Schools Forum", "is a", "forum"),
        ("SEND Board", "reports to", "Schools Forum"),
    ]
    assert (structure.draft[2].says, structure.draft[2].where) == ("reports to", "line 2")
    assert [line.to for line in confirmed(structure).bodies["send-board"].reports_to] == ["schools-forum"]


@pytest.mark.parametrize(
    "written",
    [
        *("A[Audit Board]", "A(Audit Board)", "A([Audit Board])", "A[[Audit Board]]", "A[(Audit Board)]"),
        *("A((Audit Board))", "A(((Audit Board)))", "A>Audit Board]", "A{Audit Board}", "A{{Audit Board}}"),
        *("A[/Audit Board/]", "A[\\Audit Board\\]", "A[/Audit Board\\]", "A[\\Audit Board/]", 'A["Audit Board"]'),
        *('A["Audit<br/>Board"]', 'A["`Audit **Board**`"]', "A[Audit Board]:::green"),
        *('A@{ shape: rect, label: "Audit Board" }', "A@{label: 'Audit Board'}", 'A["Audit\nBoard"]'),
        *('A["#65;udit Board"]', "A[<b>Audit</b> Board]", "A\n  A[Audit Board]", "A[Old]; A[Audit Board];"),
    ],
)
def test_shapes_and_their_texts(written: str) -> None:
    assert rows(written) == [("Audit Board", "is a", "board")]


@pytest.mark.parametrize(
    ("link", "what"),
    [
        *(("-->|advises|", "advises"), ("-- advises -->", "advises"), ("--advises-->", "advises")),
        *(("-. advises .->", "advises"), ("-.->|advises|", "advises"), ("== advises ==>", "advises")),
        *(("==>|advises|", "advises"), ('-- "advises" -->', "advises"), ("---->|advises|", "advises")),
        *(("-->", None), ("---", None), ("-.->", None), ("-..-", None), ("===", None), ("--o", None), ("--x", None)),
        *(("<-->", None), ("---|works with|", "works with"), ("-- works with ---", "works with")),
        *(
            ("e1@-->|advises|", "advises"),
            ("---|advises|", None),
            ("<-->|advises|", None),
            ("-->|sends minutes|", None),
        ),
    ],
)
def test_links_and_their_labels(link: str, what: str | None) -> None:
    assert ties(f"A[Audit Board] {link} B[Cabinet]") == [("Audit Board", what, "Cabinet")]
    if not link.startswith("e1"):  # which would be part of the name before it
        assert ties(f"Audit{link}Cabinet") == [("Audit", what, "Cabinet")]


def test_chains_and_groups_of_nodes() -> None:
    assert ties("A-->B-->C") == [("A", None, "B"), ("B", None, "C")]
    assert ties("A & B --> C & D") == [("A", None, "C"), ("A", None, "D"), ("B", None, "C"), ("B", None, "D")]
    assert ties("A ~~~ B") == []


def test_what_says_how_it_looks_is_passed_over() -> None:
    text = (
        "---\ntitle: Our map\n---\n%%{init: {'theme': 'dark'}}%%\ngraph TB;\n%% a comment --> here\n"
        "A-->B;B-->C %% another\nclassDef red fill:#f00,stroke:#333;\nclass A,B red\nstyle C fill:#fff\n"
        'linkStyle 0 stroke:red\nclick A "https://example.org" _blank\naccTitle: x\naccDescr { a\n b }\ndirection LR\n'
    )
    structure = imported("mermaid", "a.mermaid", text)
    assert drafted(structure)[3:] == [("A", None, "B"), ("B", None, "C")]
    assert structure.draft[0].where == "line 7"


def test_what_lies_in_a_subgraph_is_a_question() -> None:
    structure = imported(
        "mermaid",
        "a.mmd",
        "flowchart TD\nsubgraph one [Children's Trust]\n direction LR\n A[SEND Board]\n subgraph two\n"
        '  B[Quality Panel]\n end\n subgraph " "\n  C[Finance Committee]\n end\nend\none -->|reports to| D[Cabinet]\n',
    )
    assert [(row.body, row.value) for row in structure.draft if row.what is None] == [
        ("SEND Board", "Children's Trust"),
        ("two", "Children's Trust"),
        ("Quality Panel", "two"),
        ("Finance Committee", "Children's Trust"),
    ]
    assert ("Children's Trust", "reports to", "Cabinet") in drafted(structure)


def test_flowcharts_within_markdown() -> None:
    text = "# Map\n\n```mermaid\nflowchart TD\n A[SEND Board] --> B[Cabinet]\n```\n\n~~~mermaid\npie\n~~~\n"
    assert importer_for("map.md", text.encode()) is importer_named("mermaid")
    assert importer_for("map.md", b"# Map\n\n```python\n```\n") is None
    structure = imported("mermaid", "map.md", text)
    assert [(row.body, row.where) for row in structure.draft] == [
        *(("SEND Board", "line 5"), ("Cabinet", "line 5"), ("SEND Board", "line 5"))
    ]
    assert "govgraph reads only Mermaid's flowcharts. Left out: pie." in notices(structure)


def test_what_is_no_flowchart_is_refused_with_each_line() -> None:
    text = "flowchart TD\n A --> B\n A ???\n ==> C\n A -->\n"
    assert refusals("mermaid", "a.mmd", text) == [
        "a.mmd:3:1: This is not part of a flowchart: 'A ???'.",
        "a.mmd:4:1: This is not part of a flowchart: '==> C'.",
        "a.mmd:5:1: This is not part of a flowchart: 'A -->'.",
    ]
    (fault,) = refusals("mermaid", "a.mmd", "sequenceDiagram\n A->>B: hi\n")
    assert fault == "a.mmd: govgraph reads only Mermaid's flowcharts (graph, flowchart), and this is 'sequenceDiagram'."
    (fault,) = refusals("mermaid", "a.mmd", "flowchart TD\n")
    assert "Nothing in the drawing has a name" in fault


@pytest.mark.parametrize(
    "text",
    [
        *("A" + "[" * 50_000, "A -- " + "x" * 50_000, "A " + "-" * 100_000, "subgraph " * 20_000, 'A["' * 20_000),
        *("A -. " * 20_000, "A==" * 20_000, "A-- x" * 20_000, "A & " * 3_000 + "A --> " + "A & " * 3_000 + "A"),
    ],
)
def test_long_lines_do_not_take_long(text: str) -> None:
    document = import_document("a.mmd", f"graph TD\n{text}".encode(), importer_named("mermaid"))
    assert all("its importer failed" not in fault.message for fault in document.faults)


@given(st.text(alphabet="AB[](){}<>-=.|&\"';:#%~ \nxo@`subgraphend", max_size=60))
@examples(500)
def test_any_text_is_read_or_refused(text: str) -> None:
    document = import_document("a.mmd", f"graph TD\n{text}".encode(), importer_named("mermaid"))
    assert all("its importer failed" not in fault.message for fault in document.faults)


@given(everything)
@examples(150)
def test_what_govgraph_draws_comes_back_as_a_draft(data: dict[str, Any]) -> None:
    structure = govgraph.read_text(json.dumps(data))
    graph = GovernanceGraph(structure)
    drawn = mermaid.draw(graph, graph.bodies, {})
    if drawn is None:
        return
    again = imported("mermaid", "a.mmd", drawn)
    kinds = {row.body: row.value for row in again.draft if row.what == "is a"}
    assert kinds == {graph.name(body): graph.body(body).kind.words for body in graph.bodies}
    between = {
        (row.body, row.value) for row in again.draft if row.what not in ("is a", "Status", "is a group of people")
    }
    for tie in graph.ties:
        ends = graph.name(tie.body), graph.name(tie.to)
        if tie.relation != "replaces" and tie.body != tie.to:
            assert ends in between
    for row in again.draft:
        if row.what in {words.words for words in relation_keys().values()}:
            assert any(
                (graph.name(tie.body), graph.name(tie.to), relation_keys()[tie.relation].words)
                == (row.body, row.value, row.what)
                for tie in graph.ties
            )
