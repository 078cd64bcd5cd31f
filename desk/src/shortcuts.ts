// Keys that work everywhere on the page. In a field, undo and redo are those of the field.
import { useEffect } from "preact/hooks";

export interface Shortcuts {
  undo(): unknown;
  redo(): unknown;
  save(): unknown;
  open(): unknown;
}

/** Whether something is typed there that undo takes back letter by letter. A cell that is as it was is not such a field. */
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  return !target.matches("[data-cell]:not([data-draft])");
}

/** What a key asks for, of all shortcuts. */
function meant(event: KeyboardEvent): keyof Shortcuts | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "s") return "save";
  if (key === "o") return "open";
  if (isField(event.target)) return null;
  if (key === "y" || (key === "z" && event.shiftKey)) return "redo";
  return key === "z" ? "undo" : null;
}

export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const wish = meant(event);
      if (!wish) return;
      event.preventDefault();
      if (wish === "save" && document.activeElement instanceof HTMLElement) document.activeElement.blur(); // takes what is typed
      void shortcuts[wish]();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  });
}
