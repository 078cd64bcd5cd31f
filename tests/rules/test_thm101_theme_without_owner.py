"""THM101: a theme that nobody answers for."""

import pytest

from helpers import findings, why_not_asked

NOT_STATED = "themes: waits\nboard: board\nboard -- monitors --> waits"


def found(arrows: str, **options: str) -> list[tuple[tuple[str, ...], str | None, str]]:
    return [(one.bodies, one.about, one.certainty.value) for one in findings("THM101", arrows, **options)]


def test_nobody_is_stated() -> None:
    (finding,) = findings("THM101", NOT_STATED)
    assert (finding.bodies, finding.about, finding.certainty.value) == ((), "waits", "not_stated")
    assert finding.message == "Nobody is stated to answer for this theme: waits."
    assert finding.severity.value == "note"


@pytest.mark.parametrize("owner", ["board", "partnership", "organisation", "post", "service"])
def test_an_owner_of_any_kind_is_one(owner: str) -> None:
    assert found(f"owner: {owner}\nowner -- responsible_for --> waits\nboard: board") == []


@pytest.mark.parametrize(
    ("arrows", "view", "why"),
    [
        ("group: board, until 2019\ngroup -- responsible_for --> waits", "proposed", "but Group has ended."),
        ("group: board, ended\ngroup -- responsible_for --> waits", "proposed", "but Group has ended."),
        ("group: board, from 2021\ngroup -- responsible_for --> waits", "proposed", "but Group has not begun yet."),
        ("group -- responsible_for[until 2019] --> waits", "proposed", "but that duty is over."),
        ("group -- responsible_for[from 2021] --> waits", "proposed", "but that duty only begins later."),
        (
            "group -- responsible_for[proposed] --> waits",
            "in_place",
            "but that duty is only proposed, which this view leaves out.",
        ),
        (
            "group: board, agreed\ngroup -- responsible_for --> waits",
            "in_place",
            "but Group is agreed but not in place, which this view leaves out.",
        ),
    ],
)
def test_an_owner_who_does_not_count_is_named_with_the_reason(arrows: str, view: str, why: str) -> None:
    (finding,) = findings("THM101", f"{arrows}\nboard: board", view=view)
    assert (finding.bodies, finding.about, finding.certainty.value) == ((), "waits", "stated")
    assert finding.message == f"Nobody answers for this theme: waits. It is stated that Group answers for it, {why}"
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
