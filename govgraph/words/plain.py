"""How papers speak to a reader who never sees the file nor types a command: no keys of the file, names in a row."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from govgraph.findings import Report
from govgraph.model import Body, Constituency, Contact, Ownership, Relation, Seat, Structure, TakingPart, Theme
from govgraph.model.statement import keys_of

LISTED = 20
_CODE = re.compile(r"`([a-z_]+(?:: [a-z_]+)?)`")
_STOP = re.compile(r"\. (?=\S)")
_FIRST = re.compile(r"[.;] ")
_SMALL = frozenset(
    {"A", "Before", "Every", "It", "No", "Nobody", "Now", "On", "The", "They", "Through", "To", "Two", "Whether", "Who"}
)
_RECORDS = (Body, Structure, Constituency, Theme, Seat, Contact, TakingPart, Relation, Ownership)
_OPTION = re.compile(r" with --[a-z-]+")


def in_a_row(words: Sequence[str], last: str = "and", most: int = LISTED) -> str:
    """`A, B and C`; of a long row the first, and how many more."""
    shown = list(words[:most])
    if len(words) > most:
        shown.append(f"{len(words) - most:,} more")
        last = "and"
    return f" {last} ".join(filter(None, (", ".join(shown[:-1]), shown[-1]))) if shown else ""


def as_a_clause(report: Report, text: str, *, first_alone: bool = False) -> str:
    """Sentences as a part of another, set off by dashes; or the first of them alone, as far as its semicolon."""
    names = sorted({name for name in _all_names(report) if _FIRST.search(name)}, key=len, reverse=True)
    for number, name in enumerate(names):
        text = text.replace(name, f"\0{number}\0")
    parts = _FIRST.split(text.removesuffix("."), 1)[:1] if first_alone else _STOP.split(text.removesuffix("."))
    text = " – ".join(_begun_small(report, one) for one in parts)
    for number, name in enumerate(names):
        text = text.replace(f"\0{number}\0", name)
    return text


def _begun_small(report: Report, sentence: str) -> str:
    """A sentence with a small letter at its beginning, unless a name stands there."""
    word = sentence.partition(" ")[0]
    is_name = any(f"{sentence} ".startswith(f"{name} ") for name in _all_names(report))
    return sentence if is_name or word.rstrip(",") not in _SMALL else f"{sentence[0].lower()}{sentence[1:]}"


def plainly(report: Report, text: str) -> str:
    """A sentence without the keys of the file beside it, as in `who else sits on it (membership)`.

    A key that the sentence cannot do without, `replaces`, is told in quotation marks. What belongs to a name is kept.
    """
    names = [name for name in _all_names(report) if "(" in name or "`" in name]

    def without(found: "re.Match[str]") -> str:
        return found.group() if _is_of_a_name(found, names) else ""

    def quoted(found: "re.Match[str]") -> str:
        return found.group() if _is_of_a_name(found, names) else f"“{found.group(1)}”"

    return _OPTION.sub("", _CODE.sub(quoted, _keys().sub(without, text)))


def _is_of_a_name(found: "re.Match[str]", names: Iterable[str]) -> bool:
    return any(found.group().strip() in name for name in names)


def _all_names(report: Report) -> Iterable[str]:
    against = report.against.structure if report.against else None
    for structure in filter(None, (report.structure, against)):
        for entries in (structure.bodies, structure.constituencies, structure.themes):
            yield from (entry.name for entry in entries.values())
        yield from (source.title for source in structure.sources.values())


@cache
def _keys() -> "re.Pattern[str]":
    """One key of the file or several, in brackets."""
    keys = "|".join(sorted({"waiver", "require"}.union(*map(keys_of, _RECORDS))))
    return re.compile(rf" \((?:{keys})(?:(?:, | and )(?:{keys}))*(?:: [a-z_]+)?\)")
