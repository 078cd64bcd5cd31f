"""A waiver: a finding that somebody has accepted, with the reason, the owner, and perhaps a last day."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from govgraph.findings.certainty import Certainty
from govgraph.model.scalars import Text, first_day, last_day, one_or_more, refuse_whole
from govgraph.model.statement import Record


def _as_written(value: Any) -> Any:
    """A date that nobody can read does not refuse the settings: the waiver counts as lapsed, and that is told."""
    return value.isoformat() if isinstance(value, date) else str(value)


class Waiver(Record):
    """Accepts the findings of one rule about just these bodies, for a reason that is printed.

    Where the file is silent on many bodies or themes together, it must name all of them, and may name more.
    """

    noun = "waiver"
    code: Annotated[Text, Field(description="The code of a rule: CHG101.")]
    bodies: Annotated[
        tuple[Text, ...], one_or_more(str), Field(description="The ids of the bodies, just as the finding names them.")
    ] = ()
    constituency: Annotated[Text | None, Field(description="Only for this group of people.")] = None
    about: Annotated[
        tuple[Text, ...],
        one_or_more(str),
        Field(description="Only for these themes, by their ids; or only for these parts of a finding, in its words."),
    ] = ()
    certainty: Annotated[
        Certainty, Field(description="not_stated where it accepts that the file is silent; else it accepts a fact.")
    ] = Certainty.STATED
    reason: Annotated[Text, Field(description="Why the finding is accepted. It is printed.")]
    owner: Annotated[Text, Field(description="Who answers for that.")]
    until: Annotated[
        str | None, BeforeValidator(_as_written), Field(description="The last day on which it holds: 2026-12-31.")
    ] = None

    @model_validator(mode="after")
    def _about_something(self) -> "Waiver":
        if not (self.bodies or self.constituency or self.about):
            raise refuse_whole("does not say what it covers; add the bodies of the finding")
        return self

    def lapsed(self, today: date) -> str | None:
        """Why it holds no longer, as the end of a sentence; None where it holds."""
        if self.until is None:
            return None
        try:
            first_day(self.until)
            last = last_day(self.until)
        except ValueError:
            return f"its end date, '{self.until}', is not a date such as 2026-12-31"
        return f"it ended on {self.until}" if last < today else None
