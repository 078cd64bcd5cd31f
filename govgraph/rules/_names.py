"""The forms in law that bodies may have by their names."""

import re
from functools import cache

from govgraph.graph import GovernanceGraph
from govgraph.model import StatutoryForm
from govgraph.rules._phrases import unaccented

_ENDINGS = {
    StatutoryForm.CCG_GOVERNING_BODY: r"(ccg|clinical commissioning group) governing body",
    StatutoryForm.AUDIT_COMMITTEE: r"audit( (and )?\w+){0,2} committee",
    StatutoryForm.SAFEGUARDING_PARTNERSHIP: r"safeguarding( (?!adults?\b)\w+){0,4} partnership",
    StatutoryForm.SAFEGUARDING_ADULTS_BOARD: r"(safeguarding( \w+){0,2} adults?|adults? safeguarding)( \w+)? "
    r"(board|partnership)",
    StatutoryForm.SCHOOLS_FORUM: r"schools? forum",
    StatutoryForm.NHS_TRUST_BOARD: r"nhs( foundation)? trust board",
    StatutoryForm.COUNCIL_OF_GOVERNORS: "council of governors",
}
"""How names end that do not end as the form is called."""
_PART_OF_BODY = re.compile(
    r"\b(sub|subgroup|subcommittee|group|committee|panel|board|team|forum|network|workstream|executive|secretariat)s?\b"
    r".*\b(of|to|for)\b"
)
"""`Working group of the Health and Wellbeing Board`: not the board itself."""
NEVER_IN_LAW = re.compile(r"\b(shadow|youth)\b")
"""Not yet in law, or never: `Shadow Integrated Care Board`, `Youth Cabinet`."""

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_INSIDE_WORDS = re.compile("[-'\u2019\u2010\u2011]")
_WORD = re.compile(r"[^\W_]+")


def form_by_name(graph: GovernanceGraph, body: str) -> StatutoryForm | None:
    """The form of which a name of the body ends with the words."""
    stated = graph.body(body)
    for name in map(spoken, (stated.name, *stated.other_names)):
        for form, pattern in _forms():
            ending = pattern.search(name)
            before = name[: ending.start()] if ending else ""
            if ending and not _PART_OF_BODY.search(before) and not NEVER_IN_LAW.search(before):
                return form
    return None


@cache
def _forms() -> list[tuple[StatutoryForm, re.Pattern[str]]]:
    """How a name ends that may be that of a body of the form."""
    return [(form, re.compile(rf"\b(?:{_ENDINGS.get(form, spoken(form.words))})$")) for form in StatutoryForm]


def spoken(name: str) -> str:
    """The words of a name, without capitals, accents, hyphens and what stands in brackets at its end."""
    plain = _INSIDE_WORDS.sub("", unaccented(_IN_BRACKETS.sub("", name)))
    return " ".join(_WORD.findall(plain)).replace("well being", "wellbeing")
