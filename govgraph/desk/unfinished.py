"""What is open while something of it cannot be read, as a file: nobody must lose what is half done."""

from govgraph.desk.opened import Content, OpenText
from govgraph.desk.own_tables import own_note, written_tables
from govgraph.desk.protocol import Kind, Written
from govgraph.formats.files import format_of
from govgraph.model.faults import input_error

MENDING = "Mend what cannot be read first."
NOTHING_YET = "Nothing is confirmed yet, so there is no body to show. Confirm a proposal first."
_NOTE = "This file cannot be read yet. It has the same faults as what is open here."


def written_unfinished(kind: Kind, content: Content, opened: Content, name: str) -> Written:
    """Sheets with faults as a workbook, a text with faults as it is. Raises InputError for every other kind."""
    if isinstance(content, OpenText):
        if kind != format_of(content.path):
            raise input_error(MENDING)
        return {"name": name, "type": "text/plain", "content": content.text, "is_base64": False, "note": _NOTE}
    if kind != "workbook":
        raise input_error(MENDING)
    return written_tables(content, name, " ".join(filter(None, [_NOTE, own_note(content, opened)])))
