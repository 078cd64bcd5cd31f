"""What is true of every merge, over structures by chance."""

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import govgraph
from chance import examples
from govgraph.formats import yaml
from govgraph.formats.drafts.words import Aim, meaning_of
from govgraph.merging import Part, merge
from govgraph.merging.entries import Entry, plain
from govgraph.merging.sameness import same_by_name
from govgraph.model import Structure, relation_keys
from govgraph.model.faults import InputError
from govgraph.model.fields import references, shapes
from govgraph.model.proposal import IS_THE_SAME_BODY
from govgraph.model.references import assert_sound
from govgraph.model.scalars import loose_name, plain_name
from structures import everything

SECTIONS = ("bodies", "constituencies", "themes")


def structure_of(data: dict[str, Any]) -> Structure:
    structure = Structure.model_validate(data)
    assert_sound(structure)
    return structure


def renamed(data: dict[str, Any]) -> dict[str, Any]:
    """The same under other ids, so that it is no version of the first: only names show what is the same."""
    data = plain(structure_of(data))  # without short forms
    places = list(references(Structure, data))
    for path, _, used in places:
        holder: Any = data
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = f"other-{used}"
    for section in ("sources", *SECTIONS):
        data[section] = {f"other-{key}": entry for key, entry in data.get(section, {}).items()}
    return data


@st.composite
def two(draw: st.DrawFn) -> tuple[Structure, Structure]:
    first, second = draw(everything), draw(everything)
    if draw(st.booleans()):
        second = renamed(second)
    for entry in second["bodies"].values():
        entry.update(draw(st.sampled_from([{}, {"meets": "monthly"}, {"quorum": "five", "purpose": "To lead"}])))
        if draw(st.integers(0, 3)) == 0:
            entry["name"] = f"The {entry['name']}"
    return structure_of(first), structure_of(second)


def called(structure: Structure, section: str) -> dict[str, str]:
    return {key: loose_name(entry.name) for key, entry in getattr(structure, section).items()}


Said = tuple[str, str, str, Any]
"""The section and name of an entry, a key, and what is said there, with names in place of ids."""


def stated(structure: Structure) -> Iterator[Said]:
    """All that the entries of a structure state, but for where it is from."""
    named = {section: called(structure, section) for section in SECTIONS}
    defaults = {"status": structure.status, "nation": structure.nation}
    for section in SECTIONS:
        model = shapes(Structure)[section].model
        assert model is not None
        for key, entry in getattr(structure, section).items():
            data = {**{name: value for name, value in defaults.items() if value}, **plain(entry)}
            if section != "bodies":
                data.pop("status", None), data.pop("nation", None)
            for path, namespace, used in list(references(model, data)):
                holder: Any = data
                for step in path[:-1]:
                    holder = holder[step]
                holder[path[-1]] = named.get(namespace, {}).get(used, used)
            for name, value in data.items():
                if name not in ("name", "source", "note"):
                    for each in value if isinstance(value, list) else [value]:
                        yield section, named[section][key], name, without_source(each)


def without_source(value: Any) -> Any:
    return (
        {key: item for key, item in value.items() if key not in ("source", "note")}
        if isinstance(value, dict)
        else value
    )


def drafted(structure: Structure) -> Iterator[Said]:
    """What the rows of a draft would state."""
    for row in structure.draft:
        body = name_of(structure, row.body)
        if row.what is None:
            yield "bodies", body, "accountable_to", {"to": row.says}
            continue
        meaning = meaning_of(row.what)
        if meaning.aim is Aim.SEAT:
            cells = {"holder": row.holder, "on_behalf_of": row.on_behalf_of}
            seat: dict[str, Any] = {key: name_of(structure, text) for key, text in cells.items() if text}
            more = {"role": row.role and row.role.value, "votes": row.votes, "count": row.count, "as": list(row.as_)}
            seat |= {key: value for key, value in more.items() if value not in (None, [])}
            yield "bodies", body, "seats", {**seat, **({"several": True} if row.several else {})}
        elif meaning.aim is Aim.TIE and meaning.tie is not None:
            yield "bodies", body, meaning.tie.key, {"to": name_of(structure, row.value or "")}
        elif meaning.aim is Aim.ENTRY:
            yield "bodies", body, "kind", (row.value or "").replace(" ", "_")
        elif meaning.aim is Aim.FIELD and meaning.column is not None:
            for text in (row.value or "").split(", "):
                yield "bodies", body, str(meaning.column.path[0]), text


def name_of(structure: Structure, text: str) -> str:
    for section in SECTIONS:
        entry = getattr(structure, section).get(text)
        if entry is not None:
            return loose_name(entry.name)
    return loose_name(text)


def covers(one: Said, other: Said) -> bool:
    """Whether one says all that another does."""
    if one[:3] != other[:3]:
        return False
    if isinstance(one[3], dict) and isinstance(other[3], dict):
        return other[3].items() <= one[3].items()
    shown = {True: "yes", False: "no"}
    wanted = shown.get(other[3], other[3]) if isinstance(other[3], bool) else other[3]
    return one[3] == other[3] or one[3] == wanted or str(one[3]) == str(wanted).replace("_", " ")


@examples(300)
@given(two())
def test_every_statement_is_in_the_merged_structure_or_in_a_row_and_no_other_is(
    pair: tuple[Structure, Structure],
) -> None:
    found = merge([Part("a.yaml", pair[0]), Part("b.yaml", pair[1])]).structure
    before = [said for structure in pair for said in stated(structure)]
    after = list(stated(found))
    kept = [*after, *drafted(found)]
    by_place: dict[tuple[str, str, str], list[Said]] = {}
    for said in kept:
        by_place.setdefault(said[:3], []).append(said)
    lost = [said for said in before if not any(covers(other, said) for other in by_place.get(said[:3], []))]
    assert [said for said in lost if said[2] != "nation"] == []
    # Nothing is stated that no file states; a seat of two versions has what either says of it.
    assert [said for said in after if said[2] != "seats" and not any(said == other for other in before)] == []


@examples(300)
@given(everything)
def test_merged_with_itself_a_structure_is_what_it_was(data: dict[str, Any]) -> None:
    structure = structure_of({**data, "source": "s1"})
    found = merge([Part("a.yaml", structure), Part("b.yaml", structure)])
    assert found.structure.model_dump() == structure.model_dump()
    assert (found.same, found.differences, found.structure.draft) == ((), (), ())


@examples(200)
@given(two())
def test_the_order_of_the_files_changes_no_question(pair: tuple[Structure, Structure]) -> None:
    one, other = [Part("a.yaml", pair[0]), Part("b.yaml", pair[1])], [Part("b.yaml", pair[1]), Part("a.yaml", pair[0])]
    asked = [merge(parts).structure for parts in (one, other)]
    values = [
        sorted(
            (row.what, *sorted([name_of(structure, row.body), name_of(structure, row.value or "")]))
            if row.what == IS_THE_SAME_BODY
            else (row.what or "", name_of(structure, row.value or ""), row.document or "")
            for row in structure.draft
        )
        for structure in asked
    ]
    assert values[0] == values[1]
    assert sorted(called(asked[0], "bodies").values()) == sorted(called(asked[1], "bodies").values())


NAMES = st.sampled_from(
    ["Board", "The Board", "A Board", "HWB", "Health & Wellbeing Board", "health and wellbeing board", "Forum", "Panel"]
)


@st.composite
def named_entries(draw: st.DrawFn) -> list[Entry]:
    entries = []
    for file in range(draw(st.integers(2, 3))):
        for number in range(draw(st.integers(0, 4))):
            data = {"name": draw(NAMES), "other_names": draw(st.lists(NAMES, max_size=2))}
            entries.append(Entry(f"{file}:bodies:{number}", "bodies", str(number), data, (file,)))
    return entries


@examples(500)
@given(named_entries())
def test_the_same_by_name_are_those_that_share_one(entries: list[Entry]) -> None:
    found = {(pair.first, pair.second) for pair in same_by_name(entries).pairs}
    names = {entry.key: {simple(name) for name in (entry.name, *entry.data["other_names"])} for entry in entries}
    counts = {
        name: max(sum(name in names[entry.key] and entry.files == (file,) for entry in entries) for file in range(3))
        for name in set().union(*names.values())
    }
    expected = {
        (one.key, other.key)
        for one, other in combinations(entries, 2)
        if one.files != other.files and any(counts[name] <= 3 for name in names[one.key] & names[other.key])
    }
    assert found <= expected
    for one, other in expected - found:  # both are proposed to be the same as one before them
        assert any({(first.key, one), (first.key, other)} <= expected for first in entries)


def simple(name: str) -> str:
    """A name without an article and an ampersand, by the plainest means."""
    words = plain_name(name).replace("&", "and").split()
    return " ".join(words[1:] if words[0] in ("the", "a", "an") and len(words) > 1 else words)


@examples(100)
@given(two())
def test_what_is_written_can_be_read(pair: tuple[Structure, Structure]) -> None:
    found = merge([Part("a.yaml", pair[0]), Part("b.yaml", pair[1])]).structure
    read = govgraph.read_text(yaml.rendered(found))
    assert [usual(said) for said in stated(read) if not is_whole(said)] == [
        usual(said) for said in stated(found) if not is_whole(said)
    ]
    assert {said for said in stated(read) if said[3] == "complete"} <= {*filter(is_whole, stated(found))}
    assert read.draft == found.draft


def is_whole(said: Said) -> bool:
    """Whether it says of a list how much of it there is: an open row lets it be complete no more when it is read."""
    return said[3] in ("complete", "partial")


def usual(said: Said) -> Said:
    """The same without a role that is the usual one: no file needs to write it."""
    if isinstance(said[3], dict) and said[3].get("role") == "member":
        return (*said[:3], {key: value for key, value in said[3].items() if key != "role"})
    return said


NEEDS_A_PERSON = re.compile("is said to have no seat for|ends .* before it begins")
"""What no row decides: a seat beside an absence, and a day that only one file states."""


@examples(200)
@given(two(), st.randoms(use_true_random=False))
def test_once_all_is_confirmed_there_is_one_record_of_each(pair: tuple[Structure, Structure], chance: Random) -> None:
    one, other = map(without_loops, pair)
    found = merge([Part("a.yaml", one), Part("b.yaml", other)]).structure
    read, faults = read_or_faults(yaml.rendered(confirmed(found, chance)))
    assert [fault for fault in faults if not NEEDS_A_PERSON.search(fault)] == []
    if read is None:
        return
    names = {loose_name(body.name) for structure in (one, other) for body in structure.bodies.values()}
    assert sorted(called(read, "bodies").values()) == sorted(names)
    assert len(read.constituencies) == len({*called(one, "constituencies").values()})
    before = [said for structure in (one, other) for said in stated(structure)]
    for said in stated(read):
        is_usual = said[2:] == ("status", "in_place")  # where another file says something else
        assert is_usual or said[2] in ("other_names", "seats") or any(covers(each, said) for each in before), said


def read_or_faults(text: str) -> tuple[Structure | None, list[str]]:
    try:
        return govgraph.read_text(text), []
    except InputError as error:
        return None, [fault.message for fault in error.faults]


def without_loops(structure: Structure) -> Structure:
    """The same without bodies that relate to themselves: that is refused once their records are joined."""
    bodies = {}
    for key, body in structure.bodies.items():
        kept = {tie: tuple(each for each in body.relations(tie) if each.to != key) for tie in relation_keys()}
        bodies[key] = body.model_copy(update=kept)
    return structure.model_copy(update={"bodies": bodies}).placed(None)


def confirmed(structure: Structure, chance: Random) -> Structure:
    """With a yes for all that is the same, and for one of the rows of each question."""
    asked: dict[tuple[str, str | None], list[int]] = {}
    for number, row in enumerate(structure.draft):
        if row.what not in (None, IS_THE_SAME_BODY):
            asked.setdefault((name_of(structure, row.body), row.question), []).append(number)
    right = {chance.choice(rows) for rows in asked.values()}
    draft = [
        row.model_copy(update={"confirmed": "yes" if number in right or row.what == IS_THE_SAME_BODY else "no"})
        for number, row in enumerate(structure.draft)
    ]
    return structure.model_copy(update={"draft": tuple(draft)}).placed(None)
