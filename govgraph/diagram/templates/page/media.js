// On paper everything is shown, and what is behind headings follows; afterwards all is as it was.
import { find } from "./context.js";
import { draw } from "./drawing.js";
import { all } from "./elements.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * Screens on which nothing stands beside the diagram.
 * @param {Context} context
 */
const narrowScreens = (context) => /** @type {Window} */ (context.root.defaultView).matchMedia("screen and (max-width: 60rem)");

/**
 * Whether the page is on such a screen.
 * @param {Context} context
 */
export const isNarrow = (context) => narrowScreens(context).matches;

/**
 * On a narrow screen what was found comes before the diagram, also for those who hear the page; on paper after it.
 * @param {Context} context
 * @param {"panel" | "before" | "after"} place
 */
const putFindings = (context, place) => {
  const findings = find(context, "findings");
  if (place === "panel") find(context, "panel").prepend(findings);
  else if (place === "before") find(context, "diagram").before(findings);
  else find(context, "_key").after(findings);
};

/**
 * Put what was found where the screen has room for it, and make the page ready for paper where it is printed.
 * @param {Context} context
 */
export const listenToMedia = (context) => {
  const { root, state } = context;
  const view = /** @type {Window} */ (root.defaultView);
  const narrow = narrowScreens(context);
  const putOnScreen = () => putFindings(context, narrow.matches ? "before" : "panel");
  narrow.addEventListener("change", putOnScreen);
  putOnScreen();

  /** @type {Set<number> | null} */
  let folded = null;
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  view.addEventListener("beforeprint", () => {
    folded = state.folded;
    state.folded = new Set();
    opened = all("details.printed:not([open])", root).map((one) => /** @type {HTMLDetailsElement} */ (one));
    opened.forEach((details) => { details.open = true; });
    putFindings(context, "after");
    draw(context);
    // The sheets are copies of the whole diagram: they are made for the printer alone.
    const sheets = /** @type {HTMLTemplateElement} */ (find(context, "sheets"));
    sheets.after(sheets.content.cloneNode(true));
  });
  view.addEventListener("afterprint", () => {
    if (folded) state.folded = folded;
    folded = null;
    opened.forEach((details) => { details.open = false; });
    opened = [];
    all(".sheets", root).forEach((sheets) => sheets.remove());
    putOnScreen();
    draw(context);
  });
};
