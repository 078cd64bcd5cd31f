"""What stands in which frame, and what is said of it there."""

from typing import Any

import govgraph
from govgraph.diagram.drawing import Drawing
from govgraph.diagram.frames import Frame, Side
from govgraph.engine.arrows import from_arrows
from govgraph.formats import read
from govgraph.model import Structure
from helpers import DAY, FIXTURES, not_none

BEFORE = """
council: organisation
board: board, strategic, membership complete
group: working_group
gone: working_group
council -- accountable_to --> the electors
board -- reports_to --> council
group -- reports_to --> board
gone -- reports_to --> board
forum -- sits_on[parent-carers, voting] --> group
"""
AFTER = """
council: organisation
board: board, strategic, membership complete
group: working_group
new: working_group
council -- accountable_to --> the electors
board -- reports_to --> council
group -- reports_to --> council
new -- reports_to --> board
forum -- sits_on[parent-carers, voting] --> group
"""


def drawn(after: str | Structure, before: str | Structure | None = None, **options: Any) -> Drawing:
    one = from_arrows(after) if isinstance(after, str) else after
    other = from_arrows(before) if isinstance(before, str) else before
    options.setdefault("as_of", DAY)
    return govgraph.draw(one, against=other, **options)


def frame(drawing: Drawing, side: Side, moment: int = 0) -> Frame:
    return next(one for one in drawing.frames.all if one.side is side and one.moment is drawing.frames.moments[moment])


def shown(drawing: Drawing, at: Frame) -> set[str]:
    return {key for key, box in drawing.scene.boxes.items() if box.shown >> at.number & 1}


def links(drawing: Drawing, at: Frame, of: str = "shown") -> set[tuple[str, str, str]]:
    found = (link for link in drawing.scene.links if getattr(link, of) >> at.number & 1)
    return {(link.start, link.relation, link.end) for link in found}


def test_before_after_and_both() -> None:
    drawing = drawn(AFTER, BEFORE)
    before, after, both = (frame(drawing, side) for side in Side)
    there = {"council", "board", "group", "forum"}
    assert shown(drawing, before) == there | {"gone"}
    assert shown(drawing, after) == there | {"new"}
    assert shown(drawing, both) == there | {"gone", "new"}
    assert links(drawing, both, "new") == {("group", "reports_to", "council"), ("new", "reports_to", "board")}
    assert links(drawing, both, "gone") == {("group", "reports_to", "board"), ("gone", "reports_to", "board")}
    assert links(drawing, after, "gone") == links(drawing, before, "new") == set()


def test_the_words_under_a_name() -> None:
    drawing = drawn(AFTER, BEFORE)
    words = {key: not_none(box.texts.at(frame(drawing, Side.BOTH))).details for key, box in drawing.scene.boxes.items()}
    assert words["new"] == ("working group", "new")
    assert words["gone"] == ("working group", "gone after")
    assert words["group"] == ("working group", "changed")
    assert words["board"] == ("strategic",)
    assert words["council"] == ("organisation", "accountable to the electors")


def test_the_kind_is_not_said_twice_and_the_last_day_is_said() -> None:
    kinds = {
        "SEND Partnership Board": ("board", ()),
        "Boarding Panel": ("board", ("board",)),
        "Task & Finish Groups": ("task_and_finish_group", ("until 31 March 2027",)),
        "Sub-committee": ("committee", ()),
        "The Cabinet": ("committee", ("committee",)),
    }
    bodies = {
        f"b{number}": {"name": name, "kind": kind, **({"until": "2027-03-31"} if "Finish" in name else {})}
        for number, (name, (kind, _)) in enumerate(kinds.items())
    }
    drawing = drawn(Structure.model_validate({"bodies": bodies}))
    at = drawing.frames.initial
    assert {box.name: not_none(box.texts.at(at)).details for box in drawing.scene.boxes.values()} == {
        name: (*details, "who it answers to: not stated") for name, (_, details) in kinds.items()
    }


def test_a_box_says_where_nobody_is_answered_to_or_the_file_does_not_say() -> None:
    bodies: dict[str, Any] = {
        "silent": {"name": "Silent", "kind": "board"},
        "top": {"name": "Top", "kind": "board", "lines": "complete"},
        "low": {"name": "Low", "kind": "board", "reports_to": "top"},
        "council": {"name": "Council", "kind": "organisation"},
        "forum": {"name": "Forum", "kind": "forum"},
    }
    drawing = drawn(Structure.model_validate({"bodies": bodies}))
    at = drawing.frames.initial
    details = {key: not_none(box.texts.at(at)).details for key, box in drawing.scene.boxes.items()}
    assert {key for key, lines in details.items() if "who it answers to: not stated" in lines} == {"silent"}
    assert {key for key, lines in details.items() if "answers to nobody" in lines} == {"top"}


def test_the_spoken_name_holds_relations_both_ways_and_who_is_heard() -> None:
    drawing = drawn(AFTER)
    board = drawing.scene.boxes["board"]
    assert next(iter(board.accessible_names)).startswith(
        "Board, board, strategic. Reports to Council. New: this reports to it. Parent carers: no seat."
    )
    group = next(iter(drawing.scene.boxes["group"].accessible_names))
    assert group.startswith("Group, working group. Reports to Council. Parent carers: seat with a vote.")
    assert "The file does not say to whom it answers." in next(iter(drawing.scene.boxes["forum"].accessible_names))


def test_the_way_of_a_voice_leads_along_the_lines_from_where_it_has_a_seat() -> None:
    drawing = drawn(BEFORE)
    ways = next(iter(drawing.scene.boxes["board"].voices["parent-carers"]))
    found = {(link.start, link.relation, link.end) for link in drawing.scene.links if link.number in ways}
    assert found == {("group", "reports_to", "board"), ("forum", "sits_on", "group")}


def test_a_body_under_another_id_and_the_same_name_is_one_box_under_its_newer_id() -> None:
    structure = from_arrows(BEFORE).model_dump(by_alias=True, exclude_unset=True)
    structure["bodies"]["renamed"] = {**structure["bodies"].pop("gone"), "name": "Gone"}
    drawing = drawn(Structure.model_validate(structure), BEFORE)
    assert shown(drawing, frame(drawing, Side.BOTH)) == {"council", "board", "group", "forum", "renamed"}
    assert links(drawing, frame(drawing, Side.BOTH), "gone") == set()


def test_findings_stand_in_the_frames_in_which_they_hold() -> None:
    after = read(FIXTURES / "changes/seat-dropped/after.yaml")
    before = read(FIXTURES / "changes/seat-dropped/before.yaml")
    drawing = drawn(after, before, as_of=None)
    report = not_none(drawing.frames.main.report)
    against = not_none(report.against)
    for side in Side:
        at = frame(drawing, side)
        found = {item.finding.key for item in drawing.scene.findings if item.shown >> at.number & 1}
        new = {one.key for one in report.findings if one.status == "new"}
        kept = {one.key for one in report.findings if one.status == "kept"}
        gone = {one.finding.key for one in against.gone}
        assert found == {"before": kept | gone, "after": new | kept, "both": new | kept | gone}[side]
        assert new, "the story has something new"


def test_a_day_without_any_body_says_why_nothing_was_checked() -> None:
    body = {"name": "Board", "kind": "board", "from": "2020-01-01", "until": "2020-12-31"}
    other = {"name": "Other", "kind": "board", "from": "2022-01-01"}
    drawing = drawn(Structure.model_validate({"bodies": {"board": body, "other": other}}))
    silent = [moment for moment in drawing.frames.moments if moment.report is None]
    assert [str(moment.day) for moment in silent] == ["2021-01-01"]
    assert "No body is in place on that day" in silent[0].silence


def test_names_of_people_are_told_only_where_asked_for() -> None:
    seat = {"person": "Somebody Private", "role": "chair"}
    contact = {"for": "carers", "person": "Somebody Private", "title": "Champion"}
    bodies = {"board": {"name": "Board", "kind": "board", "seats": seat, "contacts": contact}}
    structure = Structure.model_validate({"constituencies": {"carers": {"name": "Carers"}}, "bodies": bodies})
    assert "Somebody Private" not in drawn(structure).html()
    assert "Somebody Private" in drawn(structure, with_names=True).html()


def test_the_end_and_the_rank_of_a_line_stand_at_it() -> None:
    lines = """
        board: board
        council: organisation
        icb: organisation
        board -- reports_to[leading, until 2027-03-31] --> council
        board -- reports_to[jointly] --> icb
        board -- escalates_to[proposed] --> cabinet
    """
    labels = {link.end: [text for text, _ in link.labels()] for link in drawn(lines).scene.links}
    assert labels["council"] == ["final say, until 31 March 2027"]
    assert (labels["icb"], labels["cabinet"]) == (["jointly"], ["proposed"])


def test_gains_and_losses_of_a_group() -> None:
    lines = """
        council: organisation
        lost -- reports_to --> council
        gained -- reports_to --> council
        kept -- reports_to --> council
        forum -- sits_on[parent-carers, voting] --> kept
    """
    before = f"{lines}\nforum -- sits_on[parent-carers, voting] --> lost"
    drawing = drawn(f"{lines}\nforum -- sits_on[parent-carers, voting] --> gained", before)
    both = frame(drawing, Side.BOTH)
    parts = {
        key: not_none(box.parts["parent-carers"].at(both)) for key, box in drawing.scene.boxes.items() if box.parts
    }
    assert {key: part.change.value for key, part in parts.items()} == {"lost": "loss", "gained": "gain", "kept": ""}
    assert parts["lost"].words == "not stated (before: seat with a vote)"
    css = {row["css"] for box in drawing.view.boxes for row in box["rows"]}
    assert css == {"part", "part wrong", "part gain", "part wrong loss"}
    for side in (Side.BEFORE, Side.AFTER):
        alone = [
            box.parts["parent-carers"].at(frame(drawing, side)) for box in drawing.scene.boxes.values() if box.parts
        ]
        assert {not_none(part).change.value for part in alone} == {""}


def test_both_says_which_part_a_group_had_before() -> None:
    drawing = drawn(BEFORE.replace("voting", "non-voting"), BEFORE)
    parts = drawing.scene.boxes["group"].parts["parent-carers"]
    told = {side: not_none(parts.at(frame(drawing, side))).words for side in Side}
    assert told == {
        Side.BEFORE: "seat with a vote",
        Side.AFTER: "seat without a vote",
        Side.BOTH: "seat without a vote (before: seat with a vote)",
    }
    unchanged = drawing.scene.boxes["board"].parts["parent-carers"]
    assert next(iter(unchanged)).words == "no seat"
