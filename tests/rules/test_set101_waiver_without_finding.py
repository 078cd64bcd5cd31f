"""SET101: waivers that cover nothing, and those of which nobody can say."""

from datetime import date
from typing import Any

import pytest

from govgraph.engine.arrows import from_arrows
from govgraph.findings import Report, Waiver
from govgraph.pipeline import check
from govgraph.policy import Settings

NEVER_SILENT = "It looks at waivers and at what was found, and both lie before it whole."
GAP = "board: board, strategic, membership complete\nforum -- sits_on[parent-carers] --> group\n"
TODAY = date(2020, 9, 1)


def waiver(**stated: Any) -> Waiver:
    return Waiver.model_validate(
        {"code": "REP101", "bodies": ["board"], "reason": "agreed", "owner": "the clerk", **stated}
    )


def report(*waivers: Waiver, arrows: str = GAP, select: tuple[str, ...] = (), **options: Any) -> Report:
    settings = Settings(waivers=waivers, select=select)
    return check(from_arrows(arrows), settings, as_of="2020-09-01", today=TODAY, **options)


def idle(found: Report) -> list[str | None]:
    return [finding.about for finding in found.findings if finding.code == "SET101"]


def waived(found: Report) -> list[str]:
    return [finding.key for finding in found.waived]


def test_a_waiver_covers_its_finding_and_no_other() -> None:
    found = report(waiver())
    assert waived(found) == ["REP101:board:parent-carers"]
    assert idle(found) == []
    assert found.summary()["waived"] == 1
    assert not found.fails
    assert report().fails


def test_bodies_must_be_those_of_the_finding() -> None:
    for bodies in (["group"], ["board", "group"], ["bord"]):
        found = report(waiver(bodies=bodies))
        assert waived(found) == []
        assert idle(found) == ["REP101"]
        assert found.fails


def test_a_waiver_for_one_group_of_people_covers_only_theirs() -> None:
    arrows = f"{GAP}young -- consulted_by --> group"
    found = report(waiver(constituency="young"), arrows=arrows)
    assert waived(found) == ["REP101:board:young"]
    assert waived(report(waiver(), arrows=arrows)) == ["REP101:board:parent-carers", "REP101:board:young"]


def test_the_message_names_what_there_is() -> None:
    (finding,) = [one for one in report(waiver(bodies="bord")).findings if one.code == "SET101"]
    assert finding.message.startswith("The 1st waiver, of REP101 about 'bord' (owner: the clerk) covers no finding.")
    assert "The findings of REP101 are about Board." in finding.message


def test_a_rule_that_was_not_asked_says_nothing_of_its_waivers() -> None:
    assert idle(report(waiver(), select=("ACC", "SET"))) == []
    assert idle(report(waiver(code="CHG101"))) == []
    assert idle(report(waiver(), arrows="a: board", select=("REP", "DAT", "SET"))) == []


def test_one_group_of_people_alone_does_not_judge_waivers() -> None:
    arrows = f"{GAP}young -- sits_on[young] --> board"
    assert idle(report(waiver(), arrows=arrows, only_for=["young"])) == []
    assert idle(report(waiver(bodies=["x"]), arrows=arrows)) == ["REP101"]


def test_a_stale_waiver_fails_beside_a_comparison_too() -> None:
    found = report(waiver(bodies=["x"]), against=from_arrows(GAP))
    assert idle(found) == ["REP101"]
    assert found.fails


def test_two_stale_waivers_are_two_findings() -> None:
    found = report(waiver(bodies=["x"]), waiver(code="ACC101", bodies=["x"]))
    assert idle(found) == ["ACC101", "REP101"]


def test_a_waiver_cannot_be_waived() -> None:
    found = report(waiver(bodies=["x"]), waiver(code="SET101", bodies=["x"]))
    assert "REP101" in idle(found)
    assert found.fails


def test_a_waiver_must_say_what_it_covers() -> None:
    with pytest.raises(ValueError, match="does not say what it covers"):
        waiver(bodies=[])


def test_the_advice_can_be_pasted() -> None:
    (finding,) = [one for one in report(waiver(bodies="Board")).findings if one.code == "SET101"]
    assert finding.fix.endswith(' This one would cover a finding: bodies = ["board"], constituency = "parent-carers".')


CHAIRLESS = "a: board\nb: board\n"


@pytest.mark.parametrize(
    ("bodies", "covered"),
    [(["a", "b"], True), (["b", "a", "long-gone"], True), (["a"], False), (["a", "c"], False)],
)
def test_a_silence_on_many_is_covered_where_all_of_them_are_named(bodies: list[str], covered: bool) -> None:
    found = report(waiver(code="MAN105", bodies=bodies, certainty="not_stated"), arrows=CHAIRLESS)
    assert waived(found) == (["MAN105:"] if covered else [])
    assert idle(found) == ([] if covered else ["MAN105"])


def test_how_to_cover_a_silence_on_many_is_told() -> None:
    found = report(waiver(code="MAN105", bodies=["a"]), arrows=CHAIRLESS)
    (finding,) = (one for one in found.findings if one.code == "SET101")
    assert finding.message.endswith("covers no finding. The findings of MAN105 are about A and B.")
    assert finding.fix.endswith(
        "A waiver of such a finding also needs the certainty not_stated. "
        'This one would cover a finding: bodies = ["a", "b"], certainty = "not_stated".'
    )


def test_silences_on_themes_are_covered_by_the_ids_of_the_themes() -> None:
    arrows = "board -- responsible_for --> waits\nboard -- responsible_for --> transport"
    both = {"code": "THM105", "bodies": [], "about": ["waits", "transport"], "certainty": "not_stated"}
    assert waived(report(waiver(**both), arrows=arrows)) == ["THM105:"]
    found = report(waiver(code="THM105", bodies=[], about="waits"), arrows=arrows)
    (finding,) = (one for one in found.findings if one.code == "SET101")
    assert "of THM105 on waits (owner: the clerk) covers no finding" in finding.message
    assert 'This one would cover a finding: about = ["' in finding.fix


def test_a_waiver_for_a_silence_never_covers_the_fact_and_one_for_a_fact_no_silence() -> None:
    silent = GAP.replace(", membership complete", "")
    accepted = waiver(certainty="not_stated")
    assert waived(report(accepted, arrows=silent)) == ["REP101:board:parent-carers"]
    found = report(accepted)
    assert (waived(found), found.fails, idle(found)) == ([], True, ["REP101"])
    assert waived(report(waiver(), arrows=silent)) == []


def test_a_waiver_may_be_for_some_parts_of_a_finding_alone() -> None:
    one = "c: committee, statutory council_committee, membership complete\n"
    one += "somebody -- sits_on[as officer, voting] --> c\n"
    accepted = waiver(code="LAW105", bodies=["c"], about="officer", certainty="not_stated")
    assert waived(report(accepted, arrows=one)) == ["LAW105:c"]
    assert waived(report(accepted, arrows=one + "somebody -- sits_on[as young_person, voting] --> c")) == []


def test_a_theme_and_a_body_of_one_id_are_not_taken_for_one_another() -> None:
    arrows = "waits: board\nwaits -- responsible_for --> waits"
    stated = {"code": "THM105", "certainty": "not_stated"}
    assert waived(report(waiver(**stated, bodies=["waits"]), arrows=arrows)) == []
    assert waived(report(waiver(**stated, bodies=[], about="waits"), arrows=arrows)) == ["THM105:"]
