"""Text from a structure as Markdown shows it, and nothing more: no link, no call to a person, no HTML, no new line."""

import re

# What means something in the middle of a line: in Markdown, HTML and formulas; emoji; addresses that become links.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$@#]|:(?=//|[\w+-]+:)|(?<=\bwww)\.|(?<=\bGH)-(?=\d)|!(?=\d)", re.IGNORECASE)
# People and issues are looked for once the entities are read: an unseen space behind the sign parts the call.
_CALLS = "@#-!"


def escaped(text: str, most: int | None = None) -> str:
    """One line of Markdown that shows the text; of one longer than `most` characters, its beginning."""
    line = " ".join(text.split())
    if most is not None and len(line) > most:
        line = f"{line[: most - 1]}…"
    return _SPECIAL.sub(_entity, line)


def _entity(found: "re.Match[str]") -> str:
    sign = found.group()
    return f"&#{ord(sign)};{'&#8203;' if sign in _CALLS else ''}"
