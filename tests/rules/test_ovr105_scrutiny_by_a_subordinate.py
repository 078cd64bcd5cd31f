"""OVR105: who is scrutinised by those below."""

from helpers import findings, found, why_not_asked

NEVER_SILENT = "It sets stated scrutiny beside stated lines; of a scrutiniser without a line ACC101 tells."
LINE = "board -- scrutinised_by --> panel\n"
HIT = [(("board", "panel"), None, "stated")]


def test_who_answers_to_the_body_directly() -> None:
    (finding,) = findings("OVR105", LINE + "panel -- reports_to --> board")
    assert finding.message == (
        "The Board is scrutinised by the Panel, which answers to it. The Panel reports to the Board."
    )
    assert finding.fix == "Ask the council to have the Board scrutinised by a body that does not answer to it."
    assert [(step.relation, step.start) for step in finding.witness] == [
        ("scrutinised_by", "board"),
        ("reports_to", "panel"),
    ]


def test_who_answers_to_it_at_a_distance() -> None:
    (finding,) = findings("OVR105", LINE + "panel -- part_of --> group\ngroup -- reports_to --> board")
    assert finding.message == (
        "The Board is scrutinised by the Panel, which answers to it. The line from the Panel to the Board runs through "
        "the Group."
    )
    assert [step.start for step in finding.witness] == ["board", "panel", "group"]


def test_who_stands_beside_is_clean() -> None:
    arrows = "panel -- part_of --> council\nboard -- part_of --> council\ncouncil: organisation\n"
    assert found("OVR105", LINE + arrows) == []
    assert found("OVR105", LINE + "panel -- feeds_into --> board") == []


def test_a_council_may_be_scrutinised_by_its_own_committee() -> None:
    arrows = "council -- scrutinised_by --> panel\npanel -- part_of --> council\ncouncil: "
    why = "No board, committee or group in the file is scrutinised by another body."
    assert why_not_asked("OVR105", arrows + "organisation") == why
    assert why_not_asked("OVR105", arrows + "committee, statutory full_council") == why
    assert found("OVR105", arrows + "committee") == [(("council", "panel"), None, "stated")]


def test_a_scrutiniser_of_another_kind_counts_too() -> None:
    assert found("OVR105", LINE + "panel: reviewer\npanel -- part_of --> board") == HIT


def test_lines_that_have_ended_do_not_count() -> None:
    assert found("OVR105", LINE + "panel -- reports_to[until 2020-08-31] --> board") == []
    assert found("OVR105", LINE + "panel -- reports_to[until 2020-09-01] --> board") == HIT


def test_a_body_that_scrutinises_itself_is_left_to_another_rule() -> None:
    assert why_not_asked("OVR105", "board -- scrutinised_by --> board\nboard -- reports_to --> board") is not None
