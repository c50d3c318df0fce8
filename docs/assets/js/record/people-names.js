// Names of persons in a folded text, certain ones and what may be one: as scripts/katalog/record/people/names.py,
// where each search is explained. Pure.
import { Reading } from "./people-reading.js";
import { isSurname } from "./people-words.js";

/** @typedef {import("./people-words.js").Words} Words */
/** @typedef {[number, number]} Span */

const [MOST_TIES, MOST_SMALL, LONGEST_WORD] = [3, 3, 40];

/** @param {Words} words @param {Record<string, RegExp>} patterns @param {Record<string, RegExp>} whole */
export function makeNameFinder(words, patterns, whole) {
  /** @param {string} text @param {boolean} isAlone @returns {{text: string, isCertain: boolean} | undefined} */
  return (text, isAlone) => {
    if (!isAlone && !alerts(text, words, patterns)) return undefined;
    const r = new Reading(text, words, patterns, whole);
    r.houses = housesIn(r);
    const certain = [full, reversed, runTogether, titled, ...(isAlone ? [lone] : [])];
    const searches = [...certain, askedFor, titleAndName, stranger];
    for (const [index, search] of searches.entries()) {
      for (const [first, last] of search(r)) return { text: r.shown(first, last), isCertain: index < certain.length };
    }
    return undefined;
  };
}

/** @param {string} text @param {Words} words @param {Record<string, RegExp>} patterns */
function alerts(text, words, patterns) {
  const lower = text.toLowerCase().replaceAll("\u0307", ""); // what it makes of İ is two
  if (lower.includes("sson") || lower.includes("sdotter") || text.search(patterns.inre_versal) >= 0) return true;
  const told = (lower.match(patterns.bokstaver) ?? []).flatMap((word) => [word, words.plain.word(word)]);
  if (told.some((word) => words.alerting.has(word))) return true;
  return lower.slice(1) !== text.slice(1) && told.some((word) => words.asking.has(word));
}

/** @param {Reading} r @returns {Generator<Span>} */
function* full(r) {
  for (const names of sequences(r)) if (!r.houses.has(names[0])) yield [names[0], names[names.length - 1]];
}

/** @param {Reading} r */
function housesIn(r) {
  /** @type {Set<number>} */
  const found = new Set();
  for (const names of sequences(r)) {
    if (!isPlaceName(r, names)) continue;
    for (let at = names[0]; at <= names[names.length - 1]; at += 1) found.add(at);
  }
  return found;
}

/** A first name and one surname or more. @param {Reading} r @returns {Generator<number[]>} */
function* sequences(r) {
  for (let at = 0; at < r.length;) {
    const names = r.isFirst(at) ? namesFrom(r, at) : [at];
    if (names.length > 1) yield names;
    at = names[names.length - 1] + 1;
  }
}

/** @param {Reading} r @param {number} at */
function namesFrom(r, at) {
  const names = [at];
  let second = nextName(r, at);
  if (second === null || !isPair(r, at, second)) {
    second = r.surnameAfter(at);
  }
  for (; second !== null; second = nextName(r, second)) names.push(second);
  return names;
}

/** @param {Reading} r @param {number} at @returns {number | null} */
function nextName(r, at) {
  let here = at;
  for (let step = 0; step <= MOST_TIES; step += 1) {
    const isAfterInitial = here > at && r.tokens[here].isInitial;
    if (!r.joins(isAfterInitial ? "efter_initial" : "inom_namn", here)) return null;
    here += 1;
    const isTie = r.words.ties.has(r.tokens[here].folded);
    if (!(isTie || r.tokens[here].isInitial) || (isTie && !r.joins("inom_namn", here))) {
      return r.mayBeSurname(here) ? here : null;
    }
  }
  return null;
}

/** @param {Reading} r @param {number} first @param {number} second */
function isPair(r, first, second) {
  if (r.isSurname(second)) return true;
  const [one, other] = [r.tokens[first], r.tokens[second]];
  if (!one.isCapital || (one.isShout && (!other.isShout || r.isWord(first)))) return false;
  return !r.isStrict(first) || r.isLikeSurname(second);
}

/** @param {Reading} r @param {number[]} names */
function isPlaceName(r, names) {
  if (r.comesAfter(names[0], r.words.before) || r.isPlace(names[1])) return true;
  return names.some((name, index) => {
    if (index === 0 || !(index === 1 || r.isGenitive(name))) return false;
    return r.isOfPlace(name) || (index < names.length - 1 && r.isPlace(names[index + 1]));
  });
}

/** @param {Reading} r @returns {Generator<Span>} */
function* reversed(r) {
  for (let at = 0; at < r.length - 1; at += 1) {
    const first = at + 1;
    if (!r.isSurname(at) || !r.tokens[at].isCapital || !r.joins("efternamn_forst", at)) continue;
    if (!r.isFirst(first) || r.isStrict(first) || r.houses.has(at) || r.houses.has(first)) continue;
    if (r.tokens[first].isCapital && !r.isOfPlace(first)) yield [at, first];
  }
}

/** @param {Reading} r @returns {Generator<Span>} */
function* runTogether(r) {
  for (const [at, { folded }] of r.tokens.entries()) {
    const parts = folded.split("-");
    const isHyphened = parts.length > 1 && r.words.first.has(parts[0]) && isSurname(parts[parts.length - 1], r.words);
    if ((isHyphened || isOneWord(folded, r.words)) && !r.isOfPlace(at) && !r.isPlace(at)) yield [at, at];
  }
}

/** @param {string} folded @param {Words} words */
function isOneWord(folded, words) {
  const letters = [...folded];
  if (letters.length > LONGEST_WORD) return false;
  for (let end = 3; end < letters.length - 5; end += 1) {
    const isFirst = words.first.has(letters.slice(0, end).join(""));
    if (isFirst && words.surnames.has(letters.slice(end).join(""))) return true;
  }
  return false;
}

/** @param {Reading} r @returns {Generator<Span>} */
function* titled(r) {
  for (const [title, at, last] of titledPairs(r)) if (r.joins("inom_namn", at - 1)) yield [title, last];
}

/** @param {Reading} r @returns {Generator<[number, number, number]>} */
function* titledPairs(r) {
  for (const [title, at] of afterTitles(r)) {
    const last = r.mayBeSurname(at) ? nextName(r, at) : null;
    if (last !== null && !r.isBody(at) && !r.isBody(last)) yield [title, at, last];
  }
}

/** @param {Reading} r @param {number} at */
const isTitle = (r, at) => r.words.titles.has(r.tokens[at].folded) || r.words.address.has(r.tokens[at].folded);

/** @param {Reading} r @returns {Generator<Span>} */
function* afterTitles(r) {
  for (let at = 0; at < r.length - 1; at += 1) {
    if (!isTitle(r, at)) continue;
    const isSkipped = r.joins("inom_namn", at) && ["ar", "heter"].includes(r.tokens[at + 1].folded);
    const next = isSkipped ? at + 2 : at + 1;
    if (next < r.length && r.joins("efter_titel", next - 1)) yield [at, next];
  }
}

/** @param {Reading} r @returns {Generator<Span>} */
function* lone(r) {
  if (r.length === 1 && r.isFirst(0) && !r.isStrict(0)) yield [0, 0];
  for (const [at, token] of r.tokens.entries()) {
    if (!token.isCapital || isHouse(r, at)) continue;
    const isLoudWord = token.isShout && r.isWord(at);
    if ((r.isFirst(at) && !r.isStrict(at) && !isLoudWord) || r.isSurname(at)) yield [at, at];
    else if (isInitialled(r, at)) yield [at, at + 1];
  }
}

/** @param {Reading} r @param {number} at */
function isHouse(r, at) {
  if (r.houses.has(at) || r.isPlace(at) || r.isOfPlace(at)) return true;
  if (r.comesAfter(at, r.words.before) || r.comesAfter(at, r.words.beforeOne)) return true;
  if (!r.joins("inom_namn", at)) return false;
  const next = r.tokens[at + 1];
  if (!next.isCapital) return next.folded === "och" && r.houses.has(at + 2);
  return r.isPlace(at + 1) || r.isOfPlace(at + 1) || r.isNumeral(at + 1) || r.words.between.has(next.folded);
}

/** @param {Reading} r @param {number} at */
function isInitialled(r, at) {
  if (!r.tokens[at].isInitial || !r.joins("efter_initial", at)) return false;
  const isDotted = r.text.slice(r.tokens[at].end, r.tokens[at + 1].start).includes(".");
  return r.isSurname(at + 1) || (isDotted && r.mayBeSurname(at + 1) && !r.isBody(at + 1));
}

/** @param {Reading} r @returns {Generator<Span>} */
function* askedFor(r) {
  for (const [at, token] of r.tokens.entries()) {
    for (const phrase of r.words.asked.get(token.folded) ?? []) {
      if (r.says(phrase, at)) yield* somebody(r, at + phrase.length - 1);
    }
  }
}

/** @param {Reading} r @param {number} asked @returns {Generator<Span>} */
function* somebody(r, asked) {
  let [at, isTitled] = [asked, false];
  for (let step = 0; step <= MOST_SMALL; step += 1) {
    if (!r.joins("efter_titel", at) && !r.joins("efternamn_forst", at)) return;
    at += 1;
    if (isTitle(r, at)) isTitled = true;
    else if (r.tokens[at].isCapital || !r.words.small.has(r.tokens[at].folded)) break;
  }
  const last = personAt(r, at, isTitled);
  if (last !== null) yield [at, last];
}

/** @param {Reading} r @param {number} at @param {boolean} isTitled @returns {number | null} */
function personAt(r, at, isTitled) {
  const token = r.tokens[at];
  if (isHouse(r, at) || r.words.notSurnames.has(token.folded)) return null;
  if (isInitialled(r, at)) return at + 1;
  const isName = r.isFirst(at) || (token.isCapital && r.isGenitiveFirst(at));
  if (isName && !r.isStrict(at) && !(r.isWord(at) && (token.isShout || !token.isCapital))) return at;
  return r.isSurname(at) || (isTitled && r.mayBeSurname(at) && !r.isBody(at)) ? at : null;
}

/** @param {Reading} r @returns {Generator<Span>} */
function* titleAndName(r) {
  for (const [title, , last] of titledPairs(r)) yield [title, last];
  for (const [title, at] of afterTitles(r)) {
    const isOurs = title > 0 && ["var", "vara", "vart", "er"].includes(r.tokens[title - 1].folded);
    const isAddressed = r.words.address.has(r.tokens[title].folded);
    const last = r.tokens[at].isCapital ? personAt(r, at, isOurs || isAddressed) : null;
    if (last !== null) yield [title, last];
  }
}

/** @param {Reading} r @returns {Generator<Span>} */
function* stranger(r) {
  for (let at = 0; at < r.length - 1; at += 1) {
    const [token, next] = [r.tokens[at], at + 1];
    if (!token.isCapital || !r.tokens[next].isCapital || !r.isSurname(next) || isHouse(r, next)) continue;
    const isInitialed = token.isInitial && r.joins("efter_initial", at);
    const isNamed = r.joins("inom_namn", at) && r.mayBeSurname(at) && !r.isBody(at) && !token.isShout;
    if ((isInitialed || isNamed) && !isHouse(r, at)) yield [at, next];
  }
}
