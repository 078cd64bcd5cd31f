"""Who chairs, who sits where, and what was found, as the boxes and the lines show it."""

import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given

import govgraph
from chance import examples
from govgraph.diagram.boxes import BoxRow, RowKind, row_shape, rows_for, shape
from govgraph.diagram.drawing import Drawing
from govgraph.diagram.frames import Frame, Side
from govgraph.diagram.scene import Box, Scene
from govgraph.engine import family_of
from govgraph.engine.arrows import from_arrows
from govgraph.findings import Waiver
from govgraph.formats import read
from govgraph.model import Structure
from govgraph.policy import Settings
from helpers import DAY, FIXTURES, not_none
from structures import drawn as whole_structures


def drawn(structure: str | dict[str, Any] | Structure, **options: Any) -> Drawing:
    if isinstance(structure, dict):
        structure = Structure.model_validate(structure)
    return govgraph.draw(from_arrows(structure) if isinstance(structure, str) else structure, as_of=DAY, **options)


def rows(drawing: Drawing, body: str) -> list[tuple[str, str]]:
    """What stands at the foot of a box, from the top down: the kind of each row and its words, in one frame."""
    found = shape(drawing.scene.boxes[body], rows_for(drawing.scene)).rows
    here = [row for row in found if row.frames >> drawing.frames.initial.number & 1]
    assert here == sorted(here, key=lambda row: row.lines[0].y)
    return [(row.kind.value, " ".join(line.text for line in row.lines)) for row in here]


def chair(seats: list[dict[str, Any]], *, kind: str = "board", membership: str | None = None, **options: Any) -> str:
    """The line on who chairs a board with such seats; empty where it has none."""
    board: dict[str, Any] = {"name": "Board", "kind": kind, "seats": seats}
    if membership:
        board["membership"] = membership
    bodies = {
        "board": board,
        "pacc": {"name": "PACC", "kind": "forum"},
        "council": {"name": "The Council", "kind": "organisation"},
        "old": {"name": "Old Trust", "kind": "organisation", "status": "ended"},
    }
    structure = {"constituencies": {"carers": {"name": "Parent carers"}}, "bodies": bodies}
    return next((words for sort, words in rows(drawn(structure, **options), "board") if sort == "chair"), "")


@pytest.mark.parametrize(
    ("seats", "words"),
    [
        ([{"holder": "pacc", "role": "chair"}], "Chair: PACC"),
        (
            [{"holder": "pacc", "role": "co_chair"}, {"holder": "council", "role": "co_chair"}],
            "Co-chairs: PACC and The Council",
        ),
        ([{"holder": "pacc", "role": "co_chair"}], "Co-chair: PACC"),
        ([{"holder": "pacc", "role": "co_chair"}, {"role": "co_chair", "vacant": True}], "Co-chairs: PACC; one vacant"),
        ([{"role": "chair", "vacant": True}, {"holder": "pacc"}], "Chair: vacant"),
        ([{"role": "chair", "holder": "old"}], "Chair: Old Trust, not in place"),
        ([{"role": "chair", "on_behalf_of": "carers"}], "Chair: parent carers"),
        ([{"role": "chair", "as": "councillor"}], "Chair: councillor"),
        ([{"role": "chair", "independent": True}], "Chair: independent member"),
        ([{"role": "chair", "person": "Some Body"}], "Chair: named in the file"),
        ([{"role": "chair"}], "Chair: not named"),
        (
            [{"role": "lead", "holder": "pacc"}, {"role": "co_lead", "holder": "council"}],
            "Co-leads: PACC and The Council",
        ),
        ([{"holder": "pacc"}], ""),
    ],
)
def test_who_chairs(seats: list[dict[str, Any]], words: str) -> None:
    assert chair(seats) == words


def test_nobody_chairs_only_where_the_file_says_so() -> None:
    member, unsaid = {"holder": "pacc", "role": "member"}, {"holder": "pacc"}
    assert chair([member], membership="complete") == "Nobody chairs"
    assert chair([unsaid], membership="complete") == chair([member]) == ""
    assert chair([{**unsaid, "as": "chair of governors"}], membership="complete") == ""


def test_people_are_named_only_where_asked_for() -> None:
    seats = [{"role": "chair", "person": "Some Body", "holder": "pacc"}]
    assert chair(seats) == "Chair: PACC"
    assert chair(seats, with_names=True) == "Chair: Some Body"


def test_an_empty_chair_has_a_sign_and_a_class_of_its_own() -> None:
    lines = "{0} -- sits_on[chair{1}] --> board"
    empty, filled = (drawn(lines.format(*each)) for each in (("somebody", ", vacant"), ("pacc", "")))
    assert re.search(
        r'<g class="chair vacant"><use href="#sign-empty-chair"[^>]*/><text[^>]*>Chair: vacant', empty.svg()
    )
    assert re.search(r'<g class="chair"><use href="#sign-chair"[^>]*/><text[^>]*>Chair: Pacc', filled.svg())
    assert "sign-empty-chair" not in filled.svg()
    assert "Chair: vacant." in next(iter(empty.scene.boxes["board"].accessible_names))


FOUR: dict[str, Any] = {
    "constituencies": {
        "govs": {"name": "Governors"},
        "zz": {"name": "Parent carers"},
        "a": {"name": "Academies"},
        "h": {"name": "Heads"},
    },
    "bodies": {
        "f": {
            "name": "Forum",
            "kind": "board",
            "membership": "complete",
            "seats": [{"on_behalf_of": "govs", "vacant": True}, {"on_behalf_of": "h"}],
        }
    },
}


def test_all_groups_stand_in_a_box_in_the_order_of_the_file() -> None:
    drawing = drawn(FOUR)
    assert list(drawing.scene.groups.values()) == ["Governors", "Parent carers", "Academies", "Heads"]
    assert [words for sort, words in rows(drawing, "f") if sort == "part"] == [
        "Governors: vacant seat",
        "Parent carers: no seat",
        "Academies: no seat",
        "Heads: seat; vote not stated",
    ]
    shown = re.findall(r'data-group="(\d)"', drawing.svg())
    assert shown == ["0", "1", "2", "3"]


def test_of_many_groups_those_without_a_row_are_named() -> None:
    names = ["Heads", "Governors", "Parents", "Academies", "Nurseries", "Colleges", "Unions", "Churches"]
    seats = [{"on_behalf_of": "g2"}, {"on_behalf_of": "g6", "vacant": True}]
    bodies = {"f": {"name": "Panel", "kind": "board", "without": ["g0"], "seats": seats}}
    drawing = drawn({"constituencies": {f"g{n}": {"name": name} for n, name in enumerate(names)}, "bodies": bodies})
    assert rows(drawing, "f") == [
        ("part", "Parents: seat; vote not stated"),
        ("part", "Unions: vacant seat"),
        ("more", "No seat: Heads. Not stated: Governors, Academies, Nurseries, Colleges and Churches."),
    ]
    assert '<text class="more words"' in drawing.svg()


def test_a_row_of_a_group_is_wrong_where_a_fact_is_about_both() -> None:
    drawing = drawn("board: board, strategic, decides, membership complete\nforum -- sits_on[young-people] --> group")
    board = drawing.scene.boxes["board"]
    wrong = {group for group, parts in board.parts.items() for part in parts if part.is_wrong}
    facts = not_none(drawing.frames.main.report).facts
    about = {each.constituency for item in facts for each in item.findings if "board" in each.bodies}
    assert wrong == about - {None} != set()


CASES = ["shropshire-draft-2020", "lancashire-2025", "central-bedfordshire", "shropshire-before-2020"]


@pytest.mark.parametrize("name", CASES)
def test_facts_and_questions_are_counted_apart_and_as_the_report_has_them(name: str) -> None:
    drawing = govgraph.draw(read(FIXTURES / name / "structure.yaml"))
    compare_with_reports(drawing)


def test_what_was_wrong_before_and_still_is_keeps_its_mark() -> None:
    draft = read(FIXTURES / "shropshire-draft-2020/structure.yaml")
    drawing = govgraph.draw(draft, against=draft)
    compare_with_reports(drawing)
    assert not not_none(drawing.frames.main.report).facts
    at = drawing.frames.initial
    marked = {key for key, box in drawing.scene.boxes.items() if box.facts.at(at)}
    assert marked == {"wellbeing-board", "people-overview", "ccg-governing-body"}


def test_losses_are_facts_of_the_comparison() -> None:
    folder = FIXTURES / "changes/seat-dropped"
    drawing = govgraph.draw(read(folder / "after.yaml"), against=read(folder / "before.yaml"))
    compare_with_reports(drawing)
    marks = [mark for box in drawing.scene.boxes.values() for mark in box.facts]
    assert any(mark.is_loss for mark in marks)
    assert 'class="mark fact loss ' in drawing.svg()


def compare_with_reports(drawing: Drawing) -> None:
    """Assert that each box has as many facts and questions as the report of its frame is about it, new or not."""
    for frame, box in product(drawing.frames.all, drawing.scene.boxes.values()):
        old = frame.side is Side.BEFORE
        judged = frame.moment.report_before if old else frame.moment.report
        report = judged.standing if judged else None
        if report is None or not box.shown >> frame.number & 1:
            continue
        ids = {key for key, renamed in drawing.frames.renamed.items() if renamed == box.key and old} | {box.key}
        facts = [item for item in report.facts if ids.intersection(item.bodies)]
        questions = [each for each in report.questions if ids.intersection(each.bodies)]
        mark = box.facts.at(frame)
        assert (mark.total if mark else 0) == len(facts), box.key
        assert (box.questions.at(frame) or 0) == len(questions), box.key
        if mark:
            gravest = [item for item in facts if item.first.severity is mark.severity]
            assert mark.is_loss == any(family_of(item.first.code) == "CHG" for item in gravest)
            assert gravest == [item for item in facts if item.first.severity.rank <= mark.severity.rank] != []
        spoken = not_none(box.accessible_names.at(frame))
        assert (f"{len(facts)} problem" in spoken) == bool(facts)


def test_what_is_accepted_is_not_counted() -> None:
    structure = read(FIXTURES / "shropshire-draft-2020/structure.yaml")
    plain = govgraph.draw(structure).scene.boxes["people-overview"]
    facts = [item for item in govgraph.check(structure).facts if "people-overview" in item.bodies]
    assert [item.first.code for item in facts] == ["REP101"]
    assert [mark.total for mark in plain.facts] == [1]
    waiver = Waiver(
        code="REP101", bodies=("people-overview",), constituency="parent-carers", reason="Agreed", owner="The Board"
    )
    waived = govgraph.draw(structure, Settings(waivers=(waiver,))).scene.boxes["people-overview"]
    assert not waived.facts


def seats(drawing: Drawing) -> dict[tuple[str, str], tuple[bool, list[str]]]:
    """Each seat that a body holds on another: whether it is a line, and its words."""
    links = (link for link in drawing.scene.links if link.is_seat)
    return {(link.start, link.end): (link.is_drawn, [words for words, _ in link.labels()]) for link in links}


def test_a_seat_is_a_line_with_its_role() -> None:
    drawing = drawn(
        """
        board: board
        forum -- sits_on[parent-carers, co_chair, voting] --> board
        trust -- sits_on[voting] --> board
        college -- sits_on[non-voting] --> board
        school -- sits_on --> board
        """
    )
    found = seats(drawing)
    assert found["forum", "board"] == (True, ["co-chair, vote"])
    assert found["trust", "board"] == (True, ["vote"])
    assert found["college", "board"] == (True, ["no vote"])
    assert found["school", "board"] == (True, ["seat"])
    forum = next(link for link in drawing.scene.links if link.start == "forum")
    assert forum.groups == ("parent-carers",)
    assert 'class="link seat" data-link="0" data-groups="0"' in drawing.svg()
    assert not [words for sort, words in rows(drawing, "board") if sort == "badge"]


def test_the_seats_of_one_holder_on_one_body_are_one_line() -> None:
    board = {
        "name": "Board",
        "kind": "board",
        "seats": [
            {"holder": "pacc", "role": "co_chair", "votes": True, "until": "2027-03-31"},
            {"holder": "pacc", "role": "observer", "until": "2027-03-31"},
            {"holder": "trust", "count": 3},
            {"holder": "icb", "role": "attendee"},
            {"holder": "lost", "vacant": True},
        ],
    }
    names = {"pacc": "PACC", "trust": "Trust", "icb": "ICB", "lost": "Lost"}
    bodies = {"board": board, **{key: {"name": name, "kind": "organisation"} for key, name in names.items()}}
    drawing = drawn({"bodies": bodies})
    assert seats(drawing) == {
        ("pacc", "board"): (True, ["co-chair, observer, vote, until 31 March 2027"]),
        ("trust", "board"): (True, ["3 seats"]),
        ("icb", "board"): (True, ["attends"]),
        ("lost", "board"): (True, ["vacant seat"]),
    }
    assert "<title>Lost holds a vacant seat on Board</title>" in drawing.svg()


def test_a_holder_that_another_line_joins_to_the_body_has_a_badge() -> None:
    drawing = drawn("board -- part_of --> council\ncouncil -- sits_on[voting] --> board\npacc -- sits_on --> board")
    assert seats(drawing) == {("council", "board"): (False, ["vote"]), ("pacc", "board"): (True, ["seat"])}
    assert ("badge", "Council: vote") in rows(drawing, "board")


def test_a_holder_with_many_seats_has_badges() -> None:
    boards = [f"board-{number}" for number in range(5)]
    few, many = (drawn("\n".join(f"pacc -- sits_on[voting] --> {board}" for board in boards[:most])) for most in (4, 5))
    assert {is_line for is_line, _ in seats(few).values()} == {True}
    assert {is_line for is_line, _ in seats(many).values()} == {False}
    assert all(("badge", "Pacc: vote") in rows(many, board) for board in boards)


def test_of_too_many_lines_those_of_groups_that_are_asked_about_stay() -> None:
    others = "\n".join(f"trust-{number} -- sits_on --> board" for number in range(9))
    drawing = drawn(f"board: board\n{others}\npacc -- sits_on[parent-carers] --> board")
    assert [pair for pair, (is_line, _) in seats(drawing).items() if is_line] == [("pacc", "board")]
    badges = [words for sort, words in rows(drawing, "board") if sort == "badge"]
    assert badges == ["Trust 0: seat", *(f"Trust {number}: seat" for number in range(1, 5))]
    assert ("more", "Also here: Trust 5, Trust 6, Trust 7 and Trust 8.") in rows(drawing, "board")


def test_what_the_line_on_who_chairs_says_is_no_badge() -> None:
    drawing = drawn("board -- part_of --> council\ncouncil -- sits_on[chair] --> board")
    assert rows(drawing, "board") == [("chair", "Chair: Council")]
    voting = drawn("board -- part_of --> council\ncouncil -- sits_on[chair, voting] --> board")
    assert rows(voting, "board") == [("chair", "Chair: Council"), ("badge", "Council: chair, vote")]


def test_around_one_body_the_seats_are_lines_again() -> None:
    boards = "\n".join(f"pacc -- sits_on --> board-{number}" for number in range(6))
    assert {is_line for is_line, _ in seats(drawn(f"{boards}\nboard-0 -- reports_to --> top")).values()} == {False}
    assert seats(drawn(f"{boards}\nboard-0 -- reports_to --> top", focus="board-0")) == {
        ("pacc", "board-0"): (True, ["seat"])
    }


@examples(200, few=12)
@given(whole_structures)
def test_every_seat_is_seen_once_and_rows_hold_every_group(data: dict[str, Any]) -> None:
    scene = drawn(data).scene
    common = rows_for(scene)
    for box in scene.boxes.values():
        for frame in scene.frames.all:
            check_seats(scene, box, frame)
        whole, short = shape(box, common), row_shape(box, common)
        assert groups_in(whole.rows) == groups_in(short.rows) == set(box.parts)
        assert short.width == row_shape(next(iter(scene.boxes.values())), common).width
        assert all(row.lines[-1].y < whole.height / 2 and row.x > -whole.width / 2 for row in whole.rows)
        for frame in scene.frames.all:
            levels = [row.lines[0].y for row in whole.rows if row.frames >> frame.number & 1]
            assert len(set(levels)) == len(levels)


def check_seats(scene: Scene, box: Box, frame: Frame) -> None:
    """Assert that each seat on a body is a line, a badge, or said by the line on who chairs."""
    here = [link for link in scene.links if link.is_seat and link.end == box.key and link.shown >> frame.number & 1]
    badges = {badge.link for badge in box.badges.at(frame) or ()}
    lines = {link.number for link in here if link.is_drawn}
    assert not badges & lines
    unseen = {link.number for link in here} - badges - lines
    said = box.chairs.at(frame)
    assert not unseen or said
    assert all(scene.boxes[scene.links[number].start].name in said.words for number in unseen if said)


def groups_in(found: tuple[BoxRow, ...]) -> set[str]:
    return {row.group for row in found if row.kind is RowKind.PART}


def test_a_row_of_a_list_shows_a_sign_for_each_group_in_its_column() -> None:
    drawing = drawn({**FOUR, "bodies": {**FOUR["bodies"], "g": {"name": "Group", "kind": "workstream"}}})
    common = rows_for(drawing.scene)

    def columns(box: Box) -> dict[str, float]:
        return {row.group: row.x for row in row_shape(box, common).rows}

    first, other = (columns(drawing.scene.boxes[key]) for key in ("f", "g"))
    assert list(first) == list(FOUR["constituencies"])
    assert first == other
