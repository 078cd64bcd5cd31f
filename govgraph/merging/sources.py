"""From where each entry is taken: the source that its file gives, or else the file itself."""

from collections.abc import Container, Iterator, Sequence
from copy import deepcopy

from govgraph.formats.sheets.names import slug
from govgraph.merging.entries import SECTIONS, Data, Entry, File, free_id
from govgraph.model.fields import references
from govgraph.model.scalars import plain_name
from govgraph.model.statement import Noted

DEFAULTS = ("status", "nation", "membership", "lines")
"""What a file may say once for all its entries, beside their source."""


def add_file_sources(files: Sequence[File]) -> dict[str, str]:
    """Let each file be a source where an entry of it has none. Returns the keys of these sources, some new."""
    made: dict[str, str] = {}
    for file in files:
        if "source" in file.whole or not any(map(_needs_source, file.entries.values())):
            continue
        known = next((entry for entry in file.of("sources") if entry.data.get("title") == file.name), None)
        if known is None:
            id_ = free_id(slug(file.name) or "file", {entry.id for entry in file.of("sources")})
            known = Entry(file.key("sources", id_), "sources", id_, {"title": file.name}, (file.number,))
            file.entries[known.key] = known
            made[known.key] = known.id
        file.whole["source"] = {"id": known.key}
    return made


def give_defaults(files: Sequence[File], made: Container[str]) -> Data:
    """Give each entry what its file says once for all its entries.

    Returns what all files say alike, for the merged file to say once; a source that was `made` is said by none.
    """
    keys = (*DEFAULTS, "source")
    shared = {key: files[0].whole[key] for key in keys if _is_shared(files, key)}
    if shared.get("source", {}).get("id") in made:
        del shared["source"]
    for file in files:
        defaults = {key: file.whole.pop(key) for key in keys if key in file.whole}
        for entry in file.entries.values():
            known = {shape.alias or name for name, shape in SECTIONS[entry.section].model_fields.items()}
            for key, value in defaults.items():
                if key in known and key not in shared and (key != "source" or _needs_source(entry)):
                    entry.data.setdefault(key, deepcopy(value))
    return shared


def _is_shared(files: Sequence[File], key: str) -> bool:
    return key in files[0].whole and all(file.whole.get(key) == files[0].whole[key] for file in files)


def _needs_source(entry: Entry) -> bool:
    return issubclass(SECTIONS[entry.section], Noted) and "source" not in entry.data


def sources_of(entry: Entry) -> Iterator[str]:
    """The keys of the sources that an entry refers to."""
    for _, section, key in references(SECTIONS[entry.section], entry.data):
        if section == "sources":
            yield key


def same_documents(sources: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """The sources of different files that have one title, and differ in nothing that both state."""
    known: dict[str, list[Entry]] = {}
    for source in sources:
        title = plain_name(source.name)
        for first in known.setdefault(title, []):
            both = first.data.keys() & source.data.keys() - {"title", "note"}
            if not set(first.files) & set(source.files) and all(first.data[key] == source.data[key] for key in both):
                yield first, source
                break
        else:
            known[title].append(source)
