"""What was open after each edit, so that every edit can be taken back and made again."""

from dataclasses import dataclass

from govgraph.desk.opened import Content

_MOST = 500
"""The most edits that can be taken back."""


@dataclass(frozen=True)
class Step:
    """What is open after an edit, and what the edit was in a few words."""

    words: str
    content: Content


class History:
    """The steps since something was opened; each is whole, and none is changed."""

    def __init__(self, opened: Content) -> None:
        self.opened = opened
        self.saved = opened
        self._done = [Step("", opened)]
        self._undone: list[Step] = []

    @property
    def content(self) -> Content:
        """What is open now."""
        return self._done[-1].content

    @property
    def undo_words(self) -> str | None:
        """What `undo` would take back; None where there is nothing."""
        return self._done[-1].words if len(self._done) > 1 else None

    @property
    def redo_words(self) -> str | None:
        """What `redo` would make again; None where there is nothing."""
        return self._undone[-1].words if self._undone else None

    def add(self, words: str, content: Content) -> None:
        """Go on from here; what was undone is forgotten."""
        self._done = [*self._done[-_MOST:], Step(words, content)]
        self._undone = []

    def undo(self) -> None:
        """Go one step back, if there is one."""
        if len(self._done) > 1:
            self._undone.append(self._done.pop())

    def redo(self) -> None:
        """Go one step forward again, if there is one."""
        if self._undone:
            self._done.append(self._undone.pop())
