"""What output may be written to: nothing that is read, and nothing that holds settings."""

from collections.abc import Iterable
from pathlib import Path

import click

from govgraph.cli._output import reason_of

_SETTINGS = ("govgraph.toml", "pyproject.toml")


def may_write(output: str | None, inputs: Iterable[str], option: str = "--output") -> None:
    """Refuse to write over a file that is read or that holds settings, and where nothing can be written."""
    if output is None:
        return
    from govgraph.read import InputError  # noqa: PLC0415 - most output goes to the screen
    from govgraph.write.destination import destination_of  # noqa: PLC0415

    try:
        place = destination_of(Path(output))
        if any(place.is_file(path) for one in inputs for path in _files_of(Path(one))):
            raise click.UsageError(f"{option} {output} is a file that is read; choose another name.")
        if place.status is not None and any(map(place.is_file, _settings_around(place.path.parent))):
            raise click.UsageError(f"{option} {output} is a file of settings; choose another name.")
    except InputError as error:
        raise click.UsageError(f"{option} {output}: {error.faults[0].message}") from None
    except OSError as error:
        raise click.UsageError(f"{option} {output} cannot be written: {reason_of(error)}.") from None
    if not place.path.parent.is_dir():
        folder = place.path.parent if Path(output).is_symlink() else Path(output).parent
        raise click.UsageError(f"{output}: there is no folder {folder}.")


def may_write_both(output: str | None, other: str | None, option: str) -> None:
    """Refuse to write two things to one file."""
    if output is None or other is None:
        return
    from govgraph.write.destination import destination_of  # noqa: PLC0415 - as above

    if destination_of(Path(output)).is_file(Path(other)):
        raise click.UsageError(f"--output and {option} are the same file, {output}; choose two names.")


def _files_of(path: Path) -> list[Path]:
    """A file that is read; and where it is a folder of CSV files, each of them."""
    from govgraph.read.endings import is_csv  # noqa: PLC0415 - as above

    try:
        return [path, *(one for one in path.iterdir() if is_csv(one.name))]
    except OSError:  # no folder, or none that can be read
        return [path]


def _settings_around(folder: Path) -> list[Path]:
    """The files that may hold settings: in a folder, and wherever a run that begins here looks for them."""
    here = Path.cwd()
    return [around / name for around in (folder, here, *here.parents) for name in _SETTINGS]
