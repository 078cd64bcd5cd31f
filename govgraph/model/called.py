"""Bodies and groups of people as a person names them: by id, by name, by another name."""

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from govgraph.model.faults import Fault, InputError, inform, nearest
from govgraph.model.place import Place

if TYPE_CHECKING:
    from govgraph.model.structure import Structure


def body_called(structure: "Structure", body: str) -> str:
    """The id of a body. Raises InputError where none is called so, or more than one."""
    wanted = body.casefold()
    found = [body] if body in structure.bodies else []
    found = found or [
        key
        for key, stated in structure.bodies.items()
        if wanted in (stated.name.casefold(), *(name.casefold() for name in stated.other_names))
    ]
    if len(found) > 1:
        raise inform(f"More than one body is called '{body}': {', '.join(found)}. Name one of them by its id.")
    if not found:
        names = [*structure.bodies, *(stated.name for stated in structure.bodies.values())]
        raise inform(f"There is no body '{body}'.{nearest(body, names)}")
    return found[0]


def entry_called(structure: "Structure", section: str, name: str) -> str:
    """The id of an entry of `bodies`, `constituencies`, `themes` or `sources`, from its id or name.

    Raises InputError where none is called so.
    """
    if section == "bodies":
        return body_called(structure, name)
    if section == "constituencies":
        return constituencies_called(structure, [name])[0]
    known = getattr(structure, section)
    by_name = {(entry.title if section == "sources" else entry.name).casefold(): key for key, entry in known.items()}
    found = name if name in known else by_name.get(name.casefold())
    if found is None:
        raise inform(f"There is no {section.removesuffix('s')} '{name}'.{nearest(name, [*known, *by_name])}")
    return found


# What word processors make of an apostrophe, quotation marks and hyphens.
_TYPED = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2013", "''\"\"---")


def plain_name(name: str) -> str:
    """A name as it is compared: however its letters are coded, in whatever capitals, spaces, apostrophes and dashes."""
    return " ".join(unicodedata.normalize("NFC", name).translate(_TYPED).casefold().split())


def constituencies_called(structure: "Structure", wanted: Sequence[str], place: Place | None = None) -> list[str]:
    """Ids of constituencies from ids or names, or from one. Raises InputError for those that are not there."""
    wanted = [wanted] if isinstance(wanted, str) else wanted
    known = structure.constituencies
    by_name = {stated.name.casefold(): name for name, stated in known.items()}
    found = list(dict.fromkeys(one if one in known else by_name.get(one.casefold(), one) for one in wanted))
    unknown = [one for one in found if one not in known]
    if unknown:
        path, line, column, sheet = place or (None, None, None, None)
        raise InputError(
            Fault(path, line, column, f"There is no constituency '{one}'.{nearest(one, sorted(known))}", sheet)
            for one in unknown
        )
    return found
