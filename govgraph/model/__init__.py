"""What a governance structure is: frozen models in the terms of W3C ORG and Popolo."""

from govgraph.model.body import (
    ACTIVITIES_IN_SCOPE,
    Appointment,
    Body,
    Contact,
    RelationWords,
    Seat,
    TakingPart,
    relation_keys,
)
from govgraph.model.capacities import OF_THE_AUTHORITY, OF_THE_EXECUTIVE, Capacity
from govgraph.model.change import Change, ChangeKind, Field, Successor, SuccessorBy
from govgraph.model.composition import Composition
from govgraph.model.content import Constituency, Source, Theme
from govgraph.model.faults import Place, Places
from govgraph.model.scalars import first_day, last_day
from govgraph.model.statement import Accountability, Ownership, Relation, ReportingLine, SourceRef, Statement
from govgraph.model.structure import Structure
from govgraph.model.vocabulary import (
    GOVERNANCE_KINDS,
    Activity,
    Church,
    Completeness,
    Kind,
    Level,
    Matter,
    Nation,
    Role,
    Status,
    StatutoryForm,
    View,
)

__all__ = [
    "ACTIVITIES_IN_SCOPE",
    "GOVERNANCE_KINDS",
    "OF_THE_AUTHORITY",
    "OF_THE_EXECUTIVE",
    "Accountability",
    "Activity",
    "Appointment",
    "Body",
    "Capacity",
    "Change",
    "ChangeKind",
    "Church",
    "Completeness",
    "Composition",
    "Constituency",
    "Contact",
    "Field",
    "Kind",
    "Level",
    "Matter",
    "Nation",
    "Ownership",
    "Place",
    "Places",
    "Relation",
    "RelationWords",
    "ReportingLine",
    "Role",
    "Seat",
    "Source",
    "SourceRef",
    "Statement",
    "Status",
    "StatutoryForm",
    "Structure",
    "Successor",
    "SuccessorBy",
    "TakingPart",
    "Theme",
    "View",
    "first_day",
    "last_day",
    "relation_keys",
]
