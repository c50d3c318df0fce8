// The search with what it fetches when a question asks for it: other languages, and the pages that may answer. Until
// they are here the question is answered without them; whoever listens is told when that has changed.

import { makeLate } from "./late.js";

/** @typedef {ReturnType<typeof import("./search.js").makeSearch>} Search */
/** @typedef {ReturnType<typeof withFetched>} Fetching */

/** @param {Search} made @param {(file: string) => Promise<any>} fetchData by the file's name */
export function withFetched(made, fetchData) {
  const listeners = /** @type {(() => unknown)[]} */ ([]);
  const late = (/** @type {string} */ file, /** @type {(data: any) => unknown} */ learn) =>
    makeLate(() => fetchData(file), (data) => {
      learn(data);
      listeners.forEach((listener) => listener());
    }, `${file} kunde inte hämtas.`);
  const languages = late("sprak.json", made.learn);
  const pages = late("sidor.json", made.learnPages);

  /** @param {string} text @returns {import("./search.js").Answer} */
  function search(text) {
    languages.want(made.waitsForLanguages(text));
    return made.search(text);
  }

  /** What is shown now. @param {import("./search.js").Answer | null} answer */
  const showing = (answer) => pages.want(answer?.waits === true);
  const onLearned = (/** @type {() => unknown} */ listener) => listeners.push(listener);
  const { isCrisis, isCommon, isIdle, words } = made;
  return { search, showing, isCrisis, isCommon, isIdle, words, onLearned };
}
