"""How reports speak of a whole run: its verdict, its counts, what it looked at, what is not counted."""

from collections.abc import Sequence

from govgraph.findings import Certainty, Finding, GoneBecause, Report, Severity, Waiver
from govgraph.words.statements import day

GONE = {
    GoneBecause.NO_LONGER_FOUND: "Not found any more",
    GoneBecause.OTHERWISE: "Not found any more, because something else is found of the same body now",
    GoneBecause.BODY_GONE: "Not found any more, but only because the body is gone",
    GoneBecause.NOT_ASKED: "Found before, and not asked any more",
}
"""What is said of findings that the structure before has alone."""


def many(number: int, one: str, more: str | None = None) -> str:
    """`1 body`, `2 bodies`."""
    return f"{number:,} {one if number == 1 else more or f'{one}s'}"


def label(finding: Finding) -> str:
    """`ERROR`, `WARNING, not stated`."""
    silent = finding.certainty is Certainty.NOT_STATED
    return f"{finding.severity.value.upper()}{', not stated' if silent else ''}"


def size(report: Report) -> str:
    """How many bodies, relations and seats were looked at, and how many bodies of the file were not."""
    bodies, relations = many(report.bodies, "body", "bodies"), many(report.relations, "relation")
    told = f"{bodies}, {relations}, {many(report.seats, 'seat')}."
    others = len(report.structure.bodies) - report.bodies
    if not others:
        return told
    more = "1 body more of the file is" if others == 1 else f"{others:,} bodies more of the file are"
    return f"{told} {more} not looked at: over by then, not begun, or outside this view."


def compared(report: Report) -> str:
    """What the structure was compared with."""
    against = report.against
    if against is None:
        return ""
    if against.structure is None:
        return (
            f"Compared with nothing: {against.base} does not hold this structure, so everything in it is new, and of "
            "what was lost nothing can be said. If the file had another name there, "
            f"write {against.base}:THAT/NAME.yaml."
        )
    when = f", as of {day(against.as_of)}" if against.as_of is not None else ""
    title = against.structure.title
    there = f", there {' and '.join(against.files)}" if against.files else ""
    return f"Compared with {against.base}{there}{f' ({title})' if title and title != against.base else ''}{when}."


def settings(report: Report) -> str:
    """Whose decisions hold, where they are not those of the tool: which settings, and what turns the run red."""
    told = [f"Settings from {report.settings}."] if report.settings else []
    if report.against is not None and report.against.decides and not report.settings:
        told.append(f"There were no settings at {report.against.base}, so none were used.")
    if report.fail_on is None:
        told.append("No finding makes this run fail (fail-on: never).")
    elif report.fail_on is not Severity.ERROR:
        told.append(f"Every {report.fail_on.value} and whatever is heavier makes this run fail.")
    return " ".join(told)


def only_for(report: Report) -> str:
    """Which groups of people alone were asked about; empty where all were."""
    people = ", ".join(map(report.constituency_name, report.only_for))
    return f"Asked only about these groups of people: {people}." if people else ""


def not_checked(report: Report) -> tuple[tuple[str, str], ...]:
    """The rules that could not be asked, those with one reason together: `LAW101, LAW105`, and the reason."""
    codes: dict[str, list[str]] = {}
    for one in report.not_checked:
        codes.setdefault(one.why, []).append(one.code)
    return tuple((", ".join(of), why) for why, of in codes.items())


def waived(waiver: Waiver) -> str:
    """Who accepts a finding, until when, and why."""
    until = f", until {waiver.until}" if waiver.until else ""
    return f"{waiver.owner}{until}: {waiver.reason}"


def nothing_found(report: Report) -> str:
    """What is said where nothing counts."""
    if report.against is not None:
        return "Nothing new was found by the rules that were asked."
    if report.findings:
        return "Nothing was found by the rules that were asked but what is listed above."
    return "Nothing was found by the rules that were asked."


def counts(report: Report) -> str:
    """The last line: how many findings of each weight, how many rest on silence, what was not counted or not asked."""
    counted = report.counted
    is_new = "new " if report.against is not None else ""
    found = [many(sum(one.severity is weight for one in counted), f"{is_new}{weight.value}") for weight in Severity]
    silent = sum(one.certainty is Certainty.NOT_STATED for one in counted)
    stated = f"; {silent} of them not stated in the file" if silent else "; all of them stated in the file"
    stated = stated if counted else ""
    rules = f"{many(len(report.asked), 'rule')} asked"
    if report.not_checked:
        rules += f", {len(report.not_checked)} not checked"
    if report.left_out:
        rules += f", {report.left_out} left out as you chose"
    return f"{found[0]}, {found[1]} and {found[2]}{stated}{_beside(report)}; {rules}."


def _beside(report: Report) -> str:
    """What is not counted."""
    told = report.summary()
    words = [
        (told["waived"], "waived"),
        (told.get("baseline", 0), "known from the baseline"),
        (told.get("kept", 0), "there before"),
        (told.get("gone", 0), "gone"),
        (len(report.against.gone_because(GoneBecause.NOT_ASKED)) if report.against else 0, "not asked any more"),
    ]
    return "".join(f"; {number:,} {what}" for number, what in words if number)


def verdict(report: Report) -> str:
    """The verdict in one sentence."""
    compares = report.against is not None and report.against.structure is not None
    new = "new " if compares else ""
    red = [finding for finding in report.counted if report.is_red(finding)]
    if red:
        if all(finding.code.startswith("SET") for finding in red):
            what = "Waivers or the baseline do not fit any more"
        else:
            what = "This change makes the structure worse" if compares else "This structure has faults"
        return f"{what}: {_weights(red, new)}."
    if report.counted:
        no_more = f"no {new}{report.fail_on.value}" if report.fail_on else "nothing that makes it fail"
        adds = "This change adds" if compares else "This structure has"
        return f"{adds} {no_more}, but {_weights(report.counted, new)}."
    if compares and report.against is not None and not report.against.changes and not report.against.heirs:
        return "This change alters nothing that the structure states."
    return "This change makes nothing worse that was asked about." if compares else "Nothing was found that counts."


def _weights(findings: Sequence[Finding], new: str) -> str:
    """How many of each weight: `1 new error, 2 new warnings`."""
    counts = ((sum(one.severity is weight for one in findings), weight.value) for weight in Severity)
    return ", ".join(many(number, f"{new}{weight}") for number, weight in counts if number)
