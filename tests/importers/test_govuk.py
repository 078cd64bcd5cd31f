"""GOV.UK's organisations: what each is, what it is part of, which it replaced, and which have ended."""

import json
from typing import Any

import pytest

from govgraph.importers import importer_for
from importers.importing import imported, notices, refusals

API = "https://www.gov.uk/api/organisations/"


def organisation(slug: str, title: str, form: str = "Executive agency", **more: Any) -> dict[str, Any]:
    details = {"slug": slug, "abbreviation": "", "closed_at": None, "govuk_status": "live", "govuk_closed_status": None}
    ways = ("parent_organisations", "child_organisations", "superseded_organisations", "superseding_organisations")
    lists = {way: [{"id": API + other} for other in more.pop(way.partition("_")[0], [])] for way in ways}
    return {
        "id": API + slug,
        "title": title,
        "format": form,
        "web_url": f"https://www.gov.uk/government/organisations/{slug}",
        "details": {**details, **more},
        "analytics_identifier": "EA1",
        **lists,
    }


RESULTS = [
    organisation("ministry", "Ministry of Tests", "Ministerial department", abbreviation="MoT", child=["court"]),
    organisation("court", "Court of Fixtures", "Court", parent=["ministry", "gone"]),
    organisation(
        "advice", "Advisory Committee on Tests", "Advisory non-departmental public body", superseded=["old-advice"]
    ),
    organisation(
        "old-advice",
        "Advisory Panel on Tests",
        "Other",
        govuk_status="closed",
        govuk_closed_status="replaced",
        closed_at="2019-03-31T00:00:00+00:00",
        superseding=["advice"],
    ),
    organisation("left", "Test Valley Board", "Other", govuk_status="closed", govuk_closed_status="left_gov"),
    organisation("board", "Test Justice Board", "Executive non-departmental public body", govuk_status="exempt"),
    organisation("court", "Court again", "Court"),
]


def test_each_entry_is_a_body() -> None:
    structure = imported("govuk", "o.json", json.dumps(RESULTS))
    assert {key: (body.name, body.kind, body.status, body.until) for key, body in structure.bodies.items()} == {
        "ministry": ("Ministry of Tests", "organisation", None, None),
        "court": ("Court of Fixtures", "organisation", None, None),
        "advice": ("Advisory Committee on Tests", "committee", None, None),
        "old-advice": ("Advisory Panel on Tests", "panel", "ended", "2019-03-31"),
        "left": ("Test Valley Board", "board", None, None),
        "board": ("Test Justice Board", "organisation", None, None),
    }
    assert structure.bodies["ministry"].other_names == ("MoT",)
    assert structure.bodies["court"].note == "Format on GOV.UK: Court"
    source = structure.bodies["court"].source
    assert source is not None
    assert source.where == "https://www.gov.uk/government/organisations/court"


def test_lines_that_both_ends_state_count_once() -> None:
    bodies = imported("govuk", "o.json", json.dumps(RESULTS)).bodies
    assert [line.to for line in bodies["court"].part_of] == ["ministry"]
    assert [line.to for line in bodies["advice"].replaces] == ["old-advice"]
    assert bodies["ministry"].part_of == ()
    assert all(body.reports_to == () for body in bodies.values())


def test_it_says_what_it_could_not_take() -> None:
    said = notices(imported("govuk", "o.json", json.dumps({"results": RESULTS, "total": 1218, "current_page": 1})))
    for sentence in (
        "These are named as a parent or a predecessor, but are not in the file. No line leads to them: gone.",
        "These have left GOV.UK, which does not say that they have ended: Test Valley Board.",
        "These stand twice in the list, and are taken once: Court again.",
        "The kind of each of these is taken from its name; all others are organisations: Advisory Committee on Tests, "
        "Advisory Panel on Tests and Test Valley Board.",
        "A parent on GOV.UK is read as the body of which another is a part.",
        "The file holds 6 of 1,218 organisations: it is one page of several. Put all pages into one list, so that "
        "lines between them are read.",
    ):
        assert sentence in said


@pytest.mark.parametrize("pages", [[RESULTS], [RESULTS[:2], RESULTS[2:]]])
def test_pages_are_one_list(pages: list[list[Any]]) -> None:
    whole = imported("govuk", "o.json", json.dumps(RESULTS))
    paged = imported("govuk", "o.json", json.dumps([{"results": page, "total": 6} for page in pages]))
    assert paged.bodies == whole.bodies


def test_it_is_known_by_what_it_holds() -> None:
    importer = importer_for("o.json", json.dumps({"results": RESULTS}).encode())
    assert importer is not None
    assert importer.name == "GOV.UK's organisations"
    others: list[Any] = [{"results": [1]}, {"bodies": {}}, [], {}, [{"details": 1}]]
    for other in others:
        assert importer_for("o.json", json.dumps(other).encode()) is None


def test_nothing_in_it_is_refused() -> None:
    assert refusals("govuk", "o.json", '{"results": []}') == ["o.json: This list of GOV.UK holds no organisations."]


def test_entries_without_name_or_address_are_counted() -> None:
    entries = [*RESULTS[:1], {"details": {}, "title": "X"}, {**organisation("y", ""), "title": None}]
    structure = imported("govuk", "o.json", json.dumps(entries))
    assert list(structure.bodies) == ["ministry"]
    assert "2 entries have no address or no title, and are left out." in notices(structure)


def test_ten_thousand_bodies() -> None:
    every = [
        organisation(f"o{number}", f"Organisation {number}", parent=[f"o{number // 3}"] if number else [])
        for number in range(10_000)
    ]
    bodies = imported("govuk", "o.json", json.dumps({"results": every})).bodies
    assert len(bodies) == 10_000
    assert bodies["o9999"].part_of[0].to == "o3333"
