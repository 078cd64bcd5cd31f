"""What a paper must not leave out of sight: choices, acceptances, proposals, silence, what was lost."""

from board.reading import CHAMPIONS, DRAFT, change, made, of_docx, section, structure
from govgraph.board.blocks import Figure, Heading, Paragraph, Table, fit_to_pages
from govgraph.board.paper import Paper
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


def table(found: Paper, caption: str) -> Table:
    """The table whose caption begins so."""
    return next(one for one in found.blocks if isinstance(one, Table) and one.caption.startswith(caption))


def test_rules_left_out_by_choice_are_told_and_named() -> None:
    found = paper(structure(DRAFT), Settings(ignore=["REP"]))
    told = section(found, "Summary")
    assert told[1].startswith("Of what was asked, there are 18 findings to settle")
    assert told[1].endswith("; 9 rules were left out by choice (see the appendix).")
    assert "Every question of the rules could be asked" not in " ".join(told)
    assert [row[0] for row in table(found, "Rules that were left out").rows] == [
        "REP101",
        "REP102",
        "REP103",
        "REP104",
        "REP105",
        "REP106",
        "REP107",
        "REP108",
        "REP109",
    ]


def test_accepted_errors_stay_in_sight_with_their_weight() -> None:
    found = paper(structure(DRAFT), Settings(waivers=[waived("REP101", body) for body in TOP]))
    told = section(found, "Summary")
    assert "not counted: 3 accepted (3 errors)" in told[1]
    assert told[3].endswith(
        "accepted, and still so: no seat is held for Parent carers on CCG Governing Body, People's Overview Committee "
        "or Shropshire Health and Wellbeing Board."
    )


def test_groups_that_miss_the_same_bodies_are_told_together() -> None:
    people = {"n": "Nurses", "p": "Parent carers", "t": "Teachers"}
    seats = [{"on_behalf_of": who, "votes": True} for who in people]
    found = paper(of(people, [], seats=seats), as_of=DAY)
    assert section(found, "Summary")[3] == "No seat is held for Nurses, Parent carers and Teachers on Scrutiny."


def test_a_body_that_is_only_proposed_says_so_wherever_it_is_named() -> None:
    people = {"p": "Parent carers"}
    found = paper(of(people, [{"on_behalf_of": "p", "votes": True}], status="proposed"), as_of=DAY)
    assert table(found, "Who takes part").rows[0][0] == "Quality Board (proposed)"
    assert [row[0] for row in table(found, "Functions").rows] == ["Quality Board (proposed)", "Scrutiny"]
    assert "No seat on Quality Board (proposed) is held for Parent carers" in " ".join(section(found, "The findings"))
    assert section(found, "Summary")[6:] == [
        "What is not in place yet.",
        "1 of the 3 bodies and 2 of the 3 ties are only proposed: what this paper says of them holds only if they "
        "come about.",
    ]


def test_new_errors_that_rest_on_silence_lead_and_keep_both_halves() -> None:
    told = section(change("statements-deleted"), "Summary")[3]
    assert "No new fault" not in told
    assert told.startswith(
        "Not stated, and so to find out first: before, Parent carers had a seat with a vote on SEND Board – now they "
        "are not stated to take part in it"
    )


def test_what_changes_follows_the_summary() -> None:
    found = [block.text for block in change("boards-merged").blocks if isinstance(block, Heading) and block.level == 1]
    assert found[:4] == ["What was looked at", "Summary", "What changes", "What we ask the board to do"]


def test_every_stated_seat_stands_in_the_paper_without_a_name() -> None:
    one = of({"p": "Parent carers"}, [{"on_behalf_of": "p", "votes": False, "role": "co_chair", "person": "Jo Secret"}])
    found = paper(one, as_of=DAY)
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
    one = Structure.model_validate({"bodies": {"council": COUNCIL}})
    headings = [block.text for block in paper(one, as_of=DAY).blocks if isinstance(block, Heading)]
    assert "For whoever keeps the file" in headings
    assert "What we ask the board to do" not in headings


def test_an_idle_acceptance_is_not_brought_by_the_change() -> None:
    one = structure("changes/boards-merged/after")
    found = paper(
        one, Settings(waivers=[waived("REP101", "nonesuch")]), against=structure("changes/boards-merged/before")
    )
    told = section(found, "Summary")[1]
    assert told.startswith("The change brings 1 new finding to settle: 1 error;")
    assert "the list of accepted findings itself has 1 error" in told


def test_a_chosen_weight_is_named() -> None:
    told = " ".join(section(paper(structure(DRAFT), Settings(severity={"REP101": "note"})), "What was looked at"))
    assert (
        "By choice this counts as a note, and not as an error as the rules come: A group of people has no seat" in told
    )


def test_the_draft_answers_to_column_has_every_governance_body() -> None:
    stated = structure(DRAFT)
    rows = table(made(DRAFT), "Functions").rows
    named = {row[0].removesuffix(" (proposed)") for row in rows}
    assert {body.name for body in stated.bodies.values() if body.governs} <= named


def test_bodies_that_the_change_takes_away_are_named_as_they_were() -> None:
    told = section(made(DRAFT, "shropshire-before-2020"), "Summary")[3]
    assert "and the same for Other workstreams of the SEND Strategy" in told
    assert (
        "Shropshire Children's Trust does not stand in the file any more, and nothing is stated to replace it – to it "
        "answered 1 other body, and no other line is stated to lead there: 0-25 SEND Strategic Board" in told
    )


def test_a_contact_that_is_only_agreed_says_so() -> None:
    told = section(made(CHAMPIONS, DRAFT), "Summary")[3]
    assert told.startswith(
        "No seat on CCG Governing Body is held for Parent carers; they have a contact only (SEND Champion, agreed), "
        "and the same for People's Overview Committee and Shropshire Health and Wellbeing Board;"
    )


def test_how_settled_a_contact_is_stands_beside_the_contact_and_not_beside_its_body() -> None:
    assert table(made(CHAMPIONS), "Contacts").rows[0] == (
        "CCG Governing Body",
        "Parent carers",
        "SEND Champion (agreed)",
        "not stated",
        "yes",
    )


def test_rows_of_a_change_mark_what_is_only_proposed() -> None:
    before, after = of({}, []), of({}, [], status="proposed", meets="monthly")
    told = table(paper(after, against=before, as_of=DAY), "What is stated otherwise")
    assert {row[0] for row in told.rows} == {"Quality Board (proposed)"}


def test_a_picture_too_small_to_read_gives_way_to_a_table() -> None:
    groups = {
        f"g{number}": {"name": f"Working group {number}", "kind": "working_group", "reports_to": "board"}
        for number in range(30)
    }
    bodies = {"board": {"name": "The Board", "kind": "board", "status": "proposed"}, **groups}
    found = paper(Structure.model_validate({"bodies": bodies}), as_of=DAY)
    (why, ties) = fit_to_pages(one for one in found.blocks if isinstance(one, Figure))
    assert isinstance(why, Paragraph)
    assert why.text.startswith("31 bodies as they stand here would be too small to read on paper.")
    assert isinstance(ties, Table)
    assert len(ties.rows) == len(groups)
    assert ("Working group 7", "reports to", "The Board (proposed)") in ties.rows
    assert "Working group 7" in of_docx(found.docx()).partition("Who is tied to whom")[2]


def test_which_body_answers_for_which_theme() -> None:
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
    found = paper(Structure.model_validate({"bodies": bodies, "themes": themes}), as_of=DAY)
    told = table(found, "Which body answers for")
    assert told.header == ("Theme", "A Board", "B Group (proposed)")
    assert told.rows == (("Waiting times", "leads and monitors", "answers"), ("Another", "–", "–"))


def test_a_lead_that_is_over_leads_no_more() -> None:
    duties = [{"theme": "waits", "lead": True, "until": "2019"}, {"theme": "waits"}]
    bodies = {"a": {"name": "A Board", "kind": "board", "responsible_for": duties}}
    one = Structure.model_validate({"bodies": bodies, "themes": {"waits": {"name": "Waiting times"}}})
    assert table(paper(one, as_of=DAY), "Which body answers for").rows == (("Waiting times", "answers"),)
