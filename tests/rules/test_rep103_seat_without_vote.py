"""REP103: a seat without a vote, where votes matter."""

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
