"""One body's surroundings: what is so many steps from it, and nothing else."""

from dataclasses import replace

from govgraph.draw.frames import Varying
from govgraph.draw.scene import Scene
from govgraph.words import many


def focused(scene: Scene, body: str, steps: int) -> Scene:
    """The scene with one body and what is at most so many relations or seats away from it, whichever way they lead."""
    near: dict[str, set[str]] = {}
    for link in scene.links:
        near.setdefault(link.start, set()).add(link.end)
        near.setdefault(link.end, set()).add(link.start)
    kept, edge = {body}, {body}
    for _ in range(steps):
        edge = {other for one in edge for other in near.get(one, ())} - kept
        kept |= edge
    boxes = {key: box for key, box in scene.boxes.items() if key in kept}
    for number, box in enumerate(boxes.values()):
        box.number = number
    links = tuple(link for link in scene.links if link.start in kept and link.end in kept)
    renumbered = {link.number: number for number, link in enumerate(links)}
    for link in links:
        link.number = renumbered[link.number]
    for box in boxes.values():
        box.voices = {group: _as_renumbered(ways, renumbered) for group, ways in box.voices.items()}
    name = boxes[body].name
    left = many(len(scene.boxes) - len(boxes), "other body is", "other bodies are")
    near_it = f"Only {name} and what is at most {many(steps, 'step')} from it; {left} left out."
    only = f"{near_it} Verdict and numbers are of the whole structure."
    found = tuple(one for one in scene.found if not one.bodies or not kept.isdisjoint(one.bodies))
    hidden = len(scene.found) - len(found)
    if hidden:
        only = f"{only} {many(hidden, 'finding about others is', 'findings about others are')} left out too."
    return replace(scene, boxes=boxes, links=links, found=found, only=only)


def _as_renumbered(ways: Varying[tuple[int, ...]], numbers: dict[int, int]) -> Varying[tuple[int, ...]]:
    found: Varying[tuple[int, ...]] = Varying()
    for links, frames in ways:
        found.add(tuple(numbers[link] for link in links if link in numbers), frames)
    return found
