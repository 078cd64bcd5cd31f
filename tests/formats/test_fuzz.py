"""Any bytes at all give a structure or clean faults: never another error, never a green verdict by accident."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from govgraph.formats import read
from govgraph.model.faults import InputError
from govgraph.model.scalars import UNSEEN
from govgraph.pipeline import check
from helpers import FIXTURES, govgraph

STORIES = sorted(FIXTURES.glob("*/structure.yaml"))
SCRAPS = [
    *("{", "}", "[", "]", ":", "- ", "? ", "&a ", "*a", "<<: ", "!!map ", "|", ">", "'", '"', "#", "%", "@", "`"),
    *("\t", "\n", "\n  ", "---\n", "...\n", "\x00", "\x1b[31m", "\u202e", "\ufeff", "\\ud800", "null", "~"),
    *("bodies", "name", "kind", "board", "reports_to", "seats", "without", "constituencies", "from: ", "2020-02-30"),
]
JSON_SCRAPS = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"',
    "\\",
    "\\ud800",
    "NaN",
    "-Infinity",
    "1e999",
    "9" * 5000,
    "tru",
    "null",
]


def survives(path: Path, data: bytes) -> None:
    """Read and check the bytes: a report, or faults that can be printed."""
    path.write_bytes(data)
    faults = []
    try:
        check(read(path))
    except InputError as error:
        faults = error.faults
    for fault in faults:
        assert fault.message.endswith((".", "?"))
        assert not UNSEEN.search(fault.message), fault
        assert "\n" not in fault.message
        assert (fault.line is None) == (fault.column is None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@examples(300)
@given(data=st.binary(max_size=200), ending=st.sampled_from(["yaml", "json"]))
def test_any_bytes(folder: Path, data: bytes, ending: str) -> None:
    survives(folder / f"bytes.{ending}", data)


@examples(300)
@given(st.lists(st.sampled_from(SCRAPS) | st.text(max_size=5), max_size=30))
def test_scraps_of_yaml(folder: Path, scraps: list[str]) -> None:
    survives(folder / "scraps.yaml", "".join(scraps).encode("utf-8", "surrogatepass"))


@examples(300)
@given(st.lists(st.sampled_from(JSON_SCRAPS) | st.sampled_from(SCRAPS), max_size=20))
def test_scraps_of_json(folder: Path, scraps: list[str]) -> None:
    survives(folder / "scraps.json", "".join(scraps).encode("utf-8", "surrogatepass"))


@examples(200)
@given(st.sampled_from(STORIES), st.integers(0, 2**32), st.integers(1, 6))
def test_spoilt_stories(folder: Path, story: Path, seed: int, wounds: int) -> None:
    chance = random.Random(seed)
    lines = story.read_text(encoding="utf-8").splitlines(keepends=True)
    for _ in range(wounds):
        place = chance.randrange(len(lines))
        line = lines[place]
        cut = chance.randrange(len(line) + 1)
        lines[place] = chance.choice(
            [line[:cut], line[cut:], line[:cut] + chance.choice(SCRAPS) + line[cut:], line * 2, "", line.swapcase()]
        )
    survives(folder / "story.yaml", "".join(lines).encode("utf-8", "surrogatepass"))


values = st.recursive(
    st.none() | st.booleans() | st.text(max_size=8) | st.sampled_from(["a", "b", "board", "2020", "in_place"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "kind", "to", "seats", "for", "without", "a", "from", ""]), inner)
    ),
    max_leaves=20,
)


@examples(300)
@given(values, values)
def test_right_json_with_wrong_things_in_it(folder: Path, bodies: object, people: object) -> None:
    import json

    stated = {"bodies": {"a": bodies, "b": {"name": "B", "kind": "board"}}, "constituencies": people, "title": people}
    survives(folder / "values.json", json.dumps(stated).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"- " * 20_000,
        b"a: &a [*a]",
        b"? " * 5000,
        b"%YAML 9.9",
    ],
    ids=lambda data: repr(data[:6]),
)
@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_the_command_ends_cleanly(tmp_path: Path, data: bytes, ending: str) -> None:
    path = tmp_path / f"x.{ending}"
    path.write_bytes(data)
    ran = govgraph("check", path)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "Traceback" not in ran.stderr
    assert f"{path}:" in ran.stderr
    assert "fault in govgraph" not in ran.stderr
