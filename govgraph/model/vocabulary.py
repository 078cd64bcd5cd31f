"""The words that a structure may use, and what sets of them mean."""

from enum import StrEnum


class Word(StrEnum):
    """A word of the vocabulary."""

    # Enum hashes in Python; a word is a str, and large structures ask a million times.
    __hash__ = str.__hash__


class Kind(Word):
    """What a body is. The first seven are governance bodies; the others stand around them."""

    BOARD = "board"
    COMMITTEE = "committee"
    PARTNERSHIP = "partnership"
    WORKING_GROUP = "working_group"
    TASK_AND_FINISH_GROUP = "task_and_finish_group"
    WORKSTREAM = "workstream"
    PANEL = "panel"
    ORGANISATION = "organisation"
    FORUM = "forum"
    REVIEWER = "reviewer"
    SERVICE = "service"
    POST = "post"


GOVERNANCE_KINDS = frozenset(
    {
        Kind.BOARD,
        Kind.COMMITTEE,
        Kind.PARTNERSHIP,
        Kind.WORKING_GROUP,
        Kind.TASK_AND_FINISH_GROUP,
        Kind.WORKSTREAM,
        Kind.PANEL,
    }
)


class Level(Word):
    """At which level a body works."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"
    ADVISORY = "advisory"


class Activity(Word):
    """What a body does (the key `does`)."""

    DECIDES = "decides"
    SCRUTINISES = "scrutinises"
    MONITORS = "monitors"
    COMMISSIONS = "commissions"
    DELIVERS = "delivers"
    ADVISES = "advises"


class Status(Word):
    """How settled a statement is."""

    IN_PLACE = "in_place"
    AGREED = "agreed"
    PROPOSED = "proposed"
    UNDER_REVIEW = "under_review"
    ENDED = "ended"

    @property
    def words(self) -> str:
        """The status as a person says it: `under review`."""
        return self.value.replace("_", " ")


class View(Word):
    """Which statuses are looked at: each view adds to the one before it."""

    IN_PLACE = "in_place"
    AGREED = "agreed"
    PROPOSED = "proposed"

    @property
    def statuses(self) -> frozenset[Status]:
        """The statuses that this view holds."""
        return _SEEN[self]


_SEEN = {View.IN_PLACE: frozenset({Status.IN_PLACE, Status.UNDER_REVIEW})}
_SEEN[View.AGREED] = _SEEN[View.IN_PLACE] | {Status.AGREED}
_SEEN[View.PROPOSED] = _SEEN[View.AGREED] | {Status.PROPOSED}


class Completeness(Word):
    """Whether a list in the file is all there is, or what happens to be known."""

    COMPLETE = "complete"
    PARTIAL = "partial"


class Role(Word):
    """In which role a seat is held. The last three attend and hold no seat."""

    CHAIR = "chair"
    CO_CHAIR = "co_chair"
    VICE_CHAIR = "vice_chair"
    LEAD = "lead"
    MEMBER = "member"
    ADVISER = "adviser"
    ATTENDEE = "attendee"
    OBSERVER = "observer"

    @property
    def attends_only(self) -> bool:
        """True for a role that is in the room without a seat."""
        return self in _ATTENDING

    @property
    def chairs(self) -> bool:
        """True for chair and co-chair."""
        return self in (Role.CHAIR, Role.CO_CHAIR)

    @property
    def words(self) -> str:
        """The role as a person says it: `co-chair`."""
        return self.value.replace("_", "-")


_ATTENDING = frozenset({Role.ADVISER, Role.ATTENDEE, Role.OBSERVER})
