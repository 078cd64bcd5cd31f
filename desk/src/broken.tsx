/** What to do when the engine has stopped: what was typed can still be saved. */
import type { State } from "./protocol";
import { downloadAsItIs } from "./unfinished";

export function Broken({ why, state }: { why: string; state: State | null }) {
  if (!why) return null;
  return (
    <div role="alert" class="desk-broken">
      <p>
        <strong>govgraph has stopped in this page.</strong> Close the page and open it again. If that does not help, use
        another browser: Chrome, Edge or Firefox, not older than 2023.
      </p>
      {state && (
        <p>
          <button type="button" onClick={() => downloadAsItIs(state)}>
            Save what you typed
          </button>{" "}
          Sheets are saved as CSV files, which you can open together again.
        </p>
      )}
      <details>
        <summary>For whoever mends govgraph</summary>
        <pre tabIndex={0}>{why}</pre>
      </details>
    </div>
  );
}
