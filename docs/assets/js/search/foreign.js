// The other languages, fetched once, when a question first looks as if it were not Swedish. Until they are here the
// question is answered as a Swedish one; whoever listens is told when that has changed.

const PAUSE_MS = 300; // half a word looks foreign: the question must have stood so long

/** @param {ReturnType<typeof import("./search.js").makeSearch>} made
 * @param {() => Promise<any>} fetchData what sprak.json holds */
export function withLanguages(made, fetchData) {
  const listeners = /** @type {(() => unknown)[]} */ ([]);
  let isAsked = false;
  let waiting = 0;

  async function fetchThem() {
    isAsked = true;
    try {
      made.learn(await fetchData());
      listeners.forEach((listener) => listener());
    } catch (fault) {
      isAsked = false; // the next such question is a new try
      console.warn("Orden på andra språk kunde inte hämtas.", fault);
    }
  }

  /** @param {string} text @returns {import("./search.js").Answer} */
  function search(text) {
    clearTimeout(waiting);
    if (!isAsked && made.waitsForLanguages(text)) waiting = setTimeout(fetchThem, PAUSE_MS);
    return made.search(text);
  }

  const onLearned = (/** @type {() => unknown} */ listener) => listeners.push(listener);
  const { isCrisis, isCommon, words } = made;
  return { search, isCrisis, isCommon, words, onLearned };
}
