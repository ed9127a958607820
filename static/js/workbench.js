// The archivist's keys. They act only while the focus is inside a step: A accepts what is left of it and goes on,
// J and K go to the next and the previous step. Without this script every button still works.

const bench = document.querySelector("[data-bench]");
let goOn = "";

const steps = () => [...bench.querySelectorAll("[data-step]")];

function move(from, by) {
  const all = steps();
  const next = all[all.indexOf(from) + by];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}

function accept(step) {
  const button = step.querySelector("[data-accept]");
  if (!button) return move(step, 1);
  goOn = step.id;
  button.click();
}

bench?.addEventListener("keydown", (event) => {
  const step = event.target.closest("[data-step]");
  const typing = event.target.matches("input, select, textarea");
  if (!step || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const deed = { a: () => accept(step), j: () => move(step, 1), k: () => move(step, -1) }[event.key.toLowerCase()];
  if (!deed) return;
  event.preventDefault();
  deed();
});

// What came from the server: an edit form takes the focus; an accepted step hands it to the next.
document.addEventListener("htmx:after:settle", () => {
  const form = bench?.querySelector(".edit form:not([data-seen])");
  if (form) {
    form.dataset.seen = "";
    (form.querySelector("[aria-invalid]") ?? form.querySelector("input:not([type=hidden]), select, textarea"))?.focus();
  }
  const done = goOn && document.getElementById(goOn);
  goOn = "";
  if (done) move(done, 1);
});

bench?.addEventListener("click", (event) => {
  const close = event.target.closest("[data-close]");
  const box = close?.closest(".edit");
  if (!box) return;
  event.preventDefault();
  const change = document.getElementById(box.id.replace("edit-", "change-"));
  box.replaceChildren();
  change?.focus();
});

const keys = document.querySelector("[data-keys]");
if (keys) keys.hidden = false;
