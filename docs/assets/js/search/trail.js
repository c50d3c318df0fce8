// The search page's address, title and place in the history: all that decides what the reader sees can be gone back to.

import { writeState } from "../core/address.js";
import { makePause } from "../core/pause.js";

/** @typedef {import("../core/address.js").State} State */

const PAUSE_MS = 600; // while the reader types the address follows in a pause: writing it costs more than a search

/** @param {() => State} current what the page shows now */
export function makeTrail(current) {
  const title = document.title;
  const pause = makePause(PAUSE_MS, () => write("replaceState"));

  /** @param {"pushState" | "replaceState"} how */
  function write(how) {
    pause.stop();
    const state = current();
    const address = location.pathname + writeState(state);
    if (address !== location.pathname + location.search) window.history[how](null, "", address + location.hash);
    name(state);
  }

  /** The question stands first in the title: among tabs and in the history it is what tells searches apart.
   * @param {State} state */
  function name({ question }) {
    document.title = question.trim() ? `${question.trim()} – ${title}` : title;
  }

  /** @param {"push" | "replace" | "keep"} history */
  function follow(history) {
    if (history === "push") write("pushState");
    else if (history === "replace") pause.wait();
    else {
      pause.stop();
      name(current());
    }
  }

  /** What was typed last stands in the address, and in this entry of the history how far the reader had come: a page
   * that is made anew on the way back is as long as it was, but stands at its top. */
  function leave() {
    if (pause.isWaiting()) write("replaceState");
    window.history.replaceState({ ...window.history.state, rullat: window.scrollY }, "");
  }

  function comeBack() {
    const scrolled = window.history.state?.rullat;
    if (scrolled) window.scrollTo({ top: scrolled, behavior: "instant" });
  }

  return { write, follow, leave, comeBack };
}
