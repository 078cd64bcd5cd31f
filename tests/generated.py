"""What is made from the code: each file and the text it should hold. Run it (`make pages`) to write them."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from govgraph.render import explain, json
from govgraph.rules import rulebook
from typescript import typescript_of

ROOT = Path(__file__).parents[1]
_SHOWN = re.compile(
    r"(<!-- shows (?P<most>\d+) lines of: govgraph (?P<command>.+?)(?: in (?P<folder>\S+))? -->\n```text\n)"
    r".*?(```\n<!-- /shows -->)",
    re.DOTALL,
)
"""A block of a page that shows what a command prints: at most so many lines, in a folder of the project."""
_AUTHORITIES = re.compile(r"(<!-- authorities: begin -->\n).*?(<!-- authorities: end -->)", re.DOTALL)
"""The place in a page of the table of what the rules from law rest on."""
_WIDTH = "96"


def with_outputs(page: Path) -> str:
    """The page, with what its commands print. `mine.yaml` is the structure of docs/developers.md."""
    with TemporaryDirectory() as folder:
        developers = (ROOT / "docs" / "developers.md").read_text(encoding="utf-8")
        mine = re.findall(r"```yaml\n(.*?)```", developers, re.DOTALL)[0]
        (Path(folder) / "mine.yaml").write_text(mine, encoding="utf-8")
        return _SHOWN.sub(partial(_shown, Path(folder)), page.read_text(encoding="utf-8"))


def _shown(folder: Path, block: re.Match[str]) -> str:
    where = ROOT / block["folder"] if block["folder"] else folder
    lines = _printed(block["command"].split(), where).splitlines()
    most = int(block["most"])
    shown = lines if len(lines) <= most else [*lines[:most], "..."]
    return "".join([block[1], *(f"{line}\n" for line in shown), block[block.re.groups]])


def _printed(arguments: list[str], folder: Path) -> str:
    command = [sys.executable, "-P", "-m", "govgraph", *arguments]
    ran = subprocess.run(
        command, cwd=folder, env={**os.environ, "COLUMNS": _WIDTH}, capture_output=True, text=True, check=False
    )
    assert ran.returncode in (0, 1), ran.stderr
    return ran.stdout


def with_authorities(page: Path) -> str:
    """The page, with the table of what the rules from law rest on."""
    table = explain.authorities(rulebook())
    return _AUTHORITIES.sub(lambda marks: f"{marks[1]}{table}{marks[2]}", page.read_text(encoding="utf-8"))


GENERATED: dict[Path, Callable[[], str]] = {
    ROOT / "govgraph" / "rules" / "README.md": lambda: explain.page(rulebook()),
    ROOT / "govgraph.schema.json": json.render_schema,
    ROOT / "desk" / "src" / "protocol.ts": partial(typescript_of, ROOT / "govgraph" / "desk" / "protocol.py"),
    ROOT / "desk" / "src" / "paper.ts": partial(typescript_of, ROOT / "govgraph" / "board" / "plain_types.py"),
    ROOT / "docs" / "law.md": partial(with_authorities, ROOT / "docs" / "law.md"),
}
GENERATED |= {
    page: partial(with_outputs, page)
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    if _SHOWN.search(page.read_text(encoding="utf-8"))
}

if __name__ == "__main__":
    for path, make in GENERATED.items():
        path.write_text(make(), encoding="utf-8")
