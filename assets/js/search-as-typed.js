// <search-as-typed target="ID"><form method="get" …></form></search-as-typed>
// While somebody types, the form is asked for and the element with that id is taken out of the answer and put where the old one was; what it
// says of itself (data-say) is read aloud. The last thing typed wins, whatever order the answers come in. Without this the button does it.
import { say } from "./live.js";

// As long as the pause between two letters.
const PAUSE = 150;

class SearchAsTyped extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.look(), PAUSE);
    });
  }

  async look() {
    const form = this.querySelector("form");
    const url = new URL(form.getAttribute("action"), location.href);
    url.search = new URLSearchParams(new FormData(form));
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const answer = await fetch(url, { signal: asking.signal, headers: { accept: "text/html" } });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const id = this.getAttribute("target");
      const fresh = page.getElementById(id);
      if (asking.signal.aborted || !fresh) return;
      document.getElementById(id).replaceWith(document.adoptNode(fresh));
      history.replaceState(history.state, "", url);
      say(fresh.dataset.say ?? "");
    } catch {
      // Typed on, or nobody answers: the button is there.
    }
  }
}

customElements.define("search-as-typed", SearchAsTyped);
