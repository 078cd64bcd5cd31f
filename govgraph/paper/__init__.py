"""A board paper: what was found, told for people who act on it; one content, written as Word, PDF, Markdown or HTML."""
