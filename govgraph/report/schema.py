"""The JSON Schema of a structure file, from which editors complete."""

import json

from govgraph.model import Structure


def render() -> str:
    """The schema as JSON."""
    schema = Structure.model_json_schema(by_alias=True)
    # What the docstring goes on to say is for those who call it from Python.
    schema["description"] = schema["description"].partition("\n")[0]
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"
