// What this browser remembers of a ballot: the secret it is made of, and whether it was sent. Never the answers, and nothing of
// who drew it: on a shared phone the next one finds nothing to read.

const STORE = "ballots";

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function open() {
  const request = indexedDB.open("pejling-booth", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
}

async function within(mode, work) {
  const database = await open();
  try {
    return await done(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

// `name`: round, group and the link's pass hashed, so that two people who share a phone do not share a ballot.
// A browser that keeps nothing (a private window) answers as if nothing was kept.
export const kept = (name) => within("readonly", (store) => store.get(name)).catch(() => undefined);
export const keep = (name, ballot) => within("readwrite", (store) => store.put(ballot, name)).then(() => true, () => false);

// Everything kept of a round: [name, ballot] each.
export async function keptOf(round) {
  const names = await within("readonly", (store) => store.getAllKeys()).catch(() => []);
  const ours = names.filter((name) => name.startsWith(`${round}/`));
  return Promise.all(ours.map(async (name) => [name, await kept(name)]));
}
