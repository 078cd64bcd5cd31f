"""The other words that people write for the relations of a body, and in which direction they run."""

import re
from functools import cache
from typing import NamedTuple

from govgraph.model.scalars import loose_name

OTHER_WORDS: dict[str, tuple[str, ...]] = {
    "reports_to": (
        "report to",
        "reports into",
        "reports directly to",
        "reports up to",
        "reporting to",
        "reporting into",
    ),
    "part_of": (
        *("belongs to", "sits within", "committee of", "sub-committee of", "subcommittee of", "sub-group of"),
        *("executive of", "subgroup of", "working group of", "workstream of", "task and finish group of", "panel of"),
    ),
    "accountable_to": (),
    "scrutinised_by": ("scrutinized by",),
    "overseen_by": ("inspected by", "regulated by"),
    "advises": ("advise", "gives advice to", "provides advice to", "advisory to"),
    "feeds_into": ("feeds in to", "feeds to", "feed into"),
    "works_with": ("works alongside", "work with", "works together with", "works in partnership with"),
    "commissions": ("commission",),
    "delegates_to": ("delegate to", "delegates functions to"),
    "replaces": ("supersedes", "takes the place of", "took the place of", "took over from"),
    "escalates_to": ("escalates issues to", "escalates risks to"),
    "without": ("no seat for", "has no seats for"),
    "consulted": ("consult", "consults with"),
    "informed": ("keep informed",),
    "responsible_for": ("accountable for", "owns", "owner of", "leads on"),
    "monitors": ("monitor",),
}
"""Other words by the key of a body that they mean. `is`, `are` and articles at their beginning make no difference."""
TURNED_WORDS: dict[str, tuple[str, ...]] = {
    "reports_to": ("receives reports from",),
    "scrutinised_by": ("scrutinises", "scrutinise", "scrutinizes", "scrutinize"),
    "overseen_by": ("inspects", "regulates", "oversees", "oversee", "provides oversight of", "has oversight of"),
    "advises": ("advised by", "receives advice from", "takes advice from"),
    "commissions": ("commissioned by",),
    "replaces": ("replaced by", "succeeded by", "superseded by"),
}
"""Words that say the relation of this key from its other end: A scrutinises B where B is scrutinised by A."""
ANSWERS_TO = ("answers to", "answer to", "answerable to", "responsible to")
"""Said of bodies of the structure and of others: whom they name shows which is meant."""
_BEGINNING = re.compile(r"^(?:(?:it|they|is|are|was|were|an?|the) )+")


_JOINTLY = re.compile(r"\bjointly\b", re.IGNORECASE)


class RelationReading(NamedTuple):
    """As which key of a body words are read, whether they say it from its other end, and what else."""

    key: str
    turned: bool = False
    jointly: bool = False
    """Whether they also say that several are answered to together."""


_MAY_BE_JOINT = (RelationReading("reports_to"), RelationReading("accountable_to"))


def parse_relation(text: str) -> RelationReading | None:
    """What other words for a relation mean; None where they mean none. The relation's own words are not among them."""
    reading = _readings().get(_plain(text))
    if reading is None and _JOINTLY.search(text):
        reading = _readings().get(_plain(_JOINTLY.sub(" ", text)))
        return reading._replace(jointly=True) if reading in _MAY_BE_JOINT else None
    return reading


def may_lead_outside(text: str) -> bool:
    """Whether words are said of bodies of the structure and of those outside it."""
    return _plain(text) in {_plain(words) for words in ANSWERS_TO}


@cache
def _readings() -> dict[str, RelationReading]:
    straight = {_plain(key): RelationReading(key) for key in OTHER_WORDS}
    straight |= {_plain(words): RelationReading(key) for key, several in OTHER_WORDS.items() for words in several}
    turned = {_plain(words): RelationReading(key, True) for key, several in TURNED_WORDS.items() for words in several}
    return straight | turned


def _plain(text: str) -> str:
    return _BEGINNING.sub("", loose_name(text))
