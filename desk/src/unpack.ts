// Reads what the build has packed: base64 of zstd, and the archive of files.
import { decompress } from "fzstd";
import { bytesOf } from "./base64";

export function unpack(text: string): Uint8Array<ArrayBuffer> {
  return decompress(bytesOf(text)) as Uint8Array<ArrayBuffer>;
}

/** The files of an archive with their paths: a length, a list as JSON, and what is in them in that order. */
export function* filesOf(archive: Uint8Array): Generator<[string, Uint8Array]> {
  const length = new DataView(archive.buffer, archive.byteOffset).getUint32(0, true);
  const listed = JSON.parse(new TextDecoder().decode(archive.subarray(4, 4 + length))) as [string, number][];
  let start = 4 + length;
  for (const [name, size] of listed) {
    yield [name, archive.subarray(start, start + size)];
    start += size;
  }
}
