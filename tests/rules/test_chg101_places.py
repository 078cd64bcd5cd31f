"""CHG101: places that nobody fills, that begin later, or that are several, are lost like any other."""

import pytest

import govgraph
from govgraph.findings import Finding, GoneReason
from govgraph.findings.aspects import statements
from govgraph.formats import read_text
from govgraph.model import Structure
from govgraph.policy import Settings
from govgraph.render.headline import headline
from helpers import changed, lacking, not_none

SEAT = "{on_behalf_of: heads}"
VOTING = "{on_behalf_of: heads, votes: true}"
SILENT = "{on_behalf_of: heads, votes: false}"
VACANT = "{on_behalf_of: heads, vacant: true}"
OFFICER = "{as: officer}"
LATER = "{on_behalf_of: heads, votes: true, from: 2026-09-01}"
NOTHING_NOW = "now they have no seat, and the file shows no other part for them."


def forum(*seats: str, membership: str = "complete", day: str = "2026-03-01", more: str = "") -> Structure:
    return read_text(f"""
as_of: {day}
constituencies: {{heads: {{name: Heads, represented_by: [heads-forum]}}, others: {{name: Others}}}}
bodies:
  heads-forum: {{name: Heads Forum, kind: forum}}
  f:
    name: Forum
    kind: board
    accountable_to: the council
    membership: {membership}
    seats: [{", ".join(seats)}]
    {more}
""")


def loss(before: Structure, after: Structure) -> Finding:
    (finding,) = changed("CHG101", before, after)
    assert (finding.constituency, finding.severity.value, finding.status) == ("heads", "error", "new")
    return finding


def facts(finding: Finding) -> str:
    return finding.message.removesuffix(statements(finding.lacks)).strip()


# What was vacant.


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param(
            [VACANT, OFFICER],
            [OFFICER],
            f"Heads lose their vacant seat on the Forum. Before, they had a vacant seat; {NOTHING_NOW}",
            id="their only seat",
        ),
        pytest.param(
            [VACANT, SEAT],
            [SEAT],
            "Heads lose a vacant seat on the Forum. Before, they had a seat and a vacant seat; now they have one seat.",
            id="beside one that is filled",
        ),
        pytest.param(
            [VACANT, VACANT, VACANT],
            [VACANT],
            "Heads lose two vacant seats on the Forum. "
            "Before, they had three vacant seats; now they have one vacant seat.",
            id="two of three",
        ),
        pytest.param(
            [VACANT, VACANT],
            [SEAT],
            "Heads lose one of their two seats on the Forum. "
            "Before, they had two vacant seats; now they have one seat.",
            id="one filled, the other gone",
        ),
        pytest.param(
            ["{on_behalf_of: heads, vacant: true, votes: true}"],
            ["{on_behalf_of: heads, vacant: true, votes: false}"],
            "Heads lose the vote of a vacant seat on the Forum. "
            "Before, they had a vacant seat with a vote; now they have a vacant seat without a vote.",
            id="its vote",
        ),
        pytest.param(
            ["{on_behalf_of: heads, vacant: true, votes: true}", SILENT],
            [SILENT],
            "Heads lose a vacant seat on the Forum, and with it its vote. Before, they had a seat without a vote and "
            "a vacant seat with a vote; now they have one seat without a vote.",
            id="the seat and its vote",
        ),
        pytest.param(
            ["{on_behalf_of: heads, vacant: true, role: chair}", "{on_behalf_of: heads, role: member}"],
            ["{on_behalf_of: heads, role: member}"],
            "Heads lose a vacant seat on the Forum, and with it the chair. Before, they had a seat and the chair, "
            "which is vacant; now they have one seat.",
            id="the chair",
        ),
        pytest.param(
            ["{on_behalf_of: heads, vacant: true, count: 3}"],
            ["{on_behalf_of: heads, vacant: true, count: 2}"],
            "Heads lose a vacant seat on the Forum. "
            "Before, they had three vacant seats; now they have two vacant seats.",
            id="one of several in one record",
        ),
    ],
)
def test_a_vacant_seat_that_is_deleted_is_a_loss(before: list[str], after: list[str], said: str) -> None:
    finding = loss(forum(*before), forum(*after))
    assert (finding.certainty.value, finding.message) == ("stated", said)


def test_where_not_all_seats_are_listed_it_may_be_one() -> None:
    finding = loss(forum(VACANT, OFFICER, membership="partial"), forum(OFFICER, membership="partial"))
    assert (finding.certainty.value, lacking(finding)) == ("not_stated", [("members", ("f",))])
    assert facts(finding) == (
        "Heads may lose their vacant seat on the Forum. "
        "Before, they had a vacant seat; now the file shows no part for them."
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param([VACANT], [SEAT], id="filled"),
        pytest.param([VACANT], [VOTING], id="filled, with a vote"),
        pytest.param([VACANT], [VACANT, VACANT], id="one more"),
        pytest.param([VACANT, SEAT], [VOTING], id="a better one in their place"),
        pytest.param([SEAT], [SEAT, SEAT], id="two where there was one"),
        pytest.param(["{on_behalf_of: heads, count: 3}"], [SEAT, SEAT, SEAT], id="written one by one"),
        pytest.param([SEAT, SEAT, SEAT, SEAT], ["{on_behalf_of: heads, count: 4}"], id="written as one"),
        pytest.param([SEAT], ["{on_behalf_of: heads, several: true}"], id="several where there was one"),
        pytest.param([LATER], [VOTING], id="brought forward"),
        pytest.param(["{on_behalf_of: heads, votes: false, until: 2026-08-31}", LATER], [VOTING], id="both in one"),
        pytest.param([LATER], [LATER, SEAT], id="one more before it"),
    ],
)
def test_what_is_filled_better_or_more_is_no_loss(before: list[str], after: list[str]) -> None:
    assert changed("CHG101", forum(*before), forum(*after)) == []


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (
            "contacts: [{for: heads, vacant: true}]",
            "Heads may lose their vacant contact on the Forum. "
            "Before, they had a vacant contact; now the file shows no part for them.",
        ),
        (
            "{on_behalf_of: heads, vacant: true, role: attendee}",
            "Heads may lose their vacant place in attendance on the Forum.",
        ),
        (
            "{holder: heads-forum, vacant: true, role: observer}",
            "Heads may lose their vacant place in attendance on the Forum.",
        ),
    ],
)
def test_a_vacant_place_that_is_no_seat_may_be_lost(places: str, said: str) -> None:
    after = forum()
    before = forum(more=places) if places.startswith("contacts") else forum(places)
    finding = loss(before, after)
    assert (facts(finding), lacking(finding)) == (said, [("taking_part", ("f",))])


def test_a_seat_whose_holder_has_ended_is_still_a_place() -> None:
    gone = "\n  gone: {name: Gone, kind: forum, status: ended}\n"
    held = "{on_behalf_of: heads, holder: gone}"
    finding = loss(forum(held, OFFICER, more=gone), forum(OFFICER, more=gone))
    assert finding.message.startswith("Heads lose their seat on the Forum. Before, they had a seat; ")


def test_a_body_that_is_gone_takes_its_vacant_seats_with_it() -> None:
    before = forum(VACANT)
    kept = {"heads-forum": before.bodies["heads-forum"]}
    finding = loss(before, before.model_copy(update={"bodies": kept}))
    assert (finding.bodies, finding.certainty.value, lacking(finding)) == (
        ("f",),
        "not_stated",
        [("successor", ("f",))],
    )
    assert facts(finding) == (
        "Heads may lose their vacant seat on the Forum. Before, they had a vacant seat. "
        "The Forum is no longer in the file."
    )


@pytest.mark.parametrize("ignore", [[], ["CHG"]])
def test_a_vacancy_that_is_deleted_never_reads_as_mended(ignore: list[str]) -> None:
    report = govgraph.compare(forum(VACANT, OFFICER), forum(OFFICER), settings=Settings(ignore=ignore))
    gone = {item.finding.code: item.reason for item in not_none(report.against).gone}
    assert gone["REP104"] is GoneReason.OTHERWISE
    assert ignore or str(headline(report)).startswith("Heads lose their vacant seat on the Forum.")


# What begins later.


def test_a_vote_that_begins_later_is_lost_with_the_day() -> None:
    until_then = "{on_behalf_of: heads, votes: false, until: 2026-08-31}"
    finding = loss(forum(until_then, LATER), forum(until_then))
    assert finding.message == (
        "Heads lose their seat on the Forum from 1 September 2026. Before, they were to have a seat with a vote; "
        "now they are to have no seat, and the file shows no other part for them."
    )
    finding = loss(forum(SILENT, LATER), forum(SILENT))
    assert finding.message == (
        "Heads lose one of their two seats on the Forum from 1 September 2026, and with it their vote. "
        "Before, they were to have two seats, one of them with a vote; "
        "now they are to have one seat without a vote."
    )


def test_what_they_had_and_what_was_to_come_is_one_loss() -> None:
    finding = loss(forum("{on_behalf_of: heads, votes: false, until: 2026-08-31}", LATER), forum(OFFICER))
    assert finding.message == (
        f"Heads lose their seat on the Forum. Before, they had a seat without a vote; {NOTHING_NOW} "
        "From 1 September 2026, they were to have a seat with a vote."
    )
    assert [step.how for step in finding.witness if step.before] == ["without a vote", "with a vote"]


def test_a_place_that_is_put_off_is_lost_until_then() -> None:
    finding = loss(forum(LATER), forum(LATER.replace("2026-09-01", "2027-01-01")))
    assert finding.message.startswith("Heads lose their seat on the Forum from 1 September 2026. ")
    assert "1 January 2027" in finding.message


@pytest.mark.parametrize(
    ("place", "lost"),
    [(LATER, True), (LATER.replace("from: 2026-09-01", "from: 2026-09-01, until: 2026-09-30"), False)],
)
def test_a_place_that_should_have_begun_between_the_two_days_is_lost_if_it_would_still_be_there(
    place: str, lost: bool
) -> None:
    report = govgraph.compare(forum(place), forum(OFFICER, day="2026-10-01"))
    messages = [str(finding.message) for finding in report.findings if finding.code == "CHG101"]
    assert [message.partition(". ")[0] for message in messages] == (
        ["Heads lose their seat on the Forum from 1 September 2026"] if lost else []
    )


@pytest.mark.parametrize("status", ["agreed", "proposed", "in_place"])
def test_a_body_that_begins_later_takes_its_seats_with_it(status: str) -> None:
    new = f"\n  new: {{name: New Board, kind: board, from: 2026-09, status: {status}, seats: [{SEAT}]}}\n"
    finding = loss(forum(OFFICER, more=new), forum(OFFICER))
    assert facts(finding) == (
        "Heads may lose their seat on the New Board from 1 September 2026. Before, they were to have a seat. "
        "The New Board is no longer in the file."
    )
    assert lacking(finding) == [("successor", ("new",))]


# Several that become fewer.


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param(
            [SEAT, SEAT],
            [SEAT],
            "Heads lose one of their two seats on the Forum. Before, they had two seats; now they have one seat.",
            id="no vote is stated",
        ),
        pytest.param(
            [VOTING, VOTING],
            [SEAT],
            "Heads lose one of their two seats on the Forum. "
            "Before, they had two seats with votes; now they have one seat. They may also lose their vote there.",
            id="the seat is a fact, the vote is open",
        ),
        pytest.param(
            [VOTING, SEAT],
            [SEAT],
            "Heads lose one of their two seats on the Forum. Before, they had two seats, one of them with a vote; "
            "now they have one seat. They may also lose their vote there.",
            id="the vote may be on the seat that is left",
        ),
        pytest.param(
            ["{holder: heads-forum}", SEAT],
            [SEAT],
            "Heads lose one of their two seats on the Forum. Before, they had two seats; now they have one seat. "
            "The file no longer shows a body that speaks for them in a seat there.",
            id="their own holder is gone",
        ),
        pytest.param(
            ["{on_behalf_of: heads, count: 4}"],
            ["{on_behalf_of: heads, count: 3}"],
            "Heads lose one of their four seats on the Forum. Before, they had four seats; now they have three seats.",
            id="four in one record to three",
        ),
        pytest.param(
            ["{on_behalf_of: heads, votes: true, count: 2}"],
            [VOTING],
            "Heads lose one of their two seats on the Forum. "
            "Before, they had two seats with votes; now they have one seat with a vote.",
            id="two votes in one record to one",
        ),
        pytest.param(
            ["{on_behalf_of: heads, several: true}"],
            [SEAT],
            "Heads lose all but one of their seats on the Forum. "
            "Before, they had several seats; now they have one seat.",
            id="several to one",
        ),
    ],
)
def test_fewer_seats_are_told_as_fewer_seats(before: list[str], after: list[str], said: str) -> None:
    finding = loss(forum(*before), forum(*after))
    assert (finding.certainty.value, finding.message) == ("stated", said)


def test_an_open_vote_beside_a_lost_seat_is_asked_for_in_what_to_do() -> None:
    finding = loss(forum(VOTING, VOTING), forum(SEAT))
    assert finding.fix.startswith("Find out which seats on the Forum have a vote, and record it. Ask the Forum ")


def test_several_of_no_stated_number_may_be_fewer() -> None:
    finding = loss(forum("{on_behalf_of: heads, count: 4}"), forum("{on_behalf_of: heads, several: true}"))
    assert (finding.certainty.value, lacking(finding)) == ("not_stated", [("seat_numbers", ("f",))])
    assert facts(finding).startswith("Heads may lose some of their four seats on the Forum. ")


def test_a_chair_whose_role_is_only_left_out_may_still_be_theirs() -> None:
    chair = "{on_behalf_of: heads, role: chair}"
    finding = loss(forum(chair), forum(SEAT))
    assert (finding.certainty.value, lacking(finding)) == ("not_stated", [("chair", ("f",))])
    other = "{as: officer, role: chair}"
    assert loss(forum(chair), forum(SEAT, other)).certainty.value == "stated"
