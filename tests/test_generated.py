"""What is made from the code is fresh."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generated import GENERATED
from govgraph.render.json import render_schema


@pytest.mark.parametrize("path", GENERATED, ids=lambda path: path.name)
def test_what_is_generated_is_fresh(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == GENERATED[path](), "run `make pages`"


def test_the_schema_is_a_schema_and_says_of_which_draft() -> None:
    made = json.loads(render_schema())
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(made)
