// <copy-link data-copied="Copied"><input readonly value="…"><button type="button" hidden>Copy</button></copy-link>
// Without scripts, or where the browser keeps the clipboard to itself, the box is there to select from.
import { say } from "./live.js";

class CopyLink extends HTMLElement {
  connectedCallback() {
    const [box, button] = [this.querySelector("input"), this.querySelector("button")];
    if (!box || !button || !navigator.clipboard) return;
    button.hidden = false;
    const words = button.textContent;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(box.value);
      } catch {
        return box.select();
      }
      button.textContent = this.dataset.copied;
      say(this.dataset.copied);
      setTimeout(() => { button.textContent = words; }, 3000);
    });
  }
}

customElements.define("copy-link", CopyLink);
