"""GEXF: graphs of Gephi in its versions, as drafts."""

import io
from typing import Any

import networkx as nx
import pytest

from govgraph.importers import importer_for, importer_named
from importers.confirming import confirmed
from importers.importing import drafted, imported, notices, refusals

VERSIONS = ("http://www.gexf.net/1.1draft", "http://www.gexf.net/1.2draft", "http://gexf.net/1.3")


def gexf(inner: str, space: str = VERSIONS[1], kind: str = "directed", attributes: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><gexf xmlns="{space}" version="1.2">'
        f'<graph defaultedgetype="{kind}" mode="static">{attributes}{inner}</graph></gexf>'
    )


NODES = '<nodes><node id="0" label="SEND Board"/><node id="1" label="Schools Forum"/></nodes>'


@pytest.mark.parametrize("space", VERSIONS)
def test_each_version_is_a_draft(space: str) -> None:
    edges = '<edges><edge id="e" source="0" target="1" label="reports to"/></edges>'
    structure = imported("gexf", "map.gexf", gexf(NODES + edges, space))
    assert structure.bodies == {}
    assert drafted(structure) == [
        ("SEND Board", "is a", "board"),
        ("Schools Forum", "is a", "forum"),
        ("SEND Board", "reports to", "Schools Forum"),
    ]
    assert (structure.draft[2].where, structure.draft[2].says) == ("edge e", "reports to")
    assert [line.to for line in confirmed(structure).bodies["send-board"].reports_to] == ["schools-forum"]


def test_attributes_parents_and_edges_that_run_both_ways() -> None:
    attributes = (
        '<attributes class="node"><attribute id="k" title="Kind" type="string"/>'
        '<attribute id="c" title="budget" type="integer"/></attributes>'
    )
    nodes = (
        '<nodes><node id="0" label="The Hub"><attvalues><attvalue for="k" value="panel"/><attvalue for="c" value="3"/>'
        '</attvalues></node><node id="1" label="Cabinet" pid="0"/><node id="2"/></nodes>'
    )
    edges = '<edges><edge id="e" source="0" target="1" type="mutual"/><edge id="f" source="1" target="0"/></edges>'
    structure = imported("gexf", "a.gexf", gexf(nodes + edges, attributes=attributes))
    assert drafted(structure) == [
        ("The Hub", "is a", "panel"),
        ("Cabinet", "is a", None),
        ("2", "is a", None),
        ("The Hub", None, "Cabinet"),
        ("Cabinet", None, "The Hub"),
    ]
    assert "by an arrow with two heads" in str(structure.draft[3].question)
    assert structure.draft[4].question == "The graph shows Cabinet inside The Hub. How are they related, if they are?"
    assert "These attributes of nodes are left out: budget." in notices(structure)
    assert "These nodes have no name, and are called by their ids: 2." in notices(structure)


def test_edges_without_direction_are_lines() -> None:
    edges = '<edges><edge id="e" source="0" target="1" label="works with"/></edges>'
    rows = imported("gexf", "a.gexf", gexf(NODES + edges, kind="undirected")).draft
    assert (rows[2].what, rows[2].value) == ("works with", "Schools Forum")


def test_what_networkx_writes() -> None:
    network: nx.DiGraph[Any] = nx.DiGraph()
    network.add_node("a", label="Audit Committee", relation="x")
    network.add_edge("a", "b", relation="advises")
    held = io.BytesIO()
    nx.write_gexf(network, held)
    structure = imported("gexf", "a.gexf", held.getvalue())
    assert drafted(structure)[2:] == [("Audit Committee", "advises", "b")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<other/>", "This is not a GEXF file."),
        ("<gexf", "This is not sound XML"),
        ('<!DOCTYPE g [<!ENTITY a "b">]><gexf>&a;</gexf>', "The file has a document type (DTD)"),
        ('<!DOCTYPE g SYSTEM "http://localhost/x"><gexf/>', "The file has a document type (DTD)"),
        (f'<gexf xmlns="{VERSIONS[0]}"/>', "This GEXF has no graph that can be read."),
        (
            gexf('<edges><edge source="0" target="1" type="undirected"/></edges>'),
            "edges with a direction and edges without",
        ),
        (gexf(NODES, attributes='<attributes class="other"/>'), "This GEXF is damaged"),
        (gexf('<nodes><node id="0"><attvalues><attvalue for="x" value="1"/></attvalues></node></nodes>'), "damaged"),
        (gexf(""), "Nothing in the graph has a name, so there is nothing to draft."),
        (gexf("<nodes>" * 100), "nested more than 50 levels deep"),
    ],
)
def test_what_is_refused(content: str, sentence: str) -> None:
    (fault,) = refusals("gexf", "a.gexf", content)
    assert sentence in fault


def test_it_is_known_by_what_it_holds() -> None:
    assert importer_for("a.gexf", gexf(NODES).encode()) is importer_named("gexf")
    assert importer_for("a.gexf", b"<other/>") is None
