// A voice for those who do not see the page. What changes with every key is said in a pause, and nothing is said twice.

import { makePause } from "./pause.js";

const PAUSE_MS = 700; // longer than between two keys of somebody who looks for them

/** `say` speaks a text when nothing newer comes; `hush` takes back what is not said yet, and forgets what was.
 * @typedef {{say: (text: string) => void, hush: () => void}} Voice */

/** @param {HTMLElement} place an element with the role status @returns {Voice} */
export function makeVoice(place) {
  let next = "";
  const pause = makePause(PAUSE_MS, () => {
    if (place.textContent !== next) place.textContent = next;
  });
  return {
    say: (text) => {
      next = text;
      pause.wait();
    },
    hush: () => {
      pause.stop();
      if (place.firstChild) place.textContent = "";
    },
  };
}
