// How large the diagram is shown.
import { find } from "./context.js";

/** @typedef {import("./context.js").Context} Context */

const SMALLEST = 0.1;
const LARGEST = 4;
/** So high, in px, are the smallest letters of a diagram that is in one view; the panel says the same in large ones. */
export const READABLE = 5.6;
/** On a screen that is held in a hand, and moved over the diagram, they are larger. */
export const READABLE_IN_HAND = 8.2;

/**
 * The scale at which a diagram is whole in its room, within bounds.
 * @param {readonly [number, number]} size
 * @param {readonly [number, number]} room
 * @param {number} least
 * @param {number} most
 */
export const fitted = (size, room, least, most) => Math.min(most, Math.max(least, Math.min(room[0] / size[0], room[1] / size[1])));

/**
 * Show the diagram at its scale.
 * @param {Context} context
 */
export const applyScale = (context) => {
  const { svg, state } = context;
  svg.setAttribute("width", (state.size[0] * state.scale).toFixed(1));
  svg.setAttribute("height", (state.size[1] * state.scale).toFixed(1));
};

/**
 * Show the diagram larger or smaller.
 * @param {Context} context
 * @param {number} times
 */
const scaleBy = (context, times) => {
  context.state.scale = Math.min(LARGEST, Math.max(SMALLEST, context.state.scale * times));
  applyScale(context);
};

/**
 * Fit the diagram into its room, its letters never smaller than so many px.
 * @param {Context} context
 * @param {number} letter
 */
export const fit = (context, letter) => {
  const canvas = find(context, "canvas");
  context.state.scale = fitted(context.state.size, [canvas.clientWidth - 2, canvas.clientHeight - 2], letter / context.data.letter, 1.15);
  applyScale(context);
};

/**
 * The buttons for larger and smaller.
 * @param {Context} context
 */
export const listenToZoom = (context) => {
  find(context, "larger").addEventListener("click", () => scaleBy(context, 1.25));
  find(context, "smaller").addEventListener("click", () => scaleBy(context, 0.8));
  find(context, "fit").addEventListener("click", () => fit(context, 0));
};
