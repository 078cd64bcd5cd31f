/** What one cell is filled in with: a choice of words, a line, or a text that grows. */
import { useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import { CHOICES } from "./datalist";
import { hasList, isClosed, wordsOf } from "./choices";
import type { Column } from "../protocol";

export interface Cell {
  section: string;
  column: Column;
  /** Where the cell is, for the keyboard: `row:column`. While something is typed in it, it has `data-draft` too. */
  place: string;
  text: string;
  faulty: boolean;
}

export interface FieldProps extends Cell {
  id: string;
  /** What it is called where no label stands beside it. */
  label?: string;
  describedBy: string;
  /** Whether Enter leaves the cell, as in a table, where it would else begin a line. */
  enterLeaves: boolean;
  /** What an empty choice is called. */
  empty: string;
  write: (text: string) => Promise<unknown>;
  attend: (written: string) => void;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A cell that is written when it is left, or by Enter; Escape puts back what stood in it. */
export function Field(props: FieldProps): JSX.Element {
  const { column, text, write, attend } = props;
  const [draft, setDraft] = useState<string | null>(null);
  // Arrows go through the words of a choice one by one: what they end at is written, not what they pass.
  const byArrow = useRef(false);
  const shown = draft ?? text;

  async function commit(written: string | null): Promise<void> {
    if (written === null) return;
    if (written !== text) await write(written);
    setDraft((now) => (now === written ? null : now));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    byArrow.current = event.key.startsWith("Arrow") && !event.altKey;
    if (event.key === "Escape" && draft !== null) {
      event.stopPropagation();
      setDraft(null);
      putBack(event.currentTarget, text);
    }
    if (event.key !== "Enter") return;
    const control = event.currentTarget;
    if (control instanceof HTMLTextAreaElement && beginsLine(event, props.enterLeaves)) {
      if (event.altKey || event.ctrlKey) insertLine(control);
      event.stopPropagation();
    } else void commit(draft);
  }
  const shared = {
    id: props.id,
    "aria-label": props.label,
    "aria-describedby": props.describedBy,
    "aria-invalid": props.faulty,
    "aria-required": column.required,
    "data-cell": props.place,
    "data-draft": draft === null ? undefined : "",
    onFocus: (): void => attend(shown),
    onKeyDown,
    onPointerDown: (): void => {
      byArrow.current = false;
    },
  };
  const written = {
    ...shared,
    value: shown,
    autoComplete: "off",
    onInput: (event: { currentTarget: Control }): void => {
      setDraft(event.currentTarget.value);
      attend(event.currentTarget.value);
    },
    onBlur: (): void => void commit(draft),
  };
  if (isClosed(column)) {
    const change = (event: { currentTarget: HTMLSelectElement }): void => {
      setDraft(event.currentTarget.value);
      if (!byArrow.current) void commit(event.currentTarget.value);
    };
    return (
      <select {...shared} value={shown} onChange={change} onBlur={() => void commit(draft)}>
        <option value="">{props.empty}</option>
        {wordsOf(column, shown).map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </select>
    );
  }
  if (/[\r\n]/.test(shown) || (column.kind === "text" && !hasList(props.section, column))) {
    return <textarea {...written} rows={1} spellcheck={column.kind === "text"} />;
  }
  const list = hasList(props.section, column) ? CHOICES : undefined;
  return <input {...written} type="text" list={list} spellcheck={false} />;
}

function beginsLine(event: KeyboardEvent, enterLeaves: boolean): boolean {
  return !enterLeaves || event.altKey || event.ctrlKey || event.shiftKey;
}

function putBack(control: EventTarget | null, text: string): void {
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
  control.value = text;
  control.select();
}

function insertLine(control: HTMLTextAreaElement): void {
  control.setRangeText("\n", control.selectionStart, control.selectionEnd, "end");
  control.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
