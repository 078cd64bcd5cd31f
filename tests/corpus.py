"""Some structures as hypothesis once drew them, kept in `corpus.json`. Run it (`make corpus`) to draw others.

Tests that would draw hundreds ask about these in `make test`. They are chosen so that whatever may be drawn is in one
of them: each size, and each thing that may be stated, with each of its values.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("corpus.json")
SIZE = 36
_DRAWN = 1500
_ANY = ("name", "to", "holder", "represented_by")
"""What is named by these differs from structure to structure, and says nothing of its own."""
_SECTIONS = ("sources", "constituencies", "bodies")

Feature = tuple[str, ...]


def corpus() -> list[dict[str, Any]]:
    """The structures that are kept."""
    kept: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
    return kept


def features(data: dict[str, Any]) -> set[Feature]:
    """What there is in a structure: how many bodies, what is stated of what, and with which value or how often."""
    return {("bodies", str(len(data["bodies"]))), *_features(data, ())}


def _features(value: Any, path: Feature) -> Iterator[Feature]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _features(item, (*path, "*" if path and path[-1] in _SECTIONS else key))
    elif isinstance(value, list):
        yield (*path, f"{len(value)} of them")
        for item in value:
            yield from _features(item, path)
    else:
        yield path if path[-1] in _ANY else (*path, str(value))


def chosen(drawn: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """So many of those that were drawn: each time the one that adds most to what there is, for its size."""
    left = [(one, features(one)) for one in drawn]
    found: list[dict[str, Any]] = []
    seen: set[Feature] = set()
    while len(found) < SIZE:
        if not any(has - seen for _, has in left):
            seen = set()  # once more from the start, so that each thing stands beside others
        place = max(range(len(left)), key=lambda at: len(left[at][1] - seen) / (3 + len(left[at][0]["bodies"])))
        one, has = left.pop(place)
        found.append(one)
        seen |= has
    return sorted(found, key=lambda one: (len(one["bodies"]), len(json.dumps(one))))


def draw() -> list[dict[str, Any]]:
    """Structures as hypothesis draws them, the same ones each time."""
    from hypothesis import Phase, given, seed, settings

    from structures import drawn as any_structure

    drawn: list[dict[str, Any]] = []

    @seed(1)
    @settings(max_examples=_DRAWN, database=None, deadline=None, derandomize=False, phases=[Phase.generate])
    @given(any_structure)
    def keep(data: dict[str, Any]) -> None:
        drawn.append(data)

    keep()
    return drawn


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(one) for one in chosen(draw()))
    FILE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
