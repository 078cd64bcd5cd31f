"""One hit for many: what a file leaves out of one body it mostly leaves out of all."""

from collections.abc import Iterable, Sequence

from govgraph.findings import Certainty, Hit, Step
from govgraph.model.place import Path


def silent_on(
    bodies: Sequence[str],
    *,
    message: str,
    fix: str,
    witness: Iterable[Step] = (),
    witness_count: int | None = None,
    constituency: str | None = None,
    at: Path | None = None,
) -> Hit:
    """That the file is silent alike on all these bodies; in a comparison, each of them counts on its own."""
    return Hit(
        bodies=(),
        affects=tuple(bodies),
        together=tuple(bodies),
        constituency=constituency,
        certainty=Certainty.NOT_STATED,
        message=message,
        witness=witness,
        witness_count=witness_count,
        fix=fix,
        at=at or ("bodies", bodies[0]),
    )
