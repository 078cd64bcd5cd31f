"""On all fixtures: an answer, be it so or not so, settles the findings that lack it; it is never asked for again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import govgraph
from govgraph.findings import Aspect, Certainty, Question, Report
from govgraph.model import Capacity, Kind, Structure
from helpers import FIXTURES

STRUCTURES = sorted([*FIXTURES.glob("*/structure.yaml"), *FIXTURES.glob("changes/*/*.yaml")])
each_structure = pytest.mark.parametrize("path", STRUCTURES, ids=lambda path: f"{path.parent.name}-{path.stem}")

NEEDS = {
    Aspect.REPORTS_TO: Aspect.ALSO_SCRUTINISED_BY,
    Aspect.SCRUTINISERS: Aspect.ALSO_REPORTS_TO,
    Aspect.INDEPENDENT_SCRUTINY: Aspect.ALSO_REPORTS_TO,
}
"""What must be answered too where one of these is answered with nobody: a file says it of all lines together."""
MOVES_ON = {"THM103"}
"""Rules that ask of other bodies where some report to nobody: a line may begin at each body below them."""
NEEDS_THE_LIST = {("REP103", Aspect.VOTES), ("REP108", Aspect.VOTES), ("REP108", Aspect.CONTACT)}
"""What is open as long as the list of seats is: whether anybody else votes, and so whether a vote matters."""

ALL_SO = {
    Aspect.CHAIR: "councillor",
    Aspect.VOTES: "yes",
    Aspect.CAPACITIES: "councillor",
    Aspect.CONTACT: "SEND Champion, senior, vote",
    Aspect.REPORTS_TO: "the electors of the county",
    Aspect.REMIT: "decides, strategic",
    Aspect.LAST_DAY: "31 December 2099",
    Aspect.QUORUM: "two members",
    Aspect.LEGAL_FORM: "schools forum",
    Aspect.PARTS: "complete",
}
NOT_SO = {
    Aspect.MEMBERS: "complete",
    Aspect.CHAIR: "nobody",
    Aspect.VOTES: "no",
    Aspect.CAPACITIES: "officer",
    Aspect.CONTACT: "SEND Champion, not senior, no vote",
    Aspect.REPORTS_TO: "nobody",
    Aspect.FINAL_SAY: "nobody",
    Aspect.REMIT: "delivers, operational",
    Aspect.SCRUTINISERS: "nobody",
    Aspect.INDEPENDENT_SCRUTINY: "nobody",
    Aspect.LAST_DAY: "no end",
    Aspect.OWNER: "nobody",
    Aspect.LEAD_OWNER: "nobody",
    Aspect.MONITOR: "nobody",
    Aspect.SPOKESBODY: "nobody",
}


OF_PEOPLE = (Capacity.PARENT_CARER, Capacity.YOUNG_PERSON)
"""Where groups are called so, the words mean the group."""


def report(structure: Structure) -> Report | None:
    try:
        return govgraph.check(structure)
    except govgraph.InputError:  # nothing to check
        return None


def body_besides(structure: Structure, about: tuple[str, ...]) -> str:
    """A body that is none of those, to name as the one that scrutinises, owns, monitors."""
    kinds = (Kind.ORGANISATION, Kind.BOARD, Kind.COMMITTEE)
    holders = {seat.holder for body in structure.bodies.values() for seat in body.seats}
    found = [key for key, body in structure.bodies.items() if key not in about and body.kind in kinds]
    return structure.bodies[min(found, key=holders.__contains__)].name


def everybody(structure: Structure, body: str) -> str:
    """Seats for all groups of people that are not said to be absent, and in all capacities."""
    absent = [absence.constituency for absence in structure.bodies[body].without]
    groups = [group.name for key, group in structure.constituencies.items() if key not in absent]
    return "; ".join(
        [
            *(f"{name} (vote)" for name in groups),
            *(one.words for one in Capacity if one not in OF_PEOPLE),
            "lay member",
            "complete",
        ]
    )


def rows(structure: Structure, question: Question, *, so: bool) -> Iterator[dict[str, object]]:
    """The rows that answer a question so, or not so; none where that cannot be said."""
    aspect, about = question.aspect, question.about.ids
    answer = (ALL_SO if so else NOT_SO).get(aspect)
    if so and aspect is Aspect.MEMBERS:
        for body in about:
            yield {"key": aspect, "about": [body], "answer": everybody(structure, body)}
    elif so and aspect is Aspect.APPOINTERS:
        groups = structure.constituencies.values()
        speakers = [structure.bodies[body].name for group in groups for body in group.represented_by]
        yield {"key": aspect, "about": about, "answer": [*speakers, body_besides(structure, about)][0]}
    elif so and answer is None and aspect in (*NOT_SO, Aspect.PART_OF) and aspect is not Aspect.FINAL_SAY:
        if aspect is not Aspect.LEAD_OWNER:
            yield {"key": aspect, "about": about, "answer": body_besides(structure, about)}
    elif answer is not None:
        yield {"key": aspect, "about": about, "answer": answer}
        if answer == "nobody" and aspect in NEEDS:
            yield {"key": NEEDS[aspect], "about": about, "answer": answer}


def unlisted(structure: Structure, question: Question) -> bool:
    """Whether it asks of seats on a body of which the file lists none."""
    return question.aspect is Aspect.VOTES and any(not structure.bodies[body].seats for body in question.about.ids)


@pytest.mark.parametrize("so", [True, False], ids=["so", "not so"])
@each_structure
def test_an_answer_settles_what_lacks_it_alone(path: Path, so: bool) -> None:
    structure = govgraph.read(path)
    before = report(structure)
    for question in before.questions if before else ():
        if unlisted(structure, question):
            continue
        given = list(rows(structure, question, so=so))
        after = report(govgraph.answer(structure, given)) if given else None
        findings = after.findings if after else ()
        open_now = {one.key: one for one in findings if one.certainty is Certainty.NOT_STATED}
        for finding in question.settles if after else ():
            if {lack.aspect for lack in finding.lacks} != {question.aspect}:
                continue
            still = open_now.get(finding.key)
            if still is not None and (finding.code, question.aspect) not in NEEDS_THE_LIST:
                assert finding.code in MOVES_ON, (question.message, given)
                assert not {pair for lack in still.lacks for pair in lack.pairs} & pairs(question)


def pairs(question: Question) -> set[tuple[Aspect, str]]:
    """What a question asks, of each body, theme or group alone."""
    return {(question.aspect, key) for key in question.about.ids}


@pytest.mark.parametrize("so", [True, False], ids=["so", "not so"])
@each_structure
def test_what_is_answered_is_not_asked_again(path: Path, so: bool) -> None:
    structure = govgraph.read(path)
    before = report(structure)
    questions = [one for one in before.questions if not unlisted(structure, one)] if before else []
    given = [row for question in questions for row in rows(structure, question, so=so)]
    # A row that a nobody needs is left out where the question is asked anyway.
    keys = [question.aspect for question in questions]
    needed = [row for row in given if row["key"] in keys] + [row for row in given if row["key"] not in keys]
    if not given:
        return
    after = report(govgraph.answer(structure, _without_repeats(needed)))
    answered = {pair for question in questions if list(rows(structure, question, so=so)) for pair in pairs(question)}
    for finding in after.findings if after else ():
        for lack in finding.lacks:
            if (finding.code, lack.aspect) not in NEEDS_THE_LIST:
                assert not answered.intersection(lack.pairs), finding.message


def _without_repeats(given: list[dict[str, object]]) -> list[dict[str, object]]:
    """The rows, each aspect of each body answered once: the first answer counts."""
    seen: set[tuple[object, str]] = set()
    kept = []
    for row in given:
        about = row["about"]
        assert isinstance(about, list | tuple)
        new = [key for key in about if (row["key"], key) not in seen]
        seen.update((row["key"], key) for key in new)
        if new:
            kept.append({**row, "about": new})
    return kept
