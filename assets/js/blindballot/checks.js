// What a voter's page refuses before it draws. The messages are names for the page to put into words.

import { equal } from "./bytes.js";
import { readKey } from "./rsabssa.js";
import { manifestHash } from "./words.js";

// The manifest's bytes must hash to what the invitation's link says.
export async function checkManifest(bytes, expectedHash) {
  if (!equal(await manifestHash(bytes), expectedHash)) throw new Error("another manifest");
}

// A group { n, e, eligible } of the manifest: large enough to hide in, with a key that may be used. Returns the key.
export function checkGroup(group, leastEligible) {
  if (!(Number.isInteger(group.eligible) && group.eligible >= leastEligible)) throw new Error("too few eligible");
  return readKey(group);
}
