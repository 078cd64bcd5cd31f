/** What stands around a sheet: its faults, what was done last, and what can be done with all of it. */
import type { JSX } from "preact";
import type { CellPlace } from "./place";
import { ROWS_ON_A_PAGE, type View } from "./view";
import type { Fault, Table } from "../protocol";

interface FaultsProps {
  table: Table;
  faults: readonly Fault[];
  goTo: (place: CellPlace) => void;
}

/** The faults of a sheet, each with a button that leads to its cell. */
export function Faults({ table, faults, goTo }: FaultsProps): JSX.Element | null {
  if (faults.length === 0) return null;
  return (
    <details class="sheet-faults">
      <summary>
        <strong>{faults.length === 1 ? "One thing to mend" : `${faults.length} things to mend`}</strong> on this sheet
      </summary>
      <ul>
        {faults.map((fault, index) => (
          <li key={index}>
            {fault.message}{" "}
            {fault.row !== null && (
              <button type="button" onClick={() => goTo({ row: fault.row ?? 0, column: fault.column ?? 0 })}>
                Go to {placeName(table, fault)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function placeName(table: Table, { row, column }: Fault): string {
  const header = column === null ? undefined : table.columns[column]?.header;
  const number = `row ${table.numbers[row ?? 0] ?? ""}`;
  return header === undefined ? number : `${number}, ${header}`;
}

/** What was done last with a row, and a way back. */
export function LastDone({ sentence, undo }: { sentence: string; undo: () => void }): JSX.Element {
  return (
    <div class="sheet-done">
      <p role="status">{sentence}</p>
      {sentence !== "" && (
        <button type="button" onClick={undo}>
          Put it back as it was
        </button>
      )}
    </div>
  );
}

interface SheetToolsProps {
  table: Table;
  view: View;
  narrow: boolean;
  add: () => void;
}

/** Add a row, and show all columns. */
export function SheetTools({ table, view, narrow, add }: SheetToolsProps): JSX.Element {
  const hidden = table.columns.length - view.shown.length;
  return (
    <>
      <button type="button" class="add" onClick={add}>
        Add a {table.noun}
      </button>
      {!narrow && (view.allColumns || hidden > 0) && (
        <button type="button" aria-pressed={view.allColumns} onClick={() => view.setAllColumns(!view.allColumns)}>
          Show all {table.columns.length} columns
        </button>
      )}
      {view.found.length === 0 && <p>{table.rows.length === 0 ? "This sheet is empty." : "No row here matches."}</p>}
    </>
  );
}

interface FormToolsProps {
  table: Table;
  row: number;
  /** The rows that are shown, in their order: Previous and Next go through them. */
  rows: readonly number[];
  open: (row: number) => void;
  close: () => void;
}

/** Go from the form of a row to that of another, or back to all. */
export function FormTools({ table, row, rows, open, close }: FormToolsProps): JSX.Element {
  const at = rows.indexOf(row);
  const go = (to: number | undefined, words: string): JSX.Element => (
    <button type="button" aria-disabled={to === undefined} onClick={() => to !== undefined && open(to)}>
      {words}
    </button>
  );
  return (
    <>
      <button type="button" onClick={close}>
        All of {table.name}
      </button>
      {go(rows[at - 1], "Previous")}
      {go(rows[at + 1], "Next")}
    </>
  );
}

/** The pages of a sheet with very many rows. */
export function Pages({ view }: { view: View }): JSX.Element | null {
  if (view.pages < 2) return null;
  const first = view.page * ROWS_ON_A_PAGE + 1;
  const go = (step: number, words: string): JSX.Element => (
    <button
      type="button"
      aria-disabled={view.pages <= view.page + step || view.page + step < 0}
      onClick={() => view.setPage(Math.max(0, Math.min(view.pages - 1, view.page + step)))}
    >
      {words}
    </button>
  );
  return (
    <nav class="sheet-tools" aria-label="Pages of this sheet">
      {go(-1, "Rows before")}
      <span>
        Rows {first} to {first + view.rows.length - 1} of {view.found.length}
      </span>
      {go(1, "Rows after")}
    </nav>
  );
}
