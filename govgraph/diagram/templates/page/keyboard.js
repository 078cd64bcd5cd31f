// The keyboard: one stop for the diagram, arrows inside.

/** @typedef {import("./context.js").Context} Context */
/** @typedef {readonly (readonly number[])[]} Places for each body x, y, width and height */

/**
 * The bodies row by row, each from left to right.
 * @param {Iterable<number>} shown
 * @param {Places} at
 */
export const rowsOf = (shown, at) => {
  /** @type {number[][]} */
  const rows = [];
  [...shown].sort((one, two) => at[one][1] - at[two][1]).forEach((number) => {
    const row = rows[rows.length - 1];
    if (row && Math.abs(at[row[0]][1] - at[number][1]) < at[number][3] / 2) row.push(number);
    else rows.push([number]);
  });
  rows.forEach((row) => row.sort((one, two) => at[one][0] - at[two][0]));
  return rows;
};

/**
 * Of some bodies the one that is nearest to another across; undefined where there are none.
 * @param {readonly number[] | undefined} others
 * @param {number} number
 * @param {Places} at
 */
const nearest = (others, number, at) => {
  /** @param {number} one */
  const far = (one) => Math.abs(at[one][0] - at[number][0]);
  return others?.length ? others.reduce((best, one) => (far(one) < far(best) ? one : best)) : undefined;
};

/**
 * The body to which a key leads from another; undefined where it leads nowhere.
 * @param {number} number
 * @param {string} key
 * @param {{ shown: ReadonlySet<number>, at: Places, above: Places, below: Places }} diagram
 * @returns {number | undefined}
 */
export const nextBody = (number, key, { shown, at, above, below }) => {
  const rows = rowsOf(shown, at);
  const place = rows.findIndex((row) => row.includes(number));
  const row = rows[place] ?? [];
  /** @param {readonly number[]} others */
  const tied = (others) => nearest(
    others.filter((one) => shown.has(one) && one !== number).sort((one, two) => at[one][0] - at[two][0]), number, at);
  const before = nearest(rows[place - 1], number, at);
  const after = nearest(rows[place + 1], number, at);
  switch (key) {
    case "ArrowLeft": return row[row.indexOf(number) - 1];
    case "ArrowRight": return row[row.indexOf(number) + 1];
    case "ArrowUp": return tied(above[number]) ?? before;
    case "ArrowDown": return tied(below[number]) ?? after;
    case "PageUp": return before;
    case "PageDown": return after;
    case "Home": return row[0];
    case "End": return row[row.length - 1];
    default: return undefined;
  }
};

/**
 * Let Tab lead to a body, or to the highest where that is not seen.
 * @param {Context} context
 * @param {number} [number]
 */
export const rove = (context, number) => {
  const { state, data, boxes } = context;
  if (number !== undefined) state.here = number;
  if (!state.shown.has(state.here)) {
    state.here = [...state.shown].sort((one, two) => data.bodies[one].at[1] - data.bodies[two].at[1])[0] ?? 0;
  }
  boxes.forEach((box, place) => box.setAttribute("tabindex", place === state.here ? "0" : "-1"));
};
