// The switch that shows every seat, those held on behalf of one group, or none.
import { valueOf } from "./context.js";
import { all } from "./elements.js";

/**
 * Whether a seat is to be seen as the switch stands.
 * @param {string} wanted "all", "none", or the number of a group
 * @param {readonly number[]} groups
 */
export const isSeatWanted = (wanted, groups) => wanted === "all" || (wanted !== "none" && groups.includes(Number(wanted)));

/**
 * How the switch stands; a page without one shows all.
 * @param {import("./context.js").Context} context
 */
export const wantedSeats = (context) => valueOf(context, "seats") || "all";

/**
 * Show the seats that stand in boxes as the switch asks.
 * @param {import("./context.js").Context} context
 */
export const showBadges = (context) => {
  const wanted = wantedSeats(context);
  all(".badge", context.svg).forEach((badge) => {
    const groups = (badge.dataset.groups ?? "").split(" ").filter(Boolean).map(Number);
    badge.classList.toggle("filtered", !isSeatWanted(wanted, groups));
  });
};
