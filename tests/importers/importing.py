"""What importers make of files, in short: the structure, its notices, and the sentences of a refusal."""

from typing import Any

import pytest

from govgraph.formats.structure_files import build_structure
from govgraph.importers import importer_named
from govgraph.importers.reading import import_document
from govgraph.model import Structure
from govgraph.model.faults import InputError


def imported(key: str, path: str, content: str | bytes) -> Structure:
    """The structure in a file of another tool."""
    return build_structure([import_document(path, _bytes(content), importer_named(key))], may_be_draft=True)


def notices(structure: Structure) -> list[str]:
    """What an importer says, without that proposals are not confirmed."""
    return [notice.message for notice in structure.notices]


def refusals(key: str, path: str, content: str | bytes) -> list[str]:
    """The sentences with which a file is refused."""
    with pytest.raises(InputError) as refused:
        imported(key, path, content)
    return [str(fault) for fault in refused.value.faults]


def drafted(structure: Structure) -> list[tuple[Any, ...]]:
    """The rows of the draft in short: body, what, value."""
    return [(row.body, row.what, row.value) for row in structure.draft]


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
