"""From a Word document of four pages to a structure that is checked and put into a paper, by confirming rows alone."""

from pathlib import Path

import pytest
from drafting.wendle import write_wendle

import govgraph
from govgraph.formats.structure_files import read_draft, write
from govgraph.model import Structure, relation_keys
from govgraph.model.proposal import HAS_A_SEAT, Confirmed
from govgraph.model.scalars import loose_name
from helpers import ROOT
from helpers import govgraph as run

TYPED = ROOT / "tests" / "diagram" / "wendle.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(govgraph.read(TYPED), tmp_path / "typed.xlsx")
    write_wendle(tmp_path / "typed.xlsx", tmp_path / "terms.docx")
    return tmp_path


def relations(structure: Structure) -> set[tuple[str, str, str]]:
    names = {key: loose_name(body.name) for key, body in structure.bodies.items()}
    return {
        (names[key], words, names[relation.to])
        for key, body in structure.bodies.items()
        for words in relation_keys()
        for relation in body.relations(words)
    }


def test_a_word_document_becomes_a_structure_and_a_paper(folder: Path) -> None:
    ran = run("draft", "terms.docx", "-o", "draft.yaml", folder=folder)
    assert (ran.returncode, ran.stderr) == (0, "")
    drafted = read_draft(folder / "draft.yaml")
    leads = {row.holder for row in drafted.draft if row.what == HAS_A_SEAT and row.role == "lead"}
    assert leads == {"Parent Carer Forum", "Wendle County Council"}
    rows = tuple(row.model_copy(update={"confirmed": Confirmed.YES}) for row in drafted.draft)
    write(drafted.model_copy(update={"draft": rows}), folder / "confirmed.yaml")
    confirmed, typed = govgraph.read(folder / "confirmed.yaml"), govgraph.read(TYPED)
    there = {loose_name(body.name) for body in confirmed.bodies.values()}
    assert {loose_name(body.name) for body in typed.bodies.values()} <= there
    assert relations(typed) <= relations(confirmed)
    assert relations(confirmed) - relations(typed) == {("wendle integrated care board", "reports_to", "nhs england")}
    assert run("check", "confirmed.yaml", "--fail-on", "never", folder=folder).returncode == 0
    ran = run("report", "confirmed.yaml", "-o", "paper.docx", folder=folder)
    assert ran.returncode == 0, ran.stderr
    assert (folder / "paper.docx").stat().st_size > 10_000
