"""What the rules on waivers and baseline share: when they can be asked, and how they speak of a waiver."""

from typing import Any

from govgraph.findings import Waiver
from govgraph.findings.ledger import Ledger
from govgraph.rules._words import listed


def of_waivers(ledger: Ledger, _: Any) -> str | None:
    """For rules about waivers."""
    return None if ledger.waivers else "The settings hold no waiver."


def of_a_baseline(ledger: Ledger, _: Any) -> str | None:
    """For rules about the baseline."""
    return None if ledger.baseline is not None else "No baseline is named."


def described(ledger: Ledger, waiver: Waiver, number: int) -> str:
    """A waiver, as a message speaks of it."""
    about = f" about {listed([ledger.name(body) for body in waiver.bodies])}" if waiver.bodies else ""
    about += f" on {listed([ledger.theme(one) for one in waiver.about])}" if waiver.about else ""
    about += f" for '{waiver.constituency}'" if waiver.constituency else ""
    return f"The {_nth(number + 1)} waiver, of {waiver.code}{about} (owner: {waiver.owner})"


def _nth(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"
