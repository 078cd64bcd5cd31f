"""The browser tests see the faults they are there to see."""

import asyncio
from pathlib import Path

import pytest

from browser import Opener, axe_violations, has_tags, pages_as_pixels, printed

SOUND = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sound</title>{head}</head>
<body><main><h1>Sound</h1>{body}</main></body></html>"""
NOTHING_ALLOWED = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
NOWHERE = "http://127.0.0.1:9/x.png"


def sound(body: str = "", head: str = "") -> str:
    return SOUND.format(head=head, body=body)


def test_a_sound_page_gives_nothing(opened: Opener) -> None:
    with opened(sound('<img alt="Dot" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')) as shown:
        assert axe_violations(shown.page) == []
    assert (shown.requests, shown.complaints, shown.dialogs) == ([], [], [])


def test_what_a_page_asks_for_is_seen(opened: Opener, tmp_path: Path) -> None:
    beside = (tmp_path / "beside.css").as_uri()
    with opened(sound(f'<img alt="Dot" src="{NOWHERE}">', f'<link rel="stylesheet" href="{beside}">')) as shown:
        assert sorted(shown.requests) == [beside, NOWHERE]
        with shown.page.expect_websocket():
            shown.page.evaluate("void new WebSocket('ws://127.0.0.1:9/socket')")
        with shown.page.context.expect_event("request"):
            shown.page.evaluate("void window.open('http://127.0.0.1:9/window')")
    assert {"ws://127.0.0.1:9/socket", "http://127.0.0.1:9/window"} <= set(shown.requests)


def test_a_dialog_is_seen_and_stops_nothing(opened: Opener) -> None:
    with opened(sound("<p>After</p>", "<script>alert(1)</script>")) as shown:
        assert shown.page.inner_text("p") == "After"
    assert shown.dialogs == ["alert: 1"]


def test_an_exception_and_a_warning_are_complaints(opened: Opener) -> None:
    with opened(sound("<script>console.warn('careful'); throw new Error('broken')</script>")) as shown:
        pass
    assert shown.complaints[0] == "careful"
    assert "broken" in shown.complaints[1]


def test_a_breach_of_the_policy_is_a_complaint(opened: Opener) -> None:
    with opened(sound("<script>document.title = 'Changed'</script>", NOTHING_ALLOWED)) as shown:
        assert shown.page.title() == "Sound"
    (complaint,) = shown.complaints
    assert "Content Security Policy" in complaint


def test_axe_names_what_is_missing(opened: Opener) -> None:
    for policy in ("", NOTHING_ALLOWED):
        with opened(f"<!doctype html><title>Faulty</title>{policy}<h1>Faulty</h1><img src='data:,'>") as shown:
            before = list(shown.complaints)
            found = {line.split()[0] for line in axe_violations(shown.page)}
            assert {"image-alt", "html-has-lang"} <= found
            assert shown.complaints == before  # axe breaks no policy


def test_axe_asks_for_wcag_2_2(opened: Opener) -> None:
    small = "".join(f'<li><button style="all: unset; width: 9px; height: 9px">{name}</button>' for name in "ab")
    with opened(sound(f"<ul style='font-size: 8px; line-height: 1'>{small}</ul>")) as shown:
        assert [line.split()[0] for line in axe_violations(shown.page)] == ["target-size"]


def test_a_page_is_shown_as_asked(opened: Opener) -> None:
    asks = "['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map(one => matchMedia(one).matches)"
    with opened(sound()) as shown:
        assert shown.page.evaluate(asks) == [False, False]
    with opened(sound(), width=320, height=256, dark=True, still=True) as shown:
        assert shown.page.evaluate(asks) == [True, True]
        assert shown.page.evaluate("[innerWidth, innerHeight]") == [320, 256]
    with opened(sound("<noscript><p>Without</p></noscript>"), scripts=False) as shown:
        assert shown.page.inner_text("p") == "Without"


def test_a_print_has_tags_and_pixels(opened: Opener) -> None:
    square = "<div style='position: absolute; left: 0; top: 0; width: 96px; height: 96px; background: black'></div>"
    with opened(sound(square, "<style>@page { margin: 0 }</style>")) as shown:
        upright, across = printed(shown.page), printed(shown.page, landscape=True)
        assert has_tags(upright)
        assert not has_tags(shown.page.pdf(tagged=False))
    (page,) = pages_as_pixels(upright)
    assert page.size == pytest.approx((595, 842), abs=2)  # A4 in points
    assert page.getpixel((36, 36)) == (0, 0, 0)
    assert page.getpixel((300, 600)) == (255, 255, 255)
    (page,) = pages_as_pixels(across, scale=2)
    assert page.size == pytest.approx((1684, 1190), abs=4)


def test_other_tests_may_use_asyncio(chromium: object, request: pytest.FixtureRequest) -> None:
    asyncio.run(asyncio.sleep(0))  # as a notebook does
    with request.getfixturevalue("opened")(sound()) as shown:
        assert shown.page.title() == "Sound"
