"""What the desk and its page say to each other, as plain data: `desk/src/protocol.ts` is made from it.

A request names one of the methods of `Session`; what comes back is one of these. Nothing else crosses.
"""

from typing import Literal, NotRequired, TypedDict


class Column(TypedDict):
    """A column of a table, as the workbook has it."""

    header: str
    kind: Literal["text", "word", "boolean", "date", "reference", "id"]
    several: bool
    """Whether a cell may hold several, with commas between them, or on lines of their own where it is text."""
    choices: list[str]
    """The words from which a cell may be filled: all of them where the kind is `word`, else only the known ones."""
    refers_to: str | None
    """The section whose rows a cell names by Id or name."""
    required: bool
    description: str


class Table(TypedDict):
    """A sheet of the workbook: every cell as text, empty where nothing is stated."""

    section: str
    """bodies, relations, seats, ... settings; the key by which edits name it."""
    name: str
    noun: str
    """What a row is, in a sentence: `body`, `seat`."""
    columns: list[Column]
    rows: list[list[str]]
    numbers: list[int]
    """The number of each row in the spreadsheet, where the headers may stand lower and rows may be blank."""


class Fault(TypedDict):
    """What cannot be read, in one sentence, and where it stands."""

    message: str
    """The sentence alone."""
    where: str
    """As a person reads it: `Seats!C7`, `wendle.yaml, line 4`; empty where it is about all of it."""
    section: str | None
    row: int | None
    """The place in `Table.rows`, counted from 0; in a text the line."""
    column: int | None


class SetCell(TypedDict):
    """Write into one cell."""

    do: Literal["set"]
    section: str
    row: int
    column: int
    text: str


class AddRow(TypedDict):
    """A new row below the others, with some cells by their headers."""

    do: Literal["add"]
    section: str
    cells: dict[str, str]


class DeleteRow(TypedDict):
    """Take a row away."""

    do: Literal["delete"]
    section: str
    row: int


class GiveSeat(TypedDict):
    """What if a group of people had a seat on a body."""

    do: Literal["seat"]
    body: str
    group: str


class RemoveBody(TypedDict):
    """What if a body were not there, and nothing that names it."""

    do: Literal["remove"]
    body: str


class Answer(TypedDict):
    """Answer a question: `key` and `about` are those of the question, the rest somebody wrote."""

    do: Literal["answer"]
    key: str
    about: list[str]
    answer: str
    source: str


class SetText(TypedDict):
    """Put another text in the place of one that could not be read."""

    do: Literal["text"]
    text: str


class RowAnswer(TypedDict):
    """What a person says of a proposal."""

    row: int
    """The place in `Table.rows` of the sheet Draft."""
    answer: Literal["yes", "no", ""]
    """Empty where the answer is taken back."""


class Confirm(TypedDict):
    """Answer proposals, all at once."""

    do: Literal["confirm"]
    answers: list[RowAnswer]
    cells: dict[str, str]
    """Where there is one answer, other texts for cells of its row, by their headers."""
    others: bool
    """Whether what hangs together with them is answered too. If not, and there is any, a sentence that begins with
    `This also` says what that is, and nothing is answered."""


Edit = SetCell | AddRow | DeleteRow | GiveSeat | RemoveBody | Answer | SetText | Confirm


class WhatIf(TypedDict):
    """A change that can be tried from where it is spoken of."""

    label: str
    """`Give parent carers a seat on the Board`."""
    edit: Edit


class Named(TypedDict):
    """A body by its id, with its name."""

    id: str
    name: str


class Place(TypedDict):
    """Where in the tables something stands."""

    where: str
    """As a person reads it: `Seats!A12`."""
    section: str
    row: int
    """The place in `Table.rows`, counted from 0."""
    column: int


class Fact(TypedDict):
    """Something that the file states and that is wrong."""

    key: str
    """The same for the same problem, from one state to the next."""
    findings: list[str]
    """What is shown together in it, each by a key that stays the same while others come and go."""
    severity: Literal["error", "warning", "note"]
    label: str
    """`Error`, `Warning`, `Note`, as the page of a board pack says it."""
    new: bool
    """Whether it was not so in what was opened."""
    message: str
    fix: str
    """What to do; may be empty."""
    evidence: list[str]
    """How we know."""
    places: list[Place]
    """Where in the open tables that is stated, the most telling first; none in a file of text as it was opened."""
    based_on: str
    rule: str
    """Code and name of the rule."""
    bodies: list[Named]
    what_ifs: list[WhatIf]


class Question(TypedDict):
    """Something that the file does not say."""

    key: str
    about: list[str]
    message: str
    who_knows: str
    how: str
    """How to answer, in a sentence."""
    choices: list[str]
    """Answers that are understood, to choose from; there may be others."""
    can_be_recorded: bool
    bodies: list[Named]
    what_ifs: list[WhatIf]


class Verdict(TypedDict):
    """What is wrong with what is open, against what was opened."""

    headline: str
    about: str
    """Day, view and counts, in a line."""
    facts: list[Fact]
    known: list[Fact]
    """Where something was changed: what was wrong before and still is."""
    gone: list[Fact]
    """What was wrong in what was opened and is not any more; `fix` says why where it was not mended."""
    questions: list[Question]
    not_checked: list[str]


class Proposal(TypedDict):
    """What a document seems to say, to be confirmed."""

    row: int
    """The place in `Table.rows` of the sheet Draft."""
    about: str
    """The body, or the group of people, that it is about."""
    message: str
    """What it proposes, in a sentence."""
    proposed: str
    """The sentence as it was proposed, where its cells have been changed since; else empty."""
    says: str
    """The sentence of the document, word for word."""
    document: str
    place: str
    """Where in the document."""
    question: str
    beside: list[int]
    """The other rows that answer the same question."""
    answer: Literal["yes", "no", "change", ""]


class What(TypedDict):
    """Words that may stand under What, and what goes with them."""

    words: str
    columns: list[int]
    """The places of the columns that such a row fills, beside those that every row has."""
    names: Literal["bodies", "constituencies", "themes", ""]
    """The section of what Value names."""


class Draft(TypedDict):
    """What is to be confirmed, in the order of the sheet."""

    proposals: list[Proposal]
    whats: list[What]
    names: dict[str, list[str]]
    """The names of bodies, groups of people and themes, those too that are only proposed, by their sections."""


class State(TypedDict):
    """All that the page shows but the picture; after every act."""

    revision: int
    kind: Literal["nothing", "text", "tables"]
    """`text`: a file of text that cannot be read yet, to be mended as text."""
    title: str
    name: str
    """What the file is called that was opened, or will be called: `wendle.xlsx`."""
    undo: str | None
    """What would be undone, in a few words."""
    redo: str | None
    changed: bool
    """Whether it differs from what was opened."""
    text: str
    faults: list[Fault]
    """What cannot be read. While there is any there is no verdict, and nothing is green."""
    notices: list[str]
    tables: list[Table]
    """Those that are not as they were in the state before; all of them after a file was opened."""
    bodies: list[Named]
    groups: list[Named]
    draft: Draft | None
    """What documents seem to say; None where there is no such sheet."""
    verdict: Verdict | None


class Picture(TypedDict):
    """The diagram of the board-pack page with its tools, as HTML of its own templates, and what its script needs."""

    revision: int
    html: str
    data: str
    """The JSON that `page_data` gives."""
    look: str
    """Rules of CSS: the font with the letters used, colours, the diagram."""
    compared: bool


class Written(TypedDict):
    """A file, ready to be saved."""

    name: str
    type: str
    """As browsers call it: `text/html`."""
    content: str
    """The text, or the bytes in base64."""
    is_base64: bool
    note: NotRequired[str]
    """What to know of it: a warning about small letters, names that were left out."""


Kind = Literal[
    "workbook",
    "yaml",
    "json",
    "page",
    "comparison",
    "svg",
    "paper",
    "paper-blocks",
    "questions",
    "questions-table",
    "report",
    "sheet",
]
"""What can be written: `report` is the JSON of `govgraph check`, `paper-blocks` what Word is made of."""


class Example(TypedDict):
    """A structure to begin with."""

    key: str
    title: str
    about: str


class Refused(TypedDict):
    """Why something could not be done; what was open stays as it was."""

    refused: list[str]
