"""Answers about who scrutinises a body independently."""

from collections.abc import Sequence

from govgraph.answers.draft import Draft, is_nobody
from govgraph.answers.seat_words import seat_words, seats_on
from govgraph.model import Completeness, Kind, Role


def independent_scrutiny(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The body that scrutinises independently, a post of somebody independent, or `nobody`."""
    if is_nobody(parts):
        for number, seat in seats_on(draft, body):
            if seat.independent is None:
                draft.amend(body, "seats", number, "Not independent", independent=False)
        draft.set("bodies", body, "Nobody scrutinises it independently", lines=Completeness.COMPLETE)
        return
    for part in parts:
        found = draft.find("bodies", part)
        if found is not None:
            draft.relate(body, "scrutinised_by", found)
            if draft.structure.bodies[found].kind is not Kind.REVIEWER:
                _record_independence(draft, found)
        else:
            draft.assert_no_slip(part)
            item = seat_words(draft, part)
            draft.seat(body, **item.who, **{"role": Role.ATTENDEE, **item.qualities, "independent": True})


def _record_independence(draft: Draft, body: str) -> None:
    """That somebody independent is on a body that scrutinises independently, unless the file says so."""
    if not any(seat.independent for _, seat in seats_on(draft, body)):
        draft.seat(body, independent=True)
