"""Bodies, groups of people and themes that a person confirms to be the same: two records become one."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_origin

from govgraph.formats.drafts.completeness import COMPLETENESS, Listed, join_completeness
from govgraph.formats.drafts.rows import DraftRow, cell_label
from govgraph.formats.drafts.sources import Data, add_line
from govgraph.formats.drafts.stating import Stating, element_text, term_at
from govgraph.formats.drafts.words import Aim, meaning_of
from govgraph.formats.sheets.columns import header_of
from govgraph.formats.sheets.layout import ties
from govgraph.model import Structure
from govgraph.model.faults import Loc
from govgraph.model.fields import shapes
from govgraph.model.proposal import proposal_sentence
from govgraph.model.scalars import as_list, loose_name, quoted
from govgraph.model.statement import Record

_SECTIONS = ("bodies", "constituencies", "themes")
_JOINED = ("name", "other_names", "note", "source")
"""Keys that are joined in ways of their own."""


class Pair(NamedTuple):
    """Two entries of a section that are one: the id that goes, the id that is kept, and the row that says so."""

    section: str
    gone: str
    kept: str
    row: DraftRow

    @property
    def path(self) -> Loc:
        """The path of the entry that is kept."""
        return (self.section, self.kept)


def same_pairs(stating: Stating, rows: Sequence[DraftRow]) -> Iterator[Pair]:
    """The entries that rows say are the same. From here on all names of both mean the one that is kept."""
    for row in rows:
        found = (_both(stating, section, row) for section in _SECTIONS)
        section, first, second = next((ends for ends in found if ends is not None), ("", "", ""))
        if not section:
            stating.body(row)  # which say what is missing
            stating.body(row, "value")
        elif first != second:
            # What other parts of the file state is kept before what only the draft does.
            is_own = (section, first) not in stating.made or (section, second) in stating.made
            gone, kept = (second, first) if is_own else (first, second)
            stating.names.join(section, gone, kept)
            yield Pair(section, gone, kept, row)


def _both(stating: Stating, section: str, row: DraftRow) -> tuple[str, str, str] | None:
    ends = []
    for text in (row.proposal.body, str(row.proposal.value)):
        try:
            found = stating.find(section, text)
        except ValueError:
            return None
        if found is None or stating.record((section, found)) is None:
            return None
        ends.append(found)
    return section, ends[0], ends[1]


def join_pairs(stating: Stating, pairs: Sequence[Pair], decided: Collection[tuple[Loc, str]]) -> None:
    """Make one record of each pair; a fault where they say different things, unless a confirmed row decides it.

    `decided` has the keys that a row decides, each with the path of its entry.
    """
    if not pairs:
        return
    ids = {section: _last_ids(section, pairs) for section in _SECTIONS}
    data = stating.document.data
    listed = Listed(data, ids)
    for section, shape in shapes(Structure).items():
        for key, entry in stating.document.section(section).items() if shape.by_id else ():
            if shape.model is not None:
                data[section][key] = _renamed(shape.model, entry, ids)
    for pair in pairs:
        _join(stating, pair, decided, listed)


_CELLS = {"body": _SECTIONS, "holder": ("bodies",), "on_behalf_of": ("constituencies",)}
"""The cells of a row that name an entry, with the sections in which it may be."""


def renamed_cells(row: DraftRow, gone_names: Mapping[tuple[str, str], str]) -> Data:
    """The cells of an open row that name what is gone, with what they should name now, and its sentence anew.

    `gone_names` has, by section and name as names are compared, what to write in its place.
    """
    proposal = row.proposal
    cells = {**_CELLS, **({"value": _SECTIONS} if _ends_at_an_entry(proposal.what) else {})}
    update: Data = {}
    for cell, sections in cells.items():
        text = getattr(proposal, cell)
        found = (gone_names.get((section, loose_name(text))) for section in sections if text)
        name = next(filter(None, found), None)
        if name is not None:
            update[cell] = name
    if update and proposal.proposal == proposal_sentence(proposal):
        update["proposal"] = proposal_sentence(proposal.model_copy(update=update))
    return update


def _ends_at_an_entry(what: str | None) -> bool:
    try:
        return what is None or meaning_of(what).aim in (Aim.TIE, Aim.SAME)
    except ValueError:
        return False


def gone_names(stating: Stating, pairs: Sequence[Pair]) -> dict[tuple[str, str], str]:
    """What no entry is called any more, with the name of the one that is kept: ids, and names that it did not take."""
    found: dict[tuple[str, str], str] = {}
    for pair in reversed(pairs):
        kept, gone = stating.record(pair.path), stating.record((pair.section, pair.gone))
        name = found.get((pair.section, loose_name(pair.kept))) or str((kept or {}).get("name") or pair.kept)
        names = [pair.gone, *([str(gone["name"])] if gone and pair.section != "bodies" and gone.get("name") else [])]
        found |= {(pair.section, loose_name(each)): name for each in names}
    return found


def _last_ids(section: str, pairs: Sequence[Pair]) -> dict[str, str]:
    """The id that is kept in the end, by each that goes."""
    found: dict[str, str] = {}
    for pair in reversed(pairs):
        if pair.section == section:
            found[pair.gone] = found.get(pair.kept, pair.kept)
    return found


def _renamed(model: type[Record], data: Any, ids: Mapping[str, Mapping[str, str]]) -> Any:
    """The data of a record with ids replaced, by section."""
    if isinstance(data, str) and model.shorthand:
        shape = shapes(model).get(model.shorthand)
        return ids.get(shape.refers or "", {}).get(data, data) if shape is not None else data
    if not isinstance(data, dict):
        return data
    renamed = dict(data)
    for key, shape in shapes(model).items():
        value = data.get(key)
        if value is None:
            continue
        if shape.model is not None:
            items = [_renamed(shape.model, item, ids) for item in as_list(value)]
        else:
            known = ids.get(shape.refers or "", {})
            items = [known.get(item, item) if isinstance(item, str) else item for item in as_list(value)]
        renamed[key] = items if isinstance(value, list) else items[0]
    return renamed


def _join(stating: Stating, pair: Pair, decided: Collection[tuple[Loc, str]], listed: Listed) -> None:
    """Add all that the record of one entry states to that of another."""
    record, other = stating.record(pair.path), stating.document.data[pair.section].pop(pair.gone, None)
    if record is None or not isinstance(other, dict):
        return
    model = shapes(Structure)[pair.section].model
    assert model is not None  # noqa: S101 - entries are records
    gone: Loc = (pair.section, pair.gone)
    join_completeness(stating, pair.path, (record, other), listed, pair.gone)
    for key in (key for key, value in other.items() if value not in (None, "", [])):
        if key in _JOINED or key in COMPLETENESS[pair.section]:
            continue
        if _is_list(model, key):
            _join_list(stating, pair, model, (record, other), key)
        elif record.get(key) in (None, ""):
            record[key] = other[key]
            stating.marks.place((*pair.path, key), (*gone, key))
        elif (pair.path, key) not in decided and term_at(model, key, record[key]) != term_at(model, key, other[key]):
            _report_difference(stating, pair, model, key, (record, other))
    _join_names(stating, pair, record, other)
    _join_sources(stating, record, other)
    if pair.section == "bodies":
        _report_loops(stating, pair, record)


def _is_list(model: type[Record], key: str) -> bool:
    field = next((field for name, field in model.model_fields.items() if (field.alias or name) == key), None)
    return field is not None and get_origin(field.annotation) is tuple


def _join_list(stating: Stating, pair: Pair, model: type[Record], records: tuple[Data, Data], key: str) -> None:
    """Add what one list has and the other has not, or not so often; sources and notes make no difference."""
    record, other = records
    joined = [*as_list(record.get(key) or [])]
    there = Counter(element_text(model, key, item) for item in joined)
    for number, item in enumerate(as_list(other[key])):
        text = element_text(model, key, item)
        if there[text]:
            there[text] -= 1
            continue
        stating.marks.place((*pair.path, key, len(joined)), (pair.section, pair.gone, key, number))
        joined.append(item)
    record[key] = joined


def _report_difference(stating: Stating, pair: Pair, model: type[Record], key: str, records: tuple[Data, Data]) -> None:
    values = [
        f"{quoted(record[key])} for {record.get('name')} ({cell_label(stating.document, (pair.section, name, key))})"
        for record, name in zip(records, (pair.kept, pair.gone), strict=True)
    ]
    names = " and ".join(str(record.get("name")) for record in records)
    what = f"{names} are confirmed to be the same {model.noun}, but {header_of(key, model.noun)} is"
    stating.fault(pair.row.at("confirmed"), f"{what} {' and '.join(values)}: keep one of the two.")


def _join_names(stating: Stating, pair: Pair, record: Data, other: Data) -> None:
    """The names of both; a group of people and a theme have one name, so that another goes into the note."""
    names = [name for name in (other.get("name"), *as_list(other.get("other_names") or [])) if isinstance(name, str)]
    for name in names:
        if pair.section == "bodies":
            stating.add_other_name(pair.path, name, (pair.section, pair.gone, "name"))
        elif loose_name(name) != loose_name(str(record.get("name"))):
            add_line(record, f"Also called {name}.")
    for line in str(other.get("note") or "").split("\n"):
        if line:
            add_line(record, line)


def _join_sources(stating: Stating, record: Data, other: Data) -> None:
    """Keep the source of the first; of another source, say in its note where that says so too."""
    sources = (record.get("source"), other.get("source"))
    own, second = ({"id": each} if isinstance(each, str) and each else each for each in sources)
    if not isinstance(own, dict) or not isinstance(second, dict):
        if own or second:
            record["source"] = own or second
    elif own != second:
        source = stating.document.section("sources").get(str(second.get("id")))
        title = source.get("title") if isinstance(source, dict) else None
        place = ", ".join(str(part) for part in (title or second.get("id"), second.get("where")) if part)
        own = dict(own)
        add_line(own, f"Also: {place}" + (f": “{second['note']}”" if second.get("note") else ""))
        record["source"] = own


def _report_loops(stating: Stating, pair: Pair, record: Data) -> None:
    """Report ties that now lead from the body to itself."""
    for key, tie in ties().items():
        for item in as_list(record.get(key) or []) if tie.to.refers_to == "bodies" else ():
            end = item if isinstance(item, str) else item.get("to") if isinstance(item, dict) else None
            if end == pair.kept:
                names = f"{pair.row.proposal.body} and {pair.row.proposal.value}"
                why = f"{names} are confirmed to be the same body, but one of them {tie.words} the other: keep one."
                stating.fault(pair.row.at("confirmed"), why)
