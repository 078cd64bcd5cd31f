"""The live report: what is open now, against what was opened."""

from govgraph.engine import Run
from govgraph.formats import Base
from govgraph.model import Structure
from govgraph.pipeline import check


class Judge:
    """Checks structures against the one that was opened; the last report is kept."""

    def __init__(self, opened: Structure | None, name: str) -> None:
        self.opened = opened if opened is not None and opened.bodies else None  # nothing to compare with
        self._base = Base(name, opened, kept={})
        self._last: tuple[Structure, bool, Run] | None = None

    def run(self, structure: Structure, *, compared: bool) -> Run:
        """The report on a structure. Raises InputError where nothing could be checked."""
        if self._last is not None and self._last[0] is structure and self._last[1] is compared:
            return self._last[2]
        against = self._base if compared and self.opened is not None else None
        run = check(structure, against=against)
        self._last = (structure, compared, run)
        return run
