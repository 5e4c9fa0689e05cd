// The voter's half of RFC 9474, RSABSSA-SHA384-PSS-Randomized. Time is not constant: BigInt cannot promise it (see README).

import { fromBase64url, fromNumber, join, toBase64url, toNumber } from "./bytes.js";
import { sha384 } from "./hash.js";

const HASH = 48;

// A public key as the manifest has it: { n, e }, base64url. Throws unless it is one that may be used.
export function readKey({ n, e }) {
  const modulus = toNumber(fromBase64url(n));
  const bits = modulus.toString(2).length;
  if (bits < 3072 || bits > 4096) throw new Error(`a modulus of ${bits} bits; between 3072 and 4096 are accepted`);
  if (toNumber(fromBase64url(e)) !== 65537n) throw new Error("the public exponent is not 65537");
  if (modulus % 2n === 0n) throw new Error("this is no RSA key");
  return { n: modulus, e: 65537n, bits, length: Math.ceil(bits / 8) };
}

// EMSA-PSS-ENCODE of RFC 8017, 9.1.1, with SHA-384 and MGF1.
export async function encode(input, bits, salt) {
  const length = Math.ceil((bits - 1) / 8);
  const hash = await sha384(new Uint8Array(8), await sha384(input), salt);
  const block = join(new Uint8Array(length - HASH - 2 - salt.length), Uint8Array.of(1), salt);
  for (let at = 0; at < block.length; at += HASH) {
    const mask = await sha384(hash, fromNumber(BigInt(at / HASH), 4));
    for (let i = at; i < Math.min(at + HASH, block.length); i++) block[i] ^= mask[i - at];
  }
  block[0] &= 0xff >> (8 * length - (bits - 1));
  return join(block, hash, Uint8Array.of(0xbc));
}

// Blind of RFC 9474, 4.2, after the encoding: what is sent, and the number that takes the blinding away.
export function blind(key, encoded, r) {
  const message = toNumber(encoded);
  invert(message, key.n);
  const inverse = invert(r, key.n);
  return { blinded: fromNumber((message * power(r, key)) % key.n, key.length), inverse };
}

// Finalize of RFC 9474, 4.4: the signature, or an exception.
export async function finalize(key, input, blindSignature, inverse) {
  const number = toNumber(blindSignature);
  if (blindSignature.length !== key.length || number >= key.n) throw new Error("the answer is not this key's");
  const signature = fromNumber((number * inverse) % key.n, key.length);
  if (!(await verify(key, input, signature))) throw new Error("the answer is not a signature on this ballot");
  return signature;
}

export async function verify(key, input, signature, saltLength = HASH) {
  const jwk = { kty: "RSA", n: toBase64url(fromNumber(key.n, key.length)), e: "AQAB" };
  const imported = await crypto.subtle.importKey("jwk", jwk, { name: "RSA-PSS", hash: "SHA-384" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "RSA-PSS", saltLength }, imported, signature, input);
}

function power(base, { n, e }) {
  let result = 1n;
  for (const bit of e.toString(2)) {
    result = (result * result) % n;
    if (bit === "1") result = (result * base) % n;
  }
  return result;
}

export function invert(number, modulus) {
  let [a, b, x, y] = [modulus, number % modulus, 0n, 1n];
  while (b) {
    const quotient = a / b;
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  if (a !== 1n) throw new Error("a number shares a factor with the modulus");
  return ((x % modulus) + modulus) % modulus;
}
