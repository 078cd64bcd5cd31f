"""DAT102: bodies whose names look alike."""

import re
from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity, counted, say
from govgraph.graph import GovernanceGraph
from govgraph.language import listed
from govgraph.rules._phrases import of_any_body, unaccented

_NOT_A_WORD = re.compile(r"[\W_]+")


@rule(code="DAT102", name="look-alike-names", severity=Severity.WARNING, applies_to=of_any_body)
def look_alike_names(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Two bodies have names that read the same: but for capitals, accents, spaces, hyphens, an article or an "and".

    Why it matters:
        Either the file lists one body twice, with half of its lines and seats in each entry, or readers will take one
        body for the other.

    Flagged:
        one: board, name Health & Wellbeing Board
        other: board, name The Health and Well-being board

    Clean:
        one: board, name Health & Wellbeing Board
        other: board, name The Health and Social Care board

    How to fix:
        If they are one body, keep one entry and move the lines and seats of the other to it. If they are two, put
        the authority or the place into their names.
    """
    alike: dict[str, dict[str, str]] = {}
    for body in graph.bodies:
        stated = graph.body(body)
        for name in (stated.name, *stated.other_names):
            alike.setdefault(_spoken(name) or name, {}).setdefault(body, name)
    seen = set()
    for names in alike.values():
        bodies = tuple(names)
        if len(bodies) > 1 and bodies not in seen:
            seen.add(bodies)
            shown, entries = listed([f"“{name}”" for name in names.values()]), counted(len(bodies), "body", "bodies")
            yield Hit(
                bodies=bodies,
                message=say("{names} look alike, but the file lists them as {bodies}.", names=shown, bodies=entries),
                fix=say("If these entries are one body, keep only one of them.")
                & say("If not, add the authority or the place to each name."),
            )


def _spoken(name: str) -> str:
    """A name as it sounds: without capitals, accents, punctuation and articles."""
    plain = unaccented(name).replace("-", "").replace("'", "").replace("’", "")
    words = [word for word in _NOT_A_WORD.split(plain) if word]
    return "".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)
