"""What the page carries as data: packed with zstd, as base64, which nothing in it can break out of."""

from base64 import b64encode
from collections.abc import Mapping

import zstandard

from parts import NODE_MODULES

_WINDOW = 24
"""As a power of two: how far back the packing looks. The unpacking of the page allows up to 25."""
_BEST, _QUICK = 22, 3


def packed(content: bytes, *, quick: bool = False) -> str:
    """The content as the page unpacks it. `quick` gives more of it, sooner."""
    level = _QUICK if quick else _BEST
    how = zstandard.ZstdCompressionParameters.from_level(level, window_log=_WINDOW, source_size=len(content))
    return plain(zstandard.ZstdCompressor(compression_params=how).compress(content))


def plain(content: bytes) -> str:
    """The content as it is, in base64."""
    return b64encode(content).decode("ascii")


def modules() -> Mapping[str, bytes]:
    """What the worker loads as modules of JavaScript or WebAssembly, by the names of `PARTS` in desk/src/messages.ts.

    Raises ValueError where Pyodide is no longer as it was.
    """
    pyodide = NODE_MODULES / "pyodide"
    return {
        "wasm": (pyodide / "pyodide.asm.wasm").read_bytes(),
        "asm": _without_address((pyodide / "pyodide.asm.mjs").read_bytes()),
        "pyodide": (pyodide / "pyodide.mjs").read_bytes(),
        "viz": (NODE_MODULES / "@viz-js" / "viz" / "dist" / "viz.js").read_bytes(),
    }


def _without_address(script: bytes) -> bytes:
    """Pyodide's script without the address of its neighbour: where it stands in the page, it has no neighbours."""
    address = b'new URL("pyodide.asm.wasm",import.meta.url).href'
    if script.count(address) != 1:
        message = "pyodide.asm.mjs finds its WebAssembly in another way than it did; mend desk/packing.py"
        raise ValueError(message)
    return script.replace(address, b'"pyodide.asm.wasm"')
