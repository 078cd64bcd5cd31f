"""What becomes of a test that lacks a program."""

from typing import NoReturn

import pytest


def left_out(request: pytest.FixtureRequest, why: str) -> NoReturn:
    """Leave a test out that lacks a program; where nothing may be left out, fail it."""
    (pytest.fail if request.config.getoption("--leave-nothing-out") else pytest.skip)(why)
