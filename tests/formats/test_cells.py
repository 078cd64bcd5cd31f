"""Lists in cells, ids of names, dates, texts that look like formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.texts import NASTY
from govgraph.formats.sheets.cells import (
    escape_formula,
    fits_a_date_cell,
    join_texts,
    parse_date,
    split_names,
    split_texts,
    unescape_formula,
)
from govgraph.formats.sheets.names import new_id, slug


@given(st.lists(st.one_of(st.text(max_size=8), st.sampled_from(NASTY)), max_size=5))
def test_texts_in_a_cell_are_the_texts_that_were_put_there(texts: list[str]) -> None:
    assert split_texts(join_texts(texts)) == texts


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("HWB; the Board\nthe HWB", ["HWB", "the Board", "the HWB"]),
        ("Bath, Wells and Frome", ["Bath, Wells and Frome"]),
        ('The "Top" Board', ['The "Top" Board']),
        ('"Top" Board; other', ['"Top" Board', "other"]),
        ('"a; b"\n"say ""so"""', ["a; b", 'say "so"']),
        ('"not closed; b', ['"not closed', "b"]),
        ("a\r\n\r\nb;;", ["a", "b"]),
    ],
)
def test_texts_as_people_write_them(cell: str, texts: list[str]) -> None:
    assert split_texts(cell) == texts


def test_parts_are_parted_by_commas_only_where_nothing_else_parts_them() -> None:
    assert split_names("a, b,c") == ["a", "b", "c"]
    assert split_names("Bath, Wells; c") == ["Bath, Wells", "c"]
    assert split_names(" a\n") == ["a"]


@given(st.one_of(st.text(), st.sampled_from(NASTY)))
def test_a_guard_comes_off_as_it_went_on(text: str) -> None:
    assert unescape_formula(escape_formula(text)) == text
    assert not escape_formula(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Health and Wellbeing Board", "health-and-wellbeing-board"),
        ("People's Overview Committee", "peoples-overview-committee"),
        ("Bwrdd Iechyd Tŷ Glân", "bwrdd-iechyd-ty-glan"),
        ("0-25 SEND (Strategic) Board", "0-25-send-strategic-board"),
        ("日本", ""),
        ("A very long name of a committee that goes on and on for more than sixty-four letters", ""),
    ],
)
def test_ids_of_names(name: str, made: str) -> None:
    assert slug(name) == (made or slug(name))
    assert len(slug(name)) <= 64
    assert not slug(name).endswith("-")


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert new_id("The Board", "body", {"the-board", "the-board-2"}) == "the-board-3"
    assert new_id("日本", "body", set()) == "body"


@given(st.dates())
def test_a_day_is_read_from_every_way_of_writing_it(day: object) -> None:
    import datetime as dt

    assert isinstance(day, dt.date)
    iso = day.isoformat()
    assert parse_date(iso) == iso
    assert parse_date(f"{day.day} {day:%B} {day.year:04}") == iso
    assert parse_date(f"{day.day:02}/{day.month:02}/{day.year:04}") == iso or day.day > 12 >= day.month
    if fits_a_date_cell(iso):
        assert parse_date(day) == iso
