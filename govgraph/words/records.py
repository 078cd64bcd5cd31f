"""How reports speak of one statement as plain data: a seat, a tie, a contact, a value and what it became."""

from typing import Any

from govgraph.findings import Report
from govgraph.model import Role, Status, relation_keys
from govgraph.model.change import PERSONAL, Field

_DEFAULTS = {"role": Role.MEMBER.value, "status": Status.IN_PLACE.value, "vacant": False, "lead": False}
_PARTS = {
    "without": "stated to have no seat: {who}",
    "consulted": "consulted: {who}",
    "informed": "kept informed: {who}",
    "responsible_for": "answers for: {theme}",
    "monitors": "monitors: {theme}",
    "accountable_to": "is accountable to {to}",
}


def field_words(report: Report, field: Field, *, of_body: bool = True) -> str:
    """What a value was and is; a name of a person is left out."""
    key = field.key.replace("_", " ")
    if field.key in PERSONAL:
        return f"{key} (a name, left out here)"
    default = _DEFAULTS.get(field.key)
    if field.key == "status" and not of_body:
        default = "as its body"
    old = default if field.before is None else field.before
    new = default if field.after is None else field.after
    return f"{key}: {_value(report, field.key, old)} → {_value(report, field.key, new)}"


def _value(report: Report, key: str, value: Any) -> str:
    if value is None:
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_value(report, key, one) for one in value)
    if isinstance(value, dict):
        title = report.entry_name("sources", str(value.get("id")))
        return f"{title}, {value['where']}" if "where" in value else title
    if key in ("holder", "appointed_by", "represented_by"):
        return report.name(value)
    if key in ("on_behalf_of", "for", "raised_by"):
        return report.constituency_name(value)
    return str(value).replace("_", " ") if key in ("role", "status", "kind", "level", "does") else str(value)


def record_words(report: Report, key: str, record: dict[str, Any], *, bare: bool = False) -> str:
    """A seat, a tie, a contact in words; bare: without what it states beside whom it is about."""
    if key in relation_keys():
        said = f"{relation_keys()[key].words} {report.name(record['to'])}"
    elif key == "seats":
        said = _seat(report, record, bare=bare)
    elif key == "contacts":
        named = record.get("title") or record.get("post")
        said = f"contact for {report.constituency_name(record['for'])}{f' ({named})' if named else ''}"
    else:
        said = _PARTS[key].format(
            who=report.constituency_name(record.get("constituency", "")),
            theme=report.entry_name("themes", record.get("theme", "")),
            to=record.get("to"),
        )
    aside = [] if bare else [f"{word} {record[word]}" for word in ("from", "until") if word in record]
    if not bare and "status" in record:
        aside.insert(0, record["status"].replace("_", " "))
    return f"{said} ({', '.join(aside)})" if aside else said


def _seat(report: Report, seat: dict[str, Any], *, bare: bool) -> str:
    said = "place in attendance" if only_attends(seat) else "seat"
    said = f"vacant {said}" if seat.get("vacant") else said
    if "on_behalf_of" in seat:
        said += f" for {report.constituency_name(seat['on_behalf_of'])}"
    if "holder" in seat:
        said += f" held by {report.name(seat['holder'])}"
    role, votes = seat.get("role"), seat.get("votes")
    more = [Role(role).words] if role and not bare else []
    if votes is not None and not bare:
        more.append("with a vote" if votes else "without a vote")
    return f"{said}, {', '.join(more)}" if more else said


def only_attends(seat: dict[str, Any]) -> bool:
    """Whether a seat is only a place in the room."""
    return Role(seat.get("role", Role.MEMBER)).attends_only
