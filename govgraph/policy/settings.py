"""What somebody has decided about checking, read from `govgraph.toml`: which rules, how heavy, for whom; baselines."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import ConfigDict, Field, PrivateAttr, ValidationError

from govgraph.engine import Rule, Rulebook, Subject
from govgraph.findings import Severity, Waiver
from govgraph.findings.ledger import Baseline
from govgraph.formats import json as json_file
from govgraph.formats.files import decoded, read_content
from govgraph.model import Place, Places, Structure
from govgraph.model.content import resolve_name
from govgraph.model.faults import Fault, FaultList, InputError, Loc, nearest
from govgraph.model.scalars import Text, one_or_more, quoted
from govgraph.model.statement import Record
from govgraph.model.validation import Document, DocumentPlaces, validated
from govgraph.rules import rulebook
from govgraph.rules.x101_requirement_not_met import Requirement


class FailOn(StrEnum):
    """The lightest finding that turns a run red."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"

    @property
    def severity(self) -> Severity | None:
        """It as a severity; None where no finding turns a run red."""
        return None if self is FailOn.NEVER else Severity(self.value)


class Settings(Record):
    """The settings of a check, from `[tool.govgraph]`, from `govgraph.toml`, or made in code.

    An empty key is that key left out.
    """

    noun = "settings table"
    # In Python `fail_on`, in a file `fail-on`.
    model_config: ClassVar[ConfigDict] = ConfigDict(populate_by_name=True)
    select: Annotated[
        tuple[Text, ...], one_or_more(str), Field(description="Only these rules, by code or the beginning of one.")
    ] = ()
    ignore: Annotated[tuple[Text, ...], one_or_more(str), Field(description="Not these rules.")] = ()
    severity: Annotated[dict[str, Severity], Field(description="The severity of rules, by code.")] = {}
    options: Annotated[dict[str, dict[str, Any]], Field(description="The options of rules, by code.")] = {}
    constituencies: Annotated[
        tuple[Text, ...], one_or_more(str), Field(description="Only these groups of people, by id or name.")
    ] = ()
    fail_on: Annotated[FailOn, Field(alias="fail-on", description="The lightest finding that turns a run red.")] = (
        FailOn.ERROR
    )
    waivers: Annotated[tuple[Waiver, ...], one_or_more(Waiver), Field(description="Findings that are accepted.")] = ()

    require: Annotated[
        tuple[Requirement, ...],
        one_or_more(Requirement),
        Field(description="Seats that bodies of some sort must have."),
    ] = ()

    _places: Places | None = PrivateAttr(default=None)
    _path: str | None = PrivateAttr(default=None)

    @classmethod
    def assigned(cls, key: object) -> str:
        """As TOML writes it."""
        return f"{key} = ..."

    def placed(self, places: Places, path: str) -> Self:
        """A copy with the path of their file, and a way to find where in it each setting stands."""
        copy = self.model_copy()
        copy._places = places  # noqa: SLF001 - another of this class
        copy._path = path  # noqa: SLF001 - another of this class
        return copy

    @property
    def path(self) -> str | None:
        """The path of their file; None where no file is behind them."""
        return self._path

    @property
    def places(self) -> Places | None:
        """Finds where a setting stands in its file; None where no file is behind them."""
        return self._places

    def place(self, path: Loc) -> Place | None:
        """Where a setting stands in its file."""
        return self._places.find(path) if self._places else None


_RULE = "X101"


def options_for(settings: Settings, structure: Structure) -> dict[str, dict[str, Any]]:
    """The options of rules, with what is required of this structure. Raises InputError for a name that is not there."""
    if not settings.require:
        return settings.options
    requirements, faults = [], []
    for number, required in enumerate(settings.require):
        try:
            requirements.append(_with_ids(required, structure))
        except InputError as error:
            path, line, column, sheet = settings.place(("require", number)) or (None, None, None, None)
            faults += [Fault(path, line, column, fault.message, sheet) for fault in error.faults]
    if faults:
        raise InputError(faults)
    return {**settings.options, _RULE: {**settings.options.get(_RULE, {}), "requirements": tuple(requirements)}}


def _with_ids(required: Requirement, structure: Structure) -> Requirement:
    named = tuple(resolve_name(structure, "bodies", name) for name in required.bodies.named)
    bodies = required.bodies.model_copy(update={"named": named})
    seat, who = required.seat, required.seat.on_behalf_of
    if who is not None:
        seat = seat.model_copy(update={"on_behalf_of": resolve_name(structure, "constituencies", who)})
    return required.model_copy(update={"bodies": bodies, "seat": seat})


def rule_faults(settings: Settings, document: Document, rules: Rulebook) -> Iterator[Fault]:
    """A fault for each rule that is not there, and each option that its rule has not, at its place."""
    for key in ("select", "ignore"):
        for number, code in enumerate(getattr(settings, key)):
            yield from _unknown(rules, document, (key, number), code, exact=False)
    for code in settings.severity:
        yield from _unknown(rules, document, ("severity", code), code)
    for number, waiver in enumerate(settings.waivers):
        yield from _unknown(rules, document, ("waivers", number, "code"), waiver.code)
    for code, stated in settings.options.items():
        yield from _unknown(rules, document, ("options", code), code)
        rule = rules.find(code)
        if rule is not None:
            yield from _option_faults(document, rule, stated)


def entry_faults(baseline: Baseline, document: Document, rules: Rulebook) -> Iterator[Fault]:
    """A fault for each entry of a baseline that is about a change, or a waiver: those are accepted with a reason."""
    codes = rules.codes(Subject.CHANGE, Subject.LEDGER)
    for number, entry in enumerate(baseline.findings):
        if entry.code in codes:
            why = f"A baseline holds no findings of {entry.code}: accept one with a waiver, which states a reason."
            yield document.fault(("findings", number, "key"), why, value=True)


def _unknown(rules: Rulebook, document: Document, path: Loc, code: str, *, exact: bool = True) -> Iterator[Fault]:
    if any(rule.code == code if exact else rule.matches(code) for rule in rules):
        return
    same = [rule.code for rule in rules if rule.matches(code)]
    near = f" Did you mean '{same[0]}'?" if len(same) == 1 else nearest(code, [rule.code for rule in rules])
    yield document.fault(path, f"There is no rule {quoted(code)}.{near} `govgraph explain` lists them all.", value=True)


def _option_faults(document: Document, rule: Rule, stated: dict[str, object]) -> Iterator[Fault]:
    known = sorted(rule.options.model_fields)
    try:
        rule.options.model_validate(stated)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            key = str(detail["loc"][0]) if detail["loc"] else ""
            path = ("options", rule.code, *detail["loc"])
            if detail["type"] == "extra_forbidden":
                has = f"It has: {', '.join(known)}." if known else "It has none."
                near = nearest(key, known) or f" {has}"
                yield document.fault(path, f"The rule {rule.code} has no option {quoted(key)}.{near}")
            else:
                why = f"The option {key} of {rule.code} cannot be {quoted(detail['input'])}"
                yield document.fault(path, f"{why}: {detail['msg'][:1].lower()}{detail['msg'][1:]}.", value=True)


OWN = "govgraph.toml"
SHARED = "pyproject.toml"
_TABLE = ("tool", "govgraph")
MOST_BASELINE = 20_000_000
MOST_SETTINGS = 1_000_000

Whole = TypeVar("Whole", bound=Record)


def find_settings(start: Path) -> Path | None:
    """The settings that hold in a folder: its own, or those of a folder around it, as far as the repository goes.

    Raises InputError where one folder has two, and where settings are a link that leads nowhere.
    """
    for folder in _folders(start):
        own, shared = folder / OWN, folder / SHARED
        found = [own] if os.path.lexists(own) else []
        if shared.exists() and has_settings(str(shared), read_content(str(shared), MOST_SETTINGS)):
            found.append(shared)
        if chosen := only_file(found):
            return chosen
    return None


def only_file(found: Sequence[Path]) -> Path | None:
    """The settings of one folder. Raises InputError where it has two."""
    if len(found) > 1:
        why = f"{SHARED} beside it holds settings too; keep one of them."
        raise InputError([Fault(str(found[0]), None, None, why)])
    return found[0] if found else None


def _folders(start: Path) -> list[Path]:
    folders = [start, *start.parents]
    top = next((number for number, folder in enumerate(folders) if (folder / ".git").exists()), 0)
    return folders[: top + 1]


def has_settings(path: str, data: bytes) -> bool:
    """Whether a pyproject.toml has settings of govgraph, or may have, where it is broken: then that is the fault."""
    if b"govgraph" not in data.replace(b"\0", b""):
        return False
    document = _toml(path, data)
    return document.broken or document.data is not None


def read_settings(path: str | Path, rules: Iterable[Rule] = ()) -> Settings:
    """The settings in a file: `[tool.govgraph]` of a pyproject.toml, else all of it. Raises InputError.

    `rules` are other rules, from `govgraph.load_rules(...)`, that the settings may name too.

    >>> import govgraph
    >>> settings = govgraph.read_settings("govgraph.toml")
    >>> report = govgraph.check(govgraph.read("mine.yaml"), settings)
    """
    return settings_of(str(path), read_content(str(path), MOST_SETTINGS), rulebook(rules))


def settings_of(path: str, data: bytes, rules: Rulebook) -> Settings:
    """The settings in the bytes of a file of that name. Raises InputError with every fault."""
    document = _toml(path, data)
    if not document.broken and document.data is None:
        document.data = {}
    settings, places = _read(document, Settings)
    _raise_any(rule_faults(settings, document, rules))
    return settings.placed(places, path)


def _toml(path: str, data: bytes) -> Document:
    from govgraph.policy import toml  # only where there are settings to read

    root = _TABLE if PurePosixPath(path).name.rpartition(":")[2] == SHARED else ()
    return _parsed(path, data, lambda name, text: toml.parse(name, text, root))


def read_baseline(path: str | Path, rules: Iterable[Rule] = ()) -> Baseline:
    """The baseline in a file. Raises InputError with every fault."""
    return baseline_of(str(path), read_content(str(path), MOST_BASELINE), rulebook(rules))


def baseline_of(path: str, data: bytes, rules: Rulebook) -> Baseline:
    """The baseline in the bytes of a file of that name. Raises InputError with every fault."""
    document = _parsed(path, data, json_file.parse)
    baseline, places = _read(document, Baseline)
    _raise_any(entry_faults(baseline, document, rules))
    return baseline.placed(places)


def _raise_any(faults: Iterable[Fault]) -> None:
    if found := list(faults):
        raise InputError(found)


def _parsed(path: str, data: bytes, parse: Callable[[str, str], Document]) -> Document:
    try:
        return parse(path, decoded(data, path))
    except InputError as error:
        return Document(path, faults=error.faults, broken=True)


def _read(document: Document, model: type[Whole]) -> tuple[Whole, DocumentPlaces]:
    faults = FaultList(document.faults)
    whole = validated(document, model, faults)
    if faults or whole is None:
        faults.sort(key=lambda fault: (fault.line or 0, fault.column or 0))
        raise InputError(faults)
    return whole, DocumentPlaces([document])
