// What is lit: of the chosen body its lines and how voices reach it, else the bodies of a fact or question.
import { current, find, inFrame, ticked } from "./context.js";

/** @typedef {import("./context.js").Context} Context */

/**
 * The lines that lead up from the chosen body, and the bodies on them.
 * @param {Context} context
 */
const linesOfChosen = (context) => {
  const { chosen } = context.state;
  /** @type {Set<number>} */
  const links = new Set();
  const bodies = new Set(chosen === null ? [] : [chosen]);
  for (const number of bodies) {
    context.data.links.forEach((link, place) => {
      if (!link.line || link.from !== number || !inFrame(context, link.shown)) return;
      links.add(place);
      bodies.add(link.to);
    });
  }
  return { bodies, links };
};

/**
 * The links along which the voices of the groups that are shown reach the chosen body.
 * @param {Context} context
 */
export const voicesOfChosen = (context) => {
  const { chosen } = context.state;
  const groups = ticked(context, "group");
  const voices = chosen === null ? [] : Object.entries(context.data.bodies[chosen].voices);
  return new Set(voices.flatMap(([group, paths]) => (groups.has(group) ? current(context, paths) ?? [] : [])));
};

/**
 * Light what is to be lit.
 * @param {Context} context
 */
export const light = (context) => {
  const { chosen, lit } = context.state;
  const { bodies, links } = linesOfChosen(context);
  const voices = voicesOfChosen(context);
  const speakers = new Set([...voices].map((place) => context.data.links[place].from));
  context.boxes.forEach((box, number) => {
    box.classList.toggle("chosen", number === chosen);
    box.classList.toggle("lit", number !== chosen && (chosen === null ? lit : bodies).has(number));
    box.classList.toggle("voice", speakers.has(number));
  });
  context.paths.forEach((path, place) => {
    path.classList.toggle("lit", links.has(place));
    path.classList.toggle("voice", voices.has(place));
  });
  find(context, "all").classList.toggle("lighting", chosen === null && lit.size > 0);
};
