"""What `import govgraph` gives."""

import subprocess
import sys

import pytest

import govgraph

AGAIN = "import govgraph; first = govgraph.{0}; import govgraph.{1}; assert govgraph.{0} is first and callable(first)"


@pytest.mark.parametrize("name", govgraph.__all__)
def test_a_public_name_is_the_same_however_often_and_late_it_is_asked_for(name: str) -> None:
    # `govgraph.read` is a room too, and Python would put it in the place of the function.
    for room in ("read", "draw", "pipeline"):
        ran = subprocess.run(
            [sys.executable, "-c", AGAIN.format(name, room)], capture_output=True, text=True, check=False
        )
        assert ran.stderr == ""
