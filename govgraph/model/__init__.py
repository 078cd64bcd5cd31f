"""What a governance structure is: frozen models in the terms of W3C ORG and Popolo."""

from govgraph.model.body import ACTIVITIES_IN_SCOPE, Body, RelationWords, relation_keys
from govgraph.model.change import Change, ChangeKind, Field, Heir, HeirBy
from govgraph.model.forms import OF_THE_AUTHORITY, OF_THE_EXECUTIVE, Capacity, StatutoryForm
from govgraph.model.place import Place, Places
from govgraph.model.representation import Contact, Seat, TakingPart
from govgraph.model.scalars import first_day, last_day
from govgraph.model.statement import Accountability, Ownership, Relation, SourceRef, Statement
from govgraph.model.structure import Constituency, Source, Structure, Theme
from govgraph.model.vocabulary import (
    GOVERNANCE_KINDS,
    Activity,
    Completeness,
    Kind,
    Level,
    Role,
    Status,
    View,
)

__all__ = [
    "ACTIVITIES_IN_SCOPE",
    "GOVERNANCE_KINDS",
    "OF_THE_AUTHORITY",
    "OF_THE_EXECUTIVE",
    "Accountability",
    "Activity",
    "Body",
    "Capacity",
    "Change",
    "ChangeKind",
    "Completeness",
    "Constituency",
    "Contact",
    "Field",
    "Heir",
    "HeirBy",
    "Kind",
    "Level",
    "Ownership",
    "Place",
    "Places",
    "Relation",
    "RelationWords",
    "Role",
    "Seat",
    "Source",
    "SourceRef",
    "Statement",
    "Status",
    "StatutoryForm",
    "Structure",
    "TakingPart",
    "Theme",
    "View",
    "first_day",
    "last_day",
    "relation_keys",
]
