/** Faults by the cell in which they stand. */
import type { Fault } from "../protocol";

/** The faults of a sheet: by row, and there by column; -1 where a fault is about a whole row. */
export type FaultsByCell = ReadonlyMap<number, ReadonlyMap<number, string>>;

export function faultsOf(section: string, faults: readonly Fault[]): Fault[] {
  return faults.filter((fault) => fault.section === section);
}

export function faultsByCell(faults: readonly Fault[]): FaultsByCell {
  const found = new Map<number, Map<number, string>>();
  for (const { row, column, message } of faults) {
    if (row === null) continue;
    const cells = found.get(row) ?? new Map<number, string>();
    found.set(row, cells);
    const before = cells.get(column ?? -1);
    cells.set(column ?? -1, before === undefined ? message : `${before} ${message}`);
  }
  return found;
}

/** The columns in which some cell has a fault. */
export function faultyColumns(faults: readonly Fault[]): Set<number> {
  return new Set(faults.flatMap((fault) => (fault.column === null ? [] : [fault.column])));
}
