"""The wheel holds all that `govgraph demo` needs, without the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from helpers import ROOT, flat


@pytest.mark.long
def test_demo_works_from_the_wheel_alone(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path / "installed")
    assert "govgraph/py.typed" in names
    assert "govgraph/cli/starter.yaml" in names
    assert not [name for name in names if name.startswith(("tests", "fixtures", "benchmarks"))]
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "govgraph", "demo"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert (
        "Parent carers have no seat on three bodies: CCG Governing Body, People's Overview Committee and Shropshire "
        "Health and Wellbeing Board."
    ) in flat(ran.stdout)
    assert str(ROOT) not in ran.stdout
