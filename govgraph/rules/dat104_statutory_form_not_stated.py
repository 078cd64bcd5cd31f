"""DAT104: bodies that are called what the law calls a body, where the file does not say whether they are it."""

import re
from collections.abc import Iterator
from functools import cache

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.model import Kind, StatutoryForm
from govgraph.rules._phrases import silence_hit, unaccented

_ENDINGS = {
    StatutoryForm.CCG_GOVERNING_BODY: r"(ccg|clinical commissioning group) governing body",
    StatutoryForm.SAFEGUARDING_PARTNERSHIP: r"safeguarding( \w+){0,4} partnership",
    StatutoryForm.SCHOOLS_FORUM: r"schools? forum",
    StatutoryForm.NHS_TRUST_BOARD: r"nhs( foundation)? trust board",
}
"""How names end that do not end as the form is called."""
_PART_OF_BODY = re.compile(
    r"\b(sub|subgroup|subcommittee|group|committee|panel|board|team|forum|network|workstream|executive|secretariat)s?\b"
    r".*\b(of|to|for)\b"
)
"""`Working group of the Health and Wellbeing Board`: not the board itself."""
_NEVER_IN_LAW = re.compile(r"\b(shadow|youth)\b")
"""Not yet in law, or never: `Shadow Integrated Care Board`, `Youth Cabinet`."""

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_INSIDE_WORDS = re.compile("[-'\u2019\u2010\u2011]")
_WORD = re.compile(r"[^\W_]+")

_OTHER_KINDS = {
    Kind.FORUM: frozenset(StatutoryForm),
    Kind.ORGANISATION: frozenset(
        {
            StatutoryForm.INTEGRATED_CARE_BOARD,
            StatutoryForm.INTEGRATED_CARE_PARTNERSHIP,
            StatutoryForm.SAFEGUARDING_PARTNERSHIP,
        }
    ),
}
"""What else than a governance body may have a form: an Integrated Care Board is a body and an organisation in one."""


def _candidates(graph: GovernanceGraph) -> list[str]:
    """The bodies in place that may have a statutory form."""
    bodies = ((key, graph.body(key)) for key in graph.bodies)
    return [key for key, body in bodies if body.governs or body.kind in _OTHER_KINDS]


def _of_candidates(graph: GovernanceGraph, options: Options) -> str | None:
    reason = "No board, committee, group, forum or organisation is in place on this day and in this view."
    return None if _candidates(graph) else reason


@rule(code="DAT104", name="statutory-form-not-stated", severity=Severity.NOTE, applies_to=_of_candidates)
def statutory_form_not_stated(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A body has the name of a body that the law knows, and the file does not say whether it is one.

    Why it matters:
        The rules from law cover only bodies whose statutory form the file gives. This one was left out, so nobody has
        checked whether it keeps to the law.

    Flagged:
        hwb: board, name Shropshire Health and Wellbeing Board
        group: committee, name Health and Wellbeing Board Sub-Committee

    Clean:
        hwb: board, name Shropshire Health and Wellbeing Board, statutory health_and_wellbeing_board
        group: committee, name Health and Wellbeing Board Sub-Committee

    How to fix:
        Find out from its terms of reference what it is in law, and record it under `statutory`. If it only has the
        name, say so in a note on it, and accept this finding with a waiver that names the body.
    """
    formless = [body for body in _candidates(graph) if graph.body(body).statutory is None]
    bodies = [body for body in formless if (form := form_by_name(graph, body)) and _may_have(graph, body, form)]
    if bodies:
        message = say("By name, {body} may be [a body|bodies] that the law knows.", body=Bodies.of(graph, bodies))
        yield silence_hit(Aspect.LEGAL_FORM.of(graph, bodies), message=message)


def _may_have(graph: GovernanceGraph, body: str, form: StatutoryForm) -> bool:
    """Whether a body may be of the form; an organisation may not where another body states the form."""
    kind = graph.body(body).kind
    if kind is Kind.ORGANISATION and graph.of_form(form):
        return False
    return form in _OTHER_KINDS.get(kind, StatutoryForm)


def form_by_name(graph: GovernanceGraph, body: str) -> StatutoryForm | None:
    """The form of which a name of the body ends with the words."""
    stated = graph.body(body)
    for name in map(_spoken, (stated.name, *stated.other_names)):
        for form, pattern in _forms():
            ending = pattern.search(name)
            before = name[: ending.start()] if ending else ""
            if ending and not _PART_OF_BODY.search(before) and not _NEVER_IN_LAW.search(before):
                return form
    return None


@cache
def _forms() -> list[tuple[StatutoryForm, re.Pattern[str]]]:
    """How a name ends that may be that of a body of the form."""
    return [(form, re.compile(rf"\b(?:{_ENDINGS.get(form, _spoken(form.words))})$")) for form in StatutoryForm]


def _spoken(name: str) -> str:
    """The words of a name, without capitals, accents, hyphens and what stands in brackets at its end."""
    plain = _INSIDE_WORDS.sub("", unaccented(_IN_BRACKETS.sub("", name)))
    return " ".join(_WORD.findall(plain)).replace("well being", "wellbeing")
