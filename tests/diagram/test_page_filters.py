"""Search and filters show exactly what they say, in the diagram and in the table."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import expect

import govgraph
from browser import Opened, Opener
from draw_pages import IS_SEEN, Diagram, Tie, drawing, fixture, html, open_details, open_more, seats_drawn
from govgraph.diagram.drawing import Drawing
from govgraph.findings import Bodies, Finding, Report
from govgraph.graph import GovernanceGraph
from govgraph.pipeline import check
from govgraph.render import participation
from helpers import mostly_long


def filters(shown: Opened) -> None:
    open_more(shown.page)
    open_details(shown.page, "main >")


def rows(shown: Opened, drawn: Drawing) -> set[str]:
    """The bodies whose rows in the table are seen."""
    numbers = shown.page.locator("#_table tr[data-row]:visible").evaluate_all("all => all.map(one => one.dataset.row)")
    return set(Diagram(shown, drawn).named(map(int, numbers)))


def ties(graph: GovernanceGraph) -> set[Tie]:
    return {(tie.body, tie.relation, tie.to) for tie in graph.ties}


@pytest.mark.parametrize("name", mostly_long(["draft", "bedfordshire"], "draft"))
def test_each_relation_can_be_hidden_alone(opened: Opener, name: str) -> None:
    graph, held = drawing(name).frames.main.after, seats_drawn(drawing(name))
    with opened(html(name)) as shown:
        diagram = Diagram(shown, drawing(name))
        filters(shown)
        assert diagram.links() == ties(graph) | held
        offered = shown.page.locator("#relations input").evaluate_all("all => all.map(one => one.value)")
        assert sorted(offered) == sorted({tie.relation for tie in graph.ties})
        for relation in offered:
            box = shown.page.locator(f"#relations input[value={relation}]")
            box.uncheck()
            assert diagram.links() == {tie for tie in ties(graph) if tie[1] != relation} | held
            label = shown.page.locator("#relations label", has=shown.page.locator(f"[value={relation}]"))
            expect(shown.page.locator("#shown")).to_contain_text(
                f"Lines that are hidden: {label.inner_text().strip()}."
            )
            box.check()


BADGES = f"""() => {{ {IS_SEEN}
    return [...document.querySelectorAll('#gg .badge')].filter(isSeen).map((one) => one.dataset.groups ?? '');
}}"""


@pytest.mark.parametrize("name", mostly_long(["wendle", "bedfordshire"], "wendle"))
def test_the_switch_shows_all_seats_or_those_of_one_group_or_none(opened: Opener, name: str) -> None:
    drawn = drawing(name)
    groups = list(drawn.scene.groups)
    with opened(html(name)) as shown:
        diagram = Diagram(shown, drawn)
        behalf = {(one.start, one.relation, one.end): one.groups for one in drawn.scene.links if one.is_seat}
        badges = shown.page.evaluate(BADGES)
        assert diagram.links() & behalf.keys() == seats_drawn(drawn)
        assert bool(badges) or bool(seats_drawn(drawn))
        for place, group in enumerate(groups):
            shown.page.locator("#seats").select_option(str(place))
            wanted = {tie for tie in seats_drawn(drawn) if group in behalf[tie]}
            assert diagram.links() & behalf.keys() == wanted, group
            assert shown.page.evaluate(BADGES) == [one for one in badges if str(place) in one.split()], group
        shown.page.locator("#seats").select_option("none")
        assert diagram.links() & behalf.keys() == set()
        assert shown.page.evaluate(BADGES) == []
        # whoever chooses a body sees its seats all the same, those too that are no lines
        board = next(iter(behalf))[2]
        shown.page.locator(diagram.body(board)).press("Enter")
        first = 1 << drawn.frames.initial.number
        there = {(one.start, one.relation, one.end) for one in drawn.scene.links if one.is_seat and one.shown & first}
        assert {tie for tie in there if board in (tie[0], tie[2])} <= diagram.links()
        shown.page.locator("#close").click()
        shown.page.locator("#seats").select_option("all")
        assert diagram.links() & behalf.keys() == seats_drawn(drawn)
        assert shown.page.evaluate(BADGES) == badges


@pytest.mark.parametrize("name", mostly_long(["draft", "bedfordshire", "40"], "draft"))
def test_each_kind_can_be_hidden_alone_with_its_links_and_rows(opened: Opener, name: str) -> None:
    graph = drawing(name).frames.main.after
    with opened(html(name)) as shown:
        diagram = Diagram(shown, drawing(name))
        filters(shown)
        for kind in sorted({graph.body(body).kind for body in graph.bodies}):
            box = shown.page.locator(f"#kinds input[value={kind.value}]")
            box.uncheck()
            left = {body for body in graph.bodies if graph.body(body).kind is not kind}
            assert diagram.bodies() == left
            assert rows(shown, drawing(name)) == left
            everything = ties(graph) | seats_drawn(drawing(name))
            assert diagram.links() == {tie for tie in everything if {tie[0], tie[2]} <= left}
            said = f"{len(left)} of {len(graph.bodies)} bodies pass the filters; all of them are shown."
            assert shown.page.locator("#shown").inner_text() == said
            box.check()


@pytest.mark.parametrize(
    "name", mostly_long(["shropshire-draft-2020", "central-bedfordshire"], "shropshire-draft-2020")
)
def test_each_finding_shows_exactly_the_bodies_that_it_names(opened: Opener, name: str) -> None:
    structure = fixture(name)
    drawn, report = govgraph.draw(structure), check(structure)
    found, stated = report.findings, [one for one in report.findings if not one.is_question]
    wanted: dict[str, Sequence[Finding]] = {
        "problem": stated,
        **{weight: [one for one in stated if one.severity == weight] for weight in ("error", "warning", "note")},
        **{code: [one for one in found if one.code == code] for code in {one.code for one in found}},
    }
    with opened(drawn.html()) as shown:
        diagram = Diagram(shown, drawn)
        filters(shown)
        offered = shown.page.locator("#by-found option").evaluate_all("all => all.map(one => one.value)")
        assert sorted(offered) == sorted(["", "question", *wanted])
        bodies = {value: {body for one in findings for body in one.bodies} for value, findings in wanted.items()}
        for value, named in {**bodies, "question": asked_about(report)}.items():
            shown.page.locator("#by-found").select_option(value)
            assert diagram.bodies() == named, value
            assert rows(shown, drawn) == named, value


def asked_about(report: Report) -> set[str]:
    """The bodies of the questions; of a question about a theme, those of the checks that rest on it."""
    found: set[str] = set()
    for one in report.questions:
        settled = (body for finding in one.settles for body in finding.bodies)
        found.update(one.about.ids if isinstance(one.about, Bodies) else settled)
    return found


def is_asked(graph: GovernanceGraph, body: str, group: str) -> bool:
    """An organisation is asked about only where something of the group is stated of it."""
    standing = graph.voice.standing(body, group)
    return bool(graph.body(body).governs or standing.level or standing.vacant)


@pytest.mark.parametrize("name", mostly_long(["draft", "bedfordshire", "several"], "draft", "several"))
def test_each_part_shows_exactly_the_bodies_in_which_a_group_takes_it(opened: Opener, name: str) -> None:
    drawn = drawing(name)
    graph = drawn.frames.main.after
    groups = {one.name: key for key, one in graph.structure.constituencies.items()}
    with opened(drawn.html()) as shown:
        diagram = Diagram(shown, drawn)
        filters(shown)
        options = shown.page.locator("#by-part option[value*=':']")
        for value, said in options.evaluate_all("all => all.map(one => [one.value, one.textContent])"):
            who, _, amount = said.rpartition(": ")
            group = groups[who]
            taking = {
                body
                for body in graph.bodies
                if is_asked(graph, body, group)
                if participation.part(graph.voice.standing(body, group), graph.status(body)).amount == amount
            }
            shown.page.locator("#by-part").select_option(value)
            assert diagram.bodies() == taking, said


def test_every_group_is_shown_until_it_is_hidden(opened: Opener) -> None:
    parts = "#gg .part[data-group='{}']:not(.off, .filtered)"
    with opened(html("several")) as shown:
        open_more(shown.page)
        for number in range(5):
            expect(shown.page.locator(parts.format(number))).to_have_count(2)  # in both bodies
            shown.page.get_by_label(f"Group {number}", exact=True).uncheck()
            expect(shown.page.locator(parts.format(number))).to_have_count(0)
            shown.page.get_by_label(f"Group {number}", exact=True).check()


def test_clear_takes_every_filter_back(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        diagram = Diagram(shown, drawing("draft"))
        bodies, links = diagram.bodies(), diagram.links()
        filters(shown)
        for box in ("kinds input[value=board]", "relations input[value=part_of]"):
            shown.page.locator(f"#{box}").uncheck()
        shown.page.locator("#by-found").select_option("error")
        shown.page.locator("#by-part").select_option(index=2)
        assert diagram.bodies() != bodies
        shown.page.locator("#clear").click()
        assert (diagram.bodies(), diagram.links()) == (bodies, links)
        assert rows(shown, drawing("draft")) == bodies
