"""The words that a structure may use: kinds, levels, statuses, roles, and forms that the law knows.

Each term stands with the other words that people write for it. They must mean the same wherever they are written.
"""

from govgraph.model.words import Word


class Kind(Word):
    """What a body is. The first seven are governance bodies; the others stand around them."""

    BOARD = (
        *("board", "governing body", "governing board", "board of directors", "board of trustees"),
        *("statutory board", "strategic board", "programme board"),
    )
    COMMITTEE = (
        *("committee", "sub-committee", "subcommittee", "joint committee", "select committee", "scrutiny committee"),
        "statutory committee",
    )
    PARTNERSHIP = "partnership"
    WORKING_GROUP = "working_group", "sub-group", "subgroup", "steering group", "working party"
    TASK_AND_FINISH_GROUP = "task_and_finish_group", "task and finish", "task group", "T&F group", "T&F"
    WORKSTREAM = "workstream", "work stream"
    PANEL = "panel", "advisory panel"
    ORGANISATION = (
        *("organisation", "organization", "council", "county council", "local authority", "public body", "NHS body"),
        *("trust", "NHS trust", "charity", "school", "college", "company"),
    )
    FORUM = "forum", "parent carer forum"
    REVIEWER = "reviewer", "regulator", "inspectorate", "inspector"
    SERVICE = "service"
    POST = "post", "officer", "position", "job"


GOVERNANCE_KINDS = frozenset(
    {Kind.BOARD, Kind.COMMITTEE, Kind.PARTNERSHIP, Kind.WORKING_GROUP, Kind.TASK_AND_FINISH_GROUP}
    | {Kind.WORKSTREAM, Kind.PANEL}
)


class Level(Word):
    """At which level a body works."""

    STRATEGIC = "strategic", "strategic level"
    OPERATIONAL = "operational", "operational level"
    ADVISORY = "advisory", "advisory level"


class Activity(Word):
    """What a body does (the key `does`)."""

    DECIDES = "decides", "decide", "makes decisions", "decision making", "decision maker"
    SCRUTINISES = "scrutinises", "scrutinise", "scrutinizes", "scrutinize", "scrutiny"
    MONITORS = "monitors", "monitor", "monitoring"
    COMMISSIONS = "commissions", "commission", "commissioning"
    DELIVERS = "delivers", "deliver", "delivery"
    ADVISES = "advises", "advise", "gives advice", "provides advice", "advice"


class Status(Word):
    """How settled a statement is."""

    IN_PLACE = "in_place", "in-force", "in operation", "current", "active", "existing", "live"
    AGREED = "agreed", "approved"
    PROPOSED = "proposed", "proposal", "suggested"
    UNDER_REVIEW = "under_review", "in review", "being reviewed"
    ENDED = "ended", "dissolved", "disbanded", "abolished", "wound up", "closed"


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

    COMPLETE = "complete", "full", "full list", "all"
    PARTIAL = "partial", "incomplete", "some"


class Nation(Word):
    """Where a structure, or a body of it, is: it decides which law is asked."""

    ENGLAND = "england"
    WALES = "wales", "Cymru"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland", "NI", "N Ireland"
    ELSEWHERE = "elsewhere"

    @property
    def words(self) -> str:
        """The nation as a person says it: `Northern Ireland`."""
        return super().words if self is Nation.ELSEWHERE else super().words.title()


class Matter(Word):
    """What a body deals with (the key `covers`), as far as the law asks for it."""

    EDUCATION = "education"
    HEALTH = "health"
    CRIME_AND_DISORDER = "crime_and_disorder"
    OTHER_MATTERS = "other_matters"


class Church(Word):
    """Of which churches a council maintains schools."""

    CHURCH_OF_ENGLAND = "church_of_england", "C of E", "CofE", "CE", "Anglican"
    ROMAN_CATHOLIC = "roman_catholic", "RC", "Catholic"
    NEITHER = "neither"

    @property
    def words(self) -> str:
        """The church as a person says it: `Church of England`."""
        return super().words if self is Church.NEITHER else super().words.title().replace(" Of ", " of ")


class Role(Word):
    """In which role a seat is held. The last three attend and hold no seat."""

    CHAIR = "chair", "chairman", "chairwoman", "chairperson", "chair person", "convener", "convenor"
    CO_CHAIR = "co_chair", "cochair", "joint chair", "co-chairman", "co-chairwoman", "co-chairperson"
    VICE_CHAIR = (
        "vice_chair",
        "deputy chair",
        "vice chairman",
        "deputy chairman",
        "vice chairwoman",
        "deputy chairwoman",
        "vice chairperson",
        "deputy chairperson",
        "depute chair",
    )
    LEAD = "lead"
    CO_LEAD = "co_lead", "colead", "joint lead"
    MEMBER = "member", "ordinary member", "board member", "committee member"
    ADVISER = "adviser", "advisor"
    ATTENDEE = "attendee", "in attendance", "attends"
    OBSERVER = "observer", "observes"

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

    HEALTH_AND_WELLBEING_BOARD = "health_and_wellbeing_board", "HWB", "HWBB", "Health and Well-being Board"
    INTEGRATED_CARE_BOARD = "integrated_care_board", "ICB"
    INTEGRATED_CARE_PARTNERSHIP = "integrated_care_partnership", "ICP"
    CCG_GOVERNING_BODY = (
        "ccg_governing_body",
        "clinical commissioning group governing body",
        "governing body of a CCG",
    )
    OVERVIEW_AND_SCRUTINY_COMMITTEE = (
        "overview_and_scrutiny_committee",
        "OSC",
        "overview and scrutiny",
        "scrutiny committee",
    )
    CABINET = "cabinet", "council cabinet", "council executive"
    FULL_COUNCIL = "full_council"
    COUNCIL_COMMITTEE = "council_committee", "committee of the council"
    ADVISORY_COMMITTEE = "advisory_committee"
    AUDIT_COMMITTEE = "audit_committee"
    SAFEGUARDING_PARTNERSHIP = (
        "safeguarding_partnership",
        "safeguarding children partnership",
        "children's safeguarding partnership",
    )
    SAFEGUARDING_ADULTS_BOARD = "safeguarding_adults_board", "SAB", "safeguarding adult board"
    SCHOOLS_FORUM = "schools_forum", "school forum", "schools' forum"
    NHS_TRUST_BOARD = "nhs_trust_board", "board of an NHS foundation trust", "NHS foundation trust board"
    COUNCIL_OF_GOVERNORS = "council_of_governors", "council of governors of a foundation trust"
    INTEGRATION_JOINT_BOARD = "integration_joint_board", "IJB"

    @property
    def words(self) -> str:
        """The form as a person says it: `Health and Wellbeing Board`."""
        return _FORM_WORDS.get(self, super().words)


_FORM_WORDS = {
    StatutoryForm.HEALTH_AND_WELLBEING_BOARD: "Health and Wellbeing Board",
    StatutoryForm.INTEGRATED_CARE_BOARD: "Integrated Care Board",
    StatutoryForm.INTEGRATED_CARE_PARTNERSHIP: "Integrated Care Partnership",
    StatutoryForm.CCG_GOVERNING_BODY: "governing body of a Clinical Commissioning Group",
    StatutoryForm.SAFEGUARDING_ADULTS_BOARD: "Safeguarding Adults Board",
    StatutoryForm.NHS_TRUST_BOARD: "board of an NHS trust",
    StatutoryForm.COUNCIL_OF_GOVERNORS: "council of governors of an NHS foundation trust",
    StatutoryForm.INTEGRATION_JOINT_BOARD: "Integration Joint Board",
}
