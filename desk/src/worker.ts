// The worker: Python with govgraph in it, which answers one request after the other.
import type { PyCallable } from "pyodide/ffi";
import type { FromWorker, Request, Start } from "./messages";
import { imported, startPython } from "./python";

const say = (message: FromWorker): void => postMessage(message);

interface Graphviz {
  renderString(text: string, options: { format: string; engine: string }): string;
}

/** What Python offers: an answer, and steps that make the first answers quick. */
interface Engine {
  call: PyCallable;
  warm_up(): Iterator<undefined>;
}

async function start({ parts }: Start): Promise<Engine> {
  const at = (stage: string, share: number): void => say({ stage, share });
  const python = await startPython(parts, at);
  const viz = await imported<{ instance(): Promise<Graphviz> }>(parts.viz).then(({ instance }) => instance());
  Object.assign(globalThis, {
    layOut: (text: string, engine: string) => viz.renderString(text, { format: "json", engine }),
  });
  at("Loading govgraph", 0.7);
  const engine = python.pyimport("desk_engine") as unknown as Engine;
  at("Ready", 1);
  say({ started: true });
  return engine;
}

/** One step after the other; whatever is asked meanwhile is answered between two of them. */
function warmUp(steps: Iterator<undefined>): void {
  setTimeout(() => {
    try {
      if (!steps.next().done) warmUp(steps);
    } catch (error) {
      console.error(error); // whoever asks for it in earnest is told
    }
  });
}

function answer(call: PyCallable, { id, method, args, files }: Request): void {
  try {
    say({ id, json: call(method, args, files) as string });
  } catch (error) {
    say({ id, broken: String(error instanceof Error ? error.message : error) });
  }
}

let started: Promise<Engine> | undefined;

onmessage = ({ data }: MessageEvent<Start | Request>) => {
  if ("parts" in data) {
    started = start(data);
    started.then(
      (engine) => warmUp(engine.warm_up()),
      (error: unknown) => say({ failed: String(error) }),
    );
  } else {
    started?.then(({ call }) => answer(call, data), () => undefined);
  }
};
