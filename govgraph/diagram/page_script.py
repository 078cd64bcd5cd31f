"""The script of the page: its modules, put together into one that runs where it stands in the page."""

import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

_FOLDER = Path(__file__).parent / "templates" / "page"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w.-]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const )", re.MULTILINE)
_TYPES = re.compile(r"^ */\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)


def modules() -> dict[str, str]:
    """Every module of the script with its text, by the name of its file; each after those that it imports.

    Raises graphlib.CycleError where two import each other.
    """
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(_FOLDER.glob("*.js"))}
    imports = {name: sorted(_IMPORT.findall(text)) for name, text in texts.items()}  # a set has no order of its own
    return {name: texts[name] for name in TopologicalSorter(imports).static_order()}


@cache
def page_script() -> str:
    """The script as one text: a browser loads no module from within a page whose policy lets nothing be loaded.

    Types are for those who write it, and are left out.
    """
    parts = (_EXPORT.sub("", _IMPORT.sub("", _TYPES.sub("", text))).strip() for text in modules().values())
    return "\n".join(('"use strict";', "(() => {", *parts, "init(document);", "})();", ""))
