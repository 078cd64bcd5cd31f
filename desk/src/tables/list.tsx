/** The rows of a sheet as a list, for a narrow screen: each opens its form. */
import type { JSX } from "preact";
import { rowName, type Names } from "./names";
import type { FaultsByCell } from "./faults";
import type { Table } from "../protocol";

interface Props {
  table: Table;
  rows: readonly number[];
  faults: FaultsByCell;
  names: Names;
  open: (row: number) => void;
}

export function List({ table, rows, faults, names, open }: Props): JSX.Element {
  return (
    <ul class="sheet-list">
      {rows.map((row) => {
        const count = faults.get(row)?.size ?? 0;
        return (
          <li key={row}>
            <button type="button" data-row={row} onClick={() => open(row)}>
              <span>{rowName(table, row, names)}</span>
              {count > 0 && <span class="fault">{count === 1 ? "1 fault" : `${count} faults`}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
