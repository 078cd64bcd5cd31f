"""Findings as text: one file a format, each takes a report, or the faults that kept it from one, and gives a string."""

FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "markdown")
"""The formats of a report: each is a module of this folder with `render` and `render_faults`."""
