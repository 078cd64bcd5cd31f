"""The structures that are kept are many, valid, and have everything in them that may be drawn."""

from typing import Any

import pytest

from corpus import SIZE, corpus, features
from govgraph.model import Activity, Kind, Level, Matter, Nation, Role, Status, Structure, relation_keys

KEPT = corpus()
FEATURES = set[tuple[str, ...]]().union(*map(features, KEPT))
STATED = ("status", "from", "until", "source")


def test_there_are_as_many_as_are_kept_and_no_two_are_alike() -> None:
    assert len({str(one) for one in KEPT}) == len(KEPT) == SIZE


@pytest.mark.parametrize("data", KEPT, ids=range(len(KEPT)))
def test_each_is_a_structure(data: dict[str, Any]) -> None:
    assert set(Structure.model_validate(data).bodies) == set(data["bodies"])


def of_a_body(*path: str) -> tuple[str, ...]:
    return ("bodies", "*", *path)


def test_there_are_small_ones_and_larger_ones() -> None:
    assert {("bodies", str(size)) for size in range(2, 9)} <= FEATURES


def test_each_value_is_in_one_of_them() -> None:
    """Where one is missing the model has grown: run `make corpus`."""
    wanted = {
        *(of_a_body("kind", one.value) for one in Kind),
        *(of_a_body("level", one.value) for one in Level),
        *(of_a_body("does", one.value) for one in Activity),
        *(of_a_body("status", one.value) for one in Status),
        *(of_a_body("seats", "role", one.value) for one in Role),
        *(of_a_body("covers", one.value) for one in Matter),
        *(of_a_body("nation", one.value) for one in Nation),
        *(("nation", one.value) for one in Nation),
        *(of_a_body("seats", "votes", one) for one in ("True", "False")),
        *(of_a_body(whole, one) for whole in ("membership", "lines") for one in ("complete", "partial")),
        *(of_a_body(relation, "to") for relation in relation_keys()),
        *(of_a_body(line, rank, "True") for line in ("reports_to", "part_of") for rank in ("lead", "jointly")),
        *(of_a_body("appoints", "role", one.value) for one in Role),
        *(of_a_body("composition", *one) for one in (("on_behalf_of", "parents"), ("as", "councillor"))),
    }
    assert wanted - FEATURES == set()


def test_each_thing_that_may_be_said_of_a_record_is_said_of_each_kind_of_record() -> None:
    records = [*relation_keys(), "accountable_to", "seats", "composition", "contacts"]
    records += ["without", "consulted", "informed"]
    said = {path[:4] for path in FEATURES}
    assert {of_a_body(record, one) for record in records for one in STATED} - said == set()
