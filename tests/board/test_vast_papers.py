"""Names and notes of many letters: what cannot be set is refused in a sentence, and what can be is written."""

from pathlib import Path

import pytest

from helpers import govgraph


def _structure(path: Path, name: str, bodies: int) -> Path:
    lines = ["as_of: 2024-01-01", "constituencies: {parents: {name: Parents}}", "bodies:"]
    for number in range(bodies):
        above = f", reports_to: b{number // 2}" if number else ""
        lines.append(f'  b{number}: {{name: "{number} {name}", kind: board, note: "{name}"{above}}}')
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md"])
def test_a_paper_of_more_text_than_can_be_set_is_refused(form: str, tmp_path: Path) -> None:
    path = _structure(tmp_path / "long.yaml", "x" * 16_000, 20)
    ran = govgraph("report", path, "-o", tmp_path / f"paper.{form}")
    sentence, last = ran.stderr.splitlines()
    start, _, rest = sentence.partition(" letters; ")
    assert start.startswith("This paper would have ")
    assert int(start.split()[-1].replace(",", "")) > 1_000_000
    assert rest == (
        f"1,000,000 are the most. Shorten long names and notes. The longest has 16,003 letters: '10 {'x' * 54}...'."
    )
    assert last == "Could not check: 1 fault. There is no verdict."
    assert (ran.returncode, ran.stdout) == (2, "")
    assert not (tmp_path / f"paper.{form}").exists()


@pytest.mark.parametrize(
    "name",
    ["x" * 2_000, "\u0645\u062c\u0644\u0633" * 300, "Z" + "\u0301\u0317" * 300, "\U0001f469\u200d\U0001f467" * 100],
    ids=["no space", "right to left", "combining", "emoji"],
)
def test_long_names_without_spaces_are_set(name: str, tmp_path: Path) -> None:
    path = _structure(tmp_path / "long.yaml", name, 2)
    ran = govgraph("report", path, "-o", tmp_path / "paper.pdf")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-1.")
