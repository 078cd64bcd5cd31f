"""The page: scripts bundled, parts embedded, and a policy that lets it run those and connect to nothing."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from govgraph.diagram.tokens import css_variables
from parts import BUILD, HERE, NODE_MODULES, run

_TARGET = "es2022"
_PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")


class Bundle(NamedTuple):
    """The scripts of the page and of its worker, the style, and the names of the packages that went into them."""

    script: str
    style: str
    worker: bytes
    packages: list[str]


def bundle(*, readable: bool = False) -> Bundle:
    """What esbuild makes of `desk/src`. Raises subprocess.CalledProcessError."""
    with TemporaryDirectory(dir=BUILD) as name:
        folder = Path(name)
        _bundle("main.ts", "esm", folder, readable=readable)
        _bundle("worker.ts", "iife", folder, readable=readable)  # of a file, browsers start no worker that is a module
        style = folder / "main.css"
        return Bundle(
            (folder / "main.js").read_text(encoding="utf-8").replace("<!--", "<\\!--"),  # the same in texts of scripts
            style.read_text(encoding="utf-8") if style.is_file() else "",
            (folder / "worker.js").read_bytes(),
            sorted({package for path in folder.glob("*.json") for package in _packages(path)}),
        )


def _packages(described: Path) -> Iterator[str]:
    """The packages of which a bundle holds something."""
    for made in json.loads(described.read_text(encoding="utf-8"))["outputs"].values():
        for name, part in made["inputs"].items():
            package = _PACKAGE.search(name)
            if package and part["bytesInOutput"] and package[1] != "pyodide":  # of which a few numbers are in it
                yield package[1]


def _bundle(name: str, form: str, folder: Path, *, readable: bool) -> None:
    flags = ["--bundle", f"--format={form}", f"--target={_TARGET}", "--charset=utf8", "--log-level=warning"]
    flags += ["--legal-comments=none", "--jsx=automatic", "--jsx-import-source=preact", f"--outdir={folder}"]
    flags.append(f"--metafile={folder / name}.json")
    flags += [] if readable else ["--minify"]
    esbuild = str(NODE_MODULES / "esbuild" / "bin" / "esbuild")
    run(["node", esbuild, str(HERE / "src" / name), *flags], NODE_MODULES.parent, NODE_PATH=str(NODE_MODULES))


def assemble(bundled: Bundle, parts: Mapping[str, str], licences: str, sources: str) -> str:
    """The page as one text. `sources` is the digest of the govgraph that it carries.

    Raises ValueError where a script cannot stand in HTML.
    """
    if re.search(r"</?script", bundled.script, re.IGNORECASE):  # all that HTML looks for in a script
        message = "the script of the page holds what ends a script in HTML"
        raise ValueError(message)
    blocks = [f'<script type="text/plain" id="part-{name}">{content}</script>' for name, content in parts.items()]
    fields = {
        "policy": escape(_policy(bundled.script)),
        "sources": sources,
        "style": (css_variables() + bundled.style).replace("</", "<\\/"),
        "licences": licences,
        "parts": "\n".join(blocks),
        "script": bundled.script,
    }
    template = (HERE / "template.html").read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda field: fields[field[1]], template)


def _policy(script: str) -> str:
    digest = b64encode(sha256(script.encode()).digest()).decode("ascii")
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'sha256-{digest}' blob: 'wasm-unsafe-eval'",
            "worker-src blob:",
            "style-src 'unsafe-inline'",
            "img-src data: blob:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
