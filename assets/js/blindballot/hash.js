// SHA-2, HMAC and HMAC_DRBG (NIST SP 800-90A, 10.1.2, SHA-256), on the browser's own WebCrypto.

import { join } from "./bytes.js";

const digest = async (name, bytes) => new Uint8Array(await crypto.subtle.digest(name, bytes));

export const sha256 = (...parts) => digest("SHA-256", join(...parts));
export const sha384 = (...parts) => digest("SHA-384", join(...parts));

export async function hmac(key, ...parts) {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, join(...parts)));
}

export class Drbg {
  #key = new Uint8Array(32);
  #value = new Uint8Array(32).fill(1);

  // Entropy input and personalization; the nonce is empty.
  static async from(entropy, personalization) {
    const drbg = new Drbg();
    await drbg.#update(0, entropy, personalization);
    await drbg.#update(1, entropy, personalization);
    return drbg;
  }

  // One Generate request. Two requests of 16 bytes are not one of 32.
  async bytes(length) {
    let all = new Uint8Array();
    while (all.length < length) {
      this.#value = await hmac(this.#key, this.#value);
      all = join(all, this.#value);
    }
    await this.#update(0);
    return all.slice(0, length);
  }

  async #update(mark, ...data) {
    this.#key = await hmac(this.#key, this.#value, Uint8Array.of(mark), ...data);
    this.#value = await hmac(this.#key, this.#value);
  }
}
