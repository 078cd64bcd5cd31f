"""What one body does: a sheet of one page for families, in plain words, with what nobody can say yet."""

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from govgraph.board import blocks
from govgraph.board.blocks import Block, Box, Bullets, Figure, Heading, Item, Paragraph, Picture, change_texts, one_line
from govgraph.board.content import refuse_too_long
from govgraph.board.context import Context, is_about_the_file
from govgraph.board.paper import Paper
from govgraph.board.sheet_lines import direct_lines, line_end, lines_section
from govgraph.board.sheet_members import members_section
from govgraph.board.sheet_people import contact_sentences, people_section
from govgraph.board.sheet_subject import Subject
from govgraph.board.wording import IN_PLACE, describe_source
from govgraph.findings import Aspect, Bodies, Question, counted, say
from govgraph.graph.kernels import grouped
from govgraph.language import capitalised, day, either_of, listed, number_words, plural_verb, with_the
from govgraph.model import Activity, Source, SourceRef, Status
from govgraph.render import statements
from govgraph.render.headline import what_is_open

if TYPE_CHECKING:
    from govgraph.diagram.drawing import Drawing

MOST_FACTS = 3
MOST_QUESTIONS = 5


class Sheet(Paper):
    """A sheet on what one body does, which writes itself in each format."""

    noun: ClassVar[str] = "sheet"

    def html(self) -> str:
        """One page that asks nobody for anything, with the picture only where it could be read on paper too."""
        from govgraph.board.html import render  # only where it is written

        return render(self.on_pages())


def sheet_of(context: Context, drawing: "Drawing", body: str, *, with_names: bool = False) -> Sheet:
    """The sheet on one body, with a drawing of what is around it.

    Raises InputError for more text than anybody reads.
    """
    subject = Subject(context, body, with_names)
    texts = [change_texts(block, one_line) for block in _blocks(subject)]
    name = context.names.plain(body)
    title = one_line(f"What {with_the(name)} {plural_verb('does', 2 if subject.stated.several else 1)}")
    subtitle = one_line(_subtitle(subject))
    head = ceil(len(title) / _TITLE_LETTERS) * _TITLE_MM + _lines(subtitle) * _LINE_MM
    sheet = Sheet(
        title=title,
        subtitle=subtitle,
        day=context.report.as_of,
        blocks=tuple(_with_picture(texts, drawing, subject, _PAGE_MM - head)),
        one_page=True,
    )
    refuse_too_long(sheet, context.graph.structure)
    return sheet


def _subtitle(subject: Subject) -> str:
    title = subject.graph.structure.title
    of = f": {title}" if title else ""
    return _stop(f"As at {day(subject.graph.as_of)}. “The file” is the record from which this sheet is made{of}")


def _blocks(subject: Subject) -> Iterator[Block]:
    yield from (Paragraph(str(sentence)) for sentence in what_is_open(subject.graph.structure))
    yield from _facts(subject)
    yield from _purpose(subject)
    yield from members_section(subject)
    yield from people_section(subject)
    yield from lines_section(subject)
    yield from _work(subject)
    yield from _reach(subject)
    yield from _questions(subject)
    yield from _foot(subject)


def _facts(subject: Subject) -> Iterator[Block]:
    """What is wrong about the body, with the first thing to do about each."""
    context = subject.context
    here = [finding for finding in context.report.counted if subject.body in finding.bodies]
    problems = context.problems(finding for finding in here if not is_about_the_file(finding))
    texts = [
        " ".join(filter(None, map(context.names.shown, (problem.message.first, problem.fix.first))))
        for problem in problems[:MOST_FACTS]
    ]
    rest = len(problems) - MOST_FACTS
    if rest > 0:
        texts.append(f"{capitalised(number_words(rest))} more {plural_verb('is', rest)} not listed here.")
    accepted = context.problems(finding for finding in context.report.waived if subject.body in finding.bodies)
    if accepted:
        problems_accepted = counted(len(accepted), "problem")
        texts.append(say("{problems} [was|were] accepted, and [is|are] not listed.", problems=problems_accepted))
    if texts:
        yield Box("What is wrong", tuple(texts))


def _purpose(subject: Subject) -> Iterator[Block]:
    stated, noun = subject.stated, subject.capitalised_noun
    yield Heading(1, f"What {subject.noun} is for")
    sentences = [_stop(stated.purpose) if stated.purpose else f"The file does not say what {subject.noun} is for."]
    if subject.status is not Status.IN_PLACE:
        rest = "" if subject.status in IN_PLACE else " It is not in place yet."
        sentences.append(f"{noun} is {subject.status.words}.{rest}")
    yield Paragraph(" ".join(sentences))


def _work(subject: Subject) -> Iterator[Block]:
    """What it decides, what it deals with, how often it meets."""
    stated = subject.stated
    yield Heading(1, f"What {subject.noun} decides and deals with")
    yield Paragraph(" ".join([*_decisions(subject), *_matters(subject)]))
    yield Heading(1, f"When {subject.noun} meets")
    meets = _stop(f"How often {subject.noun} meets: {stated.meets}") if stated.meets else ""
    sentences = [meets or f"The file does not say how often {subject.noun} meets."]
    sentences += [_stop(f"Needed for a decision (the quorum): {stated.quorum}")] if stated.quorum else []
    yield Paragraph(" ".join(sentences))


def _stop(text: str) -> str:
    """The text with a full stop, if it ends with none."""
    return text if text.rstrip().endswith((".", "!", "?")) else f"{text}."


def _decisions(subject: Subject) -> Iterator[str]:
    does = [_DOES.get(activity, activity.words) for activity in subject.stated.does]
    if does:
        yield f"{subject.capitalised_noun} {listed(does)}."
    if subject.stated.decisions:
        yield _stop(f"What {subject.noun} decides: {'; '.join(subject.stated.decisions)}")


_DOES = {
    Activity.DECIDES: "makes decisions",
    Activity.SCRUTINISES: "scrutinises others",
    Activity.MONITORS: "monitors progress",
    Activity.COMMISSIONS: "commissions services",
    Activity.DELIVERS: "carries out work",
    Activity.ADVISES: "gives advice",
}
"""What a body does, with its object, as a person says it."""


def _matters(subject: Subject) -> Iterator[str]:
    """What it deals with; what the file does not say of that and of its decisions."""
    graph, noun = subject.graph, subject.capitalised_noun
    covers = [matter.words for matter in subject.stated.covers]
    if covers:
        yield f"{noun} deals with {listed(covers)}."
    themes = {
        words: [
            f"“{graph.structure.themes[theme].name}”"
            for theme in graph.themes
            if subject.body in graph.duties.bodies(key, theme)
        ]
        for key, words in (("responsible_for", "is responsible for"), ("monitors", "monitors"))
    }
    for words, names in themes.items():
        if names:
            yield f"{noun} {words} {listed(names)}."
    may_decide = not subject.stated.does or Activity.DECIDES in subject.stated.does
    open_now = ["decides"] if may_decide and not subject.stated.decisions else []
    open_now += [] if covers or any(themes.values()) else ["deals with"]
    if open_now:
        yield f"The file does not say what {subject.noun} {either_of(open_now)}."


def _reach(subject: Subject) -> Iterator[Block]:
    """Its contacts, and where to read of it; else whom to ask."""
    yield Heading(1, f"How to reach {subject.noun}")
    sentences = list(contact_sentences(subject))
    source = _source(subject, subject.graph.source_of(subject.body))
    if subject.stated.terms:
        sentences.append(f"Its terms of reference are here: {statements.short_address(subject.stated.terms)}")
    elif source is not None and source.address:
        sentences.append(f"You can read about {subject.noun} here: {statements.short_address(source.address)}")
    if not any(True for _ in contact_sentences(subject)):
        sentences.insert(0, f"The file does not say how to reach {subject.noun}.{_whom_to_ask(subject, source)}")
    yield Paragraph(" ".join(sentences))


def _whom_to_ask(subject: Subject, source: Source | None) -> str:
    steps = direct_lines(subject, subject.body)
    if steps and steps[0].relation != "accountable_to":
        return f" Ask {line_end(subject, steps[0])}."
    return f" Ask {source.publisher}." if source is not None and source.publisher else ""


def _questions(subject: Subject) -> Iterator[Block]:
    """What the file leaves open of this body, by who may know."""
    asked = [question for question in subject.context.questions if _is_about(subject, question)]
    if not asked:
        return
    yield Heading(1, "What the file does not say")
    by_who = grouped((_who_knows(subject, each), _question(subject, each)) for each in asked[:MOST_QUESTIONS])
    yield Bullets(tuple(Item(" ".join(texts), f"{who}:") for who, texts in by_who.items()))
    rest = len(asked) - MOST_QUESTIONS
    if rest > 0:
        yield Paragraph(
            f"There {plural_verb('is', rest)} {number_words(rest)} more question{'' if rest == 1 else 's'}."
        )


def _is_about(subject: Subject, question: Question) -> bool:
    """Whether a question is about this body, and the sheet does not give what the file says of it in its own words."""
    if question.aspect is Aspect.OTHER:
        return any(subject.body in finding.bodies for finding in question.settles)
    wording = question.aspect.wording
    is_about = isinstance(question.about, Bodies) and subject.body in question.about.ids
    in_words = any(isinstance(getattr(subject.stated, field, None), str) for field in wording.fields)
    return is_about and "{about}" in wording.question and not in_words


def _question(subject: Subject, question: Question) -> str:
    if question.aspect is Aspect.OTHER:
        return subject.context.names.shown(question.message)
    return say(question.aspect.wording.question, about=subject.noun)


def _who_knows(subject: Subject, question: Question) -> str:
    """Whom to ask: `Ask the secretary or clerk of the board`."""
    who = question.aspect.wording.who_knows
    return f"Ask {who[0].lower()}{who[1:]}".replace("the body", subject.noun)


def _foot(subject: Subject) -> Iterator[Block]:
    """From what all this is taken, and with what it is made."""
    graph = subject.graph
    steps = [presence.step for presence in graph.voice.presences_on(subject.body)]
    steps += [*direct_lines(subject, subject.body), *subject.trace.oversight]
    references = [graph.source_of(subject.body), *(step.source for step in steps)]
    sources = [source for reference in references if (source := _source(subject, reference)) is not None]
    names = dict.fromkeys(map(describe_source, sources))
    yield Heading(1, "Where this comes from")
    listed_sources = f"{'; '.join(names)}." if names else "The file names no source."
    yield Paragraph(f"{listed_sources} Anything missing from the file was not considered. Made with govgraph.")


def _source(subject: Subject, reference: SourceRef | None) -> Source | None:
    return None if reference is None else subject.graph.structure.sources[reference.id]


_LETTERS = 104
"""So many letters go on a line of a sheet, at least."""
_LINE_MM = 4.1
_HEADING_MM = 7.2
_TITLE_LETTERS, _TITLE_MM = 48, 8.0
_PAGE_MM = 254.0
"""The height of a page between its margins, without the caption of a picture."""
_LEAST_MM = 30.0
"""A picture with less height than this is left out."""
_MOST_MM = 110.0


def _with_picture(texts: list[Block], drawing: "Drawing", subject: Subject, page: float) -> Iterator[Block]:
    """The blocks, with the picture before the foot where the text leaves room for it on what is left of a page."""
    room = min(page - sum(map(_height, texts)), _MOST_MM)
    figure = Figure(
        f"{capitalised(with_the(subject.context.names.plain(subject.body)))} and what is one step away from it.",
        Picture(drawing, bare=True),
        room=(blocks.PORTRAIT[0], room),
    )
    yield from texts[:-2]
    if room >= _LEAST_MM:
        yield change_texts(figure, one_line)
    yield from texts[-2:]


def _height(block: Block) -> float:
    """About how high a block is, in mm: never less than it is."""
    match block:
        case Heading():
            return _HEADING_MM
        case Box():
            return 14 + sum(map(_lines, block.texts)) * _LINE_MM + 2 * len(block.texts)
        case Paragraph():
            return _lines(f"{block.lead} {block.text}") * _LINE_MM + 1.2
        case Bullets():
            return sum(_lines(f"{item.lead} {item.text}") for item in block.items) * _LINE_MM + 1
        case _:
            return 0.0


def _lines(text: str) -> int:
    return ceil(len(text) / _LETTERS)
