// What only some questions need: fetched once, when one that does has stood for a moment.

import { makePause } from "../core/pause.js";

const PAUSE_MS = 300; // half a word looks like much: the question must have stood so long

/** @param {() => Promise<any>} fetchData @param {(data: any) => unknown} learn
 * @param {string} fault what the console is told when it cannot be had */
export function makeLate(fetchData, learn, fault) {
  let isAsked = false;
  const pause = makePause(PAUSE_MS, get);

  async function get() {
    isAsked = true;
    try {
      learn(await fetchData());
    } catch (error) {
      isAsked = false; // the next such question is a new try
      console.warn(fault, error);
    }
  }

  /** Does the question that is asked now need it? @param {boolean} isWanted */
  function want(isWanted) {
    if (isWanted && !isAsked) pause.wait();
    else pause.stop();
  }

  return { want };
}
