"""Whatever a document says: a draft quotes it word for word, claims no absence and no full list, and is the same."""

from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from govgraph.drafting.engine import propose
from govgraph.drafting.passages import Block, BlockKind, DocumentText
from govgraph.model.proposal import Proposal, proposal_sentence

PLACES = ("Wendle", "Aldermere", "Eastmoor", "North Hambleton")
NOUNS = ("Board", "Committee", "Sub-Committee", "Working Group", "Panel", "Forum", "Partnership", "Council", "Cabinet")
TOPICS = ("SEND", "Finance", "Audit and Risk", "Health and Wellbeing", "Children's", "Quality", "")
POINTING = ("the Board", "the Committee", "it", "this group", "the sub-groups", "each committee", "the Council", "WSB")
VERBS = (
    "reports to",
    "will formally report to",
    "is accountable to",
    "is a sub-group of",
    "is overseen by",
    "scrutinises",
    "advises",
    "delegates its powers to",
    "is informed by the work of",
    "appoints the chair of",
    "has replaced",
    "works with",
    "holds",
    "monitors the SEND Strategy with",
)
DENIALS = ("", "", "does not", "may", "no longer", "hopes that it", "would", "until 2020")
POSTS = (
    "Director of Finance",
    "the Headteacher",
    "two parent carers",
    "a representative of Healthwatch",
    "Chair",
    "nobody",
)
ROLES = ("is chaired by", "comprises", "has", "consists of", "is jointly led by", "includes")
LABELS = ("Chair", "Quorum", "Meets", "Members", "In attendance", "Reports to", "Review date", "Purpose", "Weather")
HEADINGS = (
    "Membership",
    "1. Purpose",
    "Terms of Reference",
    "Sub-groups",
    "Reporting",
    "The Senate",
    "Non-voting members",
)
HEADERS = (
    (),
    ("Member", "Role", "Voting"),
    ("Organisation", "Post", "Number"),
    ("Sub-group", "Chair", "Reports to"),
    ("Committee", "Members", "Meets"),
    ("Label", "Value"),
)
SIGNS = ("", "", "(", ")", "“", "’s", " | ", ";", ":", "•", "Á", "0-19", "Ltd", "not", "would", "&")

bodies = st.builds(
    lambda place, topic, noun, alias: " ".join(filter(None, (place, topic, noun))) + alias,
    st.sampled_from(("", *PLACES)),
    st.sampled_from(TOPICS),
    st.sampled_from(NOUNS),
    st.sampled_from(("", "", "", " (WSB)", " (the Board)", " members", "'s")),
)
subjects = bodies.map(lambda name: f"the {name}") | st.sampled_from(POINTING)
posts = st.lists(st.sampled_from(POSTS) | bodies, min_size=1, max_size=3).map(", ".join)


def spoken(*parts: str) -> str:
    """Words as a sentence: with a capital, with one space between, and a full stop."""
    text = " ".join(" ".join(parts).split())
    return text[:1].upper() + text[1:] + "."


sentences = st.one_of(
    st.builds(spoken, subjects, st.sampled_from(DENIALS), st.sampled_from(VERBS), subjects, st.sampled_from(SIGNS)),
    st.builds(spoken, subjects, st.sampled_from(ROLES), posts),
    st.builds(
        spoken, posts, st.sampled_from(("sit on", "chair", "attend meetings of", "represent carers on")), subjects
    ),
    st.builds(spoken, subjects, st.sampled_from(("meets termly", "is responsible for the SEND Plan", "is advisory"))),
    st.builds(spoken, st.just("the quorum of"), subjects, st.sampled_from(("is three members", "is not fixed"))),
    st.builds("{}: {}".format, st.sampled_from(LABELS), posts | subjects),
    st.builds(spoken, st.lists(st.sampled_from((*SIGNS, *POINTING, *VERBS, *NOUNS)), max_size=8).map(" ".join)),
)
leads = st.builds(
    "{} {}:".format,
    subjects,
    st.sampled_from(("has the following sub-groups", "members are", "comprises", "does not have")),
)


@st.composite
def documents(draw: st.DrawFn) -> DocumentText:
    """A document of blocks of all kinds, as readers of files make them."""
    blocks = []
    for number in range(draw(st.integers(1, 12))):
        kind = draw(st.sampled_from(BlockKind))
        headers = draw(st.sampled_from(HEADERS)) if kind is BlockKind.ROW else ()
        width = len(headers) or 2
        cell = posts | subjects | st.sampled_from((*LABELS, "", "Yes", "no", "3"))
        cells = tuple(draw(st.lists(cell, min_size=width, max_size=width))) if kind is BlockKind.ROW else ()
        text = {
            BlockKind.HEADING: st.sampled_from(HEADINGS) | bodies,
            BlockKind.PARAGRAPH: st.lists(sentences, min_size=1, max_size=4).map(" ".join) | leads,
            BlockKind.ITEM: posts | sentences | bodies,
            BlockKind.ROW: st.just(" | ".join(cells)),
        }[kind]
        level = draw(st.integers(0, 3))
        blocks.append(Block(kind, draw(text), f"line {number + 1}", level, cells, headers, 1 if cells else 0))
    return DocumentText(draw(st.sampled_from(("a.txt", "b.md"))), draw(st.none() | bodies), tuple(blocks))


def quoted(row: Proposal, texts: tuple[DocumentText, ...]) -> bool:
    """Whether the sentence of a row stands word for word in the block at its place, or in one with more documents."""
    places = [
        block
        for text in texts
        for block in text.blocks
        if text.name == row.document and (row.where or "").split(", under “")[0] == block.place
    ]
    return any(row.says is not None and row.says in block.text for block in places)


@given(st.lists(documents(), min_size=1, max_size=2).map(tuple))
@examples(300)
def test_a_draft_quotes_claims_no_absence_and_is_the_same_each_time(texts: tuple[DocumentText, ...]) -> None:
    rows = propose(texts)
    for row in rows:
        assert quoted(row, texts), row
        assert row.what is not None
        assert row.what != "has no seat for"
        assert row.what not in ("Membership", "Lines", "Parts")
        assert row.confirmed is None
        assert proposal_sentence(row)
    assert propose(texts) == rows


@given(documents())
@examples(100)
def test_each_body_is_proposed_once(text: DocumentText) -> None:
    named = [row.body for row in propose([text]) if row.what == "is a"]
    assert len(named) == len(set(named))


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" "), max_size=80),
        max_size=4,
    )
)
@examples(300)
def test_no_text_at_all_is_too_odd_to_read(texts: list[str]) -> None:
    blocks = [
        Block(kind, text, f"line {number}", 1, (text, text) if kind is BlockKind.ROW else ())
        for number, text in enumerate(map(str.strip, texts))
        for kind in BlockKind
        if text
    ]
    propose([DocumentText("odd.txt", None, tuple(blocks))])
