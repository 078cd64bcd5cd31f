/** Which rows hold the words that somebody looks for. */
import { rowName, type Names } from "./names";
import type { Table } from "../protocol";

/** The rows in which each of the words stands, in a cell or the name, in any case; all where nothing is looked for. */
export function matchingRows(table: Table, query: string, names: Names): number[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return table.rows.flatMap((row, index) => {
    if (words.length === 0) return [index];
    const text = [...row, rowName(table, index, names)].join("\n").toLocaleLowerCase();
    return words.every((word) => text.includes(word)) ? [index] : [];
  });
}
