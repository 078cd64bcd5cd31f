"""What written files are called: by the file that is open and by what they are, as every system takes it."""

import re
from pathlib import PurePosixPath

from govgraph.formats.files import is_csv

_MORE_FILES = re.compile(r"(?<=\.xlsx|\.xlsm|\.yaml|\.json) and .*|(?<=\.ods|\.csv|\.yml) and .*", re.IGNORECASE)
"""All but the first of several names."""
_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
"""What Windows takes in no name, and what would turn a name around."""
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
"""Names that are those of devices on Windows."""
_LONGEST = 100
_NAMELESS = "structure"


def stem_of(name: str) -> str:
    """What an open file is called without its ending; of CSV files that are in a folder, the folder."""
    first = PurePosixPath(_MORE_FILES.sub("", name))
    folder = first.parent.name if is_csv(first.name) else ""
    return safe(folder or first.stem) or _NAMELESS


def file_name(stem: str, what: str, ending: str) -> str:
    """The name of a file: `wendle - page.html`; without `what` that of the structure itself, `wendle.yaml`."""
    whole = safe(f"{stem} - {what}" if what else stem)
    whole = f"{whole[:_LONGEST].rstrip(' .')}{ending}"
    return f"_{whole}" if _DEVICES.match(whole) else whole


def safe(text: str) -> str:
    """A part of a file's name without anything that a system refuses in it."""
    return " ".join(_REFUSED.sub(" ", text).split()).strip(" .")
