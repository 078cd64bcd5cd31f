"""The reader of YAML: libyaml, or PyYAML's own where there is no libyaml; and what both complain of, in our words."""

import re
from typing import Any

import yaml


class PythonLoader(yaml.SafeLoader):
    """PyYAML's own loader, which takes tabs between the parts of a line as libyaml does."""

    def scan_to_next_token(self) -> None:
        """Go on to the next part."""
        if self.index == 0 and self.peek() == "\ufeff":
            self.forward()
        while True:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n\x85\u2028\u2029":
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                break
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain_spaces(self, indent: int, start_mark: Any) -> Any:
        """What stands between the words of a text without quotes."""
        length = 0
        while self.peek(length) in {" ", "\t"}:
            length += 1
        between = self.prefix(length)
        if "\t" not in between or self.peek(length) in "\0\r\n\x85\u2028\u2029":
            return super().scan_plain_spaces(indent, start_mark)
        self.forward(length)
        return [between]


LOADER = getattr(yaml, "CSafeLoader", PythonLoader)

_TAB = "A tab stands where spaces are needed: indent with spaces."
# Of libyaml, then of PyYAML itself: the problem, and what it was doing.
_MESSAGES = [
    ("mapping values are not allowed", "A second colon stands on this line: put the whole text in quotes."),
    ("cannot start any token", "A text that begins with this character must be in quotes."),
    (
        "did not find expected '-' indicator|expected <block end>.*block (sequence|collection)",
        "This line does not fit the list above it: check the indentation.",
    ),
    (
        "did not find expected key|expected <block end>",
        "This line does not fit the lines above it: check the indentation. Put a text with an apostrophe in double "
        "quotes.",
    ),
    (
        "expected ',' or ']'",
        "A list that begins with [ is not closed with ] before this, or a text in it needs quotes.",
    ),
    ("expected ',' or '}'", "What begins with { is not closed with } before this, or a text in it needs quotes."),
    ("could not find expected ':'", "A key must be followed by a colon and a space."),
    ("unexpected end of stream", "A text in quotes begins here and is not closed."),
    ("expected '?<document start>", "This line does not fit what stands above it: check the indentation."),
    ("directive", "A text that begins with % must be in quotes."),
    ("alphabetic or numeric character|non-alphabetical", "A text that begins with & or * must be in quotes."),
    ("undefined alias", "References with * are not used here: write the value out."),
    ("sequence entries are not allowed", "A list cannot begin here: put its first - on a line of its own."),
    ("node content", "A value is missing here, or a text needs quotes."),
    ("comment or (a )?line break|chomping or indentation", "A text that begins with | or > must be in quotes."),
]


def place_and_message(error: yaml.YAMLError, text: str) -> tuple[Any, str]:
    """The mark of what cannot be read, or None; and the message."""
    if isinstance(error, yaml.reader.ReaderError):
        return None, "This is not YAML: a control character stands in it. Delete it."
    if not isinstance(error, yaml.MarkedYAMLError):
        return None, "This is not YAML."
    mark = error.problem_mark or error.context_mark
    if "unexpected end of stream" in str(error.problem):
        mark = error.context_mark or mark  # where the quote was opened
    if mark and text[mark.index : mark.index + 1] == "\t":
        return mark, _TAB
    problem = f"{error.problem or ''} {error.context or ''}"
    unknown = f"This is not YAML: {error.problem or error.context}."
    return mark, next((message for words, message in _MESSAGES if re.search(words, problem)), unknown)
