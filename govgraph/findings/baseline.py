"""A baseline: the findings that were there when somebody began to check. It is only ever made shorter."""

from collections.abc import Callable, Iterable
from typing import Annotated

from pydantic import Field, PrivateAttr

from govgraph.findings.certainty import Certainty
from govgraph.findings.finding import Finding, Known
from govgraph.model import Place, Places
from govgraph.model.place import Path
from govgraph.model.scalars import Text, one_or_more
from govgraph.model.statement import Record


class Entry(Record):
    """One finding that is known."""

    noun = "entry"
    key: Annotated[Text, Field(description="The key of the finding.")]
    certainty: Annotated[Certainty, Field(description="Whether the file stated it, or was silent.")]
    each: Annotated[
        tuple[Text, ...], one_or_more(str), Field(description="What it was about or made of, where that is several.")
    ] = ()

    @property
    def code(self) -> str:
        """The code of the rule that found it."""
        return self.key.partition(":")[0]


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

    def known(self) -> dict[str, Known]:
        """What is known, by key."""
        return {entry.key: Known(entry.certainty, frozenset(entry.each)) for entry in self.findings}

    def still(self, findings: Iterable[Finding], judged: Callable[[str], bool]) -> "Baseline":
        """What is not mended of it. Of the codes that were not `judged` nobody knows: they are kept whole."""
        there = {finding.key: set(finding.each) for finding in findings}
        kept = []
        for entry in self.findings:
            if not judged(entry.code):
                kept.append(entry)
            elif entry.key in there:
                each = tuple(one for one in entry.each if one in there[entry.key])
                kept.append(entry.model_copy(update={"each": each}))
        return Baseline(findings=tuple(kept))

    @staticmethod
    def of(findings: Iterable[Finding]) -> "Baseline":
        """The baseline that knows these findings."""
        known = {one.key: Entry(key=one.key, certainty=one.certainty, each=one.each) for one in findings}
        return Baseline(findings=tuple(known[key] for key in sorted(known)))
