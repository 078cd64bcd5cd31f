"""LAW104: overview and scrutiny committees that do more than scrutinise."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, Lack, Message, counted, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Tie
from govgraph.language import listed, plural_verb
from govgraph.model import Activity, Matter, StatutoryForm
from govgraph.rules._councils import authorities_of, of_councils
from govgraph.rules._legislation import scrutiny_act
from govgraph.rules._phrases import silence_hit
from govgraph.rules._statute import law_rule, of_form

_FORM = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_ONLY_SCRUTINY = "The law gives only overview and scrutiny to {body}."
_MAY_INCLUDE = "That includes crime and disorder, and health where the council delegates it."
_OTHER = (Activity.DECIDES, Activity.COMMISSIONS, Activity.DELIVERS)
_OF_OTHER_LAW = frozenset({Matter.HEALTH, Matter.CRIME_AND_DISORDER})
"""On these, other laws give such a committee functions of its own."""
_AUTHORITY = scrutiny_act(
    "section 9F(5)",
    checked=date(2026, 11, 29),
    leaves_open="What a committee decides may concern only its own work. It may scrutinise crime and disorder (Police "
    "and Justice Act 2006, section 19), and health where the council delegates that (regulations under section "
    "244(2ZE) of the National Health Service Act 2006). Joint health committees have a law of their own (section 245).",
)


@law_rule(code="LAW104", name="scrutiny-with-other-functions", applies_to=of_form(_FORM), authority=_AUTHORITY)
def scrutiny_with_other_functions(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """An overview and scrutiny committee decides, commissions or delivers.

    Why it matters:
        A committee that decides, commissions or delivers would have to scrutinise its own work. The law gives it no
        functions but those of overview and scrutiny. Scrutiny of crime and disorder is among them, and scrutiny of
        health where the council delegates it.

    Flagged:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, covers education, scrutinises, decides
        committee -- part_of --> council
        council: organisation

    Clean:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, covers education, scrutinises, advises
        committee -- part_of --> council
        council: organisation

    How to fix:
        Ask the council to give what the committee decides, commissions or delivers to another body. If it only
        recommends, or decides about its own work alone, leave `decides` out.
    """
    silent = []
    for body in graph.of_form(_FORM):
        stated, given = graph.body(body), _delegations(graph, body)
        activities = [activity for activity in _OTHER if activity in stated.does]
        unlawful = [activity for activity in activities if not _may_be_lawful(graph, body, activity)]
        if unlawful:
            yield from of_councils(graph, [_does_more(graph, body, unlawful, given)])
        elif activities or stated.decisions or (given and not _is_of_other_law(graph, body)):
            yield _may_do_more(graph, body, activities, given)
        elif not stated.does:
            silent.append(body)
    if silent:
        yield silence_hit(Aspect.REMIT.of(graph, silent), message=say(_ONLY_SCRUTINY, body=Bodies.of(graph, silent)))


def _delegations(graph: GovernanceGraph, body: str) -> list[Tie]:
    """The ties by which others delegate functions to it, but for scrutiny committees that hand on their own work."""
    ties = (tie for tie in graph.ties_of(body) if tie.relation == "delegates_to" and tie.to == body)
    return [tie for tie in ties if graph.body(tie.body).statutory is not _FORM]


def _is_of_other_law(graph: GovernanceGraph, body: str) -> bool:
    """Whether a committee deals with nothing but what other laws give it."""
    return bool(graph.body(body).covers) and _OF_OTHER_LAW.issuperset(graph.body(body).covers)


def _may_be_lawful(graph: GovernanceGraph, body: str, activity: Activity) -> bool:
    """Whether another law, or the committee's own work, may give it what it does."""
    stated = graph.body(body)
    if stated.covers:
        return not _OF_OTHER_LAW.isdisjoint(stated.covers) or (activity is Activity.DECIDES and bool(stated.decisions))
    is_joint = len(authorities_of(graph, body)) > 1
    return activity is Activity.DECIDES or is_joint  # a joint committee may be one on health


def _does_more(graph: GovernanceGraph, body: str, activities: list[Activity], given: list[Tie]) -> Hit:
    name, verb = Bodies.of(graph, body), _verbs(activities)
    own_work = "If {body} only [recommends|recommend] or [organises its|organise their] own work, record that."
    return Hit(
        bodies=(body,),
        message=say(f"{{body}} {verb}, but by law an overview and scrutiny committee may not.", body=name),
        witness=[tie.step for tie in given],
        fix=say(f"Ask the council to give what {{body}} {verb} to another body.", body=name) & say(own_work, body=name),
    )


def _verbs(activities: list[Activity]) -> str:
    """What a body does, for one and for several: `[decides|decide]`."""
    return f"[{'|'.join(listed([plural_verb(each.value, number) for each in activities]) for number in (1, 2))}]"


def _may_do_more(graph: GovernanceGraph, body: str, activities: list[Activity], given: list[Tie]) -> Hit:
    """What a decision or a delegated function is about is stated in words, if at all: a rule cannot judge it."""
    return Hit(
        bodies=(body,),
        lacks=_open(graph, body),
        message=_known(graph, body, activities, given)
        & say(_ONLY_SCRUTINY, body=Bodies.of(graph, body))
        & say(_MAY_INCLUDE),
        witness=[tie.step for tie in given],
        fix=say("If all of it is overview and scrutiny, waive this finding and give that as the reason."),
    )


def _open(graph: GovernanceGraph, body: str) -> list[Lack]:
    lacks = [Aspect.OTHER_FUNCTIONS.of(graph, body)]
    return lacks if graph.body(body).covers else [*lacks, Aspect.COVERS.of(graph, body)]


def _known(graph: GovernanceGraph, body: str, activities: list[Activity], given: list[Tie]) -> Message:
    """What the file states that the committee does besides scrutiny, or may do."""
    name, decisions = Bodies.of(graph, body), len(graph.body(body).decisions)
    givers = Bodies.of(graph, graph.in_order({tie.body for tie in given}))
    does = say(f"{{body}} {_verbs(activities)}.", body=name) if activities else NOTHING
    takes = say("{body} [takes|take] {decisions}.", body=name, decisions=counted(decisions, "decision"))
    delegates = say("{givers} [delegates|delegate] functions to {body}.", givers=givers, body=name)
    return (takes if decisions else does) & (delegates if given else NOTHING)
