"""Which importers there are, those of other packages, and files that would do harm."""

import socket
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

import govgraph.importers as registry
from govgraph.importers import Imported, Importer, importer_named, importers
from govgraph.importers.reading import document_of_any, read_any
from govgraph.model.faults import InputError

OWN = {"moderngov", "popolo", "govuk", "organogram"}
GOOD = Importer("a test's file", (".test",), lambda _path, _data: True, lambda _path, _data: Imported({}))


def _broken(_path: str, _data: bytes) -> Imported:
    raise KeyError("gone")


def _nothing(_path: str, _data: bytes) -> Any:
    return {"bodies": {}}


def _one_body(_path: str, _data: bytes) -> Imported:
    body = {"name": "The Board", "kind": "board"}
    return Imported({"bodies": {"board": body}}, ("The colours are left out.",))


LOADED = {
    "good": GOOD,
    "broken": GOOD._replace(endings=(".broken",), read=_broken),
    "nothing": GOOD._replace(endings=(".nothing",), read=_nothing),
    "one": GOOD._replace(endings=(".one",), read=_one_body),
    "text": "no importer",
    "unsound": GOOD._replace(endings=()),
    "moderngov": GOOD,
}


def _load(entry: EntryPoint) -> Any:
    if entry.name == "missing":
        raise ModuleNotFoundError("No module named 'gone'")
    return LOADED[entry.name]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Pretend that packages with these importers are installed."""

    def install(*names: str) -> None:
        entries = [EntryPoint(name, "other:IMPORTER", registry.GROUP) for name in names]
        monkeypatch.setattr(registry, "entry_points", lambda group: entries if group == registry.GROUP else [])
        monkeypatch.setattr(EntryPoint, "load", _load)
        importers.cache_clear()

    yield install
    importers.cache_clear()


def test_own_importers_are_found() -> None:
    assert importers().keys() >= OWN
    for importer in importers().values():
        assert importer.endings
        assert all(end == end.lower() and (end.startswith(".") or end == "codeowners") for end in importer.endings)


def test_an_importer_of_another_package(installed: Any, tmp_path: Path) -> None:
    installed("good", "one")
    (tmp_path / "a.one").write_text("x")
    structure = read_any(tmp_path / "a.one")
    assert structure.bodies["board"].name == "The Board"
    assert [str(notice) for notice in structure.notices] == [f"{tmp_path / 'a.one'}: The colours are left out."]
    assert importer_named("good") is GOOD


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("text", "'text' of an installed package is no importer: it should be a sound `Importer`."),
        ("unsound", "'unsound' of an installed package is no importer: it should be a sound `Importer`."),
        ("moderngov", "Two importers are called 'moderngov'. Uninstall the package that brings one of them."),
        (
            "missing",
            "The importer 'missing' of an installed package cannot be loaded (ModuleNotFoundError: No module named "
            "'gone').",
        ),
    ],
)
def test_an_importer_that_is_none(name: str, sentence: str, installed: Any) -> None:
    installed(name)
    with pytest.raises(InputError) as refused:
        importers()
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("broken", "a test's file cannot be read here: its importer failed (KeyError: 'gone')."),
        ("nothing", "a test's file cannot be read here: its importer gives something else than a structure."),
    ],
)
def test_an_importer_that_fails(name: str, sentence: str, installed: Any, tmp_path: Path) -> None:
    installed(name)
    path = tmp_path / f"a.{name}"
    path.write_text("x")
    assert [fault.message for fault in document_of_any(str(path)).faults] == [sentence]


def test_a_name_that_no_importer_has() -> None:
    with pytest.raises(InputError) as refused:
        importer_named("popollo")
    assert str(refused.value).startswith("There is no importer 'popollo'. Did you mean 'popolo'? There are: ")


DTD = '<!DOCTYPE a [<!ENTITY b "{}">]><committees><committeetitle>&b;</committeetitle></committees>'
HAS_DTD = "The file has a document type (DTD), which can draw on other files or grow without end; it is not read."
LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
HOSTILE_XML = {
    "entity": (DTD.format("x"), HAS_DTD),
    "laughs": (f'<!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a>committeetitle&l9;</a>', HAS_DTD),
    "file": (DTD.replace('"{}"', 'SYSTEM "file:///etc/passwd"'), HAS_DTD),
    "network": (DTD.replace('"{}"', 'SYSTEM "http://127.0.0.1:9/x"'), HAS_DTD),
    "dtd": ('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a>committeetitle</a>', HAS_DTD),
    "deep": ("<committeetitle>" * 5_000, "The file is nested more than 50 levels deep."),
    "cut": ("<committees><committeetitle>", "This is not sound XML (no element found)."),
    "encoding": (
        '<?xml version="1.0" encoding="klingon"?><committeetitle/>',
        "The file is in an encoding that is not known here.",
    ),
    "unknown entity": ("<committeetitle>&b;</committeetitle>", "This is not sound XML (undefined entity)."),
    "zeros": ("<committeetitle>\0</committeetitle>", "This is not sound XML (not well-formed (invalid token))."),
    "empty": ("", "This is not sound XML (no element found)."),
}


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any use of the network ends the test."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("name", HOSTILE_XML)
def test_hostile_xml_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    text, sentence = HOSTILE_XML[name]
    path = tmp_path / "a.xml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as refused:
        read_any(path, importer="moderngov")
    assert [fault.message for fault in refused.value.faults] == [sentence]


DEEP = '{"organizations": ' + "[" * 100_000 + "]" * 100_000 + "}"
HOSTILE_JSON = {
    "deep": (DEEP, "The file is nested more than 50 levels deep."),
    "cut": ('{"organizations": [', "A value is expected here."),
    "zeros": (
        '{"organizations": [\0',
        "The file is not text in UTF-8 (it holds zero bytes: perhaps UTF-16); save it as UTF-8.",
    ),
    "nan": ('{"organizations": [NaN]}', "NaN is not a value: use a text."),
    "twice": (
        '{"organizations": [], "organizations": []}',
        "The key 'organizations' stands here a second time; first in line 1.",
    ),
    "empty": ("", "The file is empty."),
}


@pytest.mark.parametrize("name", HOSTILE_JSON)
@pytest.mark.parametrize("importer", ["popolo", "govuk"])
def test_hostile_json_is_refused_in_a_sentence(name: str, importer: str, tmp_path: Path) -> None:
    text, sentence = HOSTILE_JSON[name]
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as refused:
        read_any(path, importer=importer)
    assert [fault.message for fault in refused.value.faults] == [sentence]


@pytest.mark.parametrize("importer", sorted(OWN))
def test_a_file_that_is_too_large_is_refused(importer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govgraph.importers.contents.MAX_BYTES", 1_000_000)
    path = tmp_path / "a.file"
    path.write_bytes(b"x" * 1_000_001)
    with pytest.raises(InputError) as refused:
        read_any(path, importer=importer)
    assert str(refused.value) == f"{path}: The file is larger than 1 MB, the most that is read."


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 100, b"\xff\xfe<\0", b"PK\x03\x04", b"[" * 200_000, b"<" * 100, b"{" * 9]
)
def test_no_importer_stumbles_over_what_it_is_shown(data: bytes) -> None:
    for importer in importers().values():
        assert importer.recognises("a.any", data) in (True, False)
