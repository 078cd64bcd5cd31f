"""Questions with what answers them, and an answer that is recorded as the table of questions would be."""

from collections.abc import Iterator

from govgraph.answers import RECORDINGS, answer
from govgraph.answers.recording import IN_A_ROW
from govgraph.desk import protocol
from govgraph.engine import Run
from govgraph.findings import Aspect, Question
from govgraph.language import with_the
from govgraph.model import Church, Matter, Nation, StatutoryForm, Structure
from govgraph.model.faults import Fault, InputError

_YES_OR_NO = ("yes", "no")
_WORDS: dict[Aspect, tuple[str, ...]] = {
    Aspect.NATION: tuple(nation.words for nation in Nation),
    Aspect.MEMBERS: ("complete",),
    Aspect.CHAIR: ("nobody",),
    Aspect.VOTES: _YES_OR_NO,
    Aspect.REPORTS_TO: ("nobody",),
    Aspect.ALSO_REPORTS_TO: ("nobody else",),
    Aspect.FINAL_SAY: ("jointly", "nobody"),
    Aspect.COVERS: tuple(matter.words for matter in Matter),
    Aspect.SCRUTINISERS: ("nobody",),
    Aspect.ALSO_SCRUTINISED_BY: ("nobody else",),
    Aspect.INDEPENDENT_SCRUTINY: ("nobody",),
    Aspect.LAST_DAY: ("no end",),
    Aspect.LEGAL_FORM: tuple(form.words for form in StatutoryForm),
    Aspect.PARTS: ("complete",),
    Aspect.LOCAL_PROVIDERS: _YES_OR_NO,
    Aspect.CHURCH_SCHOOLS: tuple(church.words for church in Church),
    Aspect.OWNER: ("nobody",),
    Aspect.LEAD_OWNER: ("nobody",),
    Aspect.MONITOR: ("nobody",),
    Aspect.SPOKESBODY: ("nobody",),
    Aspect.STILL_HEARD: _YES_OR_NO,
}
"""Answers in words that are understood."""
_BODIES = frozenset(
    {
        Aspect.CHAIR,
        Aspect.APPOINTERS,
        Aspect.REPORTS_TO,
        Aspect.ALSO_REPORTS_TO,
        Aspect.SCRUTINISERS,
        Aspect.ALSO_SCRUTINISED_BY,
        Aspect.INDEPENDENT_SCRUTINY,
        Aspect.PART_OF,
        Aspect.SUCCESSOR,
        Aspect.JOINT_COMMISSIONING,
        Aspect.OWNER,
        Aspect.MONITOR,
        Aspect.SPOKESBODY,
    }
)
"""What the name of a body answers."""


def can_be_recorded(question: Question) -> bool:
    """Whether a structure has a place for the answer."""
    return question.aspect is not Aspect.OTHER and RECORDINGS[question.aspect].can_be_recorded


def choices(run: Run, question: Question) -> list[str]:
    """Answers to choose from: words that are understood, then bodies, or groups of people, by their names."""
    return [*_WORDS.get(question.aspect, ()), *dict.fromkeys(_names(run, question))]


def _names(run: Run, question: Question) -> Iterator[str]:
    structure, aspect, about = run.structure, question.aspect, question.about.ids
    if aspect is Aspect.SPEAKS_FOR:
        yield from (group.name for group in structure.constituencies.values())
    elif aspect is Aspect.FINAL_SAY:
        for body in (structure.bodies[key] for key in about):
            yield from (run.name(line.to) for line in (*body.reports_to, *body.part_of))
            yield from (line.to for line in body.accountable_to)
    elif aspect is Aspect.LEAD_OWNER:
        bodies = structure.bodies.values()
        yield from (body.name for body in bodies for duty in body.responsible_for if duty.theme in about)
    elif aspect in _BODIES:
        yield from (run.name(body) for body in run.graph.bodies if body not in about)


class Answers:
    """Records answers one by one; one that says nothing without another waits for that."""

    def __init__(self) -> None:
        self._waiting: list[protocol.Answer] = []

    def record(self, structure: Structure, edit: protocol.Answer) -> tuple[Structure, str]:
        """The structure with an answer in it, and that in words. Raises InputError with why it cannot be recorded."""
        about = set(edit["about"])
        others = [each for each in self._waiting if each["key"] != edit["key"] and about.intersection(each["about"])]
        try:
            after = answer(structure, map(_record, (*others, edit)))
        except InputError as error:
            if others:
                self._waiting = []
                return self.record(structure, edit)
            if any(IN_A_ROW in fault.message for fault in error.faults):
                self._waiting = [edit]
            sentences = (fault.message.partition(IN_A_ROW) for fault in error.faults)
            raise InputError(Fault(None, None, None, start + "." * bool(row)) for start, row, _ in sentences) from None
        self._waiting = []
        return after, _words(edit)


def _record(edit: protocol.Answer) -> dict[str, object]:
    return {"key": edit["key"], "about": edit["about"], "answer": edit["answer"], "source": edit["source"]}


def _words(edit: protocol.Answer) -> str:
    about = f" for {with_the(edit['about'][0])}" if len(edit["about"]) == 1 else ""
    return f"the answer “{_short(edit['answer'])}”{about}"


_LONGEST = 40


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} ..."
