// What is open as it stands, whether or not it can be read: nobody's work is lost for a cell that is still to be mended.
import { download } from "./files";
import type { State, Table } from "./protocol";

const FORMULA = /^[=+\-@\t\r]/;

/** A table as CSV that govgraph reads again; no text becomes a formula in Excel. */
function csvOf(table: Table): string {
  const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = [table.columns.map((column) => column.header), ...table.rows];
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Give the text, or a CSV file for each sheet in which something stands. */
export function downloadAsItIs(state: State): void {
  if (state.kind === "text") download(new Blob([state.text], { type: "text/plain" }), state.name);
  for (const table of state.tables.filter(({ rows }) => rows.length > 0)) {
    download(new Blob([csvOf(table)], { type: "text/csv" }), `${table.section}.csv`);
  }
}
