// A question in another language -> units that the Swedish search can score: the concepts that its words name, the
// Swedish words that mean the same, or what a Swedish question that asks the same is read as. The words come from
// sprak.json, fetched when a question looks foreign. No DOM.

import { plainWords } from "./letters.js";
import { makeSwedish } from "./swedish.js";
import { makeTongue } from "./tongue.js";

/** @typedef {import("./index.js").Readable} Index */
/** @typedef {import("./question.js").Unit} Unit */
/** @typedef {import("./tongue.js").Parsed} Parsed */
/** Swedish words, concepts, and whether they only tell a condition. @typedef {[string[], number[], boolean]} Told */
/** Words, or a Swedish question. @typedef {Told | string} Row */
/** @typedef {import("./tongue.js").Language & {sida: FirstPage | null}} Tongue
 * @typedef {{format: number, tungor: Record<string, Tongue>, svenska: Row[],
 *   svenska_ord: import("./swedish.js").Alike}} Data */
/** Its address, its language's own name, and which way that is written.
 * @typedef {[string, string, string]} FirstPage */
/** `language`: empty where the words are Swedish too; `words`: those that were understood; `asked`: what asks the same
 * in Swedish, if there is one alone; `page`: where the site tells of itself in the language, if it does.
 * @typedef {{language: string, page: FirstPage | null, words: string[], units: Unit[], asked: string}} Foreign */

const FORMAT = 4;
const NAMED = "alias"; // a word of another language counts as much as a Swedish name beside the title
const LATIN = /^[\p{Script=Latin}\p{N}]+$/u;
// Letters that Swedish shares with few: a word with å is Swedish, one with ä or ö is that or Finnish.
const SWEDISH_ONLY = /å/iu;
const NORDIC = /[äö]/iu;
const WITH_NORDIC = "fi";
const LONG = 5; // shorter words of needs are words of other languages too: "dog"
const OTHER_LETTERS = /(?![a-zåäöéü])\p{L}/iu;

/** @param {Index} index @param {(text: string) => import("./matches.js").Token[]} tokenise
 * @param {(text: string) => Unit[]} readUnits of a Swedish question */
export function makeLanguages(index, tokenise, readUnits) {
  /** @type {Map<string, ReturnType<typeof makeTongue>>} */
  const tongues = new Map();
  /** @type {Map<string, FirstPage | null>} */
  const pages = new Map();
  /** @type {Row[]} */
  let rows = [];
  let alike = makeSwedish({ egna: [], gemensamma: [] });
  const small = new Set(index.frammande.flatMap(plainWords));
  const places = new Set(index.kallade.flat().map((name) => plainWords(name).join(" ")));
  /** @type {Set<string> | undefined} */
  let known;

  /** The words of the index and their stems, those of needs and errands, and the fillers: read when first needed. */
  const knownWords = () => (known ??= new Set([
    ...index.words.flatMap((word) => [plainWords(word)[0], tokenise(word)[0]?.stem]),
    ...[...index.fillers, ...index.behovsord.filter(isLong), ...index.annat].flatMap(plainWords),
  ]));

  /** Is it a word that the Swedish search knows? @param {string} word */
  const isSwedish = (word) => knownWords().has(word) || knownWords().has(tokenise(word)[0]?.stem);

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
    alike = makeSwedish(data.svenska_ord);
    for (const [name, language] of Object.entries(data.tungor)) {
      tongues.set(name, makeTongue(language));
      pages.set(name, language.sida);
    }
  }

  /** @param {string} text @returns {Foreign | null} null for a Swedish question, or one that no language knows */
  function read(text) {
    if (!tongues.size || !looksForeign(text)) return null;
    const words = plainWords(text);
    const written = text.normalize("NFC");
    const isSwedishToo = isAllSwedish(written, words);
    if (isSwedishToo && words.some(alike.isOwn)) return null;
    const best = bestReading(words, written);
    if (!best || (!isSwedishToo && isSwedishCompound(written, best.parsed, words))) return null;
    const told = units(best.parsed, words);
    if (isSwedishToo) return { language: "", page: null, ...told };
    return { language: best.language, page: pages.get(best.language) ?? null, ...told };
  }

  /** Is every word Swedish, also one that the index lacks? @param {string} text @param {string[]} words */
  const isAllSwedish = (text, words) => !OTHER_LETTERS.test(text) && !NORDIC.test(text) && words.every(
    (word) => isSwedish(word) || places.has(word) || alike.isOwn(word) || alike.isShared(word));

  /** Is all of it read in Swedish, as parts of words ("yogapass"), and nothing in it is only the other language's?
   * @param {string} text @param {Parsed} parsed @param {string[]} words */
  const isSwedishCompound = (text, { small }, words) => !OTHER_LETTERS.test(text) &&
    small.every((i) => isSwedish(words[i])) && readUnits(text).every(isRead);

  /** The language that knows most of the words, if that is as many as Swedish knows and one that it does not; of two
   * the one that has letters of its own there.
   * @param {string[]} words @param {string} text */
  function bestReading(words, text) {
    const isNordic = NORDIC.test(text);
    const least = words.filter((word) => isSwedish(word) && !places.has(word)).length;
    const readings = [...tongues].filter(([language]) => !isNordic || language === WITH_NORDIC)
      .map(([language, tongue]) => ({ language, parsed: tongue.parse(words) }))
      .filter(({ parsed }) => parsed.known >= least && isStrange(parsed, words, OTHER_LETTERS.test(text)));
    const letters = (/** @type {string} */ name) => Number(hasOneOf(text, tongues.get(name)?.letters));
    return readings.sort((a, b) =>
      b.parsed.known - a.parsed.known || letters(b.language) - letters(a.language)).at(0);
  }

  /** Does it hold a word that is none in Swedish, and is it sure that the language is this one: by how the word is
   * written, by another one, by a small word or by its letters? @param {Parsed} parsed @param {string[]} words
   * @param {boolean} isLettered */
  function isStrange({ hits, small }, words, isLettered) {
    const isWithSmall = small.some((i) => !isSwedish(words[i]));
    // "Dog" says in Swedish that somebody died, and is a dog only beside "my"; "leña" is no Swedish "lena".
    const isSure = isWithSmall || isLettered;
    const isOwn = (/** @type {string} */ word) => isSwedish(word) || (!isSure && alike.isOwn(word));
    const strange = hits.filter(({ at }) => at.some((i) => !isOwn(words[i])));
    return strange.length > 0 && (isSure || strange.length > 1 || strange.some((hit) => hit.isSure));
  }

  /** What only tells a condition counts when nothing else was understood. @param {Parsed} parsed
   * @param {string[]} words */
  function units({ hits, taken }, words) {
    const said = (/** @type {number[]} */ at) => at.map((i) => words[i]).join(" ");
    const wishes = hits.filter(({ entry }) => !entry.means.every((one) => one < 0 && isCondition(rows[-1 - one])));
    /** @type {Map<unknown, Unit>} */
    const made = new Map();
    for (const { entry, at } of wishes.length ? wishes : hits) {
      for (const unit of unitsOf(entry.means)) {
        made.set(unit.phrase ?? unit.tokens[0].stem, { ...unit, said: said(at) });
      }
    }
    const where = words.filter((word, i) => !taken.has(i) && places.has(word)).flatMap(tokenise);
    const named = where.map((token) => ({ tokens: [token], phrase: index.phrases.get(token.stem) }));
    return { words: hits.map(({ at }) => said(at)), units: [...made.values(), ...named], asked: askedBy(wishes) };
  }

  /** @param {Parsed["hits"]} wishes */
  function askedBy(wishes) {
    const asked = new Set(wishes.flatMap(({ entry }) => questionsOf(entry.means)));
    return asked.size === 1 && wishes.length === 1 ? [...asked][0] : "";
  }

  /** @param {number[]} means */
  const questionsOf = (means) => means.map((one) => rows[-1 - one]).filter((row) => typeof row === "string");

  /** A question that asks the same says more than the names of what it is about. @param {number[]} means
   * @returns {Unit[]} */
  function unitsOf(means) {
    const asked = questionsOf(means);
    if (asked.length) return asked.flatMap(readUnits);
    const word = `= ${means.join(" ")}`; // nobody writes so
    return [{ tokens: [{ word, stem: word }], phrase: phraseOf(means) }];
  }

  /** @param {number[]} means @returns {import("./index.js").Phrase} */
  function phraseOf(means) {
    const told = toldBy(means);
    const concepts = [...means.filter((one) => one >= 0), ...told.flatMap(([, numbers]) => numbers)];
    const ord = told.flatMap(([words]) => words);
    return { begrepp: concepts.map((one) => [one, NAMED]), ord, lases: [], text: false };
  }

  /** @param {number[]} means @returns {Told[]} */
  function toldBy(means) {
    /** @type {Told[]} */
    const told = [];
    for (const row of means.map((one) => rows[-1 - one])) if (row && typeof row !== "string") told.push(row);
    return told;
  }

  /** What makes each language ready to be read with: it takes long the first time. */
  const preparing = () => [...tongues.values()].map(({ prepare }) => prepare);

  return { looksForeign, learn, read, preparing, isReady: () => tongues.size > 0 };
}

/** As it is written, not as another word that sounds like it. @param {Unit} unit */
const isRead = ({ isUnknown, tokens }) => !isUnknown && tokens.every((token) => !token.near && token.of !== undefined);

/** @param {string} word */
const isLong = (word) => word.length >= LONG;

/** @param {string} text @param {string | undefined} letters */
const hasOneOf = (text, letters = "") => [...letters].some((letter) => text.includes(letter));

/** @param {Row} row */
const isCondition = (row) => typeof row !== "string" && row[2];
