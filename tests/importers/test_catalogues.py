"""Backstage's catalogue and GitHub's CODEOWNERS: the groups that developers write down."""

import pytest

from govgraph.importers import importer_for, importer_named
from importers.confirming import confirmed
from importers.importing import drafted, imported, notices, refusals

MARK = "apiVersion: backstage.io/v1alpha1\n"


def group(metadata: str, spec: str) -> str:
    return f"{MARK}kind: Group\nmetadata: {metadata}\nspec: {spec}\n---\n"


CATALOGUE = (
    group(
        "{name: acme, title: Acme, description: All of it}",
        "{type: organization, children: [infra, 'group:default/gone']}",
    )
    + group("{name: infra}", "{type: team, parent: acme, members: [ada], profile: {displayName: Infrastructure Team}}")
    + group("{name: board}", "{type: Board, parent: group:default/acme}")
    + f"{MARK}kind: Component\nmetadata: {{name: x}}\n"
)


def test_groups_of_a_catalogue() -> None:
    structure = imported("catalogue", "catalog-info.yaml", CATALOGUE)
    assert {key: (body.name, body.kind.value, body.note) for key, body in structure.bodies.items()} == {
        "acme": ("Acme", "organisation", "All of it"),
        "board": ("board", "board", None),
    }
    assert [line.to for line in structure.bodies["board"].part_of] == ["acme"]
    assert drafted(structure) == [
        ("Infrastructure Team", "is a", "service"),
        ("Infrastructure Team", "is part of", "Acme"),
    ]
    assert structure.draft[0].question == "What is Infrastructure Team? The catalogue gives it the type 'team'."
    assert notices(structure)[:4] == [
        "These are named as parents or children, but the file does not describe them: group:default/gone.",
        "A parent in the catalogue is read as the group of which another is a part.",
        "govgraph reads only the groups of a Backstage catalogue. Left out: Component (1).",
        "The members of groups are left out: the catalogue names their accounts.",
    ]


def test_groups_that_stand_twice_or_have_no_name() -> None:
    text = (
        group("{name: a}", "{type: board}") * 2 + group("{}", "{}") + group("{name: a, namespace: b}", "{type: panel}")
    )
    structure = imported("catalogue", "a.yaml", text)
    assert [body.kind.value for body in structure.bodies.values()] == ["board", "panel"]
    assert "These have no name, or appear twice and are taken once: a and a group without a name." in notices(structure)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (MARK + "kind: Component\n", "govgraph reads the groups of a Backstage catalogue, and this file has none."),
        (MARK + "kind: [", "This is not sound YAML."),
        (MARK + "kind: !!python/object/apply:os.system [ls]", "This is not sound YAML."),
        (MARK + "a: " + "[" * 20_000, "This"),
        (MARK + "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{'*a,' * 9}]\n" for n in range(9)), "this file has none."),
    ],
)
def test_what_is_refused(text: str, sentence: str) -> None:
    (fault,) = refusals("catalogue", "a.yaml", text)
    assert sentence in fault


def test_they_are_known_by_what_they_hold() -> None:
    assert importer_for("a.yaml", CATALOGUE.encode()) is importer_named("catalogue")
    assert importer_for("a.yaml", b"bodies: {}") is None
    assert importer_for("docs/CODEOWNERS", b"* @a/b") is importer_named("codeowners")
    assert importer_for("MYCODEOWNERS", b"* @a/b") is None


def test_teams_that_own_code() -> None:
    text = "# @acme/none\n*  @acme/infra-team @ada\n/docs @acme/Infra-Team @acme/docs-board # @acme/none\n"
    structure = imported("codeowners", ".github/CODEOWNERS", text)
    assert drafted(structure) == [("@acme/infra-team", "is a", "service"), ("@acme/docs-board", "is a", "board")]
    assert [row.where for row in structure.draft] == ["line 2", "line 3"]
    assert {body.name for body in confirmed(structure).bodies.values()} == {"@acme/infra-team", "@acme/docs-board"}
    (fault,) = refusals("codeowners", "CODEOWNERS", "* @ada\n")
    assert "This CODEOWNERS names no team (@organisation/team), so there is nothing to read." in fault
