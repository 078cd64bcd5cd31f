"""What a form of another tool has no place for, in sentences that name it with its number."""

from collections import Counter
from collections.abc import Collection

from govgraph.formats.plain_data import record_models
from govgraph.formats.sheets.layout import ties
from govgraph.language import listed, plural
from govgraph.model import Structure
from govgraph.model.fields import shapes

_OF_SECTIONS = {
    "constituencies": ("group of people", "groups of people"),
    "themes": ("theme", "themes"),
    "draft": ("proposal", "proposals"),
}
_OF_BODIES = {
    "seats": ("seat", "seats"),
    "contacts": ("contact", "contacts"),
    "composition": ("rule of composition", "rules of composition"),
}
_LISTS = ("membership", "lines", "parts")


def left_out(structure: Structure, form: str, *, taken: Collection[str], fields: Collection[str]) -> tuple[str, ...]:
    """A sentence on what is left out of a form that takes these relations and lists, and these fields of bodies."""
    counts: Counter[tuple[str, str]] = Counter()
    for key, nouns in _OF_SECTIONS.items():
        if key not in taken:
            counts[nouns] += len(getattr(structure, key, ()))
    for key, nouns in _OF_BODIES.items():
        if key not in taken:
            counts[nouns] += sum(len(getattr(body, key)) for body in structure.bodies.values())
    for key, tie in ties().items():
        if key not in taken:
            words = f"'{tie.words}'"
            counts[words, words] += sum(len(getattr(body, key)) for body in structure.bodies.values())
    shown = [plural(number, *nouns) for nouns, number in counts.items() if number]
    shown += (
        [f"whether lists are complete ({plural(number, 'body', 'bodies')})"] if (number := _lists(structure)) else []
    )
    shown += _fields_left_out(structure, fields)
    return (f"{form} has no place for these, which are left out: {listed(shown, most=len(shown))}.",) if shown else ()


def _lists(structure: Structure) -> int:
    return sum(any(getattr(body, key) is not None for key in _LISTS) for body in structure.bodies.values())


def _fields_left_out(structure: Structure, fields: Collection[str]) -> list[str]:
    """The plain fields of bodies that are stated and not taken, with the number of bodies that state each."""
    skipped = {*record_models(), *_LISTS, "source", *fields}
    found: Counter[str] = Counter()
    for body in structure.bodies.values():
        for name in body.model_fields_set - skipped:
            if getattr(body, name) not in (None, (), False):
                found[name.rstrip("_").replace("_", " ")] += 1
    return [f"'{name}' of {plural(number, 'body', 'bodies')}" for name, number in sorted(found.items())]


def settings_left_out(structure: Structure, form: str, *, taken: Collection[str] = ()) -> tuple[str, ...]:
    """A sentence on what the whole structure states, and has no place."""
    sections = {key for key, shape in shapes(Structure).items() if shape.by_id} | {"govgraph", "source", "draft"}
    stated = [key for key in type(structure).model_fields if key not in sections and key not in taken]
    shown = [key.replace("_", " ") for key in stated if getattr(structure, key) not in (None, ())]
    shown += ["sources"] if structure.sources else []
    return (f"{form} has no place for what the file says of all of it: {listed(shown)}.",) if shown else ()
