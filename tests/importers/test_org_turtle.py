"""W3C ORG in Turtle: organisations, units, posts, members, successors; and back, as far as ORG holds it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govgraph
from chance import examples
from govgraph.exporters import exporters
from govgraph.exporters.defaults import spread
from govgraph.formats.structure_files import build_structure
from govgraph.importers import importer_for, importer_named
from govgraph.importers.reading import import_document
from govgraph.model import Body, Status, Structure
from helpers import FIXTURES
from importers.importing import drafted, imported, notices, refusals
from structures import everything

HEAD = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix schema: <https://schema.org/> . @prefix : <https://data.example.org/id/> .
"""
COUNCIL = ':council a org:FormalOrganization ; skos:prefLabel "Wendle County Council" .'


def read(*facts: str) -> Structure:
    return imported("org", "map.ttl", HEAD + "\n".join(facts))


def test_what_an_organisation_is() -> None:
    structure = read(
        COUNCIL,
        ':board a org:Organization ; skos:prefLabel "Audit Board" .',
        ':ofsted a org:Organization ; rdfs:label "Ofsted" .',
        ':joint a org:OrganizationalCollaboration ; foaf:name "Wendle Together" .',
        ':forum a org:Organization ; skos:prefLabel "Parents Talk" ; org:classification [ skos:prefLabel "Forum" ] .',
        ':panel a org:OrganizationalUnit ; skos:prefLabel "Appeals Panel" .',
        ':unit a org:OrganizationalUnit ; skos:prefLabel "Learning" ; org:unitOf :council .',
    )
    kinds = {body.name: body.kind.value for body in structure.bodies.values()}
    assert kinds == {
        "Wendle County Council": "organisation",
        "Audit Board": "board",
        "Ofsted": "organisation",
        "Wendle Together": "partnership",
        "Parents Talk": "forum",
        "Appeals Panel": "panel",
    }
    assert drafted(structure) == [("Learning", "is a", None), ("Learning", "is part of", "Wendle County Council")]
    assert "The kind of each of these is taken from its name: Audit Board and Appeals Panel." in notices(structure)
    assert structure.bodies["audit-board"].source is not None
    assert structure.bodies["audit-board"].source.where == "https://data.example.org/id/board"


def test_names_in_several_languages() -> None:
    body = read(
        ':c a org:FormalOrganization ; skos:prefLabel "Cyngor Wendle"@cy, "Wendle Council"@en-GB, "Conseil"@fr ;'
        ' skos:altLabel "WC", "Cyngor Wendle" ; rdfs:label "Wendle Council" .'
    ).bodies["wendle-council"]
    assert body.name == "Wendle Council"
    assert sorted(body.other_names) == ["Conseil", "Cyngor Wendle", "WC"]


def test_parts_lines_and_dates() -> None:
    structure = read(
        COUNCIL + ":council org:hasSubOrganization :board ; org:hasUnit :panel .",
        ':board a org:Organization ; skos:prefLabel "Audit Board" ; org:subOrganizationOf :council, :nobody ;'
        ' org:purpose "To audit." ; dct:description "Since long." ; org:reportsTo :panel ;'
        ' schema:foundingDate "2019-04-01" ; schema:dissolutionDate "2021" .',
        ':panel a org:OrganizationalUnit ; skos:prefLabel "Appeals Panel" .',
    )
    board = structure.bodies["audit-board"]
    assert [line.to for line in board.part_of] == ["wendle-county-council"]
    assert [line.to for line in structure.bodies["appeals-panel"].part_of] == ["wendle-county-council"]
    assert [line.to for line in board.reports_to] == ["appeals-panel"]
    assert (board.purpose, board.note, board.from_, board.until) == ("To audit.", "Since long.", "2019-04-01", "2021")
    said = "These are named, but the file does not describe them: https://data.example.org/id/nobody."
    assert said in notices(structure)


def test_posts_that_report_are_bodies_and_others_are_seats() -> None:
    structure = read(
        COUNCIL,
        ':p1 a org:Post ; skos:prefLabel "Director of Learning" ; org:postIn :council ; org:reportsTo :p2 .',
        ':p2 a org:Post ; skos:prefLabel "Chief Executive" ; org:postIn :council .',
        ':p3 a org:Post ; skos:prefLabel "Clerk" ; org:postIn :council ;'
        ' org:heldBy [ foaf:givenName "Ada" ; foaf:familyName "Example" ] .',
        ':council org:hasPost [ a org:Post ; skos:prefLabel "Chair" ] .',
    )
    assert [line.to for line in structure.bodies["director-of-learning"].reports_to] == ["chief-executive"]
    assert structure.bodies["chief-executive"].kind == "post"
    seats = structure.bodies["wendle-county-council"].seats
    assert [(seat.person, seat.as_, seat.role.value) for seat in seats] == [
        (None, (), "chair"),
        ("Ada Example", ("Clerk",), "member"),
    ]


def test_members() -> None:
    structure = read(
        COUNCIL + ' :council org:hasMember :ada . :ada foaf:name "Ada Example" ; org:memberOf :board, :nowhere .',
        ':board a org:Organization ; skos:prefLabel "Audit Board" .',
        "[] a org:Membership ; org:member :council ; org:organization :board ; org:memberDuring [] ;"
        ' org:role [ skos:prefLabel "Chair"@en ], [ skos:prefLabel "Sponsor" ] .',
        ":board org:headOf :council .",
    )
    board = structure.bodies["audit-board"]
    assert [(seat.holder, seat.person, seat.role.value, seat.as_) for seat in board.seats] == [
        ("wendle-county-council", None, "chair", ("Sponsor",)),
        (None, "Ada Example", "member", ()),
    ]
    assert [seat.person for seat in structure.bodies["wendle-county-council"].seats] == ["Ada Example"]
    said = " ".join(notices(structure))
    assert "When memberships begin and end is left out: 1." in said
    assert (
        "These have members or posts, but the file does not describe them: https://data.example.org/id/nowhere" in said
    )
    assert "These properties of organisations are left out: org:headOf." in said


def test_what_took_the_place_of_what() -> None:
    structure = read(
        *(f':{key} a org:Organization ; skos:prefLabel "{key.title()} Board" .' for key in "abcdefg"),
        ":e1 org:originalOrganization :a, :b ; org:resultingOrganization :c .",
        ":d org:changedBy :e2 . :e org:resultedFrom :e2 .",
        ":e3 org:originalOrganization :f, :g ; org:resultingOrganization :a, :b .",
    )
    replaced = {key: [line.to for line in body.replaces] for key, body in structure.bodies.items() if body.replaces}
    assert replaced == {"c-board": ["a-board", "b-board"], "e-board": ["d-board"]}
    assert any("does not say which of these replaced which: F Board" in notice for notice in notices(structure))


def test_links_of_no_kind_are_questions() -> None:
    structure = read(COUNCIL, ':b a org:Organization ; skos:prefLabel "Audit Board" ; org:linkedTo :council .')
    (row,) = structure.draft
    assert (row.body, row.what, row.value, row.says) == ("Audit Board", None, "Wendle County Council", "org:linkedTo")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was to be fetched")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)
    structure = read("<> owl:imports <http://localhost/other.ttl> .", COUNCIL, "[] a org:Organization .")
    assert list(structure.bodies) == ["wendle-county-council"]
    assert "Organisations without a name are left out: 1." in notices(structure)


XML = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("\n\nx y z .", "a.ttl:"),
        ("<#a> <#b> <#c>", "This is not sound Turtle."),
        ('<#a> <#b> "', "This is not sound Turtle."),
        ("<#a> <#b> " + "9" * 10_000 + " .", "This is not sound Turtle."),
        ("<#a> <#b> " + "[" * 5_000, "The file is nested too deep to be read."),
        ("<#a> <#b> " + "(" * 5_000, "The file is nested too deep to be read."),
        (f'<#a> <#b> "<!DOCTYPE a [<!ENTITY b \\"c\\">]><a>&b;</a>"^^{XML} .', "has a document type (DTD)"),
        (f'<#a> <#b> "\\u003C!ENTITY b"^^{XML} .', "has a document type (DTD)"),
        ("<#a> <#b> <#c> .", "The file names no organisation, so there is nothing to read."),
        ("", "The file is empty."),
    ],
)
def test_what_is_refused(content: str, sentence: str) -> None:
    (fault,) = refusals("org", "a.ttl", content)
    assert sentence in fault


def test_it_is_known_by_what_it_holds() -> None:
    assert importer_for("a.ttl", (HEAD + COUNCIL).encode()) is importer_named("org")
    assert importer_for("a.ttl", b"<#a> <#b> <#c> .") is None


def test_addresses_that_are_none_do_no_harm(caplog: pytest.LogCaptureFixture) -> None:
    structure = read(COUNCIL, "<a b> <http://x/{y}> <c> .")
    assert len(structure.bodies) == 1
    assert caplog.records == []


def written(structure: Structure, *, with_names: bool = True) -> tuple[str, str]:
    exported = exporters()["org"].render(structure, with_names)
    assert isinstance(exported.content, bytes)
    return exported.content.decode(), " ".join(exported.notices)


def is_held(body: Body) -> bool:
    return body.status not in (Status.PROPOSED, Status.AGREED) and (body.status is not Status.ENDED or bool(body.until))


def in_place(statements: Any, held: Any) -> list[Any]:
    settled = (None, Status.IN_PLACE, Status.UNDER_REVIEW)
    return [each.to for each in statements if each.status in settled and each.until is None and each.to in held]


def assert_comes_back(structure: Structure) -> None:
    structure = spread(structure)
    held = {key: body for key, body in structure.bodies.items() if is_held(body)}
    if not held:
        return
    document = import_document("x.ttl", written(structure)[0].encode(), importer_named("org"))
    again = build_structure([document])
    assert again.draft == ()
    assert list(again.bodies) == list(held)
    for key, body in held.items():
        other = again.bodies[key]
        for field in ("name", "kind", "purpose", "note", "from_", "until"):
            assert getattr(other, field) == getattr(body, field)
        assert set(other.other_names) == set(body.other_names) - {body.name}
        for relation in ("part_of", "reports_to", "replaces"):
            stated = [to for to in in_place(getattr(body, relation), held) if to != key]
            assert [line.to for line in getattr(other, relation)] == list(dict.fromkeys(stated))
        for seat in other.seats:
            assert any(
                (seat.holder, seat.person, seat.role, set(seat.as_))
                == (each.holder, None if each.holder else each.person, each.role, set(each.as_))
                for each in body.seats
            )


@given(everything)
@examples(200)
def test_what_org_holds_comes_back(data: dict[str, Any]) -> None:
    assert_comes_back(govgraph.read_text(json.dumps(data)))


def test_the_fixtures_come_back() -> None:
    for path in sorted(FIXTURES.glob("**/*.yaml")):
        if "refused" not in path.parts:
            assert_comes_back(govgraph.read(path))


def test_what_org_has_no_place_for_is_said() -> None:
    structure = govgraph.read_text(
        "{title: Ours, constituencies: {parents: {name: Parents}}, bodies: {"
        "a: {name: Audit Board, kind: board, meets: monthly, advises: b, without: parents, membership: complete,"
        " reports_to: {to: b, until: '2020'}, seats: [{role: chair}, {holder: b, votes: true, as: chair}]},"
        "b: {name: Cabinet, kind: committee, status: under review}, c: {name: Plan, kind: board, status: proposed}}}"
    )
    content, said = written(structure)
    assert "Plan" not in content
    for words in (
        "1 group of people, 1 'advises', 1 'has no seat for', whether lists are complete (1 body)",
        "'meets' of 1 body",
        "ORG has no place for what the file says of all of it: title.",
        "ORG cannot say that a body is proposed, or ended on a day that is not known. Left out: Plan.",
        "ORG has no place for this of a seat: votes.",
        "Left out, because ORG needs to know who holds each: 1 seat.",
        "Capacities that are words for roles are left out, since ORG has one place for both: chair.",
        "Left out, because they ended or are not in place: 1 relation.",
        "ORG cannot say that these are under review: Cabinet.",
    ):
        assert words in said


def test_names_of_people_are_left_out_where_asked() -> None:
    structure = govgraph.read_text("bodies: {b: {name: Board, kind: board, seats: [{person: Ada Example}]}}")
    assert "Ada Example" in written(structure)[0]
    assert "Ada Example" not in written(structure, with_names=False)[0]


TOKENS = (":a", ":b", "org:Organization", "a", ";", ",", ".", "[", "]", "(", ")", '"x"@en', "org:reportsTo", "_:n")
MORE = (
    "org:hasUnit",
    "skos:prefLabel",
    "org:member",
    "org:organization",
    "org:Membership",
    "org:Post",
    "12",
    "org:role",
)


@given(st.lists(st.sampled_from((*TOKENS, *MORE)), max_size=30))
@examples(300)
def test_any_turtle_is_read_or_refused(tokens: list[str]) -> None:
    document = import_document("a.ttl", (HEAD + COUNCIL + " ".join(tokens)).encode(), importer_named("org"))
    assert all("its importer failed" not in fault.message for fault in document.faults)
    if not document.broken:
        build_structure([document])
