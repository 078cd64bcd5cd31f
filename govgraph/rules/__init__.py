"""The rules, one file each. README.md in this folder is made from them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules

from govgraph.engine import Options, Rule, Rulebook, Subject, family_of, rule
from govgraph.engine.rulebook import subject_of
from govgraph.model.faults import Fault, InputError, input_error
from govgraph.rules._phrases import of_any_body, of_any_change, of_governance_bodies, of_people

__all__ = ["Options", "Rule", "of_any_body", "of_any_change", "of_governance_bodies", "of_people", "rule", "rulebook"]

GROUP = "govgraph.rules"
"""The entry points by which other packages offer rules: each names a module that holds them."""
OWN_CODE = re.compile(r"(X|CHG)[2-9]\d\d")
"""Codes of rules that are not govgraph's: of a structure, or of a change. Those of a package bear its name before."""
BAD_CODE = "its code is {}, and should be one from X200 to X999 (CHG200 to CHG999 for a change)"


def rulebook(others: Iterable[Rule] = ()) -> Rulebook:
    """All rules: govgraph's, those of installed packages, and others that somebody has loaded.

    Raises InputError where a code is not one for such rules, or two rules have it.
    """
    codes: set[str] = set()
    others = tuple(others)
    for other in others:
        if other.code in codes or not OWN_CODE.fullmatch(other.code):
            code = other.check.__code__
            why = f"another rule has the code {other.code}" if other.code in codes else BAD_CODE.format(other.code)
            raise InputError([Fault(code.co_filename, code.co_firstlineno, 1, f"The rule {other.name}: {why}.")])
        codes.add(other.code)
    return Rulebook(_built_in, (*_installed(), *others))


@cache
def _built_in(subject: Subject) -> tuple[Rule, ...]:
    """The rules of this folder that are asked of one kind of subject; the files of others are not loaded."""
    found: dict[str, Rule] = {}
    for module in iter_modules(__path__):
        family = family_of(module.name.partition("_")[0].upper())
        if not family or subject_of(family) is not subject:
            continue
        for value in vars(import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, Rule):
                if value.code in found:
                    raise ValueError(f"two rules have the code {value.code}")
                found[value.code] = value
    return tuple(found.values())


@cache
def _installed() -> tuple[Rule, ...]:
    """The rules of other packages, each under the name of its entry point, so that no two can have one code."""
    rules: dict[str, Rule] = {}
    for entry in entry_points(group=GROUP):
        for other in _of_entry(entry):
            if other.code in rules:
                raise input_error(f"Two rules of installed packages have the code {other.code}. Uninstall one of them.")
            rules[other.code] = other
    return tuple(rules.values())


def _of_entry(entry: EntryPoint) -> Iterator[Rule]:
    try:
        module = entry.load()
    except Exception as error:
        raise input_error(
            f"The rules '{entry.name}' of an installed package cannot be loaded ({type(error).__name__}: {error})."
        ) from error
    for value in vars(module).values():
        if isinstance(value, Rule):
            if not OWN_CODE.fullmatch(value.code):
                why = BAD_CODE.format(value.code)
                raise input_error(f"The rule {value.name} of the installed package '{entry.name}': {why}.")
            yield replace(value, code=f"{entry.name.upper()}-{value.code}")
