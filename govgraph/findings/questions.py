"""What the file leaves open: one question for each aspect, with the findings that an answer would settle."""

from collections.abc import Iterable
from dataclasses import dataclass

from govgraph.findings.aspects import Aspect, Lack
from govgraph.findings.finding import Finding, Severity
from govgraph.findings.message import Message, Names
from govgraph.model import Place

_WITH_HINTS = (Aspect.CAPACITIES, Aspect.SPEAKS_FOR, Aspect.SPOKESBODY, Aspect.QUORUM)
"""The aspects of which a file may say something that is no answer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """Something that somebody can go and ask.

    Args:
        aspect: what is open.
        about: the bodies, themes or groups of people of which it is open, those with the heaviest findings first.
        settles: the findings that rest on it. One that lacks something else too is settled by the answers together.

    """

    aspect: Aspect
    about: Names
    settles: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """The weight of the heaviest finding that it would settle."""
        return min((finding.severity for finding in self.settles), key=lambda severity: severity.rank)

    @property
    def message(self) -> Message:
        """The question, as a sentence: `Who chairs the Board?`."""
        if self.aspect is Aspect.OTHER:
            return self.settles[0].message
        return Lack(self.aspect, self.about).question

    @property
    def hints(self) -> tuple[Message, ...]:
        """What the file says that does not answer it, as where a capacity is in words that no rule knows; each once."""
        if self.aspect not in _WITH_HINTS:
            return ()
        known = (Message(*finding.message.sentences[: -len(finding.lacks)]) for finding in self.settles)
        return tuple(dict.fromkeys(Message(*message.sentences[-1:]) for message in known if message))

    @property
    def places(self) -> tuple[Place, ...]:
        """Where in the file those findings are, each place once."""
        return tuple(dict.fromkeys(finding.location for finding in self.settles if finding.location is not None))


def questions(findings: Iterable[Finding]) -> tuple[Question, ...]:
    """The questions that the findings rest on, the heaviest first, then those that settle most."""
    about: dict[Aspect, list[Names]] = {}
    settles: dict[Aspect, list[Finding]] = {}
    own = []
    for finding in sorted(findings, key=lambda finding: finding.severity.rank):
        for lack in finding.lacks:
            about.setdefault(lack.aspect, []).append(lack.about)
            if finding not in settles.setdefault(lack.aspect, [])[-1:]:
                settles[lack.aspect].append(finding)
        if finding.is_question and not finding.lacks:
            own.append(Question(aspect=Aspect.OTHER, about=Names(), settles=(finding,)))
    asked = [
        Question(aspect=aspect, about=names[0].merged(names[1:]), settles=tuple(settles[aspect]))
        for aspect, names in about.items()
    ]
    order = list(Aspect)
    return tuple(
        sorted([*asked, *own], key=lambda each: (each.severity.rank, -len(each.settles), order.index(each.aspect)))
    )
