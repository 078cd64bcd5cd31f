"""On each day, before and after, the page shows what is in force then, and what was found."""

import json
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

import govgraph
from browser import Opened, Opener
from draw_pages import DATED, Diagram, Tie, drawing, html, open_details
from govgraph import language
from govgraph.diagram.drawing import Drawing
from govgraph.diagram.style import SEATS
from govgraph.findings import Bodies, Report
from govgraph.formats import read
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure, SuccessorBy
from govgraph.pipeline import build, check, compare
from govgraph.render.headline import headline
from helpers import FIXTURES, mostly_long

# The messages of what is seen once everything is open, each beside its label: facts with what is not counted, then what
# rests on silence, then questions.
FOUND = """() => {
    const folds = [...document.querySelectorAll('#findings details')];
    folds.forEach((one) => { one.open = true; });
    const seen = (css) => [...document.querySelectorAll('#findings ' + css)].filter((one) => one.checkVisibility());
    const texts = (one) => [...one.querySelector('p').childNodes].filter((node) => node.nodeType === 3);
    const said = (one) => texts(one).map((node) => node.textContent).join(' ').replace(/\\s+/g, ' ').trim();
    const found = [':is(.facts, .not-counted) > li', '.open > li', '.asked > li'].map((css) => seen(css).map(said));
    folds.forEach((one) => { one.open = false; });
    return found;
}"""
ROWS = """() => {
    document.getElementById('_table').open = true;
    const rows = [...document.querySelectorAll('#_table tr[data-row]')].filter((one) => one.checkVisibility());
    return rows.map((one) => Number(one.dataset.row));
}"""


def seen(shown: Opened, drawn: Drawing) -> tuple[set[str], set[Tie]]:
    """The bodies and relations that are seen; the rows of the table must be those of the bodies."""
    diagram = Diagram(shown, drawn)
    bodies = diagram.bodies()
    assert set(diagram.named(shown.page.evaluate(ROWS))) == bodies
    return bodies, relations(diagram)


def relations(diagram: Diagram, css: str = "") -> set[Tie]:
    """The links that are seen, but for seats."""
    return {tie for tie in diagram.links(css) if tie[1] not in SEATS}


def ties(graph: GovernanceGraph) -> set[Tie]:
    return {(tie.body, tie.relation, tie.to) for tie in graph.ties}


def on_one_line(texts: Iterable[str]) -> list[str]:
    return sorted(" ".join(one.split()) for one in texts)


def assert_found(shown: Opened, report: Report, *, gone: bool = False) -> None:
    """Facts once for all their bodies, then what is not counted; each check that is left open; every question."""
    counted, left_open, asked = shown.page.evaluate(FOUND)
    others = [one for one in report.findings if one.waiver is not None or not (one.counts or one.is_question)]
    silent = [one for one in report.findings if one.is_question and one.waiver is None]
    if gone and report.against is not None:
        others += [one.finding for one in report.against.gone if not one.finding.is_question]
        silent += [one.finding for one in report.against.gone if one.finding.is_question]
    assert sorted(counted) == on_one_line([*(one.message for one in report.facts), *(one.message for one in others)])
    assert sorted(left_open) == on_one_line(one.message for one in silent)
    assert sorted(asked) == on_one_line(one.message for one in report.questions)
    assert shown.page.locator(".headline:visible").inner_text() == " ".join(headline(report).split())


def test_each_day_shows_what_is_in_force_then_and_what_was_found(opened: Opener) -> None:
    structure, drawn = Structure.model_validate(DATED), drawing("dated")
    with opened(html("dated")) as shown:
        slider = shown.page.locator("#day")
        days = ["2020-04-01", "2020-06-15", "2020-09-01", "2021-01-01", "2021-07-01"]
        assert slider.get_attribute("max") == str(len(days) - 1)
        assert slider.input_value() == "1"  # the day that the file states
        for place in (1, 4, 0, 2, 3):
            slider.fill(str(place))
            graph, report = build(structure, as_of=days[place]), check(structure, as_of=days[place])
            assert seen(shown, drawn) == (set(graph.bodies), ties(graph)), days[place]
            assert_found(shown, report)
            about = " ".join(shown.page.locator(".moment:visible").inner_text().split())
            assert f"As at {language.day(graph.as_of)}." in about
            assert shown.page.locator("#day-said").inner_text() == language.day(graph.as_of)
            assert slider.get_attribute("aria-valuetext") == language.day(graph.as_of)


def test_a_day_changes_what_is_said_in_a_box_and_by_a_screen_reader(opened: Opener) -> None:
    with opened(html("dated")) as shown:
        board = shown.page.locator(Diagram(shown, drawing("dated")).body("board"))
        told = []
        for place in ("1", "2", "3"):
            shown.page.locator("#day").fill(place)
            part = " ".join(board.locator(".part:not(.off)").first.locator("text").all_text_contents())
            told.append((part, (board.get_attribute("aria-label") or "").split(". ")[1]))
        assert told == [
            ("Parent carers: not stated", "Reports to Council (until 31 December 2020)"),
            ("Parent carers: seat with a vote", "Reports to Council (until 31 December 2020)"),
            ("Parent carers: seat with a vote", "Reports to Other council"),
        ]


def test_details_of_a_body_that_is_not_there_on_another_day_close(opened: Opener) -> None:
    with opened(html("dated")) as shown:
        group = shown.page.locator(Diagram(shown, drawing("dated")).body("group"))
        group.press("Enter")
        assert shown.page.locator("#slot h3").inner_text() == "Group"
        shown.page.locator("#day").fill("3")
        assert shown.page.locator("#slot h3").inner_text() == "Group"
        shown.page.locator("#day").fill("4")
        assert shown.page.locator("#chosen").is_hidden()


CHANGES = FIXTURES / "changes"
STORIES = sorted(path.name for path in CHANGES.iterdir() if path.is_dir())


class Story:
    """Two structures, drawn over one another."""

    def __init__(self, folder: Path) -> None:
        stated = json.loads((folder / "verdict.json").read_text(encoding="utf-8"))
        before, after = read(folder / stated["before"]), read(folder / stated["after"])
        self.drawn = govgraph.draw(after, against=before)
        self.report = compare(before, after)
        heirs = self.report.against.heirs if self.report.against else ()
        self.renamed = {heir.before: heir.after for heir in heirs if heir.by is SuccessorBy.SAME_NAME}
        one, other = self.drawn.frames.main.before, self.drawn.frames.main.after
        assert one is not None
        self.before = ({self.key(body) for body in one.bodies}, {self.tie(tie) for tie in ties(one)})
        self.after = (set(other.bodies), ties(other))

    def key(self, body: str) -> str:
        """The id after of a body before that is the same under another."""
        return self.renamed.get(body, body)

    def tie(self, tie: Tie) -> Tie:
        return self.key(tie[0]), tie[1], self.key(tie[2])

    @property
    def changed(self) -> set[str]:
        """Bodies, there before and after, of which something else is stated."""
        changes = self.report.against.changes if self.report.against else ()
        named = {self.key(change.body) for change in changes if change.body}
        return named & self.before[0] & self.after[0]


@cache
def told(name: str) -> Story:
    return Story(CHANGES / name)


@pytest.mark.parametrize("name", mostly_long(STORIES, "boards-merged", "long-shropshire-before-to-draft"))
def test_before_after_and_both_show_those_bodies_and_links_and_mark_what_is_new_or_gone(
    opened: Opener, name: str
) -> None:
    story = told(name)
    (old, old_ties), (new, new_ties) = story.before, story.after
    with opened(story.drawn.html()) as shown:
        page, diagram = shown.page, Diagram(shown, story.drawn)
        for side, bodies, links in (
            ("before", old, old_ties),
            ("after", new, new_ties),
            ("both", old | new, old_ties | new_ties),
        ):
            page.locator(f"#sides input[value={side}]").check()
            assert seen(shown, story.drawn) == (bodies, links), side
            assert diagram.bodies(".new") == (new - old) & bodies, side
            assert diagram.bodies(".gone") == (old - new) & bodies, side
            assert relations(diagram, ".new") == (new_ties - old_ties) & links, side
            assert relations(diagram, ".gone") == (old_ties - new_ties) & links, side
        assert_words(diagram, story)


# In each box that is seen, the small lines under the name; on each link that is seen, its word.
WORDS = """() => {
    const lines = (one) => [...one.querySelectorAll('.face:not(.off) text:not(.name)')].map((text) => text.textContent);
    const all = (css) => [...document.querySelectorAll('#gg ' + css + ':not(.off, .filtered, .folded)')];
    return [all('.body').map((one) => [Number(one.id.slice(1)), lines(one)]),
        all('.link').map((one) => [Number(one.dataset.link), one.querySelector('.word')?.textContent ?? ''])];
}"""


def assert_words(diagram: Diagram, story: Story) -> None:
    (old, old_ties), (new, new_ties) = story.before, story.after
    bodies, links = diagram.page.evaluate(WORDS)
    found: dict[str, set[str]] = {"new": set(), "gone after": set(), "changed": set()}
    for number, lines in bodies:
        for line in lines:
            found.get(line, set()).update(diagram.named([number]))
    assert found == {"new": new - old, "gone after": old - new, "changed": story.changed}
    for word, ties_ in (("new", new_ties - old_ties), ("gone", old_ties - new_ties)):
        assert diagram.links_named(number for number, said in links if said == word) == ties_


def test_findings_that_are_gone_are_shown_as_gone(opened: Opener) -> None:
    story = told("long-shropshire-before-to-draft")
    assert story.report.against is not None
    with opened(story.drawn.html()) as shown:
        for side in ("after", "both"):
            shown.page.locator(f"#sides input[value={side}]").check()
            assert_found(shown, story.report, gone=side == "both")


def test_the_structure_before_is_judged_for_itself_where_it_alone_is_shown(opened: Opener) -> None:
    story = told("long-shropshire-before-to-draft")
    before = story.drawn.frames.main.report_before
    assert before is not None
    with opened(story.drawn.html()) as shown:
        headings = shown.page.locator("#findings h3:visible")
        assert "What is new and wrong" in headings.all_inner_texts()
        shown.page.locator("#sides input[value=before]").check()
        assert_found(shown, before)
        assert "What is new and wrong" not in headings.all_inner_texts()
        assert "This is the structure before, by itself:" in shown.page.locator(".moment:visible").inner_text()


# The links to what was found that are seen once everything is open, each with the body from whose row it leads.
LINKS = """() => {
    document.querySelectorAll('details').forEach((one) => { one.open = true; });
    const links = [...document.querySelectorAll('#_table a[href^="#_f"]')].filter((one) => one.checkVisibility());
    return links.map((one) => [Number(one.closest('tr').dataset.row), one.hash.slice(1)]);
}"""


@pytest.mark.parametrize("name", ["dated", "compared"])
def test_on_each_day_and_side_each_link_leads_to_what_is_seen_and_is_about_its_body(opened: Opener, name: str) -> None:
    with opened(html(name)) as shown:
        page = shown.page
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
        assert len(ids) == len(set(ids))
        days = [(page.locator("#day"), str(place)) for place in range(5)] if name == "dated" else []
        sides = [page.locator(f"#sides input[value={side}]") for side in ("before", "after", "both")]
        acts: list[Callable[[], None]] = [partial(slider.fill, place) for slider, place in days]
        acts += [side.check for side in sides if name == "compared"]
        for act in acts:
            act()
            links = page.evaluate(LINKS)
            assert links
            for number, target in links:
                notice = page.locator(f"#{target}")
                assert notice.is_visible()
                assert notice.locator(f".to-body[data-body='{number}']").count() == 1


def test_a_link_opens_what_holds_the_finding_that_it_leads_to(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        shown.page.locator("#_table > summary").click()
        link = shown.page.locator("#_table a", has_text="Warning, not stated").first
        notice = shown.page.locator(link.get_attribute("href") or "")
        expect(notice).to_be_hidden()
        link.click()
        expect(notice).to_be_visible()
        expect(notice).to_be_focused()


def test_each_fact_has_a_button_for_each_of_its_bodies(opened: Opener) -> None:
    report = check(drawing("draft").frames.main.after.structure)
    with opened(html("draft")) as shown:
        open_details(shown.page, "#findings")
        facts = shown.page.locator(".facts > li")
        assert [one.locator(".to-body").count() for one in facts.all()] == [len(one.bodies) for one in report.facts]
        facts.locator(".to-body").first.click()
        first = shown.page.locator(Diagram(shown, drawing("draft")).body(report.facts[0].bodies[0]))
        expect(first).to_be_focused()


def test_a_fact_or_question_lights_its_bodies_and_they_go_out_again(opened: Opener) -> None:
    report = check(drawing("draft").frames.main.after.structure)
    about = [set(one.bodies) for one in report.facts]
    about += [set(one.about.ids) if isinstance(one.about, Bodies) else set() for one in report.questions]
    with opened(html("draft")) as shown:
        diagram = Diagram(shown, drawing("draft"))
        open_details(shown.page, "#findings")
        entries = shown.page.locator(":is(.facts, .asked) > li").all()
        for entry, bodies in zip(entries, about, strict=True):
            button = entry.locator(".light")
            if not bodies:  # of themes, or of the structure: their bodies are those of the checks that rest on it
                continue
            button.click()
            assert diagram.bodies(".lit") == bodies
            assert shown.page.locator(".light[aria-pressed=true]").count() == 1
            expect(button).to_have_attribute("aria-pressed", "true")
            if entry is entries[0]:
                button.click()
                assert diagram.bodies(".lit") == set()
                button.click()
        shown.page.locator(diagram.body("pacc")).press("Enter")
        assert shown.page.locator(".light[aria-pressed=true]").count() == 0
