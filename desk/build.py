"""Builds the desk, one page with the whole of govgraph: `python desk/build.py`, which `make desk` calls."""

import argparse
import sys
from pathlib import Path

from contents import files
from govgraph.desk.built_file import digest_of_sources
from govgraph.formats.written_mark import marked
from licences import about, licences
from modules import archive, compile_all
from packing import modules, packed, plain
from page import assemble, bundle
from parts import ROOT, fetch

DEFAULT = ROOT / "dist" / "govgraph-desk.html"


def build(*, quick: bool = False, anew: bool = False) -> bytes:
    """The page, the same for the same sources.

    `quick` packs less well, and leaves the scripts readable; `anew` compiles what was compiled before, too.
    """
    fetch()
    carried = {"files": archive(compile_all(files(), anew=anew)), **modules()}
    bundled = bundle(readable=quick)
    parts = {name: packed(content, quick=quick) for name, content in carried.items()}
    parts["worker"] = plain(bundled.worker)
    return marked(assemble(bundled, parts, about(licences(bundled.packages)), digest_of_sources()), DEFAULT.name)


def main() -> None:
    """Write the page, and where it stands."""
    parser = argparse.ArgumentParser(description="Build govgraph's desk.")
    parser.add_argument("--quick", action="store_true", help="larger, and sooner: to try things out")
    parser.add_argument("--anew", action="store_true", help="compile what was compiled before, too")
    parser.add_argument("-o", "--output", type=Path, default=DEFAULT)
    chosen = parser.parse_args()
    content = build(quick=chosen.quick, anew=chosen.anew)
    chosen.output.parent.mkdir(parents=True, exist_ok=True)
    chosen.output.write_bytes(content)
    sys.stdout.write(f"Built: {chosen.output}, {len(content) / 1e6:.1f} MB.\n")


if __name__ == "__main__":
    main()
