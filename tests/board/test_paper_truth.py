"""What a paper must not leave out of sight: choices, acceptances, proposals, silence, what was lost."""

import pytest

from board.reading import CHAMPIONS, DRAFT, change, made, of_docx, section, structure, table
from govgraph.board.blocks import Figure, Paragraph, Picture, Table
from govgraph.board.fitting import fit_to_pages
from govgraph.model import Structure
from govgraph.policy import Settings
from govgraph.showing import paper
from helpers import DAY
from render.hostile import waived

TOP = ("ccg-governing-body", "people-overview", "wellbeing-board")
ASKED = {"kind": "board", "level": "strategic", "does": ["decides"], "reports_to": "council", "scrutinised_by": "s"}
COUNCIL = {"name": "The Council", "kind": "organisation", "accountable_to": "the electors"}


def of(people: dict[str, str], on_scrutiny: list[dict[str, object]], **board: object) -> Structure:
    """A council, a board, and a scrutiny committee with these seats; every list of members is complete."""
    scrutiny = {"name": "Scrutiny", "kind": "committee", "level": "strategic", "does": ["scrutinises"]}
    return Structure.model_validate(
        {
            "membership": "complete",
            "lines": "complete",
            "source": "m",
            "sources": {"m": {"title": "Minutes"}},
            "constituencies": {key: {"name": name} for key, name in people.items()},
            "bodies": {
                "council": COUNCIL,
                "board": {"name": "Quality Board", **ASKED, **board},
                "s": {**scrutiny, "part_of": "council", "seats": on_scrutiny},
            },
        }
    )


def test_checks_left_out_by_choice_are_counted_in_the_summary_and_named_in_the_annex() -> None:
    found = paper(structure(DRAFT), Settings(ignore=["REP"]))
    assert section(found, "Summary")[1].endswith("Nine checks were left out by choice; the annex names them.")
    assert [row[0] for row in table(found, "Checks that were left out").rows] == [f"REP10{n}" for n in range(1, 10)]


def test_accepted_problems_stay_in_sight() -> None:
    found = paper(structure(DRAFT), Settings(waivers=[waived("REP101", body) for body in TOP]))
    assert section(found, "Summary")[-1].endswith(
        "One problem was accepted and is not counted here: the annex says by whom and why."
    )
    first = table(found, "Accepted problems").rows[0]
    assert first[0].startswith("Parent carers have no seat on the CCG Governing Body.")
    assert first[1:] == ("The law keeps it to members.", "The clerk")


def test_the_end_of_an_acceptance_is_in_words() -> None:
    found = paper(structure(DRAFT), Settings(waivers=[{**waived("REP101", "people-overview"), "until": "2999-03-01"}]))
    assert table(found, "Accepted problems").rows[0][2] == "The clerk, until 1 March 2999"


def test_what_was_there_before_stays_in_sight() -> None:
    found = change("replaced-well")
    assert "This change takes nothing away that was checked." in section(found, "Summary")[0]
    assert "there before the change and remain" in section(found, "Summary")[-1]
    assert any("Young people have no seat on" in text for text in section(found, "There before the change"))


def test_groups_that_miss_the_same_bodies_are_one_problem() -> None:
    people = {"n": "Nurses", "p": "Parent carers", "t": "Teachers"}
    seats = [{"on_behalf_of": who, "votes": True} for who in people]
    found = paper(of(people, [], seats=seats), as_of=DAY)
    assert section(found, "What is wrong")[1].startswith("Nurses, parent carers and teachers have no seat on Scrutiny.")


def test_a_body_that_is_only_proposed_says_so() -> None:
    people = {"p": "Parent carers"}
    one = of(people, [{"on_behalf_of": "p", "votes": True}], status="proposed")
    found = paper(one, as_of=DAY, full_annex=True)
    assert table(found, "Who takes part").rows[0][0] == "Quality Board (proposed)"
    assert [row[0] for row in table(found, "Functions").rows] == ["Quality Board (proposed)", "Scrutiny"]
    assert section(found, "What is wrong")[1].startswith("Parent carers have no seat on the Quality Board (proposed).")
    assert section(found, "Summary")[-1] == (
        "One of 3 bodies and two of 3 relations are only proposed, and may still change."
    )


def test_a_name_of_before_has_no_mark_of_what_the_body_is_now() -> None:
    told = " ".join(section(made(DRAFT, "shropshire-before-2020"), "What is new and wrong"))
    assert "Shropshire SEND 0-25 Strategic Board (proposed)" not in told
    assert "Shropshire SEND 0-25 Strategic Board" in told


def test_losses_that_rest_on_silence_are_not_worded_as_facts() -> None:
    told = section(change("statements-deleted"), "Summary")[0]
    assert told.startswith("Parent carers may lose their seat on the SEND Board.")


def test_every_stated_seat_stands_in_the_paper_without_a_name() -> None:
    one = of({"p": "Parent carers"}, [{"on_behalf_of": "p", "votes": False, "role": "co_chair", "person": "Jo Secret"}])
    found = paper(one, as_of=DAY, full_annex=True)
    assert table(found, "Seats").rows == (("Scrutiny", "Parent carers", "not stated", "co-chair", "no"),)
    assert "Jo Secret" not in " ".join(found.texts)


def test_bodies_of_one_name_are_told_apart() -> None:
    data = of({"p": "Parent carers"}, []).model_dump(exclude_unset=True, by_alias=True)
    data["bodies"]["other"] = {**ASKED, "name": "Quality Board", "level": "operational", "membership": "complete"}
    rows = table(paper(Structure.model_validate(data), as_of=DAY), "Who takes part").rows
    assert {row[0] for row in rows} == {
        "Quality Board (strategic board)",
        "Quality Board (operational board)",
        "Scrutiny",
    }


def test_what_is_for_the_keeper_of_the_file_is_not_asked_of_the_board() -> None:
    found = paper(Structure.model_validate({"bodies": {"council": COUNCIL}}), as_of=DAY)
    (told,) = section(found, "For the person who keeps the file")
    assert "no source for the Council" in told
    assert not any(text.startswith("The board is asked") for text in found.texts)
    assert (
        "One problem is about the file itself, and not about the structure: see the annex."
        in (section(found, "Summary")[-1])
    )


def test_an_idle_acceptance_is_for_the_keeper_and_without_ids() -> None:
    one, before = (structure(f"changes/boards-merged/{when}") for when in ("after", "before"))
    found = paper(one, Settings(waivers=[waived("REP101", "nonesuch")]), against=before, full_annex=True)
    assert "nonesuch" not in " ".join(found.texts)
    assert "waiver" not in " ".join(section(found, "Summary"))
    (told,) = section(found, "For the person who keeps the file")
    assert "waiver" in told


def test_a_chosen_weight_is_named() -> None:
    found = paper(structure(DRAFT), Settings(severity={"REP101": "note"}))
    told = " ".join(section(found, "How it was checked"))
    assert "By choice this counts as a note, and not as an error: A group of people has no seat" in told


def test_the_draft_reports_to_column_has_every_governance_body() -> None:
    stated = structure(DRAFT)
    rows = table(made(DRAFT, full=True), "Functions").rows
    named = {row[0].removesuffix(" (proposed)") for row in rows}
    assert {body.name for body in stated.bodies.values() if body.governs} <= named


def test_bodies_that_the_change_takes_away_are_named_as_they_were() -> None:
    told = " ".join(section(made(DRAFT, "shropshire-before-2020"), "What is new and wrong"))
    assert "Other workstreams of the SEND Strategy" in told
    assert "Shropshire Children's Trust is no longer in the file." in told


def test_a_contact_that_is_only_agreed_says_so() -> None:
    told = section(made(CHAMPIONS, DRAFT), "What is new and wrong")[1]
    assert told.startswith("Parent carers have only a contact on three bodies: CCG Governing Body")
    assert "SEND Champion, only agreed" in told


def test_how_settled_a_contact_is_stands_beside_the_contact_and_not_beside_its_body() -> None:
    assert table(made(CHAMPIONS, full=True), "Contacts").rows[0] == (
        "CCG Governing Body",
        "Parent carers",
        "SEND Champion (agreed)",
        "not stated",
        "yes",
    )


def test_rows_of_a_change_mark_what_is_only_proposed() -> None:
    before, after = of({}, []), of({}, [], status="proposed", meets="monthly")
    told = table(paper(after, against=before, as_of=DAY), "What has changed")
    assert {row[0] for row in told.rows} == {"Quality Board (proposed)"}


def test_a_picture_too_small_to_read_gives_way_to_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = {
        f"g{number}": {"name": f"Working group {number}", "kind": "working_group", "reports_to": "board"}
        for number in range(30)
    }
    monkeypatch.setattr(Picture, "smallest_letter", 3.9)
    bodies = {"board": {"name": "The Board", "kind": "board", "status": "proposed"}, **groups}
    found = paper(Structure.model_validate({"bodies": bodies}), as_of=DAY)
    (why, ties) = fit_to_pages(one for one in found.blocks if isinstance(one, Figure))
    assert isinstance(why, Paragraph)
    assert why.text.startswith("A diagram of 31 bodies would be too small to read on paper.")
    assert isinstance(ties, Table)
    assert len(ties.rows) == len(groups)
    assert ("Working group 7", "reports to", "The Board (proposed)") in ties.rows
    assert "Working group 7" in of_docx(found.docx()).partition("Relations between bodies")[2]


def test_which_body_is_responsible_for_which_theme() -> None:
    bodies = {
        "a": {
            "name": "A Board",
            "kind": "board",
            "responsible_for": {"theme": "waits", "lead": True},
            "monitors": "waits",
        },
        "b": {"name": "B Group", "kind": "board", "status": "proposed", "responsible_for": "waits"},
    }
    themes = {"waits": {"name": "Waiting times"}, "other": {"name": "Another"}}
    found = paper(Structure.model_validate({"bodies": bodies, "themes": themes}), as_of=DAY, full_annex=True)
    told = table(found, "Which body is responsible for")
    assert told.header == ("Theme", "A Board", "B Group (proposed)")
    assert told.rows == (("Waiting times", "leads and monitors", "responsible"), ("Another", "–", "–"))


def test_a_lead_that_is_over_leads_no_more() -> None:
    duties = [{"theme": "waits", "lead": True, "until": "2019"}, {"theme": "waits"}]
    bodies = {"a": {"name": "A Board", "kind": "board", "responsible_for": duties}}
    one = Structure.model_validate({"bodies": bodies, "themes": {"waits": {"name": "Waiting times"}}})
    assert table(paper(one, as_of=DAY, full_annex=True), "Which body is responsible for").rows == (
        ("Waiting times", "responsible"),
    )
