// The sign at the foot of a folded branch: how many are below it.
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {import("./context.js").Context} context
 * @param {number} number
 */
const makeSign = (context, number) => {
  const { root, data, boxes } = context;
  const height = data.bodies[number].at[3];
  const sign = root.createElementNS(SVG, "g");
  const plate = root.createElementNS(SVG, "rect");
  const text = root.createElementNS(SVG, "text");
  sign.setAttribute("class", "branch");
  const plateAt = { x: -22, y: height / 2 - 1, width: 44, height: 17, rx: 3 };
  Object.entries(plateAt).forEach(([key, value]) => plate.setAttribute(key, String(value)));
  text.setAttribute("y", String(height / 2 + 12));
  text.setAttribute("text-anchor", "middle");
  sign.append(plate, text);
  boxes[number].append(sign);
  return sign;
};

/**
 * Say on a box, and in its accessible name, how many are folded away below it.
 * @param {import("./context.js").Context} context
 * @param {number} number
 * @param {number} hidden
 * @param {string | null} spoken its accessible name in the frame that is shown, where it has several
 */
export const markBranch = (context, number, hidden, spoken) => {
  const box = context.boxes[number];
  box.classList.toggle("is-folded", hidden > 0);
  const sign = box.querySelector(".branch") ?? (hidden ? makeSign(context, number) : null);
  const text = sign?.querySelector("text");
  if (text) text.textContent = `+${hidden}`;
  if (spoken !== null || box.dataset.spoken === undefined) box.dataset.spoken = spoken ?? box.getAttribute("aria-label") ?? "";
  box.setAttribute("aria-label", box.dataset.spoken + (hidden ? ` Folded: ${hidden} below it.` : ""));
};
