"""What a change alters: statement by statement, and which findings were there before or are not found any more."""

import re
from collections.abc import Iterator, Sequence

from govgraph import language
from govgraph.board.blocks import MOST_ROWS, Block, Bullets, Heading, Item, Paragraph, table
from govgraph.board.findings_section import PaperFindings
from govgraph.board.wording import plain_words, with_days
from govgraph.findings import Finding, FindingStatus
from govgraph.model import SuccessorBy
from govgraph.render import changes, verdict

_HEIRS = {
    SuccessorBy.REPLACES: "{old} is replaced by {new}, as is stated.",
    SuccessorBy.SAME_NAME: "{old} is taken to be the same body before and after. That is a guess, from the name alone.",
    SuccessorBy.SIMILAR_NAME: "{old} was perhaps renamed to {new}. That is a guess, because the names are alike, and "
    "it counts for nothing: one is judged to be gone and the other to be new.",
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
_KEYS = {"check": "asked about", "membership": "list of seats", "lines": "list of lines", "does": "what it does"}


def changes_section(found: PaperFindings) -> Iterator[Block]:
    """The section on the change, where there was something to compare with."""
    report = found.report
    against = report.against
    if against is None or against.structure is None:
        return
    yield Heading(1, "What changes")
    yield Paragraph(_NOUNS.sub(lambda match: _PLAIN[match.group()], changes.changes_summary(report)))
    yield from map(Paragraph, verdict.caveats(report, commands=False))
    if against.heirs:
        names = [(heir.by, report.name_before(heir.before), report.name(heir.after)) for heir in against.heirs]
        yield Bullets(tuple(Item(_HEIRS[by].format(old=old, new=new)) for by, old, new in names))
    rows = [
        (found.body_names.with_mark(row.subject, row.body), row.kind.value, _in_words(plain_words(report, row.what)))
        for row in changes.change_rows(report)
    ]
    if rows:
        yield table("What is stated otherwise than before", ("About", "What happened", "What"), rows, "changes")
    minor = changes.minor_changes_sentence(report)
    if minor:
        yield Paragraph(minor.partition(",")[0] + ", not listed here.")
    yield from uncounted_findings(found, "There before the change too", report.with_status(FindingStatus.KEPT), _KEPT)
    for title, findings in verdict.gone_by_reason(report):
        yield from uncounted_findings(found, title, findings)


def _in_words(what: str) -> str:
    """What changed, without the key of the file under which it is stated, where that is no word for a reader."""
    what = (
        with_days(what)
        .replace(" → as its body", " → as settled as its body")
        .replace(": as its body → ", ": as settled as its body → ")
    )
    key, mark, rest = what.partition(": ")
    if what in _PLAIN:
        return _PLAIN[what]
    return f"{_KEYS[key]}{mark}{rest}" if key in _KEYS else what


def uncounted_findings(
    found: PaperFindings, title: str, findings: Sequence[Finding], text: str = ""
) -> Iterator[Block]:
    """Findings that are not counted, a line each, under a heading; nothing where there are none."""
    if not findings:
        return
    yield Heading(2, title)
    if text:
        yield Paragraph(text)
    shown = [(verdict.label(finding).capitalize(), found.sentence(finding)) for finding in findings[:MOST_ROWS]]
    yield Bullets(tuple(Item(sentence, lead=f"{label}.") for label, sentence in shown))
    if len(findings) > MOST_ROWS:
        yield Paragraph(f"and {language.plural(len(findings) - MOST_ROWS, 'more finding')}.")
