"""No text is read for hours: long lines, runs of capitals, and many bodies, seats and rows of one document."""

import time
from collections.abc import Iterator

import pytest

from govgraph.drafting.engine import propose
from govgraph.drafting.passages import Block, BlockKind, DocumentText
from govgraph.drafting.phrases import matches, parsed
from govgraph.drafting.sentences import sentences

LONG = 50_000
MANY = 1_500
MOST_SECONDS = 20
"""Far more than any of these takes, and far less than what runs away."""
RUNS = {
    "capitals": "Aa ",
    "one word": "A",
    "nouns": "Board ",
    "names": "Aa Board, ",
    "open brackets": "Board (",
    "brackets": "(",
    "initials": "Aaa Bbb Ccc (ABC) ",
    "short names": "AB ",
    "owners": "the Board's ",
    "pronouns": "it ",
    "verbs": "is ",
    "auxiliaries": "will ",
    "a verb and its clause": "is so, and ",
    "reports": "is reported to ",
    "report sentences": "The Board reports to the Board ",
    "members": "comprises ",
    "posts": "Director, ",
    "groups": "parent carers and ",
    "attached phrases": "Sub-Group of the ",
    "meetings": "meets at least ",
    "quorums": "quorum is ",
    "plans": "monitors Aa ",
    "shortened words": "no. A ",
    "numbers": "1.1 A",
    "full stops": ".",
    "quotes": "“",
    "signs": "– ",
    "denials": "cannot ",
}
"""What a hostile text repeats until its line is long."""
CONSONANTS, VOWELS = "bcdfghjklmnprstvwz", "aeiou"


def name(number: int) -> str:
    """A name for each number."""
    syllables = []
    for _ in range(3):
        number, rest = divmod(number, len(CONSONANTS) * len(VOWELS))
        syllables.append(CONSONANTS[rest % len(CONSONANTS)] + VOWELS[rest // len(CONSONANTS)])
    return "".join(syllables).capitalize() + "n"


def seconds(blocks: Iterator[Block]) -> float:
    """How long it takes to draft a document."""
    document = DocumentText("hostile.txt", None, tuple(blocks))
    begin = time.process_time()
    propose([document])
    return time.process_time() - begin


def under_a_board(kind: BlockKind, text: str) -> Iterator[Block]:
    yield Block(BlockKind.HEADING, "SEND Board", "line 1", 1)
    yield Block(BlockKind.PARAGRAPH, "The members of the Board are:", "line 2")
    is_row = kind is BlockKind.ROW
    yield Block(kind, text, "line 3", 2, (text, "yes") if is_row else (), ("Member", "Vote") if is_row else (), 1)


@pytest.mark.parametrize("unit", RUNS.values(), ids=RUNS)
def test_a_long_line_is_read_in_seconds(unit: str) -> None:
    text = (unit * (LONG // len(unit))).strip()
    for kind in BlockKind:
        assert seconds(under_a_board(kind, text)) < MOST_SECONDS, kind


DOCUMENTS = {
    "bodies": lambda number: Block(
        BlockKind.PARAGRAPH, f"The {name(number)} Board reports to the {name(number + 1)} Committee.", f"line {number}"
    ),
    "other names": lambda number: Block(
        BlockKind.PARAGRAPH, f"The {name(number)} Board ({name(number)[:4].upper()}B) meets.", f"line {number}"
    ),
    "nouns alone": lambda number: Block(
        BlockKind.PARAGRAPH, f"The {name(number)} Panel meets. The Board reports to each committee.", f"line {number}"
    ),
    "headings": lambda number: Block(
        BlockKind.HEADING, f"{name(number)} Committee of the Council", f"line {number}", 2
    ),
    "members": lambda number: Block(
        BlockKind.ITEM, f"Parent carer representative and Director of {name(number)}", f"line {number}"
    ),
    "rows": lambda number: Block(
        BlockKind.ROW,
        name(number),
        f"line {number}",
        cells=(f"Director of {name(number)}", f"{name(number)} Trust"),
        headers=("Member", "Organisation"),
        table=1,
    ),
}


@pytest.mark.parametrize("sort", DOCUMENTS)
def test_twice_as_much_takes_about_twice_as_long(sort: str) -> None:
    def blocks(many: int) -> Iterator[Block]:
        yield Block(BlockKind.HEADING, "SEND Board", "line 0", 1)
        yield Block(BlockKind.PARAGRAPH, "The members of the Board are:", "line 0b")
        yield from (DOCUMENTS[sort](number) for number in range(many))

    seconds(blocks(10))  # reads the tables of words
    once, fourfold = seconds(blocks(MANY // 4)), seconds(blocks(MANY))
    assert fourfold < 10 * once + 1, (once, fourfold)


def test_a_sentence_without_end_is_cut_between_words() -> None:
    text = " ".join(["word"] * 5_000)
    parts = list(sentences(text))
    assert len(parts) > 1
    assert " ".join(parts) == text


def test_a_line_that_ties_thousands_to_thousands_ties_none() -> None:
    bodies = ", ".join(f"{name(number)} Board" for number in range(40))
    others = ", ".join(f"{name(number)} Committee" for number in range(100, 140))
    rows = propose(
        [DocumentText("d.txt", None, (Block(BlockKind.PARAGRAPH, f"{bodies} report to {others}.", "line 1"),))]
    )
    assert not [row for row in rows if row.what == "reports to"]
    assert sum(row.what == "is a" for row in rows) == 80


@pytest.mark.parametrize("gaps", [1, 3, 6])
def test_a_phrase_of_many_gaps_has_few_ways_from_one_place(gaps: int) -> None:
    phrase = parsed("{A} report " + "... to " * gaps + "{B}")
    words = ["report", *(["to"] * 200)]
    assert 0 < len(list(matches(phrase, words, frozenset()))) <= 40


def test_what_stands_nearest_comes_first() -> None:
    ways = list(matches(parsed("report ... to {B}"), ["report", "monthly", "to", "it", "to", "them"], frozenset()))
    assert [way.slots["B"][0] for way in ways] == [3, 5]
