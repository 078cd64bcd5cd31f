"""What a file can leave open of a body, a theme or a group of people: one entry and one question for each."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from govgraph.findings.message import Bodies, Message, Names, People, Themes, joined, say
from govgraph.findings.wordings import WORDINGS, Wording
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure


class Aspect(StrEnum):
    """What can be open."""

    NATION = "nation"
    MEMBERS = "members"
    SPEAKS_FOR = "speaks_for"
    RENEWAL = "renewal"
    CHAIR = "chair"
    VOTES = "votes"
    CAPACITIES = "capacities"
    SEAT_NUMBERS = "seat_numbers"
    VOTING_SCHEME = "voting_scheme"
    APPOINTERS = "appointers"
    TAKING_PART = "taking_part"
    CONSULTED_ON_SEND = "consulted_on_send"
    PEOPLE_THERE = "people_there"
    CONTACT = "contact"
    REPORTS_TO = "reports_to"
    ALSO_REPORTS_TO = "also_reports_to"
    FINAL_SAY = "final_say"
    REMIT = "remit"
    OTHER_FUNCTIONS = "other_functions"
    COVERS = "covers"
    SCRUTINISERS = "scrutinisers"
    ALSO_SCRUTINISED_BY = "also_scrutinised_by"
    INDEPENDENT_SCRUTINY = "independent_scrutiny"
    PARTNERS = "partners"
    LAST_DAY = "last_day"
    QUORUM = "quorum"
    LEGAL_FORM = "legal_form"
    PARTS = "parts"
    PART_OF = "part_of"
    SUCCESSOR = "successor"
    SAME_PERSON = "same_person"
    LOCAL_PROVIDERS = "local_providers"
    CHURCH_SCHOOLS = "church_schools"
    EDUCATION_VOTES = "education_votes"
    AUDIT_CATEGORY = "audit_category"
    VACANT_PLACES = "vacant_places"
    JOINT_COMMISSIONING = "joint_commissioning"
    OWNER = "owner"
    LEAD_OWNER = "lead_owner"
    MONITOR = "monitor"
    SPOKESBODY = "spokesbody"
    STILL_HEARD = "still_heard"
    OTHER = "other"
    """What a rule of somebody's own could not tell: it words the question itself."""

    @property
    def wording(self) -> Wording:
        """How it is spoken of."""
        return WORDINGS[self.value]

    def of(self, source: GovernanceGraph | Structure, about: str | Sequence[str]) -> "Lack":
        """That this is open of these bodies, themes or groups of people, given by their ids."""
        part = _PARTS.get(self, Bodies)
        return Lack(self, part.of(source, about))


class Lack(NamedTuple):
    """What the file does not say: an aspect, and of which bodies, themes or groups of people."""

    aspect: Aspect
    about: Names

    @property
    def pairs(self) -> tuple[tuple[Aspect, str], ...]:
        """The aspect with each id."""
        return tuple((self.aspect, key) for key in self.about.ids)

    @property
    def statement(self) -> Message:
        """That the file does not say it: `The file does not say who chairs the Board.`."""
        return say(f"The file does not say {self.aspect.wording.clause}.", about=self.about)

    @property
    def request(self) -> Message:
        """What to do: `Find out who chairs the Board, and record it.`."""
        return say(f"Find out {self.aspect.wording.clause}, and record it.", about=self.about)

    @property
    def question(self) -> Message:
        """What to ask: `Who chairs the Board?`."""
        return say(self.aspect.wording.question, about=self.about)


def merged(lacks: Iterable[Lack]) -> tuple[Lack, ...]:
    """One entry for each aspect, with all that it is open of."""
    by_aspect: dict[Aspect, list[Names]] = {}
    for lack in lacks:
        by_aspect.setdefault(lack.aspect, []).append(lack.about)
    return tuple(Lack(aspect, about[0].merged(about[1:])) for aspect, about in by_aspect.items())


def statements(lacks: Iterable[Lack]) -> Message:
    """What the file does not say, a sentence for each aspect."""
    return joined(lack.statement for lack in merged(lacks))


def requests(lacks: Iterable[Lack]) -> Message:
    """What to find out, a sentence for each aspect."""
    return joined(lack.request for lack in merged(lacks))


_PARTS: dict[Aspect, type[Bodies | People | Themes]] = {
    Aspect.OWNER: Themes,
    Aspect.LEAD_OWNER: Themes,
    Aspect.MONITOR: Themes,
    Aspect.SPOKESBODY: People,
    Aspect.STILL_HEARD: People,
}
