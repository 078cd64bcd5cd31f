"""A draft to be confirmed at the desk, as a workbook: made up, and about posts and bodies alone."""

from typing import Any

from desk.sessions import Page
from govgraph.desk.protocol import Confirm, Draft, Proposal, State
from govgraph.formats.sheets.workbook_writer import rendered
from govgraph.model import Structure
from govgraph.model import proposal as model
from helpers import not_none

TERMS, MINUTES = "terms.docx", "minutes.docx"
QUESTION = "terms.docx says “every month”; minutes.docx says “every quarter”. Which is right?"
PROPOSED: tuple[dict[str, Any], ...] = (
    {"body": "Parent carers", "what": "is a group of people", "says": "Two parent carers."},
    {"body": "Elm Board", "what": "is a", "value": "board", "says": "Terms of reference of the Elm Board."},
    {"body": "Elm Board", "what": "is also called", "value": "the Partnership", "says": "Elm Board (the Partnership)"},
    {"body": "Elm Board", "what": "reports to", "value": "Cabinet", "says": "The Board reports to Cabinet."},
    {"body": "Elm Board", "what": "Meets", "value": "every month", "question": QUESTION, "says": "It meets monthly."},
    {
        "body": "Elm Board",
        "what": "Meets",
        "value": "every quarter",
        "question": QUESTION,
        "says": "Next meeting in a quarter.",
        "document": MINUTES,
    },
    {
        "body": "Elm Board",
        "what": "has a seat",
        "on_behalf_of": "Parent carers",
        "holder": "Elm Forum",
        "role": "member",
        "says": "A member from the Elm Forum speaks for parent carers.",
    },
    {"body": "Elm Board", "value": "Finance Panel", "says": "A line joins the two.", "question": "How?"},
    {"body": "Cabinet", "what": "is a", "value": "committee", "says": "The Board reports to Cabinet."},
    {"body": "Elm Forum", "what": "is a", "value": "forum", "says": "A member from the Elm Forum."},
    {"body": "Finance Panel", "what": "is a", "value": "panel", "says": "The Finance Panel."},
)
GROUP, BOARD, NAME, REPORTS, MONTHLY, QUARTERLY, SEAT, TIE, CABINET, FORUM, PANEL = range(len(PROPOSED))


def proposals() -> tuple[model.Proposal, ...]:
    """The rows, each with its sentence and its place."""
    placed = ({"document": TERMS, "where": f"paragraph {number}", **row} for number, row in enumerate(PROPOSED, 1))
    return tuple(model.Proposal.model_validate(row).with_sentence() for row in placed)


def workbook() -> tuple[str, bytes]:
    """The draft as `govgraph draft` writes it."""
    return "elm.xlsx", rendered(Structure(bodies={}, draft=proposals()))


class Confirming(Page):
    """A page on which a draft is open."""

    def confirm(self, *rows: int, answer: Any = "yes", others: bool = False, **cells: str) -> State:
        """Give rows the same answer; with other texts in cells, by their headers with `_` for spaces."""
        named = {header.replace("_", " "): text for header, text in cells.items()}
        edit: Confirm = {
            "do": "confirm",
            "answers": [{"row": row, "answer": answer} for row in rows],
            "cells": named,
            "others": others,
        }
        return self.act(edit)

    @property
    def draft(self) -> Draft:
        """What is to be confirmed."""
        return not_none(self.state["draft"])

    def proposal(self, row: int) -> Proposal:
        """One of the proposals."""
        return self.draft["proposals"][row]

    def answers(self) -> dict[int, str]:
        """The answers that were given, by row."""
        return {each["row"]: each["answer"] for each in self.draft["proposals"] if each["answer"]}
