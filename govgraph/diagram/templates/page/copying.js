// Copies the diagram, as it is shown or around the chosen body, to the clipboard as a picture; or saves it.
import { find, inFrame } from "./context.js";
import { all } from "./elements.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {{ left: number, top: number, width: number, height: number }} Part of the diagram */

const MARGIN = 24;
const SCALE = 2;
/** More px across or down are too many for a canvas of some browsers. */
const MOST_PX = 8000;

/**
 * The chosen body and what is one step away from it.
 * @param {Context} context
 */
const nearChosen = (context) => {
  const { state, data } = context;
  const near = new Set(state.chosen === null ? [] : [state.chosen]);
  data.links.forEach((link) => {
    if (!inFrame(context, link.shown)) return;
    if (link.from === state.chosen) near.add(link.to);
    if (link.to === state.chosen) near.add(link.from);
  });
  return new Set([...near].filter((number) => state.shown.has(number)));
};

/**
 * The part of the plane that holds some bodies.
 * @param {readonly (readonly number[])[]} at of each of them x, y, width and height
 * @returns {Part}
 */
export const around = (at) => {
  const left = Math.min(...at.map(([x, , width]) => x - width / 2)) - MARGIN;
  const top = Math.min(...at.map(([, y, , height]) => y - height / 2)) - MARGIN;
  const right = Math.max(...at.map(([x, , width]) => x + width / 2)) + MARGIN;
  const bottom = Math.max(...at.map(([, y, , height]) => y + height / 2)) + MARGIN;
  return { left, top, width: right - left, height: bottom - top };
};

/**
 * The diagram by itself: without what is not seen, what is chosen and who is not kept; with its font and its styles.
 * @param {Context} context
 * @param {ReadonlySet<number>} kept
 * @param {Part} part
 */
const standalone = (context, kept, part) => {
  const { root, svg, data } = context;
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  /** @param {string | undefined} members */
  const isWhole = (members) => (members ?? "").split(" ").every((number) => kept.has(Number(number)));
  all(".off, .filtered, .folded, title", copy).forEach((element) => element.remove());
  all(".body", copy).forEach((box) => { if (!kept.has(Number(box.id.slice(1)))) box.remove(); });
  all(".list, .organisation-frame", copy).forEach((frame) => { if (!isWhole(frame.dataset.members)) frame.remove(); });
  all("[data-link]", copy).forEach((path) => {
    const link = data.links[Number(path.dataset.link)];
    if (!kept.has(link.from) || !kept.has(link.to)) path.remove();
  });
  const states = ["chosen", "lit", "voice", "hit", "lighting"];
  all(states.map((name) => `.${name}`).join(), copy).forEach((element) => element.classList.remove(...states));
  const style = root.createElementNS(svg.namespaceURI, "style");
  // Whoever looks at the page in the dark copies a picture for paper all the same.
  style.textContent = context.look.replace(/@media[^{]*\{\s*:root\s*\{[^}]*\}\s*\}/g, "");
  copy.prepend(style);
  copy.setAttribute("viewBox", `${part.left} ${part.top} ${part.width} ${part.height}`);
  copy.setAttribute("width", String(part.width));
  copy.setAttribute("height", String(part.height));
  return copy;
};

/**
 * A picture in pixels of an SVG.
 * @param {Context} context
 * @param {SVGSVGElement} svg
 * @param {Part} part
 */
const paint = async (context, svg, part) => {
  const image = context.root.createElement("img");
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const scale = Math.min(SCALE, MOST_PX / part.width, MOST_PX / part.height);
  const canvas = context.root.createElement("canvas");
  canvas.width = Math.round(part.width * scale);
  canvas.height = Math.round(part.height * scale);
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.fillStyle = "white";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
};

/**
 * Put a picture into the clipboard; where the browser refuses, offer it as a file.
 * @param {Context} context
 * @param {HTMLCanvasElement} canvas
 */
const hand = async (context, canvas) => {
  const link = /** @type {HTMLAnchorElement} */ (find(context, "save"));
  link.hidden = true;
  link.removeAttribute("href");
  try {
    /** @type {Promise<Blob>} */
    const blob = new Promise((done, failed) => canvas.toBlob((made) => (made ? done(made) : failed(new Error("no picture")))));
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    find(context, "copied").textContent = "Copied.";
  } catch {
    link.href = canvas.toDataURL("image/png");
    link.hidden = false;
    find(context, "copied").textContent = "This browser does not let the page copy.";
  }
};

/**
 * Listen to the buttons that copy.
 * @param {Context} context
 */
export const listenToCopies = (context) => {
  const { state, data } = context;
  find(context, "copy").addEventListener("click", async () => {
    const whole = { left: 0, top: 0, width: state.size[0], height: state.size[1] };
    await hand(context, await paint(context, standalone(context, state.shown, whole), whole));
  });
  find(context, "copy-part").addEventListener("click", async () => {
    const near = nearChosen(context);
    const part = around([...near].map((number) => data.bodies[number].at));
    await hand(context, await paint(context, standalone(context, near, part), part));
  });
};
