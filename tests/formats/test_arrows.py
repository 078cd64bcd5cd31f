"""Arrow notation: what its lines state."""

import pytest

from govgraph.engine.arrows import from_arrows
from govgraph.model.faults import InputError


def test_a_group_of_people_raised_a_theme() -> None:
    structure = from_arrows("parent-carers -- raised --> waits\nyoung-people -- raised --> waits")
    assert structure.themes["waits"].raised_by == ("parent-carers", "young-people")
    assert list(structure.constituencies) == ["parent-carers", "young-people"]
    assert list(structure.bodies) == []


@pytest.mark.parametrize("first", [True, False])
def test_who_raised_a_theme_is_kept_wherever_the_themes_are_named(first: bool) -> None:
    lines = ["themes: waits, plans", "parent-carers -- raised --> waits"]
    structure = from_arrows("\n".join(lines if first else reversed(lines)))
    assert {name: theme.raised_by for name, theme in structure.themes.items()} == {
        "waits": ("parent-carers",),
        "plans": (),
    }


def test_the_body_that_answers_for_a_theme_raised_it_not() -> None:
    structure = from_arrows("board -- responsible_for[leading] --> waits\nparents -- raised --> waits")
    assert [(one.theme, one.lead) for one in structure.bodies["board"].responsible_for] == [("waits", True)]
    assert structure.themes["waits"].raised_by == ("parents",)


def test_an_unknown_relation_is_refused() -> None:
    with pytest.raises(InputError, match="'raises' is not a relation"):
        from_arrows("parents -- raises --> waits")


def test_a_body_that_represents_a_group_of_people_speaks_for_it() -> None:
    structure = from_arrows("forum -- represents --> parents\nother -- represents --> parents\nforum: forum")
    assert structure.constituencies["parents"].represented_by == ("forum", "other")
    assert [structure.bodies[name].kind for name in ("forum", "other")] == ["forum", "organisation"]
