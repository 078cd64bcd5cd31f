"""Files made to do harm are refused in the words of the command, and the desk goes on with the next one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desk.desk_page import Desk, assert_refused_in, sentences_in
from formats.test_bombs import OF_EXCEL, OF_LIBREOFFICE, ods
from formats.test_spoilt_workbooks import FILES
from formats.workbooks import GOOD, repacked, workbook
from helpers import mostly_long

Make = Callable[[Path], Path]
ONLY_ON_DISK = {"one CSV file", "an empty folder"}  # the desk is given files, never a folder


def of_excel(name: str) -> Make:
    return lambda folder: repacked(workbook(folder / "bomb.xlsx", GOOD), OF_EXCEL[name][0])


def of_libreoffice(name: str) -> Make:
    return lambda folder: ods(folder / "bomb.ods", *OF_LIBREOFFICE[name][0])


HOSTILE: dict[str, tuple[Make, str]] = {
    **{name: made for name, made in FILES.items() if name not in ONLY_ON_DISK},
    **{name: (of_excel(name), sentence) for name, (_, sentence) in OF_EXCEL.items()},
    **{name: (of_libreoffice(name), sentence) for name, (_, sentence) in OF_LIBREOFFICE.items()},
}


@pytest.mark.parametrize(
    "name", mostly_long(HOSTILE, "a zip bomb", "external links", "entities", "a text that many cells share")
)
def test_a_hostile_workbook_is_refused_in_the_words_of_the_command(desk: Desk, name: str, tmp_path: Path) -> None:
    make, sentence = HOSTILE[name]
    good = workbook(tmp_path / "good.xlsx", GOOD)
    assert "refused" not in desk.opened(good)
    before = desk.written("report")
    assert_refused_in(sentences_in(desk.opened(make(tmp_path))), [sentence])
    assert desk.written("report") == before  # what was open stays
    assert "refused" not in desk.opened(good)
    assert desk.written("report") == before
