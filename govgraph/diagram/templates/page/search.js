// Search: marks and counts bodies while one types.
import { find, inFrame, valueOf } from "./context.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * Text without accents and capitals, as Python writes the names.
 * @param {string} text
 */
export const searchText = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");

/**
 * Whether each word that was typed is in a text.
 * @param {string} typed
 * @param {string} text as searchText gives it
 */
export const isMatch = (typed, text) => {
  const words = searchText(typed).split(/\s+/).filter(Boolean);
  return words.length > 0 && words.every((word) => text.includes(word));
};

/**
 * Mark and count the bodies that are searched for, and return those that are seen or can be unfolded.
 * @param {Context} context
 */
export const search = (context) => {
  const { data, boxes, state } = context;
  const typed = valueOf(context, "search");
  /** @param {number} number */
  const isReachable = (number) =>
    state.shown.has(number) || (inFrame(context, data.bodies[number].shown) && !boxes[number].classList.contains("filtered"));
  const matches = [...data.bodies.keys()].filter((number) => isMatch(typed, data.bodies[number].search));
  const hits = matches.filter(isReachable);
  const elsewhere = matches.length - hits.length;
  boxes.forEach((box, number) => box.classList.toggle("hit", hits.includes(number)));
  find(context, "hits").textContent = typed.trim() === "" ? "" :
    `${hits.length} found${elsewhere ? `; ${elsewhere} more not in this view (filtered out, or not in place)` : ""}`;
  return hits.sort((one, two) => Number(state.shown.has(two)) - Number(state.shown.has(one)));
};
