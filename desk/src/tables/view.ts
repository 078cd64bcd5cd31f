/** What of a sheet is shown: which rows on which page, which columns. */
import { useMemo, useRef, useState } from "preact/hooks";
import { usefulColumns } from "./columns";
import { faultyColumns } from "./faults";
import type { Names } from "./names";
import { matchingRows } from "./searching";
import type { Column, Fault, Table } from "../protocol";

/** The most rows that are drawn at a time: typing stays quick with a thousand of them. */
export const ROWS_ON_A_PAGE = 100;

export interface View {
  /** The rows in which the words stand that are looked for. */
  found: readonly number[];
  /** Those of them on this page. */
  rows: readonly number[];
  page: number;
  pages: number;
  /** The same list as long as the columns are the same. */
  columns: readonly Column[];
  shown: readonly number[];
  allColumns: boolean;
  setPage: (page: number) => void;
  setAllColumns: (all: boolean) => void;
  /** Turn to the page of a row, and show a column. */
  reveal: (row: number, column: number) => void;
}

export function useView(table: Table, faults: readonly Fault[], query: string, names: Names): View {
  const [page, setPage] = useState(0);
  const [allColumns, setAllColumns] = useState(false);
  const kept = useRef(new Set<number>());
  const columns = useSame(table.columns);
  // Not at each change of a cell: a row that is being filled in stays, whether or not it still matches.
  const found = useMemo(() => matchingRows(table, query, names), [query, table.section, table.rows.length]);
  // A column that was shown once stays, else it would go with the last text that is deleted from it.
  for (const index of usefulColumns(table, faultyColumns(faults))) kept.current.add(index);
  const all = columns.map((_, index) => index);
  const shown = useSame(allColumns ? all : all.filter((index) => kept.current.has(index)));
  const pages = Math.max(1, Math.ceil(found.length / ROWS_ON_A_PAGE));
  const now = Math.min(page, pages - 1);
  return {
    found,
    rows: found.slice(now * ROWS_ON_A_PAGE, (now + 1) * ROWS_ON_A_PAGE),
    page: now,
    pages,
    columns,
    shown,
    allColumns,
    setPage,
    setAllColumns,
    reveal: (row, column) => {
      kept.current.add(column);
      const at = found.indexOf(row);
      setPage(Math.floor((at < 0 ? row : at) / ROWS_ON_A_PAGE));
    },
  };
}

/** The value as it was before where it says the same, so that what depends on it is not drawn again. */
function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
