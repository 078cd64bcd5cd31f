// Draws the diagram and the table as the tools, the day and the folds ask.
import { current, find, inFrame, present, ticked } from "./context.js";
import { all } from "./elements.js";
import { clearFilters, filterOf, hiddenLines } from "./filters.js";
import { hiddenBelow, reachedFrom, unfolded } from "./folding.js";
import { isSeatWanted, showBadges, wantedSeats } from "./seats.js";
import { light, voicesOfChosen } from "./lighting.js";
import { placeAll, showEnclosures } from "./placing.js";
import { markBranch } from "./branches.js";
import { rove } from "./keyboard.js";
import { search } from "./search.js";
import { applyScale } from "./zoom.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * Show each body that is in place, passes the filters and is not folded away; return how many pass.
 * @param {Context} context
 * @param {ReadonlySet<number>} there
 */
const showBodies = (context, there) => {
  const { state, data, boxes, above, below, rows } = context;
  const open = unfolded(above, below, there, state.folded);
  const passes = filterOf(context);
  const passing = new Set([...there].filter(passes));
  state.shown = new Set([...passing].filter((number) => open.has(number)));
  data.bodies.forEach((body, number) => {
    const box = boxes[number];
    const isOut = there.has(number) && !passing.has(number);
    box.classList.toggle("filtered", isOut);
    rows[number]?.classList.toggle("filtered", isOut);
    box.classList.toggle("folded", !open.has(number));
    box.classList.toggle("new", inFrame(context, body.new));
    box.classList.toggle("gone", inFrame(context, body.gone));
    const isFold = state.folded.has(number) && open.has(number);
    markBranch(context, number, isFold ? hiddenBelow(number, below, there, open) : 0, current(context, body.spoken));
  });
  return passing.size;
};

/**
 * Show each line that is asked for between bodies that are seen.
 * @param {Context} context
 */
const showLinks = (context) => {
  const { state, data, paths } = context;
  const relations = ticked(context, "relation");
  const seats = wantedSeats(context);
  const voices = voicesOfChosen(context);
  data.links.forEach((link, number) => {
    const isAsked = link.seat ? link.drawn && isSeatWanted(seats, link.groups) : relations.has(link.relation);
    const isOfChosen = link.seat && (link.from === state.chosen || link.to === state.chosen);
    const isShown = inFrame(context, link.shown) && state.shown.has(link.from) && state.shown.has(link.to);
    paths[number].classList.toggle("filtered", !isShown || !(isAsked || isOfChosen || voices.has(number)));
    paths[number].classList.toggle("new", inFrame(context, link.new));
    paths[number].classList.toggle("gone", inFrame(context, link.gone));
  });
};

/**
 * Say how many bodies are shown; aloud always, in sight where something is hidden.
 * @param {Context} context
 * @param {number} there
 * @param {number} passing
 */
const sayWhatIsShown = (context, there, passing) => {
  const { shown } = context.state;
  const filtered = passing < there ? `${passing} of ${there} bodies pass the filters` : `${there} bod${there === 1 ? "y" : "ies"}`;
  const lines = hiddenLines(context);
  const folded = shown.size < passing ? `${shown.size} are shown, the others are folded away.` : "all of them are shown.";
  const status = find(context, "shown");
  status.textContent = `${filtered}; ${folded}${lines.length ? ` Lines that are hidden: ${lines.join(", ")}.` : ""}`;
  status.classList.toggle("unseen", shown.size === there && !lines.length);
};

/**
 * Draw everything anew.
 * @param {Context} context
 */
export const draw = (context) => {
  const { place, svg, data } = context;
  all("[data-on]", place).forEach((element) => element.classList.toggle("off", !inFrame(context, element.dataset.on)));
  const groups = ticked(context, "group");
  all(".part[data-group]", svg).forEach((part) => part.classList.toggle("filtered", !groups.has(part.dataset.group ?? "")));
  const there = present(context);
  const passing = showBodies(context, there);
  showLinks(context);
  showBadges(context);
  showEnclosures(context);
  search(context);
  light(context);
  rove(context);
  sayWhatIsShown(context, there.size, passing);
  all(".to-body", place).forEach((button) =>
    button.classList.toggle("off", !inFrame(context, data.bodies[Number(button.dataset.body)].shown)));
  placeAll(context);
  applyScale(context);
  context.free?.update();
};

/**
 * Open whatever folds some bodies away, and clear the filters where they hide one.
 * @param {Context} context
 * @param {Iterable<number>} numbers
 */
export const reveal = (context, numbers) => {
  const wanted = [...numbers];
  if (wanted.every((number) => context.state.shown.has(number))) return;
  if (wanted.some((number) => context.boxes[number].classList.contains("filtered"))) clearFilters(context);
  const uppers = reachedFrom(wanted.flatMap((number) => context.above[number]), (number) => context.above[number]);
  uppers.forEach((upper) => context.state.folded.delete(upper));
  draw(context);
};

/**
 * Bring a body into view.
 * @param {Context} context
 * @param {number} number
 * @param {{ focus?: boolean }} [options]
 */
export const show = (context, number, { focus = true } = {}) => {
  const { state, boxes } = context;
  if (!inFrame(context, context.data.bodies[number].shown)) return;
  reveal(context, [number]);
  if (find(context, "canvas").hidden) {
    context.free?.show(number);
    return;
  }
  if (state.scale < 0.6) {
    state.scale = 0.8;
    applyScale(context);
  }
  boxes[number].scrollIntoView({ block: "nearest", inline: "center" });
  if (!focus) return;
  rove(context, number);
  boxes[number].focus({ preventScroll: true });
};

/**
 * Of the bodies that are seen the highest.
 * @param {Context} context
 */
export const highest = (context) => {
  const { shown } = context.state;
  return [...shown].sort((one, two) => context.data.bodies[one].at[1] - context.data.bodies[two].at[1])[0];
};

/**
 * Draw, and bring something into view where nothing of what is left is.
 * @param {Context} context
 */
export const drawAndBring = (context) => {
  draw(context);
  const frame = find(context, "canvas").getBoundingClientRect();
  const isInView = [...context.state.shown].some((number) => {
    const box = context.boxes[number].getBoundingClientRect();
    return box.right > frame.left && box.left < frame.right && box.bottom > frame.top && box.top < frame.bottom;
  });
  if (!isInView && context.state.shown.size) show(context, highest(context), { focus: false });
};
