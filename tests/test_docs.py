"""What the pages in docs/ show works as it is shown."""

import doctest
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import govgraph
from helpers import FIXTURES, ROOT, govgraph_json

DOCS = ROOT / "docs"
STRUCTURES = re.findall(r"```yaml\n(.*?)```", (DOCS / "guide.md").read_text(encoding="utf-8"), re.DOTALL)
MINE = STRUCTURES[0]


@pytest.mark.parametrize("page", ["guide.md", "own-rules.md"])
def test_the_examples_of_a_page_show_what_they_say(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(MINE, encoding="utf-8")
    for name, code in re.findall(r"Save this as `(\w+\.py)`:\n\n```python\n(.*?)```", text, re.DOTALL):
        (tmp_path / name).write_text(code, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", text, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, page, page, 0)
    told: list[str] = []
    results = doctest.DocTestRunner().run(test, out=told.append)
    assert results.failed == 0, "".join(told)
    assert results.attempted > 0


@pytest.mark.parametrize("text", STRUCTURES, ids=range(len(STRUCTURES)))
def test_the_structures_of_the_guide_are_read_word_for_word(text: str) -> None:
    assert govgraph.read_text(text).notices == ()


@pytest.mark.parametrize(
    "arguments",
    [
        [FIXTURES / "shropshire-draft-2020" / "structure.yaml"],
        [FIXTURES / "wellbeing-board-without-two-members" / "structure.yaml"],
        [FIXTURES / "changes" / "new-id-same-name" / f"{side}.yaml" for side in ("after", "before")],
    ],
    ids=["a draft", "a breach of law", "a change"],
)
def test_every_key_of_the_json_is_explained(arguments: list[Path]) -> None:
    file, *against = arguments
    _, said = govgraph_json(file, *(word for path in against for word in ("--against", path)))
    explained = set(re.findall(r"`(\w+)`", (DOCS / "developers.md").read_text(encoding="utf-8")))
    assert set(_keys(said)) <= explained | {"govgraph", *said["summary"]}


def _keys(said: dict[str, Any]) -> Iterator[str]:
    """The keys of the object, and of the objects in its lists; not those of what the structure itself states."""
    for key, value in said.items():
        yield key
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                yield from item
                yield from (inner for part in item.get("witness", ()) for inner in part)
