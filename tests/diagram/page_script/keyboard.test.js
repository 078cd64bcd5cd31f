import assert from "node:assert/strict";
import { test } from "node:test";
import { nextBody, rowsOf } from "../../../govgraph/diagram/templates/page/keyboard.js";

// One above; three below it in a row, of which the middle stands a little lower; one that is not seen.
const AT = [[200, 50, 100, 60], [300, 200, 100, 60], [100, 205, 100, 60], [200, 210, 100, 60], [400, 200, 100, 60]];
const DIAGRAM = { shown: new Set([0, 1, 2, 3]), at: AT, above: [[], [0], [0], [0], [0]], below: [[1, 2, 3, 4], [], [], [], []] };

test("bodies at about the same height are one row, from left to right", () => {
  assert.deepEqual(rowsOf(DIAGRAM.shown, AT), [[0], [2, 3, 1]]);
});

test("each key leads where it says, and never to what is not seen", () => {
  const leads = (number, key) => nextBody(number, key, DIAGRAM);
  assert.equal(leads(0, "ArrowDown"), 3);
  assert.equal(leads(3, "ArrowUp"), 0);
  assert.equal(leads(3, "ArrowLeft"), 2);
  assert.equal(leads(3, "ArrowRight"), 1);
  assert.equal(leads(1, "ArrowRight"), undefined);
  assert.equal(leads(1, "Home"), 2);
  assert.equal(leads(2, "End"), 1);
  assert.equal(leads(0, "PageDown"), 3);
  assert.equal(leads(0, "PageUp"), undefined);
  assert.equal(leads(0, "a"), undefined);
});
