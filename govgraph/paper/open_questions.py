"""What is not stated, and what could not be asked: by question, with the reason."""

from govgraph.graph import GovernanceGraph
from govgraph.paper.found import Found, family_of
from govgraph.rules import FAMILIES
from govgraph.words.plain import in_a_row, plainly

_MOST_REASONS = 2


def what_is_open(found: Found, graph: GovernanceGraph) -> str:
    """The third sentence of a summary."""
    nobody = ""
    if not graph.structure.constituencies:
        nobody = "Who is heard could not be asked, because the file names no group of people who should be heard"
    open_groups = [one for one in found.groups if not one.is_stated]
    number = sum(len(one.findings) for one in open_groups)
    told = []
    if number:
        of = {
            question: sum(len(one.findings) for one in open_groups if family_of(one.finding) == family)
            for family, question in FAMILIES.items()
        }
        where = in_a_row([f"{many:,} under “{question}”" for question, many in of.items() if many])
        on = "1 finding rests" if number == 1 else f"{number:,} findings rest"
        told.append(f"{on} on silence of the file, so the board is asked to find out before it judges: {where}")
    told += _not_asked(found, graph)
    if not told and not nobody:
        asked = "every question that was chosen" if found.chosen.leaves_out else "every question of the rules"
        told = [f"{asked[:1].upper()}{asked[1:]} could be asked; what the file leaves out, nobody judged"]
    text = "; ".join(filter(None, (nobody, *told)))
    return f"{text[:1].upper()}{text[1:]}."


def _not_asked(found: Found, graph: GovernanceGraph) -> list[str]:
    """Which questions could not be asked at all, each with the reasons; of how many only a part could not."""
    reasons: dict[str, list[str]] = {}
    for one in found.report.not_checked:
        reasons.setdefault(one.code.rstrip("0123456789"), []).append(plainly(found.report, one.why).rstrip("."))
    asked = {code.rstrip("0123456789") for code in found.report.asked}
    told, parts = [], 0
    for family, question in FAMILIES.items():
        if family not in reasons or (family == "REP" and not graph.structure.constituencies):
            continue
        if family in asked:
            parts += len(reasons[family])
        else:
            why = list(dict.fromkeys(reasons[family]))
            more = [f"and {len(why) - _MOST_REASONS} more reasons, in the appendix"] if len(why) > _MOST_REASONS else []
            told.append(f"“{question}” ({'; '.join([*why[:_MOST_REASONS], *more])})")
    sentences = [f"could not be asked: {in_a_row(told)}"] if told else []
    if parts:
        had = "1 rule had" if parts == 1 else f"{parts} rules had"
        sentences.append(f"{had} nothing in the file to ask about, and the appendix tells why")
    return sentences
