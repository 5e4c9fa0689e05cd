// The browser's client against RFC 9474's vectors, RFC 6979's generator and the ballots computed elsewhere. `node --test`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as client from "../../../../assets/js/blindballot/index.js";
import { join, toNumber } from "../../../../assets/js/blindballot/bytes.js";
import { Drbg, sha256 } from "../../../../assets/js/blindballot/hash.js";
import { blind, encode, finalize, invert, verify } from "../../../../assets/js/blindballot/rsabssa.js";

const { fromHex, toBase64url, toHex } = client;

function blocks(file) {
  const read = (block) =>
    Object.fromEntries(
      block.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split(/: ?/, 2)),
    );
  return readFileSync(new URL(`../${file}`, import.meta.url), "utf8").split("\n\n").slice(1).map(read);
}

const jwk = (hex) => ({ n: toBase64url(fromHex(hex)), e: "AQAB" });
const [rfcKey, ...vectors] = blocks("rfc9474.txt");
const [ballotKey, ...ballots] = blocks("ballots.txt");

test("RFC 9474: blinds as printed", async () => {
  assert.equal(vectors.length, 4);
  const key = client.readKey(jwk(rfcKey.n));
  for (const vector of vectors) {
    const encoded = await encode(fromHex(vector.msg_prefix + vector.msg), key.bits, fromHex(vector.salt));
    const { blinded, inverse } = blind(key, encoded, invert(toNumber(fromHex(vector.inv)), key.n));
    assert.equal(toHex(blinded), vector.blinded_msg, vector.variant);
    assert.equal(inverse, toNumber(fromHex(vector.inv)));
  }
});

test("RFC 9474: finalizes our variant, and takes no other for it", async () => {
  const key = client.readKey(jwk(rfcKey.n));
  for (const vector of vectors) {
    const input = fromHex(vector.msg_prefix + vector.msg);
    const finished = finalize(key, input, fromHex(vector.blind_sig), toNumber(fromHex(vector.inv)));
    if (vector.salt) assert.equal(toHex(await finished), vector.sig, vector.variant);
    else await assert.rejects(finished, /not a signature/);
    assert.equal(await verify(key, input, fromHex(vector.sig), vector.salt.length / 2), true, vector.variant);
  }
});

test("RFC 6979, A.1.2: the generator's first three requests", async () => {
  const x = fromHex("009a4d6792295a7f730fc3f2b49cbc0f62e862272f");
  const drbg = await Drbg.from(x, fromHex("01795edf0d54db760f156d0dac04c0322b3a204224"));
  for (const expected of [
    "9305a46de7ff8eb107194debd3fd48aa20d5e7656cbe0ea69d2a8d4e7c67314a",
    "c70c78608a3b5be9289be90ef6e81a9e2c1516d5751d2f75f50033e45f73bdeb",
    "475e80e992140567fcc3a50dab90fe84bcd7bb03638e9c4656a06f37f6508a7c",
  ]) {
    assert.equal(toHex(await drbg.bytes(32)), expected);
  }
});

test("a code makes the ballot that was computed elsewhere", async () => {
  assert.equal(ballots.length, 2);
  for (const expected of ballots) {
    const secret = client.parseCode(expected.code);
    assert.equal(toHex(secret), expected.secret);
    assert.equal(client.formatCode(secret), expected.code);
    const key = client.readKey(jwk(ballotKey.n));
    const ballot = await client.prepare(key, fromHex(expected.round), fromHex(expected.group), secret);
    for (const part of ["nonce", "prefix", "blinded"]) assert.equal(toHex(ballot[part]), expected[part], part);
    assert.equal(toHex(await client.finish(ballot, fromHex(expected.blind_signature))), expected.signature);
    assert.equal(toHex(await client.receipt(ballot.nonce)), expected.receipt);
    assert.equal(client.sixWords(await sha256(ballot.message)).join(" "), expected.words_of_message);
  }
});

test("an answer that is not the issuer's is refused", async () => {
  const [expected] = ballots;
  const key = client.readKey(jwk(ballotKey.n));
  const ballot = await client.prepare(
    key, fromHex(expected.round), fromHex(expected.group), client.parseCode(expected.code),
  );
  const answer = fromHex(expected.blind_signature);
  const changed = answer.slice();
  changed[200] ^= 1;
  await assert.rejects(client.finish(ballot, changed), /not a signature/);
  await assert.rejects(client.finish(ballot, answer.slice(1)), /not this key/);
  await assert.rejects(client.finish(ballot, new Uint8Array(384).fill(255)), /not this key/);
});

test("a code is read as people write it, and a slip of the pen is found", () => {
  const secret = fromHex("00112233445566778899aabbccddee");
  const code = client.formatCode(secret);
  assert.deepEqual(client.parseCode(code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")), secret);
  const plain = code.replaceAll("-", "");
  for (let i = 0; i < 26; i++) {
    const wrong = plain[i] === "7" ? "8" : "7";
    assert.throws(() => client.parseCode(plain.slice(0, i) + wrong + plain.slice(i + 1)), /^Error: check$/);
    for (let j = 0; j < i; j++) {
      if (plain[i] === plain[j]) continue;
      const swapped = [...plain];
      [swapped[i], swapped[j]] = [swapped[j], swapped[i]];
      assert.throws(() => client.parseCode(swapped.join("")), /^Error: check$/);
    }
  }
  assert.throws(() => client.parseCode(plain.slice(1)), /^Error: length$/);
  assert.throws(() => client.parseCode("U" + plain.slice(1)), /^Error: character$/);
  assert.notDeepEqual(client.newSecret(), client.newSecret());
});

test("a weak key, a small group and another manifest are refused", async () => {
  const group = { ...jwk(ballotKey.n), eligible: 8 };
  assert.equal(client.checkGroup(group, 8).bits, 3072);
  assert.throws(() => client.checkGroup({ ...group, eligible: 7 }, 8), /too few/);
  assert.throws(() => client.checkGroup({ ...group, eligible: "8" }, 8), /too few/);
  assert.throws(() => client.checkGroup({ ...group, eligible: undefined }, 8), /too few/);
  assert.throws(() => client.checkGroup({ ...group, e: "Aw" }, 8), /exponent/);
  assert.throws(() => client.readKey(jwk("7f" + "ff".repeat(383))), /3071 bits/);
  assert.throws(() => client.readKey(jwk("01" + "ff".repeat(512))), /4097 bits/);
  assert.throws(() => client.readKey(jwk("fe".repeat(384))), /no RSA key/);
  const manifest = join(fromHex("7b7d"));
  await client.checkManifest(manifest, await client.manifestHash(manifest));
  await assert.rejects(client.checkManifest(join(manifest, fromHex("20")), await client.manifestHash(manifest)));
});
