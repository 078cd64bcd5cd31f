"""`govgraph report`, as a user runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import FIXTURES, ROOT, govgraph

STORY = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
LATER = FIXTURES / "shropshire-draft-2020-champions" / "structure.yaml"
BEGINS = {"docx": b"PK\x03\x04", "pdf": b"%PDF-", "html": b"<!doctype html>", "md": b"# Shropshire"}


@pytest.mark.parametrize("form", BEGINS)
def test_the_end_of_the_name_says_what_is_written_whatever_was_found(form: str, tmp_path: Path) -> None:
    ran = govgraph("report", STORY, "-o", f"x.{form}", folder=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", f"Written: x.{form}.\n")
    assert (tmp_path / f"x.{form}").read_bytes().startswith(BEGINS[form])


def test_what_is_compared_asked_and_chosen_reaches_the_paper(tmp_path: Path) -> None:
    options = ["--against", str(STORY), "--select", "REP", "--for", "Parent carers", "--as-of", "2020-08-01"]
    ran = govgraph("report", LATER, "-o", "x.md", *options, folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    told = (tmp_path / "x.md").read_text(encoding="utf-8")
    assert "As at 1 August 2020: what is in place, agreed or proposed. Compared with Shropshire's SEND" in told
    assert "ACC101" not in told.partition("Checks that were left out by choice")[0]
    assert "ACC101" in told


def test_title_block_annex_and_measures_are_chosen_by_options(tmp_path: Path) -> None:
    block = ["--board", "The Board", "--meeting", "Spring meeting", "--date", "1 May", "--author", "The clerk"]
    ran = govgraph("report", STORY, "-o", "short.md", *block, folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    short = (tmp_path / "short.md").read_text(encoding="utf-8")
    assert "| The Board | Spring meeting | 1 May | The clerk | To decide |" in short
    ran = govgraph("report", STORY, "-o", "full.md", "--annex", "full", "--measures", folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    full = (tmp_path / "full.md").read_text(encoding="utf-8")
    for heading in ("Checks that had nothing to look at", "The structure in numbers", "Themes"):
        assert f"### {heading}" in full
        assert f"### {heading}" not in short


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-o", "x.odt"], "its name must end in .docx, .pdf, .html or .md"),
        (["-o", "x"], "its name must end in"),
        (["-o", "x.docx", "--template", "absent.docx"], "absent.docx: There is no such file."),
        (["-o", "x.docx", "--template", str(STORY)], "This is no Word document"),
        (["-o", "x.pdf", "--template", "absent.docx"], "A template is for Word documents"),
        (["-o", "x.md", "--for", "nobody"], "There is no constituency 'nobody'."),
        (["-o", "x.md", "--select", "NOPE"], "NOPE"),
        (["-o", "x.md", "--as-of", "2020-13-01"], "is not a day"),
        (["-o", "there-is-no-folder/x.md"], "there is no folder there-is-no-folder"),
        (["-o", "x.md", "--against", "absent.yaml"], "There is no such file."),
        ([], "Missing option"),
    ],
)
def test_where_there_is_no_paper_one_sentence_says_why_and_nothing_is_written(
    arguments: list[str], sentence: str, tmp_path: Path
) -> None:
    ran = govgraph("report", STORY, *arguments, folder=tmp_path)
    assert ran.returncode == 2
    assert sentence in ran.stderr
    assert "Traceback" not in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_leaves_the_paper_of_yesterday_alone(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_text("yesterday", encoding="utf-8")
    ran = govgraph("report", FIXTURES / "refused" / "unknown-kind.yaml", "-o", path)
    assert ran.returncode == 2
    assert path.read_text(encoding="utf-8") == "yesterday"
    assert list(tmp_path.iterdir()) == [path]


def test_a_template_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(b"x")
    ran = govgraph("report", STORY, "-o", path, "--template", path)
    assert ran.returncode == 2
    assert "is a file that is read" in ran.stderr


@pytest.mark.parametrize(
    ("form", "missing", "extra"), [("docx", "docx", "word"), ("pdf", "typst", "pdf"), ("html", "pygraphviz", "draw")]
)
def test_a_missing_extra_is_told_with_the_line_that_installs_it(
    form: str, missing: str, extra: str, tmp_path: Path
) -> None:
    (tmp_path / f"{missing}.py").write_text(f"raise ModuleNotFoundError('No', name='{missing}')", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    ran = govgraph("report", STORY, "-o", tmp_path / f"x.{form}", PYTHONPATH=path)
    assert ran.returncode == 2
    assert f"pip install 'govgraph[{extra}]'" in ran.stderr
    assert not (tmp_path / f"x.{form}").exists()


def test_markdown_needs_no_extra(tmp_path: Path) -> None:
    for missing in ("jinja2", "markupsafe", "pygraphviz", "fontTools", "matplotlib", "typst", "docx"):
        (tmp_path / f"{missing}.py").write_text("raise ModuleNotFoundError('No', name='it')", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    ran = govgraph("report", STORY, "-o", tmp_path / "x.md", PYTHONPATH=path)
    assert ran.returncode == 0, ran.stderr


def test_making_a_paper_loads_nothing_that_only_a_format_needs() -> None:
    code = (
        "import sys, govgraph; govgraph.paper(govgraph.read(sys.argv[1])).markdown(); "
        "print(sorted({'jinja2', 'pygraphviz', 'fontTools', 'typst', 'matplotlib', 'docx', 'lxml'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(STORY)], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
