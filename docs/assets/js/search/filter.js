// Chosen values -> which records are left, and what every other choice would give. Bitsets; no DOM, no facet names.

import { bitset } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {Map<string, Set<string>>} Chosen facet id -> value ids; an empty set chooses nothing */

/** @param {Uint32Array} bits */
export function count(bits) {
  let sum = 0;
  for (let word of bits) {
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    sum += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return sum;
}

/** @param {Uint32Array} a @param {Uint32Array} b */
export function countBoth(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    let word = a[i] & b[i];
    if (!word) continue;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    sum += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return sum;
}

/** The filter over one index. @param {Index} index */
export function makeFilter(index) {
  const everyone = bitset(index.everyone, index.antal);

  /** What a search starts from: the hits, or everyone, without what is hidden by default.
   * @param {number[] | null} docs pages are left out @param {boolean} all */
  function base(docs, all) {
    const bits = docs ? bitset(docs, index.antal) : everyone.slice();
    if (!all) for (const { mangd } of index.dolda) subtract(bits, index.bits(mangd));
    return bits;
  }

  /** Records with one of the chosen values; null when nothing is chosen.
   * @param {import("./index.js").Facet} facet @param {Chosen} chosen @returns {Uint32Array | null} */
  function chosenIn(facet, chosen) {
    const ids = chosen.get(facet.id);
    if (!ids?.size) return null;
    const bits = new Uint32Array(everyone.length);
    for (const { id, mangd } of facet.varden) if (ids.has(id)) unite(bits, index.bits(mangd));
    return bits;
  }

  /** The records left, how many, and the counts of one facet's values given the choices in the others: made when asked
   * for, since closed facets show none. @param {Uint32Array} start @param {Chosen} chosen */
  function apply(start, chosen) {
    const narrow = index.facetter.map((facet) => chosenIn(facet, chosen));
    const left = without(start, narrow, -1);
    /** @param {number} facet its place among the facets */
    const counts = (facet) => {
      const others = narrow[facet] ? without(start, narrow, facet) : left;
      return index.facetter[facet].varden.map((value) => countBoth(others, index.bits(value.mangd)));
    };
    return { left, counts, total: count(left) };
  }

  /** @param {Uint32Array} start @param {(Uint32Array | null)[]} narrow @param {number} skip */
  function without(start, narrow, skip) {
    const bits = start.slice();
    narrow.forEach((one, i) => one && i !== skip && intersect(bits, one));
    return bits;
  }

  return { base, apply };
}

/** @param {Uint32Array} a @param {Uint32Array} b */
function intersect(a, b) {
  for (let i = 0; i < a.length; i++) a[i] &= b[i];
}

/** @param {Uint32Array} a @param {Uint32Array} b */
function unite(a, b) {
  for (let i = 0; i < a.length; i++) a[i] |= b[i];
}

/** @param {Uint32Array} a @param {Uint32Array} b */
function subtract(a, b) {
  for (let i = 0; i < a.length; i++) a[i] &= ~b[i];
}
