"""What somebody requires of bodies beside the rules that govgraph has: which bodies, which seat, and why."""

from typing import Annotated

from pydantic import Field, model_validator

from govgraph.graph import Scope
from govgraph.model import Activity, Body, Kind, Level, Role, StatutoryForm
from govgraph.model.scalars import Text, Truth, one_or_more, refuse_whole
from govgraph.model.statement import Record


class Which(Record):
    """Which bodies a requirement is about: those that have one of the words that are given, under every key given."""

    noun = "choice of bodies"
    level: Annotated[tuple[Level, ...], one_or_more(Level), Field(description="At which level they work.")] = ()
    does: Annotated[tuple[Activity, ...], one_or_more(Activity), Field(description="What they do.")] = ()
    kind: Annotated[tuple[Kind, ...], one_or_more(Kind), Field(description="What they are.")] = ()
    statutory: Annotated[
        tuple[StatutoryForm, ...], one_or_more(StatutoryForm), Field(description="Which statutory form they have.")
    ] = ()
    named: Annotated[tuple[Text, ...], one_or_more(str), Field(description="By name or id.")] = ()

    def is_express(self, key: str, body: Body) -> bool:
        """Whether it means a body by its name, its kind or its form, and not only as one of the governance bodies."""
        return key in self.named or body.kind in self.kind or body.statutory in self.statutory

    def scope(self, key: str, body: Body) -> Scope:
        """Whether a body is meant; not stated where what it leaves out decides.

        A body that states no statutory form is not meant by one: most bodies have none, and DAT104 tells of those whose
        names are those of a form.
        """
        if (self.kind and body.kind not in self.kind) or (self.named and key not in self.named):
            return Scope.OUT
        if self.statutory and body.statutory not in self.statutory:
            return Scope.OUT
        asked = ((self.level, set(body.level)), (self.does, set(body.does)))
        stated = [(set(wanted), has) for wanted, has in asked if wanted]
        if any(has and not wanted & has for wanted, has in stated):
            return Scope.OUT
        return Scope.IN if all(has for _, has in stated) else Scope.NOT_STATED


class WantedSeat(Record):
    """The seat that each of those bodies is to have."""

    noun = "required seat"
    on_behalf_of: Annotated[Text | None, Field(description="For which group of people, by id or name.")] = None
    as_: Annotated[Text | None, Field(alias="as", description="In which capacity.")] = None
    role: Annotated[tuple[Role, ...], one_or_more(Role), Field(description="In one of these roles.")] = ()
    votes: Annotated[Truth, Field(description="True where it must vote.")] = False

    @model_validator(mode="after")
    def _of_somebody(self) -> "WantedSeat":
        if not (self.on_behalf_of or self.as_ or self.role):
            raise refuse_whole("does not say whose seat it is; add on_behalf_of, as, or role")
        if any(role.attends_only for role in self.role):
            raise refuse_whole("names a role that attends and holds no seat")
        return self


class Requirement(Record):
    """A seat that bodies of some sort must have, with the reason, which is printed."""

    noun = "requirement"
    bodies: Annotated[Which, Field(description="Which bodies.")]
    seat: Annotated[WantedSeat, Field(description="The seat that each of them is to have.")]
    because: Annotated[Text, Field(description="Why. It is printed.")]

    @property
    def key(self) -> str:
        """What makes it this requirement, and outlives another reason: `level=strategic;on_behalf_of=parents;votes`."""
        bodies, seat = (
            part.model_dump(mode="json", by_alias=True, exclude_defaults=True) for part in (self.bodies, self.seat)
        )
        told = []
        for name, value in (*bodies.items(), *seat.items()):
            text = "+".join(sorted(value)) if isinstance(value, list) else str(value)
            told.append(name if value is True else f"{name}={text}")
        return ";".join(told)
