"""REP105: who chooses who speaks for people."""

from govgraph.formats import read_text
from helpers import findings, found, lacking, why_not_asked

NOT_STATED = """
board: board
forum -- represents --> parent-carers
forum -- sits_on[parent-carers] --> board
"""
KNOWN = "board: board\nforum -- represents --> parent-carers\ncouncil: organisation\n"
HIT = (("board",), "parent-carers", "stated")
OPEN = ((), "parent-carers", "not_stated")


def test_chosen_by_a_body_that_does_not_speak_for_them() -> None:
    (finding,) = findings("REP105", KNOWN + "somebody -- sits_on[parent-carers, appointed_by council] --> board")
    assert (finding.bodies, finding.constituency, finding.certainty) == HIT
    assert finding.message == (
        "Council chooses who speaks for parent carers on the Board. The body that speaks for them is the Forum."
    )
    assert finding.fix == "Ask Council to let parent carers choose for themselves, through the Forum."


def test_chosen_by_the_body_itself_is_chosen_by_others() -> None:
    assert found("REP105", KNOWN + "forum -- sits_on[parent-carers, appointed_by board] --> board") == [HIT]


def test_chosen_by_who_speaks_for_them_is_clean() -> None:
    assert found("REP105", KNOWN + "somebody -- sits_on[parent-carers, appointed_by forum] --> board") == []


def test_chosen_by_a_part_of_who_speaks_for_them_is_clean_and_by_the_whole_of_it_is_not() -> None:
    part = KNOWN + "group -- part_of --> forum\nforum -- part_of --> network\nnetwork: organisation\n"
    assert found("REP105", part + "somebody -- sits_on[parent-carers, appointed_by group] --> board") == []
    assert found("REP105", part + "somebody -- sits_on[parent-carers, appointed_by network] --> board") == [HIT]


def test_a_vacant_seat_is_chosen_for_too_and_who_attends_holds_none() -> None:
    seat = "somebody -- {}[parent-carers, appointed_by council{}] --> board"
    assert found("REP105", KNOWN + seat.format("sits_on", ", vacant")) == [HIT]
    assert found("REP105", KNOWN + seat.format("sits_on", ", until 2020-09-01")) == [HIT]
    for gone in (seat.format("attends", ""), seat.format("sits_on", ", until 2020-08-31")):
        assert why_not_asked("REP105", KNOWN + gone) is not None


def test_silence_is_one_finding_for_all_seats_also_of_who_speaks_for_them() -> None:
    seats = "forum -- sits_on[parent-carers] --> board\nsomebody -- sits_on[parent-carers] --> other"
    (finding,) = findings("REP105", KNOWN + seats)
    assert (finding.bodies, finding.constituency, finding.certainty) == OPEN
    assert finding.affects == ("board", "other")
    assert lacking(finding) == [("appointers", ("board", "other"))]
    assert finding.message == (
        "The file does not say who appoints the people who speak for others on the Board and Other."
    )


def test_a_seat_of_who_speaks_for_them_that_does_not_say_so_counts_too() -> None:
    assert found("REP105", KNOWN + "forum -- sits_on --> board") == [OPEN]


def test_each_constituency_has_its_own() -> None:
    seats = "somebody -- sits_on[parent-carers] --> board\nsomebody -- sits_on[young] --> board"
    assert found("REP105", KNOWN + seats) == [OPEN, ((), "young", "not_stated")]


def test_where_nobody_is_stated_to_speak_for_them_nobody_can_judge() -> None:
    seat = "board: board\ncouncil: organisation\nforum -- sits_on[parent-carers, appointed_by council] --> board"
    (finding,) = findings("REP105", seat)
    assert (finding.bodies, finding.constituency, finding.certainty) == OPEN
    assert lacking(finding) == [("spokesbody", ("parent-carers",))]
    assert finding.message == (
        "Council appoints to the seats for parent carers on the Board. The file does not say which body speaks for "
        "parent carers."
    )


def test_a_breach_and_a_silence_are_told_apart() -> None:
    seats = "somebody -- sits_on[parent-carers, appointed_by council] --> board\nforum -- sits_on --> board"
    assert sorted(found("REP105", KNOWN + seats)) == [OPEN, HIT]


def test_on_a_body_of_their_own_nobody_else_chooses() -> None:
    arrows = "board -- represents --> parent-carers\nsomebody -- sits_on[parent-carers] --> board\nboard: board"
    assert why_not_asked("REP105", arrows) is not None


def test_it_is_not_asked_where_nobody_has_a_seat() -> None:
    assert why_not_asked("REP105", KNOWN) == ("The file lists no seat for any group of people that should be heard.")
    assert why_not_asked("REP105", "board: board") is not None


HEIR = """structure: as_of 2022-07-01
board: board
council: organisation
old: forum, until 2021-12-31
old -- represents --> parent-carers
"""


def test_the_successor_of_who_spoke_for_them_is_their_own() -> None:
    arrows = HEIR + "new: forum\nnew -- replaces --> old\n"
    assert found("REP105", arrows + "new -- sits_on[parent-carers, appointed_by new] --> board") == []
    assert found("REP105", arrows + "new -- sits_on[parent-carers, appointed_by old] --> board") == []
    (finding,) = findings("REP105", arrows + "new -- sits_on[parent-carers, appointed_by council] --> board")
    assert finding.certainty == "stated"
    assert "through New." in finding.fix
    assert "Old" not in finding.message + finding.fix


def test_on_a_body_that_replaces_their_own_nobody_else_chooses() -> None:
    arrows = HEIR + "new: forum\nboard -- replaces --> old\nsomebody -- sits_on[parent-carers] --> board"
    assert why_not_asked("REP105", arrows) is not None


def test_where_nobody_in_force_speaks_for_them_nobody_can_judge() -> None:
    (finding,) = findings("REP105", HEIR + "somebody -- sits_on[parent-carers, appointed_by council] --> board")
    assert (finding.bodies, finding.constituency, finding.certainty) == OPEN
    assert lacking(finding) == [("spokesbody", ("parent-carers",))]
    assert finding.message.startswith("Old has ended.")
    assert "Old" not in finding.fix


def test_a_body_that_will_speak_for_them_later_is_not_said_to_have_ended() -> None:
    arrows = HEIR.replace("until 2021-12-31", "from 2023-01-01")
    (finding,) = findings("REP105", arrows + "somebody -- sits_on[parent-carers, appointed_by council] --> board")
    assert finding.message.startswith("Old has not begun yet.")


def test_an_ended_speaker_beside_one_in_force_is_not_named() -> None:
    arrows = HEIR + "forum -- represents --> parent-carers\n"
    (finding,) = findings("REP105", arrows + "somebody -- sits_on[parent-carers, appointed_by council] --> board")
    assert finding.certainty == "stated"
    assert "through the Forum." in finding.fix


def test_the_silence_counts_only_the_seats_of_which_it_is_not_stated_who_chooses() -> None:
    seats = "forum -- sits_on[parent-carers] --> board\nforum -- sits_on[parent-carers, appointed_by forum] --> board"
    (finding,) = findings("REP105", KNOWN + seats)
    assert lacking(finding) == [("appointers", ("board",))]
    assert finding.witness_count == 1


def test_where_nobody_speaks_for_them_all_seats_count_and_both_silences_are_told() -> None:
    seats = "forum -- sits_on[parent-carers] --> board\nforum -- sits_on[parent-carers, appointed_by forum] --> board"
    (finding,) = findings("REP105", "board: board\n" + seats)
    assert lacking(finding) == [("appointers", ("board",)), ("spokesbody", ("parent-carers",))]
    assert finding.witness_count == 2


SPEAKERLESS = """
{{constituencies: {{p: {{name: Parent carers, speakers: {}{}}}}}, bodies: {{
board: {{name: Board, kind: board, seats: [{{on_behalf_of: p}}]}}, council: {{name: Council, kind: organisation}},
other: {{name: Other, kind: board, seats: [{{on_behalf_of: p, appointed_by: council}}, {{on_behalf_of: p}}]}},
old: {{name: Old, kind: forum, status: ended}},
yet: {{name: Yet, kind: board, seats: [{{on_behalf_of: p, appointed_by: old}}]}}}}}}
"""


def test_that_no_body_speaks_for_them_is_a_fact_where_the_file_says_so() -> None:
    hits = findings("REP105", read_text(SPEAKERLESS.format("complete", "")))
    assert [(hit.bodies, hit.constituency, hit.certainty.value, hit.lacks) for hit in hits] == [
        ((body,), "p", "stated", ()) for body in ("board", "other", "yet")
    ]
    assert hits[0].message == "Parent carers have no body that could choose who speaks for them on the Board."
    assert hits[0].fix == "Ask the Board to let parent carers choose for themselves who sits on it."
    assert hits[1].fix == "Ask Council to let parent carers choose for themselves who sits on Other."
    assert [step.relation for step in hits[1].witness] == ["sits_on", "sits_on", "all_speakers_listed"]


def test_a_complete_list_with_a_body_that_has_ended_leaves_its_choice_as_theirs() -> None:
    hits = findings("REP105", read_text(SPEAKERLESS.format("complete", ", represented_by: old")))
    assert [(hit.bodies, hit.certainty.value) for hit in hits] == [(("board",), "stated"), (("other",), "stated")]


def test_a_partial_list_of_who_speaks_for_them_states_nothing() -> None:
    (finding,) = findings("REP105", read_text(SPEAKERLESS.format("partial", "")))
    assert (finding.certainty.value, finding.lacks[-1].aspect) == ("not_stated", "spokesbody")
