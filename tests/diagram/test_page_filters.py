"""Search and filters show exactly what they say, in the diagram and in the table."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

import govgraph
from browser import Opened, Opener
from draw_pages import Diagram, Tie, drawing, fixture, html
from govgraph.diagram.drawing import Drawing
from govgraph.graph import GovernanceGraph
from govgraph.pipeline import check
from govgraph.render import participation
from helpers import mostly_long

SEATS = ("sits_on", "attends")


def filters(shown: Opened) -> None:
    shown.page.locator("summary", has_text="Filters").click()


def rows(shown: Opened, drawn: Drawing) -> set[str]:
    """The bodies whose rows in the table are seen."""
    numbers = shown.page.locator("#table tr[data-row]:visible").evaluate_all("all => all.map(one => one.dataset.row)")
    return set(Diagram(shown, drawn).named(map(int, numbers)))


def ties(graph: GovernanceGraph) -> set[Tie]:
    return {(tie.body, tie.relation, tie.to) for tie in graph.ties}


def seats(graph: GovernanceGraph) -> Iterator[Tie]:
    """Who sits on or attends what, of those that are bodies themselves."""
    for body in graph.bodies:
        for presence in graph.voice.presences_on(body):
            holder = getattr(presence.part, "holder", None)
            if presence.step.relation in SEATS and holder in graph.bodies:
                yield holder, presence.step.relation, body


@pytest.mark.parametrize("name", mostly_long(["draft", "bedfordshire"], "draft"))
def test_each_relation_can_be_hidden_alone_and_seats_can_be_shown(opened: Opener, name: str) -> None:
    graph = drawing(name).frames.main.after
    with opened(html(name)) as shown:
        diagram = Diagram(shown, drawing(name))
        filters(shown)
        assert diagram.links() == ties(graph)
        for relation in sorted({tie.relation for tie in graph.ties}):
            box = shown.page.locator(f"#relations input[value={relation}]")
            box.uncheck()
            assert diagram.links() == {tie for tie in ties(graph) if tie[1] != relation}
            box.check()
        for relation in {tie[1] for tie in seats(graph)}:
            shown.page.locator(f"#relations input[value={relation}]").check()
        assert diagram.links() == ties(graph) | set(seats(graph))
        assert diagram.bodies() == set(graph.bodies)


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
            assert diagram.links() == {tie for tie in ties(graph) if {tie[0], tie[2]} <= left}
            said = f"{len(left)} of {len(graph.bodies)} bodies pass the filters; all of them are shown."
            assert shown.page.locator("#shown").inner_text() == said
            box.check()


@pytest.mark.parametrize(
    "name", mostly_long(["shropshire-draft-2020", "central-bedfordshire"], "shropshire-draft-2020")
)
def test_each_finding_shows_exactly_the_bodies_that_it_names(opened: Opener, name: str) -> None:
    structure = fixture(name)
    drawn, found = govgraph.draw(structure), check(structure).findings
    wanted = {
        "*": found,
        **{weight: [one for one in found if one.severity == weight] for weight in ("error", "warning", "note")},
        **{code: [one for one in found if one.code == code] for code in {one.code for one in found}},
    }
    with opened(drawn.html()) as shown:
        diagram = Diagram(shown, drawn)
        filters(shown)
        offered = shown.page.locator("#by-found option").evaluate_all("all => all.map(one => one.value)")
        assert sorted(offered) == sorted(["", *wanted])
        for value, findings in wanted.items():
            shown.page.locator("#by-found").select_option(value)
            named = {body for one in findings for body in one.bodies}
            assert diagram.bodies() == named, value
            assert rows(shown, drawn) == named, value


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


LINES = "all => all.map((one) => [...one.querySelectorAll('text')].map((text) => text.textContent).join(' '))"


def test_of_many_groups_one_is_shown_at_a_time_with_its_parts_alone(opened: Opener) -> None:
    graph = drawing("several").frames.main.after
    parts = "#gg .part:not(.off)"
    with opened(html("several")) as shown:
        for number in (3, 0, 2):
            shown.page.get_by_label(f"Group {number}", exact=True).check()
            lines = shown.page.locator(parts).evaluate_all(LINES)
            stands = [
                participation.part(graph.voice.standing(body, f"g{number}"), graph.status(body)).words
                for body in ("club", "board")
            ]
            assert sorted(lines) == sorted(f"Group {number}: {part}" for part in stands)
        shown.page.get_by_label("Group 2", exact=True).uncheck()
        expect(shown.page.locator(parts)).to_have_count(0)


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
