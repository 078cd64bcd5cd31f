/** A button that opens a list of others. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface Item {
  words: string;
  /** What to know of it, in smaller letters. */
  more?: string;
  act(): unknown;
}

export function Menu({ name, items }: { name: ComponentChildren; items: readonly Item[] }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current) menu.current.open = false;
  };
  useEffect(() => {
    const outside = (event: Event): void => {
      if (!menu.current?.contains(event.target as Node)) close();
    };
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("focusin", outside);
    };
  }, []);
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !menu.current?.open) return;
    close();
    menu.current.querySelector("summary")?.focus();
  };
  return (
    <details class="desk-menu" ref={menu} onKeyDown={escape}>
      <summary>{name}</summary>
      <ul>
        {items.map((item) => (
          <li key={item.words}>
            <button
              type="button"
              onClick={() => {
                close();
                menu.current?.querySelector("summary")?.focus();
                void item.act();
              }}
            >
              {item.words}
              {item.more && <small> {item.more}</small>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
