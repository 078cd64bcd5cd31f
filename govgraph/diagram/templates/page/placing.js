// Where everything stands. Folding leaves holes; they are closed, rows and columns keeping their order.
import { all } from "./elements.js";

/** @typedef {(value: number) => number} Move from where something stood to where it stands now */
/** @typedef {import("./context.js").Context} Context */

const GAP = 34;

/**
 * The move that cuts whatever no span covers down to a small gap.
 * @param {[start: number, stop: number][]} spans
 * @param {number} end
 * @returns {Move}
 */
export const closed = (spans, end) => {
  const edges = [[0, 0]];
  let from = 0;
  let to = 0;
  [...spans].sort((one, two) => one[0] - two[0]).forEach(([start, stop]) => {
    if (stop <= from) return;
    if (start > from) {
      to += Math.min(start - from, GAP);
      edges.push([start, to]);
      from = start;
    }
    to += stop - from;
    from = stop;
    edges.push([from, to]);
  });
  edges.push([end, to + Math.min(end - from, GAP)]);
  return (value) => {
    const place = Math.max(1, edges.findIndex(([old]) => old >= value));
    const [before, moved] = edges[place - 1];
    const [after, movedAfter] = edges[place];
    return after === before ? moved : moved + ((value - before) / (after - before)) * (movedAfter - moved);
  };
};

/**
 * The path of a curve, each of its points moved.
 * @param {string} curve
 * @param {Move} x
 * @param {Move} y
 */
export const movedCurve = (curve, x, y) =>
  curve.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, one, two) => `${x(Number(one)).toFixed(1)} ${y(Number(two)).toFixed(1)}`);

/**
 * Everything that can be moved, as it stands at first.
 * @param {import("./data.js").Data} data
 * @param {SVGSVGElement} svg
 * @param {HTMLElement[]} paths
 */
export const makePlaces = (data, svg, paths) => {
  /** @param {Element | null} text */
  const textAt = (text) => [Number(text?.getAttribute("x")), Number(text?.getAttribute("y"))];
  /** @param {string} css @param {import("./data.js").Enclosure[]} stated */
  const enclosures = (css, stated) => all(css, svg).map((element, place) => {
    const path = element.querySelector(".frame");
    const text = element.querySelector("text");
    return { element, path, text, outline: path?.getAttribute("d") ?? "", textAt: textAt(text), ...stated[place] };
  });
  return {
    home: data.bodies.map((body) => [...body.at]),
    links: paths.map((path) => {
      const route = path.querySelector(".route");
      return { route, curve: route?.getAttribute("d") ?? "", words: all(".word", path), wordAt: textAt(path.querySelector(".word")) };
    }),
    enclosures: [...enclosures(".list", data.lists), ...enclosures(".organisation-frame", data.organisations)],
    size: /** @type {[number, number]} */ ([svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]),
  };
};

/**
 * Whether a frame is around anything that is seen.
 * @param {import("./data.js").Enclosure} enclosure
 * @param {ReadonlySet<number>} shown
 */
const isHeld = (enclosure, shown) => enclosure.members.some((number) => shown.has(number));

/**
 * Move everything to where it stands while some of it is folded away, and find the size of the diagram.
 * @param {Context} context
 */
export const placeAll = (context) => {
  const { data, boxes, state, places } = context;
  const isMoved = state.folded.size > 0;
  const held = places.enclosures.filter((enclosure) => isHeld(enclosure, state.shown));
  /** @param {0 | 1} axis @returns {[number, number][]} */
  const spans = (axis) => [
    ...[...state.shown].map((number) => places.home[number]).map((at) =>
      /** @type {[number, number]} */ ([at[axis] - at[axis + 2] / 2, at[axis] + at[axis + 2] / 2])),
    ...held.map(({ at }) => /** @type {[number, number]} */ ([at[axis], at[axis + 2]])),
  ];
  /** @type {Move} */
  const x = isMoved ? closed(spans(0), places.size[0]) : (value) => value;
  /** @type {Move} */
  const y = isMoved ? closed(spans(1), places.size[1]) : (value) => value;
  data.bodies.forEach((body, number) => {
    body.at[0] = x(places.home[number][0]);
    body.at[1] = y(places.home[number][1]);
    boxes[number].setAttribute("transform", `translate(${body.at[0].toFixed(1)} ${body.at[1].toFixed(1)})`);
  });
  places.links.forEach(({ route, curve, words, wordAt }) => {
    route?.setAttribute("d", isMoved ? movedCurve(curve, x, y) : curve);
    words.forEach((word) => { word.setAttribute("x", String(x(wordAt[0]))); word.setAttribute("y", String(y(wordAt[1]))); });
  });
  places.enclosures.forEach(({ path, text, outline, textAt, at: [left, top, right, bottom] }) => {
    path?.setAttribute("d", isMoved ? `M${x(left)} ${y(top)}H${x(right)}V${y(bottom)}H${x(left)}Z` : outline);
    text?.setAttribute("x", String(x(left) + textAt[0] - left));
    text?.setAttribute("y", String(y(top) + textAt[1] - top));
  });
  state.size = [x(places.size[0]), y(places.size[1])];
  context.svg.setAttribute("viewBox", `0 0 ${state.size[0].toFixed(1)} ${state.size[1].toFixed(1)}`);
};

/**
 * Hide the frames around bodies none of which is seen.
 * @param {Context} context
 */
export const showEnclosures = (context) => context.places.enclosures.forEach((enclosure) =>
  enclosure.element.classList.toggle("filtered", !isHeld(enclosure, context.state.shown)));
