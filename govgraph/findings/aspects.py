"""What a file can leave open of a body, a theme or a group of people: one entry and one question for each."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from govgraph.findings.message import Bodies, Message, Names, People, Themes, joined, say
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure


class _Wording(NamedTuple):
    """How an aspect is spoken of. `{about}` stands for the bodies, themes or groups of people."""

    clause: str
    """After `The file does not say`: `who chairs {about}`."""
    question: str
    """To somebody who may know: `Who chairs {about}?`"""
    who_knows: str
    """Who may know: `the secretary of the body`."""
    fields: tuple[str, ...]
    """The fields of the file in which the answer is recorded."""


class Aspect(StrEnum):
    """What can be open."""

    MEMBERS = "members"
    SPEAKS_FOR = "speaks_for"
    CHAIR = "chair"
    VOTES = "votes"
    CAPACITIES = "capacities"
    VOTING_SCHEME = "voting_scheme"
    APPOINTERS = "appointers"
    TAKING_PART = "taking_part"
    CONTACT = "contact"
    REPORTS_TO = "reports_to"
    ALSO_REPORTS_TO = "also_reports_to"
    FINAL_SAY = "final_say"
    REMIT = "remit"
    OTHER_FUNCTIONS = "other_functions"
    SCRUTINISERS = "scrutinisers"
    ALSO_SCRUTINISED_BY = "also_scrutinised_by"
    INDEPENDENT_SCRUTINY = "independent_scrutiny"
    LAST_DAY = "last_day"
    QUORUM = "quorum"
    LEGAL_FORM = "legal_form"
    PARTS = "parts"
    PART_OF = "part_of"
    SUCCESSOR = "successor"
    SAME_PERSON = "same_person"
    LOCAL_PROVIDERS = "local_providers"
    OWNER = "owner"
    LEAD_OWNER = "lead_owner"
    MONITOR = "monitor"
    SPOKESBODY = "spokesbody"
    STILL_HEARD = "still_heard"
    OTHER = "other"
    """What a rule of somebody's own could not tell: it words the question itself."""

    @property
    def wording(self) -> _Wording:
        """How it is spoken of."""
        return _WORDINGS[self]

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
_SECRETARY = "The secretary or clerk of the body"
_LEAD = "The officer who leads on the plan"
_LAWYER = "The monitoring officer or the legal team"
_WORDINGS = {
    Aspect.MEMBERS: _Wording("who sits on {about}", "Who sits on {about}?", _SECRETARY, ("seats", "membership")),
    Aspect.SPEAKS_FOR: _Wording(
        "for whom the parent carers or young people on {about} speak",
        "For whom do the parent carers or young people on {about} speak?",
        _SECRETARY,
        ("on_behalf_of",),
    ),
    Aspect.CHAIR: _Wording("who chairs {about}", "Who chairs {about}?", _SECRETARY, ("seats",)),
    Aspect.VOTES: _Wording(
        "which seats on {about} have a vote", "Which seats on {about} have a vote?", _SECRETARY, ("votes",)
    ),
    Aspect.CAPACITIES: _Wording(
        "in which capacity each member of {about} sits",
        "In which capacity does each member of {about} sit?",
        _SECRETARY,
        ("as",),
    ),
    Aspect.VOTING_SCHEME: _Wording(
        "which scheme or exemption lets people who are not councillors vote on {about}",
        "Which scheme or exemption lets people who are not councillors vote on {about}?",
        _LAWYER,
        (),
    ),
    Aspect.APPOINTERS: _Wording(
        "who appoints the people who speak for others on {about}",
        "Who appoints the people who speak for others on {about}?",
        _SECRETARY,
        ("appointed_by",),
    ),
    Aspect.TAKING_PART: _Wording(
        "who else is consulted by {about}, attends or has a contact there",
        "Who else is consulted by {about}, attends or has a contact there?",
        _SECRETARY,
        ("seats", "contacts", "consulted", "informed"),
    ),
    Aspect.CONTACT: _Wording(
        "who the contact on {about} is, how senior, and whether they vote",
        "Who is the contact on {about}, how senior are they, and do they vote?",
        _SECRETARY,
        ("contacts",),
    ),
    Aspect.REPORTS_TO: _Wording(
        "who {about} [reports|report] to",
        "Who [about:does|do] {about} report to?",
        _SECRETARY,
        ("reports_to", "part_of", "accountable_to", "lines"),
    ),
    Aspect.ALSO_REPORTS_TO: _Wording(
        "who else {about} [reports|report] to",
        "Who else [about:does|do] {about} report to?",
        _SECRETARY,
        ("reports_to", "part_of", "accountable_to", "lines"),
    ),
    Aspect.FINAL_SAY: _Wording(
        "who has the final say over {about}", "Who has the final say over {about}?", _SECRETARY, ("lead",)
    ),
    Aspect.REMIT: _Wording(
        "what role and level {about} [has|have]",
        "What are the role and level of {about}?",
        _SECRETARY,
        ("does", "level"),
    ),
    Aspect.OTHER_FUNCTIONS: _Wording(
        "what {about} [does|do] besides scrutiny",
        "What [about:does|do] {about} do besides scrutiny?",
        _LAWYER,
        ("does",),
    ),
    Aspect.SCRUTINISERS: _Wording(
        "who scrutinises {about}",
        "Who scrutinises {about}?",
        "The scrutiny officer of the council",
        ("scrutinised_by",),
    ),
    Aspect.ALSO_SCRUTINISED_BY: _Wording(
        "who else scrutinises {about}",
        "Who else scrutinises {about}?",
        "The scrutiny officer of the council",
        ("scrutinised_by", "lines"),
    ),
    Aspect.INDEPENDENT_SCRUTINY: _Wording(
        "who scrutinises {about} independently",
        "Who scrutinises {about} independently?",
        _SECRETARY,
        ("scrutinised_by", "independent"),
    ),
    Aspect.LAST_DAY: _Wording(
        "when {about} [ends|end]", "When [about:does|do] {about} end?", _SECRETARY, ("until", "open_ended")
    ),
    Aspect.QUORUM: _Wording(
        "how many members of {about} must be present",
        "How many members of {about} must be present, and who among them?",
        _SECRETARY,
        ("quorum",),
    ),
    Aspect.LEGAL_FORM: _Wording(
        "what kind of body {about} [is|are] in law",
        "What kind of body [about:is|are] {about} in law?",
        _LAWYER,
        ("statutory",),
    ),
    Aspect.PARTS: _Wording(
        "which committees are part of {about}", "Which committees are part of {about}?", _LAWYER, ("parts", "part_of")
    ),
    Aspect.PART_OF: _Wording(
        "which authority {about} [is|are] part of",
        "Which authority [about:is|are] {about} part of?",
        _LAWYER,
        ("part_of",),
    ),
    Aspect.SUCCESSOR: _Wording("what replaces {about}", "What replaces {about}?", _LEAD, ("replaces",)),
    Aspect.SAME_PERSON: _Wording(
        "whether people of the same name on {about} are the same person",
        "Are people of the same name on {about} the same person?",
        _SECRETARY,
        ("as",),
    ),
    Aspect.LOCAL_PROVIDERS: _Wording(
        "whether there is a provider for ages 16 to 19 in the area of {about}",
        "Is there a provider for ages 16 to 19 in the area of {about}?",
        "The council's education team",
        ("seats",),
    ),
    Aspect.OWNER: _Wording(
        "who is responsible for {about}", "Who is responsible for {about}?", _LEAD, ("responsible_for", "owners")
    ),
    Aspect.LEAD_OWNER: _Wording("who leads on {about}", "Who leads on {about}?", _LEAD, ("lead",)),
    Aspect.MONITOR: _Wording("who monitors {about}", "Who monitors {about}?", _LEAD, ("monitors",)),
    Aspect.SPOKESBODY: _Wording(
        "which body speaks for {about}", "Which body speaks for {about}?", _LEAD, ("represented_by", "speakers")
    ),
    Aspect.STILL_HEARD: _Wording(
        "whether {about} should still be heard", "Should {about} still be heard?", _LEAD, ("constituencies",)
    ),
    Aspect.OTHER: _Wording(
        "whether this check is met for {about}", "What does the rule need to know of {about}?", _LEAD, ()
    ),
}
