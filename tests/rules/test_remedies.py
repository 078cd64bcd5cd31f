"""Remedies: possible and lawful for the body, and fitting what people have there already."""

import pytest

from govgraph.findings.items import items
from helpers import findings, graph

LISTED = "membership complete"
WHO = "forum -- sits_on[parent-carers] --> elsewhere\nelsewhere: workstream, operational, delivers\n"


def fix(arrows: str, code: str = "REP101", nation: str | None = "england") -> str:
    (finding,) = [one for one in findings(code, WHO + arrows, nation=nation) if "board" in one.bodies]
    return finding.fix


BOARD = f"board: board, strategic, decides, {LISTED}\n"
ELECTED = "somebody -- sits_on[as elected member, voting] --> board\n"
HEARD = "Ask the Board to let parent carers attend, speak and see the papers: only elected members sit there."
PERHAPS = (
    "Ask the Board to let parent carers attend, speak and see the papers. "
    "If not all members of the Board are elected, ask for a seat for parent carers too."
)
SEAT = (
    "Ask the Board for a seat for parent carers, with a vote if law and rules allow. "
    "If not, ask for co-option, or to attend and see papers."
)


@pytest.mark.parametrize(
    "capacity",
    [
        "elected member",
        "Elected Member",
        "elected councillor",
        "publicly elected trustee",
        "councillor",
        "elected_mayor",
        "member elected by the voters",
        "elected",
    ],
)
def test_nobody_is_given_a_seat_where_all_members_are_elected(capacity: str) -> None:
    assert fix(BOARD + f"somebody -- sits_on[as {capacity}, chair] --> board") == HEARD


@pytest.mark.parametrize(
    "capacity", ["officer", "governor elected by parents", "unelected member", "staff member", "elected staff governor"]
)
def test_a_seat_is_asked_for_where_somebody_else_sits(capacity: str) -> None:
    assert fix(BOARD + ELECTED + f"somebody -- sits_on[as {capacity}] --> board") == SEAT


def test_where_all_listed_are_elected_and_more_may_sit_there_both_are_asked_for() -> None:
    stated = "parent-carers -- absent_from --> board"
    assert fix(BOARD.replace(f", {LISTED}", "") + ELECTED + stated) == PERHAPS


@pytest.mark.parametrize("to", ["the voters of the district", "the electors of the county", "the electorate"])
def test_a_board_that_answers_to_voters_may_have_elected_members_alone(to: str) -> None:
    assert fix(BOARD + f"board -- accountable_to --> {to}") == PERHAPS
    assert fix(BOARD + f"board -- accountable_to --> {to}\nsomebody -- sits_on[as officer] --> board") == SEAT
    assert fix(BOARD + f"board -- accountable_to --> {to}\nsomebody -- sits_on[young-people] --> board") == SEAT
    assert fix(BOARD + "board -- accountable_to --> the people of the county") == SEAT


def test_a_cabinet_takes_elected_members_alone_in_every_nation() -> None:
    for nation in ("england", "wales", "elsewhere", None):
        assert fix(BOARD.replace("board,", "committee, statutory cabinet,", 1), nation=nation) == HEARD


def test_people_are_heard_through_a_body_that_advises() -> None:
    council = "council: committee, advisory, advises\ncouncil -- advises --> board\n"
    seats = "forum -- sits_on[parent-carers] --> council\n"
    (finding,) = [one for one in findings("REP101", BOARD + ELECTED + council + seats) if "board" in one.bodies]
    assert finding.message == (
        "Parent carers have no seat on the Board. The file shows no other way for them to take part. "
        "Parent carers do take part in Council, which advises the Board."
    )
    assert finding.fix == f"Ask the Board to hear Council before it decides. {HEARD}"
    (finding,) = [one for one in findings("REP101", BOARD + council + seats) if "board" in one.bodies]
    assert finding.fix == SEAT
    (finding,) = [one for one in findings("REP101", WHO + BOARD + ELECTED + council) if "board" in one.bodies]
    assert finding.message.endswith("The file shows no other way for them to take part.")


def test_the_voice_that_stops_below_an_elected_board_asks_for_no_seat() -> None:
    below = "group: committee, advisory, advises\ngroup -- reports_to --> board\n"
    assert fix(BOARD + ELECTED + below + "forum -- sits_on[parent-carers] --> group", "REP106") == HEARD


def test_who_attends_is_never_to_ask_to_attend() -> None:
    attends = "forum -- attends[parent-carers] --> board\n"
    assert fix(BOARD + attends, "REP102") == (
        "Ask the Board to let parent carers go on attending. Ask the Board for a seat for parent carers, "
        "with a vote if law and rules allow."
    )
    open_ = fix(BOARD.replace(f", {LISTED}", "") + attends, "REP102")
    assert open_.endswith("If not, ask for co-option, or to speak and see papers.")
    cabinet = fix(BOARD.replace("board,", "committee, statutory cabinet,", 1) + attends, "REP102")
    assert cabinet.endswith("to let parent carers speak and see the papers: only elected members sit there.")
    vacant = "somebody -- sits_on[parent-carers, vacant] --> board\n"
    cabinet = fix(BOARD.replace("board,", "committee, statutory cabinet,", 1) + attends + vacant, "REP104")
    assert "attend" not in cabinet


SEATS = "somebody -- sits_on[young-people, appointed_by superintendent] --> board\nsuperintendent: post\n"


def test_who_appoints_is_asked_by_name() -> None:
    assert fix(BOARD + SEATS) == (
        "Ask the Superintendent, who appoints to the Board, for a seat there for parent carers, "
        "with a vote if law and rules allow. If not, ask for co-option, or to attend and see papers."
    )
    assert fix(BOARD + SEATS.replace("superintendent: post", "superintendent: organisation")).startswith(
        "Ask the Superintendent, which appoints to the Board, for a seat"
    )


@pytest.mark.parametrize(
    "seats",
    [
        pytest.param(SEATS + "other: post\nsomebody -- sits_on[appointed_by other] --> board", id="two appoint"),
        pytest.param(SEATS.replace("appointed_by superintendent", "appointed_by board"), id="the body itself"),
        pytest.param(SEATS.replace("superintendent: post", "superintendent: post, ended"), id="no longer there"),
        pytest.param("trust -- sits_on[as nhs_trust, appointed_by trust] --> board", id="sends its own"),
        pytest.param(
            "trust: organisation\nsomebody -- sits_on[as nhs_trust, appointed_by trust] --> board\n"
            + "x -- sits_on --> board\n" * 2,
            id="few",
        ),
        pytest.param("speaker -- represents --> y\nx -- sits_on[y, appointed_by speaker] --> board", id="for people"),
    ],
)
def test_else_the_body_is_asked(seats: str) -> None:
    assert fix(BOARD + seats) == SEAT


def test_who_appoints_fills_a_vacant_seat() -> None:
    seat = SEATS.replace("young-people", "parent-carers, vacant")
    assert fix(BOARD + seat, "REP104") == (
        "Ask the Superintendent, who appoints, to fill the seat for parent carers on the Board."
    )
    theirs = seat.replace("superintendent: post", "superintendent -- represents --> parent-carers")
    assert fix(BOARD + theirs, "REP104").startswith("Ask parent carers who they will send to the Board")
    below = "group: committee, advisory, advises\ngroup -- reports_to --> board\nx -- sits_on[parent-carers] --> group"
    assert fix(BOARD + seat + below, "REP106").startswith("Ask the Superintendent, who appoints, to fill the seat")


def test_a_stated_appointment_names_who_appoints_unless_it_is_of_the_chair_alone() -> None:
    assert fix(BOARD + "mayor: post\nmayor -- appoints --> board").startswith(
        "Ask Mayor, who appoints to the Board, for"
    )


def test_on_a_wellbeing_board_the_law_gives_the_vote() -> None:
    hwb = BOARD.replace("board,", "board, statutory health_and_wellbeing_board,", 1)
    unless = "vote, unless the council has directed otherwise."
    assert fix(hwb) == f"{SEAT} By law, members of the Board {unless}"
    assert fix(hwb, nation=None) == SEAT
    assert fix(hwb, nation="wales") == SEAT


def test_on_a_committee_of_an_integrated_care_board_others_may_sit_and_vote() -> None:
    icb = "board -- part_of --> icb\nicb: board, operational, delivers, statutory integrated_care_board\n"
    committee = "structure: as_of 2024-01-01\n" + BOARD.replace("board,", "committee,", 1) + icb
    law = "people who are not members of Icb may sit and vote on its committees."
    assert fix(committee) == f"{SEAT} By law, {law}"
    assert fix(committee, nation=None) == f"{SEAT} In England, {law}"
    assert fix(committee, nation="scotland") == SEAT
    assert fix(committee.replace("2024", "2021")) == SEAT


def test_what_the_law_says_of_one_body_keeps_no_remedies_apart() -> None:
    hwb = f"hwb: board, statutory health_and_wellbeing_board, {LISTED}\n"
    arrows = "structure: nation england\nforum -- sits_on[parent-carers] --> elsewhere\n" + BOARD + hwb
    arrows += "elsewhere: workstream, operational, delivers\nhwb: strategic, statutory health_and_wellbeing_board, "
    found = items(findings("REP101", arrows + f"board, {LISTED}"))
    assert [item.message.first for item in found] == ["Parent carers have no seat on the Board and Hwb."]
    assert found[0].fix == SEAT.replace("the Board", "the Board and Hwb") + (
        " By law, members of Hwb vote, unless the council has directed otherwise."
    )


@pytest.mark.parametrize(
    ("form", "nation", "expected"),
    [
        (
            "council_committee",
            "wales",
            "Ask the Board to co-opt parent carers. By law, co-opted members need a scheme or an exemption to vote.",
        ),
        (
            "overview_and_scrutiny_committee",
            "wales",
            "Ask the Board to co-opt parent carers. Ask the council whether co-opted members may vote there.",
        ),
        (
            "overview_and_scrutiny_committee",
            None,
            "Ask the Board to co-opt parent carers. In England, co-opted members need a scheme or an exemption to "
            "vote.",
        ),
        ("council_committee", "scotland", SEAT),
        ("advisory_committee", "england", SEAT),
    ],
)
def test_on_a_committee_of_the_council_co_option_is_asked_for_where_its_law_runs(
    form: str, nation: str | None, expected: str
) -> None:
    assert fix(BOARD.replace("board,", f"committee, statutory {form},", 1), nation=nation) == expected


def test_of_several_bodies_one_is_asked_on_which_a_seat_can_be_had() -> None:
    arrows = (
        "parent-carers -- raised --> waits\nboard -- responsible_for --> waits\ncab -- responsible_for --> waits\n"
        f"{BOARD}cab: committee, statutory cabinet, {LISTED}\n"
    )
    (finding,) = findings("THM104", arrows)
    assert finding.fix == (
        "Ask the Board for a seat for parent carers, with a vote if law and rules allow. "
        "Or ask for parent carers to attend for that item of the agenda."
    )


def test_a_seat_that_begins_later_is_awaited_and_not_asked_for() -> None:
    later = "forum -- sits_on[parent-carers, from 2021-09-01] --> board\n"
    until = "Ask the Board to let parent carers attend, speak and see the papers until their seat begins."
    assert fix(BOARD + later) == until
    assert fix(BOARD + later + "forum -- attends[parent-carers] --> board", "REP102").endswith(
        "Ask the Board to let parent carers speak and see the papers until their seat begins."
    )


def test_a_body_that_begins_later_with_a_seat_for_them_is_told() -> None:
    """What replaces a body may hold what people lack on it."""
    later = "new: board, from 2021-09-01\nnew -- replaces --> board\nforum -- sits_on[parent-carers, voting] --> new\n"
    told = "New replaces the Board and has a seat with a vote for them, but begins later (1 September 2021)."
    (finding,) = [one for one in findings("REP101", WHO + BOARD + later) if "board" in one.bodies]
    assert finding.message == f"Parent carers have no seat on the Board. {told}"
    mute = "forum -- sits_on[parent-carers, non-voting] --> board\n"
    (finding,) = findings("REP103", BOARD + mute + later)
    assert finding.message == f"Parent carers have a seat on the Board, but no vote. {told}"
    (finding,) = findings("REP103", BOARD + mute + later.replace(", voting", ""))
    assert finding.message == "Parent carers have a seat on the Board, but no vote."
    ended = later.replace("from 2021-09-01", "ended")
    (finding,) = [one for one in findings("REP101", WHO + BOARD + ended) if "board" in one.bodies]
    assert finding.message.endswith("The file shows no other way for them to take part.")


def test_the_seat_of_a_body_that_has_ended_goes_to_what_replaces_it() -> None:
    old = "old: forum, until 2019\nold -- sits_on[parent-carers, voting] --> board\n"
    (finding,) = [one for one in findings("REP104", BOARD + old) if one.bodies == ("board",)]
    assert finding.message == (
        "Parent carers have a seat on the Board, but it is held by Old, which has ended. "
        "So nobody speaks for them there."
    )
    assert finding.fix == (
        "Ask the Board who takes over the seat of Old. "
        "Ask parent carers who they will send to the Board, and what keeps them away."
    )
    heir = "new: forum\nnew -- replaces --> old\n"
    assert (
        findings("REP104", BOARD + old + heir)[0].fix == "Ask the Board to let New, which replaces Old, fill the seat."
    )
    later = findings("REP104", BOARD + old.replace("until 2019", "from 2021"))[0]
    assert "held by Old, which has not begun yet" in later.message
    assert later.fix.startswith("Ask the Board who sits there until Old is in place.")


def test_seats_empty_in_several_ways_are_told_apart() -> None:
    old = "old: forum, until 2019\nold -- sits_on[parent-carers] --> board\n"
    vacant = "somebody -- sits_on[parent-carers, vacant] --> board\n"
    (finding,) = [one for one in findings("REP104", BOARD + old + vacant) if one.bodies == ("board",)]
    assert finding.message.startswith(
        "Parent carers have seats on the Board: one is vacant, and one is held by Old, which has ended."
    )


def test_a_vacant_seat_beside_one_that_begins_later_is_told_with_it() -> None:
    seats = "somebody -- sits_on[parent-carers, vacant] --> board\nx -- sits_on[parent-carers, from 2021] --> board"
    (finding,) = findings("REP104", BOARD + seats)
    assert finding.message.endswith("The file lists a seat for them, but it begins later (2021).")


def test_pending_ways_of_others_are_not_theirs() -> None:
    voice = graph(BOARD + "x -- sits_on[young-people, from 2021] --> board\ny -- attends[pupils] --> board").voice
    assert voice.standing("board", "pupils").pending == ()


def test_a_wellbeing_board_of_councillors_alone_can_take_others_in() -> None:
    board = BOARD.replace("board,", "board, statutory health_and_wellbeing_board,", 1) + ELECTED
    assert fix(board, nation="england").startswith("Ask the Board for a seat for parent carers")
    assert fix(board, nation=None).startswith("Ask the Board for a seat for parent carers")
