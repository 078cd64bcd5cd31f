// Sets of frames, which are numbers too large for numbers of JavaScript.

/** @type {Map<string, bigint>} */
const sets = new Map();

/**
 * Whether a set, as a hexadecimal number, has a frame.
 * @param {string} text
 * @param {number} frame
 */
export const hasFrame = (text, frame) => {
  let set = sets.get(text);
  if (set === undefined) {
    set = BigInt(`0x${text || "0"}`);
    sets.set(text, set);
  }
  return ((set >> BigInt(frame)) & 1n) === 1n;
};

/**
 * What stands in a frame, or null.
 * @template T
 * @param {import("./data.js").Variants<T>} variants
 * @param {number} frame
 * @returns {T | null}
 */
export const variantAt = (variants, frame) => variants.find(([frames]) => hasFrame(frames, frame))?.[1] ?? null;
