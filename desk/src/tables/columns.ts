/** Which columns of a sheet are shown, how a form groups them, and what a row is called. */
import type { Column, Table } from "../protocol";

/** So many columns of a sheet are shown even where they are empty: the first are those that matter most. */
const SHOWN_WHEN_EMPTY = 6;

/** Columns that every sheet, or many, have: what they are about, in the order in which a form shows them. */
const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ["How it works", ["Decisions", "Meets", "Quorum", "Substitutes", "Substitutes limit", "Terms"]],
  [
    "Whether lists are complete",
    ["Membership", "Lines", "Parts", "List of owners", "List of monitors", "List of speakers"],
  ],
  ["Whether it is in place", ["Status", "In place from", "In place until", "Open-ended", "Review by"]],
  ["Where this is taken from", ["Source", "Place in source", "Note on source", "Note"]],
];

export interface Group {
  legend: string;
  columns: number[];
}

/** The columns that are filled in some row, must be filled, hold a fault, or come first; by their index. */
export function usefulColumns(table: Table, faulty: ReadonlySet<number>): number[] {
  return table.columns.flatMap((column, index) =>
    column.required || index < SHOWN_WHEN_EMPTY || faulty.has(index) || table.rows.some((row) => row[index])
      ? [index]
      : [],
  );
}

/** The columns of a form in groups: first what only this sheet has. Groups without a column are left out. */
export function groupsOf(table: Table): Group[] {
  const named = new Map(GROUPS.flatMap(([legend, headers]) => headers.map((header) => [header, legend] as const)));
  const legends = [`The ${table.noun}`, ...GROUPS.map(([legend]) => legend)];
  const columns = table.columns.map((column, index) => ({ index, legend: named.get(column.header) ?? legends[0] }));
  return legends
    .map((legend) => ({
      legend: legend ?? "",
      columns: columns.filter((column) => column.legend === legend).map((column) => column.index),
    }))
    .filter((group) => group.columns.length > 0);
}

/** What is true of a column, in sentences: what it is for, and how a cell of it is filled in. */
export function helpFor(column: Column): string {
  const sentences = [column.description];
  if (column.required) sentences.push("It must be filled in.");
  if (column.kind === "date") sentences.push("A day, a month or a year: 2020-07-03, 2020-07 or 2020.");
  if (column.several && column.kind === "text") sentences.push("Put semicolons between several.");
  else if (column.several) sentences.push("Put commas between several.");
  if (column.kind === "reference") sentences.push("Type part of a name to choose from the list.");
  return sentences.filter(Boolean).join(" ");
}
