"""THM101: a theme that nobody answers for."""

import pytest

from govgraph.formats import read_text
from helpers import findings, lacking, why_not_asked

NOT_STATED = "themes: waits\nboard: board\nboard -- monitors --> waits"


def found(arrows: str, **options: str) -> list[tuple[tuple[str, ...], str | None, str]]:
    return [(one.bodies, one.about, one.certainty.value) for one in findings("THM101", arrows, **options)]


def test_nobody_is_stated() -> None:
    (finding,) = findings("THM101", NOT_STATED)
    assert (finding.bodies, finding.about, finding.certainty.value) == ((), "waits", "not_stated")
    assert lacking(finding) == [("owner", ("waits",))]
    assert finding.message == "The file does not say who is responsible for “waits”."
    assert finding.fix == "Find out who is responsible for “waits”, and record it."
    assert finding.severity.value == "note"


COMPLETE = "{{themes: {{waits: {{name: waits, owners: {}}}}}, bodies: {{b: {{name: B, kind: board{}}}}}}}"


def test_a_complete_list_of_owners_without_any_states_that_nobody_is() -> None:
    (finding,) = findings("THM101", read_text(COMPLETE.format("complete", "")))
    assert (finding.bodies, finding.about, finding.certainty.value) == ((), "waits", "stated")
    assert (finding.message, finding.lacks) == ("Nobody is responsible for “waits”.", ())
    assert finding.fix == "Ask the officer who leads on the plan for a body that is responsible for “waits”."
    assert finding.severity.value == "warning"
    assert [(step.relation, step.end) for step in finding.witness] == [("all_owners_listed", "waits")]


def test_a_partial_list_of_owners_states_nothing_and_a_complete_one_with_an_owner_is_clean() -> None:
    (finding,) = findings("THM101", read_text(COMPLETE.format("partial", "")))
    assert finding.certainty.value == "not_stated"
    assert findings("THM101", read_text(COMPLETE.format("complete", ", responsible_for: waits"))) == []


def test_the_list_of_owners_takes_its_source_or_that_of_the_file() -> None:
    for source, where in (("", "a"), (", source: b", "b")):
        text = COMPLETE.format(f"complete{source}", "").replace(
            "{themes", "{source: a, sources: {a: {title: A}, b: {title: B}}, themes"
        )
        (finding,) = findings("THM101", read_text(text))
        assert [step.source and step.source.id for step in finding.witness] == [where]


def test_a_complete_list_whose_owners_are_gone_is_evidence_too() -> None:
    text = COMPLETE.format("complete", ", status: ended, responsible_for: waits")
    (finding,) = findings("THM101", read_text(text.replace("bodies: {", "bodies: {c: {name: C, kind: board}, ")))
    assert finding.message == "Nobody is responsible for “waits”. The file names B, which has ended."
    assert [step.relation for step in finding.witness] == ["responsible_for", "all_owners_listed"]


@pytest.mark.parametrize("owner", ["board", "partnership", "organisation", "post", "service"])
def test_an_owner_of_any_kind_is_one(owner: str) -> None:
    assert found(f"owner: {owner}\nowner -- responsible_for --> waits\nboard: board") == []


@pytest.mark.parametrize(
    ("arrows", "view", "why"),
    [
        ("group: board, until 2019\ngroup -- responsible_for --> waits", "proposed", ", which has ended."),
        ("group: board, ended\ngroup -- responsible_for --> waits", "proposed", ", which has ended."),
        ("group: board, from 2021\ngroup -- responsible_for --> waits", "proposed", ", which has not begun yet."),
        ("group -- responsible_for[until 2019] --> waits", "proposed", ", but only for an earlier time."),
        ("group -- responsible_for[from 2021] --> waits", "proposed", ", but only from a later day."),
        (
            "group -- responsible_for[proposed] --> waits",
            "in_place",
            ", but that is only proposed and left out of this view.",
        ),
        (
            "group: board, agreed\ngroup -- responsible_for --> waits",
            "in_place",
            ", which is agreed but not yet in place, and left out of this view.",
        ),
    ],
)
def test_an_owner_who_does_not_count_is_named_with_the_reason(arrows: str, view: str, why: str) -> None:
    (finding,) = findings("THM101", f"{arrows}\nboard: board", view=view)
    assert (finding.bodies, finding.about, finding.certainty.value) == ((), "waits", "stated")
    assert finding.message == f"Nobody is responsible for “waits”. The file names the Group{why}"
    assert [step.start for step in finding.witness] == ["group"]


def test_the_last_day_and_the_first_day_count() -> None:
    arrows = "board -- responsible_for[from 2020-09-01, until 2020-09-01] --> waits"
    assert found(arrows, as_of="2020-09-01") == []
    assert found(arrows, as_of="2020-08-31") == [((), "waits", "stated")]
    assert found(arrows, as_of="2020-09-02") == [((), "waits", "stated")]


def test_each_theme_is_a_finding_of_its_own() -> None:
    assert found("themes: waits, plans, money\nboard -- responsible_for --> plans") == [
        ((), "money", "not_stated"),
        ((), "waits", "not_stated"),
    ]


def test_a_file_that_names_no_theme() -> None:
    assert why_not_asked("THM101", "board: board") == "The file names no theme (a weakness, a priority, a concern)."
    assert why_not_asked("THM101", NOT_STATED) is None
