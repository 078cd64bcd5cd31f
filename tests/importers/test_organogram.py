"""Organograms: posts under their references as they stand, what is above each, and what is not certain."""

import csv
import io

import pytest

from govgraph.importers import importer_for
from importers.importing import drafted, imported, notices, refusals

HEADERS = (
    *("Post Unique Reference", "Name", "Grade (or equivalent)", "Job Title", "Job/Team Function", "Parent Department"),
    *("Organisation", "Unit", "Contact Phone", "Contact E-mail", "Reports to Senior Post"),
    *("Salary Cost of Reports (£)", "FTE", "Actual Pay Floor (£)", "Actual Pay Ceiling (£)", "Total Pay (£)"),
    *("Professional/Occupational Group", "Notes", "Valid?"),
)


def row(reference: str, title: str, above: str, name: str = "N/D", **more: str) -> dict[str, str]:
    cells = {
        "Post Unique Reference": reference,
        "Name": name,
        "Grade (or equivalent)": "SCS1",
        "Job Title": title,
        "Job/Team Function": f"Leads {title}",
        "Parent Department": "Ministry of Tests",
        "Organisation": "Fixtures Agency",
        "Unit": "Corporate Services",
        "Reports to Senior Post": above,
        "FTE": "1.00",
        "Valid?": "1",
    }
    return cells | more


def organogram(*rows: dict[str, str], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADERS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


PLAIN = (row("001", "Chief Executive", "XX"), row("02", "Director of Strategy", "001"), row("3", "Head of Tests", "02"))


def test_posts_report_to_posts() -> None:
    structure = imported("organogram", "o.csv", organogram(*PLAIN))
    found = {
        key: (body.name, body.kind, [line.to for line in body.reports_to]) for key, body in structure.bodies.items()
    }
    assert found == {
        "post-001": ("Chief Executive", "post", []),
        "post-02": ("Director of Strategy", "post", ["post-001"]),
        "post-3": ("Head of Tests", "post", ["post-02"]),
    }
    head = structure.bodies["post-3"]
    assert (head.purpose, head.note) == ("Leads Head of Tests", "Fixtures Agency, Corporate Services")
    assert head.source is not None
    assert head.source.where == "row 4, post 3"
    assert structure.title == "Fixtures Agency"
    assert "These report to no post of the file: Chief Executive." in notices(structure)


def test_no_person_is_taken_and_no_seat() -> None:
    structure = imported("organogram", "o.csv", organogram(row("1", "Chief Executive", "XX", "Zephyrine Name")))
    assert "Zephyrine" not in str(structure.model_dump())
    assert structure.bodies["post-1"].seats == ()
    assert notices(structure)[-1].startswith(
        "Posts are taken, and not the people in them. These columns are left out: name, grade, contact phone,"
    )


def test_leading_zeros_make_another_reference() -> None:
    structure = imported(
        "organogram", "o.csv", organogram(row("001", "A", "XX"), row("1", "B", "001"), row("9", "C", "01"))
    )
    assert list(structure.bodies) == ["post-001", "post-1", "post-9"]
    assert structure.bodies["post-1"].reports_to[0].to == "post-001"
    assert structure.bodies["post-9"].reports_to == ()
    assert (
        "Posts report to these references, which are not in the file. No line is stated: 01 (for C, row 4; there is a "
        "post 001)." in notices(structure)
    )


def test_several_posts_under_one_reference_stay_apart() -> None:
    structure = imported(
        "organogram",
        "o.csv",
        organogram(
            row("1", "Chief Executive", "XX"),
            row("7", "Director A", "1"),
            row("7", "Director B", "1"),
            row("8", "C", "7"),
        ),
    )
    assert list(structure.bodies) == ["post-1", "post-7", "post-7-2", "post-8"]
    assert [structure.bodies[key].name for key in ("post-7", "post-7-2")] == ["Director A", "Director B"]
    assert structure.bodies["post-8"].reports_to == ()
    assert drafted(structure) == [("C", "reports to", None)]
    assert structure.draft[0].question == (
        "C reports to post 7, a reference of several posts. Which is meant: Director A (row 3) or Director B (row 4)?"
    )
    said = notices(structure)
    assert "These references stand for different posts, each of which is a body of its own: 7 (rows 3 and 4)." in said
    assert "These report to a reference of several posts, so a person has to say which: C." in said


def test_a_job_that_people_share_is_one_post_and_is_said() -> None:
    structure = imported(
        "organogram",
        "o.csv",
        organogram(row("1", "Chief", "XX", "One"), row("1", "Chief", "XX", "Two"), row("2", "B", "1")),
    )
    assert list(structure.bodies) == ["post-1", "post-2"]
    assert structure.bodies["post-2"].reports_to[0].to == "post-1"
    assert (
        "Rows that differ only in the person are one post that people share: Chief (post 1, rows 2 and 3)."
        in notices(structure)
    )


def test_posts_of_one_title_have_their_references_in_their_names() -> None:
    structure = imported("organogram", "o.csv", organogram(row("1", "Member", "XX"), row("2", "Member", "1")))
    assert [body.name for body in structure.bodies.values()] == ["Member (post 1)", "Member (post 2)"]


def test_vacant_eliminated_not_in_post_and_itself() -> None:
    structure = imported(
        "organogram",
        "o.csv",
        organogram(
            row("1", "Chief", "xx", "Vacant"),
            row("2", "Former", "1", "Eliminated"),
            row("0", "Not in Post", "1"),
            row("4", "Loop", "4"),
            row("5", "Lost", "MADEUP"),
        ),
    )
    assert {key: body.status for key, body in structure.bodies.items()} == {
        "post-1": None,
        "post-2": "ended",
        "post-4": None,
        "post-5": None,
    }
    for sentence in (
        "These posts are vacant: Chief.",
        "These rows name nobody's post, and are left out: row 4.",
        "These are said to report to themselves, which is left out: Loop.",
        "Posts report to these references, which are not in the file. No line is stated: MADEUP (for Lost, row 6).",
    ):
        assert sentence in notices(structure)


def test_windows_letters_and_other_delimiters() -> None:
    rows = (row("1", "Directeur général – tests", "XX"), row("2", "B", "1"))
    for delimiter in ",;\t":
        structure = imported("organogram", "o.csv", organogram(*rows, delimiter=delimiter, encoding="cp1252"))
        assert structure.bodies["post-1"].name == "Directeur général – tests"
        assert structure.bodies["post-2"].reports_to[0].to == "post-1"
        assert notices(structure)[0].startswith("The file is not in UTF-8, and is read as Windows-1252")


def test_an_index_before_the_headers_and_a_title_row() -> None:
    text = organogram(*PLAIN).decode()
    shifted = "\n".join(f"{number}," + line for number, line in enumerate(text.splitlines()))
    structure = imported("organogram", "o.csv", f"Organogram of March\n{shifted}\n")
    assert structure.bodies["post-02"].reports_to[0].to == "post-001"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            b"Parent Department,Reporting Senior Post,Grade,Payscale Minimum\nX,1,AO,1\n",
            "o.csv: This is the list of junior posts, which have no references of their own. Name the list of senior "
            "posts.",
        ),
        (organogram(), "o.csv: This organogram holds no posts."),
        (b"a,b\n1,2\n", "o.csv: No row of this file has the headers of an organogram."),
        (b"\x00\x01", "o.csv: The file is not text in UTF-8 (it holds zero bytes): save it as 'CSV UTF-8'."),
    ],
)
def test_what_is_no_list_of_senior_posts_is_refused(text: bytes, sentence: str) -> None:
    assert refusals("organogram", "o.csv", text) == [sentence]


def test_a_field_without_end_is_refused() -> None:
    text = organogram(*PLAIN) + b'9,"' + b"x" * 2_000_000
    (sentence,) = refusals("organogram", "o.csv", text)
    assert sentence.startswith("o.csv:5: This row cannot be read: ")


def test_it_is_known_by_its_headers() -> None:
    importer = importer_for("x.CSV", organogram(*PLAIN))
    assert importer is not None
    assert importer.name == "a government organogram"
    assert importer_for("bodies.csv", b"Id,Name,Kind\n") is None


def test_ten_thousand_posts() -> None:
    rows = (
        row(f"{number:05}", f"Post of {number}", f"{number // 3:05}" if number else "XX") for number in range(10_000)
    )
    bodies = imported("organogram", "o.csv", organogram(*rows)).bodies
    assert len(bodies) == 10_000
    assert bodies["post-09999"].reports_to[0].to == "post-03333"
