"""Pages of `govgraph draw`, each drawn once for all tests, and what can be seen and used of one in the browser."""

import runpy
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

import govgraph
from browser import Opened
from govgraph.diagram.drawing import Drawing
from govgraph.engine.arrows import from_arrows
from govgraph.formats import read
from govgraph.model import Structure
from helpers import FIXTURES, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

Tie = tuple[str, str, str]
"""A relation or seat: from whom, which, to whom."""

SMALL = """
board: board, strategic, decides
group: working_group, operational, delivers
council: organisation
group -- reports_to --> board
board -- part_of --> council
group -- works_with --> panel
board -- scrutinised_by --> panel
forum -- sits_on[parent-carers, voting] --> group
forum -- attends[parent-carers] --> board
"""

DATED: dict[str, Any] = {
    "title": "A structure that changes",
    "as_of": "2020-06-15",
    "constituencies": {"carers": {"name": "Parent carers"}, "young": {"name": "Young people"}},
    "bodies": {
        "council": {"name": "Council", "kind": "organisation"},
        "board": {
            "name": "Board",
            "kind": "board",
            "level": "strategic",
            "does": "decides",
            "reports_to": [{"to": "council", "until": "2020-12-31"}, {"to": "other", "from": "2021-01-01"}],
            "seats": [{"on_behalf_of": "carers", "holder": "forum", "votes": True, "from": "2020-09-01"}],
        },
        "other": {"name": "Other council", "kind": "organisation", "from": "2020-09-01"},
        "group": {"name": "Group", "kind": "working_group", "until": "2021-06-30", "reports_to": "board"},
        "late": {"name": "Late group", "kind": "workstream", "from": "2021-01-01", "reports_to": "group"},
        "ended": {"name": "Ended group", "kind": "panel", "until": "2020-03-31", "reports_to": "board"},
        "forum": {"name": "Forum", "kind": "forum"},
    },
}

SEVERAL: dict[str, Any] = {
    "as_of": "2020-09-01",
    "constituencies": {f"g{number}": {"name": f"Group {number}"} for number in range(5)},
    "bodies": {
        "board": {
            "name": "Große Kommission",
            "other_names": ["The Great One"],
            "kind": "board",
            "seats": [{"on_behalf_of": "g0", "votes": True}, {"on_behalf_of": "g1", "role": "observer"}],
            "without": ["g2"],
        },
        "club": {
            "name": "Gŵyl y Tŷ",
            "kind": "working_group",
            "reports_to": "board",
            "seats": [{"on_behalf_of": "g3"}],
        },
    },
}


def fixture(name: str) -> Structure:
    return read(FIXTURES / name / "structure.yaml")


def generated(size: int, seed: int = 1) -> Structure:
    """A structure of so many bodies, as it is made for measuring."""
    made = runpy.run_path(str(ROOT / "benchmarks" / "generate.py"))["structure"]
    return Structure.model_validate(made(size, seed))


def _drawn_over(after: str, before: str) -> Drawing:
    return govgraph.draw(fixture(after), against=fixture(before))


NAMED: dict[str, Callable[[], Drawing]] = {
    "draft": lambda: govgraph.draw(fixture("shropshire-draft-2020")),
    "champions": lambda: _drawn_over("shropshire-draft-2020-champions", "shropshire-draft-2020"),
    "compared": lambda: _drawn_over("shropshire-draft-2020", "shropshire-before-2020"),
    "bedfordshire": lambda: govgraph.draw(fixture("central-bedfordshire")),
    "dated": lambda: govgraph.draw(Structure.model_validate(DATED)),
    "wendle": lambda: govgraph.draw(read(ROOT / "tests" / "diagram" / "wendle.yaml")),
    "several": lambda: govgraph.draw(Structure.model_validate(SEVERAL)),
    "small": lambda: govgraph.draw(from_arrows(SMALL), as_of="2020-09-01"),
    "40": lambda: govgraph.draw(generated(40)),
    "100": lambda: govgraph.draw(generated(100)),
    "300": lambda: govgraph.draw(generated(300)),
}


@cache
def drawing(name: str) -> Drawing:
    return NAMED[name]()


@cache
def html(name: str) -> str:
    return drawing(name).html()


def seats_drawn(drawn: Drawing) -> set[Tie]:
    """The seats that are lines, in the frame that is shown first."""
    first = 1 << drawn.frames.initial.number
    links = (link for link in drawn.scene.links if link.shown & first)
    return {(link.start, link.relation, link.end) for link in links if link.is_seat and link.is_drawn}


def open_more(page: "Page") -> None:
    """Open the tools that are folded away; they lie over what was found until Escape closes them."""
    if page.locator("#more[open]").count() == 0:
        page.locator("#more > summary").click()


def open_details(page: "Page", inside: str = "") -> None:
    """Open whatever is folded away behind a heading or a few words."""
    page.evaluate("css => document.querySelectorAll(css).forEach((one) => { one.open = true; })", f"{inside} details")


# checkVisibility() is of no use here: in Chromium it calls texts in a hidden <g> visible.
IS_SEEN = """const isSeen = (one) => {
    for (let up = one; up; up = up.parentElement) if (getComputedStyle(up).display === 'none') return false;
    return true;
};"""
_SEEN = f"""selector => {{ {IS_SEEN}
    const found = [...document.querySelectorAll('#gg ' + selector)].filter(isSeen);
    return found.map((one) => Number(one.dataset.link ?? one.id.slice(1)));
}}"""


class Diagram:
    """What is seen of a drawing on its page, by ids."""

    def __init__(self, shown: Opened, drawn: Drawing) -> None:
        self.page: Page = shown.page
        self._bodies = {box.number: key for key, box in drawn.scene.boxes.items()}
        self._links: dict[int, Tie] = {one.number: (one.start, one.relation, one.end) for one in drawn.scene.links}
        self.number = {key: number for number, key in self._bodies.items()}

    def bodies(self, css: str = "") -> set[str]:
        """The bodies that are seen, all or those of a class."""
        return {self._bodies[number] for number in self.page.evaluate(_SEEN, f".body{css}")}

    def links(self, css: str = "") -> set[Tie]:
        """The links that are seen, all or those of a class."""
        return {self._links[number] for number in self.page.evaluate(_SEEN, f".link{css}")}

    def body(self, key: str) -> str:
        """The selector of a body."""
        return f"#b{self.number[key]}"

    def named(self, numbers: Iterable[int]) -> list[str]:
        return [self._bodies[number] for number in numbers]

    def links_named(self, numbers: Iterable[int]) -> set[Tie]:
        return {self._links[number] for number in numbers}
