"""Pages, pictures and papers that somebody has changed are never lost; each by the real command."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pypdf
import pytest
from PIL import Image

from govgraph.formats.written_mark import Origin, marked, origin_of
from helpers import govgraph, mostly_long

SMALL = """
constituencies: {parents: {name: Parent carers}}
bodies:
  board: {name: The Board, kind: board, reports_to: council}
  council: {name: The Council, kind: organisation, accountable_to: the electors}
"""
OTHER = SMALL.replace("The Board", "The Panel")
WRITTEN = [
    *(("report", f"paper.{form}") for form in ("docx", "pdf", "html", "md")),
    *(("draw", f"pack.{form}") for form in ("html", "svg", "png", "pdf", "mmd")),
]
CHANGED = "is already there, and it has changed since govgraph wrote it; choose another name, or add --overwrite.\n"
UNKNOWN = "is already there, and it may hold somebody's work; choose another name, or add --overwrite.\n"

Change = Callable[[bytes], bytes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two structures."""
    (tmp_path / "m.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "other.yaml").write_text(OTHER, encoding="utf-8")
    return tmp_path


def write(folder: Path, command: str, name: str, *options: str, of: str = "m.yaml") -> bytes:
    """What the command writes to a file."""
    ran = govgraph(command, of, "-o", name, *options, folder=folder)
    assert (ran.returncode, ran.stderr) == (0, f"Written: {name}.\n")
    return (folder / name).read_bytes()


def assert_kept(folder: Path, command: str, name: str, sentence: str) -> None:
    """The command leaves the file alone, and says why."""
    path = folder / name
    before, names = path.read_bytes(), sorted(folder.iterdir())
    ran = govgraph(command, "m.yaml", "-o", name, folder=folder)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.endswith(f"Error: {name} {sentence}")
    assert path.read_bytes() == before
    assert sorted(folder.iterdir()) == names


def with_parts(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A document with parts that are changed, packed as another program would."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as new:
        for name in reversed(old.namelist()):
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


def edited(data: bytes, name: str) -> bytes:
    """The file with one word changed, as a person would in a program for it."""
    match name.rpartition(".")[2]:
        case "docx":
            document = docx.Document(io.BytesIO(data))
            run = next(run for paragraph in document.paragraphs for run in paragraph.runs if " Board" in run.text)
            run.text = run.text.replace(" Board", " Panel")
            saved = io.BytesIO()
            document.save(saved)
            return saved.getvalue()
        case "pdf":
            writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
            writer.add_metadata({"/Subject": "For the meeting"})
            saved = io.BytesIO()
            writer.write(saved)
            return saved.getvalue()
        case "png":
            at = data.index(b"The Board")
            return data[:at] + b"Our Board" + data[at + len(b"The Board") :]
        case _:
            return data.replace(b"The Board", b"Our Board", 1)


@pytest.mark.parametrize(("command", "name"), mostly_long(WRITTEN, ("report", "paper.docx"), ("draw", "pack.html")))
def test_what_govgraph_wrote_is_replaced_until_somebody_changes_it(command: str, name: str, folder: Path) -> None:
    first = write(folder, command, name)
    other = write(folder, command, name, of="other.yaml")
    assert other != first
    assert write(folder, command, name) == first
    (folder / name).write_bytes(edited(first, name))
    assert_kept(folder, command, name, CHANGED)
    assert write(folder, command, name, "--overwrite") == first
    assert write(folder, command, name, of="other.yaml") == other


@pytest.mark.parametrize(("command", "name"), mostly_long(WRITTEN, ("report", "paper.docx"), ("draw", "pack.svg")))
def test_what_somebody_else_wrote_is_kept(command: str, name: str, folder: Path) -> None:
    for content in (b"Minutes of the meeting\n", b"PK\x03\x04", b"\0"):
        (folder / name).write_bytes(content)
        assert_kept(folder, command, name, UNKNOWN)
    assert write(folder, command, name, "--overwrite")


@pytest.mark.parametrize(("command", "name"), mostly_long(WRITTEN, ("report", "paper.docx"), ("draw", "pack.svg")))
def test_an_empty_file_is_replaced(command: str, name: str, folder: Path) -> None:
    (folder / name).touch()
    assert write(folder, command, name)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data + b" ",
        lambda data: data + b"\n",
        lambda data: b" " + data,
        lambda data: data.removesuffix(b"\n"),
        lambda data: data + data[data.rindex(b"<!--") :],
        lambda data: data.replace(b"sha256-", b"sha256-0", 1)[:-1],
        lambda data: data[data.rindex(b"<!--") :] + data[: data.rindex(b"<!--")],
    ],
    ids=["a space", "a line", "in front", "less", "two marks", "another digest", "a mark elsewhere"],
)
def test_the_smallest_change_counts(change: Change, folder: Path) -> None:
    whole = write(folder, "draw", "pack.svg")
    (folder / "pack.svg").write_bytes(change(whole))
    ran = govgraph("draw", "m.yaml", "-o", "pack.svg", folder=folder)
    assert ran.returncode == 2
    assert (folder / "pack.svg").read_bytes() == change(whole)


@pytest.mark.parametrize("name", ["paper.md", "pack.svg", "pack.mmd", "pack.html"])
def test_line_ends_of_another_system_are_no_change(name: str, folder: Path) -> None:
    command = "report" if name == "paper.md" else "draw"
    whole = write(folder, command, name)
    (folder / name).write_bytes(whole.replace(b"\n", b"\r\n"))
    assert write(folder, command, name) == whole


@pytest.mark.long
def test_a_document_that_was_only_packed_anew_is_as_it_was(folder: Path) -> None:
    whole = write(folder, "report", "paper.docx")
    (folder / "paper.docx").write_bytes(with_parts(whole, lambda _, content: content))
    assert write(folder, "report", "paper.docx") == whole


@pytest.mark.parametrize(
    ("part", "old", "new", "sentence"),
    [
        ("word/document.xml", b"The Board", b"Our Board", CHANGED),
        ("docProps/core.xml", b"<cp:revision>1<", b"<cp:revision>2<", CHANGED),
        ("word/styles.xml", b"en-GB", b"cy-GB", CHANGED),
        ("docProps/core.xml", b"Written by govgraph", b"Written by us", UNKNOWN),
    ],
)
def test_every_part_of_a_document_counts(part: str, old: bytes, new: bytes, sentence: str, folder: Path) -> None:
    def change(name: str, content: bytes) -> bytes:
        return content.replace(old, new, 1) if name == part else content

    whole = write(folder, "report", "paper.docx")
    assert with_parts(whole, change) != with_parts(whole, lambda _, content: content)
    (folder / "paper.docx").write_bytes(with_parts(whole, change))
    assert_kept(folder, "report", "paper.docx", sentence)


def test_a_part_that_is_added_to_a_document_counts(folder: Path) -> None:
    write(folder, "report", "paper.docx")
    with zipfile.ZipFile(folder / "paper.docx", "a") as paper:
        paper.writestr("word/comments.xml", "<comments/>")
    assert_kept(folder, "report", "paper.docx", CHANGED)


@pytest.mark.long
def test_a_paper_on_a_template_has_one_identifier(folder: Path) -> None:
    template = docx.Document()
    template.core_properties.identifier = "of the template"
    template.save(str(folder / "t.docx"))
    whole = write(folder, "report", "paper.docx", "--template", "t.docx")
    with zipfile.ZipFile(io.BytesIO(whole)) as paper:
        assert paper.read("docProps/core.xml").count(b"<dc:identifier") == 1
    assert docx.Document(io.BytesIO(whole)).core_properties.identifier.startswith("Written by govgraph;")
    assert write(folder, "report", "paper.docx", "--template", "t.docx") == whole


@pytest.mark.long
def test_a_marked_file_is_still_one_of_its_format(folder: Path) -> None:
    for command in ("report", "draw"):
        reader = pypdf.PdfReader(io.BytesIO(write(folder, command, "x.pdf", "--overwrite")), strict=True)
        assert len(reader.pages) >= 1
    with Image.open(io.BytesIO(write(folder, "draw", "x.png"))) as picture:
        picture.load()
        assert picture.info["Comment"].startswith("Written by govgraph; digest of all else in this file: sha256-")


def test_the_demonstration_is_kept_too(tmp_path: Path) -> None:
    page = tmp_path / "demo.html"
    for _ in range(2):
        assert govgraph("demo", "--output", "demo.html", folder=tmp_path).returncode == 0
    whole = page.read_bytes()
    page.write_bytes(whole + b"<p>A note</p>")
    ran = govgraph("demo", "--output", "demo.html", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.endswith(f"Error: demo.html {CHANGED}")
    assert govgraph("demo", "--output", "demo.html", "--overwrite", folder=tmp_path).returncode == 0
    assert page.read_bytes() == whole


def test_a_link_leads_to_the_file_that_counts(folder: Path) -> None:
    (folder / "paper.md").symlink_to("real")
    (folder / "real").write_text("Minutes", encoding="utf-8")
    assert_kept(folder, "report", "paper.md", UNKNOWN)
    write(folder, "report", "paper.md", "--overwrite")
    write(folder, "report", "paper.md")
    assert (folder / "paper.md").is_symlink()
    assert (folder / "real").read_bytes().endswith(b" -->\n")


def test_standard_output_by_another_name_is_written_into(folder: Path) -> None:
    (folder / "x.mmd").symlink_to("/dev/stdout")
    script = f"echo head; {sys.executable} -m govgraph draw m.yaml -o x.mmd"
    with (folder / "log").open("w", encoding="utf-8") as log:
        subprocess.run(["sh", "-c", script], cwd=folder, stdout=log, check=True)
    lines = (folder / "log").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["head", "flowchart BT"]


@pytest.mark.parametrize("names", [(), ("paper.md",), ("paper.md", "second")], ids=["new", "there", "of two names"])
def test_what_somebody_writes_in_the_meantime_is_kept(names: tuple[str, ...], folder: Path) -> None:
    if names:
        write(folder, "report", "paper.md")
        for name in names[1:]:
            (folder / name).hardlink_to(folder / "paper.md")
    code = (
        "import sys; from pathlib import Path; from govgraph import showing; from govgraph.cli import main\n"
        "real = showing.paper\n"
        "def paper(*given, **named):\n    Path('paper.md').write_text('Minutes'); return real(*given, **named)\n"
        "showing.paper = paper; main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", code, "report", "m.yaml", "-o", "paper.md"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.endswith(f"Error: paper.md {UNKNOWN}")
    assert (folder / "paper.md").read_text(encoding="utf-8") == "Minutes"
    assert {path.name for path in folder.iterdir()} == {"m.yaml", "other.yaml", "paper.md", *names}


@pytest.mark.parametrize("form", ["json", "sarif", "text", "markdown"])
def test_a_verdict_replaces_the_one_before(form: str, folder: Path) -> None:
    (folder / "r").write_text("the verdict of yesterday", encoding="utf-8")
    ran = govgraph("check", "m.yaml", "--fail-on", "never", "--format", form, "--output", "r", folder=folder)
    assert ran.returncode == 0
    assert "yesterday" not in (folder / "r").read_text(encoding="utf-8")


def test_content_of_another_format_gets_no_mark(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("a", "b")
    with pytest.raises(ValueError, match="no properties"):
        marked(made.getvalue(), "x.docx")
    path = tmp_path / "x.odt"
    path.write_bytes(b"a")
    assert origin_of(path, "x.odt") is Origin.UNKNOWN
    assert origin_of(tmp_path / "absent.md", "absent.md") is Origin.NOTHING


@pytest.mark.long
def test_a_title_that_looks_like_a_mark_is_no_mark(folder: Path) -> None:
    mark = marked("", "x.mmd").decode().removeprefix("%% ").strip()
    (folder / "m.yaml").write_text(f"title: '{mark}'\n{SMALL}", encoding="utf-8")
    for command, name in WRITTEN:
        whole = write(folder, command, name, "--overwrite")
        assert write(folder, command, name) == whole
