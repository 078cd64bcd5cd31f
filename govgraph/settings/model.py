"""What somebody has decided about checking: which rules, how heavy, for whom, and what is accepted."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, PrivateAttr

from govgraph.findings import Severity, Waiver
from govgraph.model import Place, Places
from govgraph.model.place import Path
from govgraph.model.scalars import Text, one_or_more
from govgraph.model.statement import Record
from govgraph.rules import Requirement


class FailOn(StrEnum):
    """The lightest finding that turns a run red."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"

    @property
    def severity(self) -> Severity | None:
        """The same as a severity; None where none turns a run red."""
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

    def placed(self, places: Places, path: str) -> "Settings":
        """These settings, with the path of their file, and a way to find where in it each stands."""
        self._places = places
        self._path = path
        return self

    @property
    def path(self) -> str | None:
        """The path of their file; None where no file is behind them."""
        return self._path

    @property
    def places(self) -> Places | None:
        """Finds where a setting stands in its file; None where no file is behind them."""
        return self._places

    def place(self, path: Path) -> Place | None:
        """Where a setting stands in its file."""
        return self._places.find(path) if self._places else None
