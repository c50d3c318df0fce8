// A voice for those who do not see the page. What changes with every key is said in a pause, and nothing is said twice.

const PAUSE_MS = 700; // longer than between two keys of somebody who looks for them

/** `say` speaks a text when nothing newer comes; `hush` takes back what is not said yet, and forgets what was.
 * @typedef {{say: (text: string) => void, hush: () => void}} Voice */

/** @param {HTMLElement} place an element with the role status @returns {Voice} */
export function makeVoice(place) {
  let waiting = 0;
  return {
    say: (text) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (place.textContent !== text) place.textContent = text;
      }, PAUSE_MS);
    },
    hush: () => {
      clearTimeout(waiting);
      place.textContent = "";
    },
  };
}
