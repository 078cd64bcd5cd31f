// Choosing: a body turns the panel to its details, a fact or question lights its bodies; the address keeps the body.
import { find, inFrame } from "./context.js";
import { draw, reveal, show } from "./drawing.js";
import { all, goTo } from "./elements.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * Set the part of the address after its #, without a step for the button Back; or say what is chosen to who asked.
 * @param {Context} context
 * @param {string} fragment
 */
const setFragment = (context, fragment) => {
  if (context.onChosen) {
    context.onChosen(fragment);
    return;
  }
  const { history, location } = /** @type {Window} */ (context.root.defaultView);
  const address = location.href.split("#")[0];
  history.replaceState(null, "", fragment ? `${address}#${fragment}` : address);
};

/**
 * Light the bodies of a fact or question, or of none.
 * @param {Context} context
 * @param {HTMLElement | null} button that of the fact or question
 */
const setLit = (context, button) => {
  const numbers = (button?.dataset.bodies ?? "").split(" ").filter(Boolean).map(Number);
  context.state.lit = new Set(numbers.filter((number) => inFrame(context, context.data.bodies[number].shown)));
  all(".light", context.place).forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
};

/**
 * Light the bodies of a fact or question, and bring the first of them into view; or take the light back.
 * @param {Context} context
 * @param {HTMLElement} button
 */
const toggleLit = (context, button) => {
  setLit(context, button.getAttribute("aria-pressed") === "true" ? null : button);
  lightBodies(context, context.state.lit);
};

/**
 * Light some bodies, and bring the first of them into view.
 * @param {Context} context
 * @param {Iterable<number>} numbers
 */
export const lightBodies = (context, numbers) => {
  const { state, data } = context;
  state.lit = new Set([...numbers].filter((number) => inFrame(context, data.bodies[number].shown)));
  reveal(context, state.lit);
  draw(context);
  const [first] = state.lit;
  if (first !== undefined) show(context, first, { focus: false });
};

/**
 * Take back what a fact or question lights.
 * @param {Context} context
 */
export const clearLit = (context) => setLit(context, null);

/**
 * Put the details of the chosen body back among all others.
 * @param {Context} context
 * @param {number} number
 */
const putBack = (context, number) => {
  const after = all("#articles > article", context.place).find((article) => Number(article.dataset.body) > number);
  find(context, "articles").insertBefore(find(context, `body-${number}`), after ?? null);
};

/**
 * Open the details of a body in the panel.
 * @param {Context} context
 * @param {number} number
 * @param {{ focus?: boolean }} [options]
 */
export const openBody = (context, number, { focus = true } = {}) => {
  const { state, data } = context;
  if (state.chosen !== null) putBack(context, state.chosen);
  clearLit(context);
  state.chosen = number;
  reveal(context, [number]);
  const article = find(context, `body-${number}`);
  find(context, "slot").replaceChildren(article);
  find(context, "chosen").hidden = false;
  find(context, "panel").classList.add("of-body");
  find(context, "panel").scrollTop = 0;
  find(context, "more").removeAttribute("open"); // it lies over the panel
  draw(context);
  setFragment(context, data.bodies[number].key);
  if (focus) article.querySelector("h3")?.focus();
};

/**
 * Close the details of the chosen body; the panel shows again what was found.
 * @param {Context} context
 * @param {{ focus?: boolean }} [options]
 */
export const closeBody = (context, { focus = true } = {}) => {
  const { state } = context;
  const number = state.chosen;
  if (number === null) return;
  putBack(context, number);
  find(context, "chosen").hidden = true;
  find(context, "panel").classList.remove("of-body");
  state.chosen = null;
  setFragment(context, "");
  draw(context);
  if (!focus) return;
  const isFixed = !find(context, "canvas").hidden;
  if (state.shown.has(number) && isFixed) show(context, number);
  else find(context, isFixed ? "search" : "free-on").focus();
};

/**
 * Go where the address says: to the body with that id in the file, else to what has that id on the page.
 * @param {Context} context
 */
const followFragment = (context) => {
  const { data, root } = context;
  const fragment = decoded(root.location.hash.slice(1));
  const number = data.bodies.findIndex((body) => body.key === fragment);
  if (number < 0) {
    if (fragment.startsWith("_")) followLink(context, fragment);
  } else if (number !== context.state.chosen && inFrame(context, data.bodies[number].shown)) {
    show(context, number, { focus: false });
    openBody(context, number);
  }
};

/**
 * The text of a fragment; one that is no text is taken as it stands.
 * @param {string} fragment
 */
export const decoded = (fragment) => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

/**
 * Go to a part of the page, away from the details of a body where they hide it.
 * @param {Context} context
 * @param {string} id
 */
const followLink = (context, id) => {
  const target = context.root.getElementById(id);
  if (!target) return;
  if (find(context, "panel").contains(target)) closeBody(context, { focus: false });
  goTo(target);
};

/**
 * The clicks that choose: on a box, a sign of a folded branch, a button of a fact, a link within the page.
 * @param {Context} context
 */
export const listenToChoices = (context) => {
  const { place, svg, boxes, state } = context;
  svg.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const number = boxes.findIndex((box) => box === target.closest(".body"));
    if (number < 0) return;
    if (!target.closest(".branch")) {
      openBody(context, number);
      return;
    }
    state.folded.delete(number);
    draw(context);
    show(context, number);
  });
  place.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLElement | null} */ (target.closest(".light, .to-body"));
    if (button?.matches(".light")) toggleLit(context, button);
    else if (button) show(context, Number(button.dataset.body));
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest('a[href^="#_"]'));
    if (link) followLink(context, link.hash.slice(1));
  });
  find(context, "close").addEventListener("click", () => closeBody(context));
};

/**
 * Follow the address now, and wherever it changes.
 * @param {Context} context
 */
export const listenToAddress = (context) => {
  context.root.defaultView?.addEventListener("hashchange", () => followFragment(context));
  followFragment(context);
};
