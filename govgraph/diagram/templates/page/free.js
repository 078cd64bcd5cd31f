// The second layer: the same boxes at the same places, to be dragged, panned and zoomed with vis-network.
import { find } from "./context.js";
import { openBody } from "./choosing.js";
import { all } from "./elements.js";
import { countOf } from "./filters.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * What stands in a free box.
 * @param {Context} context
 * @param {number} number
 */
const labelOf = (context, number) => {
  const body = context.data.bodies[number];
  const parts = all(".part:not(.off, .filtered)", context.boxes[number])
    .map((part) => all("text", part).map((line) => line.textContent).join(" "));
  const facts = countOf(context, context.data.facts, number);
  return [body.name, ...parts, facts ? `${facts} problem${facts === 1 ? "" : "s"}` : ""].filter(Boolean).join("\n");
};

/**
 * The nodes and edges as vis-network takes them.
 * @param {Context} context
 * @param {any} vis
 */
const makeSets = (context, vis) => {
  const { root, data, paths } = context;
  const style = /** @type {Window} */ (root.defaultView).getComputedStyle(root.documentElement);
  /** @param {string} name */
  const token = (name) => style.getPropertyValue(`--gg-${name}`).trim();
  const color = { background: token("box"), border: token("edge"), highlight: { background: token("chosen-pale"), border: token("chosen") } };
  const nodes = new vis.DataSet(data.bodies.map((body, number) => ({
    id: number, label: labelOf(context, number), x: body.at[0], y: body.at[1], shape: "box", margin: 8,
    widthConstraint: { maximum: 170 }, color, font: { color: token("ink"), size: 13 },
  })));
  const edges = new vis.DataSet(data.links.map((link, number) => {
    const dashes = paths[number].querySelector(".route")?.getAttribute("stroke-dasharray");
    return {
      id: number, from: link.from, to: link.to, dashes: dashes ? dashes.split(" ").map(Number) : false, smooth: false,
      arrows: { to: { enabled: link.relation !== "works_with", scaleFactor: 0.7 } },
      color: { color: token("line"), highlight: token("chosen") },
    };
  }));
  return { nodes, edges };
};

/**
 * The diagram of the free boxes.
 * @param {Context} context
 * @returns {import("./context.js").Free}
 */
const makeFree = (context) => {
  const { data, paths, state, root } = context;
  const { vis } = /** @type {any} */ (root.defaultView);
  const { nodes, edges } = makeSets(context, vis);
  const room = find(context, "free");
  const options = { physics: false, autoResize: true, interaction: { dragNodes: true, zoomView: true, keyboard: false } };
  const network = new vis.Network(room, { nodes, edges }, options);
  network.on("selectNode", (/** @type {{ nodes: number[] }} */ event) => openBody(context, event.nodes[0]));
  const canvas = room.querySelector("canvas");
  canvas?.setAttribute("role", "img");
  canvas?.setAttribute("aria-label", "The same diagram, to be moved with a mouse or a finger. The table says the same in words.");
  all("[tabindex]", room).forEach((element) => element.removeAttribute("tabindex"));
  return {
    update: () => {
      nodes.update(data.bodies.map((_, number) => ({ id: number, label: labelOf(context, number), hidden: !state.shown.has(number) })));
      edges.update(data.links.map((_, number) => ({ id: number, hidden: paths[number].matches(".filtered, .off") })));
    },
    show: (number) => {
      network.selectNodes([number]);
      network.focus(number);
    },
    fit: () => network.fit(),
  };
};

/**
 * Unpack vis-network: a script element with this very text is one of the two that the policy of the page allows.
 * @param {Context} context
 */
const unpack = async (context) => {
  const { root } = context;
  const bytes = Uint8Array.from(atob(find(context, "packed").textContent ?? ""), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = root.createElement("script");
  script.textContent = await new Response(stream).text();
  root.head.append(script);
};

/**
 * Listen to the button that lets boxes be moved.
 * @param {Context} context
 */
export const listenToFree = (context) => {
  const button = find(context, "free-on");
  button.addEventListener("click", async () => {
    if (!context.free && !("vis" in /** @type {Window} */ (context.root.defaultView))) await unpack(context);
    const isOn = find(context, "loose").hidden;
    find(context, "loose").hidden = !isOn;
    find(context, "canvas").hidden = isOn;
    button.textContent = isOn ? "Back to the fixed diagram" : "Move boxes freely";
    if (!isOn || context.free) return;
    context.free = makeFree(context);
    context.free.update();
    context.free.fit();
  });
};
