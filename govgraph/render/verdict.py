"""How reports speak of a whole run: its verdict and counts, what it looked at, what a comparison does not see."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from govgraph.findings import AsOf, Certainty, Finding, GoneReason, Report, Severity, Waiver
from govgraph.graph import ExclusionReason, GovernanceGraph
from govgraph.graph.ties import Window
from govgraph.language import LISTED, day, listed, partial_date, plural
from govgraph.model import Body, Change, Kind, Status, View, first_day, last_day
from govgraph.model.change import DecisionChange, FileChange
from govgraph.render.statements import VIEWS

GONE = {
    GoneReason.NO_LONGER_FOUND: "Not found any more",
    GoneReason.NOT_STATED: "Not certain any more, because the file leaves it open now",
    GoneReason.DELETED: "Not found any more, because the change deletes what the file said",
    GoneReason.OTHERWISE: "Not found any more, because something else is found of the same body now",
    GoneReason.BODY_GONE: "Not found any more, but only because the body is gone",
    GoneReason.NOT_ASKED: "Found before, and not asked any more",
}
"""The title of findings that the structure before has alone."""


def gone_by_reason(report: Report) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
    """The findings that are no longer what they were, under their title; nothing without a structure before."""
    against = report.against
    if against is None:
        return ()
    return tuple(
        (title, against.no_longer_stated if why is GoneReason.NOT_STATED else against.gone_for(why))
        for why, title in GONE.items()
    )


def facts_title(report: Report) -> str:
    """The heading of the facts."""
    return "What is new and wrong" if report.compares else "What is wrong"


def label(finding: Finding) -> str:
    """`ERROR`; of a question `WARNING, not stated`."""
    silent = finding.certainty is Certainty.NOT_STATED
    return f"{finding.severity.value.upper()}{', not stated' if silent else ''}"


_CHOSEN = {
    AsOf.ASKED: "",
    AsOf.FILE: ", the date in the file",
    AsOf.TODAY: ", today, because the file has no date of its own",
}
_NAMED = 5
"""How many bodies that are left out a sentence names, where not more of them are task groups past their end."""


def looked_at(report: Report) -> str:
    """The day and the view, and how much was looked at, with what was left out by name."""
    return f"Checked as at {day(report.as_of)}{_CHOSEN[report.as_of_is]}: {VIEWS[report.view]}. {size(report)}"


def size(report: Report) -> str:
    """How many bodies, relations and seats were looked at, and which bodies of the file were not, and why."""
    bodies, relations = plural(report.bodies, "body", "bodies"), plural(report.relations, "relation")
    text = f"{bodies}, {relations}, {plural(report.seats, 'seat')}."
    if len(report.structure.bodies) == report.bodies:
        return text
    window = Window(report.as_of, report.view, report.structure.speaks_for)
    default = report.structure.status or Status.IN_PLACE
    reasons = [
        (body, reason)
        for body in report.structure.bodies.values()
        if (reason := window.exclusion_reason(body, window.status_then(body, body.status or default))) is not None
    ]
    reasons.sort(key=lambda pair: not _is_task_group_past_its_end(*pair))
    past_their_end = sum(_is_task_group_past_its_end(*pair) for pair in reasons)
    names = [f"{body.name} ({_why_left_out(body, reason)})" for body, reason in reasons]
    return f"{text} Left out: {listed(names, most=max(_NAMED, min(past_their_end, LISTED)))}."


def task_groups_past_their_end(graph: GovernanceGraph) -> list[str]:
    """The task and finish groups that are left out because they have ended, each with its last day."""
    reasons = ((graph.body(body), graph.exclusion_reason(body)) for body in graph.structure.bodies)
    return [
        f"{body.name} ({_why_left_out(body, reason)})"
        for body, reason in reasons
        if reason is not None and _is_task_group_past_its_end(body, reason)
    ]


def _is_task_group_past_its_end(body: Body, reason: ExclusionReason) -> bool:
    """Whether a body is one of those that are all named where they are left out: many go on after their end."""
    return body.kind is Kind.TASK_AND_FINISH_GROUP and reason is ExclusionReason.ENDED


def _why_left_out(body: Body, reason: ExclusionReason) -> str:
    """`ended 31 March 2025`, `begins 1 April 2026`, `only proposed`."""
    if reason is ExclusionReason.ENDED:
        how = "ended" if body.status is Status.ENDED else "last day"
        return f"{how} {partial_date(body.until)}" if body.until else "ended"
    if reason is ExclusionReason.NOT_BEGUN:
        return f"begins {partial_date(body.from_)}" if body.from_ else "not begun"
    return reason.value


def comparison(report: Report) -> str:
    """What the structure was compared with."""
    against = report.against
    if against is None:
        return ""
    if against.structure is None:
        return (
            f"Compared with nothing: {against.base} does not hold this structure, so everything in it is new, and of "
            "what was lost nothing can be said. If the file had another name there, "
            f"write {against.base}:THAT/NAME.yaml."
        )
    when = f", as of {day(against.as_of)}" if against.as_of is not None else ""
    title = against.structure.title
    there = f", there {' and '.join(against.files)}" if against.files else ""
    return f"Compared with {against.base}{there}{f' ({title})' if title and title != against.base else ''}{when}."


def settings(report: Report) -> str:
    """Whose decisions hold, where they are not those of the tool: which settings, and what turns the run red."""
    sentences = [f"Settings from {report.settings}."] if report.settings else []
    if report.against is not None and report.against.decides and not report.settings:
        sentences.append(f"There were no settings at {report.against.base}, so none were used.")
    if report.fail_on is None:
        sentences.append("No finding makes this run fail (fail-on: never).")
    elif report.fail_on is not Severity.ERROR:
        sentences.append(f"Every {report.fail_on.value} and whatever is heavier makes this run fail.")
    return " ".join(sentences)


def only_for(report: Report) -> str:
    """Which groups of people alone were asked about; empty where all were."""
    people = ", ".join(map(report.constituency_name, report.only_for))
    return f"Asked only about these groups of people: {people}." if people else ""


def not_checked(report: Report) -> tuple[tuple[str, str], ...]:
    """The rules that could not be asked, those with one reason together: `LAW101, LAW105`, and the reason."""
    codes: dict[str, list[str]] = {}
    for unasked in report.not_checked:
        codes.setdefault(unasked.reason, []).append(unasked.code)
    return tuple((", ".join(of), why) for why, of in codes.items())


def acceptance(waiver: Waiver) -> str:
    """Who accepts a finding, until when, and why."""
    until = f", until {waiver.until}" if waiver.until else ""
    return f"{waiver.owner}{until}: {waiver.reason}"


def rules(report: Report) -> str:
    """How many rules were asked, and how many findings were not counted."""
    asked = f"{plural(len(report.asked), 'check')} made"
    idle = len(report.not_checked) - report.asked_elsewhere
    if idle:
        asked += f"; {idle:,} more had nothing to look at"
    if report.asked_elsewhere:
        checks = plural(report.asked_elsewhere, "check")
        asked += f"; {checks} of law not made, because that law applies only in other nations"
    if report.left_out:
        asked += f"; {plural(report.left_out, 'check')} left out as you chose"
    return f"{asked}.{_not_counted(report)}{law_read(report)}"


def law_read(report: Report) -> str:
    """As of which day the law was read that was asked, after a space; empty where none was."""
    return f" Law as read on {day(report.law_read_on)}." if report.law_read_on else ""


def counts(report: Report) -> str:
    """The last line of a log: how many problems and questions, and how many checks were made."""
    counted = report.counted
    weights = [
        plural(sum(not finding.is_question and finding.severity is weight for finding in counted), weight.value)
        for weight in Severity
    ]
    questions = plural(len(report.questions), "question")
    asked = f"; {questions} that the file does not answer" if report.questions else ""
    return f"{listed(weights)}{asked}. {rules(report)}"


def _not_counted(report: Report) -> str:
    """How many findings are waived, known, there before, gone or not asked about any more."""
    summary = report.summary()
    words = [
        (summary["waived"], "waived"),
        (summary.get("baseline", 0), "known from the baseline"),
        (summary.get("kept", 0), "there before"),
        (summary.get("gone", 0), "gone"),
        (len(report.against.gone_for(GoneReason.NOT_ASKED)) if report.against else 0, "no longer asked about"),
    ]
    counts = [f"{number:,} {what}" for number, what in words if number]
    return f" Not counted: {listed(counts)}." if counts else ""


_SHOWN = 3
_CONFIRMED = frozenset({Status.IN_PLACE.value, Status.UNDER_REVIEW.value, Status.AGREED.value})


def caveats(report: Report, *, commands: bool = True) -> Iterator[str]:
    """A sentence on what the change makes less settled, and one on the days at which it takes effect later.

    `commands`: also name the option that shows it, for people who type commands.
    """
    changes = report.against.changes if report.against else ()
    unsettled = sum(_became_proposed(change) for change in changes)
    if unsettled and report.view is View.PROPOSED:
        what = plural(unsettled, "statement that was settled is", "statements that were settled are")
        how = ": `--view in_place` shows what holds without" if commands else ""
        yield f"{what} only proposed now, and looked at as if in place{how}."
    for change in changes:
        if change.path[0] == "constituencies" and change.path[-1] in ("name", "represented_by"):
            who = report.entry_name("constituencies", str(change.path[1]))
            what = "What they are called" if change.path[-1] == "name" else "Who speaks for them"
            yield f"{what} has changed: {who}. See that it is the same group of people."
    if report.against and commands:
        yield from (sentence for _, sentence in decisions_of(report))
    elif report.against and report.against.decisions and not report.against.decides:
        yield "The settings, or the list of known findings, have changed since the structure before too."
    days = sorted({later for change in changes for later in _days_after(change, report.as_of)})
    if days:
        words = ", ".join(map(day, days[:_SHOWN])) + (f" and {len(days) - _SHOWN} more" if len(days) > _SHOWN else "")
        how = f": check again with `--as-of {days[0].isoformat()}`" if commands else ""
        yield f"Part of this change takes effect only later, on days that are not looked at here ({words}){how}."


def decisions(base: str, changed: Sequence[DecisionChange], *, decides: bool) -> tuple[str, ...]:
    """A sentence on each file of settings, baseline or rules that is not what it was at the base."""
    used = f"What holds at {base} was used, not this file."
    warning = used if decides else "See whether that is meant: it decides which findings count."
    return tuple(f"{_decision(base, each)} {warning}" for each in changed)


def decisions_of(report: Report) -> tuple[tuple[DecisionChange, str], ...]:
    """Each file of settings, baseline or rules that differs from the base of a comparison, with a sentence on it."""
    against = report.against
    if against is None:
        return ()
    sentences = decisions(against.base, against.decisions, decides=against.decides)
    return tuple(zip(against.decisions, sentences, strict=True))


def _decision(base: str, changed: DecisionChange) -> str:
    keys = f" ({', '.join(changed.keys)})" if changed.keys else ""
    sentences = {
        FileChange.CHANGED: f"{changed.path} differs from {base}",
        FileChange.NEW: f"{changed.path} is new since {base}",
        FileChange.GONE: f"{changed.path} was there at {base} and is gone",
    }
    return f"{sentences[changed.how]}{keys}."


def _became_proposed(change: Change) -> bool:
    """Whether a body, or a statement of one, has become only proposed."""
    before, after = change.before, change.after
    if change.noun == "status" and not change.is_element:
        return after == Status.PROPOSED.value and (before or Status.IN_PLACE.value) in _CONFIRMED
    if change.is_element and isinstance(before, dict) and isinstance(after, dict):
        return after.get("status") == Status.PROPOSED.value != before.get("status")
    return False


def _days_after(change: Change, as_of: date) -> Iterator[date]:
    """The days after the one looked at on which what the change states begins, or holds no more."""
    now: Any = change.after if isinstance(change.after, dict) else {change.path[-1]: change.after}
    before: Any = change.before if isinstance(change.before, dict) else {change.path[-1]: change.before}
    for key, when in (("from", first_day), ("until", _is_over)):
        for text in {now.get(key), before.get(key)} if now.get(key) != before.get(key) else ():
            if isinstance(text, str) and when(text) > as_of:
                yield when(text)


def _is_over(text: str) -> date:
    last = last_day(text)
    return last + timedelta(days=1) if last < date.max else last
