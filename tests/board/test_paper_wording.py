"""How papers write days, addresses and names: no date stays raw, no address is longer than it need be."""

import pytest

import govgraph
from govgraph.model import Structure
from govgraph.render.statements import short_address
from helpers import DAY


def of(**board: str) -> Structure:
    return Structure.model_validate({"bodies": {"b": {"name": "The Board", "kind": "board", **board}}})


@pytest.mark.parametrize("number", [28, 29, 30, 31])
def test_every_day_of_a_month_is_in_words(number: int) -> None:
    before, after = of(review_by="2026-03-01"), of(review_by=f"2026-03-{number}")
    text = govgraph.paper(after, against=before, as_of=DAY).markdown()
    assert f"1 March 2026 → {number} March 2026" in text
    assert "2026-03" not in text


def test_what_only_looks_like_a_day_stays_as_it_is() -> None:
    before, after = of(quorum="3"), of(quorum="form 2026-02-30")
    assert "3 → form 2026-02-30" in govgraph.paper(after, against=before, as_of=DAY).markdown()


@pytest.mark.parametrize(
    ("address", "short"),
    [
        ("https://www.legislation.gov.uk/ukpga/2012/7/section/194", "legislation.gov.uk/ukpga/2012/7/section/194"),
        ("http://www.legislation.gov.uk./uksi/2022/634/made/data.xht?view=snippet&wrap=true", None),
        (
            "https://legislation.gov.uk/cy/uksi/2012/2261/regulation/7?view=plain",
            "legislation.gov.uk/uksi/2012/2261/regulation/7",
        ),
        ("HTTPS://WWW.Example.org/", "Example.org"),
        ("https://example.org/minutes?id=3", "example.org/minutes?id=3"),
        ("A copy with the clerk", "A copy with the clerk"),
    ],
)
def test_addresses_are_short_and_of_no_data_view(address: str, short: str | None) -> None:
    assert short_address(address) == (short or "legislation.gov.uk/uksi/2022/634/made")


def test_a_body_is_marked_as_proposed_where_a_text_first_names_it() -> None:
    board = {"name": "New Board", "kind": "board", "status": "proposed", "membership": "complete"}
    people = {"p": {"name": "Parents"}}
    one = Structure.model_validate(
        {"constituencies": people, "bodies": {"b": {**board, "level": "strategic", "does": "decides"}}}
    )
    texts = [text for text in govgraph.paper(one, as_of=DAY).texts if text.startswith("Parents have no seat on")]
    assert texts
    assert all(text.count("New Board (proposed)") == 1 for text in texts)
