"""Changes that can be tried from where they are spoken of: a seat for people who have none."""

from collections.abc import Iterable, Iterator

from govgraph.desk import protocol
from govgraph.engine import Run
from govgraph.findings import Finding
from govgraph.graph import Participation
from govgraph.language import lower_group, with_the
from govgraph.model import Status, Structure
from govgraph.model.content import resolve_body, resolve_name

_MOST = 4
"""The most that are offered with one fact or question."""
_ABOUT_SEATS = ("REP", "CHG101")
"""How the codes of rules begin that find who is not heard, or not any more."""


def what_ifs(run: Run, findings: Iterable[Finding]) -> list[protocol.WhatIf]:
    """A seat for each group of people on each body on which it has none, as far as findings speak of that."""
    pairs = dict.fromkeys(
        (body, finding.constituency)
        for finding in findings
        if finding.constituency and finding.code.startswith(_ABOUT_SEATS)
        for body in (*finding.bodies, *finding.together)
        if _may_be_given_seat(run, body, finding.constituency)
    )
    return [_seat_offer(run, body, group) for body, group in list(pairs)[:_MOST]]


def _may_be_given_seat(run: Run, body: str, group: str) -> bool:
    """Whether a body governs now, and the group is not known to sit on it."""
    graph = run.graph
    if body not in graph.governance_bodies or group not in run.structure.constituencies:
        return False
    standing = graph.voice.standing(body, group)
    return standing.level < Participation.MEMBER and not standing.vacant


def _seat_offer(run: Run, body: str, group: str) -> protocol.WhatIf:
    who = lower_group(run.constituency_name(group))
    return {
        "label": f"Give {who} a seat on {with_the(run.name(body))}",
        "edit": {"do": "seat", "body": body, "group": group},
    }


def with_seat(structure: Structure, edit: protocol.GiveSeat) -> tuple[Structure, str]:
    """The structure with a seat for a group of people, and that in words.

    It is proposed, so that nothing that is made of the structure takes it for one that is there.
    Raises InputError where there is no such body or group.
    """
    body = resolve_body(structure, edit["body"])
    group = resolve_name(structure, "constituencies", edit["group"])
    who, where = lower_group(structure.constituencies[group].name), with_the(structure.bodies[body].name)
    tried = structure.with_seat(body, on_behalf_of=group, status=Status.PROPOSED)
    return tried, f"the proposed seat for {who} on {where}"


def without_body(structure: Structure, edit: protocol.RemoveBody) -> tuple[Structure, str]:
    """The structure without a body and all that names it, and that in words. Raises InputError where there is none."""
    body = resolve_body(structure, edit["body"])
    return structure.without(body), f"the removal of {with_the(structure.bodies[body].name)}"


def named(entries: Iterable[tuple[str, str]]) -> Iterator[protocol.Named]:
    """Bodies, or groups of people, by id and name."""
    return ({"id": key, "name": name} for key, name in entries)
