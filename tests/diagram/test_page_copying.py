"""The diagram, or what is around the chosen body, is copied as a picture; or saved where the browser does not copy."""

import base64
import io

from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from browser import Opener
from draw_pages import Diagram, drawing, html

CLIPBOARD = """async () => {
    const [item] = await navigator.clipboard.read();
    const bytes = new Uint8Array(await (await item.getType('image/png')).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}"""


def clipboard(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(page.evaluate(CLIPBOARD)))).convert("RGB")


def copied(page: Page, button: str) -> Image.Image:
    page.evaluate("document.getElementById('copied').textContent = ''")
    page.locator(button).click()
    expect(page.locator("#copied")).to_have_text("Copied.")
    return clipboard(page)


def test_the_diagram_and_a_part_of_it_are_copied_as_they_are_shown(opened: Opener) -> None:
    layout = drawing("draft").layout
    for dark in (False, True):
        with opened(html("draft"), dark=dark) as shown:
            page, diagram = shown.page, Diagram(shown, drawing("draft"))
            page.context.grant_permissions(["clipboard-read", "clipboard-write"])
            page.bring_to_front()
            whole = copied(page, "#copy")
            assert whole.size == (2 * round(layout.width), 2 * round(layout.height))
            assert whole.getpixel((3, 3)) == (255, 255, 255)  # for paper, whatever the screen
            dark_letters = whole.convert("L").point(lambda light: 255 * (light < 60))
            assert dark_letters.getbbox() is not None
            page.locator(diagram.body("wellbeing-board")).press("Enter")
            part = copied(page, "#copy-part")
            assert 0 < part.width < whole.width
            assert 0 < part.height < whole.height
            page.locator("#close").click()
            again = copied(page, "#copy")
            assert ImageChops.difference(whole, again).getbbox() is None  # nothing of what was chosen
            page.locator("#more > summary").click()
            page.locator("input[name=kind][value=board]").uncheck()
            fewer = copied(page, "#copy")
            assert ImageChops.difference(whole, fewer).getbbox() is not None
            assert (shown.requests, shown.complaints) == ([], [])
            page.context.clear_permissions()


def test_where_the_browser_refuses_the_picture_can_be_saved(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        page = shown.page
        page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('no')); }")
        expect(page.locator("#save")).to_be_hidden()
        page.locator("#copy").click()
        expect(page.locator("#copied")).to_have_text("This browser does not let the page copy.")
        with page.expect_download() as saved:
            page.locator("#save").click()
        assert saved.value.suggested_filename == "diagram.png"
        with Image.open(saved.value.path()) as picture:
            assert picture.size == (2 * round(drawing("draft").layout.width), 2 * round(drawing("draft").layout.height))
        assert shown.complaints == []
