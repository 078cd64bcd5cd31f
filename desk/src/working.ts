// What is open, and everything that is done with it: one act after the other.
import { useRef, useState } from "preact/hooks";
import type { Act, Step } from "./acts";
import { Refusal, type Engine } from "./engine";
import type { Opened } from "./files";
import type { Kind, State, Table, Written } from "./protocol";
import { said } from "./verdict/said";

export interface Working {
  state: State | null;
  /** What is heard when something was done. */
  status: string;
  /** Why the last act was refused; it stays until the next. */
  refused: readonly string[];
  busy: boolean;
  /** Why the engine stopped; empty while it runs. */
  broken: string;
  /** The file on the person's disk, where the browser lets it be written again. */
  handle: FileSystemFileHandle | null;
  /** When that file was last changed, as we know it. */
  changedAt: number;
  /** How many files have been opened so far: what is half written belongs to one of them. */
  opening: number;
  open(opened: Opened): Promise<boolean>;
  example(key: string): Promise<boolean>;
  blank(): Promise<boolean>;
  /** Nothing is open any more. */
  close(): unknown;
  act: Act;
  undo: Step;
  redo: Step;
  write(kind: Kind): Promise<Written | null>;
  saved(name: string, handle: FileSystemFileHandle | null): Promise<void>;
  say(words: string): void;
  refuse(sentences: readonly string[]): void;
}

/** The tables that have changed in the place of what they were. */
export function merged(before: readonly Table[], changed: readonly Table[]): Table[] {
  const bySection = new Map(changed.map((table) => [table.section, table]));
  const kept = before.map((table) => bySection.get(table.section) ?? table);
  const known = new Set(before.map((table) => table.section));
  return [...kept, ...changed.filter((table) => !known.has(table.section))];
}

export function useWorking(engine: Engine): Working {
  const [state, setState] = useState<State | null>(null);
  const [status, say] = useState("");
  const [refused, refuse] = useState<readonly string[]>([]);
  const [doing, setDoing] = useState(0);
  const [broken, setBroken] = useState("");
  const [handle, setHandle] = useState<FileSystemFileHandle | null>(null);
  const [changedAt, setChangedAt] = useState(0);
  const [opening, setOpening] = useState(0);
  const latest = useRef<State | null>(null);

  /** What a request gives, or why it was refused. */
  async function asked<Result>(request: () => Promise<Result>): Promise<Result | readonly string[]> {
    setDoing((count) => count + 1);
    try {
      return await request();
    } catch (error) {
      if (error instanceof Refusal) return error.sentences;
      const why = error instanceof Error ? error.message : String(error);
      setBroken(why);
      return [`The engine stopped: ${why}`];
    } finally {
      setDoing((count) => count - 1);
    }
  }

  async function hold(to: FileSystemFileHandle | null): Promise<void> {
    setHandle(to);
    setChangedAt(to ? (await to.getFile()).lastModified : 0);
  }

  function take(next: State, words: string): void {
    const before = latest.current;
    const tables = before ? merged(before.tables, next.tables) : next.tables;
    latest.current = { ...next, tables };
    setState(latest.current);
    refuse([]);
    say(before && words ? [words, said(before, next)].filter(Boolean).join(" ") : words);
  }

  async function begun(request: () => Promise<State>, from: FileSystemFileHandle | null): Promise<boolean> {
    const next = await asked(request);
    if (!("revision" in next)) {
      refuse(next);
      return false;
    }
    latest.current = null;
    setOpening((count) => count + 1);
    await hold(from);
    take(next, `Opened: ${next.name}.`);
    return true;
  }

  async function stepped(request: () => Promise<State>, words: (next: State) => string): Promise<readonly string[]> {
    const next = await asked(request);
    if (!("revision" in next)) return next;
    take(next, words(next));
    return [];
  }

  /** A step of which the page itself says why it was refused. */
  async function walked(request: () => Promise<State>, words: string): Promise<readonly string[]> {
    const sentences = await stepped(request, () => words);
    refuse(sentences);
    return sentences;
  }

  return {
    state, status, refused, broken, handle, changedAt, opening, say, refuse,
    busy: doing > 0,
    open: ({ files, handle: from }) => begun(() => engine.open(files), from),
    example: (key) => begun(() => engine.example(key), null),
    blank: () => begun(() => engine.blank(), null),
    close: () => {
      latest.current = null;
      setState(null);
      refuse([]);
    },
    act: (edit) => stepped(() => engine.act(edit), (next) => `Done: ${next.undo ?? ""}.`),
    undo: () => walked(() => engine.undo(), `Undone: ${latest.current?.undo ?? ""}.`),
    redo: () => walked(() => engine.redo(), `Done again: ${latest.current?.redo ?? ""}.`),
    write: async (kind) => {
      const written = await asked(() => engine.write(kind));
      if ("content" in written) return written;
      refuse(written);
      return null;
    },
    saved: async (name, to) => {
      if (to) await hold(to);
      await stepped(() => engine.saved(name), () => `Saved: ${name}.`);
    },
  };
}
