"""Rules of somebody's own: a Python file that is named, run, and held to what every rule promises.

A file is run with all that Python can do: name only files that you would run. No setting can name one, because a
proposed change could then run code where it is checked.
"""

import re
import traceback
from collections.abc import Iterator
from datetime import date
from typing import Any

from govgraph.graph import GovernanceGraph
from govgraph.model import Structure
from govgraph.model.faults import Fault, InputError
from govgraph.read import from_arrows
from govgraph.read.content import content_of, unopened
from govgraph.rules._rule import SECTIONS, Rule, all_rules, register
from govgraph.rules._run import RuleCrashedError, run

_CODE = re.compile(r"X[2-9]\d\d")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
_MOST = 20_000_000


def load_rules(path: str, content: bytes | None = None) -> tuple[Rule, ...]:
    """Run a Python file, and ask the rules in it from now on like all others, for as long as this program runs.

    Each must keep the promises that every rule keeps: a code from X200 to X999, a name in kebab-case, a docstring with
    a first sentence and the four sections, `Flagged` in which it finds something, `Clean` in which it does not.

    Args:
        path: the file. It imports `Options`, `rule` and when to ask (`of_governance_bodies`) from `govgraph.rules`, and
            `Hit`, `Severity` and `Certainty` from `govgraph.findings`.
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
    # The same file may be loaded again, as a notebook does whose cell is run twice.
    known = {rule.code for rule in all_rules() if rule.check.__code__.co_filename != path}
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
    register(own)
    return tuple(own)


def vars_of(path: str, content: bytes | None = None) -> dict[str, Any]:
    """What stands in a Python file once it was run. Raises InputError where it cannot be."""
    try:
        code = compile(content_of(path, _MOST) if content is None else content, path, "exec")
    except ValueError as error:
        raise InputError([unopened(path, error)]) from None
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
    if not _CODE.fullmatch(rule.code):
        yield f"its code is {rule.code}, and should be one from X200 to X999"
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
    for title, should in (("Flagged", True), ("Clean", False)):
        try:
            outcome = run(rule, _graph(from_arrows(rule.section(title))))
        except (InputError, RuleCrashedError) as error:
            yield f"its example {title} cannot be run: {str(error).rstrip('.')}"
            continue
        if outcome.why_not is not None:
            yield f"it cannot be asked of its example {title}: {outcome.why_not.rstrip('.')}"
        elif bool(outcome.findings) != should:
            yield f"it finds {'nothing' if should else 'something'} in its example {title}"


def _graph(structure: Structure) -> GovernanceGraph:
    return GovernanceGraph(structure, structure.as_of or date.today())
