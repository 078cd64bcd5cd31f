/** A row of a sheet in its table: drawn again only where something in it is another. */
import { Component } from "preact";
import type { JSX } from "preact";
import { Field } from "./field";
import type { Doings } from "./doings";
import type { Column } from "../protocol";

export interface RowProps {
  section: string;
  columns: readonly Column[];
  /** The columns that are shown, by index. */
  shown: readonly number[];
  /** The column by which rows are known: it stays in view. */
  naming: number;
  row: number;
  /** The number of the row in the spreadsheet. */
  number: number;
  cells: readonly string[];
  name: string;
  faults: ReadonlyMap<number, string> | undefined;
  doings: Doings;
}

export class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const now = this.props;
    return (
      now.row !== next.row ||
      now.number !== next.number ||
      now.name !== next.name ||
      now.shown !== next.shown ||
      now.columns !== next.columns ||
      now.cells.length !== next.cells.length ||
      now.cells.some((cell, index) => cell !== next.cells[index]) ||
      !sameFaults(now.faults, next.faults)
    );
  }

  override render({ section, shown, row, number, name, faults, doings }: RowProps): JSX.Element {
    const whole = faults?.get(-1);
    return (
      <tr class={faults ? "faulty" : undefined}>
        <th scope="row">
          <span class="sheet-number">{number}</span>
          <span class="unseen">{name}</span>
          <button type="button" data-row={row} aria-label={`Open ${name}`} onClick={() => doings.open(row)}>
            Open
          </button>
          {whole && <p class="fault">{whole}</p>}
        </th>
        {shown.map((index) => this.cell(index))}
        <td class="acts">
          <button type="button" aria-label={`Delete ${name}`} onClick={() => doings.remove(row)}>
            Delete
          </button>
          {section === "bodies" && (
            <button
              type="button"
              aria-label={`Remove ${name} and what names it`}
              onClick={() => doings.removeAll(row)}
            >
              Remove with what names it
            </button>
          )}
        </td>
      </tr>
    );
  }

  private cell(index: number): JSX.Element | null {
    const { section, columns, naming, row, cells, name, faults, doings } = this.props;
    const column = columns[index];
    const fault = faults?.get(index);
    if (column === undefined) return null;
    const about = `about-${index}`;
    const why = `fault-${row}-${index}`;
    return (
      <td key={index} class={`of-${column.kind}${index === naming ? " naming" : ""}`}>
        <Field
          id={`cell-${row}-${index}`}
          section={section}
          column={column}
          place={`${row}:${index}`}
          text={cells[index] ?? ""}
          faulty={fault !== undefined}
          label={`${column.header}, ${name}`}
          describedBy={fault === undefined ? about : `${why} ${about}`}
          enterLeaves
          empty=""
          write={(written) => doings.write(row, index, written)}
          attend={(written) => doings.attend(index, written)}
        />
        {fault && (
          <p class="fault" id={why}>
            {fault}
          </p>
        )}
      </td>
    );
  }
}

type CellFaults = ReadonlyMap<number, string> | undefined;

function sameFaults(one: CellFaults, other: CellFaults): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.size === other.size && [...one].every(([column, message]) => other.get(column) === message);
}
