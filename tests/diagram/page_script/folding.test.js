import assert from "node:assert/strict";
import { test } from "node:test";
import { belowOf, boxCount, foldedTo, hiddenBelow, topsOf, unfolded } from "../../../govgraph/diagram/templates/page/folding.js";

// 0 is above 1 and 2, 2 is above 3; 4, 5 and 6 are a ring, and 7 hangs on it; 8 stands alone.
const ABOVE = [[], [0], [0], [2], [5], [6], [4], [4], []];
const BELOW = belowOf(ABOVE);
const EVERYONE = new Set(ABOVE.keys());

test("below is above seen from the other end", () => {
  assert.deepEqual(BELOW, [[1, 2], [], [3], [], [6, 7], [4], [5], [], []]);
});

test("the tops have nobody above them, and a ring is entered by its first", () => {
  assert.deepEqual(topsOf(ABOVE, BELOW, EVERYONE), [0, 8, 4]);
});

test("whoever stands below somebody who is not in place is a top", () => {
  assert.deepEqual(topsOf(ABOVE, BELOW, new Set([1, 3, 7])), [1, 3, 7]);
});

test("folding hides what can be reached through the folded body alone", () => {
  assert.deepEqual(unfolded(ABOVE, BELOW, EVERYONE, new Set()), new Set([0, 8, 4, 1, 2, 6, 7, 3, 5]));
  const open = unfolded(ABOVE, BELOW, EVERYONE, new Set([0, 6]));
  assert.deepEqual([...open].sort(), [0, 4, 6, 7, 8]);
  assert.equal(hiddenBelow(0, BELOW, EVERYONE, open), 3);
  assert.equal(hiddenBelow(6, BELOW, EVERYONE, open), 1);
});

test("a list counts as one box", () => {
  assert.equal(boxCount(10, []), 10);
  assert.equal(boxCount(10, [{ members: [1, 2, 3] }, { members: [4, 5] }]), 7);
});

test("a body with two above it stays while one of them is open", () => {
  const above = [[], [], [0, 1]];
  assert.deepEqual([...unfolded(above, belowOf(above), new Set([0, 1, 2]), new Set([0]))].sort(), [0, 1, 2]);
});

test("a large structure is folded from the foot until few are left", () => {
  const above = [[], ...Array.from({ length: 9 }, () => [0]), ...Array.from({ length: 30 }, (_, number) => [1 + (number % 9)])];
  const below = belowOf(above);
  const present = new Set(above.keys());
  assert.equal(unfolded(above, below, present, foldedTo(above, below, present, 0)).size, 1);
  for (const most of [5, 10, 14, 25, 100]) {
    const left = unfolded(above, below, present, foldedTo(above, below, present, most)).size;
    assert.ok(left <= most, `${left} of ${most}`);
  }
  assert.equal(unfolded(above, below, present, foldedTo(above, below, present, 100)).size, 40);
});
