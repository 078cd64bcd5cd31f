// The page comes to life.
import { listenToAddress, listenToChoices } from "./choosing.js";
import { makeContext } from "./context.js";
import { listenToCopies } from "./copying.js";
import { draw } from "./drawing.js";
import { boxCount } from "./folding.js";
import { listenToFree } from "./free.js";
import { listenToKeys } from "./keys.js";
import { isNarrow, listenToMedia } from "./media.js";
import { foldTo, listenToTools } from "./tools.js";
import { READABLE, READABLE_IN_HAND, fit, listenToZoom } from "./zoom.js";

/** A structure of more boxes than that opens at its top; a list of like bodies counts as one. */
export const LARGE = 60;
/** Branches are folded until about so many are left. */
export const FEW = 40;

/**
 * Let a page be used; whatever it shows already stays.
 * @param {Document} root
 */
export const init = (root) => {
  const context = makeContext(root);
  listenToMedia(context);
  listenToTools(context);
  listenToZoom(context);
  listenToChoices(context);
  listenToKeys(context);
  listenToCopies(context);
  listenToFree(context);
  if (boxCount(context.data.bodies.length, context.data.lists) > LARGE) foldTo(context, FEW);
  draw(context);
  fit(context, isNarrow(context) ? READABLE_IN_HAND : READABLE);
  listenToAddress(context);
};
