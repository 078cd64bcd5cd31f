"""GitHub's CODEOWNERS: it names teams that own files, and says nothing else of them; each is proposed."""

import re
from pathlib import PurePath
from typing import Any

from govgraph.formats.files import decoded
from govgraph.importers.contents import clean, refused, within_size
from govgraph.importers.importer import Imported, Importer
from govgraph.importers.proposals import is_a

_TEAM = re.compile(r"@[\w.-]+/[\w.-]+")


def _recognises(name: str, data: bytes) -> bool:
    return PurePath(name).name.lower() == IMPORTER.endings[0] and b"\x00" not in data


def _read(path: str, data: bytes) -> Imported:
    lines = decoded(within_size(path, data), path).splitlines()
    found: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(lines, 1):
        rule = line.partition("#")[0]
        for team in _TEAM.findall(rule):
            said = {"document": PurePath(path).name, "says": clean(line), "where": f"line {number}"}
            found.setdefault(team.casefold(), is_a(team, said))
    if not found:
        raise refused(path, "This CODEOWNERS names no team (@organisation/team), so there is nothing to read.")
    notices = ("CODEOWNERS names teams alone. Which files they own, and owners who are people, are left out.",)
    return Imported({"draft": list(found.values())}, notices)


IMPORTER = Importer("GitHub's CODEOWNERS", ("codeowners",), _recognises, _read)
