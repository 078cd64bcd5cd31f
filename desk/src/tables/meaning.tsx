/** What a cell says, where it says it by an id. */
import type { JSX } from "preact";
import { meaning, type Names } from "./names";
import type { Column } from "../protocol";

export interface MeaningProps {
  section: string;
  column: Column;
  text: string;
  names: Names;
}

/** The names of what a cell names by ids. */
export function Meaning({ section, column, text, names }: MeaningProps): JSX.Element | null {
  const said = meaning(section, column, text, names);
  return said === text ? null : <strong>This is {said}.</strong>;
}
