"""Kumu's JSON: blueprints and backups; what its types say is read as on Kumu's sheets, the rest is a draft."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from govgraph.formats.structure_files import build_structure
from govgraph.importers import importer_for, importer_named
from govgraph.importers.reading import import_document
from govgraph.model import Structure
from importers.confirming import confirmed
from importers.importing import drafted, imported, notices, refusals


def read(elements: list[Any], connections: list[Any] | None = None, **more: Any) -> Structure:
    return imported("kumu", "map.json", json.dumps({"elements": elements, "connections": connections or [], **more}))


BOARD, CABINET = {"label": "SEND Board", "type": "Board"}, {"label": "Cabinet", "type": "Committee"}


def test_a_blueprint_with_known_types_is_read() -> None:
    structure = read(
        [{**BOARD, "description": "Meets often."}, CABINET],
        [
            {"from": "SEND Board", "to": "Cabinet", "type": "reports to", "direction": "directed"},
            {"from": "send board", "to": "Cabinet", "type": "Scrutinises"},
        ],
    )
    board = structure.bodies["send-board"]
    assert (board.name, board.kind.value, board.note) == ("SEND Board", "board", "Meets often.")
    assert [line.to for line in board.reports_to] == ["cabinet"]
    assert [tie.to for tie in structure.bodies["cabinet"].scrutinised_by] == ["send-board"]
    assert structure.draft == ()
    assert board.source is not None
    assert (board.source.id, board.source.where) == ("map-json", "element 1")


def test_a_backup_with_attributes_apart() -> None:
    structure = read(
        [
            {"_id": "elem-1", "attributes": {"label": "SEND Board", "element type": "Board"}, "description": "x"},
            {"_id": "elem-2", "attributes": {"label": "Cabinet", "element type": "Committee", "tags": ["a"]}},
        ],
        [
            {
                "_id": "c",
                "from": "elem-1",
                "to": "elem-2",
                "direction": "directed",
                "attributes": {"connection type": "is part of"},
            }
        ],
        perspectives=[{"name": "x"}],
    )
    assert [line.to for line in structure.bodies["send-board"].part_of] == ["cabinet"]
    assert "These fields are left out: tags." in notices(structure)
    assert "These parts of the file say how a map looks, and are left out: perspectives." in notices(structure)


def test_what_its_types_do_not_say_is_a_draft() -> None:
    structure = read(
        [BOARD, CABINET, {"label": "Quality Panel", "type": "Blob"}, {"label": "The Hub"}],
        [
            {"from": "SEND Board", "to": "Cabinet", "type": "loves"},
            {"from": "SEND Board", "to": "Cabinet", "label": "reports to", "direction": "undirected"},
            {"from": "Quality Panel", "to": "Cabinet", "type": "advises"},
            {"from": "The Hub", "to": "Cabinet"},
        ],
    )
    assert list(structure.bodies) == ["send-board", "cabinet"]
    assert structure.bodies["send-board"].reports_to == ()
    assert drafted(structure) == [
        ("Quality Panel", "is a", "panel"),
        ("The Hub", "is a", None),
        ("SEND Board", None, "Cabinet"),
        ("SEND Board", None, "Cabinet"),
        ("Quality Panel", "advises", "Cabinet"),
        ("The Hub", None, "Cabinet"),
    ]
    assert [row.question for row in structure.draft if row.question] == [
        "What is Quality Panel? Kumu gives it the type 'Blob'.",
        "What is The Hub? Kumu gives it no type.",
        "Kumu has a connection from SEND Board to Cabinet, labelled 'loves'. How are they related?",
        "Kumu has a connection between SEND Board and Cabinet, labelled 'reports to'. How are they related?",
        "Kumu has a connection from The Hub to Cabinet. How are they related?",
    ]


def test_a_draft_alone_can_be_confirmed() -> None:
    structure = read(
        [{"label": "Quality Panel"}, {"label": "Audit Board"}],
        [{"from": "Quality Panel", "to": "Audit Board", "type": "advises"}],
    )
    assert [tie.to for tie in confirmed(structure).bodies["quality-panel"].advises] == ["audit-board"]


def test_what_cannot_be_taken_is_named() -> None:
    structure = read(
        [BOARD, {"label": "send board", "type": "Panel"}, {"type": "Board"}, "nothing", CABINET],
        [{"from": "SEND Board", "to": "Nobody"}, {"from": "SEND Board", "to": "SEND Board"}, {"to": "Cabinet"}, 3],
    )
    assert [body.name for body in structure.bodies.values()] == ["SEND Board", "Cabinet"]
    assert structure.draft == ()
    assert notices(structure) == [
        "Elements without a label are left out: 2.",
        "Kumu treats elements with the same label as one, and so does govgraph: send board.",
        "These lead to themselves, or to an element that is not in the file, so they are left out: "
        "connection 1 from SEND Board to Nobody, connection 2 from SEND Board to SEND Board, "
        "connection 3 from nothing to Cabinet and connection 4 from nothing to nothing.",
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "map.json:1:2"),
        ("[]", "Kumu's JSON has a list of elements; this file has none."),
        ('{"elements": []}', "None of Kumu's elements has a label, so there is nothing to read."),
        ('{"elements": [' + "[" * 200 + "]" * 200 + "]}", "nested more than 50 levels deep"),
        ('{"elements": [{"label": null}]}', "None of Kumu's elements has a label"),
    ],
)
def test_what_is_refused(content: str, sentence: str) -> None:
    (fault,) = refusals("kumu", "map.json", content)
    assert sentence in fault


def test_it_is_known_by_what_it_holds() -> None:
    assert importer_for("a.json", json.dumps({"elements": [BOARD]}).encode()) is importer_named("kumu")
    others: list[Any] = [{"bodies": {}, "elements": []}, {"elements": {}}, []]
    for other in others:
        assert importer_for("a.json", json.dumps(other).encode()) is not importer_named("kumu")


words = st.sampled_from(
    ["", " ", "Board", "SEND Board", "Cabinet", "reports to", "has no seat for", "mutual", "a\u202eb", "=1"]
)
anything = st.one_of(words, words, st.none(), st.integers(), st.booleans(), st.lists(words, max_size=2))
keys = st.sampled_from(["label", "type", "element type", "connection type", "from", "to", "direction", "_id", "tags"])
record = st.dictionaries(keys, anything, max_size=6)
entry = st.one_of(record, st.builds(lambda one, two: {**one, "attributes": two}, record, st.one_of(record, anything)))


@given(st.lists(st.one_of(entry, anything), max_size=5), st.one_of(st.lists(entry, max_size=5), anything))
@examples(400)
def test_any_json_is_read_or_refused(elements: list[Any], connections: Any) -> None:
    content = json.dumps({"elements": elements, "connections": connections}).encode()
    document = import_document("a.json", content, importer_named("kumu"))
    assert all("its importer failed" not in fault.message for fault in document.faults)
    if not document.broken:
        structure = build_structure([document], may_be_draft=True)
        assert all(body.without == () and body.membership is None for body in structure.bodies.values())
        assert all(row.confirmed is None and row.what != "has no seat for" for row in structure.draft)
