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
    assert finding.message == "P has no independent scrutiny, though the law asks for it."
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
    assert finding.message.startswith(
        "By law, somebody independent must scrutinise how well the partners of P work together. "
    )
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
        "P has no independent scrutiny, though the law asks for it. The Board oversees P, but oversight is not "
        "scrutiny."
    )


def test_a_vacant_place_scrutinises_nothing_but_may_be_part_of_the_arrangements() -> None:
    (finding,) = findings("LAW111", LISTED + PARTNERS + "somebody -- attends[as independent_person, vacant] --> p")
    assert finding.certainty == "not_stated"
    assert " A place on P for somebody independent is vacant. " in finding.message


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


COUNCIL = "cabinet: committee, statutory cabinet\ncabinet -- part_of --> council\ncouncil: organisation\n"


def scrutinised_by(reviewer: str, of: str = "reviewer: panel") -> str:
    return f"{of}\np -- scrutinised_by --> {reviewer}\n"


@pytest.mark.parametrize(
    "arrows",
    [
        COUNCIL + scrutinised_by("council", ""),
        COUNCIL + scrutinised_by("cabinet", ""),
        COUNCIL + scrutinised_by("reviewer") + "reviewer -- part_of --> council",
        COUNCIL + scrutinised_by("reviewer") + "reviewer -- part_of --> service\nservice -- part_of --> council",
        COUNCIL + scrutinised_by("reviewer", "reviewer: reviewer") + "reviewer -- part_of --> council",
        scrutinised_by("reviewer", "reviewer: committee, statutory overview_and_scrutiny_committee"),
        scrutinised_by("reviewer", "reviewer: committee, statutory health_and_wellbeing_board"),
        scrutinised_by("reviewer", "reviewer: board, statutory ccg_governing_body"),
        scrutinised_by("police", "police: organisation") + "police -- sits_on[as chief_officer_of_police] --> p",
        scrutinised_by("reviewer")
        + "reviewer -- part_of --> police\npolice -- sits_on[as chief_officer_of_police] --> p",
    ],
)
def test_scrutiny_by_one_of_the_partners_is_not_independent(arrows: str) -> None:
    assert found("LAW111", LISTED + PARTNERS + arrows) == STATED
    (finding,) = findings("LAW111", LISTED + PARTNERS + arrows)
    assert finding.severity == "error"
    assert finding.message.startswith("P has no independent scrutiny, though the law asks for it. ")
    assert finding.message.endswith(" scrutinises P, but is a partner or part of one.")
    assert any(step.relation == "scrutinised_by" for step in finding.witness)
    assert found("LAW111", LISTED.replace(", lines complete", "") + PARTNERS + arrows) == SILENT


@pytest.mark.parametrize("of", ["reviewer: panel, membership complete", "reviewer: reviewer, membership complete"])
def test_scrutiny_by_its_own_sub_group_is_not_independent(of: str) -> None:
    group = scrutinised_by("reviewer", of) + "reviewer -- part_of --> p\n"
    officer = "somebody -- sits_on[as officer, chair] --> reviewer\n"
    (finding,) = findings("LAW111", LISTED + PARTNERS + group + officer)
    assert finding.certainty == "stated"
    assert finding.message.endswith(" Reviewer scrutinises P, but is part of it.")
    for open_group in (
        group.replace(", membership complete", "") + officer,
        group + "somebody -- sits_on --> reviewer",
    ):
        (finding,) = findings("LAW111", LISTED + PARTNERS + open_group)
        assert [lack.aspect for lack in finding.lacks] == ["independent_scrutiny"]
    independent = "somebody -- sits_on[independent, chair] --> reviewer"
    assert found("LAW111", LISTED + PARTNERS + group + independent) == SILENT


@pytest.mark.parametrize("kind", ["panel", "organisation", "post", "forum"])
def test_a_body_of_nobody_knows_whom_is_a_question(kind: str) -> None:
    (finding,) = findings("LAW111", LISTED + PARTNERS + scrutinised_by("panel", f"panel: {kind}"))
    assert (finding.certainty, finding.severity) == ("not_stated", "warning")
    assert finding.message.startswith(
        "By law, somebody independent must scrutinise how well the partners of P work together. The Panel "
        "scrutinises P. "
    )
    independent = "somebody -- sits_on[independent] --> panel"
    assert found("LAW111", LISTED + PARTNERS + scrutinised_by("panel", f"panel: {kind}") + independent) == []


def test_one_independent_scrutiniser_of_several_is_enough() -> None:
    both = scrutinised_by("reviewer", "reviewer: reviewer") + scrutinised_by("cabinet", COUNCIL)
    assert found("LAW111", LISTED + PARTNERS + both) == []


def test_who_speaks_for_a_partner_is_not_independent_of_it() -> None:
    seat = "somebody -- sits_on[as director_of_childrens_services, independent] --> p"
    assert found("LAW111", LISTED + PARTNERS + seat) == SILENT


def test_it_is_asked_in_england_alone() -> None:
    assert found("LAW111", LISTED + PARTNERS, nation="wales") == []
    why = why_not_asked("LAW111", LISTED + PARTNERS, nation="wales") or ""
    assert why.endswith(" applies only in England, where the file has no such body.")
    (finding,) = findings("LAW111", LISTED + PARTNERS, nation=None)
    assert (finding.certainty, finding.severity) == ("not_stated", "warning")
    assert [lack.aspect for lack in finding.lacks] == ["nation"]


@pytest.mark.parametrize("kind", ["post", "organisation"])
def test_it_says_how_to_record_that_who_scrutinises_is_independent(kind: str) -> None:
    text = f"p: partnership, statutory safeguarding_partnership, membership complete, lines complete\ns: {kind}\n"
    text += "p -- scrutinised_by --> s\nsomebody -- sits_on[as local_authority] --> p"
    (finding,) = findings("LAW111", text)
    assert finding.certainty == "not_stated"
    assert finding.fix.endswith("If S is independent of the partners, record it as a reviewer.")
    assert not findings("LAW111", text.replace(kind, "reviewer"))
