"""Who sits on a body, as the rows of tables state it: of its members, or of several bodies with their chairs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph.drafting.headings import is_membership_heading
from govgraph.drafting.labels import columns_of
from govgraph.drafting.lines import Line
from govgraph.drafting.seat_texts import FoundSeat, group_in, role_and_votes, seats_of_text
from govgraph.model.vocabulary import Role

_CHAIRED = re.compile(r"^chair|chaired by|^led by|^lead")
_MEMBERS = re.compile(r"^(?:other )?members|membership|composition")
_JOINT = re.compile(r"joint|co-?chair", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]{0,200}\)")
_MOST_FIGURES = 4
_NO, _YES = ("n", "✗", "✘"), ("y", "v", "✓", "✔")


def seats_of_rows(rows: Sequence[Sequence[Line]]) -> Iterator[FoundSeat]:
    """The seats of tables of members, one a row; a row is its cells, each a line with its own mentions."""
    for cells in rows:
        seat = _seat_of_row(cells) if _is_of_members(cells[0]) else None
        if seat is not None:
            yield seat


def seats_of_group_rows(rows: Sequence[Sequence[Line]]) -> Iterator[FoundSeat]:
    """Who sits on the bodies of tables of bodies, and who chairs them: one body a row, under headers that say so."""
    for cells in rows:
        first = cells[0]
        if first.mentions and first.keys[0]:
            headers = [header.lower() for header in first.block.headers]
            yield from _members_of_row(cells, headers, first.keys[0][0])
            yield from _chairs_of_row(cells, headers, first.keys[0][0])


def _is_of_members(first: Line) -> bool:
    """Whether a row is one of a table of members."""
    headers = [header.lower().strip() for header in first.block.headers]
    if not headers or not first.own or any(map(_CHAIRED.search, headers)):
        return False
    return is_membership_heading(first.heading) or _is_member_table(headers)


def _is_member_table(headers: Sequence[str]) -> bool:
    """Whether headers say of whom the rows are, and what is said of each."""
    kinds = {column for header in headers for column in columns_of(header, "seat_columns")}
    return len(kinds) > 1 and bool({"post", "holder"} & kinds) and bool({"votes", "role", "holder"} & kinds)


def _seat_of_row(cells: Sequence[Line]) -> FoundSeat | None:
    """The seat of a row of a table of members."""
    first = cells[0]
    body, use = first.own[0], _cells_by_use(first)
    post, holder = use.get("post", ""), use.get("holder", "")
    if not post and not holder:
        return None
    role, votes = _role_and_votes(first.heading, use)
    line = next((cell for cell in cells if cell.text == (post or holder)), first)
    seat = next(seats_of_text(line, body, line.text, (role, votes), whole=True), None)
    if seat is None:
        return FoundSeat(body, line, post=post, role=role, votes=votes) if post else None
    if "role" in use and role is not None:
        seat = replace(seat, role=role)  # what the column says, and not the title: an adviser in attendance
    if post and holder and not seat.holder:
        other = next((cell for cell in cells if cell.text == holder), None)
        holders = (key for keys in (other.keys if other is not None else ()) for key in keys if key != body)
        seat = replace(seat, holder=next(holders, ""), group=seat.group or group_in(holder))
    count = use.get("count", "")
    is_several = count.isdecimal() and len(count) <= _MOST_FIGURES and int(count) > 1
    return replace(seat, count=int(count)) if is_several else seat


def _cells_by_use(first: Line) -> dict[str, str]:
    """The cells of a row of members by what their columns are of; the first of each, where it is not empty."""
    use: dict[str, str] = {}
    for header, text in zip(first.block.headers, first.block.cells, strict=False):
        column = next(iter(columns_of(header, "seat_columns")), None)
        if column is not None and text.strip():
            use.setdefault(column, text.strip())
    return use


def _role_and_votes(heading: str, use: dict[str, str]) -> tuple[Role | None, bool | None]:
    """The role and the vote that the cells of a row say, or else the heading of its table."""
    role, votes = role_and_votes(heading)
    if "role" in use:
        role = Role.parse(use["role"]) or role_and_votes(use["role"])[0] or role
    vote = use.get("votes", "").lower()
    return role, False if vote.startswith(_NO) else True if vote.startswith(_YES) else votes


def _chairs_of_row(cells: Sequence[Line], headers: Sequence[str], body: str) -> Iterator[FoundSeat]:
    """Who chairs or leads the body of a row."""
    column = next((place for place, header in enumerate(headers) if _CHAIRED.search(header)), None)
    if column is None or column >= len(cells[0].block.cells):
        return
    text = cells[0].block.cells[column]
    line = next((cell for cell in cells if cell.text == text), None)
    if line is None:
        return
    is_joint = _JOINT.search(text) is not None
    role = Role.CO_CHAIR if is_joint else Role.LEAD if headers[column].startswith("l") else Role.CHAIR
    seats = list(seats_of_text(line, body, _BRACKETS.sub("", text), (role, None), whole=not is_joint))
    # Whatever their post is called: the Vice Chair of the Board may chair a group.
    yield from (replace(seat, role=role) for seat in (seats if is_joint else seats[:1]))


def _members_of_row(cells: Sequence[Line], headers: Sequence[str], body: str) -> Iterator[FoundSeat]:
    """Who sits on the body of a row, under a header that says so."""
    for header, text in zip(headers[1:], cells[0].block.cells[1:], strict=False):
        line = next((cell for cell in cells[1:] if text.startswith(cell.text)), None)
        if line is not None and _MEMBERS.search(header):
            yield from seats_of_text(line, body, text, (None, None), whole=False)
