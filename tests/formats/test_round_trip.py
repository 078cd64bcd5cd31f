"""What is written reads back as the same structure, whatever its texts look like."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given

import govgraph
from chance import examples
from formats.texts import NASTY, is_text, nasty
from govgraph.model import Structure
from govgraph.model.faults import InputError
from helpers import FIXTURES

FORMS = ("x.yaml", "x.json", "x.xlsx", "folder")
STORIES = sorted(
    path for path in FIXTURES.rglob("*.yaml") if "refused" not in path.parts and path.name != "govgraph.yaml"
)


def there_and_back(structure: Structure, form: str) -> Structure:
    with TemporaryDirectory() as folder:
        path = Path(folder) / form
        govgraph.write(structure, path)
        return govgraph.read(path)


def same(one: Structure, other: Structure) -> None:
    assert other.model_dump() == one.model_dump()
    assert list(other.bodies) == list(one.bodies)
    assert [one for one in other.notices if "repeats row" not in one.message] == []


@pytest.mark.parametrize("form", FORMS)
@given(data=nasty)
@examples(40, few=10)
def test_random_structures(form: str, data: dict[str, Any]) -> None:
    structure = Structure.model_validate(data)
    same(structure, there_and_back(structure, form))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", [text for text in NASTY if is_text(text)], ids=ascii)
def test_one_text_everywhere(form: str, text: str) -> None:
    body: dict[str, Any] = {
        "name": text,
        "kind": "board",
        "other_names": [text, "", text],
        "decisions": text,
        "note": text,
    }
    body |= {
        "accountable_to": [f"The people of the county x{text}x"],
        "seats": [{"person": text, "source": {"id": "s", "where": text}}],
    }
    data = {"title": text, "note": text, "sources": {"s": {"title": text, "note": text}}, "bodies": {"the-body": body}}
    structure = Structure.model_validate(data)
    same(structure, there_and_back(structure, form))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", STORIES, ids=lambda path: str(path.relative_to(FIXTURES)))
def test_the_fixtures(form: str, path: Path) -> None:
    structure = govgraph.read(path)
    same(structure, there_and_back(structure, form))


@pytest.mark.parametrize("form", FORMS)
def test_a_name_that_reads_like_two_ids_is_a_name(form: str) -> None:
    bodies = {
        "a": {"name": "A", "kind": "board"},
        "b": {"name": "a, c", "kind": "board"},
        "c": {"name": "C", "kind": "board", "reports_to": ["a", "b"]},
    }
    data = {"constituencies": {"p": {"name": "P", "represented_by": ["a", "c"]}}, "bodies": bodies}
    structure = Structure.model_validate(data)
    same(structure, there_and_back(structure, form))


@pytest.mark.parametrize("form", ["x.xlsx", "folder"])
def test_a_text_that_no_cell_holds_is_refused_with_its_place(form: str, tmp_path: Path) -> None:
    body = {"name": "A", "kind": "board", "note": "x" * 32_768}
    structure = Structure.model_validate({"bodies": {"a": body}})
    with pytest.raises(InputError) as refused:
        govgraph.write(structure, tmp_path / form)
    assert [(fault.sheet, fault.line, fault.column) for fault in refused.value.faults] == [("Bodies", 2, 29)]
    assert "Note of a is longer than 32,767 letters" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_long_text_fits_to_the_last_letter() -> None:
    structure = Structure.model_validate({"bodies": {"a": {"name": "A", "kind": "board", "note": "x" * 32_767}}})
    same(structure, there_and_back(structure, "x.xlsx"))
    same(structure, there_and_back(structure, "folder"))
