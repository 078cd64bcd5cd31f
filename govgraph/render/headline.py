"""What matters most, in three sentences at most: people first, then accountability, then the rest."""

from collections.abc import Sequence
from dataclasses import replace

from govgraph.engine import family_of
from govgraph.findings import Bodies, Finding, GoneReason, Item, Message, People, Report, Severity, counted, say
from govgraph.findings.message import Names, Part, joined
from govgraph.findings.report import not_confirmed
from govgraph.language import plural, plural_verb
from govgraph.model import Structure

_SENTENCES = 3
_NAMES = 7
"""How many bodies a sentence of the headline names; the count before them is exact."""
_ACCOUNTABILITY = ("ACC", "OVR", "CHG")
_OPEN = "that the file does not answer"


_ERROR = Severity.ERROR
_NO_SEAT = "REP101"
"""The rule that finds who has no seat where: without it nobody knows who is heard."""


def headline(report: Report) -> Message:
    """Who is not heard where, and what is wrong else, by name; where nothing is, that, and what nobody can say."""
    facts = report.facts
    people = _on_people(facts)
    chosen = sorted([*people, *_on_bodies(facts, besides=people)], key=lambda item: item.first.severity is not _ERROR)
    rest = len(facts) > len(chosen) or bool(report.questions)  # what is left over is said, in the last of the sentences
    chosen = chosen[: _SENTENCES - rest]
    shown = [item.message.first for item in chosen] or [_nothing(report)]
    if not people:
        unheard = _who_may_be_unheard(report)
        grave = not facts or facts[0].first.severity is _ERROR
        shown = [*shown, *unheard] if grave else [*unheard, *shown]
    shown = [_shortened(message) for message in shown[: _SENTENCES - rest]]
    items = [item for item in chosen if _shortened(item.message.first) in shown]
    named = {finding.key for item in items for finding in item.findings}
    problems = sum(not finding.is_question and finding.key not in named for finding in report.counted)
    return joined([*what_is_open(report.structure), *shown, *_left_over(report, problems)])


def what_is_open(structure: Structure) -> list[Message]:
    """That part of the draft is not answered, so that nothing else is said as if it were about all of the file."""
    number = not_confirmed(structure)
    proposals = counted(number, "proposal")
    sentence = "{proposals} in the draft [is|are] not confirmed yet, so [it is|they are] left out here."
    return [say(sentence, proposals=proposals)] if number else []


def problems_and_questions(report: Report) -> str:
    """The counts, in the words of a person: `3 problems. 9 questions that the file does not answer.`."""
    problems = sum(not finding.is_question for finding in report.counted)
    new = "new " if report.compares else ""
    text = f"{plural(problems, f'{new}problem')}." if problems else f"No {new}problems."
    questions = plural(len(report.questions), "question")
    return f"{text} {questions} {_OPEN}." if report.questions else text


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
    """That nothing was found that counts: never more than was looked at, and never as if nothing were known."""
    against = report.against
    if against is not None and against.structure is not None:
        if not against.changes and not against.heirs:
            return say("This change alters nothing that the file says.")
        deleted = [finding for finding in against.gone_for(GoneReason.DELETED) if not finding.is_question]
        if against.no_longer_stated:
            return _hidden(
                report, against.no_longer_stated, "The file now leaves open {number}{on} that it stated before."
            )
        if deleted:
            fact = _hidden(report, deleted, "This change deletes what the file said about {number}{on}.")
            return fact & say("Check that [number:it is|they are] mended.", number=counted(len(deleted), "problem"))
        return say("This change takes nothing away that was checked.")
    known = [finding for finding in report.findings if not finding.counts and not finding.is_question]
    if known:
        number = counted(len(known), "known problem")
        return say("The checks found nothing new, but {known} [is|are] not counted.", known=number)
    unasked = next((rule.reason for rule in report.not_checked if rule.code == _NO_SEAT), "")
    where = "the rest of the file" if not_confirmed(report.structure) else "what the file says"
    nothing = say(f"The checks found nothing wrong in {where}.")
    return nothing & say("They did not look at whether people are heard. {why}", why=unasked) if unasked else nothing


def _hidden(report: Report, findings: Sequence[Finding], fact: str) -> Message:
    """What a change does to facts of the file before, with the bodies that they are on in place of `{on}`."""
    named = dict.fromkeys(body for finding in findings for body in (*finding.bodies, *finding.together))
    bodies = [body for body in named if body in report.structure.bodies]
    number = counted(len(findings), "problem")
    if not bodies:
        return say(fact.replace("{on}", ""), number=number)
    return say(fact.replace("{on}", " on {bodies}"), number=number, bodies=Bodies.of(report.structure, bodies))


def _who_may_be_unheard(report: Report) -> list[Message]:
    """That it is open who has a seat where, by name."""
    silent = [finding for finding in report.counted if finding.is_question and finding.code == _NO_SEAT]
    people = dict.fromkeys(finding.constituency for finding in silent if finding.constituency)
    bodies = dict.fromkeys(body for finding in silent for body in finding.bodies or finding.affects)
    if not people:
        return []
    return [
        say(
            "The file does not show whether {people} have a seat on {bodies}.",
            people=People.of(report.structure, list(people)),
            bodies=Bodies.of(report.structure, list(bodies)),
        )
    ]


def _left_over(report: Report, problems: int) -> list[Message]:
    """How many more problems and questions there are."""
    questions = len(report.questions)
    words = [counted(problems, "more problem").words] if problems > 0 else []
    words += [counted(questions, f"question {_OPEN}", f"questions {_OPEN}").words] if questions else []
    are = f"{plural_verb('is', problems or questions)} {' and '.join(words)}"
    return [say("There {are}.", are=are)] if words else []


def _shortened(message: Message) -> Message:
    """The same with no more names than a reader takes in at once."""

    def cut(_: str, part: Part) -> Part:
        if isinstance(part, Names) and len(part.names) > _NAMES:
            return replace(part, ids=part.ids[:_NAMES], names=part.names[:_NAMES])
        return part

    return message.mapped(cut)
