"""To whom a body answers, up to the top, and who scrutinises it, in a few sentences."""

from collections.abc import Iterator, Sequence

from govgraph.board.blocks import Block, Heading, Paragraph
from govgraph.board.sheet_subject import Subject
from govgraph.graph import Step
from govgraph.graph.kernels import grouped
from govgraph.language import capitalised, listed, plural_verb
from govgraph.model import relation_keys

_MOST_LINES = 6
"""So many sentences follow the lines of a body upward; one more says that there are more."""
_ALSO = ("escalates_to", "feeds_into", "advises")
"""Relations that are no lines, and that show where the work of a body goes."""


def lines_section(subject: Subject) -> Iterator[Block]:
    """Its lines, its scrutiny, and where else its work goes."""
    yield Heading(1, f"Who {subject.noun} answers to")
    yield Paragraph(" ".join([*_own_lines(subject), *_above(subject)]))
    yield Paragraph(" ".join([*_scrutiny(subject), *_also(subject)]))


def direct_lines(subject: Subject, body: str) -> list[Step]:
    """The lines of a body: those to other bodies, then those that leave the structure."""
    lines = subject.graph.accountability
    return [*lines.steps_from(body), *(leaving.step for leaving in lines.exits_from(body))]


def line_end(subject: Subject, step: Step) -> str:
    """Whom a line leads to: a body, or whoever is outside the structure, in the words of the file."""
    return step.end if step.relation == "accountable_to" else subject.name(step.end, step.status)


def _own_lines(subject: Subject) -> Iterator[str]:
    steps = direct_lines(subject, subject.body)
    if not steps:
        yield _stop(subject, subject.body)
        return
    by_relation = grouped((step.relation, line_end(subject, step)) for step in steps)
    clauses = [f"{_words(relation)} {listed(ends)}" for relation, ends in by_relation.items()]
    yield f"{subject.capitalised_noun} {listed(clauses)}."
    if len(steps) > 1:
        yield _which_leads(subject, steps)


def _words(relation: str) -> str:
    known = relation_keys()
    return known[relation].words if relation in known else "is accountable to"


def _which_leads(subject: Subject, steps: Sequence[Step]) -> str:
    leading = [line_end(subject, step) for step in steps if step.how == "final say"]
    if leading:
        return f"{capitalised(listed(leading))} {plural_verb('has', len(leading))} the final say."
    if any(step.how == "jointly" for step in steps):
        return f"{subject.capitalised_noun} answers to them jointly."
    return "The file does not say which of them has the final say."


def _stop(subject: Subject, body: str) -> str:
    """That a line ends at a body: by what the file says, or because it says no more."""
    name = subject.noun if body == subject.body else subject.name(body)
    if subject.graph.lines_are_complete(body):
        several = body != subject.body and subject.graph.body(body).several
        return (
            f"{capitalised(name)} {plural_verb('answers', 2 if several else 1)} to nobody: the file lists every line."
        )
    return f"The file does not say who {name} answers to."


def _above(subject: Subject) -> Iterator[str]:
    """The lines above its own, each followed as far as it goes without a fork."""
    seen = {subject.body}
    waiting = [step.end for step in direct_lines(subject, subject.body) if step.relation != "accountable_to"]
    sentences: list[str] = []
    while waiting:
        start = waiting.pop(0)
        if start not in seen:
            sentences += _follow(subject, start, seen, waiting)
    yield from sentences[:_MOST_LINES]
    if len(sentences) > _MOST_LINES:
        yield "Further up there are more lines, which this sheet has no room for."


def _follow(subject: Subject, start: str, seen: set[str], waiting: list[str]) -> Iterator[str]:
    """One line from a body up to its end, or to where it forks: what is above a fork waits."""
    names, body = [], start
    while True:
        seen.add(body)
        steps = direct_lines(subject, body)
        if len(steps) != 1:
            break
        names.append(line_end(subject, steps[0]))
        if steps[0].relation == "accountable_to" or steps[0].end in seen:
            break
        body = steps[0].end
    if names:
        answers = plural_verb("answers", 2 if subject.graph.body(start).several else 1)
        yield f"{capitalised(subject.name(start))} {answers} to {', which answers to '.join(names)}."
    if not steps:
        yield _stop(subject, body)
    elif len(steps) > 1:
        answers = plural_verb("answers", 2 if subject.graph.body(body).several else 1)
        yield f"{capitalised(subject.name(body))} {answers} to {listed([line_end(subject, step) for step in steps])}."
        waiting += [step.end for step in steps if step.relation != "accountable_to"]
    elif steps[0].relation != "accountable_to" and any(steps[0].end in ring for ring in subject.trace.rings):
        yield "There the line turns back on itself, so nobody is at the top."


def _scrutiny(subject: Subject) -> Iterator[str]:
    by_relation = grouped((step.relation, line_end(subject, step)) for step in subject.trace.oversight)
    for relation, ends in by_relation.items():
        yield f"{subject.capitalised_noun} {_words(relation)} {listed(ends)}."
    if "scrutinised_by" not in by_relation:
        if subject.graph.lines_are_complete(subject.body):
            yield f"Nobody scrutinises {subject.noun}: the file lists every line."
        else:
            yield f"The file does not say who scrutinises {subject.noun}."


def _also(subject: Subject) -> Iterator[str]:
    """Where else its work goes."""
    ties = [tie for tie in subject.graph.ties_of(subject.body) if tie.body == subject.body and tie.relation in _ALSO]
    for relation, ends in grouped((tie.relation, subject.name(tie.to, tie.status)) for tie in ties).items():
        words = "takes what it cannot settle to" if relation == "escalates_to" else _words(relation)
        yield f"{subject.capitalised_noun} {words} {listed(ends)}."
