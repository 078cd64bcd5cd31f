// Which bodies pass the filters.
import { current, find, inFrame, inputs, maybe, ticked, valueOf } from "./context.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * How many facts or questions are about a body in the frame that is shown.
 * @param {Context} context
 * @param {readonly import("./data.js").Entry[]} entries
 * @param {number} number
 */
export const countOf = (context, entries, number) =>
  entries.filter((entry) => entry.bodies.includes(number) && inFrame(context, entry.shown)).length;

/**
 * Whether something wanted was found about a body: any problem or question, one of a weight, or one of a rule.
 * @param {Context} context
 * @param {number} number
 * @param {string} wanted
 */
const isFound = (context, number, wanted) => {
  if (wanted === "problem") return countOf(context, context.data.facts, number) > 0;
  if (wanted === "question") return countOf(context, context.data.questions, number) > 0;
  return context.data.found.some((found) =>
    found.bodies.includes(number) && inFrame(context, found.shown) && !found.waived && !found.gone &&
    (found.code === wanted || (found.severity === wanted && !found.question)));
};

/**
 * Whether a group takes a part in a body, both written in one value.
 * @param {Context} context
 * @param {number} number
 * @param {string} wanted
 */
const takesPart = (context, number, wanted) => {
  const [group, amount] = wanted.split(/:(.*)/s);
  return current(context, context.data.bodies[number].parts[group] ?? []) === amount;
};

/**
 * A test of whether a body passes the filters as they are set now.
 * @param {Context} context
 * @returns {(number: number) => boolean}
 */
export const filterOf = (context) => {
  const kinds = ticked(context, "kind");
  const found = valueOf(context, "by-found");
  const part = valueOf(context, "by-part");
  return (number) =>
    kinds.has(current(context, context.data.bodies[number].kinds) ?? "") &&
    (!found || isFound(context, number, found)) && (!part || takesPart(context, number, part));
};

/**
 * Take every filter back.
 * @param {Context} context
 */
export const clearFilters = (context) => {
  inputs(context, "kind").forEach((input) => { input.checked = true; });
  inputs(context, "relation").forEach((input) => { input.checked = input.defaultChecked; });
  for (const id of ["by-found", "by-part"]) {
    if (maybe(context, id)) /** @type {HTMLSelectElement} */ (find(context, id)).value = "";
  }
};

/**
 * The lines that somebody hid, in words.
 * @param {Context} context
 */
export const hiddenLines = (context) =>
  inputs(context, "relation").filter((input) => input.defaultChecked && !input.checked)
    .map((input) => input.parentElement?.textContent?.trim() ?? "");
