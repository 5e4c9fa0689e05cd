// Collects a ballot: sees to it that the keys are everyone's, and has the blinded ballot signed.

import { checkGroup, finish, fromBase64url, prepare, toBase64url } from "../blindballot/index.js";
import { fromNumber, toHex } from "../blindballot/bytes.js";
import { inManifest } from "./merkle.js";
import { Refused } from "./server.js";

// Fewer than this to hide among, and we do not draw, whatever the manifest says.
const LEAST_ELIGIBLE = 8;

const encoder = new TextEncoder();

export const sixteen = (number) => fromNumber(BigInt(number), 16);

// The group's key, when the header and the group's line are lines of the manifest that the link was made for.
export async function checkedKey(round, link, mine, group) {
  const lines = [mine.header, group];
  for (const { line, index, path } of lines) {
    const hashes = path.map(fromBase64url);
    if (!(await inManifest(encoder.encode(line), index, mine.size, hashes, link.manifest))) throw new Refused("manifest");
  }
  const [header, said] = lines.map(({ line }) => JSON.parse(line));
  if (mine.header.index !== 0 || header.round !== toHex(sixteen(round)) || said.group !== group.group) throw new Refused("manifest");
  try {
    return checkGroup(said, Math.max(LEAST_ELIGIBLE, header.least_eligible));
  } catch {
    throw new Refused("manifest");
  }
}

// The ballot that the secret stands for, signed: asked for again, it is the same.
export async function draw(server, round, link, group, key, secret) {
  const ballot = await prepare(key, sixteen(round), sixteen(group.group), secret);
  const { signature } = await server.draw(link.pass, group.group, toBase64url(ballot.blinded));
  const signed = await finish(ballot, fromBase64url(signature)).catch(() => {
    throw new Refused("manifest");
  });
  return { ...ballot, signature: signed };
}
