"""Word documents to blocks, by way of HTML. No macro runs, no picture is opened, no link is followed."""

import re
from io import BytesIO

from govgraph.drafting.documents.blocks import UnreadableError
from govgraph.drafting.documents.html import read_markup
from govgraph.drafting.documents.package import DAMAGED, Package, open_package
from govgraph.drafting.passages import DocumentText
from govgraph.language import plural, plural_verb

_INSTALL = "To read a Word document, install what it takes: pip install 'govgraph[draft]'."
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name^='toc '] => !
p[style-name^='TOC '] => !
p[style-name^='table of '] => !
p[style-name='caption'] => p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
u => u
all-caps => u
small-caps => u
strike => s
comment-reference => !
"""
_HEADING = "p[style-name='{word} {level}'] => h{tag}:fresh"
_HAS_TITLE = re.compile(rb"<w:pStyle\s+w:val=[\"']Title[\"']")
_EMPTY_TITLES = re.compile(
    r"(?:microsoft )?(?:word|powerpoint|office)\b|untitled|document ?[0-9]*$|template\b|title$|.*\.(?:docx?|dotx?)$",
    re.IGNORECASE,
)
"""Titles that programs give, not people."""


def read_word(name: str, data: bytes) -> DocumentText:
    """Read a Word document. Raises UnreadableError where it is none, or cannot be trusted."""
    try:
        import defusedxml  # noqa: F401 - its absence is told before anything is read
        import mammoth
    except ModuleNotFoundError:
        raise UnreadableError(_INSTALL) from None
    package = open_package(data)
    main = next((part for path, part in package.parts.items() if re.fullmatch(r"word/document[0-9]*\.xml", path)), b"")
    try:
        markup = mammoth.convert_to_html(
            BytesIO(package.data),
            style_map=_styles(has_title=bool(_HAS_TITLE.search(main))),
            convert_image=mammoth.images.img_element(lambda _: {}),
            include_embedded_style_map=False,
            external_file_access=False,
        ).value
    except (KeyboardInterrupt, MemoryError):
        raise
    except Exception:  # its parts may lack anything that the library takes for granted
        raise UnreadableError(DAMAGED) from None
    title = None if package.title and _EMPTY_TITLES.match(package.title) else package.title
    return read_markup(name, markup, _left_out(package, main), title)


def _styles(*, has_title: bool) -> str:
    """How styles become tags; where the document has a title, its headings stand below it."""
    headings = [
        _HEADING.format(word=word, level=level, tag=min(level + has_title, 6))
        for level in range(1, 10)
        for word in ("heading", "Heading")
    ]
    return "\n".join([_STYLES, *headings])


def _left_out(package: Package, main: bytes) -> tuple[str, ...]:
    comments = sum(
        len(re.findall(rb"<w:comment\s", part)) for path, part in package.parts.items() if path.endswith("comments.xml")
    )
    counted = (
        (package.hidden, "passage of hidden text", "passages of hidden text"),
        (comments, "comment", None),
        (len(re.findall(rb"<dgm:relIds\b", main)), "diagram (SmartArt)", "diagrams (SmartArt)"),
    )
    sentences = [f"{plural(n, what, several)} {plural_verb('is', n)} left out." for n, what, several in counted if n]
    if re.search(rb"<w:(?:ins|del|moveFrom|moveTo)\s", main):
        sentences.append("Tracked changes were read as if they were accepted.")
    if any(
        _has_text(part) for path, part in package.parts.items() if re.match(r"word/(?:header|footer)[0-9]*\.xml", path)
    ):
        sentences.append("What stands at the head and foot of every page is left out.")
    return tuple(sentences)


def _has_text(part: bytes) -> bool:
    return bool(re.search(rb"<w:t(?:\s[^>]*)?>[^<]*[A-Za-z]", part))
