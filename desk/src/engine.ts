// The engine, as the page knows it: each method of govgraph's `Session`, by a promise.
import { bytesOf } from "./base64";
import { PARTS, type FromWorker, type OpenedFile, type Part } from "./messages";
import type { Edit, Example, Kind, Picture, Refused, State, Written } from "./protocol";

export type { OpenedFile } from "./messages";

/** What cannot be done, in the sentences of the engine. What was open stays as it was. */
export class Refusal extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join("\n"));
    this.name = "Refusal";
  }
}

/** Each promise fails with a `Refusal` where something cannot be done, and with another error where the engine broke. */
export interface Engine {
  /** Kept once the engine has started; whatever was asked before that waits for it. */
  started: Promise<void>;
  open(files: OpenedFile[]): Promise<State>;
  examples(): Promise<Example[]>;
  example(key: string): Promise<State>;
  blank(): Promise<State>;
  act(edit: Edit): Promise<State>;
  undo(): Promise<State>;
  redo(): Promise<State>;
  picture(): Promise<Picture>;
  write(kind: Kind, body?: string): Promise<Written>;
  saved(name: string): Promise<State>;
}

export type OnProgress = (stage: string, share: number) => void;

interface Waiting {
  keep(json: string): void;
  fail(error: Error): void;
}

/** The requests that wait for an answer, in the order in which they were made. */
class Line {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor(private readonly worker: Worker) {}

  ask<Result>(method: string, args: unknown[] = [], files: OpenedFile[] = []): Promise<Result> {
    const id = ++this.last;
    const moved = files.map((file) => file.bytes.buffer as ArrayBuffer);
    return new Promise<string>((keep, fail) => {
      this.waiting.set(id, { keep, fail });
      this.worker.postMessage({ id, method, args: JSON.stringify(args), files }, moved);
    }).then((json) => {
      const result = JSON.parse(json) as Result | Refused;
      if (result !== null && typeof result === "object" && "refused" in result) throw new Refusal(result.refused);
      return result;
    });
  }

  settle(id: number, end: (waiting: Waiting) => void): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (waiting) end(waiting);
  }

  failAll(error: Error): void {
    for (const id of [...this.waiting.keys()]) this.settle(id, ({ fail }) => fail(error));
  }
}

function embedded(id: string): string {
  const element = document.getElementById(`part-${id}`);
  const text = element?.textContent?.trim() ?? "";
  element?.remove(); // else the page would hold it as long as it is open
  return text;
}

function startWorker(): Worker {
  const address = URL.createObjectURL(new Blob([bytesOf(embedded("worker"))], { type: "text/javascript" }));
  return new Worker(address); // of a file, browsers start no worker that is a module
}

function listen(worker: Worker, line: Line, onProgress: OnProgress): Promise<void> {
  return new Promise((keep, fail) => {
    const end = (why: string): void => {
      const error = new Error(why);
      fail(error);
      line.failAll(error);
    };
    worker.onerror = (event) => end(event.message);
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ("stage" in data) onProgress(data.stage, data.share);
      else if ("started" in data) keep();
      else if ("failed" in data) end(data.failed);
      else if ("json" in data) line.settle(data.id, ({ keep: keepAnswer }) => keepAnswer(data.json));
      else line.settle(data.id, ({ fail: failAnswer }) => failAnswer(new Error(data.broken)));
    };
  });
}

/** Start the engine in a worker. `onProgress` is told what it is doing, and how far it is, as a share of 1. */
export function startEngine(onProgress: OnProgress): Engine {
  const worker = startWorker();
  const line = new Line(worker);
  const started = listen(worker, line, onProgress);
  const parts = Object.fromEntries(PARTS.map((part) => [part, embedded(part)])) as Record<Part, string>;
  worker.postMessage({ parts });
  return {
    started,
    open: (files) => line.ask("open", [], files),
    examples: () => line.ask("examples"),
    example: (key) => line.ask("example", [key]),
    blank: () => line.ask("blank"),
    act: (edit) => line.ask("act", [edit]),
    undo: () => line.ask("undo"),
    redo: () => line.ask("redo"),
    picture: () => line.ask("picture"),
    write: (kind, body = "") => line.ask("write", [kind, body]),
    saved: (name) => line.ask("saved", [name]),
  };
}
