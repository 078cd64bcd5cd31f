"""Documents of each format, made as terms of reference are made, and the blocks that come of them."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
import typst
from docx.document import Document

from govgraph.drafting.documents import SUFFIXES, read_document_text
from govgraph.drafting.passages import Block, BlockKind, DocumentText
from govgraph.model.faults import InputError

Short = tuple[str, str]


def read(text: str, name: str = "terms.txt") -> DocumentText:
    return read_document_text(f"folder/{name}", text.encode())


def word(write: Callable[[Document], object]) -> DocumentText:
    document = docx.Document()
    write(document)
    data = BytesIO()
    document.save(data)
    return read_document_text("terms.docx", data.getvalue())


def pdf(source: str) -> DocumentText:
    return read_document_text("terms.pdf", typst.compile(source.encode()))


def short(document: DocumentText) -> list[Short]:
    """Each block as its kind, with its level, and its text."""
    letters = {BlockKind.PARAGRAPH: "p", BlockKind.ROW: "row", BlockKind.HEADING: "h", BlockKind.ITEM: "item"}
    levelled = (BlockKind.HEADING, BlockKind.ITEM)
    return [
        (letters[block.kind] + (str(block.level) if block.kind in levelled else ""), block.text)
        for block in document.blocks
    ]


def rows(document: DocumentText) -> list[Block]:
    return [block for block in document.blocks if block.kind is BlockKind.ROW]


TEXT = """# ADDRESS: somewhere
# ---- the text follows ----

Schools Forum

TERMS OF REFERENCE

1. Purpose

1.1  The Forum advises the Council on the schools budget. It shall report to
     the Children and Families Committee at least once a year, and to the
     Cabinet where a decision is needed.
1.2  The Forum is accountable to the Council.

2. Membership

The members are:

  1. Primary heads
  2. Academy representatives
     (a) of single trusts
     (b) of trusts of several schools, of which there shall be no more than
         three at any one time

Officers in attendance:
- Clerk
- Head of Finance

The Forum meets in public. Papers are sent out five working days before each
meeting, and they are published. A member who cannot come may send somebody in
their place.

Quorum
------
Five members.
"""


def test_plain_text_has_headings_clauses_and_lists() -> None:
    document = read(TEXT)
    assert (document.name, document.title) == ("terms.txt", "Schools Forum")
    assert short(document) == [
        ("h1", "Schools Forum"),
        ("h2", "TERMS OF REFERENCE"),
        ("h2", "1. Purpose"),
        (
            "p",
            "1.1 The Forum advises the Council on the schools budget. It shall report to the Children and Families "
            "Committee at least once a year, and to the Cabinet where a decision is needed.",
        ),
        ("p", "1.2 The Forum is accountable to the Council."),
        ("h2", "2. Membership"),
        ("p", "The members are:"),
        ("item0", "1. Primary heads"),
        ("item0", "2. Academy representatives"),
        ("item1", "(a) of single trusts"),
        ("item1", "(b) of trusts of several schools, of which there shall be no more than three at any one time"),
        ("h4", "Officers in attendance:"),
        ("item0", "Clerk"),
        ("item0", "Head of Finance"),
        (
            "p",
            "The Forum meets in public. Papers are sent out five working days before each meeting, and they are "
            "published. A member who cannot come may send somebody in their place.",
        ),
        ("h2", "Quorum"),
        ("p", "Five members."),
    ]
    assert document.blocks[0].place == "line 4"
    assert document.blocks[4].place == "line 13"


def test_a_note_on_top_of_a_text_is_no_part_of_it_and_headings_by_hashes_are() -> None:
    assert short(read("# Forum\n\n## Purpose\nIt advises.\n")) == [
        ("h1", "Forum"),
        ("h2", "Purpose"),
        ("p", "It advises."),
    ]
    assert short(read("# a note\n# ----\nIt advises.\n")) == [("p", "It advises.")]


def test_in_a_text_of_a_line_a_paragraph_no_line_is_joined_with_another() -> None:
    text = (
        "Forum\nThe Forum meets monthly, in public, in the hall of the council, and its papers are published in time.\n"
    )
    assert short(read(text * 2)) == [
        ("h1", "Forum"),
        ("p", text.splitlines()[1]),
        ("h2", "Forum"),
        ("p", text.splitlines()[1]),
    ]


def test_short_lines_below_a_heading_are_items() -> None:
    text = "Forum\n\nIt advises.\n\nMembership\nChair of the Council\nHead of Finance\nClerk to the Forum\n"
    assert short(read(text))[2:] == [
        ("h2", "Membership"),
        ("item0", "Chair of the Council"),
        ("item0", "Head of Finance"),
        ("item0", "Clerk to the Forum"),
    ]


def test_a_sentence_that_leads_to_a_list_is_no_heading() -> None:
    text = "Forum\n\nThe purpose of the Forum is to:\n• advise\n• report to Cabinet\n"
    assert short(read(text))[1:] == [
        ("p", "The purpose of the Forum is to:"),
        ("item0", "advise"),
        ("item0", "report to Cabinet"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Name | Role |\n|------|------|\n| Head | Chair |\n| Clerk | Secretary |\n",
        "Name\tRole\nHead\tChair\nClerk\tSecretary\n",
        "Name        Role\nHead        Chair\nClerk       Secretary\n",
        "Name | Role\nHead | Chair\nClerk | Secretary\n",
    ],
)
def test_tables_in_plain_text_have_rows_with_headers(table: str) -> None:
    found = rows(read(f"The Forum has members.\n\n{table}\nIt meets.\n"))
    assert [row.cells for row in found] == [("Head", "Chair"), ("Clerk", "Secretary")]
    assert {row.headers for row in found} == {("Name", "Role")}
    assert {row.table for row in found} == {1}


def test_a_heading_may_stand_above_a_table_but_not_at_the_end() -> None:
    text = "Forum\n\nIt meets.\n\nMembership\n\nName | Role\nHead | Chair\n\nDate"
    assert short(read(text)) == [
        ("h1", "Forum"),
        ("p", "It meets."),
        ("h2", "Membership"),
        ("row", "Head | Chair"),
        ("p", "Date"),
    ]


def test_cells_that_stand_one_below_another_are_rows_of_their_own() -> None:
    found = rows(read("It meets.\nDate |\nDocument |\n1 May |\n|\n"))
    assert [row.cells for row in found] == [("Date",), ("Document",), ("1 May",)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_encodings_are_known_by_themselves(encoding: str) -> None:
    text = "The Council’s café group reports to Cabinet."
    assert short(read_document_text("a.txt", text.encode(encoding))) == [("p", text)]


def test_what_is_read_as_windows_1252_says_so() -> None:
    document = read_document_text("a.txt", "The Council’s group reports to Cabinet.".encode("cp1252"))
    assert short(document) == [("p", "The Council’s group reports to Cabinet.")]
    assert document.left_out == (
        "The file is not in UTF-8, so it was read as Windows-1252: check its accents and quotation marks.",
    )


MARKDOWN = """---
title: "Forum"
---
Terms of *reference* for the **Schools Forum**
(SF).

## Purpose

- oversee the [budget](https://example.org)
  - and schools
- report to Cabinet

**Membership**

| Name | Role |
|------|------|
| Head<br>of School | Chair |

<div hidden>Nobody sees this.</div>

4.2 The Forum shall report to Cabinet.
"""


def test_markdown_has_the_lines_of_its_file_for_places() -> None:
    document = read(MARKDOWN, "terms.md")
    assert document.title == "Forum"
    assert short(document) == [
        ("p", "Terms of reference for the Schools Forum (SF)."),
        ("h2", "Purpose"),
        ("item0", "oversee the budget"),
        ("item1", "and schools"),
        ("item0", "report to Cabinet"),
        ("h3", "Membership"),
        ("row", "Head of School | Chair"),
        ("p", "4.2 The Forum shall report to Cabinet."),
    ]
    assert [block.place for block in document.blocks][:3] == ["line 4", "line 7", "line 9"]
    assert document.blocks[6].place == "line 17"
    assert document.left_out == ("1 passage that the page hides is left out.",)


PAGE = """<!doctype html><html><head><title>Board | Council</title></head><body>
<header>Council</header><nav><ul><li>Home<li>Bins</ul></nav>
<main><div class="breadcrumb">Home</div>
<h1>Health &amp; Wellbeing Board</h1>
<p>The board meets<br>four times a year.
<p><strong>Membership</strong><br>It has five members.
<ul><li>oversee<li>advise <b>Cabinet</b><ul><li>on health</ul><li>report</ul>
<dl><dt>Meets<dd>Monthly<dt>Reports to<dd>Cabinet<dd>Council</dl>
<table><tr><th>Group<th>Chair<th>Reports to
<tr><td rowspan=2>Task group<td>Officer<td>Board<tr><td>Deputy<td>Cabinet</table>
<table><tr><td colspan=2>Voting members<tr><td>Head<td>Chair<tr><td>Nurse<td>Member</table>
<details><summary>Quorum</summary><p>Five members are needed.</details>
<p style="display: none">secret<p hidden>secret</p><p aria-hidden=true>secret</p><p class=sr-only>secret</p>
<h3><button>Voting</button></h3><p>All members vote <button>Show</button></p>
<table><tr><td><h3>Left</h3><p>One text.</td><td><h3>Right</h3><p>Another text.</td></tr></table>
<p>They <del>never</del> decide.</p>
<img src=x><iframe src=y></iframe><script>alert(1)</script><!-- secret -->
</main><footer>Council</footer></body></html>"""


def test_a_page_is_read_without_what_it_hides_and_what_stands_around_it() -> None:
    document = read(PAGE, "board.html")
    assert document.title == "Health & Wellbeing Board"
    assert short(document) == [
        ("h1", "Health & Wellbeing Board"),
        ("p", "The board meets four times a year."),
        ("h2", "Membership"),
        ("p", "It has five members."),
        ("item0", "oversee"),
        ("item0", "advise Cabinet"),
        ("item1", "on health"),
        ("item0", "report"),
        ("row", "Meets | Monthly"),
        ("row", "Reports to | Cabinet"),
        ("row", "Reports to | Council"),
        ("row", "Task group | Officer | Board"),
        ("row", "Task group | Deputy | Cabinet"),
        ("h3", "Voting members"),
        ("row", "Head | Chair"),
        ("row", "Nurse | Member"),
        ("h2", "Quorum"),
        ("p", "Five members are needed."),
        ("h3", "Voting"),
        ("p", "All members vote"),
        ("h3", "Left"),
        ("p", "One text."),
        ("h3", "Right"),
        ("p", "Another text."),
        ("p", "They decide."),
    ]
    found = rows(document)
    assert found[0].headers == ()
    assert (found[3].headers, found[3].place) == (("Group", "Chair", "Reports to"), "table 2, row 2")
    assert document.left_out == (
        "Menus, and what stands around the text of the page, are left out.",
        "4 passages that the page hides are left out.",
        "1 passage that is struck out is left out.",
        "1 picture is left out.",
        "1 frame is left out.",
    )


def test_a_page_in_the_encoding_that_it_names() -> None:
    page = '<meta charset="iso-8859-1"><p>The Council’s café group.'
    assert short(read_document_text("a.htm", page.encode("cp1252"))) == [("p", "The Council’s café group.")]


def cover_table(document: Document) -> None:
    table = document.add_table(rows=0, cols=2)
    for key, value in (("Document", "Terms of reference"), ("Review date", "March 2027")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = key, value


def members(document: Document) -> None:
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Name", "Role", "Organisation"), strict=True):
        cell.text = text
    for texts in (("Director of Public Health", "Chair", "Council"), ("Chief Nurse", "Vice-chair", "NHS Trust")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    cells = table.add_row().cells
    cells[0].merge(cells[2]).text = "In attendance"
    for cell, text in zip(table.add_row().cells, ("Clerk", "Secretary", "Council"), strict=True):
        cell.text = text


def test_a_word_document_as_terms_of_reference_are() -> None:
    def write(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Wendle Council"
        cover_table(document)
        document.add_paragraph("Terms of Reference", "Title")
        document.add_paragraph("Health Board (HB)", "Subtitle")
        document.add_heading("1. Purpose", 1)
        document.add_paragraph("1.1 The Board shall report to the Cabinet.")
        document.add_paragraph().add_run("Membership").bold = True
        members(document)
        document.add_heading("2. Meetings", 1)
        document.add_paragraph("The Board will:")
        document.add_paragraph("meet monthly", "List Bullet")
        document.add_paragraph("in public", "List Bullet 2")
        hiding = document.add_paragraph("It decides")
        hiding.add_run(" nothing").font.hidden = True
        hiding.add_run(" never").font.strike = True
        hiding.add_run(".")

    document = word(write)
    assert document.title == "Terms of Reference"
    assert short(document) == [
        ("row", "Document | Terms of reference"),
        ("row", "Review date | March 2027"),
        ("h1", "Terms of Reference"),
        ("h2", "Health Board (HB)"),
        ("h2", "1. Purpose"),
        ("p", "1.1 The Board shall report to the Cabinet."),
        ("h3", "Membership"),
        ("row", "Director of Public Health | Chair | Council"),
        ("row", "Chief Nurse | Vice-chair | NHS Trust"),
        ("h4", "In attendance"),
        ("row", "Clerk | Secretary | Council"),
        ("h2", "2. Meetings"),
        ("p", "The Board will:"),
        ("item0", "meet monthly"),
        ("item1", "in public"),
        ("p", "It decides."),
    ]
    assert [row.headers for row in rows(document)] == [(), (), *[("Name", "Role", "Organisation")] * 3]
    assert document.blocks[4].place == "paragraph 3"
    assert document.blocks[7].place == "table 2, row 2"
    assert document.left_out == (
        "1 passage of hidden text is left out.",
        "What stands at the head and foot of every page is left out.",
        "1 passage that is struck out is left out.",
    )


def test_a_paper_set_as_a_table_is_read_as_a_paper() -> None:
    def write(document: Document) -> None:
        document.add_heading("Terms of reference", 1)
        table = document.add_table(rows=0, cols=2)
        for key, values in (("Quorum", ["Five members"]), ("Members", ["Chair of the Council", "Head of Finance"])):
            cells = table.add_row().cells
            cells[0].text, cells[1].text = key, values[0]
            for value in values[1:]:
                cells[1].add_paragraph(value)

    assert short(word(write))[1:] == [
        ("row", "Quorum | Five members"),
        ("h2", "Members"),
        ("item0", "Chair of the Council"),
        ("item0", "Head of Finance"),
    ]


def test_the_title_in_the_properties_counts_where_it_says_more() -> None:
    def write(document: Document) -> None:
        document.core_properties.title = "Health Board terms of reference"
        document.add_heading("Terms of reference", 1)

    def write_of_program(document: Document) -> None:
        document.core_properties.title = "Microsoft Word - Document1"
        document.add_paragraph("The Board reports to Cabinet.")

    assert word(write).title == "Health Board terms of reference"
    assert word(write_of_program).title is None


PDF = """
#set page(header: [Wendle Council], footer: context [Page #counter(page).display() of 3], margin: 2.5cm)
#set text(size: 11pt, lang: "en", hyphenate: true)
#set par(justify: true)
#set heading(numbering: "1.")
#text(size: 20pt, weight: "bold")[Health Board: terms of reference for the Council and its partners in the year]

= Purpose
The Health Board (HB) oversees partnership arrangements between commissioners, neighbourhoods and representatives of
communities, and shall report to the Cabinet on its performance and responsibilities in every quarter of the year.

1.1 The Board shall be accountable to the Council for the implementation of its strategy.

- oversee the implementation of the strategy, and report on it to the Council in every year that it has been agreed for
  - nested
- appoint members

= Membership
#table(columns: 3, [*Name*], [*Role*], [*Organisation*], [Director], [Chair], [Council],
  table.cell(colspan: 3)[In attendance], [Clerk], [Secretary], [Council])

*Quorum*

Five members are needed.
#pagebreak()
= Meetings
It meets monthly.
#pagebreak()
#table(columns: 2, [Frequency], [Monthly], [Members], [- Chair of the Council
- Head of Finance])
"""


def test_a_pdf_has_its_paragraphs_headings_and_tables_back() -> None:
    document = pdf(PDF)
    assert document.title == "Health Board: terms of reference for the Council and its partners in the year"
    assert short(document) == [
        ("h1", "Health Board: terms of reference for the Council and its partners in the year"),
        ("h2", "1. Purpose"),
        (
            "p",
            "The Health Board (HB) oversees partnership arrangements between commissioners, neighbourhoods and "
            "representatives of communities, and shall report to the Cabinet on its performance and responsibilities "
            "in every quarter of the year.",
        ),
        ("p", "1.1 The Board shall be accountable to the Council for the implementation of its strategy."),
        (
            "item0",
            "oversee the implementation of the strategy, and report on it to the Council in every year that it has "
            "been agreed for",
        ),
        ("item1", "nested"),
        ("item0", "appoint members"),
        ("h2", "2. Membership"),
        ("row", "Director | Chair | Council"),
        ("h3", "In attendance"),
        ("row", "Clerk | Secretary | Council"),
        ("h3", "Quorum"),
        ("p", "Five members are needed."),
        ("h2", "3. Meetings"),
        ("p", "It meets monthly."),
        ("row", "Frequency | Monthly"),
        ("h3", "Members"),
        ("item0", "Chair of the Council"),
        ("item0", "Head of Finance"),
    ]
    assert rows(document)[0].headers == ("Name", "Role", "Organisation")
    assert [block.place for block in document.blocks[12:16]] == ["page 1", "page 2", "page 2", "page 3"]
    assert document.left_out == ("What stands at the head and foot of every page is left out.",)


def test_a_table_that_runs_over_pages_is_one() -> None:
    cells = " ".join(f"[Post {number}], [Member]," for number in range(80))
    document = pdf(f"#table(columns: 2, table.header([*Name*], [*Role*]), {cells})")
    assert [row.cells for row in rows(document)] == [(f"Post {number}", "Member") for number in range(80)]
    assert {(row.headers, row.table) for row in rows(document)} == {(("Name", "Role"), 1)}
    assert {row.place for row in rows(document)} == {"page 1", "page 2", "page 3"}


def test_a_table_without_rules_and_a_page_in_two_columns_are_read_in_their_order() -> None:
    left = " ".join(f"The left column says in its sentence {number} what the group does." for number in range(12))
    right = " ".join(f"The right column says in its sentence {number} who is on it." for number in range(12))
    document = pdf(f"""
The Forum has members.
#table(columns: 3, stroke: none, [Name], [Role], [Organisation], [Director of Public Health], [Chair], [Council],
  [Chief Nurse], [Vice-chair], [NHS Trust], [Clerk], [Secretary], [Council])
The Forum meets monthly.

#columns(2)[{left} #colbreak() {right}]
""")
    assert short(document) == [
        ("p", "The Forum has members."),
        ("row", "Director of Public Health | Chair | Council"),
        ("row", "Chief Nurse | Vice-chair | NHS Trust"),
        ("row", "Clerk | Secretary | Council"),
        ("p", "The Forum meets monthly."),
        ("p", left),
        ("p", right),
    ]
    assert {row.headers for row in rows(document)} == {("Name", "Role", "Organisation")}


def test_a_drawing_turned_words_and_the_contents_of_a_pdf_are_left_out() -> None:
    boxes = "".join(
        f"#place(dx: {number % 2 * 220 + number * 9}pt, dy: {number // 2 * 40}pt)[Box {number} here]"
        for number in range(10)
    )
    document = pdf(f"""
#text(size: 20pt)[Forum]

Purpose #box(width: 1fr, repeat[.]) 3

The Forum reports to the Cabinet.

#block(height: 300pt)[{boxes}]
The Forum meets monthly.
#rotate(90deg)[Sideways]
""")
    assert short(document) == [
        ("h1", "Forum"),
        ("p", "The Forum reports to the Cabinet."),
        ("p", "The Forum meets monthly."),
    ]
    assert document.left_out == (
        "The table of contents is left out.",
        "Text that runs across 1 page at an angle is left out.",
        "Words that stand apart on page 1, as in a drawing, are left out.",
    )


def test_a_document_without_text_says_so() -> None:
    for name, data in (("a.txt", b" \n"), ("a.md", b""), ("a.html", b"<p> </p>")):
        with pytest.raises(InputError, match="The document holds no text"):
            read_document_text(name, data)


def test_the_formats_that_are_read() -> None:
    assert set(SUFFIXES) == {
        ".docx", ".docm", ".pdf", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text"
    }  # fmt: skip
