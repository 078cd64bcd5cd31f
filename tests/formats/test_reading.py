"""What an officer typed is what is read: scalars, forms, encodings, several files, JSON."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from govgraph.formats import read, read_text
from govgraph.model import Place, Role, Structure
from govgraph.model.faults import InputError
from helpers import FIXTURES, not_none
from renaming import plain


def body(text: str) -> Any:
    """The only body of a structure in which it is written in flow style."""
    return read_text(f"bodies: {{a: {{name: A, kind: board, {text}}}, b: {{name: B, kind: board}}}}").bodies["a"]


@pytest.mark.parametrize("typed", ["no", "NO", "yes", "on", "~", "null", "12:30", "12:30:45", "017", "1_000", "1.10"])
def test_text_stays_as_typed(typed: str) -> None:
    assert body(f"meets: {typed}").meets == typed
    assert read_text(f"bodies: {{a: {{name: {typed}, kind: board}}}}").bodies["a"].name == typed


def test_an_id_may_be_a_word_that_yaml_takes_for_something_else() -> None:
    structure = read_text("bodies: {no: {name: A, kind: board, reports_to: 'on'}, on: {name: B, kind: board}}")
    assert list(structure.bodies) == ["no", "on"]
    assert structure.bodies["no"].reports_to[0].to == "on"


@pytest.mark.parametrize(
    ("typed", "truth"),
    [("true", True), ("yes", True), ("Yes", True), ("Y", True), ("false", False), ("no", False), ("n", False)],
)
def test_truth(typed: str, truth: bool) -> None:
    assert body(f"several: {typed}").several is truth


@pytest.mark.parametrize("typed", ["on", "off", "1", "0", "x", "maybe"])
def test_nothing_else_is_truth(typed: str) -> None:
    with pytest.raises(InputError, match=f"several should be true or false \\(or yes or no\\), not '{typed}'"):
        body(f"several: {typed}")


def test_one_value_stands_for_a_list_and_an_id_for_the_long_form() -> None:
    short = body("reports_to: b, level: strategic, does: decides, other_names: X")
    long = body("reports_to: [{to: b}], level: [strategic], does: [decides], other_names: [X]")
    assert short == long
    assert body("reports_to: [b, {to: b, status: proposed}]").reports_to[1].status == "proposed"


@pytest.mark.parametrize("empty", ["", "''", "[]", "{}"])
def test_an_empty_value_of_a_known_key_is_that_key_left_out(empty: str) -> None:
    assert body(f"reports_to: {empty}, does: {empty}, note: {empty}, seats: {empty}") == body("level: ")


def test_long_forms_of_everything() -> None:
    structure = read_text(
        """
govgraph: 1
as_of: 2020-09-01
source: {id: s, where: page 1}
sources: {s: {title: S, date: 2020}}
constituencies: {p: {name: P, represented_by: f}}
themes: {t: {name: T, raised_by: p, note: N}}
bodies:
  f: {name: F, kind: forum}
  a:
    name: A
    kind: board
    from: 2017-04
    until: 2022
    accountable_to: [{to: all, from: 2018, source: s}]
    without: {constituency: p, status: proposed, note: N}
    consulted: [{constituency: p, on: buses, from: 2019, until: 2020}]
    informed: p
    responsible_for: {theme: t, lead: yes}
    monitors: [t]
    contacts: {for: p, title: T, post: P, senior: yes, votes: no, vacant: no}
    seats: {holder: f, role: co_chair, votes: yes, appointed_by: f, as: parent_carer, independent: no, from: 2020-01-31}
"""
    )
    stated = structure.bodies["a"]
    assert structure.as_of == date(2020, 9, 1)
    assert (stated.from_, stated.until) == ("2017-04", "2022")
    assert stated.seats[0].role is Role.CO_CHAIR
    assert stated.consulted[0].on == "buses"
    assert stated.responsible_for[0].lead is True
    assert stated.contacts[0].votes is False


def test_a_seat_and_an_absence_of_another_status_or_time_are_no_contradiction() -> None:
    start = "constituencies: {p: {name: P}}\nbodies: {a: {name: A, kind: board, without: "
    read_text(start + "p, seats: {on_behalf_of: p, status: proposed}}}")
    read_text(start + "{constituency: p, until: 2019}, seats: {on_behalf_of: p, from: 2020}}}")
    read_text(start + "p, seats: {on_behalf_of: p, role: observer}}}")
    with pytest.raises(InputError, match="one of the two is wrong"):
        read_text(start + "{constituency: p, until: 2020}, seats: {on_behalf_of: p, from: 2020-12-31}}}")


def write(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


TEXT = "title: Bwrdd Iechyd Llŷn\nbodies:\n  a: {name: Café, kind: board}\n"


@pytest.mark.parametrize(
    "data", [TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.replace("\n", "\r\n").encode()], ids=["utf-8", "bom", "crlf"]
)
def test_utf_8_with_bom_or_crlf_is_fine(tmp_path: Path, data: bytes) -> None:
    structure = read(write(tmp_path / "x.yaml", data))
    assert structure.title == "Bwrdd Iechyd Llŷn"
    assert structure.place(("bodies", "a")) == Place(str(tmp_path / "x.yaml"), 3, 3)


def test_json_of_the_same_shape_is_the_same_structure(tmp_path: Path) -> None:
    import json

    for story in FIXTURES.glob("*/structure.yaml"):
        structure = read(story)
        path = write(tmp_path / "x.json", json.dumps(plain(structure), ensure_ascii=False).encode())
        assert plain(read(path)) == plain(structure)


def test_places_in_json_are_found_when_asked_for(tmp_path: Path) -> None:
    text = '{\n "bodies": {\n  "a": {"name": "A", "kind": "board",\n   "seats": [{"votes": true}, {"votes": false}]}}}'
    structure = read(write(tmp_path / "x.json", text.encode()))
    path = str(tmp_path / "x.json")
    assert structure.place(("bodies", "a")) == Place(path, 3, 3)
    assert structure.place(("bodies", "a", "seats", 1)) == Place(path, 4, 31)
    assert structure.place(("bodies", "a", "contacts", 7)) == Place(path, 3, 3)
    assert structure.place(("bodies", "z")) is None


def test_places_in_json_are_right_in_large_files_and_strange_keys(tmp_path: Path) -> None:
    bodies = ",\n".join(
        f'"b{number}": {{"name": "B{number}", "kind": "board", "note": "\\"b1\\": {{"}}' for number in range(50)
    )
    structure = read(write(tmp_path / "x.json", f'{{"bodies": {{\n{bodies}\n}}, "title": "T"}}'.encode()))
    assert [not_none(structure.place(("bodies", f"b{number}")))[1:3] for number in range(50)] == [
        (number + 2, 1) for number in range(50)
    ]
    with pytest.raises(InputError, match="'' is not a key of a structure"):
        read(write(tmp_path / "y.json", b'{"": {"": {}}, "bodies": {"a": {"name": "A", "kind": "board"}}}'))


def test_numbers_in_json_stay_as_typed(tmp_path: Path) -> None:
    text = '{"govgraph": 1, "bodies": {"a": {"name": 1.10, "kind": "board", "until": 2017}}}'
    stated = read(write(tmp_path / "x.json", text.encode())).bodies["a"]
    assert (stated.name, stated.until) == ("1.10", "2017")


def test_several_files_make_one_structure_and_defaults_hold_for_their_own_file(tmp_path: Path) -> None:
    one = write(
        tmp_path / "one.yaml",
        b"title: T\nas_of: 2020-01-01\nstatus: proposed\nmembership: complete\nsource: s\n"
        b"sources: {s: {title: S}}\nbodies: {a: {name: A, kind: board, reports_to: b}}",
    )
    two = write(tmp_path / "two.yaml", b"lines: complete\nbodies: {b: {name: B, kind: board, status: agreed}}")
    structure = read(one, two)
    assert (structure.title, structure.as_of, list(structure.bodies)) == ("T", date(2020, 1, 1), ["a", "b"])
    first, second = structure.bodies["a"], structure.bodies["b"]
    assert (first.status, first.membership, first.lines) == ("proposed", "complete", None)
    assert first.source is not None
    assert (second.status, second.membership, second.lines, second.source) == ("agreed", None, "complete", None)
    assert structure.place(("bodies", "b")) == Place(two, 2, 10)


def test_what_stands_twice_in_several_files_is_told(tmp_path: Path) -> None:
    one = write(tmp_path / "one.yaml", b"title: T\nbodies:\n  a: {name: A, kind: board}")
    two = write(tmp_path / "two.yaml", b"title: T\nbodies:\n  a: {name: A, kind: board}")
    with pytest.raises(InputError) as error:
        read(one, two)
    assert [fault.message for fault in error.value.faults] == [
        f"title is in {one} already; write it in one file only.",
        f"The body 'a' is in {one}, line 3, already.",
    ]
    assert [(fault.path, fault.line, fault.column) for fault in error.value.faults] == [(two, 1, 1), (two, 3, 3)]


def test_no_id_is_called_unknown_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    one = write(tmp_path / "one.yaml", b"bodies: {a: {name: A, kind: board, reports_to: b}}")
    two = write(tmp_path / "two.yaml", b"bodies: {b: {name: [B, kind: board}}")
    with pytest.raises(InputError) as error:
        read(one, two)
    assert {fault.path for fault in error.value.faults} == {two}


@pytest.mark.parametrize(
    ("name", "words"),
    [("", "folder"), ("missing.yaml", "no such file"), ("x\0y.yaml", "cannot be opened")],
)
def test_what_cannot_be_opened_is_told(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read(f"{tmp_path}/{name}")


def test_a_file_without_end_is_refused() -> None:
    if Path("/dev/zero").exists():
        with pytest.raises(InputError, match="This is a device, not a file"):
            read("/dev/zero")


def test_what_is_printed_of_a_fault_holds_nothing_unseen() -> None:
    with pytest.raises(InputError) as error:
        read_text('bodies: {a: {name: A, kind: "\\u001b[31m"}}')
    assert "\x1b" not in str(error.value)
    with pytest.raises(InputError) as error:
        read_text('bodies: {a: {name: A, kind: board, reports_to: "\\u202ex"}}')
    assert "\u202e" not in str(error.value)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("'Body B'", "Write its id: 'b'."),
        ("'b, c'", "For several, write [b, c]."),
        ("board-e", "Did you mean 'board-d' (D)?"),
    ],
)
def test_an_unknown_id_is_told_with_what_was_probably_meant(typed: str, hint: str) -> None:
    start = "bodies: {b: {name: Body B, kind: board}, c: {name: C, kind: board}, board-d: {name: D, kind: board}, "
    start += "a: {name: A, kind: board, reports_to: "
    with pytest.raises(InputError) as error:
        read_text(f"{start}{typed}}}}}")
    assert str(error.value).endswith(hint)


def test_a_structure_made_in_code_is_checked_before_it_is_asked() -> None:
    from govgraph.pipeline import check

    made = Structure.model_validate({"bodies": {"a": {"name": "A", "kind": "board", "reports_to": "b"}}})
    with pytest.raises(InputError, match="There is no body 'b'"):
        check(made)


def test_keys_of_the_model_and_the_reader_are_the_same() -> None:
    import json

    from jsonschema import Draft202012Validator

    from govgraph.render.json import render_schema

    validator = Draft202012Validator(json.loads(render_schema()))
    for story in FIXTURES.glob("*/structure.yaml"):
        assert list(validator.iter_errors(plain(read(story)))) == []
    assert list(validator.iter_errors({"bodies": {"a": {"name": "A", "kind": "board", "reports_to": "b"}}})) == []
    assert list(validator.iter_errors({"bodies": {"a": {"name": "A", "kind": "bord"}}}))
    assert Structure.model_validate({"bodies": {}}).bodies == {}
