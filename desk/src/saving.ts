// Saving what is open, and making what is sent to others from it.
import { useRef } from "preact/hooks";
import { blobOf, download, savePicker, writeOver } from "./files";
import { pngOf } from "./png";
import type { Kind, Written } from "./protocol";
import type { Working } from "./working";

/** What can be made: files as the engine writes them, and two that the page makes of what it gives. */
export type Made = Exclude<Kind, "paper-blocks"> | "word" | "png";

export interface Saving {
  /** Over the file that was opened where the browser lets it, else as a workbook among the downloads. */
  save(): Promise<void>;
  saveOver(): Promise<void>;
  saveWhere(form: Form): Promise<void>;
  make(what: Made): Promise<void>;
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const FORMS = ["workbook", "yaml", "json"] as const;
/** In which form a structure is written. */
type Form = (typeof FORMS)[number];
const ENDS: Record<string, Form> = { xlsx: "workbook", yaml: "yaml", yml: "yaml", json: "json" };

/** In which form a file of this name is written; null where it is only read. */
export function formOf(name: string): Form | null {
  return ENDS[name.split(".").pop()?.toLowerCase() ?? ""] ?? null;
}

const CHANGED = "The file has been changed by somebody else since you opened it.";

export function useSaving(working: Working): Saving {
  const { write, saved, say, refuse } = working;
  /** The file that the person let be written over. */
  const agreed = useRef<FileSystemFileHandle | null>(null);

  async function saveOver(): Promise<void> {
    const { handle } = working;
    const form = handle && formOf(handle.name);
    if (!handle || !form) return;
    const written = await write(form);
    if (!written) return;
    const changed = (await handle.getFile()).lastModified !== working.changedAt;
    const isNew = agreed.current !== handle;
    const warnings = [changed ? CHANGED : "", written.note ?? ""].filter(Boolean);
    if ((isNew || changed) && !confirm([`Write over ${handle.name}?`, ...warnings].join(" "))) return;
    await tried(async () => {
      await writeOver(handle, blobOf(written));
      agreed.current = handle;
      await saved(handle.name, handle);
    });
  }

  async function saveWhere(form: Form): Promise<void> {
    const ask = savePicker();
    const written = await write(form);
    if (!ask || !written) return;
    await tried(async () => {
      const handle = await ask({ suggestedName: written.name });
      await writeOver(handle, blobOf(written));
      agreed.current = handle;
      await saved(handle.name, handle);
    });
  }

  async function tried(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return; // nobody chose a place
      refuse([`The file could not be written: ${error instanceof Error ? error.message : String(error)}`]);
    }
  }

  async function make(what: Made): Promise<void> {
    const kind: Kind = what === "word" ? "paper-blocks" : what === "png" ? "svg" : what;
    const written = await write(kind);
    if (!written) return;
    await tried(async () => {
      const [blob, name] = await finished(what, written);
      download(blob, name);
      if (FORMS.some((form) => form === what)) await saved(name, null);
      say(`Saved among your downloads: ${name}. ${written.note ?? ""}`.trim());
    });
  }

  const save = (): Promise<void> => (working.handle && formOf(working.handle.name) ? saveOver() : make("workbook"));
  return { save, saveOver, saveWhere, make };
}

/** The file that is made, with its name. */
async function finished(what: Made, written: Written): Promise<[Blob, string]> {
  if (what === "png") return [await pngOf(written.content), written.name.replace(/\.svg$/, ".png")];
  if (what !== "word") return [blobOf(written), written.name];
  const { wordOf } = await import("./word");
  const bytes = await wordOf(JSON.parse(written.content));
  return [new Blob([bytes as BlobPart], { type: DOCX }), written.name];
}
