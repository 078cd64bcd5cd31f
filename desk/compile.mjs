// Compiles Python modules with the very Python of the page, while the desk is built.
// node compile.mjs FOLDER HELPER: FOLDER/todo.json lists [name of the module's file, file of its source, file to write].
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, helper] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(process.cwd(), "node_modules/pyodide/pyodide.mjs")));
// Lines of a fault are kept, columns are not: they take a tenth of the room.
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" } });
python.runPython(readFileSync(helper, "utf8"));
const compiled = python.globals.get("compiled");
for (const [name, source, target] of JSON.parse(readFileSync(join(folder, "todo.json"), "utf8"))) {
  const made = compiled(readFileSync(source, "utf8"), name);
  writeFileSync(target, made.toJs());
  made.destroy();
}
