"""A paper as a page, in a real browser: nobody is shut out, nothing is asked for, and it prints with its structure."""

import pytest

from board.reading import CHAMPIONS, DRAFT, made
from browser import Opener, axe_violations, has_tags, printed
from render.hostile import TEXTS, hostile


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_runs_off_the_screen(opened: Opener, width: int, dark: bool) -> None:
    with opened(made(CHAMPIONS, DRAFT).html(), width=width, dark=dark) as shown:
        assert axe_violations(shown.page) == []
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
        assert (shown.requests, shown.complaints, shown.dialogs) == ([], [], [])


def test_it_prints_with_tags(opened: Opener) -> None:
    with opened(made(DRAFT).html()) as shown:
        assert has_tags(printed(shown.page))


@pytest.mark.parametrize("text", ["script", "link", "quote"])
def test_hostile_texts_do_nothing(opened: Opener, text: str) -> None:
    from govgraph.showing import paper

    with opened(paper(hostile(TEXTS[text]), as_of="2020-09-01").html()) as shown:
        assert (shown.requests, shown.complaints, shown.dialogs) == ([], [], [])
