// Files that a person chooses or drops, and files that are saved for them.
import type { OpenedFile } from "./engine";
import { bytesOf } from "./base64";
import type { Written } from "./protocol";

/** What was chosen to be opened together; the handle where it is one file that may be written again. */
export interface Opened {
  files: OpenedFile[];
  handle: FileSystemFileHandle | null;
}

interface WithHandle {
  /** Not in every browser. */
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

async function read(file: File, name: string): Promise<OpenedFile> {
  return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Files of a picker. */
export async function filesChosen(list: FileList): Promise<Opened> {
  return { files: await Promise.all([...list].map((file) => read(file, file.name))), handle: null };
}

/** All that was dropped, with what is in folders. */
export async function filesDropped(transfer: DataTransfer): Promise<Opened> {
  // A browser forgets what was dropped with the first pause: everything is asked for before it.
  const dropped = [...transfer.items].filter((item) => item.kind === "file").map(begunToRead);
  const each = await Promise.all(dropped.map(({ content }) => content));
  const files = each.flat();
  const handle = dropped.length === 1 && files.length === 1 ? await dropped[0]?.handle : null;
  return { files, handle: handle?.kind === "file" ? (handle as FileSystemFileHandle) : null };
}

interface Dropped {
  content: Promise<OpenedFile[]>;
  handle: Promise<FileSystemHandle | null>;
}

function begunToRead(item: DataTransferItem): Dropped {
  const entry = item.webkitGetAsEntry();
  const file = item.getAsFile();
  const asked = (item as WithHandle).getAsFileSystemHandle?.() ?? Promise.resolve(null);
  const handle = asked.catch(() => null); // where the browser gives none, the file is only read
  if (entry?.isDirectory) return { content: handle.then((one) => (isFolder(one) ? inFolder(one) : within(entry, ""))), handle };
  return { content: file ? read(file, file.name).then((one) => [one]) : Promise.resolve([]), handle };
}

function isFolder(handle: FileSystemHandle | null): handle is FileSystemDirectoryHandle {
  return handle?.kind === "directory";
}

/** The files of a folder by its handle: on a page that was opened from a file, Chromium gives them by nothing else. */
async function inFolder(folder: FileSystemDirectoryHandle): Promise<OpenedFile[]> {
  const found: OpenedFile[] = [];
  for await (const one of folder.values()) {
    if (one.kind === "file") found.push(await tableOf(await one.getFile(), `${folder.name}/${one.name}`));
  }
  return found;
}

/** Of what is no table only the name is asked for. */
async function tableOf(file: File, path: string): Promise<OpenedFile> {
  return path.toLowerCase().endsWith(".csv") ? read(file, path) : { name: path, bytes: new Uint8Array() };
}

async function within(entry: FileSystemEntry, above: string): Promise<OpenedFile[]> {
  const path = `${above}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((keep, fail) => (entry as FileSystemFileEntry).file(keep, fail));
    return [await tableOf(file, path)];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    // A reader gives a part at a time, and nothing at the end.
    const part = await new Promise<FileSystemEntry[]>((keep, fail) => reader.readEntries(keep, fail));
    if (part.length === 0) break;
    found.push(...part);
  }
  const each = found.filter((one) => one.isFile).map((one) => within(one, `${path}/`));
  return (await Promise.all(each)).flat();
}

/** What was written, as the bytes of a file. */
export function blobOf(written: Written): Blob {
  const content = written.is_base64 ? bytesOf(written.content) : written.content;
  return new Blob([content as BlobPart], { type: written.type });
}

/** Give a file to the person, as browsers give downloads. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

type SavePicker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;

/** What asks where to save, in browsers that have it. */
export function savePicker(): SavePicker | null {
  const picker: unknown = Reflect.get(window, "showSaveFilePicker");
  return typeof picker === "function" ? (picker.bind(window) as SavePicker) : null;
}

/** Write over a file: all of it, or it stays as it is. */
export async function writeOver(handle: FileSystemFileHandle, blob: Blob): Promise<void> {
  const stream = await handle.createWritable();
  try {
    await stream.write(blob);
  } catch (error) {
    await stream.abort();
    throw error;
  }
  await stream.close();
}
