// Starts Pyodide out of the parts of the file. Nothing is fetched: what Pyodide would fetch is handed to it.
import type { PyodideAPI, loadPyodide } from "pyodide";
import { info } from "pyodide/pyodide-lock.json";
import type { Part } from "./messages";
import { filesOf, unpack } from "./unpack";

type Load = typeof loadPyodide;
type Config = NonNullable<Parameters<Load>[0]>;
type Parts = Record<Part, string>;

/** A place that is nowhere: Pyodide asks for its parts by addresses below it. */
const NOWHERE = "https://desk.invalid/";

export async function imported<Module>(text: string): Promise<Module> {
  const address = URL.createObjectURL(new Blob([unpack(text)], { type: "text/javascript" }));
  try {
    return (await import(address)) as Module;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Answer what Pyodide asks for out of the file, and nothing else. */
function answerRequests(wasm: Uint8Array<ArrayBuffer>): void {
  globalThis.fetch = (asked) => {
    const address = String(asked instanceof Request ? asked.url : asked);
    if (address.endsWith(".wasm")) {
      return Promise.resolve(new Response(wasm, { headers: { "Content-Type": "application/wasm" } }));
    }
    if (address.endsWith(".zip")) return Promise.resolve(new Response(new Uint8Array())); // Python's library is among the files
    return Promise.reject(new TypeError(`nothing is fetched: ${address}`));
  };
}

async function fillFolders(fs: Parameters<NonNullable<Config["fsInit"]>>[0], archive: Uint8Array): Promise<void> {
  const made = new Set<string>();
  for (const [name, content] of filesOf(archive)) {
    const folder = name.slice(0, name.lastIndexOf("/"));
    if (!made.has(folder)) fs.mkdirTree(`/${folder}`);
    made.add(folder);
    fs.writeFile(`/${name}`, content, { canOwn: true });
  }
}

/** Once all that can begin has begun. */
const afterThat = (): Promise<void> => new Promise((go) => setTimeout(go));

export async function startPython(parts: Parts, at: (stage: string, share: number) => void): Promise<PyodideAPI> {
  at("Unpacking", 0.1);
  Object.assign(globalThis, { importScripts: undefined }); // else Pyodide refuses a worker that is no module
  answerRequests(unpack(parts.wasm));
  const [asm, pyodide] = await Promise.all([
    imported<{ default: unknown }>(parts.asm),
    imported<{ loadPyodide: Load }>(parts.pyodide),
  ]);
  at("Starting Python", 0.3);
  const files = afterThat().then(() => unpack(parts.files)); // meanwhile the browser compiles
  return pyodide.loadPyodide({
    indexURL: NOWHERE,
    packageBaseUrl: NOWHERE,
    createPyodideModule: asm.default,
    lockFileContents: { info, packages: {} },
    env: { PYTHONPATH: "/lib/python3.14" }, // where its library lies; Pyodide looks for an archive only
    fsInit: async (fs: Parameters<typeof fillFolders>[0]) => fillFolders(fs, await files),
  } as unknown as Config);
}
