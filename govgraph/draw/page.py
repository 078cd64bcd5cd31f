"""The page: one file for everyone, offline. The diagram first, then what was found, a table of everything, sources."""

import base64
import gzip
import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from govgraph import words
from govgraph.draw import lettering
from govgraph.draw.key import key
from govgraph.draw.page_data import page_data, texts_in
from govgraph.draw.page_words import PageWords
from govgraph.draw.sheets import sheets
from govgraph.draw.templating import environment, own

if TYPE_CHECKING:
    from govgraph.draw.drawing import Drawing

_VIS = "lib/vis-9.1.2/vis-network.min.js"


def page(drawing: "Drawing") -> str:
    """The whole page as text. It may load nothing, and only its own two scripts may run in it."""
    style = _style(drawing)
    script, vis = own("page.js"), _shipped_vis()
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; font-src data:; "
        f"style-src {_hash(style)}; script-src {_hash(script)} {_hash(vis)}"
    )
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            policy=policy,
            style=Markup(style),  # noqa: S704 - holds no data but the title, escaped letter by letter
            script=Markup(script),  # noqa: S704 - no data in it
            vis=_packed(vis),
            data=page_data(drawing),
            page=PageWords(drawing),
            view=drawing.view,
            key_of=key(drawing.view, drawing.frames.every, drawing.scene.people, seats=True),
            sheets=sheets(drawing.layout),
            interactive=True,
            titles=True,
        )
    )


def _style(drawing: "Drawing") -> str:
    font = lettering.embedded(texts_in(drawing.view))
    day = words.day(drawing.frames.main.day)
    # The script sets the day anew where a slider moves it.
    root = f':root {{ --day: "{day}"; }}'
    pages = 'var(--day) ", page " counter(page) " of " counter(pages)'
    title = _css_string(drawing.title)
    footer = f'@page {{ @bottom-left {{ content: "{title}"; }} @bottom-right {{ content: {pages}; }} }}'
    face = f'@font-face {{ font-family: "DejaVu Sans"; src: url({font}) format("woff"); }}'
    return "\n".join((face, own("diagram.css"), own("page.css"), root, footer))


def _css_string(text: str) -> str:
    """Text as a string of CSS that nothing can end: a letter that is not plain as a number, and the space after it."""
    plain = (sign.isascii() and (sign.isalnum() or sign == " ") for sign in text)
    return "".join(sign if is_plain else f"\\{ord(sign):06x} " for sign, is_plain in zip(text, plain, strict=True))


def _shipped_vis() -> str:
    """The script of vis-network, out of pyvis's wheel; pyvis itself is not imported: that takes half a second."""
    found = find_spec("pyvis")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pyvis", name="pyvis")
    return (Path(found.origin).parent / _VIS).read_text(encoding="utf-8")


def _packed(text: str) -> str:
    """A script that is unpacked only where somebody asks for it: it is three times as large as all else together."""
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
