"""What a paper looked at: which structure, on which day, how much of it, taken from what."""

from collections.abc import Iterator

from govgraph import words
from govgraph.findings import AsOf, Report, Severity
from govgraph.model import Source, first_day
from govgraph.model.faults import number_of_faults
from govgraph.paper.blocks import Block, Heading, Paragraph
from govgraph.paper.chosen import Chosen
from govgraph.words.plain import in_a_row, plainly

_CHOSEN = {
    AsOf.ASKED: "the day that was asked for",
    AsOf.FILE: "the day that its file states",
    AsOf.TODAY: "the day on which this paper was made, because its file states none",
}
_MOST_SOURCES = 5


def looked_at(report: Report, chosen: Chosen) -> Iterator[Block]:
    """The first section."""
    yield Heading(1, "What was looked at")
    ties = words.many(report.relations, "tie") if report.relations else "no tie"
    seats = words.many(report.seats, "stated seat") if report.seats else "no stated seat"
    size = f"{words.many(report.bodies, 'body', 'bodies')}, {ties} between them and {seats}"
    yield Paragraph(
        f"{words.title(report.structure)}, as of {words.day(report.as_of)} ({_CHOSEN[report.as_of_is]}). This paper "
        f"looks at {words.VIEWS[report.view]}: {size}."
    )
    yield Paragraph(
        "It was made from a file in which somebody has set down what the sources say. Where the file says nothing, "
        "this paper says “not stated”: silence is taken neither for a yes nor for a no."
    )
    yield Paragraph(_sources(report))
    read_so = number_of_faults(report.structure.notices)
    how = f"The appendix tells {words.many(read_so, 'thing')} that the reader of the file left out, or took in one way."
    for told in filter(
        None, (how if read_so else "", _compared(report), words.only_for(report), _settings(report, chosen))
    ):
        yield Paragraph(told)


def _sources(report: Report) -> str:
    sources = list(report.structure.sources.values())
    if not sources:
        return "No source is given for any of it."
    named = in_a_row([described(one) for one in sources], most=_MOST_SOURCES)
    return f"{'Source' if len(sources) == 1 else 'Sources'}: {named}. The appendix has the whole list."


def described(source: Source) -> str:
    """A source with its publisher and its date, as exactly as that is stated."""
    beside = ", ".join(filter(None, (source.publisher, _date(source))))
    return f"{source.title} ({beside})" if beside else source.title


def _date(source: Source) -> str:
    if source.date is None or source.date.count("-") == 0:
        return source.date or ""
    day = first_day(source.date)
    return words.day(day) if source.date.count("-") > 1 else f"{day:%B %Y}"


def _compared(report: Report) -> str:
    against = report.against
    if against is None:
        return ""
    if against.structure is None:
        return (
            "There was nothing to compare with: what was named as the structure before does not hold this one. So "
            "everything in it counts as new, and of what was lost nothing can be said."
        )
    when = f", as of {words.day(against.as_of)}" if against.as_of else ""
    return f"It is compared with the structure before: {words.title(against.structure)}{when}."


def _settings(report: Report, chosen: Chosen) -> str:
    told = []
    if chosen.rules:
        many = len(chosen.rules)
        were = "was" if many == 1 else "were"
        told.append(f"{words.many(many, 'rule')} {were} left out by choice; the appendix names them.")
    for rule, own in chosen.weights:
        weighs = f"{_a(own)}, and not as {_a(rule.severity)} as the rules come"
        told.append(f"By choice this counts as {weighs}: {plainly(report, rule.summary)}")
    if report.fail_on is not Severity.ERROR:
        weight = f"every {report.fail_on.value} and whatever is heavier" if report.fail_on else "no finding"
        told.append(f"By choice, {weight} counts as a failure.")
    return " ".join(told)


def _a(weight: Severity) -> str:
    return f"{'an' if weight is Severity.ERROR else 'a'} {weight.value}"
