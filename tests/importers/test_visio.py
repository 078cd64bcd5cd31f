"""Visio: shapes, groups and connectors of every page, all of it a draft; archives that would do harm are refused."""

import io
import zipfile
from pathlib import Path

import pytest
import vsdx

from govgraph.importers import importer_for
from importers.confirming import confirmed
from importers.importing import drafted, imported, notices, refusals

MAIN = "http://schemas.microsoft.com/office/visio/2012/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONNECTOR = '<Cell N="BeginX" V="1"/><Cell N="BeginY" V="1"/><Cell N="EndX" V="2"/><Cell N="EndY" V="2"/>'


def shape(key: int, text: str, inner: str = "", kind: str = "Shape") -> str:
    words = f'<Text><cp IX="0"/>{text}\n</Text>' if text else ""
    return f'<Shape ID="{key}" NameU="Rectangle.{key}" Type="{kind}"><Cell N="PinX" V="1"/>{inner}{words}</Shape>'


def connector(key: int, text: str = "", arrow: str = '<Cell N="EndArrow" V="4"/>') -> str:
    return shape(key, text, CONNECTOR + arrow)


def glue(key: int, start: int | None, end: int | None) -> str:
    ends = (("BeginX", start), ("EndX", end))
    return "".join(
        f'<Connect FromSheet="{key}" FromCell="{cell}" FromPart="9" ToSheet="{other}" ToCell="PinX" ToPart="3"/>'
        for cell, other in ends
        if other is not None
    )


def page(*shapes: str, connects: str = "") -> str:
    held = f"<Connects>{connects}</Connects>" if connects else ""
    return f'<PageContents xmlns="{MAIN}" xmlns:r="{RELATIONS}"><Shapes>{"".join(shapes)}</Shapes>{held}</PageContents>'


def visio(
    *pages: str, names: tuple[str, ...] = ("Overview", "Detail"), background: int = -1, more: bytes = b""
) -> bytes:
    listed = "".join(
        f'<Page ID="{number}" NameU="{name}" Name="{name}" Background="{int(number == background)}">'
        f'<Rel r:id="rId{number}"/></Page>'
        for number, (name, _) in enumerate(zip(names, pages, strict=False))
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/page" Target="page{number}.xml"/>'
        for number, _ in enumerate(pages)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "visio/document.xml": f'<VisioDocument xmlns="{MAIN}"/>',
        "visio/pages/pages.xml": f'<Pages xmlns="{MAIN}" xmlns:r="{RELATIONS}">{listed}</Pages>',
        "visio/pages/_rels/pages.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        **{f"visio/pages/page{number}.xml": text for number, text in enumerate(pages)},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        if more:
            archive.writestr("visio/masters/masters.xml", more)
    return packed.getvalue()


BOARDS = (shape(1, "SEND Board"), shape(2, "Schools Forum"))


def test_a_drawing_states_nothing() -> None:
    drawing = visio(page(*BOARDS, connector(3, "reports to"), connects=glue(3, 1, 2)))
    structure = imported("visio", "map.vsdx", drawing)
    assert structure.bodies == {}
    assert drafted(structure) == [
        ("SEND Board", "is a", "board"),
        ("Schools Forum", "is a", "forum"),
        ("SEND Board", "reports to", "Schools Forum"),
    ]
    assert (structure.draft[2].says, structure.draft[2].where) == ("reports to", "page Overview")
    assert [line.to for line in confirmed(structure).bodies["send-board"].reports_to] == ["schools-forum"]


@pytest.mark.parametrize(
    ("arrow", "words"),
    [
        ('<Cell N="EndArrow" V="4"/>', "The drawing has an arrow from SEND Board to Schools Forum."),
        (
            '<Cell N="BeginArrow" V="4"/><Cell N="EndArrow" V="0"/>',
            "The drawing has an arrow from Schools Forum to SEND",
        ),
        ('<Cell N="BeginArrow" V="4"/><Cell N="EndArrow" V="4"/>', "by an arrow with two heads."),
        (
            '<Cell N="BeginArrow" V="0"/><Cell N="EndArrow" V="0"/>',
            "The drawing joins SEND Board and Schools Forum by a line",
        ),
        ("", "The drawing joins SEND Board and Schools Forum by a connector."),
    ],
)
def test_connectors_without_a_label_are_questions(arrow: str, words: str) -> None:
    drawing = visio(page(*BOARDS, connector(3, "", arrow), connects=glue(3, 1, 2)))
    row = imported("visio", "a.vsdx", drawing).draft[2]
    assert row.what is None
    assert words in str(row.question)


def test_a_label_on_a_connector_of_unknown_direction_is_a_question() -> None:
    drawing = visio(page(*BOARDS, connector(3, "reports to", ""), connects=glue(3, 1, 2)))
    row = imported("visio", "a.vsdx", drawing).draft[2]
    assert (row.what, row.says) == (None, "reports to")


def test_groups_and_several_pages() -> None:
    inner = f"<Shapes>{shape(11, 'Quality Panel')}</Shapes>"
    silent = f"<Shapes>{shape(21, 'Audit Committee')}</Shapes>"
    first = page(
        shape(10, "SEND Board", inner, "Group"),
        shape(20, "", silent, "Group"),
        connector(3, "advises"),
        connects=glue(3, 20, 10),
    )
    structure = imported("visio", "a.vsdx", visio(first, page(shape(1, "SEND Board"))))
    assert drafted(structure) == [
        ("SEND Board", "is a", "board"),
        ("Quality Panel", "is a", "panel"),
        ("Audit Committee", "is a", "committee"),
        ("Audit Committee", "advises", "SEND Board"),
        ("Quality Panel", None, "SEND Board"),
    ]
    assert structure.draft[0].where == "page Overview; page Detail"


def test_what_cannot_be_taken_is_named() -> None:
    container = '<Section N="User"><Row N="msvStructureType"><Cell N="Value" V="Container" U="STR"/></Row></Section>'
    drawing = visio(
        page(*BOARDS, shape(5, "The council", container), connector(3, "see"), connects=glue(3, 1, None)),
        page(shape(1, "Title of it all")),
        background=1,
    )
    structure = imported("visio", "a.vsdx", drawing)
    assert [row.body for row in structure.draft] == ["SEND Board", "Schools Forum", "The council"]
    assert notices(structure)[:3] == [
        "On page Overview, 1 connector does not join two shapes with text, so left out: 'see' from SEND Board to no "
        "shape. In Visio, drag each end onto its shape until it is marked, and save.",
        "On page Overview, which shapes are inside these containers is not read: The council.",
        "The background 'Detail' is left out.",
    ]


def test_a_drawing_that_the_library_brings() -> None:
    """It was saved by Visio itself, with masters and styles."""
    data = (Path(vsdx.__file__).parent / "media" / "media.vsdx").read_bytes()
    found = importer_for("media.vsdx", data)
    assert found is not None
    assert found.name == "Visio's drawings"
    structure = imported("visio", "media.vsdx", data)
    assert [row.body for row in structure.draft if row.what] == ["RECTANGLE", "CONNECTED_SHAPE", "CIRCLE"]
    assert [(row.body, row.value) for row in structure.draft if not row.what] == [("RECTANGLE", "CONNECTED_SHAPE")] * 2


DAMAGED = "This is not a Visio drawing, or it is damaged: open it in Visio, and save it again as .vsdx."


def test_what_is_no_drawing_is_refused() -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    empty = visio(page())
    for data, sentence in (
        (b"PK\x03\x04 no archive", DAMAGED),
        (b"\xd0\xcf\x11\xe0 old", DAMAGED),
        (other.getvalue(), DAMAGED),
        (visio(page(*BOARDS))[:-30], DAMAGED),
        (visio("<nothing/>", names=()), "Nothing in the drawing has a name, so there is nothing to draft."),
        (empty, "Nothing in the drawing has a name, so there is nothing to draft."),
    ):
        (fault,) = refusals("visio", "a.vsdx", data)
        assert sentence in fault


def test_hostile_drawings_are_refused() -> None:
    entity = '<!DOCTYPE a [<!ENTITY x "y">]>'
    for data, sentence in (
        (visio(entity + page(*BOARDS)), "The file has a document type (DTD)"),
        (visio(page(*BOARDS), more=entity.encode()), "The file has a document type (DTD)"),
        (visio(page(*BOARDS), more=b" " * 50_000_000), "unpacks to more than 300 times its size, as no drawing does"),
        (visio("<PageContents>" + "<Shape>" * 100), "nested more than 50 levels deep"),
        (visio("<PageContents><Shape"), "This is not sound XML"),
    ):
        (fault,) = refusals("visio", "a.vsdx", data)
        assert sentence in fault


def test_nothing_is_written_beside_the_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    imported("visio", "a.vsdx", visio(page(*BOARDS)))
    assert list(tmp_path.iterdir()) == []


def test_a_large_drawing_is_read_whole() -> None:
    number = 1_000
    shapes = [shape(place, f"Body {place} Board") for place in range(1, number + 1)]
    lines = [connector(number + place, "reports to") for place in range(2, number + 1)]
    connects = "".join(glue(number + place, place, place // 2) for place in range(2, number + 1))
    structure = imported("visio", "a.vsdx", visio(page(*shapes, *lines, connects=connects)))
    assert len(structure.draft) == 2 * number - 1
