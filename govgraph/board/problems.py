"""What is wrong, what the board is asked to decide, what nobody can say yet, and from where all this is taken."""

from collections.abc import Iterator, Sequence

from govgraph.board.blocks import Block, Bullets, Heading, Item, Paragraph, table
from govgraph.board.context import Context
from govgraph.board.wording import describe_source
from govgraph.findings import Aspect, Bodies, People, Question, Themes, say
from govgraph.findings import Item as Problem
from govgraph.findings.message import Count, Names
from govgraph.graph.kernels import grouped
from govgraph.language import LISTED, listed, number_words
from govgraph.render import statements, verdict

MOST_FACTS = 20
"""So many problems are described; the full annex has them all."""
_MOST_LINES = 3
"""So many lines of evidence stand under a problem."""
MOST_REQUESTS = 7
MOST_SOURCES = 6
_NAMED = 2
"""So many bodies a request names in a question; of more it gives the number, and the table of questions their names."""
_CLAUSES = 3
"""So many questions a request puts into words."""
_ASKED = "The board is asked to"


def facts_section(context: Context) -> Iterator[Block]:
    """Each problem: what is wrong, how we know, on what it is based."""
    if not context.facts:
        return
    yield Heading(1, verdict.facts_title(context.report))
    for number, problem in enumerate(context.facts[:MOST_FACTS], 1):
        yield from _fact(context, problem, number)
    rest = len(context.facts) - MOST_FACTS
    if rest > 0:
        yield Paragraph(
            f"There are {number_words(rest)} more, of no more weight than these. A full annex has them all."
        )


def _fact(context: Context, problem: Problem, number: int) -> Iterator[Block]:
    yield Paragraph(context.names.shown(problem.message), lead=f"{number}.")
    evidence = _evidence(context, problem)
    if evidence:
        yield Paragraph(evidence, lead="How we know:", inside=True)
    authority = problem.first.authority
    if authority is not None:
        yield Paragraph(f"{authority}, {statements.short_address(authority.address)}.", lead="Based on:", inside=True)


def _evidence(context: Context, problem: Problem) -> str:
    """The evidence in short."""
    lines = statements.evidence_lines(context.report, problem.witness) or _own_sources(context, problem)
    is_cut = len(lines) - _MOST_LINES + problem.unlisted_steps > 0
    note = ["There is more evidence, which a full annex gives."] if is_cut else []
    return " ".join([*(f"{line}." for line in lines[:_MOST_LINES]), *note])


def _own_sources(context: Context, problem: Problem) -> list[str]:
    """The sources of the bodies themselves: where what is wrong is a date of theirs, there are no steps to it."""
    structure = context.graph.structure
    stated = [structure.bodies[body].source or structure.source for body in problem.bodies if body in structure.bodies]
    return list(dict.fromkeys(statements.source(structure, source) for source in stated if source is not None))


def requests(context: Context) -> tuple[str, ...]:
    """What the board is asked, each for itself: what problems call for, then that questions be answered.

    Where more are asked than a board takes in, the questions make one request.
    """
    asked = tuple(dict.fromkeys(_request(context, problem) for problem in context.facts))
    numbered = list(enumerate(context.questions, 1))
    by_who = grouped((pair[1].aspect.wording.who_knows, pair) for pair in numbered)
    groups = [_answers(context, f"by {_people(who, pairs)}", pairs) for who, pairs in by_who.items()]
    if groups and len(asked) + len(groups) > MOST_REQUESTS:
        groups = [_answers(context, "by those who may know", numbered)]
    shown = asked[: MOST_REQUESTS - len(groups)]
    return (*shown, *groups, *asked[len(shown) :])


def _request(context: Context, problem: Problem) -> str:
    """What a problem calls for, as a request: `The board is asked to ask the Schools Forum for a seat ...`."""
    text = context.names.shown(problem.fix)
    first = text.split(" ", 1)[0]
    names = (*map(context.report.name, problem.bodies), *map(context.report.constituency_name, problem.constituencies))
    is_order = first.isalpha() and first[1:].islower() and first not in _NO_ORDER and not text.startswith(names)
    return f"{_ASKED} {first.lower()}{text[len(first) :]}" if is_order else f"{_ASKED} act on this: {text}"


_NO_ORDER = ("If", "Where", "Unless", "When", "The", "A", "An", "Nobody", "Somebody", "No", "There", "It", "This")
"""Words with which no order begins."""


def _people(who_knows: str, numbered: Sequence[tuple[int, Question]]) -> str:
    """Who may know, in the middle of a sentence: `the secretary or clerk of each body`."""
    about = {key for _, question in numbered for key in question.about.ids}
    text = f"{who_knows[0].lower()}{who_knows[1:]}"
    return text if len(about) == 1 else text.replace(" of the body", " of each body")


def _answers(context: Context, by_whom: str, numbered: Sequence[tuple[int, Question]]) -> str:
    """A request for answers, with the first questions in words."""
    clauses = [
        say(question.aspect.wording.clause, about=_short(question.about))
        for _, question in numbered
        if question.aspect is not Aspect.OTHER
    ]
    texts = [f"{text[0].lower()}{text[1:]}" for clause in clauses if (text := context.names.shown(clause))]
    which = f"question{'' if len(numbered) == 1 else 's'} {_runs([number for number, _ in numbered])}"
    what = f"{': ' if len(texts) == len(numbered) <= _CLAUSES else ', above all '}{listed(texts[:_CLAUSES])}"
    return f"{_ASKED} have {which} answered {by_whom}{what if texts else ''}."


def _short(about: Names) -> Names | Count:
    """Up to two by name; of more how many."""
    if len(about.names) <= _NAMED:
        return about
    return Count(f"{number_words(about.count)} {_noun(about, several=True)}", about.count)


def _noun(about: Names, *, several: bool) -> str:
    match about:
        case Themes():
            return "themes" if several else "theme"
        case People():
            return "groups of people" if several else "group of people"
        case _:
            return "bodies" if several else "body"


def _runs(numbers: Sequence[int]) -> str:
    """`1 to 3 and 7`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = []
    for run in runs:
        words += [f"{run[0]} to {run[-1]}"] if len(run) > _NAMED else list(map(str, run))
    return listed(words)


def requests_section(context: Context) -> Iterator[Block]:
    """What the board is asked: seven requests at most, and how many more the annex has."""
    asked = requests(context)
    if not asked:
        return
    yield Heading(1, "What the board is asked to decide" if context.facts else "What the board is asked to do")
    yield Bullets(tuple(map(Item, asked[:MOST_REQUESTS])), start=1)
    rest = len(asked) - MOST_REQUESTS
    if rest > 0:
        yield Paragraph(f"The annex has {number_words(rest)} more request{'' if rest == 1 else 's'}.")


def questions_section(context: Context) -> Iterator[Block]:
    """One table of all that the file leaves open."""
    questions = context.questions
    if not questions:
        return
    yield Heading(1, "What the file does not say")
    rows = [
        (f"{number}", _about(context, question), _question(context, question), question.aspect.wording.who_knows)
        for number, question in enumerate(questions, 1)
    ]
    header = ("No.", "About", "Question", "Who may know")
    yield table("Questions that the file does not answer", header, rows, "questions", plain=True)


def _about(context: Context, question: Question) -> str:
    about = question.about
    if question.aspect is Aspect.OTHER:
        ids = tuple(dict.fromkeys(body for finding in question.settles for body in finding.bodies))
        about = Bodies.of(context.report.structure, ids)
    names = list(map(context.names.plain, about.ids) if isinstance(about, Bodies) else about.names)
    rest = [f"and {about.count - LISTED:,} more"] if about.count > LISTED else []
    return "; ".join([*names[:LISTED], *rest])


def _question(context: Context, question: Question) -> str:
    """The question, with `these bodies` in place of their names."""
    about = question.about
    if question.aspect is Aspect.OTHER:
        return context.names.shown(question.message)
    several = about.several and not (isinstance(about, People) and about.count == 1)
    words = f"{'these' if several else 'this'} {_noun(about, several=several)}"
    return say(question.aspect.wording.question, about=Count(words, 2 if several else 1))


def sources_section(context: Context) -> Iterator[Block]:
    """From what all this is taken."""
    sources = list(context.graph.structure.sources.values())
    yield Heading(1, "Sources")
    if not sources:
        yield Paragraph("The file behind this paper names no source.")
        return
    yield Paragraph("This paper is made from a file that records what these sources say.")
    yield Bullets(
        tuple(
            Item(", ".join(filter(None, (describe_source(source), statements.short_address(source.address or "")))))
            for source in sources[:MOST_SOURCES]
        )
    )
    if len(sources) > MOST_SOURCES:
        rest = len(sources) - MOST_SOURCES
        yield Paragraph(f"The annex lists {number_words(rest)} more.")
