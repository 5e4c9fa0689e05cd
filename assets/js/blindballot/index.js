// Blind ballots in the browser: what a page needs. No dependencies; needs a secure context (WebCrypto).

export { finish, prepare, receipt } from "./ballot.js";
export { fromBase64url, fromHex, toBase64url, toHex } from "./bytes.js";
export { formatCode, newSecret, parseCode } from "./code.js";
export { checkManifest, checkGroup } from "./checks.js";
export { readKey } from "./rsabssa.js";
export { manifestHash, sixWords } from "./words.js";
