"""CHG101: who took part, and takes less part."""

import pytest

from govgraph.engine.arrows import from_arrows
from govgraph.findings import Finding
from govgraph.findings.aspects import statements
from govgraph.formats import read_text
from govgraph.model import Structure
from helpers import changed, lacking, lost
from renaming import plain

NOT_STATED = """
board: board, strategic
before: forum -- sits_on[parent-carers, voting] --> board
after: parent-carers -- informed_by --> elsewhere
"""
BOARD = "board: board, strategic, membership complete\nforum: forum\n"
OPEN = "board: board, strategic\nforum: forum\n"
WAYS = [
    "parent-carers -- informed_by --> board",
    "parent-carers -- consulted_by --> board",
    "champion -- contact_for[parent-carers] --> board",
    "forum -- attends[parent-carers] --> board",
    "forum -- sits_on[parent-carers, non-voting] --> board",
    "forum -- sits_on[parent-carers, voting] --> board",
    "forum -- sits_on[parent-carers, voting, co_chair] --> board",
]


A_SEAT = 4
NOT_THERE = "now they have no seat, and the file shows no other part for them."
NOT_OWN = "The file no longer shows a body that speaks for them in a seat there."


def facts(finding: Finding) -> str:
    """The message without what the file does not say, which stands at its end."""
    return finding.message.removesuffix(statements(finding.lacks)).strip()


@pytest.mark.parametrize("was", range(len(WAYS)))
@pytest.mark.parametrize("now", range(len(WAYS)))
def test_every_step_down_the_scale_is_a_loss_and_no_step_up_is(was: int, now: int) -> None:
    found = lost("CHG101", BOARD + WAYS[was], BOARD + WAYS[now].replace("voting]", "voting, member]"))
    certainty = "stated" if was >= A_SEAT else "not_stated"  # no list of contacts or attendees is ever whole
    assert found == ([(("board",), (), certainty)] if now < was else [])


NAMED = "parent-carers -- informed_by --> elsewhere\n"


@pytest.mark.parametrize("way", WAYS)
def test_whoever_is_not_there_any_more_is_a_loss(way: str) -> None:
    certainty = "stated" if "sits_on" in way else "not_stated"
    assert lost("CHG101", NAMED + BOARD + way, NAMED + BOARD) == [(("board",), (), certainty)]
    assert lost("CHG101", NAMED + OPEN + way, NAMED + OPEN) == [(("board",), (), "not_stated")]


def test_silence_keeps_its_weight_here_for_the_seat_was_stated() -> None:
    (finding,) = changed("CHG101", NAMED + OPEN + WAYS[5], NAMED + OPEN)
    assert (finding.severity.value, finding.certainty.value) == ("error", "not_stated")
    assert lacking(finding) == [("members", ("board",))]
    assert facts(finding) == (
        "Parent carers may lose their seat on the Board. "
        "Before, they had a seat with a vote; now the file shows no part for them."
    )
    assert finding.message == f"{facts(finding)} {statements(finding.lacks)}"


def test_a_vote_that_is_only_left_out_is_not_denied() -> None:
    left_open = "forum -- sits_on[parent-carers] --> board"
    (finding,) = changed("CHG101", BOARD + WAYS[5], BOARD + left_open)
    assert (finding.bodies, finding.certainty, lacking(finding)) == (("board",), "not_stated", [("votes", ("board",))])
    (finding,) = changed("CHG101", OPEN + WAYS[5], OPEN + left_open)
    assert lacking(finding) == [("members", ("board",)), ("votes", ("board",))]
    assert lost("CHG101", BOARD + left_open, BOARD + WAYS[4]) == []


def test_the_chair_does_not_make_up_for_a_vote() -> None:
    without = WAYS[6].replace("voting", "non-voting")
    (finding,) = changed("CHG101", BOARD + WAYS[6], BOARD + without)
    assert finding.certainty == "stated"
    assert finding.message == (
        "Parent carers lose their vote on the Board. "
        "Before, they had a share of the chair with a vote; now they have a share of the chair without a vote."
    )
    assert lost("CHG101", BOARD + without, BOARD + WAYS[6]) == []
    (finding,) = changed("CHG101", BOARD + WAYS[6], BOARD + WAYS[6].replace("voting, ", ""))
    assert (finding.bodies, finding.certainty, lacking(finding)) == (("board",), "not_stated", [("votes", ("board",))])


def test_one_of_two_seats_is_a_loss_and_a_better_one_makes_up_for_it() -> None:
    other = "somebody -- sits_on[parent-carers, voting] --> board\n"
    (finding,) = changed("CHG101", BOARD + other + WAYS[5], BOARD + other)
    assert finding.certainty == "stated"
    assert finding.message == (
        "Parent carers lose one of their two seats on the Board. "
        "Before, they had two seats with votes; now they have one seat with a vote."
    )
    assert lost("CHG101", BOARD + other + WAYS[5], BOARD + WAYS[6]) == []


def test_a_vote_of_a_contact_and_its_standing_are_worth_keeping() -> None:
    champion = "champion -- contact_for[parent-carers, senior, voting] --> board"
    weaker = "champion -- contact_for[parent-carers, junior, non-voting] --> board"
    (finding,) = changed("CHG101", BOARD + champion, BOARD + weaker)
    assert facts(finding) == (
        "Parent carers may lose the vote of their contact on the Board. "
        "Before, they had a senior contact with a vote; now they only have a contact."
    )
    assert lacking(finding) == [("taking_part", ("board",))]
    (finding,) = changed("CHG101", BOARD + champion, BOARD + champion.replace("senior", "junior"))
    assert facts(finding).startswith("Parent carers may lose their senior contact on the Board. ")
    assert lost("CHG101", BOARD + weaker, BOARD + champion) == []
    seat = "\nforum -- sits_on[parent-carers, non-voting] --> board"
    (finding,) = changed("CHG101", BOARD + champion + seat, BOARD + seat[1:])
    assert (finding.bodies, finding.certainty) == (("board",), "stated")
    assert finding.message == "Parent carers lose the vote of their contact on the Board."
    assert lost("CHG101", BOARD + champion + seat, BOARD + seat[1:].replace("non-", "")) == []


def of_the_forum(arrows: str) -> Structure:
    data = plain(from_arrows(arrows))
    data["constituencies"]["parent-carers"]["represented_by"] = ["forum"]
    return Structure.model_validate(data)


def test_a_seat_that_somebody_else_fills_is_not_theirs_any_more() -> None:
    council = WAYS[5].replace("forum", "council")
    (finding,) = changed("CHG101", of_the_forum(BOARD + WAYS[5]), of_the_forum(BOARD + council))
    assert finding.certainty == "stated"
    assert finding.message == f"Parent carers lose the seat that their own body held on the Board. {NOT_OWN}"
    nobody = WAYS[5].replace("forum", "somebody")
    (finding,) = changed("CHG101", of_the_forum(BOARD + WAYS[5]), of_the_forum(BOARD + nobody))
    assert (finding.certainty, lacking(finding)) == ("not_stated", [("members", ("board",))])


def test_to_be_named_as_their_voice_is_no_seat() -> None:
    data = plain(from_arrows(BOARD))
    data["constituencies"] = {"parent-carers": {"name": "Parent carers", "represented_by": ["forum", "board"]}}
    found = lost("CHG101", of_the_forum(BOARD + WAYS[4]), Structure.model_validate(data))
    assert found == [(("board",), (), "stated")]


def test_another_body_under_the_id_is_not_the_same_body() -> None:
    before = "board: board, name SEND Board, membership complete\nforum: forum\n" + WAYS[5]
    after = "board: working_group, name Tea Club\nnew: board, name SEND Board, membership complete\nforum: forum\n"
    assert lost("CHG101", before, after + WAYS[5]) == [(("new",), (), "stated")]


def test_a_short_name_that_two_bodies_share_makes_no_heir() -> None:
    before = "a: board, name SEND Board, other_names SB\nforum: forum\n" + WAYS[5].replace("board", "a")
    after = "b: board, name Safeguarding Board, other_names SB\nforum: forum\n" + WAYS[5].replace("board", "b")
    assert lost("CHG101", before, after) == [(("a",), (), "not_stated")]


def test_a_vacant_seat_speaks_for_nobody() -> None:
    vacant = "somebody -- sits_on[parent-carers, vacant] --> board"
    (finding,) = changed("CHG101", NAMED + BOARD + WAYS[5], NAMED + BOARD + vacant)
    assert finding.message == (
        "Parent carers lose their seat on the Board. Before, they had a seat with a vote; now their seat is vacant."
    )
    attends = f"{vacant}\n{WAYS[3]}"
    (finding,) = changed("CHG101", NAMED + BOARD + WAYS[5], NAMED + BOARD + attends)
    assert finding.message.endswith("; now they only attend, and their seat is vacant.")


def test_a_stated_absence_makes_it_certain() -> None:
    assert lost("CHG101", OPEN + WAYS[5], OPEN + "parent-carers -- absent_from --> board") == [
        (("board",), (), "stated")
    ]


def test_a_successor_must_have_the_seat() -> None:
    old = "old: board, ended\n"
    before = "forum: forum\nforum -- sits_on[parent-carers, voting] --> old"
    after = f"{old}{NAMED}forum: forum\nnew: board, membership complete\nnew -- replaces --> old\n"
    assert lost("CHG101", before, after) == [(("new",), (), "stated")]
    assert lost("CHG101", before, after + "forum -- sits_on[parent-carers, voting] --> new") == []


def test_each_body_that_a_body_was_split_into_must_have_it() -> None:
    before = "forum: forum\nforum -- sits_on[parent-carers] --> old"
    after = "old: board, ended\nforum: forum\none -- replaces --> old\ntwo -- replaces --> old\n"
    after += "forum -- sits_on[parent-carers] --> one\none: board\ntwo: board, membership complete"
    assert lost("CHG101", before, after) == [(("two",), (), "stated")]


def test_what_was_had_on_two_bodies_made_one_is_all_told() -> None:
    before = "forum: forum\nforum -- attends[parent-carers] --> a\nforum -- sits_on[parent-carers, voting] --> b"
    after = "a: board, ended\nb: board, ended\nc -- replaces --> a\nc -- replaces --> b\nforum: forum\n"
    (finding,) = changed("CHG101", before, after + "parent-carers -- consulted_by --> c")
    assert finding.bodies == ("c",)
    assert facts(finding) == (
        "Parent carers may lose part of what they had on A and B as C takes over. "
        "Before, they attended A and had a seat with a vote on B. Now they are only consulted."
    )
    assert lacking(finding) == [("members", ("c",))]


@pytest.mark.parametrize(
    ("after", "certainty"), [("forum: forum", "not_stated"), ("forum: forum\nboard: board, ended", "stated")]
)
def test_a_body_that_is_gone_takes_the_seat_with_it(after: str, certainty: str) -> None:
    (finding,) = changed("CHG101", BOARD + WAYS[5], f"{NAMED}{after}")
    assert (finding.bodies, finding.affects, finding.certainty) == (("board",), (), certainty)
    assert lacking(finding) == ([("successor", ("board",))] if certainty == "not_stated" else [])
    assert facts(finding) == (
        "Parent carers may lose their seat on the Board. Before, they had a seat with a vote. "
        "The Board is no longer in the file."
        if certainty == "not_stated"
        else "Parent carers lose their seat on the Board. Before, they had a seat with a vote. "
        "The Board has ended, and the file names nothing in its place."
    )


@pytest.mark.parametrize(
    ("way", "message"),
    [
        (WAYS[0], "Parent carers can no longer be kept informed by the Board."),
        (WAYS[1], "Parent carers can no longer be consulted by the Board."),
        (WAYS[2], "Parent carers lose their contact on the Board. Before, they had a contact."),
        (WAYS[3], "Parent carers can no longer attend the Board."),
    ],
)
def test_a_body_that_has_ended_takes_a_lesser_part_with_it(way: str, message: str) -> None:
    (finding,) = changed("CHG101", f"{NAMED}{BOARD}{way}", f"{NAMED}forum: forum\nboard: board, ended")
    assert finding.message == f"{message} The Board has ended, and the file names nothing in its place."


def test_lesser_parts_that_the_file_leaves_open_may_be_lost() -> None:
    (finding,) = changed("CHG101", BOARD + WAYS[3], BOARD + WAYS[0])
    assert facts(finding) == "Parent carers may no longer attend the Board. Now they are only kept informed."
    assert lacking(finding) == [("taking_part", ("board",))]


def test_a_body_under_another_id_and_the_same_name_is_the_same_body() -> None:
    after = "new-board: board, membership complete, name Board\nforum: forum\n"
    assert lost("CHG101", BOARD + WAYS[5], after + WAYS[5].replace("board", "new-board")) == []
    assert lost("CHG101", BOARD + WAYS[5], NAMED + after) == [(("new-board",), (), "stated")]


def test_a_body_of_a_similar_name_is_not_taken_for_the_same() -> None:
    before = "board: board, name SEND Strategic Board\nforum: forum\n" + WAYS[5]
    after = "new: board, name SEND Strategy Board\nforum: forum\nforum -- sits_on[parent-carers, voting] --> new"
    assert lost("CHG101", before, after) == [(("board",), (), "not_stated")]


def test_a_group_of_people_that_is_named_no_more_is_one_finding() -> None:
    before = BOARD + WAYS[5] + "\nforum -- sits_on[parent-carers] --> group"
    (finding,) = changed("CHG101", before, BOARD + "group: board")
    assert (finding.bodies, finding.affects, finding.constituency) == ((), ("board", "group"), "parent-carers")
    assert finding.certainty == "not_stated"
    assert lacking(finding) == [("still_heard", ("parent-carers",))]
    assert facts(finding) == (
        "Parent carers are no longer named among the people who should be heard. "
        "Before, they took part in the Board and the Group."
    )


def test_the_forum_itself_is_no_body_in_which_it_takes_part() -> None:
    before = plain(from_arrows(BOARD + WAYS[5]))
    before["constituencies"]["parent-carers"]["represented_by"] = ["forum"]
    (finding,) = changed("CHG101", Structure.model_validate(before), BOARD)
    assert finding.affects == ("board",)


def test_a_forum_that_has_ended_is_told_as_the_reason() -> None:
    after = (BOARD + WAYS[5]).replace("forum: forum", "forum: forum, ended")
    (finding,) = changed("CHG101", BOARD + WAYS[5], after)
    assert finding.message.endswith("; now the body that would hold their seat is not in place.")


def test_a_group_of_people_that_nobody_asks_about_any_more_is_stated() -> None:
    before = from_arrows(BOARD + WAYS[5])
    data = plain(before)
    data["constituencies"]["parent-carers"]["check"] = False
    (finding,) = changed("CHG101", before, Structure.model_validate(data))
    assert (finding.constituency, finding.certainty) == ("parent-carers", "stated")


def test_the_evidence_is_told_as_of_before_and_now() -> None:
    (finding,) = changed("CHG101", BOARD + WAYS[5], BOARD + WAYS[3])
    assert [(step.relation, step.before) for step in finding.witness] == [
        ("sits_on", True),
        ("attends", False),
        ("all_seats_listed", False),
    ]


def test_a_seat_that_has_ended_at_the_day_is_lost() -> None:
    after = BOARD + "forum -- sits_on[parent-carers, voting, until 2020-08-31] --> board"
    assert lost("CHG101", BOARD + WAYS[5], after) == [(("board",), (), "stated")]
    assert lost("CHG101", BOARD + WAYS[5], after, as_of="2020-08-31") == []


def test_on_silence_the_remedy_begins_with_finding_out() -> None:
    seat = "forum -- sits_on[parent-carers, voting] --> board"
    people = "\nparent-carers -- consulted_by --> forum\n"
    (silent,), (stated,) = (changed("CHG101", of + seat + people, of + people) for of in (OPEN, BOARD))
    assert silent.fix.startswith("Find out who sits on the Board")
    assert stated.fix == (
        "Ask the Board to give parent carers the part that they had before, as far as the law and its rules allow. "
        "If the loss is meant, explain it to parent carers first, and record the reason."
    )
    assert silent.fix.endswith(f", and record it. {stated.fix}")


def seat(qualities: str, body: str = "board", holder: str = "somebody") -> str:
    return f"{holder} -- sits_on[parent-carers, {qualities}] --> {body}\n"


ENDED = f"{NAMED}a: board, ended\nb: board, ended\n"
MADE_ONE = f"{ENDED}c -- replaces --> a\nc -- replaces --> b\nc: board, membership complete\n"
OWN = f"forum -- represents --> parent-carers\n{BOARD}"


@pytest.mark.parametrize(
    ("before", "after", "certainty"),
    [
        pytest.param(
            seat("voting") + 2 * seat("non-voting"),
            seat("voting") + "somebody -- sits_on[parent-carers] --> board",
            "stated",
            id="a seat is gone, and as many votes are stated as before: that another's vote is open does not matter",
        ),
        pytest.param(
            2 * seat("non-voting"),
            "somebody -- sits_on[parent-carers] --> board",
            "stated",
            id="a seat is gone, and there was no vote to lose",
        ),
        pytest.param(
            2 * seat("voting"),
            "somebody -- sits_on[parent-carers] --> board",
            "stated",
            id="a seat is gone, though the one that is left may have one of the votes",
        ),
        pytest.param(2 * seat("voting"), seat("non-voting"), "stated", id="the seat that is left has no vote"),
    ],
)
def test_a_vote_that_is_left_open_counts_only_where_a_vote_is_missed(before: str, after: str, certainty: str) -> None:
    assert lost("CHG101", BOARD + before, BOARD + after) == [(("board",), (), certainty)]


@pytest.mark.parametrize(
    ("after", "certainty", "own"),
    [
        pytest.param(
            seat("non-voting", holder="forum") + seat("non-voting"), "stated", True, id="their own still sits on it"
        ),
        pytest.param(seat("voting", holder="council"), "stated", False, id="another body fills it"),
        pytest.param(seat("voting"), "not_stated", False, id="whoever fills it may be theirs"),
    ],
)
def test_who_fills_a_seat_matters_only_where_their_own_does_no_more(after: str, certainty: str, own: bool) -> None:
    (finding,) = changed("CHG101", OWN + seat("voting", holder="forum"), OWN + after)
    assert finding.certainty.value == certainty
    assert (NOT_OWN not in finding.message) is own


@pytest.mark.parametrize(
    ("was_on_a", "was_on_b", "now", "certainty"),
    [
        pytest.param("forum -- attends[parent-carers] --> a\n", seat("voting", "b"), "", "stated", id="a seat on one"),
        pytest.param(
            "forum -- attends[parent-carers] --> a\n",
            "parent-carers -- consulted_by --> b\n",
            "",
            "not_stated",
            id="a seat on neither",
        ),
        pytest.param(
            seat("voting", "a"),
            seat("non-voting, chair", "b"),
            "somebody -- sits_on[parent-carers] --> c",
            "not_stated",
            id="a vote on one, and the seat that is left may have it",
        ),
        pytest.param(
            seat("voting", "a"),
            seat("non-voting, chair", "b"),
            seat("non-voting", "c"),
            "stated",
            id="that vote is gone",
        ),
    ],
)
def test_what_was_had_on_either_of_two_bodies_made_one_is_missed(
    was_on_a: str, was_on_b: str, now: str, certainty: str
) -> None:
    assert lost("CHG101", was_on_a + was_on_b, MADE_ONE + now) == [(("c",), (), certainty)]


def test_a_seat_of_their_own_on_either_of_two_bodies_made_one_is_missed() -> None:
    own = "forum -- represents --> parent-carers\n"
    before = own + seat("voting", "a", "forum") + seat("voting, chair", "b", "council")
    (finding,) = changed("CHG101", before, own + MADE_ONE + seat("voting", "c"))
    assert (finding.bodies, finding.certainty, lacking(finding)) == (("c",), "not_stated", [("members", ("c",))])
    assert facts(finding).endswith(f". {NOT_OWN}")


def test_of_two_bodies_that_are_gone_each_is_a_finding() -> None:
    before = seat("voting", "a") + seat("voting", "b")
    assert lost("CHG101", before, f"{NAMED}a: board, ended") == [
        (("a",), (), "stated"),
        (("b",), (), "not_stated"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param(
            WAYS[5],
            NAMED + BOARD,
            f"Parent carers lose their seat on the Board. Before, they had a seat with a vote; {NOT_THERE}",
            id="no part in the same body",
        ),
        pytest.param(
            seat("voting", "old"),
            f"{NAMED}old: board, ended\nnew: board, membership complete\nnew -- replaces --> old",
            f"Parent carers lose their seat on Old as New takes over. Before, they had a seat with a vote; {NOT_THERE}",
            id="no part in the body that replaces it",
        ),
        pytest.param(
            seat("voting", "a") + seat("voting", "b"),
            MADE_ONE.replace("c: board", "c: board, name A"),
            "Parent carers lose part of what they had on A and B as A takes over. "
            "Before, they had a seat with a vote on A and had a seat with a vote on B. "
            f"{NOT_THERE.capitalize()}",
            id="no part in the body that replaces two and has the name of one",
        ),
        pytest.param(
            OWN + seat("voting", holder="forum"),
            OWN,
            f"Parent carers lose their seat on the Board. Before, they had a seat with a vote; {NOT_THERE}",
            id="where there is no seat nobody is missed on it",
        ),
        pytest.param(
            2 * seat("voting"),
            BOARD + seat("voting") + seat("voting, vacant"),
            "Parent carers lose one of their two seats on the Board. "
            "Before, they had two seats with votes; now they have one seat with a vote.",
            id="beside a seat that is filled no vacant one is told",
        ),
        pytest.param(
            2 * seat("voting"),
            f"{BOARD}gone: organisation, ended\n" + seat("voting") + seat("voting", holder="gone"),
            "Parent carers lose one of their two seats on the Board. "
            "Before, they had two seats with votes; now they have one seat with a vote.",
            id="beside a seat that is filled none of a body that has ended is told",
        ),
        pytest.param(
            3 * seat("voting"),
            BOARD + seat("non-voting") + "somebody -- sits_on[parent-carers] --> board",
            "Parent carers lose one of their three seats on the Board. "
            "Before, they had three seats with votes; now they have two seats. They may also lose their vote there.",
            id="one seat without a vote is not both",
        ),
        pytest.param(
            3 * seat("voting"),
            BOARD + 2 * seat("non-voting"),
            "Parent carers lose one of their three seats on the Board, and with it their vote. "
            "Before, they had three seats with votes; now they have two seats without a vote.",
            id="both seats without a vote",
        ),
        pytest.param(
            3 * seat("voting"),
            BOARD + seat("voting") + 2 * seat("non-voting"),
            "Parent carers lose two of their three votes on the Board. "
            "Before, they had three seats with votes; now they have three seats, one of them with a vote.",
            id="some of the votes are gone",
        ),
        pytest.param(
            seat("voting, chair"),
            BOARD + seat("voting, member"),
            "Parent carers lose the chair of the Board. "
            "Before, they had the chair with a vote; now they have a seat with a vote.",
            id="the chair is gone",
        ),
        pytest.param(
            "x -- contact_for[parent-carers, senior] --> board\ny -- contact_for[parent-carers, junior] --> board",
            NAMED + BOARD,
            "Parent carers may lose their contact on the Board. "
            "Before, they had a senior contact; now the file shows no part for them.",
            id="one of two contacts is senior",
        ),
    ],
)
def test_it_says_what_they_had_and_what_they_have(before: str, after: str, said: str) -> None:
    (finding,) = changed("CHG101", before, after)
    assert facts(finding) == said


def test_people_who_took_part_in_nothing_and_are_named_no_more_are_told_of_too() -> None:
    named = from_arrows(NAMED + BOARD)
    data = plain(named)
    data["bodies"]["elsewhere"].pop("informed")
    (finding,) = changed("CHG101", Structure.model_validate(data), BOARD)
    assert facts(finding) == "Parent carers are no longer named among the people who should be heard."
    assert finding.fix == "Find out whether parent carers should still be heard, and record it."


def test_people_nobody_asks_about_any_more_are_told_of_where_the_file_says_so() -> None:
    text = """
bodies:
  board: {name: Board, kind: board, informed: [parents]}
constituencies:
  others: {name: Others}
  parents: {name: Parents}
"""
    (finding,) = changed("CHG101", read_text(text), read_text(text.replace("Parents}", "Parents, check: false}")))
    assert finding.location is not None
    assert finding.location.line == text.splitlines().index("  parents: {name: Parents}") + 1
    assert finding.message == (
        "Parents are now left out of the checks on who is heard. Before, they took part in the Board."
    )
    assert finding.fix == "Check again where parents are heard, or explain to them why not."
