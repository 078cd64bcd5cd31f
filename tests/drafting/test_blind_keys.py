"""The keys of the five blind texts fit the texts: every quote is word for word, every end is a body that they list."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

BLIND = Path(__file__).with_name("blind")
KEYS = sorted((BLIND / "keys").glob("*.json"))
QUOTED = ("relations", "optional", "seats", "attributes", "negatives")
ENDS = ("from", "to", "body", "holder", "appointed_by")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _read(key: Path) -> tuple[dict[str, Any], str]:
    """A key, and the words of its text, in HTML without tags, scripts and styles."""
    data = json.loads(key.read_text(encoding="utf-8"))
    (name,) = data["sources"]
    text = (BLIND / name).read_text(encoding="utf-8")
    if name.endswith(".html"):
        page = BeautifulSoup(text, "html.parser")
        for unread in page(["script", "style"]):
            unread.decompose()
        text = page.get_text(" ")
    return data, _plain(text)


def test_there_are_five() -> None:
    assert [key.stem for key in KEYS] == [
        "lanternfield_trust",
        "marrowdale_university",
        "orrinshire_quality_committee",
        "pennywick_school",
        "quillet_gardens_residents",
    ]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_quotes_are_word_for_word(key: Path) -> None:
    data, text = _read(key)
    assert [row["quote"] for part in QUOTED for row in data[part] if _plain(row["quote"]) not in text] == []


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_names_stand_in_the_text(key: Path) -> None:
    data, text = _read(key)
    names = [name for body in data["bodies"] for name in (body["name"], *body["aka"])] + data["mentioned"]
    assert [name for name in names if name.lower() not in text.lower()] == []


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_ends_are_bodies_of_the_key(key: Path) -> None:
    data, _ = _read(key)
    known = {body["id"] for body in data["bodies"]}
    assert {row[end] for part in QUOTED for row in data[part] for end in ENDS if end in row} <= known
    assert data["counts"] == {part: len(data[part]) for part in ("bodies", "relations", "seats", "attributes")}


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.stem)
def test_no_relation_is_both_stated_and_denied(key: Path) -> None:
    data, _ = _read(key)
    stated, others = (
        [(row["type"], row["from"], row["to"]) for part in parts for row in data[part] if "type" in row]
        for parts in (("relations",), ("optional", "negatives"))
    )
    assert len(stated) == len(set(stated))
    assert set(stated).isdisjoint(others)
