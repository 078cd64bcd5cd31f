"""How papers write days and join sentences: no date of the file stays raw, and only names keep their capital."""

import pytest

import govgraph
from govgraph.board.wording import as_a_clause
from govgraph.model import Structure
from helpers import DAY


def of(**board: str) -> Structure:
    return Structure.model_validate({"bodies": {"b": {"name": "The Board", "kind": "board", **board}}})


@pytest.mark.parametrize("number", [28, 29, 30, 31])
def test_every_day_of_a_month_is_told_in_words(number: int) -> None:
    before, after = of(review_by="2026-03-01"), of(review_by=f"2026-03-{number}")
    text = govgraph.paper(after, against=before, as_of=DAY).markdown()
    assert f"review by: 1 March 2026 → {number} March 2026" in text
    assert "2026-03" not in text


def test_what_only_looks_like_a_day_stays_as_it_is() -> None:
    before, after = of(quorum="3"), of(quorum="form 2026-02-30")
    assert "3 → form 2026-02-30" in govgraph.paper(after, against=before, as_of=DAY).markdown()


@pytest.mark.parametrize(
    ("sentences", "clause"),
    [
        ("Nobody chairs it. By its name, the law knows it.", "nobody chairs it – by its name, the law knows it"),
        ("Nobody chairs it. If it stops, so do they.", "nobody chairs it – if it stops, so do they"),
        ("A seat is vacant.", "a seat is vacant"),
        ("Now, it is over.", "now, it is over"),
        ("ICB is an abbreviation.", "ICB is an abbreviation"),
        ("The Board answers to nobody.", "The Board answers to nobody"),
        ("Nobody chairs it. The Board, a task group, decides.", "nobody chairs it – The Board, a task group, decides"),
        ("The Boardroom is no name.", "the Boardroom is no name"),
    ],
)
def test_a_clause_begins_small_unless_a_name_or_an_abbreviation_begins_it(sentences: str, clause: str) -> None:
    assert as_a_clause(govgraph.check(of(), as_of=DAY), sentences) == clause
