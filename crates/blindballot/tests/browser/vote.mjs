// vote.mjs N E CODE ANSWER: draws the ballot of a code in round 03… and group 04…, finishes it with the issuer's answer, and prints
// what was sent and what would be cast.

import { finish, fromHex, parseCode, prepare, readKey, toHex } from "../../../../assets/js/blindballot/index.js";

const [n, e, code, answer] = process.argv.slice(2);
const ids = [3, 4].map((byte) => new Uint8Array(16).fill(byte));
const ballot = await prepare(readKey({ n, e }), ...ids, parseCode(code));
const signature = await finish(ballot, fromHex(answer));
console.log([ballot.blinded, ballot.prefix, ballot.message, signature].map(toHex).join("\n"));
