"""A structure to which answers are added: what each aspect does to it, with where the answer is taken from."""

import re
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from typing import Any, TypeVar

from pydantic import ValidationError

from govgraph.answers.words import is_mark, pattern_of_people
from govgraph.graph import GovernanceGraph
from govgraph.language import either_of
from govgraph.model import Role, Seat, Statement, Status, Structure, relation_keys
from govgraph.model.faults import MANY_NAMES, FaultList, InputError, nearest
from govgraph.model.scalars import loose_name, plain_name
from govgraph.model.statement import Noted, Record
from govgraph.model.validation import Document, validated

AnyRecord = TypeVar("AnyRecord", bound=Record)
_NOBODY = ("nobody", "no", "no one", "no-one", "none", "nothing")
NOBODY = frozenset(f"{word}{end}" for word in _NOBODY for end in ("", " else", " yet", " at present", " currently"))
"""How people say that there is none."""
OTHERS = frozenset({"and others", "others", "and more"})
"""What ends a list that is not all there is."""
USE_WAIVER = "Leave the answer empty, and accept the finding with a waiver"
NOUNS = {"bodies": "body", "constituencies": "group of people", "themes": "theme"}
"""What an entry of a section is called in a sentence."""
_LONGEST_ID = 64
_ALIKE, _PERHAPS = 0.9, 0.6
"""How like a name a text must be to be a slip of the pen, and how like to be asked after."""


class RefusedError(Exception):
    """An answer that cannot be recorded; the sentence says why, and what can."""


class Draft:
    """The structure as far as answers have been added, and the source of the answer that is added now."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.original = structure
        self.source = ""
        self._title = ""
        self._hints: dict[tuple[str, str, float], str] = {}
        self.listed: set[str] = set()
        """The bodies of which an answer lists all seats."""

    @cached_property
    def graph(self) -> GovernanceGraph:
        """The graph of the structure as it was when the questions were asked; numbers of its seats still hold."""
        return GovernanceGraph(self.original)

    @cached_property
    def people(self) -> re.Pattern[str] | None:
        """What finds the names of people that the file holds; None where it holds none."""
        bodies = self.original.bodies.values()
        seats = (seat.person for body in bodies for seat in body.seats)
        return pattern_of_people([*seats, *(contact.person for body in bodies for contact in body.contacts)])

    def take_from(self, title: str) -> None:
        """Add the source of that title, if it is not there; what is added from now on is taken from it."""
        sources = self.structure.sources
        self._title = " ".join(title.split())
        wanted = plain_name(self._title)
        known = [key for key, source in sources.items() if wanted in (key, plain_name(source.title))]
        if known:
            self.source = known[0]
            return
        self.source = _new_id(self._title, sources)
        entry = checked(type(self.structure), {"sources": {self.source: {"title": self._title}}}).sources
        self._update(sources={**sources, **entry})

    def relate(self, body: str, relation: str, to: str) -> None:
        """Add a relation from a body, unless it is there without any limit."""
        if relation in relation_keys():
            self._assert_two_in_place(body, relation, to)
        settled = (record for record in getattr(self.structure.bodies[body], relation) if _is_settled(record))
        if to not in [getattr(record, str(record.shorthand)) for record in settled]:
            self.structure = self.structure.with_relation(body, relation, to, source=self.source)

    def _assert_two_in_place(self, body: str, relation: str, to: str) -> None:
        """Raise RefusedError where a body is related to itself, or to one that has ended."""
        if body == to:
            raise RefusedError(f"The answer names {self.name(body)} itself. Write the name of another body.")
        ended = [key for key in (body, to) if self.has_ended(key)]
        if len(ended) == 1 and relation != "replaces":
            raise RefusedError(f"{self.name(ended[0])} has ended. Write the name of a body that is in place.")

    def has_ended(self, body: str) -> bool:
        """Whether a body has ended on the day that the file describes."""
        stated = self.structure.bodies[body]
        is_over = stated.ends < self.graph.as_of
        return is_over or stated.status is Status.ENDED

    def seat(self, body: str, **stated: Any) -> None:
        """Add a seat on a body. Raises RefusedError where the file says that its people have none there.

        Raises RefusedError too where another answer lists all its seats, and this is none of them.
        """
        if body in self.listed and not stated.get("vacant") and not Role(stated.get("role", Role.MEMBER)).attends_only:
            raise RefusedError(f"Another answer lists all seats on {self.name(body)}, and not this one. Correct one.")
        self.assert_not_absent(body, Seat.model_construct(**stated))
        self.structure = self.structure.with_seat(body, source=self.source, **stated)

    def assert_not_absent(self, body: str, seat: Seat) -> None:
        """Raise RefusedError for a seat of a group of people that is said to have none on the body."""
        absent = [absence.constituency for absence in self.structure.bodies[body].without]
        for group in absent if not seat.role.attends_only else ():
            if group in self.spoken_for(seat):
                name = self.structure.constituencies[group].name
                raise RefusedError(f"The file says that {name} have no seat on {self.name(body)}: correct that first.")

    def spoken_for(self, seat: Seat) -> Collection[str]:
        """The groups of people for whom a seat speaks."""
        if seat.on_behalf_of is not None:
            return (seat.on_behalf_of,)
        groups = self.structure.constituencies.items()
        return [key for key, group in groups if seat.holder is not None and seat.holder in group.represented_by]

    def contact(self, body: str, group: str, **stated: Any) -> None:
        """Add a contact on a body for a group of people."""
        self.structure = self.structure.with_contact(body, group, source=self.source, **stated)

    def set(self, section: str, key: str, what: str, **fields: Any) -> None:
        """Give an entry of a section other fields, and a note that says where they are taken from."""
        entries: Mapping[str, Noted] = getattr(self.structure, section)
        self._put(section, key, self._amended(entries[key], what, fields))

    def set_whole(self, what: str, **fields: Any) -> None:
        """Give the structure itself other fields, and a note that says where they are taken from."""
        changed = checked(type(self.structure), fields)
        self._update(**{key: getattr(changed, key) for key in fields}, note=self._with_note(self.structure.note, what))

    def amend(self, body: str, key: str, number: int, what: str, **fields: Any) -> None:
        """Give a statement in a list of a body other fields, and a note that says where they are taken from."""
        stated = self.structure.bodies[body]
        records = list(getattr(stated, key))
        records[number] = self._amended(records[number], what, fields)
        self._put("bodies", body, stated.model_copy(update={key: tuple(records)}))

    def take_out(self, body: str, number: int, count: int) -> int:
        """Make an entry of its own of some of the seats for which one stands; return its number.

        Of an entry for a number that is not known, the rest stays what it is.
        """
        stated = self.structure.bodies[body]
        seats = list(stated.seats)
        if not seats[number].several:
            if seats[number].count == count:
                return number
            seats[number] = seats[number].model_copy(update={"count": seats[number].count - count})
        taken = stated.seats[number].model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"several"})
        seats.append(checked(Seat, {**taken, "count": count}))
        self._put("bodies", body, stated.model_copy(update={"seats": tuple(seats)}))
        return len(seats) - 1

    def name(self, body: str) -> str:
        """The name of a body."""
        return self.structure.bodies[body].name

    def find(self, section: str, text: str) -> str | None:
        """The id of an entry of a section from its id or name, whatever its article and signs; None where it has none.

        Raises RefusedError where more than one has that name.
        """
        wanted = plain_name(text)
        for name in dict.fromkeys((wanted, wanted.removeprefix("the "), loose_name(text))):
            found = self._ids[section].get(name, ())
            if len(found) > 1:
                raise RefusedError(
                    f"More than one {NOUNS[section]} is called “{text}”: write {either_of(list(found))}."
                )
            if found:
                return found[0]
        return None

    def body(self, text: str) -> str:
        """The id of a body. Raises RefusedError where the file has none of that name."""
        found = self.find("bodies", text)
        if found is None:
            raise RefusedError(f"There is no body “{text}” in the file.{self.hint('bodies', text)}")
        return found

    def bodies(self, parts: Sequence[str]) -> list[str]:
        """The ids of bodies, each a part of the answer or parted by commas."""
        found: list[str] = []
        for part in parts:
            whole = self.find("bodies", part)
            found += [whole] if whole is not None else [self.body(name.strip()) for name in part.split(",")]
        return found

    def hint(self, section: str, text: str, cutoff: float = _PERHAPS) -> str:
        """` Did you mean “The Board”?`, or nothing."""
        asked = (section, plain_name(text), cutoff)
        if asked not in self._hints:  # many bodies may be answered alike
            entries, ids = getattr(self.original, section), self._ids[section]
            near = get_close_matches(asked[1], ids, 1, cutoff) if len(entries) < MANY_NAMES else []
            self._hints[asked] = f" Did you mean “{entries[ids[near[0]][0]].name}”?" if near else ""
        return self._hints[asked]

    def assert_no_slip(self, text: str) -> None:
        """Raise RefusedError for words that are nearly the name of a body or a group of people, or name nobody."""
        if is_mark(text):
            raise RefusedError(f"“{text}” does not say who it is. Write a post or a body.")
        if plain_name(text).rstrip(".") in NOBODY:
            raise RefusedError(f"“{text}” does not go with other names. Leave one of them out.")
        for section in ("bodies", "constituencies"):
            hint = self.hint(section, text, _ALIKE)
            if hint:
                raise RefusedError(f"There is no {NOUNS[section]} “{text}” in the file.{hint}")

    @cached_property
    def _ids(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """By section the ids of its entries by their names; an id is always a name of its own entry."""
        return {section: _ids_by_name(getattr(self.original, section)) for section in NOUNS}

    def _amended(self, record: Noted, what: str, fields: Mapping[str, Any]) -> Noted:
        stated = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return checked(type(record), {**stated, **fields, "note": self._with_note(record.note, what)})

    def _with_note(self, before: str | None, what: str) -> str:
        note = f"{what}: {self._title}."
        return before if before and note in before else " ".join(filter(None, (before, note)))

    def _put(self, section: str, key: str, record: Record) -> None:
        self._update(**{section: {**getattr(self.structure, section), key: record}})

    def _update(self, **sections: Any) -> None:
        self.structure = self.structure.model_copy(update=sections).placed(None, self.structure.notices)


def _is_settled(stated: Statement) -> bool:
    """Whether a statement holds as its body does, on every day."""
    return stated.status in (None, Status.IN_PLACE) and stated.from_ is None and stated.until is None


def checked(model: type[AnyRecord], data: dict[str, Any]) -> AnyRecord:
    """The data as a record. Raises RefusedError with what the model refuses."""
    try:
        return model.model_validate(data)
    except ValidationError:
        faults = FaultList()
        validated(Document(None, data=data), model, faults)
        raise RefusedError(" ".join(fault.message for fault in faults)) from None


def sentence_of(error: RefusedError | InputError) -> str:
    """What is wrong, as one text."""
    return str(error) if isinstance(error, RefusedError) else " ".join(fault.message for fault in error.faults)


def is_nobody(parts: Sequence[str]) -> bool:
    """Whether an answer says that there is none."""
    return len(parts) == 1 and plain_name(parts[0]).rstrip(".") in NOBODY


def single(parts: Sequence[str]) -> str:
    """The only part of an answer. Raises RefusedError where there are several."""
    if len(parts) != 1:
        raise RefusedError("Write one answer.")
    return parts[0]


def nearest_word(text: str, known: Sequence[str]) -> str:
    """` Did you mean “councillor”?`, or nothing."""
    return nearest(text, known).replace("'", "“", 1).replace("'?", "”?")


def truth(text: str) -> bool | None:
    """What `yes` and `no` mean; None for anything else."""
    return {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}.get(
        plain_name(text).rstrip(".")
    )


def _ids_by_name(entries: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    ids: dict[str, tuple[str, ...]] = {}
    for compared in (plain_name, loose_name):  # a name that is written exactly so comes first
        found: dict[str, tuple[str, ...]] = {}
        for key, entry in entries.items():
            for name in {compared(name) for name in (entry.name, *getattr(entry, "other_names", ()))}:
                found[name] = (*found.get(name, ()), key)
        ids = {**found, **ids}
    return {**ids, **{key: (key,) for key in entries}}


def _new_id(title: str, taken: Mapping[str, Any]) -> str:
    """An id made of a title: its letters and figures, and a number where another has it."""
    base = re.sub(r"[^a-z0-9]+", "-", plain_name(title)).strip("-")[: _LONGEST_ID - 4].strip("-") or "source"
    numbers = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(name for name in numbers if name not in taken)
