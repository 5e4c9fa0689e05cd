// The page's quiet voice: says a sentence to screen readers without moving anything.
export function say(words) {
  const live = document.getElementById("live");
  if (!live) return;
  live.textContent = "";
  // A region that is emptied and filled in the same moment is not read again.
  setTimeout(() => { live.textContent = words; }, 50);
}
