"""Whatever stands in a workbook or a CSV file: a structure, or faults; never a traceback."""

import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from formats.texts import NASTY
from formats.workbooks import good, workbook
from govgraph.formats.sheets import csv as csv_reader
from govgraph.formats.sheets import workbook_reader
from govgraph.formats.structure_files import build_structure
from govgraph.model.faults import Fault, InputError
from govgraph.model.validation import Document

with TemporaryDirectory() as _folder:
    GOOD = workbook(Path(_folder) / "x.xlsx", good()).read_bytes()
with zipfile.ZipFile(BytesIO(GOOD)) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist()}
READ = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", *(n for n in PARTS if "sheets/" in n)]
SNIPPETS = [
    b"",
    b"<",
    b">",
    b'"',
    b"&",
    b"\x00",
    b"<c/>",
    b'<c r="ZZZ99999999"/>',
    b"</row>",
    b"<v>1e999</v>",
    b't="e"',
    b"-1",
]

cells = st.one_of(
    st.none(),
    st.sampled_from(NASTY),
    st.text(max_size=6),
    st.sampled_from(["hwb", "council", "board", "reports to", "yes", "e.g."]),
    st.integers(-3, 3_000_000),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)


def read(document: Document) -> None:
    faults: list[Fault] = []
    try:
        build_structure([document])
    except InputError as error:
        faults = error.faults
    assert all(fault.message.endswith((".", "?")) for fault in faults)


def packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


@given(st.data())
@examples(150)
def test_spoilt_xml(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(READ))
    part = PARTS[name]
    at = data.draw(st.integers(0, len(part)))
    end = min(len(part), at + data.draw(st.integers(0, 30)))
    spoilt = part[:at] + data.draw(st.sampled_from(SNIPPETS)) + part[end:]
    read(workbook_reader.parse("x.xlsx", packed({**PARTS, name: spoilt})))


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=4), st.integers(0, 40))
@examples(150)
def test_spoilt_bytes(at: int, put: bytes, cut: int) -> None:
    read(workbook_reader.parse("x.xlsx", GOOD[:at] + put + GOOD[at + cut :]))


@given(st.dictionaries(st.sampled_from(list(good())), st.lists(st.lists(cells, max_size=6), max_size=5)))
@examples(150)
def test_any_cells_under_the_headers(rows: dict[str, list[list[object]]]) -> None:
    from govgraph.formats.sheets.sheet import Table
    from govgraph.formats.sheets.tables import document_of_tables

    sheets = {name: [*table, *rows.get(name, ())] for name, table in good().items()}
    tables = [Table(name, dict(enumerate(table, 1))) for name, table in sheets.items()]
    read(document_of_tables("x.xlsx", tables))


@given(st.sampled_from(["bodies", "relations", "settings"]), st.one_of(st.binary(max_size=80), st.text(max_size=80)))
@examples(150)
def test_any_csv(name: str, content: bytes | str) -> None:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    read(csv_reader.parse("folder", {f"{name}.csv": b"Id,Name,Kind\n" + data, "seats.csv": data}))
