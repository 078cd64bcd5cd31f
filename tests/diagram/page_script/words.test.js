import assert from "node:assert/strict";
import { test } from "node:test";
import { decoded } from "../../../govgraph/diagram/templates/page/choosing.js";
import { hasFrame, variantAt } from "../../../govgraph/diagram/templates/page/frames.js";
import { isMatch, searchText } from "../../../govgraph/diagram/templates/page/search.js";
import { isSeatWanted } from "../../../govgraph/diagram/templates/page/seats.js";

test("a set of frames may be larger than a number of JavaScript", () => {
  const set = "8000000000000000000000005";
  assert.deepEqual([0, 1, 2, 98, 99, 100].map((frame) => hasFrame(set, frame)), [true, false, true, false, true, false]);
  assert.equal(hasFrame("", 0), false);
});

test("what stands in a frame is the first that is in it, or nothing", () => {
  const variants = [["5", "odd"], ["2", "even"]];
  assert.deepEqual([0, 1, 2, 3].map((frame) => variantAt(variants, frame)), ["odd", "even", "odd", null]);
});

test("search minds neither accents nor capitals nor the order of words", () => {
  assert.equal(searchText("GROSSE Gŵyl"), "grosse gwyl");
  assert.ok(isMatch("große", searchText("Große Kommission")));
  assert.ok(isMatch("  y gŵyl ", "gwyl y ty"));
  assert.ok(!isMatch("gwyl z", "gwyl y ty"));
  assert.ok(!isMatch("  ", "anything"));
});

test("the switch shows all seats, those of one group, or none", () => {
  assert.deepEqual(["all", "0", "1", "10", "none"].map((wanted) => isSeatWanted(wanted, [0, 10])), [true, true, false, true, false]);
  assert.deepEqual(["all", "0", "none"].map((wanted) => isSeatWanted(wanted, [])), [true, false, false]);
});

test("a fragment that is no text is taken as it stands", () => {
  assert.equal(decoded("send%2Dboard"), "send-board");
  assert.equal(decoded("%E0%A4%A"), "%E0%A4%A");
});
