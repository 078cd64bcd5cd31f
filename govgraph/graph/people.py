"""The same groups of people in another structure."""

from govgraph.graph.governance import GovernanceGraph
from govgraph.model import Structure
from govgraph.model.called import plain_name


def the_same_people(structure: Structure, graph: GovernanceGraph) -> list[str] | None:
    """The constituencies of another structure that a graph was narrowed to; None where it was not."""
    if not graph.is_narrowed:
        return None
    names = {plain_name(graph.structure.constituencies[one].name) for one in graph.constituencies}
    known = structure.constituencies.items()
    return [key for key, one in known if key in graph.constituencies or plain_name(one.name) in names]
