"""A baseline: the findings that were there when somebody began to check. It is only ever made shorter."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field, PrivateAttr

from govgraph.findings.finding import Certainty, Finding
from govgraph.model import Place, Places
from govgraph.model.place import Path
from govgraph.model.scalars import Text
from govgraph.model.statement import Record


class Entry(Record):
    """One finding that is known."""

    noun = "entry"
    key: Annotated[Text, Field(description="The key of the finding.")]
    certainty: Annotated[Certainty, Field(description="Whether the file stated it, or was silent.")]


class Baseline(Record):
    """Known findings, by key. Wording, severity and lines are not part of it, so it outlives them."""

    noun = "baseline"
    govgraph: Annotated[int, Field(description="The version of this format: 1.")] = 1
    findings: Annotated[tuple[Entry, ...], Field(description="The findings that are known.")] = ()

    _places: Places | None = PrivateAttr(default=None)

    def placed(self, places: Places) -> "Baseline":
        """This baseline, with a way to find where in its file each entry stands."""
        self._places = places
        return self

    def place(self, path: Path) -> Place | None:
        """Where an entry stands in its file."""
        return self._places.find(path) if self._places else None

    def known(self) -> dict[str, Certainty]:
        """The keys of what is known, each with how certain it was then."""
        return {entry.key: entry.certainty for entry in self.findings}

    @staticmethod
    def of(findings: Iterable[Finding]) -> "Baseline":
        """The baseline that knows these findings."""
        known = {finding.key: finding.certainty for finding in findings}
        return Baseline(findings=tuple(Entry(key=key, certainty=known[key]) for key in sorted(known)))
