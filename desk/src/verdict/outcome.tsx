/** The change that was just made from here, with the way back. */
import type { Outcome } from "./deeds";

interface Props {
  outcome: Outcome | null;
  revision: number;
  undo(): void;
}

/** As long as nothing else was changed since; else nothing. */
export function OutcomeLine({ outcome, revision, undo }: Props) {
  if (outcome === null || revision !== outcome.revision + 1) return null;
  return (
    <p class="done">
      {outcome.words}{" "}
      <button type="button" onClick={undo}>
        Undo
      </button>
    </p>
  );
}
