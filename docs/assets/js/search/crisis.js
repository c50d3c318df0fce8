// A question -> the card for somebody in crisis, if its words tell of death, self-harm or suicide: never one loose
// word, but several in order and near each other, with no denial between. Words, cards and lines: schema/kris.json.

import { plainWords } from "./letters.js";

/** @typedef {{id: string, kallas: string, nummer: string, vad: string}} Line */
/** `ensamt`: no results beside it; `lases`: the question whose results follow it.
 * @typedef {{id: string, rubrik: string, text: string, linjer: string[], ensamt?: boolean, lases?: string}} Card */
/** `kort`: the card; `annan`: the card when somebody else is spoken of; `nekat`: the card when it is denied; `foljd`:
 * what stands in order, with at most `mellan` words between; `foljs_inte` and `fore_inte`: words that may not stand
 * right after or just before; `hela`: the most words that the whole question may have.
 * @typedef {{kort: string, annan?: string, nekat?: string, foljd: string[], mellan?: number, foljs_inte?: string,
 *   fore_inte?: string, hela?: number}} Sign */
/** What another language says: a sentence for its readers, and signs by card.
 * @typedef {{kod: string, sager: string, tecken: Record<string, string[]>}} Tongue */
/** @typedef {{linjer: Line[], kort: Card[], grupper: Record<string, string>, tecken: Sign[], andra: Tongue[]}} Data */
/** `alone`: nothing else is shown; `reads`: the question whose results follow, "" for the reader's own.
 * `said`: the same in the language of the question.
 * @typedef {{id: string, heading: string, text: string, lines: Line[], alone: boolean, reads: string,
 *   said: {lang: string, text: string} | null}} Crisis */
/** @typedef {(word: string) => boolean} Test */
/** A sign made ready. @typedef {Omit<Sign, "foljd" | "foljs_inte" | "fore_inte"> & {steps: Test[], after: Test,
 *   before: Test, said: {lang: string, text: string} | null}} Ready */

const BETWEEN = 3;
const LOOK_BACK = 2;
const REMEMBERED = 20;
const WORDS_REMEMBERED = 200;

/** @param {Data} data */
export function makeCrisis(data) {
  const isNo = test("<inte>");
  const isSelf = test("<jag>");
  const isOther = test("<annan>|<nära>");
  const lines = new Map(data.linjer.map((line) => [line.id, line]));
  const rank = new Map(data.kort.map(({ id }, place) => [id, place]));
  const signs = [...data.tecken.map((sign) => ready(sign, null)), ...data.andra.flatMap(foreign)];
  /** Those that a word may begin: with a key hardly more than one word of the question is new.
   * @type {Map<string, Ready[]>} */
  const begun = new Map();
  /** What the last questions say: everybody who answers asks. @type {Map<string, Crisis | null>} */
  const known = new Map();

  /** Does a word stand among those that are written so: "a|b|<group>|begin*"?
   * @param {string} written @returns {Test} */
  function test(written) {
    const all = written.replace(/<([^<>]+)>/g, (_, name) => data.grupper[name]).split("|").filter(Boolean);
    const starts = all.filter((word) => word.endsWith("*")).map((word) => plainWords(word)[0]);
    const whole = new Set(all.filter((word) => !word.endsWith("*")).flatMap(plainWords));
    return (word) => whole.has(word) || starts.some((start) => word.startsWith(start));
  }

  /** @param {Sign} sign @param {Ready["said"]} said @returns {Ready} */
  function ready(sign, said) {
    const [after, before] = [sign.foljs_inte, sign.fore_inte].map((written) => test(written ?? ""));
    return { ...sign, steps: sign.foljd.map(test), after, before, said };
  }

  /** @param {Tongue} tongue @returns {Ready[]} */
  function foreign({ kod, sager, tecken }) {
    const said = { lang: kod, text: sager };
    return Object.entries(tecken).flatMap(([kort, all]) =>
      all.map((written) => ready({ kort, foljd: written.split(" "), mellan: 2 }, said)));
  }

  /** The card that a sign means in this question, "" when it does not stand there.
   * @param {Ready} sign @param {string[]} words */
  function meaning(sign, words) {
    if (words.length > (sign.hela ?? Infinity)) return "";
    for (let at = 0; at < words.length; at++) {
      const found = sign.steps[0](words[at]) ? follow(sign, words, at) : null;
      if (found?.denied) return sign.nekat ?? "";
      if (found) return (isOfOther(words, at, found.end) && sign.annan) || sign.kort;
    }
    return "";
  }

  /** The steps from `at` on, or null. @param {Ready} sign @param {string[]} words @param {number} at */
  function follow(sign, words, at) {
    const earlier = words.slice(Math.max(0, at - LOOK_BACK), at);
    if (earlier.some(sign.before)) return null;
    let denied = !sign.steps.some((step) => step("inte")) && earlier.some(isNo);
    let place = at;
    for (const step of sign.steps.slice(1)) {
      const between = words.slice(place + 1, place + 2 + (sign.mellan ?? BETWEEN));
      const next = between.findIndex(step);
      if (next < 0) return null;
      denied ||= between.slice(0, next).some(isNo);
      place += next + 1;
    }
    return place + 1 < words.length && sign.after(words[place + 1]) ? null : { denied, end: place };
  }

  /** Whom the words tell of: the reader, named between the steps ("vill jag dö"), or the nearest one named before.
   * @param {string[]} words @param {number} at the first step @param {number} end the last one */
  function isOfOther(words, at, end) {
    if (words.slice(at + 1, end).some(isSelf)) return false;
    for (let before = at; before >= 0; before--) {
      if (isSelf(words[before])) return false;
      if (isOther(words[before])) return true;
    }
    return false;
  }

  /** @param {string} text @returns {Crisis | null} */
  function read(text) {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const crisis = readAnew(text);
    known.set(text, crisis);
    return crisis;
  }

  /** @param {string} text @returns {Crisis | null} */
  function readAnew(text) {
    const words = plainWords(text);
    let best = { place: Infinity, said: /** @type {Ready["said"]} */ (null) };
    for (const sign of signsOf(words)) {
      const place = rank.get(meaning(sign, words)) ?? Infinity;
      if (place < best.place) best = { place, said: sign.said };
    }
    const card = data.kort[best.place];
    return card ? shown(card, best.said) : null;
  }

  /** In their order. @param {string[]} words */
  function signsOf(words) {
    const some = new Set(words.flatMap(signsBegun));
    return some.size ? signs.filter((sign) => some.has(sign)) : [];
  }

  /** @param {string} word */
  function signsBegun(word) {
    if (begun.size > WORDS_REMEMBERED) begun.clear();
    const found = begun.get(word) ?? signs.filter(({ steps: [first] }) => first(word));
    begun.set(word, found);
    return found;
  }

  /** @param {Card} card @param {Ready["said"]} said @returns {Crisis} */
  function shown({ id, rubrik, text, linjer, ensamt, lases }, said) {
    const own = linjer.map((line) => /** @type {Line} */ (lines.get(line)));
    return { id, heading: rubrik, text, lines: own, alone: ensamt === true, reads: lases ?? "", said };
  }

  return { read };
}
