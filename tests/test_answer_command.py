"""`govgraph check --questions` and `govgraph answer`, by the real commands: from a file to its questions and back."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import govgraph as package
from govgraph.formats.sheets.cells import split_texts
from helpers import FIXTURES, govgraph, mostly_long

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
CSV = ("--questions", "--format", "csv")
HEADERS = ["Number", "Question", "About", "Who may know", "How to answer", "Answer", "Source", "Key"]
SMALL = """# A comment
as_of: 2026-01-01
constituencies: {parents: {name: Parent carers}}
bodies:
  board: {name: "=The; Board", kind: board, accountable_to: the electors}  # and another
  first: {name: Panel, kind: panel, does: monitors, level: operational, reports_to: board}
  second: {name: Panel, kind: panel, does: monitors, level: operational, reports_to: board}
"""
ANSWERS = {
    "remit": "decides, strategic",
    "members": "complete",
    "reports_to": "SEND Partnership Board: Shropshire Council; Task and Finish groups: SEND Partnership Board\n"
    "Shropshire Clinical Commissioning Group: NHS England",
    "consulted_on_send": "Parent carers (consulted)",
    "scrutinisers": "People's Overview Committee",
    "owner": "0-25 SEND Strategic Board",
    "chair": "councillor",
    "last_day": "31 March 2021",
    "monitor": "nobody",
}

Rows = list[dict[str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the draft, a small structure and the questions of each."""
    (tmp_path / "draft.yaml").write_bytes(DRAFT.read_bytes())
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    for name in ("draft", "small"):
        ran = govgraph("check", f"{name}.yaml", *CSV, "-o", f"{name}.csv", folder=tmp_path)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    return tmp_path


def rows(path: Path) -> Rows:
    """The rows of a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def save(path: Path, table: Rows, delimiter: str = ",", encoding: str = "utf-8-sig") -> None:
    """Save a table as a spreadsheet does."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, table[0].keys(), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(table)


def filled(table: Rows) -> Rows:
    """The table of the draft with every question answered."""
    return [{**row, "Answer": ANSWERS[row["Key"]], "Source": "Email of the secretary"} for row in table]


def refusal(folder: Path, table: Rows, *, of: str = "small.yaml") -> list[str]:
    """What is said where a table cannot be recorded; nothing is written."""
    save(folder / "wrong.csv", table)
    ran = govgraph("answer", of, "wrong.csv", "-o", "out.yaml", folder=folder)
    assert (ran.returncode, ran.stdout, (folder / "out.yaml").exists()) == (2, "", False)
    *faults, last = ran.stderr.splitlines()
    assert last == "Nothing is recorded."
    return faults


def test_the_questions_of_the_draft_are_answered_and_only_facts_are_left(folder: Path) -> None:
    save(folder / "answered.csv", filled(rows(folder / "draft.csv")))
    ran = govgraph("answer", "draft.yaml", "answered.csv", "-o", "draft-answered.yaml", folder=folder)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == ("9 answers recorded in draft-answered.yaml.\nComments in draft.yaml are not carried over.\n")
    report = json.loads(govgraph("check", "draft-answered.yaml", "--format", "json", folder=folder).stdout)
    assert report["findings"]
    assert {finding["certainty"] for finding in report["findings"]} == {"stated"}
    listed = govgraph("check", "draft-answered.yaml", "--questions", folder=folder)
    assert (listed.returncode, listed.stdout.splitlines()[2]) == (
        0,
        "The file leaves no question open that these checks ask.",
    )
    assert (folder / "draft.yaml").read_bytes() == DRAFT.read_bytes()


def test_the_table_is_one_that_excel_opens(folder: Path) -> None:
    data = (folder / "small.csv").read_bytes()
    assert data.startswith(b'\xef\xbb\xbf"Number","Question",')
    assert data.count(b"\r\n") == data.count(b"\n") == len(rows(folder / "small.csv")) + 1
    table = rows(folder / "small.csv")
    assert list(table[0]) == HEADERS
    about = {row["Key"]: row["About"] for row in table}
    assert about["remit"] == '"=The; Board"'  # in quotes, as a cell that holds one name with a semicolon
    assert about["chair"] in ('first; second; "=The; Board"', '"=The; Board"; first; second')
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in table for cell in row.values())


def test_markdown_lists_the_same(folder: Path) -> None:
    ran = govgraph("check", "small.yaml", "--questions", folder=folder)
    head, *listed = [line for line in ran.stdout.splitlines() if line.startswith("|")]
    assert [cell.strip() for cell in head.split("|")[1:-1]] == HEADERS
    assert len(listed) - 1 == len(rows(folder / "small.csv"))
    assert ran.returncode == 0


@pytest.mark.parametrize("form", mostly_long(["xlsx", "json", "csv folder"], "xlsx"))
@pytest.mark.parametrize("delimiter", mostly_long([";", "\t", ","], ";"))
def test_a_structure_in_any_form_takes_answers_saved_in_any_country(form: str, delimiter: str, folder: Path) -> None:
    name, out = ("folder", "out") if form == "csv folder" else (f"draft.{form}", f"out.{form}")
    assert govgraph("convert", "draft.yaml", name, folder=folder).returncode == 0
    save(folder / "answered.csv", filled(rows(folder / "draft.csv")), delimiter)
    ran = govgraph("answer", name, "answered.csv", "-o", out, folder=folder)
    assert (ran.returncode, ran.stderr) == (0, f"9 answers recorded in {out}.\n")
    written = package.read(folder / out)
    assert written.bodies["partnership-board"].reports_to[0].to == "council"
    assert written.sources["email-of-the-secretary"].title == "Email of the secretary"
    assert package.check(written).questions == ()


def test_a_question_without_an_answer_stays_open(folder: Path) -> None:
    table = rows(folder / "small.csv")
    table[0]["Answer"], table[1]["Answer"] = "decides" if table[0]["Key"] == "remit" else "complete", "not known"
    save(folder / "answered.csv", table)
    ran = govgraph("answer", "small.yaml", "answered.csv", "-o", "out.yaml", folder=folder)
    left = len(table) - 1
    assert ran.stderr.splitlines()[0] == f"1 answer recorded in out.yaml. {left} questions have no answer."


def test_every_fault_is_told_with_its_row(folder: Path) -> None:
    table = rows(folder / "small.csv")
    chair = next(row for row in table if row["Key"] == "chair")
    wrong = [
        {**chair, "About": "first", "Answer": "lay member"},
        {**chair, "About": "Panel", "Answer": "lay member"},
        {**chair, "About": "first; Bord", "Answer": "councillor"},
        {**chair, "Key": "char", "Answer": "councillor"},
        {**chair, "Key": "", "Answer": "councillor"},
        {**chair, "About": "", "Answer": "councillor"},
        {**chair, "About": "second", "Answer": "Panell"},
        {**chair, "About": "second", "Key": "reports_to", "Answer": "Panel"},
    ]
    assert refusal(folder, wrong) == [
        "wrong.csv:3: About: More than one body is called “Panel”: write first or second.",
        "wrong.csv:4: About: There is no body “Bord” in the file. Did you mean “=The; Board”?",
        "wrong.csv:4: Answer: Row 2 answers the same of Panel in another way.",
        "wrong.csv:5: Key: There is no key “char”. Did you mean “chair”? Copy it from the row of the question.",
        "wrong.csv:6: Key: The key is missing. Copy it from the row of the question.",
        "wrong.csv:7: About: It names no body.",
        "wrong.csv:8: Answer: There is no body “Panell” in the file. Did you mean “Panel”?",
        "wrong.csv:9: Answer: More than one body is called “Panel”: write first or second.",
    ]


def test_a_table_without_an_answer_is_refused(folder: Path) -> None:
    sentence = "wrong.csv: No question is answered: fill in the column “Answer”."
    assert refusal(folder, rows(folder / "small.csv")) == [sentence]
    assert refusal(folder, [{"Key": "", "About": "", "Answer": ""}]) == [sentence]


BROKEN: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "wrong.csv: The file is empty: name the file that"),
    "UTF-16": (lambda data: data.decode("utf-8-sig").encode("utf-16"), "wrong.csv: The file is not text in UTF-8."),
    "Windows-1252": (lambda data: data + "é".encode("cp1252"), "wrong.csv: The file is not text in UTF-8."),
    "a workbook": (lambda data: b"PK\x03\x04" + data, "wrong.csv: This is an Excel, Word or zip file."),
    "a quote alone": (lambda data: data + b'"1,2', "A quotation mark here has no partner, or a text is too long."),
    "no headers": (lambda data: data.split(b"\n", 1)[1], "The first row does not have the columns “About”, “Answer”"),
    "no key": (lambda data: data.replace(b"Key", b"Kay"), "The first row does not have the column “Key”"),
    "unseen": (lambda data: data + b"\x01", "A character that cannot be seen is here (U+0001); delete it."),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_table_is_refused_in_one_sentence(case: str, folder: Path) -> None:
    spoil, sentence = BROKEN[case]
    (folder / "wrong.csv").write_bytes(spoil((folder / "small.csv").read_bytes()))
    ran = govgraph("answer", "small.yaml", "wrong.csv", "-o", "out.yaml", folder=folder)
    assert (ran.returncode, ran.stdout, (folder / "out.yaml").exists()) == (2, "", False)
    fault, last = ran.stderr.splitlines()
    assert (sentence in fault, last) == (True, "Nothing is recorded.")


def test_nothing_is_written_over(folder: Path) -> None:
    table = filled(rows(folder / "draft.csv"))
    save(folder / "draft.csv", table)
    before = (folder / "draft.csv").read_bytes()
    for arguments, why in (
        (["check", "draft.yaml", *CSV, "-o", "draft.csv"], "draft.csv is already there; choose another name, or add"),
        (["answer", "draft.yaml", "draft.csv", "-o", "small.yaml"], "small.yaml is already there; choose another name"),
        (
            ["answer", "draft.yaml", "draft.csv", "-o", "draft.yaml"],
            "draft.yaml is a file that is read; choose another",
        ),
        (["answer", "draft.yaml", "draft.csv", "-o", "draft.csv"], "is written as .csv"),
        (["answer", "draft.yaml", "draft.csv"], "Missing option '-o' / '--output'."),
    ):
        ran = govgraph(*arguments, folder=folder)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert why in ran.stderr
    assert (folder / "draft.csv").read_bytes() == before
    assert (folder / "small.yaml").read_text(encoding="utf-8") == SMALL
    assert (
        govgraph("answer", "draft.yaml", "draft.csv", "-o", "small.yaml", "--overwrite", folder=folder).returncode == 0
    )
    assert govgraph("check", "draft.yaml", *CSV, "-o", "draft.csv", "--overwrite", folder=folder).returncode == 0
    assert govgraph("check", "draft.yaml", *CSV, "-o", "draft.csv", folder=folder).returncode == 0  # it is the same


def test_a_name_that_is_the_id_of_another_body_gives_way_to_its_own_id(folder: Path) -> None:
    text = SMALL.replace("name: Panel, kind: panel, does: monitors", "name: Board, kind: panel, does: monitors", 1)
    (folder / "alike.yaml").write_text(text, encoding="utf-8")
    assert govgraph("check", "alike.yaml", *CSV, "-o", "alike.csv", folder=folder).returncode == 0
    about = next(row["About"] for row in rows(folder / "alike.csv") if row["Key"] == "chair")
    assert set(split_texts(about)) == {"=The; Board", "Panel", "first"}


def test_a_verdict_is_not_written_over_a_table(folder: Path) -> None:
    before = (folder / "small.csv").read_bytes()
    for options in ([], ["--overwrite"], ["--format", "sarif"]):
        ran = govgraph("check", "small.yaml", *options, "-o", "small.csv", folder=folder)
        assert ran.returncode == 2
        assert "small.csv: only --questions are written as CSV: add it, or choose another name." in ran.stderr
    assert (folder / "small.csv").read_bytes() == before


def test_a_name_that_is_too_long_is_refused_in_one_sentence(folder: Path) -> None:
    save(folder / "a.csv", [{"Key": "members", "About": "first", "Answer": "complete"}])
    for end in (".yaml", ""):
        ran = govgraph("answer", "small.yaml", "a.csv", "-o", f"{'x' * 300}{end}", folder=folder)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr.endswith(" cannot be written: the name is too long.\n")


def test_questions_that_are_known_are_not_said_to_be_none(folder: Path) -> None:
    assert govgraph("check", "small.yaml", "--write-baseline", "b.json", folder=folder).returncode in (0, 1)
    ran = govgraph("check", "small.yaml", "--questions", "--baseline", "b.json", folder=folder)
    assert ran.returncode == 0
    assert "leaves no question open" not in ran.stdout
    assert "This list leaves out what was known before, and what a waiver accepts: " in ran.stdout


def test_options_that_do_not_go_together_are_refused(folder: Path) -> None:
    for arguments, why in (
        (["--format", "csv"], "--format csv is for --questions: add it, or choose another format."),
        (["--questions", "--format", "sarif"], "--questions is written as markdown or csv, not as sarif."),
        (["--questions", "--write-baseline", "b.json"], "--questions lists questions, and writes no baseline"),
    ):
        ran = govgraph("check", "small.yaml", *arguments, folder=folder)
        assert (ran.returncode, why in ran.stderr) == (2, True)
    assert not (folder / "b.json").exists()


def test_the_names_of_people_are_kept_unless_they_are_redacted(folder: Path) -> None:
    text = SMALL.replace("kind: board,", "kind: board, seats: {person: Zephyrine, role: chair},")
    (folder / "named.yaml").write_text(text, encoding="utf-8")
    save(folder / "a.csv", [{"Key": "members", "About": '"=The; Board"', "Answer": "complete", "Source": ""}])
    for options, kept in (([], True), (["--redact"], False)):
        ran = govgraph("answer", "named.yaml", "a.csv", "-o", "out.yaml", "--overwrite", *options, folder=folder)
        assert ran.returncode == 0, ran.stderr
        assert ("Zephyrine" in (folder / "out.yaml").read_text(encoding="utf-8")) is kept
    assert "Answers to the questions of govgraph" in (folder / "out.yaml").read_text(encoding="utf-8")
