"""Answers on who has the final say over a body that answers to several."""

from collections.abc import Sequence

from govgraph.answers.draft import Draft, RefusedError, is_nobody, single
from govgraph.language import listed
from govgraph.model import relation_keys
from govgraph.model.scalars import plain_name

_LINES = tuple(key for key, relation in relation_keys().items() if relation.line)
_JOINTLY = frozenset({"jointly", "together", "both", "all", "all of them", "all together", "both of them", "equally"})
"""How people say that those above have the final say together."""


def final_say(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The one of those above that has the final say, `jointly`, or `nobody`; those outside the structure in words."""
    stated = draft.structure.bodies[body]
    lines = [(key, number, line.to) for key in _LINES for number, line in enumerate(getattr(stated, key))]
    outside = [("accountable_to", number, leaving.to) for number, leaving in enumerate(stated.accountable_to)]
    if len(parts) == 1 and plain_name(parts[0]).rstrip(".") in _JOINTLY:
        _answers_jointly(draft, body)
        return
    leading: str | None = None
    if not is_nobody(parts):
        wanted = plain_name(single(parts)).removeprefix("the ")
        named = [to for _, _, to in outside if plain_name(to).removeprefix("the ") == wanted]
        leading = named[0] if named else draft.body(single(parts))
        if leading not in [to for _, _, to in (*lines, *outside)]:
            to_whom = [*(draft.name(to) for _, _, to in lines), *(to for _, _, to in outside)]
            ends = listed(list(dict.fromkeys(to_whom))) or "nobody"
            raise RefusedError(
                f"{draft.name(body)} does not report to {draft.name(leading)} in the file, but to {ends}."
            )
    for key, number, to in (*lines, *outside):
        was_joint = getattr(stated, key)[number].jointly
        joint = {"jointly": False} if was_joint and to == leading else {}
        draft.amend(body, key, number, "Final say", lead=to == leading, **joint)


def _answers_jointly(draft: Draft, body: str) -> None:
    """State of each line in place that it is joint."""
    lines = [
        tie.at for tie in draft.graph.ties_of(body) if tie.relation in _LINES and tie.body == body and tie.to != body
    ]
    lines += [leaving.at for leaving in draft.graph.accountability.exits_from(body)]
    leading = [at for at in lines if getattr(draft.structure.bodies[body], str(at[2]))[int(at[3])].lead]
    if leading:
        raise RefusedError(f"The file says that one of them has the final say over {draft.name(body)}. Correct that.")
    for _, _, key, number in lines:
        draft.amend(body, str(key), int(number), "Joint accountability", jointly=True)
