// What the data knows of single words: which name something, which are small, which are ordinary Swedish. No DOM.

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./matches.js").Words} Words */
/** @typedef {ReturnType<typeof makeLexicon>} Lexicon */

const NAME = 1; // the bit of a record's name among its parts
const MIN_NAME = 4;
const MIN_PART = 6; // letters of a name that may be a part of a word written together

/** @param {Index} index @param {Words} language */
export function makeLexicon(index, language) {
  const common = new Set(index.vanliga);
  const commonStems = new Set(index.vanliga.map(language.stem));
  const alike = new Set(index.liktydigt.flat().flatMap(language.words).map(language.stem));
  const elsewhere = new Set(index.annat);
  const negating = new Set(index.nekande);
  const leading = new Map(index.likord.flatMap((group) => group.map((stem) => [stem, group[0]])));

  /** The stem that stands for all that mean the same in a need. @param {string} stem */
  const same = (stem) => leading.get(stem) ?? stem;

  const needStems = new Set([...index.phrases.keys()].flatMap((key) => key.split(" ")).filter((stem) => stem[0] !== "="));
  const wholeStems = once(() => new Set(index.words.map(language.stem)));
  const concepts = once(() => new Set(index.words.filter((_, at) => index.links[at] !== "")));
  const partStems = once(() => new Set(namingWords(MIN_PART).map(language.stem)));

  /** Words that stand in a name, of a concept or of a record. @param {number} least letters of the latter */
  function namingWords(least = MIN_NAME) {
    return index.words.filter((word, at) => index.links[at] !== "" || (word.length >= least && isName(at)));
  }

  /** @param {number} word */
  function isName(word) {
    const end = index.partStarts[word + 1] ?? index.postingCount;
    for (let at = index.partStarts[word]; at < end; at++) if (index.partsAt(at) & NAME) return true;
    return false;
  }

  /** @param {string} word */
  const isFiller = (word) => index.fillers.has(word);
  /** An ordinary word of all Swedish: it is never corrected, and alone it carries no answer. @param {string} word */
  const isCommon = (word) => common.has(word) || (commonStems.has(language.stem(word)) && !isNaming(word));
  /** Does it name a concept just as it is written? @param {string} word */
  const isNaming = (word) => concepts().has(word);
  /** Something that people ask about and that this catalogue does not hold. @param {string} word */
  const isElsewhere = (word) => elsewhere.has(language.stem(word));
  /** @param {string} word */
  const isNegating = (word) => negating.has(word);
  /** @param {string} word */
  const isNeed = (word) => needStems.has(same(language.stem(word)));
  /** @param {string} word */
  const isKnown = (word) =>
    alike.has(language.stem(word)) || isFiller(word) || isNegating(word) || isCommon(word) || isElsewhere(word) || isNeed(word) || /^\d+$/.test(word);
  /** Does it stand as a whole word in the index, or in a need? @param {string} word */
  const isWhole = (word) => wholeStems().has(language.stem(word)) || isNeed(word);
  /** May it be a part of a word written together? @param {string} word */
  const isPart = (word) => partStems().has(language.stem(word)) || isNeed(word) || isCommon(word) || isElsewhere(word);

  /** What a misspelt word may have meant: what names something, then what a need is told with. */
  const candidates = once(() => [...new Set([...namingWords(), ...index.behovsord])]);

  return { same, isFiller, isCommon, isElsewhere, isNegating, isNaming, isKnown, isWhole, isPart, candidates };
}

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}
