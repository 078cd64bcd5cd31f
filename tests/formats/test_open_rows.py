"""What a draft leaves open is said first wherever an answer is given, and no list is complete that a row may add to."""

import json
from pathlib import Path

import pytest

import govgraph
from govgraph.engine import Run
from govgraph.model import Structure
from govgraph.render import github, markdown, text
from govgraph.render import json as as_json
from govgraph.render.headline import headline
from helpers import govgraph as command

BARE = """title: Elm
sources: {s: {title: Terms, date: 2026-01-01}}
bodies:
  b: {name: Elm Board, kind: board, source: s}
"""
DRAFT = """draft:
- {body: Elm Board, what: Meets, value: monthly}
- {body: Ash Panel, what: is a, value: panel}
- {confirmed: no, body: Old Group, what: is a, value: working group}
"""
OPEN = "Two proposals in the draft are not confirmed yet, so they are left out here."
NOTHING = "The checks found nothing wrong in the rest of the file."
DAY = "2026-03-01"


@pytest.fixture(scope="module")
def report() -> Run:
    report = govgraph.check(govgraph.read_text(BARE + DRAFT), govgraph.Settings(select=["ACC"]), as_of=DAY)
    assert report.facts == ()
    return report


def test_every_format_begins_with_what_nobody_has_confirmed(report: Run) -> None:
    assert str(headline(report)).startswith(f"{OPEN} {NOTHING}")
    told = json.loads(as_json.render(report))
    assert told["not_confirmed"] == 2
    assert told["headline"].startswith(f"{OPEN} {NOTHING}")
    for rendered in (text.render(report), markdown.render(report), github.render(report)):
        one_line = " ".join(rendered.split())
        assert f"{OPEN} {NOTHING}" in one_line
        assert "in what the file says" not in one_line


def test_without_open_rows_nothing_is_said_of_a_draft() -> None:
    for draft in ("", "draft: [{confirmed: no, body: Ash Panel, what: is a, value: panel}]"):
        report = govgraph.check(govgraph.read_text(BARE + draft), govgraph.Settings(select=["ACC"]), as_of=DAY)
        assert str(headline(report)).startswith("The checks found nothing wrong in what the file says.")
        told = json.loads(as_json.render(report))
        assert "not_confirmed" not in told
        assert "draft" not in told["headline"]


def test_what_is_wrong_comes_after_it() -> None:
    structure = govgraph.read_text(
        BARE.replace(", source: s", ", level: strategic, without: p") + "constituencies: {p: {name: P}}\n"
    )
    told = str(headline(govgraph.check(structure.model_copy(update={"draft": drafted().draft}), as_of=DAY)))
    assert told.startswith(f"{OPEN} P have no seat on the Elm Board")


def drafted() -> Structure:
    return govgraph.read_text(BARE + DRAFT)


def test_the_page_the_paper_and_the_sheet_say_so_too() -> None:
    page = govgraph.draw(drafted(), as_of=DAY).html()
    assert page.index(OPEN) < page.index("What the file does not say")
    assert OPEN in govgraph.draw(drafted(), as_of=DAY).svg()
    paper = govgraph.paper(drafted(), as_of=DAY).markdown()
    assert OPEN in paper.split("# Summary")[1].split("\n\n")[1]
    assert OPEN in govgraph.sheet(drafted(), "b", as_of=DAY).markdown()
    before = govgraph.draw(govgraph.read_text(BARE), against=drafted(), as_of=DAY).html()
    assert before.count(OPEN) == 1


def test_the_command_says_so_on_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(BARE + DRAFT, encoding="utf-8")
    ran = command("check", tmp_path / "x.yaml", "--select", "ACC")
    assert ran.returncode == 0
    assert " ".join(ran.stdout.split("\n\n")[1].split()).startswith(f"{OPEN} {NOTHING}")
    assert "Old Group" not in ran.stderr


LISTS = """themes: {t: {name: Waiting times, owners: complete, monitors: complete}}
constituencies: {p: {name: Parent carers}}
bodies:
  b: {name: Elm Board, kind: board, membership: complete, lines: complete, parts: complete, scrutinised_by: c}
  c: {name: Cabinet, kind: board, membership: complete, lines: complete, parts: complete}
draft:
"""
OF_A_BODY = ("membership", "lines", "parts")
ALL = frozenset({*(f"{body}.{key}" for body in "bc" for key in OF_A_BODY), "t.owners", "t.monitors"})


def complete(structure: Structure) -> frozenset[str]:
    """The lists that are complete: `b.membership`."""
    entries = [*structure.bodies.items(), *structure.themes.items()]
    keys = (*OF_A_BODY, "owners", "monitors")
    return frozenset(f"{id_}.{key}" for id_, each in entries for key in keys if getattr(each, key, "") == "complete")


@pytest.mark.parametrize(
    ("rows", "reopened"),
    [
        (["{body: Elm Board, what: has a seat, on_behalf_of: Parent carers}"], {"b.membership"}),
        (["{confirmed: no, body: Elm Board, what: has a seat}"], set()),
        (["{body: Elm Board, what: reports to, value: Cabinet}"], {"b.lines"}),
        (["{body: Elm Board, what: is accountable to, value: the electors}"], {"b.lines"}),
        (["{body: Elm Board, what: is overseen by, value: Cabinet}"], {"b.lines"}),
        (["{body: Elm Board, what: is part of, value: Cabinet}"], {"b.lines", "c.parts"}),
        (["{body: Elm Board, what: scrutinises, value: Cabinet}"], {"c.lines"}),
        (["{body: Ash Panel, what: is part of, value: Cabinet}"], {"c.parts"}),
        (["{body: Elm Board, value: Cabinet}"], {"b.lines", "c.lines", "b.parts", "c.parts"}),
        (["{body: Elm Board, what: is responsible for, value: Waiting times}"], {"t.owners"}),
        (["{body: Elm Board, what: monitors, value: Waiting times}"], {"t.monitors"}),
        # What is stated already brings nothing new.
        (["{body: Elm Board, what: is scrutinised by, value: Cabinet}"], set()),
        (
            ["{body: Elm Board, what: works with, value: Cabinet}", "{body: Elm Board, what: Meets, value: monthly}"],
            set(),
        ),
        # A name that nobody has confirmed may be that of the body all the same.
        (["{body: EB, what: has a seat}", "{body: Elm Board, what: is also called, value: EB}"], {"b.membership"}),
    ],
)
def test_a_list_to_which_an_open_row_may_add_is_not_complete(rows: list[str], reopened: set[str]) -> None:
    structure = govgraph.read_text(LISTS + "".join(f"- {row}\n" for row in rows), path="x.yaml")
    assert complete(structure) == ALL - reopened
    told = [str(notice) for notice in structure.notices if "may have more" in str(notice)]
    assert len(told) == len(reopened)


def test_the_notice_says_which_rows_and_which_list() -> None:
    rows = "- {body: Elm Board, what: has a seat}\n" * 2
    structure = govgraph.read_text(LISTS + rows, path="x.yaml")
    assert str(structure.notices[0]) == (
        "x.yaml:4:49: The Elm Board may have more under membership: the proposals in lines 7 and 8 are not answered, "
        "so the list does not count as complete."
    )


def test_a_list_is_open_too_where_all_lists_of_the_file_are_complete() -> None:
    rows = "- {body: Elm Board, what: has a seat}\n"
    structure = govgraph.read_text("membership: complete\n" + LISTS.replace(" membership: complete,", "") + rows)
    assert (structure.bodies["b"].membership, structure.bodies["c"].membership) == ("partial", None)


def test_nobody_is_told_to_have_no_seat_that_a_row_proposes() -> None:
    row = "{body: Elm Board, what: has a seat, on_behalf_of: Parent carers}\n"
    strategic = LISTS.replace("kind: board", "kind: board, level: strategic")
    for answer, is_said in (("", False), ("confirmed: no, ", True)):
        structure = govgraph.read_text(f"{strategic}- {row.replace('{', '{' + answer)}")
        found = govgraph.check(structure, as_of=DAY).findings
        facts = [each for each in found if each.code == "REP101" and not each.is_question]
        assert any("b" in (*each.bodies, *each.affects) for each in facts) is is_said
