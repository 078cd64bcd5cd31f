"""REP101: no seat, certain only where the file says so."""

import pytest

from helpers import findings, found, lacking, why_not_asked

NOT_STATED = """
board: board, strategic
forum -- sits_on[parent-carers] --> group
group: workstream, operational, delivers
"""
WHO = "forum -- sits_on[parent-carers] --> elsewhere\nelsewhere: workstream, operational, delivers\n"
BOARD = WHO + "board: board, strategic, decides"


def test_silence_is_not_stated() -> None:
    (finding,) = findings("REP101", BOARD)
    assert (finding.bodies, finding.constituency, finding.certainty) == (("board",), "parent-carers", "not_stated")
    assert lacking(finding) == [("members", ("board",))]
    assert finding.message == "The file does not say who sits on the Board."
    assert finding.fix == (
        "Find out who sits on the Board, and record it. If parent carers have no seat there, ask the Board for a seat "
        "for them, with a vote if law and rules allow. "
        "If not, ask for co-option, or to attend and see papers."
    )


def test_silence_on_who_sits_there_and_on_what_it_does_is_two_questions() -> None:
    (finding,) = findings("REP101", WHO + "board: board")
    assert lacking(finding) == [("members", ("board",)), ("remit", ("board",))]


def test_complete_membership_makes_it_a_fact() -> None:
    assert found("REP101", BOARD + ", membership complete") == [(("board",), "parent-carers", "stated")]
    assert found("REP101", "structure: membership complete\n" + BOARD) == [(("board",), "parent-carers", "stated")]


def test_a_complete_list_is_the_evidence() -> None:
    (finding,) = findings("REP101", BOARD + ", membership complete")
    assert [(step.relation, step.end) for step in finding.witness] == [("all_seats_listed", "board")]
    assert finding.message == (
        "Parent carers have no seat on the Board. The file shows no other way for them to take part."
    )
    assert finding.fix == (
        "Ask the Board for a seat for parent carers, with a vote if law and rules allow. "
        "If not, ask for co-option, or to attend and see papers."
    )


def test_stated_absence_makes_it_a_fact() -> None:
    (finding,) = findings("REP101", BOARD + "\nparent-carers -- absent_from --> board")
    assert (finding.bodies, finding.certainty, finding.severity) == (("board",), "stated", "error")
    assert [step.relation for step in finding.witness] == ["absent_from"]


def test_absence_that_ended_says_nothing_of_today() -> None:
    arrows = BOARD + "\nparent-carers -- absent_from[until 2019] --> board"
    assert found("REP101", arrows) == [(("board",), "parent-carers", "not_stated")]


def test_a_seat_ends_it() -> None:
    assert found("REP101", BOARD + "\nforum -- sits_on[parent-carers] --> board") == []


def test_a_seat_wins_over_an_absence_of_another_status() -> None:
    arrows = BOARD + "\nparent-carers -- absent_from --> board\nforum -- sits_on[parent-carers, agreed] --> board"
    assert found("REP101", arrows) == []
    assert found("REP101", arrows, view="in_place") == [(("board",), "parent-carers", "stated")]


def test_the_holder_speaks_for_whom_it_represents_only_where_the_seat_does_not_say() -> None:
    from govgraph.model import Structure

    def structure(seat: dict[str, str]) -> Structure:
        return Structure.model_validate(
            {
                "constituencies": {
                    "parents": {"name": "Parents", "represented_by": "forum"},
                    "health": {"name": "Health"},
                },
                "bodies": {
                    "board": {"name": "Board", "kind": "board", "level": "strategic", "does": "decides", "seats": seat},
                    "forum": {"name": "Forum", "kind": "forum"},
                },
            }
        )

    assert found("REP101", structure({"holder": "forum"})) == [(("board",), "health", "not_stated")]
    assert found("REP101", structure({"holder": "forum", "on_behalf_of": "health"})) == [
        (("board",), "parents", "not_stated")
    ]


def test_a_seat_whose_holder_is_not_there_speaks_for_nobody() -> None:
    arrows = BOARD + "\nforum: forum, until 2019\nforum -- sits_on[parent-carers] --> board"
    for text in (arrows, arrows.replace("decides", "decides, membership complete")):
        assert findings("REP101", text) == []  # there is a seat, which nobody fills: REP104
        (finding,) = [each for each in findings("REP104", text) if each.bodies == ("board",)]
        assert finding.message.startswith(
            "Parent carers have a seat on the Board, but it is held by the Forum, which has "
        )


@pytest.mark.parametrize(
    ("forum", "state"), [("until 2019", "has ended"), ("from 2021", "has not begun yet"), ("ended", "has ended")]
)
def test_a_place_to_attend_whose_holder_is_not_there_is_no_way_of_taking_part(forum: str, state: str) -> None:
    arrows = f"{BOARD}, membership complete\nforum: forum, {forum}\nforum -- attends[parent-carers] --> board"
    (finding,) = findings("REP101", arrows)
    assert f"The file lists a place for them to attend, but it is held by the Forum, which {state}." in finding.message


def test_other_ways_of_taking_part_belong_to_other_rules() -> None:
    for arrow in (
        "champion -- contact_for[parent-carers] --> board",
        "forum -- attends[parent-carers] --> board",
        "parent-carers -- consulted_by --> board",
        "parent-carers -- informed_by --> board",
        "somebody -- sits_on[parent-carers, vacant] --> board",
    ):
        assert found("REP101", f"{BOARD}\n{arrow}") == []


def test_a_vacant_contact_is_no_way_of_taking_part() -> None:
    contact = "\nchampion -- contact_for[parent-carers, vacant] --> board"
    (finding,) = findings("REP101", BOARD + ", membership complete" + contact)
    assert finding.bodies == ("board",)
    assert "Their contact there is vacant." in finding.message


def test_scope() -> None:
    def certainty(about: str) -> list[str]:
        return [one[2] for one in found("REP101", f"{WHO}x: {about}, membership complete")]

    assert certainty("board, strategic") == ["stated"]
    assert certainty("board, scrutinises") == ["stated"]
    assert certainty("board, commissions, operational") == ["stated"]
    assert certainty("board, operational") == ["not_stated"]
    assert certainty("board, delivers") == ["not_stated"]
    assert certainty("board") == ["not_stated"]
    assert certainty("board, operational, delivers") == []
    assert certainty("organisation, strategic, decides") == []


def test_options_widen_and_narrow_the_scope() -> None:
    arrows = WHO + "x: board, operational, decides"
    assert found("REP101", arrows, settings={"options": {"REP101": {"activities": []}}}) == []
    assert found("REP101", arrows, settings={"options": {"REP101": {"levels": ["operational"]}}}) == [
        (("x",), "parent-carers", "not_stated")
    ]


def test_a_body_that_is_itself_the_voice_of_a_constituency_needs_no_seat_on_itself() -> None:
    from govgraph.model import Structure

    structure = Structure.model_validate(
        {
            "constituencies": {"young": {"name": "Young people", "represented_by": "panel"}},
            "bodies": {"panel": {"name": "Young people's panel", "kind": "panel", "level": "strategic"}},
        }
    )
    assert found("REP101", structure) == []


def test_for_chooses_constituencies_and_check_false_leaves_them_out() -> None:
    from govgraph.model import Structure

    structure = Structure.model_validate(
        {
            "constituencies": {"parents": {"name": "Parents"}, "health": {"name": "Health", "check": False}},
            "bodies": {"board": {"name": "Board", "kind": "board", "level": "strategic"}},
        }
    )
    assert found("REP101", structure) == [(("board",), "parents", "not_stated")]
    assert found("REP101", structure, only_for=["health"]) == [(("board",), "health", "not_stated")]


def test_without_a_constituency_it_cannot_be_asked() -> None:
    assert "names no group of people" in str(why_not_asked("REP101", "board: board, strategic"))
    assert "strategic" in str(why_not_asked("REP101", WHO + "forum: forum"))


@pytest.mark.parametrize(
    ("how", "view", "why"),
    [
        ("from 2021", "in_place", "begins later (2021)"),
        ("proposed", "in_place", "is only proposed, and left out of this view"),
        ("agreed", "in_place", "is agreed but not yet in place, and left out of this view"),
    ],
)
@pytest.mark.parametrize(
    ("way", "what"),
    [
        ("forum -- sits_on[parent-carers, {}] --> board", "a seat for them"),
        ("forum -- sits_on[parent-carers, voting, {}] --> board", "a seat with a vote for them"),
        ("forum -- attends[parent-carers, {}] --> board", "a way for them to take part"),
        ("parent-carers -- consulted_by[{}] --> board", "a way for them to take part"),
    ],
)
def test_a_way_that_does_not_count_yet_is_told(way: str, what: str, how: str, view: str, why: str) -> None:
    (finding,) = findings("REP101", f"{BOARD}\n{way.format(how)}", view=view)
    assert finding.message == (f"The file lists {what}, but it {why}. The file does not say who sits on the Board.")
    assert [step.end for step in finding.witness] == ["board"]


def test_a_way_that_has_ended_is_no_promise() -> None:
    over = "\nparent-carers -- consulted_by[until 2019] --> board"
    (finding,) = findings("REP101", BOARD + ", membership complete" + over)
    assert "The file shows no other way for them to take part." in finding.message


LISTED = BOARD + ", membership complete\n"
UNSAID = "somebody -- sits_on[as parent_carer, voting] --> board\n"


def test_a_seat_held_as_parent_carer_that_does_not_say_for_whom_may_be_theirs() -> None:
    (finding,) = findings("REP101", LISTED + UNSAID)
    assert (finding.certainty, finding.severity) == ("not_stated", "warning")
    assert finding.message == (
        "One seat on the Board is held as parent carer, but the file does not say for whom. "
        "The file does not say for whom the parents, carers, young people or service users on the Board speak."
    )
    assert lacking(finding) == [("speaks_for", ("board",))]
    assert [step.relation for step in finding.witness] == ["sits_on"]


def test_several_such_seats_are_told_together() -> None:
    (finding,) = findings("REP101", LISTED + UNSAID + "somebody -- sits_on[as young_person] --> board")
    said = "Two seats on the Board are held as parent carer or young person, but the file does not say for whom."
    assert finding.message.startswith(said)


def test_where_the_list_is_not_whole_both_are_told() -> None:
    (finding,) = findings("REP101", BOARD + "\n" + UNSAID)
    assert finding.message.startswith("One seat on the Board is held as parent carer")
    assert lacking(finding) == [("members", ("board",)), ("speaks_for", ("board",))]


@pytest.mark.parametrize(
    "seat",
    [
        "somebody -- sits_on --> board",
        "somebody -- sits_on[as councillor] --> board",
        "somebody -- sits_on[as parent_carer, vacant] --> board",
        "somebody -- attends[as parent_carer] --> board",
        "somebody -- sits_on[as parent_carer, vacant, until 2019] --> board",
        "gone: forum, ended\ngone -- sits_on[as parent_carer] --> board",
    ],
)
def test_other_seats_leave_the_gap_a_fact(seat: str) -> None:
    assert found("REP101", LISTED + seat) == [(("board",), "parent-carers", "stated")]


def test_a_seat_that_says_for_whom_leaves_the_gap_of_others_a_fact() -> None:
    said = "somebody -- sits_on[young, as young_person] --> board"
    assert found("REP101", LISTED + said) == [(("board",), "parent-carers", "stated")]
    held = "council -- represents --> young\ncouncil: forum\ncouncil -- sits_on[as young_person] --> board"
    assert found("REP101", LISTED + held) == [(("board",), "parent-carers", "stated")]


def test_a_stated_absence_is_a_fact_beside_such_a_seat() -> None:
    (finding,) = findings("REP101", LISTED + UNSAID + "parent-carers -- absent_from --> board")
    assert finding.certainty == "stated"
    assert finding.message.startswith("Parent carers have no seat on the Board.")


def groups(count: int) -> str:
    seats = "".join(f"forum -- sits_on[g{number}] --> elsewhere\n" for number in range(count))
    return seats + "elsewhere: workstream, operational, delivers\nboard: board, strategic\n"


def test_silences_alike_are_one_a_group_beyond_twenty_groups_alone() -> None:
    twenty = found("REP101", groups(20))
    assert {one[:1] + one[2:] for one in twenty} == {(("board",), "not_stated")}
    assert {who for _, who, _ in twenty} == {f"g{number}" for number in range(20)}
    more = findings("REP101", groups(21))
    assert {(one.bodies, one.together, one.certainty.value) for one in more} == {((), ("board",), "not_stated")}


def test_among_very_many_groups_a_fact_and_what_is_said_of_a_group_stay_findings_of_their_own() -> None:
    arrows = groups(21) + "listed: board, strategic, membership complete\n"
    arrows += "x -- contact_for[g0, vacant] --> board\nx -- contact_for[g1, vacant] --> listed"
    more = findings("REP101", arrows)
    assert {(one.bodies, one.certainty.value) for one in more if one.constituency == "g0"} == {
        (("board",), "not_stated"),
        (("listed",), "stated"),
    }
    for who in ("g1", "g2"):
        assert {(one.bodies, one.together, one.certainty.value) for one in more if one.constituency == who} == {
            ((), ("board",), "not_stated"),
            (("listed",), (), "stated"),
        }
