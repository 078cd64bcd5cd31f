/** A file of text that cannot be read yet: its lines, and what to mend in which of them. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import "../tables.css";
import type { Edit, Fault } from "../protocol";

interface Props {
  /** What the file is called. */
  name: string;
  text: string;
  faults: readonly Fault[];
  act: (edit: Edit) => Promise<readonly string[]>;
}

export function TextEditor({ name, text, faults, act }: Props): JSX.Element {
  const [written, setWritten] = useState(text);
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  useEffect(() => setWritten(text), [text]);
  const lines = written.split("\n").length;
  const wrong = new Set(faults.flatMap((fault) => lineOf(fault) ?? []));

  function goTo(line: number): void {
    const before = written.split("\n").slice(0, line - 1);
    const start = before.reduce((length, each) => length + each.length + 1, 0);
    const end = written.indexOf("\n", start);
    area.current?.focus();
    area.current?.setSelectionRange(start, end < 0 ? written.length : end);
    if (area.current) area.current.scrollTop = (area.current.scrollHeight / lines) * Math.max(0, line - 4);
  }
  return (
    <section class="text-editor" aria-labelledby="text-editor-name">
      <h2 id="text-editor-name">{name} cannot be read yet</h2>
      <ul>
        {faults.map((fault, index) => (
          <TextFault key={index} fault={fault} goTo={goTo} />
        ))}
      </ul>
      <label for="text-editor-text">The text of the file: mend it here</label>
      <div class="text-editor-lines">
        <div class="text-editor-numbers" ref={numbers} aria-hidden="true">
          {Array.from({ length: lines }, (_, index) => (
            <div key={index} class={wrong.has(index + 1) ? "wrong" : undefined}>
              {wrong.has(index + 1) ? `! ${index + 1}` : index + 1}
            </div>
          ))}
        </div>
        <textarea
          id="text-editor-text"
          ref={area}
          value={written}
          wrap="off"
          rows={24}
          spellcheck={false}
          onInput={(event) => setWritten(event.currentTarget.value)}
          onScroll={(event) => numbers.current?.scrollTo(0, event.currentTarget.scrollTop)}
        />
      </div>
      <div class="sheet-tools">
        <button type="button" class="add" onClick={() => void act({ do: "text", text: written })}>
          Read again
        </button>
      </div>
    </section>
  );
}

function TextFault({ fault, goTo }: { fault: Fault; goTo: (line: number) => void }): JSX.Element {
  const line = lineOf(fault);
  return (
    <li>
      {fault.message}{" "}
      {line !== null && (
        <button type="button" onClick={() => goTo(line)}>
          Go to line {line}
        </button>
      )}
    </li>
  );
}

/** The line of a fault: its row, counted from 0, or as its place says it: `wendle.yaml, line 4`. */
function lineOf(fault: Fault): number | null {
  if (fault.row !== null) return fault.row + 1;
  const said = /line (\d+)/.exec(fault.where)?.[1];
  return said === undefined ? null : Number(said);
}
