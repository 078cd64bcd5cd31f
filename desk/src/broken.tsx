/** What to do when the engine has stopped: what was typed can still be saved. */
import { download } from "./files";
import type { State, Table } from "./protocol";

export function Broken({ why, state }: { why: string; state: State | null }) {
  if (!why) return null;
  return (
    <div role="alert" class="desk-broken">
      <p>
        <strong>govgraph has stopped in this page.</strong> Close the page and open it again. If that does not help, use
        another browser: Chrome, Edge or Firefox, not older than 2023.
      </p>
      {state && (
        <p>
          <button type="button" onClick={() => downloadAsItIs(state)}>
            Save what you typed
          </button>{" "}
          Sheets are saved as CSV files, which you can open together again.
        </p>
      )}
      <details>
        <summary>For whoever mends govgraph</summary>
        <pre tabIndex={0}>{why}</pre>
      </details>
    </div>
  );
}

/** How a text begins that Excel takes for a formula, as govgraph's own CSV knows it: `escape_formula` in formats/sheets. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A table as CSV that govgraph reads again; no text becomes a formula in Excel. */
function csvOf(table: Table): string {
  const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = [table.columns.map((column) => column.header), ...table.rows];
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Give the text, or a CSV file for each sheet in which something stands. */
function downloadAsItIs(state: State): void {
  if (state.kind === "text") download(new Blob([state.text], { type: "text/plain" }), state.name);
  for (const table of state.tables.filter(({ rows }) => rows.length > 0)) {
    download(new Blob([csvOf(table)], { type: "text/csv" }), `${table.section}.csv`);
  }
}
