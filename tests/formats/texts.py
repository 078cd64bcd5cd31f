"""Texts that a spreadsheet, a CSV file or YAML would bend, and random structures full of them."""

from random import Random
from typing import Any

from hypothesis import strategies as st

from govgraph.model.scalars import UNSEEN
from structures import everything

NASTY = (
    "=1+1",
    "'=1",
    "''=1",
    "'tis",
    "+44 20",
    "-1",
    "@SUM(A1)",
    "\uff1d1",
    '=HYPERLINK("http://x")',
    "_x000D_",
    "_x005F_",
    "a_x0041_b",
    "two\nlines",
    "two\r\nlines",
    "old\rmac",
    "\tTab",
    "a\tb",
    " spaces at the ends ",
    "007",
    "1.10",
    "1e5",
    "TRUE",
    "yes",
    "no",
    "null",
    "~",
    "2020",
    "2020-07-03",
    "03/07/2020",
    "12:30",
    "a\x85b",
    "a\u2028b\u2029c",
    "\u00a0",
    "\u2003x",
    "a; b",
    "a, b",
    'say "this"',
    '"',
    '"quoted"',
    '"half',
    "# not a comment",
    "key: value",
    "- item",
    "[a, b]",
    "{a: b}",
    "%",
    "&anchor",
    "*alias",
    "!tag",
    "|",
    ">",
    "trailing colon:",
    "\n",
    "\nfirst",
    "last\n",
    "  indented\nless",
    "e.g. this",
    "(ignore)",
    "#REF!",
    "Bwrdd Iechyd Ŵ",
    "日本語 😀",
    "\\",
    "\\n",
    "<b>&amp;</b>",
    "x" * 3000,
)


def is_text(text: str) -> bool:
    """Whether the model takes it."""
    return bool(text) and not text.isspace() and not UNSEEN.search(text)


texts = st.one_of(st.sampled_from([text for text in NASTY if is_text(text)]), st.text(max_size=12).filter(is_text))
days = st.sampled_from(
    ["2020-07-03", "2020-07", "2020", "1905-07-12", "1899-12-31", "1900-02-28", "9999-12-31", "0001"]
)


@st.composite
def _nasty(draw: st.DrawFn) -> dict[str, Any]:
    """A random structure in which a handful of nasty texts and days stand everywhere that any may stand."""
    data: dict[str, Any] = draw(everything)
    pool, dates = draw(st.lists(texts, min_size=3, max_size=6)), draw(st.lists(days, min_size=2, max_size=3))
    random = Random(draw(st.integers(0, 1 << 30)))

    def text() -> str:
        return random.choice(pool)

    data["title"], data["note"] = text(), text()
    data["source"] = random.choice(["s1", {"id": "s2", "where": text()}])
    data["themes"] = {"t1": {"name": text(), "raised_by": ["parents", "young"], "source": "s1"}}
    data["sources"]["s1"] |= {"title": text(), "date": random.choice(dates), "address": text()}
    data["constituencies"]["young"] |= {"name": text(), "check": random.random() < 0.5, "note": text()}
    for body in data["bodies"].values():
        body |= {"name": text(), "review_by": random.choice(dates), "several": random.random() < 0.5}
        some = ("purpose", "meets", "quorum", "terms", "note")
        body |= {key: text() for key in some if random.random() < 0.4}
        for key in ("other_names", "decisions"):
            body[key] = random.choices([*pool, ""], k=random.randint(0, 3))
        body["responsible_for"] = random.choice([[], ["t1"], [{"theme": "t1", "lead": True, "note": text()}]])
        body["consulted"] = [{"constituency": "young", "on": text()}]
        body["accountable_to"] = [{"to": f"outside (((({text()}", "note": text()}]
        for seat in body.get("seats", []):
            seat |= {"as": text(), "source": {"id": "s1", "where": text()}}
            if not seat.keys() & {"count", "several"}:  # one person holds one seat
                seat["person"] = text()
        for contact in body.get("contacts", []):
            contact |= {"post": text(), "person": text()}
    return data


nasty = _nasty()
