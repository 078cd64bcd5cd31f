"""A structure with one thing changed. Each function returns a new structure, and leaves the old one as it was.

What is stated in code is checked by the same models as what stands in a file, and may call bodies, groups of people,
themes and sources by their names. What only shows between statements is checked when the structure is looked at.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from govgraph.language import either_of
from govgraph.model.absences import contradicts, outside_of
from govgraph.model.body import Body
from govgraph.model.content import Content, resolve_body, resolve_name
from govgraph.model.faults import FaultList, InputError, input_error, nearest
from govgraph.model.fields import references, shapes
from govgraph.model.relation_words import parse_relation
from govgraph.model.scalars import quoted
from govgraph.model.statement import Record
from govgraph.model.validation import Document, validated
from govgraph.model.vocabulary import Status, View

AnyContent = TypeVar("AnyContent", bound=Content)
AnyRecord = TypeVar("AnyRecord", bound=Record)
_GONE_WITH_IT = "holder"
"""A seat goes with the body that holds it: to clear the holder would say that who sits there is not stated."""


def parse_day(structure: AnyContent, day: date | str) -> date:
    """A full day. Raises InputError where it is none."""
    stated = _checked(type(structure), {"as_of": _plain(day)}).as_of
    if stated is None:
        raise input_error("Which day? Write it as 2022-07-01.")
    return stated


def parse_view(view: View | str) -> View:
    """A view. Raises InputError where it is none."""
    names = [known.value for known in View]
    if view not in names:
        near = nearest(str(view), names)
        raise input_error(f"There is no view {quoted(view)}; it should be {either_of(names)}.{near}")
    return View(view)


def with_body(structure: AnyContent, body: str, stated: Mapping[str, Any]) -> AnyContent:
    """The structure with one body more, under an id that is new."""
    if body in structure.bodies:
        raise input_error(f"There is a body '{body}' already: {structure.bodies[body].name}.")
    data = _as_in_a_file(Body, stated)
    _checked(type(structure), {"bodies": {body: data}})
    with_it = _with_bodies(structure, {**structure.bodies, body: _checked(Body, data)})  # it may name itself
    return _with_bodies(structure, {**structure.bodies, body: _record(with_it, Body, data)})


def with_statement(structure: AnyContent, body: str, key: str, stated: Mapping[str, Any]) -> AnyContent:
    """The structure with one more seat, contact or relation of a body; the key is that of the body's list."""
    found = resolve_body(structure, body)
    record = _record(structure, _model(key), stated)
    return _with_list(structure, found, key, (*getattr(structure.bodies[found], key), record))


def with_seat(structure: AnyContent, body: str, stated: Mapping[str, Any]) -> AnyContent:
    """The structure with one more seat on a body; it takes the place of a stated absence that it contradicts."""
    seated = with_statement(structure, body, "seats", stated)
    found = resolve_body(seated, body)
    holding = seated.bodies[found]
    default = holding.status or seated.status or Status.IN_PLACE
    seat = holding.seats[-1]
    represented = (key for key, people in seated.constituencies.items() if seat.holder in people.represented_by)
    spoken_for = (seat.on_behalf_of,) if seat.on_behalf_of else tuple(represented)
    left: list[Record] = []
    for absence in holding.without:
        left += outside_of(absence, seat) if contradicts(seat, absence, default, spoken_for) else [absence]
    return seated if tuple(left) == holding.without else _with_list(seated, found, "without", tuple(left))


def without_statement(structure: AnyContent, body: str, key: str, which: Mapping[str, Any]) -> AnyContent:
    """The structure without the statements in one list of a body that state all of this."""
    found = resolve_body(structure, body)
    wanted = _record(structure, _model(key), which)
    values = {name: getattr(wanted, name) for name in wanted.model_fields_set}
    stated = getattr(structure.bodies[found], key)
    kept = tuple(record for record in stated if any(getattr(record, name) != value for name, value in values.items()))
    if len(kept) == len(stated):
        raise input_error(
            f"{structure.bodies[found].name} has no {wanted.noun} that states this, so none was taken away."
        )
    return _with_list(structure, found, key, kept)


def relation_record(relation: str, to: str, stated: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The key of a relation, also where it is written `reports to`, and what it states, with the end it leads to.

    Relations are all that a body can state in short: ties to bodies, duties for themes, ways of taking part. Raises
    InputError where there is no such relation.
    """
    reading = parse_relation(str(relation))
    key = reading.key if reading and not reading.turned else str(relation).strip().replace(" ", "_")
    known = [name for name, shape in shapes(Body).items() if shape.model and shape.model.shorthand and name != "source"]
    if reading and reading.turned:
        raise input_error(f"Say {quoted(relation)} from the other body, as {reading.key}.")
    if key not in known:
        raise input_error(
            f"There is no relation {quoted(relation)}; it should be {either_of(known)}.{nearest(key, known)}"
        )
    return key, {str(_model(key).shorthand): to, **stated}


def without_body(structure: AnyContent, body: str) -> AnyContent:
    """The structure without a body, and without every statement that names it."""
    gone = resolve_body(structure, body)
    others = {key: stated for key, stated in structure.bodies.items() if key != gone}
    left = _without(structure.model_copy(update={"bodies": others}), gone)
    return structure if left is None else left.placed(None, structure.notices)


def _without(record: AnyRecord, body: str) -> AnyRecord | None:
    """A record that does not name a body any more; None where it says nothing without it."""
    update: dict[str, Any] = {}
    for key, shape in shapes(type(record)).items():
        if shape.refers == "bodies":
            value = getattr(record, key)
            if value == body and (key == _GONE_WITH_IT or type(record).model_fields[key].is_required()):
                return None
            left = tuple(item for item in value if item != body) if isinstance(value, tuple) else value
            update[key] = None if left == body else left
        elif shape.model is not None:
            value = getattr(record, key)
            if isinstance(value, dict):
                update[key] = {name: _without(entry, body) for name, entry in value.items()}
            elif isinstance(value, tuple):
                update[key] = tuple(left for item in value if (left := _without(item, body)) is not None)
    update = {key: value for key, value in update.items() if value != getattr(record, key)}
    return record.model_copy(update=update) if update else record


def _with_list(structure: AnyContent, body: str, key: str, records: tuple[Record, ...]) -> AnyContent:
    stated = structure.bodies[body].model_copy(update={key: records})
    return _with_bodies(structure, {**structure.bodies, body: stated})


def _with_bodies(structure: AnyContent, bodies: dict[str, Body]) -> AnyContent:
    """The structure with other bodies; it is not what any file states, so nothing in it has a place in one."""
    return structure.model_copy(update={"bodies": bodies}).placed(None, structure.notices)


def _model(key: str) -> type[Record]:
    model = shapes(Body)[key].model
    assert model is not None  # noqa: S101 - asked for its records only
    return model


def _record(structure: AnyContent, model: type[AnyRecord], stated: Mapping[str, Any]) -> AnyRecord:
    """What is stated in code as a record of the model, with the ids of what it names."""
    data = _as_in_a_file(model, stated)
    written = _checked(model, data).model_dump(mode="json", by_alias=True, exclude_unset=True)
    for path, section, name in list(references(model, written)):
        holder: Any = written
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = resolve_name(structure, section, name)
    return model.model_validate(written)


def _as_in_a_file(model: type[Record], stated: Mapping[str, Any]) -> dict[str, Any]:
    """What is stated in code under the keys of a file, where `from_` is `from`, the records inside it too."""
    data = {}
    for name, value in stated.items():
        field = model.model_fields.get(name)
        key = field.alias if field is not None and field.alias else name
        inner = shapes(model).get(key)
        data[key] = _inside(inner.model, value) if inner is not None and inner.model is not None else _plain(value)
    return data


def _inside(model: type[Record], value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_inside(model, item) for item in value]
    return _as_in_a_file(model, value) if isinstance(value, Mapping) else _plain(value)


def _plain(value: Any) -> Any:
    """A value as a file has it, where days and numbers are text: code may say `from_=2020`."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _checked(model: type[AnyRecord], data: dict[str, Any]) -> AnyRecord:
    """The data as a record. Raises InputError with a plain sentence for everything that the model refuses."""
    try:
        return model.model_validate(data)
    except ValidationError:
        faults = FaultList()
        validated(Document(None, data=data), model, faults)
        raise InputError(faults) from None
