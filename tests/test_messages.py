"""Messages as data: what fills a gap, what agrees with it, and that findings alike are said once, with nothing lost."""

from pathlib import Path

import pytest
from hypothesis import given

from chance import examples
from govgraph.engine.arrows import from_arrows
from govgraph.findings import Aspect, Bodies, Field, Message, People, Report, Themes, counted, say
from govgraph.findings.aspects import merged
from govgraph.findings.message import joined
from govgraph.formats import read
from govgraph.model import Structure
from govgraph.pipeline import check, compare
from govgraph.policy import Settings
from govgraph.render.headline import headline
from govgraph.render.statements import evidence_lines
from govgraph.showing import draw
from helpers import FIXTURES
from structures import drawn

STORIES = sorted(FIXTURES.glob("*/structure.yaml"))
CHANGES = sorted(path.parent for path in FIXTURES.glob("changes/*/after.yaml"))
NAMED = Structure.model_validate(
    {
        "constituencies": {
            "p": {"name": "Parent carers"},
            "y": {"name": "Young people"},
            "s": {"name": "SEND families"},
        },
        "themes": {"t": {"name": "Waits"}, "u": {"name": "Exclusions, and moves"}, "v": {"name": "Plans"}},
        "bodies": {
            "forum": {"name": "Schools Forum", "kind": "board"},
            "cabinet": {"name": "Cabinet", "kind": "committee"},
            "groups": {"name": "Task and Finish groups", "kind": "task_and_finish_group", "several": True},
            "owned": {"name": "Kent's Board", "kind": "board"},
            "poc": {"name": "People's Overview Committee", "kind": "committee"},
        },
    }
)


def bodies(*ids: str) -> Bodies:
    return Bodies.of(NAMED, ids)


@pytest.mark.parametrize(
    ("ids", "text"),
    [
        (("forum",), "The Schools Forum has no chair on it. See the Schools Forum."),
        (("cabinet",), "Cabinet has no chair on it. See Cabinet."),
        (("owned",), "Kent's Board has no chair on it. See Kent's Board."),
        (("poc",), "The People's Overview Committee has no chair on it. See the People's Overview Committee."),
        (("groups",), "The Task and Finish groups have no chair on them. See the Task and Finish groups."),
        (
            ("cabinet", "forum"),
            "Cabinet and the Schools Forum have no chair on them. See Cabinet and the Schools Forum.",
        ),
        (
            ("cabinet", "forum", "groups"),
            "Cabinet, the Schools Forum and the Task and Finish groups have no chair on them. "
            "See three bodies: Cabinet, Schools Forum and Task and Finish groups.",
        ),
    ],
)
def test_a_body_has_its_article_and_its_verb(ids: tuple[str, ...], text: str) -> None:
    part = bodies(*ids)
    message = say("{body} [has|have] no chair on [it|them].", body=part) & say("See {body}.", body=part)
    assert message == text


def test_groups_of_people_are_many_and_begin_small_but_for_names() -> None:
    people = People.of(NAMED, ("p", "y", "s"))
    assert say("Ask {people}.", people=people) == "Ask parent carers, young people and SEND families."
    assert say("{people} [has|have] no seat.", people=People.of(NAMED, "p")) == "Parent carers have no seat."


def test_themes_are_quoted_since_their_names_may_hold_commas() -> None:
    assert say("Who owns {theme}?", theme=Themes.of(NAMED, "u")) == "Who owns “Exclusions, and moves”?"
    message = say("Nobody owns {theme}.", theme=Themes.of(NAMED, ("t", "u", "v")))
    assert message == "Nobody owns three themes: “Waits”, “Exclusions, and moves” and “Plans”."


def test_words_agree_with_the_gap_before_them_or_with_the_one_that_is_named() -> None:
    message = say(
        "{seats} on {body} [seats:is|are] vacant, so [body:it waits|they wait].",
        seats=counted(2, "seat"),
        body=bodies("forum"),
    )
    assert message == "Two seats on the Schools Forum are vacant, so it waits."
    assert say("{count} [is|are] open.", count=1) == "One is open."
    assert say("{count} [is|are] open.", count=12) == "12 are open."
    assert say("Record it under {field}.", field=Field("appointed_by")) == "Record it under `appointed_by`."


def test_what_a_name_holds_is_never_read_as_a_gap() -> None:
    odd = Structure.model_validate({"bodies": {"odd": {"name": "{body} [a|b] Board", "kind": "board"}}})
    assert say("See {body}.", body=Bodies.of(odd, "odd")) == "See the {body} [a|b] Board."


def test_a_format_may_show_each_part_in_its_own_way() -> None:
    message = say("{people} [have|have] no seat on {body}.", people=People.of(NAMED, "p"), body=bodies("forum"))
    assert message.shown(lambda part, words: f"<{type(part).__name__}>{words}</>") == (
        "<People>parent carers</> have no seat on <Bodies>the Schools Forum</>."
    )


def test_messages_are_text_and_sentences() -> None:
    message = say("One.") & say("Two.")
    assert (message, message.first, joined([message, say("Three.")])) == ("One. Two.", "One.", "One. Two. Three.")
    assert not Message()
    assert (Message() & say("One.")) == "One."


def test_what_is_open_of_several_is_one_question() -> None:
    chair, more = Aspect.CHAIR.of(NAMED, "forum"), Aspect.CHAIR.of(NAMED, ["forum", "cabinet"])
    (lack,) = merged([chair, more])
    assert lack.about.ids == ("forum", "cabinet")
    assert lack.question == "Who chairs the Schools Forum and Cabinet?"


@pytest.mark.parametrize("aspect", Aspect)
def test_each_aspect_has_a_statement_a_request_and_a_question(aspect: Aspect) -> None:
    for ids in (("forum",), ("forum", "cabinet"), ("forum", "cabinet", "poc")):
        lack = aspect.of(NAMED, ids)
        assert lack.statement.startswith("The file does not say ")
        assert lack.request.startswith("Find out ")
        assert lack.question.endswith("?")
        assert not set("{}[]|") & set(lack.statement + lack.request + lack.question)


def test_findings_alike_are_one_item_for_all_bodies_and_all_people() -> None:
    arrows = "one: board, strategic, membership complete\nother: board, strategic, membership complete\n"
    arrows += "x -- sits_on[p] --> low\nx -- sits_on[q] --> low\nlow: workstream, operational, delivers\n"
    report = check(from_arrows(arrows), as_of="2020-09-01")
    (item,) = (item for item in report.facts if item.first.code == "REP101")
    assert {(one.bodies, one.constituency) for one in item.findings} == {
        ((body,), who) for body in ("one", "other") for who in ("p", "q")
    }
    assert item.message.first == "P and Q have no seat on One and Other."


def test_findings_that_differ_in_what_to_do_stay_apart() -> None:
    arrows = "one: board, strategic, membership complete\n"
    arrows += "other: committee, statutory cabinet, decides, membership complete\n"
    arrows += "x -- sits_on[p] --> low\nlow: workstream, operational, delivers\n"
    report = check(from_arrows(arrows), as_of="2020-09-01")
    found = [item for item in report.facts if item.first.code == "REP101"]
    assert [item.bodies for item in found] == [("one",), ("other",)]
    assert "only elected members sit there" in found[1].fix


def _assert_nothing_is_lost(report: Report) -> None:
    """Each finding that counts is in one item, or in each question about what it lacks; no pair is asked twice."""
    facts = [finding for item in report.facts for finding in item.findings]
    silent = [finding for finding in report.counted if finding.is_question]
    assert sorted(finding.key for finding in (*facts, *silent)) == sorted(finding.key for finding in report.counted)
    for item in report.facts:
        shown = " ".join((item.message, item.fix))
        for finding in item.findings:
            known = len(item.bodies) <= 20 and len(finding.bodies) == 1 and report.name(finding.bodies[0])
            assert not known or known in shown or known not in finding.message
    pairs = [(question.aspect, one) for question in report.questions for one in question.about.ids]
    assert len(pairs) == len(set(pairs))
    settled = {finding.key for question in report.questions for finding in question.settles}
    assert settled >= {finding.key for finding in silent}
    for finding in report.counted:
        for lack in finding.lacks:
            (question,) = (one for one in report.questions if one.aspect is lack.aspect)
            assert finding in question.settles
            assert set(lack.about.ids) <= set(question.about.ids)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_nothing_is_lost_in_a_story(path: Path) -> None:
    report = check(read(path))
    _assert_nothing_is_lost(report)
    assert all(finding.lacks for finding in report.counted if finding.is_question)


@pytest.mark.parametrize("folder", CHANGES, ids=lambda path: path.name)
def test_nothing_is_lost_in_a_change(folder: Path) -> None:
    _assert_nothing_is_lost(compare(read(folder / "before.yaml"), read(folder / "after.yaml")))


@examples(40)
@given(drawn)
def test_nothing_is_lost_in_whatever_may_be_drawn(data: dict[str, object]) -> None:
    report = check(Structure.model_validate(data))
    _assert_nothing_is_lost(report)


def test_what_the_file_says_that_is_no_answer_stands_beside_the_question() -> None:
    arrows = "board: board, statutory health_and_wellbeing_board, membership complete\n"
    arrows += "somebody -- sits_on[as Healthwatch lead] --> board"
    report = check(from_arrows(arrows), as_of="2020-09-01")
    (question,) = (one for one in report.questions if one.aspect is Aspect.CAPACITIES)
    assert question.hints == (
        "One seat on the Board has a capacity that govgraph does not know: “Healthwatch lead” (write “local "
        "healthwatch”).",
    )
    assert all(not one.hints for one in report.questions if one.aspect is Aspect.SCRUTINISERS)


def test_a_remedy_for_many_bodies_says_how_many_and_names_none() -> None:
    arrows = "x -- sits_on[p] --> low\nlow: workstream, operational, delivers\n"
    arrows += "".join(f"b{number}: board, strategic, membership complete\n" for number in range(9))
    report = check(from_arrows(arrows), as_of="2020-09-01")
    (item,) = (item for item in report.facts if item.first.code == "REP101")
    assert item.message.startswith("P have no seat on nine bodies: B0, B1, ")
    assert item.fix.startswith("Ask each of these 9 bodies for a seat for P")


def test_names_with_commas_are_parted_by_semicolons() -> None:
    named = {
        key: {"name": name, "kind": "board"} for key, name in (("a", "Health, care"), ("b", "Board"), ("c", "Cab"))
    }
    part = Bodies.of(Structure.model_validate({"bodies": named}), ("a", "b", "c"))
    assert say("See {body}.", body=part) == "See three bodies: Health, care; Board; and Cab."


def test_themes_alike_are_one_item() -> None:
    data = {
        "sources": {"s": {"title": "S"}},
        "themes": {key: {"name": key, "owners": "complete"} for key in ("one", "two")},
        "bodies": {"b": {"name": "B", "kind": "board"}},
    }
    report = check(Structure.model_validate(data), as_of="2020-09-01")
    (item,) = (item for item in report.facts if item.first.code == "THM101")
    assert item.message == "Nobody is responsible for “one” and “two”."


def test_the_gravest_stands_in_the_headline_before_what_weighs_less() -> None:
    arrows = "board: board, strategic, membership complete, lines complete\nboard -- part_of --> top\n"
    arrows += "top: organisation, lines complete\nforum -- attends[p] --> board"
    text = str(headline(check(from_arrows(arrows), as_of="2020-09-01")))
    assert text.startswith("Top answers to nobody.")
    assert "P only attend the Board." in text


def test_nothing_found_never_hides_what_is_known_or_what_was_not_looked_at() -> None:
    arrows = "board: board, operational, delivers, membership complete\nx -- sits_on[p, chair, voting] --> board"
    text = str(headline(check(from_arrows(arrows), Settings(select=["REP"]), as_of="2020-09-01")))
    assert text.startswith("The checks found nothing wrong in what the file says. They did not look at whether people")


def test_evidence_that_findings_share_is_not_counted_twice_and_two_seats_are_two() -> None:
    arrows = "one: board, strategic, membership complete\nx -- sits_on[p] --> low\nx -- sits_on[q] --> low\n"
    arrows += "low: workstream, operational, delivers\n"
    report = check(from_arrows(arrows), as_of="2020-09-01")
    (item,) = (item for item in report.facts if item.first.code == "REP101")
    assert len(item.findings) == 2
    assert evidence_lines(report, item.witness, item.bodies) == ["Every seat is listed (no source given)"]
    page = draw(from_arrows(arrows), as_of="2020-09-01").html()
    assert "of these)" not in page
    assert [line.count("(two of these)") for line in evidence_lines(report, item.witness * 2)] == [1]
