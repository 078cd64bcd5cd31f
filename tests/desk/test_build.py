"""The desk as it is built: from pinned parts, small, the same each time, with every licence; by the real build."""

import base64
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pytest

from govgraph.desk.built_file import digest_of_sources, stated_digest
from govgraph.desk.protocol import Kind
from govgraph.formats.written_mark import Origin, origin_of
from helpers import ROOT

DESK = ROOT / "desk"
BUILT = ROOT / "build" / "desk"
MOST = 15_000_000
NEEDS_OTHERS = ("click", "docx", "lxml", "multiprocessing", "networkx", "pandas", "typst")
ALONE = """
import json, re, socket, subprocess, sys, threading, types
for name in {without!r}:
    sys.modules[name] = None
def refused(*_, **__):
    raise RuntimeError("a page has no threads, no programs and no connections")
threading.Thread.start = subprocess.Popen.__init__ = socket.socket.__init__ = refused
def laid_out(text, engine):
    names = re.findall(r"(\\w+) \\[width", text)
    placed = [{{"name": name, "pos": f"{{100 * place}},0"}} for place, name in enumerate(names)]
    return json.dumps({{"objects": placed}})
sys.modules["js"] = types.SimpleNamespace(layOut=laid_out)
sys.path.insert(0, {stand_ins!r})
from pathlib import Path
from govgraph.desk.session import Session
session = Session()
def call(method, *arguments, files=()):
    answer = json.loads(session.call(method, json.dumps(arguments), files))
    assert "refused" not in answer, answer
    return answer
path = Path({file!r})
call("open", files=[(path.name, path.read_bytes())])
state = call("saved", "mine.yaml")
body, group = state["bodies"][0]["id"], state["groups"][0]["id"]
assert call("act", {{"do": "seat", "body": body, "group": group}})["verdict"]["facts"] is not None
call("picture")
for kind in {kinds!r}:
    call("write", kind, body)
call("open", files=[("mine.xlsx", __import__("base64").b64decode(call("write", "workbook")["content"]))])
"""
KINDS = get_args(Kind)


def build(file: Path, *options: str) -> bytes:
    command = [sys.executable, str(DESK / "build.py"), *options, "-o", str(file)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return file.read_bytes()


@pytest.fixture(scope="module")
def whole(built_desk: Path) -> bytes:
    return build(built_desk.with_name("whole.html"))


def packages() -> Iterator[tuple[str, dict[str, object]]]:
    """What the lock of npm names."""
    lock = json.loads((DESK / "package-lock.json").read_text(encoding="utf-8"))
    yield from ((name, entry) for name, entry in lock["packages"].items() if name)


def test_the_locks_have_a_hash_for_each_part_and_no_address() -> None:
    assert not [name for name, entry in packages() if "resolved" in entry]
    assert not [name for name, entry in packages() if not str(entry.get("integrity")).startswith("sha512-")]
    lines = (DESK / "python-parts.txt").read_text(encoding="utf-8").splitlines()
    parts = [line for line in lines if not line.startswith("#")]
    assert not [part for part in parts if not re.fullmatch(r"[\w-]+==[\w.]+ --hash=sha256:[0-9a-f]{64}", part)]
    for name in ("package-lock.json", "package.json", "python-parts.txt", ".npmrc"):
        assert "registry" not in (DESK / name).read_text(encoding="utf-8").replace("omit-lockfile-registry", ""), name


def test_what_the_page_is_made_of_is_pinned() -> None:
    named = json.loads((DESK / "package.json").read_text(encoding="utf-8"))
    versions = named["dependencies"] | named["devDependencies"]
    assert not {name: version for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)}


def test_the_engine_runs_without_what_no_page_has() -> None:
    code = ALONE.format(
        without=NEEDS_OTHERS,
        stand_ins=str(DESK / "python"),
        file=str(ROOT / "fixtures" / "shropshire-draft-2020" / "structure.yaml"),
        kinds=KINDS,
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr


def test_the_page_is_small_enough_to_send(whole: bytes) -> None:
    assert len(whole) <= MOST


def test_the_page_says_of_which_govgraph_it_is(whole: bytes, built_desk: Path) -> None:
    assert stated_digest(whole) == digest_of_sources()
    assert origin_of(built_desk.with_name("whole.html"), "whole.html") is Origin.OURS


@pytest.mark.long
def test_the_page_is_the_same_each_time(whole: bytes, tmp_path: Path) -> None:
    again = build(tmp_path / "again.html", "--anew")
    assert sha256(again).hexdigest() == sha256(whole).hexdigest()


def test_the_page_names_no_place_of_this_machine(whole: bytes) -> None:
    text = whole.decode("utf-8")
    seen = [text, base64.b64decode(part(text, "worker")).decode("utf-8"), *map(str, unpacked(part(text, "files")))]
    for place in (str(ROOT), sys.prefix):
        assert not [piece[:80] for piece in seen if place in piece], place


def test_the_policy_lets_the_page_connect_to_nothing(whole: bytes) -> None:
    head = whole[: whole.index(b"<title>")].decode("utf-8").replace("&#x27;", "'")
    (stated,) = re.findall(r'content="(default-src[^"]*)"', head)
    policy = dict(re.findall(r"([\w-]+) ([^;]+)(?:; |$)", stated))
    script = re.search(rb'<script type="module">(.*?)</script>', whole, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(sha256(script[1]).digest()).decode("ascii")
    assert policy.pop("script-src") == f"'sha256-{digest}' blob: 'wasm-unsafe-eval'"
    assert policy == {
        "default-src": "'none'",
        "worker-src": "blob:",
        "style-src": "'unsafe-inline'",
        "img-src": "data: blob:",
        "font-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def part(text: str, name: str) -> str:
    """What the page carries under a name."""
    found = re.search(rf'id="part-{name}">([A-Za-z0-9+/=]+)</script>', text)
    assert found is not None, name
    return found[1]


def unpacked(packed: str) -> Iterator[bytes]:
    """What lies in the archive of files, and the list of it."""
    import zstandard

    archive = zstandard.ZstdDecompressor().decompress(base64.b64decode(packed))
    length = int.from_bytes(archive[:4], "little")
    yield archive[4 : 4 + length]
    start = 4 + length
    for _, size in json.loads(archive[4 : 4 + length]):
        yield archive[start : start + size]
        start += size


def test_every_part_has_its_licence(whole: bytes) -> None:
    found = dict(re.findall(r"<summary>([^\s,]+)[^<]*</summary><pre>([^<]*)</pre>", whole.decode("utf-8")))
    wheels = {wheel.name.split("-")[0].replace("_", "-").casefold() for wheel in (BUILT / "wheels").glob("*.whl")}
    only_files = {"matplotlib": "DejaVu", "pyvis": "vis-network"}
    named = {name.replace("_", "-").casefold() for name in found}
    assert wheels - set(only_files) <= named
    assert {*only_files.values(), "Python", "pyodide", "Graphviz", "@viz-js/viz", "govgraph"} <= set(found)
    used = {name.removeprefix("node_modules/") for name, entry in packages() if not entry.get("dev")}
    types_and_servers = {"@types/node", "undici-types", "ws", "@types/emscripten"}  # in no script of the page
    assert used - types_and_servers <= set(found)
    assert not [name for name, text in found.items() if len(text) < 200]


def test_the_modules_are_compiled_and_none_is_left_as_source(whole: bytes) -> None:
    listed = json.loads(next(unpacked(part(whole.decode("utf-8"), "files"))))
    names = [name for name, _ in listed]
    assert names == sorted(names)
    assert not [name for name in names if name.endswith(".py")]
    assert "lib/python3.14/site-packages/govgraph/desk/session.pyc" in names


def test_the_parts_are_fetched_but_once(whole: bytes) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(DESK)!r}); import parts\n"
        "parts.run = parts.subprocess.run = lambda *_, **__: sys.exit('fetched again')\nparts.fetch()"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
