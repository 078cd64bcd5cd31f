"""Puts structures of one area together. Nothing is read as stated that no file states, and nothing is lost.

What is joined, and what is asked:

- A body, a group of people or a theme that is in two files by one name, or another name, is proposed to be the same, in
  a row of the draft. Until a person says yes, both stand.
- Only where two files are versions of one (half the bodies of the smaller one or more have the same id, name and kind),
  entries with the same id, name and kind that contradict one another nowhere are joined at once: there it is no guess,
  since both were written as one entry. An id and a name alone show nothing: two schools each have a `board`, The Board.
- Documents of the same title are one source, unless their publisher, date or address differ.
- What two that may be the same say differently is a question, with a row for what each says. Until a person decides,
  neither is stated; a kind, a status and dates stay with each body, because left empty they would say something.
- What no row can hold (who sits on a seat, from when) is asked beside the question whether the two are the same.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from govgraph.formats.structure_files import without_garbage_collection
from govgraph.merging.differences import Compared, Differences
from govgraph.merging.entries import SECTIONS, Data, Entry, file_of, free_id, with_ids
from govgraph.merging.inside import lines_inside
from govgraph.merging.joining import join, keep_source
from govgraph.merging.names import Names, names_as_written
from govgraph.merging.own_drafts import own_drafts
from govgraph.merging.questions import Questions
from govgraph.merging.rows import Rows
from govgraph.merging.sameness import Classes, Pair, alike_by_name, same_by_id, same_by_name, versions
from govgraph.merging.sources import add_file_sources, give_defaults, same_documents, sources_of
from govgraph.merging.whole import of_the_whole
from govgraph.model import Structure
from govgraph.model.faults import Fault, InputError, input_error
from govgraph.model.proposal import Proposal
from govgraph.model.references import cross_faults
from govgraph.model.scalars import plain_name
from govgraph.model.validation import Document

_PROPOSED = ("bodies", "constituencies", "themes")
"""The sections of which a row may say that two entries are the same."""


class Part(NamedTuple):
    """One of the structures that are put together, and what its file is called."""

    name: str
    structure: Structure


class Merged(NamedTuple):
    """A structure of several, and what it asks; what is asked is in its draft, row by row."""

    structure: Structure
    joined: tuple[str, ...]
    """Bodies, groups and themes that versions of one file have alike, and that are joined."""
    same: tuple[str, ...]
    """Those that are proposed to be the same as one of another file."""
    alike: tuple[str, ...]
    """Those of which the name is only like that of one of another file."""
    differences: tuple[str, ...]
    """What the files say differently of what may be the same, as questions."""


def merge(parts: Sequence[Part]) -> Merged:
    """One structure of what several state. Raises InputError where no structure can be made of them.

    >>> import govgraph
    >>> one = govgraph.read_text("bodies: {hwb: {name: Health Board, kind: board, meets: monthly}}")
    >>> other = govgraph.read_text("bodies: {b1: {name: The Health Board, kind: board, meets: quarterly}}")
    >>> merged = merge([Part("a.yaml", one), Part("b.yaml", other)])
    >>> merged.same, merged.differences
    (('Health Board',), ('a.yaml says monthly, b.yaml says quarterly. Which is right?',))
    """
    if len(parts) < 2:  # noqa: PLR2004 - one is no merge
        raise input_error("Name two files or more to merge.")
    with without_garbage_collection():
        try:
            return _Merge(parts, joins=True).merged()
        except InputError:  # what versions of one file say may only be at odds once it is joined: then nothing is
            return _Merge(parts, joins=False).merged()


class _Merge:
    """One merge, step by step."""

    def __init__(self, parts: Sequence[Part], *, joins: bool) -> None:
        self._files = [file_of(number, part.name, part.structure) for number, part in enumerate(parts)]
        self._names = [part.name for part in parts]
        self._versions = versions(self._files)
        self._joins = joins
        self._notices: list[str] = []
        self._made: set[str] = set()
        self._shared: Data = {}
        self._joined = Classes()
        self._entries = self._sourced_entries()

    def _of(self, section: str) -> list[Entry]:
        return [entry for entry in self._entries.values() if entry.section == section]

    def _sourced_entries(self) -> dict[str, Entry]:
        """All entries by key: documents that are the same are one, and every entry has a source."""
        made = add_file_sources(self._files)
        sources = [entry for file in self._files for entry in file.of("sources")]
        for one, other in same_documents(sources):
            self._joined.join(one.key, other.key)
            one.data = {**other.data, **one.data}
            one.files += other.files
        mapping = self._joined.mapping(entry.key for entry in sources)
        for file in self._files:
            file.whole = with_ids(Structure, file.whole, mapping)
            for entry in file.entries.values():
                entry.data = with_ids(SECTIONS[entry.section], entry.data, mapping)
        self._made = {mapping[key] for key in made} - {mapping[entry.key] for entry in sources if entry.key not in made}
        self._shared = give_defaults(self._files, self._made)
        entries = {key: entry for file in self._files for key, entry in file.entries.items()}
        return {key: entry for key, entry in entries.items() if mapping.get(key, key) == key}

    def merged(self) -> Merged:
        """The structure, its draft, and what is to be said of it."""
        pairs, left_out = self._pairs()
        names = [self._entries[key].name for key in self._join_versions(pairs)] if self._joins else []
        pairs = self._of_joined(pairs)
        alike = alike_by_name(self._of("bodies"), self._taken(pairs, left_out))
        self._give_ids()
        compared = self._compared(pairs)
        found = self._differences(pairs, compared)
        rows = Rows(self._files, self._entries, Names(self._entries.values()), compared)
        for pair in (*pairs, *alike):
            for key in (pair.first, pair.second):
                keep_source(self._entries[key])
        questions = Questions(rows, self._entries)
        draft = list(questions.of_pairs(pairs, found))
        draft += [rows.same(pair, None) for pair in alike]
        questions.take_out()
        draft += self._inside(rows)
        draft += own_drafts(self._files, self._entries, self._joined, Names(self._entries.values()))
        structure = self._structure(draft)
        return Merged(
            structure,
            tuple(names),
            tuple(self._entries[pair.first].name for pair in pairs),
            tuple(self._entries[pair.first].name for pair in alike),
            tuple(dict.fromkeys(questions.asked)),
        )

    def _pairs(self) -> tuple[list[Pair], set[str]]:
        """What may be the same, and the entries of which too many have one name."""
        found: list[Pair] = []
        left_out: set[str] = set()
        for section in _PROPOSED:
            entries = self._of(section)
            same = same_by_name(entries)
            found += same.pairs
            left_out |= same.crowded
            titles = [entry.name for entry in entries if entry.key in same.crowded]
            if titles:
                names = ", ".join(dict.fromkeys(f"“{title}”" for title in titles[:20]))
                self._notices.append(f"Too many entries have one name to say which are the same, so none is: {names}.")
        return [*found, *same_by_id(self._files, self._versions, found)], left_out

    def _compared(self, pairs: Sequence[Pair]) -> Compared:
        probable = Classes()
        for pair in pairs:
            probable.join(pair.first, pair.second)
        return Compared(probable.mapping(self._entries), self._names, self._of("constituencies"), self._shared)

    def _join_versions(self, pairs: Sequence[Pair]) -> Iterator[str]:
        """Join what versions of one file have alike; the keys of what is one now."""
        compared = self._compared(pairs)
        gone: set[str] = set()
        joined: dict[str, None] = {}
        for pair in pairs:
            first, second = self._entries[self._joined.first(pair.first)], self._entries[pair.second]
            if second.key in gone or not self._is_version(first, second):
                continue
            if not compared.differences(first, second).contradict:
                join(first, second, compared)
                self._joined.join(first.key, second.key)
                gone.add(second.key)
                joined[first.key] = None
        mapping = self._joined.mapping(self._entries)
        self._entries = {key: entry for key, entry in self._entries.items() if key not in gone}
        for entry in self._entries.values():
            entry.data = _once(entry, with_ids(SECTIONS[entry.section], entry.data, mapping))
        return iter(joined)

    def _is_version(self, first: Entry, second: Entry) -> bool:
        """Whether versions of one file have two entries under one id, by one name, and of one kind."""
        if not any((min(a, b), max(a, b)) in self._versions for a in first.files for b in second.files):
            return False
        alike = first.own_id == second.own_id and plain_name(first.name) == plain_name(second.name)
        return alike and first.data.get("kind") == second.data.get("kind")

    def _of_joined(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The pairs that are left once what is alike is joined, each once."""
        found: dict[tuple[str, str], Pair] = {}
        for pair in pairs:
            one, other = self._joined.first(pair.first), self._joined.first(pair.second)
            if one != other and (other, one) not in found:
                found.setdefault((one, other), Pair(one, other, pair.why))
        return list(found.values())

    def _taken(self, pairs: Sequence[Pair], left_out: set[str]) -> set[str]:
        """The bodies for which no other is looked for whose name is only alike."""
        joined = {key for key, entry in self._entries.items() if len(entry.files) > 1}
        return {key for pair in pairs for key in (pair.first, pair.second)} | left_out | joined

    def _give_ids(self) -> None:
        """Ids as the files have them; with a number where another file has one already, or calls something so."""
        entries = sorted(self._entries.values(), key=lambda entry: entry.files[0])
        called: dict[tuple[str, str], set[int]] = {}
        for entry in entries:
            for name in names_as_written(entry):
                called.setdefault((entry.section, plain_name(name)), set()).update(entry.files)
        taken: dict[str, set[str]] = {section: set() for section in SECTIONS}
        for entry in entries:
            by_others = called.get((entry.section, entry.own_id), set()) - set(entry.files)
            known = taken[entry.section]
            entry.id = free_id(entry.own_id, {*known, entry.own_id} if by_others else known)
            known.add(entry.id)

    def _differences(self, pairs: Sequence[Pair], compared: Compared) -> dict[tuple[str, str], Differences]:
        """What those that may be the same say differently, two by two of different files."""
        classes = Classes()
        for pair in pairs:
            classes.join(pair.first, pair.second)
        together: dict[str, dict[str, Entry]] = {}
        for pair in pairs:
            for key in (pair.first, pair.second):
                together.setdefault(classes.first(pair.first), {})[key] = self._entries[key]
        return {
            (one.key, other.key): compared.differences(one, other)
            for several in together.values()
            for one, other in combinations(several.values(), 2)
            if not set(one.files) & set(other.files)
        }

    def _inside(self, rows: Rows) -> list[Proposal]:
        """Ask about lines that one file ends in words, to what another lists as a body: they cannot both be stated."""
        names = ("name", "kind", "other_names", "accountable_to")
        bodies = ((entry.id, {key: entry.data.get(key) for key in names}) for entry in self._of("bodies"))
        structure = Structure.model_validate({"bodies": dict(bodies)})
        by_id = {entry.id: entry for entry in self._of("bodies")}
        found: dict[str, list[int]] = {}
        for id_, number in lines_inside(structure):
            found.setdefault(id_, []).append(number)
        draft = []
        for id_, numbers in found.items():
            entry = by_id[id_]
            draft += [rows.inside(entry, number) for number in numbers]
            lines = entry.data.pop("accountable_to")
            left = [line for number, line in enumerate(lines) if number not in numbers]
            entry.data |= {"accountable_to": left} if left else {}
            self._unsay_complete_lines(entry)
        return draft

    def _unsay_complete_lines(self, entry: Entry) -> None:
        """No list is complete of which a line was taken: that would state that the line is not there."""
        shared = self._shared.pop("lines", None)
        for body in self._of("bodies") if shared is not None else ():
            body.data.setdefault("lines", shared)
        entry.data.pop("lines", None)

    def _data(self, draft: Sequence[Proposal]) -> Data:
        ids = {entry.key: entry.id for entry in self._entries.values()}
        whole, notices = of_the_whole(self._files)
        self._notices += [notice for notice in notices if notice not in self._notices]
        shared = with_ids(Structure, self._shared, ids)
        used = {key for entry in self._entries.values() for key in sources_of(entry)}
        sections: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
        for entry in self._entries.values():
            if entry.key in self._made and entry.key not in used:
                continue  # all that rested on the file alone is in another file too
            sections[entry.section][entry.id] = with_ids(SECTIONS[entry.section], entry.data, ids)
        return {**whole, **shared, **sections, "draft": list(draft)}

    def _structure(self, draft: Sequence[Proposal]) -> Structure:
        structure = Structure.model_validate(self._data(draft))
        data = structure.model_dump(mode="json", by_alias=True, exclude_unset=True)
        faults = list(cross_faults([(Document(None, data=data), structure)], whole=True, may_be_draft=True))
        if faults:
            raise InputError(faults)
        return structure.placed(None, [Fault(None, None, None, notice) for notice in self._notices])


def _once(entry: Entry, data: Data) -> Data:
    """The data with each id once in lists of ids, as in Represented by."""
    if entry.section != "bodies":
        for key, value in data.items():
            if isinstance(value, list):
                data[key] = list(dict.fromkeys(value))
    return data
