// Whether a line is in the manifest that everyone else has: RFC 9162, 2.1.3.2. A phone fetches two lines of it, not all the keys.

import { equal } from "../blindballot/bytes.js";
import { sha256 } from "../blindballot/hash.js";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

// `line`: its bytes without the line break; `index` and `size`: its place and the number of lines; `path`: hashes, the nearest first.
export async function inManifest(line, index, size, path, root) {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size)) return false;
  let [at, last] = [index, size - 1];
  let hash = await sha256(LEAF, line);
  for (const other of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await sha256(NODE, other, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = await sha256(NODE, hash, other);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && equal(hash, root);
}
