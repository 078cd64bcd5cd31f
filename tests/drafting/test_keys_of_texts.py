"""The keys of the texts fit the texts: every quote is word for word, every end is a body that they list."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

FOLDERS = (Path(__file__).with_name("texts"), Path(__file__).with_name("blind"))
KEYS = sorted(key for folder in FOLDERS for key in folder.glob("keys/*.json"))
QUOTED = ("relations", "optional", "seats", "attributes", "negatives")
ENDS = ("from", "to", "body", "holder", "appointed_by")


def _plain(text: str) -> str:
    """A text without white space: tags leave more of it, or less, than a reader sees."""
    return "".join(text.split())


def _read(key: Path) -> tuple[dict[str, Any], str]:
    """A key, and the words of its text, in HTML without tags, scripts and styles."""
    data = json.loads(key.read_text(encoding="utf-8"))
    (name,) = data["sources"]
    text = (key.parent.parent / name).read_text(encoding="utf-8")
    if name.endswith(".html"):
        page = BeautifulSoup(text, "html.parser")
        for unread in page(["script", "style"]):
            unread.decompose()
        text = page.get_text(" ")
    return data, _plain(text)


def test_every_text_has_a_key() -> None:
    texts = {file.stem for folder in FOLDERS for file in folder.iterdir() if file.is_file() and file.stem != "README"}
    assert texts == {key.stem for key in KEYS}


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_quotes_are_word_for_word(key: Path) -> None:
    data, text = _read(key)
    assert [row["quote"] for part in QUOTED for row in data.get(part, ()) if _plain(row["quote"]) not in text] == []


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_names_stand_in_the_text(key: Path) -> None:
    data, text = _read(key)
    names = [name for body in data["bodies"] for name in (body["name"], *body.get("aka", ()))]
    assert [name for name in names if _plain(name.lower()) not in text.lower()] == []


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_ends_are_bodies_of_the_key(key: Path) -> None:
    data, _ = _read(key)
    known = {body["id"] for body in data["bodies"]}
    assert {row[end] for part in QUOTED for row in data.get(part, ()) for end in ENDS if end in row} <= known


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_no_relation_is_both_stated_and_denied(key: Path) -> None:
    data, _ = _read(key)
    stated, others = (
        [(row["type"], row["from"], row["to"]) for part in parts for row in data.get(part, ()) if "type" in row]
        for parts in (("relations",), ("optional", "negatives"))
    )
    assert len(stated) == len(set(stated))
    assert set(stated).isdisjoint(others)
