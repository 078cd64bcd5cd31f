import assert from "node:assert/strict";
import { test } from "node:test";
import { around } from "../../../govgraph/diagram/templates/page/copying.js";
import { closed, movedCurve } from "../../../govgraph/diagram/templates/page/placing.js";
import { fitted } from "../../../govgraph/diagram/templates/page/zoom.js";

test("a hole is cut down to a small gap, and nothing else moves", () => {
  const move = closed([[500, 600], [0, 100], [50, 120]], 1000);
  assert.equal(move(0), 0);
  assert.equal(move(120), 120);
  assert.equal(move(500), 154);
  assert.equal(move(600), 254);
  assert.equal(move(1000), 288);
});

test("whatever spans there are, order stays and spans keep their length", () => {
  let seed = 7;
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 200; round++) {
    const spans = Array.from({ length: 1 + Math.floor(chance() * 8) }, () => {
      const start = chance() * 900;
      return [start, start + 1 + chance() * 90];
    });
    const move = closed(spans, 1000);
    const points = [0, ...spans.flat(), 1000].sort((one, two) => one - two);
    points.slice(1).forEach((point, place) => assert.ok(move(point) >= move(points[place]) - 1e-9));
    spans.forEach(([start, stop]) => assert.ok(Math.abs(move(stop) - move(start) - (stop - start)) < 1e-6));
    assert.ok(move(1000) <= 1000 + 1e-9);
  }
});

test("a curve is moved point by point", () => {
  assert.equal(movedCurve("M1 2C3 4 5 6 -7.5 8", (x) => x + 1, (y) => y * 2), "M2.0 4.0C4.0 8.0 6.0 12.0 -6.5 16.0");
});

test("a diagram fits its room within bounds", () => {
  assert.equal(fitted([1000, 500], [500, 500], 0.1, 1), 0.5);
  assert.equal(fitted([1000, 500], [500, 100], 0.4, 1), 0.4);
  assert.equal(fitted([100, 50], [500, 500], 0.1, 1.15), 1.15);
});

test("the part around bodies holds each of them with a margin", () => {
  assert.deepEqual(around([[100, 100, 40, 20], [300, 50, 100, 60]]), { left: 56, top: -4, width: 318, height: 138 });
});
