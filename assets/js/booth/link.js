// What stands after the # of a link. Browsers never send it, so no log on the way can hold it.
//   #<pass, 43 characters><manifest, 43>    an invitation
//   #<pass, 43><manifest, 43>.<code, 26>    the same on another device: with the ballot that was drawn
//   #s<code, 16 characters><manifest, 43>   a slip
//   #o<manifest, 43>                        a group that is open to anyone

import { fromBase64url } from "../blindballot/bytes.js";

const HASH = "[A-Za-z0-9_-]{43}";
const INVITATION = new RegExp(`^#(${HASH})(${HASH})(?:\\.([0-9A-Z]{26}))?$`);
const SLIP = new RegExp(`^#s([0-9A-Z]{16})(${HASH})$`);
const OPEN = new RegExp(`^#o(${HASH})$`);

// { pass, manifest, code, if there is one }, { slip, manifest }, { manifest } for an open group, or nothing when it is no link of ours.
export function readLink(fragment) {
  const invitation = INVITATION.exec(fragment);
  if (invitation) return { pass: invitation[1], manifest: fromBase64url(invitation[2]), code: invitation[3] };
  const slip = SLIP.exec(fragment);
  if (slip) return { slip: slip[1], manifest: fromBase64url(slip[2]) };
  const open = OPEN.exec(fragment);
  return open ? { manifest: fromBase64url(open[1]) } : undefined;
}

// The link that opens this page on another device, with the ballot of a code as it is written.
export const linkWithCode = ({ origin, pathname, hash }, code) => `${origin}${pathname}${hash.split(".")[0]}.${code.replaceAll("-", "")}`;
