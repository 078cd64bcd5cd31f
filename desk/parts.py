"""The packages that the desk is made of: fetched once by the hashes of the two locks, then kept in the build folder."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
ROOT = HERE.parent
BUILD = ROOT / "build" / "desk"
WHEELS = BUILD / "wheels"
NODE_MODULES = BUILD / "npm" / "node_modules"
_LOCKS = ("package.json", "package-lock.json", ".npmrc")
_PLATFORMS = (
    "pyemscripten_2026_0_wasm32",
    "manylinux2014_x86_64",
    "manylinux_2_27_x86_64",
    "manylinux_2_28_x86_64",
)
"""That of Pyodide, and one for the wheels of which only what is written in Python is carried."""


def fetch() -> None:
    """Fetch whatever is not yet in the build folder, or was fetched for other locks.

    Raises subprocess.CalledProcessError.
    """
    _once(WHEELS, [HERE / "python-parts.txt"], _fetch_wheels)
    _once(NODE_MODULES.parent, [HERE / name for name in _LOCKS], _fetch_modules)
    beside = HERE / "node_modules"  # where editors, esbuild and the compiler of TypeScript look
    if not beside.exists():
        beside.unlink(missing_ok=True)
        beside.symlink_to(os.path.relpath(NODE_MODULES, HERE), target_is_directory=True)


def _once(folder: Path, locks: list[Path], fetch_into: Callable[[Path], None]) -> None:
    """Fill a folder, unless it was filled by the same locks."""
    stamp = folder / "fetched-by"
    wanted = sha256(b"".join(lock.read_bytes() for lock in locks)).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as name:  # another build may use what is there
        fresh = Path(name) / folder.name
        fresh.mkdir()
        fetch_into(fresh)
        (fresh / stamp.name).write_text(wanted, encoding="ascii")
        shutil.rmtree(folder, ignore_errors=True)
        fresh.replace(folder)


def _fetch_wheels(folder: Path) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    only = ["--only-binary=:all:", "--require-hashes", "--implementation=cp", "--python-version=3.14", "--abi=cp314"]
    platforms = [f"--platform={platform}" for platform in _PLATFORMS]
    which = ["--requirement", str(HERE / "python-parts.txt"), "--dest", str(folder)]
    subprocess.run([*pip, *only, *platforms, *which], check=True)


def _fetch_modules(folder: Path) -> None:
    for name in _LOCKS:
        shutil.copy(HERE / name, folder)
    flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    run(["npm", "ci", *flags], folder)


def run(words: list[str], folder: Path, **variables: str) -> None:
    """Run a program of Node, which stands on the path or beside this Python. Raises subprocess.CalledProcessError."""
    beside = os.fspath(Path(sys.executable).parent)
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), beside])
    subprocess.run(words, cwd=folder, env={**os.environ, "PATH": path, **variables}, check=True)


if __name__ == "__main__":
    fetch()
