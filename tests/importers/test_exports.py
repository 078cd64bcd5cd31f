"""What is written for other tools: it comes back as it was, as far as their forms hold it, and the rest is said."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import govgraph
from chance import examples
from govgraph.exporters import exporter_for, exporters
from govgraph.formats.structure_files import build_structure, read_csv_folder
from govgraph.importers import importer_named
from govgraph.importers.reading import import_document
from govgraph.model import Structure
from helpers import FIXTURES
from structures import everything

OF_KUMU = ("name", "kind", "other_names", "level", "does", "status", "from_", "until", "substitutes", "covers")


def rendered(key: str, structure: Structure, *, with_names: bool = True) -> tuple[Any, str]:
    exported = exporters()[key].render(structure, with_names)
    return exported.content, " ".join(exported.notices)


def through_popolo(structure: Structure) -> Structure:
    document = import_document("x.json", rendered("popolo", structure)[0], importer_named("popolo"))
    return build_structure([document], may_be_draft=True)


def seats_of(structure: Structure) -> dict[str, list[tuple[Any, ...]]]:
    return {
        key: [
            (seat.role if seat.role_is_stated else None, seat.holder, seat.from_, seat.until, "; ".join(seat.as_))
            for seat in body.seats
            if not seat.vacant
            for _ in range(seat.count)
        ]
        for key, body in structure.bodies.items()
    }


def structure_of(data: dict[str, Any]) -> Structure:
    return govgraph.read_text(json.dumps(data))


@given(everything)
@examples(200)
def test_popolo_comes_back(data: dict[str, Any]) -> None:
    structure = structure_of(data)
    again = through_popolo(structure)
    assert again.draft == ()
    for key, body in structure.bodies.items():
        other = again.bodies[key]
        for field in ("name", "kind", "other_names", "purpose", "from_", "until"):
            assert getattr(other, field) == getattr(body, field)
        first = [line.to for line in body.part_of if line.to != key][:1] if body.part_of[:1] else []
        assert [line.to for line in other.part_of] == ([] if body.part_of and body.part_of[0].to == key else first)
    expected = {
        key: [(*seat[:1], seat[1] if seat[1] != key else None, *seat[2:]) for seat in seats]
        for key, seats in seats_of(structure).items()
    }
    assert seats_of(again) == expected


def test_popolo_of_a_file_with_people() -> None:
    text = """
title: Test
bodies:
  council: {name: Test Council, kind: organisation}
  board:
    name: Test Board
    kind: board
    other_names: TB
    purpose: It decides.
    meets: monthly
    status: agreed
    part_of: council
    scrutinised_by: council
    membership: complete
    seats:
      - {role: chair, person: First Post, as: [councillor, leader], from: 2020-05-07}
      - {holder: council, votes: true, count: 2}
      - {vacant: true}
"""
    structure = govgraph.read_text(text)
    content, said = rendered("popolo", structure)
    held = json.loads(content)
    assert held["organizations"][1] == {
        "id": "board",
        "name": "Test Board",
        "classification": "board",
        "other_names": [{"name": "TB"}],
        "description": "It decides.",
        "parent_id": "council",
    }
    assert held["persons"] == [{"id": "person-1", "name": "First Post"}]
    assert held["posts"] == [
        {"id": "board-councillor-leader", "organization_id": "board", "label": "councillor; leader"}
    ]
    assert held["memberships"] == [
        {
            "organization_id": "board",
            "person_id": "person-1",
            "post_id": "board-councillor-leader",
            "role": "chair",
            "start_date": "2020-05-07",
        },
        {"organization_id": "board", "on_behalf_of_id": "council"},
        {"organization_id": "board", "on_behalf_of_id": "council"},
    ]
    for words in (
        "1 'is scrutinised by'",
        "whether lists are complete (1 body)",
        "'meets' of 1 body",
        "'status' of 1 body",
        "title",
        "Popolo has no place for this of a seat: votes.",
        "1 vacant seat is left out: a membership has a member.",
        "1 seat has several capacities, which become one post.",
        "Seats alike are written one by one",
    ):
        assert words in said
    redacted, _ = rendered("popolo", structure, with_names=False)
    assert b"First Post" not in redacted
    assert b"persons" not in redacted


@given(everything)
@examples(200)
def test_kumu_comes_back(data: dict[str, Any]) -> None:
    structure = structure_of(data)
    again = build_structure([read_csv_folder("kumu", rendered("kumu", structure)[0])])
    assert list(again.bodies) == list(structure.bodies)
    for key, body in structure.bodies.items():
        other = again.bodies[key]
        assert other.nation == (body.nation or structure.nation)
        for field in OF_KUMU:
            assert getattr(other, field) == getattr(body, field)
        for relation in govgraph.model.relation_keys():
            plain = [one.model_dump(exclude={"source"}) for one in body.relations(relation)]
            assert [one.model_dump(exclude={"source"}) for one in other.relations(relation)] == plain
        assert (other.seats, other.without, other.accountable_to) == ((), (), ())


def test_kumu_tables_have_its_headers() -> None:
    structure = govgraph.read_text(
        "bodies: {a: {name: Board, kind: board, note: First}, b: {name: Board, kind: working_group, reports_to: a}}"
    )
    content, said = rendered("kumu", structure)
    assert content["elements.csv"].decode("utf-8-sig").splitlines() == [
        "Id,Label,Type,Description",
        "a,Board (a),board,First",
        "b,Board (b),working group,",
    ]
    assert content["connections.csv"].decode("utf-8-sig").splitlines() == [
        "From,Type,To,Direction",
        "Board (b),reports to,Board (a),directed",
    ]
    assert (
        "Bodies of one name have their ids added, since Kumu would make one of them: Board (a) and Board (b)." in said
    )


def test_kumu_says_what_it_leaves_out() -> None:
    structure = govgraph.read(FIXTURES / "shropshire-draft-2020" / "structure.yaml")
    _, said = rendered("kumu", structure)
    for words in ("3 'has no seat for'", "1 group of people", "6 themes", "title, as of and sources"):
        assert words in said


def test_what_a_file_says_of_all_bodies_is_said_of_each() -> None:
    structure = govgraph.read_text("{status: proposed, nation: wales, bodies: {a: {name: A, kind: board}}}")
    content, said = rendered("kumu", structure)
    again = build_structure([read_csv_folder("kumu", content)])
    assert (again.bodies["a"].status, again.bodies["a"].nation, said) == ("proposed", "wales", "")
    assert "'status' of 1 body" in rendered("popolo", structure)[1]


def test_a_cell_is_no_formula() -> None:
    structure = govgraph.read_text('bodies: {a: {name: "=HYPERLINK(1)", kind: board}}')
    content, _ = rendered("kumu", structure)
    assert b"'=HYPERLINK(1)" in content["elements.csv"]


def test_every_exporter_can_be_asked_for() -> None:
    assert {"popolo", "kumu"} <= exporters().keys()
    endings = [end for each in exporters().values() for end in each.endings]
    assert len(endings) == len(set(endings))
    assert exporter_for("a/b.POPOLO.json") is exporters()["popolo"]
    assert [exporter_for(name) for name in ("a.json", "a.xlsx", "a.yaml", "a", "popolo.json")] == [None] * 5


@given(st.sampled_from(sorted(exporters())), everything)
@examples(60)
def test_no_exporter_gives_names_that_are_not_asked_for(key: str, data: dict[str, Any]) -> None:
    for number, entry in enumerate(data["bodies"].values()):
        for seat in entry.get("seats", ()):
            if not seat.get("several") and seat.get("count", 1) == 1:
                seat["person"] = f"Zephyrine {number}"
    content, said = rendered(key, structure_of(data), with_names=False)
    files = [content] if isinstance(content, bytes) else list(content.values())
    assert all(b"Zephyrine" not in each for each in files)
    assert "Zephyrine" not in said


def test_ten_thousand_bodies(tmp_path: Path) -> None:
    bodies = {f"b{number}": {"name": f"Body {number}", "kind": "board"} for number in range(10_000)}
    for number in range(1, 10_000):
        bodies[f"b{number}"]["part_of"] = f"b{number // 3}"
    structure = structure_of({"bodies": bodies})
    again = through_popolo(structure)
    assert again.bodies["b9999"].part_of[0].to == "b3333"
    content, _ = rendered("kumu", structure)
    assert content["connections.csv"].count(b"\n") == 10_000
