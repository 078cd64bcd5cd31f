"""The examples in the docstrings of rules: a structure, or two of them, or one with waivers and a baseline beside it.

Lines that begin with `before:` or `after:` belong to one of two structures, all others to both; `waived: CODE BODIES
[until DATE]` is a waiver, `known: KEY` an entry of the baseline; `require: BODIES | SEAT` is a requirement of the
settings, both as TOML writes them.
"""

import random
import tomllib
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from govgraph.engine import Rule, Subject
from govgraph.engine.arrows import from_arrows
from govgraph.findings import Certainty, Finding, Report, Waiver
from govgraph.findings.ledger import Baseline, Entry
from govgraph.model import Structure
from govgraph.pipeline import check
from govgraph.policy import Settings
from govgraph.rules.x101_requirement_not_met import Requirement
from helpers import DAY
from renaming import new_ids, plain, shuffled, with_ids

Alter = Callable[[dict[str, Any]], dict[str, Any]]


class Example(NamedTuple):
    before: Structure | None
    after: Structure
    waivers: tuple[Waiver, ...]
    baseline: Baseline | None
    require: tuple[Requirement, ...]


def example(text: str, alter: Alter = lambda data: data) -> Example:
    """The structures of an example, each altered; and its waivers and baseline."""
    told: dict[str, list[str]] = {"before": [], "after": [], "waived": [], "known": [], "require": []}
    compares = False
    for line in filter(None, (line.strip() for line in text.splitlines())):
        kind, colon, rest = line.partition(": ")
        if colon and kind in told:
            told[kind].append(rest)
            compares |= kind in ("before", "after")
        else:
            told["before"].append(line)
            told["after"].append(line)
    made = {
        side: Structure.model_validate(alter(plain(from_arrows("\n".join(told[side]))))) for side in ("before", "after")
    }
    known = tuple(Entry(key=key, certainty=Certainty.STATED) for key in told["known"])
    return Example(
        made["before"] if compares else None,
        made["after"],
        tuple(map(_waiver, told["waived"])),
        Baseline(findings=known) if known else None,
        tuple(map(_requirement, told["require"])),
    )


def _requirement(line: str) -> Requirement:
    bodies, seat = (tomllib.loads("it = {" + part + "}")["it"] for part in line.split("|"))
    return Requirement.model_validate({"bodies": bodies, "seat": seat, "because": "It was agreed."})


def _waiver(line: str) -> Waiver:
    words, _, until = line.partition(" until ")
    code, *bodies = words.split()
    return Waiver(code=code, bodies=bodies, reason="agreed", owner="the clerk", until=until or None)


def report_on(rule: Rule, one: Example) -> Report:
    """What the rule finds in an example. DAT101 can always be asked, so that one that cannot does not end the run."""
    codes = [rule.code, "DAT101", *(waiver.code for waiver in one.waivers)]
    codes += [entry.key.partition(":")[0] for entry in one.baseline.findings] if one.baseline else []
    return check(
        one.after,
        Settings(select=codes, waivers=one.waivers, require=one.require),
        against=one.before,
        as_of=one.after.as_of or DAY,
        baseline=one.baseline,
        today=date.fromisoformat(DAY),
    )


def flagged(rule: Rule, one: Example) -> list[Finding]:
    """The findings of the rule alone."""
    return [finding for finding in report_on(rule, one).findings if finding.code == rule.code]


def renamed(text: str, seed: str) -> tuple[Example, dict[str, str]]:
    """The example with other ids and in another order, and the way back to the old ids."""
    chance = random.Random(seed)
    # Of two structures the ids must be the same in both: they are drawn once, for all that the example names.
    lines = (line.strip().removeprefix("before: ").removeprefix("after: ") for line in text.splitlines())
    lines = (line for line in lines if not line.startswith("require: "))
    ids = new_ids(plain(from_arrows("\n".join(lines))), chance)
    one = example(text, lambda data: shuffled(with_ids(data, ids), chance))
    return one, {new: old for (_, old), new in ids.items()}


def may_be_renamed(rule: Rule) -> bool:
    """Waivers, baseline and requirements name ids themselves."""
    return rule.of is not Subject.LEDGER and rule.family != "X"
