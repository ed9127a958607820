// The transcript and the footage move together: a click on a line, or on the second of a fact, plays the footage from
// there; while it plays the line being spoken is marked. Without this script the links open the page at that second.

const player = document.querySelector("clip-compare");
const footage = player?.querySelector(".original video");
const list = document.querySelector("[data-transcript]");

function playFrom(seconds) {
  player.scrollIntoView({ block: "nearest" });
  player.listenFrom(seconds);
}

function follow(lines) {
  let current = null;
  footage.addEventListener("timeupdate", () => {
    const now = footage.currentTime;
    const spoken = lines.findLast((line) => Number(line.dataset.seconds) <= now + 0.05) ?? null;
    const silent = spoken?.dataset.end && now >= Number(spoken.dataset.end);
    const line = silent ? null : spoken;
    if (line === current) return;
    current?.classList.remove("current");
    current?.removeAttribute("aria-current");
    current = line;
    if (!line) return;
    line.classList.add("current");
    line.setAttribute("aria-current", "true");
    if (!footage.paused) reveal(line);
  });
}

// Within the panel only: the page itself stays where the reader put it.
function reveal(line) {
  const [panel, box] = [list.getBoundingClientRect(), line.getBoundingClientRect()];
  if (box.top < panel.top || box.bottom > panel.bottom) {
    list.scrollTop += box.top - panel.top - panel.height / 3;
  }
}

// The link to this second names the second that is shown.
function keepLink(here) {
  const name = () => {
    const address = new URL(here.href);
    address.searchParams.set("t", footage.currentTime.toFixed(1));
    here.href = address;
  };
  for (const moment of ["pause", "seeked"]) footage.addEventListener(moment, name);
}

if (footage) {
  document.addEventListener("click", (event) => {
    const place = event.target.closest("[data-seconds]");
    if (!place || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!getSelection().isCollapsed) return; // someone is selecting words
    event.preventDefault();
    playFrom(Number(place.dataset.seconds));
  });
  const here = document.getElementById("here");
  if (here) keepLink(here);
  if (list) follow([...list.querySelectorAll("[data-seconds]")]);
}
const passage = list?.querySelector(".passage");
if (passage) list.scrollTop = passage.offsetTop - list.offsetTop - 48;
