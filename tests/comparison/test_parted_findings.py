"""New, kept and gone: what must hold for every two structures, and the single cases by name."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from govgraph.comparison.changes import changes, deletes_only
from govgraph.engine.arrows import from_arrows
from govgraph.findings import Certainty, Report
from govgraph.findings.aspects import statements
from govgraph.model import Structure
from govgraph.pipeline import baseline_of, check, compare
from govgraph.render.headline import headline
from helpers import lacking, not_none
from structures import everything

DAY = "2020-09-01"


def alone(data: dict[str, Any]) -> Report:
    return check(Structure.model_validate(data))


def side_by_side(a: dict[str, Any], b: dict[str, Any]) -> Report:
    return compare(Structure.model_validate(a), Structure.model_validate(b))


def of_one(report: Report) -> dict[str, Certainty]:
    return {one.key: one.certainty for one in report.findings if not one.code.startswith("CHG")}


@examples(60)
@given(everything)
def test_a_structure_beside_itself_is_silent(data: dict[str, Any]) -> None:
    report = side_by_side(data, data)
    assert report.counted == ()
    assert report.against is not None
    assert (report.against.gone, report.against.changes, report.against.heirs) == ((), (), ())
    assert of_one(report) == of_one(alone(data))


@examples(80)
@given(everything, everything)
def test_what_is_new_kept_and_gone_is_each_finding_once(a: dict[str, Any], b: dict[str, Any]) -> None:
    """Of bodies that stand for others nothing is asked here: a finding about one is then one about the other."""
    earlier, report = alone(a), side_by_side(a, b)
    before, after = of_one(earlier), of_one(alone(b))
    silent = {one.key: set(one.each) for one in earlier.findings}
    each = {one.key: set(one.each) for one in report.findings}
    assert of_one(report) == after
    assert report.against is not None
    assert all(one.status == "new" for one in report.findings if one.code.startswith("CHG"))
    if report.against.heirs:
        return
    statuses = {one.key: one.status for one in report.findings}
    for key, certainty in after.items():
        was = before.get(key)
        is_kept = was is not None and not (was is Certainty.NOT_STATED and certainty is Certainty.STATED)
        is_kept = is_kept and each[key] <= silent[key]
        assert statuses[key] == ("kept" if is_kept else "new"), key
    assert {one.finding.key for one in report.against.gone} == before.keys() - after.keys()


@examples(60)
@given(everything, st.sampled_from(["parents", "young"]), st.data())
def test_a_seat_that_is_added_takes_nothing_from_anybody(data: dict[str, Any], who: str, more: st.DataObject) -> None:
    import copy

    body = more.draw(st.sampled_from(sorted(data["bodies"])))
    changed = copy.deepcopy(data)
    changed["bodies"][body].pop("without", None)
    before = copy.deepcopy(changed)
    changed["bodies"][body].setdefault("seats", []).append({"on_behalf_of": who, "votes": True})
    assert [one.key for one in side_by_side(before, changed).findings if one.code.startswith("CHG")] == []


def test_keys_outlive_names_and_wording_and_lines() -> None:
    before = "board: board, strategic, membership complete, name The Board\nforum -- sits_on[p] --> group"
    after = before.replace("The Board", "The Board of Another Name Altogether")
    report = compare(from_arrows(before), from_arrows(after), as_of=DAY)
    assert {one.status for one in report.findings} == {"kept"}
    old = {one.key: one.message for one in check(from_arrows(before), as_of=DAY).findings}
    new = {one.key: one.message for one in check(from_arrows(after), as_of=DAY).findings}
    assert old.keys() == new.keys()
    assert old != new


def test_a_finding_follows_its_body_to_another_id() -> None:
    before = "board: board, strategic, membership complete\nforum -- sits_on[p, voting] --> group"
    after = before.replace("board: board", "other: board, name Board")
    report = compare(from_arrows(before), from_arrows(after), as_of=DAY)
    assert "REP101:other:p" in [one.key for one in report.findings if one.status == "kept"]
    assert report.against is not None
    assert [tuple(heir) for heir in report.against.heirs] == [("board", "other", "same_name")]
    assert report.against.changes == ()


def test_a_body_of_a_similar_name_is_proposed_and_counts_for_nothing() -> None:
    before = "a: board, strategic, membership complete, name SEND Strategic Board\nf -- sits_on[p] --> group"
    after = before.replace("a: board", "b: board").replace("SEND Strategic Board", "SEND Strategy Board")
    report = compare(from_arrows(before), from_arrows(after), as_of=DAY)
    assert report.against is not None
    assert [tuple(heir) for heir in report.against.heirs] == [("a", "b", "similar_name")]
    assert "REP101:b:p" in [one.key for one in report.findings if one.status == "new"]


def test_a_body_that_once_had_the_name_is_the_same() -> None:
    before = "a: board, name Strategic Board\nx: board"
    after = "b: board, name Partnership Board, other_names Strategic Board\nx: board"
    report = compare(from_arrows(before), from_arrows(after), as_of=DAY)
    assert report.against is not None
    assert [tuple(heir) for heir in report.against.heirs] == [("a", "b", "same_name")]


def test_two_bodies_that_took_the_name_are_no_answer() -> None:
    before = "a: board, name Board\nx: board"
    after = "b: board, name Board\nc: board, name Board\nx: board"
    report = compare(from_arrows(before), from_arrows(after), as_of=DAY)
    assert report.against is not None
    assert [heir for heir in report.against.heirs if heir.by == "same_name"] == []


def test_what_cannot_be_asked_any_more_is_not_mended() -> None:
    before = "board: board, strategic, membership complete\nforum -- sits_on[p] --> group"
    report = compare(
        from_arrows(before), from_arrows("board: board, strategic\nforum -- sits_on[q] --> group"), as_of=DAY
    )
    assert report.against is not None
    assert ("REP101:board:p", "not_asked") in [(one.finding.key, one.reason) for one in report.against.gone]


def test_a_silence_on_many_is_new_where_it_is_on_one_more_and_says_on_which() -> None:
    two = "a: board\nb: board\n"
    before, after = from_arrows(two), from_arrows(two + "c: board, name Third Board")
    (finding,) = (one for one in compare(before, after).findings if one.code == "MAN105")
    assert (finding.status, finding.together) == ("new", ("a", "b", "c"))
    assert finding.message == f"{statements(finding.lacks)} New here: Third Board."
    assert lacking(finding) == [("chair", ("a", "b", "c"))]
    (finding,) = (one for one in compare(after, before).findings if one.code == "MAN105")
    assert (finding.status, finding.together) == ("kept", ("a", "b"))
    renamed = from_arrows("a: board\nc: board\nc -- replaces --> b\nb: board, ended\n")
    (finding,) = (one for one in compare(before, renamed).findings if one.code == "MAN105")
    assert (finding.status, finding.together) == ("kept", ("a", "c"))


def test_a_silence_on_themes_is_new_where_it_is_on_one_more() -> None:
    one = "board -- responsible_for --> waits\n"
    before, after = from_arrows(one), from_arrows(one + "board -- responsible_for --> transport")
    (finding,) = (one for one in compare(before, after).findings if one.code == "THM105")
    assert (finding.status, sorted(finding.together)) == ("new", ["transport", "waits"])
    assert finding.message.endswith(" New here: transport.")
    (finding,) = (one for one in compare(after, before).findings if one.code == "THM105")
    assert finding.status == "kept"


def test_a_breach_that_grows_is_new_and_says_by_what() -> None:
    board = "b: board, statutory health_and_wellbeing_board, membership complete\n"
    board += "somebody -- sits_on[as councillor] --> b\n"
    healthwatch = "somebody -- sits_on[as local_healthwatch] --> b"
    before, after = from_arrows(board + healthwatch), from_arrows(board)
    (finding,) = (one for one in compare(before, after).findings if one.code == "LAW101")
    assert finding.status == "new"
    assert finding.message.endswith(" New here: a representative of Local Healthwatch.")
    (finding,) = (one for one in compare(after, before).findings if one.code == "LAW101")
    assert finding.status == "kept"


def test_a_silence_on_bodies_that_are_gone_is_gone_with_them() -> None:
    before = from_arrows("a: task_and_finish_group, until 2030\nb: board")
    after = from_arrows("b: board")
    gone = {one.finding.key: one.reason for one in not_none(compare(before, after).against).gone}
    assert gone["MAN103:"] == "not_asked"
    after = from_arrows("b: board\nc: task_and_finish_group, until 2030, advises")
    gone = {one.finding.key: one.reason for one in not_none(compare(before, after).against).gone}
    assert gone["MAN103:"] == "body_gone"


def after_a_deletion(before: str, after: str) -> tuple[list[str], dict[str, str], str]:
    """The codes of facts that are questions now, why each finding is gone, and the headline."""
    report = compare(from_arrows(before), from_arrows(after), as_of=DAY)
    against = not_none(report.against)
    gone = {one.finding.code: one.reason.value for one in against.gone if not one.finding.is_question}
    return [one.code for one in against.no_longer_stated], gone, headline(report).removesuffix(".")


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        pytest.param("parent-carers -- absent_from --> board", "REP101", id="that people have no seat"),
        pytest.param("board: membership complete", "REP101", id="that all are listed"),
        pytest.param("board: lines complete", "ACC101", id="that all lines are listed"),
    ],
)
def test_a_fact_that_the_file_no_longer_states_is_named_as_such(stated: str, code: str) -> None:
    base = "board: board, strategic\nboard -- works_with --> x\nparent-carers -- informed_by --> x\n"
    open_now, gone, said = after_a_deletion(base + stated, base)
    assert code in open_now
    assert code not in gone or gone[code] == "not_stated"
    assert said.startswith("The file now leaves open ")
    assert "on the Board" in said


def test_a_fact_that_is_a_question_on_many_now_is_named_too() -> None:
    base = "council: organisation\ncouncil -- accountable_to --> the electors\nboard -- part_of --> council\n"
    chair = "somebody -- sits_on[chair, vacant] --> board"
    open_now, gone, _ = after_a_deletion(base + chair, base)
    assert (open_now, gone["MAN105"]) == (["MAN105"], "not_stated")


RULES = "b: board, membership complete\nsomebody -- sits_on[as officer] --> b\n"
RULES += "parents -- makes_up[at_least 1] --> b\nsomebody -- makes_up[as officer, at_most 0] --> b\n"
OPEN_RULE = "somebody -- sits_on[parents, as parent_carer, several] --> b\nparents -- makes_up[at_least 9] --> b\n"


def test_several_findings_of_one_rule_on_one_body_are_told_apart() -> None:
    """A fact beside a question of the same rule is no question now, and none of them hides another."""
    both = RULES + OPEN_RULE
    report = compare(from_arrows(both), from_arrows(both))
    assert not_none(report.against).no_longer_stated == ()
    before, after = from_arrows(both), from_arrows(both.replace(", several", ""))
    statuses = {one.about: one.status for one in compare(before, after).findings if one.code == "MAN108"}
    assert statuses == {"too few (2)": "new", "too many: officer": "kept"}
    met = from_arrows(both.replace("as officer, at_most 0", "as officer, at_most 1"))
    against = not_none(compare(before, met).against)
    assert against.no_longer_stated == ()
    assert [(one.finding.key, one.reason) for one in against.gone if one.finding.code == "MAN108"] == [
        ("MAN108:b:too many: officer", "no_longer_found")
    ]


def test_a_baseline_knows_each_of_them() -> None:
    report = check(from_arrows(RULES + OPEN_RULE))
    known = [entry.key for entry in baseline_of(report).findings if entry.code == "MAN108"]
    assert known == sorted(one.key for one in report.findings if one.code == "MAN108")


def test_what_only_a_deletion_hides_is_not_called_mended() -> None:
    base = "council: organisation\ncouncil -- accountable_to --> the electors\nboard -- part_of --> council\n"
    ring = base + "board -- reports_to --> group\ngroup -- reports_to --> board\n"
    open_now, gone, said = after_a_deletion(ring, ring.replace("board -- reports_to --> group\n", ""))
    assert (open_now, gone["ACC102"]) == ([], "deleted")
    assert said.startswith(
        "This change deletes what the file said about one problem on the Board and the Group. Check that it is mended"
    )
    _, gone, _ = after_a_deletion(ring, base + "group -- reports_to --> board\nboard -- feeds_into --> group\n")
    assert gone["ACC102"] == "no_longer_found"


@pytest.mark.parametrize(
    ("before", "after", "is_deletion"),
    [
        ("vacant, voting", "vacant", True),
        ("vacant, voting", "voting", False),
        ("voting, from 2020-10-01", "voting", False),
        ("voting, until 2020-10-01", "voting", False),
        ("voting, proposed", "voting", False),
        ("voting", "non-voting", False),
        ("voting", None, True),
        (None, "voting", False),
    ],
)
def test_what_a_key_that_is_left_out_still_says_is_no_deletion(
    before: str | None, after: str | None, is_deletion: bool
) -> None:
    one, other = (
        from_arrows(
            "board: board\n" + (f"somebody -- sits_on[p, {seat}] --> board" if seat else "p -- informed_by --> x")
        )
        for seat in (before, after)
    )
    parts = [change for change in changes(one, other) if change.body == "board"]
    assert deletes_only(parts) is is_deletion
