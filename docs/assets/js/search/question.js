// A question -> its units: phrases that the data knows, else single words; filler words drop away. No DOM.

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./matches.js").Token} Token */
/** @typedef {import("./matches.js").Words} Words */
/** `said`: how the reader wrote it, when `tokens` do not tell.
 * @typedef {{tokens: Token[], phrase?: import("./index.js").Phrase, said?: string}} Unit */

const MAX_PHRASE = 6;
const MAX_UNITS = 30; // the ranking keeps one bit for each

/** @param {Index} index @param {Words} language */
export function makeReader(index, language) {
  /** The tokens of a question. @param {string} text @returns {Token[]} */
  const tokenise = (text) => language.words(text).map((word) => ({ word, stem: language.stem(word) }));

  /** @param {Token[]} tokens */
  function content(tokens) {
    const kept = tokens.filter((token) => !index.fillers.has(token.word));
    return kept.length ? kept : tokens;
  }

  /** Longest phrases first, from the left; what no phrase takes is a unit of its own.
   * @param {Token[]} tokens @returns {Unit[]} */
  function segment(tokens) {
    const units = /** @type {Unit[]} */ ([]);
    for (let at = 0; at < tokens.length; ) {
      let length = Math.min(MAX_PHRASE, tokens.length - at);
      let phrase;
      for (; length > 0; length--) {
        const part = tokens.slice(at, at + length);
        phrase = index.phrases.get(part.map((token) => token.stem).join(" "));
        if (phrase) break;
      }
      length = Math.max(length, 1);
      units.push({ tokens: tokens.slice(at, at + length), phrase });
      at += length;
    }
    return units;
  }

  /** Phrases of filler words only ("hela landet") are looked for in the question as it was written.
   * @param {Token[]} tokens @returns {Unit[]} */
  function cut(tokens) {
    const raw = segment(tokens).filter((unit) => unit.phrase && unit.tokens.length > 1);
    const meaty = segment(content(tokens));
    const isWithin = (/** @type {Unit} */ unit, /** @type {Unit} */ other) =>
      unit.tokens.every((token) => other.tokens.includes(token));
    const longer = raw.filter((unit) => !meaty.some((other) => other.phrase && isWithin(unit, other)));
    return [...longer, ...meaty.filter((unit) => !longer.some((other) => isWithin(unit, other)))];
  }

  /** A phrase may stand for another question. @param {Unit} unit @returns {Unit[]} */
  function reread(unit) {
    const reads = unit.phrase?.lases ?? [];
    return reads.length ? reads.flatMap((text) => segment(tokenise(text))) : [unit];
  }

  /** @param {Unit[]} units */
  function distinct(units) {
    const key = (/** @type {Unit} */ unit) => unit.tokens.map((token) => token.stem).join(" ");
    return [...new Map(units.map((unit) => [key(unit), unit])).values()];
  }

  /** @param {string} text @returns {Unit[]} */
  const readUnits = (text) => distinct(cut(tokenise(text)).flatMap(reread)).slice(0, MAX_UNITS);

  return { tokenise, readUnits };
}
