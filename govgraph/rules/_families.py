"""The families of rules: the letters of a code, and the question that a reader asks."""

FAMILIES = {
    "ACC": "Who answers to whom?",
    "REP": "Who is heard, and where?",
    "OVR": "Who looks at what is decided?",
    "DAT": "Can the record be relied on?",
}
