"""A structure out to a file: YAML, JSON, a workbook, a folder of CSV files. What is written reads back the same."""

from govgraph.write.files import FORMS, form_of, write
from govgraph.write.whole import write_whole

__all__ = ["FORMS", "form_of", "write", "write_whole"]
