// <pass-key ask="URL" data-trouble="…" hidden><form method="post" …><input type="hidden" name="answer"><button>…</button></form></pass-key>
// Shown where the browser has passkeys. The button asks the server at URL what to ask the browser, asks the browser, and sends the form with its answer:
// to make a key where the question is about one's own, else to sign in with one. When nothing comes of it, the page says so by the button.
import { say } from "./live.js";

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function make({ publicKey }) {
  publicKey.challenge = bytes(publicKey.challenge);
  publicKey.user.id = bytes(publicKey.user.id);
  for (const key of publicKey.excludeCredentials ?? []) key.id = bytes(key.id);
  const { response } = await navigator.credentials.create({ publicKey });
  return {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.getAuthenticatorData()),
    publicKey: text(response.getPublicKey()),
  };
}

async function open({ publicKey }) {
  publicKey.challenge = bytes(publicKey.challenge);
  const { rawId, response } = await navigator.credentials.get({ publicKey });
  return {
    id: text(rawId),
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: text(response.userHandle),
  };
}

class PassKey extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form || !window.PublicKeyCredential) return;
    this.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.checkValidity()) this.send(form);
    });
  }

  async send(form) {
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      const asked = await fetch(this.getAttribute("ask"), { method: "POST" });
      if (!asked.ok) throw new Error(asked.statusText);
      const options = await asked.json();
      form.elements.answer.value = JSON.stringify(await (options.publicKey.user ? make(options) : open(options)));
      HTMLFormElement.prototype.submit.call(form);
    } catch {
      // Called off, no key here, or too slow: browsers do not tell which, so that no page learns who has a key.
      this.tell();
    } finally {
      button.disabled = false;
    }
  }

  tell() {
    let line = this.querySelector("[data-told]");
    if (!line) {
      line = Object.assign(document.createElement("p"), { className: "quiet" });
      line.dataset.told = "";
      this.append(line);
    }
    line.textContent = this.dataset.trouble;
    say(this.dataset.trouble);
  }
}

customElements.define("pass-key", PassKey);
