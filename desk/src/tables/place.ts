/** Going to a cell, or to the button of a row: as soon as it is drawn. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import { takeFocus } from "./keys";

export interface CellPlace {
  row: number;
  column: number;
}

type Target = CellPlace | number;

/** Gives a function that puts the focus on a cell, or on the button of a row, within an element. */
export function useGoing(within: RefObject<HTMLElement | null>): (target: Target) => void {
  const wanted = useRef<Target | null>(null);
  const [, again] = useState({});
  useLayoutEffect(() => {
    const found = wanted.current === null ? null : find(within.current, wanted.current);
    if (!found) return;
    wanted.current = null;
    found.closest("details")?.setAttribute("open", "");
    takeFocus(found);
  });
  useEffect(() => {
    // Somebody who goes elsewhere in the meantime is left there.
    const forget = (): void => {
      wanted.current = null;
    };
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal };
    for (const event of ["keydown", "pointerdown"]) within.current?.addEventListener(event, forget, options);
    return () => stop.abort();
  }, []);
  return (target) => {
    wanted.current = target;
    again({});
  };
}

/** The cell, once it is there; the button of a row, else the one that adds a row. */
function find(within: HTMLElement | null, target: Target): HTMLElement | null {
  const one = (selector: string): HTMLElement | null => within?.querySelector<HTMLElement>(selector) ?? null;
  if (typeof target !== "number") return one(`[data-cell="${target.row}:${target.column}"]`);
  return one(`[data-row="${target}"]`) ?? one(".add");
}
