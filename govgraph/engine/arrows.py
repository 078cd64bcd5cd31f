"""Arrow notation: small structures as rules, pages and tests write them.

    hwb: board, strategic, decides, membership complete
    hwb -- part_of --> council
    council -- accountable_to --> the electors
    group -- reports_to[proposed, until 2020-01-31] --> hwb
    forum -- sits_on[parent-carers, chair, voting] --> hwb
    champion -- contact_for[parent-carers, senior] --> hwb
    parent-carers -- absent_from --> hwb
    forum -- represents --> parent-carers
    hwb -- responsible_for[leading] --> waits
    parent-carers -- raised --> waits
    parent-carers -- makes_up[share at least half] --> hwb
    somebody -- makes_up[as officer, at_most 2] --> hwb
    council -- appoints[chair, removes] --> hwb

A body that no line describes is a board, or an organisation where it only sits on others. A body is named by its
id, with spaces for hyphens. Whoever holds a seat speaks only for the constituency that the seat names, and for those
that it `represents`.
"""

import re
from enum import StrEnum
from typing import Any

from govgraph.model import Activity, Kind, Level, Role, Status, Structure, relation_keys
from govgraph.model.faults import input_error

_ARROW = re.compile(r"^(\S+) -- (\w+)(?:\[(.*)\])? --> (.+)$")
_ABOUT = re.compile(r"^([\w-]+): (.+)$")
_PARTS = {"consulted_by": "consulted", "informed_by": "informed", "absent_from": "without"}
_OWNS = ("responsible_for", "monitors")
_TRUTHS = {
    "voting": ("votes", True),
    "non-voting": ("votes", False),
    "senior": ("senior", True),
    "junior": ("senior", False),
    "vacant": ("vacant", True),
    "with-post-16-providers": ("post_16_providers", True),
    "without-post-16-providers": ("post_16_providers", False),
    "several": ("several", True),
    "open-ended": ("open_ended", True),
    "leading": ("lead", True),
    "jointly": ("jointly", True),
    "independent": ("independent", True),
    "removes": ("removes", True),
    "substitutes": ("substitutes", True),
}
_WITH_VALUE = (
    "from",
    "until",
    "membership",
    "lines",
    "as_of",
    "name",
    "holder",
    "title",
    "source",
    "other_names",
    "statutory",
    "as",
    "parts",
    "quorum",
    "review_by",
    "appointed_by",
    "decisions",
    "terms",
    "meets",
    "nation",
    "covers",
    "church_schools",
    "count",
    "at_least",
    "at_most",
    "share",
)
_SEVERAL = ("as", "decisions", "covers", "church_schools")
"""Of these an arrow may state several: `as registered_nurse, as send_lead`."""
_WORDS: list[tuple[type[StrEnum], str, bool]] = [
    (Kind, "kind", False),
    (Level, "level", True),
    (Activity, "does", True),
    (Status, "status", False),
    (Role, "role", False),
]


def before_and_after(text: str) -> tuple[Structure | None, Structure]:
    """The two structures of an example on a change, the one before and the one after; None and one of any other.

    Lines that begin with `before:` or `after:` belong to one of the two, all others to both. Raises InputError for a
    line that cannot be read.
    """
    lines = [line.strip() for line in text.splitlines()]
    sides = {"before": "after: ", "after": "before: "}
    texts = {
        side: "\n".join(line.removeprefix(f"{side}: ") for line in lines if not line.startswith(other))
        for side, other in sides.items()
    }
    compares = any(line.startswith(tuple(sides.values())) for line in lines)
    return from_arrows(texts["before"]) if compares else None, from_arrows(texts["after"])


def from_arrows(text: str) -> Structure:
    """Read a structure in arrow notation, one statement a line. Raises InputError for a line it cannot read."""
    data: dict[str, Any] = {"constituencies": {}, "themes": {}, "sources": {}, "bodies": {}}
    for line in filter(None, (line.strip() for line in text.splitlines())):
        arrow, about = _ARROW.match(line), _ABOUT.match(line)
        if arrow:
            _arrow(data, *arrow.groups(default=""))
        elif about and about[1] == "sources":
            data["sources"] = {name: {"title": name} for name in about[2].split(", ")}
        elif about and about[1] == "themes":
            for name in about[2].split(", "):
                _theme(data, name)
        elif about and about[1] == "structure":
            data.update(_qualities(about[2]))
        elif about:
            _body(data, about[1]).update(_qualities(about[2]))
        else:
            raise input_error(f"This is not arrow notation: {line}")
    for name, body in data["bodies"].items():
        only_sits = body.pop("only sits", True)
        body.setdefault("kind", "organisation" if only_sits and not body else "board")
        body.setdefault("name", name.replace("-", " ").capitalize())
    return Structure.model_validate(data)


def _arrow(data: dict[str, Any], left: str, relation: str, qualities: str, right: str) -> None:
    stated = _qualities(qualities) if qualities else {}
    if relation in _ABOUT_SEATS:
        _ABOUT_SEATS[relation](data, left, relation, stated, right)
    elif relation == "contact_for":
        stated["for"] = _constituency(data, stated.pop("on_behalf_of"))
        stated.setdefault("title", left)
        _body(data, right).setdefault("contacts", []).append(stated)
    elif relation == "represents":
        data["bodies"].setdefault(left, {"only sits": True})
        constituency = data["constituencies"][_constituency(data, right)]
        constituency.setdefault("represented_by", []).append(left)
    elif relation in _PARTS:
        stated["constituency"] = _constituency(data, left)
        _body(data, right).setdefault(_PARTS[relation], []).append(stated)
    elif relation in _OWNS:
        _theme(data, right)
        _body(data, left).setdefault(relation, []).append({"theme": right, **stated})
    elif relation == "raised":
        _theme(data, right).setdefault("raised_by", []).append(_constituency(data, left))
    elif relation == "accountable_to":
        _body(data, left).setdefault(relation, []).append({"to": right, **stated})
    elif relation in relation_keys():
        _body(data, right)
        _body(data, left).setdefault(relation, []).append({"to": right, **stated})
    else:
        raise input_error(f"'{relation}' is not a relation that arrow notation knows.")


def _seat(data: dict[str, Any], left: str, relation: str, stated: dict[str, Any], right: str) -> None:
    if "on_behalf_of" in stated:
        _constituency(data, stated["on_behalf_of"])
    if left != "somebody":
        data["bodies"].setdefault(left, {"only sits": True})
        stated["holder"] = left
    if relation == "attends":
        stated.setdefault("role", "attendee")
    _body(data, right).setdefault("seats", []).append(stated)


def _composition(data: dict[str, Any], left: str, _: str, stated: dict[str, Any], right: str) -> None:
    if left != "somebody":
        stated["on_behalf_of"] = _constituency(data, left)
    _body(data, right).setdefault("composition", []).append(stated)


_ABOUT_SEATS = {"sits_on": _seat, "attends": _seat, "makes_up": _composition}


def _body(data: dict[str, Any], name: str) -> dict[str, Any]:
    body: dict[str, Any] = data["bodies"].setdefault(name, {})
    body["only sits"] = False
    return body


def _theme(data: dict[str, Any], name: str) -> dict[str, Any]:
    theme: dict[str, Any] = data["themes"].setdefault(name, {"name": name})
    return theme


def _constituency(data: dict[str, Any], name: str) -> str:
    data["constituencies"].setdefault(name, {"name": name.replace("-", " ").capitalize()})
    return name


def _qualities(text: str) -> dict[str, Any]:
    stated: dict[str, Any] = {}
    for word in (part.strip() for part in text.split(",")):
        key, _, value = word.partition(" ")
        if word in _TRUTHS:
            name, truth = _TRUTHS[word]
            stated[name] = truth
        elif value and key in _WITH_VALUE:
            stated[key] = value if key not in _SEVERAL else [*stated.get(key, []), value]
        else:
            _word(stated, word)
    return stated


def _word(stated: dict[str, Any], word: str) -> None:
    for words, key, several in _WORDS:
        if word in set(words):
            if several:
                stated.setdefault(key, []).append(word)
            else:
                stated[key] = word
            return
    stated["on_behalf_of"] = word
