"""Popolo: organizations as bodies, memberships as seats, and what is neither."""

import json
from typing import Any

import pytest

from govgraph.importers import importer_for
from importers.importing import drafted, imported, notices, refusals

SENEDD: dict[str, Any] = {
    "memberships": [
        {
            "extra": {"localised_values": {"role": {"cy": "Cadeirydd", "en": "Chair"}}},
            "id": "senedd.example/Committee/210294/Member/1",
            "organization_id": "senedd-committee-210294",
            "person_id": "example/person/1",
            "role": "Cadeirydd / Chair",
            "source": "https://senedd.example/api",
        },
        {"id": "senedd.example/Minister/9", "organization_id": "welsh-parliament", "person_id": "example/person/9"},
    ],
    "organizations": [
        {
            "classification": "committee",
            "extra": {
                "localised_values": {
                    "name": {"cy": "Y Pwyllgor Busnes", "en": "Business Committee"},
                    "description": {"cy": "Cylch gwaith", "en": "Plans the business"},
                }
            },
            "description": "Cylch gwaith\n\nPlans the business",
            "id": "senedd-committee-210294",
            "links": ["https://senedd.example/pwyllgor/909"],
            "name": "Y Pwyllgor Busnes / Business Committee",
        }
    ],
}
FULL: dict[str, Any] = {
    "organizations": [
        {"id": "council", "name": "Test Council", "classification": "local authority", "identifiers": [{"a": 1}]},
        {
            "id": "board",
            "name": "Test Board",
            "classification": "Board",
            "parent_id": "council",
            "founding_date": "2019-04",
            "dissolution_date": "2023-03-31",
            "other_names": [{"name": "TB"}],
        },
        {"id": "chamber", "name": "Upper House", "classification": "chamber", "parent_id": "council"},
        {"id": "blues", "name": "Blue Party", "classification": "party"},
        {"id": "panel", "name": "Test Panel", "parent_id": "nowhere"},
        {"id": "x", "name": ""},
        {"id": "board", "name": "Board again"},
    ],
    "persons": [
        {"id": "p1", "name": "First Post"},
        {"id": "p2", "other_names": [{"given_name": "Second", "family_name": "Post", "note": "Main"}]},
    ],
    "posts": [
        {"id": "leader", "organization_id": "board", "label": "Leader"},
        {"id": "idle", "organization_id": "board", "label": "Clerk"},
    ],
    "memberships": [
        {"organization_id": "board", "person_id": "p1", "role": "Vice Chair", "on_behalf_of_id": "blues"},
        {"post_id": "leader", "person_id": "p2", "start_date": "2020-05-07", "end_date": "2022-05-05"},
        {"organization_id": "board", "on_behalf_of_id": "council", "role": "Member"},
        {"organization_id": "board", "on_behalf_of_id": "elsewhere"},
        {"organization_id": "board", "start_date": "2022", "end_date": "2021"},
        {"organization_id": "board", "start_date": "spring"},
        {"organization_id": "blues", "person_id": "p1"},
        {"organization_id": "chamber", "person_id": "p1", "role": "Speaker"},
    ],
    "areas": [{"id": "a"}],
}


def test_two_languages() -> None:
    structure = imported("popolo", "senedd.json", json.dumps(SENEDD))
    body = structure.bodies["senedd-committee-210294"]
    assert (body.name, body.other_names, body.kind) == ("Business Committee", ("Y Pwyllgor Busnes",), "committee")
    assert body.purpose == "Plans the business"
    (seat,) = body.seats
    assert (seat.role, seat.as_, seat.person) == ("chair", (), None)
    assert seat.source is not None
    assert seat.source.where == "membership 1"
    said = notices(structure)
    assert "These are no organizations of the file, and their memberships are left out: welsh-parliament." in said
    assert "The file does not hold the names of 1 member, so their seats have none." in said
    assert "The description of an organization is read as its purpose." in said


def test_organizations_are_bodies_where_their_class_is_a_kind() -> None:
    structure = imported("popolo", "p.json", json.dumps(FULL))
    assert {key: (body.name, body.kind) for key, body in structure.bodies.items()} == {
        "council": ("Test Council", "organisation"),
        "board": ("Test Board", "board"),
    }
    board = structure.bodies["board"]
    assert (board.from_, board.until, board.other_names) == ("2019-04", "2023-03-31", ("TB",))
    assert [line.to for line in board.part_of] == ["council"]


def test_any_other_class_is_a_question_and_what_hangs_on_it_a_proposal() -> None:
    structure = imported("popolo", "p.json", json.dumps(FULL))
    assert drafted(structure) == [
        ("Upper House", "is a", None),
        ("Test Panel", "is a", "panel"),
        ("Upper House", "is part of", "Test Council"),
        ("Upper House", "has a seat", None),
    ]
    first, second, _, seat = structure.draft
    assert (first.says, first.question) == ("chamber", "What kind of body is Upper House? The file calls it 'chamber'.")
    assert second.question == "What kind of body is Test Panel? The file does not say."
    assert seat.as_ == ("Speaker",)


def test_memberships_are_seats() -> None:
    seats = imported("popolo", "p.json", json.dumps(FULL)).bodies["board"].seats
    assert [
        (seat.person, seat.role_is_stated and seat.role, seat.as_, seat.holder, seat.from_, seat.until)
        for seat in seats
    ] == [
        ("First Post", "vice_chair", (), None, None, None),
        ("Second Post", False, ("Leader",), None, "2020-05-07", "2022-05-05"),
        (None, "member", (), "council", None, None),
        (None, False, (), None, None, None),
        (None, False, (), None, None, None),
        (None, False, (), None, None, None),
    ]
    assert {seat.on_behalf_of for seat in seats} == {None}


def test_it_says_what_it_could_not_take() -> None:
    said = notices(imported("popolo", "p.json", json.dumps(FULL)))
    for sentence in (
        "These organizations have no name, and are left out: x.",
        "These ids stand twice, and the first entry is taken: board.",
        "The parents of these are not among the organizations, so no line is stated: Test Panel.",
        "A party is no group of people to be heard, so the seats do not say that they are held for: Blue Party.",
        "Members are there on behalf of these, which are no organizations of the file: elsewhere.",
        "A member on behalf of an organization is read as a seat that it holds. These hold seats: Test Council.",
        "Of these something ends before it begins, and its days are left out: Test Board.",
        "These have a date that is none, which is left out: Test Board ('spring').",
        "Members of parties are left out; these are the parties: Blue Party.",
        "Of organizations these are not taken: identifiers.",
        "These parts of the file are not taken: areas (1).",
        "1 post without a member: the file does not say that nobody holds it.",
    ):
        assert sentence in said


def test_it_is_known_by_what_it_holds() -> None:
    for held in (FULL, SENEDD, {"organizations": [{"name": "X"}]}):
        importer = importer_for("p.json", json.dumps(held).encode())
        assert importer is not None
        assert importer.name == "Popolo"
    others: list[Any] = [{"organizations": {}}, {"bodies": {}, "memberships": []}, [1], "x"]
    for other in others:
        assert importer_for("p.json", json.dumps(other).encode()) is None


@pytest.mark.parametrize("held", [{"memberships": []}, {"organizations": []}, []])
def test_without_organizations_it_is_refused(held: Any) -> None:
    sentence = "p.json: This Popolo file names no organizations, so there are no bodies in it."
    assert refusals("popolo", "p.json", json.dumps(held)) == [sentence]


def test_ten_thousand_bodies() -> None:
    every = [
        {
            "id": f"o{number}",
            "name": f"Committee {number}",
            "classification": "committee",
            "parent_id": f"o{number // 3}",
        }
        for number in range(10_000)
    ]
    bodies = imported("popolo", "p.json", json.dumps({"organizations": every})).bodies
    assert len(bodies) == 10_000
    assert bodies["o9999"].part_of[0].to == "o3333"
