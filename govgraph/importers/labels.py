"""The text of a label in a drawing that holds HTML: by lines, without tags."""

from html.parser import HTMLParser

_BREAKS = frozenset({"br", "div", "p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "hr"})
_UNREAD = frozenset({"script", "style"})


class _Lines(HTMLParser):
    """Gathers the text of HTML; elements that begin a new line do so."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the library calls it
        self._unread += tag in _UNREAD
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in _UNREAD and self._unread > 0
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.parts.append(data)


def plain_text(html: str) -> str:
    """The text of a label in HTML, by lines; without its tags."""
    if "<" not in html and "&" not in html:
        return html.strip()
    lines = _Lines()
    lines.feed(html)
    lines.close()
    return "\n".join(filter(None, (" ".join(line.split()) for line in "".join(lines.parts).splitlines())))
