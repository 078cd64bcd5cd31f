"""The ways of links around boxes: level and upright pieces with round corners, found one link after the other."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import chain, pairwise
from typing import NamedTuple

from govgraph.diagram.layout.geometry import Point, Rectangle, simplified

_CLEARANCE, _LANE = 5.0, 13.0
"""How near a way may come to a box, and how far from it the lanes beside it are."""
_PORTS = {0.5: 0.0, 0.28: 12.0, 0.72: 12.0}
"""Where on a side of a box a way may begin or end, as shares of it, and what is paid for it."""
_BEND, _CROSSING, _WRONG_SIDE = 60.0, 45.0, 220.0
"""What is paid, in px, for a bend, for a crossing, and for a side that misleads."""
_JOINED, _COVERED = 0.6, 7.0
"""What is paid for each px along a link of the same bundle, and along another."""
_CORNER, _MARKS = 16.0, 38.0
"""How far from the corners of a box ways begin and end: on its upper side these have marks."""
_SPLIT = 220.0
"""What is paid, in px, where a way does not go in with its bundle."""
_USED_PORT = 40.0
_MAX_STEPS = 30_000


class End(NamedTuple):
    """Where a way begins or ends: a box, and the obstacle that it is, or in which it stands as a row."""

    box: Rectangle
    obstacle: Rectangle


class Errand(NamedTuple):
    """A link to be routed. Errands of one `bundle` may share their way; None shares it with nobody."""

    number: int
    start: End
    end: End
    bundle: tuple[str, str] | None
    start_is_lower: bool | None
    """Whether the start stands below the end and belongs to it; None where neither is so."""
    entry: float | None = None
    """Where on the upper body all of a bundle go in, from the left."""


class _Port(NamedTuple):
    """A point on the border of a box, the point before it from which it is reached, and what is paid for it."""

    border: Point
    outside: Point
    is_upright: bool
    cost: float


State = tuple[int, int, bool]
"""Two places on the grid, and whether the way runs upright there."""


class Router:
    """Finds ways around obstacles; each keeps off those that were found before it.

    Args:
        obstacles: what no way runs through.
        errands: all links to be routed.

    """

    def __init__(self, obstacles: Sequence[Rectangle], errands: Sequence[Errand]) -> None:
        xs = {x for box in obstacles for x in (box.left - _LANE, box.right + _LANE)}
        ys = {y for box in obstacles for y in (box.top - _LANE, box.bottom + _LANE)}
        for errand in errands:
            for port in chain(*self._ports(errand)):
                xs.add(port.outside[0])
                ys.add(port.outside[1])
        self.xs, self.ys = sorted(xs), sorted(ys)
        self.level_blocked = [bytearray(len(self.xs)) for _ in self.ys]
        """For each level line the pieces, each with the place where it begins, through which no way leads."""
        self.upright_blocked = [bytearray(len(self.ys)) for _ in self.xs]
        self.level_users: dict[tuple[int, int], set[tuple[str, str] | None]] = {}
        self.upright_users: dict[tuple[int, int], set[tuple[str, str] | None]] = {}
        self.used_ports: dict[Point, set[tuple[str, str] | None]] = {}
        for box in obstacles:
            self._block(box)

    def _block(self, box: Rectangle) -> None:
        left, right = box.left - _CLEARANCE, box.right + _CLEARANCE
        top, bottom = box.top - _CLEARANCE, box.bottom + _CLEARANCE
        inside_x = range(bisect_right(self.xs, left), bisect_left(self.xs, right))
        inside_y = range(bisect_right(self.ys, top), bisect_left(self.ys, bottom))
        for row in inside_y:
            for place in range(max(bisect_right(self.xs, left) - 1, 0), bisect_left(self.xs, right)):
                self.level_blocked[row][place] = 1
        for column in inside_x:
            for place in range(max(bisect_right(self.ys, top) - 1, 0), bisect_left(self.ys, bottom)):
                self.upright_blocked[column][place] = 1

    def occupy(self, points: Sequence[Point], bundle: tuple[str, str] | None) -> None:
        """Let other ways keep off the pieces of a way."""
        for (x1, y1), (x2, y2) in pairwise(points):
            if abs(x1 - x2) < abs(y1 - y2):
                column = bisect_left(self.xs, x1 - _CLEARANCE)
                while column < len(self.xs) and self.xs[column] <= x1 + _CLEARANCE:
                    low, high = bisect_left(self.ys, min(y1, y2)), bisect_right(self.ys, max(y1, y2))
                    for row in range(max(low - 1, 0), high):
                        self.upright_users.setdefault((column, row), set()).add(bundle)
                    column += 1
            else:
                row = bisect_left(self.ys, y1 - _CLEARANCE)
                while row < len(self.ys) and self.ys[row] <= y1 + _CLEARANCE:
                    low, high = bisect_left(self.xs, min(x1, x2)), bisect_right(self.xs, max(x1, x2))
                    for column in range(max(low - 1, 0), high):
                        self.level_users.setdefault((row, column), set()).add(bundle)
                    row += 1

    def route(self, errand: Errand) -> list[Point] | None:
        """The way of a link; None where none is found."""
        starts, ends = self._ports(errand)
        points = self._search(starts, ends, errand.bundle)
        if points is None:
            return None
        self.keep_off(points, errand.bundle)
        return points

    def keep_off(self, points: Sequence[Point], bundle: tuple[str, str] | None) -> None:
        """Let other ways keep off a way that is there already, and off its ends."""
        self.occupy(points, bundle)
        for point in (points[0], points[-1]):
            self.used_ports.setdefault(point, set()).add(bundle)

    def _ports(self, errand: Errand) -> tuple[list[_Port], list[_Port]]:
        """Where the way of a link may begin, and where it may end."""
        lower, entry = errand.start_is_lower, errand.entry
        start, end = errand.start, errand.end
        common = _common(start.box, end.box)
        if lower is None or entry is None:
            over = None if lower is None else not lower
            return list(_ports(start, lower, common)), list(_ports(end, over, common))
        above, below = (end, start) if lower else (start, end)
        is_straight = below.box.left + _MARKS <= entry <= below.box.right - _MARKS
        uppers = list(_ports(above, False, common, entry))
        lowers = list(_ports(below, True, (entry if is_straight else below.box.middle[0], common[1])))
        return (lowers, uppers) if lower else (uppers, lowers)

    def _search(
        self, starts: Sequence[_Port], ends: Sequence[_Port], bundle: tuple[str, str] | None
    ) -> list[Point] | None:
        """The cheapest way from one of the starts to one of the ends."""
        goals = self._goals(ends, bundle)
        if not goals:
            return None
        left, right = (edge(self.xs[state[0]] for state in goals) for edge in (min, max))
        top, bottom = (edge(self.ys[state[1]] for state in goals) for edge in (min, max))

        def rest(state: State) -> float:
            x, y = self.xs[state[0]], self.ys[state[1]]
            return max(left - x, x - right, 0.0) + max(top - y, y - bottom, 0.0)

        best: dict[State, float] = {}
        came: dict[State, State | _Port] = {}
        heap: list[tuple[float, int, State, _Port | None]] = []
        for port in starts:
            place = self._place(port.outside)
            state, cost = (*(place or (0, 0)), port.is_upright), self._port_cost(port, bundle)
            if place is not None and cost < best.get(state, float("inf")):
                best[state], came[state] = cost, port
                heappush(heap, (cost + rest(state), len(heap), state, None))
        count = len(heap)
        done: set[State] = set()
        while heap and count < _MAX_STEPS:
            _, _, state, goal = heappop(heap)
            if goal is not None:
                return self._traced(came, state, goal)
            if state in done:
                continue
            done.add(state)
            onward = [(best[state] + cost, after) for cost, after in self._steps(state, bundle)]
            nearer = [(total, after) for total, after in onward if total < best.get(after, float("inf"))]
            best.update({after: total for total, after in nearer})
            came.update(dict.fromkeys((after for _, after in nearer), state))
            entries: list[tuple[float, State, _Port | None]] = [
                *((best[state] + cost, state, port) for cost, port in goals.get(state, ())),
                *((total + rest(after), after, None) for total, after in nearer),
            ]
            for total, after, port_there in entries:
                heappush(heap, (total, count, after, port_there))
                count += 1
        return None

    def _goals(self, ends: Sequence[_Port], bundle: tuple[str, str] | None) -> dict[State, list[tuple[float, _Port]]]:
        """What is paid where a way comes to the places before the ends."""
        goals: dict[State, list[tuple[float, _Port]]] = {}
        for port in ends:
            place = self._place(port.outside)
            if place is not None:
                cost = self._port_cost(port, bundle)
                goals.setdefault((*place, port.is_upright), []).append((cost, port))
                goals.setdefault((*place, not port.is_upright), []).append((cost + _BEND, port))
        return goals

    def _port_cost(self, port: _Port, bundle: tuple[str, str] | None) -> float:
        others = self.used_ports.get(port.border, set()) - ({bundle} if bundle else set())
        return port.cost + (_USED_PORT if others else 0.0)

    def _place(self, point: Point) -> tuple[int, int] | None:
        """The place of a point on the grid; None where an obstacle stands on it."""
        column, row = bisect_left(self.xs, point[0]), bisect_left(self.ys, point[1])
        level, upright = self.level_blocked[row], self.upright_blocked[column]
        is_blocked = (
            level[column] and (column == 0 or level[column - 1]) and upright[row] and (row == 0 or upright[row - 1])
        )
        return None if is_blocked else (column, row)

    def _steps(self, state: State, bundle: tuple[str, str] | None) -> Iterator[tuple[float, State]]:
        """The places to which a way can go on, each with what is paid."""
        column, row, upright = state
        yield _BEND, (column, row, not upright)
        if upright:
            crossing = _crossing(self.level_users.get((row, column)), bundle)
            for piece, after in ((row - 1, row - 1), (row, row + 1)):
                if 0 <= after < len(self.ys) and not self.upright_blocked[column][piece]:
                    length = self.ys[piece + 1] - self.ys[piece]
                    along = _along(self.upright_users.get((column, piece)), bundle)
                    yield length * along + crossing, (column, after, True)
        else:
            crossing = _crossing(self.upright_users.get((column, row)), bundle)
            for piece, after in ((column - 1, column - 1), (column, column + 1)):
                if 0 <= after < len(self.xs) and not self.level_blocked[row][piece]:
                    length = self.xs[piece + 1] - self.xs[piece]
                    along = _along(self.level_users.get((row, piece)), bundle)
                    yield length * along + crossing, (after, row, False)

    def _traced(self, came: Mapping[State, State | _Port], state: State, goal: _Port) -> list[Point]:
        points = [goal.border, goal.outside]
        step: State | _Port = state
        while not isinstance(step, _Port):
            points.append((self.xs[step[0]], self.ys[step[1]]))
            step = came[step]
        points += [step.outside, step.border]
        return simplified(points[::-1])


Users = set[tuple[str, str] | None]


def _crossing(users: Users | None, bundle: tuple[str, str] | None) -> float:
    """What is paid for half the way over another link."""
    return _CROSSING / 2 if users and (bundle is None or users != {bundle}) else 0.0


def _along(users: Users | None, bundle: tuple[str, str] | None) -> float:
    """What is paid for each px of a piece: little where the way joins its bundle, much where it covers another."""
    if not users:
        return 1.0
    return _JOINED if bundle is not None and users == {bundle} else _COVERED


def _common(start: Rectangle, end: Rectangle) -> Point:
    """The upright and the level line that run straight from one box to the other, as near to their middles as can be.

    Each is that of the smaller box, where there is none.
    """
    x = start.middle[0] if start.width < end.width else end.middle[0]
    y = start.middle[1] if start.height < end.height else end.middle[1]
    left, right = max(start.left, end.left) + _CORNER, min(start.right, end.right) - _CORNER
    top, bottom = max(start.top, end.top) + _CORNER, min(start.bottom, end.bottom) - _CORNER
    x = min(max(x, left), right) if left <= right else x
    y = min(max(y, top), bottom) if top <= bottom else y
    return round(x, 1), round(y, 1)


def _ports(end: End, is_lower: bool | None, common: Point, entry: float | None = None) -> Iterator[_Port]:
    """Where a way may begin or end: below a body that stands above, and above one that stands below.

    `common` is where it would run straight; `entry`, where there is one, the only place on its lower and upper side.
    """
    box, obstacle = end
    sides = 0.0 if is_lower is None else _WRONG_SIDE
    xs = {round(box.left + share * box.width, 1): cost for share, cost in _PORTS.items()}
    ys = {round(box.top + share * box.height, 1): cost for share, cost in _PORTS.items()}
    xs |= {common[0]: 1.0} if box.left + _MARKS <= common[0] <= box.right - _MARKS else {}
    ys |= {common[1]: 1.0} if box.top + _CORNER <= common[1] <= box.bottom - _CORNER else {}
    if entry is not None:
        xs, ys, sides = {entry: 0.0}, {round(box.middle[1], 1): 0.0}, _SPLIT
    if box != obstacle:  # a row of a list is reached from beside it
        xs, ys = {}, {round(box.middle[1], 1): 0.0}
    for y, off in ys.items():
        yield _Port((box.left, y), (obstacle.left - _LANE, y), False, sides + off)
        yield _Port((box.right, y), (obstacle.right + _LANE, y), False, sides + off)
    for x, off in xs.items():
        for top in (True, False):
            edge, lane = (box.top, -_LANE) if top else (box.bottom, _LANE)
            wrong = is_lower is not None and top != is_lower
            yield _Port((x, edge), (x, edge + lane), True, off + (2 * _WRONG_SIDE if wrong else 0.0))
