// "My ballot is counted": the receipt that follows from a ballot code, looked for in the list of all counted ballots.

import { equal } from "../blindballot/bytes.js";
import { fromBase64url, parseCode, prepare, readKey, receipt } from "../blindballot/index.js";
import { sixteen } from "./draw.js";
import { keptOf } from "./keep.js";

const RECEIPT = 16;

// With a code: tries it in every group of the manifest, for a code does not say which it is of. Without: what this browser keeps.
// Throws what parseCode throws.
export async function isCounted(box, round, code) {
  const ballots = code.trim() ? await ofCode(box, parseCode(code)) : await ofThisBrowser(round);
  const counted = await box.counted();
  for (const ballot of ballots) {
    if (among(await receipt(await nonceOf(round, ballot)), counted)) return true;
  }
  return false;
}

// A slip's ballot is named by the server, any other by its secret.
async function nonceOf(round, { nonce, line, secret }) {
  if (nonce) return fromBase64url(nonce);
  const group = JSON.parse(line);
  const { message } = await prepare(readKey(group), sixteen(round), sixteen(group.group), secret);
  return message.slice(-32);
}

async function ofCode(box, secret) {
  const lines = (await box.manifest()).split("\n");
  return lines.filter((line) => line.startsWith('{"group":')).map((line) => ({ line, secret }));
}

const ofThisBrowser = async (round) => (await keptOf(round)).map(([, ballot]) => ballot);

// The list is sorted, but short: 5 000 ballots are 80 kB.
function among(wanted, counted) {
  for (let at = 0; at < counted.length; at += RECEIPT) {
    if (equal(wanted, counted.subarray(at, at + RECEIPT))) return true;
  }
  return false;
}
