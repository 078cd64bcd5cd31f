/** Answering a proposal: at once, or once a person has read what is answered with it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { Act } from "../acts";
import type { Confirm } from "../protocol";
import { Refused } from "../verdict/deeds";

/** How the engine begins the sentence that says what is answered too. */
const ALSO = "This also ";

export type Answers = Pick<Confirm, "answers" | "cells">;

export interface Answering {
  /** Why the last answer was refused. */
  refused: readonly string[];
  /** What is answered too, in a sentence; empty where nobody has to be asked. */
  also: string;
  /** Give answers. Where others hang together with them, say so first. */
  answer(given: Answers): Promise<void>;
  /** Give them with those others. */
  agree(): Promise<void>;
  leave(): void;
}

/** `made` is called once answers were given. */
export function useAnswering(act: Act, made: (given: Answers) => void): Answering {
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<{ given: Answers; also: string } | null>(null);
  async function give(given: Answers, others: boolean): Promise<void> {
    const why = await act({ do: "confirm", others, ...given });
    const [first = ""] = why;
    const isQuestion = !others && why.length === 1 && first.startsWith(ALSO);
    setAsked(isQuestion ? { given, also: first } : null);
    setRefused(isQuestion ? [] : why);
    if (why.length === 0) made(given);
  }
  return {
    refused,
    also: asked?.also ?? "",
    answer: (given) => give(given, false),
    agree: async () => {
      if (asked !== null) await give(asked.given, true);
    },
    leave: () => setAsked(null),
  };
}

interface Props {
  id: string;
  answering: Answering;
  /** What the button says that answers all of it. */
  agree: string;
  /** Where the keyboard goes when it is left. */
  back?: () => void;
}

/** What is answered too, with a button that does it; or why the answer was refused. */
export function AnsweringPart({ id, answering, agree, back }: Props): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  const { also, refused } = answering;
  const leave = (): void => {
    answering.leave();
    back?.();
  };
  useEffect(() => {
    if (also !== "") button.current?.focus();
  }, [also]);
  return (
    <>
      {also !== "" && (
        <div class="confirm-also" role="group" aria-labelledby={`${id}-also`}>
          <p id={`${id}-also`}>{also}</p>
          <div class="acts">
            <button type="button" ref={button} class="main" aria-describedby={`${id}-also`} onClick={() => void answering.agree()}>
              {agree}
            </button>
            <button type="button" onClick={leave}>
              Not now
            </button>
          </div>
        </div>
      )}
      {refused.length > 0 && <Refused sentences={refused} />}
    </>
  );
}
