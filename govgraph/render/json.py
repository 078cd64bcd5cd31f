"""Reports, traces and faults as JSON, the contract for programs; and the JSON Schema of a structure file."""

import json
from collections.abc import Sequence
from typing import Any

from govgraph.findings import Authority, Bodies, Finding, Item, Lack, People, Question, Report, Themes
from govgraph.findings.ledger import Baseline
from govgraph.findings.report import not_confirmed
from govgraph.graph import Step, Trace
from govgraph.model import Change, Nation, Place, SourceRef, Structure
from govgraph.model.change import PERSONAL
from govgraph.model.faults import Fault
from govgraph.render.headline import headline
from govgraph.render.verdict import caveats


def render_schema() -> str:
    """The schema as JSON."""
    schema = Structure.model_json_schema(by_alias=True)
    # What the docstring goes on to say is for those who call it from Python.
    schema["description"] = schema["description"].partition("\n")[0]
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


FORMAT = 1


def render(report: Report) -> str:
    """The report as one JSON object, whose keys docs/developers.md explains."""
    return _dump(
        {
            "govgraph": FORMAT,
            "title": report.structure.title,
            "as_of": report.as_of.isoformat(),
            "as_of_is": report.as_of_is.value,
            "view": report.view.value,
            "bodies": report.bodies,
            "relations": report.relations,
            "seats": report.seats,
            "nation": report.structure.nation.value if report.structure.nation else None,
            "law_read_on": report.law_read_on.isoformat() if report.law_read_on else None,
            "headline": headline(report),
            **({"not_confirmed": number} if (number := not_confirmed(report.structure)) else {}),
            **_against(report),
            "questions": [_question(question) for question in report.questions],
            "groups": [_group(item) for item in report.facts],
            "findings": [_finding(report, finding) for finding in report.findings],
            "not_checked": [{"code": unasked.code, "why": unasked.reason} for unasked in report.not_checked],
            "summary": report.summary(),
        }
    )


def render_faults(faults: Sequence[Fault]) -> str:
    """What kept the run from a verdict."""
    return _dump({"govgraph": FORMAT, "errors": [_placed(fault) for fault in faults]})


def render_baseline(baseline: Baseline) -> str:
    """A baseline, a finding a line, so that what leaves it shows as a line that goes."""
    return _dump(baseline.model_dump(mode="json"))


def render_trace(trace: Trace) -> str:
    """One body: its lines upward, and how each constituency is heard there."""
    structure = trace.graph.structure
    return _dump(
        {
            "govgraph": FORMAT,
            "body": trace.body,
            "name": trace.graph.name(trace.body),
            "as_of": trace.graph.as_of.isoformat(),
            "view": trace.graph.view.value,
            "line": [_step(structure, step) for step in trace.steps],
            "leaves": [_step(structure, leaving.step) for leaving in trace.leaves],
            "stops": list(trace.stops),
            "rings": [list(ring) for ring in trace.rings],
            "not_a_line": [_step(structure, step) for step in (*trace.oversight, *trace.other_ties)],
            "aside": [{**_step(structure, tie.tie.step), "why": tie.reason.value} for tie in trace.excluded],
            "heard": [
                {
                    "constituency": hearing.constituency,
                    "level": hearing.standing.level.words,
                    "gap_is_stated": hearing.standing.gap_is_stated,
                    "nearest_above": hearing.nearest_above,
                    "nearest_below": hearing.nearest_below,
                    "way_up": [_step(structure, step) for step in hearing.way_up],
                    "stops_at": list(hearing.stops_at),
                }
                for hearing in trace.voices
            ],
        }
    )


def _against(report: Report) -> dict[str, Any]:
    """What was compared with, what has changed, and the findings that it had alone."""
    against = report.against
    if against is None:
        return {}
    return {
        "against": {
            "base": against.base,
            "title": against.structure.title if against.structure else None,
            "as_of": against.as_of.isoformat() if against.as_of else None,
            "found": against.structure is not None,
            "files": against.files,
        },
        "settings": {
            "path": report.settings,
            "from_base": against.decides,
            "changed": [{"path": file.path, "how": file.how.value, "keys": file.keys} for file in against.decisions],
        },
        "caveats": list(caveats(report)),
        "changes": [_change(change) for change in against.changes],
        "heirs": [{"before": heir.before, "after": heir.after, "by": heir.by.value} for heir in against.heirs],
        "removed": against.removed,
        "no_longer_stated": [_finding(report, finding, before=True) for finding in against.no_longer_stated],
        "gone": [{**_finding(report, gone.finding, before=True), "why": gone.reason.value} for gone in against.gone],
    }


def _question(question: Question) -> dict[str, Any]:
    """What can be asked: of which bodies (or themes, or groups of people), and the keys of what it would settle."""
    about = question.about
    ids = {Bodies: "bodies", Themes: "themes", People: "constituencies"}.get(type(about), "bodies")
    return {
        "aspect": question.aspect.value,
        "bodies": [],
        ids: about.ids,
        "question": question.message,
        "settles": list(dict.fromkeys(finding.key for finding in question.settles)),
        "severity": question.severity.value,
        "who_knows": question.aspect.wording.who_knows,
    }


def _group(item: Item) -> dict[str, Any]:
    """Findings that are said once: their keys, and the message and remedy that they share."""
    return {
        "code": item.first.code,
        "severity": item.first.severity.value,
        "bodies": item.bodies,
        "constituencies": item.constituencies,
        "message": item.message,
        "fix": item.fix,
        "findings": [finding.key for finding in item.findings],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "change": change.kind.value,
        "what": change.noun,
        "path": change.path,
        "before": _without_people(change.before),
        "after": _without_people(change.after),
        **({"in_place_of": change.in_place_of} if change.in_place_of else {}),
    }


def _placed(place: Fault | Place) -> dict[str, Any]:
    """A place, with the sheet only where it is in a workbook; of a fault that stands for more, how many they are."""
    return {key: value for key, value in place._asdict().items() if key not in ("sheet", "further") or value}


def _without_people(value: Any) -> Any:
    """A value without the names of people."""
    if isinstance(value, dict):
        return {key: _without_people(item) for key, item in value.items() if key not in PERSONAL}
    return value


def _finding(report: Report, finding: Finding, *, before: bool = False) -> dict[str, Any]:
    data: dict[str, Any] = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "certainty": finding.certainty.value,
        "bodies": finding.bodies,
        "affects": finding.affects,
        "affects_count": finding.affects_count,
        "constituency": finding.constituency,
        "about": finding.about,
        **{key: each for key in ("together", "parts") if (each := getattr(finding, key))},
        **({"lacks": [_lack(lack) for lack in finding.lacks]} if finding.lacks else {}),
        "message": finding.message,
        "fix": finding.fix,
        **({"authority": _authority(finding.authority)} if finding.authority else {}),
        "witness": [_witness(report, step, before=before) for step in finding.witness],
        "location": _placed(finding.location) if finding.location else None,
        "key": finding.key,
    }
    if finding.status is not None:
        data["status"] = finding.status.value
    if finding.waiver is not None:
        data["waived"] = finding.waiver.model_dump(mode="json", include={"reason", "owner", "until"})
    return data


def _lack(lack: Lack) -> dict[str, Any]:
    return {"aspect": lack.aspect.value, "about": lack.about.ids}


def _authority(authority: Authority) -> dict[str, Any]:
    return {
        "title": authority.title,
        "section": authority.section,
        "address": authority.address,
        "basis": authority.basis.value,
        "territory": [nation.value for nation in Nation if nation in authority.territory],
        "checked": authority.checked.isoformat() if authority.checked else None,
    }


def _witness(report: Report, step: Step, *, before: bool) -> dict[str, Any]:
    """A step; with `before` where the structure before states it."""
    before = before or step.before
    data = _step(report.stated_in(before=before), step)
    return {**data, "before": True} if before else data


def _step(structure: Structure, step: Step) -> dict[str, Any]:
    return {
        "from": step.start,
        "relation": step.relation,
        "to": step.end,
        "status": step.status.value,
        "source": _source(structure, step.source),
        **({"how": step.how} if step.how else {}),
    }


def _source(structure: Structure, source: SourceRef | None) -> dict[str, str | None] | None:
    if source is None:
        return None
    document = structure.sources[source.id]
    return {"id": source.id, "title": document.title, "where": source.where, "address": document.address}


def _dump(data: dict[str, Any]) -> str:
    """One key a line, and of a list one item a line: short enough to read, and as fast as the library writes."""
    lines = []
    for key, value in data.items():
        if isinstance(value, list) and value:
            items = ",\n    ".join(json.dumps(item, ensure_ascii=False) for item in value)
            lines.append(f"{json.dumps(key)}: [\n    {items}\n  ]")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n  " + ",\n  ".join(lines) + "\n}\n"
