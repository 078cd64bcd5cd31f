"""LAW112: whom a schools forum must have beside the schools."""

from govgraph.findings import Finding
from helpers import findings, found, why_not_asked

LISTED = "f: board, statutory schools_forum, membership complete\nsomebody -- sits_on[as schools_member] --> f\n"
EARLY = "somebody -- sits_on[as early_years_provider] --> f\n"
POST_16 = "somebody -- sits_on[as post_16_provider] --> f\n"
STATED = [(("f",), None, "stated")]
SILENT = [(("f",), None, "not_stated")]
NOT_STATED = LISTED + EARLY


def lacks(finding: Finding) -> list[str]:
    assert all(lack.about.ids == ("f",) for lack in finding.lacks)
    return [lack.aspect.value for lack in finding.lacks]


def test_early_years_providers_are_always_asked_for() -> None:
    assert found("LAW112", LISTED + EARLY + POST_16) == []
    assert found("LAW112", LISTED + POST_16) == STATED
    assert found("LAW112", LISTED.replace("complete", "partial") + POST_16) == SILENT
    assert found("LAW112", LISTED + POST_16 + "somebody -- sits_on --> f") == SILENT


def test_providers_for_ages_16_to_19_may_not_exist() -> None:
    (finding,) = findings("LAW112", LISTED + EARLY)
    assert finding.certainty == "not_stated"
    assert finding.message == (
        "F has no representative of the providers for ages 16 to 19. The law asks for one where there is such a "
        "provider. The file does not say whether there is a provider for ages 16 to 19 in the area of F."
    )
    assert lacks(finding) == ["local_providers"]
    assert finding.fix.endswith(
        " If there is such a provider, ask the providers to elect a member. If there is none, record that."
    )
    assert found("LAW112", LISTED.replace("complete", "partial") + EARLY) == SILENT


def test_both_are_named_in_one_finding() -> None:
    (finding,) = findings("LAW112", LISTED)
    assert finding.certainty == "stated"
    assert finding.message == (
        "F does not have a representative of early years providers, which the law asks for. F has no representative of "
        "the providers for ages 16 to 19. The law asks for one where there is such a provider."
    )
    assert (finding.lacks, finding.parts) == ((), ("a representative of early years providers",))
    assert finding.fix == (
        "Ask the council to appoint a representative of early years providers to F. If the file leaves somebody out, "
        "record them."
    )
    (finding,) = findings("LAW112", LISTED.replace("complete", "partial"))
    assert finding.certainty == "not_stated"
    assert finding.message.startswith(
        "F needs a representative of early years providers by law. It also needs a representative of the providers "
        "for ages 16 to 19 (if there are any). The file does not say "
    )
    assert lacks(finding) == ["members", "local_providers"]
    (finding,) = findings("LAW112", LISTED + EARLY + "somebody -- sits_on --> f")
    assert lacks(finding) == ["capacities", "local_providers"]


def test_vacant_seats_are_provided_for_and_attendees_are_no_members() -> None:
    assert found("LAW112", LISTED + (EARLY + POST_16).replace("] -->", ", vacant] -->")) == []
    assert found("LAW112", LISTED + POST_16 + EARLY.replace("sits_on", "attends")) == STATED
    assert found("LAW112", LISTED + POST_16 + EARLY.replace("provider]", "provider, until 2019]")) == SILENT


def test_it_is_asked_of_schools_forums_and_since_the_regulation_says_so() -> None:
    why = why_not_asked("LAW112", "f: board\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as a schools forum."
    assert "applies only from 1 January 2014" in (
        why_not_asked("LAW112", "structure: as_of 2013-12-31\n" + LISTED + "\nother: board, statutory nhs_trust_board")
        or ""
    )


def test_who_speaks_for_the_voluntary_sector_may_speak_for_early_years_providers_too() -> None:
    assert found("LAW112", LISTED + POST_16 + EARLY.replace("early_years_provider", "voluntary_sector")) == SILENT
    assert found("LAW112", LISTED + POST_16 + EARLY.replace("early_years_provider", "parent_carer")) == STATED


def test_it_is_asked_from_1_january_2014() -> None:
    assert found("LAW112", LISTED + POST_16, as_of="2014-01-01") == STATED
    assert found("LAW112", LISTED + POST_16, as_of="2013-12-31") == []


def test_a_budget_forum_in_wales_is_not_asked_about() -> None:
    assert found("LAW112", LISTED + POST_16, nation="wales") == []
    why = why_not_asked("LAW112", LISTED + POST_16, nation="wales") or ""
    assert why.endswith("regulation 7(1), applies only in England, where the file has no such body.")


def test_where_no_nation_is_named_it_is_a_question_and_the_nation_comes_first() -> None:
    (finding,) = findings("LAW112", LISTED + POST_16, nation=None)
    assert (finding.certainty, finding.severity, lacks(finding)) == ("not_stated", "warning", ["nation"])
    (finding,) = findings("LAW112", LISTED + EARLY, nation=None)
    assert lacks(finding) == ["nation", "local_providers"]


def test_where_the_file_says_whether_there_is_a_provider_it_is_no_question() -> None:
    assert found("LAW112", "structure: without-post-16-providers\n" + LISTED + EARLY) == []
    there = "structure: with-post-16-providers\n" + LISTED + EARLY
    (finding,) = findings("LAW112", there)
    assert finding.certainty == "stated"
    assert finding.message == (
        "F does not have a representative of the providers for ages 16 to 19, which the law asks for."
    )
    assert found("LAW112", there + POST_16) == []
    assert found("LAW112", there.replace("complete", "partial")) == SILENT
