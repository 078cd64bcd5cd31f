"""What the first sheet of a workbook says to whoever fills it in."""

from govgraph.sheets.layout import BODIES, EXAMPLE, IGNORED, RELATIONS, SETTINGS

LINES = (
    "How to fill in this workbook",
    "1. It holds a governance structure: who reports to whom, and who sits where on whose behalf. Write down what "
    "your documents state, and no more: what you leave empty counts as 'not stated', never as 'not there'.",
    f"2. Begin with {BODIES}: a row for each board, committee, group and organisation, with its name and its kind. "
    "The Id is a short name by which other sheets mean it (send-board); leave it empty, and it is made of the name.",
    f"3. {RELATIONS}: a row for each tie. From a body, how, to another: 'send-board' 'reports to' 'council'. Where a "
    "line leaves the structure, write 'is accountable to' and say to whom in words.",
    "4. Seats: a row for each seat. For whom it speaks goes under On behalf of, who fills it under Holder. Contacts: "
    "champions and lead officers, who are a route for people and hold no seat.",
    "5. Constituencies are the groups of people who should be heard. Themes are what somebody must own. Sources are "
    "your documents: say for each row from which it is, and where in it.",
    f"6. {SETTINGS}: for which day the file speaks, and whether its lists of seats and of lines are complete. Only "
    "in a complete list is a missing seat certain.",
    "7. Orange headers must be filled in, all others may stay empty. Rest the pointer on a header to read what it "
    "means. Where an Id is meant, the name does as well.",
    "8. Dates: 2020-07-03, or a date cell; for a month 2020-07 and for a year 2020, in a cell formatted as text.",
    f"9. The row that begins with '{EXAMPLE}' on each sheet is an example, and is not read: keep it or delete it, but "
    f"do not type over it. Columns and sheets of your own are left out, and you are told; with {IGNORED} in the name, "
    "silently.",
    "10. Save, close, and run: govgraph check THIS-FILE.xlsx. What is wrong is told with its sheet and cell. Names "
    "of people (the column Person) are personal data: leave them out if you do not need them.",
)
"""The title, and a paragraph for each row."""
