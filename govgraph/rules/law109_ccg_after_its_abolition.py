"""LAW109: Clinical Commissioning Groups that are in force after they were abolished."""

from collections.abc import Iterator
from datetime import timedelta

from govgraph.engine import Options
from govgraph.findings import Authority, Basis, Hit
from govgraph.graph import GovernanceGraph
from govgraph.language import with_article
from govgraph.model import StatutoryForm
from govgraph.rules._phrases import names
from govgraph.rules._statute import CCGS_END, NO_FORM, law_rule

_FORM = StatutoryForm.CCG_GOVERNING_BODY
_AUTHORITY = Authority(
    title="Health and Care Act 2022 (Consequential and Related Amendments and Transitional Provisions) Regulations "
    "2022 (S.I. 2022/634)",
    section="Part 2",
    address="http://www.legislation.gov.uk./uksi/2022/634/made/data.xht?view=snippet&wrap=true",
    basis=Basis.LAW,
    from_=CCGS_END + timedelta(days=1),
)


def _of_groups(graph: GovernanceGraph, options: Options) -> str | None:
    """A group that has ended counts too: that it has is what the law asks for."""
    if any(body.statutory is _FORM for body in graph.structure.bodies.values()):
        return None
    if not any(body.statutory for body in graph.structure.bodies.values()):
        return NO_FORM
    return f"No body is stated to be {with_article(_FORM.words)} (statutory)."


@law_rule(code="LAW109", name="ccg-after-its-abolition", applies_to=_of_groups, authority=_AUTHORITY)
def ccg_after_its_abolition(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The governing body of a Clinical Commissioning Group stands as if in force after June 2022.

    Why it matters:
        There are no such groups any more. Whoever writes to one, or waits for its decision, gets no answer; and what
        it answered for may have been left without an owner.

    Flagged:
        structure: as_of 2022-09-01
        body: board, statutory ccg_governing_body
        council -- works_with --> body

    Clean:
        structure: as_of 2022-09-01
        body: board, statutory ccg_governing_body, until 2022-06-30
        council -- works_with --> body

    How to fix:
        State when it ended (until: 2022-06-30), and which body replaces it (replaces). Look then at what it answered
        for, and at the lines that led to it.
    """
    for body in graph.of_form(_FORM):
        name = graph.name(body)
        heirs = graph.replaced_by(body)
        replaced = f" The file states that it was replaced by {names(graph, heirs)}." if heirs else ""
        yield Hit(
            bodies=(body,),
            message=f"{name} is stated to be in force, but there have been no Clinical Commissioning Groups since 1 "
            f"July 2022.{replaced}",
            fix=f"State that {name} ended (until: 2022-06-30)"
            + (". " if heirs else ", and which body replaces it (replaces). ")
            + "Then look at what it answered for, and at the lines that led to it.",
        )
