"""The words that a structure may use: kinds, levels, statuses, roles; and forms and capacities that the law knows."""

import re
from enum import StrEnum
from functools import cache

from govgraph.model.faults import nearest
from govgraph.model.scalars import quoted, refuse


class Word(StrEnum):
    """A word of the vocabulary."""

    # Enum hashes in Python; a word is a str, and large structures ask a million times.
    __hash__ = str.__hash__

    @property
    def words(self) -> str:
        """The word as a person says it: `under review`."""
        return self.value.replace("_", " ")


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
    {Kind.BOARD, Kind.COMMITTEE, Kind.PARTNERSHIP, Kind.WORKING_GROUP, Kind.TASK_AND_FINISH_GROUP}
    | {Kind.WORKSTREAM, Kind.PANEL}
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


class View(Word):
    """Which statuses are looked at: each view adds to the one before it."""

    IN_PLACE = "in_place"
    AGREED = "agreed"
    PROPOSED = "proposed"

    @property
    def statuses(self) -> frozenset[Status]:
        """The statuses that this view holds."""
        return _VIEW_STATUSES[self]


_VIEW_STATUSES = {View.IN_PLACE: frozenset({Status.IN_PLACE, Status.UNDER_REVIEW})}
_VIEW_STATUSES[View.AGREED] = _VIEW_STATUSES[View.IN_PLACE] | {Status.AGREED}
_VIEW_STATUSES[View.PROPOSED] = _VIEW_STATUSES[View.AGREED] | {Status.PROPOSED}


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


class StatutoryForm(Word):
    """Which statutory form a body has (the key `statutory`): it selects the rules from law."""

    HEALTH_AND_WELLBEING_BOARD = "health_and_wellbeing_board"
    INTEGRATED_CARE_BOARD = "integrated_care_board"
    INTEGRATED_CARE_PARTNERSHIP = "integrated_care_partnership"
    CCG_GOVERNING_BODY = "ccg_governing_body"
    OVERVIEW_AND_SCRUTINY_COMMITTEE = "overview_and_scrutiny_committee"
    CABINET = "cabinet"
    FULL_COUNCIL = "full_council"
    COUNCIL_COMMITTEE = "council_committee"
    ADVISORY_COMMITTEE = "advisory_committee"
    SAFEGUARDING_PARTNERSHIP = "safeguarding_partnership"
    SCHOOLS_FORUM = "schools_forum"
    NHS_TRUST_BOARD = "nhs_trust_board"

    @property
    def words(self) -> str:
        """The form as a person says it: `Health and Wellbeing Board`."""
        return _FORM_WORDS.get(self, super().words)


_FORM_WORDS = {
    StatutoryForm.HEALTH_AND_WELLBEING_BOARD: "Health and Wellbeing Board",
    StatutoryForm.INTEGRATED_CARE_BOARD: "Integrated Care Board",
    StatutoryForm.INTEGRATED_CARE_PARTNERSHIP: "Integrated Care Partnership",
    StatutoryForm.CCG_GOVERNING_BODY: "governing body of a Clinical Commissioning Group",
    StatutoryForm.NHS_TRUST_BOARD: "board of an NHS trust",
}


class Capacity(Word):
    """In which capacity a seat is held (the key `as`), as far as rules ask for it. Others may be written in words."""

    COUNCILLOR = "councillor"
    EXECUTIVE_MEMBER = "executive_member"
    EXECUTIVE_LEADER = "executive_leader"
    ELECTED_MAYOR = "elected_mayor"
    DIRECTOR_OF_CHILDRENS_SERVICES = "director_of_childrens_services"
    DIRECTOR_OF_ADULT_SERVICES = "director_of_adult_services"
    DIRECTOR_OF_PUBLIC_HEALTH = "director_of_public_health"
    OFFICER = "officer"
    LOCAL_AUTHORITY = "local_authority"
    LOCAL_HEALTHWATCH = "local_healthwatch"
    INTEGRATED_CARE_BOARD = "integrated_care_board"
    CLINICAL_COMMISSIONING_GROUP = "clinical_commissioning_group"
    NHS_TRUST = "nhs_trust"
    PRIMARY_CARE = "primary_care"
    CHIEF_EXECUTIVE = "chief_executive"
    ACCOUNTABLE_OFFICER = "accountable_officer"
    CHIEF_FINANCE_OFFICER = "chief_finance_officer"
    REGISTERED_NURSE = "registered_nurse"
    SECONDARY_CARE_SPECIALIST = "secondary_care_specialist"
    NON_EXECUTIVE_MEMBER = "non_executive_member"
    SEND_LEAD = "send_lead"
    LAY_MEMBER = "lay_member"
    INDEPENDENT_PERSON = "independent_person"
    CHIEF_OFFICER_OF_POLICE = "chief_officer_of_police"
    EARLY_YEARS_PROVIDER = "early_years_provider"
    POST_16_PROVIDER = "post_16_provider"
    SCHOOLS_MEMBER = "schools_member"
    PARENT_GOVERNOR = "parent_governor"
    CHURCH_REPRESENTATIVE = "church_representative"
    PARENT_CARER = "parent_carer"
    YOUNG_PERSON = "young_person"
    VOLUNTARY_SECTOR = "voluntary_sector"

    @property
    def words(self) -> str:
        """The capacity as a person says it: `director of children's services`."""
        return _CAPACITY_WORDS.get(self, super().words)


_CAPACITY_WORDS = {
    Capacity.DIRECTOR_OF_CHILDRENS_SERVICES: "director of children's services",
    Capacity.DIRECTOR_OF_ADULT_SERVICES: "director of adult social services",
    Capacity.LOCAL_HEALTHWATCH: "Local Healthwatch",
    Capacity.INTEGRATED_CARE_BOARD: "Integrated Care Board",
    Capacity.CLINICAL_COMMISSIONING_GROUP: "Clinical Commissioning Group",
    Capacity.NHS_TRUST: "NHS trust",
    Capacity.SEND_LEAD: "SEND lead",
    Capacity.POST_16_PROVIDER: "provider for ages 16 to 19",
    Capacity.NON_EXECUTIVE_MEMBER: "non-executive member",
}
OF_THE_AUTHORITY = frozenset(
    {Capacity.COUNCILLOR, Capacity.EXECUTIVE_MEMBER, Capacity.EXECUTIVE_LEADER, Capacity.ELECTED_MAYOR}
)
"""Capacities whose holders are members of the council."""
OF_THE_EXECUTIVE = OF_THE_AUTHORITY - {Capacity.COUNCILLOR}


def parse_capacity(text: str) -> Capacity | None:
    """The capacity that a text means, however it is written: `Director of Children's Services`; None for any other."""
    return _by_name().get(_folded(text))


@cache
def _by_name() -> dict[str, Capacity]:
    return {_folded(name): capacity for capacity in Capacity for name in (capacity.value, capacity.words)}


def _folded(text: str) -> str:
    return " ".join(re.sub(r"['’]", "", text).replace("_", " ").replace("-", " ").casefold().split())


def reject_near_miss(text: str) -> str:
    """The text of a capacity, unless it is nearly one that rules ask for: then it would be taken for another."""
    if parse_capacity(text) is None:
        near = nearest(_folded(text).replace(" ", "_"), [capacity.value for capacity in Capacity], cutoff=0.9)
        if near:
            meant = near.replace("_", " ")  # as people write it; either is read
            raise refuse(f"should not be {quoted(text)}.{meant} If not, describe it in other words")
    return text
