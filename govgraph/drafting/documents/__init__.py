"""Documents of many formats to text with places. Nothing is fetched, no macro runs, no link is followed."""

from collections.abc import Callable
from pathlib import PurePosixPath

from govgraph.drafting.documents.blocks import UnreadableError
from govgraph.drafting.documents.text import read_text
from govgraph.drafting.passages import DocumentText
from govgraph.model.faults import Fault, InputError

MAX_BYTES = 50_000_000
"""Of a file; a Word document with many pictures has 20 million."""
MAX_TEXT_BYTES = 10_000_000
"""Of a file that holds text alone."""


def _word(name: str, data: bytes) -> DocumentText:
    from govgraph.drafting.documents.word import read_word

    return read_word(name, data)


def _pdf(name: str, data: bytes) -> DocumentText:
    from govgraph.drafting.documents.pdf import read_pdf

    return read_pdf(name, data)


def _html(name: str, data: bytes) -> DocumentText:
    from govgraph.drafting.documents.html import read_html

    return read_html(name, data)


def _markdown(name: str, data: bytes) -> DocumentText:
    from govgraph.drafting.documents.markdown import read_markdown

    return read_markdown(name, data)


_READERS: dict[str, Callable[[str, bytes], DocumentText]] = {
    ".docx": _word,
    ".docm": _word,
    ".pdf": _pdf,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": read_text,
    ".text": read_text,
}
_MAY_HOLD_PICTURES = (".docx", ".docm", ".pdf")
SUFFIXES = tuple(_READERS)
"""How the names of documents end that are read."""

_SAVE_AS_WORD = "save it as Word (.docx)"
_SAVE_AS_PDF = "save it as PDF"
_UNSUPPORTED = {
    ".doc": ("an old Word document", _SAVE_AS_WORD),
    ".dot": ("an old Word template", _SAVE_AS_WORD),
    ".dotx": ("a Word template", _SAVE_AS_WORD),
    ".odt": ("an OpenDocument text", _SAVE_AS_WORD),
    ".rtf": ("a document in Rich Text Format", _SAVE_AS_WORD),
    ".pages": ("a document of Pages", _SAVE_AS_WORD),
    ".gdoc": ("only a link to a Google document", "download it as Word (.docx)"),
    ".wpd": ("a WordPerfect document", _SAVE_AS_WORD),
    ".epub": ("an e-book", _SAVE_AS_PDF),
    ".ppt": ("an old PowerPoint presentation", _SAVE_AS_PDF),
    ".pptx": ("a PowerPoint presentation", _SAVE_AS_PDF),
    ".odp": ("an OpenDocument presentation", _SAVE_AS_PDF),
    ".mht": ("an archived web page", "save it as a web page (.html)"),
    ".mhtml": ("an archived web page", "save it as a web page (.html)"),
    ".eml": ("an email", "save its text as .txt"),
    ".msg": ("an email", "save its text as .txt"),
}
"""Documents that are not read, what they are, and what to do."""


def read_document_text(path: str, data: bytes) -> DocumentText:
    """The text of a document, with places. Raises InputError where it cannot be read, or holds no text."""
    try:
        document = _read(path, data)
    except UnreadableError as error:
        raise InputError([Fault(path, None, None, str(error))]) from None
    if not document.blocks:
        raise InputError([Fault(path, None, None, "The document holds no text.")])
    return document


def _read(path: str, data: bytes) -> DocumentText:
    name = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _UNSUPPORTED:
        what, what_to_do = _UNSUPPORTED[suffix]
        raise UnreadableError(f"This is {what}: {what_to_do}.")
    reader = _READERS.get(suffix)
    if reader is None:
        raise UnreadableError(
            "A document is read from a file that ends in .docx, .pdf, .html, .md or .txt: save it as one of these."
        )
    most = MAX_BYTES if suffix in _MAY_HOLD_PICTURES else MAX_TEXT_BYTES
    if len(data) > most:
        raise UnreadableError(f"The file is larger than {most // 1_000_000} MB, the most that is read of its kind.")
    return reader(name, data)
