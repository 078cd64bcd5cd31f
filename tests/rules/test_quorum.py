"""The quorum that a text means."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.language import NUMBER_WORDS
from govgraph.model import Capacity
from govgraph.model.numbers import Share
from govgraph.rules._quorum import Among, Quorum, ShareOf, meant_by, perhaps_meant_by, read_quorum

BOURNEMOUTH = "seven members to include one Councillor, one NHS representative and the Director of Public Health"
ONE_OF_EACH: tuple[tuple[int, Among], ...] = (
    (1, Capacity.COUNCILLOR),
    (1, "NHS"),
    (1, Capacity.DIRECTOR_OF_PUBLIC_HEALTH),
)


@pytest.mark.parametrize(
    ("text", "quorum"),
    [
        ("7", Quorum(7)),
        ("seven", Quorum(7)),
        ("7 members", Quorum(7)),
        ("Seven of the members.", Quorum(7)),
        ("at least three members", Quorum(3)),
        ("one", Quorum(1)),
        (BOURNEMOUTH, Quorum(7, ONE_OF_EACH)),
        ("seven, among them one councillor, one NHS member and the Director of Public Health", Quorum(7, ONE_OF_EACH)),
        ("5 including 2 councillors", Quorum(5, ((2, Capacity.COUNCILLOR),))),
        ("5 members of whom at least two must be lay members", Quorum(5, ((2, Capacity.LAY_MEMBER),))),
        ("4, with at least a Local Healthwatch representative", Quorum(4, ((1, Capacity.LOCAL_HEALTHWATCH),))),
        ("4 with a representative of Local Healthwatch", Quorum(4, ((1, Capacity.LOCAL_HEALTHWATCH),))),
        (
            "3 including the Director of Children's Services",
            Quorum(3, ((1, Capacity.DIRECTOR_OF_CHILDRENS_SERVICES),)),
        ),
        ("one third", Quorum(0, share=Share(Fraction(1, 3)))),
        ("a third of the members", Quorum(0, share=Share(Fraction(1, 3)))),
        ("two-thirds of the membership", Quorum(0, share=Share(Fraction(2, 3)))),
        ("half", Quorum(0, share=Share(Fraction(1, 2)))),
        ("One quarter of the members", Quorum(0, share=Share(Fraction(1, 4)))),
        ("50%", Quorum(0, share=Share(Fraction(1, 2)))),
        ("50 per cent", Quorum(0, share=Share(Fraction(1, 2)))),
        ("half the members", Quorum(0, share=Share(Fraction(1, 2)))),
        ("two fifths of the membership", Quorum(0, share=Share(Fraction(2, 5)))),
        ("1/3 of its members", Quorum(0, share=Share(Fraction(1, 3)))),
        ("more than half", Quorum(0, share=Share(Fraction(1, 2), strict=True))),
        ("a majority of the members", Quorum(0, share=Share(Fraction(1, 2), strict=True))),
        ("a third of the voting members", Quorum(0, share=Share(Fraction(1, 3)), voting=True)),
        ("three voting members", Quorum(3, voting=True)),
        ("three of the voting members", Quorum(3, voting=True)),
        ("two fifths of the total membership", Quorum(0, share=Share(Fraction(2, 5)), share_of=ShareOf.TOTAL)),
        (
            "one quarter of the whole number of members",
            Quorum(0, share=Share(Fraction(1, 4)), share_of=ShareOf.TOTAL),
        ),
        ("half of the seats", Quorum(0, share=Share(Fraction(1, 2)), share_of=ShareOf.PLACES)),
        ("half of the members, including an officer", Quorum(0, ((1, Capacity.OFFICER),), Share(Fraction(1, 2)))),
    ],
)
def test_forms_that_are_understood(text: str, quorum: Quorum) -> None:
    assert read_quorum(text) == quorum


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "0%",
        "101%",
        "at most half",
        "half plus one",
        "one third or 3, whichever is greater",
        "the chair and two others",
        "see the constitution",
        "4 including councillors",
        "4 including the councillors",
        "4 including one councillor or officer",
        "4 including one councillor and one councillor",
        "4 including 0 councillors",
        "4 including one councillor, who chairs",
        "7 of whom three",
        "1234",
        "seven members of each side",
    ],
)
def test_what_is_not_understood_for_certain_is_not_read(text: str) -> None:
    assert read_quorum(text) is None


@pytest.mark.parametrize(("seats", "needed"), [(12, 3), (13, 4), (16, 4), (1, 1), (0, 1)])
def test_a_share_is_rounded_up(seats: int, needed: int) -> None:
    assert Quorum(0, share=Share(Fraction(1, 4))).size(seats) == needed


@pytest.mark.parametrize(("members", "needed"), [(4, 3), (5, 3), (1, 1), (0, 1)])
def test_more_than_half_is_more_than_half(members: int, needed: int) -> None:
    assert Quorum(0, share=Share(Fraction(1, 2), strict=True)).size(members) == needed


def test_a_number_is_the_same_however_many_seats_there_are() -> None:
    assert Quorum(7).size(3) == 7


def test_a_member_of_the_cabinet_is_a_councillor_and_a_director_may_be_an_officer() -> None:
    assert Capacity.EXECUTIVE_MEMBER in meant_by(Capacity.COUNCILLOR)
    assert Capacity.COUNCILLOR not in meant_by(Capacity.EXECUTIVE_MEMBER)
    assert meant_by(Capacity.OFFICER) == {Capacity.OFFICER}
    assert Capacity.DIRECTOR_OF_PUBLIC_HEALTH in perhaps_meant_by(Capacity.OFFICER)
    assert Capacity.NHS_TRUST in meant_by("NHS")
    assert perhaps_meant_by(Capacity.YOUNG_PERSON) == frozenset()


capacities: st.SearchStrategy[Among] = st.one_of(st.sampled_from(Capacity), st.just("NHS"))
parts = st.lists(st.tuples(st.integers(1, 999), capacities), max_size=4, unique_by=lambda part: part[1]).map(tuple)
shares = st.one_of(st.none(), st.integers(1, 100).map(lambda percent: Share(Fraction(percent, 100))))
quorums = st.builds(
    lambda members, among, share: Quorum(0 if share else members, among, share), st.integers(1, 999), parts, shares
)


@st.composite
def written(draw: st.DrawFn, quorum: Quorum) -> str:
    """A quorum as somebody may write it."""

    def number(count: int) -> str:
        return NUMBER_WORDS[count - 1] if count <= len(NUMBER_WORDS) and draw(st.booleans()) else str(count)

    def part(count: int, who: Among) -> str:
        words = who if who == "NHS" else draw(st.sampled_from([Capacity(who).words, Capacity(who).value]))
        role = draw(st.sampled_from(["", " representative"])) or (" member" if who == "NHS" else "")
        said = words + role + ("s" if count > 1 and draw(st.booleans()) else "")
        one = draw(st.sampled_from(["one", "1", "a", "an", "the", "at least one"]))
        return f"{one if count == 1 else number(count)} {said}"

    head = f"{quorum.share.bound * 100}%" if quorum.share else number(quorum.members)
    head += draw(st.sampled_from(["", " of the members"] if quorum.share else ["", " members", " of its members"]))
    among = [part(*one) for one in quorum.among]
    if not among:
        return head
    told = draw(st.sampled_from([" including ", ", among them ", " to include ", " of whom ", ", with at least "]))
    last = draw(st.sampled_from([" and ", ", and "])) if len(among) > 1 else ""
    return head + told + last.join(filter(None, [", ".join(among[:-1]), among[-1]]))


@given(st.data(), quorums)
def test_what_is_written_is_read_back(data: st.DataObject, quorum: Quorum) -> None:
    text = data.draw(written(quorum))
    text = data.draw(st.sampled_from([text, text.upper(), text.capitalize(), f" {text}. "]))
    assert read_quorum(text) == quorum


@given(st.text())
def test_any_text_is_read_or_left(text: str) -> None:
    quorum = read_quorum(text)
    assert quorum is None or quorum.size(1) >= 1
