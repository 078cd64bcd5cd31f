"""A board paper: what was found, for people who act on it; one content, written as Word, PDF, Markdown or HTML."""
