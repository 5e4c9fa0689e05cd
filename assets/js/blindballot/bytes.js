// Bytes and the numbers they stand for.

export const ascii = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));

export function join(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const equal = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

export const toBase64url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

export const fromBase64url = (text) => ascii(atob(text.replaceAll("-", "+").replaceAll("_", "/")));

export const toNumber = (bytes) => BigInt("0x0" + toHex(bytes));

export const fromNumber = (number, length) => fromHex(number.toString(16).padStart(2 * length, "0"));
