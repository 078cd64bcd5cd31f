"""THM103: who answers for a theme, and answers to nobody."""

from helpers import findings, lacking, why_not_asked

OWNS = "board -- responsible_for --> waits\n"
COUNCIL = "council: organisation\ncouncil -- accountable_to --> the electors\n"
NOT_STATED = OWNS + "board -- reports_to --> partnership"


def found(arrows: str, **options: str) -> list[tuple[tuple[str, ...], str | None, str]]:
    """The bodies and the theme of each; of what is not stated, of which there is one, the themes alone."""
    return [
        (one.bodies, one.about or " ".join(one.together), one.certainty.value)
        for one in findings("THM103", arrows, **options)
    ]


def test_an_owner_that_answers_to_nobody() -> None:
    (finding,) = findings("THM103", OWNS + "board: board, lines complete")
    assert (finding.bodies, finding.about, finding.certainty.value) == (("board",), "waits", "stated")
    assert finding.message == "The Board is responsible for “waits”, but answers to nobody."
    assert finding.fix == (
        "Ask those who set up the Board who should hold it to account. Or ask the officer who "
        "leads on the plan to give “waits” to a body that answers to somebody."
    )


def test_an_owner_of_whom_it_is_not_stated_to_whom_it_answers() -> None:
    (finding,) = findings("THM103", OWNS)
    assert (finding.bodies, finding.together, finding.certainty.value) == ((), ("waits",), "not_stated")
    assert lacking(finding) == [("reports_to", ("board",))]
    assert finding.message == "The Board is responsible for “waits”. The file does not say who the Board reports to."


def test_a_line_that_stops_higher_up() -> None:
    (finding,) = findings("THM103", NOT_STATED)
    assert (finding.together, finding.certainty.value) == (("waits",), "not_stated")
    assert lacking(finding) == [("reports_to", ("partnership",))]
    assert finding.message == (
        "The Board is responsible for “waits”, and its line of accountability stops at the Partnership. The file does "
        "not say who the Partnership reports to."
    )
    assert [(step.start, step.end) for step in finding.witness] == [("board", "partnership")]


def test_it_is_a_fact_only_where_no_line_on_the_way_can_be_left_out() -> None:
    top = NOT_STATED + "\npartnership: partnership, lines complete\n"
    (finding,) = findings("THM103", top)
    assert lacking(finding) == [("reports_to", ("board",))]
    assert found(top) == [((), "waits", "not_stated")]
    assert found(top + "board: board, lines complete") == [(("board",), "waits", "stated")]
    assert found("structure: lines complete\n" + NOT_STATED) == [(("board",), "waits", "stated")]
    (finding,) = findings("THM103", "structure: lines complete\n" + NOT_STATED)
    assert finding.message == (
        "The Board is responsible for “waits”, but its line of accountability stops short. The line of the Board stops "
        "at the Partnership, which answers to nobody."
    )


def test_a_line_that_leads_out_is_clean() -> None:
    assert found(COUNCIL + NOT_STATED + "\npartnership -- part_of --> council") == []
    assert found(COUNCIL + "council -- responsible_for --> waits") == []


def test_scrutiny_is_no_line_and_is_told() -> None:
    (finding,) = findings("THM103", COUNCIL + OWNS + "board -- scrutinised_by --> council")
    assert finding.message == (
        "The Board is responsible for “waits”. The Board is scrutinised by Council. Scrutiny and oversight are not "
        "lines of accountability. The file does not say who the Board reports to."
    )


def test_a_line_that_has_ended_is_told() -> None:
    arrows = COUNCIL + OWNS + "board -- reports_to[until 2019] --> council"
    (finding,) = findings("THM103", arrows)
    assert finding.certainty.value == "not_stated"
    assert "The file says that the Board reports to Council, but that has ended." in finding.message
    assert found(arrows, as_of="2019-12-31") == []


def test_a_ring() -> None:
    ring = "structure: lines complete\na -- reports_to --> b\nb -- reports_to --> a\n"
    (inside,) = findings("THM103", ring + "a -- responsible_for --> waits")
    assert (inside.bodies, inside.certainty.value) == (("a",), "stated")
    assert inside.message.endswith(
        "stops short. The line of A stops at bodies that answer only to one another: A and B."
    )
    (below,) = findings("THM103", ring + "c -- reports_to --> a\nc -- responsible_for --> waits")
    assert below.message.endswith("The line of C stops at bodies that answer only to one another: A and B.")


def test_all_owners_of_a_theme_are_told_together_but_no_silence_as_a_fact() -> None:
    owners = "".join(f"{one} -- responsible_for --> waits\n" for one in "abcd")
    arrows = COUNCIL + owners + "d -- part_of --> council\n"
    assert found(arrows) == [((), "waits", "not_stated")]
    assert sorted(found(arrows + "b: board, lines complete")) == [
        ((), "waits", "not_stated"),
        (("b",), "waits", "stated"),
    ]


def test_themes_of_which_it_is_not_stated_are_told_once_with_where_the_lines_stop() -> None:
    arrows = "a -- responsible_for --> waits\nb -- responsible_for --> transport\n"
    (finding,) = findings("THM103", arrows + "a -- reports_to --> top\nb -- reports_to --> top")
    assert sorted(finding.together) == ["transport", "waits"]
    assert finding.message == (
        "A and B are responsible for “transport” and “waits”, and their lines of accountability stop at Top. The file "
        "does not say who Top reports to."
    )
    assert lacking(finding) == [("reports_to", ("top",))]
    assert [(step.start, step.end) for step in finding.witness] == [("b", "top"), ("a", "top")]


def test_an_owner_that_has_ended_is_not_asked_about() -> None:
    arrows = COUNCIL + OWNS + "board: board, until 2019\ncouncil -- responsible_for --> waits"
    assert found(arrows) == []


def test_why_it_is_not_asked() -> None:
    assert why_not_asked("THM103", "board: board") == "The file names no theme (a weakness, a priority, a concern)."
    nobody = "themes: waits\nboard: board"
    assert why_not_asked("THM103", nobody) == "No body in place is responsible for a theme."
