"""LAW104: overview and scrutiny committees that do more than scrutinise."""

from collections.abc import Iterator

from govgraph.engine import Options
from govgraph.findings import Authority, Basis, Certainty, Hit
from govgraph.graph import GovernanceGraph, Tie
from govgraph.language import listed, plural
from govgraph.model import Activity, StatutoryForm
from govgraph.rules._phrases import is_singular, names, silence_hit
from govgraph.rules._statute import law_rule, of_form

_FORM = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_OTHER = (Activity.DECIDES, Activity.COMMISSIONS, Activity.DELIVERS)
_AUTHORITY = Authority(
    title="Local Government Act 2000",
    section="section 21(4) as enacted",
    address="https://legislation.gov.uk/ukpga/2000/22/section/21/enacted",
    basis=Basis.LAW,
    leaves_open="In England Part 1A of the Act (sections 9F and following) stands in the place of this section since "
    "4 May 2012. Whether what a committee decides concerns only its own work.",
)


@law_rule(code="LAW104", name="scrutiny-with-other-functions", applies_to=of_form(_FORM), authority=_AUTHORITY)
def scrutiny_with_other_functions(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """An overview and scrutiny committee decides, commissions or delivers.

    Why it matters:
        Who decides, commissions or delivers has then to scrutinise its own work. The law gives the committee no
        functions but those of overview and scrutiny.

    Flagged:
        committee: committee, statutory overview_and_scrutiny_committee, scrutinises, decides
        committee -- part_of --> council
        council: organisation

    Clean:
        committee: committee, statutory overview_and_scrutiny_committee, scrutinises, advises
        committee -- part_of --> council
        council: organisation

    How to fix:
        Give what it decides, commissions or delivers to another body. If it only recommends, or decides about its own
        work alone, state it so.
    """
    silent = []
    for body in graph.of_form(_FORM):
        activities = [activity for activity in _OTHER if activity in graph.body(body).does]
        given = _delegations(graph, body)
        if activities:
            yield _does_more(graph, body, activities, given)
        elif graph.body(body).decisions or given:
            yield _may_do_more(graph, body, given)
        elif not graph.body(body).does:
            silent.append(body)
    if silent:
        yield _silent(graph, tuple(silent))


def _delegations(graph: GovernanceGraph, body: str) -> list[Tie]:
    """The ties by which others delegate functions to it, but for scrutiny committees that hand on their own work."""
    ties = (tie for tie in graph.ties_of(body) if tie.relation == "delegates_to" and tie.to == body)
    return [tie for tie in ties if graph.body(tie.body).statutory is not _FORM]


def _does_more(graph: GovernanceGraph, body: str, activities: list[Activity], given: list[Tie]) -> Hit:
    name, words = graph.name(body), listed([activity.value for activity in activities])
    return Hit(
        bodies=(body,),
        message=f"{name}, an overview and scrutiny committee, {words}. The law gives such a committee no functions but "
        "those of overview and scrutiny.",
        witness=[tie.step for tie in given],
        fix=f"Find another body for what {name} {words} beside scrutiny. If it only recommends, or decides about its "
        "own work alone, state what it does in those words.",
    )


def _may_do_more(graph: GovernanceGraph, body: str, given: list[Tie]) -> Hit:
    """What a decision or a delegated function is about is stated in words, if at all: a rule cannot judge it."""
    name, decisions = graph.name(body), graph.body(body).decisions
    reasons = []
    if decisions:
        reasons.append(f"takes {plural(len(decisions), 'decision', 'decisions')} that the file lists")
    if given:
        givers = graph.in_order({tie.body for tie in given})
        verb = "delegates" if len(givers) == 1 else "delegate"
        reasons.append(f"has functions that {names(graph, givers)} {verb} to it")
    return Hit(
        bodies=(body,),
        certainty=Certainty.NOT_STATED,
        message=f"{name}, an overview and scrutiny committee, {listed(reasons)}. Whether these are functions other "
        "than those of overview and scrutiny, which the law does not give it, is not stated.",
        witness=[tie.step for tie in given],
        fix=f"Find out whether {name} has functions other than overview and scrutiny. If it has, find another body for "
        "them. If it has not, waive this finding and give that as the reason.",
    )


def _silent(graph: GovernanceGraph, bodies: tuple[str, ...]) -> Hit:
    who = names(graph, bodies)
    it, verb = ("it", "does") if is_singular(graph, bodies) else ("they", "do")
    return silence_hit(
        bodies,
        message=f"What {who} {verb} is not stated, nor, then, whether {it} {verb} anything beside overview and "
        "scrutiny, for which the law leaves no room.",
        fix=f"Find out what {who} {verb}, and state it (does). If it is anything beside overview and scrutiny, find "
        "another body for that.",
    )
