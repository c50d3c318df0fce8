// Tokens -> the phrases that they say, in any order and with near synonyms: "hjälper mig på jobbet" is known by its
// words, not as a string. No DOM.

/** @typedef {import("./index.js").Readable} Index */
/** @typedef {import("./index.js").Phrase} Phrase */
/** @typedef {import("./matches.js").Token} Token */
/** `at` are places among the tokens, in order; `isUnwanted`: the reader does not want it.
 * @typedef {{phrase: Phrase, at: number[], span: number, isUnwanted?: boolean}} Found */

const NEED_GAP = 5; // other words that may stand between those of a need
const PAIR_GAP = 4; // and between those of a need of two words
const NAME_GAP = 1; // and between those of a name
const DENIED_GAP = 3; // and where one of them denies: it denies what stands near
const AS_WRITTEN = "="; // before the stems of a phrase that counts only as it stands

/** @param {Index} index
 * @param {Pick<import("./lexicon.js").Lexicon, "same" | "small">} lexicon the one that stands for all that mean it, of
 * stems and of small words */
export function makeNeeds(index, { same, small }) {
  const { fillers } = index;
  const denying = same(index.language.stem(index.nekande[0]));
  const parting = new Set(index.nekgrans);
  const lifting = new Set(index.nekundantag);
  const [refusing, wishing] = index.ovilja.map((words) => new Set(words));
  const determining = new Set(index.bestammer);
  const patterns = [...index.phrases].map(([key, phrase]) => readPattern(key, phrase))
    .filter(({ slots }) => slots.length > 1);
  /** @type {Map<string, number[]>} */
  const bySlot = new Map();
  patterns.forEach(({ slots }, number) => {
    for (const slot of new Set(slots)) bySlot.set(slot, [...(bySlot.get(slot) ?? []), number]);
  });

  /** Phrases that stand in the question, the longest and closest first, none of whose words another has taken.
   * @param {Token[]} tokens @returns {Found[]} */
  function find(tokens) {
    const places = placesOf(tokens);
    const clauses = clausesOf(tokens);
    const found = complete(places).flatMap((number) => locate(patterns[number], places))
      .filter(({ phrase, at, span }) => !isDenied(tokens, at) || phrase.text ||
        (clauses[at[0]] === clauses[at[at.length - 1]] && span <= at.length + DENIED_GAP &&
          !isDeterminer(tokens, at[at.length - 1])));
    found.sort((a, b) => b.at.length - a.at.length || Number(isLoose(a)) - Number(isLoose(b)) ||
      Number(a.phrase.text) - Number(b.phrase.text) || a.span - b.span);
    const taken = new Set();
    return found.filter(({ at }) => {
      if (at.some((place) => taken.has(place))) return false;
      at.forEach((place) => taken.add(place));
      return true;
    }).map((one) => ({ ...one, isUnwanted: isUnwanted(tokens, one.at[0], taken) }));
  }

  /** Does a denial right before refuse what begins at `place`: "vill inte träffa folk", "slipper prata om mig"?
   * @param {Token[]} tokens @param {number} place @param {Set<number>} taken */
  function isUnwanted(tokens, place, taken) {
    let at = place - 1;
    while (at >= 0 && (fillers.has(tokens[at].word) || wishing.has(tokens[at].word))) at--;
    const word = tokens[at]?.word;
    if (!word || taken.has(at) || same(tokens[at].stem) !== denying || lifting.has(tokens[at + 1].word)) return false;
    return refusing.has(word) || [at - 1, at + 1].some((beside) => wishing.has(tokens[beside]?.word));
  }

  /** @param {Token[]} tokens @returns {Map<string, number[]>} */
  function placesOf(tokens) {
    const places = new Map();
    tokens.forEach(({ word, stem }, at) => {
      if (same(stem) === denying && lifting.has(tokens[at + 1]?.word)) return; // "inte bara" denies nothing
      for (const key of fillers.has(word) ? [AS_WRITTEN + small(word)] : [AS_WRITTEN + stem, same(stem)]) {
        places.set(key, [...(places.get(key) ?? []), at]);
      }
    });
    return places;
  }

  /** Which part of the sentence each word stands in: what is denied in one is not in the next.
   * @param {Token[]} tokens */
  function clausesOf(tokens) {
    let clause = 0;
    return tokens.map(({ word }) => (parting.has(word) ? ++clause : clause));
  }

  /** "har ingen bil" denies the car, and not what stands before. @param {Token[]} tokens @param {number} at */
  const isDeterminer = (tokens, at) =>
    determining.has(tokens[at].word) && at + 1 < tokens.length && !fillers.has(tokens[at + 1].word);

  /** @param {Token[]} tokens @param {number[]} at */
  const isDenied = (tokens, at) => at.some((place) => same(tokens[place].stem) === denying);

  /** Patterns whose every word is there. @param {Map<string, number[]>} places */
  function complete(places) {
    /** @type {Map<number, number>} */
    const held = new Map();
    for (const stem of places.keys()) {
      for (const number of bySlot.get(stem) ?? []) held.set(number, (held.get(number) ?? 0) + 1);
    }
    return [...held.keys()].filter((number) => held.get(number) === patterns[number].distinct);
  }

  return { find };
}

/** Do more words than its own stand between? "få lära mig laga mat" is about cooking. @param {Found} found */
const isLoose = ({ at, span }) => span > 2 * at.length;

/** @param {string} key @param {Phrase} phrase */
function readPattern(key, phrase) {
  const slots = key.split(" ");
  return { slots, phrase, distinct: new Set(slots).size };
}

/** The closest places of a pattern's words, none or one. @param {{slots: string[], phrase: Phrase}} pattern
 * @param {Map<string, number[]>} places @returns {Found[]} */
function locate({ slots, phrase }, places) {
  const isFixed = slots[0].startsWith(AS_WRITTEN);
  const gap = isFixed ? 0 : phrase.text ? NAME_GAP : slots.length > 2 ? NEED_GAP : PAIR_GAP;
  let best = /** @type {Found | null} */ (null);
  for (const first of places.get(slots[0]) ?? []) {
    const at = isFixed ? following(first, slots, places) : around(first, slots, places);
    if (!at) continue;
    const span = at[at.length - 1] - at[0] + 1;
    if (span <= slots.length + gap && span < (best?.span ?? Infinity)) best = { phrase, at, span };
  }
  return best ? [best] : [];
}

/** The places from the first one on, when the words stand there in order; else null.
 * @param {number} first @param {string[]} slots @param {Map<string, number[]>} places */
function following(first, slots, places) {
  const at = slots.map((_, i) => first + i);
  return slots.every((slot, i) => places.get(slot)?.includes(at[i])) ? at : null;
}

/** For each word of a pattern its place nearest to the first one's; null when a word would be used twice.
 * @param {number} first @param {string[]} slots @param {Map<string, number[]>} places */
function around(first, slots, places) {
  const at = [first];
  for (const slot of slots.slice(1)) {
    const free = (places.get(slot) ?? []).filter((place) => !at.includes(place));
    if (!free.length) return null;
    at.push(free.reduce((a, b) => (Math.abs(b - first) < Math.abs(a - first) ? b : a)));
  }
  return at.sort((a, b) => a - b);
}
