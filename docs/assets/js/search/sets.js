// Sets of records by number, as scripts/katalog/browser/sets.py sends them. No DOM.
import { bitset } from "../core/bits.js";
import { unpack } from "../core/lists.js";
import { decode } from "../core/numbers.js";

/** `docs` in order, `first[i]` tells whether it is the record's main value.
 * @typedef {{docs: number[], first: boolean[], bits: (size: number) => Uint32Array}} DocSet */
/** `bi`: the sets, by the gaps between them, that do not tell the main value of all their records; those records follow
 * after all sets, a list for each. @typedef {import("../core/lists.js").Packed & {bi: string}} SentSets */
/** @typedef {ReturnType<typeof readSets>} Sets */

/** @param {SentSets} sent @param {number} size how many records there are */
export function readSets(sent, size) {
  const { starts, numbers } = unpack(sent, size);
  const partly = passedBy(sent.bi);
  const own = starts.length - 1 - partly.length;
  const besideOf = new Map(partly.map((set, at) => [set, own + at]));
  /** @type {DocSet[]} */
  const ready = [];
  let more = own;

  /** @param {number} list */
  const listOf = (list) => Array.from(numbers.subarray(starts[list], starts[list + 1]));

  /** @param {number} set */
  function made(set) {
    const docs = listOf(set);
    const list = besideOf.get(set);
    const beside = list === undefined ? null : new Set(listOf(list));
    return makeSet(docs, docs.map((doc) => !beside?.has(doc)));
  }

  return {
    /** A set is made when first asked for. @param {number} set */
    of: (set) => (ready[set] ??= made(set)),
    /** The number of a new set. @param {Set<number>} members */
    add: (members) => {
      const docs = [...members].sort((a, b) => a - b);
      ready[more] = makeSet(docs, docs.map(() => true));
      return more++;
    },
  };
}

/** Rising numbers from how many are passed by before each. @param {string} text */
export function passedBy(text) {
  let before = -1;
  return decode(text).map((gap) => (before += gap + 1));
}

/** Numbers of sets: how far each is from following on the one before, doubled, one less when it lies before.
 * @param {string} text */
export function setColumn(text) {
  let expected = 0;
  return decode(text).map((step) => {
    const number = expected + (step & 1 ? -(step + 1) / 2 : step / 2);
    expected = number + 1;
    return number;
  });
}

/** @param {number[]} docs @param {boolean[]} first @returns {DocSet} */
function makeSet(docs, first) {
  /** @type {Uint32Array | undefined} */
  let made;
  return { docs, first, bits: (/** @type {number} */ size) => (made ??= bitset(docs, size)) };
}
