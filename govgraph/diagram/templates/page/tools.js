// The tools above the diagram: search, seats, filters, folds, and which day and which of two structures is shown.
import { find, inFrame, inputs, maybe, present } from "./context.js";
import { clearLit, closeBody } from "./choosing.js";
import { draw, drawAndBring, show } from "./drawing.js";
import { clearFilters } from "./filters.js";
import { foldedTo } from "./folding.js";
import { search } from "./search.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * Fold branches until about so many bodies are left; of 0 only the top is left.
 * @param {Context} context
 * @param {number} most
 */
export const foldTo = (context, most) => {
  context.state.folded = foldedTo(context.above, context.below, present(context), most);
};

/**
 * Show the frame of the day and of the side that are chosen.
 * @param {Context} context
 */
const setFrame = (context) => {
  const { data, state, root } = context;
  const side = inputs(context, "side").find((input) => input.checked);
  const slider = /** @type {HTMLInputElement | null} */ (maybe(context, "day"));
  const day = Number(slider?.value ?? 0);
  state.frame = day * data.sides.length + (side ? data.sides.indexOf(side.value) : 0);
  if (slider) {
    const words = /** @type {HTMLDataListElement} */ (find(context, "days")).options[day].textContent ?? "";
    find(context, "day-said").textContent = words;
    root.documentElement.style.setProperty("--day", JSON.stringify(words)); // the foot of each printed page
    slider.setAttribute("aria-valuetext", words);
  }
  clearLit(context);
  if (state.chosen !== null && !inFrame(context, data.bodies[state.chosen].shown)) closeBody(context, { focus: false });
  draw(context);
};

/** @param {Context} context */
const listenToSearch = (context) => {
  const field = find(context, "search");
  field.addEventListener("input", () => search(context));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const [first] = search(context);
    if (first !== undefined) show(context, first);
    event.preventDefault();
  });
};

/** @param {Context} context */
const listenToFolds = (context) => {
  find(context, "open-all").addEventListener("click", () => {
    context.state.folded.clear();
    drawAndBring(context);
  });
  find(context, "fold-all").addEventListener("click", () => {
    foldTo(context, 0);
    drawAndBring(context);
  });
};

/**
 * Listen to the tools.
 * @param {Context} context
 */
export const listenToTools = (context) => {
  find(context, "tools").addEventListener("submit", (event) => event.preventDefault());
  listenToSearch(context);
  listenToFolds(context);
  maybe(context, "sides")?.addEventListener("change", () => setFrame(context));
  maybe(context, "day")?.addEventListener("input", () => setFrame(context));
  for (const id of ["groups", "seats"]) maybe(context, id)?.addEventListener("change", () => draw(context));
  for (const id of ["relations", "kinds", "by-found", "by-part"]) {
    maybe(context, id)?.addEventListener("change", () => drawAndBring(context));
  }
  find(context, "clear").addEventListener("click", () => {
    clearFilters(context);
    draw(context);
  });
};
