"""What a file says of all its bodies, said of each: other tools have no place for what holds unless it is said."""

from govgraph.model import Structure

SPREAD = ("status", "nation")
"""The settings of a file that other tools may hold of each body."""


def spread(structure: Structure) -> Structure:
    """A copy in which each body has the status and the nation that the file says of those without their own."""
    stated = {key: value for key in SPREAD if (value := getattr(structure, key)) is not None}
    if not stated:
        return structure
    bodies = {
        name: body.model_copy(update={key: value for key, value in stated.items() if getattr(body, key) is None})
        for name, body in structure.bodies.items()
    }
    return structure.model_copy(update={"bodies": bodies, **dict.fromkeys(stated)})
