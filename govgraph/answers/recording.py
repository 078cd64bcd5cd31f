"""From answers to a structure: each row is recorded by its aspect, and what cannot be is refused with its row."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from govgraph.answers.by_aspect import RECORDINGS
from govgraph.answers.draft import NOUNS, Draft, RefusedError, is_nobody, nearest_word, sentence_of
from govgraph.answers.table import ABOUT, ANSWER, KEY, SOURCE, Row, rows_of_records, rows_of_text
from govgraph.answers.words import names_person, says_nothing, why_no_answer
from govgraph.findings import Aspect
from govgraph.model import Activity, Body, StatutoryForm, Structure
from govgraph.model.faults import Fault, FaultList, InputError
from govgraph.model.references import assert_sound
from govgraph.model.scalars import plain_name

SOURCE_OF_ALL = "Answers to the questions of govgraph"
"""The title of the source of answers that name none."""
_NOTHING_ANSWERED = f"No question is answered: fill in the column “{ANSWER}”."
IN_A_ROW = ", in a row with the key"
"""Where the other half of an answer goes; who answers elsewhere than in a table need not read on."""
_A_PERSON = "This names a person. Write the post or the body instead."
_ORDER = list(Aspect)
Refuse = Callable[[Row, str, str], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorded:
    """A structure with answers recorded in it: how many rows were answered, and how many were left empty."""

    structure: Structure
    answered: int
    left_empty: int


class _Given(NamedTuple):
    """An answer of one row about one body, theme or group of people."""

    row: Row
    aspect: Aspect
    about: str
    parts: tuple[str, ...]


def answer(structure: Structure, answers: str | Iterable[Mapping[str, Any]]) -> Structure:
    """The structure with answers to its questions recorded in it, each with its source.

    Args:
        structure: what the questions were asked of.
        answers: the CSV text that `govgraph check --questions --format csv` gave, with its Answer column filled in; or
            a mapping for each answer, with `key`, `about`, `answer` and perhaps `source`.

    Raises InputError with a sentence for each answer that cannot be recorded.

    >>> import govgraph
    >>> structure = govgraph.read_text("bodies: {board: {name: The Board, kind: board}}")
    >>> who = {"key": "chair", "about": "The Board", "answer": "councillor", "source": "Minutes of May 2026"}
    >>> seat = govgraph.answer(structure, [who]).bodies["board"].seats[0]
    >>> seat.role.words, seat.as_, seat.source.id
    ('chair', ('councillor',), 'minutes-of-may-2026')

    """
    rows = rows_of_text(answers) if isinstance(answers, str) else rows_of_records(answers)
    return record(structure, rows).structure


def record(structure: Structure, rows: Sequence[Row], path: str | None = None) -> Recorded:
    """The structure with the answers of a table. Raises InputError with every fault of every row."""
    if not structure.was_read:
        assert_sound(structure)
    answered = [row for row in rows if row.is_answered]
    if not answered:
        raise InputError([Fault(path, None, None, _NOTHING_ANSWERED)])
    draft, faults = Draft(structure), FaultList()

    def refuse(row: Row, column: str, why: str) -> None:
        faults.append(Fault(path, row.number, None, f"{column}: {why}"))

    replies = [reply for row in answered for reply in _given(draft, row, refuse)]
    with_reply = {reply.row.number for reply in replies}
    given = _without_repeats(replies, draft, refuse)
    # Lists of seats come before what completes them: who chairs, and who votes.
    for reply in sorted(given, key=lambda reply: _ORDER.index(reply.aspect)):
        _record_reply(draft, reply, refuse)
    for reply, why in (*_half_answered(draft.structure, given), *_contradicted(given)):
        refuse(reply.row, ANSWER, why)
    if faults:
        faults.sort(key=lambda fault: fault.line or 0)
        raise InputError(faults)
    if not with_reply:
        raise InputError([Fault(path, None, None, _NOTHING_ANSWERED)])
    try:
        assert_sound(draft.structure)
    except InputError as error:
        why = "The answers do not fit the file, or one another."
        raise InputError(Fault(path, None, None, f"{why} {fault.message}") for fault in error.faults) from None
    return Recorded(structure=draft.structure, answered=len(with_reply), left_empty=len(rows) - len(with_reply))


def _record_reply(draft: Draft, reply: _Given, refuse: Refuse) -> None:
    """Add an answer to the draft, with its source."""
    source = reply.row.source
    try:
        if names_person(source, draft.people):
            raise RefusedError(_A_PERSON)
        draft.take_from(SOURCE_OF_ALL if says_nothing(source) else source)
    except (RefusedError, InputError) as error:
        refuse(reply.row, SOURCE, sentence_of(error))
        return
    try:
        RECORDINGS[reply.aspect].record(draft, reply.about, reply.parts)
    except (RefusedError, InputError) as error:
        refuse(reply.row, ANSWER, sentence_of(error))


def _given(draft: Draft, row: Row, refuse: Refuse) -> Iterator[_Given]:
    """The answers of a row: one for all that it is about, or `The Board: councillor` for some of them."""
    known = [aspect.value for aspect in Aspect]
    if row.key not in known:
        why = f"There is no key “{row.key}”.{nearest_word(row.key, known)}" if row.key else "The key is missing."
        refuse(row, KEY, f"{why} Copy it from the row of the question.")
        return
    aspect = Aspect(row.key)
    section = RECORDINGS[aspect].section
    if aspect is Aspect.OTHER:
        refuse(row, ANSWER, "A rule of your own asks this: write the answer in the file.")
        return
    if not row.about:
        refuse(row, ABOUT, f"It names no {NOUNS[section]}.")
        return
    about: dict[str, str] = {}
    for name in row.about:
        try:
            found = draft.find(section, name)
        except RefusedError as error:
            refuse(row, ABOUT, sentence_of(error))
            continue
        if found is None:
            refuse(row, ABOUT, f"There is no {NOUNS[section]} “{name}” in the file.{_missing(draft, aspect, name)}")
        else:
            about.setdefault(found, name)
    try:
        by_name = [(key, parts) for key, parts in _by_name(draft, section, about, row.parts) if not _is_open(parts)]
        for _, parts in by_name:
            _assert_answers(draft, parts)
        yield from (_Given(row, aspect, key, parts) for key, parts in by_name)
    except RefusedError as error:
        refuse(row, ANSWER, sentence_of(error))


def _is_open(parts: Sequence[str]) -> bool:
    """Whether somebody writes of one name only that the answer is not known."""
    return all(map(says_nothing, parts))


def _assert_answers(draft: Draft, parts: Sequence[str]) -> None:
    """Raise RefusedError for words that are no answer, and for those that name a person."""
    for part in parts:
        if any(draft.find(section, part) for section in NOUNS):
            continue  # whatever its name looks like
        why = why_no_answer(part)
        if why is None and names_person(part, draft.people):
            why = _A_PERSON
        if why is not None:
            raise RefusedError(why)


def _missing(draft: Draft, aspect: Aspect, name: str) -> str:
    """What to do about a name that the file does not have."""
    if aspect is Aspect.SUCCESSOR:
        return " Put it back first, with the day on which it ended."
    if aspect is Aspect.STILL_HEARD:
        return " Put it back first; write check: false for a group that need not be heard."
    return draft.hint(RECORDINGS[aspect].section, name)


def _by_name(
    draft: Draft, section: str, about: Mapping[str, str], parts: Sequence[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parts of an answer, by what they are about; all of them for each, where none begins with a name."""
    by_name: dict[str, list[str]] = {}
    for_all: list[str] = []
    current = for_all
    for part in parts:
        name, rest = _split_name(draft, section, about, part)
        if name is not None:
            current = by_name.setdefault(name, [])
        if rest:
            current.append(rest)
    if not by_name:
        yield from ((key, tuple(for_all)) for key in about)
        return
    if for_all:
        raise RefusedError(f"Write before “{for_all[0]}” what it is about, as in the other parts: “name: answer”.")
    if not any(by_name.values()):
        raise RefusedError("Write an answer behind the colon.")
    yield from ((key, tuple(texts)) for key, texts in by_name.items() if texts)


def _split_name(draft: Draft, section: str, about: Mapping[str, str], part: str) -> tuple[str | None, str]:
    """The id that a part begins with, before a colon, and the rest; None and all of it where it begins with none."""
    for place in (place for place, sign in enumerate(part) if sign == ":"):
        found = draft.find(section, part[:place].strip())
        if found in about:
            return found, part[place + 1 :].strip()
        if found is not None and part[place + 1 :].strip().casefold() not in ("yes", "no"):
            raise RefusedError(f"“{part[:place].strip()}” is not among what this row is about.")
    return None, part


def _without_repeats(given: Sequence[_Given], draft: Draft, refuse: Refuse) -> list[_Given]:
    """Each answer once; those that contradict an earlier one are refused."""
    first: dict[tuple[Aspect, str], _Given] = {}
    for reply in given:
        before = first.setdefault((reply.aspect, reply.about), reply)
        if list(map(plain_name, before.parts)) != list(map(plain_name, reply.parts)):
            name = getattr(draft.structure, RECORDINGS[reply.aspect].section)[reply.about].name
            refuse(reply.row, ANSWER, f"Row {before.row.number} answers the same of {name} in another way.")
    return list(first.values())


_REPORTING = (Aspect.REPORTS_TO, Aspect.ALSO_REPORTS_TO)
_SCRUTINY = (Aspect.SCRUTINISERS, Aspect.ALSO_SCRUTINISED_BY, Aspect.INDEPENDENT_SCRUTINY)


def _half_answered(structure: Structure, given: Sequence[_Given]) -> Iterator[tuple[_Given, str]]:
    """The answers `nobody` that would say more than was asked.

    A file can say only that all lines of a body are listed, those of reporting and those of scrutiny together.
    """
    answered = {(reply.aspect, reply.about) for reply in given}
    for reply in given:
        if reply.aspect not in (*_REPORTING, *_SCRUTINY) or not is_nobody(reply.parts):
            continue
        body = structure.bodies[reply.about]
        needs: tuple[Aspect, ...]
        if reply.aspect in _REPORTING:
            needs, clause = _SCRUTINY, "who scrutinises it"
            is_known = bool(body.scrutinised_by) or not _may_need_scrutiny(body)
        else:
            needs, clause, is_known = _REPORTING, "who it reports to", _reports(body)
        if not is_known and not any((aspect, reply.about) in answered for aspect in needs):
            row = f"{IN_A_ROW} “{needs[0].value}”"
            yield reply, f"“nobody” says that the file lists all lines of {body.name}. Answer {clause} too{row}."


def _contradicted(given: Sequence[_Given]) -> Iterator[tuple[_Given, str]]:
    """The answers that name somebody where another row of the table says that there is nobody."""
    nobody = {(reply.aspect, reply.about): reply for reply in given if is_nobody(reply.parts)}
    for reply in given:
        for first, further in ((_REPORTING[0], _REPORTING[1]), (_SCRUTINY[0], _SCRUTINY[1])):
            before = nobody.get((first, reply.about))
            if before is not None and reply.aspect is further and not is_nobody(reply.parts):
                yield reply, f"Row {before.row.number} says “{before.parts[0]}”. Correct one of the two."


def _reports(body: Body) -> bool:
    return bool(body.reports_to or body.part_of or body.accountable_to)


def _may_need_scrutiny(body: Body) -> bool:
    """Whether a rule asks who scrutinises it."""
    decides = not body.does or Activity.DECIDES in body.does
    return (body.governs and decides) or body.statutory is StatutoryForm.SAFEGUARDING_PARTNERSHIP
