/** The sheets of what is open: a search over all of them, and the one that is chosen. */
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { JSX } from "preact";
import "../tables.css";
import { faultsOf } from "./faults";
import { namesIn, type Names } from "./names";
import type { CellPlace } from "./place";
import { matchingRows } from "./searching";
import { Sheet, type SheetProps } from "./sheet";
import type { Fault, Table } from "../protocol";

export interface Place extends CellPlace {
  section: string;
}

export interface TablesProps extends Omit<SheetProps, "table" | "names" | "query" | "search" | "place"> {
  /** The section of the sheet that is shown. */
  section: string;
  /** The cell to go to; another object each time. */
  place: Place | null;
  /** Show another sheet. */
  choose: (section: string) => void;
}

export function Tables(props: TablesProps): JSX.Element | null {
  const { tables, section, choose } = props;
  const [query, search] = useState("");
  const names = useMemo(() => namesIn(tables), [tables]);
  const place = useDue(props.place, section);
  const table = tables.find((each) => each.section === section);
  if (table === undefined) return null;
  return (
    <section class="sheets-open" aria-labelledby="sheet-name">
      <h2 id="sheet-name" class="unseen">
        {table.name}
      </h2>
      <Search {...{ tables, names, section, query, search, choose }} />
      <Sheet key={section} {...props} {...{ table, names, place, query, search }} />
    </section>
  );
}

/** The places that were gone to: not again where their sheet is shown another time. */
const reached = new WeakSet<Place>();

/** The place to go to on this sheet, if nobody went there yet. */
function useDue(place: Place | null, section: string): Place | null {
  const due = place !== null && place.section === section && !reached.has(place) ? place : null;
  useLayoutEffect(() => {
    if (due !== null) reached.add(due);
  });
  return due;
}

/** What stands on the tab of a sheet: its name, and how many rows and faults it has. */
export function TabLabel({ table, faults }: { table: Table; faults: readonly Fault[] }): JSX.Element {
  const wrong = faultsOf(table.section, faults).length;
  return (
    <>
      {table.name}{" "}
      <span class="sheet-count">
        {table.rows.length}
        <span class="unseen">{table.rows.length === 1 ? " row" : " rows"}</span>
      </span>
      {wrong > 0 && (
        <span class="sheet-wrong">
          {" "}
          {wrong} to mend
        </span>
      )}
    </>
  );
}

interface SearchProps extends Pick<TablesProps, "tables" | "section" | "choose"> {
  names: Names;
  query: string;
  search: (query: string) => void;
}

/** A field that leaves only the rows with some words, and says on which other sheets they stand. */
function Search({ tables, names, section, query, search, choose }: SearchProps): JSX.Element {
  const found = useMemo(
    () =>
      query.trim() === ""
        ? []
        : tables.map((table) => ({ table, count: matchingRows(table, query, names).length })),
    [tables, names, query],
  );
  const here = found.find(({ table }) => table.section === section);
  const others = found.filter(({ table, count }) => table.section !== section && count > 0);
  return (
    <div class="sheet-tools" role="search" aria-label="Sheets">
      <label for="sheet-search">Find rows with</label>
      <input
        id="sheet-search"
        type="search"
        autoComplete="off"
        value={query}
        onInput={(event) => search(event.currentTarget.value)}
      />
      <p role="status">{here && (here.count === 1 ? "1 row here." : `${here.count} rows here.`)}</p>
      {others.map(({ table, count }) => (
        <button key={table.section} type="button" onClick={() => choose(table.section)}>
          {count} on {table.name}
        </button>
      ))}
    </div>
  );
}
