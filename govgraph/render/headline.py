"""What matters most, in three sentences at most: people first, then accountability, then the rest."""

from collections.abc import Sequence
from dataclasses import replace

from govgraph.engine import family_of
from govgraph.findings import Finding, Item, Message, Question, Report, Severity, say
from govgraph.findings.message import Names, Part, joined
from govgraph.language import number_words

_SENTENCES = 3
_NAMES = 7
"""How many bodies a sentence of the headline names; the count before them is exact."""
_ACCOUNTABILITY = ("ACC", "OVR", "CHG")
_HEARD = ("members", "remit")
"""The aspects that leave open whether people are heard."""


def headline(report: Report) -> Message:
    """Who is not heard where, and what is wrong else, by name; where nothing is, that, and what nobody can say."""
    facts = report.facts
    people = _on_people(facts)
    chosen = [*people, *_on_bodies(facts, besides=people)][:_SENTENCES]
    shown = [item.message.first for item in chosen] or [_nothing(report)]
    if not people:
        unheard = _who_may_be_unheard(report)
        shown = [*unheard, *shown] if facts else [*shown, *unheard]
    shown = [_shortened(message) for message in shown[:_SENTENCES]]
    if len(shown) < _SENTENCES:
        shown += _left_over(report, len(facts) - len(chosen))
    return joined(shown)


def problems_and_questions(report: Report) -> str:
    """The counts, in the words of a person: `3 problems. 9 questions that the file does not answer.`."""
    problems = sum(not finding.is_question for finding in report.counted)
    new = "new " if report.against is not None and report.against.structure is not None else ""
    counts = [_counted(problems, f"{new}problem")]
    if report.questions:
        counts.append(f"{_counted(len(report.questions), 'question')} that the file does not answer.")
    return " ".join(counts)


def _counted(number: int, noun: str) -> str:
    text = f"{number:,} {noun}{'' if number == 1 else 's'}" if number else f"No {noun}s"
    return text if noun == "question" else f"{text}."


def _on_people(facts: Sequence[Item]) -> list[Item]:
    """For each group of people the item that weighs most, each item once, the heaviest first."""
    chosen: list[Item] = []
    named: set[str] = set()
    for item in facts:
        if not named.issuperset(item.constituencies):
            chosen.append(item)
            named.update(item.constituencies)
    return chosen


def _on_bodies(facts: Sequence[Item], besides: Sequence[Item]) -> list[Item]:
    """The item on accountability that weighs most, and the one of the rest, the heavier first."""
    others = [item for item in facts if not item.constituencies]
    accountability = [item for item in others if family_of(item.first.code) in _ACCOUNTABILITY]
    rest = [item for item in others if item not in accountability]
    weighty = [item for item in rest if item.first.severity is not Severity.NOTE]
    return sorted([*accountability[:1], *weighty[:1]], key=lambda item: _rank(item.first)) or rest[: not besides]


def _rank(finding: Finding) -> tuple[int, bool]:
    return finding.severity.rank, family_of(finding.code) not in _ACCOUNTABILITY


def _nothing(report: Report) -> Message:
    against = report.against
    if against is not None and against.structure is not None:
        if not against.changes and not against.heirs:
            return say("This change alters nothing that the file says.")
        return say("This change takes nothing away that was checked.")
    return say("The checks found nothing wrong in what the file says.")


def _who_may_be_unheard(report: Report) -> list[Message]:
    """That it is open who is heard where, by name."""
    asked = [question for question in report.questions if question.aspect.value in _HEARD]
    people = any(finding.constituency for question in asked for finding in question.settles)
    if not people:
        return []
    question = asked[0]
    return [say(f"The file does not say {question.aspect.wording.clause}.", about=question.about)]


def _left_over(report: Report, problems: int) -> list[Message]:
    """How many more problems and questions there are."""
    questions: Sequence[Question] = report.questions
    words = [_more(problems, "more problem")] if problems > 0 else []
    words += [_more(len(questions), "question that the file does not answer")] if questions else []
    if not words:
        return []
    return [say("There {are}.", are=f"{_verb(problems or len(questions))} {' and '.join(words)}")]


def _more(number: int, noun: str) -> str:
    first, *rest = noun.split(" that ")
    return " that ".join([f"{number_words(number)} {first}{'' if number == 1 else 's'}", *rest])


def _verb(number: int) -> str:
    return "is" if number == 1 else "are"


def _shortened(message: Message) -> Message:
    """The same with no more names than a reader takes in at once."""

    def cut(_: str, part: Part) -> Part:
        if isinstance(part, Names) and len(part.names) > _NAMES:
            return replace(part, ids=part.ids[:_NAMES], names=part.names[:_NAMES])
        return part

    return message.mapped(cut)
