"""YAML is read alike with libyaml and without it: the same structure, the same faults in the same places."""

from typing import Any

import pytest
import yaml

from govgraph.formats import yaml as structure_yaml
from govgraph.formats.yaml_reader import PythonLoader
from helpers import FIXTURES, ROOT

FILES = sorted([*FIXTURES.rglob("*.yaml"), ROOT / "tests" / "diagram" / "wendle.yaml"])
BODY = "bodies:\n  hwb:\n    name: Board\n"
TEXTS = {
    "a tab after a colon": "title:\tA county\n" + BODY,
    "a tab within a text": "title: A\tcounty\n" + BODY,
    "a tab within a key": "a\tb: 1\n" + BODY,
    "a tab before a comment": "title: A county\t# here\n" + BODY,
    "tabs in a list": "title: x\nnote: [a,\tb\t]\n" + BODY,
    "a tab as indentation": BODY + "\tkind: board\n",
    "a tab at the end of a line": "title: A county\t\n" + BODY,
    "a line too far to the left": BODY + "   kind: board\n",
    "a line too far to the right": BODY + "      kind: board\n",
    "an apostrophe": BODY + "    note: 'Board's own'\n",
    "a list in the line of its key": "note: - a\n" + BODY,
    "a list among keys": "title: x\n- a\n" + BODY,
    "a key among a list": "bodies:\n- a\nname: x\n  - b\n",
    "a list that is not closed": BODY + "    note: [a, b\n",
    "a brace that is not closed": BODY + "    note: {a: b\n",
    "a comma too many": BODY + "    note: [a,, b]\n",
    "a star": BODY + "    note: *\n",
    "an ampersand": BODY + "    note: & x\n",
    "a reference": BODY + "    note: *x\n",
    "a bar": BODY + "    note: |x\n",
    "per cent": "%\n" + BODY,
    "an at": BODY + "    note: @x\n",
    "a control character": BODY + "    note: a\x01b\n",
    "a second colon": BODY + "    note: a: b\n",
    "a key without a colon": "title\n" + BODY,
    "a second document": BODY + "---\n" + BODY,
    "a text that is not closed": BODY + '    note: "a\n',
    "nothing": "",
}


def read(monkeypatch: pytest.MonkeyPatch, text: str, loader: Any) -> tuple[Any, list[Any]]:
    monkeypatch.setattr(structure_yaml, "LOADER", loader)
    document = structure_yaml.parse("x.yaml", text)
    return document.data, document.faults


def assert_alike(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    fast = getattr(yaml, "CSafeLoader", None)
    if fast is None:
        pytest.skip("PyYAML has no libyaml here")
    assert read(monkeypatch, text, PythonLoader) == read(monkeypatch, text, fast)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_read_alike(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_alike(monkeypatch, TEXTS[name])


def test_every_fixture_is_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    for file in FILES:
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # refused before it is read as YAML
        assert_alike(monkeypatch, text)
