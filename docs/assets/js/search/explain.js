// "Vad är LSS?" -> what the word means, by the glossary or a hand-written page. No DOM; all words come with the data.

/** @typedef {import("./matches.js").Words} Words */
/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./scores.js").UnitScores} UnitScores */
/** @typedef {import("./pages.js").PageAnswer} PageAnswer */

const NAMED = 0.8; // a concept that is named in full

/** How one asks what a word means ("vad är"): the words of a question that do. @param {string[]} ways
 * @param {Words} language @returns {(words: string[]) => string[] | null} */
export function makeMeaning(ways, language) {
  const questions = ways.map((said) => language.words(said)).sort((a, b) => b.length - a.length);
  return (words) => questions.find((question) => question.every((word, i) => words[i] === word)) ?? null;
}

/** @param {import("./index.js").Concept[]} begrepp @param {import("./pages.js").Data} data @param {Words} language
 * @param {ReturnType<typeof makeMeaning>} meaning @param {(word: string) => boolean} isSmall */
export function makeExplaining(begrepp, { ordlista, forklaringar }, language, meaning, isSmall) {
  const key = (/** @type {string[]} */ words) =>
    words.filter((word) => !isSmall(word)).map(language.stem).join(" ");
  const known = new Map(forklaringar.flatMap(({ ord, adress, rubrik, text, sida }) =>
    ord.map((word) => [key(language.words(word)), { address: adress, title: rubrik, text, page: sida }])));

  /** Null unless the question asks what a word means, and that word is known.
   * @param {string[]} words @param {Unit[]} units @param {UnitScores[]} scored @returns {PageAnswer | null} */
  function find(words, units, scored) {
    const said = meaning(words);
    if (!said) return null;
    const own = known.get(key(words.slice(said.length)));
    const places = [...units.keys()].filter((i) => !units[i].tokens.every(({ word }) => said.includes(word)));
    if (own || places.length !== 1) return own ?? null;
    const named = [...scored[places[0]].concepts].filter(([, strength]) => strength >= NAMED);
    named.sort((a, b) => b[1] - a[1]);
    return named.map(([concept]) => explained(concept)).find(Boolean) ?? null;
  }

  /** @param {number} concept @returns {PageAnswer | null} */
  function explained(concept) {
    const { titel, varde } = begrepp[concept];
    for (const [first, name, text] of ordlista.ord) {
      const said = concept >= first ? text.split("\n")[concept - first] : "";
      const address = `${ordlista.adress}#${name}-${varde}`;
      if (said) return { address, title: titel, text: said, page: ordlista.titel };
    }
    return null;
  }

  return { find };
}
