"""Which rules are asked: codes, or the beginnings of codes, as a user names them."""

from collections.abc import Collection, Mapping, Sequence

from govgraph.model.faults import inform, nearest
from govgraph.read import InputError
from govgraph.rules._families import Subject
from govgraph.rules._rule import Rule, all_rules


def assert_known(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> None:
    """Raise InputError for a code that no rule has, and where every selected rule is ignored too."""
    if not select and not ignore:
        return
    rules = all_rules()
    faults = []
    for option, codes in (("--select", select), ("--ignore", ignore)):
        for code in codes:
            if not code or not any(rule.is_called(code) for rule in rules):
                near = nearest(code, [rule.code for rule in rules])
                faults.extend(inform(f"{option}: there is no rule '{code}'.{near}").faults)
    if faults:
        raise InputError(faults)
    if not any(is_chosen(rule, select, ignore) for rule in rules):
        raise inform("Nothing is left to check: every selected rule is ignored too.")


def is_chosen(rule: Rule, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Whether a rule begins with a selected code, or none is selected, and with no ignored one."""
    selected = not select or any(rule.is_called(code) for code in select)
    return selected and not any(rule.is_called(code) for code in ignore)


def left_out(
    kinds: Collection[Subject], select: Sequence[str], ignore: Sequence[str], options: Mapping[str, object]
) -> list[Rule]:
    """The rules of these kinds that were not chosen; of those that ask only on request, the ones that have options."""
    wanted = (rule for rule in all_rules() if rule.of in kinds and (not rule.on_request or options.get(rule.code)))
    return [rule for rule in wanted if not is_chosen(rule, select, ignore)]
