"""How docstrings become pages: examples as code, fields with what the schema says of them, and no inner names."""

import ast
import re
from typing import Any

import griffe

_EXAMPLE = re.compile(r"^>>> .*(?:\n.+)*", re.MULTILINE)
_INNER = {"model_config", "noun", "shorthand"}
"""What pydantic and messages need of a class; whoever uses the class does not."""


class Docstrings(griffe.Extension):
    """Rewrites what was read of the package, before the pages are made of it."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Fence the examples of a docstring: Markdown would take `>>>` for a quotation."""
        if obj.docstring is not None:
            obj.docstring.value = _EXAMPLE.sub(r"```pycon\n\g<0>\n```", obj.docstring.value)

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Leave out inner names, once all is read."""
        for module in _modules(pkg):
            for one in module.members.values():
                if isinstance(one, griffe.Class):
                    _trim(one)

    def on_attribute_instance(self, *, node: ast.AST | griffe.ObjectNode, attr: griffe.Attribute, **_: Any) -> None:
        """Read `Annotated[str, ..., Field(description="...")]` as `str` with a docstring."""
        stated = node.annotation if isinstance(node, ast.AnnAssign) else None
        if not (isinstance(stated, ast.Subscript) and ast.unparse(stated.value) == "Annotated"):
            return
        attr.annotation = _bare(attr.annotation)
        for part in ast.walk(stated):
            if isinstance(part, ast.keyword) and part.arg == "description" and attr.docstring is None:
                attr.docstring = griffe.Docstring(ast.literal_eval(part.value), parent=attr)


def _modules(module: griffe.Module) -> list[griffe.Module]:
    below = [one for one in module.members.values() if isinstance(one, griffe.Module)]
    return [module, *(found for one in below for found in _modules(one))]


def _trim(one: griffe.Class) -> None:
    """Leave out inner names, and fields of a dataclass that its signature and its arguments tell already."""
    for name, member in list(one.members.items()):
        is_field = "dataclass" in one.labels and member.is_attribute and "property" not in member.labels
        is_told = is_field or name in _INNER
        if (is_told and member.docstring is None) or (name.startswith("__") and name != "__init__"):
            del one.members[name]
        elif member.is_attribute and member.labels == {"instance-attribute"} and member.annotation is None:
            member.value = None  # how it is computed says nothing to a reader
        elif member.is_attribute and str(member.annotation).startswith("_"):
            named = one.module.members.get(str(member.annotation))
            if isinstance(named, griffe.Attribute):
                member.annotation = _bare(named.value)


def _bare(annotation: Any) -> Any:
    """The type within `Annotated[...]`."""
    if isinstance(annotation, griffe.ExprSubscript) and isinstance(annotation.slice, griffe.ExprTuple):
        return annotation.slice.elements[0]
    return annotation
