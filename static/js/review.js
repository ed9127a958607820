// The station of a master: a note is pinned to the frame on screen, a click on a note goes back to exactly that frame,
// and words that were typed survive leaving the page. Without this script the frame is typed as a number.

const player = document.querySelector("clip-compare");
const pin = document.querySelector("[data-pin]");
const frameField = document.querySelector("[data-frame-field]");

if (player && pin && frameField) {
  const input = frameField.querySelector("input");
  const unpinned = pin.textContent;
  const show = () => {
    pin.textContent = input.value ? pin.dataset.pinned.replace("{n}", input.value) : unpinned;
    pin.setAttribute("aria-pressed", Boolean(input.value));
  };
  frameField.hidden = !frameField.querySelector(".error");
  pin.hidden = false;
  pin.addEventListener("click", () => {
    player.pause();
    const here = String(player.frame + 1); // people count frames from 1, as the player's clock does
    input.value = input.value === here ? "" : here;
    show();
  });
  show();
}

for (const button of document.querySelectorAll("[data-seek]")) {
  button.disabled = !player;
  button.addEventListener("click", () => {
    player.pause();
    player.seek(Number(button.dataset.seek));
    player.scrollIntoView({ block: "start" });
  });
}

for (const form of document.querySelectorAll("[data-draft]")) {
  const key = `${form.dataset.draft}${location.pathname}`;
  const text = form.querySelector("textarea");
  if (!text.value) text.value = sessionStorage.getItem(key) ?? "";
  text.addEventListener("input", () => sessionStorage.setItem(key, text.value));
  form.addEventListener("submit", () => sessionStorage.removeItem(key));
}
