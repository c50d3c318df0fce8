// Text -> words as the search compares them. The browser's half of scripts/katalog/fold.py: both read the same
// statement of endings, spellings and letters, and tests/cases/sok/ord.json proves that they agree. No DOM.

/** @typedef {{stavning: [string, string][], bokstaver: [string, string][], utan_prickar: [string, string][],
 *   andelser: [string, string, number][], dubbeltecknas_inte: string}} Language */

const WORD = /[0-9a-zà-öø-ÿ]+/g;

/** The functions of one language.
 * @param {Language} language */
export function makeWords(language) {
  const letters = new Map(language.bokstaver);
  const bare = new Map(language.utan_prickar);
  const stems = new Map();

  const [oddLetters, dotted] = [letters, bare].map((map) => new RegExp(`[${[...map.keys()].join("")}]`, "g"));
  const oddSpelling = new RegExp(language.stavning.map(([written]) => written).join("|"));
  /** @param {string} text */
  const plain = (text) => text.replace(dotted, (letter) => bare.get(letter) ?? letter);
  /** @param {string} word */
  const undouble = (word) =>
    word.length > 3 && word.at(-1) === word.at(-2) && language.dubbeltecknas_inte.includes(word.slice(-1))
      ? word.slice(0, -1)
      : word;

  /** The folded words of a text, in order. @param {string} text @returns {string[]} */
  function words(text) {
    let lowered = text.normalize("NFC").toLowerCase().replace(oddLetters, (letter) => letters.get(letter) ?? letter);
    if (oddSpelling.test(lowered)) {
      for (const [written, meant] of language.stavning) lowered = lowered.replaceAll(written, meant);
    }
    return lowered.match(WORD) ?? [];
  }

  /** @param {string} word */
  function cut(word) {
    for (const [ending, instead, least] of language.andelser) {
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

  return { words, plain, stem };
}

/** Words that mean the same, both ways, by stem. @param {[string, string][]} pairs @param {ReturnType<typeof makeWords>} language */
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

/** Edit distance (insert, delete, replace, swap two neighbours) if at most `limit`, else `limit + 1`.
 * @param {string} a @param {string} b @param {number} limit @returns {number} */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, previous] = [/** @type {number[]} */ ([]), Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, previous] = [previous, row];
  }
  return previous[b.length];
}
