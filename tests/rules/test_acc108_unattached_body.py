"""ACC108: governance bodies that nothing ties to the rest."""

from helpers import findings, found

NOT_STATED = """
board -- accountable_to --> the council
steering-group: working_group
"""


def test_a_body_alone_is_told() -> None:
    assert found("ACC108", "alone: board\na -- advises --> b") == [(("alone",), None, "not_stated")]
    (finding,) = findings("ACC108", "alone: board")
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("reports_to", ("alone",))]
    assert finding.message == "The file does not say who Alone reports to."


def test_it_is_stated_where_its_lines_are_complete() -> None:
    assert found("ACC108", "alone: board, lines complete") == [(("alone",), None, "stated")]
    (finding,) = findings("ACC108", "alone: board, lines complete")
    assert finding.message == "Alone answers to nobody, and the file links no other body to it."
    assert finding.fix == (
        "Ask those who set up Alone who should hold it to account. If Alone does not belong to "
        "this structure, take it out of the file."
    )


def test_any_relation_either_way_attaches() -> None:
    for relation in ("works_with", "advises", "replaces", "scrutinised_by"):
        assert found("ACC108", f"a -- {relation} --> b") == []


def test_a_relation_kept_aside_attaches() -> None:
    assert found("ACC108", "a -- advises[until 2019] --> b") == []
    assert found("ACC108", "a -- reports_to --> b\nb: board, until 2019") == []


def test_accountability_outside_attaches() -> None:
    assert found("ACC108", "a -- accountable_to --> all") == []


def test_holding_a_seat_attaches() -> None:
    assert found("ACC108", "a: board\nb -- accountable_to --> all\na -- sits_on --> b") == []


def test_a_seat_on_it_attaches_only_with_a_holder() -> None:
    assert found("ACC108", "forum -- sits_on[parent-carers] --> a") == []
    assert found("ACC108", "somebody -- sits_on[parent-carers] --> a") == [(("a",), None, "not_stated")]


def test_organisations_and_posts_may_stand_alone() -> None:
    assert found("ACC108", "a: organisation\nb: post\nc: forum\nd -- accountable_to --> all") == []
