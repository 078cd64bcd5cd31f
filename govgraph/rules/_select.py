"""Which rules are asked: codes, or the beginnings of codes, as a user names them."""

from collections.abc import Sequence

from govgraph.read import InputError
from govgraph.read.faults import inform, nearest
from govgraph.rules._rule import Rule, all_rules


def chosen(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules that begin with a selected code and with no ignored one; nothing selected: all.

    Raises InputError for a code that no rule has, and where nothing is left.
    """
    rules = all_rules()
    faults = []
    for option, codes in (("--select", select), ("--ignore", ignore)):
        for code in codes:
            if not code or not any(rule.is_called(code) for rule in rules):
                near = nearest(code, [rule.code for rule in rules])
                faults.extend(inform(f"{option}: there is no rule '{code}'.{near}").faults)
    if faults:
        raise InputError(faults)
    left = tuple(
        rule
        for rule in rules
        if (not select or any(rule.is_called(code) for code in select))
        and not any(rule.is_called(code) for code in ignore)
    )
    if not left:
        raise inform("Nothing is left to check: every selected rule is ignored too.")
    return left
