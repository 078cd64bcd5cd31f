"""`govgraph draw --size` and `--transparent`, as a user runs them."""

from pathlib import Path

import pytest

from helpers import FIXTURES, assert_refused, govgraph

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
BOARD = ["--focus", "0-25 SEND Strategic Board"]


def test_a_slide_is_the_same_twice_and_16_to_9(tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        arguments = ["-o", f"{seed}.svg", "--size", "slide", "--transparent", *BOARD]
        ran = govgraph("draw", DRAFT, *arguments, folder=tmp_path, PYTHONHASHSEED=seed)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", f"Written: {seed}.svg.\n")
        written.append((tmp_path / f"{seed}.svg").read_text(encoding="utf-8"))
    assert written[0] == written[1]
    assert 'width="1920" height="1080" viewBox="0 0 1280 720"' in written[0]
    assert "<rect" not in written[0]


def test_letters_too_small_to_read_are_said_beside_what_is_written(tmp_path: Path) -> None:
    hundred = "\n".join(
        f"  b{number}: {{name: Body {number} of a very large structure, kind: board, works_with: b{number // 3 + 7}}}"
        for number in range(60)
    )
    (tmp_path / "large.yaml").write_text(f"as_of: 2024-01-01\nbodies:\n{hundred}\n", encoding="utf-8")
    ran = govgraph("draw", "large.yaml", "-o", "x.svg", "--size", "a4", folder=tmp_path)
    assert ran.returncode == 0
    written, warning = ran.stderr.splitlines()
    assert written == "Written: x.svg."
    assert warning.startswith("The diagram is too large for a column of an A4 page: its smallest letters are ")
    assert warning.endswith("Draw one body and what is near it (focus), or choose the size poster.")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-o", "x.svg", "--size", "a5"], "There is no size 'a5': choose slide, a4 or poster."),
        (
            ["-o", "x.html", "--size", "a4"],
            "Only a picture has a size: end the name of the file in .svg, .png or .pdf.",
        ),
        (["-o", "x.mmd", "--size", "a4"], "Only a picture has a size"),
        (
            ["-o", "x.html", "--transparent"],
            "Only a picture can be transparent: end the name of the file in .svg or .png.",
        ),
        (["-o", "x.pdf", "--transparent"], "Only a picture can be transparent"),
    ],
)
def test_what_has_no_size_or_no_ground_is_refused_in_one_sentence(
    arguments: list[str], sentence: str, tmp_path: Path
) -> None:
    assert_refused(["draw", DRAFT, *arguments], sentence, tmp_path)
