// How large the diagram is shown.
import { find } from "./context.js";

/** @typedef {import("./context.js").Context} Context */

const SMALLEST = 0.1;
const LARGEST = 4;
/** On a screen at home in one view: at this scale names are seven px high, and the panel says the same in large letters. */
export const READABLE = 0.56;
/** On a screen that is held in a hand, and moved over the diagram, they are somewhat larger. */
export const READABLE_IN_HAND = 0.82;

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
 * Fit the diagram into its room, never smaller than a scale.
 * @param {Context} context
 * @param {number} least
 */
export const fit = (context, least) => {
  const canvas = find(context, "canvas");
  context.state.scale = fitted(context.state.size, [canvas.clientWidth - 2, canvas.clientHeight - 2], least, 1.15);
  applyScale(context);
};

/**
 * The buttons for larger and smaller.
 * @param {Context} context
 */
export const listenToZoom = (context) => {
  find(context, "larger").addEventListener("click", () => scaleBy(context, 1.25));
  find(context, "smaller").addEventListener("click", () => scaleBy(context, 0.8));
  find(context, "fit").addEventListener("click", () => fit(context, SMALLEST));
};
