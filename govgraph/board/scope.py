"""What a paper looked at: which structure, on which day, how much of it, taken from what, and what somebody chose."""

from collections.abc import Iterator
from dataclasses import dataclass

from govgraph import language
from govgraph.board.blocks import Block, Heading, Paragraph
from govgraph.board.wording import plain_words
from govgraph.engine import Rule, Run, Subject, left_out
from govgraph.findings import AsOf, Report, Severity
from govgraph.graph import GovernanceGraph
from govgraph.language import listed
from govgraph.model import Source
from govgraph.model.faults import count_faults
from govgraph.policy import Settings, options_for
from govgraph.render import statements, verdict


@dataclass(frozen=True)
class Choices:
    """The choices behind a report.

    Args:
        rules: the rules that were left out, of those that could have been asked.
        people: names of the groups of people that were not asked about.
        weights: the rules that weigh otherwise than they come, each with the weight that was chosen.

    """

    rules: tuple[Rule, ...] = ()
    people: tuple[str, ...] = ()
    weights: tuple[tuple[Rule, Severity], ...] = ()

    @property
    def leaves_out(self) -> bool:
        """Whether anything was not asked, by choice."""
        return bool(self.rules or self.people)


def choices_of(report: Run, graph: GovernanceGraph, settings: Settings) -> Choices:
    """The choices behind one report, as its settings make them."""
    subjects = {Subject.GRAPH}
    if report.against is not None and report.against.structure is not None:
        subjects.add(Subject.CHANGE)
    if settings.waivers:
        subjects.add(Subject.LEDGER)
    rules = left_out(report.rules, subjects, settings.select, settings.ignore, options_for(settings, graph.structure))
    people = graph.structure.constituencies
    weights = ((rule, settings.severity.get(rule.code, rule.severity)) for rule in report.rules)
    return Choices(
        tuple(rules),
        tuple(sorted(people[key].name for key in set(people) - set(graph.constituencies))),
        tuple((rule, weight) for rule, weight in weights if weight is not rule.severity),
    )


_CHOSEN = {
    AsOf.ASKED: "the day that was asked for",
    AsOf.FILE: "the day that its file states",
    AsOf.TODAY: "the day on which this paper was made, because its file states none",
}
_MOST_SOURCES = 5


def scope_section(report: Report, choices: Choices) -> Iterator[Block]:
    """The section on what was looked at, by whose choice."""
    yield Heading(1, "What was looked at")
    ties = language.plural(report.relations, "tie") if report.relations else "no tie"
    seats = language.plural(report.seats, "stated seat") if report.seats else "no stated seat"
    size = f"{language.plural(report.bodies, 'body', 'bodies')}, {ties} between them and {seats}"
    yield Paragraph(
        f"{statements.title(report.structure)}, as of {language.day(report.as_of)} ({_CHOSEN[report.as_of_is]}). "
        f"This paper looks at {statements.VIEWS[report.view]}: {size}."
    )
    yield Paragraph(
        "It was made from a file in which somebody has set down what the sources say. Where the file says nothing, "
        "this paper says “not stated”: silence is taken neither for a yes nor for a no."
    )
    yield Paragraph(_sources(report))
    notices = count_faults(report.structure.notices)
    if notices:
        things = language.plural(notices, "thing")
        yield Paragraph(f"The appendix tells {things} that the reader of the file left out, or took in one way.")
    yield from map(Paragraph, filter(None, (_compared(report), verdict.only_for(report), _settings(report, choices))))


def _sources(report: Report) -> str:
    sources = list(report.structure.sources.values())
    if not sources:
        return "No source is given for any of it."
    named = listed([describe_source(source) for source in sources], most=_MOST_SOURCES)
    return f"{'Source' if len(sources) == 1 else 'Sources'}: {named}. The appendix has the whole list."


def describe_source(source: Source) -> str:
    """A source with its publisher and its date, as exactly as that is stated."""
    details = ", ".join(filter(None, (source.publisher, language.partial_date(source.date or ""))))
    return f"{source.title} ({details})" if details else source.title


def _compared(report: Report) -> str:
    against = report.against
    if against is None:
        return ""
    if against.structure is None:
        return (
            "There was nothing to compare with: what was named as the structure before does not hold this one. So "
            "everything in it counts as new, and of what was lost nothing can be said."
        )
    when = f", as of {language.day(against.as_of)}" if against.as_of else ""
    return f"It is compared with the structure before: {statements.title(against.structure)}{when}."


def _settings(report: Report, choices: Choices) -> str:
    sentences = []
    if choices.rules:
        rules_were = language.plural(len(choices.rules), "rule was", "rules were")
        sentences.append(f"{rules_were} left out by choice; the appendix names them.")
    for rule, own in choices.weights:
        weight, usual = map(language.with_article, (own.value, rule.severity.value))
        weighs = f"{weight}, and not as {usual} as the rules come"
        sentences.append(f"By choice this counts as {weighs}: {plain_words(report, rule.summary)}")
    if report.fail_on is not Severity.ERROR:
        weight = f"every {report.fail_on.value} and whatever is heavier" if report.fail_on else "no finding"
        sentences.append(f"By choice, {weight} counts as a failure.")
    return " ".join(sentences)
