// How far the start of the engine is, for whoever shows it.
import { useEffect, useState } from "preact/hooks";

export interface Stage {
  words: string;
  /** A share of 1. */
  share: number;
  ready: boolean;
  /** Why it could not start; empty where it could. */
  broken: string;
}

/** Tells its listeners each time it is a step further. */
export class Start {
  stage: Stage = { words: "Unpacking", share: 0, ready: false, broken: "" };
  private readonly listeners = new Set<(stage: Stage) => void>();

  say(words: string, share: number): void {
    this.tell({ ...this.stage, words, share });
  }

  end(): void {
    this.tell({ ...this.stage, words: "Ready", share: 1, ready: true });
  }

  fail(broken: string): void {
    this.tell({ ...this.stage, broken });
  }

  listen(listener: (stage: Stage) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(stage: Stage): void {
    this.stage = stage;
    for (const listener of this.listeners) listener(stage);
  }
}

export function useStage(start: Start): Stage {
  const [stage, setStage] = useState(start.stage);
  useEffect(() => {
    setStage(start.stage);
    return start.listen(setStage);
  }, [start]);
  return stage;
}
