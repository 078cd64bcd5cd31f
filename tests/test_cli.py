"""The real command: exit codes, formats, options, and what is said where there is no verdict."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from govgraph.language import day
from helpers import FIXTURES, govgraph, govgraph_json

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"

CLEAN = """
govgraph: 1
as_of: 2020-01-01
source: s
sources: {s: {title: S}}
constituencies: {p: {name: Parents, represented_by: f}}
bodies:
  a:
    name: A
    kind: board
    level: strategic
    does: decides
    accountable_to: the electors
    scrutinised_by: b
    seats: [{on_behalf_of: p, appointed_by: f, votes: yes}, {role: chair, votes: yes}]
  b: {name: B, kind: reviewer}
  f: {name: F, kind: forum}
"""


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.yaml"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def last_paragraph(text: str) -> str:
    """How it was checked: the last paragraph of a report, on one line."""
    return " ".join(text.rstrip("\n").split("\n\n")[-1].split())


def test_0_where_nothing_is_found(clean: Path) -> None:
    ran = govgraph("check", clean)
    assert (ran.returncode, ran.stderr) == (0, "")
    _, _, headline, *rest = ran.stdout.splitlines()
    assert headline == "The checks found nothing wrong in what the file says."
    assert rest[0] == ""
    assert rest[1].startswith("Checked as at 1 January 2020, the date in the file: ")
    checked = r" \d+ checks made; \d+ more had nothing to look at\. Add --all for everything\.$"
    assert re.search(checked, last_paragraph(ran.stdout))
    assert govgraph_json(clean)[1]["summary"] == {"error": 0, "warning": 0, "note": 0, "not_stated": 0, "waived": 0}


def test_1_where_something_is_found() -> None:
    ran = govgraph("check", DRAFT)
    assert ran.returncode == 1
    assert govgraph_json(DRAFT)[1]["summary"] == {"error": 3, "warning": 11, "note": 14, "not_stated": 25, "waived": 0}
    log = govgraph("check", DRAFT, "--format", "github").stdout.splitlines()
    assert log[-1].startswith("3 errors, 0 warnings and 0 notes; 9 questions that the file does not answer. ")


def test_the_last_paragraph_says_what_was_left_out_and_what_could_not_be_asked(clean: Path, tmp_path: Path) -> None:
    nobody = tmp_path / "nobody.yaml"
    nobody.write_text("bodies: {a: {name: A, kind: board}}", encoding="utf-8")
    last = last_paragraph(govgraph("check", nobody, "--select", "REP101,DAT101").stdout)
    assert " 1 check made; 1 more had nothing to look at; " in last
    assert last.endswith(" checks left out as you chose. Add --all for everything.")
    last = last_paragraph(govgraph("check", clean, "--for", "parents").stdout)
    assert " Asked only about these groups of people: Parents. " in last


@pytest.mark.parametrize(
    ("fail_on", "ignore", "code"),
    [
        ("error", "REP101", 0),
        ("warning", "REP101", 1),
        ("note", "DAT", 1),
        ("note", "ACC,REP,OVR,LAW,MAN,THM", 0),
        ("never", "DAT", 0),
    ],
)
def test_fail_on_sets_what_is_red(fail_on: str, ignore: str, code: int) -> None:
    assert govgraph("check", DRAFT, "--fail-on", fail_on, "--ignore", ignore).returncode == code


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "missing.yaml"], "missing.yaml: There is no such file."),
        (["check", str(DRAFT), "--select", "ACC999"], "there is no rule 'ACC999'"),
        (["check", str(DRAFT), "--select", "ACC101,XYZ"], "there is no rule 'XYZ'"),
        (["check", str(DRAFT), "--select", ""], "a code is missing"),
        (["check", str(DRAFT), "--ignore", "REP999"], "there is no rule 'REP999'"),
        (["check", str(DRAFT), "--select", "REP", "--ignore", "REP"], "Nothing is left to check"),
        (["check", str(DRAFT), "--for", "parent-carer"], "Did you mean 'Parent carers'?"),
        (["check", str(DRAFT), "--as-of", "2020-13-01"], "'2020-13-01' is not a day"),
        (["check", str(DRAFT), "--as-of", "2020"], "'2020' is not a day"),
        (["check", str(DRAFT), "--view", "drafted"], "drafted"),
        (["check", str(DRAFT), "--no-such-option"], "No such option"),
        (["check"], "Missing argument"),
        (["chek"], "No such command"),
        (["explain", "ACC999"], "There is no rule 'ACC999'"),
        (["trace", str(DRAFT), "Nobody"], "There is no body 'Nobody'"),
        (["check", str(DRAFT), "--output", "/no/such/folder/x.txt"], "there is no folder /no/such/folder"),
        (["check", str(DRAFT), "--output", str(DRAFT)], "is a file that is read"),
        (["check", str(DRAFT), "--output", str(FIXTURES)], "is a folder"),
    ],
)
def test_2_where_it_could_not_check(arguments: list[str], words: str) -> None:
    ran = govgraph(*arguments)
    assert ran.returncode == 2
    assert words in ran.stderr
    assert ran.stdout == ""
    assert "Traceback" not in ran.stderr


def test_a_wrong_option_is_told_as_json_too() -> None:
    code, told = govgraph_json(DRAFT, "--as-of", "2020-02-30")
    assert code == 2
    assert "'2020-02-30' is not a day" in told["errors"][0]["message"]


def test_2_where_nothing_that_was_selected_could_be_asked(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("as_of: 2020-01-01\nbodies: {a: {name: A, kind: board, from: 2021}}", encoding="utf-8")
    ran = govgraph("check", path)
    assert ran.returncode == 2
    assert "Nothing could be checked on 2020-01-01" in ran.stderr
    code, told = govgraph_json(path, "--fail-on", "never")
    assert code == 2
    assert [(one["path"], one["line"], one["column"]) for one in told["errors"]] == [(None, None, None)]
    code, told = govgraph_json(path, "--as-of", "2021-01-01", "--select", "REP,ACC101")
    assert code == 0
    assert {one["code"] for one in told["not_checked"]} >= {"REP101", "REP102", "REP108"}


CRASH = """
import sys
from govgraph.engine import Rulebook
from dataclasses import replace
def crash(graph, options):
    raise RuntimeError("of all things")
    yield
whole = Rulebook.of
def broken(book, kind):
    return tuple(replace(rule, check=crash) if rule.code == "ACC106" else rule for rule in whole(book, kind))
Rulebook.of = broken
from govgraph.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize("form", ["text", "json"])
def test_2_where_a_rule_crashes_and_its_code_is_named(clean: Path, form: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", CRASH, "check", str(clean), "--fail-on", "never", "--format", form],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 2
    assert "The rule ACC106 failed (RuntimeError: of all things)." in ran.stderr
    assert "Traceback" not in ran.stderr
    if form == "json":
        assert "ACC106" in json.loads(ran.stdout)["errors"][0]["message"]
    else:
        assert ran.stdout == ""


def test_json_holds_to_the_contract() -> None:
    code, told = govgraph_json(DRAFT)
    assert code == 1
    assert {"govgraph", "title", "as_of", "view", "bodies", "relations", "seats"} < set(told)
    assert (told["govgraph"], told["as_of"], told["view"], told["as_of_is"]) == (1, "2020-07-03", "proposed", "file")
    assert (told["bodies"], told["relations"], told["seats"]) == (12, 10, 0)
    assert told["summary"] == {"error": 3, "warning": 11, "note": 14, "not_stated": 25, "waived": 0}
    first = told["findings"][0]
    assert first["key"] == "REP101:ccg-governing-body:parent-carers"
    assert first["location"] == {"path": str(DRAFT), "line": 85, "column": 3}
    assert first["witness"] == [
        {
            "from": "parent-carers",
            "relation": "absent_from",
            "to": "ccg-governing-body",
            "status": "in_place",
            "source": {
                "id": "first-steps",
                "title": "Shropshire's Written Statement of Action - First Steps",
                "where": "paragraph 5",
                "address": None,
            },
        }
    ]
    order = [("error", "warning", "note").index(one["severity"]) for one in told["findings"]]
    assert order == sorted(order)


def test_output_goes_to_a_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    ran = govgraph("check", DRAFT, "--format", "json", "--output", target)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert json.loads(target.read_text(encoding="utf-8"))["title"].startswith("Shropshire")
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_for_and_view_and_date_choose_what_is_asked() -> None:
    _, told = govgraph_json(DRAFT, "--view", "in_place")
    assert {body for one in told["findings"] for body in one["bodies"]} == {
        "ccg",
        "ccg-governing-body",
        "people-overview",
        "wellbeing-board",
    }
    _, told = govgraph_json(DRAFT, "--for", "parent-carers", "--as-of", "2026-11-01", "--select", "rep101")
    assert (told["as_of"], told["as_of_is"]) == ("2026-11-01", "asked")
    assert {one["code"] for one in told["findings"]} == {"REP101"}


def test_without_a_date_it_is_today_and_the_output_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("bodies: {a: {name: A, kind: board}}", encoding="utf-8")
    last = last_paragraph(govgraph("check", path).stdout)
    today = day(date.today())
    assert last.startswith(f"Checked as at {today}, today, because the file has no date of its own: ")
    assert govgraph_json(path)[1]["as_of_is"] == "today"


@pytest.mark.parametrize("form", ["text", "json"])
def test_hash_seeds_change_no_byte(form: str) -> None:
    first, *others = (govgraph("check", DRAFT, "--format", form, PYTHONHASHSEED=seed).stdout for seed in "0123")
    assert others == [first, first, first]


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp1252"}])
def test_output_is_utf_8_whatever_the_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("title: Bwrdd Llŷn\nbodies: {a: {name: 委員会, kind: board}}", encoding="utf-8")
    ran = govgraph("check", path, folder=None, **locale)
    assert "Bwrdd Llŷn" in ran.stdout
    assert "委員会" in ran.stdout


def in_a_terminal(*arguments: str, **environment: str) -> str:
    """What the command writes to a terminal."""
    import pty

    main, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "govgraph", *arguments],
        stdout=terminal,
        stderr=terminal,
        env={**{key: value for key, value in os.environ.items() if key != "NO_COLOR"}, **environment},
    ):
        os.close(terminal)
        written = b""
        while True:
            try:
                more = os.read(main, 65536)
            except OSError:
                break
            if not more:
                break
            written += more
    os.close(main)
    return written.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is not there")
def test_colour_only_on_a_terminal_and_never_against_no_color() -> None:
    assert "\x1b[" in in_a_terminal("check", str(DRAFT))
    assert "\x1b[" not in in_a_terminal("check", str(DRAFT), NO_COLOR="1")
    assert "\x1b[" not in govgraph("check", DRAFT).stdout


def test_a_reader_that_goes_away_gives_no_traceback() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "govgraph", "check", str(DRAFT), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdout.close()
        assert b"Traceback" not in ran.stderr.read()
        assert ran.wait() in (1, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="no shell of this kind")
@pytest.mark.parametrize("streams", [">&-", ">&- 2>&-", ">/dev/full", ">/dev/full 2>/dev/full"])
@pytest.mark.parametrize("arguments", [f"check {DRAFT}", "check no-such.yaml", "--help", "check --no-such"])
def test_2_where_nobody_can_be_told(streams: str, arguments: str) -> None:
    command = f"{sys.executable} -m govgraph {arguments} {streams}"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr


def test_explain_one_and_all() -> None:
    one = govgraph("explain", "REP101")
    assert one.returncode == 0
    for words in ("REP101 no-seat (error)", "Why it matters", "Flagged", "Clean", "How to fix", "Settings"):
        assert words in one.stdout
    everything = govgraph("explain")
    assert everything.returncode == 0
    for words in ("Who answers to whom?", "ACC101  error", "Who is heard, and where?", "DAT101  note"):
        assert words in everything.stdout


def test_new_writes_a_starter_that_checks(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    assert govgraph("new", path).returncode == 0
    code, told = govgraph_json(path)
    assert code == 1
    assert [one["key"] for one in told["findings"] if one["severity"] == "error"] == [
        "REP101:scrutiny-committee:parent-carers"
    ]
    text = path.read_text(encoding="utf-8")
    again = govgraph("new", path)
    assert again.returncode == 2
    assert "already there" in again.stderr
    assert path.read_text(encoding="utf-8") == text
    assert govgraph("new", tmp_path / "mine.txt").returncode == 2


def test_the_starter_has_every_section() -> None:
    from govgraph.model import Structure

    text = (Path(__file__).parents[1] / "govgraph" / "cli" / "starter.yaml").read_text(encoding="utf-8")
    # Two answer a question about the area, which few files raise; a draft is written by a command, and states nothing.
    for key in set(Structure.model_fields) - {"note", "post_16_providers", "church_schools", "draft"}:
        assert f"\n{key}:" in text


def test_schema_is_printed() -> None:
    ran = govgraph("schema")
    assert ran.returncode == 0
    assert json.loads(ran.stdout)["$schema"].startswith("https://json-schema.org/")


def test_trace_of_the_founding_case() -> None:
    ran = govgraph("trace", DRAFT, "0-25 send strategic board")
    assert ran.returncode == 0
    for words in (
        "0-25 SEND Strategic Board reports to Shropshire Health and Wellbeing Board (proposed; ",
        "Shropshire Council is accountable to the electors of the county",
        "here the line leaves the structure",
        "0-25 SEND Strategic Board is scrutinised by CCG Governing Body",
        "Parent carers",
        "the file shows no part for this group. The file does not say who else sits on it.",
    ):
        assert words in ran.stdout
    told = json.loads(govgraph("trace", DRAFT, "therapy-workstream", "--format", "json").stdout)
    assert [(step["from"], step["to"]) for step in told["line"]] == [("therapy-workstream", "partnership-board")]
    assert told["stops"] == ["partnership-board"]
    assert [(one["constituency"], one["level"]) for one in told["heard"]] == [("parent-carers", "none")]


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys; from govgraph.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "assert not {'pydantic', 'yaml', 'networkx'} & set(sys.modules), sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_check_loads_neither_networkx_nor_anything_that_draws() -> None:
    code = (
        "import sys; from govgraph.cli import main\n"
        f"try: main(['check', {str(DRAFT)!r}])\n"
        "except SystemExit: pass\n"
        "assert not {'networkx', 'matplotlib', 'pandas', 'jinja2', 'difflib'} & set(sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
