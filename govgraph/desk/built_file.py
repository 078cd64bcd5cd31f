"""The desk as one file: where it lies once it is built, and of which govgraph it was built."""

import re
from hashlib import sha256
from pathlib import Path

NAME = "govgraph-desk.html"
_PACKAGE = Path(__file__).parents[1]
_ENDINGS = (".py", ".css", ".html", ".j2", ".js", ".json", ".svg", ".toml", ".txt", ".yaml")
_STARTER = "cli/starter.yaml"
"""The only file of the command line that the desk carries from here; the draft lies elsewhere in a checkout."""
_STATED = re.compile(rb'<meta name="govgraph-sources" content="([0-9a-f]{64})">')
_HEAD = 20_000
"""So many bytes at the beginning of the file hold what it says of itself."""


def digest_of_sources() -> str:
    """A digest of all that the desk carries of the installed govgraph."""
    together = sha256()
    for name, path in sorted((path.relative_to(_PACKAGE).as_posix(), path) for path in _PACKAGE.rglob("*")):
        is_carried = name == _STARTER or not name.startswith("cli/")
        if path.suffix in _ENDINGS and is_carried and path.name != NAME:
            together.update(f"{name}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return together.hexdigest()


def stated_digest(content: bytes) -> str | None:
    """The digest that a built file states, or None."""
    found = _STATED.search(content, 0, _HEAD)
    return found[1].decode("ascii") if found else None


def built_pages() -> list[bytes]:
    """What was built: in the package, as a wheel brings it, and in the folder `dist` of a checkout.

    Raises OSError where one cannot be read.
    """
    places = (Path(__file__).with_name(NAME), _PACKAGE.parent / "dist" / NAME)
    return [place.read_bytes() for place in places if place.is_file()]
