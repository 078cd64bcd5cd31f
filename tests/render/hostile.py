"""Structures whose every text is hostile to some format, and reports for all formats to tell."""

from pathlib import Path
from typing import Any

from govgraph.engine import Run
from govgraph.engine.arrows import from_arrows
from govgraph.formats import Base, read
from govgraph.model import Structure
from govgraph.model.faults import Fault
from govgraph.model.name_lists import names_in
from govgraph.model.scalars import loose_name
from govgraph.pipeline import check, compare
from govgraph.policy import Settings

DAY = "2020-09-01"
PERSON = "Somebody Private"

TEXTS = {
    "command": "::error::x",
    "command after a line end": "a\n::error::x",
    "command after a carriage return": "a\r::error::x",
    "command after a line end that is escaped": "a%0A::error::x",
    "command after other line ends": "a\u2028::error::x\u0085::error::x\u2029::error::x",
    "old command": "##[error]x",
    "old command with an unseen sign": "#\u00ad#\u034f[error]x",
    "old command, escaped": "a%0A##[add-mask]x",
    "mask": "::add-mask::the",
    "stop": "\n::stop-commands::x\n",
    "pipe": "|",
    "backtick": "`",
    "script": "<script>alert(1)</script>",
    "end of CDATA": "]]>",
    "mermaid": "%%{init}",
    "link": "[x](https://evil.example)",
    "quote": '"',
    "ampersand": "&",
    "entity": "&amp;&#10;::error::x",
    "backslash": "\\",
    "tab": "a\tb",
    "formula": "=1+1",
    "long": "x" * 5_000,
    "Welsh": "Bwrdd Iechyd Ŵyl y Tŷ",
    "Chinese": "治理委员会",
    "emoji": "👩‍👧‍👦",
    "combining": "e\u0301\u0323\u0301",
    "braces": "{0}",
}


def hostile(text: str, *, seat: bool = False) -> Structure:
    """A structure in which everything that may be called anything is called so."""
    board = {"kind": "board", "level": "strategic", "does": "decides", "membership": "complete", "purpose": text}
    vacant = {"on_behalf_of": "carers", "vacant": True, "as": text, "person": PERSON, "note": text}
    return Structure.model_validate(
        {
            "title": text,
            "note": text,
            "source": {"id": "minutes", "where": text},
            "sources": {"minutes": {"title": text, "publisher": text, "address": text}},
            "constituencies": {"carers": {"name": text}, "young": {"name": f"{text} {text}"}},
            "themes": {"wait": {"name": text, "raised_by": "carers"}},
            "bodies": {
                "top": {
                    **board,
                    "name": text,
                    "reports_to": "ring",
                    "seats": [{"on_behalf_of": "carers", "holder": "forum", "votes": True}] if seat else [],
                    "responsible_for": ["wait"] if seat else [],
                },
                "ring": {**board, "name": f"{text}2", "other_names": text, "reports_to": "top"},
                "forum": {"kind": "organisation", "name": f"{text}3"},
                "other": {
                    **board,
                    "name": f"{text}4",
                    "reports_to": "top",
                    "accountable_to": _outside(text),
                    "seats": vacant,
                    "contacts": {"for": "young", "title": text, "post": text, "person": PERSON},
                },
            },
        }
    )


def _outside(text: str) -> str:
    """Somebody outside who is called so, in brackets where a part of that would be the name of a body."""
    name = f"{text.strip()} outside"
    inside = names_in(name, lambda part: part if loose_name(part) == loose_name(text) else None).known
    return f"outside (((({text}" if inside else name  # no text closes as many


def hostile_report(text: str) -> Run:
    """Hostile text in findings of every weight, in evidence, in a waiver, and in what it is compared with."""
    waiver = {"code": "REP101", "bodies": "ring", "constituency": "young", "reason": text, "owner": text}
    before = Base(f"git:{text}", hostile(text, seat=True))
    return check(hostile(text), Settings(waivers=[waiver]), against=before, as_of=DAY)


# Before: the forum sits on the board with a vote, and on nothing else. After: it lost its seat, and `extra` is new.
BEFORE = """
board: board, strategic, decides, membership complete
quiet: board, strategic, decides, membership complete
ended: board, strategic, decides, membership complete
forum -- sits_on[parent-carers, voting] --> board
"""
AFTER = """
board: board, strategic, decides, membership complete
quiet: board, strategic, decides, membership complete
extra: board, strategic, decides, membership complete
ended: board, operational, delivers
forum -- sits_on[parent-carers, non-voting] --> ended
"""
ONLY = ["REP101", "CHG101"]


def changed(**settings: Any) -> Run:
    """REP101 of `quiet` is kept, of `board` and `extra` new, of `ended` gone; CHG101 of `board` is new."""
    return compare(from_arrows(BEFORE), from_arrows(AFTER), Settings(select=ONLY, **settings), as_of=DAY)


def waived(code: str, body: str) -> dict[str, object]:
    """A waiver that holds."""
    return {"code": code, "bodies": body, "reason": "The law keeps it to members.", "owner": "The clerk"}


STORY = """
govgraph: 1
as_of: 2020-09-01
constituencies: {{carers: {{name: Parent carers{tail}}}}}
bodies:
  hwb: {{name: Health Board{tail}, kind: board, level: strategic, membership: complete, reports_to: sub}}
  sub: {{name: Sub Group{tail}, kind: workstream, level: operational, does: delivers, reports_to: hwb}}
  open: {{name: Open Board{tail}, kind: board, level: strategic}}
"""


def from_file(folder: Path, name: str = "structure.yaml", *, tail: str = "", above: str = "", **settings: Any) -> Run:
    """What is found in a file: ACC102 of `hwb` and `sub` and REP101 of `hwb` stated, REP101 of `open` not stated."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(above + STORY.format(tail=tail), encoding="utf-8")
    only = Settings(**{"select": ["ACC102", "REP101"], **settings})
    told = check(read(path), only).with_paths_from(folder)
    assert isinstance(told, Run)
    return told


def many(number: int, text: str = "Board") -> Run:
    """As many boards on which nobody sits: REP101 of each, stated."""
    boards = {
        f"b{count:02}": {"name": f"{text} {count:02}", "kind": "board", "level": "strategic", "membership": "complete"}
        for count in range(number)
    }
    people = {"carers": {"name": "Parent carers"}}
    structure = Structure.model_validate({"constituencies": people, "bodies": boards})
    return check(structure, Settings(select=["REP101"]), as_of=DAY)


def two_waivers_alike() -> Run:
    """Two waivers that cover nothing and differ in their owner alone: SET101 of `board` twice, with one key."""
    waivers = [{**waived("REP101", "board"), "owner": owner} for owner in ("The clerk", "The chair")]
    structure = from_arrows("board: board, strategic\nforum -- sits_on[parent-carers] --> board")
    return check(structure, Settings(select=["SET101", "REP101"], waivers=waivers), as_of=DAY)


FAULTS = [
    Fault("a folder/Bwrdd Ŵyl.yaml", 3, 7, "There is no body 'x'\n::error::y ##[error]z ]]> \x1b[31m."),
    Fault("a folder/Bwrdd Ŵyl.yaml", None, None, "The file cannot be read."),
    Fault(None, None, None, "The rule ACC101 failed."),
    Fault("/etc/other\\file.yaml", 1, 1, "Not that."),
]
