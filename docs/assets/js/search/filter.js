// What a search starts from, and the engine that narrows it. No DOM, no facet names.

import { bitset, intersect, subtract, unite } from "../core/bits.js";
import { makeMatch } from "../match/match.js";
import { makeTeller } from "../match/words.js";

/** @typedef {import("./index.js").Index} Index */

/** The filter over one index. @param {Index} index */
export function makeFilter(index) {
  const everyone = bitset(index.everyone, index.antal);
  /** An answer is narrowed several times. @type {WeakMap<Iterable<number>, Uint32Array>} */
  const known = new WeakMap();

  /** @param {Iterable<number>} docs as they stand: nobody changes them later */
  function bitsOf(docs) {
    const bits = known.get(docs) ?? bitset(docs, index.antal);
    known.set(docs, bits);
    return bits;
  }

  /** The hits, or everyone, without what is hidden by default.
   * @param {Iterable<number> | null} docs pages are left out @param {boolean} all
   * @param {number[]} [called] asked for by name: never hidden */
  function base(docs, all, called = []) {
    const bits = (docs ? bitsOf(docs) : everyone).slice();
    if (!all) for (const { mangd } of index.dolda) subtract(bits, index.bits(mangd));
    unite(bits, bitset(called, index.antal));
    return bits;
  }

  /** What is told as something that was stands apart: nobody knows whether it is there still. @param {Uint32Array} bits
   * @param {number[]} [called] asked for by name: they stand among the others */
  const living = (bits, called = []) =>
    unite(subtract(bits.slice(), index.bits(index.forr)), bitset(called, index.antal));

  /** @param {Uint32Array} bits @param {number[]} called */
  const past = (bits, called) =>
    subtract(intersect(bits.slice(), index.bits(index.forr)), bitset(called, index.antal));

  const match = makeMatch(index);
  /** Of which values somebody tells, with what is hidden and without. @type {boolean[][][]} */
  const told = [];
  /** @param {boolean} all */
  const toldOf = (all) => (told[Number(all)] ??= match.told(all ? base(null, all) : living(base(null, all))));

  return { base, living, past, ...match, told: toldOf, words: makeTeller(index) };
}

/** @typedef {ReturnType<typeof makeFilter>} Filter */
