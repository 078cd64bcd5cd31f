"""Documents that are damaged, locked, or made to do harm: each is read, or refused in a sentence, without traceback."""

import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable
from io import BytesIO

import docx
import pypdf
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from govgraph.drafting.documents import MAX_BYTES, MAX_TEXT_BYTES, html, package, read_document_text
from govgraph.drafting.passages import BlockKind, DocumentText
from govgraph.model.faults import InputError

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = "The Board reports to the Cabinet of the Council."
RUN = f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"


def plain_word() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Board"
    document.add_heading("Purpose", 1)
    document.add_paragraph(TEXT)
    document.add_paragraph("advise", "List Bullet")
    table = document.add_table(rows=2, cols=2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"Cell {number}"
    data = BytesIO()
    document.save(data)
    return data.getvalue()


PLAIN_WORD = plain_word()
PLAIN_PDF = typst.compile(
    b"= Purpose\nThe Board reports to the Cabinet of the Council.\n- advise\n\n"
    b"#table(columns: 2, [Name], [Role], [Head], [Chair])"
)
PLAIN_HTML = (
    f"<!doctype html><title>B</title><main><h1>Board</h1><p>{TEXT}<ul><li>a<li hidden>b</ul><dl><dt>c<dd>d</dl>"
    "<table><tr><th>Name<th>Role<tr><td rowspan=2>Head<td>Chair<tr><td colspan=2>x</table></main>"
).encode()
PLAIN_MARKDOWN = f"# Board\n\n{TEXT}\n\n- a\n  - b\n\n| Name | Role |\n|---|---|\n| Head | Chair |\n".encode()
PLAIN_TEXT = f"Board\n\n{TEXT}\n\n1. Purpose\n- a\n  (b) c\n\nName\tRole\nHead\tChair\n".encode()
REAL = {
    "a.docx": PLAIN_WORD,
    "a.pdf": PLAIN_PDF,
    "a.html": PLAIN_HTML,
    "a.md": PLAIN_MARKDOWN,
    "a.txt": PLAIN_TEXT,
}


def with_part(name: str, content: str | bytes, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The plain document with a part of another content."""
    data = BytesIO()
    with zipfile.ZipFile(BytesIO(PLAIN_WORD)) as before, zipfile.ZipFile(data, "w", compression) as after:
        for other in {*before.namelist(), name}:
            after.writestr(other, content if other == name else before.read(other))
    return data.getvalue()


def word_of(body: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<w:document {WORD}><w:body>{body}</w:body></w:document>'


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_document_text(name, data)
    (fault,) = caught.value.faults
    assert fault.path == name
    return fault.message


def read_or_refuse(name: str, data: bytes) -> DocumentText | None:
    """The document, or None where it is refused; what is wrong with it is never a traceback."""
    try:
        return read_document_text(name, data)
    except InputError:
        return None


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("a.doc", "This is an old Word document: save it as Word (.docx)."),
        ("a.ODT", "This is an OpenDocument text: save it as Word (.docx)."),
        ("a.rtf", "This is a document in Rich Text Format: save it as Word (.docx)."),
        ("a.pptx", "This is a PowerPoint presentation: save it as PDF."),
        ("a.pages", "This is a document of Pages: save it as Word (.docx)."),
        (
            "a.xlsx",
            "A document is read from a file that ends in .docx, .pdf, .html, .md or .txt: save it as one of these.",
        ),
        ("a", "A document is read from a file that ends in .docx, .pdf, .html, .md or .txt: save it as one of these."),
    ],
)
def test_other_formats_are_named_with_what_to_do(name: str, sentence: str) -> None:
    assert refusal(name, b"anything") == sentence


def test_files_that_are_too_large_are_not_read() -> None:
    assert (
        refusal("a.docx", bytes(MAX_BYTES + 1)) == "The file is larger than 50 MB, the most that is read of its kind."
    )
    assert refusal("a.txt", b"a" * (MAX_TEXT_BYTES + 1)) == (
        "The file is larger than 10 MB, the most that is read of its kind."
    )
    assert "more than 5 million characters" in refusal("a.txt", b"abc def " * 1_000_000)


DAMAGED_WORD = (
    "This is not a Word document, or a damaged one: open it in Word, and save it as .docx, without a password."
)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", DAMAGED_WORD),
        (b"PK\3\4 and no more", DAMAGED_WORD),
        (PLAIN_PDF, DAMAGED_WORD),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "This document is locked by a password: open it in Word, and save it without one.",
        ),
        (b"\xd0\xcf\x11\xe0", "This is an old Word document (.doc): open it in Word, and save it as .docx."),
        (
            with_part("word/document.xml", word_of(RUN, '<!DOCTYPE a [<!ENTITY b "c">]>')),
            "The document holds a document type (DTD), as no Word document does; it is not read.",
        ),
        (
            with_part("customXml/item1.xml", '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'.encode("utf-16")),
            "The document holds a document type (DTD), as no Word document does; it is not read.",
        ),
        (
            with_part("word/media/a.png", bytes(90_000_000)),
            "This file unpacks to more than 300 times its size, as no Word document does; it is not read.",
        ),
        (with_part("word/document.xml", word_of("<w:sdt><w:sdtContent>" * 500)), DAMAGED_WORD),
        (
            with_part("word/document.xml", word_of("<w:sdt><w:sdtContent>" * 500 + "</w:sdtContent></w:sdt>" * 500)),
            DAMAGED_WORD,
        ),
        (with_part("word/document.xml", word_of('<w:p><w:r><w:sym w:char="x"/></w:r></w:p>')), DAMAGED_WORD),
    ],
)
def test_word_documents_that_cannot_be_trusted(data: bytes, sentence: str) -> None:
    assert refusal("terms.docx", data) == sentence


def test_a_word_document_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_ELEMENTS", 100)
    assert "too long to be read at once" in refusal("a.docx", PLAIN_WORD)


def test_links_and_macros_of_a_word_document_are_left_alone() -> None:
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        'Target="file:///etc/hostname" TargetMode="External"/></Relationships>'
    )
    data = with_part("word/_rels/document.xml.rels", rels)
    assert [block.text for block in read_document_text("a.docx", data).blocks][:2] == ["Purpose", TEXT]
    macro = with_part("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 macro")
    assert [block.text for block in read_document_text("a.docm", macro).blocks][:2] == ["Purpose", TEXT]


def pdf_of(objects: Iterable[bytes]) -> bytes:
    """A PDF of objects, with the table that says where they are."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    return (
        data + head + table + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, len(data))
    )


def stream(data: bytes, says: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (says, len(data), data)


def flate(data: bytes, says: bytes = b"", times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data)
    return stream(data, b"%s/Filter[%s]" % (says, b"/FlateDecode" * times))


HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
LINE = b"BT /F1 12 Tf 72 700 Td (%s) Tj ET " % TEXT.encode()


def page_of(contents: bytes, font: bytes = HELVETICA, more: Iterable[bytes] = (), resources: bytes = b"") -> bytes:
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>"
        % resources
    )
    return pdf_of([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, contents, font, *more])


COMPOSITE = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]%s>>"
DESCENDANT = (
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 1 1]>>%s>>"
)
LETTERS = b"begincmap 1 beginbfrange %s <0041> endbfrange endcmap"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X %d 0 R>>/Font<</F1 5 0 R>>>>"
TOO_MUCH = "This PDF unpacks to more than a document does; it is not read."
TOO_LARGE = "Page 1 draws too much to be read, and no other page holds text."
DAMAGED_PDF = "This is not a PDF, or a damaged one: open it in a program that shows it, and print it to a new PDF."


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(PLAIN_PDF))
    writer.encrypt(password, "owner")
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


HOSTILE_PDFS: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", DAMAGED_PDF),
    "no PDF": (lambda: PLAIN_WORD, DAMAGED_PDF),
    "half": (lambda: PLAIN_PDF[: len(PLAIN_PDF) // 2], DAMAGED_PDF),
    "locked": (lambda: locked("secret"), "This PDF is locked by a password: save it without one."),
    "bomb": (lambda: page_of(flate(LINE + b" " * 100_000_000)), TOO_MUCH),
    "bomb in a bomb": (lambda: page_of(flate(LINE + b" " * 100_000_000, times=2)), TOO_MUCH),
    "runs": (lambda: page_of(stream(b"\x81a" * 1_000_000, b"/Filter/RunLengthDecode")), TOO_MUCH),
    "letters": (lambda: page_of(flate(b"BT /F1 12 Tf (" + b"a" * 500_000 + b") Tj ET")), TOO_LARGE),
    "forms in forms": (
        lambda: page_of(
            flate(b"/X Do"),
            more=[stream(b"/X Do " * 10 if number < 9 else LINE, FORM % (7 + number)) for number in range(10)],
            resources=b"/XObject<</X 6 0 R>>",
        ),
        TOO_LARGE,
    ),
    "widths": (lambda: page_of(stream(LINE), COMPOSITE % b"", [DESCENDANT % b"/W[0 4000000000 500]"]), TOO_MUCH),
    "letters without end": (
        lambda: page_of(
            stream(LINE), COMPOSITE % b"/ToUnicode 7 0 R", [DESCENDANT % b"", flate(LETTERS % b"<00000000> <FFFFFFFF>")]
        ),
        TOO_MUCH,
    ),
    "600 pages": (
        lambda: pdf_of(
            [CATALOG, b"<</Type/Pages/Kids[%s]>>" % b" ".join(b"%d 0 R" % number for number in range(3, 603))]
            + [b"<</Type/Page/MediaBox[0 0 1 1]>>"] * 600
        ),
        "This PDF has more than 500 pages, the most that are read: split it.",
    ),
    "a circle of pages": (
        lambda: pdf_of([CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]>>"]),
        "The document holds no text.",
    ),
    "a chain of pages": (
        lambda: pdf_of([CATALOG, *(b"<</Type/Pages/Kids[%d 0 R]>>" % number for number in range(3, 3_000))]),
        DAMAGED_PDF,
    ),
    "scanned": (
        lambda: page_of(
            stream(b"q 600 0 0 800 0 0 cm /I Do Q"),
            more=[stream(bytes(100), b"/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray")],
            resources=b"/XObject<</I 6 0 R>>",
        ),
        "This PDF holds pictures of pages and no text: use the Word document that it was made from, or a program that "
        "recognises text (OCR).",
    ),
}


@pytest.mark.parametrize("name", HOSTILE_PDFS)
def test_pdfs_that_cannot_be_trusted(name: str) -> None:
    make, sentence = HOSTILE_PDFS[name]
    assert refusal("terms.pdf", make()) == sentence


def test_a_pdf_that_only_forbids_changes_is_read_and_the_library_is_as_it_was() -> None:
    from pdfminer import pdftypes

    assert TEXT in [block.text for block in read_document_text("a.pdf", locked("")).blocks]
    assert pdftypes.zlib is zlib  # type: ignore[attr-defined] # the library uses it, and does not offer it


def test_a_form_that_draws_itself_and_a_page_of_many_lines_are_read() -> None:
    loop = page_of(stream(LINE + b"/X Do"), more=[stream(b"/X Do", FORM % 6)], resources=b"/XObject<</X 6 0 R>>")
    assert [block.text for block in read_document_text("a.pdf", loop).blocks] == [TEXT]
    lines = page_of(flate(LINE + b"0 0 m 10 10 l S " * 25_000))
    assert [block.text for block in read_document_text("a.pdf", lines).blocks] == [TEXT]


@pytest.mark.parametrize(
    "page",
    [
        b"<div>" * 20_000 + TEXT.encode(),
        b"<p hidden>" * 20_000 + b"</p>" * 20_000 + TEXT.encode(),
        b"<p>" * 20_000 + TEXT.encode(),
        b"<header>" * 2_000 + b"</header>" * 2_000 + TEXT.encode(),
        b"<table><tr><td>" * 5_000 + TEXT.encode(),
        b"<table><tr><td colspan=99999999 rowspan=9999999>" + TEXT.encode(),
        b"<table><tr><td colspan=x rowspan=-1>" + TEXT.encode(),
        b"</p></td></li></table>" * 100 + TEXT.encode(),
        b"<li><td><dd>" + TEXT.encode(),
    ],
)
def test_pages_however_deep_or_badly_written_are_read(page: bytes) -> None:
    assert TEXT in [block.text for block in read_document_text("a.html", page).blocks]


def test_pages_of_too_many_marks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MAX_MARKS", 1_000)
    for page in (b"<b>" * 1_001, b"<b " + b"a=1 " * 5_000 + b">"):
        assert refusal("a.html", page) == "The document holds more than 1,000 marks, the most that are read: split it."


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_other_files_that_are_called_text_are_refused(name: str) -> None:
    for data in (PLAIN_PDF, PLAIN_WORD, bytes(range(1, 256)) * 10):
        assert refusal(name, data) == (
            "This is not a file of text: its name ends as such a file's does, but it holds something else."
        )


@pytest.mark.parametrize(
    ("name", "missing", "what"),
    [
        ("a.docx", "mammoth", "a Word document"),
        ("a.pdf", "pdfplumber", "a PDF"),
        ("a.html", "bs4", "a web page or Markdown"),
        ("a.md", "markdown_it", "Markdown"),
    ],
)
def test_a_library_that_is_missing_is_named_by_its_extra(
    name: str, missing: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    assert refusal(name, REAL[name]) == f"To read {what}, install what it takes: pip install 'govgraph[draft]'."


def spoil(data: bytes, changes: Iterable[tuple[int, int, bytes]]) -> bytes:
    """The bytes with pieces of them replaced: at a place, so many, by others."""
    for place, length, other in changes:
        start = place % (len(data) + 1)
        data = data[:start] + other + data[start + length :]
    return data


CHANGES = st.lists(
    st.tuples(st.integers(0, 1 << 20), st.integers(0, 40), st.binary(max_size=8)), min_size=1, max_size=6
)


@examples(400)
@given(name=st.sampled_from(sorted(REAL)), changes=CHANGES)
def test_no_bytes_are_a_traceback(name: str, changes: list[tuple[int, int, bytes]]) -> None:
    read_or_refuse(name, spoil(REAL[name], changes))


@examples(400)
@given(
    name=st.sampled_from(["word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml"]),
    changes=CHANGES,
)
def test_no_spoilt_part_of_a_word_document_is_a_traceback(name: str, changes: list[tuple[int, int, bytes]]) -> None:
    with zipfile.ZipFile(BytesIO(PLAIN_WORD)) as archive:
        part = archive.read(name)
    read_or_refuse("a.docx", with_part(name, spoil(part, changes)))


OPERATORS = [
    b"BT ", b"ET ", b"/F1 12 Tf ", b"72 700 Td ", b"(The Board) Tj ", b"[(a) 300 (b)] TJ ", b"q ", b"Q ", b"/X Do ",
    b"1 0 0 0 0 1 cm ", b"0 0 0 0 0 0 cm ", b"0 Tz ", b"-1 Tf ", b"10 10 50 50 re S ", b"[ ", b"] ", b"<< ", b">> ",
    b"<41> Tj ", b"BI /W 1 ID x EI ", b"/P <</MCID 0>> BDC ", b"EMC ", b"1e400 0 Td ", b"(\xff\xfe) Tj ",
    b"0 1 -1 0 300 300 Tm ",
]  # fmt: skip


@examples(400)
@given(contents=st.lists(st.sampled_from(OPERATORS), max_size=40))
def test_no_page_of_a_pdf_is_a_traceback(contents: list[bytes]) -> None:
    read_or_refuse("a.pdf", page_of(stream(LINE + b"".join(contents))))


TAGS = [
    "p", "div", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tr", "td", "th", "h1", "h2", "strong",
    "br", "details", "summary", "main", "nav", "header", "a", "s", "pre",
]  # fmt: skip
PIECES = ["<td colspan=3>", "<td rowspan=2>", "<p hidden>", "<li hidden>", "<!-- c -->", "Board ", "• a ", "\n", "\n\n"]
MARKS = st.one_of(
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(PIECES),
    st.text(max_size=5),
)


@examples(600)
@given(marks=st.lists(MARKS, max_size=60))
def test_no_page_is_a_traceback_and_blocks_keep_their_contract(marks: list[str]) -> None:
    for name in ("a.html", "a.md", "a.txt"):
        document = read_or_refuse(name, "".join(marks).encode(errors="replace"))
        for block in document.blocks if document else ():
            assert block.text == " ".join(block.text.split())
            assert block.text
            assert block.place
            assert (block.kind is BlockKind.ROW) == bool(block.cells) == bool(block.table)
            assert (block.level > 0) or block.kind is not BlockKind.HEADING
