"""The texts of an Excel workbook that cells share: how long each is."""

from array import array
from collections.abc import Sequence
from itertools import zip_longest

from govgraph.read.sheets.archive import DAMAGED, Archive, RefusedError, Walker, number_of


def letters_of_texts(archive: Archive) -> Sequence[int]:
    """How many letters each text has that cells share.

    Raises RefusedError where they are fewer than the part says: its reader makes room for as many.
    """
    letters: Sequence[int] = ()
    for name in archive.names():
        if name.casefold().endswith("sharedstrings.xml"):
            part = archive.part(name) or b""
            texts = _Texts()
            texts.walk(part)
            if texts.said > len(part):
                raise RefusedError(DAMAGED)
            letters = array("I", map(max, zip_longest(letters, texts.letters, fillvalue=0)))
    return letters


class _Texts(Walker):
    """How many texts a part says that it holds, and how long each is."""

    said = 0

    def __init__(self) -> None:
        super().__init__()
        self.letters = array("I")
        self._is_sound = False

    def start_si(self, _: dict[str, str]) -> None:
        self.letters.append(0)

    def start_rPh(self, _: dict[str, str]) -> None:  # noqa: N802
        self._is_sound = True

    def end_rPh(self) -> None:  # noqa: N802
        self._is_sound = False

    def start_t(self, _: dict[str, str]) -> None:
        self.text = []

    def end_t(self) -> None:
        if self.letters and not self._is_sound:
            self.letters[-1] += sum(map(len, self.text or ()))
        self.text = None

    def start_sst(self, attributes: dict[str, str]) -> None:
        self.said = max(self.said, number_of(attributes.get("uniqueCount")))
