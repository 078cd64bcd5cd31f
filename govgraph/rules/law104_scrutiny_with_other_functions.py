"""LAW104: overview and scrutiny committees that do more than scrutinise."""

from collections.abc import Iterator

from govgraph.engine import Options
from govgraph.findings import Aspect, Authority, Basis, Bodies, Hit, counted, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Tie
from govgraph.language import listed, plural_verb
from govgraph.model import Activity, StatutoryForm
from govgraph.rules._phrases import silence_hit
from govgraph.rules._statute import law_rule, of_form

_FORM = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_ONLY_SCRUTINY = "The law gives only overview and scrutiny to {body}."
_OTHER = (Activity.DECIDES, Activity.COMMISSIONS, Activity.DELIVERS)
_AUTHORITY = Authority(
    title="Local Government Act 2000",
    section="section 21(4) as enacted",
    address="https://legislation.gov.uk/ukpga/2000/22/section/21/enacted",
    basis=Basis.LAW,
    leaves_open="In England Part 1A of the Act (sections 9F and following) replaced this section on 4 May "
    "2012. Whether what a committee decides concerns only its own work.",
)


@law_rule(code="LAW104", name="scrutiny-with-other-functions", applies_to=of_form(_FORM), authority=_AUTHORITY)
def scrutiny_with_other_functions(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """An overview and scrutiny committee decides, commissions or delivers.

    Why it matters:
        A committee that decides, commissions or delivers would have to scrutinise its own work. The law gives it no
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
        Ask the council to give what the committee decides, commissions or delivers to another body. If it only
        recommends, or decides about its own work alone, leave `decides` out.
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
        yield silence_hit(Aspect.REMIT.of(graph, silent), message=say(_ONLY_SCRUTINY, body=Bodies.of(graph, silent)))


def _delegations(graph: GovernanceGraph, body: str) -> list[Tie]:
    """The ties by which others delegate functions to it, but for scrutiny committees that hand on their own work."""
    ties = (tie for tie in graph.ties_of(body) if tie.relation == "delegates_to" and tie.to == body)
    return [tie for tie in ties if graph.body(tie.body).statutory is not _FORM]


def _does_more(graph: GovernanceGraph, body: str, activities: list[Activity], given: list[Tie]) -> Hit:
    name = Bodies.of(graph, body)
    does, do = (listed([plural_verb(activity.value, number) for activity in activities]) for number in (1, 2))
    own_work = "If {body} only [recommends|recommend] or [organises its|organise their] own work, record that."
    return Hit(
        bodies=(body,),
        message=say(f"{{body}} [{does}|{do}], but by law an overview and scrutiny committee may not.", body=name),
        witness=[tie.step for tie in given],
        fix=say(f"Ask the council to give what {{body}} [{does}|{do}] to another body.", body=name)
        & say(own_work, body=name),
    )


def _may_do_more(graph: GovernanceGraph, body: str, given: list[Tie]) -> Hit:
    """What a decision or a delegated function is about is stated in words, if at all: a rule cannot judge it."""
    name, decisions = Bodies.of(graph, body), len(graph.body(body).decisions)
    givers = Bodies.of(graph, graph.in_order({tie.body for tie in given}))
    takes = say("{body} [takes|take] {decisions}.", body=name, decisions=counted(decisions, "decision"))
    delegates = say("{givers} [delegates|delegate] functions to {body}.", givers=givers, body=name)
    return Hit(
        bodies=(body,),
        lacks=[Aspect.OTHER_FUNCTIONS.of(graph, body)],
        message=(takes if decisions else NOTHING) & (delegates if given else NOTHING) & say(_ONLY_SCRUTINY, body=name),
        witness=[tie.step for tie in given],
        fix=say("If all of it is overview and scrutiny, waive this finding and give that as the reason."),
    )
