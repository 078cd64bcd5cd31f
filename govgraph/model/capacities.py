"""The capacities in which a seat is held, as far as rules ask for them; and which of them a text means.

A text is read as a capacity only where it can mean nothing else: “Mayor” may be elected or wear a chain, “Leader” may
lead a group, “Lead Member” need not be on the executive. Such texts stay words of their own, about which rules ask.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from govgraph.language import with_article
from govgraph.model.scalars import Text, loose_name, quoted, refuse
from govgraph.model.words import Word


class Capacity(Word):
    """In which capacity a seat is held (the key `as`), as far as rules ask for it. Others may be written in words."""

    COUNCILLOR = "councillor", "cllr", "lead member for children's services"
    EXECUTIVE_MEMBER = (
        *("executive_member", "cabinet member", "member of the cabinet", "portfolio holder", "executive councillor"),
        *("cabinet portfolio holder", "executive portfolio holder", "member of the executive"),
    )
    EXECUTIVE_LEADER = (
        *("executive_leader", "leader of the council", "council leader", "leader of the cabinet"),
        "leader of the executive",
    )
    ELECTED_MAYOR = "elected_mayor", "directly elected mayor"
    DIRECTOR_OF_CHILDRENS_SERVICES = (
        *("director_of_childrens_services", "DCS", "Dr of Children's Services", "Dir of Children's Services"),
        *("director for children's services", "director of children services", "director children's services"),
        *("executive director of children's services", "corporate director of children's services"),
        *("strategic director of children's services", "statutory director of children's services"),
    )
    DIRECTOR_OF_ADULT_SERVICES = (
        *("director_of_adult_services", "DASS", "director of adult social care", "director for adult social care"),
        *("director of adults' social care", "director of adults' services", "director for adult services"),
        *("executive director of adult social care", "corporate director of adult social care"),
        *("strategic director of adult social care", "statutory director of adult social services"),
    )
    DIRECTOR_OF_PUBLIC_HEALTH = (
        *("director_of_public_health", "DPH", "director for public health", "statutory director of public health"),
        *("Dr of Public Health", "Dir of Public Health"),
    )
    OFFICER = "officer", "council officer", "local authority officer", "officer of the council"
    LOCAL_AUTHORITY = "local_authority", "LA", "the local authority"
    LOCAL_HEALTHWATCH = "local_healthwatch", "Healthwatch", "local Healthwatch organisation"
    INTEGRATED_CARE_BOARD = "integrated_care_board", "ICB", "NHS integrated care board"
    CLINICAL_COMMISSIONING_GROUP = "clinical_commissioning_group", "CCG"
    NHS_TRUST = "nhs_trust", "NHS foundation trust", "foundation trust", "NHS trust or foundation trust"
    PRIMARY_CARE = "primary_care", "general practice", "primary medical services"
    CHIEF_EXECUTIVE = "chief_executive", "CEO", "chief exec", "chief executive officer"
    ACCOUNTABLE_OFFICER = "accountable_officer"
    CHIEF_FINANCE_OFFICER = "chief_finance_officer", "CFO", "chief financial officer"
    REGISTERED_NURSE = "registered_nurse", "registered nurse member"
    SECONDARY_CARE_SPECIALIST = "secondary_care_specialist", "secondary care doctor", "secondary care specialist doctor"
    NON_EXECUTIVE_MEMBER = (
        *("non_executive_member", "non-executive director", "NED", "NEM", "non-executive", "non-exec"),
        *("non-exec director", "non-exec member"),
    )
    SEND_LEAD = "send_lead", "lead for SEND", "executive lead for SEND", "SEND executive lead", "executive SEND lead"
    LAY_MEMBER = "lay_member", "lay person", "lay representative"
    INDEPENDENT_PERSON = "independent_person"
    CHIEF_OFFICER_OF_POLICE = "chief_officer_of_police", "chief constable"
    EARLY_YEARS_PROVIDER = "early_years_provider"
    POST_16_PROVIDER = (
        *("post_16_provider", "16-19 provider", "16 to 19 provider", "provider of 16-19 education"),
        "provider of post-16 education",
    )
    SCHOOLS_MEMBER = "schools_member", "school member", "maintained schools member", "maintained school member"
    ACADEMIES_MEMBER = "academies_member", "academy member"
    PARENT_GOVERNOR = "parent_governor", "parent governor representative", "PGR"
    CHURCH_REPRESENTATIVE = (
        *("church_representative", "church rep", "diocesan representative", "church of England representative"),
        *("C of E representative", "Roman Catholic representative", "RC representative", "Catholic representative"),
        *("church of England diocesan representative", "Roman Catholic diocesan representative"),
        *("Catholic diocesan representative", "Church in Wales representative", "CofE representative"),
    )
    PARENT_CARER = (
        *("parent_carer", "parent or carer", "parent and carer", "parent carer representative", "parent carer rep"),
        *("parent or carer representative", "parent of a child with SEND"),
    )
    YOUNG_PERSON = "young_person", "young person with SEND"
    VOLUNTARY_SECTOR = (
        *("voluntary_sector", "voluntary and community sector", "third sector", "VCS", "VCSE", "VCFSE"),
        *("voluntary, community and social enterprise sector", "voluntary and community organisation"),
        *("voluntary organisation", "voluntary sector organisation"),
    )
    HEALTH_BOARD = "health_board", "local health board", "LHB", "NHS health board"
    SERVICE_USER = "service_user", "user of services", "service user representative"
    UNPAID_CARER = "unpaid_carer", "informal carer", "unpaid carer representative"

    @property
    def words(self) -> str:
        """The capacity as a person says it: `director of children's services`."""
        return _WORDS.get(self, super().words)

    @property
    def holder(self) -> str:
        """Who holds such a seat: `a councillor`, `a representative of the voluntary sector`."""
        if self in _REPRESENTED:
            return f"a representative of {_REPRESENTED[self]}"
        return with_article(self.words)


_WORDS = {
    Capacity.DIRECTOR_OF_CHILDRENS_SERVICES: "director of children's services",
    Capacity.DIRECTOR_OF_ADULT_SERVICES: "director of adult social services",
    Capacity.LOCAL_HEALTHWATCH: "Local Healthwatch",
    Capacity.INTEGRATED_CARE_BOARD: "Integrated Care Board",
    Capacity.CLINICAL_COMMISSIONING_GROUP: "Clinical Commissioning Group",
    Capacity.NHS_TRUST: "NHS trust",
    Capacity.ACADEMIES_MEMBER: "Academies member",
    Capacity.HEALTH_BOARD: "Health Board",
    Capacity.SEND_LEAD: "SEND lead",
    Capacity.POST_16_PROVIDER: "provider for ages 16 to 19",
    Capacity.NON_EXECUTIVE_MEMBER: "non-executive member",
}
OF_THE_AUTHORITY = frozenset(
    {Capacity.COUNCILLOR, Capacity.EXECUTIVE_MEMBER, Capacity.EXECUTIVE_LEADER, Capacity.ELECTED_MAYOR}
)
"""Capacities whose holders are members of the council."""
OF_THE_EXECUTIVE = OF_THE_AUTHORITY - {Capacity.COUNCILLOR}
DIRECTORS_OF_THE_AUTHORITY = frozenset(
    {
        Capacity.DIRECTOR_OF_CHILDRENS_SERVICES,
        Capacity.DIRECTOR_OF_ADULT_SERVICES,
        Capacity.DIRECTOR_OF_PUBLIC_HEALTH,
    }
)
"""Capacities of the directors whom the law asks every such council to appoint."""

OF_PEOPLE = frozenset({Capacity.PARENT_CARER, Capacity.YOUNG_PERSON})
"""Capacities of the people who should be heard."""
MAY_SPEAK_FOR_PEOPLE = OF_PEOPLE | {Capacity.PARENT_GOVERNOR, Capacity.SERVICE_USER, Capacity.UNPAID_CARER}
"""Capacities of people who may speak for a group, where the seat does not say for whom."""

_REPRESENTED = {
    Capacity.LOCAL_AUTHORITY: "the local authority",
    Capacity.LOCAL_HEALTHWATCH: "Local Healthwatch",
    Capacity.INTEGRATED_CARE_BOARD: "the Integrated Care Board",
    Capacity.NHS_TRUST: "an NHS trust",
    Capacity.CLINICAL_COMMISSIONING_GROUP: "the Clinical Commissioning Group",
    Capacity.PRIMARY_CARE: "primary care",
    Capacity.EARLY_YEARS_PROVIDER: "early years providers",
    Capacity.POST_16_PROVIDER: "the providers for ages 16 to 19",
    Capacity.VOLUNTARY_SECTOR: "the voluntary sector",
    Capacity.HEALTH_BOARD: "the Health Board",
}
"""Whom a representative is there for, by capacity: `ICB representative` says no more than `ICB`."""
_IN_BRACKETS = re.compile(r"^(?P<name>[^()]+)\((?P<also>[^()]+)\)\s*$")
_REPRESENTATIVE = re.compile(
    r"^(?:representative|rep) (?:of|from) (?:the |an? )?| (?:representative|rep)$", re.IGNORECASE
)
_REP = re.compile(r"\brep\.?$", re.IGNORECASE)
_OF_THE_CABINET = re.compile(r"^(?:cabinet|executive) member (?:for|responsible for) |^portfolio holder for ")
_NO_CABINET_MEMBER = re.compile(r"\b(?:shadow|deputy|assistant|former|designate|officer|support|secretary)\b")
_HEALTHWATCH_OF_A_PLACE = re.compile(r"^Healthwatch(?: (?:[A-Z][\w'’-]+|and|&|of|on|upon|the|in),?)+$")
_NO_PLACE = re.compile(
    r"\b(?:england|volunteers?|champions?|manager|officer|chair|members?|observer|representative|rep|lead|director|board"
    r"|trustees?|chief|ceo|committee|advis[eo]r|ambassador|staff|engagement|project|coordinator|network)\b"
)


@lru_cache(maxsize=10_000)
def parse_capacity(text: str) -> Capacity | None:
    """The capacity that a text means, however it is written: `Director of Children's Services`; None for any other."""
    return _exact_capacity(text) or _capacity_with_details(text)


@lru_cache(maxsize=10_000)
def _exact_capacity(text: str) -> Capacity | None:
    """The capacity of which a text says no more than its name, with an abbreviation in brackets or not."""
    known = Capacity.parse(text) or Capacity.parse(_REP.sub("representative", text))
    if known is None and (brackets := _IN_BRACKETS.match(text)):
        known = Capacity.parse(brackets["name"])
        return known if known is Capacity.parse(brackets["also"]) else None
    if known is None:
        represented = Capacity.parse(_REPRESENTATIVE.sub("", loose_name(text)))
        return represented if represented in _REPRESENTED else None
    return known


def _capacity_with_details(text: str) -> Capacity | None:
    """The capacity of which a text says for what, or where: `Cabinet Member for Children`, `Healthwatch Shropshire`."""
    plain = loose_name(text)
    if _OF_THE_CABINET.match(plain) and not _NO_CABINET_MEMBER.search(plain):
        return Capacity.EXECUTIVE_MEMBER
    name = _REPRESENTATIVE.sub("", text.strip())
    if _HEALTHWATCH_OF_A_PLACE.match(name) and not _NO_PLACE.search(loose_name(name)):
        return Capacity.LOCAL_HEALTHWATCH
    return None


def parse_plural(text: str) -> Capacity | None:
    """The capacity of which a text is the plural: `lay members`, `directors of public health`, `young people`."""
    for words in _singulars(loose_name(text)):
        known = Capacity.parse(words)
        if known is not None:
            return known
    return None


def _singulars(plain: str) -> Iterator[str]:
    first, _, rest = plain.partition(" ")
    for word, singular in (("people", "person"), ("parties", "party"), ("s", "")):
        if plain.endswith(word):
            yield plain.removesuffix(word) + singular
    if first.endswith("s") and rest:
        yield f"{first.removesuffix('s')} {rest}"


def nearest_capacities(text: str, cutoff: float, *, terms_only: bool = False) -> list[Capacity]:
    """The capacities most like a text, the nearest first, three at the most; also by other words for them, or not."""
    from difflib import get_close_matches  # few files need it

    terms = {loose_name(each.value): each for each in Capacity}
    other = {loose_name(name): each for each in Capacity for name in (*each.other_words, each.words)}
    names = terms if terms_only else {**other, **terms}
    near = get_close_matches(loose_name(text)[:_LONGEST], names, n=2 * _MOST, cutoff=cutoff)
    return list(dict.fromkeys(names[name] for name in near))[:_MOST]


_LONGEST, _MOST = 200, 3


def _capacity_text(text: str, info: ValidationInfo) -> str:
    """A capacity as it is kept: the term where a text says no more than that, or its own words.

    Refused is what is nearly a term, also because it is its plural: it would be taken for words of another meaning.
    """
    known = _exact_capacity(text)
    if known is not None:
        return known.value
    several = parse_plural(text)
    is_one = info.data.get("count") == 1 and not info.data.get("several")
    if several is not None and not is_one:
        return several.value
    near = [] if parse_capacity(text) else nearest_capacities(text, _NEARLY, terms_only=True)
    if near and several is not None:
        remedy = f"write '{several.words}', and the number of seats under 'count'"
        raise refuse(f"should not be {quoted(text)} for one seat; {remedy}")
    if near:
        hint = f"Did you mean '{near[0].words}'? If not, describe it in other words"
        raise refuse(f"should not be {quoted(text)}. {hint}")
    return text


_NEARLY = 0.9
"""How like the name of a capacity a text is that is a slip."""


CAPACITY_WORDS = "capacity"
"""Marks a key whose texts may be capacities."""

CapacityText = Annotated[Text, AfterValidator(_capacity_text), CAPACITY_WORDS]
"""A capacity in words: one that rules know, kept as its term, or any other."""
