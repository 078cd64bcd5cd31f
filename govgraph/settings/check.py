"""What the model of settings cannot know: whether the rules, and the options of rules, that they name are there."""

from collections.abc import Iterator

from pydantic import ValidationError

from govgraph.findings.baseline import Baseline
from govgraph.model.faults import Fault, nearest
from govgraph.model.place import Path
from govgraph.model.scalars import shown
from govgraph.read.document import Document
from govgraph.rules import Rule, Subject, all_rules
from govgraph.settings.model import Settings


def rule_faults(settings: Settings, document: Document) -> Iterator[Fault]:
    """A fault for each rule that is not there, and each option that its rule has not, at its place."""
    for number, code in enumerate(settings.select):
        yield from _unknown(document, ("select", number), code, exact=False)
    for number, code in enumerate(settings.ignore):
        yield from _unknown(document, ("ignore", number), code, exact=False)
    for code in settings.severity:
        yield from _unknown(document, ("severity", code), code)
    for number, waiver in enumerate(settings.waivers):
        yield from _unknown(document, ("waivers", number, "code"), waiver.code)
    for code, stated in settings.options.items():
        yield from _unknown(document, ("options", code), code)
        for rule in all_rules():
            if rule.code == code:
                yield from _option_faults(document, rule, stated)


def entry_faults(baseline: Baseline, document: Document) -> Iterator[Fault]:
    """A fault for each entry of a baseline that is about a change, or a waiver: those are accepted with a reason."""
    codes = {rule.code for rule in all_rules() if rule.of is not Subject.GRAPH}
    for number, entry in enumerate(baseline.findings):
        if entry.code in codes:
            why = f"A baseline holds no findings of {entry.code}: accept one with a waiver, which states a reason."
            yield document.fault(("findings", number, "key"), why, value=True)


def _unknown(document: Document, path: Path, code: str, *, exact: bool = True) -> Iterator[Fault]:
    rules = all_rules()
    if any(rule.code == code if exact else rule.is_called(code) for rule in rules):
        return
    same = [rule.code for rule in rules if rule.is_called(code)]
    near = f" Did you mean '{same[0]}'?" if len(same) == 1 else nearest(code, [rule.code for rule in rules])
    yield document.fault(path, f"There is no rule {shown(code)}.{near} `govgraph explain` lists them all.", value=True)


def _option_faults(document: Document, rule: Rule, stated: dict[str, object]) -> Iterator[Fault]:
    known = sorted(rule.options.model_fields)
    try:
        rule.options.model_validate(stated)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            key = str(detail["loc"][0]) if detail["loc"] else ""
            path = ("options", rule.code, *detail["loc"])
            if detail["type"] == "extra_forbidden":
                has = f"It has: {', '.join(known)}." if known else "It has none."
                near = nearest(key, known) or f" {has}"
                yield document.fault(path, f"The rule {rule.code} has no option {shown(key)}.{near}")
            else:
                why = f"The option {key} of {rule.code} cannot be {shown(detail['input'])}"
                yield document.fault(path, f"{why}: {detail['msg'][:1].lower()}{detail['msg'][1:]}.", value=True)
