"""Posts that stand in a line of accountability, by their titles: `the Chief Executive reports to the Board`."""

import re

from govgraph.drafting.glossary import Glossary, Named

_TITLE = r"[A-Z][\w’'-]+"
_POST = (
    rf"(?:{_TITLE} ){{0,3}}(?:Director|Executive|Officer|Headteacher|Principal|Treasurer|Chancellor|Commissioner"
    rf"|Manager|Nurse|Registrar|Secretary|Leader|Mayor|Head)(?: (?:of|for) {_TITLE}(?:(?:,| and| &)? {_TITLE}){{0,6}})?"
)
_ANSWERS = r"(?:report(?:s|ing)?|accountable|answerable|responsible)"
ANSWERING = re.compile(
    rf"\b(?:[Tt]he )?(?P<post>{_POST}) (?:(?:is|are|will|shall|be|must) ){{0,2}}(?:\w+ly )?{_ANSWERS} (?:\w+ly )?to\b"
)
"""A post that answers to something: what it answers to stands behind."""
ANSWERED = re.compile(
    rf"\b(?P<verb>{_ANSWERS}) (?:\w+ly )?(?:both )?to (?:the |its |our )?(?P<post>{_POST})\b(?! (?:Board|Group|Team))"
)
"""A post to which something answers: what answers stands before."""
_NO_TITLE = ("The ", "This ", "Each ", "Our ", "Its ", "A ", "An ")


def name_posts(text: str, glossary: Glossary, named: Named) -> None:
    """Take up the posts of a sentence that stand in a line of accountability."""
    for pattern in (ANSWERING, ANSWERED):
        for match in pattern.finditer(text):
            name = title_of(match)
            if glossary.find(name) is None:
                glossary.add_listed(name, "post", named)


def title_of(match: re.Match[str]) -> str:
    """The title of the post that a pattern has found."""
    title = match.group("post")
    for word in _NO_TITLE:
        title = title.removeprefix(word)
    return title
