"""Findings as text: one file a format, each takes a report and gives a string."""
