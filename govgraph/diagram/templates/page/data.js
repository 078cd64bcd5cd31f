// What Python hands to the page as JSON. All words are in the page already, written by Python: the script shows, hides
// and marks them; it makes no markup out of data, asks nobody for anything, and remembers nothing.

/**
 * What differs from frame to frame: contents, each with the set of frames in which it stands, as a hexadecimal number.
 * @template T
 * @typedef {[frames: string, content: T][]} Variants
 */

/**
 * @typedef {object} Body
 * @property {string} key its id in the file
 * @property {string} name
 * @property {string} search its names without accents and capitals
 * @property {Variants<string>} kinds
 * @property {[x: number, y: number, width: number, height: number]} at
 * @property {string} shown
 * @property {string} new
 * @property {string} gone
 * @property {number[]} above
 * @property {Variants<string>} spoken its accessible names, where it has several
 * @property {Record<string, Variants<string>>} parts how each group takes part
 * @property {Record<string, Variants<number[]>>} voices the links along which the voice of each group reaches it
 */

/**
 * @typedef {object} Link
 * @property {number} from
 * @property {number} to
 * @property {string} relation
 * @property {boolean} line whether accountability runs along it
 * @property {boolean} seat
 * @property {boolean} drawn whether it is a line; a seat that is none is lit where its body is chosen
 * @property {number[]} groups on whose behalf a seat is held
 * @property {string} shown
 * @property {string} new
 * @property {string} gone
 */

/**
 * @typedef {object} Found
 * @property {string} code
 * @property {string} severity
 * @property {boolean} question
 * @property {string} shown
 * @property {number[]} bodies
 * @property {boolean} waived
 * @property {boolean} gone
 */

/**
 * A fact or a question, and the bodies that it is about.
 * @typedef {object} Entry
 * @property {number[]} bodies
 * @property {string} shown
 */

/**
 * A frame around bodies: its sides, and whom it holds.
 * @typedef {object} Enclosure
 * @property {[left: number, top: number, right: number, bottom: number]} at
 * @property {number[]} members
 */

/**
 * @typedef {object} Data
 * @property {string[]} sides
 * @property {number} first the frame that is shown first
 * @property {number} letter the height of the smallest letter of the diagram, in px
 * @property {Body[]} bodies
 * @property {Link[]} links
 * @property {Found[]} found
 * @property {Entry[]} facts
 * @property {Entry[]} questions
 * @property {Enclosure[]} lists
 * @property {Enclosure[]} organisations
 */

/**
 * The data of a page.
 * @param {Document} root
 * @returns {Data}
 */
export const readData = (root) => JSON.parse(root.getElementById("data")?.textContent ?? "{}");
