// The ballot code: 24 characters of secret, five bits each, and two check symbols of a Reed-Solomon code over
// GF(32) = GF(2)[x]/(x^5 + x^2 + 1), generator z^2 + 6z + 8. Any one or two wrong characters and every swap are caught.

import { ascii, fromNumber, toNumber } from "./bytes.js";
import { hmac } from "./hash.js";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const newSecret = () => crypto.getRandomValues(new Uint8Array(15));

// 15 bytes as XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XX.
export function formatCode(secret) {
  const symbols = Array.from(toNumber(secret).toString(32).padStart(24, "0"), (digit) => parseInt(digit, 32));
  const text = [...symbols, ...check(symbols)].map((symbol) => ALPHABET[symbol]).join("");
  return text.match(/.{1,4}/g).join("-");
}

// The 15 bytes of a code as people write it, or an exception whose message is "length", "character" or "check".
export function parseCode(text) {
  const plain = text.replace(/[ -]/g, "").toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
  const symbols = Array.from(plain, (character) => ALPHABET.indexOf(character));
  if (symbols.includes(-1)) throw new Error("character");
  if (symbols.length !== 26) throw new Error("length");
  const secret = symbols.slice(0, 24);
  const [high, low] = check(secret);
  if (high !== symbols[24] || low !== symbols[25]) throw new Error("check");
  return fromNumber(secret.reduce((number, symbol) => number * 32n + BigInt(symbol), 0n), 15);
}

export const seedOf = (secret) => hmac(ascii("PEJLING1 ballot seed"), secret);

function check(symbols) {
  let [high, low] = [0, 0];
  for (const symbol of symbols) {
    const carry = symbol ^ high;
    [high, low] = [low ^ times(carry, 6), times(carry, 8)];
  }
  return [high, low];
}

function times(a, b) {
  let product = 0;
  for (let i = 0; i < 5; i++) if ((b >> i) & 1) product ^= a << i;
  for (let i = 8; i >= 5; i--) if ((product >> i) & 1) product ^= 0b100101 << (i - 5);
  return product;
}
