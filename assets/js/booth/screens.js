// One thought on the screen at a time. All words stand in the page, in its language; here they are only shown, filled in and hidden.

// Where one may change language: nothing typed or chosen is lost there.
const BEFORE_AND_AFTER = ["before", "groups", "sent", "sent-slip", "sent-open", "closed"];

// Shows the screen and puts the reader at its heading, except when the page has just come and nobody has moved yet.
export function show(root, name, { focus = true } = {}) {
  let shown;
  for (const screen of root.querySelectorAll("[data-screen]")) {
    screen.hidden = screen.dataset.screen !== name;
    if (!screen.hidden) shown = screen;
  }
  document.querySelector("header nav").hidden = !BEFORE_AND_AFTER.includes(name) && !name.startsWith("trouble-");
  const heading = shown.querySelector("h2");
  document.title = `${heading.textContent} · ${root.dataset.title}`;
  if (focus) heading.focus();
  scrollTo(0, 0);
  return shown;
}

// Puts values into a sentence of the page: <p data-words="Question {n} of {of}">.
export function fill(screen, values) {
  for (const element of screen.querySelectorAll("[data-words]")) {
    element.textContent = element.dataset.words.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
  }
}
