"""Structures of any size: 5 to 12 levels, 15 % of bodies with two parents, 1 % broken, 0.1 % in rings.

One in a hundred of those that decide is scrutinised by nobody, and on one body in a hundred people only attend.
"""

import json
import random
from pathlib import Path
from typing import Any

KINDS = ["board", "committee", "partnership", "working_group", "workstream"]
DOES = ["decides", "scrutinises", "monitors", "delivers"]


def structure(size: int, seed: int = 1) -> dict[str, Any]:
    """The data of a structure with `size` bodies and about five and a half records a body."""
    chance = random.Random(seed)
    levels = min(12, max(5, size.bit_length() - 2))
    bodies: dict[str, Any] = {"forum": {"name": "Parent carer forum", "kind": "forum"}}
    above: list[list[str]] = [[] for _ in range(levels)]
    for number in range(size - 1):
        level = 0 if number < 3 else chance.randrange(1, levels)
        while level > 0 and not above[level - 1]:
            level -= 1
        key = f"body-{number}"
        bodies[key] = _body(number, level, above, chance)
        above[level].append(key)
    lowest = [one for one in above[-1] or above[1] if "reports_to" in bodies[one]]
    for _ in range(max(1, size // 1000)):
        low = chance.choice(lowest)
        high = bodies[low]["reports_to"][0]["to"]
        bodies[high].setdefault("reports_to", []).append({"to": low})
    return {
        "govgraph": 1,
        "title": f"A made structure of {size} bodies",
        "as_of": "2026-01-01",
        "source": "made",
        "sources": {"made": {"title": "Made for measuring"}},
        "constituencies": {"parent-carers": {"name": "Parent carers", "represented_by": ["forum"]}},
        "bodies": bodies,
    }


def _body(number: int, level: int, above: list[list[str]], chance: random.Random) -> dict[str, Any]:
    body: dict[str, Any] = {
        "name": f"Body number {number}",
        "kind": chance.choice(KINDS),
        "level": "strategic" if level < 2 else "operational",
        "does": [chance.choice(DOES)],
    }
    if level == 0:
        body["accountable_to"] = "the electors"
    elif chance.random() > 0.01:  # the others are broken
        parents = {chance.choice(above[level - 1]) for _ in range(2 if chance.random() < 0.15 else 1)}
        body["reports_to"] = [{"to": parent, "status": "in_place"} for parent in sorted(parents)]
    body.setdefault("reports_to", [])
    if not body["reports_to"]:
        del body["reports_to"]
        if level:
            body["feeds_into"] = chance.choice(above[level - 1])
    if level and (body["does"] == ["decides"] or chance.random() < 0.1) and chance.random() > 0.01:
        body["scrutinised_by"] = [{"to": chance.choice(above[0])}]
    body["seats"] = [
        {"on_behalf_of": "parent-carers", "holder": "forum", "votes": True}
        if chance.random() > 0.01
        else {"holder": "forum", "role": "observer"},
        {"role": "chair", "votes": True},
        {"role": "member", "votes": True},
    ]
    return body


def changed(data: dict[str, Any], seed: int = 2) -> dict[str, Any]:
    """The structure as somebody redraws it: in one body of ten a seat or a line is gone, or the name is another."""
    chance = random.Random(seed)
    names = [name for name, body in data["bodies"].items() if body.get("seats") and "reports_to" in body]
    for number, name in enumerate(chance.sample(names, len(names) // 10)):
        body = data["bodies"][name]
        if number % 3 == 0:
            body["seats"].pop(0)
        elif number % 3 == 1:
            del body["reports_to"]
        else:
            body["name"] += " and partners"
    return data


def write(data: dict[str, Any], path: Path) -> Path:
    """The structure as a file: YAML as an officer writes it, or JSON."""
    if path.suffix == ".json":
        path.write_text(json.dumps(data), encoding="utf-8")
        return path
    lines = []
    for key, value in data.items():
        if key == "bodies":
            lines.append("bodies:")
            for name, body in value.items():
                lines.append(f"  {name}:")
                lines += [f"    {field}: {json.dumps(stated)}" for field, stated in body.items()]
        else:
            lines.append(f"{key}: {json.dumps(value)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
