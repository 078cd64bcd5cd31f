"""Every format is a module of its own, known by its name to the command line."""

from importlib import import_module

import pytest

import govgraph.render
from govgraph.policy import FailOn
from govgraph.render import FORMATS
from helpers import FIXTURES
from helpers import govgraph as command

ROOM = govgraph.render.__path__[0]


def test_every_module_that_tells_faults_is_a_format() -> None:
    from pkgutil import iter_modules

    modules = [import_module(f"govgraph.render.{one.name}") for one in iter_modules([ROOM])]
    found = {one.__name__.rpartition(".")[2] for one in modules if hasattr(one, "render_faults")}
    assert found == set(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_hash_seeds_change_no_byte_of_a_comparison(form: str) -> None:
    story = FIXTURES / "changes" / "boards-merged"
    files = ("check", story / "after.yaml", "--against", story / "before.yaml", "--format", form)
    first, *others = (command(*files, PYTHONHASHSEED=seed).stdout for seed in "012")
    assert others == [first, first]


@pytest.mark.parametrize("form", FORMATS)
def test_where_there_is_no_verdict_every_format_says_so_and_writes_it_whole(form: str) -> None:
    missing = FIXTURES / "no-such.yaml"
    ran = command("check", missing, "--format", form)
    assert ran.returncode == 2
    assert (ran.stdout == "") == (form == "text")
    wrong = command("check", missing, "--format", form, "--as-of", "never")
    assert wrong.returncode == 2
    assert "Traceback" not in wrong.stderr


def test_the_weights_of_the_option_are_those_of_the_settings() -> None:
    told = command("check", "--help").stdout
    assert f"[{'|'.join(one.value for one in FailOn)}]" in told
