"""Workbooks and folders of CSV files: cells first, then the same plain data that YAML and JSON give."""
