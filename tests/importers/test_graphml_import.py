"""GraphML: what govgraph wrote comes back whole, and other graphs are drafts, whatever their programs call things."""

import io
import json
from typing import Any

import networkx as nx
import pytest
from hypothesis import given

import govgraph
from chance import examples
from govgraph.exporters import exporters
from govgraph.formats.structure_files import build_structure
from govgraph.importers import importer_for, importer_named
from govgraph.importers.reading import import_document
from govgraph.model import Structure
from helpers import FIXTURES
from importers.importing import drafted, imported, notices, refusals
from structures import everything


def written(structure: Structure, *, with_names: bool = True) -> bytes:
    content = exporters()["graphml"].render(structure, with_names).content
    assert isinstance(content, bytes)
    return content


def through(structure: Structure) -> Structure:
    return build_structure([import_document("x.graphml", written(structure), importer_named("graphml"))])


@given(everything)
@examples(200)
def test_a_structure_comes_back_whole(data: dict[str, Any]) -> None:
    structure = govgraph.read_text(json.dumps(data))
    again = through(structure)
    assert again.model_dump() == structure.model_dump()
    assert list(again.bodies) == list(structure.bodies)


def test_the_fixtures_come_back_whole() -> None:
    found = [path for path in sorted(FIXTURES.glob("**/*.yaml")) if "refused" not in path.parts]
    assert found
    for path in found:
        structure = govgraph.read(path)
        assert through(structure).model_dump() == structure.model_dump()


def test_texts_of_every_make_come_back() -> None:
    texts = ["two\nlines", "a; b", "[1]", '"quoted"', "{x}", "<&>", " spaces ", "tab\tin", "x\r\ny", "true", "12", "é"]
    bodies = {
        f"b{number}": {"name": text, "kind": "board", "other_names": [text, "x"], "purpose": text, "note": text}
        for number, text in enumerate(texts)
    }
    structure = govgraph.read_text(json.dumps({"bodies": bodies}))
    assert through(structure).model_dump() == structure.model_dump()


def test_names_of_people_are_left_out_where_asked() -> None:
    text = "bodies: {b: {name: Board, kind: board, seats: [{person: Ada Example, role: chair}]}}"
    structure = govgraph.read_text(text)
    assert b"Ada Example" in written(structure)
    assert b"Ada Example" not in written(structure, with_names=False)


def test_a_draft_has_no_place() -> None:
    structure = govgraph.read_text(
        "{bodies: {b: {name: B, kind: board}}, draft: [{body: C, what: is a, value: board}]}"
    )
    exported = exporters()["graphml"].render(structure, True)
    assert exported.notices == ("1 unconfirmed proposal is left out: GraphML has no place for a draft.",)


def test_what_somebody_broke_in_it_is_refused() -> None:
    structure = govgraph.read_text(
        "bodies: {b: {name: B, kind: board, other_names: [x, y], reports_to: b2}, b2: {name: C, kind: board}}"
    )
    content = written(structure).decode()
    (fault,) = refusals("graphml", "x.graphml", content.replace('["x", "y"]', '["x", '))
    assert "was changed, and cannot be read any more" in fault
    (fault,) = refusals("graphml", "x.graphml", content.replace('source="b"', 'source="nobody"'))
    assert "An edge of this GraphML begins or ends at 'nobody', which is not a body in it." in fault
    (fault,) = refusals("graphml", "x.graphml", content.replace(">reports_to<", ">reports_two<"))
    assert "reports_two" in fault


def graph(network: "nx.Graph[Any]") -> bytes:
    held = io.BytesIO()
    nx.write_graphml_xml(network, held)
    return held.getvalue()


def test_another_graph_is_a_draft() -> None:
    network: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    network.add_node(1, label="SEND Board", kind="committee", colour="red")
    network.add_node(2, Name="Cabinet")
    network.add_node(3)
    network.add_edge(1, 2, label="reports to", weight=2.0)
    network.add_edge(1, 2)
    network.add_edge(2, 3, relation="blesses")
    network.add_edge(3, 3)
    structure = imported("graphml", "map.graphml", graph(network))
    assert structure.bodies == {}
    assert drafted(structure) == [
        ("SEND Board", "is a", "committee"),
        ("Cabinet", "is a", None),
        ("3", "is a", None),
        ("SEND Board", "reports to", "Cabinet"),
        ("SEND Board", None, "Cabinet"),
        ("Cabinet", None, "3"),
    ]
    assert structure.draft[5].question == (
        "The graph has an arrow from Cabinet to 3, labelled 'blesses'. How are they related?"
    )
    assert notices(structure)[:4] == [
        "These attributes of nodes are left out: colour.",
        "These attributes of edges are left out: weight.",
        "These nodes have no name, and are called by their ids: 3.",
        "1 connector joins a body to itself and is left out.",
    ]


def test_an_edge_without_direction_is_a_line() -> None:
    network: nx.Graph[Any] = nx.Graph()
    network.add_edge("Audit Board", "Cabinet", label="reports to")
    row = imported("graphml", "a.graphml", graph(network)).draft[2]
    assert (row.what, row.says) == (None, "reports to")
    assert "by a line, labelled 'reports to'" in str(row.question)


YED = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
<graph edgedefault="directed" id="G">
<node id="n0"><data key="d6"><y:ShapeNode><y:NodeLabel>SEND
Board</y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data></node>
<node id="n1" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode>
<y:NodeLabel>County Council</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
<graph edgedefault="directed" id="n1:"><node id="n1::n0"><port name="x"/><data key="d6"><y:ShapeNode>
<y:NodeLabel>Cabinet</y:NodeLabel></y:ShapeNode></data></node></graph></node>
<edge id="e0" source="n0" target="n1::n0"><data key="d10"><y:PolyLineEdge><y:Arrows source="none" target="standard"/>
<y:EdgeLabel>reports to</y:EdgeLabel></y:PolyLineEdge></data></edge>
<edge id="e1" source="n0" target="n1"><data key="d10"><y:PolyLineEdge><y:Arrows source="none" target="none"/>
</y:PolyLineEdge></data></edge>
</graph></graphml>"""


def test_a_drawing_of_yed() -> None:
    structure = imported("graphml", "a.graphml", YED)
    assert drafted(structure) == [
        ("SEND Board", "is a", "board"),
        ("County Council", "is a", "organisation"),
        ("Cabinet", "is a", None),
        ("SEND Board", "reports to", "Cabinet"),
        ("SEND Board", None, "County Council"),
        ("Cabinet", None, "County Council"),
    ]
    assert (
        structure.draft[4].question == "The graph joins SEND Board and County Council by a line. How are they related?"
    )
    assert structure.draft[5].question == (
        "The graph shows Cabinet inside County Council. How are they related, if they are?"
    )
    assert "Ports of nodes are left out." in notices(structure)


HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<other/>", "This is not a GraphML file."),
        (HEAD, "This is not sound XML (no element found)."),
        ('<!DOCTYPE g [<!ENTITY a "b">]>' + HEAD + "&a;</graphml>", "The file has a document type (DTD)"),
        ('<!DOCTYPE g SYSTEM "http://localhost/x">' + HEAD + "</graphml>", "The file has a document type (DTD)"),
        (HEAD + "</graphml>", "This GraphML has no graph that can be read."),
        (HEAD + "<graph><node id='a'><data key='x'>1</data></node></graph></graphml>", "This GraphML is damaged"),
        (
            HEAD
            + "<key id='k' for='node' attr.name='n' attr.type='int'/><graph><node id='a'><data key='k'>x</data></node>"
            "</graph></graphml>",
            "This GraphML is damaged",
        ),
        (HEAD + "<graph><hyperedge/></graph></graphml>", "edges with more than two ends (hyperedges)"),
        (
            HEAD + "<graph edgedefault='directed'><edge source='a' target='b' directed='false'/></graph></graphml>",
            "edges with a direction and edges without one",
        ),
        (HEAD + "<graph/></graphml>", "Nothing in the graph has a name, so there is nothing to draft."),
    ],
)
def test_what_is_refused(content: str, sentence: str) -> None:
    (fault,) = refusals("graphml", "a.graphml", content)
    assert sentence in fault


def test_it_is_known_by_what_it_holds() -> None:
    for name in ("a.graphml", "a.xml"):
        assert importer_for(name, YED.encode()) is importer_named("graphml")
    assert importer_for("a.graphml", b"<other/>") is None
