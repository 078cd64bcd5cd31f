/** What cannot be read, in place of a verdict, and how words were read. */
import type { Fault } from "../protocol";
import type { GoTo } from "./deeds";

/** Each fault leads to where it stands. */
export function Faults({ faults, goTo }: { faults: readonly Fault[]; goTo: GoTo }) {
  return (
    <ul class="found">
      {faults.map((fault, place) => (
        <li class="wrong" key={place} data-item={`fault ${place}`}>
          <button type="button" class="to-fault" onClick={() => goTo(fault)}>
            {fault.where !== "" && <b>{fault.where}: </b>}
            {fault.message}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Sentences under a heading that opens them; nothing where there are none. */
export function Folded({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        <h3>{title}</h3>
      </summary>
      <ul>
        {sentences.map((sentence, place) => (
          <li key={place}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
