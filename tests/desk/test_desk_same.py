"""The engine of the desk is the command's: the same JSON for every file, the same sentences for every fault."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from desk.desk_page import Desk, assert_refused_in, sentences_in
from govgraph.desk.protocol import Edit, State, Table
from helpers import FIXTURES, govgraph, govgraph_json, mostly_long

STRUCTURES = sorted(
    path.relative_to(FIXTURES).as_posix()
    for path in FIXTURES.rglob("*.yaml")
    if path.parent.name != "refused" and "settings" not in path.name
)
SHORT = ["lancashire-2025/structure.yaml", "shropshire-draft-2020/structure.yaml"]
REFUSED: dict[str, list[list[Any]]] = json.loads((FIXTURES / "refused.json").read_text(encoding="utf-8"))
EDITS = 50


@pytest.mark.parametrize("name", mostly_long(STRUCTURES, *SHORT))
def test_what_is_found_in_a_file_is_what_the_command_finds_to_the_byte(desk: Desk, name: str) -> None:
    file = FIXTURES / name
    state = desk.opened(file)
    assert "refused" not in state
    assert state["faults"] == []
    ran = govgraph("check", file.name, "--format", "json", folder=file.parent)
    assert desk.written("report").decode() == ran.stdout


def said(faults: list[list[Any]], name: str) -> list[tuple[str, str]]:
    """Faults as the desk says them: where, and the sentence."""
    return [(f"{name}, line {line}" if line else name, message) for line, _, message in faults]


def test_what_cannot_be_read_is_said_in_the_words_of_the_command(desk: Desk) -> None:
    for name, faults in sorted(REFUSED.items()):
        state = desk.opened(FIXTURES / "refused" / name)
        if "refused" in state:
            assert_refused_in(sentences_in(state), [message for _, _, message in faults])
        else:
            assert state["verdict"] is None, name
            assert [(fault["where"] or name, fault["message"]) for fault in state["faults"]] == said(faults, name), name


def by_chance(chance: random.Random, tables: dict[str, Table]) -> Edit:
    """A change to some cell, a row more or a row less; mostly to what another cell of the column says."""
    table = chance.choice([table for table in tables.values() if table["rows"]])
    section, row = table["section"], chance.randrange(len(table["rows"]))
    column = chance.randrange(len(table["columns"]))
    match chance.randrange(6):
        case 0:
            return {"do": "delete", "section": section, "row": row}
        case 1:
            return {"do": "add", "section": section, "cells": {}}
        case 2:
            text = chance.choice(["", "nothing known", "=1+1", "2026-03", "Cabinet"])
        case _:
            text = chance.choice(table["rows"])[column]
    return {"do": "set", "section": section, "row": row, "column": column, "text": text}


def merged(tables: dict[str, Table], state: State) -> dict[str, Table]:
    """All tables: those of the state are the ones that changed."""
    return tables | {table["section"]: table for table in state["tables"]}


def findings(told: dict[str, Any]) -> list[tuple[Any, ...]]:
    """What makes findings those that they are."""
    return [(one["key"], one["certainty"], one["message"]) for one in told["findings"]]


def test_after_many_edits_by_chance_undo_gives_back_what_was_opened(desk: Desk, tmp_path: Path) -> None:
    chance = random.Random(19)
    opened = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
    state = desk.opened(opened)
    assert "refused" not in state
    first = tables = merged({}, state)
    report, written = desk.written("report"), desk.written("yaml")
    compared = 0
    for _ in range(EDITS):
        state = desk.act(by_chance(chance, tables))
        tables = merged(tables, state)
        if not state["faults"] and state["changed"]:
            after = tmp_path / "after.yaml"
            after.write_bytes(desk.written("yaml"))
            _, told = govgraph_json(after, "--against", opened)
            assert findings(json.loads(desk.written("report"))) == findings(told)
            compared += 1
    assert compared
    while state["undo"]:
        state = desk.ask("undo")
        tables = merged(tables, state)
    assert tables == first
    assert not state["changed"]
    assert (desk.written("report"), desk.written("yaml")) == (report, written)
