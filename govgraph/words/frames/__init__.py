"""What structures, reports and answers say, as tables of pandas: names in the cells, columns in an order that stays."""

from govgraph.words.frames.answers import of_measures, of_participation, of_trace
from govgraph.words.frames.reports import of_report
from govgraph.words.frames.structures import of_structure

__all__ = ["of_measures", "of_participation", "of_report", "of_structure", "of_trace"]
