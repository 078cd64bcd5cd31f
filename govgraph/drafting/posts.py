"""The lines of accountability of posts: `the Chief Executive reports to the Board`."""

from collections.abc import Iterator

from govgraph.drafting.certainty import is_unsure
from govgraph.drafting.ends import IT, ends_after, ends_before
from govgraph.drafting.glossary import Glossary
from govgraph.drafting.lines import Line
from govgraph.drafting.post_names import ANSWERED, ANSWERING, title_of
from govgraph.drafting.relations import FoundRelation


def relations_of_posts(line: Line, glossary: Glossary) -> Iterator[FoundRelation]:
    """To whom posts answer, and what answers to posts, as a sentence states it."""
    for match in ANSWERING.finditer(line.text):
        post, place = glossary.find(title_of(match)), line.place_at(match.end())
        if post is not None and not is_unsure(line, line.place_at(match.start("post")), place):
            for key in ends_after(line, place):
                if key not in (post, IT):
                    yield FoundRelation("reports to", post, key, line)
    for match in ANSWERED.finditer(line.text):
        post, start = glossary.find(title_of(match)), line.place_at(match.start("verb"))
        if post is not None and not is_unsure(line, start, start + 1):
            for key in ends_before(line, start):
                if key != post:
                    yield FoundRelation("reports to", key, post, line)
