"""ModernGov's XML: bodies and their kinds, what has ended, and the seats of one person."""

import pytest

from govgraph.importers import importer_for
from importers.importing import drafted, imported, notices, refusals

NOT_SAID = (
    "ModernGov does not say what a body is part of, to whom it answers, or for whom its members speak. So the file "
    "does not either."
)
COMMITTEES = """<?xml version="1.0" encoding="utf-8"?>
<committees>
  <committeescount>6</committeescount>
  <committee>
    <committeeid>984</committeeid>
    <committeetitle>Children&amp;#39;s Scrutiny &amp;amp; Review Committee</committeetitle>
    <committeedeleted>False</committeedeleted>
    <committeeexpired>False</committeeexpired>
    <committeecategory>Committees</committeecategory>
  </committee>
  <committee>
    <committeeid>329</committeeid>
    <committeetitle>Finance Committee - Fifth Term</committeetitle>
    <committeedeleted>False</committeedeleted>
    <committeeexpired>True</committeeexpired>
    <committeecategory>Committees</committeecategory>
  </committee>
  <committee>
    <committeeid>330</committeeid>
    <committeetitle>Licensing</committeetitle>
    <committeedeleted>True</committeedeleted>
    <committeeexpired>False</committeeexpired>
    <committeecategory>Regulatory Panels</committeecategory>
  </committee>
  <committee>
    <committeeid>331</committeeid>
    <committeetitle>Cabinet</committeetitle>
    <committeedeleted>False</committeedeleted>
    <committeeexpired>False</committeeexpired>
    <committeecategory>Executive</committeecategory>
  </committee>
  <committee>
    <committeeid>332</committeeid>
    <committeetitle>Schools Forum</committeetitle>
    <committeedeleted>False</committeedeleted>
    <committeeexpired>True</committeeexpired>
    <committeecategory></committeecategory>
  </committee>
  <committee><committeeid>984</committeeid><committeetitle>Children's Scrutiny again</committeetitle></committee>
</committees>
"""


def of_user(before: str, inside: str = "", title: str = "Standards Committee") -> str:
    return (
        f"<committeesbyuser>{before}<committee><committeeid>7</committeeid><committeetitle>{title}</committeetitle>"
        f"{inside}</committee></committeesbyuser>"
    )


def test_bodies_have_the_kind_that_their_name_or_heading_says() -> None:
    structure = imported("moderngov", "council.xml", COMMITTEES)
    assert {key: (body.name, body.kind, body.status) for key, body in structure.bodies.items()} == {
        "childrens-scrutiny-and-review-committee": ("Children's Scrutiny & Review Committee", "committee", None),
        "finance-committee-fifth-term": ("Finance Committee - Fifth Term", "committee", "ended"),
        "licensing": ("Licensing", "panel", "ended"),
    }
    source = structure.bodies["licensing"].source
    assert source is not None
    assert (source.id, source.where, structure.sources["council-xml"].title) == (
        "council-xml",
        "committee 330",
        "council.xml",
    )


def test_a_kind_that_is_not_said_is_asked_and_all_else_with_it() -> None:
    structure = imported("moderngov", "council.xml", COMMITTEES)
    assert drafted(structure) == [
        ("Cabinet", "is a", None),
        ("Schools Forum", "is a", "forum"),
        ("Schools Forum", "Status", "ended"),
    ]
    assert structure.draft[0].question == "What kind of body is Cabinet? ModernGov lists it under 'Executive'."
    assert structure.draft[1].question == "What kind of body is Schools Forum? ModernGov does not say."
    assert (structure.draft[0].says, structure.draft[0].document) == ("Cabinet", "council.xml")


def test_it_says_what_it_took_in_which_way() -> None:
    said = notices(imported("moderngov", "council.xml", COMMITTEES))
    for sentence in (
        "The kind of each of these is taken from its name: Children's Scrutiny & Review Committee and Finance "
        "Committee - Fifth Term.",
        "The kind of each of these is taken from the heading under which it stands: Licensing.",
        "ModernGov does not say what kind of body each of these is: Cabinet and Schools Forum.",
        "Marked in ModernGov as ended: Finance Committee - Fifth Term, Licensing and Schools Forum.",
        "These stand twice in the answer, and are taken once: Children's Scrutiny again.",
        NOT_SAID,
    ):
        assert sentence in said


def test_it_states_no_line_no_absence_and_no_complete_list() -> None:
    for body in imported("moderngov", "council.xml", COMMITTEES).bodies.values():
        assert (body.reports_to, body.part_of, body.scrutinised_by, body.without, body.seats) == ((), (), (), (), ())
        assert (body.membership, body.lines, body.parts) == (None, None, None)


ELEMENTS = COMMITTEES.partition("?>")[2]
ENVELOPE = (
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><GetCommitteesResponse>'
    f"<GetCommitteesResult>{ELEMENTS}</GetCommitteesResult></GetCommitteesResponse></soap:Body></soap:Envelope>"
)
AS_TEXT = COMMITTEES.replace("&", "&amp;").replace("<", "&lt;")


@pytest.mark.parametrize(
    "wrapped",
    [
        f'<string xmlns="http://tempuri.org/">{ELEMENTS}</string>',
        f'<string xmlns="http://tempuri.org/">{AS_TEXT}</string>',
        ENVELOPE,
        f"\ufeff{COMMITTEES}",
    ],
)
def test_an_answer_within_an_envelope_is_the_same(wrapped: str) -> None:
    structure = imported("moderngov", "council.xml", wrapped)
    assert structure.bodies == imported("moderngov", "council.xml", COMMITTEES).bodies


def test_the_committees_of_a_councillor_are_seats() -> None:
    text = of_user(
        "<fullusername>Councillor First Post</fullusername><politicalpartytitle>A party</politicalpartytitle>",
        "<role>Vice-Chairman</role><startdate>04/05/2023</startdate><enddate>31/12/9999</enddate>",
    )
    (seat,) = imported("moderngov", "user.xml", text).bodies["standards-committee"].seats
    assert (seat.person, seat.role, seat.as_, seat.from_, seat.until) == (
        "First Post",
        "vice_chair",
        ("councillor",),
        "2023-05-04",
        None,
    )
    assert (seat.on_behalf_of, seat.votes) == (None, None)


def test_a_role_that_is_none_is_a_post_and_nobody_is_called_a_councillor() -> None:
    structure = imported("moderngov", "user.xml", of_user("<username>First Post</username>", "<role>Mayor</role>"))
    (seat,) = structure.bodies["standards-committee"].seats
    assert (seat.role_is_stated, seat.as_, seat.person) == (False, ("Mayor",), "First Post")
    assert "These roles are none that govgraph knows, and are taken as posts: Mayor." in notices(structure)
    assert "The answer does not say that the person is a councillor: the seats have no capacity." in notices(structure)


def test_a_seat_without_a_name() -> None:
    structure = imported("moderngov", "user.xml", of_user("<userid>12</userid>"))
    (seat,) = structure.bodies["standards-committee"].seats
    assert (seat.person, seat.as_) == (None, ())
    assert "The answer does not name the person whose committees these are: the seats have no name." in notices(
        structure
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            '<meeting><meetingid>1</meetingid><attendees><attendee name="X"/></attendees></meeting>',
            "This is ModernGov's record of a meeting: it says who came, and not who sits on the committee. Save the "
            "answer of GetCommittees instead.",
        ),
        (
            "<councillorsbyward><wards><ward><councillor/></ward></wards></councillorsbyward>",
            "This answer of ModernGov names no committee. Save the answer of GetCommittees instead.",
        ),
        ("<committees><committeescount>0</committeescount></committees>", "ModernGov's answer holds no committees."),
    ],
)
def test_an_answer_without_committees_is_refused(text: str, sentence: str) -> None:
    assert refusals("moderngov", "a.xml", text) == [f"a.xml: {sentence}"]


def test_it_is_known_by_what_it_holds() -> None:
    importer = importer_for("any.XML", COMMITTEES.encode())
    assert importer is not None
    assert importer.name == "ModernGov's XML"
    assert importer_for("any.xml", b"<feed/>") is None


def test_ten_thousand_bodies() -> None:
    entries = (
        f"<committee><committeeid>{number}</committeeid><committeetitle>Panel {number} Committee</committeetitle>"
        "</committee>"
        for number in range(10_000)
    )
    structure = imported("moderngov", "a.xml", f"<committees>{''.join(entries)}</committees>")
    assert len(structure.bodies) == 10_000
    assert structure.bodies["panel-9999-committee"].kind == "committee"
