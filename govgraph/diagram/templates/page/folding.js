// Who stands below whom, and what is folded away. Bodies are numbers; a set holds those that are in place.

/** @typedef {readonly (readonly number[])[]} Neighbours for each body the numbers of others */

/**
 * For each body those directly below it.
 * @param {Neighbours} above
 */
export const belowOf = (above) => {
  /** @type {number[][]} */
  const below = above.map(() => []);
  above.forEach((uppers, number) => uppers.forEach((upper) => below[upper].push(number)));
  return below;
};

/**
 * Bodies and all that can be reached from them by one step after another.
 * @param {Iterable<number>} starts
 * @param {(number: number) => readonly number[]} next
 */
export const reachedFrom = (starts, next) => {
  const reached = new Set(starts);
  for (const number of reached) next(number).forEach((other) => reached.add(other));
  return reached;
};

/**
 * The bodies where one enters from above: those with nobody above them, and of each ring the first.
 * @param {Neighbours} above
 * @param {Neighbours} below
 * @param {ReadonlySet<number>} present
 */
export const topsOf = (above, below, present) => {
  /** @param {number} number */
  const lower = (number) => below[number].filter((other) => present.has(other));
  const tops = [...present].filter((number) => !above[number].some((upper) => present.has(upper)));
  const seen = reachedFrom(tops, lower);
  for (const number of present) {
    if (seen.has(number)) continue;
    tops.push(number);
    reachedFrom([number], lower).forEach((other) => seen.add(other));
  }
  return tops;
};

/**
 * The bodies that are not folded away.
 * @param {Neighbours} above
 * @param {Neighbours} below
 * @param {ReadonlySet<number>} present
 * @param {ReadonlySet<number>} folded
 */
export const unfolded = (above, below, present, folded) =>
  reachedFrom(topsOf(above, below, present), (number) =>
    folded.has(number) ? [] : below[number].filter((other) => present.has(other)));

/**
 * How many below a body are folded away.
 * @param {number} number
 * @param {Neighbours} below
 * @param {ReadonlySet<number>} present
 * @param {ReadonlySet<number>} open
 */
export const hiddenBelow = (number, below, present, open) =>
  [...reachedFrom([number], (one) => below[one].filter((other) => present.has(other)))]
    .filter((other) => !open.has(other)).length;

/**
 * How many boxes stand in a diagram, a list of like bodies counted as one.
 * @param {number} bodies
 * @param {readonly { members: readonly number[] }[]} lists
 */
export const boxCount = (bodies, lists) => lists.reduce((count, list) => count + 1 - list.members.length, bodies);

/**
 * Which bodies to fold, so that about so many are left: the top first. Of 0 nothing but the top is left.
 * @param {Neighbours} above
 * @param {Neighbours} below
 * @param {ReadonlySet<number>} present
 * @param {number} most
 */
export const foldedTo = (above, below, present, most) => {
  const folded = new Set(below.flatMap((lower, number) => (lower.length ? [number] : [])));
  const open = unfolded(above, below, present, folded);
  for (const number of most ? open : []) {
    if (open.size + below[number].length > most) break;
    folded.delete(number);
    unfolded(above, below, present, folded).forEach((other) => open.add(other));
  }
  return folded;
};
