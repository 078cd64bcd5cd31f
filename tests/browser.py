"""A real Chromium without a window: what a page asks for, complains of, shows and prints."""

import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Playwright,
    Request,
    WebError,
    WebSocket,
)
from pypdf import PdfReader

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")  # as in the Makefile
QUIET = [
    "--no-sandbox",  # which root has not; the pages are ours
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# By name, for axe leaves the rules of WCAG 2.2 out unless they are asked for.
ASKED_OF_AXE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def executable() -> str | None:
    """Where Chromium is, or Chrome."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def launched(playwright: Playwright, path: str) -> Browser:
    """The browser, without a window."""
    return playwright.chromium.launch(executable_path=path, args=QUIET)


@dataclass
class Opened:
    """A page in the browser, and what came of it so far."""

    page: Page
    requests: list[str] = field(default_factory=list)
    """Addresses that it asked for beside its own, whether or not its policy or the browser let it."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings of the console, breaches of its policy among them, and exceptions nobody caught."""
    dialogs: list[str] = field(default_factory=list)
    """What alert(), confirm() and prompt() said; each was dismissed."""
    accepts: bool = False
    """Whether each is answered with yes instead."""

    def connected(self, socket: WebSocket) -> None:
        """Write down the address of a socket."""
        self.requests.append(socket.url)


Way = tuple[bool, bool, bool]
"""How pages are looked at: in the dark, with less motion, with scripts."""


class Contexts:
    """Browsers that remember nothing and have no network, one for each way of looking, each with a page.

    To make one takes half a second, and so does its page. They are shared from test to test, which is right for what
    stores nothing: `test_page_offline.py` says that it does not.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: dict[Way, list[Page]] = {}

    @contextmanager
    def lent(self, way: Way) -> Iterator[Page]:
        """The page of one that nobody else has; whoever has it closes the others."""
        idle = self._idle.setdefault(way, [])
        page = idle.pop() if idle else self._context(*way).new_page()
        yield page
        page.mouse.move(0, 0)
        page.goto("about:blank")  # nothing of it goes on
        idle.append(page)  # not where a test failed: nobody knows what it left behind

    def _context(self, dark: bool, still: bool, scripts: bool) -> BrowserContext:
        return self._browser.new_context(
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if still else "no-preference",
            java_script_enabled=scripts,
            offline=True,  # what is asked for is written down all the same
        )


@dataclass
class Opener:
    """Opens files, or HTML given as text; each on a page of its own."""

    contexts: Contexts
    folder: Path
    """Where HTML given as text is put."""

    @contextmanager
    def __call__(
        self,
        page: Path | str,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        still: bool = False,
        scripts: bool = True,
    ) -> Iterator[Opened]:
        """The page until the end of the block; `still` asks it for less motion."""
        file = page.resolve() if isinstance(page, Path) else self._written(page)
        with self.contexts.lent((dark, still, scripts)) as lent:
            shown = Opened(lent)
            lent.set_viewport_size({"width": width, "height": height})
            with _watched(shown, own=file.as_uri()):
                lent.goto(file.as_uri())
                yield shown
                for each in lent.context.pages:  # windows that it opened; what they still have to say is heard
                    if each is not lent:
                        each.close()

    def _written(self, html: str) -> Path:
        file = self.folder / f"page-{len(list(self.folder.glob('page-*.html')))}.html"
        file.write_text(html, encoding="utf-8")
        return file


@contextmanager
def _watched(shown: Opened, own: str) -> Iterator[None]:
    """Write down what comes of a page."""

    def asked(request: Request) -> None:
        if request.url.split("#")[0] != own and not request.url.startswith(("data:", "blob:")):
            shown.requests.append(request.url)

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning", "assert"}:
            shown.complaints.append(message.text)

    def spoke(dialog: Dialog) -> None:
        shown.dialogs.append(f"{dialog.type}: {dialog.message}")
        (dialog.accept if shown.accepts else dialog.dismiss)()

    def failed(fault: WebError) -> None:
        shown.complaints.append(str(fault.error))

    def opened(other: Page) -> None:
        other.on("websocket", shown.connected)

    context = shown.page.context  # not the page alone: a window it opens counts too
    listeners: dict[Any, Callable[..., None]] = {
        "request": asked, "console": said, "dialog": spoke, "weberror": failed, "page": opened
    }  # fmt: skip
    for event, listener in listeners.items():
        context.on(event, listener)
    opened(shown.page)

    yield
    for event, listener in listeners.items():
        context.remove_listener(event, listener)
    shown.page.remove_listener("websocket", shown.connected)


def axe_violations(page: Page) -> list[str]:
    """What axe finds in the page as it is now: WCAG 2.2 A and AA, and best practice. Not what it cannot tell."""
    options: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": ASKED_OF_AXE}}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{one['id']} ({one['impact']}): {', '.join(' '.join(map(str, node['target'])) for node in one['nodes'])}"
        for one in found
    ]


def printed(page: Page, *, format: str = "A4", landscape: bool = False) -> bytes:  # noqa: A002 - Playwright's word
    """The page as PDF, as the browser prints it on paper of that size."""
    return page.pdf(format=format, landscape=landscape, tagged=True, prefer_css_page_size=False, print_background=True)


def pages_as_pixels(pdf: bytes, *, scale: float = 1) -> list[Image.Image]:
    """Each page as a picture in RGB; at scale 1 a pixel is a point, 1/72 inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        # convert() copies: the pixels outlive the document
        return [document[number].render(scale=scale).to_pil().convert("RGB") for number in range(len(document))]
    finally:
        document.close()


def has_tags(pdf: bytes) -> bool:
    """Whether the PDF says what is a heading, a list, a picture: to those who hear it, all it is."""
    tree = PdfReader(io.BytesIO(pdf)).root_object.get("/StructTreeRoot")
    return tree is not None and bool(tree.get_object().get("/K"))
