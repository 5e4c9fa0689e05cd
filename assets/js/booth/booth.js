// The ballot page: from a link to a ballot in the box. What each screen says is in templates/booth/booth.html.
//
// The ballot is collected as soon as the page opens, while people read, so that when it was collected tells little about when it
// was sent. The answers exist on this screen alone until they are sent.

import { formatCode, newSecret, parseCode, toBase64url } from "../blindballot/index.js";
import { sha256 } from "../blindballot/hash.js";
import { isCounted } from "./counted.js";
import { checkedKey, draw } from "./draw.js";
import { keep, kept } from "./keep.js";
import { linkWithCode, readLink } from "./link.js";
import { ACROSS, path, qr } from "./qr.js";
import { fill, show } from "./screens.js";
import { Refused, server } from "./server.js";

const root = document.getElementById("booth");
const round = root.dataset.round;
const box = server(`/b/${round}`);

const screen = (name, options) => show(root, name, options);

// Runs a part of the way, and puts what may stop it into words.
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

// A click that does its work once at a time. The second click of a double one is for what has gone already.
function on(element, work) {
  element.onclick = async ({ detail }) => {
    if (detail > 1 || element.ariaDisabled === "true") return;
    element.ariaDisabled = "true";
    await trying(work).finally(() => (element.ariaDisabled = null));
  };
}

async function begin() {
  if (!("BigInt" in globalThis && globalThis.crypto?.subtle)) return screen("trouble-browser");
  // To a group that is open to anyone the address is enough: it can be typed from a poster.
  const link = readLink(location.hash) ?? ("open" in root.dataset ? {} : undefined);
  const whose = link?.pass && box.mine(link.pass);
  // Asked for at the same time as the questions; what it may refuse is heard where it is waited for.
  whose?.catch(() => {});
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
    }),
  );
}

// Draws with the secret this browser keeps, or a new one; a ballot drawn elsewhere is asked for by its code.
async function collect(questionnaire, link, mine, group) {
  const key = await checkedKey(round, link, mine, group);
  const name = `${round}/${group.group}/${toBase64url(await sha256(new TextEncoder().encode(link.pass)))}`;
  const old = link.code ? { secret: secretOf(link.code) } : await kept(name);
  const answers = empty(questionnaire);
  const begun = async (secret, drawn) => {
    // Kept before it is drawn: whatever happens in between, this browser can ask for the same ballot again.
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
      // Another code's ballot is refused like a second one: either way it is not this person's.
      if (trouble instanceof Refused && !isAnother(trouble)) throw trouble;
      const reason = trouble instanceof Refused ? "other" : trouble.message;
      mistake.textContent = asks.dataset[`mistake${reason[0].toUpperCase()}${reason.slice(1)}`] ?? asks.dataset.mistakeCheck;
      mistake.hidden = false;
      field.ariaInvalid = "true";
      field.focus();
    }
  });
}

const empty = (questionnaire) => new Array(questionnaire.questions.length).fill("");
const isAnother = (trouble) => trouble instanceof Refused && trouble.message === "another";
// What may be otherwise in a while: the answers stay on the screen meanwhile.
const passes = (trouble) => trouble instanceof Refused && ["away", "busy", "fault", "too-many"].includes(trouble.message);

// The same piece of work for whoever waits for it; one that failed is begun anew for the next.
function retried(work) {
  let going;
  return () => {
    going ??= work().catch((trouble) => {
      going = undefined;
      throw trouble;
    });
    return going;
  };
}

// The secret of a code that came with the link.
function secretOf(code) {
  try {
    return parseCode(code);
  } catch {
    throw new Refused("link");
  }
}

// The three sorts of ballot: each knows how it is sent, and what is said when it was. One that is drawn may still be on its way when
// the first question is answered.
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
    },
  };
}

const slipBallot = (link) => ({
  sent: "sent-slip",
  send: async (said) => {
    const answer = await box.slip({ code: link.slip, ...said }).catch((trouble) => {
      throw trouble.message === "unknown" ? new Refused("used") : trouble;
    });
    const { nonce } = await answer.json();
    await keep(`${round}/slip/${nonce}`, { nonce });
  },
});

function openBallot() {
  const nonce = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  return { sent: "sent-open", send: (said) => box.cast(0, nonce, said) };
}

// Who will see what, before the first question.
function before(questionnaire, ballot, answers = empty(questionnaire)) {
  const asks = screen("before");
  // A slip has no code to lose, and a mixed bowl behind it instead of a name.
  for (const part of asks.querySelectorAll("[data-slip]")) part.hidden = ballot.sent !== "sent-slip";
  for (const part of asks.querySelectorAll("[data-drawn]")) part.hidden = ballot.sent !== "sent";
  // Until the ballot is drawn its code leads nowhere. What stops the drawing is told where it was begun.
  elsewhere(asks);
  ballot.drawn?.().then(() => elsewhere(asks, ballot.code), () => {});
  on(asks.querySelector("[data-go]"), () => ask(questionnaire, ballot, answers, 0));
}

// A question in the page's language; else, since an own one may not be there in it, in the first the round is asked in that it has.
function wording({ texts }, languages) {
  const language = [document.documentElement.lang, ...languages, ...Object.keys(texts)].find((one) => texts[one]);
  return [language, texts[language]];
}

// One question after the other; a choice leads on at once, and back goes back.
function ask(questionnaire, ballot, answers, at) {
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
  const back = () => (at ? ask(questionnaire, ballot, answers, at - 1) : before(questionnaire, ballot, answers));
  on(asks.querySelector("[data-back]"), () => {
    if (words) answers[at] = field.value.trim();
    back();
  });
  const next = (answer) => {
    answers[at] = answer;
    ask(questionnaire, ballot, answers, at + 1);
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

// Another language is another page; the link stays the same.
for (const choice of document.querySelectorAll("a[hreflang]")) choice.onclick = () => (choice.hash = location.hash);

// The last look, and the one button that sends.
function send(questionnaire, ballot, answers) {
  const asks = screen("send");
  const { questions } = questionnaire;
  const scale = questions.flatMap(({ sort }, i) => (sort === "scale" ? [answers[i] || "-"] : []));
  fill(asks, { answered: scale.filter((answer) => answer !== "-").length, of: scale.length });
  on(asks.querySelector("[data-back]"), () => ask(questionnaire, ballot, answers, questions.length - 1));
  const again = asks.querySelector("[data-text]");
  again.textContent = "";
  on(asks.querySelector("[data-go]"), async () => {
    const words = questions.flatMap(({ sort }, i) => (sort === "words" && answers[i] ? [answers[i]] : []))[0];
    try {
      await ballot.send(words ? { answers: scale.join(""), words } : { answers: scale.join("") });
    } catch (trouble) {
      // A ballot drawn elsewhere meanwhile: its code has been asked for already.
      if (isAnother(trouble)) return;
      if (!passes(trouble)) throw trouble;
      // Nothing is lost: the answers stand, and the same ballot sent twice counts once.
      again.textContent = again.dataset.text;
      again.scrollIntoView({ block: "nearest" });
      return;
    }
    const told = screen(ballot.sent);
    if (!ballot.code) return;
    fill(told, { code: ballot.code });
    told.querySelector("[data-unsafe]").hidden = ballot.safe;
    elsewhere(told, ballot.code);
    on(told.querySelector("[data-go]"), () => ask(questionnaire, ballot, answers, 0));
  });
}

// The way to this ballot on another device: its code, and a square to point a camera at when the link fits into one.
function elsewhere(screen, code) {
  const part = screen.querySelector("[data-elsewhere]");
  part.hidden = !code;
  if (!code) return;
  fill(part, { code });
  const rows = qr(linkWithCode(location, code));
  part.querySelector("svg").toggleAttribute("hidden", !rows);
  part.querySelector("svg").setAttribute("viewBox", `0 0 ${ACROSS} ${ACROSS}`);
  part.querySelector("path").setAttribute("d", rows ? path(rows) : "");
}

// After closing one can see whether one's ballot is among the counted.
async function afterwards() {
  const asks = screen("closed", { focus: false });
  const field = asks.querySelector("input");
  const told = asks.querySelector("[role=status]");
  const answer = (name) => (told.textContent = told.dataset[name]);
  on(asks.querySelector("[data-go]"), async () => {
    answer("looking");
    try {
      answer((await isCounted(box, round, field.value)) ? "counted" : "missing");
    } catch (trouble) {
      // Between the round's last moment and the end of the count there is nothing to look among yet.
      if (trouble instanceof Refused && trouble.message === "not-yet") return answer("counting");
      if (trouble instanceof Refused) throw trouble;
      answer("mistyped");
    }
  });
}

trying(begin);
