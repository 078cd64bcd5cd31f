"""The plain data of a Python module, typed dictionaries and their unions, as TypeScript."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

_PLAIN = {"str": "string", "int": "number", "float": "number", "bool": "boolean"}


def typescript_of(module: Path) -> str:
    """Every typed dictionary of a module as an interface, and every other type that it names, with their comments."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    parts = [f"// Made from {module.name} by `make pages`: change it there."]
    for statement, comment in _commented(tree.body):
        if isinstance(statement, ast.ClassDef):
            parts.append("\n".join([*_comment(ast.get_docstring(statement), ""), *_interface(statement)]))
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            alias = f"export type {statement.targets[0].id} = {_type(statement.value)};"
            parts.append("\n".join([*_comment(comment, ""), alias]))
    return "\n\n".join(parts) + "\n"


def _interface(dictionary: ast.ClassDef) -> Iterator[str]:
    yield f"export interface {dictionary.name} {{"
    for statement, comment in _commented(dictionary.body):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield from _comment(comment, "  ")
            kind, mark = statement.annotation, ""
            if isinstance(kind, ast.Subscript) and ast.unparse(kind.value) == "NotRequired":
                kind, mark = kind.slice, "?"
            yield f"  {statement.target.id}{mark}: {_type(kind)};"
    yield "}"


def _commented(body: list[ast.stmt]) -> Iterator[tuple[ast.stmt, str | None]]:
    """Each statement with the text that stands below it."""
    for statement, below in zip(body, [*body[1:], None], strict=True):
        text = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else None
        yield statement, text if isinstance(text, str) else None


def _comment(text: str | None, indent: str) -> list[str]:
    return [f"{indent}/** {' '.join(text.split())} */"] if text else []


def _type(kind: ast.expr) -> str:
    if isinstance(kind, ast.Constant):
        return "null" if kind.value is None else json.dumps(kind.value)
    if isinstance(kind, ast.Name):
        return _PLAIN.get(kind.id, kind.id)
    if isinstance(kind, ast.BinOp):
        return f"{_type(kind.left)} | {_type(kind.right)}"
    assert isinstance(kind, ast.Subscript), ast.unparse(kind)
    parts = kind.slice.elts if isinstance(kind.slice, ast.Tuple) else [kind.slice]
    words = [_type(part) for part in parts]
    holder = ast.unparse(kind.value)
    if holder == "list":
        return f"({words[0]})[]" if " | " in words[0] else f"{words[0]}[]"
    return " | ".join(words) if holder == "Literal" else f"Record<{', '.join(words)}>"
