"""A structure as JSON, of the same shape as the YAML."""

import json

from govgraph.model import Structure
from govgraph.write.plain import plain


def rendered(structure: Structure, *, with_names: bool = True) -> str:
    """The text of the file."""
    return json.dumps(plain(structure, with_names=with_names), ensure_ascii=False, indent=2) + "\n"
