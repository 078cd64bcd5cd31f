"""How each aspect is answered, and what records it."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from govgraph.answers import accountability, independence, others, seat_numbers, seats
from govgraph.answers.draft import Draft
from govgraph.findings import Aspect

Recorder = Callable[[Draft, str, Sequence[str]], None]


class Recording(NamedTuple):
    """How an aspect is answered, and what records it."""

    hint: str
    """For the person who answers: `The body it reports to; or “nobody”.`"""
    record: Recorder
    section: str = "bodies"

    @property
    def can_be_recorded(self) -> bool:
        """Whether a structure has a place for the answer."""
        return self.record not in (others.unrecordable, others.same_person)


_BODY_OR_NOBODY = "A body by its name; or “nobody”."
_NOT_HERE = "The file has no place for this answer: leave it empty. A waiver can close the question."
RECORDINGS: Mapping[Aspect, Recording] = {
    Aspect.NATION: Recording("“England”, “Wales”, “Scotland”, “Northern Ireland” or “elsewhere”.", others.nation),
    Aspect.MEMBERS: Recording(
        "All seats: “Parent carers (vote); councillor (chair, vote)”. Add “and others” if these are not all. "
        "Or “complete” if the file lists all.",
        seats.members,
    ),
    Aspect.SPEAKS_FOR: Recording("The group of people, by its name: “Parent carers”.", seats.speaks_for),
    Aspect.RENEWAL: Recording(_NOT_HERE, others.unrecordable),
    Aspect.CHAIR: Recording("The body or post that chairs it, not a person; or “nobody”.", seats.chair),
    Aspect.VOTES: Recording(
        "“yes” or “no” for all seats left open; or each: “councillor: yes; lay member: no”.", seats.votes
    ),
    Aspect.CAPACITIES: Recording(
        "The capacity of each seat left open, in the order of the file: “councillor; lay member”.", seats.capacities
    ),
    Aspect.SEAT_NUMBERS: Recording(
        "The number of each kind that is left open, in the order of the file: “four; two”.", seat_numbers.numbers
    ),
    Aspect.VOTING_SCHEME: Recording(_NOT_HERE, others.unrecordable),
    Aspect.APPOINTERS: Recording("The body that appoints to the seats of people.", seats.appointers),
    Aspect.TAKING_PART: Recording(
        "Each group with its part: “Parent carers (consulted); Young people (attends)”.", seats.taking_part
    ),
    Aspect.CONSULTED_ON_SEND: Recording(
        "Each group with its part: “Parent carers (consulted); Young people (attends)”.", seats.taking_part
    ),
    Aspect.PEOPLE_THERE: Recording(
        "Their members: “service user (vote); unpaid carer (vote); voluntary sector (vote)”.", seats.seats_for
    ),
    Aspect.CONTACT: Recording(
        "The post, “senior” or “not senior”, “vote” or “no vote”: “SEND Champion, senior, no vote”.", seats.contact
    ),
    Aspect.REPORTS_TO: Recording("The body it reports to, or others in words; or “nobody”.", others.reports_to),
    Aspect.ALSO_REPORTS_TO: Recording("Other bodies it reports to; or “nobody else”.", others.also_reports_to),
    Aspect.FINAL_SAY: Recording("One of those it answers to; “jointly”; or “nobody”.", accountability.final_say),
    Aspect.REMIT: Recording("Activities and level: “decides, strategic”.", others.remit),
    Aspect.OTHER_FUNCTIONS: Recording("Activities: “decides, commissions”.", others.other_functions),
    Aspect.COVERS: Recording(
        "All that it deals with: “education”, “health”, “crime and disorder”; or “other matters”.", others.covers
    ),
    Aspect.SCRUTINISERS: Recording(_BODY_OR_NOBODY, others.scrutinisers),
    Aspect.ALSO_SCRUTINISED_BY: Recording(
        "Other bodies that scrutinise it; or “nobody else”.", others.also_scrutinised_by
    ),
    Aspect.INDEPENDENT_SCRUTINY: Recording(
        "A body by its name, or the post of somebody independent; or “nobody”.", independence.independent_scrutiny
    ),
    Aspect.PARTNERS: Recording(
        "Who is there for them: “local authority; chief officer of police (attends)”.", seats.seats_for
    ),
    Aspect.LAST_DAY: Recording("A date, such as 31 March 2027; or “no end”.", others.last_day),
    Aspect.QUORUM: Recording("Number and capacities: “seven members, including one councillor”.", others.quorum),
    Aspect.LEGAL_FORM: Recording("Its form: “Health and Wellbeing Board”, “schools forum”.", others.legal_form),
    Aspect.PARTS: Recording(
        "Its committees by their names. Add “and others” if these are not all. Or “complete” if the file lists all.",
        others.parts_of,
    ),
    Aspect.PART_OF: Recording("The authority by its name.", others.part_of),
    Aspect.SUCCESSOR: Recording("The body that replaces it, by its name.", others.successor),
    Aspect.SAME_PERSON: Recording(_NOT_HERE, others.same_person),
    Aspect.LOCAL_PROVIDERS: Recording("“yes” or “no”.", others.local_providers),
    Aspect.CHURCH_SCHOOLS: Recording(
        "“Church of England”, “Roman Catholic”, both; or “neither”.", others.church_schools
    ),
    Aspect.EDUCATION_VOTES: Recording(_NOT_HERE, others.unrecordable),
    Aspect.AUDIT_CATEGORY: Recording(_NOT_HERE, others.unrecordable),
    Aspect.VACANT_PLACES: Recording(_NOT_HERE, others.unrecordable),
    Aspect.JOINT_COMMISSIONING: Recording("The body in which they agree, by its name.", others.joint_commissioning),
    Aspect.OWNER: Recording(_BODY_OR_NOBODY, others.owner, "themes"),
    Aspect.LEAD_OWNER: Recording("One of the bodies that are responsible; or “nobody”.", others.lead_owner, "themes"),
    Aspect.MONITOR: Recording(_BODY_OR_NOBODY, others.monitor, "themes"),
    Aspect.SPOKESBODY: Recording(_BODY_OR_NOBODY, others.spokesbody, "constituencies"),
    Aspect.STILL_HEARD: Recording("“yes” or “no”.", others.still_heard, "constituencies"),
    Aspect.OTHER: Recording("Write the answer in the file.", others.unrecordable),
}
