"""How things look: nothing is told by colour alone, and no two things alike."""

from govgraph.diagram import style
from govgraph.model import Kind, relation_keys


def test_every_relation_has_dashes_and_a_head_of_its_own() -> None:
    strokes = {relation: style.stroke(relation) for relation in (*relation_keys(), *style.SEATS)}
    assert len(set(strokes.values())) == len(strokes), strokes


def test_only_lines_of_accountability_are_whole() -> None:
    whole = {relation for relation in relation_keys() if not style.stroke(relation).dashes}
    assert whole == {relation for relation, mark in relation_keys().items() if mark.line}


def test_every_kind_has_an_outline_of_its_own() -> None:
    outlines = {kind: style.outline(kind, 100, 60) for kind in Kind}
    assert len(set(outlines.values())) == len(outlines), outlines
