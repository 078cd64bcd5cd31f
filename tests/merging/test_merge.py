"""Two sources of one area as one file: what is proposed to be the same, what is asked, what is kept."""

from typing import Any

import pytest

import govgraph
from govgraph.formats.plain_data import plain_structure
from govgraph.merging import Merged, Part, merge
from govgraph.model.faults import InputError
from govgraph.model.proposal import Proposal

HWB = "hwb: {name: Health and Wellbeing Board, kind: board"


def merged(*texts: str) -> Merged:
    names = ("a.yaml", "b.yaml", "c.yaml")
    parts = (Part(name, govgraph.read_text(text, path=name)) for name, text in zip(names, texts, strict=False))
    return merge(list(parts))


def bodies(*entries: str) -> str:
    return f"bodies: {{{', '.join(entries)}}}"


def rows(found: Merged, what: str | None = "is the same body as") -> list[tuple[str, str | None]]:
    return [(row.body, row.value) for row in found.structure.draft if row.what == what]


def row_of(found: Merged, what: str | None, number: int = 0) -> Proposal:
    return [row for row in found.structure.draft if row.what == what][number]


def plain(found: Merged) -> dict[str, Any]:
    return plain_structure(found.structure)


def test_bodies_of_one_name_are_proposed_and_both_stand_until_a_person_says_so() -> None:
    found = merged(bodies(f"{HWB}}}"), bodies("b1: {name: The Health & Wellbeing Board, kind: board}"))
    assert list(found.structure.bodies) == ["hwb", "b1"]
    assert rows(found) == [("Health and Wellbeing Board", "The Health & Wellbeing Board")]
    row = row_of(found, "is the same body as")
    assert (row.confirmed, row.document, row.where) == (None, "a.yaml and b.yaml", "line 1; line 1")
    assert row.question == (
        "a.yaml lists Health and Wellbeing Board and b.yaml lists The Health & Wellbeing Board. Are they the same?"
    )
    assert row == row.with_sentence()
    assert found.same == ("Health and Wellbeing Board",)


def test_other_names_and_initials_in_brackets_are_names() -> None:
    found = merged(
        bodies("a: {name: Schools Forum, kind: forum, other_names: The Forum}", f"{HWB}}}"),
        bodies("b: {name: Forum, kind: forum}", "c: {name: Health and Wellbeing Board (HWB), kind: board}"),
    )
    assert rows(found) == [
        ("Schools Forum", "Forum"),
        ("Health and Wellbeing Board", "Health and Wellbeing Board (HWB)"),
    ]


def test_one_name_for_two_bodies_of_another_file_is_asked_for_each() -> None:
    found = merged(
        bodies("a: {name: The Board, kind: board}"),
        bodies("x: {name: SEND Board, kind: board, other_names: Board}", "y: {name: Board, kind: board}"),
    )
    assert set(rows(found)) == {("The Board", "SEND Board"), ("The Board", "y")}


def test_many_posts_of_one_name_are_left_apart_and_said() -> None:
    posts = [f"p{number}: {{name: Director, kind: post}}" for number in range(5)]
    found = merged(bodies(*posts), bodies("d: {name: Director, kind: post}"))
    assert found.structure.draft == ()
    assert [str(notice) for notice in found.structure.notices] == [
        "Too many entries have one name to say which are the same, so none is: “Director”."
    ]


def test_an_id_of_two_bodies_is_given_once_and_ties_follow() -> None:
    one = bodies("board: {name: School Board, kind: board}", "team: {name: Team, kind: panel, reports_to: board}")
    other = bodies("board: {name: Trust Board, kind: board}", "unit: {name: Unit, kind: panel, reports_to: board}")
    found = merged(one, other)
    assert {key: body.name for key, body in found.structure.bodies.items()} == {
        "board": "School Board",
        "team": "Team",
        "board-2": "Trust Board",
        "unit": "Unit",
    }
    assert found.structure.bodies["team"].reports_to[0].to == "board"
    assert found.structure.bodies["unit"].reports_to[0].to == "board-2"
    assert found.structure.draft == ()


def test_no_id_is_what_another_file_calls_a_body() -> None:
    found = merged(
        bodies("pacc: {name: PACC, kind: forum}"),
        bodies("forum: {name: Parents Council, other_names: PACC, kind: forum}"),
    )
    assert list(found.structure.bodies) == ["pacc-2", "forum"]
    assert rows(found) == [("pacc-2", "Parents Council")]


def test_a_board_called_the_board_in_two_files_is_not_joined_unasked() -> None:
    others = [f"{key}: {{name: {key} Group, kind: panel}}" for key in ("red", "blue", "green")]
    more = [f"{key}: {{name: {key} Team, kind: panel}}" for key in ("north", "south", "west")]
    board = "board: {name: The Board, kind: board}"
    found = merged(bodies(board, *others), bodies(board, *more))
    assert rows(found) == [("board", "board-2")]
    assert found.joined == ()


def test_versions_of_one_file_are_joined_where_they_agree_and_asked_where_they_do_not() -> None:
    one = bodies(f"{HWB}, meets: monthly}}", "send: {name: SEND Board, kind: board, reports_to: hwb, quorum: five}")
    other = bodies(
        f"{HWB}, meets: weekly}}", "send: {name: SEND Board, kind: board, reports_to: hwb, purpose: To lead}"
    )
    found = merged(one, other)
    assert found.joined == ("SEND Board",)
    send = found.structure.bodies["send"]
    assert (send.quorum, send.purpose, [line.to for line in send.reports_to]) == ("five", "To lead", ["hwb"])
    assert rows(found) == [("hwb", "hwb-2")]
    assert rows(found, "Meets") == [("hwb", "monthly"), ("hwb-2", "weekly")]


def test_a_body_that_a_version_renames_is_proposed_by_its_id() -> None:
    same = ["x: {name: Ex Panel, kind: panel}", "y: {name: Why Panel, kind: panel}"]
    found = merged(bodies(*same, f"{HWB}}}"), bodies(*same, "hwb: {name: Wellness Forum, kind: board}"))
    assert rows(found) == [("Health and Wellbeing Board", "Wellness Forum")]
    assert "Both have the id hwb." in (row_of(found, "is the same body as").question or "")


def test_what_the_two_say_differently_is_asked_side_by_side_and_stated_by_neither() -> None:
    found = merged(
        f"{{sources: {{tor: {{title: Terms of reference}}}}, "
        f"{bodies(HWB + ', meets: monthly, source: {id: tor, where: section 4}}')}}}",
        bodies("b1: {name: The Health & Wellbeing Board, kind: board, meets: quarterly}"),
    )
    assert [body.meets for body in found.structure.bodies.values()] == [None, None]
    first, second = row_of(found, "Meets"), row_of(found, "Meets", 1)
    assert first.question == second.question == "a.yaml says monthly, b.yaml says quarterly. Which is right?"
    assert (first.body, first.value, first.says) == ("Health and Wellbeing Board", "monthly", "monthly")
    assert (first.document, first.where) == ("Terms of reference", "section 4")
    assert (second.body, second.value, second.document) == ("The Health & Wellbeing Board", "quarterly", "b.yaml")
    assert found.differences == ("a.yaml says monthly, b.yaml says quarterly. Which is right?",)


@pytest.mark.parametrize(
    ("one", "other", "what", "values"),
    [
        ("kind: board", "kind: committee", "is a", ["board", "committee"]),
        ("kind: board, status: ended", "kind: board", "Status", ["ended", "in place"]),
        ("kind: board, until: 2020", "kind: board, until: 2021", "In place until", ["2020", "2021"]),
        ("kind: board, open_ended: true", "kind: board, until: 2021", "In place until", ["2021"]),
        ("kind: board, substitutes: false", "kind: board, substitutes: true", "Substitutes", ["no", "yes"]),
        ("kind: board, level: [strategic]", "kind: board, level: operational", "Level", ["strategic", "operational"]),
    ],
)
def test_each_kind_of_difference_has_its_column(one: str, other: str, what: str, values: list[str]) -> None:
    found = merged(bodies(f"a: {{name: Board, {one}}}"), bodies(f"b: {{name: The Board, {other}}}"))
    assert [value for _, value in rows(found, what)] == values


def test_a_kind_a_status_and_dates_stay_until_decided_because_empty_they_would_say_something() -> None:
    found = merged(
        bodies("a: {name: Board, kind: board, status: ended, until: 2020}"),
        bodies("b: {name: The Board, kind: panel, until: 2021}"),
    )
    a, b = found.structure.bodies.values()
    assert (a.kind, a.status, a.until, b.kind, b.status, b.until) == ("board", "ended", "2020", "panel", None, "2021")


@pytest.mark.parametrize("same", ["meets: monthly", "meets: '  Monthly'", "kind: board"])
def test_what_both_say_and_what_only_one_says_is_no_difference(same: str) -> None:
    one = bodies("a: {name: Board, kind: board, meets: monthly, quorum: five}")
    found = merged(one, f"bodies: {{b: {{name: The Board, {same}{'' if 'kind' in same else ', kind: board'}}}}}")
    assert found.differences == ()
    assert [row.what for row in found.structure.draft] == ["is the same body as"]
    assert found.structure.bodies["a"].meets == "monthly"


SEATED = "a: {{name: Board, kind: board, seats: [{}]}}, f: {{name: Forum, kind: forum}}"
SEATED_TOO = "b: {{name: The Board, kind: board, seats: [{}]}}, g: {{name: The Forum, kind: forum}}"


def seated(one: str, other: str, more: str = "") -> Merged:
    return merged(f"bodies: {{{SEATED.format(one)}}}{more}", f"bodies: {{{SEATED_TOO.format(other)}}}")


def test_votes_of_the_same_holder_are_asked_and_neither_seat_is_stated() -> None:
    found = seated("{holder: f, votes: true}", "{holder: g, votes: false}")
    assert [body.seats for body in found.structure.bodies.values()] == [(), (), (), ()]
    first, second = row_of(found, "has a seat"), row_of(found, "has a seat", 1)
    assert (first.body, first.holder, first.votes) == ("Board", "Forum", True)
    assert (second.body, second.holder, second.votes) == ("The Board", "The Forum", False)
    assert first.question == (
        "Of the seat of Forum, a.yaml says with a vote, b.yaml says without a vote. Which is right?"
    )


def test_seats_that_may_be_one_are_asked_even_where_they_do_not_contradict() -> None:
    found = seated("{holder: f, votes: true}", "{holder: g, role: chair}")
    assert [row.role for row in found.structure.draft if row.what == "has a seat"] == [None, "chair"]
    assert "Is that one seat?" in (row_of(found, "has a seat").question or "")


def test_equal_seats_stay_stated_on_each_body() -> None:
    found = seated("{holder: f, votes: true}", "{holder: g, votes: true}")
    assert rows(found, "has a seat") == []
    assert [len(body.seats) for body in found.structure.bodies.values()] == [1, 0, 1, 0]


def test_no_seat_is_taken_out_of_a_list_that_is_complete() -> None:
    found = seated("{holder: f, votes: true}", "{holder: g, votes: false}", more="\nmembership: complete")
    a = found.structure.bodies["a"]
    assert ([seat.holder for seat in a.seats], a.membership) == (["f"], "complete")
    assert rows(found, "has a seat") == []
    question = row_of(found, "is the same body as").question or ""
    assert "a.yaml and b.yaml differ on the seat of Forum (Votes): keep one of the two." in question


def test_what_no_row_can_hold_is_asked_beside_the_two_and_names_no_person() -> None:
    found = seated("{person: Zephyrine, role: chair, from: 2020}", "{person: Zephyrine, role: vice_chair}")
    assert [len(body.seats) for body in found.structure.bodies.values()] == [1, 0, 1, 0]
    question = row_of(found, "is the same body as").question or ""
    assert "differ on a seat of one person (Role)" in question
    assert "Zephyrine" not in question


def test_seats_that_only_one_lists_are_said_where_both_have_some() -> None:
    found = seated("{role: chair}", "{holder: g}")
    assert "none should be there twice" in (row_of(found, "is the same body as").question or "")


def test_a_seat_beside_a_stated_absence_is_asked() -> None:
    one = "constituencies: {p: {name: Parents}}\nbodies: {a: {name: Board, kind: board, without: p}}"
    other = "constituencies: {q: {name: parents}}\n"
    other += "bodies: {b: {name: The Board, kind: board, seats: [{on_behalf_of: q}]}}"
    found = merged(one, other)
    question = row_of(found, "is the same body as").question or ""
    assert "a.yaml says that a group has no seat on it, but b.yaml lists a seat of theirs." in question
    assert found.structure.bodies["a"].without[0].constituency == "p"
    assert rows(found, "has no seat for") == []


def test_a_line_that_a_complete_list_lacks_is_asked_and_the_complete_list_keeps_its_own() -> None:
    ends = "x: {name: Ex, kind: organisation}, y: {name: Why, kind: organisation}"
    one = f"bodies: {{a: {{name: Board, kind: board, reports_to: x, lines: complete}}, {ends}}}"
    other = "bodies: {b: {name: The Board, kind: board, reports_to: z}, z: {name: Zed, kind: organisation}}"
    found = merged(one, other)
    a, b = found.structure.bodies["a"], found.structure.bodies["b"]
    assert ([line.to for line in a.reports_to], a.lines, b.reports_to) == (["x"], "complete", ())
    assert rows(found, "reports to") == [("The Board", "Zed")]


def test_two_complete_lists_that_differ_keep_their_lines() -> None:
    one = "bodies: {a: {name: Board, kind: board, reports_to: x, lines: complete}, x: {name: Ex, kind: organisation}}"
    other = "bodies: {b: {name: The Board, kind: board, reports_to: z, lines: complete}, z: {name: Zed, kind: service}}"
    found = merged(one, other)
    assert [[line.to for line in found.structure.bodies[key].reports_to] for key in "ab"] == [["x"], ["z"]]
    assert "its list of lines is complete" in (row_of(found, "is the same body as").question or "")


def test_a_line_in_words_to_what_another_file_lists_is_asked() -> None:
    one = "bodies: {a: {name: Board, kind: board, accountable_to: [Wendle Council, the electors], lines: complete}}"
    found = merged(one, "bodies: {c: {name: Wendle Council, kind: organisation}}")
    a = found.structure.bodies["a"]
    assert ([line.to for line in a.accountable_to], a.lines) == (["the electors"], None)
    row = row_of(found, None)
    assert (row.body, row.value, row.says, row.document) == ("Board", "Wendle Council", "Wendle Council", "a.yaml")


def test_groups_and_themes_are_proposed_and_documents_are_one() -> None:
    one = "sources: {t: {title: Terms}, u: {title: Plan, date: 2020}}\n"
    one += "constituencies: {p: {name: Parents, source: t}}\nthemes: {w: {name: Waits, source: u}}\n"
    other = "sources: {s: {title: terms}, u: {title: Plan, date: 2021}}\n"
    other += "constituencies: {p: {name: parents, source: s}}\nthemes: {z: {name: Waits, source: u}}\n"
    found = merged(one + bodies(f"{HWB}}}"), other + bodies("c: {name: Cabinet, kind: board}"))
    assert rows(found) == [("p", "p-2"), ("w", "z")]
    structure = found.structure
    assert {key: source.title for key, source in structure.sources.items()} == {
        "t": "Terms",
        "u": "Plan",
        "u-2": "Plan",
        "a-yaml": "a.yaml",
        "b-yaml": "b.yaml",
    }
    stated = [group.source and group.source.id for group in structure.constituencies.values()]
    assert stated == ["t", "t"]


def test_what_has_no_source_has_its_file_and_keeps_it_when_records_are_joined() -> None:
    found = merged(
        bodies(f"{HWB}, seats: [{{role: chair}}]}}"), bodies("c: {name: Health & Wellbeing Board, kind: board}")
    )
    hwb, other = found.structure.bodies.values()
    assert (hwb.source and hwb.source.id, other.source and other.source.id) == ("a-yaml", "b-yaml")
    assert hwb.seats[0].source is not None
    assert hwb.seats[0].source.id == "a-yaml"


def test_names_that_are_only_alike_are_one_question() -> None:
    found = merged(
        bodies("a: {name: SEND Board, kind: board, meets: monthly}"),
        bodies("b: {name: SEND Partnership Board, kind: partnership, meets: weekly}"),
    )
    assert (found.same, found.alike, found.differences) == ((), ("SEND Board",), ())
    assert "The names are only alike." in (row_of(found, "is the same body as").question or "")
    assert found.structure.bodies["a"].meets == "monthly"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Locality Board", "South Locality Board"),
        ("Working Group 1", "Working Group 2"),
        ("SEND Board", "SEND Board Working Group"),
        ("East Area Panel", "West Area Panel"),
        ("Board", "School Board"),
    ],
)
def test_names_that_tell_bodies_apart_are_not_alike(one: str, other: str) -> None:
    found = merged(bodies(f"a: {{name: {one}, kind: board}}"), bodies(f"b: {{name: {other}, kind: board}}"))
    assert found.structure.draft == ()


def test_two_candidates_that_are_alike_are_not_asked() -> None:
    found = merged(
        bodies("a: {name: SEND Board, kind: board}"),
        bodies("b: {name: SEND Partnership Board, kind: board}", "c: {name: SEND Strategic Board, kind: board}"),
    )
    assert found.structure.draft == ()


def test_what_a_file_says_once_for_all_goes_with_its_entries() -> None:
    one = f"status: proposed\nmembership: complete\nnation: wales\n{bodies(HWB + '}')}"
    found = merged(one, "bodies: {c: {name: Cabinet, kind: board}}").structure
    hwb, cabinet = found.bodies["hwb"], found.bodies["c"]
    assert (found.status, found.membership, found.nation) == (None, None, None)
    assert (hwb.status, hwb.membership, hwb.nation) == ("proposed", "complete", "wales")
    assert (cabinet.status, cabinet.membership, cabinet.nation) == (None, None, None)


def test_days_that_differ_are_left_out_and_said() -> None:
    found = merged(
        f"title: A\nas_of: 2020-09-01\n{bodies(HWB + '}')}",
        f"title: B\nas_of: 2021-09-01\n{bodies('c: {name: C, kind: board}')}",
    )
    sentence = "As of is left out, because the files differ: a.yaml says 2020-09-01 and b.yaml says 2021-09-01."
    assert (found.structure.title, found.structure.as_of, found.structure.note) == ("A; B", None, sentence)
    assert [str(notice) for notice in found.structure.notices] == [sentence]


def test_open_drafts_of_the_files_are_kept_and_mean_what_they_meant() -> None:
    one = bodies(f"{HWB}}}") + "\ndraft: [{body: HWB Panel, what: is a, value: panel}]"
    other = bodies(f"{HWB}}}", "x: {name: Ex, kind: panel}", "y: {name: Why, kind: panel}")
    other += "\ndraft: [{body: Health and Wellbeing Board, what: Meets, value: monthly, document: Minutes}, "
    other += "{body: Ex, what: reports to, value: Health and Wellbeing Board}]"
    found = merged(one + "\n", other)
    kept = [(row.body, row.what, row.value) for row in found.structure.draft if row.what != "is the same body as"]
    is_joined = found.joined == ("Health and Wellbeing Board",)
    hwb = "Health and Wellbeing Board" if is_joined else "hwb-2"
    assert kept == [("HWB Panel", "is a", "panel"), (hwb, "Meets", "monthly"), ("Ex", "reports to", hwb)]


def test_a_proposed_body_that_another_file_lists_is_asked() -> None:
    one = bodies("a: {name: Ex, kind: panel}") + "\ndraft: [{body: The Panel, what: is a, value: panel}]"
    found = merged(one, bodies("p: {name: Panel, kind: panel}"))
    assert row_of(found, "is a").question == "Another file lists Panel. Confirm this only if it is the same."


def test_three_files_ask_no_more_than_they_need() -> None:
    found = merged(
        bodies("a: {name: Board, kind: board, meets: monthly}"),
        bodies("b: {name: The Board, kind: board, quorum: five}"),
        bodies("c: {name: A Board, kind: board, meets: weekly, quorum: six}"),
    )
    assert rows(found) == [("Board", "The Board"), ("Board", "A Board")]
    assert rows(found, "Meets") == [("Board", "monthly"), ("A Board", "weekly")]
    assert rows(found, "Quorum") == [("The Board", "five"), ("A Board", "six")]


def test_one_file_is_no_merge() -> None:
    with pytest.raises(InputError, match="Name two files or more to merge"):
        merged(bodies(f"{HWB}}}"))
