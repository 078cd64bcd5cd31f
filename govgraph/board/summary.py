"""How a paper begins: its title block, what matters most, what that does not cover, what changes."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from govgraph.board.blocks import Block, Bullets, Heading, Item, Paragraph, Table
from govgraph.board.context import Context
from govgraph.board.wording import IN_PLACE
from govgraph.findings import AsOf, FindingStatus, GoneReason, counted, say
from govgraph.language import capitalised, day, either_of, listed, number_words, plural, plural_verb
from govgraph.model import Status, SuccessorBy
from govgraph.render import changes, statements, verdict
from govgraph.render.headline import headline

_BLANK = "……"


@dataclass(frozen=True, kw_only=True)
class TitleBlock:
    """What the head of a paper says; what is empty is left blank, to be filled in.

    Args:
        board: which board meets.
        meeting: which of its meetings.
        date: when.
        author: who presents the paper.

    """

    board: str = ""
    meeting: str = ""
    date: str = ""
    author: str = ""


def subtitle(context: Context) -> str:
    """The day and the view that were looked at, and what the structure is compared with."""
    report = context.report
    against = report.against
    today = ", the day on which this paper was made" if report.as_of_is is AsOf.TODAY else ""
    text = f"As at {day(report.as_of)}{today}: {statements.VIEWS[report.view]}."
    if against is None or against.structure is None:
        return text
    when = f", as at {day(against.as_of)}" if against.as_of else ""
    earlier = statements.title(against.structure)
    named = earlier if earlier != statements.title(report.structure) else "the structure before"
    return f"{text} Compared with {named}{when}."


def title_block(context: Context, given: TitleBlock) -> Table:
    """Board, meeting, date, author and purpose."""
    purpose = "To decide" if context.facts else "To note"
    cells = [text.strip() or _BLANK for text in (given.board, given.meeting, given.date, given.author)]
    return Table(
        "About this paper", ("Board", "Meeting", "Date", "Author", "Purpose"), ((*cells, purpose),), plain=True
    )


def summary(context: Context) -> Iterator[Block]:
    """What matters most, and how far that holds."""
    yield Heading(1, "Summary")
    yield Paragraph(context.names.shown(headline(context.on_the_structure)))
    limits = [_only_proposed(context), *_left_out(context), *_not_counted(context)]
    if any(limits):
        yield Paragraph(" ".join(filter(None, limits)))


def _only_proposed(context: Context) -> str:
    """How much of the picture is not in place yet."""
    graph = context.graph
    bodies = [graph.status(body) for body in graph.bodies]
    seats = [seat.status for body in graph.bodies for seat in graph.voice.membership(body).seats]
    relations = [tie.status for tie in graph.ties]
    kinds = (("body", "bodies", bodies), ("seat", "seats", seats), ("relation", "relations", relations))
    waiting = Counter(status for status in (*bodies, *seats, *relations) if status not in IN_PLACE)
    clauses = []
    for singular, several, statuses in kinds:
        number = sum(status not in IN_PLACE for status in statuses)
        clauses += [f"{number_words(number)} of {plural(len(statuses), singular, several)}"] if number else []
    if not clauses:
        return ""
    verb = plural_verb("is", waiting.total())
    how = either_of([status.words for status in (Status.PROPOSED, Status.AGREED) if status in waiting])
    return f"{capitalised(listed(clauses))} {verb} only {how}, and may still change."


def _left_out(context: Context) -> Iterator[str]:
    """What was not looked at."""
    report, choices = context.report, context.choices
    if not context.graph.structure.constituencies:
        yield "The file names no group of people who should be heard, so this paper does not say who is heard."
    if choices.rules:
        checks = counted(len(choices.rules), "check")
        yield say("{checks} [was|were] left out by choice; the annex names [it|them].", checks=checks)
    if choices.people:
        yield f"By choice, this paper leaves out {listed(choices.people)}."
    against = report.against
    if against is not None and against.structure is None:
        yield (
            "There was no earlier structure to compare with, so everything in this one counts as new, and this paper "
            "does not say what was lost."
        )


_NOT_COUNTED = {
    "waived": "{problems} [was|were] accepted and [is|are] not counted here: the annex says by whom and why.",
    "kept": "{problems} [was|were] there before the change and [remains|remain]: see the annex.",
    "known": "{problems} [was|were] already known and [remains|remain]: see the annex.",
    "file": "{problems} [is|are] about the file itself, and not about the structure: see the annex.",
}


def _not_counted(context: Context) -> Iterator[str]:
    """Problems that are there, and that the board is asked nothing about here."""
    problems_by_reason = {
        "waived": context.problems(context.report.waived),
        "kept": context.problems(context.report.with_status(FindingStatus.KEPT)),
        "known": context.problems(context.report.with_status(FindingStatus.BASELINE)),
        "file": context.facts_on_the_file,
    }
    for which, problems in problems_by_reason.items():
        if problems:
            yield say(_NOT_COUNTED[which], problems=counted(len(problems), "problem"))


_HEIRS = {
    SuccessorBy.REPLACES: "{old} is replaced by {new}, as the file states.",
    SuccessorBy.SAME_NAME: "{old} is taken to be the same body before and after, because its name is the same.",
    SuccessorBy.SIMILAR_NAME: "{old} may have been renamed to {new}, because the names are alike. This paper takes "
    "{old} as gone and {new} as new.",
}
_NOUNS = {
    "heading": "statement about the whole",
    "headings": "statements about the whole",
    "duty": "responsibility for a theme",
    "duties": "responsibilities for themes",
    "constituency": "group of people",
    "constituencies": "groups of people",
}
_NOUN = re.compile(rf"\b(?:{'|'.join(_NOUNS)})\b")


def what_changes(context: Context) -> Iterator[Block]:
    """The change in short, where there was something to compare with."""
    report = context.report
    against = report.against
    if against is None or against.structure is None:
        return
    yield Heading(1, "What changes")
    sentences = [_NOUN.sub(lambda match: _NOUNS[match.group()], changes.changes_summary(report))]
    sentences += ["The annex lists the changes."] if changes.change_rows(report) else []
    gone = context.problems(against.gone_for(GoneReason.NO_LONGER_FOUND))
    if gone:
        sentences.append(
            say("{problems} [is|are] no longer found: see the annex.", problems=counted(len(gone), "problem"))
        )
    yield Paragraph(" ".join((*sentences, *verdict.caveats(report, commands=False))))
    if against.heirs:
        named = [(heir.by, report.name_before(heir.before), report.name(heir.after)) for heir in against.heirs]
        yield Bullets(tuple(Item(_HEIRS[by].format(old=old, new=new)) for by, old, new in named))
