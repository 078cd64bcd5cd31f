"""The verdict in three sentences; a fourth where the picture rests on what is not in place yet."""

from collections.abc import Iterator

from govgraph import words
from govgraph.findings import Certainty, FindingStatus, GoneBecause, Severity
from govgraph.graph import GovernanceGraph
from govgraph.model import Status
from govgraph.paper.blocks import Block, Heading, Paragraph
from govgraph.paper.found import Found, family_of, of_the_record, weights
from govgraph.paper.heaviest import heaviest, weights_in
from govgraph.paper.naming import SETTLED
from govgraph.paper.open_questions import what_is_open
from govgraph.words.plain import in_a_row

_BOTH = 2
_GONE = {
    GoneBecause.NO_LONGER_FOUND: "not found any more",
    GoneBecause.OTHERWISE: "found otherwise now",
    GoneBecause.BODY_GONE: "gone only because the body is gone",
    GoneBecause.NOT_ASKED: "not asked about any more",
}


def summary(found: Found, graph: GovernanceGraph) -> Iterator[Block]:
    """The verdict, one sentence a paragraph."""
    yield Heading(1, "Summary")
    yield Paragraph(_what_was_found(found), lead="What was found.")
    yield Paragraph(_what_matters(found, graph), lead="What matters most.")
    yield Paragraph(what_is_open(found, graph), lead="What is not stated.")
    proposed = _only_proposed(graph)
    if proposed:
        yield Paragraph(proposed, lead="What is not in place yet.")


def _compares(found: Found) -> bool:
    return found.report.against is not None and found.report.against.structure is not None


def _what_was_found(found: Found) -> str:
    report = found.report
    counted = [one for one in report.counted if not of_the_record(family_of(one))]
    by_choice = found.chosen.leaves_out
    of_it = "Of what was asked, " if by_choice else ""
    if not counted:
        new = "new " if _compares(found) else ""
        rules = words.many(len(report.asked), "rule")
        told = f"nothing {new}was found by the {rules} that {_were(len(report.asked))} asked"
    else:
        points = words.many(len(counted), "new finding" if _compares(found) else "finding")
        brings = f"the change brings {points}"
        told = brings if _compares(found) else f"there {'is' if len(counted) == 1 else 'are'} {points}"
        stated = sum(one.certainty is Certainty.STATED for one in counted)
        told += f" to settle: {weights(counted)}; {_stated(stated, len(counted))}"
    whole = f"{of_it}{told}{_of_the_record(found)}{_beside(found)}{_left_out(found)}."
    return f"{whole[:1].upper()}{whole[1:]}"


def _left_out(found: Found) -> str:
    rules, people = found.chosen.rules, found.chosen.people
    told = []
    if rules:
        told.append(f"{words.many(len(rules), 'rule')} {_were(len(rules))} left out by choice (see the appendix)")
    if people:
        told.append(f"nothing was asked about {in_a_row(people)}, by choice")
    return "".join(f"; {one}" for one in told)


def _of_the_record(found: Found) -> str:
    own = [one for one in found.report.counted if of_the_record(family_of(one))]
    return (
        f"; apart from the structure, the list of accepted findings itself has {weights(own)} (see the appendix)"
        if own
        else ""
    )


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _stated(number: int, of: int) -> str:
    every = {1: "a fact", _BOTH: "both of them facts"}.get(of, "all of them facts")
    if number == of:
        return f"{every} that the file states"
    if not number:
        return f"{every.replace('fact', 'question')} on which the file is silent"
    facts = "1 is a fact" if number == 1 else f"{number:,} are facts"
    silent = "1 is a question" if of - number == 1 else f"{of - number:,} are questions"
    return f"{facts} that the file states, and {silent} on which it is silent"


def _beside(found: Found) -> str:
    """What the number of findings leaves out."""
    report = found.report
    kept, known = report.with_status(FindingStatus.KEPT), report.with_status(FindingStatus.BASELINE)
    told = [
        f"{len(kept):,} that {_were(len(kept))} there before ({weights(kept)})" if kept else "",
        f"{len(known):,} known already ({weights(known)})" if known else "",
        f"{len(report.waived):,} accepted ({weights(report.waived)})" if report.waived else "",
    ]
    for why, said in _GONE.items():
        gone = report.against.gone_because(why) if report.against else ()
        told.append(f"{len(gone):,} {said}" if gone else "")
    counted = in_a_row([*filter(None, told)])
    return f"; not counted: {counted}" if counted else ""


def _what_matters(found: Found, graph: GovernanceGraph) -> str:
    """The heaviest first, whatever its certainty; what was there before, or is accepted, stays in sight."""
    report = found.report
    kept = Found(report, report.with_status(FindingStatus.KEPT, FindingStatus.BASELINE), found.names_of, found.chosen)
    waived = Found(report, report.waived, found.names_of, found.chosen)
    told = _new(found, graph)
    beside = []
    for other, said in ((kept, "there before, and still so"), (waived, "accepted, and still so")):
        what = _weightiest(other, graph)
        beside.append(f"{said}: {what}" if what else "")
    nothing = ""
    if not told:
        nothing = (
            "no new fault was found" if _compares(found) else "no fault was found beside these" if any(beside) else ""
        )
        nothing = nothing or "the file states no fault"
        nothing = f"of what was asked, {nothing}" if found.chosen.leaves_out else nothing
        if not any(beside):
            nothing += "; that holds only for what it tells, and for what could be asked"
    text = "; ".join(filter(None, (told, nothing, *beside)))
    return f"{text[:1].upper()}{text[1:]}."


def _new(found: Found, graph: GovernanceGraph) -> str:
    stated, silent = weights_in(found, stated=True), weights_in(found, stated=False)
    if stated is None and silent is None:
        return ""
    lead = ""
    if stated is None and not _compares(found) and not found.report.with_status(FindingStatus.BASELINE):
        lead = "" if found.report.waived else "the file states no fault; "
        lead = f"of what was asked, {lead}" if lead and found.chosen.leaves_out else lead
    return lead + _weightiest(found, graph)


def _weightiest(found: Found, graph: GovernanceGraph) -> str:
    """What is heaviest, stated before not stated; where that is all silence, also the heaviest that is stated."""
    stated, silent = weights_in(found, stated=True), weights_in(found, stated=False)
    heavy = min((rank for rank in (stated, silent) if rank is not None), default=len(Severity))
    facts = heaviest(found, graph, stated=True, rank=heavy)
    questions = heaviest(found, graph, stated=False, rank=heavy)
    told = [facts, f"not stated, and so to find out first: {questions}" if questions else ""]
    if stated is not None and stated > heavy:
        told.append(f"of less weight, but a fact: {heaviest(found, graph, stated=True, rank=stated)}")
    return "; ".join(filter(None, told))


def _only_proposed(graph: GovernanceGraph) -> str:
    """How much of the picture is not in place yet."""
    bodies = [graph.status(body) for body in graph.bodies]
    seats = [seat.status for body in graph.bodies for seat in graph.voice.membership(body).seats]
    lines = [tie.status for tie in graph.ties]
    told = []
    for what, many, of in (("body", "bodies", bodies), ("seat", "seats", seats), ("tie", "ties", lines)):
        waiting = [status for status in of if status not in SETTLED]
        if waiting:
            told.append(f"{len(waiting):,} of the {words.many(len(of), what, many)}")
    if not told:
        return ""
    verb = "is" if len(told) == 1 and told[0].startswith("1 of") else "are"
    statuses = {status for status in (*bodies, *seats, *lines) if status not in SETTLED}
    how = " or ".join(status.words for status in (Status.PROPOSED, Status.AGREED) if status in statuses)
    return f"{in_a_row(told)} {verb} only {how}: what this paper says of them holds only if they come about."
