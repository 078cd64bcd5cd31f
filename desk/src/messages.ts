// What the page and its worker say to each other.

/** What the file carries beside the page: each of them packed, as base64. */
export const PARTS = ["files", "wasm", "asm", "pyodide", "viz"] as const;
export type Part = (typeof PARTS)[number];

/** A file that a person opened. */
export interface OpenedFile {
  name: string;
  bytes: Uint8Array;
}

export interface Start {
  parts: Record<Part, string>;
}

export interface Request {
  id: number;
  method: string;
  args: string;
  files: OpenedFile[];
}

/** Where the start is, in words and as a share of 1. */
export interface Progress {
  stage: string;
  share: number;
}

export type Answer = { id: number; json: string } | { id: number; broken: string };

export type FromWorker = Progress | { started: true } | { failed: string } | Answer;
