"""`govgraph draw --sheet`, as a user runs it."""

from pathlib import Path

import pytest

from helpers import FIXTURES, assert_refused, govgraph, mostly_long

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
BEGINS = {"html": b"<!doctype html>", "pdf": b"%PDF-", "docx": b"PK\x03\x04", "md": b"# What the"}
SHEET = ("--sheet", "Health and Wellbeing Board")


@pytest.mark.parametrize("form", mostly_long(BEGINS, "html", "md"))
def test_the_end_of_the_name_says_what_is_written_and_two_runs_give_the_same_bytes(form: str, tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        ran = govgraph("draw", DRAFT, *SHEET, "-o", f"{seed}.{form}", folder=tmp_path, PYTHONHASHSEED=seed)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", f"Written: {seed}.{form}.\n")
        written.append((tmp_path / f"{seed}.{form}").read_bytes())
    assert written[0] == written[1]
    assert written[0].startswith(BEGINS[form])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([*SHEET, "-o", "x.svg"], "its name must end in .docx, .pdf, .html or .md."),
        ([*SHEET, "-o", "x.html", "--focus", "pacc"], "--sheet shows one body as it is, so it takes no --focus."),
        ([*SHEET, "-o", "x.html", "--against", str(DRAFT)], "so it takes no --against."),
        ([*SHEET, "-o", "x.html", "--steps", "2"], "name the body with --focus"),
        (["--sheet", "nobody", "-o", "x.html"], "There is no body 'nobody'."),
        ([*SHEET, "-o", "x.html", "--for", "nobody"], "There is no constituency 'nobody'."),
        ([*SHEET, "-o", "there-is-no-folder/x.html"], "there is no folder there-is-no-folder"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_sentence_and_nothing_is_written(
    arguments: list[str], sentence: str, tmp_path: Path
) -> None:
    assert_refused(["draw", DRAFT, *arguments], sentence, tmp_path)


def test_the_body_is_named_by_its_id_or_its_name_and_the_day_is_chosen(tmp_path: Path) -> None:
    for name, output in (("wellbeing-board", "id.md"), ("Shropshire Health and Wellbeing Board", "name.md")):
        ran = govgraph("draw", DRAFT, "--sheet", name, "--as-of", "2020-08-01", "-o", output, folder=tmp_path)
        assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "id.md").read_bytes() == (tmp_path / "name.md").read_bytes()
    assert "As at 1 August 2020." in (tmp_path / "id.md").read_text(encoding="utf-8")
