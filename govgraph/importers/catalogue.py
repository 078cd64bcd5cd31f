"""Backstage's catalogue: the groups in it, of which each may name its parent and its children."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from govgraph.formats.files import decoded
from govgraph.importers.contents import clean, refused, within_size
from govgraph.importers.gathering import Gathering
from govgraph.importers.importer import Imported, Importer
from govgraph.importers.kinds import kind_of_name
from govgraph.language import listed
from govgraph.model.vocabulary import Kind

_MARK = re.compile(rb"^\s*apiVersion:\s*[\"']?backstage\.io/", re.MULTILINE)
_GROUP = "group"


def _recognises(name: str, data: bytes) -> bool:
    return name.lower().endswith(IMPORTER.endings) and _MARK.search(data) is not None


def _read(path: str, data: bytes) -> Imported:
    entities = _entities(path, decoded(within_size(path, data), path))
    gathering = Gathering(path)
    groups: dict[str, Mapping[str, Any]] = {}
    others: Counter[str] = Counter()
    again = []
    for entity in entities:
        kind, about = clean(entity.get("kind")), _mapping(entity.get("metadata"))
        if kind.casefold() != _GROUP:
            others[kind or "no kind"] += 1
            continue
        key = _reference(clean(about.get("name")), clean(about.get("namespace")) or "default")
        if not clean(about.get("name")) or key in groups:
            again.append(clean(about.get("name")) or "a group without a name")
            continue
        groups[key] = entity
        _add(gathering, key, entity)
    if not groups:
        raise refused(path, "govgraph reads the groups of a Backstage catalogue, and this file has none.")
    _relate(gathering, groups)
    gathering.notice_of(again, "These have no name, or appear twice and are taken once: {}.")
    if others:
        shown = listed([f"{kind} ({number:,})" for kind, number in others.items()])
        gathering.notice(f"govgraph reads only the groups of a Backstage catalogue. Left out: {shown}.")
    if any(_mapping(entity.get("spec")).get("members") for entity in groups.values()):
        gathering.notice("The members of groups are left out: the catalogue names their accounts.")
    return gathering.imported()


def _entities(path: str, text: str) -> Iterator[Mapping[str, Any]]:
    import yaml  # as wherever it is read

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for entity in yaml.load_all(text, Loader=loader):
            if isinstance(entity, dict):
                yield entity
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = (mark.line + 1, mark.column + 1) if mark is not None else (None, None)
        raise refused(path, "This is not sound YAML.", *place) from None
    except (RecursionError, ValueError, TypeError):
        raise refused(path, "This YAML is nested too deep, or holds a value that is none.") from None


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _reference(text: str, namespace: str) -> str:
    """A reference in full, as `group:default/team` and `team` mean the same."""
    kind, _, rest = text.casefold().rpartition(":")
    space, _, name = rest.rpartition("/")
    return f"{kind or _GROUP}:{space or namespace.casefold()}/{name}"


def _add(gathering: Gathering, key: str, entity: Mapping[str, Any]) -> None:
    about, spec = _mapping(entity.get("metadata")), _mapping(entity.get("spec"))
    own = clean(about.get("name"))
    name = clean(_mapping(spec.get("profile")).get("displayName")) or clean(about.get("title")) or own
    written, note = clean(spec.get("type")), clean(about.get("description"))
    kind = Kind.parse(written) if written else None
    if kind is not None:
        gathering.add_body(key, name, kind, key, wanted_id=own, note=note)
        return
    says = f"The catalogue gives it the type '{written}'" if written else "The catalogue gives it no type"
    question = f"What is {name}? {says}."
    gathering.propose_body(key, name, kind_of_name(name), key, says=name, question=question, note=note)


def _relate(gathering: Gathering, groups: Mapping[str, Mapping[str, Any]]) -> None:
    parts: dict[tuple[str, str], str] = {}
    missing: dict[str, None] = {}
    for key, entity in groups.items():
        spec, space = _mapping(entity.get("spec")), key.partition(":")[2].partition("/")[0]
        children = spec.get("children")
        pairs = (
            [(_reference(clean(each), space), key) for each in children or () if clean(each)]
            if isinstance(children, list)
            else []
        )
        parent = clean(spec.get("parent"))
        pairs += [(key, _reference(parent, space))] if parent else []
        for part, whole in pairs:
            missing.update({each: None for each in (part, whole) if each not in groups})
            if part in groups and whole in groups and part != whole:
                parts.setdefault((part, whole), key)
    for (part, whole), where in parts.items():
        gathering.relate(part, "part_of", whole, where)
    gathering.notice_of(
        list(missing), "These are named as parents or children, but the file does not describe them: {}."
    )
    if parts:
        gathering.notice("A parent in the catalogue is read as the group of which another is a part.")


IMPORTER = Importer("Backstage's catalogue", (".yaml", ".yml"), _recognises, _read)
