"""CHG104: themes that were somebody's, and are nobody's."""

from rules.test_chg101_representation_lost import facts

from helpers import changed, lacking

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
    (finding,) = changed("CHG104", OWNED, after)
    assert facts(finding) == "The Group was responsible for “waits”, and nobody is named now."
    assert (finding.certainty, lacking(finding)) == ("not_stated", [("owner", ("waits",))])
    assert finding.fix == (
        "Find out who is responsible for “waits”, and record it. "
        "If the work on “waits” is done, record who decided that."
    )


def test_a_theme_that_nobody_monitors_any_more() -> None:
    before = f"{OWNED}board -- monitors --> waits"
    assert dropped(before, OWNED) == [(("board",), "waits")]
    (finding,) = changed("CHG104", before, OWNED)
    assert facts(finding) == "The Board monitored “waits”, and nobody is named now."
    assert lacking(finding) == [("monitor", ("waits",))]


def test_a_theme_that_another_takes_on_is_not_dropped() -> None:
    assert dropped(OWNED, "group: board\nboard -- responsible_for --> waits") == []


def test_a_theme_that_is_named_no_more_is_dropped_though_nobody_owned_it() -> None:
    assert dropped("themes: waits\nboard: board", "board: board") == [((), "waits")]
    (finding,) = changed("CHG104", "themes: waits\nboard: board", "board: board")
    assert facts(finding) == "“waits” is no longer listed."
    assert lacking(finding) == [("owner", ("waits",))]


def test_what_was_done_about_a_theme_that_is_named_no_more_is_said() -> None:
    (finding,) = changed("CHG104", f"{OWNED}board -- monitors --> waits", "group: board\nboard: board")
    assert facts(finding) == (
        "“waits” is no longer listed. The Group was responsible for “waits”. The Board monitored “waits”."
    )
    assert lacking(finding) == [("owner", ("waits",)), ("monitor", ("waits",))]


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
