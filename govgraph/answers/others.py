"""Answers about bodies, themes and groups of people: lines, work, days, forms, parts, owners, who speaks for whom."""

import re
from collections.abc import Collection, Sequence
from typing import Any

from govgraph.answers.draft import OTHERS, USE_WAIVER, Draft, RefusedError, is_nobody, nearest_word, single, truth
from govgraph.formats.sheets.cells import parse_date
from govgraph.graph.ties import Tie
from govgraph.language import either_of, listed, partial_date
from govgraph.model import Activity, Church, Completeness, Level, Matter, Nation, StatutoryForm, relation_keys
from govgraph.model.scalars import plain_name

_BOTH = [Church.CHURCH_OF_ENGLAND, Church.ROMAN_CATHOLIC]
_COMPLETE = Completeness.COMPLETE
_LINES = tuple(key for key, relation in relation_keys().items() if relation.line)


def reports_to(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """Bodies above, those outside the structure in words, or `nobody`."""
    if is_nobody(parts):
        above = [tie.to for tie in _ties(draft, body, _LINES) if tie.body == body]
        _assert_nobody(draft, f"{draft.name(body)} reports to", above)
    also_reports_to(draft, body, parts)


def also_reports_to(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """As `reports_to`, where some are known; `nobody` is nobody else."""
    if is_nobody(parts):
        has_line = any(getattr(draft.structure.bodies[body], key) for key in (*_LINES, "accountable_to"))
        draft.set("bodies", body, f"It reports to nobody{' else' if has_line else ''}", lines=_COMPLETE)
        return
    for part in parts:
        above = draft.find("bodies", part)
        if above == body:
            raise RefusedError(f"{draft.name(body)} cannot report to itself.")
        if above is not None:
            draft.relate(body, "reports_to", above)
        else:
            draft.assert_no_slip(part)
            draft.relate(body, "accountable_to", part)


def remit(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """What a body does, and at what level."""
    stated = draft.structure.bodies[body]
    does, level = list(stated.does), list(stated.level)
    for word in _words(parts):
        activity, at = _activity(word), Level.parse(word)
        if activity is None and at is None:
            known = either_of([f"“{known.words}”" for known in (*Activity, *Level)])
            raise RefusedError(f"“{word}” is not understood: write one or more of {known}.")
        does += [activity] if activity is not None and activity not in does else []
        level += [Level(at)] if at is not None and at not in level else []
    fields: dict[str, Any] = {"does": does} if does != list(stated.does) else {}
    fields |= {"level": level} if level != list(stated.level) else {}
    if fields:
        draft.set("bodies", body, "What it does, and at what level", **fields)


def other_functions(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """What a scrutiny committee does besides scrutiny."""
    if is_nobody(parts):
        raise RefusedError(f"A structure cannot say that there is nothing else. {USE_WAIVER} that says so.")
    remit(draft, body, parts)


def joint_commissioning(draft: Draft, body: str, parts: Sequence[str]) -> None:  # noqa: ARG001 - all recorders alike
    """The body in which a council and a commissioner of health care agree on what to commission."""
    if is_nobody(parts):
        raise RefusedError(f"A structure cannot say that they agree nowhere. {USE_WAIVER}.")
    for found in draft.bodies(parts):
        remit(draft, found, [Activity.COMMISSIONS.value])


def covers(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """All that a body deals with, as far as the law asks."""
    one_word = [re.sub(r"\bcrime and disorder\b", "crime_and_disorder", part, flags=re.IGNORECASE) for part in parts]
    found = [Matter.OTHER_MATTERS if is_nobody([word]) else Matter.parse(word) for word in _words(one_word)]
    if not found or None in found:
        raise RefusedError(f"Write one or more of {either_of([f'“{known.words}”' for known in Matter])}.")
    before = draft.structure.bodies[body].covers
    if before and set(before) != set(found):
        listed_before = listed([matter.words for matter in before])
        raise RefusedError(f"The file says that {draft.name(body)} deals with {listed_before}. Correct that first.")
    draft.set("bodies", body, "What it deals with", covers=list(dict.fromkeys(found)))


def scrutinisers(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The bodies that scrutinise it, or `nobody`."""
    if is_nobody(parts):
        by = [tie.to for tie in _ties(draft, body, ("scrutinised_by",)) if tie.body == body]
        _assert_nobody(draft, f"{draft.name(body)} is scrutinised by", by)
    also_scrutinised_by(draft, body, parts)


def also_scrutinised_by(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """As `scrutinisers`, where some are known; `nobody` is nobody else."""
    if is_nobody(parts):
        nobody = "Nobody else" if draft.structure.bodies[body].scrutinised_by else "Nobody"
        draft.set("bodies", body, f"{nobody} scrutinises it", lines=_COMPLETE)
        return
    for other in draft.bodies(parts):
        draft.relate(body, "scrutinised_by", other)


def last_day(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """A date, or `no end`."""
    text = single(parts)
    if plain_name(text).rstrip(".") in ("no end", "open-ended", "open ended", "none", "never", "no date"):
        draft.set("bodies", body, "It has no last day", open_ended=True)
        return
    try:
        until = parse_date(text)
    except ValueError as error:
        raise RefusedError(f"The answer {error}.") from None
    before = draft.structure.bodies[body].until
    if before is not None and before != until:
        raise RefusedError(f"The file says that {draft.name(body)} ends on {partial_date(before)}. Correct that first.")
    draft.set("bodies", body, "Last day", until=until)


def quorum(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """How many must be present, in words."""
    before, quorum = draft.structure.bodies[body].quorum, "; ".join(parts)
    if before != quorum:
        draft.set("bodies", body, f"Quorum (before: “{before}”)" if before else "Quorum", quorum=quorum)


def nation(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The nation of the structure; of a body alone, where another answer gives the structure another."""
    found = Nation.parse(single(parts))
    if found is None:
        raise RefusedError(f"Write one nation: {either_of([f'“{known.words}”' for known in Nation])}.")
    before = draft.structure.bodies[body].nation or draft.original.nation
    if before not in (None, found):
        raise RefusedError(f"The file says that {draft.name(body)} is in {before.words}. Correct that first.")
    if draft.structure.nation in (None, found):
        draft.set_whole("Nation", nation=found)
    else:
        draft.set("bodies", body, "Nation", nation=found)


def local_providers(draft: Draft, body: str, parts: Sequence[str]) -> None:  # noqa: ARG001 - it is of the whole area
    """Whether there is a provider for ages 16 to 19: `yes` or `no`."""
    answer = truth(single(parts))
    if answer is None:
        raise RefusedError("Write “yes” or “no”.")
    draft.set_whole("Provider for ages 16 to 19", post_16_providers=answer)


def church_schools(draft: Draft, body: str, parts: Sequence[str]) -> None:  # noqa: ARG001 - as above
    """Of which churches the council maintains schools."""
    words = ["neither"] if is_nobody(parts) else _words(parts)
    found = _BOTH if words == ["both"] else [Church.parse(word) for word in words]
    if not found or None in found:
        raise RefusedError("Write “Church of England”, “Roman Catholic”, both, or “neither”.")
    draft.set_whole("Church schools", church_schools=found)


def legal_form(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """A form that the law knows."""
    text = single(parts)
    if is_nobody(parts):
        raise RefusedError(f"A structure cannot say that a body has no form in law. {USE_WAIVER} that says so.")
    form = StatutoryForm.parse(text)
    if form is None:
        near = nearest_word(text, [known.words for known in StatutoryForm])
        known = either_of([f"“{known.words}”" for known in StatutoryForm])
        raise RefusedError(f"govgraph knows no form “{text}”.{near or f' Write {known}.'}")
    before = draft.structure.bodies[body].statutory
    if before not in (None, form):
        raise RefusedError(f"The file says that {draft.name(body)} is a {before.words}. Correct that first.")
    draft.set("bodies", body, "Form in law", statutory=form)


def parts_of(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The bodies that are part of it, all of them or some `and others`; `complete` or `nobody`."""
    plain = [plain_name(part).rstrip(".") for part in parts]
    named = [part for part, words in zip(parts, plain, strict=True) if words not in OTHERS and words != "complete"]
    if is_nobody(named):
        within = [tie.body for tie in _ties(draft, body, ("part_of",)) if tie.to == body]
        _assert_nobody(draft, f"the parts of {draft.name(body)} are", within)
    for part in [] if is_nobody(named) else draft.bodies(named):
        draft.relate(part, "part_of", body)
    if plain[-1] not in OTHERS:
        draft.set("bodies", body, "All its parts are listed", parts=_COMPLETE)


def part_of(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The body of which it is a part."""
    draft.relate(body, "part_of", draft.body(single(parts)))


def successor(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The body that takes its place."""
    for other in draft.bodies(parts):
        draft.relate(other, "replaces", body)


def owner(draft: Draft, theme: str, parts: Sequence[str]) -> None:
    """The bodies that are responsible for a theme, or `nobody`."""
    _duty(draft, theme, parts, "responsible_for", "Nobody is responsible for it", owners=_COMPLETE)


def monitor(draft: Draft, theme: str, parts: Sequence[str]) -> None:
    """The bodies that monitor a theme, or `nobody`."""
    _duty(draft, theme, parts, "monitors", "Nobody monitors it", monitors=_COMPLETE)


def lead_owner(draft: Draft, theme: str, parts: Sequence[str]) -> None:
    """The one of the responsible bodies that leads, or `nobody`."""
    duties = [
        (body, number)
        for body, stated in draft.structure.bodies.items()
        for number, duty in enumerate(stated.responsible_for)
        if duty.theme == theme
    ]
    leading = None if is_nobody(parts) else draft.body(single(parts))
    if leading is not None and leading not in [body for body, _ in duties]:
        owners = listed([draft.name(body) for body, _ in duties]) or "nobody"
        raise RefusedError(f"{draft.name(leading)} is not responsible for it in the file, but {owners}.")
    for body, number in duties:
        draft.amend(body, "responsible_for", number, "Who leads", lead=body == leading)


def spokesbody(draft: Draft, group: str, parts: Sequence[str]) -> None:
    """The body that speaks for a group of people, or `nobody`."""
    known = list(draft.structure.constituencies[group].represented_by)
    if is_nobody(parts):
        speakers = [body for body in known if not draft.has_ended(body)]
        _assert_nobody(draft, f"{draft.structure.constituencies[group].name} are represented by", speakers)
        draft.set("constituencies", group, "Nobody speaks for it", speakers=_COMPLETE)
        return
    new = [body for body in draft.bodies(parts) if body not in known]
    if new:
        draft.set("constituencies", group, "Who speaks for it", represented_by=[*known, *new])


def still_heard(draft: Draft, group: str, parts: Sequence[str]) -> None:
    """`yes` or `no`."""
    is_heard = truth(single(parts))
    if is_heard is None:
        raise RefusedError("Write “yes” or “no”.")
    draft.set("constituencies", group, "Whether it should be heard", check=is_heard)


def same_person(draft: Draft, body: str, parts: Sequence[str]) -> None:  # noqa: ARG001 - what all of these take
    """Nothing that a structure can say."""
    raise RefusedError(
        f"A structure cannot say this. Write in the file in which capacity each of them sits. {USE_WAIVER}."
    )


def unrecordable(draft: Draft, body: str, parts: Sequence[str]) -> None:  # noqa: ARG001 - as above
    """Nothing that a structure can say."""
    raise RefusedError(f"A structure cannot say this. {USE_WAIVER} that gives the reason.")


def _duty(draft: Draft, theme: str, parts: Sequence[str], key: str, nobody: str, **complete: Any) -> None:
    if is_nobody(parts):
        graph = draft.graph
        bearers = [body for body in graph.bodies if theme in [duty.theme for duty in getattr(graph.body(body), key)]]
        _assert_nobody(draft, f"it is {'monitored by' if key == 'monitors' else 'the responsibility of'}", bearers)
        draft.set("themes", theme, nobody, **complete)
        return
    for body in draft.bodies(parts):
        if draft.has_ended(body):
            raise RefusedError(f"{draft.name(body)} has ended. Write the name of a body that is in place.")
        draft.relate(body, key, theme)


def _ties(draft: Draft, body: str, relations: Collection[str]) -> list[Tie]:
    """The relations of a body, either way, that the file states for the day that it describes."""
    return [tie for tie in draft.graph.ties_of(body) if tie.relation in relations]


def _assert_nobody(draft: Draft, clause: str, bodies: Sequence[str]) -> None:
    """Raise RefusedError for `nobody` where the file names bodies."""
    if bodies:
        names = listed([draft.name(body) for body in bodies])
        raise RefusedError(f"The file says that {clause} {names}. Correct that first.")


def _words(parts: Sequence[str]) -> list[str]:
    words = (word.strip() for part in parts for word in re.split(r",|\band\b", part))
    return [word for word in words if word]


def _activity(text: str) -> Activity | None:
    """What a body does: `decides`, also as `decide` and `it decides`."""
    return Activity.parse(plain_name(text).removeprefix("it ").removeprefix("they "))
