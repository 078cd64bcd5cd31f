"""ACC101: each place where lines stop short is told once, with those who suffer by it."""

import pytest

from helpers import bodies, findings, found, why_not_asked

NOT_STATED = "board -- reports_to --> partnership"
TOP = "council: organisation\ncouncil -- accountable_to --> the electors\n"


def told(arrows: str, **options: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(finding.bodies, finding.affects) for finding in findings("ACC101", arrows, **options)]


def test_one_finding_for_the_place_and_not_for_each_sufferer() -> None:
    assert told("a -- reports_to --> b\nb -- reports_to --> c\nd -- part_of --> c") == [(("c",), ("a", "b", "d"))]


def test_a_line_that_leaves_the_structure_is_clean() -> None:
    assert told(TOP + "a -- reports_to --> b\nb -- part_of --> council") == []


def test_the_place_may_be_an_organisation() -> None:
    assert told("council: organisation\na -- reports_to --> council") == [(("council",), ("a",))]


def test_an_organisation_that_nobody_reports_to_is_not_told() -> None:
    assert told(TOP + "a -- reports_to --> council\nother: organisation\nother -- works_with --> a") == []


def test_organisations_below_do_not_suffer() -> None:
    assert told("b: board\nforum: forum\nforum -- part_of --> b") == [(("b",), ())]


def test_one_good_line_is_enough() -> None:
    assert told(TOP + "a -- reports_to --> council\na -- reports_to --> agency\nagency: organisation") == []


def test_a_dead_end_that_is_a_board_is_told_though_those_below_have_another_line() -> None:
    assert told(TOP + "a -- reports_to --> council\na -- reports_to --> b") == [(("b",), ())]


def test_each_sufferer_is_told_under_one_place_the_first_by_name() -> None:
    arrows = "x -- reports_to --> beta\nx -- reports_to --> alpha"
    assert told(arrows) == [(("alpha",), ("x",)), (("beta",), ())]
    renamed = arrows + "\nalpha: board, name Zeta\n"
    assert told(renamed) == [(("beta",), ("x",)), (("alpha",), ())]


def test_a_ring_without_a_way_out_is_one_place() -> None:
    assert told("a -- reports_to --> b\nb -- reports_to --> a\nc -- reports_to --> b") == [(("a", "b"), ("c",))]


def test_a_ring_with_a_way_out_is_none() -> None:
    assert told(TOP + "a -- reports_to --> b\nb -- reports_to --> a\nb -- part_of --> council") == []


def test_it_is_stated_where_the_lines_of_the_place_are_complete() -> None:
    assert found("ACC101", "a -- reports_to --> b\nb: board, lines complete") == [(("b",), None, "stated")]
    assert found("ACC101", "a -- reports_to --> b\na: board, lines complete") == [(("b",), None, "not_stated")]
    assert found("ACC101", "structure: lines complete\na -- reports_to --> b") == [(("b",), None, "stated")]
    ring = "a: board, lines complete\na -- reports_to --> b\nb -- reports_to --> a"
    assert found("ACC101", ring) == [(("a", "b"), None, "not_stated")]


def test_severity_is_error_where_stated_and_warning_where_not() -> None:
    assert [one.severity for one in findings("ACC101", "a -- feeds_into --> b\na: board, lines complete")] == [
        "error",
        "warning",
    ]


def test_it_names_scrutiny_and_oversight_where_those_are_the_only_tie() -> None:
    arrows = "a -- scrutinised_by --> s\na -- overseen_by --> o\ns: reviewer\no: reviewer"
    (finding,) = findings("ACC101", arrows)
    assert finding.message == (
        "A is scrutinised by S. A is overseen by O. Scrutiny and oversight are not lines of accountability. The file "
        "does not say who A reports to."
    )
    assert {step.relation for step in finding.witness} == {"scrutinised_by", "overseen_by"}


def test_it_names_lines_only_proposed_or_not_begun() -> None:
    (finding,) = findings("ACC101", "a -- reports_to[proposed] --> b\nb -- accountable_to --> all", view="in_place")
    assert finding.bodies == ("a",)
    assert "The file says that A reports to B, but that is only proposed." in finding.message
    (finding,) = findings("ACC101", "a -- reports_to[from 2030] --> b\nb -- accountable_to --> all")
    assert "The file says that A reports to B, but that has not begun yet." in finding.message
    (finding,) = findings("ACC101", "a -- reports_to --> b\nb: board, from 2030\nb -- accountable_to --> all")
    assert "The file says that A reports to B, but B has not begun yet." in finding.message
    (finding,) = findings("ACC101", "a -- reports_to[agreed] --> b\nb -- accountable_to --> all", view="in_place")
    assert "The file says that A reports to B, but that is agreed but not yet in place." in finding.message
    (finding,) = findings("ACC101", "a -- accountable_to[from 2030] --> the electors")
    assert "The file says that A is accountable to the electors, but that has not begun yet." in finding.message
    (finding,) = findings("ACC101", "a -- reports_to --> b\nb: board, until 2019, several")
    assert "The file says that A reports to B, but B have ended." in finding.message


def test_several_who_scrutinise_are_named_in_one_sentence() -> None:
    arrows = "a -- scrutinised_by --> s\na -- scrutinised_by --> t\ns: reviewer\nt: reviewer"
    (finding,) = findings("ACC101", arrows + "\na: board, lines complete")
    assert finding.message == (
        "A answers to nobody. A is scrutinised by S and T. Scrutiny and oversight are not lines of accountability."
    )


def test_posts_count_only_on_a_line() -> None:
    assert told(TOP + "a -- part_of --> council\nofficer: post\nofficer -- works_with --> a") == []
    assert told("officer: post\nagency: organisation\nofficer -- reports_to --> agency") == [
        (("agency",), ("officer",))
    ]


def test_an_unattached_body_is_left_to_acc108() -> None:
    assert told(TOP + "a -- part_of --> council\nalone: board") == []


def test_what_acc103_tells_is_not_repeated() -> None:
    ended = "ccg: organisation, until 2020-01-31\nccg -- accountable_to --> NHS England\n"
    assert told(ended + "a -- reports_to --> ccg\nb -- reports_to --> a") == []
    # c has no line of its own; b is told with the ended body, though it reports to c too.
    assert told(ended + "a -- reports_to --> ccg\nb -- reports_to --> a\nb -- reports_to --> c") == [(("c",), ())]
    # An ended line that led nowhere is no reason.
    assert told("a -- reports_to[until 2020-01-31] --> b\nb -- feeds_into --> a") == [(("a",), ()), (("b",), ())]


def test_accountability_outside_that_has_not_begun_is_no_line() -> None:
    assert bodies("ACC101", "a -- accountable_to[from 2030] --> the electors") == [("a",)]


@pytest.mark.parametrize(
    ("arrows", "fact", "silence"),
    [
        pytest.param("b: board", "", "The file does not say who B reports to.", id="silent"),
        pytest.param("b: board, lines complete", "B answers to nobody.", "", id="its lines are complete"),
        pytest.param("b: board, several", "", "The file does not say who B report to.", id="stands for many"),
        pytest.param(
            "b: board, several, lines complete", "B answer to nobody.", "", id="stands for many, lines are complete"
        ),
        pytest.param(
            "a -- reports_to --> b\nb -- reports_to --> a",
            "A and B answer to one another.",
            "The file does not say who A and B report to.",
            id="ring",
        ),
        pytest.param(
            "structure: lines complete\na -- reports_to --> b\nb -- reports_to --> a",
            "A and B answer only to one another.",
            "",
            id="ring, lines are complete",
        ),
    ],
)
def test_it_says_how_the_line_stops_and_for_whom(arrows: str, fact: str, silence: str) -> None:
    place = "A and B" if "a -- " in arrows else "B"
    (finding,) = findings("ACC101", f"{arrows}\nx -- reports_to --> b")
    others = f"X answers to {place}, directly or through others."
    assert finding.message == " ".join(filter(None, (fact, others, silence)))
    (finding,) = findings("ACC101", f"{arrows}\nx -- reports_to --> b\ny -- part_of --> x")
    others = f"X and Y answer to {place}, directly or through others."
    assert finding.message == " ".join(filter(None, (fact, others, silence)))
    assert bool(finding.lacks) == bool(silence)


def test_a_ring_is_asked_to_whom_all_of_it_answers() -> None:
    (ring,) = findings("ACC101", "a -- reports_to --> b\nb -- reports_to --> a")
    (alone,) = findings("ACC101", "a -- reports_to --> b")
    assert [(lack.aspect, lack.about.ids) for lack in ring.lacks] == [("reports_to", ("a", "b"))]
    assert [(lack.aspect, lack.about.ids) for lack in alone.lacks] == [("reports_to", ("b",))]
    assert ring.fix == "Find out who A and B report to, and record it."
    assert alone.fix == "Find out who B reports to, and record it."
    assert [(step.start, step.end) for step in ring.witness] == [("a", "b"), ("b", "a")]
    assert ring.witness_count == 2


def test_a_ring_is_asked_of_those_whose_lines_may_be_more_than_are_listed() -> None:
    (ring,) = findings("ACC101", "a: board, lines complete\na -- reports_to --> b\nb -- reports_to --> a")
    assert [(lack.aspect, lack.about.ids) for lack in ring.lacks] == [("reports_to", ("b",))]


def test_where_nobody_holds_it_to_account_it_says_whom_to_ask() -> None:
    (alone,) = findings("ACC101", "b: board, lines complete\nx -- reports_to --> b")
    assert alone.fix == "Ask those who set up B who should hold it to account."
    (ring,) = findings("ACC101", "structure: lines complete\na -- reports_to --> b\nb -- reports_to --> a")
    assert ring.fix == "Ask those who set up A and B who should hold them to account."


def test_it_cannot_be_asked_without_anybody_who_answers() -> None:
    assert why_not_asked("ACC101", "a: organisation") == (
        "No board, committee or group, and no post on a line, is in place."
    )


def test_the_evidence_is_the_line_of_the_first_body_and_that_the_lines_are_complete() -> None:
    lines = "a -- reports_to --> b\nb -- reports_to --> c\nd -- part_of --> c\nc -- scrutinised_by --> s\ns: reviewer\n"
    (finding,) = findings("ACC101", lines + "c: board, lines complete")
    steps = [(step.start, step.relation, step.end) for step in finding.witness]
    assert steps == [
        ("a", "reports_to", "b"),
        ("b", "reports_to", "c"),
        (None, "all_lines_listed", "c"),
        ("c", "scrutinised_by", "s"),
    ]
    assert finding.witness_count == len(steps)


def test_a_long_line_is_counted_whole_where_its_beginning_is_shown() -> None:
    line = "".join(f"n{number} -- reports_to --> n{number + 1}\n" for number in range(10, 40))
    (finding,) = findings("ACC101", line + "n40 -- scrutinised_by --> s\ns: reviewer")
    assert [step.start for step in finding.witness] == [f"n{number}" for number in range(10, 30)]
    assert finding.witness_count == 31


def test_an_organisation_reached_only_by_whom_acc103_tells_of_is_not_told() -> None:
    ended = "ccg: organisation, until 2020-01-31\nccg -- accountable_to --> NHS England\na -- reports_to --> ccg\n"
    agency = "agency: organisation\na -- reports_to --> agency\n"
    assert told(ended + agency) == []
    assert told(ended + agency + "b -- reports_to --> agency") == [(("agency",), ("b",))]
