"""THM104: a theme, answered for where those who raised it are not heard."""

import pytest

from govgraph.formats import read_text
from helpers import findings, lacking, why_not_asked

RAISED = "parents -- raised --> waits\nboard -- responsible_for --> waits\n"
COMPLETE = "board: board, membership complete\n"
NOT_STATED = RAISED


def found(arrows: str, **options: str) -> list[tuple[tuple[str, ...], str | None, str | None, str]]:
    hits = findings("THM104", arrows, **options)
    return [(one.bodies, one.constituency, one.about, one.certainty.value) for one in hits]


def test_no_voice_on_the_body_that_answers_for_it() -> None:
    (finding,) = findings("THM104", RAISED + COMPLETE)
    assert (finding.bodies, finding.constituency, finding.about) == (("board",), "parents", "waits")
    assert finding.certainty.value == "stated"
    assert finding.message == ("Parents raised “waits”, but have no seat on the Board, which is responsible for it.")
    assert finding.fix.endswith(" Or ask for parents to attend for that item of the agenda.")
    assert finding.fix.startswith("Ask the Board for a seat for parents, with a vote if ")


def test_a_vacant_seat_is_to_be_filled_and_not_asked_for() -> None:
    (finding,) = findings("THM104", RAISED + COMPLETE + "somebody -- sits_on[parents, vacant] --> board")
    assert finding.message.endswith(" A seat for parents on the Board is vacant.")
    assert finding.fix == "Ask parents who they will send to the Board, and what keeps them away."


def test_where_the_seats_are_not_all_told_it_is_not_stated() -> None:
    (finding,) = findings("THM104", RAISED)
    assert finding.certainty.value == "not_stated"
    assert lacking(finding) == [("members", ("board",))]
    assert finding.message.startswith("Parents raised “waits”, for which the Board is responsible. The file does not")
    assert finding.fix.startswith("Find out")
    assert len(finding.fix.sentences) == 1


def test_a_stated_absence_is_a_fact() -> None:
    assert found(RAISED + "parents -- absent_from --> board") == [(("board",), "parents", "waits", "stated")]


@pytest.mark.parametrize("heard", ["forum -- sits_on[parents] --> board", "somebody -- attends[parents] --> board"])
def test_who_sits_or_attends_is_heard(heard: str) -> None:
    assert found(RAISED + COMPLETE + heard) == []


@pytest.mark.parametrize(
    "heard",
    [
        "somebody -- sits_on[parents, vacant] --> board",
        "forum -- sits_on[parents, from 2021] --> board",
        "forum: forum, ended\nforum -- sits_on[parents] --> board",
        "champion -- contact_for[parents] --> board",
        "parents -- consulted_by --> board",
        "forum -- sits_on[parents] --> other",
        "forum -- sits_on[young-people] --> board",
    ],
)
def test_anything_less_is_no_voice(heard: str) -> None:
    assert found(RAISED + COMPLETE + heard) == [(("board",), "parents", "waits", "stated")]


def test_a_vacant_seat_and_one_that_begins_later_are_told() -> None:
    vacant = "somebody -- sits_on[parents, vacant] --> board"
    assert findings("THM104", RAISED + COMPLETE + vacant)[0].message.endswith(
        "A seat for parents on the Board is vacant."
    )
    later = "somebody -- sits_on[parents, from 2021] --> board"
    assert findings("THM104", RAISED + COMPLETE + later)[0].message.endswith(
        " The file lists a seat for them, but it begins later (2021)."
    )


def test_a_voice_on_one_of_the_owners_is_enough() -> None:
    arrows = RAISED + COMPLETE + "other -- responsible_for --> waits\n"
    assert found(arrows + "forum -- sits_on[parents] --> other") == []
    assert found(arrows) == [(("board", "other"), "parents", "waits", "not_stated")]
    (finding,) = findings("THM104", arrows)
    assert lacking(finding) == [("members", ("other",))]
    assert found(arrows + "other: board, membership complete") == [(("board", "other"), "parents", "waits", "stated")]


@pytest.mark.parametrize("kind", ["workstream", "working_group", "task_and_finish_group"])
def test_a_group_that_lists_all_its_members_without_them_is_found_beside_an_owner_that_hears_them(kind: str) -> None:
    heard = "parents -- raised --> waits\nboard -- responsible_for --> waits\nforum -- sits_on[parents] --> board\n"
    group = f"group: {kind}, membership complete\ngroup -- responsible_for --> waits\n"
    (finding,) = findings("THM104", heard + group)
    assert (finding.bodies, finding.certainty.value) == (("group",), "stated")
    assert finding.message == (
        "Parents raised “waits”, but have no seat on the Group, which is responsible for it. Parents take part in the "
        "Board, which is responsible for it too."
    )
    assert found(heard + group + "somebody -- attends[parents] --> group") == []
    assert found(heard + group.replace(", membership complete", "")) == []


def test_a_body_that_speaks_for_them_may_answer_for_it_itself() -> None:
    text = """
constituencies: {parents: {name: Parents, represented_by: forum}}
themes: {waits: {name: Waits, raised_by: parents}}
bodies: {forum: {name: Forum, kind: forum, responsible_for: waits}, board: {name: Board, kind: board}}
"""
    assert findings("THM104", read_text(text)) == []


def test_each_group_that_raised_it_is_a_finding_of_its_own() -> None:
    arrows = RAISED + COMPLETE + "young-people -- raised --> waits\n"
    assert sorted(found(arrows)) == [
        (("board",), "parents", "waits", "stated"),
        (("board",), "young-people", "waits", "stated"),
    ]


def test_a_theme_without_owner_is_told_elsewhere() -> None:
    assert found(RAISED + "parents -- raised --> plans\n" + COMPLETE) == [(("board",), "parents", "waits", "stated")]


def test_why_it_is_not_asked() -> None:
    assert why_not_asked("THM104", "board: board") == "The file names no theme (a weakness, a priority, a concern)."
    assert why_not_asked("THM104", "board -- responsible_for --> waits") is not None
    unowned = "parents -- raised --> waits\nboard: board"
    other = "parents -- absent_from --> board\nboard -- responsible_for --> waits"
    for arrows in (unowned, other):
        assert why_not_asked("THM104", arrows) == (
            "No theme was raised by people who should be heard and has a body in place that is responsible for it."
        )
