"""Other words that people write for the terms of the vocabulary: what is understood, what is told, what stays words."""

import pytest

import govgraph
from govgraph.model import Activity, Capacity, Kind, Role, Seat, Status, StatutoryForm, Structure
from govgraph.model.capacities import nearest_capacities, parse_capacity, parse_plural
from govgraph.model.faults import InputError
from govgraph.model.relation_words import OTHER_WORDS, TURNED_WORDS, parse_relation
from govgraph.model.scalars import loose_name
from govgraph.model.words import Word


def vocabularies() -> list[type[Word]]:
    return Word.__subclasses__()


@pytest.mark.parametrize("words", vocabularies(), ids=lambda words: words.__name__)
def test_no_word_means_two_terms_and_every_word_is_read(words: type[Word]) -> None:
    for term in words:
        for name in (term.value, term.words, *term.other_words, term.words.upper()):
            assert words.parse(name) is term, name
            assert words(name) is term


def test_a_term_is_still_its_value() -> None:
    assert [Kind.BOARD.value, str(Kind.BOARD), {"board": 1}[Kind.BOARD]] == ["board", "board", 1]
    with pytest.raises(ValueError, match="fellowship"):
        Kind("fellowship")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Sub-committee", Kind.COMMITTEE),
        ("Regulator", Kind.REVIEWER),
        ("T&F Group", Kind.TASK_AND_FINISH_GROUP),
        ("Task & Finish Group", Kind.TASK_AND_FINISH_GROUP),
        ("Council", Kind.ORGANISATION),
        ("Chairman", Role.CHAIR),
        ("Deputy chair", Role.VICE_CHAIR),
        ("Co chair", Role.CO_CHAIR),
        ("in force", Status.IN_PLACE),
        ("disbanded", Status.ENDED),
        ("Decision-making", Activity.DECIDES),
        ("HWB", StatutoryForm.HEALTH_AND_WELLBEING_BOARD),
        ("Overview & Scrutiny Committee", StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE),
    ],
)
def test_words_of_officers(text: str, term: Word) -> None:
    assert type(term).parse(text) is term


@pytest.mark.parametrize(
    ("words", "text"),
    [
        *[(Kind, text) for text in ("partnership board", "cabinet", "team", "network", "advisory group", "taskforce")],
        *[(Role, text) for text in ("leader", "secretary", "clerk", "co-opted member", "invited", "vice")],
        *[(Status, text) for text in ("draft", "planned", "paused", "new")],
        *[(StatutoryForm, text) for text in ("CCG", "council", "trust board", "scrutiny panel", "audit and risk")],
        *[(Activity, text) for text in ("oversees", "reviews", "advisory")],
    ],
)
def test_words_that_may_mean_more_than_one_thing_mean_none(words: type[Word], text: str) -> None:
    assert words.parse(text) is None


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("Director of Adult Social Care", Capacity.DIRECTOR_OF_ADULT_SERVICES),
        ("DASS", Capacity.DIRECTOR_OF_ADULT_SERVICES),
        ("Dr of Children's Services", Capacity.DIRECTOR_OF_CHILDRENS_SERVICES),
        ("Director of Children’s Services (DCS)", Capacity.DIRECTOR_OF_CHILDRENS_SERVICES),
        ("Healthwatch", Capacity.LOCAL_HEALTHWATCH),
        ("Healthwatch Shropshire", Capacity.LOCAL_HEALTHWATCH),
        ("Healthwatch Bath and North East Somerset", Capacity.LOCAL_HEALTHWATCH),
        ("Representative of the Healthwatch", Capacity.LOCAL_HEALTHWATCH),
        ("ICB", Capacity.INTEGRATED_CARE_BOARD),
        ("ICB rep", Capacity.INTEGRATED_CARE_BOARD),
        ("Cllr", Capacity.COUNCILLOR),
        ("Cabinet Member for Children", Capacity.EXECUTIVE_MEMBER),
        ("Portfolio holder", Capacity.EXECUTIVE_MEMBER),
        ("Leader of the Council", Capacity.EXECUTIVE_LEADER),
        ("Lead Member for Children's Services", Capacity.COUNCILLOR),
        ("Chief Constable", Capacity.CHIEF_OFFICER_OF_POLICE),
        ("N.E.D.", Capacity.NON_EXECUTIVE_MEMBER),
        ("Parent/carer", Capacity.PARENT_CARER),
    ],
)
def test_capacities_of_officers(text: str, capacity: Capacity) -> None:
    assert parse_capacity(text) is capacity


@pytest.mark.parametrize(
    "text",
    [
        *("Mayor", "Leader", "Lead Member", "Police", "GP", "Nurse", "Council", "Elected member", "Independent member"),
        *("Healthwatch England", "Healthwatch volunteer", "Healthwatch Champion", "Shadow Portfolio Holder for Health"),
        *("Deputy Director of Children's Services", "Cabinet Member (Children)", "Cabinet Member for Health (Deputy)"),
        *("Director of Finance, ICB", "Chair of the ICB", "Director of Social Services", "Councillor (ICB)", "Carer"),
        *("Town councillor", "Parent", "Director of Nursing", "Executive director", "???"),
    ],
)
def test_a_capacity_that_is_not_sure_stays_words(text: str) -> None:
    assert parse_capacity(text) is None
    assert Seat.model_validate({"as": text}).as_ == (text,)


def test_a_capacity_is_kept_as_its_term_unless_it_says_more() -> None:
    seat = Seat.model_validate({"as": ["Director of Public Health", "DCS", "Healthwatch Wendle", "medical director"]})
    assert seat.as_ == (
        "director_of_public_health",
        "director_of_childrens_services",
        "Healthwatch Wendle",
        "medical director",
    )
    assert Capacity.LOCAL_HEALTHWATCH in seat.capacities


def test_a_plural_is_for_several_seats() -> None:
    assert parse_plural("Directors of public health") is Capacity.DIRECTOR_OF_PUBLIC_HEALTH
    assert parse_plural("young people") is Capacity.YOUNG_PERSON
    assert Seat.model_validate({"as": "Councillors", "count": 3}).as_ == ("councillor",)
    assert Seat.model_validate({"as": "Councillors", "several": True}).as_ == ("councillor",)
    with pytest.raises(InputError, match="as should not be 'Councillors' for one seat; write 'councillor', and the"):
        govgraph.read_text("bodies: {b: {name: B, kind: board, seats: {as: Councillors}}}")


def test_a_slip_of_a_capacity_is_refused_and_the_nearest_are_at_most_three() -> None:
    with pytest.raises(InputError, match=r"as should not be 'director of childrens service'\. Did you mean 'director"):
        govgraph.read_text("bodies: {b: {name: B, kind: board, seats: {as: director of childrens service}}}")
    assert nearest_capacities("helthwatch", 0.75)[0] is Capacity.LOCAL_HEALTHWATCH
    assert len(nearest_capacities("director", 0.1)) == 3


def test_relations_in_other_words_and_from_their_other_end() -> None:
    readings = [parse_relation(text) for text in ("is a committee of", "reports into", "is scrutinized by")]
    assert [(one.key, one.turned) for one in readings if one] == [
        ("part_of", False),
        ("reports_to", False),
        ("scrutinised_by", False),
    ]
    turned = [parse_relation(text) for text in ("scrutinises", "oversees", "is commissioned by", "was replaced by")]
    assert [(one.key, one.turned) for one in turned if one] == [
        ("scrutinised_by", True),
        ("overseen_by", True),
        ("commissions", True),
        ("replaces", True),
    ]
    assert [parse_relation(text) for text in ("replaced", "is replaced", "commissioned", "informs", "sits under")] == [
        None
    ] * 5


def test_no_words_are_a_relation_both_ways() -> None:
    straight = {loose_name(words) for several in OTHER_WORDS.values() for words in several}
    turned = {loose_name(words) for several in TURNED_WORDS.values() for words in several}
    assert not straight & turned


TEXT = """
bodies:
  council: {name: The Council, kind: council}
  board:
    name: The Board
    kind: board
    does: [decision making, monitors]
    seats:
    - {role: Chairman, votes: "Y", as: ICB}
    - {role: chairman, as: [Healthwatch Wendle, lay member]}
    - {as: Director of Public Health}
"""


def test_each_word_that_is_read_as_another_is_told_once_with_its_first_place() -> None:
    structure = govgraph.read_text(TEXT, path="x.yaml")
    assert [str(notice) for notice in structure.notices] == [
        "x.yaml:3:38: “council” is read as “organisation”.",
        "x.yaml:7:12: “decision making” is read as “decides”.",
        "x.yaml:9:14: “Chairman” is read as “chair”, here and in one other place.",
        "x.yaml:9:31: “Y” is read as “yes”.",
        "x.yaml:9:40: “ICB” is read as “Integrated Care Board”.",
        "x.yaml:10:29: “Healthwatch Wendle” is read as “Local Healthwatch”.",
    ]
    assert structure.bodies["board"].does == ("decides", "monitors")


def test_a_term_in_other_capitals_and_signs_is_read_without_a_word() -> None:
    structure = govgraph.read_text("bodies: {b: {name: B, kind: Working Group, statutory: Schools Forum}}")
    assert (structure.bodies["b"].kind, structure.notices) == (Kind.WORKING_GROUP, ())


def test_a_relation_in_other_words_is_no_key_and_its_direction_is_told() -> None:
    with pytest.raises(InputError, match=r"'scrutinises' is not a key of a body\. Write it on the other body: {scrut"):
        govgraph.read_text("bodies: {a: {name: A, kind: board, scrutinises: b}, b: {name: B, kind: board}}")
    with pytest.raises(InputError, match=r"'reports_into' is not a key of a body\. Write reports_to\."):
        govgraph.read_text("bodies: {a: {name: A, kind: board, reports_into: b}, b: {name: B, kind: board}}")
    structure = govgraph.read_text("bodies: {a: {name: A, kind: board}, b: {name: The B, kind: board}}")
    assert structure.with_relation("A", "is a committee of", "B").bodies["a"].part_of[0].to == "b"
    with pytest.raises(InputError, match="Say 'scrutinises' from the other body, as scrutinised_by"):
        structure.with_relation("A", "scrutinises", "B")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cabinet", "The Cabinet"),
        ("Children's Overview & Scrutiny Committee", "childrens overview and scrutiny committee"),
        ("N.H.S. Trust", "NHS Trust"),
        ("Board (South)", "board south"),
        ("Sub-Committee", "sub committee"),
    ],
)
def test_names_are_compared_without_articles_and_signs(one: str, other: str) -> None:
    assert loose_name(one) == loose_name(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Group 1.1", "Group 11"), ("Group A+", "Group A"), ("???", "!!!"), ("A", "The A and B")]
)
def test_names_that_are_not_the_same_stay_apart(one: str, other: str) -> None:
    assert loose_name(one) != loose_name(other)


def test_a_name_that_is_written_exactly_so_comes_before_one_that_is_like_it() -> None:
    text = "{b: {name: Cabinet, kind: board}, c: {name: The Cabinet, kind: board}}"
    structure = govgraph.read_text(f"bodies: {text}")
    assert structure.without("The Cabinet").bodies.keys() == {"b"}
    assert structure.without("cabinet").bodies.keys() == {"c"}
    with pytest.raises(InputError, match=r"More than one body is called 'Cabinet!': b, c\. Name one of them by its id"):
        structure.without("Cabinet!")


def test_a_name_that_may_mean_two_is_told_with_both_names() -> None:
    board = (
        "{b: {name: North Board, kind: board, other_names: NB!}, c: {name: New Board, kind: board, other_names: nb.}}"
    )
    with pytest.raises(InputError, match=r"'NB' may mean North Board or New Board\. Write the full name\."):
        govgraph.read_text(f"bodies: {board}").without("NB")


def test_an_unknown_id_in_a_text_is_told_with_ids_and_names_three_at_the_most() -> None:
    bodies = ", ".join(f"group-{letter}: {{name: Group {letter}, kind: board}}" for letter in "abcde")
    with pytest.raises(InputError) as refused:
        govgraph.read_text(f"bodies: {{x: {{name: X, kind: board, reports_to: group-f}}, {bodies}}}")
    assert str(refused.value).count("(Group") == 3
    with pytest.raises(InputError, match=r"Write its id: 'group-a'"):
        govgraph.read_text(f"bodies: {{x: {{name: X, kind: board, reports_to: the Group A}}, {bodies}}}")
    with pytest.raises(InputError, match=r"If it is outside this structure, use accountable_to\."):
        govgraph.read_text(f"bodies: {{x: {{name: X, kind: board, reports_to: The Secretary of State}}, {bodies}}}")


def test_a_source_takes_a_note() -> None:
    text = (
        "{sources: {s: {title: S}}, bodies: {b: {name: B, kind: board, source: {id: s, where: 1, note: As amended}}}}"
    )
    source = govgraph.read_text(text).bodies["b"].source
    assert source is not None
    assert (source.id, source.where, source.note) == ("s", "1", "As amended")


def test_code_understands_the_same_words() -> None:
    structure = Structure.model_validate({"bodies": {"b": {"name": "B", "kind": "sub-committee"}}})
    assert structure.with_seat("B", role="chairman", as_="Cllr").bodies["b"].seats[0].as_ == ("councillor",)


@pytest.mark.parametrize("text", ["N/A", "TBC", "unknown", "Not known", "?"])
def test_what_is_not_known_is_left_empty(text: str) -> None:
    for key in ("votes", "role"):
        with pytest.raises(InputError, match="leave it empty until you know"):
            govgraph.read_text(f"bodies: {{b: {{name: B, kind: board, seats: {{{key}: '{text}'}}}}}}")


def test_what_must_be_there_is_not_to_be_left_empty() -> None:
    with pytest.raises(InputError) as refused:
        govgraph.read_text("bodies: {b: {name: B, kind: unknown}}")
    assert "empty" not in str(refused.value)
