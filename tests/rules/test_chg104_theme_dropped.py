"""CHG104: themes that were somebody's, and are nobody's."""

from helpers import changed

NOT_STATED = """
themes: waits
board: board
before: board -- responsible_for --> waits
"""
OWNED = "group -- responsible_for --> waits\nboard: board\n"


def dropped(before: str, after: str) -> list[tuple[tuple[str, ...], str | None]]:
    return [(one.bodies, one.about) for one in changed("CHG104", before, after)]


def test_a_theme_that_nobody_answers_for_any_more() -> None:
    after = "themes: waits\ngroup: board\nboard -- monitors --> waits"
    assert dropped(OWNED, after) == [(("group",), "waits")]


def test_a_theme_that_nobody_monitors_any_more() -> None:
    before = f"{OWNED}board -- monitors --> waits"
    assert dropped(before, OWNED) == [(("board",), "waits")]


def test_a_theme_that_another_takes_on_is_not_dropped() -> None:
    assert dropped(OWNED, "group: board\nboard -- responsible_for --> waits") == []


def test_a_theme_that_is_named_no_more_is_dropped_though_nobody_owned_it() -> None:
    assert dropped("themes: waits\nboard: board", "board: board") == [((), "waits")]


def test_two_themes_of_one_body_are_two_findings() -> None:
    before = f"{OWNED}group -- responsible_for --> plans"
    keys = [one.key for one in changed("CHG104", before, "themes: waits, plans\ngroup: board\nboard: board")]
    assert keys == ["CHG104:group:plans", "CHG104:group:waits"]


def test_an_owner_whose_day_is_past_owns_no_more() -> None:
    after = "group -- responsible_for[until 2019] --> waits\nboard: board"
    assert dropped(OWNED, after) == [(("group",), "waits")]


def test_the_successor_of_the_owner_is_named() -> None:
    after = "themes: waits\ngroup: board, ended\nnew -- replaces --> group\nboard: board"
    assert dropped(OWNED, after) == [(("new",), "waits")]
