// A question in another language -> units that the Swedish search can score: the concepts that its words name, or the
// Swedish words that mean the same. The words come from sprak.json, fetched when a question looks foreign. No DOM.

import { plainWords } from "./letters.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./question.js").Unit} Unit */
/** `ord`: [what it means, words...]: a concept's number, or -1 and down for the rows of `svenska`.
 * @typedef {{smaord: string[], forled: string[], ord: [number, ...string[]][]}} Language */
/** Swedish words, concepts, and whether they only tell a condition. @typedef {[string[], number[], boolean]} Row */
/** @typedef {{format: number, tungor: Record<string, Language>, svenska: Row[]}} Data */
/** One entry: its words, each whole or the beginning of a word, and what it means.
 * @typedef {{words: {text: string, isStart: boolean}[], means: number[]}} Entry */
/** @typedef {{small: Set<string>, prefixes: string[], entries: Map<string, Entry[]>}} Tongue */
/** `words`: those that were understood. @typedef {{language: string, words: string[], units: Unit[]}} Foreign */

const FORMAT = 1;
const NAMED = "alias"; // a word of another language counts as much as a Swedish name beside the title
const LATIN = /^[\p{Script=Latin}\p{N}]+$/u;
const FIRST = 2; // entries are looked up by so many letters
const LONGEST = 5;
const ENDING = 3; // so many letters may follow a whole word of four letters or more
const LEAST = 4;
const TAIL = 8; // a compound's end is no ending: so many letters may follow a beginning
// Letters that Swedish shares with few: a word with å is Swedish, one with ä or ö is that or Finnish.
const SWEDISH_ONLY = /å/iu;
const NORDIC = /[äö]/iu;
const WITH_NORDIC = "fi";

/** @param {Index} index @param {(text: string) => import("./matches.js").Token[]} tokenise */
export function makeLanguages(index, tokenise) {
  const swedish = new Set(index.words.map((word) => plainWords(word)[0]));
  for (const filler of index.fillers) swedish.add(plainWords(filler)[0]);
  const stems = new Set(index.words.map((word) => tokenise(word)[0]?.stem));
  /** @type {Map<string, Tongue>} */
  const tongues = new Map();
  /** @type {Row[]} */
  let rows = [];
  const small = new Set(index.frammande.split(" ").flatMap(plainWords));
  const places = new Set(index.orter.ortnamn.split(/[\n|]/).map((name) => plainWords(name).join(" ")));

  /** Is it a word that the Swedish search knows? @param {string} word */
  const isSwedish = (word) => swedish.has(word) || stems.has(tokenise(word)[0]?.stem);

  /** Might it be another language: another script, a small word of another, or half of the words are not known.
   * @param {string} text */
  function looksForeign(text) {
    const words = plainWords(text);
    if (words.some((word) => !LATIN.test(word))) return true;
    if (SWEDISH_ONLY.test(text.normalize("NFC"))) return false;
    const told = words.filter((word) => !places.has(word));
    const strange = told.filter((word) => !isSwedish(word));
    return strange.some((word) => small.has(word)) || (told.length > 0 && strange.length * 2 >= told.length);
  }

  /** Take over what sprak.json holds. @param {Data} data */
  function learn(data) {
    if (data.format !== FORMAT) throw new RangeError(`languages of format ${data.format}, module of ${FORMAT}`);
    rows = data.svenska;
    for (const [name, language] of Object.entries(data.tungor)) tongues.set(name, ready(language));
  }

  /** @param {Language} language @returns {Tongue} */
  function ready({ smaord, forled, ord }) {
    /** @type {Map<string, Entry>} */
    const byWords = new Map();
    for (const [meaning, ...all] of ord) {
      for (const written of all) {
        const entry = byWords.get(written) ?? { words: written.split(" ").flatMap(part), means: [] };
        entry.means.push(meaning);
        byWords.set(written, entry);
      }
    }
    return { small: new Set(smaord.flatMap(plainWords)), prefixes: forled.flatMap(plainWords), entries: byFirst(byWords) };
  }

  /** @param {string} written "word" or "begin*" */
  const part = (written) => plainWords(written).map((text) => ({ text, isStart: written.endsWith("*") }));

  /** Longest entries first. @param {Map<string, Entry>} byWords */
  function byFirst(byWords) {
    /** @type {Map<string, Entry[]>} */
    const made = new Map();
    for (const entry of byWords.values()) {
      const first = entry.words[0].text.slice(0, FIRST);
      made.set(first, [...(made.get(first) ?? []), entry]);
    }
    for (const all of made.values()) all.sort((a, b) => b.words.length - a.words.length || length(b) - length(a));
    return made;
  }

  const length = (/** @type {Entry} */ { words }) => words.reduce((sum, { text }) => sum + text.length, 0);

  /** A word as it is, and without each of the particles that are written together with it.
   * @param {Tongue} tongue @param {string} word */
  const forms = ({ prefixes }, word) =>
    [word, ...prefixes.filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= 2)
      .map((prefix) => word.slice(prefix.length))];

  /** @param {{text: string, isStart: boolean}} entry @param {string} word */
  function fits({ text, isStart }, word) {
    if (!word.startsWith(text)) return false;
    if (isStart) return word.length - text.length <= TAIL;
    return word.length === text.length || (text.length >= LEAST && word.length - text.length <= ENDING);
  }

  /** The entry that begins at a word, with as many words as it has; small words may stand between.
   * @param {Tongue} tongue @param {string[]} words @param {number} at */
  function entryAt(tongue, words, at) {
    const rest = [at, ...words.keys()].filter((i, n) => n === 0 || (i > at && !tongue.small.has(words[i]))).slice(0, LONGEST);
    const starts = forms(tongue, words[at]).flatMap((form) => tongue.entries.get(form.slice(0, FIRST)) ?? []);
    let best = /** @type {{entry: Entry, at: number[]} | null} */ (null);
    for (const entry of starts) {
      if (best && entry.words.length <= best.entry.words.length) continue;
      const places = place(tongue, entry, words, at, rest);
      if (places) best = { entry, at: places };
    }
    return best;
  }

  /** @param {Tongue} tongue @param {Entry} entry @param {string[]} words @param {number} at @param {number[]} rest */
  function place(tongue, entry, words, at, rest) {
    const found = [];
    let next = at;
    for (const word of entry.words) {
      const isHere = (/** @type {number} */ i) => i < words.length && forms(tongue, words[i]).some((form) => fits(word, form));
      const after = rest.find((i) => i >= next);
      const here = [next, after ?? next].find(isHere);
      if (here === undefined) return null;
      found.push(here);
      next = here + 1;
    }
    return found;
  }

  /** @param {Tongue} tongue @param {string[]} words */
  function parse(tongue, words) {
    const taken = new Set();
    const hits = [];
    for (const at of words.keys()) {
      const hit = taken.has(at) ? null : entryAt(tongue, words, at);
      if (!hit) continue;
      hit.at.forEach((i) => taken.add(i));
      hits.push(hit);
    }
    const small = words.filter((word, i) => !taken.has(i) && forms(tongue, word).some((form) => tongue.small.has(form)));
    return { hits, taken, known: taken.size + small.length };
  }

  /** @param {string} text @returns {Foreign | null} null for a Swedish question, or one that no language knows */
  function read(text) {
    if (!tongues.size || !looksForeign(text)) return null;
    const words = plainWords(text);
    const isOwn = (/** @type {string} */ word) => isSwedish(word) && !places.has(word);
    let best = { language: "", known: words.filter(isOwn).length - 0.5, parsed: /** @type {ReturnType<typeof parse> | null} */ (null) };
    const isNordic = NORDIC.test(text.normalize("NFC"));
    for (const [language, tongue] of tongues) {
      if (isNordic && language !== WITH_NORDIC) continue;
      const parsed = parse(tongue, words);
      const isStrange = parsed.hits.some(({ at }) => at.some((i) => !isSwedish(words[i])));
      if (isStrange && parsed.known > best.known) best = { language, known: parsed.known, parsed };
    }
    return best.parsed && { language: best.language, ...units(best.parsed, words) };
  }

  /** @param {ReturnType<typeof parse>} parsed @param {string[]} words */
  function units({ hits, taken }, words) {
    /** @type {Map<string, Unit>} */
    const made = new Map();
    const read = hits.map((hit) => hit.at.map((i) => words[i]).join(" "));
    const isCondition = (/** @type {{entry: Entry}} */ { entry }) => entry.means.every((one) => one < 0 && rows[-1 - one][2]);
    const wishes = hits.filter((hit) => !isCondition(hit));
    for (const { entry, at } of wishes.length ? wishes : hits) {
      const key = `${entry.means.join(" ")}`;
      const tokens = [{ word: `= ${key}`, stem: `= ${key}` }]; // no word that anybody writes
      made.set(key, { tokens, phrase: phraseOf(entry.means), said: at.map((i) => words[i]).join(" ") });
    }
    const where = words.filter((word, i) => !taken.has(i) && places.has(word)).flatMap(tokenise);
    const named = where.map((token) => ({ tokens: [token], phrase: index.phrases.get(token.stem) }));
    return { words: read, units: [...made.values(), ...named] };
  }

  /** @param {number[]} means @returns {import("./index.js").Phrase} */
  function phraseOf(means) {
    const told = means.filter((one) => one < 0).map((one) => rows[-1 - one]);
    const concepts = [...means.filter((one) => one >= 0), ...told.flatMap(([, numbers]) => numbers)];
    const ord = told.flatMap(([words]) => words);
    return { begrepp: concepts.map((one) => [one, NAMED]), ord, lases: [], text: false };
  }

  return { looksForeign, learn, read, isReady: () => tongues.size > 0 };
}
