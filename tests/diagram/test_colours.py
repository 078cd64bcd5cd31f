"""Colour: every text and line stands out from its ground, and no two accents look alike, whoever looks.

How colours look to people who see fewer of them is simulated with the matrices of Machado, Oliveira and Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE Transactions on Visualization and Computer
Graphics, 2009), at severity 1.0. Distances are CIEDE2000, of which about 2.3 are just seen.
"""

import re
from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

import pytest
from coloraide import Color

from govgraph.diagram import tokens
from govgraph.diagram.tokens import TOKENS
from govgraph.diagram.view import asset

MODES = ("light", "dark")
ACCENTS = ("wrong", "loss", "gain", "seat", "voice", "chosen", "line")
"""Each means something else; `line` is what means nothing more."""
_MIN_TEXT, _MIN_GRAPHIC, _MIN_DISTANCE = 4.5, 3.0, 10.0
_TOKEN = re.compile(r"var\(--gg-([a-z-]+)\)")


class Rule(NamedTuple):
    """One selector of a style, with what it sets."""

    selector: str
    set: dict[str, str]

    def tokens(self, *names: str) -> list[str]:
        """The tokens that some properties name."""
        return [token for name in names for token in _TOKEN.findall(self.set.get(name, ""))]


def rules(name: str) -> Iterator[Rule]:
    """The rules of a style for the screen."""
    css = re.sub(r"/\*.*?\*/", "", asset(name), flags=re.DOTALL)
    css = re.sub(r"@media print[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", "", css)
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        pairs = (line.split(":", 1) for line in body.split(";") if ":" in line)
        declared = {key.strip(): value.strip() for key, value in pairs}
        for selector in selectors.split(","):
            yield Rule(selector.strip(), declared)


def is_text(rule: Rule) -> bool:
    return bool(re.search(r"(text|\.name|\.words?|\.more)$", rule.selector))


def all_rules() -> list[Rule]:
    return [rule for name in ("diagram.css", "page.css") for rule in rules(name)]


def plates() -> dict[str, set[str]]:
    """The grounds of plates, which hold texts of their own, by what comes before `.plate` in their selectors."""
    found: dict[str, set[str]] = {}
    for rule in all_rules():
        if rule.selector.endswith(" .plate"):
            found.setdefault(rule.selector.removesuffix(" .plate"), set()).update(rule.tokens("fill"))
    return found


def text_pairs() -> set[tuple[str, str]]:
    """Every text with every ground on which it may stand: a plate its own, the others all else that is filled."""
    own = plates()
    marks = {
        (token, ground)
        for rule in all_rules()
        if rule.selector.removesuffix(" text") in own
        for token, ground in product(rule.tokens("fill"), own[rule.selector.removesuffix(" text")])
    }
    drawn = {
        token
        for rule in all_rules()
        if is_text(rule) and rule.selector.removesuffix(" text") not in own
        for token in rule.tokens("fill")
    }
    grounds = {
        token
        for rule in all_rules()
        if re.search(r"\.(shape|frame)\S*$", rule.selector)
        for token in rule.tokens("fill")
    }
    own_ground = [
        rule for rule in all_rules() if rule.tokens("color") and rule.tokens("background", "background-color")
    ]
    written = {token for rule in all_rules() if rule not in own_ground for token in rule.tokens("color")}
    under = {
        token
        for rule in all_rules()
        if rule not in own_ground
        for token in rule.tokens("background", "background-color")
    }
    return (
        marks
        | set(product(drawn, grounds | {"paper"}))
        | set(product(written, under | {"paper"}))
        | {
            pair
            for rule in own_ground
            for pair in product(rule.tokens("color"), rule.tokens("background", "background-color"))
        }
    )


def graphic_pairs() -> set[tuple[str, str]]:
    """Every line and border with the ground around it."""
    lines = {
        token
        for rule in all_rules()
        if not is_text(rule)
        for token in rule.tokens("stroke", "border", "border-color", "border-left", "border-left-color", "outline")
    }
    return set(product(lines - {"paper"}, ("paper", "pale")))


def colour(token: str, mode: str) -> Color:
    return Color(getattr(TOKENS[token], mode))


def test_the_pairs_are_read_from_the_styles() -> None:
    texts = text_pairs()
    for pair in (("ink", "box"), ("soft", "pale"), ("wrong", "box"), ("paper", "wrong"), ("loss", "paper")):
        assert pair in texts
    assert ("paper", "box") not in texts
    assert {("line", "paper"), ("wrong", "paper"), ("seat", "paper")} <= graphic_pairs()


def test_the_styles_have_no_colour_but_tokens() -> None:
    for name in ("diagram.css", "page.css"):
        for rule in rules(name):
            said = " ".join(rule.set.values())
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsl", said), rule
            assert not set(_TOKEN.findall(said)) - set(TOKENS), rule


def test_every_token_is_used() -> None:
    used = {token for rule in all_rules() for value in rule.set.values() for token in _TOKEN.findall(value)}
    assert set(TOKENS) - used == set()


@pytest.mark.parametrize("mode", MODES)
def test_every_text_can_be_read_on_its_ground(mode: str) -> None:
    faint = {
        (token, ground): round(colour(token, mode).contrast(colour(ground, mode)), 2)
        for token, ground in sorted(text_pairs())
        if colour(token, mode).contrast(colour(ground, mode)) < _MIN_TEXT
    }
    assert not faint


@pytest.mark.parametrize("mode", MODES)
def test_every_line_stands_out_from_its_ground(mode: str) -> None:
    faint = {
        (token, ground): round(colour(token, mode).contrast(colour(ground, mode)), 2)
        for token, ground in sorted(graphic_pairs())
        if colour(token, mode).contrast(colour(ground, mode)) < _MIN_GRAPHIC
    }
    assert not faint


@pytest.mark.parametrize("sight", ["full", "protan", "deutan", "tritan"])
@pytest.mark.parametrize("mode", MODES)
def test_no_two_accents_look_alike(mode: str, sight: str) -> None:
    def seen(token: str) -> Color:
        shown = colour(token, mode)
        return shown if sight == "full" else shown.filter(sight, 1, method="machado").convert("srgb").fit()

    alike = {
        (one, other): round(seen(one).delta_e(seen(other), method="2000"), 1)
        for one, other in combinations(ACCENTS, 2)
        if seen(one).delta_e(seen(other), method="2000") < _MIN_DISTANCE
    }
    assert not alike


def test_every_accent_is_a_line_of_some_rule() -> None:
    strokes = {token for rule in all_rules() for token in rule.tokens("stroke", "border-left", "border-left-color")}
    assert set(ACCENTS) <= strokes


def test_what_is_chosen_is_no_alarm() -> None:
    for mode in MODES:
        assert 50 < colour("chosen", mode).convert("lch-d65")["hue"] < 110  # between red, at 30, and green, at 140


def test_variables_are_set_for_both_grounds_and_dark_only_on_screens() -> None:
    css = tokens.css_variables()
    light, dark = css.split("@media screen and (prefers-color-scheme: dark)")
    for name, token in TOKENS.items():
        assert f"--gg-{name}: {token.light};" in light
        assert f"--gg-{name}: {token.dark};" in dark


def test_pictures_have_the_light_colours_as_they_are() -> None:
    drawn = tokens.literal(asset("diagram.css"))
    assert "var(" not in drawn
    assert TOKENS["wrong"].light in drawn
    with pytest.raises(KeyError):
        tokens.literal("fill: var(--gg-plaid);")
