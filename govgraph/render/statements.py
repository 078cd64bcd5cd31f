"""How reports speak of dates, statuses, sources and steps of evidence."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from govgraph.findings import Report
from govgraph.graph import Step
from govgraph.graph.kernels import grouped
from govgraph.language import capitalised, listed, number_words, plural_verb
from govgraph.model import SourceRef, Status, Structure, View, relation_keys

VIEWS = {
    View.IN_PLACE: "what is in place",
    View.AGREED: "what is in place or agreed",
    View.PROPOSED: "what is in place, agreed or proposed",
}

_OTHER_RELATIONS = {
    "accountable_to": "is accountable to",
    "must_have": "must have",
    "sits_on": "sits on",
    "vacant_seat_on": "holds a vacant seat on",
    "attends": "attends",
}
_LISTED = {
    "all_seats_listed": ("The file lists every seat", " on"),
    "all_lines_listed": ("The file lists every reporting and scrutiny line", " from"),
    "all_parts_listed": ("The file lists every part", " of"),
    "all_owners_listed": ("The file lists everybody who is responsible", " for"),
    "all_monitors_listed": ("The file lists everybody who monitors", ""),
    "all_speakers_listed": ("The file lists everybody who speaks", " for"),
}
"""That a list is complete, and the word before what it is a list of."""
_FOR_THEMES = {"responsible_for": "is responsible for", "monitors": "monitors"}
_OF_THEMES = ("all_owners_listed", "all_monitors_listed")
_NOBODY = {
    "sits_on": "A seat on",
    "vacant_seat_on": "A vacant seat on",
    "attends": "Somebody attends",
    "contact_for": "A contact on",
}
"""How a way of taking part is named of which the file does not say who it is."""
_FOR_PEOPLE = {
    "sits_on": "a seat on",
    "vacant_seat_on": "a vacant seat on",
    "attends": "a place in attendance at",
    "contact_for": "a contact on",
    "consulted_by": "consulted by",
    "informed_by": "kept informed by",
    "absent_from": "no seat on",
}


_ADDRESS = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_VIEW = re.compile(r"\?view=[^#]*|/data\.[a-z]+(?=$|\?)|(?<=^legislation\.gov\.uk)/cy(?=/)|(?<=\.uk)\.(?=/)")
"""Views of the raw data, the copy in Welsh beside the English one, and the dot that may end the name of a host."""


def short_address(address: str) -> str:
    """An address of the web as people read it: `legislation.gov.uk/ukpga/2012/7/section/194`; other text as it is."""
    start = _ADDRESS.match(address)
    return _VIEW.sub("", address[start.end() :]).rstrip("/") if start else address


def title(structure: Structure) -> str:
    """What a structure is called, on one line."""
    return " ".join((structure.title or "A governance structure without a title").split())


def source(structure: Structure, reference: SourceRef | None) -> str:
    """The title of a source and the place in it; `no source given` where there is none."""
    if reference is None:
        return "no source given"
    title = structure.sources[reference.id].title
    return f"{title}, {reference.where}" if reference.where else title


_Ends = tuple[list[str | None], list[str]]


def evidence_lines(
    report: Report, steps: Iterable[Step], about: Collection[str] = (), known: SourceRef | None = None
) -> list[str]:
    """Steps of evidence: `A and B report to C (proposed; Minutes)`.

    What the structure before states begins with `Before:`. Those that differ in one end alone are one line, and so are
    a few that the same place of a source states. Bodies that the reader knows it is `about` are not named again where
    a list of theirs is complete, or people take part there. A source that is `known` is not named.
    """
    steps = list(steps)
    times = Counter(steps)
    clauses: list[tuple[str, str]] = []
    for (start, end), bundle in _bundled(steps):
        first = bundle[0]
        structure = report.stated_in(before=first.before)
        before = "Before: " if first.before else ""
        named = "" if known is not None and first.source == known else source(structure, first.source)
        stated = f"({text})" if (text := f"{_status(first)}{named}".removesuffix("; ")) else ""
        words = _words_beside(structure, first, (start, end), about)
        if len(bundle) == 1 and times[first] > 1:
            words += f" ({number_words(times[first])} of these)"
        clauses.append((f"{before}{{}} {stated}".rstrip(), words))
    lines: list[str] = []
    for place, run in groupby(clauses, key=itemgetter(0)):
        texts = [words for _, words in run]
        together = ["; ".join([texts[0], *map(_lower, texts[1:])])] if len(texts) <= _TOGETHER else texts
        lines += [place.replace("{}", words, 1) for words in together]
    return lines


def _words_beside(structure: Structure, step: Step, ends: _Ends, about: Collection[str]) -> str:
    """What a step says to a reader who knows the bodies that it is about: `A seat there`, `Every seat is listed`."""
    starts, to = ends
    is_known = set(to) == set(about)
    if is_known and step.relation in _LISTED:
        return f"{capitalised(_LISTED[step.relation][0].removeprefix('The file lists '))} is listed"
    if is_known and step.people and step.start is not None:
        people = listed([structure.constituencies[who].name for who in starts if who])
        return f"{people}: {_FOR_PEOPLE[step.relation].rpartition(' ')[0]} there{_how(step)}"
    if is_known and set(starts) == {None} and step.relation in _NOBODY:
        return f"{_NOBODY[step.relation].removesuffix(' on')} there{_how(step)}"
    return f"{_words(structure, step, starts, to)}{_how(step)}"


def _lower(words: str) -> str:
    return f"{words[0].lower()}{words[1:]}" if words.startswith(("The file ", "Every", "A ", "Somebody ")) else words


_TOGETHER = 3
"""So many steps that one place of a source states are one line."""


def _bundled(steps: Iterable[Step]) -> list[tuple[_Ends, list[Step]]]:
    """Steps in bundles: those of one start to several ends, then those of several starts to one end."""
    found: list[tuple[_Ends, list[Step]]] = []
    by_start = grouped((step._replace(end=""), step) for step in dict.fromkeys(steps))
    singles: dict[Step, list[Step]] = {}
    for alike in by_start.values():
        if len(alike) > 1 and alike[0].relation != "accountable_to":
            found.append((([alike[0].start], [step.end for step in alike]), alike))
        else:
            for step in alike:
                singles.setdefault(step._replace(start="") if step.start is not None else step, []).append(step)
    found += [(([step.start for step in alike], [alike[0].end]), alike) for alike in singles.values()]
    return found


def evidence_line(structure: Structure, step: Step) -> str:
    """A step of evidence as a line: `The Board reports to the Council (proposed; Minutes, item 4)`."""
    return f"{evidence_words(structure, step)}{_how(step)} ({_status(step)}{source(structure, step.source)})"


def _status(step: Step) -> str:
    """What stands in brackets before the source: its status, and how a line stands among several."""
    status = "" if step.status is Status.IN_PLACE else step.status.words
    return "".join(f"{words}; " for words in (status, step.how if _is_line(step) else "") if words)


def _how(step: Step) -> str:
    if not step.how or _is_line(step):
        return ""
    return f"{': ' if step.relation == 'appoints' else ', '}{step.how}"


def _is_line(step: Step) -> bool:
    known = relation_keys().get(step.relation)
    return step.relation == "accountable_to" or (known is not None and known.line)


def evidence_words(structure: Structure, step: Step) -> str:
    """A step of evidence in words, without its source."""
    return _words(structure, step, [step.start], [step.end])


def _words(structure: Structure, step: Step, starts: Sequence[str | None], ends: Sequence[str]) -> str:
    """What a step says, from each of these starts to each of these ends."""
    end = listed([_end_name(structure, step, name) for name in ends])
    if step.relation in _LISTED:
        return f"{''.join(_LISTED[step.relation])} {end}"
    if step.people and step.start is not None:
        people = listed([structure.constituencies[start].name for start in starts if start])
        return f"{people}: {_FOR_PEOPLE[step.relation]} {end}"
    named = [structure.bodies[start].name for start in starts if start in structure.bodies]
    if not named:
        return f"{_NOBODY.get(step.relation, step.relation)} {end}"
    several = len(named) > 1 or any(structure.bodies[start].several for start in starts if start in structure.bodies)
    known = relation_keys()
    words = known[step.relation].words if step.relation in known else ""
    words = words or _FOR_THEMES.get(step.relation) or _OTHER_RELATIONS[step.relation]
    return f"{listed(named)} {plural_verb(words, 2 if several else 1)} {end}"


def _end_name(structure: Structure, step: Step, end: str) -> str:
    if step.relation in ("accountable_to", "must_have"):
        return end
    if step.relation in _FOR_THEMES or step.relation in _OF_THEMES:
        return structure.themes[end].name
    if step.relation == "all_speakers_listed":
        return structure.constituencies[end].name
    return structure.bodies[end].name
