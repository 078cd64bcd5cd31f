"""How reports speak of what differs between two structures: who, what, and from what to what, with names, not ids."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from govgraph.findings import Report
from govgraph.model import Change, ChangeKind, HeirBy
from govgraph.model.change import Field
from govgraph.words.records import field_words, only_attends, record_words
from govgraph.words.verdict import many

_PLURALS = {
    "body": "bodies",
    "constituency": "constituencies",
    "duty": "duties",
    "accountability": "lines out of the structure",
    "way of taking part": "ways of taking part",
    "attendance": "places in attendance",
}
_SINGULARS = {"accountability": "line out of the structure", "attendance": "place in attendance"}
_ENTRY = 2
_MINOR = frozenset({"source", "note"})
_HEIRS = {
    HeirBy.REPLACES: "{old} is replaced by {new}, as the file states.",
    HeirBy.SAME_NAME: "{old} has another id, and is taken to be the same body. That is a guess, because the name is "
    "the same; `replaces` would state it.",
    HeirBy.SIMILAR_NAME: "{old} was perhaps renamed to {new}. That is a guess, because the names are alike, and it "
    "counts for nothing: one is judged to be gone and the other to be new. `replaces` would state it.",
}


class Row(NamedTuple):
    """One change for a person: what it is about, what happened, and to what."""

    subject: str
    kind: ChangeKind
    what: str
    body: str | None = None
    """The id of the body that it is about."""

    @property
    def sentence(self) -> str:
        """The same as one line of text."""
        return f"{self.subject}: {self.kind.value}: {self.what}"


def heirs(report: Report) -> Iterator[str]:
    """A sentence for each body that stands for another under another id, or perhaps does."""
    against = report.against
    for heir in against.heirs if against else ():
        yield _HEIRS[heir.by].format(old=report.name_before(heir.before), new=report.name(heir.after))


def changes(report: Report) -> tuple[Row, ...]:
    """A row for each change but those of sources and notes: bodies last, in the order of their names."""
    of_bodies: list[Row] = []
    others: list[Row] = []
    for change in _all(report):
        if not _is_minor(change):
            row = Row(_subject(report, change), _kind(change), _what(report, change), change.body)
            (others if change.body is None else of_bodies).append(row)
    return (*others, *sorted(of_bodies, key=lambda row: row.subject.casefold()))


def minor_changes(report: Report) -> str:
    """How many changes `changes` leaves out: those of sources and notes. Empty where there are none."""
    number = sum(map(_is_minor, _all(report)))
    return f"Sources and notes: {many(number, 'change')}, not listed here (JSON has them)." if number else ""


def changes_in_short(report: Report) -> str:
    """How many statements of each kind were added and removed, and how many things changed."""
    if report.against is None or report.against.structure is None:
        return ""
    if not report.against.changes:
        return "The two state the same."
    told = []
    for kind in ChangeKind:
        nouns = Counter(noun for noun, of_kind, _ in _things(report) if of_kind is kind)
        if nouns:
            words = (many(nouns[one], _SINGULARS.get(one, one), _PLURALS.get(one, f"{one}s")) for one in sorted(nouns))
            told.append(f"{kind.value}: {', '.join(words)}")
    return f"{'; '.join(told).capitalize()}."


def _things(report: Report) -> dict[tuple[str, ChangeKind, object], None]:
    """What was added, removed or changed, each once: an entry of which several values differ changed once."""
    found: dict[tuple[str, ChangeKind, object], None] = {}
    for number, change in enumerate(_all(report)):
        if change.is_element or len(change.path) == _ENTRY:
            attends = change.noun == "seat" and only_attends(_either(change))
            found["attendance" if attends else change.noun, change.kind, number] = None
        else:
            section = str(change.path[0])
            noun = {"bodies": "body", "constituencies": "constituency"}.get(section, section.removesuffix("s"))
            found[noun if len(change.path) > 1 else "heading", ChangeKind.CHANGED, change.path[:_ENTRY][-1]] = None
    return found


def _either(change: Change) -> Any:
    """What is there now, else what was; an empty record is there."""
    return change.before if change.after is None else change.after


def _all(report: Report) -> tuple[Change, ...]:
    return report.against.changes if report.against else ()


def _is_minor(change: Change) -> bool:
    if change.is_element and change.kind is ChangeKind.CHANGED:
        return {field.key for field in change.fields()} <= _MINOR
    return change.path[0] == "sources" or (not change.is_element and change.path[-1] in _MINOR)


def _kind(change: Change) -> ChangeKind:
    """Of a single value only that it changed: what it was before is told beside it."""
    return change.kind if change.is_element or len(change.path) == _ENTRY else ChangeKind.CHANGED


def _subject(report: Report, change: Change) -> str:
    if len(change.path) < _ENTRY:
        return "The structure"
    section, key = str(change.path[0]), str(change.path[1])
    return report.entry_name(section, key)


def _what(report: Report, change: Change) -> str:
    if change.is_element:
        key = str(change.path[-1])
        if change.kind is not ChangeKind.CHANGED:
            return record_words(report, key, _either(change))
        fields = "; ".join(
            field_words(report, field, of_body=False) for field in change.fields() if field.key not in _MINOR
        )
        return f"{record_words(report, key, change.before, bare=True)} ({fields})"
    if len(change.path) == _ENTRY:
        kind = _either(change).get("kind")
        return f"{change.noun} ({kind.replace('_', ' ')})" if kind else change.noun
    return field_words(report, Field(change.noun, change.before, change.after))
