"""What a body deals with, and what there is in its area, as answers."""

import pytest

import govgraph

FILE = """
govgraph: 1
bodies:
  osc: {name: Scrutiny Committee, kind: committee, accountable_to: the council}
  learning: {name: Learning Committee, kind: committee, accountable_to: the council, covers: education}
"""


def covers(answer: str, about: str = "Scrutiny Committee") -> list[str]:
    """What a committee deals with once that is answered."""
    rows = [{"key": "covers", "about": about, "answer": answer, "source": "Constitution"}]
    structure = govgraph.answer(govgraph.read_text(FILE), rows)
    (body,) = (body for body in structure.bodies.values() if body.name == about)
    assert body.note == "What it deals with: Constitution." or about == "Learning Committee"
    return [matter.value for matter in body.covers]


@pytest.mark.parametrize(
    ("answer", "matters"),
    [
        ("education", ["education"]),
        ("Education and health", ["education", "health"]),
        ("health; crime and disorder", ["health", "crime_and_disorder"]),
        ("Crime and Disorder, education and other matters", ["crime_and_disorder", "education", "other_matters"]),
        ("none", ["other_matters"]),
        ("other matters", ["other_matters"]),
    ],
)
def test_what_a_body_deals_with(answer: str, matters: list[str]) -> None:
    assert covers(answer) == matters


CARERS = """
membership: complete
constituencies: {carers: {name: Unpaid carers, represented_by: forum}}
bodies:
  forum: {name: Carers Forum, kind: forum}
  board:
    name: Integration Board
    kind: board
    seats: [{as: unpaid carer}, {as: councillor}%s]
    composition: {on_behalf_of: carers, at_least: 1}
"""


@pytest.mark.parametrize("other", ["", ", {as: parent carer}"])
def test_for_whom_others_than_parents_and_young_people_speak(other: str) -> None:
    """Where parent carers or young people are there, the answer is about them."""
    structure = govgraph.read_text(CARERS % other)
    rows = [{"key": "speaks_for", "about": "Integration Board", "answer": "Unpaid carers", "source": "Minutes"}]
    seats = govgraph.answer(structure, rows).bodies["board"].seats
    speaking = [seat.as_ for seat in seats if seat.on_behalf_of == "carers"]
    assert speaking == [("parent_carer",) if other else ("unpaid_carer",)]


def test_what_is_no_matter_is_refused() -> None:
    with pytest.raises(govgraph.InputError) as error:
        covers("roads")
    assert "Write one or more of “education”, “health”, “crime and disorder” or “other matters”." in str(error.value)


def test_what_the_file_says_already_is_kept_and_anything_else_refused() -> None:
    assert covers("Education", "Learning Committee") == ["education"]
    with pytest.raises(govgraph.InputError) as error:
        covers("health", "Learning Committee")
    assert "The file says that Learning Committee deals with education. Correct that first." in str(error.value)


@pytest.mark.parametrize(
    ("key", "answer", "field", "value"),
    [
        ("local_providers", "yes", "post_16_providers", True),
        ("local_providers", "no", "post_16_providers", False),
        ("church_schools", "Church of England", "church_schools", ("church_of_england",)),
        ("church_schools", "both", "church_schools", ("church_of_england", "roman_catholic")),
        ("church_schools", "C of E and Catholic", "church_schools", ("church_of_england", "roman_catholic")),
        ("church_schools", "none", "church_schools", ("neither",)),
        ("nation", "Wales", "nation", "wales"),
    ],
)
def test_what_there_is_in_the_area_is_recorded_for_the_structure(
    key: str, answer: str, field: str, value: object
) -> None:
    rows = [{"key": key, "about": "Scrutiny Committee", "answer": answer, "source": "Constitution"}]
    structure = govgraph.answer(govgraph.read_text(FILE), rows)
    assert getattr(structure, field) == value
    assert (structure.note or "").endswith(": Constitution.")


def test_a_body_in_another_nation_than_the_structure_is_recorded_with_the_body() -> None:
    rows = [
        {"key": "nation", "about": name, "answer": nation, "source": "Constitution"}
        for name, nation in (("Scrutiny Committee", "England"), ("Learning Committee", "Wales"))
    ]
    structure = govgraph.answer(govgraph.read_text(FILE), rows)
    assert (structure.nation, structure.bodies["osc"].nation, structure.bodies["learning"].nation) == (
        "england",
        None,
        "wales",
    )
