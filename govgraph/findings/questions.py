"""What the file leaves open: one question for each aspect, with the findings that an answer would settle."""

from collections.abc import Iterable
from dataclasses import dataclass

from govgraph.findings.aspects import Aspect, Lack
from govgraph.findings.authority import LAW_OF
from govgraph.findings.finding import Finding
from govgraph.findings.message import Bodies, Message, Names, say
from govgraph.findings.weight import Severity
from govgraph.model import Place

_WITH_HINTS = (
    Aspect.CHAIR,
    Aspect.CHAIR,
    Aspect.CAPACITIES,
    Aspect.VOTING_SCHEME,
    Aspect.SPEAKS_FOR,
    Aspect.CONSULTED_ON_SEND,
    Aspect.PEOPLE_THERE,
    Aspect.INDEPENDENT_SCRUTINY,
    Aspect.PARTNERS,
    Aspect.VACANT_PLACES,
    Aspect.JOINT_COMMISSIONING,
    Aspect.AUDIT_CATEGORY,
    Aspect.SPOKESBODY,
    Aspect.QUORUM,
)
"""The aspects of which a file may say something that is no answer, or the law which answers there are."""


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
    def bodies(self) -> tuple[str, ...]:
        """The ids of the bodies that it is about, each once: those it names, else those its answer would settle."""
        if isinstance(self.about, Bodies):
            return self.about.ids
        return tuple(dict.fromkeys(body for finding in self.settles for body in finding.bodies))

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
        if self.aspect is Aspect.NATION:
            return tuple(dict.fromkeys(_where_it_applies(finding) for finding in self.settles if _is_ready(finding)))
        if self.aspect not in _WITH_HINTS:
            return ()
        # What the law asks of a chair does not answer who it is.
        settles = (each for each in self.settles if self.aspect is not Aspect.CHAIR or each.authority is None)
        known = (finding.message.sentences[: -len(finding.lacks)] for finding in settles)
        facts = ([each for each in sentences if each.template != LAW_OF] for sentences in known)
        return tuple(dict.fromkeys(Message(*sentences[-1:]) for sentences in facts if sentences))

    @property
    def places(self) -> tuple[Place, ...]:
        """Where in the file those findings are, each place once."""
        return tuple(dict.fromkeys(finding.location for finding in self.settles if finding.location is not None))


def _is_ready(finding: Finding) -> bool:
    """Whether a finding of a rule from law lacks nothing but the nation."""
    return len(finding.lacks) == 1 and finding.authority is not None


def _where_it_applies(finding: Finding) -> Message:
    """What is wrong as soon as it is known that the law applies."""
    where = finding.authority.where if finding.authority is not None else ""
    return say("In {where}, this would be a problem.", where=where) & finding.message.first


def questions(findings: Iterable[Finding]) -> tuple[Question, ...]:
    """The questions that the findings rest on: the nation, by which law is chosen, then the heaviest.

    Those of one weight come in the order of how many findings they settle.
    """
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

    def rank(question: Question) -> tuple[bool, int, int, int]:
        aspect = question.aspect
        return aspect is not Aspect.NATION, question.severity.rank, -len(question.settles), order.index(aspect)

    return tuple(sorted([*asked, *own], key=rank))
