// A folded text -> its words, and what each of them is: as scripts/katalog/record/people/reading.py. Pure.
import { endsInOne, isSurname, withoutS } from "./people-words.js";

/** @typedef {import("./people-words.js").Words} Words */
/** @typedef {{text: string, folded: string, start: number, end: number, isCapital: boolean, isShout: boolean,
 *   isInitial: boolean}} Token */

const SHORT_SHOUT = 5; // letters: so long may an abbreviation be

/** @param {string} text @param {Words} words @param {RegExp} word @returns {Token[]} */
function tokensOf(text, words, word) {
  return [...text.matchAll(word)].map((match) => {
    const length = [...match[0]].length;
    const isCapital = match[0].split(/[-']/).some((part) => /^\p{Lu}/u.test(part));
    return {
      text: match[0], folded: words.plain.word(match[0]).replace(/:s$/, ""), start: match.index,
      end: match.index + match[0].length, isCapital, isShout: length > 1 && match[0] === match[0].toUpperCase(),
      isInitial: length === 1 && isCapital,
    };
  });
}

/** One text, read as words. Positions are indexes of words. */
export class Reading {
  /** @param {string} text @param {Words} words @param {Record<string, RegExp>} patterns `whole`: of all of a gap
   * @param {Record<string, RegExp>} whole */
  constructor(text, words, patterns, whole) {
    this.text = text;
    this.words = words;
    this.whole = whole;
    this.tokens = tokensOf(text, words, patterns.ord);
    this.length = this.tokens.length;
    /** The words of places' names; `people-names.js` finds them first. @type {Set<number>} */
    this.houses = new Set();
    this.accepted = this.acceptedWords();
  }

  acceptedWords() {
    /** @type {Set<number>} */
    const found = new Set();
    for (const [at, token] of this.tokens.entries()) {
      for (const phrase of this.words.accepted.get(token.folded) ?? []) {
        if (this.says(phrase, at)) phrase.forEach((_, index) => found.add(at + index));
      }
    }
    return found;
  }

  /** These words stand here, the last perhaps in the genitive. @param {string[]} phrase @param {number} at */
  says(phrase, at) {
    const told = this.tokens.slice(at, at + phrase.length).map((token) => token.folded);
    if (told.length !== phrase.length) return false;
    const last = phrase.length - 1;
    return phrase.every((word, index) =>
      (index < last ? told[index] === word : [word, withoutS(word)].includes(withoutS(told[index]))));
  }

  /** @param {string} kind @param {number} at */
  joins(kind, at) {
    if (at < 0 || at >= this.length - 1) return false;
    return this.whole[kind].test(this.text.slice(this.tokens[at].end, this.tokens[at + 1].start));
  }

  /** @param {number} first @param {number} last */
  shown(first, last) {
    return this.text.slice(this.tokens[first].start, this.tokens[last].end);
  }

  /** @param {number} at */
  partsOf(at) {
    return this.tokens[at].folded.split("-");
  }

  /** @param {number} at */
  isFirst(at) {
    return !this.accepted.has(at) && this.partsOf(at).some((part) => this.words.first.has(part));
  }

  /** @param {number} at */
  isGenitiveFirst(at) {
    const { folded } = this.tokens[at];
    const bare = withoutS(folded);
    const isKnown = bare !== folded && this.words.first.has(bare) && !this.words.strict.has(bare);
    return isKnown && !this.accepted.has(at);
  }

  /** @param {number} at */
  isStrict(at) {
    const known = this.partsOf(at).filter((part) => this.words.first.has(part));
    return known.length > 0 && known.every((part) => this.words.strict.has(part));
  }

  /** @param {number} at */
  isWord(at) {
    const { folded } = this.tokens[at];
    return this.words.common.has(folded) || this.words.strict.has(folded);
  }

  /** @param {number} at */
  isSurname(at) {
    return !this.accepted.has(at) && this.partsOf(at).some((part) => isSurname(part, this.words));
  }

  /** A known surname that stands near, perhaps past one word or two set apart: `Lena (Lelle) Karlsson`.
   * @param {number} at @returns {number | null} */
  surnameAfter(at) {
    const last = this.joins("smeknamn_slut", at + 1) ? at + 1 : at + 2;
    const isApart = this.joins("smeknamn", at) && this.joins("smeknamn_slut", last);
    if (isApart && this.isSurname(last + 1) && (last === at + 1 || this.joins("inom_namn", at + 1))) return last + 1;
    return this.joins("losare", at) && this.isSurname(at + 1) ? at + 1 : null;
  }

  /** @param {number} at */
  isLikeSurname(at) {
    const folded = withoutS(this.tokens[at].folded);
    return this.isSurname(at) || ([...folded].length > 4 && endsInOne(folded, this.words.surnameEndings));
  }

  /** @param {number} at */
  mayBeSurname(at) {
    const { folded, text, isCapital } = this.tokens[at];
    if (this.accepted.has(at) || !isCapital || [...text].length < 2) return false;
    return !this.words.notSurnames.has(folded) && !this.words.bodies.has(folded) && !this.isNumeral(at);
  }

  /** @param {number} at */
  isNumeral(at) {
    return this.whole.romersk.test(this.tokens[at].text);
  }

  /** @param {number} at */
  isGenitive(at) {
    return /[sxz]$/.test(this.tokens[at].text.toLowerCase());
  }

  /** @param {number} at */
  isPlace(at) {
    const lower = this.tokens[at].text.toLowerCase();
    const { placeEndings, places, firms } = this.words;
    return endsInOne(withoutS(lower), placeEndings) || places.includes(lower) || firms.has(lower);
  }

  /** What follows makes it a place's name: `Nymans plats`, `Maria kyrka`. @param {number} at */
  isOfPlace(at) {
    if (!this.joins("inom_namn", at)) return false;
    const next = this.words.between.has(this.tokens[at + 1].folded) ? at + 2 : at + 1;
    if (!this.joins("inom_namn", next - 1)) return false;
    const token = this.tokens[next];
    const lower = token.text.toLowerCase();
    const endsIn = (/** @type {string[]} */ list) => endsInOne(lower, list) || endsInOne(withoutS(lower), list);
    const isNamed = this.isGenitive(at);
    if (endsIn(this.words.places)) return isNamed || token.isCapital || !this.isSurname(at);
    if (endsIn(this.words.placesAfterS)) return isNamed;
    return token.isCapital && this.words.firms.has(lower);
  }

  /** Part of an organisation's or a place's name. @param {number} at */
  isBody(at) {
    const { folded, isShout, text } = this.tokens[at];
    if (this.accepted.has(at) || this.houses.has(at)) return true;
    if (this.words.bodies.has(folded) || this.words.notSurnames.has(folded)) return true;
    if (isShout && [...text].length <= SHORT_SHOUT) return true;
    if (this.isGenitive(at) && !this.isFirst(at) && !this.isSurname(at)) return true;
    return this.isPlace(at) || this.isOfPlace(at);
  }

  /** @param {number} at @param {Set<string>} kind */
  comesAfter(at, kind) {
    const here = at > 2 && this.tokens[at - 1].folded === "och" ? at - 2 : at;
    return this.joins("inom_namn", here - 1) && kind.has(this.tokens[here - 1].folded);
  }
}
