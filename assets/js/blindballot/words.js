// Six words for a manifest: the first 66 bits of its SHA-256, 11 bits a word. A word is three syllables of a consonant and a vowel;
// the third is the sum of the others, so that any two words differ in at least two.

import { toNumber } from "./bytes.js";
import { sha256 } from "./hash.js";

const SYLLABLES = Array.from("bdfgklmnrstv", (consonant) => Array.from("aeio", (vowel) => consonant + vowel)).flat();

export function sixWords(hash) {
  const bits = toNumber(hash.subarray(0, 9));
  return Array.from({ length: 6 }, (_, i) => {
    const number = Number((bits >> BigInt(61 - 11 * i)) & 2047n);
    const [first, second] = [Math.floor(number / 48), number % 48];
    return SYLLABLES[first] + SYLLABLES[second] + SYLLABLES[(first + second) % 48];
  });
}

// The hash is of the manifest's bytes as they came, before anyone reads them as JSON.
export const manifestHash = (bytes) => sha256(bytes);
