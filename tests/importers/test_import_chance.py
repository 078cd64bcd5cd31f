"""Files by chance: an importer gives a sound structure or refuses in sentences, and states only what may be stated."""

import csv
import io
import json
from typing import Any
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from govgraph.formats.structure_files import build_structure
from govgraph.importers import importer_named
from govgraph.importers.reading import import_document
from govgraph.model import Structure

WORDS = (
    *("", " ", "board", "Audit Committee", "Audit Committee", "committee", "party", "2020", "2019-13", "31/03/2021"),
    *("1", "01", "XX", "0", "Vacant", "Chair", "Cllr A", "closed", "a\u202eb", "<b>&amp;#39;</b>", "=1+1", "x" * 300),
)
words = st.sampled_from(WORDS)
anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 3), words),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=3)),
    max_leaves=4,
)
TEXTS = ("id", "name", "classification", "parent_id", "founding_date", "dissolution_date", "role", "organization_id")
MORE = (
    "person_id",
    "post_id",
    "on_behalf_of_id",
    "start_date",
    "end_date",
    "other_names",
    "extra",
    "person",
    "description",
)


def entries(*keys: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    known = st.one_of(words, words, words, anything)
    return st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(keys, known)), max_size=5)


popolo = st.fixed_dictionaries(
    {"organizations": st.one_of(entries(*TEXTS, *MORE), entries("id", "name", "classification"), anything)},
    optional={key: st.one_of(entries(*TEXTS, *MORE), anything) for key in ("memberships", "persons", "posts")},
)
references = st.lists(st.fixed_dictionaries({"id": words}), max_size=2)
govuk = st.lists(
    st.fixed_dictionaries(
        {
            "details": st.one_of(
                entries("slug", "govuk_status", "closed_at", "abbreviation").map(
                    lambda all_: {**all_[0]} if all_ else {}
                ),
                anything,
            )
        },
        optional={
            "id": words,
            "title": st.one_of(words, anything),
            "format": words,
            "parent_organisations": st.one_of(references, anything),
            "superseded_organisations": st.one_of(references, anything),
        },
    ),
    max_size=5,
)
HEADERS = ("Post Unique Reference", "Name", "Job Title", "Organisation", "Unit", "Reports to Senior Post")
rows = st.lists(st.lists(words, max_size=8), max_size=6)
COMMITTEE = ("committeeid", "committeetitle", "committeedeleted", "committeecategory", "role", "startdate", "enddate")
committees = st.lists(st.dictionaries(st.sampled_from(COMMITTEE), words, max_size=7), max_size=5)


def read(key: str, content: str) -> Structure | None:
    """What is read, or nothing where it is refused in sentences."""
    document = import_document("a.file", content.encode("utf-8", "replace"), importer_named(key))
    assert not any("its importer failed" in fault.message for fault in document.faults)
    if document.broken:
        assert document.faults
        return None
    # What an importer gives is sound: it refuses, or leaves out, whatever is not.
    return build_structure([document], may_be_draft=True) if _has_content(document.data) else None


def _has_content(data: dict[str, Any]) -> bool:
    return bool(data.get("bodies") or data.get("draft"))


def assert_states_no_absence(structure: Structure | None) -> None:
    if structure is not None:
        for body in structure.bodies.values():
            assert (body.without, body.membership, body.lines, body.parts) == ((), None, None, None)
            assert all(seat.on_behalf_of is None for seat in body.seats)
        assert all(row.confirmed is None and row.proposal for row in structure.draft)


@given(popolo)
@examples(400)
def test_popolo_by_chance(data: dict[str, Any]) -> None:
    assert_states_no_absence(read("popolo", json.dumps(data)))


@given(govuk)
@examples(400)
def test_organisations_by_chance(data: list[Any]) -> None:
    assert_states_no_absence(read("govuk", json.dumps(data)))


@given(rows)
@examples(400)
def test_organograms_by_chance(cells: list[list[str]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerows([HEADERS, *cells])
    assert_states_no_absence(read("organogram", text.getvalue()))


@given(committees, words)
@examples(400)
def test_committees_by_chance(found: list[dict[str, str]], person: str) -> None:
    inner = "".join(
        "<committee>" + "".join(f"<{key}>{escape(escape(text))}</{key}>" for key, text in each.items()) + "</committee>"
        for each in found
    )
    text = f"<committeesbyuser><username>{escape(escape(person))}</username>{inner}</committeesbyuser>"
    assert_states_no_absence(read("moderngov", text))
