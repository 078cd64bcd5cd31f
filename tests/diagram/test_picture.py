"""The picture: what stands in it, that it fits, that it can be read without being seen, and that no text breaks out."""

import io
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pypdf
import pypdfium2
import pytest
from PIL import ImageChops

from govgraph.diagram import style
from govgraph.diagram.frames import Frames, Moment
from govgraph.diagram.layout.layout import lay_out
from govgraph.diagram.legend import _SAMPLES
from govgraph.diagram.picture import drawing_title, picture, size_warning, text_alternative
from govgraph.diagram.scene_builder import build_scene
from govgraph.diagram.sizes import Size
from govgraph.diagram.typeset import to_pdf, to_png
from govgraph.diagram.view import View
from govgraph.engine.arrows import from_arrows
from govgraph.findings import Severity, Waiver
from govgraph.formats import read
from govgraph.model import Structure
from govgraph.model.faults import InputError
from govgraph.pipeline import build, check, compare
from govgraph.policy import Settings
from govgraph.render.headline import headline, problems_and_questions
from govgraph.showing import draw
from helpers import DAY, FIXTURES, not_none
from render.hostile import AFTER, BEFORE, TEXTS, hostile

SVG = "{http://www.w3.org/2000/svg}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def view_of(structure: Structure, before: Structure | None = None) -> View:
    day = structure.as_of or DAY
    graph = build(structure, as_of=day)
    if before is None:
        moment = Moment(day=graph.as_of, after=graph, report=check(structure, as_of=day))
    else:
        earlier = build(before, as_of=before.as_of or DAY)
        moment = Moment(day=graph.as_of, after=graph, before=earlier, report=compare(before, structure))
    scene = build_scene(Frames([moment]))
    return View(scene, lay_out(scene))


@cache
def shropshire() -> View:
    return view_of(read(FIXTURES / "shropshire-draft-2020" / "structure.yaml"))


@cache
def bedfordshire() -> View:
    return view_of(read(FIXTURES / "central-bedfordshire" / "structure.yaml"))


@cache
def compared() -> View:
    after, before = (FIXTURES / f"shropshire-{one}-2020" / "structure.yaml" for one in ("draft", "before"))
    return view_of(read(after), read(before))


@cache
def small() -> View:
    return view_of(from_arrows("board: board, strategic\nboard -- reports_to --> council"))


VIEWS = {"shropshire": shropshire, "bedfordshire": bedfordshire, "compared": compared, "small": small}
each_view = pytest.mark.parametrize("name", VIEWS)


def texts(svg: str) -> list[str]:
    return ["".join(one.itertext()) for one in ET.fromstring(svg).iter(f"{SVG}text")]


def legend_of(svg: str) -> list[str]:
    found = next(one for one in ET.fromstring(svg) if one.get("class") == "key")
    return ["".join(one.itertext()) for one in found if one.tag == f"{SVG}text"]


class Seen(NamedTuple):
    """A text with its corners in the picture."""

    text: str
    left: float
    right: float
    top: float
    low: float


def seen(svg: str) -> list[Seen]:
    """Every text, measured where it stands."""
    root = ET.fromstring(svg)
    sizes = {css: float(size) for css, size in re.findall(r"\.gg \.([\w.]+) \{ font-size: ([\d.]+)px", svg)}
    sizes |= {"word": 10.0, "name": 13.0}
    return list(_seen(root, (0.0, 0.0, 1.0), sizes, ()))


STARTING = {"title", "headline", "quiet", "source", "heading", "entry", "words"}
BOLD = {"title", "headline", "heading", "chair", "wrong", "gain", "loss", "mark"}


def _seen(
    element: ET.Element, at: tuple[float, float, float], sizes: dict[str, float], around: tuple[str, ...]
) -> Iterator[Seen]:
    x, y, scale = at
    moved = re.search(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)", element.get("transform", ""))
    if moved:
        x, y = x + scale * float(moved[1]), y + scale * float(moved[2])
    scaled = re.search(r"scale\(([\d.]+)\)", element.get("transform", ""))
    scale *= float(scaled[1]) if scaled else 1.0
    css = element.get("class", "").split()
    if "sample" in css:
        left, top, *_ = map(float, element.get("viewBox", "").split())
        x, y = x + scale * (float(element.get("x", 0)) - left), y + scale * (float(element.get("y", 0)) - top)
    if element.tag == f"{SVG}text":
        text, row = "".join(element.itertext()), "row" in around
        size = 11.0 if row else max([sizes[one] for one in css if one in sizes], default=11.0)
        x, y, size = x + scale * float(element.get("x", 0)), y + scale * float(element.get("y", 0)), scale * size
        bold = bool(BOLD & {*css, *around}) and "asked" not in around
        wide = style.width(text, size, bold=bold or ("name" in css and not row))
        left = x if STARTING & set(css) else x - wide / 2
        yield Seen(text, left, left + wide, y - 0.76 * size, y + 0.24 * size)
    for child in element:
        yield from _seen(child, (x, y, scale), sizes, (*around, *css))


def test_title_day_view_and_sources_stand_in_it() -> None:
    said = texts(picture(shropshire()))
    assert said[0] == "Shropshire's SEND governance, as drafted in July 2020"
    assert "As at 3 July 2020: what is in place, agreed or proposed." in said
    foot = " ".join(said)
    foot = foot[foot.index("Sources: ") :]
    assert foot.startswith("Sources: Shropshire's Written Statement of Action - First Steps (PACC, the parent carer")
    assert "3 July 2020); Health and Social Care Act 2012 (Parliament, 2012); Local" in foot


def test_what_it_is_compared_with_stands_in_it() -> None:
    after = "Compared with Shropshire's SEND governance before the draft of July 2020, as at 1 March 2020."
    assert after in " ".join(texts(picture(compared())))
    untitled = " ".join(texts(picture(view_of(from_arrows(AFTER), from_arrows(BEFORE)))))
    assert "Compared with the structure before." in untitled


def test_sources_that_have_no_room_are_counted() -> None:
    many = {f"s{number}": {"title": f"Minutes of a rather long meeting, number {number}"} for number in range(60)}
    structure = Structure.model_validate({"sources": many, "bodies": {"a": {"name": "A", "kind": "board"}}})
    said = " ".join(texts(picture(view_of(structure)))[-3:])
    named = said.count("Minutes")
    assert said.endswith(f"; and {60 - named} more.")
    assert named > 3


@pytest.mark.parametrize("name", ["shropshire", "bedfordshire", "compared"])
def test_what_is_wrong_stands_under_the_title(name: str) -> None:
    view = VIEWS[name]()
    svg = picture(view)
    about = next(one for one in ET.fromstring(svg) if one.get("class") == "about")
    said = " ".join(one.text or "" for one in about if one.get("class") == "headline")
    report = not_none(view.scene.frames.main.report)
    assert said == headline(report)
    grave = [item for item in report.facts if item.first.severity is not Severity.NOTE]
    assert bool([one for one in about if one.get("class") == "bar"]) == bool(grave)


def test_no_bar_stands_beside_what_is_no_alarm() -> None:
    fine = view_of(read(FIXTURES / "lancashire-2025" / "structure.yaml"))
    assert not not_none(fine.scene.frames.main.report).facts
    assert 'class="headline"' in picture(fine)
    assert 'class="bar"' not in picture(fine)


def test_the_key_tells_what_is_drawn_and_nothing_else() -> None:
    said = legend_of(picture(shropshire()))
    for one in ("reports to", "is part of", "is scrutinised by", "works with"):
        assert one in said
    for one in ("board", "task and finish group", "forum", "no seat", "not stated"):
        assert one in said
    for one in ("advises", "sits on", "attends", "panel", "What has changed"):
        assert one not in said


def test_changes_are_in_the_key_only_where_they_are_drawn() -> None:
    said = legend_of(picture(compared()))
    for one in ("What has changed", "new body", "body that is gone after", "new line", "line that is gone after"):
        assert one in said
    grown = " ".join(legend_of(picture(view_of(from_arrows(AFTER), from_arrows(BEFORE)))))
    assert "new body" in grown
    assert "body that is gone" not in grown


def _seats(*roles: str) -> View:
    """A forum with a seat on as many boards as roles."""
    boards = {
        f"board-{number}": {"name": f"Board {number}", "kind": "board", "seats": [{"holder": "forum", "role": role}]}
        for number, role in enumerate(roles)
    }
    forum = {"name": "Forum", "kind": "forum"}
    return view_of(Structure.model_validate({"bodies": {"forum": forum, **boards}}))


def _lines(svg: str) -> list[str]:
    return [
        one.findtext(f"{SVG}title", "")
        for one in ET.fromstring(svg).iter(f"{SVG}g")
        if "link" in one.get("class", "").split() and one.find(f"{SVG}title") is not None
    ]


def test_seats_are_in_it_where_they_are_lines() -> None:
    svg = picture(_seats("chair"))
    assert _lines(svg) == ["Forum sits on Board 0"]
    assert "chair" in texts(svg)
    assert "sits on" in legend_of(svg)
    crowded = picture(_seats(*["member"] * 9))
    assert _lines(crowded) == []
    assert "sits on" not in legend_of(crowded)


def test_nothing_hidden_is_in_it() -> None:
    for svg in (picture(bedfordshire()), picture(compared())):
        root = ET.fromstring(svg)
        assert len(_lines(svg)) > 3
        assert not [one for one in root.iter() if {"off", "filtered"} & set(one.get("class", "").split())]


def test_of_several_days_it_shows_the_one_that_is_looked_at() -> None:
    bodies = {
        "council": {"name": "Council", "kind": "organisation"},
        "old": {"name": "Old board", "kind": "board", "reports_to": "council", "until": "2020-12-31"},
        "young": {"name": "Young panel", "kind": "panel", "advises": "council", "from": "2021-01-01"},
    }
    drawn = draw(Structure.model_validate({"as_of": "2020-06-01", "bodies": bodies}))
    assert len(drawn.frames.moments) > 1
    svg = picture(drawn.view)
    assert "Old board" in texts(svg)
    assert "reports to" in legend_of(svg)
    for one in ("Young panel", "advises"):
        assert one not in svg
    assert "panel" not in legend_of(svg)
    assert "data-on" not in svg


def assert_inside_and_apart(svg: str) -> tuple[float, float]:
    """That every text is inside a picture and none lies on another; how wide and high it is."""
    _, _, width, height = map(float, ET.fromstring(svg).get("viewBox", "").split())
    found = seen(svg)
    for one in found:
        assert one.left >= 0, one
        assert one.right <= width, one
        assert one.top >= 0, one
        assert one.low <= height, one
    for one, other in combinations(found, 2):
        across = min(one.right, other.right) - max(one.left, other.left)
        down = min(one.low, other.low) - max(one.top, other.top)
        assert across <= 0 or down <= 1.0, (one, other)
    return width, height


@each_view
def test_every_text_is_inside_and_none_lies_on_another(name: str) -> None:
    svg = picture(VIEWS[name]())
    width, _ = assert_inside_and_apart(svg)
    assert width >= 700


def test_samples_are_as_large_as_the_places_kept_for_them() -> None:
    sizes = {
        (float(one.get("width", 0)), float(one.get("height", 0)))
        for make in VIEWS.values()
        for one in ET.fromstring(picture(make())).iter(f"{SVG}svg")
        if one.get("class") == "sample"
    }
    assert sizes == set(_SAMPLES.values())


@each_view
def test_it_can_be_read_without_being_seen(name: str) -> None:
    view = VIEWS[name]()
    root = ET.fromstring(picture(view))
    assert [one.tag for one in root[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert root.get("role") == "img"
    assert root.get("aria-labelledby", "").split() == [one.get("id") for one in root[:2]]
    assert root.get("lang") == root.get(XML_LANG) == "en"
    assert root[0].text == drawing_title(view.scene)
    assert root[1].text == text_alternative(view)


def test_the_alternative_tells_of_bodies_lines_people_and_findings() -> None:
    view = shropshire()
    said = text_alternative(view)
    report = not_none(view.scene.frames.main.report)
    day = "As at 3 July 2020: what is in place, agreed or proposed. "
    assert said.startswith(f"{day}{headline(report)} {problems_and_questions(report)} ")
    assert "12 bodies and 10 lines between them." in said
    assert (
        "At the top, with nothing above: SEND Partnership Board, Shropshire Clinical Commissioning Group, "
        "Shropshire Council." in said
    )
    assert "Without a line to any other: PACC." in said
    assert "Parent carers, no seat: CCG Governing Body, People's Overview Committee, Shropshire Health" in said
    assert "0-25 SEND Strategic Board is scrutinised by People's Overview Committee." in said


def test_the_alternative_tells_who_chairs_and_who_sits_where() -> None:
    said = text_alternative(_seats("chair"))
    assert "1 body" not in said
    assert "2 bodies and 0 lines between them." in said
    assert "Board 0: Chair: Forum." in said
    assert said.endswith("Forum sits on Board 0 (chair).")
    crowded = text_alternative(_seats(*["member"] * 9))
    assert "Forum sits on Board 0" in crowded
    assert "Forum sits on Board 8" in crowded
    vacant = {"board": {"name": "Board", "kind": "board", "seats": [{"role": "chair", "vacant": True}]}}
    assert "Board: Chair: vacant." in text_alternative(view_of(Structure.model_validate({"bodies": vacant})))


def test_the_diagram_alone_has_nothing_around_it() -> None:
    view = shropshire()
    svg = picture(view, bare=True)
    root = ET.fromstring(svg)
    assert root.get("viewBox") == f"0 0 {view.width} {view.height}"
    assert root[1].text == text_alternative(view)
    assert not {"about", "key"} & {one.get("class") for one in root}
    assert "PACC" in texts(svg)


def test_the_alternative_of_a_part_speaks_of_what_is_found_there_alone() -> None:
    structure = read(FIXTURES / "shropshire-draft-2020" / "structure.yaml")
    said = text_alternative(draw(structure, focus="CCG Governing Body").view)
    assert "Parent carers have no seat on the CCG Governing Body." in said
    assert "1 problem. " in said


def test_the_alternative_counts_what_is_waived() -> None:
    structure = read(FIXTURES / "shropshire-draft-2020" / "structure.yaml")
    waiver = Waiver(
        code="REP101", bodies=("ccg-governing-body",), constituency="parent-carers", reason="Agreed", owner="The Board"
    )
    said = text_alternative(draw(structure, Settings(waivers=(waiver,))).view)
    assert "Parent carers have no seat on the People's Overview Committee and the Shropshire Health" in said
    assert "2 problems. " in said
    assert " 1 finding is waived. " in said


def test_a_long_alternative_says_how_much_it_leaves_out() -> None:
    lines = "\n".join(f"board-{number} -- reports_to --> board-{number + 1}" for number in range(100))
    said = text_alternative(view_of(from_arrows(lines)))
    told = said.count("reports to")
    assert said.endswith(f"And {100 - told} more lines that this text has no room for.")
    assert 1_800 < len(said) <= 2_000


def test_it_carries_its_letters_and_asks_nobody() -> None:
    svg = picture(shropshire())
    assert svg.count("data:font/woff;base64,") == 2  # plain and bold
    assert not re.search(r"""(href|src)\s*=\s*"(?!#)|@import|url\((?!#head-|data:font/woff)""", svg)
    ids = re.findall(r'\sid="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    for one in re.findall(r"url\(#([^)]+)\)", svg):
        assert one in ids


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_breaks_out(text: str) -> None:
    view = view_of(hostile(text))
    svg = picture(view)
    root = ET.fromstring(svg)
    allowed = {"svg", "title", "desc", "style", "rect", "g", "defs", "marker", "path", "text", "use"}
    assert {one.tag.removeprefix(SVG) for one in root.iter()} == allowed
    assert not [name for one in root.iter() for name in one.attrib if name.lower().startswith("on")]
    assert root[0].text == " ".join(text.split())
    style = next(one.text or "" for one in root if one.tag == f"{SVG}style")
    assert set(re.findall(r"[^\x20-\x7e\n]", style)) == set()
    pdf = to_pdf(svg, drawing_title(view.scene), text_alternative(view), date(2020, 9, 1))
    info = pypdf.PdfReader(io.BytesIO(pdf)).metadata
    assert info is not None
    assert info.title == " ".join(text.split())


def test_what_xml_cannot_hold_is_left_out() -> None:
    view = shropshire()
    changed = View(replace(view.scene, scope="Only\x00 \x1ba part\ufffe."), view.layout)
    assert "Only a part." in " ".join(texts(picture(changed)))


def corner_of_key(svg: str) -> tuple[float, float]:
    """Where the first sample of the legend stands."""
    key = next(one for one in ET.fromstring(svg) if one.get("class") == "key")
    first = next(one for one in key if one.tag == f"{SVG}g")
    across, down = map(float, re.findall(r"[\d.]+", first.get("transform", "")))
    return across, down


def test_the_legend_stands_where_the_picture_is_larger_on_a_page() -> None:
    row = "\n".join(f"body-{number} -- works_with --> body-{number + 1}" for number in range(12))
    column = "\n".join(f"board-{number} -- reports_to --> board-{number + 1}" for number in range(6))
    for arrows in (row, column):
        view = view_of(from_arrows(arrows))
        across, down = corner_of_key(picture(view))
        is_wide = view.width > 1.5 * view.height
        assert (down > view.height) == is_wide, arrows
        assert (across > view.width) == (not is_wide), arrows


@pytest.mark.parametrize("size", Size)
@each_view
def test_at_a_size_every_text_is_inside_and_none_lies_on_another(name: str, size: Size) -> None:
    assert_inside_and_apart(picture(VIEWS[name](), size))


@each_view
def test_a_slide_is_16_to_9_a_column_fits_a_page_and_a_poster_is_a1(name: str) -> None:
    view = VIEWS[name]()
    slide, column, poster = (ET.fromstring(picture(view, size)) for size in (Size.SLIDE, Size.A4, Size.POSTER))
    assert (slide.get("width"), slide.get("height"), slide.get("viewBox")) == ("1920", "1080", "0 0 1280 720")
    assert column.get("width") == "170mm"
    assert 40 < float(not_none(column.get("height")).removesuffix("mm")) <= 257
    assert {poster.get("width"), poster.get("height")} == {"841mm", "594mm"}
    for root in (slide, column, poster):
        _, _, across, down = map(float, root.get("viewBox", "").split())
        wide, high = (float((root.get(side) or "").removesuffix("mm")) for side in ("width", "height"))
        assert across / down == pytest.approx(wide / high, rel=0.002)


@pytest.mark.parametrize("size", Size)
@each_view
def test_letters_too_small_to_read_are_owned_up_to(name: str, size: Size) -> None:
    view = VIEWS[name]()
    svg = picture(view, size)
    smallest = min(round(one.low - one.top, 2) for one in seen(svg))
    warning = size_warning(view, size)
    if smallest * 0.75 < 5.95:
        assert "too large for" in warning
        assert "(focus)" in warning
    if not warning:
        assert smallest * 0.75 >= 5.95
    assert name != "small" or not warning


def test_title_and_legend_give_way_before_letters_become_too_small() -> None:
    small_words, large_words = (
        max(one.low - one.top for one in seen(picture(view, Size.SLIDE))) for view in (bedfordshire(), small())
    )
    assert small_words < large_words


@pytest.mark.parametrize(("size", "pixels"), [("slide", (1920, 1080)), ("poster", None), ("a4", None)])
def test_pixels_and_pages_are_as_large_as_the_size(size: str, pixels: tuple[int, int] | None) -> None:
    from PIL import Image

    drawing = draw(from_arrows("board: board, strategic\nboard -- reports_to --> council"))
    png = drawing.png(size)
    assert png == drawing.png(size)
    across, down = Image.open(io.BytesIO(png)).size
    assert pixels is None or (across, down) == pixels
    page = pypdf.PdfReader(io.BytesIO(drawing.pdf(size))).pages[0].mediabox
    assert across / down == pytest.approx(float(page.width) / float(page.height), rel=0.003)
    points = {"slide": 960.0, "a4": 170 / 25.4 * 72, "poster": 841 / 25.4 * 72}[size]
    assert max(float(page.width), float(page.height) if size == "poster" else 0) == pytest.approx(points, abs=1)


def test_a_transparent_picture_has_no_ground() -> None:
    from PIL import Image

    drawing = draw(from_arrows("board: board, strategic\nboard -- reports_to --> council"))
    for size in (None, "slide"):
        clear, white = (
            Image.open(io.BytesIO(drawing.png(size, transparent=transparent))).convert("RGBA")
            for transparent in (True, False)
        )
        assert clear.size == white.size
        assert clear.getpixel((2, 2)) == (0, 0, 0, 0)
        assert white.getpixel((2, 2)) == (255, 255, 255, 255)
        ground = Image.new("RGBA", clear.size, "white")
        ground.alpha_composite(clear)
        differences = ImageChops.difference(ground.convert("L"), white.convert("L")).histogram()
        assert not any(differences[12:])  # but for the edges of letters
    assert '<rect width="700"' in drawing.svg()
    assert '<rect width="700"' not in drawing.svg(transparent=True)


def test_a_size_or_a_ground_is_refused_where_there_is_none() -> None:
    drawing = draw(from_arrows("board: board, strategic"))
    with pytest.raises(InputError, match=r"There is no size 'a5': choose slide, a4 or poster\."):
        drawing.svg("a5")
    for path in ("x.html", "x.mmd"):
        with pytest.raises(InputError, match=r"Only a picture has a size: .* \.svg, \.png or \.pdf\."):
            drawing.rendered(path, "slide")
    for path in ("x.html", "x.mmd", "x.pdf"):
        with pytest.raises(InputError, match=r"Only a picture can be transparent: .* \.svg or \.png\."):
            drawing.rendered(path, transparent=True)
    assert drawing.rendered("x.svg", "a4", transparent=True) == drawing.svg("a4", transparent=True)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_breaks_out_of_a_slide(text: str) -> None:
    svg = picture(view_of(hostile(text)), Size.SLIDE)
    root = ET.fromstring(svg)
    allowed = {"svg", "title", "desc", "style", "rect", "g", "defs", "marker", "path", "text", "use"}
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= allowed
    assert not [name for one in root.iter() for name in one.attrib if name.lower().startswith("on")]
    assert root.get("viewBox") == "0 0 1280 720"


def test_signs_of_the_legend_differ_in_black_and_white() -> None:
    """A print without colour: every two signs differ by a tenth of their ink at least."""
    from PIL import Image

    signs: dict[bytes, Image.Image] = {}
    views = [make() for make in VIEWS.values()]
    for view in (*views, _seats("chair"), _seats(*["member"] * 9)):
        root = ET.fromstring(picture(view))
        sheet = next(ET.tostring(one, encoding="unicode") for one in root if one.tag == f"{SVG}style")
        heads = "".join(ET.tostring(one, encoding="unicode") for one in root.iter(f"{SVG}defs"))
        for sample in (one for one in root.iter(f"{SVG}svg") if one.get("class") == "sample"):
            drawn = ET.tostring(sample, encoding="unicode")
            # Letters say how many, and are no part of a sign but for its question mark.
            drawn = re.sub(r">1</", "></", drawn)
            if drawn.encode() in signs or "What" in drawn:
                continue
            svg = (
                f'<svg xmlns="http://www.w3.org/2000/svg" class="gg" viewBox="0 0 62 32">{sheet}{heads}'
                f'<rect width="62" height="32" fill="#fff"/>{drawn}</svg>'
            )
            image = Image.open(io.BytesIO(to_png(svg, "", "", 288))).convert("L")
            signs[drawn.encode()] = image
    assert len(signs) > 15
    alike = []
    for (name, one), (other_name, other) in combinations(signs.items(), 2):
        difference = sum(ImageChops.difference(one, other).point(lambda value: 255 * (value > 60)).histogram()[200:])
        ink = min(sum(image.point(lambda value: 255 * (value < 200)).histogram()[200:]) for image in (one, other))
        if difference < 0.1 * ink:
            alike.append((name, other_name, difference, ink))
    assert not alike


def chunks(png: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    place = 8
    while place < len(png):
        size, kind = struct.unpack(">I4s", png[place : place + 8])
        data = png[place + 8 : place + 8 + size]
        found[(data.partition(b"\0")[0] if kind == b"iTXt" else kind).decode()] = data
        place += size + 12
    return found


def test_the_pixels_are_two_for_each_px_and_carry_their_text() -> None:
    from PIL import Image

    view = shropshire()
    svg = picture(view)
    png = to_png(svg, text_alternative(view), "Bwrdd Iechyd Ŵyl y Tŷ")
    assert png == to_png(svg, text_alternative(view), "Bwrdd Iechyd Ŵyl y Tŷ")
    _, _, width, height = map(int, ET.fromstring(svg).get("viewBox", "").split())
    image = Image.open(io.BytesIO(png))
    assert image.size == (2 * width, 2 * height)
    image.load()
    assert image.info["Title"] == "Bwrdd Iechyd Ŵyl y Tŷ"
    assert image.info["Description"] == text_alternative(view)
    assert chunks(png)["Title"].endswith("\0en\0\0Bwrdd Iechyd Ŵyl y Tŷ".encode())
    assert image.getpixel((2, 2)) == (255, 255, 255, 255)


def test_a_very_large_picture_becomes_no_larger_than_can_be_opened() -> None:
    svg = re.sub(
        r'width="\d+" height="\d+" viewBox="0 0 \d+ \d+"', 'viewBox="0 0 40000 300"', picture(small()), count=1
    )
    width, height = struct.unpack(">II", to_png(svg, "", "")[16:24])
    assert (width, height) == (12_000, 90)
    page = pypdf.PdfReader(io.BytesIO(to_pdf(svg, "Large", "Large", date(2020, 9, 1)))).pages[0]
    assert page.mediabox.width == pytest.approx(14_400)


def test_the_pdf_is_tagged_dated_and_can_be_searched() -> None:
    view = shropshire()
    svg = picture(view)
    pdf = to_pdf(svg, drawing_title(view.scene), text_alternative(view), date(2020, 7, 3))
    assert pdf == to_pdf(svg, drawing_title(view.scene), text_alternative(view), date(2020, 7, 3))
    read_back = pypdf.PdfReader(io.BytesIO(pdf))
    root: Any = read_back.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    figure = _figure(root["/StructTreeRoot"])
    assert figure["/Alt"] == text_alternative(view)
    assert read_back.metadata is not None
    assert read_back.metadata.title == drawing_title(view.scene)
    assert read_back.metadata.creation_date is not None
    assert read_back.metadata.creation_date.date() == date(2020, 7, 3)
    assert b"<pdfuaid:part>1<" in not_none(read_back.xmp_metadata).stream.get_data()
    said = read_back.pages[0].extract_text()
    for one in ("0-25 SEND Strategic", "As at 3 July 2020", "is scrutinised by", "Health and Social Care Act 2012"):
        assert one in said
    assert len(read_back.pages) == 1
    _, _, width, _ = map(int, ET.fromstring(svg).get("viewBox", "").split())
    assert float(read_back.pages[0].mediabox.width) == pytest.approx(width * 0.75, abs=0.1)


def test_letters_that_cannot_be_told_apart_give_a_pdf_that_claims_nothing() -> None:
    svg = picture(view_of(hostile(TEXTS["emoji"])))
    pdf = to_pdf(svg, "Title", "Text", date(2020, 9, 1))
    read_back = pypdf.PdfReader(io.BytesIO(pdf))
    assert b"pdfuaid" not in not_none(read_back.xmp_metadata).stream.get_data()
    root: Any = read_back.trailer["/Root"]
    assert _figure(root["/StructTreeRoot"])["/Alt"] == "Text"


def _figure(element: Any) -> dict[str, Any]:
    """The first figure in the tree of tags."""
    queue: list[Any] = [element]
    while queue:
        one = queue.pop().get_object()
        if isinstance(one, pypdf.generic.DictionaryObject):
            if one.get("/S") == "/Figure":
                return one
            queue.append(one.get("/K"))
        elif isinstance(one, list):
            queue.extend(one)
    raise AssertionError("no figure")


def test_arrowheads_and_boxes_are_drawn_on_the_page() -> None:
    view = small()
    pdf = to_pdf(picture(view), drawing_title(view.scene), text_alternative(view), date(2020, 9, 1))
    page = pypdfium2.PdfDocument(pdf)[0]
    image = page.render(scale=2 / 0.75).to_pil().convert("L")
    board, council = (view.layout.middle[one] for one in ("board", "council"))
    at = not_none(ET.fromstring(picture(view)).find(f"{SVG}g[@class='diagram']")).get("transform")
    across, down = map(float, re.findall(r"[\d.]+", at or ""))
    tip = council[1] + view.layout.shapes["council"].height / 2
    assert board[1] > council[1]
    head = [image.getpixel((round(2 * (across + council[0] + x)), round(2 * (down + tip + 8)))) for x in (-3, 0, 3)]
    assert max(head) < 120  # the full head of an arrow, 8 px below its tip, is as wide as that
    shaft = [image.getpixel((round(2 * (across + council[0] + x)), round(2 * (down + tip + 16)))) for x in (-3, 0, 3)]
    assert shaft[0] == shaft[2] == 255
    assert shaft[1] < 120


def test_typst_is_loaded_only_where_paper_is_made() -> None:
    text = (Path(style.__file__).parent / "typeset.py").read_text(encoding="utf-8")
    assert not re.search(r"^(import|from) typst", text, re.MULTILINE)
