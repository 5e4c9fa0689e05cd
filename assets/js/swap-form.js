// <swap-form target="ID"><form …></form></swap-form>
// Sends the form, takes the element with that id out of the answer, and puts it where the old one was. When the answer
// is another page the browser goes there; when it lacks the element (a refusal, a number for the log) it is shown whole;
// when there is none, the form is sent again as if we were not here. For forms that lead back to the page they stand on.
import { say } from "./live.js";

class SwapForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", (event) => this.send(event));
  }

  async send(event) {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || form.method !== "post" || this.hasAttribute("busy")) return event.preventDefault();
    event.preventDefault();
    this.setAttribute("busy", "");
    const data = new FormData(form, submitter);
    const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
    // Asked through the attribute: a field named "action" would hide the property.
    const url = new URL(submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", location.href);
    try {
      const answer = await fetch(url, { method: "POST", body, headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (this.swap(page, answer)) return;
      if (answer.redirected) return location.assign(answer.url);
      document.documentElement.replaceWith(document.adoptNode(page.documentElement));
      document.getElementById("main")?.focus();
    } catch {
      this.plainly(form, submitter);
    } finally {
      this.removeAttribute("busy");
    }
  }

  // True when the answer was a new version of the place we are in.
  swap(page, answer) {
    const id = this.getAttribute("target");
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
    const elsewhere = answer.redirected && new URL(answer.url).pathname !== location.pathname;
    if (!old || !fresh || elsewhere) return false;
    if (answer.redirected) history.replaceState(history.state, "", answer.url);
    document.title = page.title;
    document.getElementById("flash")?.replaceChildren(...(page.getElementById("flash")?.childNodes ?? []));
    old.replaceWith(document.adoptNode(fresh));
    this.focusIn(fresh);
    const flash = document.getElementById("flash")?.textContent.trim();
    if (!flash) say(fresh.getAttribute("data-say") ?? "");
    return true;
  }

  // To what is wrong, else to what the page points out, else to the new element itself: never to nowhere.
  focusIn(fresh) {
    const place = fresh.querySelector("[autofocus], [tabindex='-1']") ?? fresh;
    if (!place.hasAttribute("tabindex") && place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: false });
  }

  plainly(form, submitter) {
    if (submitter?.name) {
      const chosen = Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value });
      form.append(chosen);
    }
    HTMLFormElement.prototype.submit.call(form);
  }
}

customElements.define("swap-form", SwapForm);
