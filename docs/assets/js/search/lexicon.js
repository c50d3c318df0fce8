// What the data knows of single words: which name something, which are small, which are ordinary Swedish. No DOM.

import { once } from "../core/once.js";
import { leadingStems, smallAs } from "./phrases.js";
import { makeWritten } from "./written.js";

/** @typedef {import("./index.js").Readable} Index */
/** @typedef {import("./matches.js").Words} Words */
/** @typedef {ReturnType<typeof makeLexicon>} Lexicon */

const TITLE_PART = "titeldel";
const [NAME, TELLS] = [1, 2]; // the bits of a record's name and of what one does there among its parts
const MIN_NAME = 4;
const MIN_TOLD = 6; // letters of a word that only tells what one does
const MIN_BEGUN = 3;
const MIN_LOOSE = 4; // letters of such a part that names no concept
const MIN_PART = 6; // letters of a name that may be a part of a word written together
const AS_WRITTEN = "="; // before the stems of a phrase that counts only as it stands
const NUMBER = /^\d+$/;

/** @param {Index} index @param {Words} language
 * @param {ReturnType<typeof import("./matches.js").makeMatcher>} matcher */
export function makeLexicon(index, language, matcher) {
  const stems = (/** @type {string[]} */ words) => new Set(words.map(language.stem));
  const kinds = Object.keys(index.vikter.sorter);
  const written = makeWritten(index, language);
  const titlePart = kinds.indexOf(TITLE_PART);
  const common = new Set(index.vanliga);
  const commonStems = stems(index.vanliga);
  const elsewhere = new Set(index.annat);
  const errands = new Set(index.ihop);
  const away = new Set(index.bort.flatMap(written.formsOf));
  const negating = new Set(index.nekande);
  const heads = new Set(index.efterled);
  const alike = stems(index.liktydigt.flat().flatMap(language.words));
  const leading = leadingStems(index.likord);
  const needStems = new Set([...index.phrases.keys()].flatMap((key) => key.split(" ")).filter(isLoose));
  const said = new Set(index.behovsord);
  const concepts = once(() => new Set(index.words.filter((_, at) => isConcept(at))));
  const partStems = once(() => stems(namingWords(MIN_PART)));

  /** Words that stand in a name, of a concept or of a record. @param {number} least letters of the latter */
  function namingWords(least) {
    return index.words.filter((word, at) => isConcept(at) || (word.length >= least && isName(at)));
  }

  /** Does it name a concept, and not only with other words? @param {number} word */
  const isConcept = (word) => index.links[word].some((number) => number % kinds.length !== titlePart);

  /** @param {number} word @param {number} parts their bits */
  function standsIn(word, parts) {
    const end = index.starts[word + 1];
    for (let at = index.starts[word]; at < end; at++) if (index.masks[at] & parts) return true;
    return false;
  }

  const isName = (/** @type {number} */ word) => standsIn(word, NAME);

  /** Concepts that a unit names in whole words. @param {import("./question.js").Unit} unit @returns {number[]} */
  function namedBy({ tokens, phrase }) {
    const whole = tokens.length > 1 ? [] : matcher.matches(tokens[0])
      .filter(([at, quality]) => quality >= index.vikter.hel_fran && isConcept(at));
    const linked = whole.flatMap(([at]) => index.links[at].map((number) => Math.floor(number / kinds.length))
      .filter((concept) => !written.isStrict(concept) || written.isForm(tokens[0], index.words[at])));
    return [...(phrase?.begrepp.map(([concept]) => concept) ?? []), ...linked];
  }

  /** Is it the beginning of a name, and no word of its own? @param {string} word */
  const isBegun = (word) => word.length >= MIN_BEGUN && !isFiller(word) &&
    !isCommon(word) && !matcher.isWord(word) && matcher.beginningWith(word).some(isName);

  /** @param {string} word */
  const formOf = (word) => `${word.slice(0, MIN_BEGUN)} ${language.stem(word)}`;
  /** The stem that stands for all that mean the same in a need. @param {string} stem */
  const same = (stem) => leading.get(stem) ?? stem;
  /** @param {string} word */
  const isFiller = (word) => index.fillers.has(word);
  /** @param {string} word */
  const isNegating = (word) => negating.has(word);
  /** How ordinary words that name a concept begin, and their stems. */
  const ordinary = once(() => new Set(index.vanliga.filter(isNaming).map(formOf)));
  /** Does it name a concept just as it is written? @param {string} word */
  const isNaming = (word) => concepts().has(word);
  /** Or is it an ordinary word that does, in another form: "kompisar", though not "fredags"?
   * @param {string} word */
  const isNamingForm = (word) => isNaming(word) || (!word.endsWith("s") && ordinary().has(formOf(word)));
  /** An ordinary word of all Swedish: it is never corrected, and alone it carries no answer. @param {string} word */
  const isCommon = (word) => common.has(word) || (commonStems.has(language.stem(word)) && !isNamingForm(word));
  /** Something that people ask about and that this catalogue does not hold. @param {string} word */
  const isElsewhere = (word) => elsewhere.has(word) || elsewhere.has(language.stem(word)) || errands.has(word);
  /** Is it such a thing in several words, written together? @param {string} word */
  const isErrand = (word) => errands.has(word);
  /** A town that this catalogue does not reach. @param {string} word */
  const isAway = (word) => away.has(word);
  /** @param {string} word */
  const isNeed = (word) => needStems.has(same(language.stem(word)));
  /** @param {string} word */
  const isKnown = (word) =>
    [isFiller, isNegating, isCommon, isElsewhere, isAway, isNeed].some((is) => is(word)) || NUMBER.test(word) ||
    alike.has(language.stem(word));
  /** Does it stand as a whole word in the index, or in a need? @param {string} word */
  const isWhole = (word) => isNeed(word) || matcher.holds({ word, stem: language.stem(word) });
  /** Last in a word written together, does it say only that one meets, where or when? @param {string} word */
  const isHead = (word) => heads.has(word);
  /** @param {string} word */
  const isShort = (word) => index.short.has(word);
  /** @param {string} word */
  const isExact = (word) => isNaming(word) || common.has(word) || isFiller(word);
  /** May it be a part of a word written together? @param {string} word */
  function isPart(word) {
    if (word.length < MIN_LOOSE) return isNaming(word) || said.has(word);
    return [isNeed, isCommon, isElsewhere].some((is) => is(word)) || partStems().has(language.stem(word));
  }

  const toldWords = () => index.words.filter((word, at) => word.length >= MIN_TOLD && standsIn(at, TELLS));
  /** What a misspelt word may have meant: what names something, then what a need or a record is told with. */
  const candidates = once(() => [...new Set([...namingWords(MIN_NAME), ...index.behovsord, ...toldWords()])]);

  return {
    isBegun, isFiller, isNegating, isNaming, isNamingForm, isCommon, isElsewhere, isAway, isKnown, isWhole, isPart,
    isErrand, isHead, isShort, isExact, same, small: smallAs(leading, language), namedBy, candidates,
  };
}

/** @param {string} stem */
const isLoose = (stem) => !stem.startsWith(AS_WRITTEN);
