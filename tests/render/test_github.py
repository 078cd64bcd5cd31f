"""Workflow commands, read as GitHub's runner reads a log: the commands must be ours, and nobody else's."""

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from govgraph.findings import Report
from govgraph.model.faults import Fault
from govgraph.pipeline import check
from govgraph.policy import Settings
from govgraph.render import github
from render.hostile import FAULTS, PERSON, TEXTS, changed, from_file, hostile, hostile_report, many, waived


class Command(NamedTuple):
    kind: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """What GitHub's runner would carry out (actions/runner, ActionCommand): in both forms, and under any name.

    Stricter than the runner: unseen signs are passed over, as some cultures of .NET do, and any sign that some
    reader takes for the end of a line ends one.
    """
    found = []
    for line in log.splitlines():
        bare = "".join(sign for sign in line if unicodedata.category(sign) not in ("Cf", "Mn", "Cc"))
        if bare.lstrip().startswith("::"):
            head, _, data = line.lstrip()[2:].partition("::")
            kind, _, stated = head.partition(" ")
            pairs = (pair.split("=", 1) for pair in stated.split(","))
            found.append(Command(kind, {key: unescaped(value, ":,") for key, value in pairs}, unescaped(data)))
        assert "##[" not in bare
    return found


def unescaped(text: str, also: str = "") -> str:
    for sign in f"\r\n{also}%":
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def test_what_counts_is_annotated_worst_first(tmp_path: Path) -> None:
    log = github.render(from_file(tmp_path, "a, b: 100%.yaml"))
    found = commands(log)
    assert [(one.kind, *one.properties.values()) for one in found] == [
        ("error", "a, b: 100%.yaml", "6", "3", "ACC102 reporting-cycle"),
        ("error", "a, b: 100%.yaml", "6", "3", "REP101 no-seat"),
        ("warning", "a, b: 100%.yaml", "8", "3", "Question"),
    ]
    assert list(found[0].properties) == ["file", "line", "col", "title"]
    assert "file=a%2C b%3A 100%25.yaml,line=6" in log
    assert found[1].data.startswith("Parent carers have no seat on the Health Board.")
    assert "\nWhat to do: Ask the Health Board for a seat for parent carers" in found[1].data
    assert found[2].data.startswith("Who sits on ")
    assert log.splitlines()[-2].startswith("In short: Parent carers have no seat on the Health Board.")
    assert log.splitlines()[-1].startswith(
        "2 errors, 0 warnings and 0 notes; 1 question that the file does not answer. "
    )


def test_a_note_is_a_notice(tmp_path: Path) -> None:
    found = commands(github.render(from_file(tmp_path, severity={"REP101": "note"})))
    assert [(one.kind, one.properties["title"]) for one in found] == [
        ("error", "ACC102 reporting-cycle"),
        ("notice", "REP101 no-seat"),
        ("notice", "Question"),
    ]


def test_what_does_not_count_is_no_annotation() -> None:
    log = github.render(changed(waivers=[waived("REP101", "extra")]))
    assert [(one.properties["title"], re.split("[;.]", one.data)[0]) for one in commands(log)] == [
        ("CHG101 representation-lost", "Parent carers lose their seat on the Board"),
        ("REP101 no-seat", "Parent carers have no seat on the Board"),
    ]
    lines = log.splitlines()
    assert lines[2].startswith("- Waived: REP101 no-seat: Parent carers have no seat on Extra. ")
    assert lines[2].endswith(" Accepted by The clerk: The law keeps it to members.")
    assert lines[3] == "- Not counted: 1 there before the change too; 1 not found any more."
    assert lines[4] == "- Compared with the structure before, as of 1 September 2020."
    assert lines[5] == "In short: Parent carers lose their seat on the Board. There is one more problem."
    assert not any("Quiet" in line for line in lines)


def test_what_was_not_checked_is_counted_in_the_last_line() -> None:
    report = check(hostile("Board"), Settings(select=["SET", "CHG", "REP101"]), as_of="2020-09-01")
    assert f"; {len(report.not_checked)} more had nothing to look at" in github.render(report).splitlines()[-1]


@pytest.mark.parametrize(("number", "more"), [(10, 0), (11, 1), (13, 3)])
def test_github_shows_ten_of_a_kind_and_the_others_follow(number: int, more: int) -> None:
    log = github.render(many(number))
    found = commands(log)
    assert [re.findall(r"Board \d\d", one.data)[0] for one in found] == [f"Board {count:02}" for count in range(10)]
    items = [line for line in log.splitlines() if line.startswith("- ")]
    assert [re.findall(r"Board \d\d", line)[0] for line in items] == [f"Board {10 + count}" for count in range(more)]
    assert all(line.startswith("- ERROR: REP101 no-seat: Parent carers have no seat on Board") for line in items)
    told = {0: "", 1: "1 more finding has no annotation, ", 3: "3 more findings have no annotation, "}[more]
    assert told in log
    assert ("the step summary holds all of them" in log) is bool(more)


def kinds_of(report: Report) -> Counter[str]:
    names = {"error": "error", "warning": "warning", "note": "notice"}
    counted = Counter(names[finding.severity] for item in report.facts for finding in item.findings)
    counted += Counter(names[question.severity] for question in report.questions)
    return Counter({kind: min(count, github.SHOWN) for kind, count in counted.items()})


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("compared", [True, False], ids=["a change", "a structure"])
def test_hostile_text_is_no_command(text: str, *, compared: bool) -> None:
    report = hostile_report(text) if compared else check(hostile(text), as_of="2020-09-01")
    log = github.render(report)
    found = commands(log)
    assert Counter(one.kind for one in found) == kinds_of(report)
    titles = {f"{one.code} {one.name}" for one in report.counted} | {"Question"}
    assert {one.properties["title"] for one in found} <= titles
    assert all(set(one.properties) == {"title"} for one in found)
    assert all(one.data.count("\n") == (one.properties["title"] != "Question") for one in found)
    # What is told arrives, but for white space and for what would be a command of old.
    squeezed = [re.sub(r"\s", "", one.data) for one in found]
    expected = [re.sub(r"\s", "", f"{one.message}Whattodo:{one.fix}") for one in report.counted]
    expected += [re.sub(r"\s", "", one.message) for one in report.questions]
    assert set(squeezed) <= set(expected)
    assert PERSON not in log


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_text_is_no_command_beyond_ten(text: str) -> None:
    log = github.render(many(13, text))
    assert [one.kind for one in commands(log)] == ["error"] * 10
    assert len(log.splitlines()) == 10 + 1 + 3 + 2


def test_what_a_path_holds_is_no_command() -> None:
    for path in ("a\n::error::x", "a\u2028::error::x", "##[error]x", "\r::error::x", "a,title=x::y"):
        found = commands(github.render_faults([Fault(path, 1, 1, "Wrong.")]))
        assert [(one.kind, one.data, one.properties["title"]) for one in found] == [
            ("error", "Wrong.", "Could not check")
        ]


def test_faults_are_errors_with_their_places() -> None:
    found = commands(github.render_faults(FAULTS))
    assert [(one.kind, *one.properties.values()) for one in found] == [
        ("error", "a folder/Bwrdd Ŵyl.yaml", "3", "7", "Could not check"),
        ("error", "a folder/Bwrdd Ŵyl.yaml", "Could not check"),
        ("error", "Could not check"),
        ("error", "/etc/other\\file.yaml", "1", "1", "Could not check"),
    ]
    assert found[0].data == "There is no body 'x' ::error::y ## [error]z ]]> \ufffd [31m."
    assert found[2].data == "The rule ACC101 failed."
