"""How what a file can leave open is spoken of: as a clause, as a question, who may know, and where it is recorded."""

from typing import NamedTuple


class Wording(NamedTuple):
    """How an aspect is spoken of. `{about}` stands for the bodies, themes or groups of people."""

    clause: str
    """After `The file does not say`: `who chairs {about}`."""
    question: str
    """To somebody who may know: `Who chairs {about}?`"""
    who_knows: str
    """Who may know: `the secretary of the body`."""
    fields: tuple[str, ...]
    """The fields of the file in which the answer is recorded."""


_SECRETARY = "The secretary or clerk of the body"
_LEAD = "The officer who leads on the plan"
_LAWYER = "The monitoring officer or the legal team"
WORDINGS = {
    "nation": Wording(
        "in which nation {about} [is|are]",
        "In which nation is this structure: England, Wales, Scotland, Northern Ireland or elsewhere?",
        "Anybody who knows the area",
        ("nation",),
    ),
    "members": Wording("who sits on {about}", "Who sits on {about}?", _SECRETARY, ("seats", "membership")),
    "speaks_for": Wording(
        "for whom the parents, carers, young people or service users on {about} speak",
        "For whom do the parents, carers, young people or service users on {about} speak?",
        _SECRETARY,
        ("on_behalf_of",),
    ),
    "renewal": Wording(
        "whether the seats on {about} that are past their last day were renewed",
        "Were the seats on {about} that are past their last day renewed?",
        _SECRETARY,
        ("seats", "until"),
    ),
    "chair": Wording("who chairs {about}", "Who chairs {about}?", _SECRETARY, ("seats",)),
    "votes": Wording(
        "which seats on {about} have a vote", "Which seats on {about} have a vote?", _SECRETARY, ("votes",)
    ),
    "capacities": Wording(
        "in which capacity each member of {about} sits",
        "In which capacity does each member of {about} sit?",
        _SECRETARY,
        ("as",),
    ),
    "seat_numbers": Wording(
        "how many seats there are on {about} where the file lists several together",
        "How many seats are there on {about} where the file lists several together?",
        _SECRETARY,
        ("count",),
    ),
    "voting_scheme": Wording(
        "which scheme or exemption lets people who are not councillors vote on {about}",
        "Which scheme or exemption lets people who are not councillors vote on {about}?",
        _LAWYER,
        (),
    ),
    "appointers": Wording(
        "who appoints the people who speak for others on {about}",
        "Who appoints the people who speak for others on {about}?",
        _SECRETARY,
        ("appointed_by",),
    ),
    "taking_part": Wording(
        "who else is consulted by {about}, attends or has a contact there",
        "Who else is consulted by {about}, attends or has a contact there?",
        _SECRETARY,
        ("seats", "contacts", "consulted", "informed"),
    ),
    "consulted_on_send": Wording(
        "who {about} [consults|consult] on SEND provision",
        "Who [about:does|do] {about} consult on SEND provision?",
        _SECRETARY,
        ("consulted",),
    ),
    "people_there": Wording(
        "who on {about} is there for people who use services, unpaid carers and the third sector",
        "Who on {about} is there for people who use services, for unpaid carers and for the third sector?",
        _SECRETARY,
        ("seats", "as"),
    ),
    "contact": Wording(
        "who the contact on {about} is, how senior, and whether they vote",
        "Who is the contact on {about}, how senior are they, and do they vote?",
        _SECRETARY,
        ("contacts",),
    ),
    "reports_to": Wording(
        "who {about} [reports|report] to",
        "Who [about:does|do] {about} report to?",
        _SECRETARY,
        ("reports_to", "part_of", "accountable_to", "lines"),
    ),
    "also_reports_to": Wording(
        "who else {about} [reports|report] to",
        "Who else [about:does|do] {about} report to?",
        _SECRETARY,
        ("reports_to", "part_of", "accountable_to", "lines"),
    ),
    "final_say": Wording(
        "who has the final say over {about}", "Who has the final say over {about}?", _SECRETARY, ("lead",)
    ),
    "remit": Wording(
        "what role and level {about} [has|have]",
        "What are the role and level of {about}?",
        _SECRETARY,
        ("does", "level"),
    ),
    "other_functions": Wording(
        "what {about} [does|do] besides scrutiny",
        "What [about:does|do] {about} do besides scrutiny?",
        _LAWYER,
        ("does",),
    ),
    "covers": Wording(
        "whether {about} [deals|deal] with education, health, or crime and disorder",
        "[about:Does|Do] {about} deal with education, health or crime?",
        "The scrutiny officer of the council",
        ("covers",),
    ),
    "scrutinisers": Wording(
        "who scrutinises {about}",
        "Who scrutinises {about}?",
        "The scrutiny officer of the council",
        ("scrutinised_by",),
    ),
    "also_scrutinised_by": Wording(
        "who else scrutinises {about}",
        "Who else scrutinises {about}?",
        "The scrutiny officer of the council",
        ("scrutinised_by", "lines"),
    ),
    "independent_scrutiny": Wording(
        "who scrutinises {about} independently",
        "Who scrutinises {about} independently?",
        _SECRETARY,
        ("scrutinised_by", "independent"),
    ),
    "partners": Wording(
        "how each of the partners takes part in {about}",
        "How do the council, the health service and the police each take part in {about}?",
        _SECRETARY,
        ("seats", "as"),
    ),
    "last_day": Wording(
        "when {about} [ends|end]", "When [about:does|do] {about} end?", _SECRETARY, ("until", "open_ended")
    ),
    "quorum": Wording(
        "how many members of {about} must be present",
        "How many members of {about} must be present, and who among them?",
        _SECRETARY,
        ("quorum",),
    ),
    "legal_form": Wording(
        "what kind of [about:body|bodies] {about} [is|are] in law",
        "What kind of [about:body is|bodies are] {about} in law?",
        _LAWYER,
        ("statutory",),
    ),
    "parts": Wording(
        "which committees are part of {about}", "Which committees are part of {about}?", _LAWYER, ("parts", "part_of")
    ),
    "part_of": Wording(
        "which authority {about} [is|are] part of",
        "Which authority [about:is|are] {about} part of?",
        _LAWYER,
        ("part_of",),
    ),
    "successor": Wording("what replaces {about}", "What replaces {about}?", _LEAD, ("replaces",)),
    "same_person": Wording(
        "whether people of the same name on {about} are the same person",
        "Are people of the same name on {about} the same person?",
        _SECRETARY,
        ("as",),
    ),
    "local_providers": Wording(
        "whether there is a provider for ages 16 to 19 in the area of {about}",
        "Is there a provider for ages 16 to 19 in the area of {about}?",
        "The council's education team",
        ("post_16_providers",),
    ),
    "church_schools": Wording(
        "whether the council of {about} maintains Church of England or Roman Catholic schools",
        "Does the council of {about} maintain Church of England schools, Roman Catholic schools, or both?",
        "The council's education team",
        ("church_schools",),
    ),
    "education_votes": Wording(
        "whether church representatives and parent governors on {about} vote on education",
        "Do church representatives and parent governors on {about} vote on education?",
        _LAWYER,
        ("votes",),
    ),
    "audit_category": Wording(
        "whether {about} [is|are] [a Category 1 authority|Category 1 authorities] for local audit",
        "[about:Is|Are] {about} [a Category 1 authority|Category 1 authorities] for local audit?",
        "The council's chief finance officer",
        ("statutory",),
    ),
    "joint_commissioning": Wording(
        "where {about} and the council agree on what to commission for SEND",
        "Where do {about} and the council agree on what to commission for SEND?",
        _LEAD,
        ("does",),
    ),
    "vacant_places": Wording(
        "whether vacant places on {about} count for the two thirds",
        "Do vacant places on {about} count for the two thirds of schools and Academies?",
        _LAWYER,
        ("vacant",),
    ),
    "owner": Wording(
        "who is responsible for {about}", "Who is responsible for {about}?", _LEAD, ("responsible_for", "owners")
    ),
    "lead_owner": Wording("who leads on {about}", "Who leads on {about}?", _LEAD, ("lead",)),
    "monitor": Wording("who monitors {about}", "Who monitors {about}?", _LEAD, ("monitors",)),
    "spokesbody": Wording(
        "which body speaks for {about}", "Which body speaks for {about}?", _LEAD, ("represented_by", "speakers")
    ),
    "still_heard": Wording(
        "whether {about} should still be heard", "Should {about} still be heard?", _LEAD, ("constituencies",)
    ),
    "other": Wording("whether this check is met for {about}", "What does the rule need to know of {about}?", _LEAD, ()),
}
"""By aspect."""
