"""How things look: nothing is told by colour alone, and no two things alike."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from govgraph.diagram import style
from govgraph.model import Kind, relation_keys


def test_every_relation_has_dashes_and_a_head_of_its_own() -> None:
    strokes = {relation: style.stroke(relation) for relation in (*relation_keys(), *style.SEATS)}
    assert len(set(strokes.values())) == len(strokes), strokes


def test_only_lines_of_accountability_are_whole() -> None:
    whole = {relation for relation in relation_keys() if not style.stroke(relation).dashes}
    assert whole == {relation for relation, mark in relation_keys().items() if mark.line}


def test_every_kind_has_an_outline_of_its_own() -> None:
    outlines = {kind: style.outline(kind, 100, 60) for kind in Kind}
    assert len(set(outlines.values())) == len(outlines), outlines


def test_a_long_word_breaks_after_a_slash_or_a_hyphen() -> None:
    assert style.wrapped("Parents/Students' Group", 13, 90, 4) == ["Parents/", "Students'", "Group"]
    assert style.wrapped("Partnership-Improvement Board", 13, 100, 4) == ["Partnership-", "Improvement", "Board"]
    assert style.wrapped("Parents/carers (PACC)", 13, 110, 4) == ["Parents/carers", "(PACC)"]


def test_the_end_of_a_word_never_stands_alone() -> None:
    assert style.wrapped("Student/s'", 13, 65, 4) == ["Studen", "t/s'"]
    assert style.wrapped("Antidisestablishmentarians'", 13, 170, 4) == ["Antidisestablishmentari", "ans'"]


def test_dots_stand_after_a_whole_word() -> None:
    assert style.wrapped("Board for the improvement of everything", 13, 100, 2) == ["Board for the", "improvemen…"]
    assert style.wrapped("Board for all of the Shropshire people", 13, 100, 2) == ["Board for all of", "the …"]


def test_bold_text_is_wider() -> None:
    assert style.width("Board", 13, bold=True) > style.width("Board", 13)
    assert style.font_face(["Board"]).count("@font-face") == 2


_WORDS = st.text("abcdefgW'’()/-", min_size=1, max_size=40)


@given(st.lists(_WORDS, min_size=1, max_size=8), st.integers(60, 200), st.booleans())
def test_lines_hold_the_whole_text_and_break_where_words_may(words: list[str], room: int, bold: bool) -> None:
    text = " ".join(words)
    lines = style.wrapped(text, 13, room, 1000, bold=bold)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(style.width(line, 13, bold=bold) <= room for line in lines)
    place = 0
    for line, following in pairwise(lines):
        place += len(line)
        if text[place] == " ":
            place += 1
            continue
        begun = text.rindex(" ", 0, place) + 1 if " " in text[:place] else 0
        word = text[begun:].split(" ")[0]
        assert style.width(word, 13, bold=bold) > room
        if not re.search(r"\w\w[/-]$", line) or not re.match(r"[(\[]?\w{3}", following):
            parts = re.split(r"(?<=\w\w[/-])(?=[(\[]?\w{3})", word)
            assert any(style.width(part, 13, bold=bold) > room for part in parts)
            assert len(following.split(" ")[0]) >= 2


@given(st.text(max_size=60), st.integers(40, 200), st.integers(1, 5))
def test_no_text_has_more_lines_than_asked_for(text: str, room: int, most: int) -> None:
    lines = style.wrapped(text, 11, room, most)
    assert 1 <= len(lines) <= most
    assert not any(line != line.strip() for line in lines)
