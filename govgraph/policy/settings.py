"""The settings of a check: which rules, how heavy, for whom, what is accepted and required."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import ConfigDict, Field, PrivateAttr

from govgraph.findings import Severity, Waiver
from govgraph.model import Place, Places, Structure
from govgraph.model.content import resolve_name
from govgraph.model.faults import Fault, InputError, Loc
from govgraph.model.scalars import Text, one_or_more
from govgraph.model.statement import Record
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
