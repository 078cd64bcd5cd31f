"""The families of rules: the letters of a code, and the question that a reader asks."""

FAMILIES = {
    "CHG": "What would the change take away?",
    "ACC": "Who answers to whom?",
    "REP": "Who is heard, and where?",
    "OVR": "Who looks at what is decided?",
    "DAT": "Can the record be relied on?",
    "SET": "Do waivers and baseline still fit?",
}
