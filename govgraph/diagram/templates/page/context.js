// The parts of a page, its data and its state: what every other module takes. Nothing is kept outside of it.
import { readData } from "./data.js";
import { all } from "./elements.js";
import { belowOf } from "./folding.js";
import { hasFrame, variantAt } from "./frames.js";
import { makePlaces } from "./placing.js";

/**
 * What the diagram of the free boxes can be asked.
 * @typedef {object} Free
 * @property {() => void} update
 * @property {(number: number) => void} show
 * @property {() => void} fit
 */

/**
 * @typedef {object} State
 * @property {number} frame
 * @property {number | null} chosen the body whose details are open
 * @property {Set<number>} lit the bodies of the fact or question that is shown in the diagram
 * @property {Set<number>} folded
 * @property {Set<number>} shown the bodies that are seen
 * @property {number} here the body that Tab leads to
 * @property {number} scale
 * @property {[width: number, height: number]} size
 */

/**
 * What another page that holds the diagram gives it. All listeners are on its place or inside it, and go with it.
 * @typedef {object} Given
 * @property {ParentNode & EventTarget} [place] what holds the diagram; the whole page where it is a page of its own
 * @property {import("./data.js").Data} [data] where it does not stand in the page
 * @property {string} [look] how the diagram looks, as CSS
 * @property {(key: string) => void} [onChosen] hears the id of the chosen body, or nothing; else the address keeps it
 */

/** @typedef {ReturnType<typeof makeContext>} Context */

/**
 * Everything that is known of a page.
 * @param {Document} root
 * @param {Given} [given]
 */
export const makeContext = (root, given = {}) => {
  const data = given.data ?? readData(root);
  const place = given.place ?? root;
  const svg = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (root.getElementById("gg")));
  const above = data.bodies.map((body) => body.above);
  /** @type {State} */
  const state = {
    frame: data.first, chosen: null, lit: new Set(), folded: new Set(), shown: new Set(), here: 0, scale: 1,
    size: [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height],
  };
  const paths = all("[data-link]", svg);
  return {
    root, place, data, svg, above, state,
    look: given.look ?? root.getElementById("look")?.textContent ?? "",
    onChosen: given.onChosen,
    below: belowOf(above),
    boxes: data.bodies.map((_, number) => /** @type {HTMLElement} */ (root.getElementById(`b${number}`))),
    paths,
    places: makePlaces(data, svg, paths),
    rows: data.bodies.map((_, number) => /** @type {HTMLElement | undefined} */ (all(`tr[data-row="${number}"]`, place)[0])),
    free: /** @type {Free | null} */ (null),
  };
};

/**
 * An element by its id, which may be missing.
 * @param {Context} context
 * @param {string} id
 */
export const maybe = (context, id) => context.root.getElementById(id);

/**
 * An element by its id.
 * @param {Context} context
 * @param {string} id
 */
export const find = (context, id) => /** @type {HTMLElement} */ (maybe(context, id));

/**
 * What is chosen or typed in a tool; empty where the page has no such tool.
 * @param {Context} context
 * @param {string} id
 */
export const valueOf = (context, id) => /** @type {HTMLInputElement | null} */ (maybe(context, id))?.value ?? "";

/**
 * The boxes of a name, ticked or not.
 * @param {Context} context
 * @param {string} name
 */
export const inputs = (context, name) =>
  all(`input[name="${name}"]`, context.place).map((input) => /** @type {HTMLInputElement} */ (input));

/**
 * The values of the boxes of a name that are ticked.
 * @param {Context} context
 * @param {string} name
 */
export const ticked = (context, name) => new Set(inputs(context, name).filter((input) => input.checked).map((input) => input.value));

/**
 * Whether something is there in the frame that is shown.
 * @param {Context} context
 * @param {string | undefined} frames
 */
export const inFrame = (context, frames) => hasFrame(frames ?? "", context.state.frame);

/**
 * What stands in the frame that is shown, or null.
 * @template T
 * @param {Context} context
 * @param {import("./data.js").Variants<T>} variants
 */
export const current = (context, variants) => variantAt(variants, context.state.frame);

/**
 * The bodies that are in place in the frame that is shown.
 * @param {Context} context
 */
export const present = (context) =>
  new Set([...context.boxes.keys()].filter((number) => inFrame(context, context.data.bodies[number].shown)));
