"""The organograms of government departments: the CSV of senior posts that data.gov.uk publishes.

A post is a body, and reports to another post. Names of people, pay and contacts are not taken.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from govgraph.importers.contents import clean, refused, within_size
from govgraph.importers.gathering import Gathering
from govgraph.importers.importer import Imported, Importer
from govgraph.language import listed
from govgraph.model.vocabulary import Kind

_REFERENCE, _SUPERIOR = "post unique reference", "reports to senior post"
_JUNIOR = "reporting senior post"
_TOP = "xx"
_NO_POST = ("0", "00", "not in post")
_ELIMINATED, _VACANT = "eliminated", "vacant"
_HEADER_ROWS = 5
_NOT_TAKEN = ("name", "grade", "pay", "salary", "contact", "fte", "professional", "notes")
_TEXTS = ("job title", "job/team function", "organisation", "unit")


class _Post(NamedTuple):
    """A row of the file: a post, by the reference that stands there, letter by letter."""

    row: int
    reference: str
    title: str
    function: str
    organisation: str
    unit: str
    superior: str
    person: str

    @property
    def shared(self) -> tuple[str, ...]:
        """What is the same in the rows of those who share a job."""
        return self.title, self.function, self.organisation, self.unit, self.superior

    @property
    def where(self) -> str:
        """Its place in the file."""
        return f"row {self.row}, post {self.reference}"


def recognises(path: str, data: bytes) -> bool:  # noqa: ARG001 - the bytes say it
    """Whether one of the first rows has the headers of an organogram."""
    start = data[:5_000].decode("cp1252", "replace").lower()
    return (_REFERENCE in start and "reports to" in start) or (_JUNIOR in start and "payscale" in start)


def read(path: str, data: bytes) -> Imported:
    """The posts, and to which each reports. Raises InputError."""
    text, notice = _decoded(path, within_size(path, data))
    columns, rows = _table(path, text)
    if _REFERENCE not in columns:
        why = "This is the list of junior posts, which have no references of their own. Name the list of senior posts."
        raise refused(path, why)
    posts, left_out = _posts(columns, rows)
    if not posts:
        raise refused(path, "This organogram holds no posts.")
    gathering = Gathering(path)
    if notice:
        gathering.notice(notice)
    by_reference = _by_reference(gathering, posts)
    _add_bodies(gathering, by_reference)
    _relate(gathering, by_reference)
    gathering.notice_of(left_out, "These rows name nobody's post, and are left out: {}.")
    others = [column for column in sorted(columns, key=lambda name: columns[name]) if column.startswith(_NOT_TAKEN)]
    gathering.notice(f"Posts are taken, and not the people in them. These columns are left out: {listed(others)}.")
    return gathering.imported(posts[0].organisation or None)


def _decoded(path: str, data: bytes) -> tuple[str, str]:
    """The text of the file, and a sentence about its encoding where that had to be guessed."""
    if b"\x00" in data[:4_000]:
        raise refused(path, "The file is not text in UTF-8 (it holds zero bytes): save it as 'CSV UTF-8'.")
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        notice = "The file is not in UTF-8, and is read as Windows-1252: see that names with accents are right."
        return data.decode("cp1252", "replace"), notice


def _table(path: str, text: str) -> tuple[dict[str, int], list[tuple[int, list[str]]]]:
    """The columns by their headers, and the rows below with their numbers. Raises InputError."""
    first = next((line for line in islice(text.splitlines(), _HEADER_ROWS) if _is_header(line)), "")
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns: dict[str, int] = {}
    rows: list[tuple[int, list[str]]] = []
    try:
        for number, row in enumerate(reader, 1):
            if columns:
                rows.append((number, row))
            elif any(_is_header(cell) for cell in row):
                columns = {name: index for index, cell in reversed([*enumerate(row)]) if (name := _header(cell))}
    except csv.Error as error:
        raise refused(path, f"This row cannot be read: {error}.", reader.line_num) from None
    if not columns:
        raise refused(path, "No row of this file has the headers of an organogram.")
    return columns, rows


def _is_header(text: str) -> bool:
    return _REFERENCE in text.lower() or _JUNIOR in text.lower()


def _header(cell: str) -> str:
    """A header as it is compared: `Grade (or equivalent)` is `grade`."""
    return clean(cell).lower().partition(" (")[0]


def _posts(columns: Mapping[str, int], rows: Iterable[tuple[int, list[str]]]) -> tuple[list[_Post], list[str]]:
    """The posts, and what is said of each row that names none."""
    found, left_out = [], []
    for number, row in rows:
        cells = {name: clean(row[index]) if index < len(row) else "" for name, index in columns.items()}
        if not any(cells.values()):
            continue
        superior = cells.get(_SUPERIOR) or cells.get("reports to", "")
        title, function, place, unit = (cells.get(name, "") for name in _TEXTS)
        post = _Post(number, cells[_REFERENCE], title, function, place, unit, superior, cells.get("name", ""))
        if not post.title or not post.reference or post.reference in _NO_POST or post.title.lower() in _NO_POST:
            left_out.append(f"row {number}")
        else:
            found.append(post)
    return found, left_out


def _by_reference(gathering: Gathering, posts: Iterable[_Post]) -> dict[str, list[_Post]]:
    """The posts under each reference. Rows that differ only in the person are one job that is shared."""
    found: dict[str, dict[tuple[str, ...], list[_Post]]] = {}
    for post in posts:
        found.setdefault(post.reference, {}).setdefault(post.shared, []).append(post)
    shares = [
        f"{rows[0].title} (post {reference}, rows {listed([str(each.row) for each in rows])})"
        for reference, several in found.items()
        for rows in several.values()
        if len(rows) > 1
    ]
    gathering.notice_of(shares, "Rows that differ only in the person are one post that people share: {}.")
    distinct = {reference: [rows[0] for rows in several.values()] for reference, several in found.items()}
    apart = [
        f"{reference} (rows {listed([str(each.row) for each in several])})"
        for reference, several in distinct.items()
        if len(several) > 1
    ]
    gathering.notice_of(apart, "These references stand for different posts, each of which is a body of its own: {}.")
    return distinct


def _key(post: _Post) -> str:
    return f"{post.reference}#{post.row}"


def _add_bodies(gathering: Gathering, by_reference: Mapping[str, list[_Post]]) -> None:
    every = [post for posts in by_reference.values() for post in posts]
    titles = Counter(post.title.casefold() for post in every)
    for post in every:
        name = post.title if titles[post.title.casefold()] == 1 else f"{post.title} (post {post.reference})"
        places = dict.fromkeys(filter(None, (post.organisation, post.unit)))
        state = {_VACANT: "The post is vacant.", _ELIMINATED: "The post was eliminated."}.get(post.person.lower(), "")
        note = ". ".join(filter(None, (", ".join(places), state)))
        gathering.add_body(
            _key(post),
            name,
            Kind.POST,
            post.where,
            wanted_id=f"post-{post.reference}",
            purpose=post.function,
            note=note,
            status="ended" if post.person.lower() == _ELIMINATED else None,
        )
    same = [title for title in dict.fromkeys(post.title for post in every) if titles[title.casefold()] > 1]
    gathering.notice_of(same, "Several posts have these titles; their references are added to their names: {}.")
    vacant = [gathering.name(_key(post)) for post in every if post.person.lower() == _VACANT]
    gathering.notice_of(vacant, "These posts are vacant: {}.")


def _relate(gathering: Gathering, by_reference: Mapping[str, list[_Post]]) -> None:
    missing, unclear, own, tops = [], [], [], []
    for post in (post for posts in by_reference.values() for post in posts):
        name, above = gathering.name(_key(post)), by_reference.get(post.superior, [])
        if post.superior.lower() == _TOP or not post.superior:
            tops.append(name)
        elif post.superior == post.reference:
            own.append(name)
        elif not above:
            missing.append(f"{post.superior} (for {name}, row {post.row}{_near(post.superior, by_reference)})")
        elif len(above) > 1:
            unclear.append(name)
            _ask(gathering, post, above)
        else:
            gathering.relate(_key(post), "reports_to", _key(above[0]), post.where)
    gathering.notice_of(tops, "These report to no post of the file: {}.")
    gathering.notice_of(own, "These are said to report to themselves, which is left out: {}.")
    gathering.notice_of(missing, "Posts report to these references, which are not in the file. No line is stated: {}.")
    gathering.notice_of(unclear, "These report to a reference of several posts, so a person has to say which: {}.")


def _near(reference: str, by_reference: Mapping[str, list[_Post]]) -> str:
    """That the reference may have lost its zeros, which a spreadsheet takes away."""
    wanted = reference.lstrip("0").removesuffix(".0")
    near = next((each for each in by_reference if each.lstrip("0").removesuffix(".0") == wanted), "")
    return f"; there is a post {near}" if near and wanted else ""


def _ask(gathering: Gathering, post: _Post, above: Iterable[_Post]) -> None:
    """A proposal without an end: a person chooses it."""
    choices = listed([f"{gathering.name(_key(each))} (row {each.row})" for each in above], last="or")
    name = gathering.name(_key(post))
    question = f"{name} reports to post {post.superior}, a reference of several posts. Which is meant: {choices}?"
    row = {"document": gathering.document, "where": post.where, "body": name, "what": "reports to"}
    gathering.draft.append({**row, "question": question, "says": f"Reports to Senior Post: {post.superior}"})


IMPORTER = Importer("a government organogram", (".csv",), recognises, read)
