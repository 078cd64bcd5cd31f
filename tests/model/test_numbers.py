"""Numbers and shares as people write them."""

from fractions import Fraction

import pytest

from govgraph.model.numbers import Share, fraction_words, parse_fraction, parse_number, parse_share

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


@pytest.mark.parametrize(
    ("text", "number"), [("4", 4), (" Four ", 4), ("twenty", 20), ("0", 0), ("", None), ("4.5", None), ("many", None)]
)
def test_whole_numbers(text: str, number: int | None) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half", HALF),
        ("one half", HALF),
        ("a third", THIRD),
        ("One-third", THIRD),
        ("two fifths", Fraction(2, 5)),
        ("three quarters", Fraction(3, 4)),
        ("1/3", THIRD),
        ("2 / 3", Fraction(2, 3)),
        ("50%", HALF),
        ("50 per cent", HALF),
        ("40 percent", Fraction(2, 5)),
        ("33.3%", Fraction(333, 1000)),
        ("0.5", HALF),
        ("100%", Fraction(1)),
        ("0%", None),
        ("101%", None),
        ("3/2", None),
        ("1/0", None),
        ("two third", None),
        ("one thirds", None),
        ("a bit", None),
        ("5", None),
    ],
)
def test_fractions(text: str, value: Fraction | None) -> None:
    assert parse_fraction(text) == value


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("half", Share(HALF)),
        ("At least half of the members.", Share(HALF)),
        ("half the members", Share(HALF)),
        ("no less than 50% of all seats", Share(HALF)),
        ("half or more", Share(HALF)),
        ("more than half", Share(HALF, strict=True)),
        ("a majority", Share(HALF, strict=True)),
        ("all", Share(Fraction(1))),
        ("all of its members", Share(Fraction(1))),
        ("a majority of its members", Share(HALF, strict=True)),
        ("at most a third", Share(THIRD, at_most=True)),
        ("no more than one third of the membership", Share(THIRD, at_most=True)),
        ("a third or fewer", Share(THIRD, at_most=True)),
        ("less than half", Share(HALF, at_most=True, strict=True)),
        ("a minority", Share(HALF, at_most=True, strict=True)),
        ("more than 100%", None),
        ("half plus one", None),
        ("most", None),
        ("half of the voting members", None),
    ],
)
def test_shares(text: str, share: Share | None) -> None:
    assert parse_share(text) == share


def test_a_share_at_its_bound() -> None:
    assert Share(HALF).met_by(HALF)
    assert not Share(HALF, strict=True).met_by(HALF)
    assert Share(HALF, at_most=True).met_by(HALF)
    assert not Share(HALF, at_most=True, strict=True).met_by(HALF)
    assert Share(HALF).met_by(Fraction(2, 3))
    assert not Share(HALF, at_most=True).met_by(Fraction(2, 3))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (HALF, "half"),
        (THIRD, "one third"),
        (Fraction(2, 5), "two fifths"),
        (Fraction(9, 20), "45%"),
        (Fraction(1), "all"),
        (Fraction(3, 17), "3/17"),
    ],
)
def test_words_of_a_fraction(value: Fraction, words: str) -> None:
    assert fraction_words(value) == words


def test_words_of_a_share() -> None:
    assert [Share(HALF, most, strict).words for most in (False, True) for strict in (False, True)] == [
        "at least half",
        "more than half",
        "at most half",
        "less than half",
    ]
