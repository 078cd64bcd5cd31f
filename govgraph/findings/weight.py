"""How sure a finding is, how much it weighs, and whether it was known before."""

from enum import StrEnum


class Certainty(StrEnum):
    """Whether the file states what is wrong, or is silent where it should speak."""

    STATED = "stated"
    NOT_STATED = "not_stated"

    @classmethod
    def of(cls, *, stated: bool) -> "Certainty":
        """STATED where the file says so, else NOT_STATED."""
        return cls.STATED if stated else cls.NOT_STATED


class Severity(StrEnum):
    """How much a finding weighs, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def softer(self) -> "Severity":
        """One severity down; a note stays a note."""
        return Severity.WARNING if self is Severity.ERROR else Severity.NOTE

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)


class FindingStatus(StrEnum):
    """How a finding relates to what was known before."""

    NEW = "new"
    KEPT = "kept"
    """The structure that it is compared with has it too."""
    BASELINE = "baseline"
    """The baseline has it."""
