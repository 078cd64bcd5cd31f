"""What a person confirms in a draft becomes a statement; all that cannot be one is refused with its cell."""

from pathlib import Path
from typing import Any

import pytest

import govgraph
from formats.workbooks import Sheets, workbook
from govgraph.comparison.changes import changes
from govgraph.formats.structure_files import read_draft
from govgraph.model import Structure
from govgraph.model.faults import InputError
from govgraph.model.proposal import Proposal, proposal_sentence

HEADERS = [
    *("Confirmed", "Proposal", "The document says", "Document", "Where", "Question", "Body", "What", "Value"),
    *("Holder", "On behalf of", "As", "Role", "Votes", "Number", "Several"),
]
KEYS = [
    *("confirmed", "proposal", "says", "document", "where", "question", "body", "what", "value"),
    *("holder", "on_behalf_of", "as", "role", "votes", "count", "several"),
]
BODIES: list[list[Any]] = [["Id", "Name", "Kind", "Meets"], ["council", "The Council", "organisation", None]]


def row(confirmed: str | None, body: str, what: str | None, value: str | None = None, **more: Any) -> dict[str, Any]:
    """A row of a draft as it is proposed, with its sentence."""
    stated = {"body": body, "what": what, "value": value, **more}
    proposed = proposal_sentence(Proposal.model_validate({key: cell for key, cell in stated.items() if cell}))
    says = {"says": f"So it says of {body}.", "document": "Terms.docx", "where": "page 2"}
    return {"confirmed": confirmed, "proposal": proposed, **says, **stated}


def drafted(path: Path, *rows: dict[str, Any], **sheets: list[list[Any]]) -> Path:
    """A workbook with these rows on its sheet Draft; the first of them is row 2."""
    cells = [[each.get(key) for key in KEYS] for each in rows]
    own: Sheets = {"Bodies": BODIES, **sheets, "Draft": [HEADERS, *cells]}
    return workbook(path / "x.xlsx", own)


def faults(path: Path) -> list[str]:
    with pytest.raises(InputError) as refused:
        govgraph.read(path)
    return [str(fault).removeprefix(f"{path}: ") for fault in refused.value.faults]


def notices(structure: Structure, path: Path) -> list[str]:
    told = [str(notice).removeprefix(f"{path}: ") for notice in structure.notices]
    return [notice for notice in told if not notice.startswith("There is no sheet")]


BOARD = row("yes", "Wellbeing Board", "is a", "board")
PANEL = row("yes", "Advisory Panel", "is a", "panel")


def test_confirmed_rows_are_statements_with_their_source(tmp_path: Path) -> None:
    path = drafted(
        tmp_path,
        BOARD,
        row("yes", "Wellbeing Board", "is also called", "WB"),
        PANEL,
        row("yes", "WB", "reports to", "The Council"),
        row("yes", "Advisory Panel", "advises", "WB"),
        row("yes", "Parent carers", "is a group of people"),
        row("yes", "Waiting times", "is a theme"),
        row("yes", "Advisory Panel", "monitors", "Waiting times"),
        row("yes", "Advisory Panel", "consults", "Parent carers"),
        row("yes", "Advisory Panel", "Meets", "every month", where="page 3"),
        row("yes", "Advisory Panel", "has a seat", on_behalf_of="Parent carers", role="chair", votes=True),
        row("yes", "Advisory Panel", "has a seat", holder="WB", **{"as": "lay member"}, count=2),
    )
    structure = govgraph.read(path)
    panel, board = structure.bodies["advisory-panel"], structure.bodies["wellbeing-board"]
    assert (board.name, board.kind, board.other_names) == ("Wellbeing Board", "board", ("WB",))
    assert board.reports_to[0].to == "council"
    source = board.reports_to[0].source
    assert source is not None
    # The sentence stays in the draft: it may name people, and what is stated goes into pages and papers.
    assert (source.id, source.where, source.note) == ("terms-docx", "page 2", None)
    assert structure.sources["terms-docx"].title == "Terms.docx"
    assert [tie.to for tie in panel.advises] == ["wellbeing-board"]
    assert panel.monitors[0].theme == "waiting-times"
    assert panel.consulted[0].constituency == "parent-carers"
    assert panel.meets == "every month"
    assert panel.source is not None
    assert panel.source.note == "Meets: page 3"
    assert [(seat.on_behalf_of, seat.role, seat.votes) for seat in panel.seats[:1]] == [
        ("parent-carers", "chair", True)
    ]
    assert [(seat.holder, seat.count, seat.as_) for seat in panel.seats[1:]] == [
        ("wellbeing-board", 2, ("lay_member",))
    ]
    assert structure.draft == ()
    assert notices(structure, path) == []


def test_what_is_confirmed_can_be_named_on_the_other_sheets(tmp_path: Path) -> None:
    relations = [["From", "Relation", "To"], ["Wellbeing Board", "is part of", "The Council"]]
    structure = govgraph.read(drafted(tmp_path, BOARD, Relations=relations))
    assert [line.to for line in structure.bodies["wellbeing-board"].part_of] == ["council"]


def test_open_rows_state_nothing_and_are_named(tmp_path: Path) -> None:
    path = drafted(
        tmp_path,
        row(None, "Wellbeing Board", "is a", "board"),
        row(None, "Advisory Panel", "is a", "panel"),
        row("no", "Old Group", "is a", "working group"),
        row(None, "Advisory Panel", "reports to", "Wellbeing Board"),
    )
    structure = govgraph.read(path)
    assert list(structure.bodies) == ["council"]
    assert [str(each.confirmed) for each in structure.draft] == ["None", "None", "no", "None"]
    assert notices(structure, path) == [
        "Not confirmed, so left out: 3 proposals on the sheet Draft, about the Wellbeing Board and the Advisory Panel.",
    ]


def test_of_many_bodies_twenty_are_named(tmp_path: Path) -> None:
    rows = [row(None, f"Body {number}", "is a", "board") for number in range(25)]
    path = drafted(tmp_path, *rows)
    (notice,) = notices(govgraph.read(path), path)
    assert notice.startswith("Not confirmed, so left out: 25 proposals on the sheet Draft, about Body 0, Body 1,")
    assert notice.endswith("Body 19 and 5 more.")


@pytest.mark.parametrize("form", ["d.xlsx", "d.yaml", "d.json", "d"])
def test_a_file_of_which_nothing_is_confirmed_is_not_checked(form: str, tmp_path: Path) -> None:
    draft = (Proposal(body="Board", what="is a", value="board").with_sentence(),)
    govgraph.write(Structure(draft=draft), tmp_path / form)
    with pytest.raises(InputError, match="is confirmed, so"):
        govgraph.read(tmp_path / form)
    assert read_draft(tmp_path / form).draft == draft


def test_yes_and_change_must_be_true_of_the_cells(tmp_path: Path) -> None:
    changed = {**row("yes", "The Council", "Meets", "every month"), "value": "every week"}
    told = faults(
        drafted(
            tmp_path,
            changed,
            row("change", "The Council", "Quorum", "five"),
            row("chnage", "The Council", "Purpose", "To serve"),
        )
    )
    assert told == [
        "Draft!A2: Row 2 says yes, but its cells no longer say what its proposal says: write change, or put them back.",
        "Draft!A3: Row 3 says change, but its cells say what its proposal says: correct them, or write yes.",
        "Draft!A4: Confirmed should be yes, no or change, not 'chnage'. Did you mean 'change'?",
    ]


def test_yes_is_refused_where_nobody_can_tell_what_was_proposed(tmp_path: Path) -> None:
    gone = {"proposal": None}
    told = faults(
        drafted(
            tmp_path,
            {**row("yes", "The Council", "Meets", "every week"), **gone},
            {**row("change", "The Council", "Quorum", "five"), **gone},
            {**row(None, "The Council", "Purpose", "To serve"), **gone},
            {**row("yes", "The Council", "Purpose", "To serve"), **gone, "document": None, "where": None},
        )
    )
    assert told == [
        "Draft!A2: Row 2 comes from a document, but its proposal is gone: write change if you corrected the cells."
    ]
    changed = {**row("change", "The Council", "Meets", "every week"), **gone}
    assert govgraph.read(drafted(tmp_path, changed)).bodies["council"].meets == "every week"


def test_a_change_states_what_the_cells_say_now(tmp_path: Path) -> None:
    changed = {**row("change", "The Council", "Meets", "every month"), "value": "every week"}
    own = {"confirmed": "yes", "body": "The Council", "what": "Quorum", "value": "five", "says": "Ask the clerk."}
    council = govgraph.read(drafted(tmp_path, changed, own)).bodies["council"]
    assert (council.meets, council.quorum) == ("every week", "five")
    assert council.note == "Meets: Terms.docx, page 2"


def test_what_is_not_confirmed_cannot_be_spoken_of(tmp_path: Path) -> None:
    told = faults(
        drafted(
            tmp_path,
            row(None, "Panel", "is a", "panel"),
            row("yes", "Panel", "reports to", "The Council"),
            row("yes", "The Council", "commissions", "Panel"),
            row("no", "Forum", "is a", "forum"),
            row("yes", "The Council", "has a seat", holder="Forum"),
            row(None, "Parents", "is a group of people"),
            row("yes", "The Council", "has a seat", on_behalf_of="Parents"),
            row("yes", "The Council", "works with", "Trust"),
        )
    )
    assert told == [
        "Draft!G3: Rows 3 and 4 are about the Panel, which row 2 proposes and nobody has confirmed. "
        "Confirm row 2, or write no in rows 3 and 4.",
        "Draft!J6: Row 6 is about the Forum, but row 5, which proposes it, says no. "
        "Confirm row 5, or write no in row 6.",
        "Draft!K8: Row 8 is about Parents, which row 7 proposes and nobody has confirmed. "
        "Confirm row 7, or write no in row 8.",
        "Draft!I9: There is no body 'Trust'. Add it on the sheet Bodies, or propose and confirm it here with 'is a'.",
    ]


def test_what_is_stated_twice_counts_once_or_is_refused(tmp_path: Path) -> None:
    bodies = [["Id", "Name", "Kind", "Meets"], ["council", "The Council", "organisation", "monthly"]]
    once = (
        row("yes", "The Council", "Meets", "Monthly"),
        row("yes", "The Council", "is a", "council"),
        row("yes", "The Council", "Quorum", "five"),
        row("yes", "The Council", "Quorum", "Five"),
        row("yes", "The Council", "is accountable to", "the electors"),
        row("yes", "The Council", "is accountable to", "the electors"),
    )
    path = drafted(tmp_path, *once, Bodies=bodies)
    structure = govgraph.read(path)
    council = structure.bodies["council"]
    assert (council.meets, council.quorum, council.kind) == ("monthly", "five", "organisation")
    assert [line.to for line in council.accountable_to] == ["the electors"]
    assert notices(structure, path) == ["Draft!A7: This repeats Draft!A6; it counts once."]
    told = faults(
        drafted(
            tmp_path,
            row("yes", "The Council", "Meets", "weekly"),
            row("yes", "The Council", "Quorum", "five"),
            row("yes", "The Council", "Quorum", "six"),
            row("yes", "The Council", "is a", "board"),
            Bodies=bodies,
        )
    )
    assert told == [
        "Draft!I2: Meets of the Council is 'weekly' here, but 'monthly' in Bodies!D2: keep one of the two.",
        "Draft!I4: Quorum of the Council is 'six' here, but 'five' in Draft!I3: keep one of the two.",
        "Draft!I5: Kind of the Council is 'board' here, but 'organisation' in Bodies!C2: keep one of the two.",
    ]


def test_what_a_row_must_say(tmp_path: Path) -> None:
    told = faults(
        drafted(
            tmp_path,
            row("yes", "The Council", None, "Board"),
            row("yes", "The Council", "has no seat for", "Parents"),
            row("yes", "The Council", "Membership", "complete"),
            row("yes", "The Council", "Name", "Another"),
            row("yes", "The Council", "reports too", "Board"),
            row("yes", "The Council", "Meets"),
            row("yes", "The Council", "Meets", "monthly", role="chair"),
            row("yes", "The Council", "Level", "high"),
            row("yes", "The Council", "Review by", "13/25/2026"),
        )
    )
    assert told == [
        "Draft!H2: This proposal does not say how 'The Council' is connected to 'Board': choose how under What.",
        "Draft!H3: A draft cannot say that people have no seat. Add a relation of the body: 'has no seat for'.",
        "Draft!H4: A draft cannot say that a list is complete. Fill in Membership for the body itself.",
        "Draft!H5: A draft cannot fill in Name. Fill in Name for the body itself.",
        "Draft!H6: 'reports too' is not something that a draft proposes. Did you mean 'reports to'?",
        "Draft!I7: This proposal has no Value; fill in Value.",
        "Draft!M8: Role has no meaning where What is 'Meets': empty it.",
        "Draft!I9: Level should be strategic, operational or advisory, not 'high'. "
        "If it is none of these, leave the cell empty.",
        "Draft!I10: Review by names a day that does not exist: 2026-25-13.",
    ]


def test_other_words_and_turned_ones_are_read_with_a_notice(tmp_path: Path) -> None:
    path = drafted(tmp_path, BOARD, row("yes", "The Council", "scrutinises", "Wellbeing Board"))
    structure = govgraph.read(path)
    assert [tie.to for tie in structure.bodies["wellbeing-board"].scrutinised_by] == ["council"]
    assert notices(structure, path) == [
        "Draft!H3: “scrutinises” is read as “is scrutinised by”, with Body and Value exchanged."
    ]


def test_the_faults_of_what_is_confirmed_stand_at_its_cells(tmp_path: Path) -> None:
    told = faults(
        drafted(
            tmp_path,
            row("yes", "Panel", "is a", "gathering"),
            row("yes", "Panel", "has a seat", role="observer", votes=True),
        )
    )
    assert [fault.split(":")[0] for fault in told] == ["Draft!I2", "Draft!A3"]
    assert "has a vote, but its role is observer" in told[1]
    assert told[0].startswith("Draft!I2: Kind should be board, committee,")


def test_the_same_in_yaml_with_lines() -> None:
    text = """\
bodies:
  council: {name: The Council, kind: organisation}
draft:
- {confirmed: yes, body: Panel, what: is a, value: panel}
- {confirmed: true, body: Panel, what: reports to, value: council}
- {body: Group, what: is a, value: board}
- {confirmed: yes, body: Group, what: Meets, value: monthly}
"""
    with pytest.raises(InputError) as refused:
        govgraph.read_text(text, path="x.yaml")
    assert [str(fault) for fault in refused.value.faults] == [
        "x.yaml:7:26: The proposal in line 7 is about the Group, which the proposal in line 6 proposes and nobody has "
        "confirmed. Confirm the proposal in line 6, or write no in the proposal in line 7."
    ]
    structure = govgraph.read_text(text.replace("- {confirmed: yes, body: Group", "- {body: Group"), path="x.yaml")
    assert [line.to for line in structure.bodies["panel"].reports_to] == ["council"]
    place = structure.place(("bodies", "panel", "reports_to", 0))
    assert place is not None
    assert (place.line, place.column) == (5, 3)
    assert structure.place(("draft", 0)) == place._replace(line=6, column=3)
    assert [str(notice) for notice in structure.notices] == [
        "x.yaml: Not confirmed, so left out: 2 proposals in the draft, about the Group."
    ]


def test_a_draft_may_be_written_amiss() -> None:
    for draft, sentence in (
        ("draft: nothing", "draft should be a mapping"),
        ("draft: [nothing]", "draft should be a mapping"),
        ("draft: {board: {name: Board}}", "This proposal has no body"),
        ("draft: [{confirmed: yes, value: x}]", "This proposal has no body"),
        ("draft: [{confirmed: [yes], body: x}]", "confirmed should be"),
    ):
        with pytest.raises(InputError, match=sentence):
            govgraph.read_text(f"bodies: {{a: {{name: A, kind: board}}}}\n{draft}")


SAME = """\
sources: {a: {title: a.xlsx}, b: {title: b.xml}}
constituencies:
  p: {name: Parent carers, represented_by: hwb-2}
  q: {name: Parents and carers, represented_by: hwb}
bodies:
  hwb: {name: Health and Wellbeing Board, kind: board, other_names: HWB, membership: complete, source: a,
        seats: [{holder: c, role: chair, source: a}], reports_to: c}
  hwb-2: {name: Wellbeing Board, kind: board, quorum: five, source: b,
          seats: [{holder: c, role: chair, source: b}], reports_to: {to: c, source: b}}
  c: {name: The Council, kind: organisation, feeds_into: hwb-2, seats: [{on_behalf_of: q}]}
draft:
- {confirmed: yes, body: hwb, what: is the same body as, value: hwb-2}
- {confirmed: yes, body: Parent carers, what: is the same body as, value: Parents and carers}
- {body: hwb-2, what: Meets, value: monthly}
"""


def test_two_that_are_the_same_become_one() -> None:
    structure = govgraph.read_text(SAME)
    assert list(structure.bodies) == ["hwb", "c"]
    board, council = structure.bodies["hwb"], structure.bodies["c"]
    assert board.other_names == ("HWB", "Wellbeing Board")
    assert (board.quorum, board.membership) == ("five", "complete")
    assert len(board.seats) == len(board.reports_to) == 1
    assert board.source is not None
    assert (board.source.id, board.source.note) == ("a", "Also: b.xml")
    assert [tie.to for tie in council.feeds_into] == ["hwb"]
    assert structure.constituencies.keys() == {"p"}
    assert structure.constituencies["p"].represented_by == ("hwb",)
    assert structure.constituencies["p"].note == "Also called Parents and carers."
    assert council.seats[0].on_behalf_of == "p"
    assert structure.draft[0].body == "Health and Wellbeing Board"


def test_two_that_are_the_same_and_say_different_things() -> None:
    text = SAME.replace("kind: board, quorum", "kind: committee, quorum")
    with pytest.raises(InputError) as refused:
        govgraph.read_text(text, path="x.yaml")
    assert [str(fault) for fault in refused.value.faults] == [
        "x.yaml:12:15: Health and Wellbeing Board and Wellbeing Board are confirmed to be the same body, but Kind is "
        "'board' for Health and Wellbeing Board (line 6) and 'committee' for Wellbeing Board (line 8): "
        "keep one of the two."
    ]
    decided = govgraph.read_text(f"{text}- {{confirmed: yes, body: Wellbeing Board, what: is a, value: committee}}\n")
    assert decided.bodies["hwb"].kind == "committee"
    both = text + "".join(
        f"- {{confirmed: yes, body: {body}, what: is a, value: {kind}}}\n"
        for body, kind in (("hwb", "board"), ("hwb-2", "committee"))
    )
    with pytest.raises(InputError, match="is 'committee' here, but 'board' in line 15: keep one of the two"):
        govgraph.read_text(both)


def test_a_list_stays_complete_only_where_nothing_is_added() -> None:
    structure = govgraph.read_text(SAME.replace("role: chair, source: b}]", "source: b}]"))
    assert structure.bodies["hwb"].membership is None
    assert len(structure.bodies["hwb"].seats) == 2
    assert any(
        "Membership of the Health and Wellbeing Board is not complete any more" in str(each)
        for each in structure.notices
    )


def test_a_body_does_not_answer_to_itself() -> None:
    with pytest.raises(InputError, match="but one of them feeds into the other: keep one"):
        govgraph.read_text(SAME.replace("quorum: five", "feeds_into: hwb"))


def test_the_name_of_another_body_is_no_other_name(tmp_path: Path) -> None:
    (told,) = faults(drafted(tmp_path, BOARD, row("yes", "Wellbeing Board", "is also called", "The Council")))
    assert told == (
        "Draft!I3: 'The Council' is the name of another body (Bodies!B2). If the two are one, state that instead: "
        "it 'is the same body as' the other."
    )


def test_a_draft_is_kept_and_changes_nothing() -> None:
    structure = govgraph.read_text("bodies: {a: {name: A, kind: board}}\ndraft: {body: B, what: is a, value: board}")
    bare = govgraph.read_text("bodies: {a: {name: A, kind: board}}")
    assert changes(bare, structure) == changes(structure, bare) == ()
    assert repr(structure) == repr(bare)
    more = structure.at("2026-01-01").view("agreed").with_body("b", name="C", kind="board").with_seat("A", holder="b")
    assert more.without("C").draft == more.draft == structure.draft
    assert governance(structure) == governance(bare)


def governance(structure: Structure) -> list[str]:
    return [str(finding) for finding in govgraph.check(structure).findings]
