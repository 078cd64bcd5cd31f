"""The desk in the browser, as a person uses it; and the door to its engine, for what no page shows."""

import base64
import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Locator, Page, expect

from browser import Opened, Opener
from govgraph.desk.protocol import Edit, Refused, State, Written

SECONDS = 60
"""So long may it take to start, on a machine that does much else."""
FEW_SECONDS = 30
"""And so long to answer."""

# The worker of the page, so that tests can ask the engine what the page does not show. Nothing of the desk knows it.
CATCH_WORKER = """(() => {
    const Real = Worker;
    globalThis.Worker = class extends Real {
        constructor(...given) { super(...given); globalThis.deskWorker = this; }
    };
})()"""
ASK = """([id, method, given, files]) => new Promise((keep, fail) => {
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const hear = ({data}) => {
        if (data.id !== id) return;
        deskWorker.removeEventListener('message', hear);
        if ('json' in data) keep(data.json); else fail(new Error(data.broken));
    };
    deskWorker.addEventListener('message', hear);
    const read = files.map(([name, content]) => ({name, bytes: bytes(content)}));
    deskWorker.postMessage({id, method, args: given, files: read});
})"""
DROP = """(where, files) => {
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    for (const [name, content] of files) dataTransfer.items.add(new File([bytes(content)], name));
    for (const kind of ['dragenter', 'dragover', 'drop']) {
        where.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer}));
    }
}"""

File = Path | tuple[str, bytes]


def _as_sent(files: Sequence[File]) -> list[list[str]]:
    named = [(one.name, one.read_bytes()) if isinstance(one, Path) else one for one in files]
    return [[name, base64.b64encode(content).decode("ascii")] for name, content in named]


@dataclass
class Desk:
    """A desk in a page."""

    shown: Opened
    _asked: int = 1_000_000  # the page itself counts from 1

    @property
    def page(self) -> Page:
        """The page it is in."""
        return self.shown.page

    def begin(self) -> None:
        """Look at it as on a wide screen by day, and wait until it has started."""
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size({"width": 1280, "height": 800})
        self.ask("examples")

    def is_unsaved(self) -> bool:
        """Whether it would ask before it opens another file."""
        return self.page.title().startswith("* ")

    def assert_quiet(self) -> None:
        """That it asked for nothing, complained of nothing and said nothing in a window."""
        assert (self.shown.requests, self.shown.complaints, self.shown.dialogs) == ([], [], [])

    # What a person does and reads.

    @property
    def verdict(self) -> Locator:
        """What is wrong, beside what is open."""
        return self.page.locator(".verdict:not([data-before])")

    def drop(self, *files: File) -> None:
        """Drop files on the page; where that asks whether to leave what is not saved, the answer is yes."""
        self._leaving(lambda: self.page.locator(".desk").evaluate(DROP, _as_sent(files)))

    def choose(self, *files: File) -> None:
        """Choose files in the picker, and wait until they are open."""
        content = [{"name": name, "mimeType": "", "buffer": base64.b64decode(data)} for name, data in _as_sent(files)]
        picker = self.page.locator("#desk-files")
        self._until_open(lambda: self._leaving(lambda: picker.set_input_files(cast("Any", content))))

    def open(self, *files: File) -> None:
        """Drop files on the page, and wait until they are open."""
        self._until_open(lambda: self.drop(*files))

    def headline(self) -> str:
        """What the verdict says first."""
        return self.verdict.locator("h2").inner_text()

    def facts(self, title: str) -> Locator:
        """The facts under a heading of the verdict."""
        heading = self.page.get_by_role("heading", name=title, exact=True)
        return self.verdict.locator("section").filter(has=heading).locator(".found > li")

    def tab(self, name: str) -> Locator:
        """The tab of a sheet, or that of the picture."""
        return self.page.get_by_role("tab", name=re.compile(rf"^{name}\b"))

    def made(self, menu: str, item: str) -> tuple[str, bytes]:
        """The name and the bytes of what an item of a menu saves among the downloads."""
        self.page.locator(".desk-menu > summary", has_text=menu).press("Enter")
        with self.page.expect_download(timeout=1000 * FEW_SECONDS) as downloading:
            self.page.locator(".desk-menu[open] button", has_text=item).first.press("Enter")
        return downloading.value.suggested_filename, downloading.value.path().read_bytes()

    def _leaving(self, act: Callable[[], None]) -> None:
        asked = len(self.shown.dialogs)
        self.shown.accepts = self.is_unsaved()
        act()
        if self.shown.accepts:
            self.page.wait_for_timeout(200)  # what was dropped is read before it asks
            del self.shown.dialogs[asked:]
        self.shown.accepts = False

    def _until_open(self, act: Callable[[], None]) -> None:
        self.page.evaluate("document.querySelector('.verdict')?.setAttribute('data-before', '')")
        act()
        text = self.page.locator("main textarea:not([data-cell])")  # of a file that cannot be read yet
        expect(self.verdict.or_(text).first).to_be_visible(timeout=1000 * SECONDS)

    # What the engine says, past the page.

    def ask(self, method: str, *given: Any, files: Sequence[File] = ()) -> Any:
        """What a method of the engine gives, or why it could not be done."""
        self._asked += 1
        told = self.page.evaluate(ASK, [self._asked, method, json.dumps(given), _as_sent(files)])
        return json.loads(told)

    def opened(self, *files: File) -> State | Refused:
        """The state once files were opened."""
        return cast("State | Refused", self.ask("open", files=files))

    def act(self, edit: Edit) -> State:
        """The state after an edit, which can be done."""
        state = self.ask("act", edit)
        assert "refused" not in state, (edit, state)
        return cast("State", state)

    def written(self, kind: str, body: str = "") -> bytes:
        """What the engine writes."""
        told = self.ask("write", kind, body)
        assert "refused" not in told, told
        return content_of(told)


def content_of(written: Written) -> bytes:
    """The bytes of a file that the engine wrote."""
    content = written["content"]
    return base64.b64decode(content) if written["is_base64"] else content.encode()


@contextmanager
def watched(opener: Opener, file: Path, **look: Any) -> Iterator[Desk]:
    """A desk of its own until the end of the block, as it starts; its worker is caught."""
    with opener(file, **look) as shown:
        shown.page.add_init_script(CATCH_WORKER)
        shown.page.reload()
        yield Desk(shown)


def sentences_in(told: State | Refused) -> list[str]:
    """Why something was refused, which it must have been."""
    assert "refused" in told, told
    return cast("Refused", told)["refused"]


def assert_refused_in(sentences: Sequence[str], expected: Sequence[str]) -> None:
    """That each sentence is the one expected; before it may stand the place."""
    assert len(sentences) == len(expected), sentences
    for said, sentence in zip(sentences, expected, strict=True):
        assert said.endswith(sentence), (said, sentence)
