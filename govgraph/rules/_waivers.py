"""What the rules on waivers share: when they can be asked, and how they speak of a waiver."""

from govgraph.engine import Options
from govgraph.findings import Waiver
from govgraph.findings.ledger import Ledger
from govgraph.language import listed


def of_waivers(ledger: Ledger, options: Options) -> str | None:
    """For rules about waivers."""
    return None if ledger.waivers else "The settings hold no waiver."


def waiver_text(ledger: Ledger, waiver: Waiver, number: int) -> str:
    """A waiver, as a message speaks of it: `The 1st waiver, of REP101 about Board (owner: the clerk)`."""
    about = f" about {listed([ledger.name(body) for body in waiver.bodies])}" if waiver.bodies else ""
    about += f" on {listed([ledger.theme(theme) for theme in waiver.about])}" if waiver.about else ""
    about += f" for '{waiver.constituency}'" if waiver.constituency else ""
    return f"The {_ordinal(number + 1)} waiver, of {waiver.code}{about} (owner: {waiver.owner})"


def _ordinal(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"
