"""The document that a paper is written into: our own, or an organisation's template without its text."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from govgraph.model.faults import Fault, InputError
from govgraph.read.content import content_of

_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_MACROS = re.compile(rb"vnd\.ms-word\.(?:document|template)\.macroEnabled|vbaProject")
_MOST = 50_000_000
_STAYS = {"styles", "numbering", "settings", "webSettings", "fontTable", "theme", "header", "footer"}
"""What a template gives a paper. Pictures, comments and notes of its text go, and the names of who wrote them too."""


def opened(template: str | None) -> Any:
    """An empty document. Raises InputError where the template is none."""
    import docx  # noqa: PLC0415 - the extra `word`, only where Word is written

    if template is None:
        document = docx.Document()
        _on_a4(document)
    else:
        document = _of(template)
    _empty(document)
    return document


def _of(template: str) -> Any:
    import docx  # noqa: PLC0415 - the extra `word`, only where Word is written

    def refuse(sentence: str) -> InputError:
        return InputError([Fault(template, None, None, sentence)])

    if Path(template).is_dir():
        raise refuse("It is a folder; name a Word document as the template.")
    content = content_of(template, _MOST)
    try:
        data = _as_document(content)
        document = docx.Document(BytesIO(data))
        if not (len(document.styles) and len(document.sections)):
            raise refuse("This Word document has no styles, or no page: it cannot be used as a template.")
    except _HasMacrosError:
        raise refuse("This template holds macros. Save it in Word as .docx, without macros, and name that.") from None
    except InputError:
        raise
    except Exception:  # whatever the library stumbles over: the file is no document that it can use
        raise refuse("This is no Word document (.docx) that can be used as a template.") from None
    return document


class _HasMacrosError(Exception):
    """The file holds programs."""


def _as_document(data: bytes) -> bytes:
    """The file as a document: a template of Word (.dotx) says in one place that it is one."""
    with zipfile.ZipFile(BytesIO(data)) as old:
        types = old.read(_TYPES)
        if _MACROS.search(types):
            raise _HasMacrosError
        template, document = (_MAIN.format(kind).encode() for kind in ("template", "document"))
        if template not in types:
            return data
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, types.replace(template, document) if name == _TYPES else old.read(name))
    return made.getvalue()


def _on_a4(document: Any) -> None:
    from docx.shared import Mm  # noqa: PLC0415 - the extra `word`, only where Word is written

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)


def _empty(document: Any) -> None:
    """Take out the text, and what only it used; page, headers and footers stay."""
    body = document.element.body
    sections = list(body.iter(f"{{{body.nsmap['w']}}}sectPr"))
    last = sections[-1]
    _keep_headers(last, sections[:-1])
    for child in [one for one in body if one is not last]:
        body.remove(child)
    if last.getparent() is not body:
        body.append(last)
    for mark in [one for one in last if one.tag.endswith("}type")]:
        last.remove(mark)
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.rpartition("/")[2] not in _STAYS:
            document.part.rels.pop(key)
    for key, relation in list(document.part.package.rels.items()):
        if relation.reltype.rpartition("/")[2] not in ("officeDocument", "core-properties"):
            document.part.package.rels.pop(key)
    _forget_notes(document)
    _forget_who_changed(document)


def _keep_headers(last: Any, earlier: list[Any]) -> None:
    """A section without a header of its own has that of the section before it, which goes with the text."""

    def kinds(section: Any) -> dict[tuple[str, str | None], Any]:
        references = [one for one in section if one.tag.endswith(("}headerReference", "}footerReference"))]
        return {(one.tag, one.get(f"{{{one.nsmap['w']}}}type")): one for one in references}

    had = kinds(last)
    for section in reversed(earlier):
        for kind, reference in kinds(section).items():
            if kind not in had:
                had[kind] = reference
                last.insert(0, reference)


def _forget_notes(document: Any) -> None:
    """The settings no longer speak of the footnotes that went, nor of a template from which the template came."""
    settings = document.settings.element
    gone = ("}footnotePr", "}endnotePr", "}attachedTemplate", "}mailMerge", "}documentProtection", "}trackRevisions")
    for one in [one for one in settings if one.tag.endswith(gone)]:
        settings.remove(one)
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/settings") and not relation.is_external:
            relation.target_part.rels.clear()


def _forget_who_changed(document: Any) -> None:
    """Changes that are tracked in what stays, in a header or in the page, no longer name whoever made them."""
    stays = [one.target_part for one in document.part.rels.values() if not one.is_external]
    elements = [document.element, *(part.element for part in stays if hasattr(part, "element"))]
    for one in (one for element in elements for one in element.iter() if isinstance(one.tag, str)):
        for key in [key for key in one.attrib if key.endswith(("}author", "}initials"))]:
            one.set(key, "")
