/** What goes with the cell that has the focus: what it is for, and the list from which it is filled. */
import { useState } from "preact/hooks";
import type { JSX, RefObject } from "preact";
import { helpFor } from "./columns";
import { Datalist } from "./datalist";
import { Meaning } from "./meaning";
import type { Names } from "./names";
import type { Table } from "../protocol";

/** Says which column has the focus, and what is written in the cell so far. */
export type Attend = (index: number, written: string) => void;

const HOW_TO =
  "Write into a cell as in a spreadsheet: Enter goes down, Tab goes right, Escape puts back what stood in it. " +
  "Alt and Enter begin a line.";

interface Props {
  table: Table;
  tables: readonly Table[];
  names: Names;
  /** Filled in here, so that only this is drawn again with each letter. */
  attend: RefObject<Attend>;
  /** Whether the line of help is shown. */
  helps: boolean;
}

export function Attended({ table, tables, names, attend, helps }: Props): JSX.Element {
  const [{ index, written }, setAttended] = useState({ index: -1, written: "" });
  attend.current = (now, text) => setAttended({ index: now, written: text });
  const column = table.columns[index];
  const { section } = table;
  return (
    <>
      {helps && column === undefined && <p class="sheet-help">{HOW_TO}</p>}
      {helps && column !== undefined && (
        <p class="sheet-help">
          <strong>{column.header}.</strong> <Meaning {...{ section, column, names }} text={written} /> {helpFor(column)}
        </p>
      )}
      <Datalist {...{ section, column, written, tables }} />
    </>
  );
}
