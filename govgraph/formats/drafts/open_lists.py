"""Lists that are said to be complete while the draft has rows for them that nobody has answered: they are open."""

from collections.abc import Iterator, Sequence

from govgraph.formats.drafts.rows import DraftRow, row_label
from govgraph.formats.drafts.sources import Data
from govgraph.formats.drafts.stating import Stating
from govgraph.formats.drafts.words import Aim, known_meaning
from govgraph.formats.sheets.layout import find_column, sheets, ties
from govgraph.language import capitalised, plural_verb, with_the
from govgraph.model import Completeness
from govgraph.model.faults import Loc
from govgraph.model.scalars import as_list, loose_name

_LINES = ("reports_to", "accountable_to", "scrutinised_by", "overseen_by", "part_of")
"""The relations that a body's list of lines holds."""
_AT_THE_OTHER_END = {
    "part_of": ("bodies", "parts"),
    "responsible_for": ("themes", "owners"),
    "monitors": ("themes", "monitors"),
}
"""Relations that make a list of the entry to which they lead: the section of that entry, and the key of the list."""


def reopen_lists(stating: Stating, rows: Sequence[DraftRow]) -> None:
    """Let lists be complete no more for which rows that nobody has answered propose another item; a notice for each.

    Otherwise a check would say that somebody has no seat, while a row is waiting that gives them one.
    """
    waiting: dict[Loc, dict[int, None]] = {}
    for row in rows:
        for path in _OpenNames(stating, rows).lists(row):
            waiting.setdefault(path, {})[row.number] = None
    for path, numbers in waiting.items():
        _reopen(stating, path, list(numbers))


def _reopen(stating: Stating, path: Loc, numbers: Sequence[int]) -> None:
    """Let one list be open, if it was complete."""
    section, entry, key = map(str, path)
    record, whole = stating.record((section, entry)), stating.document.data.get(key)
    stated = record.get(key) or whole if record is not None else None
    if record is None or not isinstance(stated, str) or Completeness.parse(stated) is not Completeness.COMPLETE:
        return
    name = capitalised(with_the(str(record.get("name")))) if section == "bodies" else f"“{record.get('name')}”"
    rows = f"{row_label(stating.document, *numbers)} {plural_verb('is', len(numbers))} not answered"
    what = f"{name} may have more under {stating.document.wording.key(path)}"
    stating.notice(path if record.get(key) else path[:2], f"{what}: {rows}, so the list does not count as complete.")
    if whole:
        record[key] = Completeness.PARTIAL.value
    else:
        del record[key]


class _OpenNames:
    """What open rows are about, also under names that only open rows give to a body."""

    def __init__(self, stating: Stating, rows: Sequence[DraftRow]) -> None:
        self._stating = stating
        self._others: dict[str, list[str]] = {}
        for row in rows:
            meaning, value = known_meaning(row.proposal.what), row.proposal.value
            if meaning is not None and meaning.aim in (Aim.NAME, Aim.SAME) and value:
                self._others.setdefault(loose_name(value), []).append(row.proposal.body)
                self._others.setdefault(loose_name(row.proposal.body), []).append(value)

    def lists(self, row: DraftRow) -> Iterator[Loc]:
        """The paths of the lists to which a row would add, if somebody said yes to it."""
        meaning, proposal = known_meaning(row.proposal.what), row.proposal
        if meaning is not None and meaning.aim is Aim.SEAT:
            yield from (("bodies", body, "membership") for body in self._ids("bodies", proposal.body))
        elif meaning is not None and meaning.tie is not None and proposal.value:
            ends = (proposal.value, proposal.body) if meaning.turned else (proposal.body, proposal.value)
            yield from self._of_tie(meaning.tie.key, *ends)
        elif proposal.value and _is_tie_of_unknown_kind(row):
            # It may be any relation, and lead from either of the two.
            yield from self._of_tie("part_of", proposal.body, proposal.value)
            yield from self._of_tie("part_of", proposal.value, proposal.body)

    def _of_tie(self, relation: str, start: str, end: str) -> Iterator[Loc]:
        section, key = _AT_THE_OTHER_END.get(relation, (ties()[relation].to.refers_to or "", ""))
        ends = self._ids(section, end) if section else [end]
        for body in self._ids("bodies", start):
            if relation in _LINES and not (ends and self._states(body, relation, ends)):
                yield ("bodies", body, "lines")
        for entry in ends if key else ():
            starts = self._ids("bodies", start)
            if not (starts and all(self._states(body, relation, [entry]) for body in starts)):
                yield (section, entry, key)

    def _states(self, body: str, relation: str, ends: Sequence[str]) -> bool:
        """Whether a body states all of these relations already, so that a row brings nothing new."""
        record: Data = self._stating.record(("bodies", body)) or {}
        end = str(ties()[relation].model.shorthand)
        items = [item if isinstance(item, dict) else {end: item} for item in as_list(record.get(relation) or [])]
        # One that is stated of some time alone says less than a row, which is about all times.
        stated = (item.get(end) for item in items if not any(item.get(key) for key in ("status", "from", "until")))
        return {loose_name(each) for each in ends} <= {loose_name(str(each)) for each in stated}

    def _ids(self, section: str, name: str) -> list[str]:
        """The ids of the entries that a name may mean."""
        names = [name, *(self._others.get(loose_name(name), []) if section == "bodies" else [])]
        return list(dict.fromkeys(found for each in names if (found := self._find(section, each)) is not None))

    def _find(self, section: str, name: str) -> str | None:
        try:
            return self._stating.find(section, name)
        except ValueError:
            return None  # it may mean several, which is reported once somebody says yes


def _is_tie_of_unknown_kind(row: DraftRow) -> bool:
    what = row.proposal.what
    return what is None or (known_meaning(row.proposal.what) is None and find_column(sheets()["bodies"], what) is None)
