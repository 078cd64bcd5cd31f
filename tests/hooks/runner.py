"""How GitHub runs a composite action, as far as action.yml uses it: expressions, steps, files of outputs, commands."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from repository import run

EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
SHELL = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
OUTPUT = re.compile(r"(?P<name>[\w-]+)(?:=(?P<line>.*)|<<(?P<end>.+)\n(?P<lines>(?s:.*?))\n(?P=end))\n")


@dataclass
class Ran:
    """What came of a run."""

    code: int = 0
    log: str = ""
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    ends: list[str] = field(default_factory=list)
    """What ended the outputs of several lines."""

    @property
    def obeyed(self) -> list[str]:
        """The lines of the log that GitHub takes for commands: `::` begins them, or `##[` is anywhere in them."""
        found, until = [], None
        for line in map(str.strip, re.split(r"\r\n|\r|\n", self.log)):
            if until is not None:
                until = None if line == f"::{until}::" else until
            elif line.startswith("::stop-commands::"):
                until = line.removeprefix("::stop-commands::")
            elif line.startswith("::") or "##[" in line:
                found.append(line)
        return found


class Runner:
    """A runner that has fetched an action to a folder; `steps` are those of the action that it runs."""

    def __init__(self, action: Path, temp: Path, steps: slice = slice(None)) -> None:
        self.action, self.temp, self.steps = action, temp, steps
        self.defined: dict[str, Any] = yaml.safe_load((action / "action.yml").read_text(encoding="utf-8"))

    def run(self, workspace: Path, inputs: dict[str, str], *, base: str = "") -> Ran:
        """Run the steps in a workspace; `base` is the base branch of a pull request."""
        defaults = {name: one.get("default", "") for name, one in self.defined["inputs"].items()}
        known = {f"inputs.{name}": value for name, value in {**defaults, **inputs}.items()}
        known["github.base_ref"] = base
        ran = Ran()
        for step in self.defined["runs"]["steps"][self.steps]:
            outputs = self._step(step, workspace, known, ran)
            known |= {f"steps.{step['id']}.outputs.{name}": value for name, value in outputs.items()}
            if ran.code:
                break
        ran.outputs = {name: _resolved(one["value"], known) for name, one in self.defined["outputs"].items()}
        return ran

    def _step(self, step: dict[str, Any], workspace: Path, known: dict[str, str], ran: Ran) -> dict[str, str]:
        with TemporaryDirectory(dir=self.temp) as folder:
            script, output, summary = (Path(folder) / name for name in ("step.sh", "output", "summary"))
            script.write_text(step["run"], encoding="utf-8")
            output.touch()
            summary.touch()
            env = {name: _resolved(value, known) for name, value in step.get("env", {}).items()}
            files = {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
            places = {"GITHUB_ACTION_PATH": str(self.action), "RUNNER_TEMP": str(self.temp)}
            places["GITHUB_WORKSPACE"] = str(workspace)
            done = run(workspace, *SHELL, script, **files, **places, **env)
            ran.code = done.returncode
            ran.log += done.stdout
            ran.summary += summary.read_text(encoding="utf-8")
            return _outputs(output.read_text(encoding="utf-8"), ran.ends)


def _resolved(text: str, known: dict[str, str]) -> str:
    """Text with its expressions replaced. As with GitHub, an output that no step has set is empty."""
    return EXPRESSION.sub(
        lambda found: known.get(found[1], "") if found[1].startswith("steps.") else known[found[1]], text
    )


def _outputs(text: str, ends: list[str]) -> dict[str, str]:
    """A file of outputs: `name=value`, or `name<<END`, lines, and END; nothing else."""
    found, at = {}, 0
    while at < len(text):
        one = OUTPUT.match(text, at)
        assert one, f"GitHub cannot read this: {text[at:]}"
        found[one["name"]] = one["lines"] if one["line"] is None else one["line"]
        ends += filter(None, [one["end"]])
        at = one.end()
    return found
