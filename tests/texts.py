"""All text that users read, and how easy it is to read.

`python tests/texts.py` prints the grade of the messages, and fails where it is too high; with `all` every measure.
"""

import ast
import importlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from io import BytesIO
from statistics import median, quantiles
from typing import Any, NamedTuple

import click

import govgraph
from examples import example, report_on
from govgraph.cli import govgraph as commands
from govgraph.findings import Report
from govgraph.formats import read
from govgraph.model import Structure
from govgraph.render import json as as_json
from govgraph.render import text as as_text
from govgraph.rules import rulebook
from helpers import FIXTURES, ROOT, not_none
from renaming import plain

GRADE_AT_MOST = 9.0
"""The highest median grade (Flesch-Kincaid) of messages that `make check` lets pass: what a reader of 14 follows."""
LONG = 30
"""A sentence of more words than this is long."""

WORDS_TO_AVOID = {
    "told": "told",
    "tells": "tells",
    "whoever": "whoever",
    "all the same": "all the same",
    "is stated to be": "(?:is|are|was|were) stated to be",
    "is not stated to": "(?:is|are|was|were) not stated to",
    "stands in the file": "stands? in the file",
    "asked of": "asked of",
    "in force": "in force",
    "ties": "ties",
    "people who are asked about": "(?:who|that|whom) (?:are|is) asked about",
    "the record itself": "the record itself",
    "reads like": "reads? like",
}
"""Words that no text for users has, each with its pattern: the one list of them."""
_AVOIDED = {word: re.compile(rf"\b{pattern}\b", re.IGNORECASE) for word, pattern in WORDS_TO_AVOID.items()}
_LAW_IN_FORCE = re.compile(r"\b(Acts?|Regulations?|Orders?|sections?|S\.I\.)(?!\w)[^.;]*\bin force (from|until|since)")
"""Laws are in force; bodies are in place."""

NAME = "Board"
"""What stands for every name, so that a long one makes no text hard: one word of one syllable."""
_NAMING = {"name", "other_names", "title", "post", "where", "note"}  # keys whose values are words of the authors
_SPOKEN = {
    "headline": ("headline",),
    "findings": ("message", "fix"),
    "questions": ("question", "message", "fix"),
    "not_checked": ("why", "reason"),
}
"""The sections of a report in JSON, and the keys of each that hold text for people."""
_ADDRESS = r"(?:https?://|www\.|\w+\.gov\.uk/)[^\s]*[^\s.,;:)]"
Placed = tuple[str, str]  # where a text is from, and its words


class Text(NamedTuple):
    """A text for users: where it is from (a rule, a file), what it is there, and its words."""

    place: str
    part: str
    words: str


def words_to_avoid(text: str) -> list[str]:
    """The words to avoid that a text has, each as often as it has it."""
    text = _LAW_IN_FORCE.sub("", " ".join(text.split()))
    return [word for word, pattern in _AVOIDED.items() for _ in pattern.findall(text)]


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return re.split(r"(?<=[.!?]) (?=[\"'(“‘A-Z0-9])", " ".join(text.split()))


def word_count(sentence: str) -> int:
    """The number of words of a sentence: all that holds a letter or a digit."""
    return sum(any(map(str.isalnum, word)) for word in sentence.split())


def long_sentences(texts: Iterable[Text]) -> list[Text]:
    """The sentences of more than LONG words."""
    return [text._replace(words=words) for text in texts for words in sentences(text.words) if word_count(words) > LONG]


def grades(texts: Iterable[Text]) -> list[float]:
    """The grade of each message: the years at school after which a reader follows it."""
    import textstat  # type: ignore[import-untyped]  # it comes without types; only the grades need it

    grade: Callable[[str], float] = textstat.textstat.flesch_kincaid_grade
    return [grade(text.words) for text in texts if text.part == "message"]


@cache
def findings_texts() -> tuple[Text, ...]:
    """Each distinct message, fix, question, headline and reason for not checking, over all fixtures and examples."""
    return tuple(dict.fromkeys(text for report, structures in _runs() for text in _of_report(report, structures)))


def _runs() -> Iterator[tuple[Report, list[Structure]]]:
    yield from ((report, [structure]) for report, structure in _fixture_runs())
    for change in sorted(path for path in (FIXTURES / "changes").iterdir() if path.is_dir()):
        verdict = json.loads((change / "verdict.json").read_text(encoding="utf-8"))
        before, after = (read(change / verdict[side]) for side in ("before", "after"))
        yield govgraph.check(after, against=before), [before, after]
    for rule in rulebook():
        own = importlib.import_module(f"rules.test_{rule.code.lower()}_{rule.name.replace('-', '_')}")
        for arrows in (rule.section("Flagged"), rule.section("Clean"), getattr(own, "NOT_STATED", None)):
            if arrows is not None:
                shown = example(arrows)
                yield report_on(rule, shown), [shown.after, *filter(None, [shown.before])]


def _fixture_runs() -> Iterator[tuple[Report, Structure]]:
    for structure in map(read, sorted(FIXTURES.glob("*/structure.yaml"))):
        yield govgraph.check(structure), structure


def _of_report(report: Report, structures: list[Structure]) -> Iterator[Text]:
    without_names = names_masked(structures)
    data: dict[str, Any] = json.loads(as_json.render(report))
    for section, parts in _SPOKEN.items():
        for item in [data] if section == "headline" else data.get(section, []):
            for part in parts:
                if isinstance(item.get(part), str):
                    yield Text(item.get("code") or section, part, without_names(item[part]))


def names_masked(structures: Iterable[Structure]) -> Callable[[str], str]:
    """A function that puts NAME in the place of each name in a text, the longest first, and of each address."""
    names = {name for structure in structures for name in _names(plain(structure))}
    longest_first = map(re.escape, sorted(names, key=lambda name: (-len(name), name)))
    # Running text has groups of people in lower case; but a name of one letter is not the word "a".
    parts = [f"(?-i:{name})" if len(name) == 1 else name for name in longest_first]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join([*parts, _ADDRESS])})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(NAME, text)


def _names(data: Any, key: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for inner, value in data.items():
            # Where a line leaves the structure, it leads to a name and not to an id.
            yield from _names(value, "name" if (key, inner) == ("accountable_to", "to") else inner)
    elif isinstance(data, list):
        for item in data:
            yield from _names(item, key)
    elif isinstance(data, str) and key in _NAMING:
        yield data


def _findings() -> Iterator[Placed]:
    yield from ((f"{text.place} ({text.part})", text.words) for text in findings_texts())


def _reports() -> Iterator[Placed]:
    for report, structure in _fixture_runs():
        without_names = names_masked([structure])
        yield "report as text", without_names(" ".join(as_text.render(report).split()))
        yield "paper as Markdown", without_names(govgraph.paper(structure).markdown())


def _help() -> Iterator[Placed]:
    above = click.Context(commands, info_name="govgraph")
    yield "govgraph --help", commands.get_help(above)
    for name in commands.list_commands(above):
        command = not_none(commands.get_command(above, name))
        yield f"govgraph {name} --help", command.get_help(click.Context(command, info_name=name, parent=above))


def _docstrings() -> Iterator[Placed]:
    for rule in rulebook():
        for text in (rule.summary, rule.section("Why it matters"), rule.section("How to fix")):
            yield f"docstring of {rule.code}", text


def _pages() -> Iterator[Placed]:
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        yield path.relative_to(ROOT).as_posix(), prose(path.read_text(encoding="utf-8"))


def prose(markdown: str) -> str:
    """Markdown without its blocks of code, its code in lines, and where its links lead."""
    text = re.sub(r"^( *)(```+|~~~+).*?^\1\2 *$", "", markdown, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"\]\([^)]*\)", "]", re.sub(r"`[^`]*`", "code", text))


def _schema() -> Iterator[Placed]:
    for described in re.findall(r'"description": ("(?:[^"\\]|\\.)*")', as_json.render_schema()):
        yield "schema", json.loads(described)


def _starters() -> Iterator[Placed]:
    from openpyxl import load_workbook

    from govgraph.formats.sheets.workbook_writer import template

    yield "starter.yaml", (ROOT / "govgraph" / "cli" / "starter.yaml").read_text(encoding="utf-8")
    for sheet in load_workbook(BytesIO(template())):
        texts = [sheet.title, *(cell.value for row in sheet.iter_rows() for cell in row)]
        texts += [cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment]
        for list_ in sheet.data_validations.dataValidation:
            texts += [list_.promptTitle, list_.prompt, list_.errorTitle, list_.error, list_.formula1]
        yield from ((f"new workbook, {sheet.title}", text) for text in texts if isinstance(text, str))


def _strings() -> Iterator[Placed]:
    for path in sorted((ROOT / "govgraph").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        yield from ((place, text) for text in strings(path.read_text(encoding="utf-8")))


def strings(code: str) -> Iterator[str]:
    """The strings of a program that are words for people: no docstrings, and no single words such as keys."""
    passed: set[ast.AST] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Expr):
            passed.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            passed.update(node.values)
        text = "" if node in passed else _string(node)
        if re.search(r"\w\W* \W*\w", text) or re.fullmatch(r"[A-Z][a-z]+", text):
            yield text


def _string(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_string(part) if isinstance(part, ast.Constant) else NAME for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _templates() -> Iterator[Placed]:
    for path in sorted((ROOT / "govgraph").rglob("templates/**/*")):
        if path.suffix in (".j2", ".js", ".typ"):
            yield path.relative_to(ROOT).as_posix(), fixed_text(path.read_text(encoding="utf-8"), path.suffix)


def fixed_text(template: str, kind: str) -> str:
    """What a template says itself, without its code."""
    if kind == ".j2":
        text = re.sub(r"\{\{.*?\}\}", NAME, re.sub(r"(?s)\{%.*?%\}|\{#.*?#\}", " ", template))
        labels = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text)
        return " . ".join([re.sub(r"<[^>]*>", " ", text), *labels])
    text, found = re.sub(r"^\s*//.*$", "", template, flags=re.MULTILINE), list[str]()
    for pattern in (r"`((?:[^`$\n]|\$(?!\{))*)`", r"\[([^\[\]\n]*)\]", r'"([^"\n]*)"'):
        for _ in range(3):  # one string may be within another: `${count} found${more ? `; ${more} more` : ""}`
            text = re.sub(r"\$\{[^{}`]*\}", NAME, text)
            found += re.findall(pattern, text)
            text = re.sub(pattern, "", text)
    return " . ".join(part for part in found if re.search(r"^[^=.]*\w \w|^[A-Z]\w+$", part))


KINDS: dict[str, Callable[[], Iterator[Placed]]] = {
    kind.__name__.removeprefix("_"): kind
    for kind in (_findings, _reports, _help, _docstrings, _pages, _schema, _starters, _strings, _templates)
}
"""The kinds of text that users read; each gives its texts with their places."""


def avoided_in(kind: str) -> dict[str, dict[str, int]]:
    """How often the texts of a kind have each word to avoid, by place; also for places that have none."""
    found = defaultdict[str, list[str]](list)
    for place, text in KINDS[kind]():
        found[place].append(text)
    return {place: dict(Counter(words_to_avoid(" . ".join(texts)))) for place, texts in found.items()}


def _summary() -> Iterator[str]:
    texts, found = findings_texts(), grades(findings_texts())
    long = long_sentences(texts)
    yield f"Distinct texts: {dict(Counter(text.part for text in texts))}"
    yield f"Grade of messages: median {median(found):.1f}, 90th percentile {quantiles(found, n=10)[-1]:.1f}"
    yield f"Sentences of more than {LONG} words: {len(long)} {dict(Counter(text.part for text in long))}"
    yield from (f"  {text.place} ({text.part}), {word_count(text.words)} words: {text.words}" for text in long)
    for kind in KINDS:
        avoided = {place: words for place, words in avoided_in(kind).items() if words}
        total = sum((Counter(words) for words in avoided.values()), Counter())
        yield f"Words to avoid in {kind}: {total.total()} in {len(avoided)} places {dict(total)}"
        yield from (f"  {place}: {words}" for place, words in avoided.items())


if __name__ == "__main__":
    if sys.argv[1:] == ["all"]:
        sys.stdout.writelines(f"{line}\n" for line in _summary())
    grade = median(grades(findings_texts()))
    sys.stdout.write(f"Median reading grade of messages (Flesch-Kincaid): {grade:.1f}, at most {GRADE_AT_MOST:g}\n")
    sys.exit(grade > GRADE_AT_MOST)
