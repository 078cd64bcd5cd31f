"""The templates of this room, and the styles and scripts beside them."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


@cache
def environment() -> Environment:
    """The templates; whatever is put into them is escaped."""
    made = Environment(
        loader=PackageLoader("govgraph.draw"), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    made.filters["in_class"] = lambda word: Markup(' class="{}"').format(word.strip()) if word else ""
    return made


@cache
def own(name: str) -> str:
    """A style or a script, as it stands in its file: no data is ever put into it."""
    return (Path(__file__).parent / "templates" / name).read_text(encoding="utf-8")
