"""GOV.UK's list of organisations, as its API gives it: a page of results, several pages, or the list alone."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from govgraph.importers.contents import clean, json_or_none, parse_json, partial_date, refused
from govgraph.importers.gathering import Gathering
from govgraph.importers.importer import Imported, Importer
from govgraph.importers.kinds import kind_in_name
from govgraph.model.vocabulary import Kind

_ORGANISATIONS = "/organisations/"
_OPEN_FORMATS = ("advisory", "ad-hoc", "ad hoc", "other", "independent monitoring")
"""How the formats begin under which committees and boards stand beside organisations."""
_STILL_THERE = ("left_gov", "devolved")
"""Why a page is closed of an organisation that goes on outside GOV.UK."""
_MISSING = "These are named as a parent or a predecessor, but are not in the file. No line leads to them: {}."
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def recognises(path: str, data: bytes) -> bool:  # noqa: ARG001 - the bytes say it
    """Whether it is a list of organisations as the API has it."""
    return any("govuk_status" in _details(each) for each in _organisations(json_or_none(data)))


def read(path: str, data: bytes) -> Imported:
    """The organisations, what each is part of, and which it replaced. Raises InputError."""
    held = parse_json(path, data)
    found = list(_organisations(held))
    if not found:
        raise refused(path, "This list of GOV.UK holds no organisations.")
    gathering = Gathering(path)
    records: dict[str, Mapping[str, Any]] = {}
    again, unnamed = [], 0
    for record in found:
        key, title = _key(record), clean(record.get("title"))
        if not key or not title:
            unnamed += 1
        elif key in records:
            again.append(title)
        else:
            records[key] = record
            _add_body(gathering, key, title, record)
    missing: dict[str, None] = {}
    for key, record in records.items():
        _relate(gathering, key, record, missing)
    _say_what_was_read(gathering, records, held)
    gathering.notice_of(again, "These stand twice in the list, and are taken once: {}.")
    if unnamed:
        gathering.notice(f"{unnamed:,} entries have no address or no title, and are left out.")
    gathering.notice_of(list(missing), _MISSING)
    return gathering.imported("Organisations on GOV.UK")


def _organisations(held: Any) -> Iterator[Mapping[str, Any]]:
    """The entries of a page, of a list of pages, or of a list of entries."""
    for page in held if isinstance(held, list) else [held]:
        if isinstance(page, dict):
            results = page.get("results")
            entries = results if isinstance(results, list) else [page]
            yield from (entry for entry in entries if isinstance(entry, dict) and "details" in entry)


def _details(record: Mapping[str, Any]) -> Mapping[str, Any]:
    details = record.get("details")
    return details if isinstance(details, dict) else {}


def _key(record: object) -> str:
    """The last part of the address of an organisation, by which others name it."""
    if not isinstance(record, dict):
        return ""
    slug = clean(_details(record).get("slug"))
    address = clean(record.get("id")) or clean(record.get("web_url"))
    return slug or address.rpartition(_ORGANISATIONS)[2].strip("/")


def _has_ended(details: Mapping[str, Any]) -> bool:
    return details.get("govuk_status") == "closed" and details.get("govuk_closed_status") not in _STILL_THERE


def _add_body(gathering: Gathering, key: str, title: str, record: Mapping[str, Any]) -> None:
    details, form = _details(record), clean(record.get("format"))
    ended = _has_ended(details)
    short = clean(details.get("abbreviation"))
    gathering.add_body(
        key,
        _LINE_BREAK.sub("", title),
        _kind(title, form),
        clean(record.get("web_url")) or key,
        wanted_id=key,
        other_names=[short] if short and short != title else None,
        status="ended" if ended else None,
        until=partial_date(details.get("closed_at")) if ended else None,
        note=f"Format on GOV.UK: {form}" if form else None,
    )


def _kind(title: str, form: str) -> Kind:
    """An organisation, since that is what the list is of; a committee or a board where name and format leave room."""
    is_open = form.lower().startswith(_OPEN_FORMATS)
    return (kind_in_name(title) if is_open else None) or Kind.ORGANISATION


def _relate(gathering: Gathering, key: str, record: Mapping[str, Any], missing: dict[str, None]) -> None:
    ways = (
        ("parent_organisations", "part_of", False),
        ("child_organisations", "part_of", True),
        ("superseded_organisations", "replaces", False),
        ("superseding_organisations", "replaces", True),
    )
    for field, relation, turned in ways:
        others = record.get(field)
        for other in map(_key, others if isinstance(others, list) else []):
            if other and other not in gathering:
                missing[other] = None
            elif other and other != key:
                one, end = (other, key) if turned else (key, other)
                gathering.relate(one, relation, end, "")  # both ends state it, and it counts once


def _say_what_was_read(gathering: Gathering, records: Mapping[str, Mapping[str, Any]], held: Any) -> None:
    kinds = {key: _kind(clean(record.get("title")), clean(record.get("format"))) for key, record in records.items()}
    by_name = [gathering.name(key) for key, kind in kinds.items() if kind is not Kind.ORGANISATION]
    gathering.notice_of(by_name, "The kind of each of these is taken from its name; all others are organisations: {}.")
    gone = [
        gathering.name(key)
        for key, record in records.items()
        if _details(record).get("govuk_status") == "closed" and not _has_ended(_details(record))
    ]
    gathering.notice_of(gone, "These have left GOV.UK, which does not say that they have ended: {}.")
    gathering.notice("A parent on GOV.UK is read as the body of which another is a part.")
    total = _total(held)
    if total > len(records):
        gathering.notice(
            f"The file holds {len(records):,} of {total:,} organisations: it is one page of several. Put all pages "
            "into one list, so that lines between them are read."
        )


def _total(held: Any) -> int:
    pages = held if isinstance(held, list) else [held]
    totals = [clean(str(page.get("total", ""))) for page in pages if isinstance(page, dict)]
    return max((int(total) for total in totals if total.isascii() and total.isdigit()), default=0)


IMPORTER = Importer("GOV.UK's organisations", (".json",), recognises, read)
