"""A structure to a file or a folder, whose name says in which form."""

import os
from pathlib import Path

from govgraph.model import Structure
from govgraph.model.faults import Fault, InputError
from govgraph.read import assert_sound
from govgraph.write import csv, json, workbook, yaml
from govgraph.write.whole import write_folder, write_whole

FORMS = {".yaml": "YAML", ".yml": "YAML", ".json": "JSON", ".xlsx": "an Excel workbook", "": "a folder of CSV files"}
"""What the end of a name asks for; a name without an end is a folder."""

_NEAR = {
    ".ods": "LibreOffice opens .xlsx too: name the file so.",
    ".xls": "Name the file .xlsx.",
    ".xlsm": "Name the file .xlsx.",
    ".csv": "A structure in CSV is a folder: leave the end out.",
}


def form_of(path: str | os.PathLike[str]) -> str:
    """The end of a name, which says in which form is written. Raises InputError for one that says nothing."""
    named = os.fspath(path)
    ending = "" if Path(named).is_dir() else Path(named).suffix.lower()
    if ending not in FORMS:
        known = ", ".join(one for one in FORMS if one)
        why = (
            f"Nothing is written as {ending}. {_NEAR.get(ending, f'Choose a name that ends in {known}, or a folder.')}"
        )
        raise InputError([Fault(named, None, None, why)])
    return ending


def write(structure: Structure, path: str | os.PathLike[str], *, with_names: bool = True) -> None:
    """Write a structure to a file that ends in .yaml, .yml, .json or .xlsx, or to a new folder of CSV files.

    What is written reads back as the same structure. Without `with_names`, names of people are left out. The file is
    written whole or not at all. Raises InputError where the name says no form, where a structure made in code is not
    sound, where a text is too long for a cell, where a file is read-only, and where a folder is there and not empty.

    >>> import govgraph
    >>> structure = govgraph.read("mine.yaml").with_seat("SEND Strategic Board", on_behalf_of="Parent carers")
    >>> govgraph.write(structure, "with the seat.yaml")
    >>> len(govgraph.read("with the seat.yaml").bodies["board"].seats)
    1
    """
    named = os.fspath(path)
    ending = form_of(named)
    if not structure.was_read:
        assert_sound(structure)
    try:
        if ending == "":
            write_folder(Path(named), csv.rendered(structure, with_names=with_names))
        elif ending == ".xlsx":
            write_whole(Path(named), workbook.rendered(structure, with_names=with_names))
        else:
            text = (json if ending == ".json" else yaml).rendered(structure, with_names=with_names)
            write_whole(Path(named), text)
    except InputError as error:
        raise InputError(fault._replace(path=fault.path or named) for fault in error.faults) from None
