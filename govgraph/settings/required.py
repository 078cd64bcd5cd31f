"""What settings require, with the ids of one structure in place of the names that somebody wrote."""

from typing import Any

from govgraph.model import Structure
from govgraph.model.called import entry_called
from govgraph.model.faults import Fault, InputError
from govgraph.rules import Requirement
from govgraph.settings.model import Settings

_RULE = "X101"


def options_for(settings: Settings, structure: Structure) -> dict[str, dict[str, Any]]:
    """The options of rules, with what is required of this structure. Raises InputError for a name that is not there."""
    if not settings.require:
        return settings.options
    found, faults = [], []
    for number, required in enumerate(settings.require):
        try:
            found.append(_with_ids(required, structure))
        except InputError as error:
            path, line, column, sheet = settings.place(("require", number)) or (None, None, None, None)
            faults += [Fault(path, line, column, fault.message, sheet) for fault in error.faults]
    if faults:
        raise InputError(faults)
    return {**settings.options, _RULE: {**settings.options.get(_RULE, {}), "requirements": tuple(found)}}


def _with_ids(required: Requirement, structure: Structure) -> Requirement:
    bodies = required.bodies.model_copy(
        update={"named": tuple(entry_called(structure, "bodies", one) for one in required.bodies.named)}
    )
    who = required.seat.on_behalf_of
    seat = required.seat
    if who is not None:
        seat = seat.model_copy(update={"on_behalf_of": entry_called(structure, "constituencies", who)})
    return required.model_copy(update={"bodies": bodies, "seat": seat})
