"""LAW109: Clinical Commissioning Groups that are in place after they were abolished."""

from collections.abc import Iterator
from datetime import date, timedelta

from govgraph.engine import Options
from govgraph.findings import Bodies, Hit, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph
from govgraph.language import with_article
from govgraph.model import StatutoryForm
from govgraph.rules._legislation import english_law
from govgraph.rules._statute import CCGS_END, NO_FORM, law_rule

_FORM = StatutoryForm.CCG_GOVERNING_BODY
_AUTHORITY = english_law(
    "National Health Service Act 2006",
    "section 14Z27",
    "ukpga/2006/41/section/14Z27",
    from_=CCGS_END + timedelta(days=1),
    checked=date(2026, 11, 29),
)


def _of_groups(graph: GovernanceGraph, options: Options) -> str | None:
    """A group that has ended counts too: that it has is what the law asks for."""
    stated = graph.structure.bodies.items()
    if any(body.statutory is _FORM and graph.law_may_run(key) for key, body in stated):
        return None
    if not any(body.statutory for _, body in stated):
        return NO_FORM
    return f"No body is listed as {with_article(_FORM.words)}."


@law_rule(code="LAW109", name="ccg-after-its-abolition", applies_to=_of_groups, authority=_AUTHORITY)
def ccg_after_its_abolition(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The governing body of a Clinical Commissioning Group is listed as in place after June 2022.

    Why it matters:
        There are no such groups any more. People who write to one, or wait for its decision, get no answer. What it
        answered for may have been left without an owner.

    Flagged:
        structure: as_of 2022-09-01, nation england
        body: board, statutory ccg_governing_body
        council -- works_with --> body

    Clean:
        structure: as_of 2022-09-01, nation england
        body: board, statutory ccg_governing_body, until 2022-06-30
        council -- works_with --> body

    How to fix:
        Record when it ended (`until: 2022-06-30`), and which body replaces it (`replaces`). Then look at what it
        answered for, and at the lines that led to it.
    """
    for body in graph.of_form(_FORM):
        name, heirs = Bodies.of(graph, body), graph.replaced_by(body)
        message = "{body} [is|are] listed as in place, but Clinical Commissioning Groups ended on 30 June 2022."
        replaced = "The file says that {body} [was|were] replaced by {heirs}."
        yield Hit(
            bodies=(body,),
            message=say(message, body=name)
            & (say(replaced, body=name, heirs=Bodies.of(graph, heirs)) if heirs else NOTHING),
            fix=say("Record that {body} ended on 30 June 2022.", body=name)
            & (NOTHING if heirs else say("Find out what replaced {body}, and record it.", body=name))
            & say("Then look at what {body} answered for, and at the lines that led there.", body=name),
        )
