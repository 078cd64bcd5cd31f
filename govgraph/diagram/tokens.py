"""Design tokens: every colour of drawings by what it means, on a light and on a dark ground."""

import re
from typing import NamedTuple

_PREFIX = "--gg-"
_REFERENCE = re.compile(rf"var\({_PREFIX}([a-z-]+)\)")


class Token(NamedTuple):
    """A colour on a light and on a dark ground."""

    light: str
    dark: str


TOKENS = {
    "ink": Token("#1b1b1b", "#f0f1f3"),  # text
    "soft": Token("#474d56", "#c3c8d0"),  # text that matters less
    "paper": Token("#ffffff", "#14171c"),  # the ground, and text on an accent
    "edge": Token("#6b7280", "#8b94a3"),  # borders of controls and frames
    "pale": Token("#f3f5f8", "#1f252e"),  # the ground of panels, lists and frames
    "line": Token("#3d4855", "#a9b4c2"),  # lines and outlines of bodies
    "link": Token("#0b4f8a", "#9cc9f5"),
    # What bodies are filled with, by kind.
    "box": Token("#f5f7fa", "#1f2733"),
    "box-organisation": Token("#f7f7f3", "#262521"),
    "box-forum": Token("#f3f8f1", "#202a20"),
    "box-reviewer": Token("#faf5f8", "#2a2127"),
    # Accents. tests/diagram/test_colours.py keeps them apart, for eyes that see fewer colours too.
    "wrong": Token("#981604", "#fd5c62"),  # a fact that is wrong
    "loss": Token("#6b0573", "#c573bd"),  # lost since the structure before
    "gain": Token("#096536", "#27af7c"),  # gained since
    "seat": Token("#4070ae", "#5bcffc"),  # who sits where
    "voice": Token("#501fd8", "#8a95fc"),  # the way of a group's voice
    "chosen": Token("#8e6a12", "#f1a729"),  # the body or fact that the reader chose
    "chosen-pale": Token("#fff4d6", "#292005"),
    "focus": Token("#0b4f8a", "#9cc9f5"),  # where the keyboard is
    "hit": Token("#e8f4ff", "#0c2636"),  # what a search found
}


def css_variables() -> str:
    """The tokens as variables of CSS; on a screen that is set to dark, those of the dark ground."""
    light, dark = (
        ":root { " + " ".join(f"{_PREFIX}{name}: {colour};" for name, colour in colours) + " }"
        for colours in (
            [(name, token.light) for name, token in TOKENS.items()],
            [(name, token.dark) for name, token in TOKENS.items()],
        )
    )
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{ {dark} }}\n"


def literal(css: str) -> str:
    """A style with the light colours in place of variables, which not every reader of SVG knows.

    Raises KeyError where it names no token.
    """
    return _REFERENCE.sub(lambda match: TOKENS[match[1]].light, css)
