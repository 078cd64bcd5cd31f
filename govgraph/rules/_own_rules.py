"""Rules of somebody's own: a Python file that is named, run, and held to what every rule promises.

A file is run with all that Python can do: name only files that you would run. No setting can name one, because a
proposed change could then run code where it is checked.
"""

import re
import traceback
from collections.abc import Iterator
from typing import Any

from govgraph.engine.arrows import before_and_after
from govgraph.engine.rulebook import SECTIONS, Rule, Subject
from govgraph.engine.running import RuleCall, RuleCrashedError, run
from govgraph.formats.files import open_fault, read_content
from govgraph.graph import GovernanceGraph
from govgraph.model.faults import Fault, InputError, input_error
from govgraph.rules import BAD_CODE, OWN_CODE

_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
_MOST = 20_000_000


def load_rules(path: str, content: bytes | None = None) -> tuple[Rule, ...]:
    """Run a Python file, and give the rules in it, for `check(..., rules=...)` and the others.

    Each must keep the promises that every rule keeps: a code from X200 to X999 (from CHG200 to CHG999 where it is about
    a change), a name in kebab-case, a docstring with a first sentence and the four sections, `Flagged` in which it
    finds something, `Clean` in which it does not.

    Args:
        path: the file. It imports `Options`, `rule` and when to ask (`of_governance_bodies`) from `govgraph.rules`, and
            `Hit`, `Severity`, `say`, `Bodies` and `Aspect` from `govgraph.findings`.
        content: what to run in place of what the file holds now: what it held at a revision.

    >>> import govgraph
    >>> [rule.code for rule in govgraph.load_rules("ours.py")]
    ['X201']

    Raises:
        InputError: the file cannot be run, holds no rule, or a rule breaks a promise: a fault for each, with its line.

    """
    found = [value for value in vars_of(path, content).values() if isinstance(value, Rule)]
    own = list({id(rule): rule for rule in found}.values())
    if not own:
        raise InputError([Fault(path, None, None, "This file holds no rule: a function marked with @rule(...).")])
    known: set[str] = set()
    faults = []
    for rule in own:
        line = rule.check.__code__.co_firstlineno
        broken = list(_broken(rule)) or list(_broken_by_examples(rule))
        if rule.code in known:
            broken.append(f"another rule has the code {rule.code}")
        known.add(rule.code)
        faults += [Fault(path, line, 1, f"The rule {rule.name}: {why}.") for why in broken]
    if faults:
        raise InputError(faults)
    return tuple(own)


def vars_of(path: str, content: bytes | None = None) -> dict[str, Any]:
    """The names that a Python file defines once it was run. Raises InputError where it cannot be."""
    try:
        code = compile(read_content(path, _MOST) if content is None else content, path, "exec")
    except ValueError as error:
        raise InputError([open_fault(path, error)]) from None
    except SyntaxError as error:
        why = f"This is not Python: {error.msg}."
        raise InputError([Fault(path, error.lineno, error.offset, why)]) from None
    namespace: dict[str, Any] = {"__name__": "own_rules", "__file__": path}
    try:
        exec(code, namespace)  # noqa: S102 - the user named this file, to be run
    except (Exception, SystemExit) as error:  # a file that ends the run would make it green
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
        why = f"The file failed when it was run ({type(error).__name__}: {error})."
        raise InputError([Fault(path, lines[-1] if lines else None, None, why)]) from None
    return namespace


def _broken(rule: Rule) -> Iterator[str]:
    if not OWN_CODE.fullmatch(rule.code):
        yield BAD_CODE.format(rule.code)
    if not _NAME.fullmatch(rule.name):
        yield "its name should be small letters with hyphens, and name the fault: seat-without-deputy"
    text = rule.check.__doc__ or ""
    missing = [title for title in SECTIONS if f"\n{title}:\n" not in _unindented(text)]
    if missing:
        yield f"its docstring has no section {' and no '.join(f'{title}:' for title in missing)}"
    elif not rule.summary.endswith("."):
        yield "its docstring should begin with one sentence"


def _unindented(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines()) + "\n"


def _broken_by_examples(rule: Rule) -> Iterator[str]:
    """What the examples in the docstring show: each section is run."""
    for title, flags in (("Flagged", True), ("Clean", False)):
        try:
            outcome = run(rule, _subject(rule, title))
        except (InputError, RuleCrashedError) as error:
            yield f"its example {title} cannot be run: {str(error).rstrip('.')}"
            continue
        if outcome.why_not is not None:
            yield f"it does not apply to its example {title}: {outcome.why_not.rstrip('.')}"
        elif bool(outcome.findings) != flags:
            yield f"it finds {'nothing' if flags else 'something'} in its example {title}"


def _subject(rule: Rule, title: str) -> RuleCall:
    """The graph of an example, or the comparison of its two. Raises InputError where it cannot be read."""
    before, after = before_and_after(rule.section(title))
    if rule.of is not Subject.CHANGE:
        return GovernanceGraph(after)
    if before is None:
        raise input_error("no line of it begins with before: or after:")
    from govgraph.comparison.comparison import Comparison  # few own rules compare

    return Comparison(GovernanceGraph(before), GovernanceGraph(after))
