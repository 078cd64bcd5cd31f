"""The rows of a draft: which of them a person confirms, which are open, and how messages speak of them."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic import ValidationError

from govgraph.formats.sheets.layout import DRAFT
from govgraph.language import capitalised, listed, plural, with_the
from govgraph.model.faults import Fault, Loc, format_place
from govgraph.model.proposal import Confirmed, Proposal, proposal_sentence
from govgraph.model.scalars import loose_name
from govgraph.model.validation import Document


class DraftRow(NamedTuple):
    """A row of a draft, by its number in it."""

    number: int
    proposal: Proposal

    def at(self, key: str = "") -> Loc:
        """The path of the row, or of one of its cells."""
        return (DRAFT, self.number, key) if key else (DRAFT, self.number)


@dataclass
class DraftRows:
    """The rows of a draft by what a person says of them."""

    confirmed: list[DraftRow] = field(default_factory=list)
    open: list[DraftRow] = field(default_factory=list)
    """Those that nobody confirms, because they are not answered or the answer is no."""
    spoilt: set[int] = field(default_factory=set)
    """The numbers of those that have faults of their own."""
    names: set[str] = field(default_factory=set)
    """The names that those are about: what else is wrong with these follows from that."""

    @property
    def unanswered(self) -> list[DraftRow]:
        """Those of the open ones to which nobody has said anything yet."""
        return [row for row in self.open if row.proposal.confirmed is None]


def read_rows(document: Document) -> DraftRows:
    """The rows of the draft of a document. A fault for each that is confirmed, and does not say what was proposed."""
    found = DraftRows()
    unread = {path[1] for path in document.unread if len(path) > 1 and path[0] == DRAFT}
    for number, data in enumerate(document.data[DRAFT]):
        proposal = None if number in unread else _proposal(data)
        if proposal is None:
            found.spoilt.add(number)
            found.names |= {loose_name(data[key]) for key in ("body", "value") if _is_text(data, key)}
        elif not proposal.is_confirmed:
            found.open.append(DraftRow(number, proposal))
        else:
            row = DraftRow(number, proposal)
            found.confirmed.append(row)
            _assert_as_proposed(document, row)
    return found


def _proposal(data: Any) -> Proposal | None:
    """What a row proposes; None where the model refuses it, which says so itself."""
    try:
        return Proposal.model_validate(data)
    except ValidationError:
        return None


def _is_text(data: Any, key: str) -> bool:
    return isinstance(data, dict) and isinstance(data.get(key), str)


def _assert_as_proposed(document: Document, row: DraftRow) -> None:
    """Add a fault where `yes` is said of a row that was, or may have been, changed, or `change` of one that was not."""
    who, path = capitalised(row_label(document, row.number)), row.at("confirmed")
    if row.proposal.proposal is None:
        # A row without a document is a person's own, which nobody proposed. Of another nobody can tell any more
        # whether its cells are what was found in the document, and that would be cited for them.
        if row.proposal.document is not None and row.proposal.confirmed is Confirmed.YES:
            why = f"{who} comes from a document, but its proposal is gone: write change if you corrected the cells."
            document.faults.append(document.fault(path, why, value=True))
        return
    is_as_proposed = _words(row.proposal.proposal) == _words(proposal_sentence(row.proposal))
    if row.proposal.confirmed is Confirmed.YES and not is_as_proposed:
        why = f"{who} says yes, but its cells no longer say what its proposal says: write change, or put them back."
        document.faults.append(document.fault(path, why, value=True))
    elif row.proposal.confirmed is Confirmed.CHANGE and is_as_proposed:
        why = f"{who} says change, but its cells say what its proposal says: correct them, or write yes."
        document.faults.append(document.fault(path, why, value=True))


def _words(sentence: str) -> str:
    return " ".join(sentence.split())


def row_label(document: Document, *numbers: int) -> str:
    """How a message names rows: `row 7`, `rows 7 and 9`, `the proposal in line 12`."""
    places = [document.fault((DRAFT, number), "") for number in numbers]
    end = "" if len(numbers) == 1 else "s"
    if any(place.line is None for place in places):
        return f"proposal{end} {listed([f'{number + 1:,}' for number in numbers])}"
    lines = listed([str(place.line) for place in places])
    return f"row{end} {lines}" if places[0].sheet else f"the proposal{end} in line{end} {lines}"


def cell_label(document: Document, path: Loc) -> str:
    """How a message names the place of another statement: `Bodies!C4`, `line 12`."""
    at = document.fault(path, "", value=True)
    if at.line is None:
        return "another part of the file"
    return f"line {at.line}" if at.sheet is None else format_place("", *at[1:3], at.sheet).removeprefix(": ")


MOST_NAMED = 20
"""So many bodies are named whose proposals are left out; the others are counted."""


def report_open(document: Document, rows: DraftRows) -> None:
    """Add a notice for the rows that are not answered. One that is answered no needs none: a person decided it."""
    left = [row.proposal for row in rows.unanswered]
    if left:
        sheet = document.fault((DRAFT, 0), "").sheet
        where = f"on the sheet {sheet}" if sheet else "in the draft"
        named = list(dict.fromkeys(with_the(" ".join(proposal.body.split())) for proposal in left))
        bodies = listed(named, most=MOST_NAMED)
        sentence = f"Not confirmed, so left out: {plural(len(left), 'proposal')} {where}, about {bodies}."
        document.notices.append(Fault(document.path, None, None, sentence))
