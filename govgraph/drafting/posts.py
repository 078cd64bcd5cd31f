"""Posts that answer to a body, or to which one answers: `The Chief Executive reports to the Board`."""

import re
from collections.abc import Iterator

from govgraph.drafting.ends import ends_after, ends_before
from govgraph.drafting.glossary import Glossary, Named
from govgraph.drafting.lines import Line
from govgraph.drafting.relations import FoundRelation, is_unsure

_TITLE = r"[A-Z][\w’'-]+"
_POST = (
    rf"(?:{_TITLE} ){{0,3}}(?:Director|Executive|Officer|Headteacher|Principal|Treasurer|Chancellor|Commissioner|Manager"
    rf"|Nurse|Registrar|Secretary|Leader|Mayor|Head)(?: (?:of|for) {_TITLE}(?:(?:,| and| &)? {_TITLE})*)?"
)
_ANSWERS = r"(?:report(?:s|ing)?|accountable|answerable|responsible)"
_ABOVE = re.compile(
    rf"\b(?:[Tt]he )?(?P<post>{_POST}) (?:(?:is|are|will|shall|be|must) ){{0,2}}(?:\w+ly )?{_ANSWERS} (?:\w+ly )?to\b"
)
_BELOW = re.compile(
    rf"\b(?P<verb>{_ANSWERS}) (?:\w+ly )?(?:both )?to (?:the |its |our )?(?P<post>{_POST})\b(?! (?:Board|Group))"
)
_NO_TITLE = ("The ", "This ", "Each ", "Our ", "Its ", "A ", "An ")


def name_posts(text: str, glossary: Glossary, named: Named) -> None:
    """Take up the posts of a sentence that stand in a line of accountability."""
    for pattern in (_ABOVE, _BELOW):
        for match in pattern.finditer(text):
            name = _name(match)
            if glossary.find(name) is None:
                glossary.add_listed(name, "post", named)


def _name(match: re.Match[str]) -> str:
    name = match.group("post")
    for word in _NO_TITLE:
        name = name.removeprefix(word)
    return name


def post_relations_in(line: Line, glossary: Glossary) -> Iterator[FoundRelation]:
    """The lines of accountability of posts that a sentence states."""
    for match in _ABOVE.finditer(line.text):
        post = glossary.find(_name(match))
        place = _place(line, match.end())
        if post is not None and not is_unsure(line, _place(line, match.start("post")), place):
            yield from (FoundRelation("reports to", post, key, line) for key in ends_after(line, place) if key != post)
    for match in _BELOW.finditer(line.text):
        post = glossary.find(_name(match))
        start = _place(line, match.start("verb"))
        if post is not None and not is_unsure(line, start, start + 1):
            yield from (FoundRelation("reports to", key, post, line) for key in ends_before(line, start) if key != post)


def _place(line: Line, offset: int) -> int:
    """The place of the first word that begins at or after an offset of the sentence."""
    return next((place for place, word in enumerate(line.words) if word.start >= offset), len(line.words))
