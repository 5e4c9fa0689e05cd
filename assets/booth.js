// assets/js/blindballot/bytes.js
var ascii = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));
function join(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
var equal = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
var toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
var fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
var toBase64url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
var fromBase64url = (text) => ascii(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
var toNumber = (bytes) => BigInt("0x0" + toHex(bytes));
var fromNumber = (number, length) => fromHex(number.toString(16).padStart(2 * length, "0"));

// assets/js/blindballot/hash.js
var digest = async (name, bytes) => new Uint8Array(await crypto.subtle.digest(name, bytes));
var sha256 = (...parts) => digest("SHA-256", join(...parts));
var sha384 = (...parts) => digest("SHA-384", join(...parts));
async function hmac(key, ...parts) {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, join(...parts)));
}
var Drbg = class _Drbg {
  #key = new Uint8Array(32);
  #value = new Uint8Array(32).fill(1);
  // Entropy input and personalization; the nonce is empty.
  static async from(entropy, personalization) {
    const drbg = new _Drbg();
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
};

// assets/js/blindballot/code.js
var ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
var newSecret = () => crypto.getRandomValues(new Uint8Array(15));
function formatCode(secret) {
  const symbols = Array.from(toNumber(secret).toString(32).padStart(24, "0"), (digit) => parseInt(digit, 32));
  const text = [...symbols, ...check(symbols)].map((symbol) => ALPHABET[symbol]).join("");
  return text.match(/.{1,4}/g).join("-");
}
function parseCode(text) {
  const plain = text.replace(/[ -]/g, "").toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
  const symbols = Array.from(plain, (character) => ALPHABET.indexOf(character));
  if (symbols.includes(-1)) throw new Error("character");
  if (symbols.length !== 26) throw new Error("length");
  const secret = symbols.slice(0, 24);
  const [high, low] = check(secret);
  if (high !== symbols[24] || low !== symbols[25]) throw new Error("check");
  return fromNumber(secret.reduce((number, symbol) => number * 32n + BigInt(symbol), 0n), 15);
}
var seedOf = (secret) => hmac(ascii("PEJLING1 ballot seed"), secret);
function check(symbols) {
  let [high, low] = [0, 0];
  for (const symbol of symbols) {
    const carry = symbol ^ high;
    [high, low] = [low ^ times(carry, 6), times(carry, 8)];
  }
  return [high, low];
}
function times(a, b) {
  let product = 0;
  for (let i = 0; i < 5; i++) if (b >> i & 1) product ^= a << i;
  for (let i = 8; i >= 5; i--) if (product >> i & 1) product ^= 37 << i - 5;
  return product;
}

// assets/js/blindballot/rsabssa.js
var HASH = 48;
function readKey({ n, e }) {
  const modulus = toNumber(fromBase64url(n));
  const bits = modulus.toString(2).length;
  if (bits < 3072 || bits > 4096) throw new Error(`a modulus of ${bits} bits; between 3072 and 4096 are accepted`);
  if (toNumber(fromBase64url(e)) !== 65537n) throw new Error("the public exponent is not 65537");
  if (modulus % 2n === 0n) throw new Error("this is no RSA key");
  return { n: modulus, e: 65537n, bits, length: Math.ceil(bits / 8) };
}
async function encode(input, bits, salt) {
  const length = Math.ceil((bits - 1) / 8);
  const hash = await sha384(new Uint8Array(8), await sha384(input), salt);
  const block = join(new Uint8Array(length - HASH - 2 - salt.length), Uint8Array.of(1), salt);
  for (let at = 0; at < block.length; at += HASH) {
    const mask = await sha384(hash, fromNumber(BigInt(at / HASH), 4));
    for (let i = at; i < Math.min(at + HASH, block.length); i++) block[i] ^= mask[i - at];
  }
  block[0] &= 255 >> 8 * length - (bits - 1);
  return join(block, hash, Uint8Array.of(188));
}
function blind(key, encoded, r) {
  const message = toNumber(encoded);
  invert(message, key.n);
  const inverse = invert(r, key.n);
  return { blinded: fromNumber(message * power(r, key) % key.n, key.length), inverse };
}
async function finalize(key, input, blindSignature, inverse) {
  const number = toNumber(blindSignature);
  if (blindSignature.length !== key.length || number >= key.n) throw new Error("the answer is not this key's");
  const signature = fromNumber(number * inverse % key.n, key.length);
  if (!await verify(key, input, signature)) throw new Error("the answer is not a signature on this ballot");
  return signature;
}
async function verify(key, input, signature, saltLength = HASH) {
  const jwk = { kty: "RSA", n: toBase64url(fromNumber(key.n, key.length)), e: "AQAB" };
  const imported = await crypto.subtle.importKey("jwk", jwk, { name: "RSA-PSS", hash: "SHA-384" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "RSA-PSS", saltLength }, imported, signature, input);
}
function power(base, { n, e }) {
  let result = 1n;
  for (const bit of e.toString(2)) {
    result = result * result % n;
    if (bit === "1") result = result * base % n;
  }
  return result;
}
function invert(number, modulus) {
  let [a, b, x, y] = [modulus, number % modulus, 0n, 1n];
  while (b) {
    const quotient = a / b;
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  if (a !== 1n) throw new Error("a number shares a factor with the modulus");
  return (x % modulus + modulus) % modulus;
}

// assets/js/blindballot/ballot.js
var MARK = ascii("PEJLING1");
var TRIES = 128;
async function prepare(key, round2, group, secret) {
  if (round2.length !== 16 || group.length !== 16 || secret.length !== 15) throw new Error("ids have 16 bytes, a secret 15");
  const keyHash = await sha256(fromNumber(key.n, key.length));
  const drbg = await Drbg.from(await seedOf(secret), join(MARK, round2, group, keyHash));
  const nonce = await drbg.bytes(32);
  const prefix = await drbg.bytes(32);
  const salt = await drbg.bytes(48);
  const message = join(MARK, round2, group, nonce);
  const encoded = await encode(join(prefix, message), key.bits, salt);
  const { blinded, inverse } = blind(key, encoded, await below(drbg, key));
  return { key, nonce, prefix, message, blinded, inverse };
}
var finish = (ballot, blindSignature) => finalize(ballot.key, join(ballot.prefix, ballot.message), blindSignature, ballot.inverse);
var receipt = async (nonce) => (await sha256(ascii("PEJLING1 counted"), nonce)).slice(0, 16);
async function below(drbg, key) {
  for (let i = 0; i < TRIES; i++) {
    const r = toNumber(await drbg.bytes(key.length));
    if (r > 0n && r < key.n) return r;
  }
  throw new Error("no blinding factor");
}

// assets/js/blindballot/words.js
var SYLLABLES = Array.from("bdfgklmnrstv", (consonant) => Array.from("aeio", (vowel) => consonant + vowel)).flat();

// assets/js/blindballot/checks.js
function checkGroup(group, leastEligible) {
  if (!(Number.isInteger(group.eligible) && group.eligible >= leastEligible)) throw new Error("too few eligible");
  return readKey(group);
}

// assets/js/booth/merkle.js
var LEAF = Uint8Array.of(0);
var NODE = Uint8Array.of(1);
async function inManifest(line, index, size, path2, root2) {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size)) return false;
  let [at, last] = [index, size - 1];
  let hash = await sha256(LEAF, line);
  for (const other of path2) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await sha256(NODE, other, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = await sha256(NODE, hash, other);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && equal(hash, root2);
}

// assets/js/booth/server.js
var TIMEOUT = 2e4;
var PADDED = 4096;
var Refused = class extends Error {
};
async function ask(method, path2, body) {
  let answer;
  try {
    answer = await fetch(path2, {
      method,
      body,
      headers: body ? { "content-type": "application/json" } : {},
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT)
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
var server = (base) => ({
  questions: async () => (await ask("GET", `${base}/questions`)).json(),
  mine: async (pass) => (await ask("POST", `${base}/mine`, JSON.stringify({ pass }))).json(),
  draw: async (pass, group, blinded) => (await ask("POST", `${base}/draw`, JSON.stringify({ pass, group, blinded }))).json(),
  cast: (group, nonce, ballot) => ask("PUT", `${base}/${group}/${nonce}`, padded(ballot)),
  slip: (ballot) => ask("POST", `${base}/slip`, padded(ballot)),
  counted: async () => new Uint8Array(await (await ask("GET", `${base}/counted`)).arrayBuffer()),
  manifest: async () => (await ask("GET", `/rounds/${base.split("/").pop()}/manifest.jsonl`)).text()
});

// assets/js/booth/draw.js
var LEAST_ELIGIBLE = 8;
var encoder = new TextEncoder();
var sixteen = (number) => fromNumber(BigInt(number), 16);
async function checkedKey(round2, link, mine, group) {
  const lines = [mine.header, group];
  for (const { line, index, path: path2 } of lines) {
    const hashes = path2.map(fromBase64url);
    if (!await inManifest(encoder.encode(line), index, mine.size, hashes, link.manifest)) throw new Refused("manifest");
  }
  const [header, said] = lines.map(({ line }) => JSON.parse(line));
  if (mine.header.index !== 0 || header.round !== toHex(sixteen(round2)) || said.group !== group.group) throw new Refused("manifest");
  try {
    return checkGroup(said, Math.max(LEAST_ELIGIBLE, header.least_eligible));
  } catch {
    throw new Refused("manifest");
  }
}
async function draw(server2, round2, link, group, key, secret) {
  const ballot = await prepare(key, sixteen(round2), sixteen(group.group), secret);
  const { signature } = await server2.draw(link.pass, group.group, toBase64url(ballot.blinded));
  const signed = await finish(ballot, fromBase64url(signature)).catch(() => {
    throw new Refused("manifest");
  });
  return { ...ballot, signature: signed };
}

// assets/js/booth/keep.js
var STORE = "ballots";
var done = (request) => new Promise((resolve, reject) => {
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
var kept = (name) => within("readonly", (store) => store.get(name)).catch(() => void 0);
var keep = (name, ballot) => within("readwrite", (store) => store.put(ballot, name)).then(() => true, () => false);
async function keptOf(round2) {
  const names = await within("readonly", (store) => store.getAllKeys()).catch(() => []);
  const ours = names.filter((name) => name.startsWith(`${round2}/`));
  return Promise.all(ours.map(async (name) => [name, await kept(name)]));
}

// assets/js/booth/counted.js
var RECEIPT = 16;
async function isCounted(box2, round2, code) {
  const ballots = code.trim() ? await ofCode(box2, parseCode(code)) : await ofThisBrowser(round2);
  const counted = await box2.counted();
  for (const ballot of ballots) {
    if (among(await receipt(await nonceOf(round2, ballot)), counted)) return true;
  }
  return false;
}
async function nonceOf(round2, { nonce, line, secret }) {
  if (nonce) return fromBase64url(nonce);
  const group = JSON.parse(line);
  const { message } = await prepare(readKey(group), sixteen(round2), sixteen(group.group), secret);
  return message.slice(-32);
}
async function ofCode(box2, secret) {
  const lines = (await box2.manifest()).split("\n");
  return lines.filter((line) => line.startsWith('{"group":')).map((line) => ({ line, secret }));
}
var ofThisBrowser = async (round2) => (await keptOf(round2)).map(([, ballot]) => ballot);
function among(wanted, counted) {
  for (let at = 0; at < counted.length; at += RECEIPT) {
    if (equal(wanted, counted.subarray(at, at + RECEIPT))) return true;
  }
  return false;
}

// assets/js/booth/link.js
var HASH2 = "[A-Za-z0-9_-]{43}";
var INVITATION = new RegExp(`^#(${HASH2})(${HASH2})(?:\\.([0-9A-Z]{26}))?$`);
var SLIP = new RegExp(`^#s([0-9A-Z]{16})(${HASH2})$`);
var OPEN = new RegExp(`^#o(${HASH2})$`);
function readLink(fragment) {
  const invitation = INVITATION.exec(fragment);
  if (invitation) return { pass: invitation[1], manifest: fromBase64url(invitation[2]), code: invitation[3] };
  const slip = SLIP.exec(fragment);
  if (slip) return { slip: slip[1], manifest: fromBase64url(slip[2]) };
  const open2 = OPEN.exec(fragment);
  return open2 ? { manifest: fromBase64url(open2[1]) } : void 0;
}
var linkWithCode = ({ origin, pathname, hash }, code) => `${origin}${pathname}${hash.split(".")[0]}.${code.replaceAll("-", "")}`;

// assets/js/booth/qr.js
var SIZE = 53;
var DATA = 116;
var CHECK = 30;
var LONGEST = 230;
var power2 = [];
var log = [];
for (let i = 0, x = 1; i < 255; i++, x = x & 128 ? x << 1 ^ 285 : x << 1) power2[i] = x, log[x] = i;
var times2 = (a, b) => a && b ? power2[(log[a] + log[b]) % 255] : 0;
var divisor = [...new Array(CHECK - 1).fill(0), 1];
for (let i = 0; i < CHECK; i++) {
  for (let j = 0; j < CHECK; j++) divisor[j] = times2(divisor[j], power2[i]) ^ (divisor[j + 1] ?? 0);
}
function checked(block) {
  const rest = new Array(CHECK).fill(0);
  for (const byte of block) {
    const lead = byte ^ rest.shift();
    rest.push(0);
    divisor.forEach((factor, i) => rest[i] ^= times2(factor, lead));
  }
  return rest;
}
function codewords(bytes) {
  const half = [4, bytes.length >> 4, bytes.length & 15, ...[...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data = Array.from({ length: half.length / 2 }, (_, i) => half[2 * i] << 4 | half[2 * i + 1]);
  for (let fill2 = 236; data.length < 2 * DATA; fill2 ^= 253) data.push(fill2);
  const blocks = [data.slice(0, DATA), data.slice(DATA)];
  const interleaved = (parts) => parts[0].flatMap((byte, i) => [byte, parts[1][i]]);
  return [...interleaved(blocks), ...interleaved(blocks.map(checked))];
}
function qr(text) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > LONGEST) return void 0;
  const rows = Array.from({ length: SIZE }, () => new Array(SIZE));
  const ring = (y, x, reach, dark) => {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        if (rows[y + dy] && x + dx >= 0 && x + dx < SIZE) rows[y + dy][x + dx] = dark(Math.max(Math.abs(dy), Math.abs(dx)));
      }
    }
  };
  for (let i = 0; i < SIZE; i++) rows[6][i] = rows[i][6] = i % 2 === 0;
  for (const [y, x] of [[3, 3], [3, SIZE - 4], [SIZE - 4, 3]]) ring(y, x, 4, (away) => away !== 2 && away !== 4);
  for (const [y, x] of [[6, 26], [26, 6], [26, 26], [26, 46], [46, 26], [46, 46]]) ring(y, x, 2, (away) => away !== 1);
  for (let i = 0; i < 18; i++) {
    const bit = (39577 >> i & 1) === 1;
    rows[Math.floor(i / 3)][SIZE - 11 + i % 3] = rows[SIZE - 11 + i % 3][Math.floor(i / 3)] = bit;
  }
  for (let i = 0; i < 15; i++) {
    const bit = (30660 >> i & 1) === 1;
    rows[i < 6 ? i : i < 8 ? i + 1 : SIZE - 15 + i][8] = bit;
    rows[8][i < 8 ? SIZE - 1 - i : i < 9 ? 7 : 14 - i] = bit;
  }
  rows[SIZE - 8][8] = true;
  const words = codewords(bytes);
  let at = 0;
  for (let right = SIZE - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let i = 0; i < SIZE; i++) {
      const y = up ? SIZE - 1 - i : i;
      for (const x of [right, right - 1]) {
        if (rows[y][x] !== void 0) continue;
        const bit = (words[at >> 3] >> 7 - (at & 7) & 1) === 1;
        rows[y][x] = bit !== ((y + x) % 2 === 0);
        at++;
      }
    }
  }
  return rows;
}
function path(rows) {
  return rows.flatMap((row, y) => row.flatMap((dark, x) => dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])).join("");
}
var ACROSS = SIZE + 8;

// assets/js/booth/screens.js
var BEFORE_AND_AFTER = ["before", "groups", "sent", "sent-slip", "sent-open", "closed"];
function show(root2, name, { focus = true } = {}) {
  let shown;
  for (const screen2 of root2.querySelectorAll("[data-screen]")) {
    screen2.hidden = screen2.dataset.screen !== name;
    if (!screen2.hidden) shown = screen2;
  }
  document.querySelector("header nav").hidden = !BEFORE_AND_AFTER.includes(name) && !name.startsWith("trouble-");
  const heading = shown.querySelector("h2");
  document.title = `${heading.textContent} · ${root2.dataset.title}`;
  if (focus) heading.focus();
  scrollTo(0, 0);
  return shown;
}
function fill(screen2, values) {
  for (const element of screen2.querySelectorAll("[data-words]")) {
    element.textContent = element.dataset.words.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
  }
}

// assets/js/booth/booth.js
var root = document.getElementById("booth");
var round = root.dataset.round;
var box = server(`/b/${round}`);
var screen = (name, options) => show(root, name, options);
async function trying(part) {
  try {
    await part();
  } catch (trouble) {
    const name = trouble instanceof Refused ? trouble.message : "fault";
    if (name === "closed") return afterwards();
    const known = root.querySelector(`[data-screen="trouble-${CSS.escape(name)}"]`);
    screen(known ? `trouble-${name}` : "trouble-fault");
    if (!known) throw trouble;
  }
}
function on(element, work) {
  element.onclick = async ({ detail }) => {
    if (detail > 1 || element.ariaDisabled === "true") return;
    element.ariaDisabled = "true";
    await trying(work).finally(() => element.ariaDisabled = null);
  };
}
async function begin() {
  if (!("BigInt" in globalThis && globalThis.crypto?.subtle)) return screen("trouble-browser");
  const link = readLink(location.hash) ?? ("open" in root.dataset ? {} : void 0);
  const whose = link?.pass && box.mine(link.pass);
  whose?.catch(() => {
  });
  const questionnaire = await box.questions();
  if (questionnaire.state === "closed") return afterwards();
  if (questionnaire.state === "not-yet") throw new Refused("not-yet");
  if (!link) throw new Refused("link");
  if (link.slip) return before(questionnaire, slipBallot(link));
  if (!link.pass) return before(questionnaire, openBallot());
  const mine = await whose;
  if (mine.groups.length === 1) return collect(questionnaire, link, mine, mine.groups[0]);
  const list = screen("groups", { focus: false }).querySelector("[data-list]");
  list.replaceChildren(
    ...mine.groups.map((group) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "ds-button" });
      button.dataset.variant = "secondary";
      button.textContent = JSON.parse(group.line).name;
      on(button, () => collect(questionnaire, link, mine, group));
      return button;
    })
  );
}
async function collect(questionnaire, link, mine, group) {
  const key = await checkedKey(round, link, mine, group);
  const name = `${round}/${group.group}/${toBase64url(await sha256(new TextEncoder().encode(link.pass)))}`;
  const old = link.code ? { secret: secretOf(link.code) } : await kept(name);
  const answers = empty(questionnaire);
  const begun = async (secret, drawn) => {
    const safe = await keep(name, { secret, line: group.line });
    before(questionnaire, drawnBallot(group, drawn, secret, safe), answers);
  };
  const drawing = (secret) => retried(() => draw(box, round, link, group, key, secret));
  if (old || !group.drawn) {
    const secret = old?.secret ?? newSecret();
    const drawn = drawing(secret);
    await begun(secret, drawn);
    try {
      return await drawn();
    } catch (trouble) {
      if (passes(trouble)) return;
      if (!isAnother(trouble)) throw trouble;
    }
  }
  const asks = screen("code");
  const field = asks.querySelector("input");
  on(asks.querySelector("button"), async () => {
    const mistake = asks.querySelector("[data-mistake]");
    try {
      const secret = parseCode(field.value);
      const drawn = drawing(secret);
      await drawn();
      await begun(secret, drawn);
    } catch (trouble) {
      if (trouble instanceof Refused && !isAnother(trouble)) throw trouble;
      const reason = trouble instanceof Refused ? "other" : trouble.message;
      mistake.textContent = asks.dataset[`mistake${reason[0].toUpperCase()}${reason.slice(1)}`] ?? asks.dataset.mistakeCheck;
      mistake.hidden = false;
      field.ariaInvalid = "true";
      field.focus();
    }
  });
}
var empty = (questionnaire) => new Array(questionnaire.questions.length).fill("");
var isAnother = (trouble) => trouble instanceof Refused && trouble.message === "another";
var passes = (trouble) => trouble instanceof Refused && ["away", "busy", "fault", "too-many"].includes(trouble.message);
function retried(work) {
  let going;
  return () => {
    going ??= work().catch((trouble) => {
      going = void 0;
      throw trouble;
    });
    return going;
  };
}
function secretOf(code) {
  try {
    return parseCode(code);
  } catch {
    throw new Refused("link");
  }
}
function drawnBallot(group, drawn, secret, safe) {
  return {
    sent: "sent",
    code: formatCode(secret),
    safe,
    drawn,
    send: async (said) => {
      const { message, prefix, signature } = await drawn();
      const nonce = message.slice(-32);
      return box.cast(group.group, toBase64url(nonce), { prefix: toBase64url(prefix), signature: toBase64url(signature), ...said });
    }
  };
}
var slipBallot = (link) => ({
  sent: "sent-slip",
  send: async (said) => {
    const answer = await box.slip({ code: link.slip, ...said }).catch((trouble) => {
      throw trouble.message === "unknown" ? new Refused("used") : trouble;
    });
    const { nonce } = await answer.json();
    await keep(`${round}/slip/${nonce}`, { nonce });
  }
});
function openBallot() {
  const nonce = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  return { sent: "sent-open", send: (said) => box.cast(0, nonce, said) };
}
function before(questionnaire, ballot, answers = empty(questionnaire)) {
  const asks = screen("before");
  for (const part of asks.querySelectorAll("[data-slip]")) part.hidden = ballot.sent !== "sent-slip";
  for (const part of asks.querySelectorAll("[data-drawn]")) part.hidden = ballot.sent !== "sent";
  elsewhere(asks);
  ballot.drawn?.().then(() => elsewhere(asks, ballot.code), () => {
  });
  on(asks.querySelector("[data-go]"), () => ask2(questionnaire, ballot, answers, 0));
}
function wording({ texts }, languages) {
  const language = [document.documentElement.lang, ...languages, ...Object.keys(texts)].find((one) => texts[one]);
  return [language, texts[language]];
}
function ask2(questionnaire, ballot, answers, at) {
  const { questions } = questionnaire;
  if (at === questions.length) return send(questionnaire, ballot, answers);
  const question = questions[at];
  const words = question.sort === "words";
  const asks = screen(words ? "words" : "question");
  const [language, text] = wording(question, questionnaire.languages);
  fill(asks, { n: at + 1, of: questions.length, question: text });
  asks.querySelector("h2").lang = language;
  document.title = `${at + 1}/${questions.length} · ${root.dataset.title}`;
  const field = words && asks.querySelector("textarea");
  const back = () => at ? ask2(questionnaire, ballot, answers, at - 1) : before(questionnaire, ballot, answers);
  on(asks.querySelector("[data-back]"), () => {
    if (words) answers[at] = field.value.trim();
    back();
  });
  const next = (answer) => {
    answers[at] = answer;
    ask2(questionnaire, ballot, answers, at + 1);
  };
  if (words) {
    field.value = answers[at];
    on(asks.querySelector("[data-go]"), () => next(field.value.trim()));
    return;
  }
  const scale = asks.querySelectorAll("[data-scale]");
  for (const labels of scale) labels.hidden = labels.dataset.scale !== question.scale;
  for (const choice of asks.querySelectorAll("button[value]")) {
    choice.ariaPressed = String(choice.value === answers[at]);
    on(choice, () => next(choice.value));
  }
}
for (const choice of document.querySelectorAll("a[hreflang]")) choice.onclick = () => choice.hash = location.hash;
function send(questionnaire, ballot, answers) {
  const asks = screen("send");
  const { questions } = questionnaire;
  const scale = questions.flatMap(({ sort }, i) => sort === "scale" ? [answers[i] || "-"] : []);
  fill(asks, { answered: scale.filter((answer) => answer !== "-").length, of: scale.length });
  on(asks.querySelector("[data-back]"), () => ask2(questionnaire, ballot, answers, questions.length - 1));
  const again = asks.querySelector("[data-text]");
  again.textContent = "";
  on(asks.querySelector("[data-go]"), async () => {
    const words = questions.flatMap(({ sort }, i) => sort === "words" && answers[i] ? [answers[i]] : [])[0];
    try {
      await ballot.send(words ? { answers: scale.join(""), words } : { answers: scale.join("") });
    } catch (trouble) {
      if (isAnother(trouble)) return;
      if (!passes(trouble)) throw trouble;
      again.textContent = again.dataset.text;
      again.scrollIntoView({ block: "nearest" });
      return;
    }
    const told = screen(ballot.sent);
    if (!ballot.code) return;
    fill(told, { code: ballot.code });
    told.querySelector("[data-unsafe]").hidden = ballot.safe;
    elsewhere(told, ballot.code);
    on(told.querySelector("[data-go]"), () => ask2(questionnaire, ballot, answers, 0));
  });
}
function elsewhere(screen2, code) {
  const part = screen2.querySelector("[data-elsewhere]");
  part.hidden = !code;
  if (!code) return;
  fill(part, { code });
  const rows = qr(linkWithCode(location, code));
  part.querySelector("svg").toggleAttribute("hidden", !rows);
  part.querySelector("svg").setAttribute("viewBox", `0 0 ${ACROSS} ${ACROSS}`);
  part.querySelector("path").setAttribute("d", rows ? path(rows) : "");
}
async function afterwards() {
  const asks = screen("closed", { focus: false });
  const field = asks.querySelector("input");
  const told = asks.querySelector("[role=status]");
  const answer = (name) => told.textContent = told.dataset[name];
  on(asks.querySelector("[data-go]"), async () => {
    answer("looking");
    try {
      answer(await isCounted(box, round, field.value) ? "counted" : "missing");
    } catch (trouble) {
      if (trouble instanceof Refused && trouble.message === "not-yet") return answer("counting");
      if (trouble instanceof Refused) throw trouble;
      answer("mistyped");
    }
  });
}
trying(begin);
