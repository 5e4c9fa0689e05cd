// A voter's ballot, every byte of it from the code: the same ballot on any device. The order of the requests is part of the format.

import { ascii, fromNumber, join, toNumber } from "./bytes.js";
import { seedOf } from "./code.js";
import { Drbg, sha256 } from "./hash.js";
import { blind, encode, finalize } from "./rsabssa.js";

const MARK = ascii("PEJLING1");
const TRIES = 128;

// Makes the ballot of a code's secret and blinds it. `round` and `group` are 16 bytes each, `key` is from readKey.
// Only `blinded` may leave the device before the ballot is cast.
export async function prepare(key, round, group, secret) {
  if (round.length !== 16 || group.length !== 16 || secret.length !== 15) throw new Error("ids have 16 bytes, a secret 15");
  const keyHash = await sha256(fromNumber(key.n, key.length));
  const drbg = await Drbg.from(await seedOf(secret), join(MARK, round, group, keyHash));
  const nonce = await drbg.bytes(32);
  const prefix = await drbg.bytes(32);
  const salt = await drbg.bytes(48);
  const message = join(MARK, round, group, nonce);
  const encoded = await encode(join(prefix, message), key.bits, salt);
  const { blinded, inverse } = blind(key, encoded, await below(drbg, key));
  return { key, nonce, prefix, message, blinded, inverse };
}

// Unblinds the issuer's answer and checks it: the signature to cast with, or an exception.
export const finish = (ballot, blindSignature) =>
  finalize(ballot.key, join(ballot.prefix, ballot.message), blindSignature, ballot.inverse);

// What the list of counted ballots says of this one.
export const receipt = async (nonce) => (await sha256(ascii("PEJLING1 counted"), nonce)).slice(0, 16);

async function below(drbg, key) {
  for (let i = 0; i < TRIES; i++) {
    const r = toNumber(await drbg.bytes(key.length));
    if (r > 0n && r < key.n) return r;
  }
  throw new Error("no blinding factor");
}
