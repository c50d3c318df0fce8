// What concepts are called and what readers say -> single words that name something, and phrases by their stems.
// No DOM. The browser's half of scripts/katalog/browser/index_words.py.

/** @typedef {import("./index.js").Data} Data */
/** @typedef {import("./index.js").Phrase} Phrase */
/** @typedef {import("./matches.js").Words} Words */
/** What readers say, "|" between, and what it means: concepts by how surely, words to look for, questions to read it
 * as. @typedef {[string, number[]?, number[]?, number[]?, string?, string[]?]} Saying */

const [TITLE, TITLE_PART, ALIAS, WORD] = ["titel", "titeldel", "alias", "ord"];
const SURE = ["starkt", "bra", "svagt"];
const TITLE_PARTS = /[/(),]| och /;
const AS_WRITTEN = "="; // before the stems of a phrase that counts only as it stands

/** @param {Data} data @param {string[]} titles of the concepts @param {Words} language
 * @param {Set<string>} fillers */
export function readPhrases(data, titles, language, fillers) {
  const leading = leadingStems(data.likord);
  const kinds = Object.keys(data.vikter.sorter);
  /** @type {Map<string, number[]>} */
  const links = new Map();
  /** @type {Map<string, Phrase>} */
  const phrases = new Map();
  /** Needs of one word, as they are written, by stem. @type {Map<string, string[]>} */
  const written = new Map();
  /** Every word of titles and other names. */
  const all = new Set(language.words(titles.join("\n")));

  const small = smallAs(leading, language);

  /** The stems that a phrase is found by, each as the one that stands for all that mean the same: without filler
   * words. When hardly anything is left then, the words count as they stand, each marked: "på nätet", not "på nåt".
   * @param {string[]} words */
  function keyOf(words) {
    const kept = words.filter((word) => !fillers.has(word));
    if (words.length === 1) return language.stem(words[0]);
    if (kept.length < 2) {
      return words.map((word) => AS_WRITTEN + (fillers.has(word) ? small(word) : language.stem(word))).join(" ");
    }
    return kept.map(language.stem).map((stem) => leading.get(stem) ?? stem).join(" ");
  }

  /** A name of one word is a link, one of several a phrase. @param {number} concept @param {string} kind
   * @param {string[]} words */
  function addName(concept, kind, words) {
    if (words.length > 1) add(phrases, keyOf(words), { begrepp: [[concept, kind]], ord: [], lases: [], text: true });
    if (words.length !== 1) return;
    const number = concept * kinds.length + kinds.indexOf(kind);
    links.set(words[0], [...new Set([...(links.get(words[0]) ?? []), number])].sort((a, b) => a - b));
  }

  /** A title counts by its parts too. @param {string} title @param {number} concept */
  function addTitle(title, concept) {
    for (const part of title.split(TITLE_PARTS)) {
      const words = language.words(part);
      addName(concept, TITLE, words);
      if (words.length < 2) continue;
      for (const word of words) if (!fillers.has(word)) addName(concept, TITLE_PART, [word]);
    }
  }

  /** @param {Saying} saying */
  function addSaying([said, starkt = [], bra = [], svagt = [], sought = "", lases = []]) {
    const begrepp = [starkt, bra, svagt].flatMap((concepts, i) =>
      concepts.map((concept) => /** @type {[number, string]} */ ([concept, SURE[i]])));
    const meaning = { begrepp, ord: sought ? sought.split("|") : [], lases, text: false };
    for (const words of language.lines(said.replaceAll("|", "\n"))) {
      add(phrases, keyOf(words), meaning);
      if (words.length === 1) written.set(keyOf(words), [...(written.get(keyOf(words)) ?? []), words[0]]);
    }
  }

  const read = language.lines(data.kallas.replaceAll(/[|\t]/g, "\n"));
  let at = 0;
  data.kallas.split("\n").forEach((line, concept) => {
    addTitle(titles[concept], concept);
    line.split("\t").forEach((names, other) => {
      for (const end = at + names.split("|").length; at < end; at++) addName(concept, other ? WORD : ALIAS, read[at]);
    });
  });
  data.fraser.forEach(addSaying);
  for (const words of read) for (const word of words) all.add(word);
  return { links, words: all, written, phrases: shared(phrases) };
}

/** A small word -> the one that means the same, or itself: "värma sig" is "värma mig".
 * @param {Map<string, string>} leading @param {Words} language @returns {(word: string) => string} */
export const smallAs = (leading, language) => (word) => leading.get(language.stem(word)) ?? word;

/** Stem -> the one that stands for all that mean nearly the same. @param {string} groups a line each
 * @returns {Map<string, string>} */
export const leadingStems = (groups) => new Map(groups.split("\n").map((line) => line.split(" "))
  .flatMap((group) => group.map((stem) => [stem, group[0]])));

/** @param {Map<string, Phrase>} phrases @param {string} key @param {Phrase} more */
function add(phrases, key, more) {
  const old = phrases.get(key);
  phrases.set(key, old ? {
    begrepp: distinct([...old.begrepp, ...more.begrepp]),
    ord: distinct([...old.ord, ...more.ord]),
    lases: [...old.lases, ...more.lases],
    text: old.text && more.text,
  } : more);
}

/** @template T @param {T[]} all @returns {T[]} */
const distinct = (all) => [...new Map(all.map((one) => [String(one), one])).values()];

/** In order, and the meaning of needs once: many say the same. A name is only itself.
 * @param {Map<string, Phrase>} phrases */
function shared(phrases) {
  /** @type {Map<string, Phrase>} */
  const meanings = new Map();
  /** @type {Map<Phrase, Phrase>} */
  const known = new Map();
  for (const phrase of new Set(phrases.values())) {
    if (phrase.text) continue;
    const meaning = JSON.stringify(phrase);
    if (!meanings.has(meaning)) meanings.set(meaning, phrase);
    known.set(phrase, meanings.get(meaning) ?? phrase);
  }
  const inOrder = [...phrases].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(inOrder.map(([key, phrase]) => [key, known.get(phrase) ?? phrase]));
}

/** Every word that needs are told with, in order. @param {Saying[]} sayings @param {Words} language
 * @param {Iterable<string>} fillers @returns {string[]} */
export function needWords(sayings, language, fillers) {
  const said = new Set(sayings.flatMap(([texts]) => language.words(texts)));
  for (const word of fillers) said.delete(word);
  return [...said].sort();
}
