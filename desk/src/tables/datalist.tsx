/** The list below the cell that is being filled in. */
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import { choicesFor, writtenBefore } from "./choices";
import type { Column, Table } from "../protocol";

/** The id of the list: there is only one, for only one cell is filled in at a time. */
export const CHOICES = "sheet-choices";

interface Props {
  section: string;
  column: Column | undefined;
  written: string;
  tables: readonly Table[];
}

/** What the cell that has the focus may be filled with; after a comma, what may follow. */
export function Datalist({ section, column, written, tables }: Props): JSX.Element {
  const before = column === undefined ? "" : writtenBefore(column, written);
  const options = useMemo(
    () =>
      (column === undefined ? [] : choicesFor(section, column, tables)).map(({ value, label }) => (
        <option key={value} value={before + value} label={label || (before && value) || undefined} />
      )),
    [section, column, tables, before],
  );
  return <datalist id={CHOICES}>{options}</datalist>;
}
