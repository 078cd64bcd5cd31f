"""How right drafts are, on the texts that they were developed on: no change makes them worse unseen."""

import sys
from pathlib import Path

import pytest

from helpers import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))
from draft_figures import Score, judge

TEXTS = ROOT / "tests" / "drafting" / "texts"
# At least so much precision and recall, on all texts together.
LEAST = {"bodies": (0.95, 0.85), "relations": (0.92, 0.65), "seats": (0.92, 0.65)}


def total(folder: Path) -> dict[str, Score]:
    found = {kind: Score() for kind in LEAST}
    for path in sorted((folder / "keys").glob("*.json")):
        scores, faults = judge(path)
        assert faults == [], path.stem
        for kind, score in scores.items():
            found[kind].add(score)
    return found


@pytest.mark.parametrize("kind", LEAST)
def test_drafts_are_as_right_as_they_were(kind: str) -> None:
    score = total(TEXTS)[kind]
    precision, recall = LEAST[kind]
    assert score.right / score.drafted >= precision
    assert score.found / score.keyed >= recall
