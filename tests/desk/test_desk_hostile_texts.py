"""No text of a file becomes anything but text: not in tables and forms, not in the picture, not in what is saved."""

import csv
import io
from typing import Any

import pytest
from playwright.sync_api import expect

from browser import Opener
from desk.desk_page import Desk
from diagram.attacks import ATTACKS
from diagram.test_page_hostile import BATCHES, PLAIN, together
from helpers import mostly_long

# All that is in the page: names of elements, handlers, and addresses that lead elsewhere.
FOUND = """() => {
    const all = [...document.querySelectorAll('*')];
    const given = all.flatMap((one) => [...one.attributes].map(({name, value}) => [name, value]));
    const leads = ['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'xlink:href'];
    return {
        names: [...new Set(all.map((one) => one.localName))],
        scripts: document.querySelectorAll('script').length,
        handlers: given.filter(([name]) => /^on/i.test(name)).map(([name]) => name),
        addresses: given.filter(([name, value]) => leads.includes(name) && !/^(#|data:,|https?:)/.test(value)),
    };
}"""


def looked_at(desk: Desk) -> dict[str, Any]:
    """What stands in the page, over all tabs, with a form open in each."""
    found: dict[str, Any] = desk.page.evaluate(FOUND)
    names = set(found["names"])
    for tab in desk.page.get_by_role("tab").all():
        tab.press("Enter")
        expect(tab).to_have_attribute("aria-selected", "true")
        for _ in range(2):  # the table, then a form
            found = desk.page.evaluate(FOUND)
            assert (found["handlers"], found["addresses"]) == ([], [])
            names |= set(found["names"])
            form = desk.page.locator(".sheet-view").get_by_role("button", name="Open ").first
            if form.count() == 0:
                break
            form.press("Enter")
    return {"names": names, "scripts": found["scripts"]}


def drawn(desk: Desk) -> None:
    desk.tab("Picture").press("Enter")
    expect(desk.page.locator("#gg .body").first).to_be_visible()


_PLAIN: dict[str, Any] = {}


def of_plain_texts(desk: Desk) -> dict[str, Any]:
    """What stands in the page where all texts are plain; looked at once a worker."""
    if not _PLAIN:
        desk.open(("plain.json", as_file(PLAIN)))
        drawn(desk)
        _PLAIN.update(looked_at(desk))
    return _PLAIN


def as_file(texts: tuple[str, ...]) -> bytes:
    return together(texts).model_dump_json(by_alias=True, exclude_unset=True).encode()


@pytest.mark.parametrize("batch", mostly_long(range(len(BATCHES)), 0, 4))
def test_hostile_texts_are_text_in_tables_forms_and_picture(desk: Desk, batch: int) -> None:
    plain = of_plain_texts(desk)
    texts = BATCHES[batch]
    name = texts[0].replace("/", "-")  # no name of a file holds a slash
    desk.open((f"{name}.json", as_file(texts)))
    drawn(desk)
    found = looked_at(desk)
    assert found["names"] - plain["names"] == set()
    assert found["scripts"] == plain["scripts"]
    desk.assert_quiet()


def as_csv(rows: list[list[str]]) -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()


@pytest.mark.parametrize("text", mostly_long(ATTACKS, ATTACKS[0], ATTACKS[19]))
def test_a_hostile_text_in_every_cell_of_every_table_is_text(desk: Desk, text: str) -> None:
    plain = of_plain_texts(desk)
    state = desk.opened(("plain.json", as_file(PLAIN)))
    assert "refused" not in state
    rows = {
        table["name"]: [[column["header"] for column in table["columns"]], [text for _ in table["columns"]]]
        for table in state["tables"]
    }
    desk.open(*((f"{name.lower()}.csv", as_csv(cells)) for name, cells in rows.items()))
    found = looked_at(desk)
    assert found["names"] - plain["names"] - {"mark"} == set()
    assert found["scripts"] == plain["scripts"]
    desk.assert_quiet()


def test_a_page_that_is_saved_from_hostile_texts_does_nothing(desk: Desk, opened: Opener) -> None:
    for texts in (BATCHES[0], BATCHES[4]):
        desk.open(("hostile.json", as_file(texts)))
        _, page = desk.made("Make", "Board-pack page")
        with opened(page.decode()) as shown:
            expect(shown.page.locator("#gg .body").first).to_be_visible()
            assert (shown.requests, shown.complaints, shown.dialogs) == ([], [], [])
