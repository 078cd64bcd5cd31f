/** What can be done from the verdict, the button that shows bodies in the picture, and why something was refused. */
import { useMemo, useState } from "preact/hooks";
import type { Act, Step } from "../acts";
import type { Edit, Named, Place, State } from "../protocol";

export interface VerdictProps {
  state: State;
  act: Act;
  undo: Step;
  /** Lights bodies in the picture, by their ids. */
  showInPicture(ids: string[]): void;
  goTo: GoTo;
  /** Shows what is to be confirmed. */
  toConfirm(): void;
}

/** Leads to a place in the tables; nowhere where it is in none. */
export type GoTo = (place: { [Key in "section" | "row" | "column"]: Place[Key] | null }) => void;

export interface Deeds {
  /** Make a change, and say what was done. What is kept is why it was refused; nothing where it was made. */
  attempt(edit: Edit, words: string): Promise<readonly string[]>;
  show(ids: string[]): void;
  goTo: GoTo;
  /** Whether a body can be shown. */
  isThere(id: string): boolean;
}

/** The last change that was made from here. */
export interface Outcome {
  /** The state in which it was made. */
  revision: number;
  words: string;
}

/** What can be done with a state, and the last change that was made from here. */
export function useDeeds({ state, act, showInPicture, goTo }: VerdictProps): { deeds: Deeds; outcome: Outcome | null } {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const bodies = useMemo(() => new Set(state.bodies.map((body) => body.id)), [state.bodies]);
  const deeds: Deeds = {
    attempt: async (edit, words) => {
      const refused = await act(edit);
      if (refused.length === 0) setOutcome({ revision: state.revision, words });
      return refused;
    },
    show: showInPicture,
    goTo,
    isThere: (id) => bodies.has(id),
  };
  return { deeds, outcome };
}

interface ShowProps {
  bodies: readonly Named[];
  deeds: Deeds;
}

/** Lights bodies in the picture; nothing where there is none to light. */
export function Show({ bodies, deeds }: ShowProps) {
  const there = bodies.filter((body) => deeds.isThere(body.id));
  const [first, ...others] = there;
  if (first === undefined) return null;
  const names = others.length > 0 ? `${first.name} and ${others.length} more` : first.name;
  return (
    <button type="button" class="show" onClick={() => deeds.show(there.map((body) => body.id))}>
      Show<span class="unseen"> {names} in the picture</span>
    </button>
  );
}

/** Why something was refused, said aloud when it comes. */
export function Refused({ id, sentences }: { id?: string; sentences: readonly string[] }) {
  return (
    <div role="alert" class="refused" id={id}>
      {sentences.map((sentence, place) => (
        <p key={place}>{sentence}</p>
      ))}
    </div>
  );
}
