"""What hangs: the bodies that only one other holds, with all that is below them."""

import re
from collections.abc import Collection
from typing import NamedTuple

from govgraph.diagram.layout.graphviz import Plan


class Hanging(NamedTuple):
    """The bodies that hang from one other alone, with all that is below them: the body above, and the link there."""

    above: dict[str, str]
    links: dict[str, int | None]
    """For each the number of the link by which it hangs; None where only a seat that is not drawn ties it."""
    below: dict[str, list[str]]

    @classmethod
    def of(cls, plan: Plan, loose: Collection[int] = (), *, only_leaves: bool = False) -> "Hanging":
        """What hangs in a plan, where some links do not count, since others hold the bodies."""
        uppers: dict[str, list[tuple[str, int | None]]] = {}
        lowers: dict[str, list[str]] = {}
        pairs: list[tuple[str, str, int | None]]
        pairs = [(upper, lower, number) for number, (upper, lower) in plan.ranking.items() if number not in loose]
        pairs += [(upper, lower, None) for upper, lower in plan.by_seat]
        for upper, lower, number in pairs:
            uppers.setdefault(lower, []).append((upper, number))
            lowers.setdefault(upper, []).append(lower)
        hanging = cls({}, {}, {})
        waiting = {body: len(lowers.get(body, ())) for body in {*uppers, *lowers}}
        queue = [body for body in plan.order if waiting.get(body) == 0]
        for body in queue:
            if len(uppers.get(body, ())) != 1:
                continue
            ((upper, number),) = uppers[body]
            hanging.above[body], hanging.links[body] = upper, number
            waiting[upper] -= 1
            if waiting[upper] == 0 and not only_leaves:
                queue.append(upper)
        for upper, lower, _ in pairs:
            if hanging.above.get(lower) == upper:
                hanging.below.setdefault(upper, []).append(lower)
        for lowers_here in hanging.below.values():
            lowers_here.sort(key=_natural)
        return hanging

    def root(self, body: str) -> str:
        """The body at the top of what a body hangs from; itself where it hangs from none."""
        while body in self.above:
            body = self.above[body]
        return body


def loose_links(plan: Plan) -> set[int]:
    """The links that rank a body which another link ranks already."""
    held: set[str] = set()
    loose = set()
    for number, (_, lower) in plan.ranking.items():
        if lower in held:
            loose.add(number)
        held.add(lower)
    return loose


def _natural(body: str) -> list[tuple[bool, int, str]]:
    """A key that sorts what is numbered by number: 2 before 10."""
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in re.split(r"([0-9]{1,9})", body)]
