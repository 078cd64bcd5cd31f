"""No text that users read has a word to avoid; and the measures of `texts` measure what they should."""

import pytest
import texts

from govgraph.model import Structure

PLACES = {
    "findings": "REP101 (message)",
    "reports": "paper as Markdown",
    "help": "govgraph check --help",
    "docstrings": "docstring of REP101",
    "pages": "docs/guide.md",
    "schema": "schema",
    "starters": "new workbook, Bodies",
    "strings": "govgraph/showing.py",
    "templates": "govgraph/diagram/templates/page/main.js",
}
"""A place of each kind, which must be looked at."""


def test_there_is_a_place_of_each_kind() -> None:
    assert list(texts.KINDS) == list(PLACES)


@pytest.mark.parametrize(("kind", "place"), PLACES.items())
def test_no_text_for_users_has_a_word_to_avoid(kind: str, place: str) -> None:
    found = texts.avoided_in(kind)
    assert place in found
    avoided = [f"{where}: {words}" for where, words in found.items() if words]
    if avoided:  # a plain assertion would show only the first of them
        pytest.fail("\n".join(["words to avoid:", *avoided]))


def test_no_sentence_is_long() -> None:
    """Of messages, remedies, questions and headlines over all fixtures and the examples of all rules."""
    found = texts.findings_texts()
    assert {text.part for text in found} >= {"headline", "message", "fix", "question"}
    assert [(text.place, text.words) for text in texts.long_sentences(found)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A reader is told so. The page Tells it.", ["told", "tells"]),
        ("Whoever chairs it, and\nall the\nsame nobody.", ["whoever", "all the same"]),
        ("They are stated to be members and are not stated to vote.", ["is stated to be", "is not stated to"]),
        ("These stand in the file and are asked of nobody.", ["stands in the file", "asked of"]),
        ("The people who are asked about.", ["people who are asked about"]),
        ("It reads like the record itself.", ["the record itself", "reads like"]),
        ("Its ties. Its properties. Untold: a tie.", ["ties"]),
        ("The Board is in force from 2020.", ["in force"]),
        ("The Care Act 2014 has been in force since 2015. The Regulations, S.I. 2022/634, in force from July.", []),
        ("The Act says so. The Board is in force from 2020.", ["in force"]),
    ],
)
def test_words_to_avoid_are_found_as_whole_words_in_any_case(text: str, words: list[str]) -> None:
    assert texts.words_to_avoid(text) == words


def test_a_name_counts_as_one_word_the_longest_first_in_any_case() -> None:
    data = {
        "constituencies": {"parents": {"name": "Parent carers"}},
        "bodies": {
            "board": {"name": "Health and Wellbeing Board", "kind": "board", "accountable_to": "the electors"},
            "health": {"name": "Health", "kind": "organisation"},
            "a": {"name": "A", "kind": "board"},
        },
    }
    without_names = texts.names_masked([Structure.model_validate(data)])
    said = "A health and wellbeing board answers to the electors, Health and a healthy A, not to parent carers."
    assert without_names(said) == "Board Board answers to Board, Board and a healthy Board, not to Board."
    assert without_names("See https://example.org/a.b/c?d, then legislation.gov.uk/ukpga/2012/7.") == (
        "See Board, then Board."
    )


def test_sentences_end_at_signs_before_a_new_one_and_not_within_a_number() -> None:
    said = 'It asks for 2.5 of them, e.g. two. "They" may ask? 3 do!'
    assert texts.sentences(said) == ["It asks for 2.5 of them, e.g. two.", '"They" may ask?', "3 do!"]
    assert texts.word_count("Two – and a half: 3.") == 5
    long = texts.Text("X", "fix", " ".join(["word"] * texts.LONG))
    assert texts.long_sentences([long]) == []
    assert len(texts.long_sentences([long._replace(words=f"Short. The {long.words}.")])) == 1


def test_strings_of_a_program_are_words_for_people_and_no_docstrings() -> None:
    code = '"""No text."""\nX = f"The {name} is {\'not told\'}."\nkey = "told"\nhead = "Ties"\n"""Nor this."""\n'
    assert sorted(texts.strings(code)) == ["The Board is Board.", "Ties", "not told"]


def test_templates_give_what_they_say_themselves() -> None:
    page = '{% if told %}<p class="told" title="A note">{{ told }} is {# told #} here</p>{% endif %}'
    assert texts.fixed_text(page, ".j2").split() == ["Board", "is", "here", ".", "A", "note"]
    script = '  // told\n  const said = `${told} found${more ? `; ${more} more not seen` : ""}`, key = "told";\n'
    assert texts.fixed_text(script, ".js") == "; Board more not seen . Board foundBoard"
    assert texts.fixed_text('#let told = [Page #n of it]; #f("To do", "told")', ".typ") == "Page #n of it . To do"


def test_a_hard_message_has_a_higher_grade() -> None:
    easy, hard = "The cat sat on the mat.", "Accountability necessitates representation notwithstanding considerations."
    messages = [texts.Text("X", "message", words) for words in (easy, hard)]
    low, high = texts.grades([*messages, texts.Text("X", "fix", hard)])
    assert low < texts.GRADE_AT_MOST < high


def test_pages_are_measured_without_their_code() -> None:
    page = "A `told` thing.\n\n```text\ntold\n```\nSee [this](told.md).\n\n  ~~~\n  told\n  ~~~\n"
    assert "told" not in texts.prose(page)
    assert "See [this]." in texts.prose(page)
