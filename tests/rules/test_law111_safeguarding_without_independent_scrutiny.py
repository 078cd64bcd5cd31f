"""LAW111: independent scrutiny of a safeguarding partnership."""

import pytest

from helpers import findings, found, why_not_asked

LISTED = "p: partnership, statutory safeguarding_partnership, membership complete, lines complete\n"
PARTNERS = "somebody -- sits_on[as local_authority, chair] --> p\nsomebody -- sits_on[as nhs_trust] --> p\n"
STATED = [(("p",), None, "stated")]
SILENT = [(("p",), None, "not_stated")]
NOT_STATED = "p: partnership, statutory safeguarding_partnership\n" + PARTNERS


def test_it_is_a_fact_only_where_seats_and_lines_are_listed() -> None:
    assert found("LAW111", LISTED + PARTNERS) == STATED
    (finding,) = findings("LAW111", LISTED + PARTNERS)
    assert finding.message == "P has no independent scrutiny, though guidance asks for it."
    assert finding.fix == (
        "Ask the partners to appoint somebody independent to scrutinise P. If somebody already does, record that."
    )
    assert found("LAW111", LISTED.replace(", lines complete", "") + PARTNERS) == SILENT
    assert found("LAW111", LISTED.replace(", membership complete", "") + PARTNERS) == SILENT


@pytest.mark.parametrize(
    "line",
    [
        "p -- scrutinised_by --> reviewer\nreviewer: reviewer",
        "somebody -- sits_on[as independent_person] --> p",
        "somebody -- attends[as independent_person] --> p",
        "somebody -- sits_on[independent, chair] --> p",
        "somebody -- attends[independent] --> p",
    ],
)
def test_each_way_of_being_scrutinised_is_enough(line: str) -> None:
    assert found("LAW111", LISTED + PARTNERS + line) == []


@pytest.mark.parametrize("who", ["sits_on", "attends", "attends[as scrutineer]", "sits_on[as lay_member]"])
def test_somebody_who_may_be_independent_is_not_stated_to_be(who: str) -> None:
    arrows = LISTED + PARTNERS + f"somebody -- {who} --> p"
    assert found("LAW111", arrows) == SILENT
    (finding,) = findings("LAW111", arrows)
    assert finding.message.startswith("Guidance asks for independent scrutiny of P. ")
    assert ("does not know: “scrutineer”." in finding.message) == ("scrutineer" in who)


@pytest.mark.parametrize(
    ("without", "more", "expected"),
    [
        (", lines complete", "", []),
        (", membership complete", "", ["members"]),
        ("", "sits_on", ["capacities"]),
        ("", "sits_on[as lay_member]", []),
        ("", "attends", []),
        (", membership complete", "sits_on", ["members", "capacities"]),
    ],
)
def test_what_the_file_leaves_open(without: str, more: str, expected: list[str]) -> None:
    arrows = LISTED.replace(without, "") + PARTNERS + (f"somebody -- {more} --> p" if more else "")
    (finding,) = findings("LAW111", arrows)
    told = [(lack.aspect, lack.about.ids) for lack in finding.lacks]
    assert told == [(one, ("p",)) for one in ("independent_scrutiny", *expected)]


def test_nobody_scrutinises_themselves_and_oversight_is_no_scrutiny() -> None:
    assert found("LAW111", LISTED + PARTNERS + "p -- scrutinised_by --> p") == STATED
    (finding,) = findings("LAW111", LISTED + PARTNERS + "p -- overseen_by --> board")
    assert finding.message == (
        "P has no independent scrutiny, though guidance asks for it. The Board oversees P, but oversight is not "
        "scrutiny."
    )


def test_a_vacant_place_scrutinises_nothing() -> None:
    (finding,) = findings("LAW111", LISTED + PARTNERS + "somebody -- attends[as independent_person, vacant] --> p")
    assert finding.certainty == "stated"
    assert finding.message.endswith(" A place there for somebody independent is vacant.")


def test_what_has_ended_is_gone() -> None:
    ended = "somebody -- sits_on[as independent_person, until 2019] --> p"
    assert found("LAW111", LISTED + PARTNERS + ended) == STATED
    assert found("LAW111", LISTED + PARTNERS + "p -- scrutinised_by[until 2019] --> x") == STATED


def test_it_is_asked_of_such_partnerships() -> None:
    why = why_not_asked("LAW111", "p: partnership\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as a safeguarding partnership."


def test_it_is_asked_from_29_june_2018_when_there_were_such_partnerships() -> None:
    assert found("LAW111", LISTED + PARTNERS, as_of="2018-06-29") == STATED
    assert found("LAW111", LISTED + PARTNERS, as_of="2018-06-28") == []
    why = why_not_asked("LAW111", f"structure: as_of 2018-06-28\n{LISTED}{PARTNERS}") or ""
    assert why.endswith(" applies only from 29 June 2018.")
