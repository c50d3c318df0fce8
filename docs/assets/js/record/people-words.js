// The word lists about people, ready to look up in, and the folding of a text, from the data that comes with the page:
// as scripts/katalog/record/people/plain.py and words.py. Pure.

/** @typedef {import("./types.js").PeopleData} PeopleData */
/** @typedef {Map<string, string[][]>} Phrases by their first word */
/** @typedef {ReturnType<typeof makeWords>} Words */

/** @param {PeopleData} data */
export function makeWords(data) {
  const plain = makePlain(data);
  const folded = (/** @type {string[]} */ list) => new Set(list.map(plain.word));
  const [first, surnames, address] = [data.fornamn, data.efternamn, data.tilltal].map(folded);
  const titles = new Set([...folded(data.titlar)].flatMap((title) => data.titelslut.map((ending) => title + ending)));
  const asked = phrases(data.efter, plain.word);
  const names = [...first, ...surnames];
  const askers = [...asked.keys()].map((word) => word.split(":")[0]);
  return {
    plain, first, surnames, address, titles, asked,
    strict: folded(data.fornamn_strikta), common: folded(data.fornamn_ord),
    surnameEndings: data.efternamn_slut, sure: data.efternamn_sakra, ties: folded(data.namnled),
    small: folded(data.smaord), places: data.platsord, placesAfterS: data.platsord_efter_s,
    placeEndings: data.platsslut, firms: new Set(data.foretagsord), before: folded(data.fore),
    beforeOne: folded(data.fore_ensam), between: folded(data.mellan), notSurnames: folded(data.inte_efternamn),
    bodies: folded(data.verksamhetsord), functions: [...folded(data.funktionsord)].sort(),
    accepted: phrases(data.godkanda, plain.word),
    alerting: new Set([...names, ...names.map((name) => `${name}s`)]),
    asking: new Set([...titles, ...address, ...askers]),
  };
}

/** @param {string[]} texts @param {(word: string) => string} fold @returns {Phrases} */
function phrases(texts, fold) {
  /** @type {Phrases} */
  const found = new Map();
  for (const phrase of texts.map((text) => fold(text).split(" "))) {
    found.set(phrase[0], [...(found.get(phrase[0]) ?? []), phrase]);
  }
  return found;
}

/** @param {PeopleData} data */
function makePlain(data) {
  const swaps = data.tecken.map(([pattern, to]) => /** @type {const} */ ([new RegExp(pattern, "gu"), to]));
  const digits = new Map([...data.nollor].flatMap((zero) => {
    const start = /** @type {number} */ (zero.codePointAt(0));
    return Array.from({ length: 10 }, (_, value) => [String.fromCodePoint(start + value), String(value)]);
  }));
  const digit = new RegExp(`[${[...digits.keys()].join("")}]`, "gu");
  /** @param {string} letter */
  const asLatin = (letter) => data.bokstaver[letter] ?? letter;
  /** @param {string} letter */
  const bare = (letter) => [...letter.normalize("NFKD").replace(/\p{Mn}/gu, "")].map(asLatin).join("");
  return {
    /** NFKC, then one spelling of every separator and digit. @param {string} text */
    text(text) {
      const swapped = swaps.reduce((now, [pattern, to]) => now.replace(pattern, to), text.normalize("NFKC"));
      return swapped.replace(digit, (found) => digits.get(found) ?? found);
    },
    /** Lower case without accents, and letters that look Latin as those. @param {string} word */
    word(word) {
      return [...word.toLowerCase()].map((letter) => data.bokstaver[letter] ?? bare(letter)).join("");
    },
  };
}

/** A surname and nothing else: common ones, and all that end in -sson; the genitive too.
 * @param {string} folded @param {Words} words */
export function isSurname(folded, words) {
  if (words.surnames.has(folded) || (folded.endsWith("s") && words.surnames.has(folded.slice(0, -1)))) return true;
  return [...folded].length >= words.sure.minst && endsInOne(folded, words.sure.slut);
}

/** @param {string} text @param {string[]} endings */
export const endsInOne = (text, endings) => endings.some((ending) => text.endsWith(ending));

/** @param {string} text */
export const withoutS = (text) => text.replace(/s$/, "");
