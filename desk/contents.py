"""The files that Python finds in the page: its own library, the packages, and govgraph."""

import re
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import govgraph
from parts import HERE, NODE_MODULES, ROOT, WHEELS

LIBRARY = "lib/python3.14"
SITE = f"{LIBRARY}/site-packages"

_NOT_IN_LIBRARY = re.compile(
    r"(__hello__|__phello__|_pydatetime|_pyio|_pyrepl|antigravity|bdb|cProfile|cmd|code|colorsys|compileall|configparser|"
    r"ctypes|doctest|encodings/(big5|cp[78]|cp1(006|026|1)|cp9|euc|gb|hz|iso2022|johab|koi8|kz|mac_(?!roman)|ptcp|shift|tis)|"
    r"ensurepip|filecmp|fileinput|ftplib|getpass|http/(cookie|server)|idlelib|imaplib|lib2to3|logging/(config|handlers)|mailbox|"
    r"modulefinder|multiprocessing|netrc|nturl2path|optparse|pdb|pickletools|plistlib|poplib|profile|pstats|pty|py_compile|"
    r"pyclbr|pydoc|pydoc_data|rlcompleter|runpy|sched|shelve|site-packages|smtplib|socketserver|sqlite3|sre_|statistics|"
    r"symtable|tabnanny|tarfile|this|tkinter|trace|tty|turtledemo|unittest|wave|webbrowser|wsgiref|xmlrpc|zipapp)(?![a-z])"
)
"""What of Python's library is for people at a terminal, or for machines that talk to others."""
_FROM_WHEELS = {
    "annotated_types": r".*\.py",
    "bs4": r"bs4/(?!tests/|diagnose\.).*\.py",
    "cobble": r".*\.py",
    "defusedxml": r"defusedxml/(?!xmlrpc\.).*\.py",
    "et_xmlfile": r".*\.py",
    "fontTools": (
        r"fontTools/(__init__|unicode|feaLib/(__init__|ast|error|location|lookupDebugInfo)|"
        r"varLib/(__init__|builder|errors|featureVars|iup|merger|models|multiVarStore|mvar|stat|varStore)|"
        r"(cffLib|colorLib|config|designspaceLib|encodings|misc|otlLib|pens|subset|ttLib|unicodedata)/(?!filesystem).*)\.py"
    ),
    "jinja2": r".*\.py",
    "mammoth": r"mammoth/(?!cli\.).*\.py",
    "markdown_it": r"markdown_it/(?!cli/).*\.py",
    "markupsafe": r".*\.py",
    "matplotlib": r"matplotlib/mpl-data/fonts/ttf/DejaVuSans(-Bold)?\.ttf",
    "mdurl": r".*\.py",
    "openpyxl": r".*\.py",
    "pydantic": r"(?!pydantic/(v1/|mypy\.py)).*\.py",
    "pydantic_core": r".*\.(py|so)",
    "python_calamine": r".*\.(py|so)",
    "pyvis": r"pyvis/lib/vis-9\.1\.2/vis-network\.min\.js",
    "soupsieve": r".*\.py",
    "typing_extensions.py": r".*",
    "typing_inspection": r".*\.py",
    "yaml": r".*\.py",
}
"""What is carried of each package, by how its files are called."""
_ONLY_FOUND = ("matplotlib", "pyvis")
"""Packages of which only files are carried: govgraph asks where they lie."""
_NOT_OF_GOVGRAPH = re.compile(
    r"cli/.*\.py|notebook/.*|testing\.py|board/(docx|docx_parts|pdf)\.py|desk/(built_file\.py|.*\.html)|.*\.(md|pyc|typ)"
)
"""The command line, and what needs a program that no page can run."""


def files() -> dict[str, bytes]:
    """What the page carries, by its path there; modules as source."""
    found = {f"{SITE}/{name}/__init__.py": b"" for name in _ONLY_FOUND}
    for part in (_library(), _packages(), _govgraph(), _own()):
        found.update(part)
    return dict(sorted(found.items()))


def _library() -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(NODE_MODULES / "pyodide" / "python_stdlib.zip") as packed:
        for name in packed.namelist():
            if not name.endswith("/") and not _NOT_IN_LIBRARY.match(name):
                yield f"{LIBRARY}/{name}", packed.read(name)


def _packages() -> Iterator[tuple[str, bytes]]:
    for wheel in WHEELS.glob("*.whl"):
        with zipfile.ZipFile(wheel) as packed:
            for name in packed.namelist():
                wanted = _FROM_WHEELS.get(name.partition("/")[0])
                if wanted and re.fullmatch(wanted, name):
                    yield f"{SITE}/{name}", packed.read(name)


def _govgraph() -> Iterator[tuple[str, bytes]]:
    package = Path(govgraph.__file__).parent
    for path in package.rglob("*"):
        name = path.relative_to(package).as_posix()
        if path.is_file() and not _NOT_OF_GOVGRAPH.fullmatch(name):
            yield f"{SITE}/govgraph/{name}", path.read_bytes()
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for source, target in settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"].items():
        yield f"{SITE}/{target}", (ROOT / source).read_bytes()


def _own() -> Iterator[tuple[str, bytes]]:
    for path in (HERE / "python").glob("*.py"):
        if path.name != "compiling.py":
            yield f"{SITE}/{path.name}", path.read_bytes()
