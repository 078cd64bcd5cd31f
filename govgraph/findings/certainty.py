"""How sure a finding is."""

from enum import StrEnum


class Certainty(StrEnum):
    """Whether the file states what is wrong, or is silent where it should speak."""

    STATED = "stated"
    NOT_STATED = "not_stated"

    @classmethod
    def of(cls, *, stated: bool) -> "Certainty":
        """STATED where the file says so, else NOT_STATED."""
        return cls.STATED if stated else cls.NOT_STATED
