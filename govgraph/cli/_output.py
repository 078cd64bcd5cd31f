"""Where text goes: to standard output, or to a file that may be written, whole or not at all."""

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from govgraph.cli._streams import ClosedStream

_SUMMARY = "GITHUB_STEP_SUMMARY"
_STYLES = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan", "bold": True},
    "head": {"bold": True},
    "quiet": {"dim": True},
}


def coloured(text: str, role: str) -> str:
    """The text in the colour of its role."""
    return click.style(text, **_STYLES[role])  # type: ignore[arg-type]


def may_colour(output: str | None) -> bool:
    """Colour goes to a terminal only, and never against NO_COLOR."""
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def width() -> int:
    """How wide the text may be."""
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))


def write(text: str | bytes, output: str | None) -> None:
    """Write text to standard output, or to a file: whole, in UTF-8, or not at all; bytes to a file alone."""
    if output is not None:
        write_whole(Path(output), text)
        return
    with writing_to("Standard output"):
        click.echo(text, nl=False)


def confirm(text: str) -> None:
    """Say on standard output what was done; where that is closed, nobody waits for it."""
    if not isinstance(sys.stdout, ClosedStream):
        click.echo(text)


def summary_of_step() -> str | None:
    """The file that GitHub has named for the summary of a step."""
    return os.environ.get(_SUMMARY) or None


def add_to_summary(text: str) -> None:
    """Add text to the summary of a step, whole or not at all, where there is one."""
    path = summary_of_step()
    if path is None:
        return
    with writing_to(f"The summary of the step, {path},"), Path(path).open("ab", buffering=0) as summary:
        before = os.fstat(summary.fileno()).st_size
        try:
            rest = memoryview(text.encode("utf-8", errors="backslashreplace"))
            while rest:
                rest = rest[summary.write(rest) :]
        except BaseException:
            with suppress(OSError):  # what is no file has no length
                summary.truncate(before)
            raise


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file whole or not at all."""
    from govgraph.formats.atomic_write import write_file as write_it  # most output goes to the screen

    with writing_to(str(path)):
        write_it(path, text)


def write_document(content: str | bytes, output: str, *, overwrite: bool) -> None:
    """Write a page, a picture or a paper, with the mark by which govgraph knows later whether somebody changed it."""
    from govgraph.formats.written_mark import marked  # as above

    with writing_to(output):
        write_marked(marked(content, output), output, overwrite=overwrite)


def write_marked(content: bytes, output: str, *, overwrite: bool) -> None:
    """Write what has its mark already."""
    from govgraph.formats.atomic_write import write_file as write_it  # as above

    with writing_to(output):
        write_it(Path(output), content, lambda there: _keep_work(there, output, overwrite=overwrite))


def may_replace(output: str | None, *, overwrite: bool) -> None:
    """Refuse to write over a document that may hold what somebody wrote; one as govgraph wrote it is replaced."""
    from govgraph.formats.atomic_write import destination_of
    from govgraph.formats.written_mark import has_mark  # as above

    if output is None or not has_mark(output):  # any other name is refused by what writes
        return
    place = destination_of(Path(output))
    if not place.is_stream:
        _keep_work(place.path, output, overwrite=overwrite)


def _keep_work(there: Path, output: str, *, overwrite: bool) -> None:
    from govgraph.formats.written_mark import Origin, origin_of  # as above

    if overwrite:
        return
    try:
        origin = origin_of(there, output)
    except OSError:
        origin = Origin.UNKNOWN
    whys = {Origin.CHANGED: "it has changed since govgraph wrote it", Origin.UNKNOWN: "it may hold somebody's work"}
    if origin in whys:
        why = f"{output} is already there, and {whys[origin]}; choose another name, or add --overwrite."
        raise click.UsageError(why)


@contextmanager
def writing_to(where: str) -> Iterator[None]:
    """Say in one sentence what keeps output from getting where it should go."""
    try:
        yield
    except OSError as error:
        if isinstance(error, BrokenPipeError) and error.filename is None:
            raise  # a reader that has seen enough: it is no fault, and nobody is there to be told
        raise click.ClickException(f"{where} cannot be written: {reason_of(error)}.") from error


_REASONS = {
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the system allows no file of that size (see `ulimit -f`)",
    errno.ENOENT: "its folder is not there",
    errno.ENOTDIR: "its folder is not there",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "the link leads back to itself",
    errno.EAGAIN: "the program that reads it does not keep up",
    errno.EBADF: "it is closed",
    errno.EPIPE: "the program that reads it has ended",
}


def reason_of(error: OSError) -> str:
    """What the system says, in the words of people who use it."""
    known = _REASONS.get(error.errno or 0) if error.filename or error.errno != errno.ENOENT else None
    return known or error.strerror or str(error)


_SETTINGS = ("govgraph.toml", "pyproject.toml")


def may_write(output: str | None, inputs: Iterable[str], option: str = "--output") -> None:
    """Refuse to write over a file that is read or that holds settings, and where nothing can be written."""
    if output is None:
        return
    from govgraph.formats.atomic_write import destination_of
    from govgraph.model.faults import InputError  # most output goes to the screen

    try:
        place = destination_of(Path(output))
        if any(place.is_file(path) for name in inputs for path in _files_of(Path(name))):
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
    from govgraph.formats.atomic_write import destination_of  # as above

    if destination_of(Path(output)).is_file(Path(other)):
        raise click.UsageError(f"--output and {option} are the same file, {output}; choose two names.")


def _files_of(path: Path) -> list[Path]:
    """A file that is read; and where it is a folder of CSV files, each of them."""
    from govgraph.formats.files import is_csv  # as above

    try:
        return [path, *(inner for inner in path.iterdir() if is_csv(inner.name))]
    except OSError:  # no folder, or none that can be read
        return [path]


def _settings_around(folder: Path) -> list[Path]:
    """The files that may hold settings: in a folder, and wherever a run that begins here looks for them."""
    here = Path.cwd()
    return [around / name for around in (folder, here, *here.parents) for name in _SETTINGS]
