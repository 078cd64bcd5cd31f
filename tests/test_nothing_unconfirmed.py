"""Over drafts by chance: what is read is what was confirmed and what the file states besides, and nothing else."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govgraph
from chance import examples
from formats.workbooks import Sheets, folder, workbook
from govgraph.formats.structure_files import read_draft
from govgraph.model import Structure, relation_keys
from govgraph.model.faults import InputError
from govgraph.model.proposal import Proposal, proposal_sentence

Row = dict[str, Any]
Stated = Counter[tuple[Any, ...]]
NAMES = ["Wellbeing Board", "Schools Forum", "Cabinet", "Advisory Panel"]
GROUPS, THEMES = ["Parent carers", "Young people"], ["Waiting times", "Exclusions"]
TIES = {
    "reports to": "reports_to",
    "is part of": "part_of",
    "is scrutinised by": "scrutinised_by",
    "advises": "advises",
    "appoints to": "appoints",
}
FIELDS = {"Meets": "meets", "Quorum": "quorum", "Purpose": "purpose"}
KEYS = [*Proposal.model_fields]
names, groups, themes = st.sampled_from(NAMES), st.sampled_from(GROUPS), st.sampled_from(THEMES)
answers = st.sampled_from([None, None, "no", "yes", "yes", "yes", "change"])


def _row(**cells: st.SearchStrategy[Any]) -> st.SearchStrategy[Row]:
    return st.fixed_dictionaries(dict(cells))


two = st.lists(names, min_size=2, max_size=2, unique=True)
rows = st.one_of(
    _row(body=names, what=st.just("is a"), value=st.sampled_from(["board", "board", "board", "panel"])),
    _row(body=names, what=st.sampled_from(sorted(FIELDS)), value=st.sampled_from(["every month", "five", "five"])),
    _row(body=names, what=st.just("Level"), value=st.sampled_from(["strategic", "advisory"])),
    st.tuples(two, st.sampled_from([None, *TIES])).map(lambda t: {"body": t[0][0], "what": t[1], "value": t[0][1]}),
    _row(body=names, what=st.just("is accountable to"), value=st.sampled_from(["the electors", "the minister"])),
    _row(body=names, what=st.just("monitors"), value=themes),
    _row(body=names, what=st.just("consults"), value=groups),
    _row(body=groups, what=st.just("is a group of people")),
    _row(body=themes, what=st.just("is a theme")),
    _row(body=names, what=st.just("is also called"), value=st.sampled_from(["HWB", "The Group of Nine"])),
    st.fixed_dictionaries(
        {"body": names, "what": st.just("has a seat")},
        optional={
            "holder": names,
            "on_behalf_of": groups,
            "role": st.sampled_from(["chair", "member"]),
            "votes": st.booleans(),
            "count": st.integers(2, 3),
        },
    ),
)


@st.composite
def drafts(draw: st.DrawFn) -> tuple[list[str], list[Row]]:
    """The bodies that a file states besides, and the rows of its draft, most of whose bodies are confirmed."""
    own = draw(st.lists(names, unique=True, max_size=3))
    entries: list[Row] = [{"body": name, "what": "is a", "value": "board"} for name in NAMES if name not in own]
    entries += [{"body": name, "what": "is a group of people"} for name in GROUPS]
    entries += [{"body": name, "what": "is a theme"} for name in THEMES]
    likely = draw(st.booleans())
    found = [(row, draw(st.just("yes") if likely else answers)) for row in entries]
    found += [(row, draw(answers)) for row in draw(st.lists(rows, max_size=8))]
    return own, [_answered(row, answer, number) for number, (row, answer) in enumerate(found)]


def _answered(row: Row, answer: str | None, number: int) -> Row:
    sentence = proposal_sentence(Proposal.model_validate(row))
    said = {"says": f"Sentence {number} of it.", "document": f"Document {number % 3}.pdf", "where": f"page {number}"}
    return {"confirmed": answer, "proposal": "It was otherwise." if answer == "change" else sentence, **said, **row}


def confirmed(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row["confirmed"] in ("yes", "change")]


def said_by(row: Row) -> Iterator[tuple[Any, ...]]:
    """What a confirmed row states."""
    body, what, value = row["body"], row["what"], row.get("value")
    if what in FIELDS:
        yield "field", body, FIELDS[what], value
    elif what == "Level":
        yield "field", body, "level", value
    elif what == "has a seat":
        cells = ("holder", "on_behalf_of", "role", "votes", "count")
        holder, group, role, votes, count = (row.get(key) for key in cells)
        yield "seat", body, holder, group, role or "member", votes, count or 1
    elif what == "is a":
        yield "body", body, value
    elif what == "is also called":
        yield "name", body, value
    else:
        plain = {"is accountable to": "accountable_to", "monitors": "monitors", "consults": "consulted"}
        key = {"is a group of people": "group", "is a theme": "theme", **TIES, **plain}[what]
        yield (key, body) if value is None else ("tie", body, key, value)


def expected(own: Sequence[str], rows: Sequence[Row]) -> Stated:
    """What the structure should state: seats as often as they are confirmed, all else once."""
    found = Counter(stated for row in confirmed(rows) for stated in said_by(row))
    once = Counter({stated: number if stated[0] == "seat" else 1 for stated, number in found.items()})
    own_bodies: Stated = Counter(("body", name, "board") for name in own)
    return Counter(once | own_bodies)


def cannot_be(own: Sequence[str], rows: Sequence[Row]) -> bool:
    """Whether what is confirmed says too little, or different things."""
    chosen = confirmed(rows)
    stated = expected(own, [row for row in chosen if row["what"] is not None])
    known = {entry[1] for entry in stated if entry[0] in ("body", "group", "theme")}
    aliases = Counter(entry[2] for entry in stated if entry[0] == "name")
    ends = {row[key] for row in chosen for key in ("body", "holder", "on_behalf_of") if row.get(key)}
    ends |= {row["value"] for row in chosen if row["what"] in (None, *TIES, "monitors", "consults")}
    single = Counter(
        entry[:2] if entry[0] == "body" else entry[:3] for entry in stated if entry[0] in ("body", "field")
    )
    differ = any(number > 1 for key, number in single.items() if key[-1] != "level")
    no_body = not any(entry[0] == "body" for entry in stated)
    return (
        bool(ends - known)
        or differ
        or no_body
        or any(row["what"] is None for row in chosen)
        or max(aliases.values(), default=0) > 1
    )


def states(structure: Structure) -> Stated:
    """What a structure states, by the names of things."""
    found: Stated = Counter()
    title = {key: body.name for key, body in structure.bodies.items()}
    group = {key: people.name for key, people in structure.constituencies.items()}
    theme = {key: each.name for key, each in structure.themes.items()}
    found.update(("group", name) for name in group.values())
    found.update(("theme", name) for name in theme.values())
    for body in structure.bodies.values():
        found["body", body.name, body.kind.value] += 1
        found.update(("name", body.name, name) for name in body.other_names)
        found.update(("field", body.name, "level", level.value) for level in body.level)
        fields = ((key, getattr(body, key)) for key in FIELDS.values())
        found.update(("field", body.name, key, value) for key, value in fields if value is not None)
        found.update(("tie", body.name, key, title[tie.to]) for key in relation_keys() for tie in body.relations(key))
        found.update(("tie", body.name, "accountable_to", tie.to) for tie in body.accountable_to)
        found.update(("tie", body.name, "monitors", theme[tie.theme]) for tie in body.monitors)
        found.update(("tie", body.name, "consulted", group[tie.constituency]) for tie in body.consulted)
        for seat in body.seats:
            ends = (
                title[seat.holder] if seat.holder else None,
                group[seat.on_behalf_of] if seat.on_behalf_of else None,
            )
            found["seat", body.name, *ends, seat.role.value, seat.votes, seat.count] += 1
    return found


def as_text(own: Sequence[str], rows: Sequence[Row]) -> str:
    bodies = {f"b{NAMES.index(name)}": {"name": name, "kind": "board"} for name in own}
    return json.dumps({"bodies": bodies, "draft": rows})


def as_sheets(own: Sequence[str], rows: Sequence[Row]) -> Sheets:
    bodies: list[list[Any]] = [["Name", "Kind"], *([name, "board"] for name in own)]
    return {"Bodies": bodies, "Draft": [KEYS, *([row.get(key) for key in KEYS] for row in rows)]}


def assert_only_confirmed(structure: Structure, own: Sequence[str], rows: Sequence[Row]) -> None:
    assert states(structure) == expected(own, rows)
    left = [row for row in rows if row["confirmed"] in (None, "no")]
    assert [(each.body, each.what, each.says) for each in structure.draft] == [
        (row["body"], row["what"], row["says"]) for row in left
    ]
    text = structure.model_copy(update={"draft": ()}).model_dump_json(by_alias=True, exclude_defaults=True)
    assert not [row["says"] for row in left if row["says"] in text]
    assert not any(word in text for word in ("complete", "partial", "without"))
    stated = {row["document"] for row in confirmed(rows)}
    assert {source.title for source in structure.sources.values()} <= stated


@given(drafts())
@examples(500)
def test_what_is_read_was_confirmed(drawn: tuple[list[str], list[Row]]) -> None:
    own, rows = drawn
    if cannot_be(own, rows):
        with pytest.raises(InputError):
            govgraph.read_text(as_text(own, rows), path="x.json")
    else:
        assert_only_confirmed(govgraph.read_text(as_text(own, rows), path="x.json"), own, rows)


@pytest.mark.parametrize("form", ["workbook", "folder"])
@given(drafts())
@examples(60, few=12)
def test_also_on_sheets(form: str, drawn: tuple[list[str], list[Row]]) -> None:
    own, rows = drawn
    with TemporaryDirectory() as name:
        path = Path(name) / ("x.xlsx" if form == "workbook" else "x")
        (workbook if form == "workbook" else folder)(path, as_sheets(own, rows))
        if cannot_be(own, rows):
            with pytest.raises(InputError):
                govgraph.read(path)
            return
        structure = govgraph.read(path)
    assert_only_confirmed(structure, own, rows)


@given(drafts(), st.data())
@examples(300)
def test_one_answer_changes_only_what_its_row_says(drawn: tuple[list[str], list[Row]], data: st.DataObject) -> None:
    own, rows = drawn
    number = data.draw(st.integers(0, len(rows) - 1))
    other: Mapping[str, Any] = {"confirmed": data.draw(st.sampled_from([None, "no"]))}
    without = [*rows[:number], {**rows[number], **other}, *rows[number + 1 :]]
    if cannot_be(own, rows) or cannot_be(own, without):
        return
    before, after = (states(govgraph.read_text(as_text(own, each), path="x.json")) for each in (rows, without))
    assert not after - before
    assert set(before - after) <= {stated for row in confirmed([rows[number]]) for stated in said_by(row)}


@given(drafts())
@examples(100)
def test_what_is_not_confirmed_is_written_back(drawn: tuple[list[str], list[Row]]) -> None:
    own, rows = drawn
    rows = [{**row, "confirmed": "no" if row["confirmed"] == "no" else None} for row in rows]
    with TemporaryDirectory() as name:
        structure = read_draft(_written(Path(name) / "x.json", as_text(own, rows)))
        assert len(structure.draft) == len(rows)
        govgraph.write(structure, Path(name) / "y.yaml")
        assert read_draft(Path(name) / "y.yaml").model_dump() == structure.model_dump()


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
