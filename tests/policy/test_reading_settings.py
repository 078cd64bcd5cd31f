"""Settings: where they are looked for, what they may hold, and every fault with its place."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.model.faults import InputError
from govgraph.policy import FailOn, Settings, find_settings, read_baseline, read_settings
from govgraph.policy.toml import parse

GOOD = """
# a comment with [brackets] and = signs
select = ["REP", "CHG"]
fail-on = "warning"
constituencies = "parent-carers"

[severity]
REP102 = "error"

[options.ACC106]
at_least = 3

[[waivers]]
code = "REP101"
bodies = ["board"]
reason = '''Agreed at the meeting of July,
in public'''
owner = "the clerk"
until = 2026-12-31
"""


def written(folder: Path, text: str, name: str = "govgraph.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str, name: str = "govgraph.toml") -> list[tuple[int | None, int | None, str]]:
    with pytest.raises(InputError) as caught:
        read_settings(written(folder, text, name))
    return [(fault.line, fault.column, fault.message) for fault in caught.value.faults]


@pytest.mark.parametrize("shared", [False, True])
def test_everything_that_may_be_set(tmp_path: Path, shared: bool) -> None:
    text, name = GOOD, "govgraph.toml"
    if shared:
        name = "pyproject.toml"
        tables = GOOD.replace("\n[[", "\n[[tool.govgraph.").replace("\n[s", "\n[tool.govgraph.s")
        text = "[project]\nname = 'x'\n[tool.govgraph]\n" + tables.replace("\n[o", "\n[tool.govgraph.o")
    settings = read_settings(written(tmp_path, text, name))
    assert settings.select == ("REP", "CHG")
    assert settings.fail_on is FailOn.WARNING
    assert settings.constituencies == ("parent-carers",)
    assert settings.severity == {"REP102": "error"}
    assert settings.options == {"ACC106": {"at_least": 3}}
    (waiver,) = settings.waivers
    assert (waiver.code, waiver.bodies, waiver.owner, waiver.until) == ("REP101", ("board",), "the clerk", "2026-12-31")
    assert waiver.reason == "Agreed at the meeting of July,\nin public"


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("slect = ['REP']", 1, 1, "'slect' is not a key of a settings table. Did you mean 'select'?"),
        ("select = ['REPX']", 1, 11, "There is no rule 'REPX'."),
        ("ignore = 'ACC999'", 1, 10, "There is no rule 'ACC999'."),
        (
            "fail-on = 'errors'",
            1,
            11,
            "fail-on should be error, warning, note or never, not 'errors'. Did you mean 'error'?",
        ),
        ("[severity]\nREP101 = 'fatal'", 2, 10, "should be error, warning or note, not 'fatal'"),
        ("[severity]\nREP = 'error'", 2, 7, "There is no rule 'REP'."),
        ("[severity]\nno-seat = 'error'", 2, 11, "There is no rule 'no-seat'. Did you mean 'REP101'?"),
        ("[options.ACC106]\nat_lest = 3", 2, 1, "The rule ACC106 has no option 'at_lest'. Did you mean 'at_least'?"),
        ("[options.ACC106]\nat_least = 'three'", 2, 12, "The option at_least of ACC106 cannot be 'three'"),
        ("[options.REP106]\nx = 1", 2, 1, "The rule REP106 has no option 'x'. It has: activities, levels."),
        (
            "[[waivers]]\ncode='REP101'\nreasn='x'\nreason='x'\nbodies='b'\nowner='y'",
            3,
            1,
            "'reasn' is not a key of a waiver. Did you mean 'reason'?",
        ),
        ("[[waivers]]\ncode='REP101'\nowner='y'", 1, 1, "This waiver has no reason; add 'reason = ...'."),
        (
            "waivers = [\n  {code='REP101', reason='r', owner='o', bodies='b'},\n  {code='REP1', bodies='b', "
            "reason='r', owner='o'},\n]",
            3,
            9,
            "There is no rule 'REP1'.",
        ),
        ("select = [", 1, 11, "This is not TOML"),
        ("a = 1\na = 2\n", 2, 6, "This is not TOML: cannot overwrite a value."),
        ("select = true", 1, 10, "select should be text"),
        ("waivers = 5", 1, 11, "waivers should be a mapping such as {code = ..., reason = ..., owner = ...}, not '5'."),
    ],
)
def test_a_fault_stands_where_it_is(tmp_path: Path, text: str, line: int, column: int, words: str) -> None:
    ((at_line, at_column, message),) = faults(tmp_path, text)
    assert words in message
    assert (at_line, at_column) == (line, column)


def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    text = "slect = 'x'\nfail_on = 'x'\n[[waivers]]\ncode = 'REP101'\n"
    assert [line for line, _, _ in faults(tmp_path, text)] == [1, 2, 3, 3]


def test_places_in_a_pyproject_are_those_of_the_file(tmp_path: Path) -> None:
    text = "[project]\nselect = 'other'\n\n[tool.govgraph]\nignore = ['REP101',\n  'ACC9']\n"
    assert [(line, column) for line, column, _ in faults(tmp_path, text, "pyproject.toml")] == [(6, 3)]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfes\x00", "The file is in UTF-16"),
        (b"", "The file is empty."),
        (b"select = '\x00'", "zero bytes"),
        (b"select = 'caf\xe9'", "looks like Windows-1252"),
        (b"a=" + b"[" * 5000 + b"]" * 5000, "nested too deep"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "govgraph.toml"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words):
        read_settings(path)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    parse("x.toml", text)


def test_positions_equal_the_library_s_keys() -> None:
    """Every key of a table of odd TOML has a place, and the text at that place begins with it."""
    text = (
        "top = 1\n'quoted key' = \"a # b\"\na.b.c = [1, [2, 3], {x = 1, 'y.z' = 2}]\n"
        '[t.u]\ndate = 1979-05-27 07:32:00\nfloat = 1.5e3\nm = """\n[no.header]\nk = 1 """\n'
        "[[many]]\nk = 1\n[many.sub]\nx = 2\n[[many]]\nk = 2\n[[many.deep]]\nz = 1\n"
    )
    document = parse("x.toml", text)

    def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        if isinstance(value, dict):
            return [one for key in value for one in [(*path, key), *paths(value[key], (*path, key))]]
        if isinstance(value, list):
            return [one for key, item in enumerate(value) for one in [(*path, key), *paths(item, (*path, key))]]
        return []

    lines = text.splitlines()
    assert document.marks is not None
    for path in paths(document.data):
        assert document.marks.covers(path)
        line, column = document.marks.position(path)
        rest = lines[line - 1][column - 1 :]
        key = str(path[-1])
        assert isinstance(path[-1], int) or key in rest
    assert document.marks.position(("many", 1, "k")) == (15, 1)
    assert document.marks.position(("a", "b", "c", 2, "y.z")) == (3, 29)


def test_the_nearest_settings_hold_as_far_as_the_repository_goes(tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    inner = repository / "a" / "b"
    inner.mkdir(parents=True)
    (repository / ".git").mkdir()
    outside = written(tmp_path, "fail-on = 'note'")
    assert find_settings(inner) is None
    shared = written(repository, "[tool.govgraph]\nfail-on = 'note'", "pyproject.toml")
    assert find_settings(inner) == shared
    own = written(repository / "a", "fail-on = 'error'")
    assert find_settings(inner) == own
    assert find_settings(tmp_path) == outside


def test_without_a_repository_only_the_folder_itself_is_looked_at(tmp_path: Path) -> None:
    inner = tmp_path / "a"
    inner.mkdir()
    written(tmp_path, "fail-on = 'note'")
    assert find_settings(inner) is None


def test_a_pyproject_that_does_not_speak_of_us_is_passed_over(tmp_path: Path) -> None:
    written(tmp_path, "[tool.other]\ngovgraph = 'a word'", "pyproject.toml")
    assert find_settings(tmp_path) is None
    assert read_settings(tmp_path / "pyproject.toml").model_dump() == Settings().model_dump()


@pytest.mark.parametrize("broken", [b"x =\n", b"# \xff\n"])
def test_a_shared_file_that_is_broken_is_not_passed_over(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_bytes(b"[tool.govgraph]\nfail-on = 'note'\n" + broken)
    assert find_settings(tmp_path) == path
    with pytest.raises(InputError):
        read_settings(path)


def test_a_baseline_holds_no_change(tmp_path: Path) -> None:
    path = written(tmp_path, '{"findings": [\n{"key": "CHG101:a:p", "certainty": "stated"}]}', "known.json")
    with pytest.raises(InputError, match="A baseline holds no findings of CHG101") as caught:
        read_baseline(path)
    assert (caught.value.faults[0].line, caught.value.faults[0].column) == (2, 9)


def test_hostile_keys_and_numbers_end_at_once(tmp_path: Path) -> None:
    for text in (".".join("a" * 100_000) + " = 1", f"x = {'9' * 5000}"):
        with pytest.raises(InputError):
            read_settings(written(tmp_path, text))


def test_two_settings_in_one_folder_are_refused(tmp_path: Path) -> None:
    written(tmp_path, "fail-on = 'note'")
    written(tmp_path, "[tool.govgraph]\nfail-on = 'error'", "pyproject.toml")
    with pytest.raises(InputError, match="keep one of them"):
        find_settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[]", 1, "A baseline is a mapping (findings: ...), not a list."),
        (
            '{"findings": [{"key": "x"}]}',
            1,
            "This entry has no certainty; add 'certainty: ...' with stated or not_stated.",
        ),
        ('{"findings": [{"key": "x", "certainty": "sure"}]}', 1, "certainty should be stated or not_stated"),
        ('{"findings": [],\n "finding": 1}', 2, "'finding' is not a key of a baseline. Did you mean 'findings'?"),
        ("{", 1, "key in double quotes is expected"),
    ],
)
def test_a_baseline_that_cannot_be_read(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_baseline(written(tmp_path, text, "known.json"))
    (fault,) = caught.value.faults
    assert words in fault.message
    assert fault.line == line
