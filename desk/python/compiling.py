"""Runs in Pyodide while the desk is built: a module's source to what Python would keep of it."""

import marshal
from importlib.util import MAGIC_NUMBER

_NEVER_CHECKED = (1).to_bytes(4, "little")
_NO_HASH = bytes(8)


def compiled(source: str, name: str) -> bytes:
    """The module as a .pyc that no source is compared with. Docstrings stay: rules explain themselves by them."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=0)
    return MAGIC_NUMBER + _NEVER_CHECKED + _NO_HASH + marshal.dumps(code)
