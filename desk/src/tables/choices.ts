/** What a cell may be filled with, for the list below it. */
import { UNDER_TO } from "./names";
import type { Column, Table } from "../protocol";

export interface Choice {
  /** What is written into the cell. */
  value: string;
  /** What it means, where that is not the same. */
  label: string;
}

/** The words, or the rows of another section, from which a cell of this column is filled. */
export function choicesFor(section: string, column: Column, tables: readonly Table[]): Choice[] {
  if (section === "relations" && column.header === "To") {
    return UNDER_TO.flatMap((name) => rowsOf(name, tables));
  }
  if (column.refers_to !== null) return rowsOf(column.refers_to, tables);
  return column.choices.map((word) => ({ value: word, label: "" }));
}

/** Whether cells of this column are filled from a list, beside other words. */
export function hasList(section: string, column: Column): boolean {
  const open = column.refers_to !== null || (column.choices.length > 0 && !isClosed(column));
  return open || (section === "relations" && column.header === "To");
}

/** Whether a cell can hold nothing but one of the choices. */
export function isClosed(column: Column): boolean {
  return column.kind === "boolean" || (column.kind === "word" && !column.several);
}

/** The words of a closed column; the text of the cell is among them even where it is none of them. */
export function wordsOf(column: Column, text: string): string[] {
  const words = column.kind === "boolean" && column.choices.length === 0 ? ["yes", "no"] : column.choices;
  return text === "" || words.includes(text) ? words : [text, ...words];
}

/** What stands in a cell up to its last comma or line, where it may hold several. */
export function writtenBefore(column: Column, written: string): string {
  const several = column.several || column.header === "To";
  return (several && /^[^]*[,;\n]\s*/.exec(written)?.[0]) || "";
}

function rowsOf(section: string, tables: readonly Table[]): Choice[] {
  const table = tables.find((each) => each.section === section);
  if (table === undefined) return [];
  return table.rows
    .map((row) => ({ value: row[0] || row[1] || "", label: row[0] ? (row[1] ?? "") : "" }))
    .filter((choice) => choice.value !== "");
}
