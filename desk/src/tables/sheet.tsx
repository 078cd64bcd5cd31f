/** A sheet of the workbook, open to be filled in: as a table, or row by row as a form. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import { Attended, type Attend } from "./attended";
import { useDoings } from "./doings";
import { faultsByCell, faultsOf } from "./faults";
import { Form } from "./form";
import { Grid } from "./grid";
import { List } from "./list";
import { useNarrow } from "./media";
import type { Names } from "./names";
import { useGoing, type CellPlace } from "./place";
import { Faults, FormTools, LastDone, Pages, SheetTools } from "./tools";
import { useView } from "./view";
import type { Edit, Fault, Named, Table } from "../protocol";

export interface SheetProps {
  table: Table;
  /** All sheets: cells name their rows. */
  tables: readonly Table[];
  names: Names;
  bodies: readonly Named[];
  faults: readonly Fault[];
  /** The cell to go to; another object each time. */
  place: CellPlace | null;
  query: string;
  search: (query: string) => void;
  /** Make a change. What is kept is why it was refused, in sentences that the page shows; nothing where it was made. */
  act: (edit: Edit) => Promise<readonly string[]>;
  undo: () => void;
}

/** What was done last with a row. */
interface Done {
  sentence: string;
  /** The row to go to where it is undone. */
  row: number;
}

export function Sheet(props: SheetProps): JSX.Element {
  const { table, names, place, query, search } = props;
  const root = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const faults = useMemo(() => faultsOf(table.section, props.faults), [props.faults, table.section]);
  const byCell = useMemo(() => faultsByCell(faults), [faults]);
  const view = useView(table, faults, query, names);
  const going = useGoing(root);
  const [opened, setOpened] = useState<number | null>(null);
  const attend = useRef<Attend>(() => undefined);
  const [done, setDone] = useState<Done | null>(null);

  function goTo(to: CellPlace): void {
    if (to.row < table.rows.length && !view.found.includes(to.row)) search("");
    view.reveal(to.row, to.column);
    if (narrow || opened !== null) setOpened(to.row);
    going(to);
  }
  useLayoutEffect(() => {
    if (place !== null) goTo(place);
  }, [place]);

  async function add(): Promise<void> {
    const row = table.rows.length;
    const refused = await props.act({ do: "add", section: table.section, cells: {} });
    if (refused.length > 0) return;
    search("");
    goTo({ row, column: view.shown[0] ?? 0 });
    setDone({ sentence: `A ${table.noun} was added.`, row: row - 1 });
  }
  function undo(): void {
    setDone(null);
    props.undo();
    if (done !== null) going(done.row);
  }
  const doings = useDoings(props, {
    attend: (index, written) => attend.current(index, written),
    open: setOpened,
    changed: () => setDone(null),
    gone: (row, sentence) => {
      setDone({ sentence, row });
      setOpened(null);
      going(row);
    },
  });
  function beyond(row: number, index: number, step: number): void {
    const next = view.found[view.found.indexOf(row) + step];
    if (next !== undefined) goTo({ row: next, column: index });
  }

  function close(): void {
    if (opened !== null) going(opened);
    setOpened(null);
  }
  const isForm = opened !== null && opened < table.rows.length;
  return (
    <div class="sheet-view" ref={root}>
      <div class="sheet-tools">
        {isForm ? (
          <FormTools {...{ table, close }} row={opened} rows={view.found} open={doings.open} />
        ) : (
          <SheetTools {...{ table, view, narrow }} add={() => void add()} />
        )}
        <Faults {...{ table, faults, goTo }} />
        <LastDone sentence={done?.sentence ?? ""} undo={undo} />
      </div>
      {isForm ? (
        <Form {...{ table, names, doings }} row={opened} faults={byCell} />
      ) : narrow ? (
        <List {...{ table, names }} rows={view.rows} faults={byCell} open={doings.open} />
      ) : (
        <Grid {...{ table, names, doings, beyond }} {...view} faults={byCell} />
      )}
      {!isForm && <Pages view={view} />}
      <Attended {...{ table, names, attend }} tables={props.tables} helps={!narrow && !isForm} />
    </div>
  );
}
