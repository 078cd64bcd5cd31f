"""What files say of themselves as a whole: their titles, days and notes, for one file of all."""

from collections.abc import Sequence
from typing import Any

from govgraph.formats.sheets.columns import header_of
from govgraph.language import listed
from govgraph.merging.differences import field_text
from govgraph.merging.entries import Data, File

_ONCE = ("as_of", "post_16_providers", "church_schools")


def of_the_whole(files: Sequence[File]) -> tuple[Data, list[str]]:
    """What the merged file says of itself, and a sentence for each thing on which the files differ.

    Where they differ nothing is kept but the sentence, in the note of the file.
    """
    found: Data = {}
    titles = _distinct(file.whole.get("title") for file in files)
    if titles:
        found["title"] = "; ".join(titles)
    sentences = []
    for key in _ONCE:
        stated = [(file.name, file.whole[key]) for file in files if file.whole.get(key) is not None]
        values = _distinct(value for _, value in stated)
        if len(values) == 1:
            found[key] = values[0]
        elif values:
            said = listed([f"{name} says {field_text(key, value)}" for name, value in stated], most=len(stated))
            sentences.append(f"{header_of(key)} is left out, because the files differ: {said}.")
    notes = [*_distinct(file.whole.get("note") for file in files), *sentences]
    if notes:
        found["note"] = "\n".join(notes)
    return found, sentences


def _distinct(values: Any) -> list[Any]:
    found: list[Any] = []
    for value in values:
        if value is not None and value not in found:
            found.append(value)
    return found
