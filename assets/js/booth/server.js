// The few requests a ballot makes. No cookie goes with any of them, and no address of the page they come from.

const TIMEOUT = 20_000;
// Ballots are as long as each other on the wire, whatever is in them.
const PADDED = 4096;

// A refusal by the name that the server gives it ("unknown", "closed", "another" ballot is drawn, "none-left" …); "away" without an answer.
export class Refused extends Error {}

async function ask(method, path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      body,
      headers: body ? { "content-type": "application/json" } : {},
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch {
    throw new Refused("away");
  }
  if (answer.ok) return answer;
  const { trouble } = await answer.json().catch(() => ({}));
  throw new Refused(trouble ?? "away");
}

function padded(ballot) {
  const text = JSON.stringify(ballot);
  return text + " ".repeat(Math.max(0, PADDED - new TextEncoder().encode(text).length));
}

export const server = (base) => ({
  questions: async () => (await ask("GET", `${base}/questions`)).json(),
  mine: async (pass) => (await ask("POST", `${base}/mine`, JSON.stringify({ pass }))).json(),
  draw: async (pass, group, blinded) => (await ask("POST", `${base}/draw`, JSON.stringify({ pass, group, blinded }))).json(),
  cast: (group, nonce, ballot) => ask("PUT", `${base}/${group}/${nonce}`, padded(ballot)),
  slip: (ballot) => ask("POST", `${base}/slip`, padded(ballot)),
  counted: async () => new Uint8Array(await (await ask("GET", `${base}/counted`)).arrayBuffer()),
  manifest: async () => (await ask("GET", `/rounds/${base.split("/").pop()}/manifest.jsonl`)).text(),
});
