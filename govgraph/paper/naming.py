"""How a paper names bodies: what is only proposed says so, and two of one name are told apart."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from govgraph.findings import Report
from govgraph.graph import GovernanceGraph
from govgraph.model import Status, relation_keys

SETTLED = (Status.IN_PLACE, Status.UNDER_REVIEW)
_SAYS_IT_ITSELF = re.compile(r"^(?: is| has|\)| \()(?: only)?(?: proposed| agreed|proposed|agreed)")


def settled(status: Status) -> str:
    """` (proposed)`; nothing where it is in place."""
    return "" if status in SETTLED else f" ({status.words})"


class Names:
    """The names of the bodies of one structure on one day; of those that only the structure before has, as it has them.

    Args:
        report: what was found of the structure.
        graph: the structure on the day that is looked at.

    """

    def __init__(self, report: Report, graph: GovernanceGraph) -> None:
        self.report = report
        self.graph = graph

    def of(self, body: str) -> str:
        """A body as a table names it: `New Board (proposed)`, `Quality Board (committee, part of The Council)`."""
        return f"{self.report.name(body)}{self._beside(body)}"

    def beside(self, name: str, body: str | None) -> str:
        """A name that is given, marked as that of the body where one is meant."""
        return name if body is None else f"{name}{self._beside(body)}"

    def marked(self, text: str, bodies: Iterable[str]) -> str:
        """A sentence in which each of these bodies is marked where it is first named, if a mark is due."""
        for body in bodies:
            if body in self._there and (beside := self._beside(body)):
                text = self._first(text, self.graph.name(body), beside)
        return text

    def _first(self, text: str, name: str, beside: str) -> str:
        for found in self._every.finditer(text):
            if found.group() == name:
                rest = text[found.end() :]
                is_said = beside == f" ({Status.PROPOSED.words})" and _SAYS_IT_ITSELF.match(rest)
                return text if is_said or rest.startswith(beside) else f"{text[: found.end()]}{beside}{rest}"
        return text

    def _beside(self, body: str) -> str:
        if body not in self._there:
            return ""
        apart, status = self._apart.get(body, ""), settled(self.graph.status(body))
        return f"{apart[:-1]}, {status[2:]}" if apart and status else apart or status

    @cached_property
    def _there(self) -> frozenset[str]:
        return frozenset(self.graph.bodies)

    @cached_property
    def _every(self) -> "re.Pattern[str]":
        names = {self.graph.name(body) for body in self.graph.structure.bodies}
        told = "|".join(re.escape(name) for name in sorted(names, key=lambda one: (-len(one), one)))
        return re.compile(rf"(?<!\w)(?:{told})(?!\w)")

    @cached_property
    def _apart(self) -> dict[str, str]:
        """What tells bodies of one name apart: kind and level, else what they answer to, else their number."""
        number = Counter(self.graph.name(body).casefold() for body in self.graph.bodies)
        found: dict[str, str] = {}
        for name in [name for name, many in number.items() if many > 1]:
            same = [body for body in self.graph.bodies if self.graph.name(body).casefold() == name]
            ways = (self._kind, self._above)
            for way in ways:
                told = {body: way(body) for body in same}
                if all(told.values()) and len(set(told.values())) == len(same):
                    break
            else:
                told = {
                    body: f"{self._kind(body)}, {place} of {len(same)} of this name"
                    for place, body in enumerate(same, 1)
                }
            found |= {body: f" ({beside})" for body, beside in told.items()}
        return found

    def _kind(self, body: str) -> str:
        stated = self.graph.body(body)
        level = " and ".join(level.value for level in stated.level)
        return " ".join(filter(None, (level, stated.kind.value.replace("_", " "))))

    def _above(self, body: str) -> str:
        keys = relation_keys()
        lines = [tie for tie in self.graph.ties_of(body) if tie.body == body and keys[tie.relation].line]
        return ", ".join(f"{keys[tie.relation].words} {self.graph.name(tie.to)}" for tie in lines)
