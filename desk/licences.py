"""Under which licences the parts of the page stand: readable in the page itself."""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from email import message_from_bytes
from email.message import Message
from html import escape
from typing import Any, NamedTuple

from parts import HERE, NODE_MODULES, ROOT, WHEELS

_TEXT = re.compile(r".*\.dist-info/(licenses/)?(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*", re.IGNORECASE)
_SCRIPT_HEAD = re.compile(r"/\*\*.*?\*/", re.DOTALL)
_VIS = "pyvis/lib/vis-9.1.2/vis-network.min.js"
_FONTS = "matplotlib/mpl-data/fonts/ttf/LICENSE_DEJAVU"
_OF_PYTHON = "typing_extensions"
"""A package of Python's developers, under Python's own licence."""


class Licence(NamedTuple):
    """A part of the page, and the terms under which it is handed on."""

    name: str
    version: str
    terms: str
    text: str


def licences(bundled: Iterable[str]) -> list[Licence]:
    """Those of all that the page carries, by name; `bundled` names the packages of npm in its scripts."""
    own = Licence("govgraph", "", "MIT", (ROOT / "LICENSE").read_text(encoding="utf-8"))
    found = [own, *_of_wheels(), *map(_of_module, _with_needed(bundled)), *_kept()]
    return sorted(found, key=lambda licence: licence.name.casefold())


def _of_wheels() -> Iterator[Licence]:
    for wheel in sorted(WHEELS.glob("*.whl")):
        with zipfile.ZipFile(wheel) as packed:
            (described,) = [name for name in packed.namelist() if name.endswith(".dist-info/METADATA")]
            about = message_from_bytes(packed.read(described))
            texts = [name for name in packed.namelist() if _TEXT.fullmatch(name) and not name.endswith("/")]
            name, version = about["Name"], about["Version"]
            text = "\n\n".join(packed.read(name).decode("utf-8").strip() for name in sorted(texts)) or _text_beside(
                name
            )
            terms = about["License-Expression"] or about["License"] or _classified(about)
            if name == "matplotlib":
                yield Licence("DejaVu fonts", f"in {name} {version}", "Bitstream Vera", packed.read(_FONTS).decode())
            elif name == "pyvis":
                head = _SCRIPT_HEAD.search(packed.read(_VIS).decode("utf-8"))
                yield Licence("vis-network", f"in {name} {version}", "Apache-2.0 or MIT", head[0] if head else "")
            else:
                yield Licence(name, version, terms, text)
                if name == _OF_PYTHON:
                    yield Licence("Python", f"in pyodide {_described('pyodide')['version']}", terms, text)


def _text_beside(name: str) -> str:
    """Of a package that comes without its licence: the text is kept here, too."""
    return (HERE / "licences" / "of_wheels" / f"{name}.txt").read_text(encoding="utf-8")


def _classified(about: Message) -> str:
    classes = [each for each in about.get_all("Classifier", ()) if each.startswith("License")]
    return " or ".join(each.rpartition(" :: ")[2] for each in classes)


def _with_needed(bundled: Iterable[str]) -> list[str]:
    """The packages with those that they need, for some come with a copy of these within."""
    needed = {need for name in bundled for need in _described(name).get("dependencies", ())}
    return sorted({*bundled, *(need for need in needed if not need.startswith("@types/"))})


def _of_module(name: str) -> Licence:
    about = _described(name)
    text = (NODE_MODULES / name / "LICENSE").read_text(encoding="utf-8")
    return Licence(name, about["version"], about["license"], text)


def _kept() -> Iterator[Licence]:
    """Of what comes without its licence: the text is kept here."""
    for path in (HERE / "licences").glob("*.txt"):
        head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
        about = dict(line.split(": ", 1) for line in head.splitlines())
        versions = {name: _described(name)["version"] for name in about["Within"].split(", ")}
        within = " and ".join(" ".join(pair) for pair in versions.items())
        yield Licence(about["Name"], versions.get(about["Name"], f"in {within}"), about["Licence"], text)


def _described(name: str) -> dict[str, Any]:
    described: dict[str, Any] = json.loads((NODE_MODULES / name / "package.json").read_text(encoding="utf-8"))
    return described


def about(found: Iterable[Licence]) -> str:
    """The licences as a part of the page, which opens on demand."""
    listed = "\n".join(
        f"<details><summary>{escape(_title(licence))}</summary><pre>{escape(licence.text.strip())}</pre></details>"
        for licence in found
    )
    return (
        '<dialog id="about" aria-labelledby="about-title">\n<h2 id="about-title">What this page is made of</h2>\n'
        "<p>This page holds govgraph and all that it needs. Each part has a licence of its own:</p>\n"
        f'{listed}\n<form method="dialog"><button>Close</button></form>\n</dialog>'
    )


def _title(licence: Licence) -> str:
    return f"{licence.name} {licence.version}".strip() + (f", {licence.terms}" if licence.terms else "")
