"""The part that a group takes in a body, in a few words that claim neither more nor less than the file states."""

import pytest

from govgraph.render.participation import Amount, part
from helpers import graph

CASES = {
    "complete": ("no seat", Amount.NONE),
    "silent": ("not stated", Amount.NOT_STATED),
    "absent": ("no seat", Amount.NONE),
    "seat": ("seat; vote not stated", Amount.SEAT),
    "vote": ("seat with a vote", Amount.SEAT),
    "mute": ("seat without a vote", Amount.SEAT),
    "chair": ("chair; vote not stated", Amount.SEAT),
    "co-chair": ("co-chair with a vote", Amount.SEAT),
    "planned": ("seat with a vote, proposed", Amount.SEAT),
    "vacant": ("vacant seat", Amount.VACANT),
    "champion": ("contact only", Amount.LESS),
    "agreed": ("contact only, agreed", Amount.LESS),
    "perhaps": ("contact; seat not stated", Amount.LESS),
    "contact-and-vacancy": ("contact; vacant seat", Amount.LESS),
    "observed": ("attends; seat not stated", Amount.LESS),
    "asked": ("consulted only", Amount.LESS),
    "told": ("informed; seat not stated", Amount.LESS),
}
STORY = graph("""
    complete: board, membership complete
    silent: board
    absent: board
    parent-carers -- absent_from --> absent
    forum -- sits_on[parent-carers] --> seat
    forum -- sits_on[parent-carers, voting] --> vote
    forum -- sits_on[parent-carers, non-voting] --> mute
    forum -- sits_on[parent-carers, chair] --> chair
    forum -- sits_on[parent-carers, co_chair, voting] --> co-chair
    forum -- sits_on[parent-carers, voting, proposed] --> planned
    forum -- sits_on[parent-carers, vacant] --> vacant
    champion: board, membership complete
    champ -- contact_for[parent-carers] --> champion
    agreed: board, membership complete
    champ -- contact_for[parent-carers, agreed] --> agreed
    champ -- contact_for[parent-carers] --> perhaps
    champ -- contact_for[parent-carers] --> contact-and-vacancy
    forum -- sits_on[parent-carers, vacant] --> contact-and-vacancy
    forum -- sits_on[parent-carers, observer] --> observed
    asked: board, membership complete
    parent-carers -- consulted_by --> asked
    parent-carers -- informed_by --> told
""")


@pytest.mark.parametrize("body", CASES)
def test_the_part_of_a_group(body: str) -> None:
    assert part(STORY.voice.standing(body, "parent-carers"), STORY.status(body)) == CASES[body]
