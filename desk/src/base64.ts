// Bytes out of base64.
type WithFromBase64 = { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const quick = (Uint8Array as WithFromBase64).fromBase64; // not in every browser yet
  return quick ? quick.call(Uint8Array, text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
