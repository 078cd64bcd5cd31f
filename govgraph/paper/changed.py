"""What a change alters: statement by statement, and which findings were there before or are not found any more."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from govgraph import words
from govgraph.findings import Finding, FindingStatus, Report
from govgraph.model import Heir, HeirBy
from govgraph.paper.blocks import MOST_ROWS, Block, Bullets, Heading, Item, Paragraph, table
from govgraph.paper.found import Found
from govgraph.words.caveats import caveats
from govgraph.words.plain import plainly

_HEIRS = {
    HeirBy.REPLACES: "{old} is replaced by {new}, as is stated.",
    HeirBy.SAME_NAME: "{old} is taken to be the same body before and after. That is a guess, from the name alone.",
    HeirBy.SIMILAR_NAME: "{old} was perhaps renamed to {new}. That is a guess, because the names are alike, and it "
    "counts for nothing: one is judged to be gone and the other to be new.",
}

_KEPT = (
    "The change did not bring these, and does not take them away. A paper on the structure alone tells how each is "
    "known and what to do about it."
)
_PLAIN = {
    "relation": "tie",
    "relations": "ties",
    "heading": "statement about the whole",
    "headings": "statements about the whole",
    "duty": "tie to a theme",
    "duties": "ties to themes",
    "constituency": "group of people",
    "constituencies": "groups of people",
}
_NOUNS = re.compile(rf"\b(?:{'|'.join(_PLAIN)})\b")
_DAY = re.compile(r"\b(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])\b")
_KEYS = {"check": "asked about", "membership": "list of seats", "lines": "list of lines", "does": "what it does"}


def changed(found: Found) -> Iterator[Block]:
    """The section on the change, where there was something to compare with."""
    report = found.report
    against = report.against
    if against is None or against.structure is None:
        return
    yield Heading(1, "What changes")
    yield Paragraph(_NOUNS.sub(lambda found: _PLAIN[found.group()], words.changes_in_short(report)))
    for caveat in caveats(report, commands=False):
        yield Paragraph(caveat)
    if against.heirs:
        yield Bullets(tuple(Item(_heir(report, one)) for one in against.heirs))
    rows = [
        (found.names_of.beside(row.subject, row.body), row.kind.value, _in_words(plainly(report, row.what)))
        for row in words.changes(report)
    ]
    if rows:
        yield table("What is stated otherwise than before", ("About", "What happened", "What"), rows, "changes")
    minor = words.minor_changes(report)
    if minor:
        yield Paragraph(minor.partition(",")[0] + ", not listed here.")
    yield from _listed(found, "There before the change too", report.with_status(FindingStatus.KEPT), _KEPT)
    for why, title in words.GONE.items():
        yield from _listed(found, title, against.gone_because(why))


def _heir(report: Report, heir: Heir) -> str:
    return _HEIRS[heir.by].format(old=report.name_before(heir.before), new=report.name(heir.after))


def _in_words(what: str) -> str:
    """What changed, without the key of the file under which it is stated, where that is no word for a reader."""
    what = _DAY.sub(lambda found: words.day(date.fromisoformat(found.group())), what)
    what = what.replace(" → as its body", " → as settled as its body").replace(
        ": as its body → ", ": as settled as its body → "
    )
    key, mark, rest = what.partition(": ")
    if what in _PLAIN:
        return _PLAIN[what]
    return f"{_KEYS[key]}{mark}{rest}" if key in _KEYS else what


def _listed(found: Found, title: str, findings: Sequence[Finding], about: str = "") -> Iterator[Block]:
    if not findings:
        return
    yield Heading(2, title)
    if about:
        yield Paragraph(about)
    yield Bullets(short(found, findings))
    if len(findings) > MOST_ROWS:
        yield Paragraph(f"and {words.many(len(findings) - MOST_ROWS, 'more finding')}.")


def short(found: Found, findings: Sequence[Finding]) -> tuple[Item, ...]:
    """Findings that are not counted, a line each."""
    shown = findings[:MOST_ROWS]
    return tuple(Item(found.told(one), lead=f"{words.label(one).capitalize()}.") for one in shown)
