"""ACC106: bodies on which five or more others hang."""

from helpers import bodies, findings, why_not_asked

NEVER_SILENT = "It tells what hangs on the lines that are stated, and says that it goes by these."


def star(count: int, hub: str = "hub") -> str:
    lines = [f"{hub} -- reports_to --> top", "top: organisation", "top -- accountable_to --> all"]
    return "\n".join(lines + [f"g{number:02} -- reports_to --> {hub}" for number in range(count)])


def test_five_others_are_enough_and_four_are_not() -> None:
    assert bodies("ACC106", star(5)) == [("hub",)]
    assert bodies("ACC106", star(4)) == []


def test_those_at_the_top_count_too() -> None:
    arrows = star(4).replace("top: organisation", "top: board")
    (finding,) = findings("ACC106", arrows)
    assert finding.bodies == ("top",)
    assert finding.affects == ("g00", "g01", "g02", "g03", "hub")


def test_a_second_line_takes_a_body_out() -> None:
    assert bodies("ACC106", star(5) + "\ng00 -- part_of --> top") == []


def test_all_are_in_the_data_and_twenty_in_the_text() -> None:
    (finding,) = findings("ACC106", star(30))
    assert finding.affects == tuple(f"g{number:02}" for number in range(30))
    assert finding.affects_count == 30
    assert "10 more" in finding.message


def test_an_organisation_is_not_told() -> None:
    assert bodies("ACC106", star(6).replace("hub -- reports_to", "hub: organisation\nhub -- reports_to")) == []


def test_others_of_any_kind_count() -> None:
    arrows = star(4) + "\nhelp: service\nhelp -- part_of --> hub"
    assert bodies("ACC106", arrows) == [("hub",)]


def test_the_number_is_an_option() -> None:
    assert bodies("ACC106", star(2), settings={"options": {"ACC106": {"at_least": 2}}}) == [("hub",)]


def test_without_an_authority_it_cannot_be_asked() -> None:
    why = why_not_asked("ACC106", star(6).replace("top -- accountable_to --> all", ""))
    assert why == (
        "The file names nobody outside the structure to whom a body answers, so no body can be cut off from them."
    )


def test_it_goes_by_the_lines_in_the_file_and_says_whom_to_ask() -> None:
    (finding,) = findings("ACC106", star(5))
    assert finding.message == (
        "If Hub ended, the lines in the file would lead nowhere for five bodies: G00, G01, G02, G03 and G04."
    )
    assert finding.fix == (
        "Ask those who set up Hub who would replace it. Or ask them to let the bodies below Hub "
        "answer to somebody else too."
    )
