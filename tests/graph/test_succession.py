"""Which body stands for which: by its id, by what the file after states, by its name; by a like name only perhaps."""

import pytest

from govgraph.comparison.comparison import Comparison
from govgraph.comparison.succession import Succession
from govgraph.engine.arrows import from_arrows
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure, Successor, SuccessorBy
from helpers import DAY, graph
from renaming import plain

A = "a: board, name Alpha"


def succession(before: str, after: str) -> Succession:
    return Comparison(graph(before), graph(after)).succession


@pytest.mark.parametrize(
    ("before", "after", "heirs"),
    [
        pytest.param(A, A, ("a",), id="under its id"),
        pytest.param(A, "a: board, name Omega", ("a",), id="under its id with another name"),
        pytest.param(A, "b: board, name Omega", (), id="gone"),
        pytest.param(A, f"{A}, ended", (), id="ended"),
        pytest.param(A, f"{A}, ended\nb -- replaces --> a", ("b",), id="one replaces it"),
        pytest.param(A, f"{A}, ended\nc -- replaces --> a\nb -- replaces --> a", ("b", "c"), id="two replace it"),
        pytest.param(A, f"{A}\nb -- replaces --> a", ("a",), id="one replaces it, and it is still there"),
        pytest.param(A, "b: board, name ALPHA", ("b",), id="of the same name under another id"),
        pytest.param(A, "b: board, name Omega, other_names Alpha", ("b",), id="that says it had its name"),
        pytest.param(f"{A}, other_names Omega", "b: board, name Omega", ("b",), id="whose name it had too"),
        pytest.param(A, "b: board, name Alpha\nc: board, name Alpha", (), id="two of the same name"),
        pytest.param(A, "b: board, other_names Alpha\nc: board, other_names Alpha", (), id="two that had its name"),
        pytest.param(f"{A}\nb: board, name Alpha", "b: board, name Alpha", (), id="that was there before"),
        pytest.param(A, f"{A}, ended\nb: board, name Alpha", (), id="of the same name, but it is stated to have ended"),
        pytest.param(
            A,
            f"{A}, ended\nb -- replaces --> a\nc: board, name Alpha",
            ("b",),
            id="what is stated counts before the name",
        ),
        pytest.param(A, "a: board, name Omega\nb: board, name Alpha", ("b",), id="its id is another body's now"),
        pytest.param(
            A,
            "a: board, name Omega\nb: board, name Alpha\nc: board, name Alpha",
            ("a",),
            id="two have its old name: its id stays its own",
        ),
        pytest.param(
            f"{A}\nb: board, name Beta",
            "a: board, name Omega\nb: board, name Alpha",
            ("a",),
            id="one that was there has its old name: its id stays its own",
        ),
    ],
)
def test_who_stands_for_a_body(before: str, after: str, heirs: tuple[str, ...]) -> None:
    asked = succession(before, after)
    assert asked.heirs("a") == heirs
    assert ("a" in asked.removed) is (not heirs)


@pytest.mark.parametrize(
    ("after", "perhaps"),
    [
        pytest.param("b: board, name abcx", ("b",), id="three letters of four"),
        pytest.param("b: board, name abxy", (), id="two letters of four"),
        pytest.param("b: board, name abcx\nc: board, name abcde", ("c",), id="the likeliest"),
        pytest.param("b: board, name abcx\nc: board, name abcy", ("c",), id="of two alike the last by id"),
        pytest.param("b: board, name abcx\nb -- replaces --> other\nother: board, ended", (), id="another's heir"),
        pytest.param("other: board\nb: board, name abcd", (), id="of the same name it is no guess"),
    ],
)
def test_a_body_of_a_like_name_is_proposed_and_counts_for_nothing(after: str, perhaps: tuple[str, ...]) -> None:
    asked = succession("a: board, name abcd\nother: board", after)
    assert asked.proposed_heirs("a") == perhaps
    assert asked.proposed_heirs("other") == ()
    assert [heir for heir in asked.pairs if heir.by is SuccessorBy.SIMILAR_NAME] == [
        Successor("a", heir, SuccessorBy.SIMILAR_NAME) for heir in perhaps
    ]
    assert ("a" in asked.removed) is (asked.heirs("a") == ())


@pytest.mark.parametrize(("newcomers", "perhaps"), [(200, ("b",)), (201, ())])
def test_among_more_than_two_hundred_newcomers_no_names_are_compared(newcomers: int, perhaps: tuple[str, ...]) -> None:
    others = "".join(f"n{number}: board, name {number}\n" for number in range(newcomers - 1))
    assert succession("a: board, name abcd", f"{others}b: board, name abcx").proposed_heirs("a") == perhaps


def test_each_pair_says_how_it_is_known() -> None:
    before = "a: board, name Alpha\nb: board, name Beta\nc: board, name abcd\nd: board"
    after = "b: board, ended\nnew-b -- replaces --> b\nnew-a: board, name Alpha\nnew-c: board, name abcx\nd: board"
    asked = succession(before, after)
    assert set(asked.pairs) == {
        Successor("a", "new-a", SuccessorBy.SAME_NAME),
        Successor("b", "new-b", SuccessorBy.REPLACES),
        Successor("c", "new-c", SuccessorBy.SIMILAR_NAME),
    }
    assert asked.renamed == {"a": "new-a"}
    assert asked.removed == ("c",)


@pytest.mark.parametrize(
    ("ids", "same"),
    [
        pytest.param({"parents": "Parents"}, "parents", id="under its id"),
        pytest.param({"parents": "Carers"}, "parents", id="under its id with another name"),
        pytest.param({"carers": "PARENTS"}, "carers", id="under another id with its name"),
        pytest.param({"young": "Young", "carers": "Parents"}, "carers", id="not the first that is named"),
        pytest.param({"carers": "Carers"}, None, id="not named any more"),
    ],
)
def test_people_and_themes_are_the_same_by_their_id_or_else_their_name(ids: dict[str, str], same: str | None) -> None:
    def named(names: dict[str, str]) -> Structure:
        data = plain(from_arrows("a: board"))
        data["constituencies"] = data["themes"] = {key: {"name": name} for key, name in names.items()}
        return Structure.model_validate(data)

    asked = Comparison(*(GovernanceGraph(named(names), DAY) for names in ({"parents": "Parents"}, ids))).succession
    assert asked.constituency("parents") == same
    assert asked.theme("parents") == same
