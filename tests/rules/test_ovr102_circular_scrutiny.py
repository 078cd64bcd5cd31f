"""OVR102: bodies that scrutinise one another."""

from helpers import bodies, findings, why_not_asked

NEVER_SILENT = "A ring is made of lines of scrutiny, and each of them is stated."


def test_two_that_scrutinise_one_another() -> None:
    assert bodies("OVR102", "a -- scrutinised_by --> b\nb -- scrutinised_by --> a") == [("a", "b")]


def test_one_that_scrutinises_itself() -> None:
    assert bodies("OVR102", "a -- scrutinised_by --> a") == [("a",)]


def test_it_says_who_scrutinises_whom_and_whom_to_ask() -> None:
    (alone,) = findings("OVR102", "a -- scrutinised_by --> a")
    assert alone.message == "A scrutinises itself."
    assert alone.fix == "Ask the council to find another body to scrutinise A."
    (ring,) = findings("OVR102", "a -- scrutinised_by --> b\nb -- scrutinised_by --> a")
    assert ring.message == "A and B scrutinise one another."
    assert ring.fix == "Ask the council to find a body outside the ring to scrutinise one of A and B."


def test_a_longer_ring() -> None:
    arrows = "a -- scrutinised_by --> b\nb -- scrutinised_by --> c\nc -- scrutinised_by --> a"
    assert bodies("OVR102", arrows) == [("a", "b", "c")]


def test_reporting_closes_no_ring_of_scrutiny() -> None:
    assert bodies("OVR102", "a -- scrutinised_by --> b\nb -- reports_to --> a") == []


def test_a_ring_through_an_organisation_is_none_of_governance_bodies() -> None:
    assert bodies("OVR102", "a -- scrutinised_by --> o\no: reviewer\no -- scrutinised_by --> a") == []


def test_without_scrutiny_it_cannot_be_asked() -> None:
    assert why_not_asked("OVR102", "a -- reports_to --> b") == "The file does not name anybody who scrutinises a body."
