"""The families of rules: the letters of a code, the question that a reader asks, and of what it is asked."""

from enum import StrEnum


class Subject(StrEnum):
    """What a rule is asked of."""

    GRAPH = "a structure"
    CHANGE = "two structures"
    LEDGER = "waivers and baseline"


FAMILIES = {
    "CHG": "What would the change take away?",
    "ACC": "Who answers to whom?",
    "REP": "Who is heard, and where?",
    "OVR": "Who looks at what is decided?",
    "THM": "Who owns what must be done?",
    "MAN": "Is each body able to do its work?",
    "LAW": "What does the law ask for?",
    "X": "What do your own rules ask for?",
    "DAT": "Can the record be relied on?",
    "SET": "Do waivers and baseline still fit?",
}
_BESIDE = {"CHG": Subject.CHANGE, "SET": Subject.LEDGER}


def subject_of(family: str) -> Subject:
    """Of what the rules of a family are asked: of one structure, where nothing else is said."""
    return _BESIDE.get(family, Subject.GRAPH)
