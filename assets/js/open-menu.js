// The menu of a phone is a <details>, which opens and closes by itself. With scripts, Escape and a tap beside it close it.
const find = () => document.querySelector(".tabs details");

function close(andFocus) {
  const menu = find();
  if (!menu?.open) return;
  menu.open = false;
  if (andFocus) menu.querySelector("summary").focus();
}

document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(true); });
document.addEventListener("click", (event) => { if (!find()?.contains(event.target)) close(false); });
