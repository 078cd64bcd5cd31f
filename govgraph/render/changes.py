"""How reports speak of what differs between two structures: who, what, and from what to what, with names, not ids."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from govgraph.findings import Report
from govgraph.language import listed, lower_group, number_words, plural, with_the
from govgraph.model import (
    Appointment,
    Change,
    ChangeKind,
    Church,
    Composition,
    Field,
    Nation,
    Role,
    SuccessorBy,
    relation_keys,
)
from govgraph.model.change import PERSONAL

_WORDS = frozenset({"role", "status", "kind", "level", "does", "statutory", "covers"})
"""Keys that hold a word of the vocabulary, which is shown with spaces."""
_NAMES = {"nation": Nation, "church_schools": Church}
"""Keys that hold a word of the vocabulary which is a name: `Northern Ireland`."""
_PARTS = {
    "without": "stated to have no seat: {who}",
    "consulted": "consulted: {who}",
    "informed": "kept informed: {who}",
    "responsible_for": "answers for: {theme}",
    "monitors": "monitors: {theme}",
    "accountable_to": "is accountable to {to}",
}


def field_words(report: Report, field: Field) -> str:
    """What a value was and is, as each side states it; a name of a person is left out."""
    key = field.key.replace("_", " ")
    if field.key in PERSONAL:
        return f"{key} (a name, left out here)"
    return f"{key}: {_value(report, field.key, field.before)} → {_value(report, field.key, field.after)}"


def _value(report: Report, key: str, value: Any) -> str:
    if value is None:
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_value(report, key, item) for item in value)
    if isinstance(value, dict):
        title = report.entry_name("sources", str(value.get("id")))
        return f"{title}, {value['where']}" if "where" in value else title
    if key in ("holder", "appointed_by", "represented_by"):
        return report.name(value)
    if key in ("on_behalf_of", "for", "raised_by"):
        return report.constituency_name(value)
    if key in _NAMES:
        return _NAMES[key](value).words
    return str(value).replace("_", " ") if key in _WORDS else str(value)


def record_words(report: Report, key: str, record: dict[str, Any], *, bare: bool = False) -> str:
    """A seat, a tie, a contact in words; bare: without what it states beside whom it is about."""
    if key in relation_keys():
        text = f"{relation_keys()[key].words} {report.name(record['to'])}"
        details_of = Appointment.model_validate(record).details if key == "appoints" and not bare else ""
        text = f"{text}: {details_of}" if details_of else text
    elif key == "composition":
        text = _rule_on_members(report, record)
    elif key == "seats":
        text = _seat(report, record, bare=bare)
    elif key == "contacts":
        named = record.get("title") or record.get("post")
        text = f"contact for {report.constituency_name(record['for'])}{f' ({named})' if named else ''}"
        text = f"vacant {text}" if record.get("vacant") else text
    else:
        text = _PARTS[key].format(
            who=report.constituency_name(record.get("constituency", "")),
            theme=report.entry_name("themes", record.get("theme", "")),
            to=record.get("to"),
        )
    details = [] if bare else [f"{word} {record[word]}" for word in ("from", "until") if word in record]
    if not bare and "status" in record:
        details.insert(0, record["status"].replace("_", " "))
    return f"{text} ({', '.join(details)})" if details else text


def _rule_on_members(report: Report, record: dict[str, Any]) -> str:
    rule = Composition.model_validate(record)
    text = f"rule on members: {listed(rule.limits)}"
    if rule.on_behalf_of is not None:
        return f"{text} for {report.constituency_name(rule.on_behalf_of)}"
    return f"{text} as {rule.capacity_words}" if rule.as_ else text


def _seat(report: Report, seat: dict[str, Any], *, bare: bool) -> str:
    count, several = seat.get("count", 1), seat.get("several", False)
    one, many = ("place in attendance", "places in attendance") if is_attendance_only(seat) else ("seat", "seats")
    text = many if several or count > 1 else one
    text = f"vacant {text}" if seat.get("vacant") else text
    if (several or count > 1) and not bare:
        text = f"{'several' if several else number_words(count)} {text}"
    if "on_behalf_of" in seat:
        text += f" for {report.constituency_name(seat['on_behalf_of'])}"
    if "holder" in seat:
        text += f" held by {report.name(seat['holder'])}"
    role, votes = seat.get("role"), seat.get("votes")
    details = [Role(role).words] if role and not bare else []
    if votes is not None and not bare:
        details.append("with a vote" if votes else "without a vote")
    return f"{text}, {', '.join(details)}" if details else text


def is_attendance_only(seat: dict[str, Any]) -> bool:
    """Whether a seat is only a place in the room."""
    return Role(seat.get("role", Role.MEMBER)).attends_only


_PLURALS = {
    "body": "bodies",
    "constituency": "constituencies",
    "duty": "duties",
    "rule on members": "rules on members",
    "accountability": "lines out of the structure",
    "way of taking part": "ways of taking part",
    "attendance": "places in attendance",
}
_SINGULARS = {"accountability": "line out of the structure", "attendance": "place in attendance"}
_ENTRY = 2
_MINOR = frozenset({"source", "note"})
_HEIRS = {
    SuccessorBy.REPLACES: "{old} is replaced by {new}, as the file states.",
    SuccessorBy.SAME_NAME: "{old} has another id, but the same name. govgraph takes it for the same body, which is a "
    "guess. To make it certain, write `replaces`.",
    SuccessorBy.SIMILAR_NAME: "{old} may have been renamed to {new}, because the names are alike. This guess counts "
    "for nothing: govgraph takes one for gone, and the other for new. To make it certain, write `replaces`.",
}


class ChangeRow(NamedTuple):
    """One change for a person: what it is about, what happened, and to what."""

    subject: str
    kind: ChangeKind
    what: str
    body: str | None = None
    """The id of the body that it is about."""

    @property
    def sentence(self) -> str:
        """The row as one line of text."""
        return f"{self.subject}: {self.kind.value}: {self.what}"


def successors(report: Report) -> Iterator[str]:
    """A sentence for each body that stands for another under another id, or perhaps does."""
    against = report.against
    for heir in against.heirs if against else ():
        yield _HEIRS[heir.by].format(old=report.name_before(heir.before), new=report.name(heir.after))


def change_rows(report: Report) -> tuple[ChangeRow, ...]:
    """A row for each change but those of sources and notes: bodies last, in the order of their names."""
    of_bodies: list[ChangeRow] = []
    others: list[ChangeRow] = []
    for change in _changes_of(report):
        if not _is_minor(change):
            row = ChangeRow(_subject(report, change), _kind(change), _description(report, change), change.body)
            (others if change.body is None else of_bodies).append(row)
    return (*others, *sorted(of_bodies, key=lambda row: row.subject.casefold()))


def minor_changes_sentence(report: Report) -> str:
    """How many changes `changes` leaves out: those of sources and notes. Empty where there are none."""
    number = sum(map(_is_minor, _changes_of(report)))
    return f"Sources and notes: {plural(number, 'change')}, not listed here (JSON has them)." if number else ""


def changes_summary(report: Report) -> str:
    """How many statements of each kind were added and removed, and how many things changed."""
    if report.against is None or report.against.structure is None:
        return ""
    if not report.against.changes:
        return "The two state the same."
    kinds = []
    for kind in ChangeKind:
        nouns = Counter(noun for noun, of_kind, _ in _changed_things(report) if of_kind is kind)
        if nouns:
            words = (plural(nouns[noun], _SINGULARS.get(noun, noun), _PLURALS.get(noun)) for noun in sorted(nouns))
            kinds.append(f"{kind.value}: {', '.join(words)}")
    return " ".join([f"{'; '.join(kinds).capitalize()}.", *_answered_absences(report)])


def _answered_absences(report: Report) -> Iterator[str]:
    """A sentence on each seat that takes the place of a stated absence."""
    for change in _changes_of(report):
        if change.in_place_of:
            people = lower_group(report.constituency_name(change.in_place_of["constituency"]))
            body = with_the(report.name(str(change.body)))
            yield f"The seat for {people} on {body} replaces the statement that they had none."


def _changed_things(report: Report) -> dict[tuple[str, ChangeKind, object], None]:
    """What was added, removed or changed, each once: an entry of which several values differ changed once."""
    things: dict[tuple[str, ChangeKind, object], None] = {}
    for number, change in enumerate(_changes_of(report)):
        if change.is_element or len(change.path) == _ENTRY:
            attends = change.noun == "seat" and is_attendance_only(_latest(change))
            things["attendance" if attends else change.noun, change.kind, number] = None
        else:
            section = str(change.path[0])
            noun = {"bodies": "body", "constituencies": "constituency"}.get(section, section.removesuffix("s"))
            things[noun if len(change.path) > 1 else "heading", ChangeKind.CHANGED, change.path[:_ENTRY][-1]] = None
    return things


def _latest(change: Change) -> Any:
    """What is there now, else what was; an empty record is there."""
    return change.before if change.after is None else change.after


def _changes_of(report: Report) -> tuple[Change, ...]:
    return report.against.changes if report.against else ()


def _is_minor(change: Change) -> bool:
    if change.is_element and change.kind is ChangeKind.CHANGED:
        return {field.key for field in change.fields()} <= _MINOR
    return change.path[0] == "sources" or (not change.is_element and change.path[-1] in _MINOR)


def _kind(change: Change) -> ChangeKind:
    """Of a single value only that it changed: what it was before is shown beside it."""
    return change.kind if change.is_element or len(change.path) == _ENTRY else ChangeKind.CHANGED


def _subject(report: Report, change: Change) -> str:
    if len(change.path) < _ENTRY:
        return "The structure"
    section, key = str(change.path[0]), str(change.path[1])
    return report.entry_name(section, key)


def _element(report: Report, change: Change) -> str:
    key = str(change.path[-1])
    if change.kind is not ChangeKind.CHANGED:
        return record_words(report, key, _latest(change))
    fields = "; ".join(field_words(report, field) for field in change.fields() if field.key not in _MINOR)
    return f"{record_words(report, key, change.before, bare=True)} ({fields})"


def _description(report: Report, change: Change) -> str:
    if change.is_element:
        answers = "; until now the file said that they had none" if change.in_place_of else ""
        return f"{_element(report, change)}{answers}"
    if len(change.path) == _ENTRY:
        kind = _latest(change).get("kind")
        return f"{change.noun} ({kind.replace('_', ' ')})" if kind else change.noun
    return field_words(report, Field(change.noun, change.before, change.after))
