"""What the pages in docs/ show works as it is shown."""

import doctest
import re
from pathlib import Path

import pytest

from helpers import ROOT

DOCS = ROOT / "docs"
MINE = re.findall(r"```yaml\n(.*?)```", (DOCS / "guide.md").read_text(encoding="utf-8"), re.DOTALL)[0]


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
