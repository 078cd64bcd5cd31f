"""What the rules on authorities share: of which authority a body is part, and which committees it has."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from govgraph.findings import Aspect, Bodies, Hit, say
from govgraph.findings.message import NOTHING, message_of
from govgraph.graph import GovernanceGraph
from govgraph.graph.kernels import walk
from govgraph.model import StatutoryForm

COUNCIL_FORMS = (StatutoryForm.CABINET, StatutoryForm.FULL_COUNCIL)
"""The bodies that show that an authority is a council."""


def authorities_of(graph: GovernanceGraph, body: str) -> list[str]:
    """The authorities of which a body is part: the nearest above it that are no boards or committees themselves."""
    authorities: list[str] = []
    seen, queue = {body}, [body]
    for part in queue:
        above = graph.wholes_of(part)
        if part != body and (not graph.body(part).governs or not above):
            authorities.append(part)
            continue
        queue += [body for body in above if body not in seen]
        seen.update(above)
    # Only where nothing else is stated may a council that is written as a board be the authority.
    return [authority for authority in authorities if not graph.body(authority).governs] or authorities


def all_parts_of(graph: GovernanceGraph, authority: str, without: Collection[str] = ()) -> list[str]:
    """The parts of an authority, and their parts; not those that are parts only of the bodies `without` which."""
    return walk([authority], lambda body: [] if body in without else graph.parts_of(body))[1:]


def formless_parts(graph: GovernanceGraph, parts: list[str]) -> list[str]:
    """Those of some parts that may be committees of any form: the file does not say what they are in law."""
    return [part for part in parts if graph.body(part).governs and graph.body(part).statutory is None]


class Doubt(NamedTuple):
    """A name of an authority by which the law of a rule may not be about it."""

    pattern: re.Pattern[str]
    law: str
    """What it says of `{body}`, which may belong to such an authority."""
    fix: str
    """What to record where `{body}` does."""


COMBINED_AUTHORITIES = Doubt(
    re.compile(r"\bcombined (county )?authorit(y|ies)\b", re.IGNORECASE),
    "By name, {body} may belong to a combined authority, which has a law of its own.",
    "If {body} [belongs|belong] to a combined authority, leave out what [body:it is|they are] in law.",
)
"""S.I. 2017/68 says who scrutinises them."""
DISTRICTS = Doubt(
    re.compile(r"(?<!metropolitan )\bdistrict council\b", re.IGNORECASE),
    "By name, {body} may belong to a district council, which has no functions for education within a county.",
    "If {body} [belongs|belong] to such a district council, leave education out of what [body:it covers|they cover].",
)
"""Local Government Act 2000, Schedule A1, paragraph 6(1)."""


def of_councils(graph: GovernanceGraph, hits: Iterable[Hit], doubt: Doubt = COMBINED_AUTHORITIES) -> Iterator[Hit]:
    """The hits of a rule for councils; a question where by its name a body may be of another authority."""
    for hit in hits:
        bodies = [body for body in hit.bodies if is_in_doubt(graph, body, doubt)]
        if not bodies:
            yield hit
            continue
        name, fix = Bodies.of(graph, bodies), message_of(hit.fix) if hit.lacks else NOTHING
        yield replace(
            hit,
            lacks=(Aspect.LEGAL_FORM.of(graph, bodies), *hit.lacks),
            message=message_of(hit.message) & say(doubt.law, body=name),
            fix=fix & say(doubt.fix, body=name),
        )


def is_in_doubt(graph: GovernanceGraph, body: str, doubt: Doubt) -> bool:
    """Whether the name of a body, or of what it is part of, speaks of such an authority."""

    def above(part: str) -> list[str]:
        return [tie.to for tie in graph.ties_of(part) if tie.body == part and tie.relation == "part_of"]

    stated = map(graph.body, walk([body], above))
    return any(doubt.pattern.search(name) for each in stated for name in (each.name, *each.other_names))
