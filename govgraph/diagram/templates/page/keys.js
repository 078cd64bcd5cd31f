// What keys do, in the diagram and on the page.
import { find } from "./context.js";
import { closeBody, openBody } from "./choosing.js";
import { draw, show } from "./drawing.js";
import { nextBody, rove } from "./keyboard.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * Fold the branch of a body, or open it, and stay there.
 * @param {Context} context
 * @param {number} number
 * @param {boolean} isFolded
 */
const fold = (context, number, isFolded) => {
  const { state, below } = context;
  if (!below[number].length) return;
  if (isFolded) state.folded.add(number);
  else state.folded.delete(number);
  draw(context);
  show(context, number);
};

/**
 * Do what a key asks for on a body, and return whether it asks for something.
 * @param {Context} context
 * @param {number} number
 * @param {string} key
 */
const press = (context, number, key) => {
  const { state, data, above, below } = context;
  if (key === "Enter" || key === " ") openBody(context, number);
  else if (key === "+" || key === "=") fold(context, number, false);
  else if (key === "-") fold(context, number, true);
  else if (/^(Arrow|Page|Home|End)/.test(key)) {
    const at = data.bodies.map((body) => body.at);
    const other = nextBody(number, key, { shown: state.shown, at, above, below });
    if (other !== undefined) show(context, other);
  } else return false;
  return true;
};

/**
 * Close what Escape closes, and return whether there was something.
 * @param {Context} context
 */
const escape = (context) => {
  const more = /** @type {HTMLDetailsElement} */ (find(context, "more"));
  if (more.open && more.contains(context.root.activeElement)) {
    more.open = false;
    more.querySelector("summary")?.focus();
  } else if (context.state.chosen !== null) closeBody(context);
  else return false;
  return true;
};

/**
 * Listen to the keyboard.
 * @param {Context} context
 */
export const listenToKeys = (context) => {
  const { place, svg, boxes } = context;
  /** @param {Event} event */
  const numberAt = (event) => boxes.findIndex((box) => box === /** @type {Element} */ (event.target).closest(".body"));
  svg.addEventListener("keydown", (event) => {
    const number = numberAt(event);
    if (number < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (press(context, number, event.key)) event.preventDefault();
  });
  svg.addEventListener("focusin", (event) => {
    const number = numberAt(event);
    if (number >= 0) rove(context, number);
  });
  place.addEventListener("keydown", (event) => {
    if (/** @type {KeyboardEvent} */ (event).key === "Escape" && escape(context)) event.preventDefault();
  });
};
