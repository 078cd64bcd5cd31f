/** Where the keyboard goes when what it was on has gone. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";

interface Left {
  element: Element;
  /** The item that it was part of, and the items of its list as they were. */
  item: string | null;
  items: string[];
}

/** Keeps the keyboard in a panel after each change of it: on the next item of the list, else on the headline. */
export function useKeptFocus(panel: RefObject<HTMLElement | null>, headline: RefObject<HTMLElement | null>): void {
  const left = useRef<Left | null>(null);
  useEffect(() => {
    const element = panel.current;
    const remember = (event: FocusEvent): void => {
      left.current = event.target instanceof Element ? leftBy(event.target) : null;
    };
    const forget = (event: FocusEvent): void => {
      if (event.relatedTarget !== null) left.current = null; // it went elsewhere by itself
    };
    element?.addEventListener("focusin", remember);
    element?.addEventListener("focusout", forget);
    return () => {
      element?.removeEventListener("focusin", remember);
      element?.removeEventListener("focusout", forget);
    };
  }, [panel]);
  useLayoutEffect(() => {
    const was = left.current;
    if (was === null || was.element.isConnected || document.activeElement !== document.body) return;
    left.current = null;
    (nextOf(was, panel.current) ?? headline.current)?.focus();
  });
}

function leftBy(element: Element): Left {
  const item = element.closest<HTMLElement>("[data-item]");
  const items = [...(item?.parentElement?.children ?? [])].flatMap((each) => itemOf(each) ?? []);
  return { element, item: item && itemOf(item), items };
}

function itemOf(element: Element): string | null {
  return element instanceof HTMLElement ? (element.dataset["item"] ?? null) : null;
}

/** The first control of the item itself, or of one after it that is still there. */
function nextOf({ item, items }: Left, panel: HTMLElement | null): HTMLElement | null {
  if (item === null || panel === null) return null;
  const there = new Map([...panel.querySelectorAll("[data-item]")].map((each) => [itemOf(each), each] as const));
  const after = items.slice(items.indexOf(item)).find((each) => there.has(each));
  return after === undefined ? null : (there.get(after)?.querySelector<HTMLElement>("button, summary, input") ?? null);
}
