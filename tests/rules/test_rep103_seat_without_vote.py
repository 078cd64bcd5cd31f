"""REP103: a seat without a vote, where votes matter."""

import pytest

from helpers import findings, found, lacking

NOT_STATED = """
board: board, strategic, decides
forum -- sits_on[parent-carers] --> board
"""


def certainty(about: str, *seats: str) -> list[str]:
    return [one[2] for one in found("REP103", "\n".join([f"board: {about}", *seats]))]


NONE = "forum -- sits_on[parent-carers, non-voting] --> board"
SILENT = "forum -- sits_on[parent-carers] --> board"
VOTE = "forum -- sits_on[parent-carers, voting] --> board"
OTHER = "council -- sits_on[councillors, voting] --> board"


def test_no_vote_on_a_body_that_decides_is_stated() -> None:
    assert certainty("board, strategic, decides", NONE) == ["stated"]


def test_an_unstated_vote_is_not_stated() -> None:
    assert certainty("board, strategic, decides", SILENT) == ["not_stated"]


def test_one_vote_is_enough() -> None:
    assert certainty("board, strategic, decides", VOTE) == []
    assert certainty("board, strategic, decides", NONE, VOTE) == []


def test_where_others_vote_it_matters_too() -> None:
    assert certainty("board, strategic, monitors, membership complete", NONE) == []
    assert certainty("board, strategic, monitors", NONE) == ["not_stated"]
    assert certainty("board, strategic, monitors", NONE, OTHER) == ["stated"]


def test_where_others_may_vote_it_is_not_stated() -> None:
    listed = "board, strategic, monitors, membership complete"
    silent = "council -- sits_on[councillors] --> board"
    assert certainty(listed, NONE, silent) == ["not_stated"]
    assert certainty(listed, SILENT) == []
    denied = "council -- sits_on[councillors, non-voting] --> board"
    assert certainty(listed, NONE, denied) == []


def test_left_out_activities_are_not_stated() -> None:
    assert certainty("board, strategic", NONE) == ["not_stated"]
    assert certainty("board, strategic", NONE, OTHER) == ["stated"]


def test_a_body_only_perhaps_in_scope_is_not_stated() -> None:
    assert certainty("board, operational", NONE, OTHER) == ["not_stated"]
    assert certainty("board, operational, delivers", NONE, OTHER) == []


def test_vacant_seats_and_attendees_are_no_seats() -> None:
    assert certainty("board, strategic, decides", "somebody -- sits_on[parent-carers, vacant] --> board") == []
    assert certainty("board, strategic, decides", "forum -- attends[parent-carers] --> board") == []


def test_it_points_to_the_seat() -> None:
    (finding,) = findings("REP103", f"board: board, strategic, decides\n{NONE}")
    assert (finding.bodies, finding.constituency) == (("board",), "parent-carers")
    assert [(step.start, step.relation, step.end) for step in finding.witness] == [("forum", "sits_on", "board")]


def test_several_seats_are_told_as_several() -> None:
    (finding,) = findings("REP103", f"board: board, strategic, decides\n{NONE}\n{NONE.replace('forum', 'other')}")
    assert finding.message == "Parent carers have two seats on the Board, but no vote."
    assert finding.fix.endswith("Where they do not, ask it to minute what parent carers say, and to answer it.")
    (open_,) = findings("REP103", f"board: board, strategic, decides\n{NONE}\n{SILENT.replace('forum', 'other')}")
    assert lacking(open_) == [("votes", ("board",))]
    assert open_.message == "The file does not say which seats on the Board have a vote."
    assert open_.fix == "Find out which seats on the Board have a vote, and record it."


def test_whether_others_vote_is_open_where_not_all_seats_are_listed() -> None:
    (finding,) = findings("REP103", f"board: board, strategic, monitors\n{NONE}")
    assert finding.certainty == "not_stated"
    assert finding.message == (
        "Parent carers have a seat on the Board, but no vote. The file does not say who sits on the Board."
    )
    assert lacking(finding) == [("members", ("board",))]


HWB = f"board: board, statutory health_and_wellbeing_board, decides\n{NONE}"
DIRECTION = (
    "By law, members of the Board vote, unless the council has directed otherwise. Ask the council to show the "
    "direction that takes the vote on the Board from parent carers. If there is none, ask the Board to let them vote."
)
WHERE_ALLOWED = (
    "Ask the Board for a vote for parent carers, where the law and its rules allow. Where they do not, ask it to "
    "minute what parent carers say, and to answer it."
)


def fix(arrows: str, nation: str | None = "england") -> str:
    (finding,) = findings("REP103", arrows, nation=nation)
    assert finding.certainty == "stated"
    return finding.fix


def test_on_a_wellbeing_board_in_england_the_council_must_show_its_direction() -> None:
    assert fix(HWB) == DIRECTION
    committee = HWB.replace("board, statutory health_and_wellbeing_board", "committee") + "\nboard -- part_of --> hwb\n"
    assert fix(committee + "hwb: board, statutory health_and_wellbeing_board") == DIRECTION


def test_where_the_nation_is_not_stated_the_law_is_said_to_be_of_england() -> None:
    assert fix(HWB, nation=None) == (
        "Ask the Board for a vote for parent carers, where the law and its rules allow. If the Board is in "
        "England, its members vote, unless the council has directed otherwise. If that holds here, ask the council to "
        "show its direction."
    )


@pytest.mark.parametrize("nation", ["wales", "scotland", "elsewhere"])
def test_that_law_is_not_said_of_other_nations(nation: str) -> None:
    assert fix(HWB, nation=nation) == WHERE_ALLOWED


def test_that_law_is_not_said_of_days_before_it() -> None:
    assert fix("structure: as_of 2013-03-31\n" + HWB) == WHERE_ALLOWED
    assert fix("structure: as_of 2013-04-01\n" + HWB) == DIRECTION


def test_a_vote_left_open_on_a_wellbeing_board_is_a_question_with_the_law() -> None:
    (finding,) = findings("REP103", HWB.replace(", non-voting", ""))
    assert lacking(finding) == [("votes", ("board",))]
    assert finding.message == (
        "By law, members of the Board vote, unless the council has directed otherwise. "
        "The file does not say which seats on the Board have a vote."
    )


ICB = "\nboard -- part_of --> icb\nicb: board, statutory integrated_care_board"


def test_on_a_committee_of_an_integrated_care_board_others_may_vote() -> None:
    committee = f"structure: as_of 2024-01-01\nboard: committee, strategic, decides\n{NONE}{ICB}"
    assert fix(committee) == (
        "Ask the Board for a vote for parent carers. "
        "By law, people who are not members of Icb may sit and vote on its committees."
    )
    assert fix(committee, nation="scotland") == WHERE_ALLOWED
    assert fix(committee, nation=None) == (
        f"{WHERE_ALLOWED} In England, people who are not members of Icb may sit and vote on its committees."
    )
    assert fix(committee.replace("2024", "2021")) == WHERE_ALLOWED


@pytest.mark.parametrize(
    ("form", "nation", "law"),
    [
        (
            "council_committee",
            "england",
            "By law, co-opted members need a scheme or an exemption to vote.",
        ),
        (
            "council_committee",
            "wales",
            "By law, co-opted members need a scheme or an exemption to vote.",
        ),
        (
            "council_committee",
            None,
            "In England and Wales, co-opted members need a scheme or an exemption to vote.",
        ),
        (
            "overview_and_scrutiny_committee",
            None,
            "In England, co-opted members need a scheme or an exemption to vote.",
        ),
        ("cabinet", "england", "Only elected members vote there."),
    ],
)
def test_the_law_that_keeps_votes_to_councillors_is_said_where_it_runs(form: str, nation: str | None, law: str) -> None:
    minute = "Ask the Board to minute what parent carers say, and to answer it."
    assert fix(f"board: committee, statutory {form}, decides\n{NONE}", nation=nation) == f"{minute} {law}"


def test_where_that_law_does_not_run_a_vote_is_asked_for() -> None:
    for form, nation in (("council_committee", "scotland"), ("overview_and_scrutiny_committee", "wales")):
        assert fix(f"board: committee, statutory {form}, decides\n{NONE}", nation=nation) == WHERE_ALLOWED


def test_parent_governors_vote_on_education_scrutiny_in_england() -> None:
    seat = NONE.replace("non-voting", "non-voting, as parent_governor")
    osc = f"board: committee, statutory overview_and_scrutiny_committee, decides, covers education\n{seat}"
    assert "By law, parent governor representatives vote there on questions of education." in fix(osc)
    assert "parent governor" not in fix(osc, nation="wales")
    assert "parent governor" not in fix(osc.replace(", covers education", ""))


LATER = "forum -- sits_on[parent-carers, voting, from 2021-09-01] --> board"


def test_a_vote_that_begins_later_is_said_and_shown() -> None:
    until = NONE.replace("non-voting", "non-voting, until 2021-08-31")
    (finding,) = findings("REP103", f"board: board, strategic, decides\n{until}\n{LATER}")
    assert finding.message == (
        "Parent carers have a seat on the Board, but no vote. "
        "The file lists a seat with a vote for them, but it begins later (1 September 2021)."
    )
    assert [step.how for step in finding.witness] == ["without a vote", "with a vote, from 1 September 2021"]
    assert finding.fix == "Ask the Board to minute what parent carers say, and to answer it, until their vote begins."


def test_a_vote_that_is_only_agreed_is_said_too() -> None:
    agreed = LATER.replace("from 2021-09-01", "agreed")
    (finding,) = findings("REP103", f"board: board, strategic, decides\n{NONE}\n{agreed}", view="in_place")
    assert "The file lists a seat with a vote for them, but it is agreed but not yet in place" in finding.message
    assert finding.fix.startswith("Ask the Board when the vote of parent carers will be in place.")


def test_a_later_seat_without_a_vote_promises_none() -> None:
    (finding,) = findings(
        "REP103", f"board: board, strategic, decides\n{NONE}\n{LATER.replace('voting', 'non-voting', 1)}"
    )
    assert finding.message == "Parent carers have a seat on the Board, but no vote."
    assert finding.fix == WHERE_ALLOWED


def test_a_vote_past_its_term_makes_it_a_question() -> None:
    past = "forum -- sits_on[parent-carers, voting, until 2019-12-31] --> board"
    (finding,) = findings("REP103", f"board: board, strategic, decides\n{NONE}\n{past}")
    assert lacking(finding) == [("renewal", ("board",))]
    assert finding.witness[-1].how == "with a vote, until 31 December 2019"
