/** One row as a form: all its fields, each with its name and what it is for. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { JSX } from "preact";
import { groupsOf, helpFor, type Group } from "./columns";
import { Field } from "./field";
import { Meaning } from "./meaning";
import { rowName, type Names } from "./names";
import type { FaultsByCell } from "./faults";
import type { Doings } from "./doings";
import type { Table } from "../protocol";

interface Props {
  table: Table;
  row: number;
  faults: FaultsByCell;
  names: Names;
  doings: Doings;
}

export function Form({ table, row, faults, names, doings }: Props): JSX.Element {
  const name = rowName(table, row, names);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const { current } = heading;
    current?.focus();
    // On a narrow screen it may be far down, at the edge of what is seen.
    if (current && current.getBoundingClientRect().top > innerHeight / 2) current.scrollIntoView();
  }, []);
  const whole = faults.get(row)?.get(-1);
  return (
    <article class="sheet-form" aria-labelledby="sheet-form-name">
      <div aria-live="polite">
        <h3 id="sheet-form-name" tabIndex={-1} ref={heading}>
          {name}
        </h3>
      </div>
      {whole && <p class="fault">{whole}</p>}
      {groupsOf(table).map((group, index) => (
        <FieldGroup
          key={`${row} ${group.legend}`}
          first={index === 0}
          {...{ table, row, group, faults, names, doings }}
        />
      ))}
      <div class="sheet-tools">
        <button type="button" onClick={() => doings.remove(row)}>
          Delete this {table.noun}
        </button>
        {table.section === "bodies" && (
          <button type="button" onClick={() => doings.removeAll(row)}>
            Remove this body and what names it
          </button>
        )}
      </div>
    </article>
  );
}

interface GroupProps extends Pick<Props, "table" | "row" | "faults" | "names" | "doings"> {
  group: Group;
  first: boolean;
}

/** Some fields behind their heading; open where one of them is filled, or has a fault. */
function FieldGroup({ table, row, group, first, faults, names, doings }: GroupProps): JSX.Element {
  const cells = table.rows[row] ?? [];
  const used = group.columns.some((index) => cells[index] || faults.get(row)?.has(index));
  return (
    <details class="sheet-group" open={first || used}>
      <summary>
        <h4>{group.legend}</h4>
      </summary>
      {group.columns.map((index) => (
        <FormField key={index} {...{ table, row, index, faults, names, doings }} />
      ))}
    </details>
  );
}

interface FieldOfFormProps extends Pick<Props, "table" | "row" | "faults" | "names" | "doings"> {
  index: number;
}

function FormField({ table, row, index, faults, names, doings }: FieldOfFormProps): JSX.Element | null {
  const column = table.columns[index];
  const fault = faults.get(row)?.get(index);
  const id = `field-${row}-${index}`;
  const text = table.rows[row]?.[index] ?? "";
  if (column === undefined) return null;
  return (
    <div class={fault ? "sheet-field faulty" : "sheet-field"}>
      <label for={id}>
        {column.header}
        {column.required && <span class="required"> (must be filled in)</span>}
      </label>
      <Field
        id={id}
        section={table.section}
        column={column}
        place={`${row}:${index}`}
        text={text}
        faulty={fault !== undefined}
        describedBy={fault ? `${id}-fault ${id}-about` : `${id}-about`}
        enterLeaves={false}
        empty="not stated"
        write={(written) => doings.write(row, index, written)}
        attend={(written) => doings.attend(index, written)}
      />
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <p class="sheet-about" id={`${id}-about`}>
        <Meaning section={table.section} {...{ column, text, names }} /> {helpFor({ ...column, required: false })}
      </p>
    </div>
  );
}
