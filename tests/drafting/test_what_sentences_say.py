"""What single sentences say, and what they do not: each case is one that a reader could get wrong."""

import pytest

from govgraph.drafting.documents import read_document_text
from govgraph.drafting.engine import propose
from govgraph.model.proposal import HAS_A_SEAT, Proposal

HEADING = "Wendle SEND Board\n\n"


def rows(*texts: str) -> list[Proposal]:
    documents = [
        read_document_text(f"{number}.txt", (HEADING + text + "\n").encode()) for number, text in enumerate(texts)
    ]
    return propose(documents)


def relations(text: str) -> list[tuple[str, str | None, str | None]]:
    plain = {"is a", "is also called", "is a group of people", "is a theme", HAS_A_SEAT}
    return [
        (row.body, row.what, row.value)
        for row in rows(text)
        if row.what not in plain and not (row.what or "")[:1].isupper()
    ]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The Board reports to the Health and Wellbeing Board.", "reports to"),
        ("It is accountable to the Health and Wellbeing Board.", "reports to"),
        ("The Board is a sub-group of the Health and Wellbeing Board.", "is part of"),
        ("The work of the Board is scrutinised by the Health and Wellbeing Board.", "is scrutinised by"),
        ("The Board makes recommendations to the Health and Wellbeing Board.", "advises"),
        ("Risks that cannot be resolved are escalated to the Health and Wellbeing Board.", "escalates to"),
        ("This Board has replaced the Health and Wellbeing Board.", "replaces"),
    ],
)
def test_a_relation_is_proposed_with_both_ends(text: str, relation: str) -> None:
    assert (relations(text)) == [("Wendle SEND Board", relation, "Health and Wellbeing Board")]


@pytest.mark.parametrize(
    "text",
    [
        "The Board does not report to the Health and Wellbeing Board.",
        "The Board may report to the Health and Wellbeing Board.",
        "We hope that the Board would report to the Health and Wellbeing Board.",
        "The Board will consider whether it should report to the Health and Wellbeing Board.",
        "Until 2023 the Board was overseen by the Health and Wellbeing Board.",
        "The Board was previously accountable to the Health and Wellbeing Board.",
        "Neither the Board nor the Panel reports to the Health and Wellbeing Board.",
        "The Board will be replaced by the Health and Wellbeing Board.",
    ],
)
def test_what_is_denied_or_open_or_over_is_no_relation(text: str) -> None:
    assert relations(text) == []


def test_a_post_answers_for_itself_and_not_for_the_board() -> None:
    found = relations("The Director of Children’s Services reports to the Cabinet.")
    assert found == [("Director of Children’s Services", "reports to", "Cabinet")]


def test_a_report_that_is_given_is_asked_about() -> None:
    (row,) = [row for row in rows("The Board presents its annual report to the Cabinet.") if row.what == "reports to"]
    assert row.question == "The document says that reports or minutes go there. Does it answer to that body?"


def seats(text: str) -> list[tuple[str | None, str | None, tuple[str, ...], str | None]]:
    return [(row.holder, row.on_behalf_of, row.as_, row.role) for row in rows(text) if row.what == HAS_A_SEAT]


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("It is chaired by the Director of Nursing.", (None, None, ("Director of Nursing",), "chair")),
        ("The Vice Chair of the Board is the Head of SEND.", (None, None, ("Head of SEND",), "vice_chair")),
        ("Members: two parent governors", (None, "Parents", ("parent governors",), None)),
    ],
)
def test_a_seat_has_the_role_that_the_sentence_says(
    text: str, seat: tuple[str | None, str | None, tuple[str, ...], str | None]
) -> None:
    assert seats(text) == [seat]


@pytest.mark.parametrize(
    "text",
    [
        "Young people are represented by the Wendle Youth Forum.",
        "The Board has two co-chairs.",
        "Young people are not members of the Board.",
        "The Board may invite the Wendle Youth Forum to attend.",
    ],
)
def test_nobody_gets_a_seat_by_a_sentence_that_gives_none(text: str) -> None:
    assert seats(text) == []


def test_a_title_speaks_for_nobody() -> None:
    found = seats("Members: the Cabinet Member for Children and Young People")
    assert [group for _, group, _, _ in found] == [None]


def test_two_areas_may_each_have_an_icb() -> None:
    found = rows(
        "It reports to Wendle Integrated Care Board (ICB).", "It reports to Pennine Integrated Care Board (ICB)."
    )
    bodies = {row.body for row in found if row.what == "is a"}
    assert {"Wendle Integrated Care Board", "Pennine Integrated Care Board"} <= bodies
    names = {(row.body, row.value) for row in found if row.what == "is also called"}
    assert ("Pennine Integrated Care Board", "Wendle Integrated Care Board") not in names
    assert ("Wendle Integrated Care Board", "Pennine Integrated Care Board") not in names


def test_a_group_that_was_stood_down_is_not_proposed() -> None:
    assert "Communications Group" not in {row.body for row in rows("The Communications Group was stood down in 2023.")}
