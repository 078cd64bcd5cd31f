"""Legislation on which rules rest, and the nations in which it applies."""

from datetime import date

from govgraph.findings import Authority, Basis, Seen
from govgraph.model import Nation

ENGLAND = frozenset({Nation.ENGLAND})
ENGLAND_AND_WALES = ENGLAND | {Nation.WALES}


def english_law(
    title: str,
    section: str,
    path: str,
    *,
    checked: date,
    seen: Seen = Seen.SOURCE,
    from_: date | None = None,
    until: date | None = None,
    leaves_open: str = "",
) -> Authority:
    """Legislation that applies in England; `path` leads to it on legislation.gov.uk."""
    return Authority(
        title=title,
        section=section,
        address=f"https://www.legislation.gov.uk/{path}",
        basis=Basis.LAW,
        from_=from_,
        until=until,
        territory=ENGLAND,
        checked=checked,
        seen=seen,
        leaves_open=leaves_open,
    )


def scrutiny_act(section: str, *, checked: date, leaves_open: str) -> Authority:
    """A section of Part 1A of the Local Government Act 2000, on overview and scrutiny committees."""
    path, began = f"ukpga/2000/22/section/{_number(section)}", date(2012, 5, 4)
    title = "Local Government Act 2000"
    return english_law(title, section, path, from_=began, checked=checked, leaves_open=leaves_open)


def schools_forums_regulations(
    section: str, *, checked: date, leaves_open: str, from_: date = date(2012, 10, 1)
) -> Authority:
    """A regulation of the Schools Forums (England) Regulations 2012: `regulation 8(6)`."""
    title = "Schools Forums (England) Regulations 2012 (S.I. 2012/2261)"
    path = f"uksi/2012/2261/regulation/{_number(section)}"
    return english_law(title, section, path, from_=from_, checked=checked, leaves_open=leaves_open)


def _number(section: str) -> str:
    """The number of a section or regulation, as its address has it: `9FA` of `section 9FA(4) and (5)`."""
    return section.split()[1].partition("(")[0]
