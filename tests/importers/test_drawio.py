"""draw.io: shapes and connectors as people draw them, all of it a draft, and what cannot be taken told."""

import base64
import zlib
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from govgraph.formats.structure_files import build_structure
from govgraph.importers import importer_for, importer_named
from govgraph.importers.reading import import_document
from importers.confirming import confirmed
from importers.importing import drafted, imported, notices, refusals

SHAPE = "rounded=0;whiteSpace=wrap;html=1;"
ARROW = "endArrow=classic;html=1;"


def shape(key: str, label: str, style: str = SHAPE, parent: str = "1", box: str = "0 0 120 60") -> str:
    x, y, width, height = box.split()
    geometry = f'<mxGeometry x="{x}" y="{y}" width="{width}" height="{height}" as="geometry"/>'
    return f'<mxCell id="{key}" value="{label}" style="{style}" vertex="1" parent="{parent}">{geometry}</mxCell>'


def arrow(key: str, start: str, end: str, label: str = "", style: str = ARROW, points: str = "") -> str:
    ends = "".join(f' {name}="{value}"' for name, value in (("source", start), ("target", end)) if value)
    geometry = f'<mxGeometry relative="1" as="geometry">{points}</mxGeometry>'
    return f'<mxCell id="{key}" value="{label}" style="{style}" edge="1" parent="1"{ends}>{geometry}</mxCell>'


def model(*cells: str) -> str:
    return f'<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>{"".join(cells)}</root></mxGraphModel>'


def page(inner: str, name: str = "Overview") -> str:
    return f'<diagram id="x" name="{name}">{inner}</diagram>'


def packed(inner: str) -> str:
    deflated = zlib.compressobj(wbits=-15)
    data = deflated.compress(quote(inner, safe="~()*!.'").encode()) + deflated.flush()
    return base64.b64encode(data).decode()


def file_of(*pages: str) -> str:
    return f'<mxfile host="app.diagrams.net">{"".join(pages)}</mxfile>'


BOARDS = (shape("a", "SEND Board"), shape("b", "Schools Forum"))


def drawing(*cells: str) -> str:
    return file_of(page(model(*cells)))


def test_a_drawing_states_nothing() -> None:
    structure = imported("drawio", "map.drawio", drawing(*BOARDS, arrow("c", "a", "b", "reports to")))
    assert structure.bodies == {}
    assert drafted(structure) == [
        ("SEND Board", "is a", "board"),
        ("Schools Forum", "is a", "forum"),
        ("SEND Board", "reports to", "Schools Forum"),
    ]
    row = structure.draft[-1]
    assert (row.says, row.document, row.where) == ("reports to", "map.drawio", "page Overview")
    assert row.proposal == "The SEND Board reports to the Schools Forum."


def test_a_connector_without_a_label_is_a_question() -> None:
    (row,) = imported("drawio", "map.drawio", drawing(*BOARDS, arrow("c", "a", "b"))).draft[2:]
    assert (row.body, row.what, row.value, row.says) == ("SEND Board", None, "Schools Forum", None)
    assert row.question == "The drawing has an arrow from SEND Board to Schools Forum. How are they related?"


@pytest.mark.parametrize(
    ("style", "label", "body", "what", "question"),
    [
        (
            "endArrow=classic",
            "sends minutes to",
            "SEND Board",
            None,
            "has an arrow from SEND Board to Schools Forum, lab",
        ),
        ("endArrow=none", "", "SEND Board", None, "joins SEND Board and Schools Forum by a line."),
        ("endArrow=none", "works with", "SEND Board", "works with", None),
        ("endArrow=none", "reports to", "SEND Board", None, "by a line, labelled 'reports to'."),
        ("endArrow=none;startArrow=block", "reports to", "Schools Forum", "reports to", None),
        ("startArrow=classic;endArrow=classic", "reports to", "SEND Board", None, "by an arrow with two heads"),
        ("", "answers to", "SEND Board", "reports to", None),
        ("", "scrutinises", "Schools Forum", "is scrutinised by", None),
        ("", "has no seat for", "SEND Board", None, "labelled 'has no seat for'"),
        ("", "jointly reports to", "SEND Board", None, "labelled 'jointly reports to'"),
        ("", "is responsible for", "SEND Board", None, "labelled 'is responsible for'"),
    ],
)
def test_what_a_connector_is_taken_for(style: str, label: str, body: str, what: str | None, question: str) -> None:
    row = imported("drawio", "a.drawio", drawing(*BOARDS, arrow("c", "a", "b", label, f"html=1;{style}"))).draft[2]
    assert (row.body, row.what) == (body, what)
    assert (question or "") in (row.question or "")
    assert (row.question is None) == (question is None)


def test_labels_of_connectors_that_are_cells_of_their_own() -> None:
    label = '<mxCell id="l" value="is part of" style="edgeLabel;html=1" vertex="1" connectable="0" parent="c"/>'
    structure = imported("drawio", "a.drawio", drawing(*BOARDS, arrow("c", "a", "b"), label))
    assert drafted(structure)[2:] == [("SEND Board", "is part of", "Schools Forum")]


@pytest.mark.parametrize(
    ("label", "name", "kind", "also"),
    [
        ("&lt;b&gt;Health and&lt;br&gt;Wellbeing Board&lt;/b&gt;", "Health and Wellbeing Board", "board", None),
        ("Health and Wellbeing Board (HWB)", "Health and Wellbeing Board", "board", "HWB"),
        ("Panel (SEND)", "Panel (SEND)", "panel", None),
        (
            "&lt;div&gt;Quality&amp;nbsp;Group&lt;/div&gt;&lt;div&gt;Chair: A&lt;/div&gt;",
            "Quality Group",
            "working group",
            None,
        ),
        ("Director of Children&amp;#39;s Services", "Director of Children's Services", "post", None),
        ("Board&lt;br&gt;of Governors", "Board of Governors", "board", None),
        ("Task and Finish Group", "Task and Finish Group", "task and finish group", None),
        ("Cabinet", "Cabinet", None, None),
    ],
)
def test_the_name_in_a_shape(label: str, name: str, kind: str | None, also: str | None) -> None:
    rows = imported("drawio", "a.drawio", drawing(shape("a", label))).draft
    assert (rows[0].body, rows[0].what, rows[0].value) == (name, "is a", kind)
    assert [row.value for row in rows[1:]] == ([also] if also else [])
    assert bool(rows[0].question) == (kind is None or "Chair" in label)


def test_a_label_without_html_is_taken_as_it_stands() -> None:
    rows = imported("drawio", "a.drawio", drawing(shape("a", "Board &lt;old&gt;", "rounded=0;"))).draft
    assert rows[0].body == "Board <old>"


def test_labels_of_objects_with_placeholders() -> None:
    held = (
        '<UserObject id="a" label="%area% Partnership" placeholders="1" area="Wendle">'
        '<mxCell style="html=1;" vertex="1" parent="1"/></UserObject>'
        '<object id="b" label="Audit Committee"><mxCell style="html=1;" vertex="1" parent="1"/></object>'
    )
    structure = imported("drawio", "a.drawio", drawing(held, arrow("c", "a", "b", "advises")))
    assert drafted(structure) == [
        ("Wendle Partnership", "is a", "partnership"),
        ("Audit Committee", "is a", "committee"),
        ("Wendle Partnership", "advises", "Audit Committee"),
    ]


def test_several_pages_packed_or_not() -> None:
    first, second = (
        model(*BOARDS, arrow("c", "a", "b")),
        model(shape("a", "Schools Forum"), shape("b", "Audit Committee")),
    )
    structure = imported("drawio", "a.drawio", file_of(page(packed(first)), page(second, "Detail")))
    assert [row.body for row in structure.draft] == ["SEND Board", "Schools Forum", "Audit Committee", "SEND Board"]
    forum = structure.draft[1]
    assert forum.where == "page Overview; page Detail"
    assert forum.question == "2 shapes say 'Schools Forum'. Are they the same body?"


def test_what_lies_in_a_container_is_a_question() -> None:
    inside = shape("x", "Quality Panel", parent="a")
    deep = '<mxCell id="g" style="group" vertex="1" parent="a"/>' + shape("y", "Finance Committee", parent="g")
    structure = imported("drawio", "a.drawio", drawing(shape("a", "SEND Board", "swimlane;html=1;"), inside, deep))
    assert [(row.body, row.value, row.question) for row in structure.draft if row.what is None] == [
        (inner, "SEND Board", f"The drawing shows {inner} inside SEND Board. How are they related, if they are?")
        for inner in ("Quality Panel", "Finance Committee")
    ]


def test_a_connector_to_a_group_is_one_to_the_only_text_in_it() -> None:
    group = '<mxCell id="g" style="group" vertex="1" parent="1"/>' + shape("a", "SEND Board", parent="g")
    structure = imported(
        "drawio", "a.drawio", drawing(group, shape("b", "Cabinet"), arrow("c", "g", "b", "reports to"))
    )
    assert drafted(structure)[2:] == [("SEND Board", "reports to", "Cabinet")]


def test_connectors_that_are_not_attached_are_named() -> None:
    points = '<mxPoint x="10" y="305" as="targetPoint"/>'
    cells = (
        shape("a", "SEND Board"),
        shape("b", "Cabinet", box="0 300 120 60"),
        shape("i", "", "shape=image;"),
        arrow("c", "a", "", points=points),
        arrow("d", "a", "i", "see"),
    )
    structure = imported("drawio", "a.drawio", drawing(*cells))
    assert len(structure.draft) == 2
    assert (
        "On page Overview, 2 connectors do not join two shapes with text, so left out: from SEND Board to a "
        "point near Cabinet; and 'see' from SEND Board to a shape without text. In draw.io, drag each end onto its "
        "shape until it lights up, and save." in notices(structure)
    )


def test_titles_notes_and_hidden_shapes_are_left_out_and_named() -> None:
    hidden = '<mxCell id="h" value="Old" style="" parent="0" visible="0"/>' + shape("x", "Former Board", parent="h")
    note = shape("n", "This shows how we think that it works, but nobody has agreed to any of it yet. " * 3)
    title = shape("t", "Governance 2026", "text;html=1;")
    structure = imported("drawio", "a.drawio", drawing(*BOARDS, hidden, note, title))
    assert [row.body for row in structure.draft] == ["SEND Board", "Schools Forum"]
    said = " ".join(notices(structure))
    assert "1 text beside the shapes is left out: 'Governance 2026'." in said
    assert "2 hidden shapes are left out." in said
    assert "1 shape with a long text looks like a note and is left out: 'This shows how we think" in said


def test_groups_of_people_are_proposed_as_such() -> None:
    cells = (
        shape("a", "SEND Board"),
        shape("p", "Parent carers"),
        arrow("c", "p", "a"),
        arrow("d", "a", "p", "consults"),
    )
    structure = imported("drawio", "a.drawio", drawing(*cells))
    assert drafted(structure)[1:] == [
        ("Parent carers", "is a group of people", None),
        ("SEND Board", None, "Parent carers"),
        ("SEND Board", "consults", "Parent carers"),
    ]
    assert str(structure.draft[2].question).endswith("Do Parent carers take part in SEND Board, and how?")


def test_characters_that_cannot_be_seen_are_left_out() -> None:
    structure = imported("drawio", "a.drawio", drawing(shape("a", "SEND\u200b Board\u202e")))
    assert structure.draft[0].body == "SEND Board"
    assert any("1 text holds characters that cannot be seen" in notice for notice in notices(structure))


def test_a_confirmed_draft_is_the_structure() -> None:
    content = drawing(
        *BOARDS, shape("p", "Parent carers"), arrow("c", "a", "b", "reports to"), arrow("d", "a", "p", "consults")
    )
    structure = imported("drawio", "a.drawio", content)
    assert all(row.proposal for row in structure.draft)
    again = confirmed(structure)
    assert [line.to for line in again.bodies["send-board"].reports_to] == ["schools-forum"]
    assert [part.constituency for part in again.bodies["send-board"].consulted] == ["parent-carers"]
    assert again.bodies["schools-forum"].kind == "forum"


def test_it_is_known_by_what_it_holds() -> None:
    for name in ("a.drawio", "A.XML"):
        found = importer_for(name, drawing(*BOARDS).encode())
        assert found is not None
        assert found.name == "draw.io's drawings"
    assert importer_for("a.xml", b"<other/>") is None


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (file_of(), "Nothing in the drawing has a name, so there is nothing to draft."),
        (drawing(shape("a", "")), "Nothing in the drawing has a name, so there is nothing to draft."),
        ("<mxfile><diagram>", "This is not sound XML (no element found)."),
        ('<!DOCTYPE m [<!ENTITY a "b">]><mxfile>&a;</mxfile>', "The file has a document type (DTD)"),
        ('<!DOCTYPE m SYSTEM "http://localhost/x"><mxfile/>', "The file has a document type (DTD)"),
        (file_of(page("%%%")), "The page 'Overview' is damaged: open the drawing in draw.io, and save it again."),
        (file_of(page(packed(model())[:-8])), "The page 'Overview' is damaged"),
        (file_of(page(packed('<!DOCTYPE m [<!ENTITY a "b">]><mxGraphModel/>'))), "The file has a document type (DTD)"),
        ("<mxfile>" + "<a>" * 200, "The file is nested more than 50 levels deep."),
    ],
)
def test_what_is_refused(content: str, sentence: str) -> None:
    (fault,) = refusals("drawio", "a.drawio", content)
    assert sentence in fault


def test_a_page_that_unpacks_without_end_is_refused() -> None:
    deflated = zlib.compressobj(wbits=-15)
    data = deflated.compress(b"<mxGraphModel>" + b" " * 120_000_000) + deflated.flush()
    (fault,) = refusals("drawio", "a.drawio", file_of(page(base64.b64encode(data).decode())))
    assert "Unpacked, the drawing is larger than 100 MB; it is not read." in fault


def test_a_large_drawing_is_read_whole() -> None:
    number = 2_000
    cells = [shape(f"s{place}", f"Body {place} Board") for place in range(number)]
    cells += [arrow(f"e{place}", f"s{place}", f"s{place // 2}", "reports to") for place in range(1, number)]
    assert len(imported("drawio", "a.drawio", drawing(*cells)).draft) == 2 * number - 1


TEXTS = ("SEND Board", "Cabinet", "Parent carers", "", "&lt;br&gt;", "x" * 130, "Audit Board (AB)", "a: b", "&amp;lt;")
LABELS = ("", "reports to", "consults", "has no seat for", "is responsible for", "jointly reports to", "works with")
keys = st.sampled_from("abcdg10")
shapes = st.builds(
    shape, keys, st.sampled_from(TEXTS), st.sampled_from([SHAPE, "text;html=1", "group", "rounded"]), keys
)
arrows = st.builds(
    arrow, st.sampled_from("efg"), keys, keys, st.sampled_from(LABELS), st.sampled_from([ARROW, "endArrow=none", ""])
)


@given(st.lists(st.one_of(shapes, arrows), max_size=8))
@examples(400)
def test_any_drawing_is_a_draft_or_refused(cells: list[str]) -> None:
    document = import_document("a.drawio", drawing(*cells).encode(), importer_named("drawio"))
    assert all("its importer failed" not in fault.message for fault in document.faults)
    if not document.broken:
        structure = build_structure([document], may_be_draft=True)
        assert structure.bodies == {}
        assert structure.constituencies == {}
        assert all(row.confirmed is None and row.proposal for row in structure.draft)
        assert {row.what for row in structure.draft} <= {None, *WHAT}
        assert all(row.question or row.value or row.what in WHAT[-2:] for row in structure.draft)


WHAT = (
    *("is a", "is also called", "reports to", "consults", "is responsible for", "works with"),
    *("is a group of people", "is a theme"),
)
