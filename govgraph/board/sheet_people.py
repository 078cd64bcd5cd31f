"""Who hears families: for each group of people how it takes part in a body, and if it does not, where it is heard."""

from collections.abc import Iterator

from govgraph.board.blocks import Block, Bullets, Heading, Item, Paragraph
from govgraph.board.sheet_subject import Subject
from govgraph.board.wording import status_mark
from govgraph.graph import ConstituencyVoice, Participation, Presence, Standing, seat_count, seat_count_is_known
from govgraph.language import capitalised, listed, number_words, partial_date, plural_verb, with_article
from govgraph.model import Contact, Role, Statement


def people_section(subject: Subject) -> Iterator[Block]:
    """A point for each group that is asked about, in the order of the file."""
    yield Heading(1, "Who is heard there")
    voices = {hearing.constituency: hearing for hearing in subject.trace.voices}
    items = tuple(_item(subject, voices[group]) for group in subject.groups)
    yield Bullets(items) if items else Paragraph("The file names no group of people who should be heard.")


def _item(subject: Subject, hearing: ConstituencyVoice) -> Item:
    group = capitalised(subject.group(hearing.constituency))
    first, *rest = (*_ways(subject, hearing.standing), *_gap(subject, hearing.standing))
    sentences = [*rest, *_pending(hearing.standing), *_elsewhere(subject, hearing), *_speaker(subject, hearing)]
    if first == _SILENT:
        return Item(
            " ".join([f"The file does not say whether they take part in {subject.noun}.", *sentences]), f"{group}:"
        )
    return Item(" ".join([first, *sentences]), group)


_SILENT = ""
"""Stands where a sentence about a group would, if the file said anything of it."""


def _ways(subject: Subject, standing: Standing) -> Iterator[str]:
    """The ends of sentences on the ways in which a group takes part; the first has the group before it."""
    begins = ["", "They "]

    def sentence(words: str, *evidence: Presence[Statement]) -> str:
        mark = _only(subject, evidence)
        return f"{begins.pop(0) if len(begins) > 1 else begins[0]}{words}{mark}."

    if standing.represents:
        yield sentence(f"speak through {subject.noun} itself")
    elif standing.seats:
        yield sentence(_seat(subject, standing), *standing.seats)
        if not standing.has_vote and None in {seat.part.votes for seat in standing.seats}:
            yield "The file does not say whether they have a vote there."
        yield from _holders(subject, standing)
    if standing.attends:
        yield sentence(f"attend {subject.noun}", *standing.attends)
    for contact in standing.contacts:
        yield sentence(f"have a contact there{_title(subject, contact.part)}", contact)
    for way in standing.consulted:
        on = f" on {way.part.on}" if way.part.on else ""
        yield sentence(f"are consulted by {subject.noun}{on}", way)
    for way in standing.informed:
        on = f" about {way.part.on}" if way.part.on else ""
        yield sentence(f"are kept informed by {subject.noun}{on}", way)


def _seat(subject: Subject, standing: Standing) -> str:
    """`co-chair the board, with a vote`, `have two seats on the board, one of them with a vote`."""
    number, votes = standing.seat_count, standing.votes
    known = seat_count_is_known(standing.seats)
    if standing.level is Participation.CHAIR:
        is_chair = any(seat.part.role is Role.CHAIR for seat in standing.seats)
        words = f"{'chair' if is_chair else 'co-chair'} {subject.noun}"
    elif number == 1 and known:
        words = f"have a seat on {subject.noun}"
    else:
        words = f"have {number_words(number) if known else 'several'} seats on {subject.noun}"
    if not votes:
        without = {seat.part.votes for seat in standing.seats} == {False}
        return f"{words}, without a vote" if without else words
    if votes == number and known:
        return f"{words}, {'each ' if number > 1 else ''}with a vote"
    return f"{words}, {number_words(votes)} of them with a vote" if number > 1 else f"{words}, with a vote"


def _holders(subject: Subject, standing: Standing) -> Iterator[str]:
    held = dict.fromkeys(seat.part.holder for seat in standing.seats if seat.part.holder is not None)
    if held:
        seats = "seat is" if standing.seat_count == 1 else "seats are"
        yield f"Their {seats} held by {listed([subject.name(holder) for holder in held])}."


def _title(subject: Subject, contact: Contact) -> str:
    """Who the contact is: `: the SEND Champion (Cabinet member)`."""
    names = [contact.person] if contact.person and subject.with_names else []
    names += filter(None, (contact.title, contact.post))
    if not names:
        return ""
    rest = f" ({', '.join(names[1:])})" if len(names) > 1 else ""
    return f": {names[0]}{rest}"


def _gap(subject: Subject, standing: Standing) -> Iterator[str]:
    """That a seat is vacant, that there is none, or that the file does not say."""
    if standing.vacant:
        number, known = seat_count(standing.vacant), seat_count_is_known(standing.vacant)
        if standing.seats or standing.lesser_ways:
            count = capitalised(number_words(number)) if known else "Some"
            yield f"{count} of their seats {plural_verb('is', number if known else 2)} vacant."
        else:
            seats = "a vacant seat" if number == 1 and known else "vacant seats"
            yield f"have {seats} on {subject.noun}: nobody speaks for them there now."
        return
    if standing.has_seat:
        return
    if standing.empty:
        words = f"have a seat on {subject.noun}, but its holder is not in place now."
        yield f"They {words}" if standing.lesser_ways else words
    elif standing.lesser_ways:
        yield "They have no seat." if standing.gap_is_stated else "The file does not say whether they have a seat."
    elif standing.gap_is_stated:
        yield f"have no seat on {subject.noun}, and the file shows no other way for them to take part."
    else:
        yield _SILENT


def _only(subject: Subject, evidence: tuple[Presence[Statement], ...]) -> str:
    """` (proposed)` where the best evidence is less settled than the body."""
    statuses = {presence.status for presence in evidence}
    marks = [status_mark(status) for status in sorted(statuses)]
    return "" if not statuses or subject.status in statuses or "" in marks else marks[0]


def _pending(standing: Standing) -> Iterator[str]:
    for pending in standing.pending:
        if pending.is_seat and not standing.has_seat:
            when = f"from {partial_date(pending.begins)}" if pending.begins else f"but it is {pending.reason}"
            yield f"The file lists a seat for them, {when}."


def _elsewhere(subject: Subject, hearing: ConstituencyVoice) -> Iterator[str]:
    """Where the group sits or attends nearest, where it does not here."""
    if hearing.standing.has_seat or hearing.standing.attends:
        return
    places = [(hearing.nearest_below, "below"), (hearing.nearest_above, "above")]
    near = [f"{subject.name(body)}, {side} {subject.noun}" for body, side in places if body is not None]
    if near:
        yield f"The nearest place where they sit or attend is {' and '.join(near)}."
    else:
        yield f"The file shows no seat for them above or below {subject.noun}."


def _speaker(subject: Subject, hearing: ConstituencyVoice) -> Iterator[str]:
    """Who speaks for the group, where that is not said already."""
    constituency = subject.graph.structure.constituencies[hearing.constituency]
    held = {seat.part.holder for seat in hearing.standing.seats}
    speakers = [body for body in constituency.represented_by if body in subject.graph.bodies]
    speakers = [body for body in speakers if body != subject.body and body not in held]
    if speakers:
        several = len(speakers) > 1 or subject.graph.body(speakers[0]).several
        names = capitalised(listed([subject.name(body) for body in speakers]))
        yield f"{names} {plural_verb('speaks', 2 if several else 1)} for them."


def contact_sentences(subject: Subject) -> Iterator[str]:
    """Who the contacts of a body are, for whom; vacant ones too."""
    for presence in subject.graph.voice.presences_on(subject.body):
        contact = presence.part
        if isinstance(contact, Contact):
            group = subject.group(contact.for_)
            title = _title(subject, contact).removeprefix(": ")
            if contact.vacant:
                yield f"The post of {title or with_article('contact')} for {group} is vacant."
            elif title:
                yield f"The contact for {group} is {title}."
            else:
                yield f"There is a contact for {group}; the file does not say who."
