/** What can be done with the rows of a sheet. */
import { useMemo, useRef } from "preact/hooks";
import { rowName, type Names } from "./names";
import type { Edit, Named, Table } from "../protocol";

/** The same object as long as the sheet is shown, so that rows are not drawn again for it. */
export interface Doings {
  write: (row: number, column: number, text: string) => Promise<unknown>;
  attend: (column: number, written: string) => void;
  open: (row: number) => void;
  remove: (row: number) => void;
  /** Take a body away with all that names it. */
  removeAll: (row: number) => void;
}

interface Shown {
  table: Table;
  names: Names;
  bodies: readonly Named[];
  act: (edit: Edit) => Promise<readonly string[]>;
}

interface Heard extends Pick<Doings, "attend" | "open"> {
  changed: () => void;
  /** A row is gone, and another, if any, is in its place. */
  gone: (next: number, sentence: string) => void;
}

/** What can be done with rows. */
export function useDoings(props: Shown, heard: Heard): Doings {
  const now = useRef({ ...props, ...heard });
  now.current = { ...props, ...heard };
  return useMemo(() => {
    async function remove(row: number, edit: Edit, words: string): Promise<void> {
      const { table, names } = now.current;
      const name = rowName(table, row, names);
      const next = Math.min(row, table.rows.length - 2);
      const refused = await now.current.act(edit);
      if (refused.length === 0) now.current.gone(next, `${words}: ${name}.`);
    }
    return {
      write: (row, column, text) => {
        now.current.changed();
        return now.current.act({ do: "set", section: now.current.table.section, row, column, text });
      },
      attend: (index, written) => now.current.attend(index, written),
      open: (row) => now.current.open(row),
      remove: (row) => void remove(row, { do: "delete", section: now.current.table.section, row }, "Deleted"),
      removeAll: (row) =>
        void remove(row, { do: "remove", body: bodyId(now.current, row) }, "Removed with what names it"),
    };
  }, []);
}

/** The id of the body of a row, which may stand in the row or be made of its name. */
function bodyId({ table, bodies }: Shown, row: number): string {
  const [id = "", name = ""] = table.rows[row] ?? [];
  return id || (bodies.find((body) => body.name === name)?.id ?? name);
}
