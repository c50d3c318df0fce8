// Text -> words as the search compares them. The browser's half of scripts/katalog/browser/fold.py: both read the same
// statement of endings, spellings and letters, and tests/cases/sok/ord.json proves that they agree. No DOM.

/** `osynligt` is what stands between the brackets of a pattern.
 * @typedef {{osynligt: string, stavning: [string, string][], bokstaver: [string, string][],
 *   utan_prickar: [string, string][], andelser: [string, string, number][], dubbeltecknas_inte: string}} Language */

const WORD = /[0-9a-zà-öø-ÿ]+/g;

/** The functions of one language.
 * @param {Language} language */
export function makeWords(language) {
  const letters = new Map(language.bokstaver);
  const bare = new Map(language.utan_prickar);
  const stems = new Map();
  /** Endings in order by their last letter. @type {Map<string | undefined, Language["andelser"]>} */
  const endings = new Map();
  for (const one of language.andelser) {
    const last = one[0].at(-1);
    endings.set(last, [...(endings.get(last) ?? []), one]);
  }

  const [oddLetters, dotted] = [letters, bare].map((map) => new RegExp(`[${[...map.keys()].join("")}]`, "g"));
  const invisible = new RegExp(`[${language.osynligt}]`, "gu");
  const oddSpelling = new RegExp(language.stavning.map(([written]) => written).join("|"));
  /** @param {string} text */
  const plain = (text) => text.replace(dotted, (letter) => bare.get(letter) ?? letter);
  /** @param {string} word */
  const undouble = (word) =>
    word.length > 3 && word.at(-1) === word.at(-2) && language.dubbeltecknas_inte.includes(word.slice(-1))
      ? word.slice(0, -1)
      : word;

  /** The folded words of a text, in order; a ligature or a wide letter is the letters it stands for. What nobody
   * sees (a soft hyphen) parts no word. @param {string} text @returns {string[]} */
  const words = (text) => folded(text).match(WORD) ?? [];

  /** The words of each line: many lines at once cost a tenth of one by one. @param {string} text */
  const lines = (text) => folded(text).split("\n").map((line) => line.match(WORD) ?? []);

  /** @param {string} text */
  function folded(text) {
    const seen = text.replace(invisible, "").normalize("NFKC").toLowerCase();
    let lowered = seen.replace(oddLetters, (letter) => letters.get(letter) ?? letter);
    if (oddSpelling.test(lowered)) {
      for (const [written, meant] of language.stavning) lowered = lowered.replaceAll(written, meant);
    }
    return lowered;
  }

  /** @param {string} word */
  function cut(word) {
    for (const [ending, instead, least] of endings.get(word.at(-1)) ?? []) {
      if (word.endsWith(ending) && word.length - ending.length >= least) {
        return plain(undouble(word.slice(0, word.length - ending.length)) + instead);
      }
    }
    return plain(undouble(word));
  }

  /** A folded word without its ending, in plain letters. @param {string} word @returns {string} */
  function stem(word) {
    let found = stems.get(word);
    if (found === undefined) stems.set(word, (found = cut(word)));
    return found;
  }

  return { words, lines, plain, stem };
}

/** Words that mean the same, both ways, by stem. @param {[string, string][]} pairs
 * @param {ReturnType<typeof makeWords>} language */
export function makeAlike(pairs, language) {
  /** @type {Map<string, string[]>} */
  const alike = new Map();
  for (const pair of pairs) {
    const [a, b] = pair.map((word) => language.stem(language.words(word)[0]));
    alike.set(a, [...(alike.get(a) ?? []), b]);
    alike.set(b, [...(alike.get(b) ?? []), a]);
  }
  return alike;
}

const MAX_LETTERS = 64;
// Rows of the table of steps, used again and again: a misspelt word is held against thousands.
const rows = [0, 1, 2].map(() => new Uint8Array(MAX_LETTERS + 1));

/** Edit distance (insert, delete, replace, swap two neighbours) if at most `limit`, else `limit + 1`. Words of more
 * than 64 letters are near nothing. @param {string} a @param {string} b @param {number} limit @returns {number} */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit || b.length > MAX_LETTERS) return limit + 1;
  let [before, previous, row] = rows;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(a, b, i, before, previous, row) > limit) return limit + 1;
    [before, previous, row] = [previous, row, before];
  }
  return previous[b.length];
}

/** The steps from the first `i` letters of `a` to each beginning of `b`; returns the fewest.
 * @param {string} a @param {string} b @param {number} i @param {Uint8Array} before @param {Uint8Array} previous
 * @param {Uint8Array} row */
function fillRow(a, b, i, before, previous, row) {
  let least = (row[0] = i);
  for (let j = 1; j <= b.length; j++) {
    const same = a[i - 1] === b[j - 1] ? 0 : 1;
    let cost = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + same);
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
    row[j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
