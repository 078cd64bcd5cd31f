"""A rule as a page: what it asks, why, an example that it flags and one that is clean, what to do."""

import textwrap
from collections.abc import Iterator

from govgraph.engine import FAMILIES, SECTIONS, Rule, Rulebook
from govgraph.findings import Authority
from govgraph.language import day

_WIDTH = 112
"""How wide a line may be, beside its indentation: as the docstrings of rules, which are shown as they are."""


def render(rule: Rule) -> str:
    """One rule as text."""
    return "\n".join(_lines(rule)) + "\n"


def render_all(rules: Rulebook) -> str:
    """Every rule in a line, under the question it belongs to."""
    lines = []
    for family, question in FAMILIES.items():
        lines += [question, *(f"  {_row(rule)}" for rule in rules if rule.family == family), ""]
    return "\n".join([*lines, "govgraph explain CODE explains one rule."]) + "\n"


def page(rulebook: Rulebook) -> str:
    """The page README.md of the folder of rules, in Markdown."""
    lines = [
        "# The rules",
        "",
        "Made from the rules themselves by `make pages`; a test keeps it fresh. Do not edit it by hand.",
        "",
        "If the file does not say, the finding is a question: it weighs one severity less, and is marked `not stated`.",
        "",
    ]
    for family, question in FAMILIES.items():
        rules = [rule for rule in rulebook if rule.family == family]
        lines += [f"## {family}: {question}", "", "| Code | Fault | Severity | What it asks |", "|---|---|---|---|"]
        lines += [
            f"| [{rule.code}](#{rule.code.lower()}) | {rule.name} | {rule.severity} | {rule.summary} |"
            for rule in rules
        ]
        lines.append("")
        for rule in rules:
            lines += [f"### {rule.code}", "", f"**{rule.name}** ({rule.severity}). {rule.summary}", ""]
            for title in SECTIONS:
                fence = ["```"] if title in ("Flagged", "Clean") else []
                lines += [f"**{title}**", "", *fence, rule.section(title), *fence, ""]
            if rule.authority is not None:
                lines += ["**It rests on**", "", *(f"- {line}" for line in _authority(rule.authority)), ""]
            lines += _options_table(rule)
    return "\n".join(lines).rstrip() + "\n"


def authorities(rulebook: Rulebook) -> str:
    """What each rule from law or guidance rests on, where and when that applies, and when it was read: in Markdown."""
    lines = ["| Rule | Rests on | Where | When | Law as read |", "|---|---|---|---|---|"]
    for rule in rulebook:
        authority = rule.authority
        if authority is not None:
            rests = f"[{authority.title}, {authority.section}]({authority.address}) ({authority.basis})"
            read = f"{day(authority.checked)}, {authority.seen}" if authority.checked and authority.seen else ""
            cells = (rule.code, rests, authority.where, _applies(authority) or "on any day", read)
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _applies(authority: Authority) -> str:
    """From when and until when, in words; empty where neither is set."""
    dated = [
        f"from {day(authority.from_)}" if authority.from_ else "",
        f"until {day(authority.until)}" if authority.until else "",
    ]
    return " ".join(filter(None, dated))


def _row(rule: Rule) -> str:
    return f"{rule.code}  {rule.severity:<7}  {rule.name:<30} {rule.summary}"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} {rule.name} ({rule.severity})"
    yield ""
    yield rule.summary
    for title in SECTIONS:
        yield ""
        yield title
        yield from (f"  {line}".rstrip() for line in rule.section(title).splitlines())
    if rule.authority is not None:
        yield ""
        yield "It rests on"
        for line in _authority(rule.authority):
            wrapped = textwrap.wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False)
            yield from (f"  {part}" for part in wrapped)
    settings = _options(rule)
    if settings:
        yield ""
        yield "Settings"
        yield from (f"  {name}: {default}" for name, default in settings)


def _authority(authority: Authority) -> list[str]:
    """What a rule rests on, from when until when, where to read it, and what it leaves open."""
    when = " ".join(filter(None, [_applies(authority), f"in {authority.where}" if authority.where else ""]))
    seen = f" {authority.seen}" if authority.seen else ""
    read = f"Law as read{seen} on {day(authority.checked)}." if authority.checked else ""
    first = f"{authority}{f', {when}' if when else ''}"
    return [first, authority.address, *filter(None, [read, authority.leaves_open])]


def _options_table(rule: Rule) -> list[str]:
    settings = _options(rule)
    return ["**Settings**", "", *(f"- `{name}`: {default}" for name, default in settings), ""] if settings else []


def _options(rule: Rule) -> list[tuple[str, str]]:
    options = []
    for name, field in rule.options.model_fields.items():
        default = field.default
        options.append((name, ", ".join(sorted(default)) if isinstance(default, frozenset) else str(default)))
    return options
