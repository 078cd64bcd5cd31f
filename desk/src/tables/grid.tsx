/** A sheet as a table whose cells are filled in where they stand. */
import type { JSX } from "preact";
import { helpFor } from "./columns";
import { chooseAll, chooseClicked, moveBetweenCells } from "./keys";
import { namingColumn, rowName, type Names } from "./names";
import { Row } from "./row";
import type { Doings } from "./doings";
import type { FaultsByCell } from "./faults";
import type { Column, Table } from "../protocol";

interface Props {
  table: Table;
  columns: readonly Column[];
  shown: readonly number[];
  rows: readonly number[];
  faults: FaultsByCell;
  names: Names;
  doings: Doings;
  /** Go on above or below the rows that are shown. */
  beyond: (row: number, column: number, step: number) => void;
}

export function Grid({ table, columns, shown, rows, faults, names, doings, beyond }: Props): JSX.Element {
  const naming = namingColumn(table);
  const onKeyDown = (event: KeyboardEvent): void =>
    moveBetweenCells(event, (cell, step) => {
      const [row = 0, column = 0] = (cell.dataset["cell"] ?? "").split(":").map(Number);
      beyond(row, column, step);
    });
  return (
    <div class="sheet-region" role="region" aria-label={`${table.name}, table`} tabIndex={0}>
      <table class="sheet">
        <caption class="unseen">{table.name}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">Row, and its {table.noun}</span>
            </th>
            {shown.map((index) => (
              <Header key={index} column={columns[index]} names={index === naming} />
            ))}
            <th scope="col">
              <span class="unseen">What to do with it</span>
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown} onKeyUp={chooseAll} onMouseDown={chooseClicked}>
          {rows.map((row) => (
            <Row
              key={row}
              section={table.section}
              number={table.numbers[row] ?? row + 1}
              name={rowName(table, row, names)}
              cells={table.rows[row] ?? []}
              faults={faults.get(row)}
              {...{ row, columns, shown, naming, doings }}
            />
          ))}
        </tbody>
      </table>
      {shown.map((index) => (
        <p key={index} id={`about-${index}`} hidden>
          {columns[index] && helpFor(columns[index])}
        </p>
      ))}
    </div>
  );
}

function Header({ column, names }: { column: Column | undefined; names: boolean }): JSX.Element {
  return (
    <th scope="col" class={names ? "naming" : undefined}>
      {column?.header}
      {column?.required && (
        <abbr class="required" title="must be filled in">
          *
        </abbr>
      )}
    </th>
  );
}
