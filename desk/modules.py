"""Modules as Python keeps them, so that nothing is compiled while the page starts; and all files as one archive."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from parts import BUILD, HERE, NODE_MODULES, run

_KEPT = BUILD / "compiled"


def compile_all(files: Mapping[str, bytes], *, anew: bool = False) -> dict[str, bytes]:
    """The same files with a .pyc in the place of each module's source. What was compiled before is kept.

    `anew` compiles it all the same. Raises subprocess.CalledProcessError.
    """
    helper = HERE / "python" / "compiling.py"
    how = (helper, HERE / "compile.mjs", HERE / "package-lock.json")
    with_what = sha256(b"".join(path.read_bytes() for path in how)).digest()
    kept = {
        name: _KEPT / sha256(with_what + name.encode() + b"\0" + content).hexdigest()
        for name, content in files.items()
        if name.endswith(".py")
    }
    todo = [name for name, path in kept.items() if anew or not path.is_file()]
    if todo:
        _compile({name: (files[name], kept[name]) for name in todo}, helper)
    made = {f"{name}c": path.read_bytes() for name, path in kept.items()}
    rest = {name: content for name, content in files.items() if name not in kept}
    return dict(sorted((made | rest).items()))


def _compile(todo: Mapping[str, tuple[bytes, Path]], helper: Path) -> None:
    _KEPT.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=BUILD) as name:  # of this build: another may run beside it
        folder = Path(name)
        listed = []
        for number, (module, (source, _)) in enumerate(todo.items()):
            (folder / f"{number}.py").write_bytes(source)
            listed.append([f"/{module}", str(folder / f"{number}.py"), str(folder / f"{number}.pyc")])
        (folder / "todo.json").write_text(json.dumps(listed), encoding="utf-8")
        run(["node", str(HERE / "compile.mjs"), name, str(helper)], NODE_MODULES.parent)
        for (_, _, made), (_, target) in zip(listed, todo.values(), strict=True):
            Path(made).replace(target)


def archive(files: Mapping[str, bytes]) -> bytes:
    """All files as one: the length of a list, the list of paths and lengths as JSON, and the contents in that order."""
    listed = json.dumps([[name, len(content)] for name, content in files.items()], separators=(",", ":")).encode()
    return len(listed).to_bytes(4, "little") + listed + b"".join(files.values())
