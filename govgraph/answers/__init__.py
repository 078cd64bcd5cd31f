"""Answers to what a file leaves open: read from the table in which they come back, and recorded in the structure."""

from govgraph.answers.by_aspect import RECORDINGS
from govgraph.answers.recording import Recorded, answer, record
from govgraph.answers.table import COLUMNS, about_cell, rows_of_bytes

__all__ = ["COLUMNS", "RECORDINGS", "Recorded", "about_cell", "answer", "record", "rows_of_bytes"]
