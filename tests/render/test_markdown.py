"""The comment on a pull request: what it says, and that no name of a file can be more than a name in it."""

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from govgraph.engine.arrows import from_arrows
from govgraph.model import Structure
from govgraph.pipeline import check, compare
from govgraph.policy import Settings
from govgraph.render import markdown
from govgraph.render.markdown import escaped
from render.hostile import DAY, FAULTS, TEXTS, changed, hostile_report, many, waived

# As servers read it: tables, struck text, and addresses that become links by themselves.
READER = MarkdownIt("gfm-like", {"html": True})
OURS = {
    "h2",
    "h3",
    "p",
    "strong",
    "br",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "sub",
    "ul",
    "ol",
    "li",
    "em",
    "pre",
}
OURS |= {"code", "end of code", "details", "summary"}
NODE = r'b\d+(?:\("[^"]*"\)|\["[^"]*"\]|\(\["[^"]*"\]\))'
MERMAID = re.compile(
    rf'flowchart BT|{NODE}|b\d+p\d+\{{\{{"[^"]*"\}}\}} -\.- b\d+|b\d+ -->\s?b\d+|b\d+ -\. "[a-z ]+" \.-> b\d+'
    r"|style b\d+ stroke-width:3px(?:,stroke-dasharray:\d \d)?"
)
LABEL = re.compile(r"(?:[\w .,'/-]|#\d+;|<br/>)*")


class Page(HTMLParser):
    """The tags of a page, and its text outside of diagrams."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(READER.render(text))

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != ["code"]:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "code":
            self.tags.append("end of code")


def diagrams(text: str) -> list[str]:
    return re.findall(r"```mermaid\n(.*?)\n```", text, re.DOTALL)


def test_the_headline_comes_first_then_what_is_new_then_what_changes() -> None:
    text = markdown.render(changed())
    titles = ["**Parent carers lose their seat on the Board. ", "### What is new and wrong"]
    titles += ["### What changes", "**Before**: ", "**After**: ", "There before the change too: 1 finding"]
    places = [text.index(title) for title in titles]
    assert places == sorted(places)
    assert "| **Error** | Parent carers lose their seat on the Board. Before, they had a seat with a vote; now" in text
    assert "| Board | removed | seat for Parent carers held by Forum, with a vote |" in text
    assert "| Extra | added | body (board) |" in text


def test_where_nothing_is_compared_there_is_no_before() -> None:
    text = markdown.render(many(2))
    assert "**Parent carers have no seat on " in text
    assert "### What is wrong" in text
    assert diagrams(text) == []


def test_where_nothing_was_there_everything_is_new_and_that_is_said() -> None:
    from govgraph.formats import Base

    structure = from_arrows("board: board, strategic, membership complete\nforum -- sits_on[p] --> group")
    text = markdown.render(check(structure, against=Base("git:main", None), as_of=DAY))
    assert "Compared with nothing: git:main does not hold this structure" in text


def test_a_change_that_changes_nothing_says_so() -> None:
    structure = from_arrows("board: board, strategic\nforum -- sits_on[p, voting] --> board")
    text = markdown.render(compare(structure, structure, as_of=DAY))
    assert "**This change alters nothing that the file says." in text
    assert "### What changes" not in text


def test_waivers_are_told_with_their_reason() -> None:
    text = markdown.render(changed(waivers=[waived("REP101", "extra")]))
    assert "Waived: 1 finding, not counted" in text
    assert "Waived by The clerk: The law keeps it to members." in text


def test_only_what_changes_and_its_neighbours_is_drawn_before_and_after() -> None:
    before = "a -- reports_to --> b\nb -- part_of --> c\nc -- part_of --> d\nx -- part_of --> y"
    after = "a: board\nb -- part_of --> c\nc -- part_of --> d\nx -- part_of --> y\nnew -- feeds_into --> a"
    old, new = diagrams(markdown.render(compare(from_arrows(before), from_arrows(after), as_of=DAY)))
    assert re.findall(r'"([A-Z]\w*)<br/>', old) == ["A", "B"]
    assert re.findall(r'"([A-Z]\w*)<br/>', new) == ["A", "New"]
    assert '"A<br/>board, changed"' in old
    assert '"New<br/>board, new"' in new


def test_a_body_that_goes_is_marked_before() -> None:
    report = compare(from_arrows("a -- reports_to --> b"), from_arrows("b: board"), as_of=DAY)
    (old,) = diagrams(markdown.render(report))
    assert '"A<br/>board, gone after"' in old


def test_too_many_bodies_are_not_drawn() -> None:
    def structure(number: int, kind: str) -> Structure:
        return Structure.model_validate(
            {"bodies": {f"b{count}": {"name": f"B{count}", "kind": kind} for count in range(number)}}
        )

    few = compare(structure(60, "board"), structure(60, "panel"), as_of=DAY)
    many_more = compare(structure(61, "board"), structure(61, "panel"), as_of=DAY)
    assert len(diagrams(markdown.render(few))) == 2
    assert diagrams(markdown.render(many_more)) == []


def test_a_long_report_stays_below_what_a_comment_holds_and_says_what_it_leaves_out() -> None:
    text = markdown.render(many(300, "A board with a long name " * 20))
    assert len(text) < 65_536
    assert "Parent carers have no seat on 300 bodies: " in text
    assert text.splitlines()[-1].startswith("_300 errors")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_names_are_nothing_but_text(text: str) -> None:
    written = markdown.render(hostile_report(text))
    page = Page(written)
    assert set(page.tags) <= OURS
    calm = Page(markdown.render(hostile_report("Calm")))
    for tag in ("h2", "h3", "details", "summary", "pre", "table"):
        assert page.tags.count(tag) == calm.tags.count(tag), tag
    rows = [line for line in written.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} <= {4}
    assert not re.search(r"[@#]\w", page.text)
    _assert_safe(written)


def _assert_safe(written: str) -> None:
    """Each line of a diagram is one of ours, and each label holds nothing but text."""
    for drawn in diagrams(written):
        for line in drawn.splitlines():
            assert MERMAID.fullmatch(line.strip()), line
            assert all(LABEL.fullmatch(label) for label in re.findall(r'"([^"]*)"', line)), line


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a | b", "a | b"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("[x](https://evil.example)", "[x](https://evil.example)"),
        ("https://evil.example www.evil.example", "https://evil.example www.evil.example"),
        ("`code` **bold** _it_ ~~no~~", "`code` **bold** _it_ ~~no~~"),
        (":tada: $x^2$ &amp; \\", ":tada: $x^2$ &amp; \\"),
        ("a\n\n# b", "a #\u200b b"),
        ("@owner #12", "@\u200bowner #\u200b12"),
    ],
)
def test_what_is_typed_is_what_is_shown(typed: str, shown: str) -> None:
    page = Page(f"x {escaped(typed)}\n")
    assert page.text.strip() == f"x {shown}"
    assert set(page.tags) == {"p"}


def test_faults_are_told_where_there_is_no_verdict() -> None:
    text = markdown.render_faults(FAULTS)
    assert "**There is no verdict.**" in text
    page = Page(text)
    assert page.tags.count("li") == len(FAULTS)
    assert set(page.tags) <= OURS


def test_where_only_questions_are_left_nothing_is_called_wrong() -> None:
    structure = "board: board, strategic\nforum -- sits_on[p] --> group"
    report = check(from_arrows(structure), Settings(), as_of=DAY)
    text = markdown.render(report)
    assert "**The file does not show whether P have a seat on the Board. The file gives no source for " in text
    assert "**Error**" not in text
    assert "### What the file does not say" in text
    assert ". Who sits on the Board?" in text
