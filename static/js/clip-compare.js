// <clip-compare>: the original footage and the generated film of one step, moved together.
//
// One integer is the truth: the frame of the generated film (of the footage where there is no film). Frame n is sought
// at (n + ½) / fps, the middle of its time on screen, so rounding can never land on a neighbour. The footage stands at
// data-offset plus the same time; the two films may have different frame rates. Without this script both videos keep
// their own controls.

const NEAR = 0.02; // seconds of drift that nobody sees
const FAR = 0.12; // beyond this the follower jumps instead of hurrying
const HURRY = 0.06;

// A film that is stopped before it could begin is no error.
function start(video) {
  return video.play().catch((error) => {
    if (error.name !== "AbortError") throw error;
  });
}

class ClipCompare extends HTMLElement {
  connectedCallback() {
    this.stage = this.querySelector(".stage");
    this.footage = this.querySelector(".original video");
    this.film = this.querySelector(".generated video");
    this.lead = this.film ?? this.footage;
    if (!this.lead) return;
    this.offset = this.film ? Number(this.dataset.offset) : 0;
    this.fps = Number(this.film ? this.dataset.fps : this.dataset.footageFps) || 24;
    this.footageFps = Number(this.dataset.footageFps) || 25;
    this.rate = 1;
    this.looping = false;
    this.free = !this.film; // the footage runs on beyond the step
    this.frame = 0;
    this.prepare();
    this.listen();
  }

  prepare() {
    for (const video of this.videos) {
      video.controls = false;
      video.loop = false;
      video.preload = "auto";
    }
    if (this.film) this.film.muted = true;
    for (const part of this.querySelectorAll(".controls, .keys")) part.hidden = false;
    this.rail = this.querySelector("[data-rail]");
    this.clock = this.querySelector(".clock");
    const measure = () => {
      this.rail.max = this.frames - 1;
      this.seekTime(Number(this.dataset.start) || this.offset);
    };
    if (this.footage && this.footage.readyState < 1) {
      this.footage.addEventListener("loadedmetadata", measure, { once: true });
      this.footage.addEventListener("error", measure, { once: true, capture: true });
    } else if (this.lead.readyState < 1) {
      this.lead.addEventListener("loadedmetadata", measure, { once: true });
    } else measure();
    this.rail.max = this.frames - 1;
    this.paint(0);
  }

  listen() {
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-act]");
      if (button) this[button.dataset.act](button.dataset.value, button);
    });
    this.rail.addEventListener("input", () => {
      this.pause();
      this.seek(Number(this.rail.value));
    });
    const blend = this.querySelector("[data-blend]");
    blend?.addEventListener("input", () => {
      this.stage.style.setProperty("--edge-at", `${blend.value}%`);
      this.stage.style.setProperty("--mix", blend.value / 100);
    });
    this.addEventListener("keydown", (event) => this.key(event));
    for (const video of this.videos) {
      video.addEventListener("click", () => this.toggle());
      video.addEventListener("play", () => this.showPlaying());
      video.addEventListener("pause", () => this.showPlaying());
    }
    this.lead.addEventListener("ended", () => this.finish());
    this.watch(this.lead, (seconds) => this.onFrame(seconds));
    if (this.footage && this.film) this.watch(this.footage, (seconds) => this.follow(seconds));
  }

  // -- time

  get videos() {
    return [this.footage, this.film].filter(Boolean);
  }

  get frames() {
    return Number(this.dataset.frames) || Math.max(1, Math.round((this.lead.duration || 0) * this.fps));
  }

  get playing() {
    return this.videos.some((video) => !video.paused && !video.ended);
  }

  seek(frame) {
    this.frame = Math.min(Math.max(frame, 0), this.frames - 1);
    const seconds = (this.frame + 0.5) / this.fps;
    this.lead.currentTime = seconds;
    if (this.film && this.footage) {
      const near = Math.floor((this.offset + seconds) * this.footageFps);
      this.footage.currentTime = (near + 0.5) / this.footageFps;
    }
    this.paint(this.frame);
  }

  // A second of the recording: within the step both films go there, elsewhere the footage alone.
  seekTime(seconds) {
    if (!this.footage) return this.seek(0);
    const frame = Math.floor((seconds - this.offset) * this.fps + 1e-6);
    this.free = !this.film || frame < 0 || frame >= this.frames;
    if (!this.free) return this.seek(frame);
    this.footage.currentTime = seconds;
    if (this.film) {
      this.film.pause();
      this.film.currentTime = ((frame < 0 ? 0 : this.frames - 1) + 0.5) / this.fps;
      this.paint(frame < 0 ? 0 : this.frames - 1);
    } else this.paint(Math.max(frame, 0));
  }

  // Called by the transcript: play the footage from this second, the film with it where it belongs.
  listenFrom(seconds) {
    this.pause();
    this.seekTime(seconds);
    this.free = true;
    return this.footage && start(this.footage);
  }

  async play() {
    this.free = !this.film;
    if (this.frame >= this.frames - 1) this.seek(0);
    else if (this.film && this.footage) this.seek(this.frame);
    await Promise.all(this.videos.map(start));
  }

  pause() {
    for (const video of this.videos) video.pause();
  }

  finish() {
    if (this.looping) return void (this.seek(0), this.play());
    if (this.free) return;
    this.pause();
    this.paint(this.frames - 1); // the browser need not report the last picture before it says that it ended
  }

  watch(video, seen) {
    if (!video.requestVideoFrameCallback) {
      video.addEventListener("timeupdate", () => seen(video.currentTime));
      return;
    }
    const tick = (_, picture) => {
      seen(picture.mediaTime);
      video.requestVideoFrameCallback(tick);
    };
    video.requestVideoFrameCallback(tick);
  }

  onFrame(seconds) {
    if (this.lead.seeking || this.lead.paused) return;
    this.paint(Math.min(Math.round(seconds * this.fps), this.frames - 1));
    if (this.frame >= this.frames - 1 && !this.lead.ended && this.film) {
      if (this.looping) this.seek(0);
      else this.finish();
    }
  }

  // The film keeps up with the footage: softly when near, by a jump when far, at rest outside the step.
  follow(seconds) {
    if (this.footage.paused) return;
    const wanted = this.footage.currentTime - this.offset;
    const inside = wanted >= 0 && wanted < (this.frames - 1) / this.fps;
    if (!inside) return this.free ? this.film.pause() : undefined;
    if (this.film.paused && !this.film.seeking && this.free) start(this.film);
    const drift = this.film.currentTime - wanted;
    if (Math.abs(drift) > FAR) this.film.currentTime = wanted + NEAR;
    const nudge = Math.abs(drift) > NEAR ? -Math.sign(drift) * HURRY : 0;
    this.film.playbackRate = this.rate * (1 + nudge);
  }

  // -- what the buttons do: the name in data-act

  toggle() {
    return this.playing ? this.pause() : this.play();
  }

  step(by) {
    this.pause();
    this.seek(this.frame + Number(by));
  }

  speed(rate, button) {
    this.rate = Number(rate);
    for (const video of this.videos) video.playbackRate = this.rate;
    this.press(button);
  }

  loop(_, button) {
    this.looping = !this.looping;
    button.setAttribute("aria-pressed", this.looping);
  }

  mode(name, button) {
    this.stage.dataset.mode = name;
    this.press(button);
    this.querySelector(".blend").hidden = name !== "over" && name !== "wipe";
    this.querySelector('[data-act="flip"]').hidden = name !== "flip";
    this.showFlip();
  }

  flip() {
    this.stage.dataset.shown = this.stage.dataset.shown === "original" ? "generated" : "original";
    this.showFlip();
  }

  captions(_, button) {
    const on = button.getAttribute("aria-pressed") !== "true";
    const track = (this.footage ?? this.film).textTracks[0];
    if (track) track.mode = on ? "showing" : "hidden";
    button.setAttribute("aria-pressed", on);
  }

  mute(_, button) {
    this.footage.muted = !this.footage.muted;
    button.setAttribute("aria-pressed", this.footage.muted);
  }

  key(event) {
    const typing = event.target.matches("textarea, select, input:not([type=range])");
    const pressing = event.key === " " && event.target.matches("button, a, summary");
    const sliding = event.target.matches("[data-blend]");
    if (typing || pressing || sliding || event.ctrlKey || event.metaKey || event.altKey) return;
    const deed = {
      " ": () => this.toggle(),
      ArrowLeft: () => this.step(-1),
      ArrowRight: () => this.step(1),
      ",": () => this.step(-1),
      ".": () => this.step(1),
      x: () => this.flipKey(),
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  }

  flipKey() {
    const button = this.querySelector('[data-act="mode"][data-value="flip"]');
    if (!button) return;
    if (this.stage.dataset.mode !== "flip") this.mode("flip", button);
    this.flip();
  }

  // -- what the reader sees

  paint(frame) {
    this.frame = frame;
    this.rail.value = frame;
    const seconds = frame / this.fps;
    const words = this.dataset.frame.replace("{n}", frame + 1);
    const clock = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
    this.clock.textContent = `${clock} · ${words}`;
    this.rail.setAttribute("aria-valuetext", this.clock.textContent);
  }

  showPlaying() {
    const button = this.querySelector('[data-act="toggle"]');
    button.textContent = this.playing ? this.dataset.pause : this.dataset.play;
  }

  showFlip() {
    const button = this.querySelector('[data-act="flip"]');
    const original = this.stage.dataset.shown === "original";
    button.textContent = original ? this.dataset.shownOriginal : this.dataset.shownGenerated;
  }

  press(button) {
    const group = this.querySelectorAll(`[data-act="${button.dataset.act}"]`);
    for (const one of group) one.setAttribute("aria-pressed", one === button);
  }
}

customElements.define("clip-compare", ClipCompare);

// Copying a text (a citation) that stands on the page.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = button.dataset.copied;
  });
}
