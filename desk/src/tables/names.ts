/** What rows are called, in tables, lists and forms. */
import type { Column, Table } from "../protocol";

/** The name of what each id stands for, by section. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The most cells by which a row without a name of its own is called. */
const CELLS_IN_A_NAME = 4;

/** What may stand under To on the sheet Relations, which depends on the relation. */
export const UNDER_TO: readonly string[] = ["bodies", "constituencies", "themes"];

export function namesIn(tables: readonly Table[]): Names {
  return new Map(
    tables
      .filter((table) => table.columns[0]?.kind === "id")
      .map((table) => [table.section, new Map(table.rows.flatMap(([id, name = ""]) => (id ? [[id, name] as const] : [])))]),
  );
}

/** The column by which a row is known: its name or title, else what it is about. */
export function namingColumn(table: Table): number {
  return table.columns[0]?.kind === "id" ? 1 : 0;
}

/** What a row is called: by its name, or by what it is about; by its number where it says neither. */
export function rowName(table: Table, row: number, names: Names): string {
  const cells = table.rows[row] ?? [];
  const [first = "", second = ""] = cells;
  const nameless = `row ${table.numbers[row] ?? row + 1}`;
  if (table.columns[0]?.kind === "id") return second || first || nameless;
  if (table.section === "settings") return first || nameless;
  const known = table.columns.flatMap((column, index) => {
    const text = cells[index] ?? "";
    const telling = index < 1 || column.kind === "reference" || column.kind === "word" || isTo(table, column);
    return telling && text !== "" && column.header !== "Source" && column.header !== "Status"
      ? [meaning(table.section, column, text, names)]
      : [];
  });
  return known.slice(0, CELLS_IN_A_NAME).join(table.section === "relations" ? " " : ", ") || nameless;
}

/** The text of a cell with names in the place of ids. */
export function meaning(section: string, column: Column, text: string, names: Names): string {
  const sections = section === "relations" && column.header === "To" ? UNDER_TO : [column.refers_to ?? ""];
  const nameOf = (id: string): string => sections.map((each) => names.get(each)?.get(id)).find(Boolean) ?? id;
  if (column.refers_to === null && column.header !== "To") return text;
  return nameOf(text) === text ? text.split(/\s*[,;\n]\s*/).map(nameOf).join(", ") : nameOf(text);
}

function isTo(table: Table, column: Column): boolean {
  return table.section === "relations" && column.header === "To";
}
