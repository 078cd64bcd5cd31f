"""A structure with one thing otherwise. Each function gives a new structure, and leaves the old one as it was.

What is said in code is checked by the same models as what stands in a file, and may call bodies, groups of people,
themes and sources by their names. What only shows between statements is checked when the structure is looked at.
"""

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from govgraph.model.body import Body
from govgraph.model.called import body_called, entry_called
from govgraph.model.faults import Fault, FaultList, InputError, inform, nearest, one_of
from govgraph.model.place import Path
from govgraph.model.scalars import shown
from govgraph.model.shape import references, shapes
from govgraph.model.statement import Record
from govgraph.model.vocabulary import View

if TYPE_CHECKING:
    from govgraph.model.structure import Structure

AnyRecord = TypeVar("AnyRecord", bound=Record)
_GONE_WITH_IT = "holder"
"""A seat goes with the body that holds it: to clear the holder would say that who sits there is not stated."""


def day_of(structure: "Structure", day: date | str) -> date:
    """A full day. Raises InputError where it is none."""
    stated = _checked(type(structure), {"as_of": _plain(day)}).as_of
    if stated is None:
        raise inform("Which day? Write it as 2022-07-01.")
    return stated


def view_of(view: View | str) -> View:
    """A view. Raises InputError where it is none."""
    names = [one.value for one in View]
    if view not in names:
        near = nearest(str(view), names)
        raise inform(f"There is no view {shown(view)}; it should be {one_of(names)}.{near}")
    return View(view)


def with_body(structure: "Structure", body: str, stated: Mapping[str, Any]) -> "Structure":
    """The structure with one body more, under an id that is new."""
    if body in structure.bodies:
        raise inform(f"There is a body '{body}' already: {structure.bodies[body].name}.")
    data = _as_in_a_file(Body, stated)
    _checked(type(structure), {"bodies": {body: data}})
    with_it = _with_bodies(structure, {**structure.bodies, body: _checked(Body, data)})  # it may name itself
    return _with_bodies(structure, {**structure.bodies, body: _record(with_it, Body, data)})


def with_statement(structure: "Structure", body: str, key: str, stated: Mapping[str, Any]) -> "Structure":
    """The structure with one more seat, contact or relation of a body; the key is that of the body's list."""
    found = body_called(structure, body)
    record = _record(structure, _model(key), stated)
    return _with_list(structure, found, key, (*getattr(structure.bodies[found], key), record))


def without_statement(structure: "Structure", body: str, key: str, which: Mapping[str, Any]) -> "Structure":
    """The structure without the statements in one list of a body that state all of this."""
    found = body_called(structure, body)
    wanted = _record(structure, _model(key), which)
    said = {name: getattr(wanted, name) for name in wanted.model_fields_set}
    stated = getattr(structure.bodies[found], key)
    kept = tuple(one for one in stated if any(getattr(one, name) != value for name, value in said.items()))
    if len(kept) == len(stated):
        raise inform(f"{structure.bodies[found].name} has no {wanted.noun} that states this, so none was taken away.")
    return _with_list(structure, found, key, kept)


def relation_called(relation: str) -> str:
    """The key of a relation: `reports_to`, also as `reports to`. Raises InputError where there is none.

    Relations are all that a body can state in short: ties to bodies, duties for themes, ways of taking part.
    """
    key = str(relation).strip().replace(" ", "_")
    known = [name for name, shape in shapes(Body).items() if shape.model and shape.model.shorthand and name != "source"]
    if key not in known:
        raise inform(f"There is no relation {shown(relation)}; it should be {one_of(known)}.{nearest(key, known)}")
    return key


def relation_to(key: str, to: str, stated: Mapping[str, Any]) -> dict[str, Any]:
    """What a relation states, with whom or what it leads to under its own key: `to`, `theme`, `constituency`."""
    return {str(_model(key).shorthand): to, **stated}


def without_body(structure: "Structure", body: str) -> "Structure":
    """The structure without a body, and without every statement that names it."""
    gone = body_called(structure, body)
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
            left = tuple(one for one in value if one != body) if isinstance(value, tuple) else value
            update[key] = None if left == body else left
        elif shape.model is not None:
            value = getattr(record, key)
            if isinstance(value, dict):
                update[key] = {name: _without(one, body) for name, one in value.items()}
            elif isinstance(value, tuple):
                update[key] = tuple(one for one in (_without(one, body) for one in value) if one is not None)
    update = {key: value for key, value in update.items() if value != getattr(record, key)}
    return record.model_copy(update=update) if update else record


def _with_list(structure: "Structure", body: str, key: str, records: tuple[Record, ...]) -> "Structure":
    stated = structure.bodies[body].model_copy(update={key: records})
    return _with_bodies(structure, {**structure.bodies, body: stated})


def _with_bodies(structure: "Structure", bodies: dict[str, Body]) -> "Structure":
    """The structure with other bodies; it is not what any file states, so nothing in it has a place in one."""
    return structure.model_copy(update={"bodies": bodies}).placed(None, structure.notices)


def _model(key: str) -> type[Record]:
    model = shapes(Body)[key].model
    assert model is not None  # noqa: S101 - these lists all hold records
    return model


def _record(structure: "Structure", model: type[AnyRecord], stated: Mapping[str, Any]) -> AnyRecord:
    """What is said in code as a record of the model, with the ids of what it names."""
    data = _as_in_a_file(model, stated)
    written = _checked(model, data).model_dump(mode="json", by_alias=True, exclude_unset=True)
    for path, section, name in list(references(model, written)):
        _put(written, path, entry_called(structure, section, name))
    return model.model_validate(written)


def _key(model: type[Record], name: str) -> str:
    """The key as a file has it: Python keeps `from`, `for` and `as` for itself, so code says `from_`."""
    field = model.model_fields.get(name)
    return field.alias if field is not None and field.alias else name


def _as_in_a_file(model: type[Record], stated: Mapping[str, Any]) -> dict[str, Any]:
    """What is said in code under the keys of a file, the records inside it too."""
    data = {}
    for name, value in stated.items():
        key = _key(model, name)
        inner = shapes(model).get(key)
        data[key] = _inside(inner.model, value) if inner is not None and inner.model is not None else _plain(value)
    return data


def _inside(model: type[Record], value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_inside(model, one) for one in value]
    return _as_in_a_file(model, value) if isinstance(value, Mapping) else _plain(value)


def _plain(value: Any) -> Any:
    """A value as a file has it, where days and numbers are text: code may say `from_=2020`."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _put(data: Any, path: Path, value: str) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


def _checked(model: type[AnyRecord], data: dict[str, Any]) -> AnyRecord:
    """The data as a record. Raises InputError with a plain sentence for everything that the model refuses."""
    try:
        return model.model_validate(data)
    except ValidationError:
        raise InputError(_sentences(model, data)) from None


def _sentences(model: type[Record], data: dict[str, Any]) -> list[Fault]:
    """What the reader of files would say of it: a room above this one, entered only where something is refused."""
    document = import_module("govgraph.read.document").Document(None, data=data)
    faults = FaultList()
    import_module("govgraph.read.validate").validated(document, model, faults)
    return faults
